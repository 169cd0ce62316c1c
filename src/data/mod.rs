//! What is known: regions, indicators, observations and their sources, loaded and checked.
//!
//! Nothing is compared here, nothing is drawn, and no file or address is opened: the caller brings bytes.
//!
//! See also: [`crate::compare`] for what follows from the data.

#[cfg(feature = "gallery")]
mod boundary;
mod catalogue;
mod dataset;
mod ids;
mod json;
mod lang;
mod load;
mod model;
mod nearest;
mod observe;
#[cfg(not(target_arch = "wasm32"))]
mod pack;
#[cfg(feature = "gallery")]
mod part;
#[cfg(not(target_arch = "wasm32"))]
mod peer_set;
mod period;
mod raw;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod speech;
mod table;
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
mod tree;

#[cfg(feature = "gallery")]
pub use boundary::{Boundaries, Ring};
pub use catalogue::{Draft, load_catalogue};
pub use dataset::{Coverage, Dataset, Defaults};
pub use lang::{Lang, Localized};
pub use load::{File, add_theme, load};
pub use model::{
    Basis, Bound, Break, Direction, Formula, GroupId, Indicator, IndicatorId, Kind, Level, NoteId,
    Observation, PeerGroup, Price, Pyramid, Region, RegionId, Reported, ReportedRank,
    ReportedShare, ScopeId, Source, SourceId, Status, Style, Theme, ThemeId, Tier, Unit, UnitId,
    Wording,
};
pub use nearest::nearest;
#[cfg(not(target_arch = "wasm32"))]
pub use pack::{Pack, pack};
#[cfg(feature = "gallery")]
pub use part::{Part, add_part};
#[cfg(not(target_arch = "wasm32"))]
pub use peer_set::{Neighbours, PeerRule, PeerSet};
pub use period::{NotAPeriod, Period};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::{MakeSchema, SCHEMAS};
#[cfg(not(target_arch = "wasm32"))]
pub use speech::{Check, Shortfall, Speech, Statement};
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
pub use tree::{Level as TreeLevel, Tree};

/// The files of the bundled data folder, as they were when the program was built.
#[cfg(not(target_arch = "wasm32"))]
pub const BUILTIN: &[File<'static>] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The bundled data.
///
/// # Panics
/// Never in a program that was tested: a test loads it.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "bundled with the program and loaded by a test"
)]
pub fn builtin() -> Dataset {
    load(BUILTIN).expect("the bundled data are whole")
}
