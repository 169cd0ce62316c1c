//! Numbers as people of each language write them: 亿 and 万, or billion and million, never "10,000万".
//!
//! No digit is invented: a number is shown with at most the decimals that its indicator has.

use crate::base::math::{magnitude, pow10};
use crate::data::{Indicator, Lang, Style, Unit};

/// How the numbers of one indicator are shown together: all by the same power of ten, with the same decimals.
///
/// ```
/// use duibiao::{data::Lang, tell::Display};
/// let data = duibiao::data::builtin();
/// let gdp = data.indicator(data.indicator_named("gdp").unwrap());
/// let display = Display::for_values(gdp, data.unit(gdp.unit), Lang::Zh, 20059.0);
/// assert_eq!((display.number(20059.0), display.unit.as_str()), ("20,059".to_owned(), "亿元"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Display {
    /// Shown number = value ÷ divisor.
    pub divisor: f64,
    /// Decimals shown.
    pub decimals: usize,
    /// The unit that the shown numbers have (亿元, billion yuan).
    pub unit: String,
    lang: Lang,
}

impl Display {
    /// How to show values up to this size together.
    #[must_use]
    pub fn for_values(indicator: &Indicator, unit: &Unit, lang: Lang, largest: f64) -> Self {
        Self::with_typical(indicator, unit, lang, largest, largest)
    }

    /// The same by the power that suits a typical one of them: a single giant must not make the others 0.87 trillion.
    #[must_use]
    pub fn with_typical(
        indicator: &Indicator,
        unit: &Unit,
        lang: Lang,
        largest: f64,
        typical: f64,
    ) -> Self {
        let power = power(unit, lang, typical.abs());
        let own = magnitude(unit.scale);
        let shift = power.map_or(0, |p| p - own);
        let divisor = pow10(shift);
        Self {
            divisor,
            decimals: decimals(indicator, unit, shift, largest / divisor),
            unit: unit_name(unit, lang, power),
            lang,
        }
    }

    /// Numbers without a unit, as an index has them.
    #[cfg(feature = "gallery")]
    #[must_use]
    pub fn plain(decimals: usize, lang: Lang) -> Self {
        Self {
            divisor: 1.0,
            decimals,
            unit: String::new(),
            lang,
        }
    }

    /// The number alone, by the common power and with the common decimals.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        grouped(value / self.divisor, self.decimals, self.lang)
    }

    /// The number with no more decimals than it was recorded with, for what a source states roughly.
    #[must_use]
    pub fn rough(&self, value: f64) -> String {
        let shown = value / self.divisor;
        let decimals = self.decimals.min(super::words::written_decimals(shown));
        grouped(shown, decimals, self.lang)
    }

    /// The number without trailing zeros, for an axis.
    #[must_use]
    pub fn tick(&self, value: f64, decimals: usize) -> String {
        grouped(value / self.divisor, decimals, self.lang)
    }
}

/// The power of ten by which an amount is read; `None` for units that are never rescaled.
fn power(unit: &Unit, lang: Lang, value: f64) -> Option<i32> {
    if !matches!(unit.style, Style::Count | Style::Money) || has_own_scale(unit) {
        return None;
    }
    let base = value * unit.scale;
    let large = unit.scale > 1.0;
    let power = match lang {
        Lang::Zh if base >= 1e8 => 8,
        Lang::Zh if base >= 1e6 || (large && base >= 1e4) => 4,
        Lang::En if base >= 1e12 => 12,
        Lang::En if base >= 1e9 => 9,
        Lang::En if base >= 1e6 => 6,
        _ => 0,
    };
    Some(power)
}

/// Rates such as "people per km²" carry their own scale in the name.
fn has_own_scale(unit: &Unit) -> bool {
    unit.base.en.contains("per ") || unit.base.en.contains('²')
}

