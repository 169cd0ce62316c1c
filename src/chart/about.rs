//! What each panel of small multiples is about: a city beside home or among all, or an indicator.
//!
//! Nothing is drawn here, and nothing computed anew: a panel leaves out who is not its matter, or lets all others stand back.

use super::{Cast, Part};
use crate::base::sort_by_key;
use crate::compare::{self, Comparison, Member};
use crate::data::RegionId;
use crate::mark::Pen;
use crate::scene::Role;
use crate::tell;
use crate::view::{By, ChartId};

/// What one panel is about.
pub(super) struct About {
    pub(super) title: String,
    pub(super) pen: Pen,
    pub(super) c: Comparison,
    /// The city that it is about.
    pub(super) region: Option<RegionId>,
    /// Its place among the comparisons.
    pub(super) indicator: u16,
}

/// All panels in their order.
pub(super) fn about(cast: &Cast<'_>, of: ChartId) -> Vec<About> {
    if cast.options.settings.by == By::Region {
        return by_region(cast, of);
    }
    // the indicator asked about stands across, so it has no panel of its own
    let first = usize::from(of == ChartId::Scatter);
    let all = (0..).zip(cast.c.each()).skip(first);
    all.map(|(i, c)| of_indicator(cast, of, i, c)).collect()
}

/// Whether a panel about a city shows it among all, because places or axes are made of all.
pub(super) fn is_among_all(of: ChartId) -> bool {
    use ChartId::{Bump, ProfileStrips, Radar, Scatter, Slopes};
    matches!(of, Slopes | Bump | Scatter | Radar | ProfileStrips)
}

/// Home, the peers, then the others in the order asked for.
fn by_region(cast: &Cast<'_>, of: ChartId) -> Vec<About> {
    let mut members = cast.c.in_order(cast.data);
    sort_by_key(&mut members, |m| m.role);
    members
        .into_iter()
        .map(|m| of_region(cast, of, m))
        .collect()
}

/// A city with home beside it as context.
fn of_region(cast: &Cast<'_>, of: ChartId, member: &Member) -> About {
    let mut c = match is_among_all(of) {
        true => among(cast.c, member.region),
        false => beside_home(cast.c, member.region),
    };
    // one point to start from for all
    c.question.base = compare::base_period(cast.c);
    if !has_several(of) {
        c.beside = Vec::new();
    }
    // where there is nothing at all, the chart says so itself
    let any = |r: RegionId| cast.c.series_of(r).is_some_and(|s| !s.readings.is_empty());
    let lines = matches!(of, ChartId::TrendLines | ChartId::IndexedLines);
    let empty = lines && !any(member.region) && any(cast.c.question.home);
    let name = cast.name(member);
    let title = match empty {
        true => format!("{name} · {}", cast.lang().pick("无数据", "no data")),
        false => name.to_owned(),
    };
    About {
        title,
        pen: cast.pen(member),
        c,
        region: Some(member.region),
        indicator: 0,
    }
}

/// Whether a panel about a city shows the indicators beside the first, too.
fn has_several(of: ChartId) -> bool {
    use ChartId::{GroupedBars, ProfileStrips, Radar, Scatter, StackedBars};
    matches!(
        of,
        GroupedBars | StackedBars | Scatter | Radar | ProfileStrips
    )
}

/// Home and this city alone.
fn beside_home(c: &Comparison, region: RegionId) -> Comparison {
    let mut c = c.clone();
    let kept = |m: &Member| m.role == Part::Home || m.region == region;
    let stays: Vec<bool> = c.members.iter().map(kept).collect();
    let mut stay = stays.iter();
    c.members.retain(|_| stay.next() == Some(&true));
    let mut stay = stays.iter();
    c.series.retain(|_| stay.next() == Some(&true));
    c.beside = c.beside.iter().map(|b| beside_home(b, region)).collect();
    // what is taken over all cities belongs to no panel
    c.benchmark = None;
    c
}

/// All cities, the peers but this one as plain as the others.
fn among(c: &Comparison, region: RegionId) -> Comparison {
    let mut c = c.clone();
    for member in &mut c.members {
        if member.role != Part::Home && member.region != region {
            member.role = Part::Rest;
        }
    }
    c.beside = c.beside.iter().map(|b| among(b, region)).collect();
    c
}

fn of_indicator(cast: &Cast<'_>, of: ChartId, i: u16, c: &Comparison) -> About {
    let lang = cast.lang();
    let name = cast.data.indicator(c.question.indicator).short().get(lang);
    let unit = tell::display(cast.data, c, tell::Finding::Standing, lang).unit;
    let when = c.period.map_or_else(String::new, |p| tell::period(p, lang));
    let parts: Vec<&str> = [unit.as_str(), &when]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    let about = lang.pick(
        format!("({})", parts.join("，")),
        format!(" ({})", parts.join(", ")),
    );
    let mut alone = c.clone();
    alone.beside = Vec::new();
    if of == ChartId::Scatter {
        let mut across = cast.c.clone();
        across.beside = Vec::new();
        alone.beside = vec![across];
    }
    About {
        title: format!("{}{about}", tell::capital(name)),
        pen: Pen::new(cast.options.theme, Role::Text),
        c: alone,
        region: None,
        indicator: i,
    }
}
