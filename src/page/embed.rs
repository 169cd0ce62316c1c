//! The page that stands in a frame on pages of others: one document for both languages, which the script fills from its address.
//!
//! It has no figure of its own: which one it shows stands in its query (`www/src/embed.ts`).
//! Without a script it is a link to the site.

use maud::{DOCTYPE, Markup, html};

use super::{Site, head, label};
use crate::data::Lang;

/// Where it lies, from the site's root.
pub const EMBED: &str = "embed/";
/// The script that pages of others load beside the frame; its name never changes.
pub const HOST: &str = "embed.js";
/// The script that brings the element `<duibiao-chart>` to pages of others; its name never changes.
pub const CHART: &str = "duibiao-chart.js";

/// The document for `embed/index.html`.
///
/// ```
/// use duibiao::{data::builtin, page::{Assets, Site, embed_page}};
/// let (data, assets) = (builtin(), Assets::default());
/// let page = embed_page(&Site { data: &data, assets: &assets, version: "0a1b2c3d", base: None });
/// assert!(page.contains(r#"<meta name="robots" content="noindex">"#));
/// assert!(page.contains(r#"data-data="data/0a1b2c3d/""#));
/// ```
#[must_use]
pub fn embed_page(site: &Site<'_>) -> String {
    let (zh, en) = (label::of(Lang::Zh), label::of(Lang::En));
    html! {
        (DOCTYPE)
        // the script says in which language it is, from the address
        html lang=(zh.tag) data-root=(ROOT) data-data=(site.folder()) data-page="embed" {
            (head(site, &names()))
            body {
                main #figure {
                    h1.unseen { (names()) }
                    div.picture {}
                    // what the picture shows, for who does not see it
                    div.unseen.figures {}
                    p.trouble role="alert" hidden {}
                }
                footer.foot {
                    span.newer hidden {}
                    // in a tab of its own: the page around the frame stays where it is
                    a.full href=(ROOT) target="_blank" rel="noopener" { (names()) }
                }
                noscript {
                    p { (zh.framed) a href=(ROOT) target="_blank" rel="noopener" { (zh.site) } }
                    p lang=(en.tag) { (en.framed) a href=(ROOT) target="_blank" rel="noopener" { (en.site) } }
                }
            }
        }
    }
    .into_string()
}

/// The way from the page to the site's root.
const ROOT: &str = "../";

/// The site's name in each language.
fn names() -> String {
    Lang::ALL.map(|lang| label::of(lang).site).join(" ")
}

/// The same policy as everywhere; that others may frame it is said by a header, or by none (README).
fn head(site: &Site<'_>, name: &str) -> Markup {
    let assets = site.assets;
    let at = |path: &str| format!("{ROOT}{path}");
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(head::POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (name) }
            meta name="robots" content="noindex";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            link rel="icon" type="image/svg+xml" href=(at("favicon.svg"));
            @if !assets.embed_style.is_empty() { link rel="stylesheet" href=(at(&assets.embed_style)); }
            @for font in &assets.fonts {
                link rel="preload" as="font" type="font/woff2" crossorigin href=(at(font));
            }
            link rel="preload" as="fetch" crossorigin href=(at(&format!("{}catalogue.json", site.folder())));
            @if !assets.embed.is_empty() { script type="module" src=(at(&assets.embed)) {} }
        }
    }
}
