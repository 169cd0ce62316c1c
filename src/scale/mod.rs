//! From a domain of values to a range of pixels, with ticks on round numbers.
//!
//! A scale does not know what is plotted. Ticks are round in the numbers that are shown: 亿 and 万, not in the unit of the data.

use crate::base::math::{magnitude, pow10};

/// A linear mapping with its ticks.
///
/// ```
/// use duibiao::scale::Scale;
/// let s = Scale::linear((0.0, 5.0), (0.0, 100.0));
/// assert_eq!(s.map(2.5), 50.0);
/// assert_eq!(s.invert(50.0), 2.5);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
    ticks: Vec<f64>,
    decimals: usize,
}

impl Scale {
    /// Maps the domain to the range, both ends included. A domain without extent is widened by one.
    #[must_use]
    pub fn linear(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = if domain.0 < domain.1 {
            domain
        } else {
            (domain.0 - 0.5, domain.0 + 0.5)
        };
        Self {
            domain,
            range,
            ticks: Vec::new(),
            decimals: 0,
        }
    }

    /// A linear scale over values, with about `count` (4 to 7) round ticks in units of `divisor`.
    ///
    /// With `zero` the domain begins at zero (or ends there, when no value is above it); otherwise at a round tick below the values.
    #[must_use]
    pub fn nice(values: (f64, f64), range: (f64, f64), count: usize, divisor: f64, zero: bool) -> Self {
        let (mut low, mut high) = (values.0 / divisor, values.1 / divisor);
        if zero {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if low >= high {
            high = low + if low == 0.0 { 1.0 } else { low.abs() };
        }
        let step = step((high - low) / (count.max(2) as f64));
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil();
        let mut scale = Self::linear((first * step * divisor, last * step * divisor), range);
        let mut n = first;
        while n <= last + 0.5 {
            scale.ticks.push(n * step * divisor);
            n += 1.0;
        }
        scale.decimals = usize::try_from(-magnitude(step)).unwrap_or(0);
        scale
    }

    /// A scale over periods (in years) with ticks at whole years, at most `count` of them, the last one always among them.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "years are small whole numbers")]
    pub fn years(values: (f64, f64), range: (f64, f64), count: usize) -> Self {
        let mut scale = Self::linear(values, range);
        let (first, last) = (values.0.ceil() as i32, values.1.floor() as i32);
        let span = f64::from(last - first);
        let step = [1, 2, 3, 4, 5, 10, 20, 50]
            .into_iter()
            .find(|s| span / f64::from(*s) + 1.0 <= count.max(2) as f64)
            .unwrap_or(100);
        let mut year = last;
        while year >= first {
            scale.ticks.push(f64::from(year));
            year -= step;
        }
        scale.ticks.reverse();
        scale
    }

    /// The pixel of a value.
    #[must_use]
    pub fn map(&self, value: f64) -> f64 {
        let t = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + t * (self.range.1 - self.range.0)
    }

    /// The value at a pixel.
    #[must_use]
    pub fn invert(&self, pixel: f64) -> f64 {
        let t = (pixel - self.range.0) / (self.range.1 - self.range.0);
        self.domain.0 + t * (self.domain.1 - self.domain.0)
    }

    /// The values at the two ends.
    #[must_use]
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The pixels at the two ends.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        self.range
    }

    /// The round values that an axis names, ascending, all inside the domain.
    #[must_use]
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// The decimals that tell the ticks apart, in units of the divisor.
    #[must_use]
    pub fn decimals(&self) -> usize {
        self.decimals
    }

    /// The same domain and ticks over another range.
    #[must_use]
    pub fn over(mut self, range: (f64, f64)) -> Self {
        self.range = range;
        self
    }
}

/// The round step nearest above a raw one: 1, 2 or 5 times a power of ten.
fn step(raw: f64) -> f64 {
    let power = pow10(magnitude(raw));
    let lead = raw / power;
    let round = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|r| lead <= r + 1e-9)
        .unwrap_or(10.0);
    round * power
}

/// Rows or columns of equal width with a gap between: `bars` take `fill` of each band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// Where the first begins, in pixels.
    pub start: f64,
    /// The extent of one band, in pixels.
    pub step: f64,
    /// Which part of a band its mark takes, 0 to 1.
    pub fill: f64,
}

impl Bands {
    /// `count` bands over a range of pixels.
    #[must_use]
    pub fn over(count: usize, range: (f64, f64), fill: f64) -> Self {
        Self {
            start: range.0,
            step: (range.1 - range.0) / count.max(1) as f64,
            fill,
        }
    }

    /// The middle of a band.
    #[must_use]
    pub fn center(&self, index: usize) -> f64 {
        self.start + (index as f64 + 0.5) * self.step
    }

    /// How thick its mark is.
    #[must_use]
    pub fn thickness(&self) -> f64 {
        self.step * self.fill
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn ticks_are_round_in_the_numbers_shown() {
        // 20,059 亿 shown in 亿: every 5,000
        let s = Scale::nice((1000.0, 20059.0), (0.0, 500.0), 5, 1.0, true);
        assert_eq!(s.ticks(), [0.0, 5000.0, 10000.0, 15000.0, 20000.0, 25000.0]);
        // 12,522,000 people shown in 万: every 500万
        let s = Scale::nice((0.0, 12_522_000.0), (0.0, 500.0), 4, 10_000.0, true);
        assert_eq!(s.ticks(), [0.0, 5e6, 1e7, 1.5e7]);
    }

    #[test]
    fn a_scale_of_one_value_still_has_an_extent() {
        for value in [0.0, 3.0, -2.0] {
            let s = Scale::nice((value, value), (0.0, 10.0), 5, 1.0, false);
            assert!(s.domain().0 < s.domain().1 && s.ticks().len() > 1, "{value}: {s:?}");
        }
    }

    #[test]
    fn the_last_year_is_always_named() {
        let s = Scale::years((2005.0, 2023.0), (0.0, 100.0), 6);
        assert_eq!(s.ticks(), [2007.0, 2011.0, 2015.0, 2019.0, 2023.0]);
    }
}
