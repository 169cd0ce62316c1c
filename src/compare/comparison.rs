//! The answer to a question: every member's value, rank and distance, the benchmark, the series and what must be told.
//!
//! It holds numbers and handles only; sorting for a picture and words for a reader are made from it.

use std::cmp::Ordering;

use super::benchmark::{Benchmark, BenchmarkKind};
use super::change::{Change, Growth, Lag, change, growth, lag};
use super::notice;
use super::question::{Question, Sort};
use super::rank::{Gap, Rank, gap, order, ranks};
use super::reading::Reading;
use super::series::Series;
use crate::base::{sort, sort_by_key};
use crate::data::{Dataset, IndicatorId, Kind, Period, RegionId, ScopeId, Status};
use crate::error::Notice;

/// What a region is in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The home city.
    Home,
    /// A chosen peer, by its place in the choice.
    Peer(usize),
    /// Anyone else of the group.
    Rest,
}

/// One region of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Who.
    pub region: RegionId,
    /// As what.
    pub role: Role,
    /// Whether it belongs to the ranking group.
    pub in_group: bool,
    /// Its value at the period (or within the tolerance).
    pub reading: Option<Reading>,
    /// Its place among the group.
    pub rank: Option<Rank>,
    /// Home − it.
    pub gap: Option<Gap>,
    /// Own ÷ sum of the group; only of additive indicators, with all values, where the group makes up a whole.
    pub share: Option<f64>,
    /// Against the year before.
    pub change: Option<Change>,
    /// Over the range.
    pub growth: Option<Growth>,
    /// How long it has been better than home is now.
    pub lag: Option<Lag>,
}

/// The answer to a [`Question`].
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The question, its scope and benchmark as answered.
    pub question: Question,
    /// What exactly is counted.
    pub scope: Option<ScopeId>,
    /// Whether the values are actual or targets.
    pub kind: Kind,
    /// When; `None` when nobody has a value.
    pub period: Option<Period>,
    /// The group in its own order, then home and peers from outside it.
    pub members: Vec<Member>,
    /// The series of the members, in the same order.
    pub series: Vec<Series>,
    /// How many were ranked.
    pub ranked: usize,
    /// How many the group has.
    pub group_size: usize,
    /// The benchmark.
    pub benchmark: Option<Benchmark>,
    /// Home against the benchmark.
    pub benchmark_gap: Option<Gap>,
    /// The sum of the group, for an additive indicator with all values.
    pub total: Option<f64>,
    /// Every period in which a member has a value, ascending.
    pub periods: Vec<Period>,
    /// What must be told.
    pub notices: Vec<Notice>,
    /// The same question asked about each indicator beside it.
    #[cfg(feature = "gallery")]
    pub beside: Vec<Comparison>,
    /// How its values go together with the first of those.
    #[cfg(feature = "gallery")]
    pub kept: super::Kept,
}

impl Comparison {
    /// Answers a question.
    ///
    /// ```
    /// use duibiao::compare::{Comparison, Question};
    /// let data = duibiao::data::builtin();
    /// let doctors = data.indicator_named("doctors-per-1000").unwrap();
    /// let answer = Comparison::of(&data, &Question::about(&data, doctors));
    /// let rank = answer.home().rank.unwrap();
    /// assert_eq!((rank.place, rank.of), (8, 11));
    /// ```
    #[must_use]
    pub fn of(data: &Dataset, question: &Question) -> Self {
        let regions = regions(data, question);
        let kind = kind(data, question.indicator, &regions);
        let scope = question
            .scope
            .unwrap_or_else(|| scope(data, question, &regions, kind));
        let series: Vec<Series> = regions
            .iter()
            .map(|(region, _, _)| Series::of(data, question.indicator, *region, scope, kind))
            .collect();
        let mut comparison = Self {
            question: question.clone(),
            scope,
            kind,
            period: None,
            members: Vec::new(),
            ranked: 0,
            group_size: data.group(question.group).members.len(),
            benchmark: None,
            benchmark_gap: None,
            total: None,
            periods: Vec::new(),
            notices: Vec::new(),
            #[cfg(feature = "gallery")]
            beside: beside(data, question),
            #[cfg(feature = "gallery")]
            kept: super::Kept::default(),
            series,
        };
        comparison.choose_period(&regions);
        comparison.members = comparison.place(&regions);
        comparison.measure(data);
        comparison.notices = notice::of(data, &comparison);
        comparison
    }

