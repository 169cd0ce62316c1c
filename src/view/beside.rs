//! Which indicators a chart of several takes when the reader names none.
//!
//! By rule, so that it holds for any data; what a reader names comes first.
//! The catalogue alone must tell, for by this the page knows which themes to bring.

use super::View;
#[cfg(feature = "gallery")]
use super::{By, ChartId};
#[cfg(feature = "gallery")]
use crate::compare::one_of_each;
#[cfg(feature = "gallery")]
use crate::data::Direction;
use crate::data::{Dataset, IndicatorId};

/// The indicators beside one, for charts that need them; empty for those that show one alone.
#[must_use]
pub(super) fn beside(data: &Dataset, view: &View, indicator: IndicatorId) -> Vec<IndicatorId> {
    #[cfg(feature = "gallery")]
    match view.chart() {
        ChartId::Scorecard | ChartId::ProfileStrips | ChartId::Radar => {
            return profile(data, indicator);
        }
        ChartId::SmallMultiples if view.by == Some(By::Indicator) => {
            return profile(data, indicator);
        }
        _ => {}
    }
    let _ = (data, view, indicator);
    Vec::new()
}

/// How many a profile takes beside the one that is asked about.
#[cfg(feature = "gallery")]
const MOST: usize = 8;
/// Of how many cities there must be a figure.
#[cfg(feature = "gallery")]
const KNOWN: usize = 6;

/// The comparable rates of the indicator's theme, one of those that measure the same thing: those with a better end first,
/// the neutral ones only beside a neutral one.
#[cfg(feature = "gallery")]
fn profile(data: &Dataset, own: IndicatorId) -> Vec<IndicatorId> {
    let (asked, group) = (data.indicator(own), data.group(data.defaults().group));
    let known = |id| {
        let covered = data.coverage(id).map(|c| c.regions).unwrap_or_default();
        let count = covered.iter().filter(|r| group.members.contains(r)).count();
        count >= KNOWN.min(group.members.len())
    };
    let is_neutral = |id: &IndicatorId| data.indicator(*id).direction == Direction::Neutral;
    let rates = data.indicators().filter(|(_, i)| i.theme == asked.theme);
    let rates = rates.filter(|(id, i)| !i.additive && known(*id));
    let (neutral, judged): (Vec<_>, Vec<_>) = rates.map(|(id, _)| id).partition(is_neutral);
    let neutral = neutral.into_iter().filter(|_| is_neutral(&own));
    let all = std::iter::once(own).chain(judged).chain(neutral);
    let chosen = one_of_each(data, all);
    chosen.into_iter().skip(1).take(MOST).collect()
}
