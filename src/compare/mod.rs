//! What follows from the data: rank, gap, share, benchmark, change, growth, index and lag of a home city among its peers.
//!
//! No pixels, colours, languages or JSON here; and nothing can fail: a question holds handles that its dataset gave out.
//!
//! See also: [`crate::tell`] for the words, [`crate::chart`] for the pictures.

#[cfg(feature = "gallery")]
mod age;
#[cfg(feature = "gallery")]
mod aim;
mod benchmark;
mod change;
mod comparison;
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
mod concept;
#[cfg(feature = "gallery")]
mod ends;
#[cfg(feature = "gallery")]
mod fact;
#[cfg(feature = "gallery")]
mod group;
mod notice;
mod places;
mod question;
mod rank;
mod reading;
#[cfg(feature = "gallery")]
mod relation;
mod series;
#[cfg(feature = "gallery")]
mod tree;
#[cfg(feature = "gallery")]
mod whole;

#[cfg(feature = "gallery")]
pub use age::{Ages, Band};
#[cfg(feature = "gallery")]
pub use aim::{Aim, Progress, aims, any_target, elsewhere};
pub use benchmark::{Benchmark, BenchmarkKind};
pub use change::{Change, Growth, Lag, change, growth, index, lag};
pub use comparison::{Comparison, Member, Role};
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
pub use concept::{is_alike, is_good, is_poor, is_same, one_of_each, percentile};
#[cfg(feature = "gallery")]
pub use ends::{base_period, base_periods, ends};
#[cfg(feature = "gallery")]
pub use fact::{Fact, facts, is_alone, others};
#[cfg(feature = "gallery")]
pub use group::{Group, GroupBar, group, is_broken};
pub use places::placed;
#[cfg(feature = "gallery")]
pub use places::places;
pub use question::{Question, Sort, default_peers};
pub use rank::{Gap, Rank, gap, order, ranks};
pub use reading::{Reading, readings};
#[cfg(feature = "gallery")]
pub use relation::{Kept, Pair, Relation, relation, spearman, trail};
pub use series::{BreakAt, Series};
#[cfg(feature = "gallery")]
pub use tree::{Branches, Node, branches};
#[cfg(feature = "gallery")]
pub use whole::{Parts, Structure, Whole, structure, whole};
