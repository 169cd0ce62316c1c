//! What happened over time: change, yearly growth, index and lag, each inside one unbroken stretch.
//!
//! Nothing is interpolated, and nothing is computed across a break or from a value that does not exist.

use super::rank::order;
use super::reading::Reading;
use super::series::Series;
use crate::base::math;
use crate::data::{Direction, Period};

/// The difference to an earlier reading of the same stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// From when.
    pub from: Period,
    /// Later − earlier, in the indicator's unit.
    pub absolute: f64,
    /// Later ÷ earlier − 1; `None` at zero and across signs.
    pub relative: Option<f64>,
}

/// The compound annual growth rate between two readings of one stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// From when.
    pub from: Period,
    /// To when.
    pub to: Period,
    /// The value it grew from.
    pub start: f64,
    /// The value it grew to.
    pub end: f64,
    /// (end ÷ start)^(1 ÷ years) − 1; `None` unless both are above zero.
    pub rate: Option<f64>,
}

/// For how many years a peer has been better than home is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// The peer is no better than home.
    None,
    /// Whole years since the peer's value was last no better.
    Years(i32),
    /// The peer's comparable data begin later than that: more than so many years.
    MoreThan(i32),
}

/// The change against the year before.
#[must_use]
pub fn change(series: &Series, period: Period) -> Option<Change> {
    let now = series.at(period)?;
    let before = series
        .comparable(period)
        .iter()
        .find(|r| is_year_before(r.period, period))?;
    let gap = super::gap(now.value, before.value);
    Some(Change {
        from: before.period,
        absolute: gap.absolute,
        relative: gap.relative,
    })
}

fn is_year_before(earlier: Period, later: Period) -> bool {
    earlier.months() == later.months()
        && earlier.first_month() == later.first_month()
        && earlier.year() + 1 == later.year()
}

/// The growth from the first comparable reading at or after `from` to `to`.
///
/// The rate is the compound annual growth rate, (end ÷ start)^(1 ÷ years) − 1.
#[must_use]
pub fn growth(series: &Series, from: Option<Period>, to: Period) -> Option<Growth> {
    let end = series.at(to)?;
    let start = series
        .comparable(to)
        .iter()
        .find(|r| from.is_none_or(|f| r.period >= f) && r.period.months() == to.months())?;
    let years = to.year() - start.period.year();
    if years < 1 {
        return None;
    }
    let positive = start.value > 0.0 && end.value > 0.0;
    Some(Growth {
        from: start.period,
        to,
        start: start.value,
        end: end.value,
        rate: positive.then(|| math::pow(end.value / start.value, 1.0 / f64::from(years)) - 1.0),
    })
}

/// Each reading as a percentage of the base period's; `None` on the other side of a break, or when the base is not above zero.
#[must_use]
pub fn index(series: &Series, base: Period) -> Vec<Option<f64>> {
    let level = series.at(base).map(|r| r.value).filter(|v| *v > 0.0);
    let stretch = series.stretch(base);
    series
        .readings
        .iter()
        .map(|r| {
            let level = level.filter(|_| series.stretch(r.period) == stretch)?;
            Some(r.value / level * 100.0)
        })
        .collect()
}

/// For how long the peer has been better than `home` is at `period`; `None` for a neutral indicator, or without the peer's value.
#[must_use]
pub fn lag(direction: Direction, home: f64, peer: &Series, period: Period) -> Option<Lag> {
    if direction == Direction::Neutral {
        return None;
    }
    peer.at(period)?;
    let comparable = peer.comparable(period).iter();
    let mut past =
        comparable.filter(|r| r.period <= period && r.period.months() == period.months());
    let no_better = |r: &&Reading| order(direction, r.value, home).is_ge();
    let years = |r: &Reading| period.year() - r.period.year();
    match past.clone().rfind(no_better) {
        Some(r) if r.period == period => Some(Lag::None),
        Some(r) => Some(Lag::Years(years(r))),
        // the first year of the data says nothing of the years before
        None => past
            .next()
            .map(|r| Lag::MoreThan(years(r)))
            .filter(|lag| *lag != Lag::MoreThan(0)),
    }
}
