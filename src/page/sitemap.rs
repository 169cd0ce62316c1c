//! What crawlers are told: which pages there are, in which languages, and where that list lies.
//!
//! Both are texts; who writes them and where is the command line's business.

use maud::{PreEscaped, html};

use super::{Place, label};
use crate::data::Lang;

/// The site's `sitemap.xml`: every page with its address in each language that has it.
///
/// ```
/// use duibiao::{data::Lang, page::{Place, sitemap}};
/// let pages = [Lang::Zh, Lang::En].map(|lang| Place { lang, path: "data/".into() });
/// let xml = sitemap("https://example.org/sub/", &pages);
/// assert!(xml.contains("<loc>https://example.org/sub/zh/data/</loc>"));
/// assert!(xml.contains(r#"hreflang="en" href="https://example.org/sub/en/data/""#));
/// ```
#[must_use]
pub fn sitemap(base: &str, pages: &[Place]) -> String {
    let has = |lang: Lang, path: &str| pages.iter().any(|p| p.lang == lang && p.path == path);
    let address = |lang: Lang, path: &str| format!("{base}{}/{path}", lang.id());
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for page in pages {
                "\n"
                url {
                    loc { (address(page.lang, &page.path)) }
                    @for lang in Lang::ALL.into_iter().filter(|l| has(*l, &page.path)) {
                        xhtml:link rel="alternate" hreflang=(label::of(lang).tag) href=(address(lang, &page.path)) {}
                    }
                }
            }
            "\n"
        }
    }
    .into_string()
}

/// The site's `robots.txt`; only a whole address can name the sitemap.
///
/// ```
/// assert_eq!(duibiao::page::robots(None), "User-agent: *\nAllow: /\n");
/// ```
#[must_use]
pub fn robots(base: Option<&str>) -> String {
    let all = "User-agent: *\nAllow: /\n";
    base.map_or_else(
        || all.to_owned(),
        |base| format!("{all}Sitemap: {base}sitemap.xml\n"),
    )
}
