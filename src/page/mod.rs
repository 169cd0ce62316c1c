//! The served page of one view: a whole HTML document that can be read before, and without, any script.
//!
//! It writes no file and knows no address but the way to the site's root: the command line writes what it returns.
//! Every text is escaped by the template; only a picture, which [`crate::paint`] escaped itself, goes in as it is.
//! The script takes over the elements named `dui-…`, so what they hold here has the form that it gives them there.

mod body;
mod charts;
mod city;
mod data;
mod edition;
mod embed;
mod facts;
mod foot;
mod frame;
mod head;
mod holdings;
mod jsonld;
mod label;
mod lacks;
mod manifest;
mod matrix;
mod methods;
mod missing;
mod opening;
mod path;
mod place;
mod related;
mod report;
mod scorecard;
mod shell;
mod sitemap;
mod social;
mod speech;
mod strip;
mod switcher;
pub mod table;
mod words;
mod worked;

use maud::html;
use serde::Deserialize;

use crate::base::Size;
use crate::data::{Dataset, Lang};
use crate::figure::{Figure, Frame as Shown, figure};
use crate::tell::Words;
use crate::view::View;
use frame::{Frame, Kind};
use label::Label;

pub use charts::charts_page;
pub use city::city_page;
pub use data::{Downloads, data_page};
pub use edition::Edition;
pub use embed::{CHART, EMBED, HOST, embed_page};
pub use facts::facts_page;
pub use manifest::{ICONS, Icon, TOUCH_ICON, manifest};
pub use matrix::{Sample, matrix_page, samples};
pub use methods::methods_page;
pub use missing::{missing_page, root};
pub use opening::opening_page;
pub use path::{homes, places};
pub use place::Place;
pub use report::report;
pub use scorecard::scorecard_page;
pub use shell::{SHELL, shell_page};
pub use sitemap::{robots, sitemap};
pub use social::{share_path, share_picture, vector_path};

/// The picture for a container of at least 640 px.
const WIDE: Size = Size::new(960.0, 600.0);
/// The picture for a narrower one.
const NARROW: Size = Size::new(360.0, 480.0);

/// What the bundler made, as paths from the site's root: the file `manifest.json`.
///
/// ```
/// let json = r#"{"script":"assets/app.js","style":"assets/app.css","wasm":"assets/core.wasm","fonts":[]}"#;
/// let assets: duibiao::page::Assets = serde_json::from_str(json).unwrap();
/// assert_eq!(assets.script, "assets/app.js");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Assets {
    /// The script of the pages with a figure.
    pub script: String,
    /// The small script of all other pages.
    #[serde(default)]
    pub site: String,
    /// The script of the page that stands in frames of others.
    #[serde(default)]
    pub embed: String,
    /// The page's style sheet.
    pub style: String,
    /// The style sheet of the page that stands in frames of others.
    #[serde(default)]
    pub embed_style: String,
    /// The few bytes that set the reader's theme before anything is painted; empty where there are none.
    #[serde(default)]
    pub theme: String,
    /// The core.
    pub wasm: String,
    /// The Latin fonts.
    pub fonts: Vec<String>,
    /// What writes documents: fetched, and kept for later, when a reader first asks for one.
    #[serde(default)]
    pub later: Vec<String>,
}

/// What a page is, and what it says first: two pages about one city are told apart where only this is shown.
fn told(title: &str, summary: &str, lang: Lang) -> String {
    lang.pick(format!("{title}。{summary}"), format!("{title}. {summary}"))
}

/// What all pages of a site share.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What the pages are about.
    pub data: &'a Dataset,
    /// What the bundler made.
    pub assets: &'a Assets,
    /// A name for exactly these data: the folder of their packs.
    pub version: &'a str,
    /// Where the site will stand, with a slash at its end; without it, tags that need a whole address are left out.
    pub base: Option<&'a str>,
}

impl Site<'_> {
    /// The folder of the packs, from the site's root.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("data/{}/", self.version)
    }
}

/// All that the explorer's parts are made from.
struct Page<'a> {
    data: &'a Dataset,
    /// The way to the site's root.
    root: String,
    label: &'static Label,
    words: Words,
    wide: Figure,
    narrow: Figure,
}

impl<'a> Page<'a> {
    fn new(data: &'a Dataset, view: &View, root: &str) -> Self {
        let wide = figure(data, view, WIDE, Shown::Plot);
        Self {
            data,
            root: root.to_owned(),
            label: label::of(wide.view.lang()),
            words: wide.words(data),
            narrow: figure(data, view, NARROW, Shown::Plot),
            wide,
        }
    }

    fn lang(&self) -> Lang {
        self.wide.view.lang()
    }

    fn indicator(&self) -> &str {
        self.wide.view.indicator.as_deref().unwrap_or_default()
    }
}

/// The way to the site's root from any indicator's page.
const EXPLORER: &str = "../../../";

/// The explorer at one view: a document for `zh/indicator/<id>/`.
#[must_use]
pub fn indicator_page(site: &Site<'_>, view: &View) -> String {
    let page = Page::new(site.data, view, EXPLORER);
    let path = format!("indicator/{}/", page.indicator());
    explorer(Frame::new(site, Kind::Indicator, page.lang(), path), &page)
}

