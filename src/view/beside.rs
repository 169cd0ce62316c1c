//! Which indicators a chart of several takes when the reader names none.
//!
//! By rule, so that it holds for any data; what a reader names comes first.

use super::ChartId;
use crate::data::{Dataset, IndicatorId};

/// The indicators beside one, for charts that need them; empty for those that show one alone.
#[must_use]
pub(super) fn beside(data: &Dataset, chart: ChartId, indicator: IndicatorId) -> Vec<IndicatorId> {
    let _ = (data, indicator);
    match chart {
        #[cfg(feature = "gallery")]
        ChartId::StackedBars => {
            let parts = crate::compare::whole(data, indicator).map(|w| w.parts);
            let mut parts = parts.unwrap_or_default();
            parts.retain(|p| *p != indicator);
            parts
        }
        _ => Vec::new(),
    }
}
