//! The view: what a reader chose, in one form for the address, the command line, a saved file and a test.
//!
//! A view holds words, not handles, and may name what does not exist; making a question of it never fails, and says by notices what it had to replace.

mod address;
#[cfg(feature = "gallery")]
mod beside;
mod chart;
#[cfg(all(feature = "gallery", not(target_arch = "wasm32")))]
mod example;
#[cfg(feature = "gallery")]
mod more;
#[cfg(feature = "gallery")]
mod panels;
mod resolve;
mod settings;
#[cfg(feature = "gallery")]
mod showcase;

use serde::{Deserialize, Serialize};

use crate::compare::{BenchmarkKind, Sort};
use crate::data::Lang;
use crate::scene::ThemeId;

pub use chart::ChartId;
#[cfg(all(feature = "gallery", not(target_arch = "wasm32")))]
pub use example::example;
#[cfg(feature = "gallery")]
pub use resolve::parts;
pub use resolve::{Resolved, needs, resolve};
pub use settings::{By, Form, Origin, ScaleKind, Scales, Settings};
#[cfg(feature = "gallery")]
pub use showcase::showcase;

/// The version of the form that this program writes.
pub const VERSION: u32 = 1;

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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "gallery", serde(deny_unknown_fields))]
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
    /// The ids of the indicators beside it, for charts of several.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<Vec<String>>,
    /// The id of the region that is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<String>,
    /// In which order the regions stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Linear or logarithmic.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleKind>,
    /// Amounts or shares of their whole.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// What differences are taken from.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The period that an index calls 100.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The chart that small multiples repeat.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<ChartId>,
    /// What small multiples have one panel for.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
    /// Whether their panels share one scale.
    #[cfg(feature = "gallery")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scales: Option<Scales>,
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
