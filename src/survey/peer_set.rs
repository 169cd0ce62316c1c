//! The sets of peers that are offered to a home, each with the reason why its members are in.
//!
//! The rules stand in `peer-sets.json`; without that file the peer groups are offered.

use serde::Serialize;

use super::{Survey, is_plain};
use crate::base::sort;
use crate::compare::{Comparison, Member, Role};
use crate::data::{Dataset, IndicatorId, Lang, PeerRule, PeerSet, RegionId};
use crate::tell;

/// A set of peers offered to a home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeerChoice {
    /// The set's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why these.
    pub why: String,
    /// Who, nearest first where the rule has an order.
    pub members: Vec<PeerWhy>,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeerWhy {
    /// The region's id.
    pub id: String,
    /// Why it is in.
    pub why: String,
}

/// The sets offered to a home; those without a member are left out.
#[must_use]
pub fn peer_choices(data: &Dataset, home: RegionId, lang: Lang) -> Vec<PeerChoice> {
    Survey::of(data, home).peer_choices(lang)
}

impl Survey<'_> {
    /// The sets offered to this home; those without a member are left out.
    #[must_use]
    pub fn peer_choices(&self, lang: Lang) -> Vec<PeerChoice> {
        let sets = self.data.peer_sets();
        let mut choices: Vec<PeerChoice> = sets.iter().map(|s| self.choice(s, lang)).collect();
        if sets.is_empty() {
            choices = self.groups(lang);
        }
        choices.retain(|c| !c.members.is_empty());
        choices
    }

    fn choice(&self, set: &PeerSet, lang: Lang) -> PeerChoice {
        let members = match &set.rule {
            PeerRule::Group(group, by) => self.each(&self.data.group(*group).members, *by, lang),
            PeerRule::Named(members, by) => self.each(members, *by, lang),
            PeerRule::Adjacent => self.adjacent(lang),
            PeerRule::Similar {
                indicator,
                within,
                most,
                least,
            } => self.similar(*indicator, *within, (*most, *least), lang),
        };
        PeerChoice {
            id: set.id.clone(),
            name: set.name.get(lang).to_owned(),
            why: set.why.get(lang).to_owned(),
            members,
        }
    }

    /// The peer groups that home belongs to.
    fn groups(&self, lang: Lang) -> Vec<PeerChoice> {
        let own = |(_, g): &(_, &crate::data::PeerGroup)| g.members.contains(&self.home);
        let groups = self.data.groups().filter(own);
        let choice = |(_, g): (_, &crate::data::PeerGroup)| PeerChoice {
            id: g.id.clone(),
            name: g.name.get(lang).to_owned(),
            why: g.why.get(lang).to_owned(),
            members: self.each(&g.members, None, lang),
        };
        groups.map(choice).collect()
    }

    /// These without home, each with its value and place in `by`.
    fn each(&self, regions: &[RegionId], by: Option<IndicatorId>, lang: Lang) -> Vec<PeerWhy> {
        let others = regions.iter().filter(|r| **r != self.home);
        let why = |r: &RegionId| by.map_or_else(String::new, |by| self.standing_of(by, *r, lang));
        others.map(|r| self.member(*r, why(r), lang)).collect()
    }

    fn member(&self, region: RegionId, why: String, lang: Lang) -> PeerWhy {
        PeerWhy {
            id: self.data.region(region).id.clone(),
            why: tell::chinese_marks(why, lang),
        }
    }

    /// Those with a common boundary: on land first, then across water.
    fn adjacent(&self, lang: Lang) -> Vec<PeerWhy> {
        let neighbours = self.data.neighbours();
        let home = self.name(self.home, lang);
        let land = lang.pick(
            format!("与{home}接壤"),
            format!("shares a land boundary with {home}"),
        );
        let water = lang.pick(
            format!("与{home}隔水相邻"),
            format!("meets {home} across the water"),
        );
        let mut members = Vec::new();
        for (pairs, why) in [(&neighbours.land, &land), (&neighbours.water, &water)] {
            for other in pairs.iter().filter_map(|(a, b)| match self.home {
                home if home == *a => Some(*b),
                home if home == *b => Some(*a),
                _ => None,
            }) {
                members.push(self.member(other, why.clone(), lang));
            }
        }
        members
    }

    /// Those with a similar value, the nearest by ratio first.
    fn similar(
        &self,
        indicator: IndicatorId,
        within: f64,
        (most, least): (usize, usize),
        lang: Lang,
    ) -> Vec<PeerWhy> {
        let c = self.answer(indicator);
        let mut near = near(c);
        let inside = near.iter().filter(|(far, ..)| *far <= within).count();
        near.truncate(if inside == 0 { least } else { inside.min(most) });
        let why = |ratio: f64, m: &Member| self.ratio_words(c, m, ratio, lang);
        let members = near.into_iter();
        members
            .map(|(_, ratio, m)| self.member(m.region, why(ratio, m), lang))
            .collect()
    }

    /// 2024年常住人口1001.1万人,是温州的1.02倍
    fn ratio_words(&self, c: &Comparison, m: &Member, ratio: f64, lang: Lang) -> String {
        let name = self.data.indicator(c.question.indicator).short().get(lang);
        let value = self.value(c, m, lang).unwrap_or_default();
        let when = c.period.map_or_else(String::new, |p| tell::period(p, lang));
        let home = self.name(self.home, lang);
        let times = tell::grouped(ratio, 2, lang);
        lang.pick(
            format!("{when}{name}{value}，是{home}的{times}倍"),
            format!("{name} {value} in {when}, {times} times {home}’s"),
        )
    }

    /// 2023年地区生产总值20,059亿元,居全省11市第1位
    fn standing_of(&self, by: IndicatorId, region: RegionId, lang: Lang) -> String {
        let c = self.answer(by);
        let member = c.members.iter().find(|m| m.region == region);
        let Some((m, r)) = member.and_then(|m| Some((m, m.reading?))) else {
            return String::new();
        };
        let name = self.data.indicator(by).short().get(lang);
        let value = self.value(c, m, lang).unwrap_or_default();
        let when = tell::period(r.period, lang);
        let place = m
            .rank
            .map(|rank| tell::rank_phrase(self.data, c, rank, lang));
        let comma = place.map(|p| lang.pick(format!(",{p}"), format!(", {p}")));
        let place = comma.unwrap_or_default();
        lang.pick(
            format!("{when}{name}{value}{place}"),
            format!("{name} {value} in {when}{place}"),
        )
    }
}

/// The others of the group by how far their value is from home's: as a ratio of at least one, as other ÷ home, and who.
fn near(c: &Comparison) -> Vec<(f64, f64, &Member)> {
    let Some(home) = c.home().reading.filter(|r| r.value > 0.0) else {
        return Vec::new();
    };
    let ratio = |m: &Member| {
        let value = m.reading.filter(|r| is_plain(r.status))?.value;
        (value > 0.0).then_some(value / home.value)
    };
    let mut near: Vec<(f64, f64, &Member)> = c
        .members
        .iter()
        .filter(|m| m.in_group && m.role != Role::Home)
        .filter_map(|m| ratio(m).map(|r| (r.max(1.0 / r), r, m)))
        .collect();
    sort(&mut near, |a, b| a.0.total_cmp(&b.0));
    near
}
