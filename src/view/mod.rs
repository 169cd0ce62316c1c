//! The view: what a reader chose, in one form for the address, the command line, a saved file and a test.
//!
//! A view holds words, not handles, and may name what does not exist; making a question of it never fails, and says by notices what it had to replace.

mod address;
mod resolve;

use serde::{Deserialize, Serialize};

use crate::compare::BenchmarkKind;
use crate::data::Lang;
use crate::scene::ThemeId;
use crate::tell::Finding;

pub use resolve::{Resolved, resolve};

/// The version of the form that this program writes.
pub const VERSION: u32 = 1;

/// A chart by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ChartId {
    /// All cities sorted, the benchmark as a rule.
    #[default]
    RankBars,
    /// Home and peers over time, the others as context.
    TrendLines,
    /// Each city's distance to home.
    GapDumbbells,
}

impl ChartId {
    /// All charts, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::RankBars, Self::TrendLines, Self::GapDumbbells];

    /// Its id in addresses, views and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::RankBars => "rank-bars",
            Self::TrendLines => "trend-lines",
            Self::GapDumbbells => "gap-dumbbells",
        }
    }

    /// The chart with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }

    /// Its name on a tab.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::RankBars => lang.pick("排名", "Ranking"),
            Self::TrendLines => lang.pick("走势", "Trend"),
            Self::GapDumbbells => lang.pick("差距", "Gaps"),
        }
    }

    /// What its title is about.
    #[must_use]
    pub fn finding(self) -> Finding {
        match self {
            Self::RankBars => Finding::Standing,
            Self::TrendLines => Finding::Trend,
            Self::GapDumbbells => Finding::Gaps,
        }
    }
}

/// What a reader chose. Everything may be absent and then is the default.
///
/// ```
/// use duibiao::view::{ChartId, View};
/// let view = View::parse("en", "gdp", "chart=trend-lines&peers=hangzhou");
/// assert_eq!((view.chart, view.indicator.as_deref()), (Some(ChartId::TrendLines), Some("gdp")));
/// assert_eq!(view.query(), "?peers=hangzhou&chart=trend-lines");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct View {
    /// The version of the form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The indicator's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The home city's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<String>,
    /// The peers' ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peers: Option<Vec<String>>,
    /// The id of the group that is ranked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The chart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chart: Option<ChartId>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The stretch of a trend, `2012..2023`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<String>,
    /// The id of a scope; empty for the main scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The benchmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benchmark: Option<BenchmarkKind>,
    /// How many years a missing value may be away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<u8>,
    /// The theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeId>,
    /// A title instead of the generated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl View {
    /// The language, Chinese unless it says otherwise.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }

    /// The chart, a ranking unless it says otherwise.
    #[must_use]
    pub fn chart(&self) -> ChartId {
        self.chart.unwrap_or_default()
    }

    /// The theme, light unless it says otherwise.
    #[must_use]
    pub fn theme(&self) -> ThemeId {
        self.theme.unwrap_or_default()
    }
}
