//! The body of the served page: what it is, the finding, the picture in two widths, the table, and what stands beside them.
//!
//! The elements named `dui-…` without content are controls that only a script can bring to life; the style sheet keeps their room.

use maud::{Markup, PreEscaped, html};

use super::{Page, related, words};
use crate::data::Lang;
use crate::figure::Figure;
use crate::paint;

pub(super) fn body(page: &Page<'_>) -> Markup {
    html! {
        body {
            a.skip href="#figure" { (page.label.skip) }
            (masthead(page))
            main.desk {
                (choices(page))
                (comparison(page))
                (notes(page))
                (sources(page))
            }
            footer.colophon { p { (page.label.colophon) } }
            p.announcer.unseen role="status" {}
        }
    }
}

fn masthead(page: &Page<'_>) -> Markup {
    let other = page.lang.pick(Lang::En, Lang::Zh);
    html! {
        header.masthead {
            a.brand href=(page.at(&format!("{}/", page.lang.id()))) { (page.label.site) }
            p.tagline { (page.label.tagline) }
            div.settings {
                dui-settings {}
                a.language href=(page.indicator_in(other)) hreflang=(other.id()) lang=(other.id()) { (page.label.other) }
            }
        }
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

fn comparison(page: &Page<'_>) -> Markup {
    let words = &page.words;
    html! {
        section.comparison aria-labelledby="title" {
            dui-headline {
                h1.title #title { (words::title(words)) }
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
            div.records #records {
                details {
                    summary { (page.label.table) }
                    div.scroll role="region" tabindex="0" aria-label=(page.label.table) {
                        dui-records { (words::table(&words.table)) }
                    }
                }
            }
            p.foot { dui-foot { (words.foot) } }
            dui-downloads {}
            dui-related { (related::related(page)) }
        }
    }
}

/// The only markup that the template takes as it is: the painter has escaped what is in it.
fn picture(figure: &Figure) -> PreEscaped<String> {
    PreEscaped(paint::svg(&figure.scene))
}

fn notes(page: &Page<'_>) -> Markup {
    let (label, words) = (page.label, &page.words);
    html! {
        aside.notes {
            section.notices hidden[words.notices.is_empty()] {
                h2 { (label.notices) }
                dui-notices { (words::notices(&words.notices, label)) }
            }
            section.definition {
                h2 { (label.definition) }
                dui-definition { (words::definition(words, label)) }
            }
        }
    }
}

fn sources(page: &Page<'_>) -> Markup {
    let (label, words) = (page.label, &page.words);
    html! {
        div.origins {
            section.others hidden[words.other_figures.is_empty()] {
                h2 { (label.others) }
                p.hint { (label.others_hint) }
                dui-others { (words::others(&words.other_figures)) }
            }
            section.sources {
                h2 { (label.sources) }
                dui-sources { (words::sources(&words.sources, label)) }
            }
        }
    }
}
