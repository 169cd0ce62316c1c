//! Two indicators of the same members in the same period, and how their orders go together.
//!
//! A pair is never made across periods. A correlation says nothing of a cause, and with few members nothing at all.

use std::sync::OnceLock;

use super::benchmark::{Benchmark, BenchmarkKind};
use super::comparison::{Comparison, Role, count};
use super::places::places;
use super::rank::{Rank, ranks};
use super::reading::Reading;
use crate::base::sort;
use crate::data::{Dataset, Direction, Period, Status};

/// With fewer a correlation is chance.
const ENOUGH: usize = 8;

/// One member with both values of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Its position among the members.
    pub member: usize,
    /// The value of the indicator beside.
    pub x: Reading,
    /// The value of the indicator itself.
    pub y: Reading,
    /// The value of the second indicator beside, where it is above zero.
    pub size: Option<Reading>,
    /// Its places, of the indicator beside and of the indicator itself.
    pub places: (Option<Rank>, Option<Rank>),
}

/// Two indicators in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// When.
    pub period: Period,
    /// Who has both, in the order of the members.
    pub pairs: Vec<Pair>,
    /// The medians of the others of the group, of the indicator beside and of the indicator itself.
    pub medians: Option<(Benchmark, Benchmark)>,
    /// Spearman's rank correlation over the group, where at least eight have both.
    pub correlation: Option<f64>,
    /// How many of the group have both.
    pub counted: usize,
    /// The pairs by their value across, ascending, as positions.
    pub by_x: Vec<usize>,
}

/// The relation of a comparison, worked out when it is first asked for: who draws an answer many times does so once.
#[derive(Clone, Debug, Default)]
pub struct Kept(OnceLock<Option<Box<Relation>>>);

/// It follows from the answer: whether it was asked for makes no difference.
impl PartialEq for Kept {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A comparison and the first indicator beside it, in the period asked for if anyone has both then (else the nearest such),
/// or in the latest in which home and most have both.
#[must_use]
pub fn relation<'c>(data: &Dataset, c: &'c Comparison) -> Option<&'c Relation> {
    let found = c.kept.0.get_or_init(|| work_out(data, c).map(Box::new));
    found.as_deref()
}

fn work_out(data: &Dataset, c: &Comparison) -> Option<Relation> {
    let x = c.beside.first()?;
    let period = joint_period(c, x)?;
    let ranks = (places(data, x, period), places(data, c, period));
    let sizes = c.beside.get(1);
    let pair = |i: usize| {
        let size = sizes.and_then(|s| s.series[i].at(period));
        Some(Pair {
            member: i,
            x: *x.series[i].at(period)?,
            y: *c.series[i].at(period)?,
            size: size.filter(|r| r.value > 0.0).copied(),
            places: (ranks.0[i], ranks.1[i]),
        })
    };
    let mut pairs: Vec<Pair> = Vec::with_capacity(c.members.len());
    pairs.extend((0..c.members.len()).filter_map(pair));
    let same = |p: &&Pair| p.x.status != Status::D && p.y.status != Status::D;
    let grouped = |p: &&Pair| c.members[p.member].in_group && same(p);
    let both: Vec<&Pair> = pairs.iter().filter(grouped).collect();
    let others = |of: fn(&Pair) -> f64| {
        let others = pairs.iter().filter(grouped);
        let others = others.filter(|p| c.members[p.member].role != Role::Home);
        let values: Vec<f64> = others.map(of).collect();
        Benchmark::over(BenchmarkKind::Median, Direction::Neutral, &values)
    };
    let medians = others(|p| p.x.value).zip(others(|p| p.y.value));
    let direction = |c: &Comparison| data.indicator(c.question.indicator).direction;
    let correlation = || {
        let x = ascending(direction(x), both.iter().map(|p| (p.x.value, p.places.0)));
        let y = ascending(direction(c), both.iter().map(|p| (p.y.value, p.places.1)));
        pearson(&x, &y)
    };
    let mut by_x: Vec<usize> = (0..pairs.len()).collect();
    sort(&mut by_x, |a, b| {
        pairs[*a].x.value.total_cmp(&pairs[*b].x.value)
    });
    Some(Relation {
        by_x,
        period,
        medians,
        correlation: (both.len() >= ENOUGH).then(correlation).flatten(),
        counted: both.len(),
        pairs,
    })
}

