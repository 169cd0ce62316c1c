//! The nouns of the data: regions, indicators, units, sources, observations and breaks, and the handles that name them.
//!
//! They hold what is known and compute nothing. How they are written in files is the business of [`super::raw`].

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Period;
use super::lang::Localized;

macro_rules! handle {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            pub(crate) fn index(self) -> usize {
                self.0 as usize
            }

            #[allow(dead_code, reason = "not every handle is made from a position")]
            pub(crate) fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

handle! {
    /// A region of one dataset.
    RegionId,
    /// An indicator of one dataset.
    IndicatorId,
    /// A source of one dataset.
    SourceId,
    /// A unit of one dataset.
    UnitId,
    /// A theme of one dataset.
    ThemeId,
    /// A peer group of one dataset.
    GroupId,
    /// A named scope (口径) of one indicator.
    ScopeId,
    /// A note of one dataset.
    NoteId,
}

/// A place that figures are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The pinyin id.
    pub id: String,
    /// The same, shared by all marks that are about the region.
    pub shared: Arc<str>,
    /// GB/T 2260 code; parks and clusters have none.
    pub code: Option<String>,
    /// What kind of place it is.
    pub level: Level,
    /// The region it lies in.
    pub parent: Option<RegionId>,
    /// Its name.
    pub name: Localized,
}

/// What kind of place a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A country.
    Country,
    /// A province.
    Province,
    /// A prefecture-level city.
    City,
    /// A county, district or county-level city.
    County,
    /// A development zone or park.
    Park,
    /// Several places counted together.
    Cluster,
}

/// A named set of regions that are ranked together, and why they are in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerGroup {
    /// The id.
    pub id: String,
    /// What it is called in a sentence (全省).
    pub name: Localized,
    /// What its members are called (市, cities).
    pub noun: Localized,
    /// Its members.
    pub members: Vec<RegionId>,
    /// The region whose total they make up, where they do.
    pub whole: Option<RegionId>,
    /// Why these.
    pub why: Localized,
}

/// A theme of the picker; its observations lie in one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The id, also the name of its file.
    pub id: String,
    /// Its name.
    pub name: Localized,
}

/// How the numbers of a unit are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// A count: 万/亿 or k/M/B.
    Count,
    /// Money: 万元/亿元 or ¥ with k/M/B.
    Money,
    /// Never rescaled.
    Plain,
    /// A percentage; differences are percentage points.
    Percent,
    /// A per mille rate; differences are in ‰.
    Permille,
}

/// How a difference is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Wording {
    /// 多/少, more/fewer.
    More,
    /// 高/低, higher/lower.
    Higher,
}

/// A unit of measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// The id.
    pub id: String,
    /// Its name in a table head (亿元).
    pub name: Localized,
    /// The unit it is a multiple of (元).
    pub base: Localized,
    /// How many base units it is (1e8).
    pub scale: f64,
    /// How its numbers are written.
    pub style: Style,
    /// How a difference is worded.
    pub wording: Wording,
}

/// Which end of an indicator is rank 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither end is better: an order, no ranking.
    Neutral,
}

/// The price basis of an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Price {
    /// Prices of each year: changes are nominal.
    Current,
    /// Prices of one year.
    Constant,
}

/// The population an indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Resident (常住).
    Resident,
    /// Registered (户籍).
    Registered,
}

/// How an indicator is computed: numerator ÷ denominator × per, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formula {
    /// What is divided.
    pub numerator: IndicatorId,
    /// By what.
    pub denominator: IndicatorId,
    /// Per how many of the denominator's base units.
    pub per: f64,
}

/// Something measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// The kebab-case id.
    pub id: String,
    /// Other ids that mean it.
    pub aliases: Vec<String>,
    /// Its theme.
    pub theme: ThemeId,
    /// Its name, in English as it stands inside a sentence.
    pub name: Localized,
    /// A shorter name for tight places.
    pub short: Option<Localized>,
    /// The unit of its values.
    pub unit: UnitId,
    /// Which end is rank 1.
    pub direction: Direction,
    /// Decimals shown, in its own unit.
    pub precision: u8,
    /// Whether the whole is the sum of the parts.
    pub additive: bool,
    /// Price basis, for money.
    pub price: Option<Price>,
    /// Population basis.
    pub basis: Option<Basis>,
    /// How it is computed, when it is.
    pub formula: Option<Formula>,
    /// What it means; empty until its theme is loaded.
    pub definition: Localized,
    /// What an observation without a named scope counts.
    pub main_scope: Option<Localized>,
    /// The named scopes, by [`ScopeId`].
    pub scopes: Vec<(String, Localized)>,
    /// Ids of related indicators.
    pub related: Vec<String>,
}

