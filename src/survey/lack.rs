//! What nobody publishes: the lacks that the data leave, as a list that a city could take to its bureau of statistics.
//!
//! Every item follows from a rule over the figures, none is written by hand; the sentences are made in [`super::request`].

use serde::Serialize;

use super::{City, Link, Survey, change, horizon};
use crate::base::{sort, sort_by_key};
use crate::data::{Direction, Indicator, IndicatorId, Lang, Period, RegionId, Status, ThemeId};
use crate::tell;

/// What is missing, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LackKind {
    /// Some cities or none have a figure, but never the whole group in one period and scope.
    Scattered,
    /// The whole group had one, but years ago.
    Stale,
    /// The whole group has one only from censuses, though some city publishes it in between.
    BetweenCensuses,
    /// The series begins late.
    Short,
    /// The whole group has one only from censuses, and no city publishes it in between.
    CensusOnly,
    /// It is published, but not yet collected here.
    NotCollected,
}

/// One lack.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lack {
    /// What kind of lack it is.
    pub kind: LackKind,
    /// The themes that it lies in, by name.
    pub themes: Vec<String>,
    /// What is missing, in a sentence.
    pub missing: String,
    /// What there is instead.
    pub there_is: String,
    /// The last period that the whole group has, in words.
    pub last: Option<String>,
    /// Who of the group has any figure of it, home first; of what is stale or from censuses, who has a later one or one in between.
    pub have: Vec<City>,
    /// What to ask for.
    pub request: String,
    /// Whether home lacks what another city has.
    pub home_lacks: bool,
    /// The indicators.
    pub indicators: Vec<Lacking>,
}

/// An indicator with a lack.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lacking {
    /// Its id.
    pub id: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// Whether home lacks what another city has.
    pub home_lacks: bool,
    /// The view that shows it.
    pub link: Link,
}

/// What was found of one indicator.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) id: IndicatorId,
    pub(super) kind: LackKind,
    /// The periods that the whole group has.
    pub(super) complete: Vec<Period>,
    /// Who of the group has a figure beside those.
    pub(super) holders: Vec<RegionId>,
    pub(super) home_lacks: bool,
    /// How many figures are published but not collected.
    pub(super) uncollected: usize,
}

/// How many years behind the latest a series is called stale.
const STALE: i32 = 3;
/// How many years after the earliest a series is called short.
const SHORT: i32 = 10;

