//! Which indicators say the same thing, and which places are good: what every choice among several indicators rests on.
//!
//! It chooses nothing itself: the survey, and the charts of several indicators, do.

use super::{Comparison, Rank};
use crate::data::{Dataset, Direction, Indicator, IndicatorId};

/// Whether a place is in the best third: at most n ÷ 3.
#[must_use]
pub fn is_good(rank: Rank) -> bool {
    rank.place * 3 <= rank.of
}

/// Whether a place is in the last third: at most n ÷ 3 from the end.
#[must_use]
pub fn is_poor(rank: Rank) -> bool {
    (rank.of + 1 - rank.place - rank.sharing) * 3 <= rank.of
}

/// Of how many in a hundred others a place is ahead; those that have the same count half.
///
/// ```
/// use duibiao::{compare::{percentile, ranks}, data::Direction};
/// let all = ranks(Direction::Higher, &[9.0, 5.0, 5.0, 1.0, 7.0]);
/// let found: Vec<f64> = all.into_iter().map(percentile).collect();
/// assert_eq!(found, [100.0, 37.5, 37.5, 0.0, 75.0]);
/// ```
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "there are fewer than 2^53 cities"
)]
pub fn percentile(rank: Rank) -> f64 {
    if rank.of < 2 {
        return 100.0;
    }
    let behind = rank.of - rank.place - rank.sharing;
    (behind as f64 + rank.sharing as f64 / 2.0) / (rank.of - 1) as f64 * 100.0
}

/// Whether two indicators say nearly the same: one names the other as related, or both are computed from the same figure above the line.
#[must_use]
pub fn is_alike(data: &Dataset, a: IndicatorId, b: IndicatorId) -> bool {
    let (one, other) = (data.indicator(a), data.indicator(b));
    let names = |x: &Indicator, id: &str| x.related.iter().any(|r| r == id);
    let top = |x: &Indicator| x.formula.map(|f| f.numerator);
    a == b
        || names(one, &other.id)
        || names(other, &one.id)
        || (top(one).is_some() && top(one) == top(other))
}

/// Whether two indicators measure one thing: alike and in the same unit.
#[must_use]
pub fn is_same(data: &Dataset, a: IndicatorId, b: IndicatorId) -> bool {
    let unit = |id| data.indicator(id).unit;
    unit(a) == unit(b) && is_alike(data, a, b)
}

/// Of those that measure one thing only the first.
#[must_use]
pub fn one_of_each(data: &Dataset, all: impl IntoIterator<Item = IndicatorId>) -> Vec<IndicatorId> {
    let mut kept: Vec<IndicatorId> = Vec::new();
    for id in all {
        if !kept.iter().any(|k| is_same(data, *k, id)) {
            kept.push(id);
        }
    }
    kept
}

impl Comparison {
    /// Whether a place can be good or poor: one end is better, the whole group is ranked, it is not just one month,
    /// and no total: of that a large city has much, well or badly off.
    #[must_use]
    pub fn is_judged(&self, data: &Dataset) -> bool {
        let indicator = data.indicator(self.question.indicator);
        indicator.direction != Direction::Neutral
            && !indicator.additive
            && self.group_size > 1
            && self.ranked == self.group_size
            && self.period.is_some_and(|p| p.months() > 1)
    }

    /// It and those beside it.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.beside)
    }
}
