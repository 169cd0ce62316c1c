//! Home's answer in one indicator: value, place, distance, and the whole group as dots on a strip.
//!
//! The numbers come from [`crate::compare`]; nothing is ranked anew here.

use serde::Serialize;

use super::{Link, Survey};
use crate::compare::{Comparison, Member, Rank, is_alike, is_good, is_poor};
use crate::data::{Direction, IndicatorId, Lang, Style};
use crate::tell::{self, Finding};

/// Where home stands in one indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The indicator's id.
    pub indicator: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// A shorter name for tight places.
    pub short: String,
    /// The id of its theme.
    pub theme: String,
    /// The theme's name.
    pub theme_name: String,
    /// The period in words; empty when nobody has a value.
    pub period: String,
    /// Home's value in words; "no comparable figure" without one.
    pub value: String,
    /// What must be said of home's figure: estimate, low reliability …
    pub status: Option<String>,
    /// Home's place.
    pub place: Option<usize>,
    /// Of how many ranked.
    pub of: usize,
    /// Of how many in the group.
    pub group: usize,
    /// Whether another has the same place.
    pub tied: bool,
    /// 居全省11市第8位
    pub rank: Option<String>,
    /// `higher`, `lower` or `neutral`.
    pub direction: Direction,
    /// Which end is better, in words.
    pub direction_words: String,
    /// Whether home is in the best third; never of a neutral indicator.
    pub good: bool,
    /// Whether home is in the last third; never of a neutral indicator.
    pub poor: bool,
    /// Everyone ranked, best first.
    pub dots: Vec<Dot>,
    /// The sentence that states it.
    pub title: String,
    /// How far home is from its first peer that has a value.
    pub gap: Option<Distance>,
    /// The view that shows it.
    pub link: Link,
}

/// One ranked city on a strip.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dot {
    /// The city's id.
    pub region: String,
    /// Its name.
    pub name: String,
    /// `home`, `peer` or `rest`.
    pub role: &'static str,
    /// Its place.
    pub place: usize,
    /// Whether another has the same place.
    pub tied: bool,
    /// Its value in words.
    pub value: String,
    /// By place, from 0 at the last to 1 at the first; equal places lie on each other.
    pub position: f64,
    /// By value, from 0 at the worst to 1 at the best; of a neutral indicator from the smallest to the largest.
    pub along: f64,
}

/// How far home is from another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Distance {
    /// The other's id.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Home − other, with sign and unit.
    pub words: String,
    /// Home ÷ other − 1 in percent, where it makes sense.
    pub relative: Option<String>,
}

