//! One value as a comparison uses it: recorded, or computed from two recorded ones.
//!
//! It inherits what its inputs are: the less reliable status and the vaguer bound. It does not know the break of a series.

use crate::data::{
    Bound, Dataset, Formula, IndicatorId, Kind, Observation, Period, RegionId, ScopeId, Status,
};

/// A value with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// How much, in the indicator's unit.
    pub value: f64,
    /// When.
    pub period: Period,
    /// Actual or target.
    pub kind: Kind,
    /// The least reliable status of its inputs.
    pub status: Status,
    /// How exactly it is known.
    pub bound: Bound,
    /// The observations it rests on: one, or numerator and denominator.
    pub inputs: [Option<Input>; 2],
}

/// Names one observation: an indicator and a position in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    indicator: IndicatorId,
    index: u32,
}

impl Input {
    /// The observation itself.
    #[must_use]
    pub fn observation(self, data: &Dataset) -> &Observation {
        &data.observations(self.indicator)[self.index as usize]
    }

    /// What it measures.
    #[must_use]
    pub fn indicator(self) -> IndicatorId {
        self.indicator
    }
}

impl Reading {
    /// The observations it rests on.
    pub fn observations<'a>(&self, data: &'a Dataset) -> impl Iterator<Item = &'a Observation> {
        self.inputs
            .into_iter()
            .flatten()
            .map(|i| i.observation(data))
    }
}

/// The values of one region in one scope, by period, one for each.
#[must_use]
pub fn readings(
    data: &Dataset,
    indicator: IndicatorId,
    region: RegionId,
    scope: Option<ScopeId>,
    kind: Kind,
) -> Vec<Reading> {
    match data.indicator(indicator).formula {
        Some(formula) => computed(data, indicator, formula, region, kind),
        None => recorded(data, indicator, region, scope, kind),
    }
}

fn recorded(
    data: &Dataset,
    indicator: IndicatorId,
    region: RegionId,
    scope: Option<ScopeId>,
    kind: Kind,
) -> Vec<Reading> {
    let range = data.range_of(indicator, region);
    let all = data.observations(indicator);
    let mut found: Vec<Reading> = Vec::with_capacity(range.len());
    for i in range {
        let o = &all[i];
        let Some(value) = o.value.filter(|_| o.scope == scope && o.kind == kind) else {
            continue;
        };
        // the first of a period is the preferred one
        if found.last().is_none_or(|r| r.period != o.period) {
            found.push(Reading {
                value,
                period: o.period,
                kind,
                status: o.status,
                bound: o.bound,
                inputs: [Some(input(indicator, i)), None],
            });
        }
    }
    found
}

fn input(indicator: IndicatorId, index: usize) -> Input {
    Input {
        indicator,
        index: u32::try_from(index).unwrap_or(u32::MAX),
    }
}

/// numerator ÷ denominator × per in base units, where both have a value for the same period.
fn computed(
    data: &Dataset,
    indicator: IndicatorId,
    formula: Formula,
    region: RegionId,
    kind: Kind,
) -> Vec<Reading> {
    let scale = |id| data.unit(data.indicator(id).unit).scale;
    let (over, under) = (scale(formula.numerator), scale(formula.denominator));
    let factor = formula.per / scale(indicator);
    let top = recorded(data, formula.numerator, region, None, kind);
    let bottom = recorded(data, formula.denominator, region, None, kind);
    top.iter()
        .filter_map(|n| {
            let i = bottom.binary_search_by_key(&n.period, |d| d.period).ok()?;
            let d = &bottom[i];
            let value = (n.value * over) / (d.value * under) * factor;
            value.is_finite().then_some(Reading {
                value,
                period: n.period,
                kind,
                status: n.status.max(d.status),
                bound: ratio(n.bound, d.bound),
                inputs: [n.inputs[0], d.inputs[0]],
            })
        })
        .collect()
}

/// How exactly a ratio is known.
fn ratio(numerator: Bound, denominator: Bound) -> Bound {
    match (numerator, denominator) {
        (bound, Bound::Exact) => bound,
        (Bound::Exact | Bound::AtMost, Bound::AtLeast) => Bound::AtMost,
        (Bound::Exact | Bound::AtLeast, Bound::AtMost) => Bound::AtLeast,
        _ => Bound::About,
    }
}
