//! Which indicators a chart of several takes when the reader names none.
//!
//! By rule, so that it holds for any data; what a reader names comes first.
//! The rules look at names and coverage alone: they are asked before the figures are there.

use super::{By, ChartId, View};
use crate::compare::one_of_each;
use crate::data::Direction;
use crate::data::{Dataset, IndicatorId};

/// The indicators beside one, for charts that need them; empty for those that show one alone.
#[must_use]
pub(super) fn beside(data: &Dataset, view: &View, indicator: IndicatorId) -> Vec<IndicatorId> {
    let (of, by, _) = view.panels();
    let chart = match (view.chart(), by) {
        (ChartId::SmallMultiples, By::Region) => of,
        (chart, _) => chart,
    };
    match chart {
        ChartId::Scatter => scatter(data, indicator),
        ChartId::StackedBars => {
            let parts = crate::compare::whole(data, indicator).map(|w| w.parts);
            let mut parts = parts.unwrap_or_default();
            parts.retain(|p| *p != indicator);
            parts
        }
        ChartId::Scorecard | ChartId::ProfileStrips | ChartId::Radar => profile(data, indicator),
        ChartId::SmallMultiples => profile(data, indicator),
        _ => Vec::new(),
    }
}

/// How many a profile takes beside the one that is asked about.
const MOST: usize = 8;
/// Of how many cities there must be a figure.
const KNOWN: usize = 6;

/// The comparable rates of the indicator's theme, one of those that measure the same thing: those with a better end first,
/// the neutral ones only beside a neutral one.
fn profile(data: &Dataset, own: IndicatorId) -> Vec<IndicatorId> {
    let (asked, group) = (data.indicator(own), data.group(data.defaults().group));
    let known = |id| {
        let covered = data.coverage(id).map(|c| c.regions).unwrap_or_default();
        let count = covered.iter().filter(|r| group.members.contains(r)).count();
        count >= KNOWN.min(group.members.len())
    };
    let is_neutral = |id: &IndicatorId| data.indicator(*id).direction == Direction::Neutral;
    let rates = data.indicators().filter(|(_, i)| i.theme == asked.theme);
    let rates = rates.filter(|(id, i)| !i.additive && known(*id));
    let (neutral, judged): (Vec<_>, Vec<_>) = rates.map(|(id, _)| id).partition(is_neutral);
    let neutral = neutral.into_iter().filter(|_| is_neutral(&own));
    let all = std::iter::once(own).chain(judged).chain(neutral);
    let chosen = one_of_each(data, all);
    chosen.into_iter().skip(1).take(MOST).collect()
}

/// What stands across, then what is the area.
fn scatter(data: &Dataset, indicator: IndicatorId) -> Vec<IndicatorId> {
    let Some(across) = partner(data, indicator) else {
        return Vec::new();
    };
    let size = denominators(data);
    let size = size.into_iter().find(|i| *i != indicator && *i != across);
    std::iter::once(across).chain(size).collect()
}

/// The indicator of another unit with which most of the default group have values in common, for as many years as possible up to ten;
/// of equals those that the data call related, then those of the same theme, then all others.
fn partner(data: &Dataset, indicator: IndicatorId) -> Option<IndicatorId> {
    let own = data.indicator(indicator);
    let covered = data.coverage(indicator)?;
    let group = &data.group(data.defaults().group).members;
    let inputs = |i: IndicatorId| {
        data.indicator(i)
            .formula
            .map(|f| [f.numerator, f.denominator])
    };
    // what one is computed from goes with it of itself
    let bound = |i: IndicatorId| {
        let within = |a: IndicatorId, b: IndicatorId| inputs(a).is_some_and(|f| f.contains(&b));
        within(indicator, i) || within(i, indicator)
    };
    let score = |i: IndicatorId| {
        let other = data.coverage(i)?;
        let both =
            |r: &&crate::data::RegionId| covered.regions.contains(r) && other.regions.contains(r);
        let common = group.iter().filter(both).count();
        let from = covered.from.max(other.from);
        let years = covered.to.min(other.to).year() - from.year() + 1;
        (common > 0 && years > 0).then_some((common, years.min(10)))
    };
    let nearness = |i: IndicatorId| {
        let other = data.indicator(i);
        let named = own.related.iter().position(|r| *r == other.id);
        (
            named.unwrap_or(usize::MAX),
            other.theme != own.theme,
            i.index().abs_diff(indicator.index()),
        )
    };
    let mut all: Vec<IndicatorId> = data.indicators().map(|(i, _)| i).collect();
    all.retain(|i| *i != indicator && data.indicator(*i).unit != own.unit && !bound(*i));
    crate::base::sort_by_key(&mut all, |i| nearness(*i));
    // the first of the best
    let scored = all.into_iter().filter_map(|i| Some((score(i)?, i)));
    scored
        .fold(
            None,
            |best: Option<((usize, i32), IndicatorId)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            },
        )
        .map(|(_, i)| i)
}

/// What things are divided by, the commonest first: the resident population, where anything is counted per head.
fn denominators(data: &Dataset) -> Vec<IndicatorId> {
    let used = || data.indicators().filter_map(|(_, i)| i.formula);
    let count = |i: IndicatorId| used().filter(|f| f.denominator == i).count();
    let mut all: Vec<IndicatorId> = used().map(|f| f.denominator).collect();
    all.retain(|i| data.indicator(*i).additive);
    crate::base::sort_by_key(&mut all, |i| (std::cmp::Reverse(count(*i)), *i));
    all.dedup();
    all
}
