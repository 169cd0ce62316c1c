//! The table as CSV, for spreadsheets and programs.

use std::fmt::Write as _;

use super::table::Table;

/// The table as CSV: UTF-8 with a byte order mark and CRLF; head and rows first, for programs, then title, caption and source, for people.
/// The last columns of a row say the status and the sources of its figures.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
#[must_use]
pub fn csv(table: &Table, title: &str, foot: &str) -> String {
    let mut out = String::from("\u{feff}");
    csv_line(&mut out, table.columns.iter().map(|c| c.label.as_str()));
    for row in &table.rows {
        csv_line(&mut out, row.cells.iter().map(|c| c.text.as_str()));
    }
    for text in ["", title, table.caption.as_str(), foot] {
        csv_line(&mut out, [text]);
    }
    out
}

/// Writes a line of CSV: quoted where needed, and nothing that a spreadsheet would take for a formula.
pub fn csv_line<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        let text = harmless(&cell.replace('−', "-"));
        if text.contains([',', '"', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", text.replace('"', "\"\""));
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

/// Numbers may begin with a sign; anything else that begins like a formula is quoted.
fn harmless(text: &str) -> String {
    let number = text
        .strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        return format!("'{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_begins_like_a_formula_is_made_harmless() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("-1.21"), "-1.21");
        assert_eq!(harmless("+31.9%"), "+31.9%");
    }
}
