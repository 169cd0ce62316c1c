//! Several bars a region: indicators of one unit beside each other, or some years of one.
//!
//! What has another unit is refused and named; which years are shown follows from the figures.

use super::comparison::Comparison;
use super::reading::Reading;
use crate::data::{Dataset, IndicatorId, Period, RegionId};

/// The most bars that a region has.
const MOST: usize = 4;

/// One bar of each region.
#[derive(Clone, Copy, Debug)]
pub struct GroupBar<'a> {
    /// The comparison it is of.
    pub c: &'a Comparison,
    /// 0 for the indicator compared, then those beside it.
    pub place: u16,
    /// When.
    pub period: Period,
}

/// The bars of every region.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The bars, in the order in which they are drawn.
    pub bars: Vec<GroupBar<'a>>,
    /// What was asked for and cannot stand on the same scale, or has no room.
    pub refused: Vec<IndicatorId>,
    /// Whether they are years of one indicator.
    pub years: bool,
}

impl GroupBar<'_> {
    /// The value of a region.
    #[must_use]
    pub fn reading(&self, region: RegionId) -> Option<Reading> {
        let member = self.c.members.iter().find(|m| m.region == region);
        let own = member
            .and_then(|m| m.reading)
            .filter(|_| self.c.period == Some(self.period));
        own.or_else(|| self.c.series_of(region)?.at(self.period).copied())
    }
}

/// The bars that answer a comparison.
#[must_use]
pub fn group<'a>(data: &Dataset, c: &'a Comparison) -> Group<'a> {
    if c.beside.is_empty() {
        let bar = |period| GroupBar {
            c,
            place: 0,
            period,
        };
        return Group {
            bars: years(c).into_iter().map(bar).collect(),
            refused: Vec::new(),
            years: true,
        };
    }
    let unit = data.indicator(c.question.indicator).unit;
    let (mut bars, mut refused) = (Vec::new(), Vec::new());
    for (place, c) in (0..).zip(std::iter::once(c).chain(&c.beside)) {
        let indicator = c.question.indicator;
        match c.period {
            Some(period) if data.indicator(indicator).unit == unit && bars.len() < MOST => {
                bars.push(GroupBar { c, place, period });
            }
            _ => refused.push(indicator),
        }
    }
    Group {
        bars,
        refused,
        years: false,
    }
}

/// The first, the middle and the latest period in which home and the peers have values; of home alone where they share but one.
fn years(c: &Comparison) -> Vec<Period> {
    let Some(last) = c.period else {
        return Vec::new();
    };
    let (from, to) = c.question.range.unwrap_or((c.periods[0], last));
    let inside = |p: &&Period| **p >= from && **p <= to.max(last) && p.months() == last.months();
    let has =
        |region: RegionId, p: &Period| c.series_of(region).is_some_and(|s| s.at(*p).is_some());
    let marked = std::iter::once(c.home()).chain(c.peers());
    let looked: Vec<RegionId> = marked
        .map(|m| m.region)
        .filter(|r| has(*r, &last))
        .collect();
    let all = || c.periods.iter().filter(inside);
    let common: Vec<Period> = all()
        .filter(|p| looked.iter().all(|r| has(*r, p)))
        .copied()
        .collect();
    if common.len() > 1 && !looked.is_empty() {
        return three(&common);
    }
    let home = c.question.home;
    let own: Vec<Period> = all().filter(|p| has(home, p)).copied().collect();
    if own.len() > 1 {
        three(&own)
    } else {
        vec![last]
    }
}

/// The first, the one nearest to the middle in time, and the last.
fn three(periods: &[Period]) -> Vec<Period> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Vec::new();
    };
    let middle = f64::midpoint(first.position(), last.position());
    let away = |p: &Period| (p.position() - middle).abs();
    let between = periods.iter().filter(|p| *p != first && *p != last);
    let middle = between.min_by(|a, b| away(a).total_cmp(&away(b)));
    let mut three = vec![*first];
    three.extend(middle);
    three.push(*last);
    three
}

/// Whether any of these regions' series changes its meaning between the first and the last bar.
#[must_use]
pub fn is_broken(group: &Group<'_>, regions: &[RegionId]) -> bool {
    let (Some(first), Some(last)) = (group.bars.first(), group.bars.last()) else {
        return false;
    };
    let broken = |r: &RegionId| {
        let series = first.c.series_of(*r);
        series.is_some_and(|s| s.stretch(first.period) != s.stretch(last.period))
    };
    group.years && regions.iter().any(broken)
}
