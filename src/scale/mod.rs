//! From a domain of values to a range of pixels, with ticks on round numbers.
//!
//! A scale does not know what is plotted. Ticks are round in the numbers that are shown: 亿 and 万, not in the unit of the data.

#[cfg(feature = "gallery")]
mod log;

use crate::base::math::{magnitude, pow10};

/// A mapping with its ticks: linear, or logarithmic where it is made so.
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
    /// Whether equal distances are equal ratios.
    #[cfg(feature = "gallery")]
    log: bool,
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
            #[cfg(feature = "gallery")]
            log: false,
        }
    }

    /// A linear scale over values with 4 to 7 round ticks, fewer only where the ticks would be finer than what is counted.
    #[must_use]
    pub fn nice(values: (f64, f64), range: (f64, f64), wish: Wish, fit: Fit) -> Self {
        let divisor = wish.divisor;
        let (mut low, mut high) = (values.0 / divisor, values.1 / divisor);
        if fit != Fit::Around {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if low >= high {
            high = low + if low == 0.0 { 1.0 } else { low.abs() };
        }
        let Step {
            size: step,
            decimals,
        } = best_step(low, high, wish, fit);
        let (first, last) = tick_numbers(low, high, step, fit);
        let domain = match fit {
            Fit::FromZero => (low * divisor, high * divisor),
            Fit::Around | Fit::AroundZero => (first * step * divisor, last * step * divisor),
        };
        let mut scale = Self::linear(domain, range);
        let mut n = first;
        while n <= last + 0.5 {
            scale.ticks.push(n * step * divisor);
            n += 1.0;
        }
        scale.decimals = decimals;
        scale
    }

    /// A scale over periods (in years) with ticks at whole years, about `count` of them, the first and the last always among them.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "years are small whole numbers"
    )]
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
        // the first takes the place of one that would touch it
        let near = scale.ticks.first().map_or(0.0, |t| t - f64::from(first));
        if near > 0.0 {
            let taken = scale.ticks.len() > 1 && near * 3.0 < f64::from(step) * 2.0;
            scale.ticks.splice(..usize::from(taken), [f64::from(first)]);
        }
        scale
    }

    /// The same with ticks at these values, ascending.
    #[must_use]
    pub fn with_ticks(mut self, ticks: impl IntoIterator<Item = f64>) -> Self {
        self.ticks = ticks.into_iter().collect();
        self
    }

    /// The pixel of a value.
    #[must_use]
    pub fn map(&self, value: f64) -> f64 {
        #[cfg(feature = "gallery")]
        if self.log {
            return self.map_log(value);
        }
        let t = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + t * (self.range.1 - self.range.0)
    }

    /// The value at a pixel.
    #[must_use]
    pub fn invert(&self, pixel: f64) -> f64 {
        #[cfg(feature = "gallery")]
        if self.log {
            return self.invert_log(pixel);
        }
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

/// How a domain lies around the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// From the round tick below the values to the one above: for lines and dots.
    Around,
    /// The same with zero inside.
    AroundZero,
    /// From zero to the very last value, ticks only between: for bars.
    FromZero,
}

/// What ticks are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// How many, about.
    pub count: usize,
    /// Shown number = value ÷ divisor: ticks are round in the numbers that are shown.
    pub divisor: f64,
    /// The finest step that makes sense, in the unit of the values: 1 for what is counted in whole numbers.
    pub finest: f64,
}

/// The distance of two ticks, and the decimals that tell them apart.
struct Step {
    size: f64,
    decimals: usize,
}

/// The first and last tick, in steps.
fn tick_numbers(low: f64, high: f64, step: f64, fit: Fit) -> (f64, f64) {
    let (low, high) = (low / step, high / step);
    match fit {
        Fit::FromZero => (libm::ceil(low - 1e-9), libm::floor(high + 1e-9)),
        Fit::Around | Fit::AroundZero => (libm::floor(low + 1e-9), libm::ceil(high - 1e-9)),
    }
}

