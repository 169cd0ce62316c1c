//! Which indicators make up a whole, found in the figures: shares of one theme that come to 100 % for every city and period.
//!
//! A misprint of a source is kept as it stands, so one sum in twenty may be off; that city is not drawn for that period.
//! Nothing is named here; what a reader puts beside each other is held to the same rule.

use std::collections::BTreeMap;

use super::comparison::Comparison;
use super::reading::Reading;
use super::series::Series;
use crate::base::sort_by_key;
use crate::data::{Dataset, IndicatorId, Kind, Period, RegionId, Style};

/// How far from 100 % rounding may take a sum.
const ROUNDING: f64 = 0.5;

/// The most parts beside the first that are looked for, and among how many.
const MOST: u32 = 5;
const AMONG: usize = 8;

/// Shares that make up a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// The shares, in the order in which they are drawn.
    pub parts: Vec<IndicatorId>,
    /// What they are shares of, where that is measured too.
    pub total: Option<IndicatorId>,
}

/// The parts of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Whose.
    pub region: RegionId,
    /// A share a part, where the region has them all and they come to a whole.
    pub shares: Option<Vec<Reading>>,
    /// Whether it has them all, but they do not come to a whole.
    pub off: bool,
    /// What they are shares of, where it is known for the same period.
    pub total: Option<Reading>,
}

/// The structure of every member at one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// The shares.
    pub whole: Whole,
    /// When.
    pub period: Period,
    /// The members, in the comparison's order.
    pub rows: Vec<Parts>,
}

/// The shares of which an indicator is one, or of which it is the total.
#[must_use]
pub fn whole(data: &Dataset, indicator: IndicatorId) -> Option<Whole> {
    if is_share(data, indicator) {
        return with(data, indicator);
    }
    let own = data.indicator(indicator);
    let names = |i: &IndicatorId| data.indicator(*i).related.contains(&own.id);
    let shares = data
        .indicators()
        .map(|(id, _)| id)
        .filter(|i| data.indicator(*i).theme == own.theme && is_share(data, *i) && names(i));
    let mut wholes = shares.filter_map(|i| with(data, i));
    wholes.find(|w| w.total == Some(indicator))
}

fn is_share(data: &Dataset, indicator: IndicatorId) -> bool {
    let i = data.indicator(indicator);
    i.formula.is_none() && data.unit(i.unit).style == Style::Percent
}

/// The smallest set of related shares that makes a share a whole.
fn with(data: &Dataset, first: IndicatorId) -> Option<Whole> {
    let others = others(data, first);
    let values: Vec<Cells> = others.iter().map(|i| cells(data, *i)).collect();
    let own = cells(data, first);
    let mut masks: Vec<u32> = (1..1_u32 << others.len()).collect();
    sort_by_key(&mut masks, |m| m.count_ones());
    let mask = masks.into_iter().find(|m| {
        let chosen: Vec<&Cells> = taken(*m, &values).collect();
        m.count_ones() < MOST && sums(&own, &chosen)
    })?;
    let mut parts: Vec<IndicatorId> = taken(mask, &others).copied().collect();
    parts.push(first);
    order(data, &mut parts);
    let total = total(data, &parts);
    Some(Whole { parts, total })
}

fn taken<T>(mask: u32, all: &[T]) -> impl Iterator<Item = &T> {
    let chosen = all.iter().enumerate();
    chosen
        .filter(move |(i, _)| mask >> i & 1 == 1)
        .map(|(_, t)| t)
}

/// Shares of the same theme and population that name this one as related, or that it names.
fn others(data: &Dataset, first: IndicatorId) -> Vec<IndicatorId> {
    let own = data.indicator(first);
    let all = data.indicators().filter(|(id, i)| {
        let akin = i.related.contains(&own.id) || own.related.contains(&i.id);
        *id != first && i.theme == own.theme && i.basis == own.basis && akin
    });
    let shares = all.map(|(id, _)| id).filter(|id| is_share(data, *id));
    shares.take(AMONG).collect()
}

type Cells = BTreeMap<(RegionId, Period), f64>;

