//! How a picture is drawn where a chart leaves it open: scale, form, focus and what small multiples repeat.
//!
//! None of these changes a number; what is compared is the question's.

use serde::{Deserialize, Serialize};

use super::ChartId;
use crate::data::RegionId;

/// What one axis does with values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ScaleKind {
    /// Equal distances are equal differences.
    #[default]
    Linear,
    /// Equal distances are equal ratios; where a value is zero or below it stays linear.
    Log,
}

/// Whether parts are shown as they are or as shares of their whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// As they are, in the indicator's unit.
    #[default]
    Absolute,
    /// As shares of 100 %.
    Share,
}

/// What small multiples have one panel for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// A panel a city.
    #[default]
    Region,
    /// A panel an indicator.
    Indicator,
}

/// Whether panels have one scale or each their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Scales {
    /// One scale, so that panels can be compared.
    #[default]
    Shared,
    /// Each panel its own, so that its shape is seen.
    Free,
}

/// What differences are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Home minus each city.
    #[default]
    Home,
    /// Each city minus the benchmark.
    Benchmark,
}

impl Origin {
    /// All, with the names that addresses and flags have for them.
    pub const ALL: [(&'static str, Self); 2] =
        [("home", Self::Home), ("benchmark", Self::Benchmark)];
}

impl ScaleKind {
    /// All, with the names that addresses and flags have for them.
    pub const ALL: [(&'static str, Self); 2] = [("linear", Self::Linear), ("log", Self::Log)];
}

impl Form {
    /// All, with the names that addresses and flags have for them.
    pub const ALL: [(&'static str, Self); 2] =
        [("absolute", Self::Absolute), ("share", Self::Share)];
}

impl By {
    /// All, with the names that addresses and flags have for them.
    pub const ALL: [(&'static str, Self); 2] =
        [("region", Self::Region), ("indicator", Self::Indicator)];
}

impl Scales {
    /// All, with the names that addresses and flags have for them.
    pub const ALL: [(&'static str, Self); 2] = [("shared", Self::Shared), ("free", Self::Free)];
}

/// How a picture is drawn where a chart leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// The region that is looked at: it and home keep their strength, the others fade.
    pub focus: Option<RegionId>,
    /// What the value axis does.
    pub scale: ScaleKind,
    /// Amounts or shares.
    pub form: Form,
    /// What differences are taken from.
    pub origin: Origin,
    /// The chart that small multiples repeat.
    pub of: ChartId,
    /// What they have one panel for.
    pub by: By,
    /// Whether their panels share one scale.
    pub scales: Scales,
}
