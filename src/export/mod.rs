//! All figures as files that others can read on: one CSV with a line a figure, one JSON with everything (native only).
//!
//! They hold what is recorded, as it was recorded; nothing is computed, and it opens no file.

mod everything;
mod tidy;

pub use everything::{FORMAT, everything};
pub use tidy::{COLUMNS, tidy};

use crate::data::{Bound, Indicator, Kind, Localized, Observation, Status};

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Actual => "actual",
        Kind::Target => "target",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::A => "A",
        Status::P => "P",
        Status::E => "E",
        Status::D => "D",
        Status::U => "U",
        Status::O => "O",
        Status::L => "L",
        Status::M => "M",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::AtLeast => "at-least",
        Bound::AtMost => "at-most",
    }
}

/// The id and the name of what exactly an observation counted; the main scope has no id, and often no name.
fn scope<'a>(indicator: &'a Indicator, o: &Observation) -> (&'a str, Option<&'a Localized>) {
    match o.scope.and_then(|s| indicator.scopes.get(s.index())) {
        Some((id, name)) => (id, Some(name)),
        None => ("", indicator.main_scope.as_ref()),
    }
}
