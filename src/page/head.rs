//! The head of the served page: what it is called, what it may load, and what it will need first.
//!
//! The policy allows nothing from elsewhere, no inline script and no inline style.

use maud::{Markup, html};

use super::frame::Frame;
use super::label::Label;
use super::{TOUCH_ICON, jsonld, social};
use crate::scene::{Theme, ThemeId};

/// What the page may load and run: its own files, and the core's WebAssembly.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'";

pub(super) fn head(frame: &Frame<'_>) -> Markup {
    let assets = frame.site.assets;
    html! {
        head {
            (basics(POLICY, &frame.title, &frame.description, frame.label()))
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            (colours())
            (icons(frame))
            link rel="stylesheet" href=(frame.at(&assets.style));
            // before the rest: a browser has six connections at once to a host of old habits
            @if !assets.theme.is_empty() { link rel="preload" as="script" href=(frame.at(&assets.theme)); }
            @for font in &assets.fonts {
                link rel="preload" as="font" type="font/woff2" crossorigin href=(frame.at(font));
            }
            (preloads(frame))
            @if frame.indexed { (social::tags(frame)) } @else { meta name="robots" content="noindex"; }
            (scripts(frame))
            // it holds up the parser, which a policy in a tag keeps from looking ahead: all that must be fetched is named before it.
            @if !assets.theme.is_empty() { script src=(frame.at(&assets.theme)) {} }
            @if let Some(record) = &frame.record { (jsonld::block(record)) }
        }
    }
}

/// What the first live picture needs, in the order of need. The served picture comes first: the script gives them
/// their media once that is painted, so that on a slow line nothing takes the way from it.
fn preloads(frame: &Frame<'_>) -> Markup {
    html! {
        @if !frame.packs.is_empty() {
            link rel="preload" as="fetch" crossorigin media="not all" href=(frame.at(&frame.site.assets.wasm));
        }
        @for name in &frame.packs {
            link rel="preload" as="fetch" crossorigin media="not all" href=(frame.at(&format!("{}{name}.json", frame.site.folder())));
        }
    }
}

/// The colour of what the browser draws around the page.
fn colours() -> Markup {
    html! {
        @for (scheme, id) in [("light", ThemeId::Light), ("dark", ThemeId::Dark)] {
            meta name="theme-color" media={ "(prefers-color-scheme: " (scheme) ")" } content=(Theme::named(id).ground);
        }
    }
}

/// The icons and the manifest, all named: a browser that is told nothing asks the host's root for them.
fn icons(frame: &Frame<'_>) -> Markup {
    html! {
        link rel="icon" type="image/svg+xml" href=(frame.at("favicon.svg"));
        link rel="apple-touch-icon" href=(frame.at(TOUCH_ICON.file));
        link rel="manifest" href=(frame.to("manifest.webmanifest"));
    }
}

/// The explorer's script where there is one, else the small one.
fn scripts(frame: &Frame<'_>) -> Markup {
    let assets = frame.site.assets;
    let script = if frame.kind.is_live() {
        &assets.script
    } else {
        &assets.site
    };
    html! {
        @if !script.is_empty() { script type="module" src=(frame.at(script)) {} }
    }
}

/// What the head of any document begins with: what it may load, and what it is called.
pub(super) fn basics(policy: &str, title: &str, description: &str, label: &Label) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy);
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) " · " (label.site) }
        meta name="description" content=(description);
    }
}
