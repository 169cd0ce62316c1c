//! Places in an order, and distances.
//!
//! Which values may be ranked together is decided before: here all of them are.

use std::cmp::Ordering;

use crate::base::sort;
use crate::data::Direction;

/// A place among others: 1-based, ties share the best place (1 2 2 4), always "of n".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place.
    pub place: usize,
    /// Of how many.
    pub of: usize,
    /// Whether another has the same.
    pub tied: bool,
    /// How many others have the same.
    pub sharing: usize,
    /// Whether nobody is behind.
    pub last: bool,
}

/// Best first; for a neutral indicator the largest first.
#[must_use]
pub fn order(direction: Direction, a: f64, b: f64) -> Ordering {
    match direction {
        Direction::Lower => a.total_cmp(&b),
        Direction::Higher | Direction::Neutral => b.total_cmp(&a),
    }
}

/// The ranks of values, in the same order.
///
/// ```
/// use duibiao::{compare::ranks, data::Direction};
/// let places: Vec<_> = ranks(Direction::Higher, &[5.0, 9.0, 5.0, 1.0]).iter().map(|r| r.place).collect();
/// assert_eq!(places, [2, 1, 2, 4]);
/// ```
#[must_use]
pub fn ranks(direction: Direction, values: &[f64]) -> Vec<Rank> {
    let of = values.len();
    let mut sorted: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    sort(&mut sorted, |a, b| order(direction, a.0, b.0));
    let unknown = Rank {
        place: 0,
        of,
        tied: false,
        sharing: 0,
        last: false,
    };
    let mut found = vec![unknown; of];
    let mut before = 0;
    for same in sorted.chunk_by(|a, b| order(direction, a.0, b.0).is_eq()) {
        let after = before + same.len();
        for (_, i) in same {
            found[*i] = Rank {
                place: before + 1,
                of,
                tied: same.len() > 1,
                sharing: same.len() - 1,
                last: after == of,
            };
        }
        before = after;
    }
    found
}

/// How far home is from something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// home − other, in the indicator's unit.
    pub absolute: f64,
    /// home ÷ other − 1; `None` at zero and across signs.
    pub relative: Option<f64>,
}

/// The gap of home to another value.
///
/// ```
/// use duibiao::compare::gap;
/// assert_eq!(gap(3.0, 4.0).absolute, -1.0);
/// assert_eq!(gap(3.0, 4.0).relative, Some(-0.25));
/// assert_eq!(gap(3.0, 0.0).relative, None);
/// assert_eq!(gap(3.0, -1.0).relative, None);
/// ```
#[must_use]
pub fn gap(home: f64, other: f64) -> Gap {
    let same_sign = (home >= 0.0 && other > 0.0) || (home <= 0.0 && other < 0.0);
    Gap {
        absolute: home - other,
        relative: same_sign.then(|| home / other - 1.0),
    }
}
