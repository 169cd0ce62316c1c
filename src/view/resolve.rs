//! From a view to a question: words become handles, and what nothing is known of is replaced and told.
//!
//! It never fails: a reader who follows an old address gets a picture and a word on what is different.

use super::{Settings, VERSION, View};
use crate::base::sort;
use crate::compare::{Comparison, Question, default_peers};
#[cfg(feature = "gallery")]
use crate::data::Part;
use crate::data::{Dataset, IndicatorId, Lang, Period, RegionId, ThemeId, nearest};
use crate::error::{Notice, NoticeKind};

/// A question made of a view, and what had to be replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The question.
    pub question: Question,
    /// How the answer is drawn.
    pub settings: Settings,
    /// What had to be replaced.
    pub notices: Vec<Notice>,
}

/// Makes a question of a view.
#[must_use]
pub fn resolve(data: &Dataset, view: &View) -> Resolved {
    let mut reader = Reader {
        data,
        lang: view.lang(),
        notices: Vec::new(),
    };
    let defaults = data.defaults();
    let indicator = reader.indicator(view.indicator.as_deref());
    let mut question = Question::about(data, indicator);
    if let Some(home) = &view.home {
        question.home = reader.region(home).unwrap_or(defaults.home);
    }
    if let Some(peers) = &view.peers {
        question.peers = peers.iter().filter_map(|p| reader.region(p)).collect();
    }
    let home = question.home;
    if view.peers.is_none() {
        question.peers = default_peers(data, home);
    }
    question.peers.retain(|p| *p != home);
    let mut seen = Vec::new();
    question.peers.retain(|p| {
        let new = !seen.contains(p);
        seen.push(*p);
        new
    });
    if let Some(group) = &view.group {
        question.group = reader.group(group).unwrap_or(defaults.group);
    }
    question.period = view.period.as_deref().and_then(|p| reader.period(p));
    question.range = view.range.as_deref().and_then(|r| reader.range(r));
    question.scope = view
        .scope
        .as_deref()
        .and_then(|s| reader.scope(indicator, s));
    question.benchmark = view.benchmark.unwrap_or_default();
    question.tolerance = i32::from(view.tolerance.unwrap_or(0));
    question.sort = view.sort.unwrap_or_default();
    let settings = Settings {
        focus: view.focus.as_deref().and_then(|id| reader.region(id)),
        ..Settings::default()
    };
    #[cfg(feature = "gallery")]
    let settings = view.resolve_more(&mut reader, &mut question, settings);
    Resolved {
        question,
        settings,
        notices: reader.notices,
    }
}

/// The themes whose figures a view shows, each once.
#[must_use]
pub fn needs(data: &Dataset, view: &View) -> Vec<ThemeId> {
    let question = resolve(data, view).question;
    let all = std::iter::once(&question.indicator).chain(&question.beside);
    let mut themes: Vec<ThemeId> = all.flat_map(|i| data.needs(*i)).collect();
    sort(&mut themes, Ord::cmp);
    themes.dedup();
    themes
}

/// What only the chart of a view needs.
#[cfg(feature = "gallery")]
#[must_use]
pub fn parts(view: &View) -> &'static [Part] {
    view.drawn().parts()
}

impl View {
    /// The same with every field filled by what a comparison really shows.
    #[must_use]
    pub fn completed(&self, data: &Dataset, c: &Comparison) -> Self {
        let q = &c.question;
        let id = |r: RegionId| data.region(r).id.clone();
        let scopes = &data.indicator(q.indicator).scopes;
        let scope = c.scope.and_then(|s| scopes.get(s.index()));
        let mut complete = self.clone();
        complete.version = Some(VERSION);
        complete.lang = Some(self.lang());
        complete.indicator = Some(data.indicator(q.indicator).id.clone());
        complete.home = Some(id(q.home));
        complete.peers = Some(q.peers.iter().map(|p| id(*p)).collect());
        complete.group = Some(data.group(q.group).id.clone());
        complete.chart = Some(self.chart());
        complete.period = c.period.map(|p| p.to_string());
        // a chart may choose its own where none is asked for
        complete.range = q.range.map(|(a, b)| format!("{a}..{b}"));
        complete.scope = Some(scope.map(|(id, _)| id.clone()).unwrap_or_default());
        complete.benchmark = Some(q.benchmark);
        complete.tolerance = u8::try_from(q.tolerance).ok();
        complete.sort = Some(q.sort);
        let known = |id: &String| data.region_named(id).is_some();
        complete.focus = self.focus.clone().filter(known);
        complete.theme = Some(self.theme());
        #[cfg(feature = "gallery")]
        let complete = complete.complete_more(data, c);
        complete
    }

