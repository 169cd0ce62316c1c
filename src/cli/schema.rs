//! `duibiao --json-schema`: the form of a view, of a list of views and of the data files, for editors.
//!
//! The schemas are made from the types that read them.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use duibiao::data::{SCHEMAS, schema};
use duibiao::view::View;
use schemars::schema_for;

/// What has a schema: one view, a list of them as `batch` takes it, and the data files.
pub(crate) fn names() -> Vec<&'static str> {
    ["view", "views"].into_iter().chain(SCHEMAS).collect()
}

/// The name of a schema.
pub(crate) fn name(text: &str) -> Result<String, String> {
    match names().contains(&text) {
        true => Ok(text.to_owned()),
        false => Err(format!("expected one of {}", names().join(", "))),
    }
}

/// Prints a schema.
pub(crate) fn print(name: &str) {
    let schema = match name {
        "view" => Some(schema_for!(View).to_value()),
        "views" => Some(schema_for!(Vec<View>).to_value()),
        file => schema(file),
    };
    // `name` lets no other through
    println!("{:#}", schema.unwrap_or_default());
}