impl Survey<'_> {
    /// Home's standing in one indicator.
    #[must_use]
    pub fn standing(&self, id: IndicatorId, lang: Lang) -> Standing {
        let (data, c) = (self.data, self.answer(id));
        let indicator = data.indicator(id);
        let theme = data.theme(indicator.theme);
        let home = c.home();
        let judged = self.is_judged(id);
        let status = home.reading.and_then(|r| super::doubt(r.status, lang));
        Standing {
            indicator: indicator.id.clone(),
            name: tell::capital(indicator.name.get(lang)),
            short: tell::capital(indicator.short().get(lang)),
            theme: theme.id.clone(),
            theme_name: theme.name.get(lang).to_owned(),
            period: c.period.map_or_else(String::new, |p| tell::period(p, lang)),
            value: self.value(c, home, lang).unwrap_or_else(|| {
                lang.pick("没有可比的数字", "no comparable figure")
                    .to_owned()
            }),
            status: status.map(ToOwned::to_owned),
            place: home.rank.map(|r| r.place),
            of: c.ranked,
            group: c.group_size,
            tied: home.rank.is_some_and(|r| r.tied),
            rank: home.rank.map(|r| tell::rank_phrase(data, c, r, lang)),
            direction: indicator.direction,
            direction_words: better(indicator.direction, lang).to_owned(),
            good: judged && home.rank.is_some_and(is_good),
            poor: judged && home.rank.is_some_and(is_poor),
            dots: self.dots(id, lang),
            title: tell::title(data, c, Finding::Standing, lang),
            gap: self.gap(c, lang),
            link: self.link(id, lang, |_| {}),
        }
    }

    /// A member's value in words.
    pub(super) fn value(&self, c: &Comparison, member: &Member, lang: Lang) -> Option<String> {
        let indicator = self.data.indicator(c.question.indicator);
        let reading = member.reading.as_ref()?;
        Some(tell::bounded(self.data, indicator, lang, reading))
    }

    /// Everyone ranked, best first.
    pub(super) fn dots(&self, id: IndicatorId, lang: Lang) -> Vec<Dot> {
        let c = self.answer(id);
        let ranked: Vec<(&Member, Rank, f64)> = c
            .in_order(self.data)
            .into_iter()
            .filter_map(|m| Some((m, m.rank?, m.reading?.value)))
            .collect();
        let best = ranked.first().map_or(0.0, |r| r.2);
        let worst = ranked.last().map_or(0.0, |r| r.2);
        let dot = |(m, rank, value): &(&Member, Rank, f64)| Dot {
            region: self.data.region(m.region).id.clone(),
            name: self.name(m.region, lang).to_owned(),
            role: self.role(m.region),
            place: rank.place,
            tied: rank.tied,
            value: self.value(c, m, lang).unwrap_or_default(),
            position: part(rank.of - rank.place, rank.of - 1),
            along: if best == worst {
                1.0
            } else {
                (value - worst) / (best - worst)
            },
        };
        ranked.iter().map(dot).collect()
    }

    fn gap(&self, c: &Comparison, lang: Lang) -> Option<Distance> {
        let peer = c.peers().into_iter().find(|m| m.gap.is_some())?;
        self.distance(c, peer, lang)
    }

    /// How far home is from a member.
    pub(super) fn distance(&self, c: &Comparison, m: &Member, lang: Lang) -> Option<Distance> {
        let (gap, home) = (m.gap?, c.home().reading?.value);
        let indicator = self.data.indicator(c.question.indicator);
        let unit = self.data.unit(indicator.unit);
        let size = tell::difference(indicator, unit, lang, gap.absolute, home);
        let plus = if gap.absolute > 0.0 { "+" } else { "" };
        // percentages differ by points; a percentage of a percentage would confuse
        let rate = matches!(unit.style, Style::Percent | Style::Permille);
        let relative = gap.relative.filter(|_| !rate);
        Some(Distance {
            region: self.data.region(m.region).id.clone(),
            name: self.name(m.region, lang).to_owned(),
            words: format!("{plus}{size}"),
            relative: relative.map(|r| tell::relative(r, lang)),
        })
    }

    /// Whether a place can be good or poor.
    pub(super) fn is_judged(&self, id: IndicatorId) -> bool {
        self.answer(id).is_judged(self.data)
    }

    /// Home's best standings in rates, at most `n`, all in the first half: by place, of equal places the one among more cities, then in the order of the indicators.
    #[must_use]
    pub fn best(&self, n: usize, lang: Lang) -> Vec<Standing> {
        self.extreme(n, lang, |rank| rank.place)
    }

    /// Home's worst standings in rates, at most `n`, all in the last half: by place from the end.
    #[must_use]
    pub fn worst(&self, n: usize, lang: Lang) -> Vec<Standing> {
        self.extreme(n, lang, |rank| rank.of + 1 - rank.place - rank.sharing)
    }

    fn extreme(&self, n: usize, lang: Lang, from: impl Fn(Rank) -> usize) -> Vec<Standing> {
        let mut sound: Vec<(usize, IndicatorId)> = self
            .answers()
            .filter(|(id, _)| self.is_sound(*id) && !self.data.indicator(*id).additive)
            .filter_map(|(id, c)| Some((c.home().rank?, id)))
            .filter(|(rank, _)| 2 * from(*rank) <= rank.of)
            .map(|(rank, id)| (from(rank), id))
            .collect();
        crate::base::sort(&mut sound, Ord::cmp);
        let mut chosen: Vec<IndicatorId> = Vec::new();
        for (_, id) in sound {
            if chosen.len() < n && !chosen.iter().any(|c| self.is_alike(*c, id)) {
                chosen.push(id);
            }
        }
        chosen.iter().map(|id| self.standing(*id, lang)).collect()
    }

    /// Whether two indicators say nearly the same.
    pub(super) fn is_alike(&self, a: IndicatorId, b: IndicatorId) -> bool {
        is_alike(self.data, a, b)
    }
}

/// Which end is better.
pub(super) fn better(direction: Direction, lang: Lang) -> &'static str {
    match direction {
        Direction::Higher => lang.pick("高者为先", "higher is better"),
        Direction::Lower => lang.pick("低者为先", "lower is better"),
        Direction::Neutral => lang.pick(
            "不分好坏，由高到低排",
            "neither end is better; largest first",
        ),
    }
}

/// a ÷ b, 1 when b is nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "there are fewer than 2^53 cities"
)]
fn part(a: usize, b: usize) -> f64 {
    if b == 0 { 1.0 } else { a as f64 / b as f64 }
}
