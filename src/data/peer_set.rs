//! Sets of peers offered to a home by a rule, and which cities are neighbours: the file `peer-sets.json`.
//!
//! Only rules are read here; who is in a set follows from the figures and is [`crate::survey`]'s business.
//! The file may be missing: then the peer groups are all there is.

use super::json::{Json, Read, Reading};
use super::lang::Localized;
use super::load::File;
use super::model::{GroupId, IndicatorId, RegionId};
use super::raw::{optional, read_fields};
use super::{Dataset, load};
use crate::error::Problem;

/// The file's name in a data folder.
pub(super) const FILE: &str = "peer-sets.json";

/// A set of peers by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerSet {
    /// The id.
    pub id: String,
    /// Its name in a picker.
    pub name: Localized,
    /// Why these.
    pub why: Localized,
    /// Who is in it.
    pub rule: PeerRule,
}

/// How the members of a [`PeerSet`] are found; home itself is never one.
#[derive(Clone, Debug, PartialEq)]
pub enum PeerRule {
    /// Everyone of a group; `by` is what is said of each.
    Group(GroupId, Option<IndicatorId>),
    /// These; `by` is what is said of each.
    Named(Vec<RegionId>, Option<IndicatorId>),
    /// Those with a common boundary.
    Adjacent,
    /// Those of the default group with a similar value.
    Similar {
        /// Of what.
        indicator: IndicatorId,
        /// At most so many times as much, at least one over it.
        within: f64,
        /// At most so many, the nearest.
        most: usize,
        /// Where nobody is within, so many of the nearest.
        least: usize,
    },
}

/// Which cities are neighbours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Neighbours {
    /// Where that was read.
    pub source: Localized,
    /// Pairs that share a boundary on land.
    pub land: Vec<(RegionId, RegionId)>,
    /// Pairs whose boundary is water.
    pub water: Vec<(RegionId, RegionId)>,
}

struct RawFile {
    sets: Vec<RawSet>,
    adjacent: Option<RawAdjacent>,
}

struct RawSet {
    id: String,
    name: Localized,
    why: Localized,
    rule: String,
    group: Option<String>,
    members: Vec<String>,
    by: Option<String>,
    indicator: Option<String>,
    within: Option<f64>,
    most: Option<u32>,
    least: Option<u32>,
}

struct RawAdjacent {
    source: Localized,
    land: Vec<Vec<String>>,
    water: Vec<Vec<String>>,
}

read_fields!(RawFile, [sets], [adjacent]);
read_fields!(
    RawSet,
    [id, name, why, rule],
    [group, members, by, indicator, within, most, least]
);
read_fields!(RawAdjacent, [source, land], [water]);

