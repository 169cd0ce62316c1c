//! The table of a trend: a row a period, newest first, with a column a city.
//!
//! A cell has no room for words: what is not normal about its figure is a letter there, and a word in the column of remarks.

use super::finding::Finding;
use super::number::Display;
use super::period::period;
use super::sentence::Speaker;
use super::table::{Cell, Row, Table, cell, column, origin, remarks_label, source_column, status};
use super::tip::{TipLine, line};
use super::words::display;
use crate::base::sort_by_key;
use crate::compare::Member;
use crate::data::{Period, Status};

pub(super) fn by_period(s: &Speaker<'_>) -> Table {
    let lang = s.lang;
    let shown = display(s.data, s.c, Finding::Trend, lang);
    let mut members: Vec<&Member> = s.c.members.iter().collect();
    sort_by_key(&mut members, |m| m.role);
    let word = |key: &str, label: &str| column(key, label.to_owned(), false);
    let mut columns = vec![word("period", lang.pick("时期", "Period"))];
    columns.extend(members.iter().map(|m| {
        let id = &s.data.region(m.region).id;
        column(id, s.name(m).to_owned(), true)
    }));
    columns.push(word("remarks", remarks_label(lang)));
    columns.push(source_column(lang));
    let mut legend = Vec::new();
    let rows = s.c.periods.iter().rev();
    let rows = rows.map(|p| row_of(s, &shown, &members, *p, &mut legend));
    Table {
        caption: super::subtitle(s.data, s.c, Finding::Trend, lang),
        rows: rows.collect(),
        columns,
        legend,
    }
}

fn row_of(
    s: &Speaker<'_>,
    shown: &Display,
    members: &[&Member],
    when: Period,
    legend: &mut Vec<TipLine>,
) -> Row {
    let mut cells = vec![Cell::from(period(when, s.lang))];
    let mut readings = Vec::new();
    let mut told = String::new();
    for m in members {
        let reading = s.c.series_of(m.region).and_then(|series| series.at(when));
        let Some(r) = reading else {
            cells.push(Cell::default());
            continue;
        };
        let mut made = Cell::from(cell(shown, r, s.lang));
        made.value = Some(r.value);
        if r.status != Status::A {
            let (letter, word) = (letter(r.status), status(r.status, s.lang));
            made.mark = letter.to_owned();
            if !told.is_empty() {
                told.push_str(s.lang.pick("、", ", "));
            }
            for part in [s.name(m), s.lang.pick("", ": "), word] {
                told.push_str(part);
            }
            if legend.iter().all(|l| l.label != letter) {
                legend.push(line(letter, word.to_owned()));
            }
        }
        cells.push(made);
        readings.push(*r);
    }
    if told.is_empty() && !readings.is_empty() {
        told.push_str(status(Status::A, s.lang));
    }
    cells.push(Cell::from(told));
    cells.push(origin(s, &readings));
    Row {
        region: String::new(),
        period: when.to_string(),
        cells,
    }
}

/// The letter of a status that a value can have.
pub(super) fn letter(status: Status) -> &'static str {
    match status {
        Status::P => "P",
        Status::E => "E",
        Status::D => "D",
        Status::U => "U",
        _ => "",
    }
}
