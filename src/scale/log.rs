//! The logarithmic scale: equal distances are equal ratios, with ticks at 1, 2 and 5 times a power of ten.
//!
//! It needs values above zero; who has others stays linear and says so.

use super::{Fit, Scale, Wish};
use crate::base::math::{self, log10, magnitude, pow10};

/// More ticks than this are thinned.
const MOST: usize = 7;
/// With fewer the ticks are those of a linear scale.
const LEAST: usize = 4;

impl Scale {
    /// A logarithmic scale over values from one tick to another; none where a value is zero or below.
    ///
    /// ```
    /// use duibiao::scale::{Scale, Wish};
    /// let wish = Wish { count: 5, divisor: 1.0, finest: 0.0 };
    /// let s = Scale::log((3.0, 800.0), (0.0, 90.0), wish).unwrap();
    /// assert_eq!((s.domain(), s.ticks()), ((2.0, 1000.0), [10.0, 100.0, 1000.0].as_slice()));
    /// assert!(Scale::log((0.0, 800.0), (0.0, 90.0), wish).is_none());
    /// ```
    #[must_use]
    pub fn log(values: (f64, f64), range: (f64, f64), wish: Wish) -> Option<Self> {
        if values.0 <= 0.0 || !values.1.is_finite() {
            return None;
        }
        let near = Self::nice(values, range, wish, Fit::Around);
        let (low, high) = (values.0 / wish.divisor, values.1 / wish.divisor);
        let all = ticks(low, high);
        // less than about a decade: linear ticks are read more easily
        if all.len() < LEAST && near.domain.0 > 0.0 {
            return Some(Self { log: true, ..near });
        }
        let domain = (all[0], all[all.len() - 1]);
        let domain = if domain.0 < domain.1 {
            domain
        } else {
            (domain.0 / 2.0, domain.1 * 2.0)
        };
        let mut scale = Self::linear((domain.0 * wish.divisor, domain.1 * wish.divisor), range);
        scale.log = true;
        scale.decimals = usize::try_from(-magnitude(domain.0 * 1.000_001)).unwrap_or(0);
        scale.ticks = thinned(all).iter().map(|t| t * wish.divisor).collect();
        Some(scale)
    }

    /// Whether equal distances are equal ratios.
    #[must_use]
    pub fn is_log(&self) -> bool {
        self.log
    }

    /// The decimals that one shown number needs: on a logarithmic scale each tick has its own.
    #[must_use]
    pub fn decimals_of(&self, shown: f64) -> usize {
        let whole = |d: &usize| {
            let power = pow10(i32::try_from(*d).unwrap_or(0));
            let number = shown * power;
            (number - libm::round(number)).abs() < 1e-6
        };
        let own = (0..self.decimals).find(whole).filter(|_| self.log);
        own.unwrap_or(self.decimals)
    }

    pub(super) fn map_log(&self, value: f64) -> f64 {
        let (low, high) = (log10(self.domain.0), log10(self.domain.1));
        let t = (log10(value.max(f64::MIN_POSITIVE)) - low) / (high - low);
        self.range.0 + t * (self.range.1 - self.range.0)
    }

    pub(super) fn invert_log(&self, pixel: f64) -> f64 {
        let (low, high) = (log10(self.domain.0), log10(self.domain.1));
        let t = (pixel - self.range.0) / (self.range.1 - self.range.0);
        math::pow(10.0, low + t * (high - low))
    }
}

/// 1, 2 and 5 times powers of ten, from the last at or below `low` to the first at or above `high`.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    let mut all = Vec::new();
    for exponent in magnitude(low)..=magnitude(high) + 1 {
        for lead in [1.0, 2.0, 5.0] {
            all.push(lead * pow10(exponent));
        }
    }
    let first = all.iter().rposition(|t| *t <= low * (1.0 + 1e-12));
    let last = all.iter().position(|t| *t >= high * (1.0 - 1e-12));
    let (first, last) = (first.unwrap_or(0), last.unwrap_or(all.len() - 1));
    all[first..=last].to_vec()
}

/// At most seven: all of them, else powers of ten, else every so many-th power.
fn thinned(all: Vec<f64>) -> Vec<f64> {
    if all.len() <= MOST {
        return all;
    }
    let whole = |t: &f64| (t / pow10(magnitude(*t)) - 1.0).abs() < 1e-9;
    let powers: Vec<f64> = all.into_iter().filter(whole).collect();
    let step = powers.len().div_ceil(MOST).max(1);
    powers.into_iter().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::{Scale, Wish};

    const PLAIN: Wish = Wish {
        count: 5,
        divisor: 1.0,
        finest: 0.0,
    };

    #[test]
    fn equal_ratios_are_equal_distances() {
        let s = Scale::log((1.0, 100.0), (0.0, 200.0), PLAIN).expect("above zero");
        assert_eq!((s.map(1.0), s.map(10.0), s.map(100.0)), (0.0, 100.0, 200.0));
        assert!((s.invert(150.0) - 31.622_776_601).abs() < 1e-6);
    }

    #[test]
    fn ticks_are_one_two_five_and_round_in_the_numbers_shown() {
        let s = Scale::log((1.5, 40.0), (0.0, 1.0), PLAIN).expect("above zero");
        assert_eq!(s.ticks(), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        // 12,000 to 900,000 shown in 万: 1, 2, 5, 10, 20, 50, 100
        let wan = Wish {
            divisor: 1e4,
            ..PLAIN
        };
        let s = Scale::log((12_000.0, 900_000.0), (0.0, 1.0), wan).expect("above zero");
        assert_eq!(s.ticks(), [1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6]);
    }

    #[test]
    fn a_short_way_has_linear_ticks_and_a_long_one_powers_of_ten() {
        let s = Scale::log((3.1, 4.9), (0.0, 1.0), PLAIN).expect("above zero");
        assert_eq!(s.ticks(), [3.0, 3.5, 4.0, 4.5, 5.0]);
        let s = Scale::log((0.02, 9000.0), (0.0, 1.0), PLAIN).expect("above zero");
        assert_eq!(s.ticks(), [0.1, 1.0, 10.0, 100.0, 1000.0, 10000.0]);
        assert_eq!((s.decimals_of(0.1), s.decimals_of(10.0)), (1, 0));
    }

    #[test]
    fn one_value_has_an_extent_and_none_at_or_below_zero_a_scale() {
        let s = Scale::log((10.0, 10.0), (0.0, 1.0), PLAIN).expect("above zero");
        assert!(s.domain().0 < s.domain().1 && s.map(10.0).is_finite());
        assert!(Scale::log((-1.0, 10.0), (0.0, 1.0), PLAIN).is_none());
    }
}
