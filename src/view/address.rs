//! A view as an address: the path names language and indicator, the query the rest.
//!
//! Only what is chosen is written; what cannot be read is left out, for an address is typed by people.

use form_urlencoded::{Serializer, parse};

use super::{ChartId, View};
use crate::compare::{BenchmarkKind, Sort};
use crate::data::Lang;
use crate::scene::ThemeId;

/// Longest title that an address may carry, in characters.
const TITLE: usize = 200;

impl View {
    /// The view of an address: the language and indicator of its path, and its query with or without the question mark.
    #[must_use]
    pub fn parse(lang: &str, indicator: &str, query: &str) -> Self {
        let mut view = Self {
            lang: Some(if lang == "en" { Lang::En } else { Lang::Zh }),
            indicator: (!indicator.is_empty()).then(|| indicator.to_owned()),
            ..Self::default()
        };
        let query = query.strip_prefix('?').unwrap_or(query);
        for (key, value) in parse(query.as_bytes()) {
            view.set(&key, &value);
        }
        view
    }

    /// Sets one field from its text; an unknown key or an unreadable value changes nothing.
    fn set(&mut self, key: &str, value: &str) {
        let text = || Some(value.to_owned());
        match key {
            "home" => self.home = text(),
            "peers" => self.peers = Some(list(value)),
            "group" => self.group = text(),
            "chart" => self.chart = ChartId::named(value),
            "period" => self.period = text(),
            "range" => self.range = text(),
            "scope" => self.scope = text(),
            "benchmark" => self.benchmark = one(&BenchmarkKind::ALL, value),
            "tolerance" => self.tolerance = value.parse().ok(),
            "focus" => self.focus = text(),
            "sort" => self.sort = one(&Sort::ALL, value),
            "theme" => self.theme = one(&ThemeId::ALL, value),
            "title" => self.title = Some(value.chars().take(TITLE).collect()),
            #[cfg(feature = "gallery")]
            _ => self.set_more(key, value),
            #[cfg(not(feature = "gallery"))]
            _ => {}
        }
    }

    /// The query of the address: empty, or beginning with a question mark. Language and indicator stand in the path.
    #[must_use]
    pub fn query(&self) -> String {
        let mut out = Serializer::new(String::new());
        let mut add = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                out.append_pair(key, value);
            }
        };
        let peers = self.peers.as_ref().map(|p| p.join(","));
        let tolerance = self.tolerance.map(|t| t.to_string());
        add("home", self.home.as_deref());
        add("peers", peers.as_deref());
        add("group", self.group.as_deref());
        add("chart", self.chart.map(ChartId::id));
        add("period", self.period.as_deref());
        add("range", self.range.as_deref());
        add("scope", self.scope.as_deref());
        add("benchmark", id(&BenchmarkKind::ALL, self.benchmark));
        add("tolerance", tolerance.as_deref());
        add("focus", self.focus.as_deref());
        add("sort", id(&Sort::ALL, self.sort));
        #[cfg(feature = "gallery")]
        self.add_more(&mut add);
        add("theme", id(&ThemeId::ALL, self.theme));
        add("title", self.title.as_deref());
        let query = out.finish();
        if query.is_empty() {
            return query;
        }
        // commas separate ids and need no escape in a query
        format!("?{}", query.replace("%2C", ","))
    }
}

pub(super) fn list(value: &str) -> Vec<String> {
    value
        .split(',')
        .filter(|p| !p.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// The value of this name.
pub(super) fn one<T: Copy>(known: &[(&str, T)], name: &str) -> Option<T> {
    let found = known.iter().find(|(n, _)| *n == name);
    found.map(|(_, value)| *value)
}

/// The name of a value.
pub(super) fn id<T: Copy + PartialEq>(
    known: &[(&'static str, T)],
    value: Option<T>,
) -> Option<&'static str> {
    let found = known.iter().find(|(_, v)| Some(v) == value.as_ref());
    found.map(|(name, _)| *name)
}
