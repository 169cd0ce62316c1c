//! The data files as they are written: one type for each object, nothing resolved, nothing checked.
//!
//! Names here are the names in the JSON. What they mean is in [`super::model`]; turning the one into the other is [`super::load`].

#[cfg(not(target_arch = "wasm32"))]
use serde::{Serialize, Serializer};

use super::json::{Json, Read, Reading, read_word};
use super::lang::Localized;
use super::model::{
    Basis, Bound, Direction, Kind, Level, Price, ReportedRank, ReportedShare, Status, Style, Tier,
    Wording,
};
use crate::error::Problem;

/// Reads one JSON file, or says where it is no such file.
pub(super) fn parse<T: Read>(file: &str, bytes: &[u8]) -> Result<T, Vec<Problem>> {
    let json: Json = serde_json::from_slice(bytes).map_err(|e| {
        vec![Problem::new(file, e.to_string()).help("this is no JSON; mend it at that place")]
    })?;
    let mut problems = Vec::new();
    let value = T::read(&json, &mut Reading::new(file, &mut problems));
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(problems),
    }
}

/// A file that a folder may leave out; what is wrong with one that is there joins the other problems.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn optional<T: Read>(
    files: &[super::File<'_>],
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let (_, bytes) = files.iter().find(|(n, _)| *n == name)?;
    parse(name, bytes)
        .map_err(|wrong| problems.extend(wrong))
        .ok()
}

/// A JSON object whose keys are data: kept in the order of the file, with repeated keys kept too, so that the loader can name them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entries<V>(pub(super) Vec<(String, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Read> Read for Entries<V> {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        let Json::Object(entries) = json else {
            r.expected("an object", json);
            return None;
        };
        let mut all = Vec::with_capacity(entries.len());
        let mut fine = true;
        for (key, value) in entries {
            fine &= r.within(key, &mut |r| {
                let read = V::read(value, r);
                let fine = read.is_some();
                all.extend(read.map(|v| (key.clone(), v)));
                fine
            });
        }
        fine.then_some(Self(all))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<V: Serialize> Serialize for Entries<V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(k, v)| (k, v)))
    }
}

/// One cell of a table: a number, nothing, or something that is neither and must be named in an error.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Number(f64),
    Missing,
    Wrong(String),
}