    /// The home city.
    #[must_use]
    pub fn home(&self) -> &Member {
        // regions() puts home in, always
        self.members
            .iter()
            .find(|m| m.role == Role::Home)
            .unwrap_or(&self.members[0])
    }

    /// The peers, in the reader's order.
    #[must_use]
    pub fn peers(&self) -> Vec<&Member> {
        let mut peers: Vec<_> = self
            .members
            .iter()
            .filter(|m| matches!(m.role, Role::Peer(_)))
            .collect();
        sort_by_key(&mut peers, |m| m.role);
        peers
    }

    /// Everyone in the order asked for (by default best first, a neutral indicator's largest first); sorted by figures, those without one come last.
    #[must_use]
    pub fn in_order(&self, data: &Dataset) -> Vec<&Member> {
        let direction = data.indicator(self.question.indicator).direction;
        let home = self.home().reading.map_or(0.0, |r| r.value);
        let away = |value: f64| (value - home).abs();
        let region = |m: &Member| data.region(m.region);
        let mut members: Vec<&Member> = self.members.iter().collect();
        sort(&mut members, |a, b| {
            let by_figure = |by: &dyn Fn(f64, f64) -> Ordering| match (a.reading, b.reading) {
                (Some(x), Some(y)) => by(x.value, y.value),
                (x, y) => y.is_some().cmp(&x.is_some()),
            };
            let first = match self.question.sort {
                Sort::Value => by_figure(&|x, y| order(direction, x, y)),
                Sort::Gap => by_figure(&|x, y| away(x).total_cmp(&away(y))),
                Sort::Name => region(a).id.cmp(&region(b).id),
                Sort::Code => region(a).code.cmp(&region(b).code),
            };
            first.then(a.region.cmp(&b.region))
        });
        members
    }

    /// The series of a member.
    #[must_use]
    pub fn series_of(&self, region: RegionId) -> Option<&Series> {
        self.series.iter().find(|s| s.region == region)
    }

    /// The stretch of time that changes and trends are about: the range asked for, else all periods.
    #[must_use]
    pub fn range(&self) -> Option<(Period, Period)> {
        let all = (*self.periods.first()?, *self.periods.last()?);
        Some(self.question.range.unwrap_or(all))
    }

    /// The length in months that most periods have, the longer of two: what is joined over time.
    #[must_use]
    pub fn common_length(&self) -> i32 {
        let lengths = || self.periods.iter().map(|p| p.months());
        let count = |months: i32| lengths().filter(|m| *m == months).count();
        lengths().max_by_key(|m| (count(*m), *m)).unwrap_or(12)
    }

    fn choose_period(&mut self, regions: &[(RegionId, Role, bool)]) {
        let mut tally = Vec::new();
        for (series, (_, role, in_group)) in self.series.iter().zip(regions) {
            let periods = series.readings.iter().map(|r| r.period);
            count(&mut tally, periods, *role, *in_group);
        }
        self.periods = tally.iter().map(|t| t.period).collect();
        let best = tally
            .iter()
            .max_by_key(|t| (t.home, t.group, t.peers, t.period));
        self.period = match self.question.period {
            Some(asked) if self.periods.contains(&asked) => Some(asked),
            Some(asked) => nearest(&self.periods, asked),
            None => best.map(|t| t.period),
        };
    }

    fn place(&self, regions: &[(RegionId, Role, bool)]) -> Vec<Member> {
        let tolerance = self.question.tolerance;
        let reading = |series: &Series| {
            let period = self.period?;
            match tolerance {
                0 => series.at(period).copied(),
                years => series.near(period, years).copied(),
            }
        };
        self.series
            .iter()
            .zip(regions)
            .map(|(series, (region, role, in_group))| Member {
                region: *region,
                role: *role,
                in_group: *in_group,
                reading: reading(series),
                rank: None,
                gap: None,
                share: None,
                change: None,
                growth: None,
                lag: None,
            })
            .collect()
    }