    /// The same without what the defaults give anyway: what belongs into an address.
    #[must_use]
    pub fn shortened(&self, data: &Dataset) -> Self {
        let mut short = self.clone();
        let base = Self {
            lang: self.lang,
            indicator: self.indicator.clone(),
            ..Self::default()
        };
        let plain = base.answered(data);
        short.version = None;
        drop_same(&mut short.home, &plain.home);
        // peers that only lack the home are the default ones
        let with_home = Self {
            home: short.home.clone(),
            ..base.clone()
        };
        drop_same(&mut short.peers, &with_home.answered(data).peers);
        drop_same(&mut short.group, &plain.group);
        drop_same(&mut short.chart, &plain.chart);
        drop_same(&mut short.benchmark, &plain.benchmark);
        drop_same(&mut short.tolerance, &plain.tolerance);
        drop_same(&mut short.sort, &plain.sort);
        drop_same(&mut short.theme, &plain.theme);
        #[cfg(feature = "gallery")]
        short.shorten_more(data, &plain);
        let chosen = Self {
            period: None,
            range: None,
            scope: None,
            ..short.clone()
        };
        let chosen = chosen.answered(data);
        drop_same(&mut short.scope, &chosen.scope);
        drop_same(&mut short.period, &chosen.period);
        drop_same(&mut short.range, &chosen.range);
        short
    }

    pub(super) fn answered(&self, data: &Dataset) -> Self {
        let comparison = Comparison::of(data, &resolve(data, self).question);
        self.completed(data, &comparison)
    }
}

pub(super) fn drop_same<T: PartialEq>(value: &mut Option<T>, default: &Option<T>) {
    if value == default {
        *value = None;
    }
}

pub(super) struct Reader<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
    pub(super) notices: Vec<Notice>,
}

impl Reader<'_> {
    fn replaced(&mut self, id: &str, shown: String) {
        self.notices
            .push(Notice::new(NoticeKind::UnknownId).detail(id).nearest(shown));
    }

    pub(super) fn indicator(&mut self, id: Option<&str>) -> IndicatorId {
        let default = self.data.defaults().indicator;
        let Some(id) = id else {
            return default;
        };
        if let Some(found) = self.data.indicator_named(id) {
            return found;
        }
        let known = self.data.indicators().map(|(_, i)| i.id.as_str());
        let shown = nearest(id, known)
            .and_then(|near| self.data.indicator_named(near))
            .unwrap_or(default);
        self.replaced(
            id,
            self.data.indicator(shown).name.get(self.lang).to_owned(),
        );
        shown
    }

    /// A region by its id; an unknown one is replaced by the nearest, or left out.
    fn region(&mut self, id: &str) -> Option<RegionId> {
        if let Some(found) = self.data.region_named(id) {
            return Some(found);
        }
        let known = self.data.regions().map(|(_, r)| r.id.as_str());
        let shown = nearest(id, known).and_then(|near| self.data.region_named(near));
        let name = shown.map_or_else(
            || self.lang.pick("默认城市", "the default").to_owned(),
            |r| self.data.region(r).name.get(self.lang).to_owned(),
        );
        self.replaced(id, name);
        shown
    }

    fn group(&mut self, id: &str) -> Option<crate::data::GroupId> {
        let found = self.data.group_named(id);
        if found.is_none() {
            let default = self.data.group(self.data.defaults().group);
            self.replaced(id, default.name.get(self.lang).to_owned());
        }
        found
    }

    pub(super) fn period(&mut self, text: &str) -> Option<Period> {
        let found = text.parse().ok();
        if found.is_none() {
            let shown = self.lang.pick("最近的时期", "the latest period");
            self.replaced(text, shown.to_owned());
        }
        found
    }

    fn range(&mut self, text: &str) -> Option<(Period, Period)> {
        let found = text
            .split_once("..")
            .and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)))
            .filter(|(a, b): &(Period, Period)| a <= b);
        if found.is_none() {
            let shown = self.lang.pick("全部时期", "all periods");
            self.replaced(text, shown.to_owned());
        }
        found
    }

    #[expect(clippy::option_option, reason = "the main scope is a choice, too")]
    fn scope(&mut self, indicator: IndicatorId, id: &str) -> Option<Option<crate::data::ScopeId>> {
        if id.is_empty() {
            return Some(None);
        }
        let scopes = &self.data.indicator(indicator).scopes;
        let found = scopes.iter().position(|(s, _)| s == id);
        if found.is_none() {
            let shown = self.lang.pick("主要口径", "the main scope");
            self.replaced(id, shown.to_owned());
        }
        found.map(|i| Some(crate::data::ScopeId::at(i)))
    }
}
