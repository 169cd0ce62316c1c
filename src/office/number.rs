//! A cell of a table as a number that a spreadsheet can compute with, shown as the table shows it.
//!
//! What is not a plain number (`≥1000`, `+5.3%(2014)`) stays text: nothing is guessed.

use crate::tell::Cell;

/// A number, and the format that shows it as the table does.
#[derive(Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) format: String,
}

/// How many powers of ten a unit may lie away from the figure's: from one to a trillion.
const POWERS: usize = 12;

/// The number of a cell, unrounded where the table knows it; none where the cell holds other words.
pub(super) fn number(cell: &Cell) -> Option<Number> {
    let text = cell.text.replace('−', "-");
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest, true),
        None => (text.as_str(), false),
    };
    let signed = text.starts_with('+');
    let digits = text.trim_start_matches(['+', '-']).replace(',', "");
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if !plain || text.len() > digits.len() + text.matches(',').count() + 1 {
        return None;
    }
    let shown: f64 = digits.parse().ok()?;
    let shown = if text.starts_with('-') { -shown } else { shown };
    let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
    let exact = cell.value.and_then(|v| in_unit(v, shown, decimals));
    let value = exact.unwrap_or(shown);
    let mut format = if text.contains(',') { "#,##0" } else { "0" }.to_owned();
    if decimals > 0 {
        format.push('.');
        format.push_str(&"0".repeat(decimals));
    }
    if percent {
        format.push('%');
    }
    if signed {
        format = format!("+{format};-{format};{format}");
    }
    // what is not normal about the figure stays with it
    if !cell.mark.is_empty() {
        format = format!("{format}\" {}\"", cell.mark.replace('"', ""));
    }
    let value = if percent { value / 100.0 } else { value };
    Some(Number { value, format })
}

/// The figure itself in the unit in which it is shown; none where no power of ten leads from one to the other.
fn in_unit(value: f64, shown: f64, decimals: usize) -> Option<f64> {
    let mut half = 0.5;
    for _ in 0..decimals {
        half /= 10.0;
    }
    let near = |v: f64| (v - shown).abs() <= half * 1.000_001;
    let (mut up, mut down) = (value, value);
    for _ in 0..=POWERS {
        if let Some(found) = [down, up].into_iter().find(|v| near(*v)) {
            return Some(found);
        }
        up *= 10.0;
        down /= 10.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Number, number};
    use crate::tell::Cell;

    fn of(text: &str, value: Option<f64>, mark: &str) -> Option<(f64, String)> {
        let cell = Cell {
            text: text.to_owned(),
            value,
            mark: mark.to_owned(),
            ..Cell::default()
        };
        number(&cell).map(|Number { value, format }| (value, format))
    }

    fn is(text: &str, value: f64, format: &str) {
        let (found, as_shown) = of(text, None, "").unwrap();
        assert!((found - value).abs() < 1e-12, "{text}: {found}");
        assert_eq!(as_shown, format, "{text}");
    }

    #[test]
    fn what_is_shown_is_what_is_computed_with() {
        is("62,661", 62661.0, "#,##0");
        is("3.80", 3.8, "0.00");
        is("−1.21", -1.21, "0.00");
        is("+31.9%", 0.319, "+0.0%;-0.0%;0.0%");
        is("8", 8.0, "0");
    }

    #[test]
    fn words_stay_words() {
        for text in [
            "",
            "≥1000",
            "+5.3%(2014)",
            "3.80 (8)",
            "--1",
            "1-2",
            "2023年",
            ".",
        ] {
            assert_eq!(of(text, None, ""), None, "{text}");
        }
    }

    #[test]
    fn the_figure_before_rounding_is_kept_where_it_is_the_same_figure() {
        assert_eq!(
            of("3.80", Some(3.8036), ""),
            Some((3.8036, "0.00".to_owned()))
        );
        assert_eq!(
            of("20,059", Some(2_005_923_000_000.0), "")
                .unwrap()
                .0
                .round(),
            20059.0
        );
        // another figure than the one that is shown
        assert_eq!(of("3.80", Some(4.2), ""), Some((3.8, "0.00".to_owned())));
        assert_eq!(
            of("3.80", Some(3.8), "E"),
            Some((3.8, "0.00\" E\"".to_owned()))
        );
    }
}
