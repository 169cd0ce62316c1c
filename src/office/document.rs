//! From a figure to what a document holds: the table laid out, the notes in the order in which one asks for them.

use super::chart::native;
use super::model::{DocCell, DocColumn, DocNote, DocRow, Document};
use super::number::{Number, number};
use crate::compare::{Group, group};
use crate::data::{Dataset, Lang, Period};
use crate::figure::Figure;
use crate::tell::{Cell, Table, TipLine, Words};
use crate::view::ChartId;

/// A table as it lies in a document.
pub(super) struct Laid {
    /// Its rows, in the order of the document.
    pub(super) table: Table,
    /// Whether it has a row a year.
    pub(super) years: bool,
}

impl Laid {
    /// Years ascend, as an axis does.
    fn of(mut table: Table) -> Self {
        let year = |p: &str| p.parse::<Period>().is_ok_and(Period::is_year);
        let years = !table.rows.is_empty() && table.rows.iter().all(|r| year(&r.period));
        if table.columns.first().is_some_and(|c| c.key == "period") {
            table.rows.reverse();
        }
        Self { table, years }
    }

    /// Keeps the periods that the picture has bars of.
    fn keep(&mut self, group: &Group<'_>) {
        if !group.years || self.column("period") != Some(0) {
            return;
        }
        let shown: Vec<String> = group.bars.iter().map(|b| b.period.to_string()).collect();
        self.table.rows.retain(|row| shown.contains(&row.period));
    }

    /// The year of a row.
    pub(super) fn year(&self, index: usize) -> Option<i32> {
        let row = self.table.rows.get(index)?;
        let period = row.period.parse::<Period>().ok()?;
        period.is_year().then(|| period.year())
    }

    /// The column of a key.
    pub(super) fn column(&self, key: &str) -> Option<u16> {
        let found = self.table.columns.iter().position(|c| c.key == key)?;
        u16::try_from(found).ok()
    }
}

/// What a document about this figure holds.
///
/// ```
/// use duibiao::{base::Size, data::builtin, figure::{Frame, figure}, office::document, view::View};
/// let data = builtin();
/// let shown = figure(&data, &View::default(), Size::new(960.0, 600.0), Frame::Full);
/// let document = document(&data, &shown);
/// assert_eq!(document.rows.iter().filter(|row| row.home).count(), 1);
/// assert!(document.chart.is_some());
/// ```
#[must_use]
pub fn document(data: &Dataset, shown: &Figure) -> Document {
    let (words, lang) = (shown.words(data), shown.view.lang());
    let mut laid = Laid::of(words.table.clone());
    if shown.view.chart() == ChartId::GroupedBars {
        laid.keep(&group(data, &shown.comparison));
    }
    let home = data.region(shown.comparison.question.home);
    let legend: Vec<String> = words.table.legend.iter().map(mark).collect();
    let remarks = legend.iter().chain(&words.notices).cloned().collect();
    let columns = laid.table.columns.iter().map(|c| DocColumn {
        key: c.key.clone(),
        label: c.label.clone(),
        numeric: c.numeric,
    });
    Document {
        lang,
        columns: columns.collect(),
        rows: rows(&laid, &home.id, lang),
        remarks,
        legend,
        notes: notes(&words, lang),
        chart: native(data, shown, &laid),
        home: home.name.get(lang).to_owned(),
        title: words.title,
        subtitle: match shown.view.chart() {
            // a bar that goes left must say whose lack it is
            ChartId::GapBars => with_gap(words.subtitle, &laid),
            _ => words.subtitle,
        },
        foot: words.foot,
    }
}

/// The line under the title with what is taken from what.
fn with_gap(subtitle: String, laid: &Laid) -> String {
    let gap = laid.table.columns.iter().find(|c| c.key == "gap");
    match gap {
        Some(column) => format!("{subtitle} · {}", column.label),
        None => subtitle,
    }
}

/// What a letter beside a number means.
fn mark(line: &TipLine) -> String {
    format!("{}: {}", line.label, line.value)
}

fn rows(laid: &Laid, home: &str, lang: Lang) -> Vec<DocRow> {
    let columns = &laid.table.columns;
    let row = |(i, row): (usize, &crate::tell::Row)| DocRow {
        home: row.region == home && !home.is_empty(),
        cells: columns
            .iter()
            .zip(&row.cells)
            .map(|(column, cell)| {
                let year = laid.year(i);
                match year.filter(|_| laid.years && column.key == "period") {
                    Some(year) => of_year(cell, year, lang),
                    None => plain(cell, column.numeric),
                }
            })
            .collect(),
    };
    laid.table.rows.iter().enumerate().map(row).collect()
}

fn of_year(cell: &Cell, year: i32, lang: Lang) -> DocCell {
    DocCell {
        text: cell.text.clone(),
        value: Some(f64::from(year)),
        format: lang.pick("0\"年\"", "0").to_owned(),
        year: true,
        mark: String::new(),
    }
}

fn plain(cell: &Cell, numeric: bool) -> DocCell {
    let (text, mark) = (cell.text.clone(), cell.mark.clone());
    match number(cell).filter(|_| numeric) {
        Some(Number { value, format }) => DocCell {
            text,
            value: Some(value),
            format,
            year: false,
            mark,
        },
        None => DocCell {
            text,
            mark,
            ..DocCell::default()
        },
    }
}

/// The lines of what must be known, without those that say nothing.
struct Notes(Vec<DocNote>);

impl Notes {
    fn line(&mut self, label: &str, text: &str) {
        self.linked(label, text, None);
    }

    fn linked(&mut self, label: &str, text: &str, url: Option<&str>) {
        if text.is_empty() {
            return;
        }
        // only what a browser opens
        let url = url.filter(|u| u.starts_with("https://") || u.starts_with("http://"));
        self.0.push(DocNote {
            label: label.to_owned(),
            text: text.to_owned(),
            url: url.map(ToOwned::to_owned),
        });
    }
}

/// Definition, formula, scope, notices, sources, and figures that cannot be compared.
fn notes(words: &Words, lang: Lang) -> Vec<DocNote> {
    let mut notes = Notes(Vec::new());
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    notes.line(say("结论", "Finding"), &words.title);
    notes.line(say("图", "Figure"), &words.subtitle);
    notes.line(say("指标", "Indicator"), &words.indicator);
    notes.line(say("指标说明", "Definition"), &words.definition);
    let formula = words.formula.as_deref().unwrap_or_default();
    notes.line(say("算法", "Formula"), formula);
    let scope = words.scope.as_deref().unwrap_or_default();
    notes.line(say("口径", "Scope"), scope);
    for notice in &words.notices {
        notes.line(say("请注意", "Please note"), notice);
    }
    for card in &words.sources {
        let parts = [
            Some(card.tier_meaning.as_str()),
            Some(card.publisher.as_str()),
            card.date.as_deref(),
            Some(card.covers.as_str()),
            card.origin.as_deref(),
            Some(card.licence.as_str()),
            card.note.as_deref(),
        ];
        notes.linked(say("数据来源", "Source"), &card.title, card.url.as_deref());
        notes.line("", &joined(parts.into_iter().flatten()));
    }
    for other in &words.other_figures {
        let parts = [
            &other.region,
            &other.period,
            &other.value,
            &other.scope,
            &other.source,
        ];
        let label = say("其他数字(不可比)", "Other figures (not comparable)");
        let text = joined(parts.into_iter().map(String::as_str));
        notes.linked(label, &text, other.url.as_deref());
    }
    notes.0
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.filter(|p| !p.is_empty()).collect();
    parts.join(" · ")
}