impl Indicator {
    /// The short name where there is one, else the name.
    #[must_use]
    pub fn short(&self) -> &Localized {
        self.short.as_ref().unwrap_or(&self.name)
    }
}

/// How much a source can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Tier {
    /// A government or statistics office itself.
    A,
    /// Mainstream press, a department or a university.
    B,
    /// A repost, data vendor, document site or compilation.
    C,
}

/// Where a figure was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The id.
    pub id: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: Localized,
    /// Its address, where it has one.
    pub url: Option<String>,
    /// The day it was published.
    pub date: Option<String>,
    /// How much it can be relied on.
    pub tier: Tier,
    /// Its licence.
    pub licence: Localized,
    /// Whose figures these are, when the source is only the route.
    pub origin: Option<Localized>,
    /// What to know about it.
    pub note: Option<Localized>,
}

/// What an observation speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What was.
    #[default]
    Actual,
    /// What is to be.
    Target,
}

/// SDMX `CL_OBS_STATUS`, the codes that occur; ordered from reliable to unreliable to absent.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Status {
    /// Normal.
    #[default]
    A,
    /// Provisional.
    P,
    /// Estimated.
    E,
    /// The definition differs.
    D,
    /// Low reliability.
    U,
    /// Missing in the source.
    O,
    /// Exists but was not collected.
    L,
    /// Cannot exist.
    M,
}

impl Status {
    /// Whether it says that there is no value.
    #[must_use]
    pub fn is_absent(self) -> bool {
        matches!(self, Self::O | Self::L | Self::M)
    }
}

/// How exactly a source states a value.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// It says "about".
    About,
    /// It says "more than" or "at least" (超, 余, 以上).
    AtLeast,
    /// It says "less than" or "at most".
    AtMost,
}

/// A place that a source itself reports.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedRank {
    /// The place, 1 = first.
    pub place: u32,
    /// Of how many, where the source says so.
    pub of: Option<u32>,
    /// Among whom, an id or a word of the source.
    pub group: String,
}

/// A share that a source itself reports.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedShare {
    /// In percent.
    pub percent: f64,
    /// Of which region.
    pub of: String,
}

/// One figure as a source gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Where.
    pub region: RegionId,
    /// When.
    pub period: Period,
    /// How much, in the indicator's unit; `None` when it is missing, or when only a rank or share is reported.
    pub value: Option<f64>,
    /// Actual or target.
    pub kind: Kind,
    /// How reliable, or why absent.
    pub status: Status,
    /// How exactly stated.
    pub bound: Bound,
    /// What exactly was counted; `None` is the indicator's main scope.
    pub scope: Option<ScopeId>,
    /// Where it was read.
    pub source: SourceId,
    /// Why this one of several sources.
    pub preferred: Option<NoteId>,
    /// A note, or why it is missing.
    pub note: Option<NoteId>,
    /// Rank and share as the source reports them.
    pub reported: Option<Box<Reported>>,
}

/// What a source itself says of a value's standing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// The place.
    pub rank: Option<ReportedRank>,
    /// The share.
    pub share: Option<ReportedShare>,
}

/// Where a series changes its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// For which regions; `None` means all.
    pub regions: Option<Vec<RegionId>>,
    /// The first period of the new meaning.
    pub from: Period,
    /// What changed.
    pub note: NoteId,
}

impl Break {
    /// Whether it concerns this region.
    #[must_use]
    pub fn concerns(&self, region: RegionId) -> bool {
        self.regions.as_ref().is_none_or(|r| r.contains(&region))
    }
}

/// The population of some regions by sex and age at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Pyramid {
    /// When.
    pub period: Period,
    /// Where it was read.
    pub source: SourceId,
    /// The age groups, youngest first (`0`, `1-4`, … `85+`).
    pub ages: Vec<String>,
    /// Men and women of each region, a value per age group.
    pub rows: Vec<(RegionId, Vec<u32>, Vec<u32>)>,
}
