//! What is recorded of home and of each peer, each figure in its own scope, with what its source reports of it.
//!
//! Nothing is compared here: figures of different scopes stand beside each other and are never ranked.

use super::comparison::{Comparison, Member, Role};
use super::reading::{Reading, readings};
use crate::base::{sort, sort_by_key};
use crate::data::{Dataset, Kind, Observation, Period, RegionId, ScopeId};

/// The most figures that home and a peer are shown with.
const HOME: usize = 3;
const PEER: usize = 2;

/// One figure of one region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact<'a> {
    /// Whose.
    pub region: RegionId,
    /// Home or a peer.
    pub role: Role,
    /// When.
    pub period: Period,
    /// What exactly was counted.
    pub scope: Option<ScopeId>,
    /// The value, where the source gives one and not only a standing.
    pub reading: Option<Reading>,
    /// As it is recorded; none where it is computed.
    pub recorded: Option<&'a Observation>,
}

/// The figures of home, then those of each peer in the reader's order: the one that is compared first, then the latest of every other scope and kind.
#[must_use]
pub fn facts<'a>(data: &'a Dataset, c: &Comparison) -> Vec<Fact<'a>> {
    let mut found = of_member(data, c, c.home());
    found.truncate(HOME);
    for peer in c.peers() {
        let mut own = of_member(data, c, peer);
        own.truncate(PEER);
        found.extend(own);
    }
    found
}

/// The other regions that have a figure or a reported standing, each once.
#[must_use]
pub fn others(data: &Dataset, c: &Comparison, facts: &[Fact<'_>]) -> Vec<RegionId> {
    let mut found: Vec<RegionId> = Vec::new();
    let told = data.observations(c.question.indicator).iter();
    let told = told
        .filter(|o| o.value.is_some() || o.reported.is_some())
        .map(|o| o.region);
    let read = c
        .members
        .iter()
        .filter(|m| m.reading.is_some())
        .map(|m| m.region);
    for region in told.chain(read) {
        if !found.contains(&region) && facts.iter().all(|f| f.region != region) {
            found.push(region);
        }
    }
    found
}

fn of_member<'a>(data: &'a Dataset, c: &Comparison, member: &Member) -> Vec<Fact<'a>> {
    let indicator = c.question.indicator;
    if data.indicator(indicator).formula.is_some() {
        let computed = member.reading.map(|reading| Fact {
            region: member.region,
            role: member.role,
            period: reading.period,
            scope: None,
            reading: Some(reading),
            recorded: None,
        });
        return computed.into_iter().collect();
    }
    let all = data.of(indicator, member.region).iter();
    let mut told: Vec<&Observation> = all
        .filter(|o| o.value.is_some() || o.reported.is_some())
        .collect();
    let asked = |o: &Observation| {
        let same = member
            .reading
            .is_some_and(|r| r.period == o.period && r.kind == o.kind);
        same && o.scope == c.scope
    };
    // the compared one first, what was before what is planned, the newest first, then the order of the file
    sort_by_key(&mut told, |o| {
        (
            !asked(o),
            o.kind == Kind::Target,
            std::cmp::Reverse(o.period),
        )
    });
    let mut found: Vec<Fact<'a>> = Vec::new();
    for o in told {
        let same = |f: &Fact<'_>| f.scope == o.scope && f.recorded.map(|r| r.kind) == Some(o.kind);
        if found.iter().any(same) {
            continue;
        }
        let mut series = readings(data, indicator, member.region, o.scope, o.kind);
        series.retain(|r| r.period == o.period && o.value.is_some());
        found.push(Fact {
            region: member.region,
            role: member.role,
            period: o.period,
            scope: o.scope,
            reading: series.pop(),
            recorded: Some(o),
        });
    }
    found
}

/// Whether home alone, of all that the comparison knows, has a figure.
#[must_use]
pub fn is_alone(data: &Dataset, c: &Comparison) -> bool {
    let own = facts(data, c);
    let mut regions: Vec<RegionId> = own.iter().map(|f| f.region).collect();
    regions.extend(others(data, c, &own));
    sort(&mut regions, Ord::cmp);
    regions.dedup();
    regions == [c.question.home]
}
