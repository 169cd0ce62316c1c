//! What nobody publishes: the gaps that the data leave, as a list that a city could take to its bureau of statistics.
//!
//! Every item follows from a rule over the figures; none is written by hand.

use serde::Serialize;

use super::{City, Link, Survey};
use crate::data::Lang;

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapKind {
    /// Some cities have a figure, but not the whole group in one period and scope.
    Scattered,
    /// No city has one.
    Nowhere,
    /// The whole group had one, but years ago.
    Stale,
    /// The whole group has one only from censuses, though some city publishes it in between.
    BetweenCensuses,
    /// The whole group has one only from censuses, and no city publishes it in between.
    CensusOnly,
    /// The series begins late.
    Short,
    /// It is published, but not yet collected here.
    NotCollected,
}

/// One gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// What is missing.
    pub kind: GapKind,
    /// What is missing, in a sentence.
    pub missing: String,
    /// What there is instead.
    pub there_is: String,
    /// The last period that the whole group has, in words.
    pub last: Option<String>,
    /// Who has a figure.
    pub have: Vec<City>,
    /// What to ask for.
    pub request: String,
    /// Whether home lacks what another city has.
    pub home_lacks: bool,
    /// The indicators.
    pub indicators: Vec<Lacking>,
}

/// An indicator with a gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lacking {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether home lacks what another city has.
    pub home_lacks: bool,
    /// The view that shows it.
    pub link: Link,
}

impl Survey<'_> {
    /// The gaps, home's own first, then the gravest.
    #[must_use]
    pub fn gaps(&self, _lang: Lang) -> Vec<Gap> {
        Vec::new()
    }
}