impl Read for Cell {
    fn read(json: &Json, _: &mut Reading<'_>) -> Option<Self> {
        Some(match json {
            Json::Number(v) => Self::Number(*v),
            Json::Null => Self::Missing,
            // the loader names it with the region and the period
            other => Self::Wrong(other.written()),
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Serialize for Cell {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 9e15")]
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            // whole numbers without ".0": the packed files are counted in bytes
            Self::Number(v) if v.fract() == 0.0 && v.abs() < 9e15 => s.serialize_i64(*v as i64),
            Self::Number(v) => s.serialize_f64(*v),
            Self::Missing => s.serialize_none(),
            Self::Wrong(text) => s.serialize_str(text),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Reads a record: first the fields that must be there, then those that may be absent.
macro_rules! read_fields {
    ($name:ident, [$($field:ident),*], [$($optional:ident),*]) => {
        impl Read for $name {
            fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
                let known = [$(stringify!($field),)* $(stringify!($optional),)*];
                let entries = r.object(json, &known)?;
                // every field is read before any is missed, so that every defect is found
                $(let $field = r.field(entries, stringify!($field), None);)*
                $(let $optional = r.field(entries, stringify!($optional), Some(Default::default()));)*
                Some(Self { $($field: $field?,)* $($optional: $optional?,)* })
            }
        }
    };
}

macro_rules! raw {
    ($($(#[$m:meta])* $name:ident {
        $($field:ident : $ty:ty),* $(,)?
        $(; $($optional:ident : $oty:ty),* $(,)?)?
    })*) => {$(
        $(#[$m])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(rename_all = "camelCase"), schemars(deny_unknown_fields))]
        pub(super) struct $name {
            $(pub(super) $field: $ty,)*
            $($(
                #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "is_default"), schemars(default))]
                pub(super) $optional: $oty,
            )*)?
        }

        read_fields!($name, [$($field),*], [$($($optional),*)?]);
    )*};
}

macro_rules! words {
    ($($name:ident),*) => {$(
        impl Read for $name {
            fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
                read_word(json, r)
            }
        }
    )*};
}

#[cfg(any(not(target_arch = "wasm32"), feature = "gallery"))]
pub(super) use read_fields;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use words;

words!(
    Level, Style, Wording, Direction, Price, Basis, Tier, Kind, Status, Bound
);
read_fields!(Localized, [zh, en], []);
read_fields!(ReportedRank, [place, group], [of]);
read_fields!(ReportedShare, [percent, of], []);

raw! {
    RegionsFile { regions: Vec<RawRegion> }
    RawRegion { id: String, level: Level, name: Localized; code: Option<String>, parent: Option<String> }
    GroupsFile { defaults: RawDefaults, groups: Vec<RawGroup> }
    RawDefaults { home: String, peers: Vec<String>, group: String, indicator: String }
    RawGroup {
        id: String,
        name: Localized,
        noun: Localized,
        members: Vec<String>,
        why: Localized;
        whole: Option<String>,
    }
    IndicatorsFile { themes: Vec<RawTheme>, units: Vec<RawUnit>, indicators: Vec<RawIndicator> }
    RawTheme { id: String, name: Localized }
    RawUnit {
        id: String,
        name: Localized,
        base: Localized,
        scale: f64,
        style: Style,
        wording: Wording,
    }
    RawIndicator {
        id: String,
        theme: String,
        name: Localized,
        unit: String,
        direction: Direction,
        precision: u32;
        short: Option<Localized>,
        aliases: Vec<String>,
        additive: bool,
        price: Option<Price>,
        basis: Option<Basis>,
        derived: Option<RawFormula>,
        related: Vec<String>,
        definition: Option<Localized>,
        main_scope: Option<Localized>,
        scopes: Entries<Localized>,
    }
    RawFormula { numerator: String, denominator: String, per: f64 }
    SourcesFile { sources: Vec<RawSource> }
    RawSource {
        id: String,
        title: String,
        publisher: Localized,
        tier: Tier,
        licence: Localized;
        url: Option<String>,
        date: Option<String>,
        origin: Option<Localized>,
        note: Option<Localized>,
    }
    ObservationsFile {
        theme: String,
        series: Entries<RawSeries>;
        breaks: Vec<RawBreak>,
        pyramids: Vec<RawPyramid>,
    }
    RawSeries { ; tables: Vec<RawTable>, facts: Vec<RawFact> }
    RawTable {
        source: String,
        periods: RawPeriods,
        values: Entries<Vec<Cell>>;
        scope: Option<String>,
        kind: Kind,
        status: Status,
        bound: Bound,
        note: Option<Localized>,
        except: Vec<RawExcept>,
        missing: Vec<RawMissing>,
    }
    RawExcept {
        at: Vec<String>;
        source: Option<String>,
        status: Option<Status>,
        bound: Option<Bound>,
        rank: Option<ReportedRank>,
        share: Option<ReportedShare>,
        preferred: Option<Localized>,
        note: Option<Localized>,
    }
    RawMissing { at: Vec<String>, status: Status, why: Localized }
    RawFact {
        region: String,
        period: String,
        value: Cell,
        source: String;
        scope: Option<String>,
        kind: Kind,
        status: Status,
        bound: Bound,
        rank: Option<ReportedRank>,
        share: Option<ReportedShare>,
        preferred: Option<Localized>,
        note: Option<Localized>,
    }
    RawBreak { indicator: String, regions: Vec<String>, from: String, note: Localized }
    RawPyramid { period: String, source: String, ages: Vec<String>, values: Entries<RawSexes> }
    RawSexes { male: Vec<u32>, female: Vec<u32> }
    /// The packed catalogue: everything but what a theme's pack brings.
    CataloguePack {
        regions: Vec<RawRegion>,
        peer_groups: GroupsFile,
        catalogue: IndicatorsFile,
        coverage: Entries<RawCoverage>,
    }
    RawCoverage { from: String, to: String, regions: Vec<String> }
    /// One theme's pack: what its indicators mean, the sources they rest on, and the figures.
    ThemePack {
        details: Entries<RawDetail>,
        sources: Vec<RawSource>,
        observations: ObservationsFile;
        trees: Trees,
    }
    RawDetail {
        definition: Localized;
        main_scope: Option<Localized>,
        scopes: Entries<Localized>,
    }
}

/// The structures of a theme.
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
pub(super) type Trees = Vec<super::tree::RawTree>;

/// They are passed over where no chart draws them.
#[cfg(not(any(feature = "gallery", not(target_arch = "wasm32"))))]
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trees;

#[cfg(not(any(feature = "gallery", not(target_arch = "wasm32"))))]
impl Read for Trees {
    fn read(_: &Json, _: &mut Reading<'_>) -> Option<Self> {
        Some(Self)
    }
}

/// The periods of a table: `"2005..2023"` or a list.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Serialize, schemars::JsonSchema),
    serde(untagged)
)]
pub(super) enum RawPeriods {
    Span(String),
    List(Vec<String>),
}

impl Read for RawPeriods {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Text(span) => Some(Self::Span(span.clone())),
            list => Read::read(list, r).map(Self::List),
        }
    }
}