/// The step of 1, 2, 2.5 or 5 times a power of ten whose number of ticks is within 4 to 7 and nearest to the one wanted.
fn best_step(low: f64, high: f64, wish: Wish, fit: Fit) -> Step {
    let count = wish.count.max(1) as f64;
    let finest = wish.finest / wish.divisor;
    let power = magnitude((high - low) / count);
    let mut best = (
        f64::INFINITY,
        Step {
            size: pow10(power + 1),
            decimals: 0,
        },
    );
    for exponent in power - 1..=power + 1 {
        for (lead, more) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
            let size = lead * pow10(exponent);
            let (first, last) = tick_numbers(low, high, size, fit);
            let ticks = last - first + 1.0;
            let outside = if (4.0..=7.0).contains(&ticks) {
                0.0
            } else {
                100.0
            };
            let too_fine = if size < finest * 0.999 { 1000.0 } else { 0.0 };
            // quarters are read less easily
            let odd = if more == 1 { 1.5 } else { 0.0 };
            let score = too_fine + outside + odd + (ticks - count).abs();
            if score < best.0 {
                let decimals = usize::try_from(more - exponent).unwrap_or(0);
                best = (score, Step { size, decimals });
            }
        }
    }
    best.1
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
    use super::{Fit, Scale, Wish};

    fn wish(count: usize, divisor: f64) -> Wish {
        Wish {
            count,
            divisor,
            finest: 0.0,
        }
    }

    #[test]
    fn what_is_counted_has_whole_ticks() {
        let whole = Wish {
            finest: 1.0,
            ..wish(5, 1.0)
        };
        let s = Scale::nice((0.0, 2.0), (0.0, 10.0), whole, Fit::FromZero);
        assert_eq!(s.ticks(), [0.0, 1.0, 2.0]);
    }

    #[test]
    fn quarters_help_where_nothing_rounder_gives_four_ticks() {
        let s = Scale::nice((0.0, 1.45), (0.0, 10.0), wish(4, 1.0), Fit::FromZero);
        assert_eq!(
            (s.ticks(), s.decimals()),
            ([0.0, 0.25, 0.5, 0.75, 1.0, 1.25].as_slice(), 2)
        );
    }

    #[test]
    fn ticks_are_round_in_the_numbers_shown() {
        // 20,059 亿 shown in 亿: every 5,000
        let s = Scale::nice((1000.0, 20059.0), (0.0, 500.0), wish(5, 1.0), Fit::FromZero);
        assert_eq!(s.ticks(), [0.0, 5000.0, 10000.0, 15000.0, 20000.0]);
        // 12,522,000 people shown in 万: every 500万
        let s = Scale::nice(
            (0.0, 12_522_000.0),
            (0.0, 500.0),
            wish(6, 10_000.0),
            Fit::FromZero,
        );
        assert_eq!(s.ticks(), [0.0, 2e6, 4e6, 6e6, 8e6, 1e7, 1.2e7]);
    }

    #[test]
    fn a_scale_of_one_value_still_has_an_extent() {
        for value in [0.0, 3.0, -2.0] {
            let s = Scale::nice((value, value), (0.0, 10.0), wish(5, 1.0), Fit::Around);
            assert!(
                s.domain().0 < s.domain().1 && s.ticks().len() > 1,
                "{value}: {s:?}"
            );
        }
    }

    #[test]
    fn the_first_and_the_last_year_are_always_named() {
        // every fourth from 2023 back: 2007 would touch 2005
        let s = Scale::years((2005.0, 2023.0), (0.0, 100.0), 6);
        assert_eq!(s.ticks(), [2005.0, 2011.0, 2015.0, 2019.0, 2023.0]);
        let s = Scale::years((2004.0, 2023.0), (0.0, 100.0), 6);
        assert_eq!(s.ticks(), [2004.0, 2007.0, 2011.0, 2015.0, 2019.0, 2023.0]);
    }
}
