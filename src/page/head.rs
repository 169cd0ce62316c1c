//! The head of the served page: what it is called, what it may load, and what it will need first.
//!
//! The policy allows nothing from elsewhere, no inline script and no inline style.

use maud::{Markup, html};

use super::frame::Frame;
use super::label;
use crate::data::Lang;

/// What the page may load and run: its own files, and the core's WebAssembly.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'";

/// Home's bar between two others; in the page itself, so that no browser asks for a file that is not there.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Cpath fill='%231d4e89' d='M1 2h14v3H1z'/%3E%3Cpath fill='%23c8321f' d='M1 7h10v3H1z'/%3E\
    %3Cpath fill='%23aeb4bc' d='M1 12h6v3H1z'/%3E%3C/svg%3E";

pub(super) fn head(frame: &Frame<'_>) -> Markup {
    let assets = frame.site.assets;
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (frame.title) " · " (frame.label().site) }
            meta name="description" content=(frame.description);
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            link rel="icon" href=(ICON);
            @if !assets.theme.is_empty() { script src=(frame.at(&assets.theme)) {} }
            link rel="stylesheet" href=(frame.at(&assets.style));
            @for font in &assets.fonts {
                link rel="preload" as="font" type="font/woff2" crossorigin href=(frame.at(font));
            }
            (preloads(frame))
            @for lang in Lang::ALL {
                link rel="alternate" hreflang=(label::of(lang).tag) href=(frame.here_in(lang));
            }
            @if frame.kind.is_live() { script type="module" src=(frame.at(&assets.script)) {} }
        }
    }
}

/// What the first live picture needs, in the order of need.
fn preloads(frame: &Frame<'_>) -> Markup {
    html! {
        @if !frame.packs.is_empty() {
            link rel="preload" as="fetch" crossorigin href=(frame.at(&frame.site.assets.wasm));
        }
        @for name in &frame.packs {
            link rel="preload" as="fetch" crossorigin href=(frame.at(&format!("{}{name}.json", frame.site.folder())));
        }
    }
}
