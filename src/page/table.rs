//! A table as HTML, one form for every page: complete and readable by itself, and marked up so that the script can sort, filter and copy it.
//!
//! It knows no comparison: whoever has rows makes a [`TableView`] of them.
//! What the script reads from the markup, and nothing else:
//!
//! | where | what |
//! |---|---|
//! | `div.tabular[data-tools]` | which of `sort`, `filter` and `copy` it may offer; the empty `div.tools` in it keeps their room |
//! | `th[data-key]` | the column's name, under which the order is kept when the rows change |
//! | `.number`, `.word` | what a column holds; numbers are sorted by `data-value`, or by the number in the text where there is none |
//! | `td[data-rank]` | the place that stands beside the figure: what is sorted by, and a column of its own in the copy |
//! | `tr.home`, `tr.peer`, `tr.rest` | whose row it is |
//! | `tr[data-find]` | what else the row is found by: names in the other language, pinyin |
//! | `.mark`, `.tag` | what belongs to the eye only and is not copied |
//! | `p.legend`, `p.origin` | what the marks mean, where the figures come from; the second is copied below the rows |

use maud::{Markup, html};

use crate::data::Lang;

/// From so many rows on, a table can be filtered.
pub(super) const LONG: usize = 9;

/// A table as a page shows it.
///
/// ```
/// use duibiao::data::Lang;
/// use duibiao::page::table::{Cell, Head, Line, TableView, Who, table};
/// let view = TableView {
///     caption: "每千人医师，2023年".into(),
///     columns: vec![Head::word("city", "城市"), Head::number("doctors", "医师(人)")],
///     rows: vec![
///         Line::new(Who::Rest, vec![Cell::word("杭州").link("../hangzhou/"), Cell::number("5.00", 5.004)]),
///         Line::new(Who::Home, vec![Cell::word("温州"), Cell::number("3.80", 3.795).mark("E", "估计数")]),
///     ],
///     legend: vec![("E".into(), "估计数".into())],
///     source: "来源：浙江省统计局".into(),
///     ..TableView::default()
/// };
/// let page = table(&view, Lang::Zh).into_string();
/// assert!(page.contains(r#"<th class="number" scope="col" data-key="doctors">医师(人)</th>"#));
/// assert!(page.contains(r#"<td class="number" data-value="3.795">3.80<abbr class="mark" title="估计数">E</abbr></td>"#));
/// assert!(page.contains(r#"<a href="../hangzhou/">杭州</a>"#));
/// ```
#[derive(Clone, Debug, Default)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// Its columns; the first of words names the rows.
    pub columns: Vec<Head>,
    /// Its rows, each with a cell a column.
    pub rows: Vec<Line>,
    /// What the marks on its cells mean: letter and word.
    pub legend: Vec<(String, String)>,
    /// Where the figures come from, in one line; empty where a column says it.
    pub source: String,
    /// Whether a narrow screen shows each row as a block, its cells below each other with the name of their column.
    pub stacked: bool,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its name for the script: the same in both languages, and when the rows change.
    pub key: String,
    /// Its name for the reader, with the unit.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
    /// Whose column it is, where columns are cities.
    pub who: Who,
}

/// Whose row or column it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// Home's.
    Home,
    /// A chosen peer's.
    Peer,
    /// Anybody else's, or nobody's.
    #[default]
    Rest,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Whose it is.
    pub who: Who,
    /// What it is found by beside its own words: names in the other language, pinyin.
    pub find: String,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says, in marks where it is more than a text.
    content: Markup,
    /// Whether it says nothing.
    empty: bool,
    /// Its value, to sort by.
    value: Option<f64>,
    /// A letter with its meaning: a status that is not the normal one.
    mark: Option<(String, String)>,
}

impl Head {
    /// The head of a column of words.
    #[must_use]
    pub fn word(key: &str, label: &str) -> Self {
        Self {
            key: key.to_owned(),
            label: label.to_owned(),
            numeric: false,
            who: Who::Rest,
        }
    }

    /// The head of a column of numbers; the label says the unit.
    #[must_use]
    pub fn number(key: &str, label: &str) -> Self {
        Self {
            numeric: true,
            ..Self::word(key, label)
        }
    }

    /// The same for a city's column.
    #[must_use]
    pub fn of(self, who: Who) -> Self {
        Self { who, ..self }
    }
}

impl Line {
    /// A row of these cells.
    #[must_use]
    pub fn new(who: Who, cells: Vec<Cell>) -> Self {
        Self {
            who,
            cells,
            find: String::new(),
        }
    }

    /// The same row, found by these names too.
    #[must_use]
    pub fn found_by(self, names: &str) -> Self {
        Self {
            find: names.to_owned(),
            ..self
        }
    }
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn word(text: &str) -> Self {
        Self {
            content: html! { (text) },
            empty: text.is_empty(),
            ..Self::default()
        }
    }

    /// A number as it is written, and its value.
    #[must_use]
    pub fn number(text: &str, value: impl Into<Option<f64>>) -> Self {
        Self {
            value: value.into(),
            ..Self::word(text)
        }
    }

