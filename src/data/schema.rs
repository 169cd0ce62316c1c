//! The form of the data files as JSON Schema, for editors that complete and check while one writes.
//!
//! It is made from the types that read the files. What a schema cannot say (ids that must exist, sums that must fit) [`super::load`] checks.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};

use super::raw::{
    Cell, Entries, GroupsFile, IndicatorsFile, ObservationsFile, RegionsFile, SourcesFile,
};

impl<V: JsonSchema> JsonSchema for Entries<V> {
    fn schema_name() -> Cow<'static, str> {
        format!("EntriesOf{}", V::schema_name()).into()
    }

    fn json_schema(all: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object", "additionalProperties": all.subschema_for::<V>()})
    }
}

impl JsonSchema for Cell {
    fn schema_name() -> Cow<'static, str> {
        "Cell".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["number", "null"]})
    }
}

/// Makes a schema.
pub type MakeSchema = fn() -> Schema;

/// The files of a data folder whose form has a schema, each by its name; `observations` stands for each file of that folder.
///
/// ```
/// let (name, make) = duibiao::data::SCHEMAS[0];
/// assert_eq!(name, "regions");
/// assert_eq!(make().get("type").unwrap(), "object");
/// ```
pub const SCHEMAS: [(&str, MakeSchema); 5] = [
    ("regions", || schema_for!(RegionsFile)),
    ("peer-groups", || schema_for!(GroupsFile)),
    ("indicators", || schema_for!(IndicatorsFile)),
    ("sources", || schema_for!(SourcesFile)),
    ("observations", || schema_for!(ObservationsFile)),
];