/// The mean places of values, ascending: by their ranks, where these are all that were ranked.
fn ascending(
    direction: Direction,
    ranked: impl ExactSizeIterator<Item = (f64, Option<Rank>)> + Clone,
) -> Vec<f64> {
    let n = ranked.len();
    let known = ranked.clone().map(|(_, rank)| {
        let place = mean_place(&rank.filter(|r| r.of == n)?);
        Some(match direction {
            Direction::Lower => place,
            Direction::Higher | Direction::Neutral => n as f64 + 1.0 - place,
        })
    });
    let known: Option<Vec<f64>> = known.collect();
    known.unwrap_or_else(|| mean_places(ranked.map(|(value, _)| value)))
}

fn joint_period(c: &Comparison, x: &Comparison) -> Option<Period> {
    let mut tally = Vec::new();
    for (i, member) in c.members.iter().enumerate() {
        let both = c.series[i].readings.iter().map(|r| r.period);
        let both = both.filter(|p| x.series[i].at(*p).is_some());
        count(&mut tally, both, member.role, member.in_group);
    }
    match c.question.period {
        Some(asked) => {
            let away = |p: Period| libm::fabs(p.position() - asked.position());
            let all = tally.iter().map(|t| t.period);
            all.min_by(|a, b| away(*a).total_cmp(&away(*b)))
        }
        None => tally
            .iter()
            .max_by_key(|t| (t.home, t.group, t.peers, t.period))
            .map(|t| t.period),
    }
}

/// A member's pairs over time, of the indicator beside and of the indicator itself, in stretches without a break of either.
///
/// They end with a period and are as long as it: what came after would look like a point of that period.
#[must_use]
pub fn trail(c: &Comparison, member: usize, until: Period) -> Vec<Vec<(Reading, Reading)>> {
    let Some(x) = c.beside.first() else {
        return Vec::new();
    };
    let (across, up) = (&x.series[member], &c.series[member]);
    let inside = |p: Period| c.question.range.is_none_or(|(a, b)| p >= a && p <= b);
    let both = |r: &Reading| Some((*across.at(r.period)?, *r));
    let pairs: Vec<(Reading, Reading)> = up
        .readings
        .iter()
        .filter(|r| r.period.months() == until.months() && r.period <= until)
        .filter(|r| inside(r.period))
        .filter_map(both)
        .collect();
    let same = |a: Period, b: Period| {
        across.stretch(a) == across.stretch(b) && up.stretch(a) == up.stretch(b)
    };
    pairs
        .chunk_by(|a, b| same(a.1.period, b.1.period))
        .map(<[_]>::to_vec)
        .collect()
}

/// Spearman's rank correlation: Pearson's over places, those who share a place having the mean of theirs; none where all are alike.
///
/// ```
/// use duibiao::compare::spearman;
/// // the differences of places are 1, 1, 1, 1 and 0: 1 − 6 × 4 ÷ (5 × 24)
/// let found = spearman(&[(1.0, 20.0), (2.0, 10.0), (3.0, 40.0), (4.0, 30.0), (5.0, 50.0)]);
/// assert!((found.unwrap() - 0.8).abs() < 1e-12);
/// assert_eq!(spearman(&[(1.0, 2.0), (1.0, 3.0)]), None);
/// ```
#[must_use]
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let x = mean_places(pairs.iter().map(|p| p.0));
    pearson(&x, &mean_places(pairs.iter().map(|p| p.1)))
}

/// Pearson's correlation of places.
fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let middle = (x.len() as f64 + 1.0) / 2.0;
    let (mut both, mut own, mut other) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        let (a, b) = (a - middle, b - middle);
        both += a * b;
        own += a * a;
        other += b * b;
    }
    (own > 0.0 && other > 0.0).then(|| both / libm::sqrt(own * other))
}

/// The place of each value, ascending; equal ones have the mean of their places.
fn mean_places(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let ranks = ranks(Direction::Lower, &values);
    ranks.iter().map(mean_place).collect()
}

/// The mean of the places that those of a rank share.
fn mean_place(rank: &Rank) -> f64 {
    rank.place as f64 + rank.sharing as f64 / 2.0
}

#[cfg(test)]
mod tests {
    use super::spearman;

    #[test]
    fn shared_places_count_with_their_mean() {
        // places 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5)
        let found = spearman(&[(1.0, 1.0), (2.0, 2.0), (2.0, 3.0), (3.0, 4.0)]);
        assert!((found.expect("not all alike") - 0.948_683_298_050_513_8).abs() < 1e-12);
    }

    #[test]
    fn opposite_orders_are_minus_one() {
        let found = spearman(&[(1.0, 900.0), (2.0, 30.0), (50.0, 2.0)]);
        assert_eq!(found, Some(-1.0));
    }
}
