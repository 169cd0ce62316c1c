//! A target beside what was reached, for each region in the scope that its own target has, and how far it has come.
//!
//! Nothing is assumed of the way to a target: it begins where the source of the target says that it begins, or it is not judged.

use super::comparison::{Comparison, Member, Role};
use super::reading::{Reading, readings};
use crate::data::{
    Bound, Dataset, Direction, IndicatorId, Kind, Period, RegionId, ScopeId, SourceId,
};

/// A target of a region with what was reached of it, or either alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// Who, with the reading that stands for what was reached.
    pub member: Member,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What exactly is counted.
    pub scope: Option<ScopeId>,
    /// What is to be.
    pub target: Option<Reading>,
    /// What was: at the time when the target is due, else the latest before, else the first after.
    pub actual: Option<Reading>,
    /// Where the way begins: the earlier actual value that the source of the target gives with it.
    pub base: Option<Reading>,
}

/// How far a region has come on the way to its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// At least as much of the way as of the time: `done` of the way, `elapsed` of the time, 0 to 1.
    OnTrack {
        /// Of the way from the base to the target.
        done: f64,
        /// Of the time from the base to the target.
        elapsed: f64,
    },
    /// Less of the way than of the time.
    Behind {
        /// Of the way from the base to the target.
        done: f64,
        /// Of the time from the base to the target.
        elapsed: f64,
    },
    /// The target is reached.
    Reached,
    /// It is not, by so much; positive whichever way the target lies.
    Short(f64),
    /// There is no target, or nothing to hold against it.
    Open,
}

impl Aim {
    /// How far it has come.
    #[must_use]
    pub fn progress(&self, data: &Dataset) -> Progress {
        let (Some(target), Some(actual)) = (self.target, self.actual) else {
            return Progress::Open;
        };
        let down = is_down(data, self.indicator, &target, self.base.as_ref());
        let missing = if down {
            actual.value - target.value
        } else {
            target.value - actual.value
        };
        if missing <= 0.0 {
            return Progress::Reached;
        }
        match self.way(&target, &actual) {
            Some((done, elapsed)) if done >= elapsed => Progress::OnTrack { done, elapsed },
            Some((done, elapsed)) => Progress::Behind { done, elapsed },
            None => Progress::Short(missing),
        }
    }

    /// How much of the way and of the time has gone, where the way has a beginning and the time is not over.
    fn way(&self, target: &Reading, actual: &Reading) -> Option<(f64, f64)> {
        let base = self.base?;
        let [from, now, due] = [base.period, actual.period, target.period].map(month);
        let whole = target.value - base.value;
        if now <= from || now >= due || whole == 0.0 {
            return None;
        }
        let elapsed = f64::from(now - from) / f64::from(due - from);
        Some(((actual.value - base.value) / whole, elapsed))
    }
}

/// The month in which a period ends, counted from the year 0.
fn month(p: Period) -> i32 {
    p.year() * 12 + p.last_month()
}

/// Whether a target is to be come down to: the base lies above it, it is an upper bound, or less is better.
fn is_down(
    data: &Dataset,
    indicator: IndicatorId,
    target: &Reading,
    base: Option<&Reading>,
) -> bool {
    match (base, target.bound) {
        (Some(base), _) => base.value > target.value,
        (None, Bound::AtMost) => true,
        (None, Bound::AtLeast) => false,
        _ => data.indicator(indicator).direction == Direction::Lower,
    }
}

/// Home and peers, and everyone else who has a target or a value: those with targets first, each in the comparison's order.
/// Where indicators stand beside, home's aims for each of them instead.
#[must_use]
pub fn aims(data: &Dataset, c: &Comparison) -> Vec<Aim> {
    if !c.beside.is_empty() {
        let asked = std::iter::once(c).chain(&c.beside);
        return asked.flat_map(|c| of_member(data, c, c.home())).collect();
    }
    let mut found: Vec<Aim> = Vec::new();
    for member in c.in_order(data) {
        found.extend(of_member(data, c, member));
    }
    found.extend(of_whole(data, c));
    let (mut first, rest): (Vec<Aim>, Vec<Aim>) =
        found.into_iter().partition(|a| a.target.is_some());
    let told = |a: &Aim| a.actual.is_some() || a.member.role != Role::Rest;
    first.extend(rest.into_iter().filter(told));
    first
}