/// At most the indicator's own digits, and at most five in all.
#[expect(clippy::cast_sign_loss, reason = "clamped to 0 and above")]
fn decimals(indicator: &Indicator, unit: &Unit, shift: i32, shown: f64) -> usize {
    let known = shift + i32::from(indicator.precision);
    if !matches!(unit.style, Style::Count | Style::Money) {
        return known.max(0) as usize;
    }
    known.min(4 - magnitude(shown)).clamp(0, 4) as usize
}

fn unit_name(unit: &Unit, lang: Lang, power: Option<i32>) -> String {
    let Some(power) = power else {
        return unit.base.get(lang).to_owned();
    };
    let prefix = match (lang, power) {
        (Lang::Zh, 8) => "亿",
        (Lang::Zh, 4) => "万",
        (Lang::En, 12) => "trillion ",
        (Lang::En, 9) => "billion ",
        (Lang::En, 6) => "million ",
        _ => "",
    };
    format!("{prefix}{}", unit.base.get(lang))
}

/// An amount with its unit, as it stands in a sentence: `1.25亿元`, `¥125 million`, `3.80人`, `3.80`.
///
/// ```
/// use duibiao::{data::Lang, tell::amount};
/// let data = duibiao::data::builtin();
/// let gdp = data.indicator(data.indicator_named("gdp").unwrap());
/// let unit = data.unit(gdp.unit);
/// assert_eq!(amount(gdp, unit, Lang::Zh, 8730.6), "8730.6亿元");
/// assert_eq!(amount(gdp, unit, Lang::En, 8730.6), "¥873.06 billion");
/// ```
#[must_use]
pub fn amount(indicator: &Indicator, unit: &Unit, lang: Lang, value: f64) -> String {
    let display = Display::for_values(indicator, unit, lang, value);
    // rounding can reach the next power: 9999.99万 is 1亿
    let rounded = rounded(value, &display);
    let display = Display::for_values(indicator, unit, lang, rounded);
    let mut number = display.number(value);
    if display.divisor > 1.0 && number.contains('.') {
        // by a higher power zeros at the end are no news: 1.25亿, not 1.2500亿
        number.truncate(number.trim_end_matches('0').trim_end_matches('.').len());
    }
    with_unit(unit, lang, &number, &display.unit)
}

/// The same of a recorded value with this many decimals; a higher power adds no zeros at the end: ¥100 billion.
#[expect(clippy::cast_sign_loss, reason = "clamped to 0 and above")]
pub(super) fn amount_with(unit: &Unit, lang: Lang, value: f64, decimals: usize) -> String {
    let power = power(unit, lang, value.abs());
    let shift = power.map_or(0, |p| p - magnitude(unit.scale));
    let decimals = i32::try_from(decimals).unwrap_or(0) + shift;
    let mut number = grouped(value / pow10(shift), decimals.clamp(0, 9) as usize, lang);
    if shift > 0 && number.contains('.') {
        number.truncate(number.trim_end_matches('0').trim_end_matches('.').len());
    }
    with_unit(unit, lang, &number, &unit_name(unit, lang, power))
}

/// A number with its unit as each language puts it.
fn with_unit(unit: &Unit, lang: Lang, number: &str, name: &str) -> String {
    match (lang, unit.style) {
        (_, Style::Percent | Style::Permille) | (Lang::Zh, _) => format!("{number}{name}"),
        (Lang::En, Style::Money) => {
            let power = name.trim_end_matches("yuan").trim_end();
            let gap = if power.is_empty() { "" } else { " " };
            match number.strip_prefix('−') {
                Some(digits) => format!("−¥{digits}{gap}{power}"),
                None => format!("¥{number}{gap}{power}"),
            }
        }
        (Lang::En, Style::Count) => match name.split(' ').next().unwrap_or_default() {
            power @ ("million" | "billion" | "trillion") => format!("{number} {power}"),
            _ => number.to_owned(),
        },
        (Lang::En, Style::Plain) => format!("{number} {name}"),
    }
}

fn rounded(value: f64, display: &Display) -> f64 {
    let step = display.divisor / pow10(i32::try_from(display.decimals).unwrap_or(0));
    libm::round(value / step) * step
}