impl Survey<'_> {
    /// The lacks: what home lacks and others have first, then the gravest, then by theme.
    ///
    /// Recorded indicators only; those that have nothing but targets are left out.
    ///
    /// - *Scattered*: there is no period and scope in which the whole group has a figure. One item a theme.
    /// - *Stale*: the last period of the whole group lies three years or more before the latest that any indicator has for it, one end is better,
    ///   and no related indicator of the same unit is newer. One item a theme; into the scattered item of its theme where it is related to one of those and has its unit.
    /// - *Between censuses*: the whole group has only years that do not follow each other, and some city has a figure in between. One item a theme.
    /// - *Short*: yearly, one end is better, and the whole group begins ten years or more after the earliest that any indicator has,
    ///   while no related indicator of the same unit begins earlier. One item a theme.
    /// - *Census only*: as between censuses, but no city has a figure in between, and no related indicator of the same unit is yearly. One item for all themes.
    /// - *Not collected*: figures that are known to be published but are not in the data. One item for all themes.
    #[must_use]
    pub fn lacks(&self, lang: Lang) -> Vec<Lack> {
        let mut lacks: Vec<(ThemeId, Lack)> = self
            .clusters()
            .into_iter()
            .filter_map(|found| {
                let theme = self.data.indicator(found.first()?.id).theme;
                Some((theme, self.lack_of(&found, lang)))
            })
            .collect();
        sort_by_key(&mut lacks, |(theme, g)| (!g.home_lacks, g.kind, *theme));
        lacks.into_iter().map(|(_, g)| g).collect()
    }

    /// Everything found, what makes one item together.
    fn clusters(&self) -> Vec<Vec<Found>> {
        let Some((first, now)) = self.reach() else {
            return Vec::new();
        };
        let ids = self.answers().map(|(id, _)| id);
        let mut found: Vec<Found> = ids.filter_map(|id| self.found(id, first, now)).collect();
        self.join_stale(&mut found);
        let key = |f: &Found| {
            let shared = matches!(f.kind, LackKind::CensusOnly | LackKind::NotCollected);
            let theme = self.data.indicator(f.id).theme;
            (f.kind, (!shared).then_some(theme))
        };
        sort(&mut found, |a, b| key(a).cmp(&key(b)).then(a.id.cmp(&b.id)));
        found
            .chunk_by(|a, b| key(a) == key(b))
            .map(<[Found]>::to_vec)
            .collect()
    }

    /// What is stale and related to something scattered of its theme in the same unit is what there is instead of that.
    fn join_stale(&self, found: &mut [Found]) {
        let scattered = found.iter().filter(|f| f.kind == LackKind::Scattered);
        let scattered: Vec<IndicatorId> = scattered.map(|f| f.id).collect();
        for f in found.iter_mut().filter(|f| f.kind == LackKind::Stale) {
            let own = self.data.indicator(f.id);
            let near = |s: &IndicatorId| {
                let other = self.data.indicator(*s);
                (other.theme, other.unit) == (own.theme, own.unit) && self.is_alike(f.id, *s)
            };
            if scattered.iter().any(near) {
                f.kind = LackKind::Scattered;
            }
        }
    }

    /// The first and the last year in which any indicator has the whole group.
    pub(super) fn reach(&self) -> Option<(Period, Period)> {
        let years = self.answers().filter_map(|(_, c)| {
            let years = change::complete(c).into_iter();
            years.filter(|p| p.is_year()).min()
        });
        Some((years.min()?, horizon(self)?))
    }

    fn found(&self, id: IndicatorId, first: Period, now: Period) -> Option<Found> {
        let c = self.answer(id);
        let indicator = self.data.indicator(id);
        if indicator.formula.is_some() || self.only_targets(id) || c.group_size == 0 {
            return None;
        }
        let complete = change::complete(c);
        let kind = self.kind(id, &complete, (first, now))?;
        let holders: Vec<RegionId> = match kind {
            LackKind::Scattered => self.holders(id),
            _ => self.beside(id, &complete),
        };
        Some(Found {
            home_lacks: kind == LackKind::Scattered
                && !holders.is_empty()
                && !holders.contains(&self.home),
            uncollected: self.uncollected(id),
            id,
            kind,
            complete,
            holders,
        })
    }

    fn kind(
        &self,
        id: IndicatorId,
        complete: &[Period],
        (first, now): (Period, Period),
    ) -> Option<LackKind> {
        let directed = self.data.indicator(id).direction != Direction::Neutral;
        let Some((from, to)) = complete.first().zip(complete.last()) else {
            return Some(LackKind::Scattered);
        };
        let old = to.year() + STALE <= now.year();
        let covered = |test: &dyn Fn(&[Period]) -> bool| self.is_covered(id, test);
        if is_census_like(complete) {
            if covered(&|years| years.last() >= Some(to)) {
                return None;
            }
            return Some(if self.beside(id, complete).is_empty() {
                LackKind::CensusOnly
            } else {
                LackKind::BetweenCensuses
            });
        }
        if old && directed && !covered(&|years| years.last() > Some(to)) {
            return Some(LackKind::Stale);
        }
        let late = from.is_year() && from.year() >= first.year() + SHORT;
        if !old && directed && late && !covered(&|years| years.first() < Some(from)) {
            return Some(LackKind::Short);
        }
        (!old && self.uncollected(id) > 0).then_some(LackKind::NotCollected)
    }

    /// Whether a related yearly indicator of the theme, with the same base unit and direction, has the whole group in periods that pass: then this one is missed by nobody.
    fn is_covered(&self, id: IndicatorId, passes: &dyn Fn(&[Period]) -> bool) -> bool {
        let own = self.data.indicator(id);
        let base = |i: &Indicator| &self.data.unit(i.unit).base;
        self.answers().any(|(other, c)| {
            let theirs = self.data.indicator(other);
            if other == id || (theirs.theme, theirs.direction) != (own.theme, own.direction) {
                return false;
            }
            let years = change::complete(c);
            base(theirs) == base(own)
                && self.is_alike(id, other)
                && !is_census_like(&years)
                && passes(&years)
        })
    }

    /// Who of the group has a figure of the same scope at another time than the whole group.
    fn beside(&self, id: IndicatorId, complete: &[Period]) -> Vec<RegionId> {
        let c = self.answer(id);
        let group = c.members.iter().zip(&c.series).filter(|(m, _)| m.in_group);
        let other = |s: &crate::compare::Series| {
            let after = complete.first();
            s.readings
                .iter()
                .any(|r| !complete.contains(&r.period) && Some(&r.period) > after)
        };
        group
            .filter(|(_, s)| other(s))
            .map(|(m, _)| m.region)
            .collect()
    }

    /// How many figures of the group are known to be published but are not here.
    fn uncollected(&self, id: IndicatorId) -> usize {
        let group = &self.data.group(self.answer(id).question.group).members;
        let all = group.iter().flat_map(|r| self.data.of(id, *r));
        all.filter(|o| o.status == Status::L).count()
    }

    fn lack_of(&self, found: &[Found], lang: Lang) -> Lack {
        let last = found.iter().filter_map(|f| f.complete.last()).max();
        let mut holders: Vec<RegionId> = Vec::new();
        for region in found.iter().flat_map(|f| &f.holders) {
            if !holders.contains(region) {
                holders.push(*region);
            }
        }
        sort_by_key(&mut holders, |r| (*r != self.home, *r));
        let mut themes: Vec<String> = Vec::new();
        for f in found {
            let theme = self.data.theme(self.data.indicator(f.id).theme);
            let name = theme.name.get(lang).to_owned();
            if !themes.contains(&name) {
                themes.push(name);
            }
        }
        let words = self.request(found, &holders, lang);
        Lack {
            kind: found[0].kind,
            themes,
            missing: words.missing,
            there_is: words.there_is,
            request: words.request,
            last: last.map(|p| tell::period(*p, lang)),
            have: holders.iter().map(|r| self.city(*r, lang)).collect(),
            home_lacks: found.iter().any(|f| f.home_lacks),
            indicators: found.iter().map(|f| self.lacking(f, lang)).collect(),
        }
    }

    fn lacking(&self, f: &Found, lang: Lang) -> Lacking {
        let indicator = self.data.indicator(f.id);
        Lacking {
            id: indicator.id.clone(),
            name: tell::capital(indicator.name.get(lang)),
            home_lacks: f.home_lacks,
            link: self.link(f.id, lang, |_| {}),
        }
    }
}

/// Whole years of which no two follow each other.
pub(super) fn is_census_like(periods: &[Period]) -> bool {
    periods.iter().all(|p| p.is_year()) && periods.windows(2).all(|w| w[0].year() + 4 < w[1].year())
}