    fn measure(&mut self, data: &Dataset) {
        self.rank(data);
        self.benchmark(data);
        self.share(data);
        let Some(period) = self.period else {
            return;
        };
        let direction = data.indicator(self.question.indicator).direction;
        let home = self.home().reading.map(|r| r.value);
        let from = self.question.range.map(|r| r.0);
        for (member, series) in self.members.iter_mut().zip(&self.series) {
            let same_year = member.reading.is_some_and(|r| r.period == period);
            member.change = change(series, period);
            member.growth = growth(series, from, period);
            if let (Some(home), Some(reading)) = (home, member.reading)
                && member.role != Role::Home
            {
                member.gap = Some(gap(home, reading.value));
                member.lag = lag(direction, home, series, period).filter(|_| same_year);
            }
        }
    }

    /// Ranks the group's values. Those whose definition differs are left out.
    fn rank(&mut self, data: &Dataset) {
        let direction = data.indicator(self.question.indicator).direction;
        let mut ranked: Vec<(&mut Member, f64)> = self
            .members
            .iter_mut()
            .filter(|m| m.in_group)
            .filter_map(|m| {
                let reading = m.reading.filter(|r| r.status != Status::D)?;
                Some((m, reading.value))
            })
            .collect();
        self.ranked = ranked.len();
        if ranked.len() < 2 {
            return;
        }
        let values: Vec<f64> = ranked.iter().map(|(_, v)| *v).collect();
        for ((member, _), rank) in ranked.iter_mut().zip(ranks(direction, &values)) {
            member.rank = Some(rank);
        }
    }

    fn benchmark(&mut self, data: &Dataset) {
        let direction = data.indicator(self.question.indicator).direction;
        let others: Vec<f64> = self
            .members
            .iter()
            .filter(|m| m.in_group && m.role != Role::Home)
            .filter_map(|m| m.reading.filter(|r| r.status != Status::D))
            .map(|r| r.value)
            .collect();
        self.benchmark = match self.question.benchmark {
            BenchmarkKind::None => None,
            BenchmarkKind::Target => self.target(data),
            kind => Benchmark::over(kind, direction, &others),
        };
        let home = self.home().reading.map(|r| r.value);
        self.benchmark_gap = home.zip(self.benchmark).map(|(home, b)| gap(home, b.value));
    }

    /// Home's own target for the period, where it has one.
    fn target(&self, data: &Dataset) -> Option<Benchmark> {
        let (q, period) = (&self.question, self.period?);
        let targets = Series::of(data, q.indicator, q.home, self.scope, Kind::Target);
        Some(Benchmark {
            kind: BenchmarkKind::Target,
            value: targets.at(period)?.value,
            others: 1,
        })
    }

    fn share(&mut self, data: &Dataset) {
        let complete = self.ranked == self.group_size && self.same_period();
        // a share is one of a whole: among a few cities it would be called one of the province
        let whole = data.group(self.question.group).whole.is_some();
        if !data.indicator(self.question.indicator).additive || !complete || !whole {
            return;
        }
        let total: f64 = self
            .members
            .iter()
            .filter(|m| m.in_group)
            .filter_map(|m| m.reading.map(|r| r.value))
            .sum();
        if total <= 0.0 {
            return;
        }
        self.total = Some(total);
        for member in self.members.iter_mut().filter(|m| m.in_group) {
            member.share = member.reading.map(|r| r.value / total);
        }
    }

    fn same_period(&self) -> bool {
        self.members
            .iter()
            .filter_map(|m| m.reading)
            .all(|r| Some(r.period) == self.period)
    }
}

/// Each indicator beside, asked about alone: in its own scope, and in the period asked for or its own latest.
#[cfg(feature = "gallery")]
fn beside(data: &Dataset, question: &Question) -> Vec<Comparison> {
    let ask = |indicator: &IndicatorId| {
        let alone = Question {
            indicator: *indicator,
            beside: Vec::new(),
            scope: None,
            ..question.clone()
        };
        Comparison::of(data, &alone)
    };
    question.beside.iter().map(ask).collect()
}

