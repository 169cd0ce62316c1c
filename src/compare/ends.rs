//! Which two periods are held against each other when a reader names none, and in which period an index begins.
//!
//! They are chosen by who has values; no value is computed here.

use super::comparison::{Comparison, Role};
use super::series::Series;
use crate::data::Period;

/// The two periods of a comparison of then and now: the ends of the range asked for, as far as home has values there;
/// else the period that is shown, and the first one that home and most of those shown then have, without a break of home's between.
///
/// ```
/// use duibiao::compare::{Comparison, Question, ends};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// let (from, to) = ends(&answer).unwrap();
/// assert!(from < to && to.year() == 2023);
/// ```
#[must_use]
pub fn ends(c: &Comparison) -> Option<(Period, Period)> {
    let home = c.series_of(c.question.home)?;
    let (first, last) = c.range()?;
    let fits = |p: &Period| home.readings.is_empty() || home.at(*p).is_some();
    let inside = || {
        let all = c.periods.iter().copied();
        all.filter(move |p| *p >= first && *p <= last)
    };
    let later = match c.question.range {
        Some(_) => {
            let length = |p: &Period| p.months() == c.common_length();
            inside().filter(length).rfind(fits)
        }
        None => c.period,
    }?;
    let alike = |p: &Period| {
        *p < later && p.months() == later.months() && p.first_month() == later.first_month()
    };
    let earlier: Vec<Period> = inside().filter(alike).filter(fits).collect();
    if c.question.range.is_some() {
        return Some((*earlier.first()?, later));
    }
    let unbroken: Vec<Period> = earlier
        .into_iter()
        .filter(|p| home.stretch(*p) == home.stretch(later))
        .collect();
    let now = have(c, &[later]);
    let most = |p: &&Period| 2 * have(c, &[**p, later]) > now;
    let found = unbroken.iter().find(most).or_else(|| unbroken.first());
    Some((*found?, later))
}

/// How many of the group have values in all of these periods.
fn have(c: &Comparison, periods: &[Period]) -> usize {
    let all = |s: &&Series| periods.iter().all(|p| s.at(*p).is_some());
    let grouped = c.members.iter().zip(&c.series).filter(|(m, _)| m.in_group);
    grouped.map(|(_, s)| s).filter(all).count()
}

/// Whose figures a base must have, and the peers with figures: home, or where it has none the peers.
fn lead(c: &Comparison) -> (Vec<&Series>, Vec<&Series>) {
    let of = |role: fn(&Role) -> bool| {
        let members = c.members.iter().zip(&c.series);
        let found = members.filter(|(m, s)| role(&m.role) && !s.readings.is_empty());
        found.map(|(_, s)| s).collect::<Vec<&Series>>()
    };
    let (home, peers) = (of(|r| *r == Role::Home), of(|r| matches!(r, Role::Peer(_))));
    let lead = if home.is_empty() { peers.clone() } else { home };
    (lead, peers)
}

fn is_above_zero(series: &Series, period: Period) -> bool {
    series.at(period).is_some_and(|r| r.value > 0.0)
}

/// The periods that an index can call 100: those of the range in which home has a value above zero; without any value of home's, those of all peers.
///
/// ```
/// use duibiao::compare::{Comparison, Question, base_period, base_periods};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// assert!(base_periods(&answer).contains(&base_period(&answer).unwrap()));
/// ```
#[must_use]
pub fn base_periods(c: &Comparison) -> Vec<Period> {
    let Some((first, last)) = c.range() else {
        return Vec::new();
    };
    let length = c.common_length();
    let (lead, _) = lead(c);
    let known = |p: &Period| p.months() == length && lead.iter().all(|s| is_above_zero(s, *p));
    let mut all = c.periods.clone();
    all.retain(|p| *p >= first && *p <= last && known(p));
    all
}

/// The period that an index calls 100: the one asked for, or the nearest in which home has a value above zero;
/// else the first of the range that home and all peers have, if possible without a break between it and the period shown.
#[must_use]
pub fn base_period(c: &Comparison) -> Option<Period> {
    let all = base_periods(c);
    let (lead, peers) = lead(c);
    if let Some(asked) = c.question.base {
        let away = |p: &&Period| libm::fabs(p.position() - asked.position());
        return all
            .iter()
            .min_by(|a, b| away(a).total_cmp(&away(b)))
            .copied();
    }
    let (_, last) = c.range()?;
    let now = c.period.unwrap_or(last);
    let whole = |s: &Series, p: Period| is_above_zero(s, p) && s.stretch(p) == s.stretch(now);
    let both = |p: &&Period| lead.iter().chain(&peers).all(|s| whole(s, **p));
    let alone = |p: &&Period| lead.iter().all(|s| whole(s, **p));
    let found = all.iter().find(both).or_else(|| all.iter().find(alone));
    found.or(all.first()).copied()
}
