//! What follows from the data: rank, gap, share, benchmark, change, growth, index and lag of a home city among its peers.
//!
//! No pixels, colours, languages or JSON here; and nothing can fail: a question holds handles that its dataset gave out.
//!
//! See also: [`crate::tell`] for the words, [`crate::chart`] for the pictures.

mod benchmark;
mod change;
mod comparison;
#[cfg(feature = "gallery")]
mod ends;
mod notice;
#[cfg(feature = "gallery")]
mod places;
mod question;
mod rank;
mod reading;
#[cfg(feature = "gallery")]
mod relation;
mod series;

pub use benchmark::{Benchmark, BenchmarkKind};
pub use change::{Change, Growth, Lag, change, growth, index, lag};
pub use comparison::{Comparison, Member, Role};
#[cfg(feature = "gallery")]
pub use ends::{base_period, ends};
#[cfg(feature = "gallery")]
pub use places::places;
pub use question::{Question, Sort, default_peers};
pub use rank::{Gap, Rank, gap, order, ranks};
pub use reading::{Reading, readings};
#[cfg(feature = "gallery")]
pub use relation::{Pair, Relation, relation, spearman, trail};
pub use series::{BreakAt, Series};
