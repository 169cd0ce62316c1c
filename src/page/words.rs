//! The words of a figure as HTML: title, table, notices, definition, sources.
//!
//! Each has the form that the script's part of the same name gives it, so that the takeover moves nothing.

use maud::{Markup, html};

use super::label::Label;
use super::table::{Cell, Head, Line, TableView, Who};
use crate::data::{Dataset, Lang, Status};
use crate::tell::{self, Column, OtherFigure, Row, SourceCard, Table, TipLine, TitlePiece, Words};
use crate::view::View;

pub(super) fn title(words: &Words) -> Markup {
    html! {
        @for (text, keep) in attached(&words.title_pieces) {
            @if keep { span.keep { (text) } } @else { (text) }
        }
    }
}

/// A comma belongs to the piece before it: no line begins with one.
fn attached(pieces: &[TitlePiece]) -> Vec<(String, bool)> {
    let mut all: Vec<(String, bool)> = Vec::new();
    for piece in pieces {
        let comma = piece
            .text
            .chars()
            .next()
            .filter(|c| matches!(c, ',' | '，'));
        let rest = match (comma, all.last_mut()) {
            (Some(comma), Some((before, _))) => {
                before.push(comma);
                &piece.text[comma.len_utf8()..]
            }
            _ => piece.text.as_str(),
        };
        all.push((rest.to_owned(), piece.keep));
    }
    all
}

/// The table of a figure; `view` is complete and says who is home.
pub(super) fn table(words: &Words, view: &View, data: &Dataset) -> Markup {
    let lang = view.lang();
    let table = &without_normal(&words.table, lang);
    let rows = table.rows.iter().map(|row| record(table, row, view, data));
    let view = TableView {
        caption: table.caption.clone(),
        columns: table.columns.iter().map(|c| head(c, view)).collect(),
        rows: rows.collect(),
        legend: table
            .legend
            .iter()
            .map(|l| (l.label.clone(), l.value.clone()))
            .collect(),
        source: words.foot.clone(),
        stacked: false,
    };
    super::table::table(&view, lang)
}

/// The table without the word that a figure is normal, and without the column of remarks where nothing else stands in it.
fn without_normal(table: &Table, lang: Lang) -> Table {
    let mut table = table.clone();
    let Some(at) = table.columns.iter().position(|c| c.key == "remarks") else {
        return table;
    };
    let (normal, comma) = (tell::status(Status::A, lang), lang.pick("、", ", "));
    for row in &mut table.rows {
        let told = row.cells[at].text.split(comma).filter(|t| *t != normal);
        row.cells[at].text = told.collect::<Vec<_>>().join(comma);
    }
    if table.rows.iter().all(|row| row.cells[at].text.is_empty()) {
        table.columns.remove(at);
        for row in &mut table.rows {
            row.cells.remove(at);
        }
    }
    table
}

fn head(column: &Column, view: &View) -> Head {
    let make = if column.numeric {
        Head::number
    } else {
        Head::word
    };
    make(&column.key, &column.label).of(who(view, &column.key))
}

/// Whose row or column it is.
fn who(view: &View, id: &str) -> Who {
    if view.home.as_deref() == Some(id) {
        Who::Home
    } else if view.peers.iter().flatten().any(|peer| peer == id) {
        Who::Peer
    } else {
        Who::Rest
    }
}

fn record(table: &Table, row: &Row, view: &View, data: &Dataset) -> Line {
    let lang = view.lang();
    let meaning = |mark: &str| table.legend.iter().find(|l| l.label == mark);
    let cells = row.cells.iter().map(|cell| {
        let made = if cell.links.is_empty() {
            Cell::number(&cell.text, cell.value)
        } else {
            Cell::marked_up(links(&cell.links, lang))
        };
        match meaning(&cell.mark) {
            Some(l) => made.mark(&l.label, &l.value),
            None => made,
        }
    });
    let names = data.region_named(&row.region).map(|r| &data.region(r).name);
    let other = names.map(|n| n.get(lang.pick(Lang::En, Lang::Zh)));
    Line::new(who(view, &row.region), cells.collect()).found_by(other.unwrap_or_default())
}

fn links(links: &[TipLine], lang: Lang) -> Markup {
    html! {
        @for (i, link) in links.iter().enumerate() {
            @if i > 0 { (lang.pick("；", "; ")) }
            (linked(&link.value, link.url.as_deref()))
        }
    }
}

/// As many notices are in sight; the others are folded.
const IN_SIGHT: usize = 4;

pub(super) fn notices(notices: &[String], label: &Label) -> Markup {
    let (shown, folded) = notices.split_at(notices.len().min(IN_SIGHT));
    html! {
        (list(shown))
        @if !folded.is_empty() {
            details {
                summary { (label.more.0) (folded.len()) (label.more.1) }
                (list(folded))
            }
        }
    }
}

/// Notices, one an item.
pub(super) fn list(notices: &[String]) -> Markup {
    html! { ul { @for notice in notices { li { (notice) } } } }
}

pub(super) fn definition(words: &Words, label: &Label) -> Markup {
    html! {
        // the empty explorer has no indicator yet
        @if !words.indicator.is_empty() { h3 { (words.indicator) } }
        p { (words.definition) }
        (line(label.formula, words.formula.as_deref()))
        (line(label.scope, words.scope.as_deref()))
    }
}

fn line(name: &str, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { p.line { b { (name) } " " (text) } } }
}

pub(super) fn sources(cards: &[SourceCard], label: &Label) -> Markup {
    html! { ol { @for card in cards { li { (source(card, label)) } } } }
}

fn source(card: &SourceCard, label: &Label) -> Markup {
    html! {
        p.source {
            abbr.tier title=(card.tier_meaning) { (card.tier) }
            " " (linked(&card.title, card.url.as_deref()))
        }
        p.details {
            (card.tier_meaning) " · " (card.publisher)
            (part(label.dated, card.date.as_deref()))
            (part(label.covers, Some(&card.covers)))
            (part(label.origin, card.origin.as_deref()))
            (part(label.licence, Some(&card.licence)))
        }
        @if let Some(note) = &card.note { p.details { (note) } }
    }
}

fn part(name: &str, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text.filter(|t| !t.is_empty()) { " · " (name) " " (text) } }
}

pub(super) fn others(figures: &[OtherFigure]) -> Markup {
    html! { ul { @for figure in figures { li { (other(figure)) } } } }
}

fn other(figure: &OtherFigure) -> Markup {
    html! {
        p { b { (figure.region) } " " (figure.period) " " (figure.value) }
        p.details {
            @if !figure.scope.is_empty() { (figure.scope) " · " }
            (linked(&figure.source, figure.url.as_deref()))
        }
        @if let Some(note) = &figure.note { p.details { (note) } }
    }
}

/// A link only to a web address; anything else is text.
pub(super) fn linked(text: &str, url: Option<&str>) -> Markup {
    let web = |u: &&str| u.starts_with("https://") || u.starts_with("http://");
    html! {
        @match url.filter(web) {
            Some(url) => a href=(url) rel="noopener noreferrer" { (text) },
            None => (text),
        }
    }
}
