//! The words of a figure as HTML: title, table, notices, definition, sources.
//!
//! Each has the form that the script's part of the same name gives it, so that the takeover moves nothing.

use maud::{Markup, html};

use super::label::Label;
use crate::tell::{OtherFigure, Row, SourceCard, Table, Words};

pub(super) fn title(words: &Words) -> Markup {
    html! {
        @for piece in &words.title_pieces {
            @if piece.keep { span.keep { (piece.text) } } @else { (piece.text) }
        }
    }
}

pub(super) fn table(table: &Table) -> Markup {
    html! {
        table {
            caption { (table.caption) }
            thead {
                tr {
                    @for column in &table.columns {
                        th scope="col" class=(kind(column.numeric)) { (column.label) }
                    }
                }
            }
            tbody { @for row in &table.rows { (record(table, row)) } }
        }
    }
}

/// A row; its first column of words names it.
fn record(table: &Table, row: &Row) -> Markup {
    let role = match (row.home, row.peer) {
        (true, _) => "home",
        (_, true) => "peer",
        _ => "rest",
    };
    let first = table.columns.iter().position(|c| !c.numeric);
    html! {
        tr class=(role) {
            @for (i, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                @if Some(i) == first {
                    th scope="row" class=(kind(column.numeric)) { (cell) }
                } @else {
                    td class=(kind(column.numeric)) { (cell) }
                }
            }
        }
    }
}

fn kind(numeric: bool) -> &'static str {
    if numeric { "number" } else { "word" }
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

fn list(notices: &[String]) -> Markup {
    html! { ul { @for notice in notices { li { (notice) } } } }
}

pub(super) fn definition(words: &Words, label: &Label) -> Markup {
    html! {
        h3 { (words.indicator) }
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
        p.details { (figure.scope) " · " (linked(&figure.source, figure.url.as_deref())) }
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
