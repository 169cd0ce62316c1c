//! The one value that home is held against beside its peers.
//!
//! Median and mean leave home out, or a city would be measured against itself.

use super::rank::order;
use crate::base::{named, nth, sort};
use crate::data::Direction;

named! {
    /// Which value the benchmark is, taken over the other members of the group.
    BenchmarkKind {
        /// Half of them are above, half below.
        #[default]
        Median "median",
        /// Their sum divided by their number.
        Mean "mean",
        /// The best of them; a neutral indicator has none.
        Best "best",
        /// Home's own target for the period.
        Target "target",
        /// None.
        None "none",
    }
}

/// A benchmark's value and over how many others it was taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// Which.
    pub kind: BenchmarkKind,
    /// How much.
    pub value: f64,
    /// Over how many others; 1 for a target.
    pub others: usize,
}

impl Benchmark {
    /// The benchmark of these other values; none when there are fewer than two.
    ///
    /// ```
    /// use duibiao::{compare::{Benchmark, BenchmarkKind}, data::Direction};
    /// let median = |v: &[f64]| Benchmark::over(BenchmarkKind::Median, Direction::Higher, v).map(|b| b.value);
    /// assert_eq!(median(&[4.0, 1.0, 3.0]), Some(3.0));
    /// assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
    /// assert_eq!(median(&[4.0]), None);
    /// ```
    #[must_use]
    pub fn over(kind: BenchmarkKind, direction: Direction, others: &[f64]) -> Option<Self> {
        if others.len() < 2 {
            return None;
        }
        let mut sorted = others.to_vec();
        let n = sorted.len();
        if kind == BenchmarkKind::Median {
            let (below, above) = (nth(&mut sorted, (n - 1) / 2)?, nth(&mut sorted, n / 2)?);
            return Some(Self {
                kind,
                value: f64::midpoint(below, above),
                others: n,
            });
        }
        sort(&mut sorted, |a, b| order(direction, *a, *b));
        #[expect(
            clippy::cast_precision_loss,
            reason = "there are fewer than 2^53 cities"
        )]
        let value = match kind {
            BenchmarkKind::Mean => sorted.iter().sum::<f64>() / n as f64,
            BenchmarkKind::Best if direction != Direction::Neutral => sorted[0],
            _ => return None,
        };
        Some(Self {
            kind,
            value,
            others: n,
        })
    }
}
