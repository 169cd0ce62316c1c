//! The data files as they are written: one serde type for each object, nothing resolved, nothing checked.
//!
//! Names here are the names in the JSON. What they mean is in [`super::model`]; turning the one into the other is [`super::load`].

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::model::{
    Basis, Bound, Direction, Kind, Level, Localized, Price, ReportedRank, ReportedShare, Status,
    Style, Tier, Wording,
};
use crate::error::Problem;

/// Reads one JSON file, or says where it is no such file.
pub(super) fn parse<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|e| {
        Problem::new(file, e.to_string()).help("compare with the format in data/README.md")
    })
}

/// A JSON object whose keys are data: kept in the order of the file, with repeated keys kept too, so that the loader can name them.
#[derive(Clone, Debug)]
pub(super) struct Entries<V>(pub(super) Vec<(String, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Walk<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Walk<V> {
            type Value = Entries<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<V>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        d.deserialize_map(Walk(PhantomData))
    }
}

impl<V: Serialize> Serialize for Entries<V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(k, v)| (k, v)))
    }
}

impl<V> Entries<V> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One cell of a table: a number, nothing, or something that is neither and must be named in an error.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Number(f64),
    Missing,
    Wrong(String),
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Cell;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or null")
            }
            fn visit_f64<E>(self, v: f64) -> Result<Cell, E> {
                Ok(Cell::Number(v))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
            fn visit_u64<E>(self, v: u64) -> Result<Cell, E> {
                Ok(Cell::Number(v as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
            fn visit_i64<E>(self, v: i64) -> Result<Cell, E> {
                Ok(Cell::Number(v as f64))
            }
            fn visit_unit<E>(self) -> Result<Cell, E> {
                Ok(Cell::Missing)
            }
            fn visit_str<E>(self, v: &str) -> Result<Cell, E> {
                Ok(Cell::Wrong(format!("{v:?}")))
            }
            fn visit_bool<E>(self, v: bool) -> Result<Cell, E> {
                Ok(Cell::Wrong(v.to_string()))
            }
        }
        d.deserialize_any(Read)
    }
}

impl Serialize for Cell {
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

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! raw {
    ($($(#[$m:meta])* $name:ident { $($(#[$f:meta])* $field:ident : $ty:ty),* $(,)? })*) => {$(
        $(#[$m])*
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub(super) struct $name { $($(#[$f])* pub(super) $field: $ty),* }
    )*};
}

raw! {
    RegionsFile { regions: Vec<RawRegion> }
    RawRegion {
        id: String,
        code: Option<String>,
        level: Level,
        parent: Option<String>,
        name: Localized,
    }
    GroupsFile { defaults: RawDefaults, groups: Vec<RawGroup> }
    RawDefaults { home: String, peers: Vec<String>, group: String, indicator: String }
    RawGroup {
        id: String,
        name: Localized,
        noun: Localized,
        members: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] whole: Option<String>,
        why: Localized,
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
        #[serde(default, skip_serializing_if = "Vec::is_empty")] aliases: Vec<String>,
        theme: String,
        name: Localized,
        #[serde(default, skip_serializing_if = "Option::is_none")] short: Option<Localized>,
        unit: String,
        direction: Direction,
        precision: u8,
        #[serde(default, skip_serializing_if = "is_default")] additive: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] price: Option<Price>,
        #[serde(default, skip_serializing_if = "Option::is_none")] basis: Option<Basis>,
        #[serde(default, skip_serializing_if = "Option::is_none")] derived: Option<RawFormula>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] related: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] definition: Option<Localized>,
        #[serde(default, skip_serializing_if = "Option::is_none")] main_scope: Option<Localized>,
        #[serde(default, skip_serializing_if = "Entries::is_empty")] scopes: Entries<Localized>,
    }
    RawFormula { numerator: String, denominator: String, per: f64 }
    SourcesFile { sources: Vec<RawSource> }
    RawSource {
        id: String,
        title: String,
        publisher: Localized,
        #[serde(default)] url: Option<String>,
        #[serde(default)] date: Option<String>,
        tier: Tier,
        licence: Localized,
        #[serde(default, skip_serializing_if = "Option::is_none")] origin: Option<Localized>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Localized>,
    }
    ObservationsFile {
        theme: String,
        series: Entries<RawSeries>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] breaks: Vec<RawBreak>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] pyramids: Vec<RawPyramid>,
    }
    RawSeries {
        #[serde(default, skip_serializing_if = "Vec::is_empty")] tables: Vec<RawTable>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] facts: Vec<RawFact>,
    }
    RawTable {
        source: String,
        #[serde(default, skip_serializing_if = "Option::is_none")] scope: Option<String>,
        #[serde(default, skip_serializing_if = "is_default")] kind: Kind,
        #[serde(default, skip_serializing_if = "is_default")] status: Status,
        #[serde(default, skip_serializing_if = "is_default")] bound: Bound,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Localized>,
        periods: RawPeriods,
        values: Entries<Vec<Cell>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] except: Vec<RawExcept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")] missing: Vec<RawMissing>,
    }
    RawExcept {
        at: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] source: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] status: Option<Status>,
        #[serde(default, skip_serializing_if = "Option::is_none")] bound: Option<Bound>,
        #[serde(default, skip_serializing_if = "Option::is_none")] rank: Option<ReportedRank>,
        #[serde(default, skip_serializing_if = "Option::is_none")] share: Option<ReportedShare>,
        #[serde(default, skip_serializing_if = "Option::is_none")] preferred: Option<Localized>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Localized>,
    }
    RawMissing { at: Vec<String>, status: Status, why: Localized }
    RawFact {
        region: String,
        period: String,
        value: Cell,
        source: String,
        #[serde(default, skip_serializing_if = "Option::is_none")] scope: Option<String>,
        #[serde(default, skip_serializing_if = "is_default")] kind: Kind,
        #[serde(default, skip_serializing_if = "is_default")] status: Status,
        #[serde(default, skip_serializing_if = "is_default")] bound: Bound,
        #[serde(default, skip_serializing_if = "Option::is_none")] rank: Option<ReportedRank>,
        #[serde(default, skip_serializing_if = "Option::is_none")] share: Option<ReportedShare>,
        #[serde(default, skip_serializing_if = "Option::is_none")] preferred: Option<Localized>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Localized>,
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
        observations: ObservationsFile,
    }
    RawDetail {
        definition: Localized,
        #[serde(default, skip_serializing_if = "Option::is_none")] main_scope: Option<Localized>,
        #[serde(default, skip_serializing_if = "Entries::is_empty")] scopes: Entries<Localized>,
    }
}

/// The periods of a table: `"2005..2023"` or a list.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum RawPeriods {
    Span(String),
    List(Vec<String>),
}
