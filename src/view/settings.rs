//! How a picture is drawn where a chart leaves it open: scale, form, focus and what small multiples repeat.
//!
//! None of these changes a number; what is compared is the question's.

use super::ChartId;
use crate::base::named;
use crate::data::RegionId;

named! {
    /// What one axis does with values.
    ScaleKind {
        /// Equal distances are equal differences.
        #[default]
        Linear "linear",
        /// Equal distances are equal ratios; where a value is zero or below it stays linear.
        Log "log",
    }
}

named! {
    /// Whether parts are shown as they are or as shares of their whole.
    Form {
        /// As they are, in the indicator's unit.
        #[default]
        Absolute "absolute",
        /// As shares of 100 %.
        Share "share",
    }
}

named! {
    /// What differences are taken from.
    Origin {
        /// Home minus each city.
        #[default]
        Home "home",
        /// Each city minus the benchmark.
        Benchmark "benchmark",
    }
}

named! {
    /// What small multiples have one panel for.
    By {
        /// A panel a city.
        #[default]
        Region "region",
        /// A panel an indicator.
        Indicator "indicator",
    }
}

named! {
    /// Whether panels have one scale or each their own.
    Scales {
        /// One scale, so that panels can be compared.
        #[default]
        Shared "shared",
        /// Each panel its own, so that its shape is seen.
        Free "free",
    }
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
