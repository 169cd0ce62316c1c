//! Places in any period, not only in the one that is compared.
//!
//! The rules are those of the comparison itself: the group alone, values of one definition, at least two of them.

use super::comparison::Comparison;
use super::rank::{Rank, ranks};
use crate::data::{Dataset, Period, Status};

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
#[must_use]
pub fn places(data: &Dataset, c: &Comparison, period: Period) -> Vec<Option<Rank>> {
    let direction = data.indicator(c.question.indicator).direction;
    let value = |i: usize| {
        let reading = c.series[i].at(period).filter(|_| c.members[i].in_group)?;
        (reading.status != Status::D).then_some(reading.value)
    };
    let all = 0..c.members.len();
    let known: Vec<(usize, f64)> = all.filter_map(|i| Some((i, value(i)?))).collect();
    let mut found = vec![None; c.members.len()];
    if known.len() < 2 {
        return found;
    }
    let values: Vec<f64> = known.iter().map(|(_, v)| *v).collect();
    for ((i, _), rank) in known.iter().zip(ranks(direction, &values)) {
        found[*i] = Some(rank);
    }
    found
}