/// Who has a value in a period.
pub(super) struct Tally {
    pub(super) period: Period,
    pub(super) home: bool,
    pub(super) group: usize,
    pub(super) peers: usize,
}

/// Counts one region in each of its periods; both lists ascend.
pub(super) fn count(
    tally: &mut Vec<Tally>,
    periods: impl Iterator<Item = Period>,
    role: Role,
    in_group: bool,
) {
    let mut at = 0;
    for period in periods {
        while tally.get(at).is_some_and(|t| t.period < period) {
            at += 1;
        }
        if tally.get(at).is_none_or(|t| t.period != period) {
            let none = Tally {
                period,
                home: false,
                group: 0,
                peers: 0,
            };
            tally.insert(at, none);
        }
        let found = &mut tally[at];
        found.home |= role == Role::Home;
        found.peers += usize::from(matches!(role, Role::Peer(_)));
        found.group += usize::from(in_group);
    }
}

/// The period nearest to the one asked for, the earlier of two.
fn nearest(periods: &[Period], asked: Period) -> Option<Period> {
    let away = |p: &Period| (p.year() - asked.year()).abs();
    periods.iter().copied().min_by_key(|p| (away(p), *p))
}

/// The group, then home and peers from outside it.
fn regions(data: &Dataset, question: &Question) -> Vec<(RegionId, Role, bool)> {
    let role = |region: RegionId| {
        if region == question.home {
            return Role::Home;
        }
        let peer = question.peers.iter().position(|p| *p == region);
        peer.map_or(Role::Rest, Role::Peer)
    };
    let group = &data.group(question.group).members;
    let mut found: Vec<_> = group.iter().map(|r| (*r, role(*r), true)).collect();
    for region in std::iter::once(&question.home).chain(&question.peers) {
        if !found.iter().any(|(r, _, _)| r == region) {
            found.push((*region, role(*region), false));
        }
    }
    found
}

/// Actual where anyone has an actual value, else targets.
fn kind(data: &Dataset, indicator: IndicatorId, regions: &[(RegionId, Role, bool)]) -> Kind {
    let recorded = match data.indicator(indicator).formula {
        Some(formula) => formula.numerator,
        None => indicator,
    };
    let has = |kind| {
        regions.iter().any(|(r, _, _)| {
            data.of(recorded, *r)
                .iter()
                .any(|o| o.kind == kind && o.value.is_some())
        })
    };
    if !has(Kind::Actual) && has(Kind::Target) {
        return Kind::Target;
    }
    Kind::Actual
}

/// The scope in which home has most company in one period; the main scope where it makes no difference.
fn scope(
    data: &Dataset,
    question: &Question,
    regions: &[(RegionId, Role, bool)],
    kind: Kind,
) -> Option<ScopeId> {
    let indicator = data.indicator(question.indicator);
    if indicator.scopes.is_empty() {
        return None;
    }
    let named = (0..indicator.scopes.len()).map(|i| Some(ScopeId::at(i)));
    std::iter::once(None)
        .chain(named)
        .map(|scope| (company(data, question, regions, kind, scope), scope))
        // the first of the best: the main scope, then the order of the file
        .fold(None, |best, next| match best {
            Some((score, _)) if score >= next.0 => best,
            _ => Some(next),
        })
        .and_then(|(_, scope)| scope)
}

/// Whether home has a value, and how many have one in the fullest such period.
fn company(
    data: &Dataset,
    question: &Question,
    regions: &[(RegionId, Role, bool)],
    kind: Kind,
    scope: Option<ScopeId>,
) -> (bool, usize) {
    let mut tally = Vec::new();
    for (region, role, in_group) in regions {
        let own = data.of(question.indicator, *region).iter();
        let own = own.filter(|o| o.scope == scope && o.kind == kind && o.value.is_some());
        count(&mut tally, own.map(|o| o.period), *role, *in_group);
    }
    tally
        .iter()
        .map(|t| (t.home, t.group))
        .max()
        .unwrap_or_default()
}
