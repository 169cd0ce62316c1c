//! The head of the served page: what it is called, what it may load, and what it will need first.
//!
//! The policy allows nothing from elsewhere, no inline script and no inline style.

use maud::{Markup, html};

use super::Page;
use crate::data::Lang;

/// What the page may load and run: its own files, and the core's WebAssembly.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'";

/// Home's bar between two others; in the page itself, so that no browser asks for a file that is not there.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Cpath fill='%231d4e89' d='M1 2h14v3H1z'/%3E%3Cpath fill='%23c8321f' d='M1 7h10v3H1z'/%3E\
    %3Cpath fill='%23aeb4bc' d='M1 12h6v3H1z'/%3E%3C/svg%3E";

pub(super) fn head(page: &Page<'_>) -> Markup {
    let words = &page.words;
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (words.title) " · " (page.label.site) }
            meta name="description" content=(words.description);
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            link rel="icon" href=(ICON);
            @if !page.assets.theme.is_empty() { script src=(page.at(&page.assets.theme)) {} }
            link rel="stylesheet" href=(page.at(&page.assets.style));
            (preloads(page))
            @for lang in Lang::ALL {
                link rel="alternate" hreflang=(super::label::of(lang).tag) href=(page.indicator_in(lang));
            }
            script type="module" src=(page.at(&page.assets.script)) {}
        }
    }
}

/// What the first live picture needs, in the order of need.
fn preloads(page: &Page<'_>) -> Markup {
    html! {
        @for font in &page.assets.fonts {
            link rel="preload" as="font" type="font/woff2" crossorigin href=(page.at(font));
        }
        link rel="preload" as="fetch" crossorigin href=(page.at(&page.assets.wasm));
        @for name in packs(page) {
            link rel="preload" as="fetch" crossorigin href=(page.at(&format!("data/{name}.json")));
        }
    }
}

/// The catalogue and the themes of the indicator.
fn packs(page: &Page<'_>) -> Vec<String> {
    let mut packs = vec!["catalogue".to_owned()];
    if let Some(indicator) = page.data.indicator_named(&page.indicator) {
        let themes = page.data.needs(indicator);
        packs.extend(themes.into_iter().map(|t| page.data.theme(t).id.clone()));
    }
    packs
}

impl Page<'_> {
    /// The way from this page to a path of the site.
    pub(super) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// The way to the page of this indicator in a language.
    pub(super) fn indicator_in(&self, lang: Lang) -> String {
        self.at(&format!("{}/indicator/{}/", lang.id(), self.indicator))
    }
}
