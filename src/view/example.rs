//! For each chart a view in which it says something, chosen by rule from whatever data there are.
//!
//! It names nothing by id, and nothing but what the rule is about: the rest are the defaults.

use super::{By, ChartId, View, resolve, showcase};
use crate::compare::Comparison;
use crate::data::{Dataset, IndicatorId};

/// A view for which a chart says something.
///
/// ```
/// use duibiao::{compare::Comparison, view::{ChartId, example, resolve}};
/// let data = duibiao::data::builtin();
/// let view = example(&data, ChartId::Radar);
/// let answer = Comparison::of(&data, &resolve(&data, &view).question);
/// assert!(answer.each().filter(|c| c.is_judged(&data)).count() >= 3);
/// ```
#[must_use]
pub fn example(data: &Dataset, chart: ChartId) -> View {
    let view = View {
        chart: Some(chart),
        ..View::default()
    };
    match chart {
        ChartId::Scorecard | ChartId::ProfileStrips | ChartId::Radar => best(data, &view, |c| {
            let placed = c.each().filter(|c| is_placed(data, c)).count();
            if is_placed(data, c) { placed } else { 0 }
        }),
        ChartId::SmallMultiples => {
            let view = View {
                of: Some(ChartId::TrendLines),
                by: Some(By::Region),
                ..view
            };
            best(data, &view, long)
        }
        ChartId::TrendLines | ChartId::Slopes | ChartId::Bump | ChartId::IndexedLines => {
            best(data, &view, long)
        }
        ChartId::Scatter => best(data, &view, joint),
        _ => showcase(data, chart).unwrap_or(view),
    }
}

/// In how many cities there is a course.
fn long(c: &Comparison) -> usize {
    c.series.iter().filter(|s| s.readings.len() > 2).count()
}

/// Of how many cities there are both figures of a point.
fn joint(c: &Comparison) -> usize {
    let Some(across) = c.beside.first() else {
        return 0;
    };
    let known = |c: &Comparison, r| {
        c.members
            .iter()
            .any(|m| m.region == r && m.reading.is_some())
    };
    let regions = c.members.iter().map(|m| m.region);
    regions
        .filter(|r| known(c, *r) && known(across, *r))
        .count()
}

/// Whether home has a place that is good, poor or between.
fn is_placed(data: &Dataset, c: &Comparison) -> bool {
    c.is_judged(data) && c.home().rank.is_some()
}

/// The view of the indicator of which a chart has most to say: the default one unless another has more.
fn best(data: &Dataset, view: &View, says: impl Fn(&Comparison) -> usize) -> View {
    let about = |id: IndicatorId| View {
        indicator: Some(data.indicator(id).id.clone()),
        ..view.clone()
    };
    let count = |view: &View| says(&Comparison::of(data, &resolve(data, view).question));
    let mut chosen = about(data.defaults().indicator);
    let mut most = count(&chosen);
    for (id, _) in data.indicators() {
        let other = about(id);
        let n = count(&other);
        if n > most {
            (chosen, most) = (other, n);
        }
    }
    chosen
}