/// A difference with its unit: by the power of the level it belongs to; percentages differ by percentage points.
#[must_use]
pub fn difference(
    indicator: &Indicator,
    unit: &Unit,
    lang: Lang,
    value: f64,
    level: f64,
) -> String {
    let number = || grouped(value, usize::from(indicator.precision), lang);
    match (unit.style, lang) {
        (Style::Percent, _) => lang.pick(
            format!("{}个百分点", number()),
            format!("{} percentage points", number()),
        ),
        (Style::Permille, _) => {
            lang.pick(format!("{}个千分点", number()), format!("{}‰", number()))
        }
        // "4.19 men per 100 women more" would stumble
        (Style::Plain, Lang::En) if unit.base.en.contains("per ") => number(),
        _ => {
            let display = Display::with_typical(indicator, unit, lang, value, level);
            if display.unit.starts_with("trillion") && value.abs() < display.divisor {
                // ¥360.6 billion, not ¥0.3606 trillion
                return amount(indicator, unit, lang, value);
            }
            with_unit(unit, lang, &display.number(value), &display.unit)
        }
    }
}

/// A share or a growth rate with one decimal: `5.9%`.
#[must_use]
pub fn percent(ratio: f64, lang: Lang) -> String {
    format!("{}%", grouped(ratio * 100.0, 1, lang))
}

/// A ratio to something else with its sign: `+31.9%`, `−24.2%`.
#[must_use]
pub fn relative(ratio: f64, lang: Lang) -> String {
    let text = percent(ratio, lang);
    if ratio > 0.0 && !is_zero(&text) {
        return format!("+{text}");
    }
    text
}

/// A number with its sign, as a gap is written: `+1.21`, `−1.21`, `0.00`.
#[must_use]
pub fn signed(display: &Display, value: f64) -> String {
    let text = display.number(value);
    if value > 0.0 && !is_zero(&text) {
        return format!("+{text}");
    }
    text
}

fn is_zero(text: &str) -> bool {
    !text.chars().any(|c| ('1'..='9').contains(&c))
}

/// The unit under a chart's title; English counts have it in the indicator's name.
#[must_use]
pub fn axis_label(display: &Display, unit: &Unit, lang: Lang) -> String {
    let named = lang == Lang::En && unit.style == Style::Count && display.unit == unit.base.en;
    if display.unit.is_empty() || named {
        return String::new();
    }
    lang.pick(
        format!("单位：{}", display.unit),
        format!("in {}", display.unit),
    )
}

/// Digits in groups of three: from five digits on in Chinese, from four in English; a true minus sign.
///
/// ```
/// use duibiao::{data::Lang, tell::grouped};
/// assert_eq!(grouped(-37046.0, 0, Lang::Zh), "−37,046");
/// assert_eq!((grouped(8730.6, 1, Lang::Zh), grouped(8730.6, 1, Lang::En)), ("8730.6".into(), "8,730.6".into()));
/// assert_eq!((grouped(5.55, 1, Lang::Zh), grouped(6.25, 1, Lang::Zh)), ("5.6".into(), "6.3".into()));
/// assert_eq!(grouped(-0.001, 1, Lang::En), "0.0");
/// ```
#[must_use]
pub fn grouped(value: f64, decimals: usize, lang: Lang) -> String {
    // 5.55 is stored a hair below itself and would be cut to 5.5: halves go up, as readers expect
    let step = pow10(-i32::try_from(decimals).unwrap_or(0));
    let nudge = (value.abs() * 8.0 * f64::EPSILON).min(step * 1e-3);
    let text = format!("{:.decimals$}", value.abs() + nudge);
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let negative = value < 0.0 && !is_zero(&text);
    let mut out = String::with_capacity(text.len() + 4);
    if negative {
        out.push('−');
    }
    let group = whole.len() >= lang.pick(5, 4);
    for (i, digit) in whole.chars().enumerate() {
        if group && i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(fraction);
    out
}
