//! `duibiao --json-schema`: the form of a view, of a list of views and of the data files, for editors.
//!
//! The schemas are made from the types that read them.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use duibiao::data::{MakeSchema, SCHEMAS};
use duibiao::view::View;
use schemars::schema_for;

use super::flags::one_of;

/// One view, and a list of them as `batch` takes it.
const VIEWS: [(&str, MakeSchema); 2] = [
    ("view", || schema_for!(View)),
    ("views", || schema_for!(Vec<View>)),
];

/// What makes the schema of this name.
pub(crate) fn named(text: &str) -> Result<MakeSchema, String> {
    one_of(text, &[VIEWS.as_slice(), &SCHEMAS].concat())
}

/// Prints a schema.
pub(crate) fn print(make: MakeSchema) {
    println!("{:#}", make().to_value());
}