/// The aims of the region that the group makes up, where it has a target.
fn of_whole(data: &Dataset, c: &Comparison) -> Vec<Aim> {
    let whole = data.group(c.question.group).whole;
    let Some(region) = whole.filter(|w| c.members.iter().all(|m| m.region != *w)) else {
        return Vec::new();
    };
    let member = Member {
        region,
        role: Role::Rest,
        in_group: false,
        reading: None,
        rank: None,
        gap: None,
        share: None,
        change: None,
        growth: None,
        lag: None,
    };
    let mut found = of_member(data, c, &member);
    found.retain(|a| a.target.is_some());
    found
}

/// One aim a target, in the order in which they are due; without any, what the member has.
fn of_member(data: &Dataset, c: &Comparison, member: &Member) -> Vec<Aim> {
    let indicator = c.question.indicator;
    let named = (0..data.indicator(indicator).scopes.len()).map(|i| Some(ScopeId::at(i)));
    let mut found: Vec<Aim> = Vec::new();
    for scope in std::iter::once(None).chain(named) {
        let of = |kind| readings(data, indicator, member.region, scope, kind);
        let actual = of(Kind::Actual);
        for target in of(Kind::Target) {
            let reached = reached(&actual, target.period);
            found.push(aim(member, indicator, scope, reached, Some(target)));
            if let Some(last) = found.last_mut() {
                last.base = base(data, &actual, &target);
            }
        }
    }
    if found.is_empty() {
        let own = member.reading.filter(|r| r.kind == Kind::Actual);
        let (scope, own) = own.map_or_else(
            || latest(data, indicator, member.region),
            |r| (c.scope, Some(r)),
        );
        found.push(aim(member, indicator, scope, own, None));
    }
    found
}

/// The latest actual value in any scope.
fn latest(
    data: &Dataset,
    indicator: IndicatorId,
    region: RegionId,
) -> (Option<ScopeId>, Option<Reading>) {
    let named = (0..data.indicator(indicator).scopes.len()).map(|i| Some(ScopeId::at(i)));
    let mut best: (Option<ScopeId>, Option<Reading>) = (None, None);
    for scope in std::iter::once(None).chain(named) {
        let last = readings(data, indicator, region, scope, Kind::Actual).pop();
        let newer = |r: &Reading| best.1.is_none_or(|b| b.period < r.period);
        if let Some(last) = last.filter(newer) {
            best = (scope, Some(last));
        }
    }
    best
}

fn aim(
    member: &Member,
    indicator: IndicatorId,
    scope: Option<ScopeId>,
    actual: Option<Reading>,
    target: Option<Reading>,
) -> Aim {
    Aim {
        member: Member {
            reading: actual.or(target),
            ..member.clone()
        },
        indicator,
        scope,
        target,
        actual,
        base: None,
    }
}

/// The value at the time when a target is due, else the latest before, else the first after.
fn reached(actual: &[Reading], due: Period) -> Option<Reading> {
    let before = actual.iter().rev().find(|r| month(r.period) <= month(due));
    before.or(actual.first()).copied()
}

/// The first earlier value that the source of a target gives with it.
fn base(data: &Dataset, actual: &[Reading], target: &Reading) -> Option<Reading> {
    let source =
        |r: &Reading| -> Option<SourceId> { r.observations(data).next().map(|o| o.source) };
    let earlier = |r: &&Reading| month(r.period) < month(target.period);
    let mut with = actual.iter().filter(earlier);
    with.find(|r| source(r) == source(target)).copied()
}

/// Whether any of these has a target.
#[must_use]
pub fn any_target(aims: &[Aim]) -> bool {
    aims.iter().any(|a| a.target.is_some())
}

/// The regions beyond these that have a target, each once.
#[must_use]
pub fn elsewhere(data: &Dataset, indicator: IndicatorId, aims: &[Aim]) -> Vec<RegionId> {
    let mut found: Vec<RegionId> = Vec::new();
    for o in data.observations(indicator) {
        let is_target = o.kind == Kind::Target && o.value.is_some();
        let shown = aims
            .iter()
            .any(|a| a.member.region == o.region && a.target.is_some());
        if is_target && !shown && !found.contains(&o.region) {
            found.push(o.region);
        }
    }
    found
}
