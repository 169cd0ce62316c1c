//! What every page of the site has around its own content: the head, the masthead with the way to the other pages, the foot.
//!
//! It knows what a page is called and where it lies, not what is in it.

use maud::{DOCTYPE, Markup, html};

use super::label::{self, Label};
use super::{Site, foot, head, path};
use crate::data::{Lang, RegionId};

/// What a page is: the script and the style sheet read it from the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What a visitor meets first.
    Opening,
    /// The explorer, at one indicator.
    Indicator,
    /// A home against its peers over all indicators.
    Scorecard,
    /// One city.
    City,
    /// Industry figures that cannot be ranked.
    Facts,
    /// Sources, coverage, gaps, licences, downloads.
    Data,
    /// How everything is computed.
    Methods,
    /// Every chart, with an example.
    Charts,
    /// The answer to an address that leads nowhere.
    Missing,
}

impl Kind {
    /// Its name in `data-page`.
    fn id(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Indicator => "indicator",
            Self::Scorecard => "scorecard",
            Self::City => "city",
            Self::Facts => "facts",
            Self::Data => "data",
            Self::Methods => "methods",
            Self::Charts => "charts",
            Self::Missing => "missing",
        }
    }

    /// Whether the core is started on it.
    pub(super) fn is_live(self) -> bool {
        matches!(self, Self::Opening | Self::Indicator)
    }
}

/// A page without its content.
pub(super) struct Frame<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) kind: Kind,
    pub(super) lang: Lang,
    /// Whose page it is; its links lead to pages of the same home.
    pub(super) home: RegionId,
    /// Where it lies below its language: `indicator/gdp/`; empty for the opening.
    pub(super) path: String,
    /// The way from its address to the site's root: `./`, `../` or `../../../`.
    pub(super) root: String,
    /// What the browser's tab and a search result call it.
    pub(super) title: String,
    /// What a search result says of it.
    pub(super) description: String,
    /// The data files that its script needs at once, without their folder.
    pub(super) packs: Vec<String>,
    /// Whether search engines may list it.
    pub(super) indexed: bool,
    /// The indicator whose picture stands for it on other sites; without one that of the default view.
    pub(super) pictured: Option<String>,
    /// What it is to search engines, in the words of schema.org.
    pub(super) record: Option<serde_json::Value>,
}

impl<'a> Frame<'a> {
    /// A page at its place below a language.
    pub(super) fn new(site: &'a Site<'a>, kind: Kind, lang: Lang, path: impl Into<String>) -> Self {
        let path = path.into();
        Self {
            site,
            kind,
            lang,
            home: site.data.defaults().home,
            root: "../".repeat(1 + path.matches('/').count()),
            path,
            title: String::new(),
            description: String::new(),
            packs: Vec::new(),
            indexed: true,
            pictured: None,
            record: None,
        }
    }

    /// The same page about another home.
    pub(super) fn at_home(self, home: RegionId) -> Self {
        Self { home, ..self }
    }

    /// The fixed words in its language.
    pub(super) fn label(&self) -> &'static Label {
        label::of(self.lang)
    }

    /// The way from this page to a path of the site.
    pub(super) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// The way to a page in this page's language.
    pub(super) fn to(&self, path: &str) -> String {
        self.at(&format!("{}/{path}", self.lang.id()))
    }

    /// The way to this page in a language.
    pub(super) fn here_in(&self, lang: Lang) -> String {
        self.at(&format!("{}/{}", lang.id(), self.path))
    }

    /// The whole document around its content.
    pub(super) fn document(&self, content: &Markup) -> String {
        let (data, voices) = (self.site.folder(), self.voices());
        let homes = path::home_ids(self.site.data).join(" ");
        html! {
            (DOCTYPE)
            html lang=(self.label().tag) data-root=(self.root) data-data=(data) data-homes=(homes) data-page=(self.kind.id()) {
                (head::head(self))
                body {
                    a.skip href="#content" { (self.label().skip) }
                    @for voice in &voices { (voice.masthead()) }
                    (content)
                    @for voice in &voices { (foot::colophon(voice)) }
                    div.news role="status" {}
                    p.announcer.unseen role="status" {}
                }
            }
        }
        .into_string()
    }

    /// The languages that masthead and foot are in: the page for lost addresses does not know its reader's.
    fn voices(&self) -> Vec<Frame<'a>> {
        let langs = Lang::ALL.into_iter();
        let langs = langs.filter(|l| *l == self.lang || self.kind == Kind::Missing);
        let voice = |lang| Frame {
            home: self.home,
            root: self.root.clone(),
            ..Frame::new(self.site, self.kind, lang, self.path.clone())
        };
        langs.map(voice).collect()
    }

    /// The mark by which the script knows what is in which language, where a page has two.
    pub(super) fn voice(&self) -> Option<&'static str> {
        (self.kind == Kind::Missing).then_some(self.lang.id())
    }

    fn masthead(&self) -> Markup {
        let label = self.label();
        let other = self.lang.pick(Lang::En, Lang::Zh);
        // where a page has both languages, each has a menu
        let menu = self
            .voice()
            .map_or_else(|| "pages".to_owned(), |lang| format!("pages-{lang}"));
        html! {
            header.masthead lang=[self.voice()] data-lang=[self.voice()] {
                a.brand href=(self.to(&path::of(self.site.data, Kind::Opening, self.home))) { (label.site) }
                button.menu type="button" popovertarget=(menu) { (label.menu) }
                nav.pages #(menu) popover aria-label=(label.menu) {
                    @for (path, name) in self.links() {
                        a href=(self.to(&path)) aria-current=[self.is_under(&path).then_some("page")] { (name) }
                    }
                }
                div.settings {
                    dui-settings {}
                    a.language href=(self.here_in(other)) hreflang=(other.id()) lang=(other.id()) { (label.other) }
                }
            }
        }
    }

    /// The pages that a reader can go to from everywhere, about the same home where they are about one.
    pub(super) fn links(&self) -> Vec<(String, &'static str)> {
        let (label, data) = (self.label(), self.site.data);
        let indicator = &data.indicator(data.defaults().indicator).id;
        let place = |kind| path::of(data, kind, self.home);
        let passing = |kind| place(kind) + &path::query(data, self.home);
        vec![
            (self.view_of(indicator), label.explorer),
            (place(Kind::Scorecard), label.scorecard),
            (place(Kind::City), label.city),
            (passing(Kind::Facts), label.facts),
            (passing(Kind::Data), label.data),
            (passing(Kind::Methods), label.methods),
            (passing(Kind::Charts), label.charts),
        ]
    }

    /// The path of the explorer at an indicator, seen from this page's home.
    pub(super) fn view_of(&self, indicator: &str) -> String {
        path::view(self.site.data, indicator, self.home)
    }

    /// Whether this page is the one, or one of the kind, that a link of the masthead leads to.
    fn is_under(&self, path: &str) -> bool {
        self.path.split('/').next() == path.split('/').next()
    }
}