    /// Anything; its text is what is sorted and copied.
    #[must_use]
    pub fn marked_up(content: Markup) -> Self {
        Self {
            empty: content.0.is_empty(),
            content,
            ..Self::default()
        }
    }

    /// The same as a link within the site.
    #[must_use]
    pub fn link(self, href: &str) -> Self {
        let content = html! { a href=(href) { (self.content) } };
        Self { content, ..self }
    }

    /// The same with a letter and what it means.
    #[must_use]
    pub fn mark(self, letter: &str, meaning: &str) -> Self {
        Self {
            mark: Some((letter.to_owned(), meaning.to_owned())),
            ..self
        }
    }
}

/// The table with the room of its tools, what its marks mean, and its source.
#[must_use]
pub fn table(view: &TableView, lang: Lang) -> Markup {
    let found = view.rows.len() >= LONG && view.rows.iter().any(|row| !row.find.is_empty());
    let tools = if found {
        "sort filter copy"
    } else {
        "sort copy"
    };
    html! {
        div.tabular.stacked[view.stacked] data-tools=(tools) {
            div.tools {}
            div.scroll role="region" tabindex="0" aria-label=(view.caption) {
                table {
                    caption { (view.caption) }
                    thead { tr { @for column in &view.columns { (head(column, lang)) } } }
                    tbody { @for row in &view.rows { (line(view, row, lang)) } }
                }
            }
            @if !view.legend.is_empty() {
                p.legend { @for (letter, word) in &view.legend { span { b { (letter) } " " (word) } " " } }
            }
            @if !view.source.is_empty() { p.origin { (view.source) } }
        }
    }
}

fn head(column: &Head, lang: Lang) -> Markup {
    html! {
        th class={ (kind(column)) (of(column.who)) } scope="col" data-key=(column.key) {
            (column.label) (tag(column.who, lang))
        }
    }
}

fn line(view: &TableView, row: &Line, lang: Lang) -> Markup {
    let who = match row.who {
        Who::Home => "home",
        Who::Peer => "peer",
        Who::Rest => "rest",
    };
    let first = view.columns.iter().position(|c| !c.numeric);
    let find = Some(&row.find).filter(|names| !names.is_empty());
    html! {
        tr class=(who) data-find=[find] {
            @for (i, (cell, column)) in row.cells.iter().zip(&view.columns).enumerate() {
                @if Some(i) == first {
                    th class=(kind(column)) scope="row" { (content(cell)) (tag(row.who, lang)) }
                } @else {
                    @let named = view.stacked.then_some(&column.label);
                    td class={ (kind(column)) (of(column.who)) } data-value=[cell.value] data-label=[named] { (content(cell)) }
                }
            }
        }
    }
}

fn content(cell: &Cell) -> Markup {
    html! {
        (cell.content)
        @if let Some((letter, meaning)) = cell.mark.as_ref().filter(|_| !cell.empty) {
            abbr.mark title=(meaning) { (letter) }
        }
    }
}

fn kind(column: &Head) -> &'static str {
    if column.numeric { "number" } else { "word" }
}

fn of(who: Who) -> &'static str {
    match who {
        Who::Home => " home",
        Who::Peer => " peer",
        Who::Rest => "",
    }
}

/// Home is named as home, for those who see no colour.
fn tag(who: Who, lang: Lang) -> Markup {
    html! { @if who == Who::Home { span.tag { (lang.pick("本市", "home")) } } }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Head, Line, TableView, Who, table};
    use crate::data::Lang;

    fn of(rows: usize) -> TableView {
        let line = |i: usize| {
            let cells = vec![Cell::word("市"), Cell::number("", None).mark("E", "估计数")];
            Line::new(if i == 0 { Who::Home } else { Who::Rest }, cells).found_by("city")
        };
        TableView {
            caption: "<b>".into(),
            columns: vec![Head::word("city", "城市"), Head::number("n", "数")],
            rows: (0..rows).map(line).collect(),
            ..TableView::default()
        }
    }

    #[test]
    fn only_a_long_table_is_filtered() {
        let tools = |rows| table(&of(rows), Lang::Zh).into_string();
        assert!(tools(8).contains("data-tools=\"sort copy\""));
        assert!(tools(9).contains("data-tools=\"sort filter copy\""));
    }

    #[test]
    fn home_is_named_and_an_empty_cell_has_no_mark() {
        let zh = table(&of(2), Lang::Zh).into_string();
        let row = "<tr class=\"home\" data-find=\"city\"><th class=\"word\" scope=\"row\">市<span class=\"tag\">本市</span></th>\
            <td class=\"number\"></td></tr>";
        assert!(zh.contains(row), "{zh}");
        assert_eq!(zh.matches("class=\"tag\"").count(), 1);
        assert!(!zh.contains("class=\"mark\"") && !zh.contains("class=\"origin\""));
        let en = table(&of(2), Lang::En).into_string();
        assert!(en.contains("<span class=\"tag\">home</span>"));
    }

    #[test]
    fn what_comes_from_data_stays_text() {
        let page = table(&of(1), Lang::Zh).into_string();
        assert!(
            page.contains("<caption>&lt;b&gt;</caption>")
                && page.contains("aria-label=\"&lt;b&gt;\"")
        );
    }
}
