//! Places in any period, not only in the one that is compared.
//!
//! The rules are those of the comparison itself: the group alone, values of one definition, at least two of them.

use super::comparison::Comparison;
use super::rank::{Rank, ranks};
use crate::data::{Dataset, Period, Status};

/// The members that have a place in a period, and their places.
///
/// ```
/// use duibiao::{compare::{Comparison, Question, placed}, data::Period};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// let (who, ranks) = placed(&data, &answer, Period::of_year(2023));
/// assert!(who.iter().zip(ranks).all(|(i, rank)| answer.members[*i].rank == Some(rank)));
/// ```
#[must_use]
pub fn placed(data: &Dataset, c: &Comparison, period: Period) -> (Vec<usize>, Vec<Rank>) {
    let (mut who, mut values) = (Vec::new(), Vec::new());
    for (i, (member, series)) in c.members.iter().zip(&c.series).enumerate() {
        let figure = series.at(period).filter(|r| r.status != Status::D);
        if let Some(reading) = figure.filter(|_| member.in_group) {
            who.push(i);
            values.push(reading.value);
        }
    }
    if values.len() < 2 {
        return Default::default();
    }
    let direction = data.indicator(c.question.indicator).direction;
    (who, ranks(direction, &values))
}

/// Each member's place among the group's comparable values of a period, in the order of the members.
///
/// ```
/// use duibiao::{compare::{Comparison, Question, places}, data::Period};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// let then: Vec<_> = places(&data, &answer, Period::of_year(2023));
/// assert_eq!(then, answer.members.iter().map(|m| m.rank).collect::<Vec<_>>());
/// ```
#[cfg(feature = "gallery")]
#[must_use]
pub fn places(data: &Dataset, c: &Comparison, period: Period) -> Vec<Option<Rank>> {
    if c.period == Some(period) && c.question.tolerance == 0 {
        return c.members.iter().map(|m| m.rank).collect();
    }
    let mut found = vec![None; c.members.len()];
    let (who, ranks) = placed(data, c, period);
    for (i, rank) in who.into_iter().zip(ranks) {
        found[i] = Some(rank);
    }
    found
}