/// The actual values of the main scope.
fn cells(data: &Dataset, indicator: IndicatorId) -> Cells {
    let mut found = Cells::new();
    for o in data.observations(indicator) {
        if let Some(value) = o
            .value
            .filter(|_| o.kind == Kind::Actual && o.scope.is_none())
        {
            // the first of a period is the preferred one
            found.entry((o.region, o.period)).or_insert(value);
        }
    }
    found
}

/// Whether they come to a whole where all are known, but for one sum in twenty, and are known in two places at least.
fn sums(own: &Cells, others: &[&Cells]) -> bool {
    let (mut known, mut off) = (0, 0);
    for (at, value) in own {
        let rest: Option<Vec<f64>> = others.iter().map(|o| o.get(at).copied()).collect();
        let Some(rest) = rest else { continue };
        off += usize::from(!is_whole(rest.iter().copied().chain([*value])));
        known += 1;
    }
    known >= 2 && off * 20 <= known
}

fn is_whole(shares: impl Iterator<Item = f64>) -> bool {
    let shares: Vec<f64> = shares.collect();
    let sum: f64 = shares.iter().sum();
    shares.iter().all(|s| *s >= 0.0) && (sum - 100.0).abs() <= ROUNDING
}

/// By the first number in their ids where all have one (ages), else in the order of the file.
fn order(data: &Dataset, parts: &mut Vec<IndicatorId>) {
    let number = |i: &IndicatorId| -> Option<u32> {
        let id = &data.indicator(*i).id;
        let digits = id
            .split(|c: char| !c.is_ascii_digit())
            .find(|d| !d.is_empty());
        digits.and_then(|d| d.parse().ok())
    };
    let numbered = parts.iter().all(|p| number(p).is_some());
    sort_by_key(parts, |p| (number(p).filter(|_| numbered), *p));
}

/// What can be summed and is named by every part.
fn total(data: &Dataset, parts: &[IndicatorId]) -> Option<IndicatorId> {
    let theme = parts.first().map(|p| data.indicator(*p).theme);
    let mut all = data.indicators();
    let found = all.find(|(_, i)| {
        let named = |p: &IndicatorId| data.indicator(*p).related.contains(&i.id);
        i.additive && Some(i.theme) == theme && parts.iter().all(named)
    });
    found.map(|(id, _)| id)
}

/// The structure that a comparison asks for: its shares, with those beside it; none where they do not make up a whole.
#[must_use]
pub fn structure(data: &Dataset, c: &Comparison) -> Option<Structure> {
    let asked: Vec<&Comparison> = std::iter::once(c)
        .chain(&c.beside)
        .filter(|c| is_share(data, c.question.indicator))
        .collect();
    let period = asked.first()?.period?;
    let mut parts: Vec<IndicatorId> = asked.iter().map(|c| c.question.indicator).collect();
    order(data, &mut parts);
    parts.dedup();
    if parts.len() < 2 {
        return None;
    }
    let total = total(data, &parts);
    let of = |part: &IndicatorId| asked.iter().find(|c| c.question.indicator == *part);
    let row = |region: RegionId| {
        let share = |p| of(p).and_then(|c| c.series_of(region)?.at(period).copied());
        let total = total.and_then(|total| {
            let series = Series::of(data, total, region, None, Kind::Actual);
            series.at(period).copied()
        });
        let shares: Option<Vec<Reading>> = parts.iter().map(share).collect();
        let fits = |s: &Vec<Reading>| is_whole(s.iter().map(|r| r.value));
        let off = shares.as_ref().is_some_and(|s| !fits(s));
        Parts {
            region,
            shares: shares.filter(|_| !off),
            off,
            total,
        }
    };
    let rows: Vec<Parts> = c.in_order(data).iter().map(|m| row(m.region)).collect();
    let known = rows.iter().filter(|r| r.shares.is_some()).count();
    let off = rows.iter().filter(|r| r.off).count();
    (known > off).then_some(Structure {
        whole: Whole { parts, total },
        period,
        rows,
    })
}

impl Structure {
    /// The parts of a region.
    #[must_use]
    pub fn of(&self, region: RegionId) -> Option<&Parts> {
        self.rows.iter().find(|r| r.region == region)
    }
}