fn explorer(mut frame: Frame<'_>, page: &Page<'_>) -> String {
    frame.title.clone_from(&page.words.title);
    frame.description.clone_from(&page.words.description);
    frame.packs = packs(frame.site.data, page.indicator());
    frame.pictured = Some(page.indicator().to_owned());
    let path = format!("{}/{}", frame.lang.id(), frame.path);
    frame.record = Some(jsonld::dataset(frame.site, page, &path));
    let desk = body::desk(page, body::Level::Whole);
    frame.document(&html! { main.desk #content { (desk) } })
}

/// The catalogue and the themes of an indicator.
fn packs(data: &Dataset, indicator: &str) -> Vec<String> {
    let mut packs = vec!["catalogue".to_owned()];
    if let Some(indicator) = data.indicator_named(indicator) {
        let themes = data.needs(indicator);
        packs.extend(themes.into_iter().map(|t| data.theme(t).id.clone()));
    }
    packs
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Assets, Site, indicator_page};
    use crate::data::{Lang, builtin};
    use crate::scene::{Theme, ThemeId};
    use crate::view::View;

    fn served(view: &View) -> String {
        let assets = Assets {
            script: "assets/app.js".into(),
            site: "assets/site.js".into(),
            style: "assets/app.css".into(),
            theme: "assets/theme.js".into(),
            wasm: "assets/core.wasm".into(),
            fonts: vec!["assets/a.woff2".into()],
            ..Assets::default()
        };
        let data = builtin();
        let site = Site {
            data: &data,
            assets: &assets,
            version: "0a1b2c3d",
            base: None,
        };
        indicator_page(&site, view)
    }

    /// The text of the first element that opens like this, without its marks.
    fn text(page: &str, opening: &str) -> String {
        let start = page.find(opening).expect("the element is there") + opening.len();
        let inner = page[start..].split("</h1>").next().expect("it is closed");
        inner
            .replace("<span class=\"keep\">", "")
            .replace("</span>", "")
    }

    #[test]
    fn the_heading_is_the_finding() {
        let page = served(&View::default());
        assert_eq!(
            text(&page, "<h1 class=\"title\" id=\"title\">"),
            "2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人"
        );
        assert!(page.contains("<span class=\"keep\">3.80人，</span>"));
    }

    #[test]
    fn everything_is_relative_and_nothing_is_inline() {
        let page = served(&View::default());
        assert!(page.contains("href=\"../../../data/0a1b2c3d/hospital.json\""));
        assert!(page.contains("href=\"../../../en/indicator/doctors-per-1000/\""));
        assert!(!page.contains(" style=") && !page.contains("<style"));
        // the theme, the page's own, and the block of data that is not run
        assert_eq!(page.matches("<script").count(), 3);
        assert_eq!(
            page.matches("<script type=\"application/ld+json\">")
                .count(),
            1
        );
        let from_root = |link: &&str| link.starts_with('/');
        let own = page.split("href=\"").skip(1).find(from_root);
        assert_eq!(own, None, "a link from the host's root");
    }

    /// A classic script in the head runs before the first paint; a module would run after it.
    /// The parser waits for it and looks no further, so all that must be fetched is named before it.
    #[test]
    fn the_theme_is_known_before_the_first_paint_and_holds_nothing_up() {
        let page = served(&View::default());
        let at = |text: &str| page.find(text).unwrap();
        let theme = at("<script src=\"../../../assets/theme.js\">");
        assert!(at("http-equiv") < theme && theme < at("</head>"));
        assert!(at("<link rel=\"stylesheet\"") < at("as=\"script\""));
        for fetched in [
            "as=\"script\"",
            "as=\"font\"",
            "as=\"fetch\"",
            "type=\"module\"",
        ] {
            assert!(page.rfind(fetched).unwrap() < theme, "{fetched}");
        }
    }

    #[test]
    fn hostile_text_stays_text() {
        let view = View {
            lang: Some(Lang::En),
            title: Some("<img src=x onerror=alert(1)>\"'&".into()),
            home: Some("<script>alert(2)</script>".into()),
            ..View::default()
        };
        let page = served(&view);
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
        assert!(!page.contains("<img") && !page.contains("<script>"));
    }

    #[test]
    fn the_style_sheet_has_the_colours_of_the_figures() {
        let tokens = include_str!("../../www/styles/tokens.css");
        let roles = |theme: &'static Theme| {
            let [first, second, third] = theme.peers;
            let [first_ink, second_ink, third_ink] = theme.peer_inks;
            [
                ("ground", theme.ground),
                ("text", theme.text),
                ("muted", theme.muted),
                ("grid", theme.grid),
                ("axis", theme.axis),
                ("home", theme.home),
                ("peer-1", first),
                ("peer-2", second),
                ("peer-3", third),
                ("peer-1-ink", first_ink),
                ("peer-2-ink", second_ink),
                ("peer-3-ink", third_ink),
                ("rest", theme.rest),
                ("rest-line", theme.rest_line),
                ("benchmark", theme.benchmark),
            ]
        };
        // all but the light ones stand twice, see there
        let mut times = BTreeMap::new();
        for (_, id) in ThemeId::ALL {
            for role in roles(Theme::named(id)) {
                *times.entry(role).or_insert(0) += if id == ThemeId::Light { 1 } else { 2 };
            }
        }
        for ((name, color), times) in times {
            let line = format!("--{name}: {color};");
            assert_eq!(tokens.matches(&line).count(), times, "{line}");
        }
        let strong = format!("[fill=\"{}\"]", Theme::named(ThemeId::Light).text);
        assert!(include_str!("../../www/styles/figure.css").contains(&strong));
    }

    #[test]
    fn both_pictures_and_the_table_are_served() {
        let page = served(&View::default());
        assert!(
            page.contains("viewBox=\"0 0 960 600\"") && page.contains("viewBox=\"0 0 360 480\"")
        );
        assert_eq!(page.matches("<tr class=").count(), 11);
        assert!(page.contains("<tr class=\"home\" data-find=\"Wenzhou\">"));
    }
}