/// Reads the file into the dataset, when the folder has it.
pub(super) fn read(data: &mut Dataset, problems: &mut Vec<Problem>, files: &[File<'_>]) {
    let Some(raw) = optional::<RawFile>(files, FILE, problems) else {
        return;
    };
    let mut ids: Vec<&str> = Vec::new();
    for set in &raw.sets {
        if ids.contains(&set.id.as_str()) {
            problems.push(
                Problem::new(format!("{FILE}: {}", set.id), "this id stands twice")
                    .help("give each a name of its own"),
            );
        }
        ids.push(&set.id);
    }
    let mut check = Check { data, problems };
    let sets: Vec<PeerSet> = raw.sets.iter().filter_map(|s| check.set(s)).collect();
    let neighbours = raw.adjacent.map(|a| Neighbours {
        land: check.pairs("land", &a.land),
        water: check.pairs("water", &a.water),
        source: a.source,
    });
    if neighbours.is_none() && sets.iter().any(|s| s.rule == PeerRule::Adjacent) {
        check.problems.push(
            Problem::new(
                FILE,
                "a set has the rule \"adjacent\", but there is no \"adjacent\"",
            )
            .help("list the neighbouring pairs with their source"),
        );
    }
    data.peer_sets = sets;
    data.neighbours = neighbours.unwrap_or_default();
}

/// Turns ids into handles and keeps what is wrong.
pub(super) struct Check<'a> {
    pub(super) data: &'a Dataset,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    /// The region with this id, or a problem at that place.
    pub(super) fn region(&mut self, place: &str, id: &str) -> Option<RegionId> {
        let found = self.data.region_named(id);
        if found.is_none() {
            let known = self.data.regions().map(|(_, r)| r.id.as_str());
            self.problems
                .push(load::unknown_of(place, "region", id, known));
        }
        found
    }

    /// The indicator with this id, or a problem at that place.
    pub(super) fn indicator(&mut self, place: &str, id: &str) -> Option<IndicatorId> {
        let found = self.data.indicator_named(id);
        if found.is_none() {
            let known = self.data.indicators().map(|(_, i)| i.id.as_str());
            self.problems
                .push(load::unknown_of(place, "indicator", id, known));
        }
        found
    }

    /// A text that both languages must have.
    pub(super) fn words(&mut self, place: &str, text: &Localized) {
        for (lang, words) in [("zh", &text.zh), ("en", &text.en)] {
            if words.trim().is_empty() {
                self.problems.push(
                    Problem::new(place, format!("no {lang} text"))
                        .help("every text is needed in both languages"),
                );
            }
        }
    }

    fn set(&mut self, raw: &RawSet) -> Option<PeerSet> {
        let place = format!("{FILE}: {}", raw.id);
        self.words(&place, &raw.name);
        self.words(&place, &raw.why);
        Some(PeerSet {
            rule: self.rule(&place, raw)?,
            id: raw.id.clone(),
            name: raw.name.clone(),
            why: raw.why.clone(),
        })
    }

    fn rule(&mut self, place: &str, raw: &RawSet) -> Option<PeerRule> {
        let by = match &raw.by {
            Some(id) => Some(self.indicator(place, id)?),
            None => None,
        };
        match raw.rule.as_str() {
            "group" => {
                let id = raw.group.as_deref().unwrap_or_default();
                let found = self.data.group_named(id);
                if found.is_none() {
                    let known = self.data.groups().map(|(_, g)| g.id.as_str());
                    self.problems
                        .push(load::unknown_of(place, "peer group", id, known));
                }
                found.map(|g| PeerRule::Group(g, by))
            }
            "named" => {
                let all = raw.members.iter();
                let members: Vec<_> = all.filter_map(|m| self.region(place, m)).collect();
                Some(PeerRule::Named(members, by))
            }
            "adjacent" => Some(PeerRule::Adjacent),
            "similar" => self.similar(place, raw),
            other => {
                self.problems.push(
                    Problem::new(place, format!("unknown rule \"{other}\""))
                        .help("known here: group, named, adjacent, similar"),
                );
                None
            }
        }
    }

    fn similar(&mut self, place: &str, raw: &RawSet) -> Option<PeerRule> {
        let indicator = self.indicator(place, raw.indicator.as_deref().unwrap_or_default())?;
        let within = raw.within.unwrap_or(0.0);
        if within.partial_cmp(&1.0) != Some(std::cmp::Ordering::Greater) {
            self.problems.push(
                Problem::new(
                    place,
                    format!("\"within\" is {within}, which is not above 1"),
                )
                .help("give how many times as much still counts as similar, such as 1.5"),
            );
            return None;
        }
        Some(PeerRule::Similar {
            indicator,
            within,
            most: raw.most.unwrap_or(4) as usize,
            least: raw.least.unwrap_or(2) as usize,
        })
    }

    fn pairs(&mut self, list: &str, raw: &[Vec<String>]) -> Vec<(RegionId, RegionId)> {
        let mut pairs = Vec::new();
        for (i, pair) in raw.iter().enumerate() {
            let place = format!("{FILE}: adjacent.{list}[{i}]");
            let known: Vec<_> = pair.iter().filter_map(|r| self.region(&place, r)).collect();
            match known[..] {
                [a, b] if a != b && pair.len() == 2 => pairs.push((a, b)),
                _ if known.len() < pair.len() => {}
                _ => self.problems.push(
                    Problem::new(place, "this is no pair of two regions")
                        .help("write [\"one\", \"the other\"]"),
                ),
            }
        }
        pairs
    }
}
