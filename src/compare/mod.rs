//! What follows from the data: rank, gap, share, benchmark, change, growth, index and lag of a home city among its peers.
//!
//! No pixels, colours, languages or JSON here; and nothing can fail: a question holds handles that its dataset gave out.
//!
//! See also: [`crate::tell`] for the words, [`crate::chart`] for the pictures.

#[cfg(feature = "gallery")]
mod age;
mod benchmark;
mod change;
mod comparison;
mod notice;
mod question;
mod rank;
mod reading;
mod series;

#[cfg(feature = "gallery")]
pub use age::{Ages, Band};
pub use benchmark::{Benchmark, BenchmarkKind};
pub use change::{Change, Growth, Lag, change, growth, index, lag};
pub use comparison::{Comparison, Member, Role};
pub use question::{Question, Sort, default_peers};
pub use rank::{Gap, Rank, gap, order, ranks};
pub use reading::{Reading, readings};
pub use series::{BreakAt, Series};
