//! How large the circles of a scatter are.
//!
//! What a circle looks like beside its size is the scatter's own business.

use super::Cast;
use crate::base::Rect;
use crate::compare::Pair;

/// With more than these the others are plain dots without names.
pub(super) const CROWD: usize = 400;

/// How circles are sized: the more of them, the smaller.
pub(super) struct Areas {
    /// The largest value, if there is any.
    most: f64,
    /// The radius of the largest.
    largest: f64,
    /// The radius of one without a value.
    least: f64,
    /// From which radius on one of the others has a rim: among hundreds not the smallest.
    pub(super) outlined: f64,
}

impl Areas {
    pub(super) fn of(cast: &Cast<'_>, pairs: &[Pair], plot: Rect) -> Self {
        let sizes = pairs.iter().filter_map(|p| p.size).map(|s| s.value);
        let most = sizes.fold(0.0, f64::max);
        let room = plot.w.min(plot.h);
        let (largest, dot) = match pairs.len() {
            0..=30 => ((room * 0.055).clamp(10.0, 40.0), cast.sizes().dot),
            31..=CROWD => ((room * 0.03).clamp(6.0, 20.0), cast.sizes().dot * 0.5),
            _ => (4.0, 1.5),
        };
        Self {
            most,
            largest,
            least: if most > 0.0 { dot * 0.5 } else { dot },
            outlined: if pairs.len() > CROWD { 2.0 } else { 0.0 },
        }
    }

    /// The area is as the value.
    pub(super) fn radius(&self, pair: &Pair) -> f64 {
        let share = pair.size.map(|s| libm::sqrt(s.value / self.most));
        share.map_or(self.least, |s| (self.largest * s).max(1.5))
    }
}
