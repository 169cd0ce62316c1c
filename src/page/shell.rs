//! The explorer without a view: what an installed or offline copy shows at the address of any indicator.
//!
//! The script fills it in from the address. It has no picture and no figures of its own, so no wrong one is ever seen.

use maud::html;

use super::frame::{Frame, Kind};
use super::{Page, Site, body};
use crate::data::Lang;
use crate::figure::Figure;
use crate::tell::{Table, TitlePiece, Words};
use crate::view::View;

/// Where it lies below its language: as deep as any indicator's page, under an id that no indicator can have.
pub const SHELL: &str = "indicator/-/";

/// The explorer before it knows what to show: a document for `zh/indicator/-/`.
#[must_use]
pub fn shell_page(site: &Site<'_>, lang: Lang) -> String {
    let view = View {
        lang: Some(lang),
        ..View::default()
    };
    let mut page = Page::new(site.data, &view, super::EXPLORER);
    let opening = page.label.opening;
    blank(&mut page.wide);
    blank(&mut page.narrow);
    silence(&mut page.words, opening);
    let mut frame = Frame::new(site, Kind::Indicator, lang, SHELL);
    opening.clone_into(&mut frame.title);
    page.label.purpose.clone_into(&mut frame.description);
    frame.indexed = false;
    let desk = body::desk(&page, body::Level::Whole);
    frame.document(&html! { main.desk #content { (desk) } })
}

/// The picture's room, with nothing in it.
fn blank(figure: &mut Figure) {
    let scene = &mut figure.scene;
    scene.items.clear();
    scene.tags.clear();
    scene.spots.clear();
    scene.description.clear();
}

/// The words' room: a title that says to wait, and nothing else.
fn silence(words: &mut Words, opening: &str) {
    *words = Words {
        title: opening.to_owned(),
        title_pieces: vec![TitlePiece {
            text: opening.to_owned(),
            keep: true,
        }],
        subtitle: String::new(),
        description: String::new(),
        indicator: String::new(),
        definition: String::new(),
        formula: None,
        scope: None,
        notices: Vec::new(),
        foot: String::new(),
        table: Table {
            caption: opening.to_owned(),
            ..Table::default()
        },
        sources: Vec::new(),
        other_figures: Vec::new(),
        ..words.clone()
    };
}
