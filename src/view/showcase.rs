//! For charts of structures, targets and single figures a view in which they say something, chosen by rule from whatever data there are.
//!
//! It names nothing by id: whoever is home by default stays it where the chart then says enough.

use super::{ChartId, View};
use crate::compare::{
    Ages, Aim, Branches, Comparison, Progress, Question, aims, branches, default_peers, facts,
    group, whole,
};
use crate::data::{Dataset, IndicatorId, RegionId};

/// A view for which such a chart says something; none for other charts, and where no data would.
///
/// ```
/// use duibiao::view::{ChartId, showcase};
/// let data = duibiao::data::builtin();
/// let view = showcase(&data, ChartId::StackedBars).unwrap();
/// assert_eq!(view.indicator.as_deref(), Some("gdp"));
/// assert!(showcase(&data, ChartId::RankBars).is_none());
/// ```
#[must_use]
pub fn showcase(data: &Dataset, chart: ChartId) -> Option<View> {
    let says: fn(&Dataset, &Comparison) -> usize = match chart {
        ChartId::Bullet => targets,
        ChartId::StackedBars => parts,
        ChartId::GroupedBars => bars,
        ChartId::FactCard => cards,
        ChartId::Tree => nodes,
        ChartId::Pyramid => people,
        _ => return None,
    };
    let defaults = data.defaults();
    let (mut best, mut most) = (None, 0);
    let others = data.group(defaults.group).members.iter().copied();
    for home in std::iter::once(defaults.home).chain(others) {
        // another home only where the default one has nothing
        if best.is_some() && home != defaults.home {
            break;
        }
        for (indicator, _) in data.indicators() {
            let n = says(data, &asked(data, indicator, home));
            if n > most {
                (best, most) = (Some((indicator, home)), n);
            }
        }
    }
    let (indicator, home) = best?;
    let home = Some(home).filter(|h| *h != defaults.home);
    Some(View {
        chart: Some(chart),
        indicator: Some(data.indicator(indicator).id.clone()),
        home: home.map(|h| data.region(h).id.clone()),
        ..View::default()
    })
}

fn asked(data: &Dataset, indicator: IndicatorId, home: RegionId) -> Comparison {
    let question = Question {
        home,
        peers: default_peers(data, home),
        ..Question::about(data, indicator)
    };
    Comparison::of(data, &question)
}

/// What most is counted per head of, where home's people were counted by age.
fn people(data: &Dataset, c: &Comparison) -> usize {
    if Ages::of(data, c.question.home).is_empty() {
        return 0;
    }
    let formulas = data.indicators().filter_map(|(_, i)| i.formula);
    formulas
        .filter(|f| f.denominator == c.question.indicator)
        .count()
}

/// Targets beside each other, where somebody has come some part of the way to one: home's own count for more than all others'.
fn targets(data: &Dataset, c: &Comparison) -> usize {
    let all = aims(data, c);
    let weight = |a: &Aim| match a.member.region == c.question.home {
        true => all.len(),
        false => 1,
    };
    let judged = all.iter().filter(|a| a.progress(data) != Progress::Open);
    let beside = all.iter().filter(|a| a.target.is_some()).count();
    judged.map(weight).sum::<usize>() * beside
}

/// Members with a total, where it is what the parts are shares of.
fn parts(data: &Dataset, c: &Comparison) -> usize {
    let found = whole(data, c.question.indicator);
    let of_total = found.is_some_and(|w| w.total == Some(c.question.indicator));
    if of_total { c.ranked } else { 0 }
}

/// Members with a value, where home and peers share three years without a break.
fn bars(data: &Dataset, c: &Comparison) -> usize {
    let found = group(data, c);
    let marked: Vec<RegionId> = c.members.iter().map(|m| m.region).collect();
    let whole = found.bars.len() == 3 && !crate::compare::is_broken(&found, &marked);
    if whole { c.ranked } else { 0 }
}

/// Figures of home and peers, where home's has a reported standing and cannot be ranked.
fn cards(data: &Dataset, c: &Comparison) -> usize {
    let all = facts(data, c);
    let reported = |f: &&crate::compare::Fact<'_>| {
        let told = f.recorded.is_some_and(|o| o.reported.is_some());
        f.region == c.question.home && told && f.reading.is_some()
    };
    let own = all.iter().find(reported);
    if own.is_some() && c.home().rank.is_none() {
        all.len()
    } else {
        0
    }
}

/// The nodes of a formula whose every number is known.
fn nodes(data: &Dataset, c: &Comparison) -> usize {
    match branches(data, c) {
        Some(Branches::Formula(node)) => {
            let all = node.all();
            let known = all.iter().all(|n| n.values.iter().all(|v| v.2.is_some()));
            if known { all.len() } else { 0 }
        }
        _ => 0,
    }
}
