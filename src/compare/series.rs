//! One region over many periods, in stretches between which its meaning changes.
//!
//! Nothing may be computed across a break; this is where that is held.

use super::reading::{Reading, readings};
use crate::base::sort;
use crate::data::{Dataset, IndicatorId, Kind, NoteId, Period, RegionId, ScopeId};

/// Where a series changes its meaning, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BreakAt {
    /// The first period of the new meaning.
    pub from: Period,
    /// What changed.
    pub note: NoteId,
}

/// The readings of one region, ascending, with the breaks between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose.
    pub region: RegionId,
    /// Its values, by period.
    pub readings: Vec<Reading>,
    /// Its own breaks and those of what it is computed from, by period.
    pub breaks: Vec<BreakAt>,
}

impl Series {
    /// The series of a region.
    #[must_use]
    pub fn of(
        data: &Dataset,
        indicator: IndicatorId,
        region: RegionId,
        scope: Option<ScopeId>,
        kind: Kind,
    ) -> Self {
        let mut breaks = breaks(data, indicator, region);
        if let Some(formula) = data.indicator(indicator).formula {
            breaks.extend(self::breaks(data, formula.numerator, region));
            breaks.extend(self::breaks(data, formula.denominator, region));
            sort(&mut breaks, Ord::cmp);
        }
        let mut series = Self {
            region,
            readings: readings(data, indicator, region, scope, kind),
            breaks,
        };
        series.drop_outer_breaks();
        series
    }

    /// A break before the first value or after the last separates nothing.
    fn drop_outer_breaks(&mut self) {
        let (Some(first), Some(last)) = (self.readings.first(), self.readings.last()) else {
            self.breaks.clear();
            return;
        };
        let (first, last) = (first.period, last.period);
        self.breaks.retain(|b| b.from > first && b.from <= last);
    }

    /// The reading of a period.
    #[must_use]
    pub fn at(&self, period: Period) -> Option<&Reading> {
        self.readings
            .binary_search_by_key(&period, |r| r.period)
            .ok()
            .map(|i| &self.readings[i])
    }

    /// The reading nearest to a period within so many years, the earlier of two equally near.
    #[must_use]
    pub fn near(&self, period: Period, years: i32) -> Option<&Reading> {
        let away = |r: &Reading| (r.period.year() - period.year()).abs();
        self.readings
            .iter()
            .filter(|r| r.period.months() == period.months() && away(r) <= years)
            .min_by_key(|r| (away(r), r.period))
    }

    /// How many breaks lie at or before a period: equal numbers may be compared.
    #[must_use]
    pub fn stretch(&self, period: Period) -> usize {
        self.breaks.partition_point(|b| b.from <= period)
    }

    /// The unbroken stretches, each ascending.
    pub fn stretches(&self) -> impl Iterator<Item = &[Reading]> {
        self.readings
            .chunk_by(|a, b| self.stretch(a.period) == self.stretch(b.period))
    }

    /// The readings that may be compared with the one of a period, itself included.
    #[must_use]
    pub fn comparable(&self, period: Period) -> &[Reading] {
        if self.breaks.is_empty() {
            return &self.readings;
        }
        let stretch = self.stretch(period);
        let start = self
            .readings
            .partition_point(|r| self.stretch(r.period) < stretch);
        let length = self.readings[start..].partition_point(|r| self.stretch(r.period) == stretch);
        &self.readings[start..start + length]
    }
}

fn breaks(data: &Dataset, indicator: IndicatorId, region: RegionId) -> Vec<BreakAt> {
    let mut found: Vec<_> = data
        .breaks(indicator)
        .iter()
        .filter(|b| b.concerns(region))
        .map(|b| BreakAt {
            from: b.from,
            note: b.note,
        })
        .collect();
    sort(&mut found, Ord::cmp);
    found
}
