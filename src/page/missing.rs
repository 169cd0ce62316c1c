//! The page for an address that leads nowhere: what may have happened, and every way on.
//!
//! A host answers with it at any depth, so alone among the pages it names its files from the host's root.
//! It has both languages; the script keeps the address's own and offers what was probably meant.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::{Site, label};
use crate::data::{Dataset, Lang};
use crate::tell::capital;

/// The document for `404.html`.
#[must_use]
pub fn missing_page(site: &Site<'_>) -> String {
    let mut frame = Frame::new(site, Kind::Missing, Lang::Zh, "");
    frame.root = root(site.base);
    let title = |lang: Lang| label::of(lang).missing;
    frame.title = format!("{} {}", title(Lang::Zh), title(Lang::En));
    frame.description = frame.title.clone();
    frame.indexed = false;
    let content = html! {
        main.paper.astray #content {
            @for lang in Lang::ALL { (section(&frame, lang)) }
        }
    };
    frame.document(&content)
}

/// The way to the site's root from any address of its host: the base's own path, else the host's root.
///
/// ```
/// use duibiao::page::root;
/// assert_eq!(root(Some("https://example.org/sub/")), "/sub/");
/// assert_eq!(root(None), "/");
/// ```
#[must_use]
pub fn root(base: Option<&str>) -> String {
    let after = base.and_then(|b| b.split_once("://")).map(|(_, rest)| rest);
    let path = after.and_then(|rest| rest.split_once('/'));
    path.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"))
}

fn section(frame: &Frame<'_>, lang: Lang) -> Markup {
    let label = label::of(lang);
    let to = |path: &str| frame.at(&format!("{}/{path}", lang.id()));
    html! {
        section.lost lang=(label.tag) data-lang=(lang.id()) {
            h1 { (label.missing) }
            p.lead { (label.missing_why) }
            // the script says here what the address named, and what is near it
            div.nearest role="status" {}
            p { a href=(to("")) { (label.to_opening) } }
            h2 { (label.all_indicators) }
            (indicators(frame.site.data, lang, &to))
        }
    }
}

/// Every indicator by its theme: where search is not needed.
fn indicators(data: &Dataset, lang: Lang, to: &impl Fn(&str) -> String) -> Markup {
    html! {
        @for (theme, named) in data.themes() {
            @let own: Vec<_> = data.indicators().filter(|(_, i)| i.theme == theme).collect();
            @if !own.is_empty() {
                details {
                    summary { (named.name.get(lang)) }
                    ul {
                        @for (_, indicator) in own {
                            li { a href=(to(&format!("indicator/{}/", indicator.id))) { (capital(indicator.name.get(lang))) } }
                        }
                    }
                }
            }
        }
    }
}
