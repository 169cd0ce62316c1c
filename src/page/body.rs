//! The explorer as it is served: the finding, the picture in two widths, the table, and what stands beside them.
//!
//! The elements named `dui-…` without content are controls that only a script can bring to life; the style sheet keeps their room.

use maud::{Markup, PreEscaped, html};

use super::{Page, related, words};
use crate::figure::Figure;
use crate::paint;
use crate::tell::Words;

/// Whether the explorer is the whole page, or stands below a heading of one: its own headings are then deeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Its title is the page's.
    Whole,
    /// It stands inside a section.
    Inner,
}

impl Level {
    /// What is compared: the live part keeps the level, by the kind of the page.
    fn title(self, words: &Words) -> Markup {
        let (text, long) = (words::title(words), is_long(&words.title));
        match self {
            Self::Whole => html! { h1.title.long[long] #title { (text) } },
            Self::Inner => html! { h3.title.long[long] #title { (text) } },
        }
    }

    fn heading(self, text: &str) -> Markup {
        match self {
            Self::Whole => html! { h2 { (text) } },
            Self::Inner => html! { h3 { (text) } },
        }
    }
}

/// The explorer: what is compared, and all that stands beside it; the caller gives the element around it.
pub(super) fn desk(page: &Page<'_>, level: Level) -> Markup {
    html! {
        (choices(page))
        (comparison(page, level))
        (notes(page, level))
        (sources(page, level))
    }
}

/// The room of the pickers, and of the message when they can't be.
fn choices(page: &Page<'_>) -> Markup {
    html! {
        div.choices {
            noscript { p.hint { (page.label.without_script) } }
            div.trouble role="alert" hidden {}
            div.pickers role="group" aria-label=(page.label.controls) {
                dui-indicator {}
                dui-home {}
                dui-peers {}
                dui-scope hidden[page.words.scopes.len() < 2] {}
            }
        }
    }
}

/// Whether a title takes more than four lines of a phone, a hanzi being as wide as two letters: it is set smaller there.
fn is_long(title: &str) -> bool {
    let letters = title.chars().map(|c| if c.is_ascii() { 1 } else { 2 });
    letters.sum::<usize>() > 125
}

fn comparison(page: &Page<'_>, level: Level) -> Markup {
    let words = &page.words;
    html! {
        section.comparison aria-labelledby="title" {
            dui-headline {
                (level.title(words))
                p.subtitle { (words.subtitle) }
            }
            dui-tabs {}
            dui-periods hidden[words.periods.len() < 2] {}
            div.stage {
                div.shape {
                    dui-state {}
                    dui-figure #figure {
                        div.picture.wide { (picture(&page.wide)) }
                        div.picture.narrow { (picture(&page.narrow)) }
                    }
                }
            }
            dui-bar {}
            div.records #records {
                details {
                    summary { (page.label.table) }
                    dui-records { (words::table(words, &page.wide.view, page.data)) }
                }
            }
            p.foot { dui-foot { (words.foot) } }
            dui-downloads {}
            dui-related { (related::related(page)) }
        }
    }
}

/// The only markup that the template takes as it is: the painter has escaped what is in it.
pub(super) fn picture(figure: &Figure) -> PreEscaped<String> {
    PreEscaped(paint::svg(&figure.scene))
}

fn notes(page: &Page<'_>, level: Level) -> Markup {
    let (label, words) = (page.label, &page.words);
    html! {
        aside.notes {
            section.notices hidden[words.notices.is_empty()] {
                (level.heading(label.notices))
                dui-notices { (words::notices(&words.notices, label)) }
            }
            section.definition {
                (level.heading(label.definition))
                dui-definition { (words::definition(words, label)) }
            }
        }
    }
}

fn sources(page: &Page<'_>, level: Level) -> Markup {
    let (label, words) = (page.label, &page.words);
    html! {
        div.origins {
            section.others hidden[words.other_figures.is_empty()] {
                (level.heading(label.others))
                p.hint { (label.others_hint) }
                dui-others { (words::others(&words.other_figures)) }
            }
            section.sources {
                (level.heading(label.sources))
                dui-sources { (words::sources(&words.sources, label)) }
            }
        }
    }
}
