//! What changed over time where home stands: between the first and the last period that can be compared.
//!
//! Nothing is compared across a break of any city, and nothing is filled in.

use serde::Serialize;

use super::{Link, Survey, is_plain};
use crate::base::sort;
use crate::compare::{Comparison, Rank, ranks};
use crate::data::{Direction, IndicatorId, Kind, Lang, Period, Price};
use crate::tell;
use crate::view::ChartId;

/// How home's place and value moved in one indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The indicator's id.
    pub indicator: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// The id of its theme.
    pub theme: String,
    /// From when to when, in words.
    pub span: String,
    /// The place then.
    pub place_before: usize,
    /// The place now.
    pub place_now: usize,
    /// Of how many.
    pub of: usize,
    /// Places gained; below zero, lost.
    pub gained: i64,
    /// The value then.
    pub value_before: String,
    /// The value now.
    pub value_now: String,
    /// Whether the amounts are at the prices of each year.
    pub nominal: bool,
    /// The sentence that states it.
    pub sentence: String,
    /// The trend that shows it.
    pub link: Link,
}

/// The same in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moved {
    pub(super) indicator: IndicatorId,
    pub(super) from: Period,
    pub(super) to: Period,
    pub(super) before: Rank,
    pub(super) now: Rank,
    pub(super) values: (f64, f64),
}

impl Moved {
    /// Places gained; below zero, lost.
    pub(super) fn gained(&self) -> i64 {
        let place = |r: Rank| i64::try_from(r.place).unwrap_or(0);
        place(self.before) - place(self.now)
    }
}

/// The periods in which every city of the group has a value that can be ranked, ascending.
pub(super) fn complete(c: &Comparison) -> Vec<Period> {
    let all = |p: &&Period| {
        c.group_size > 0
            && c.members
                .iter()
                .zip(&c.series)
                .filter(|(m, _)| m.in_group)
                .all(|(_, s)| {
                    s.at(**p)
                        .is_some_and(|r| r.status != crate::data::Status::D)
                })
    };
    c.periods.iter().filter(all).copied().collect()
}

/// The periods up to the shown one with the group's values, where all are sound and no break of anyone lies between.
fn comparable(c: &Comparison) -> Vec<(Period, Vec<f64>)> {
    let Some(to) = c.period else {
        return Vec::new();
    };
    let values = |p: Period| -> Option<Vec<f64>> {
        let group = c.members.iter().zip(&c.series).filter(|(m, _)| m.in_group);
        let sound = group.map(|(_, s)| {
            let r = s.at(p).filter(|r| is_plain(r.status))?;
            (s.stretch(p) == s.stretch(to)).then_some(r.value)
        });
        sound.collect()
    };
    let like = |p: &&Period| **p <= to && p.months() == to.months();
    let periods = c.periods.iter().filter(like);
    periods.filter_map(|p| Some((*p, values(*p)?))).collect()
}

/// Whether an indicator is itself a change from the year before, as its id says (`data/README.md`): it falls while everyone grows.
fn is_growth(id: &str) -> bool {
    id.ends_with("-growth")
}

/// Whether the place jumps by more than two between most periods.
fn is_restless(places: &[(Period, Rank, f64)]) -> bool {
    let jumps = places.windows(2);
    let far = jumps.filter(|w| w[0].1.place.abs_diff(w[1].1.place) > 2);
    places.len() >= 4 && 2 * far.count() > places.len() - 1
}

impl Survey<'_> {
    /// How home moved between the first and the last comparable period; none of neutral indicators and targets, nor where a figure at either end is in doubt.
    ///
    /// The last period is the one in which home is ranked; the first is the earliest of the same length in which every city of the group has a sound value, with no break of any city in between.
    /// Of four periods or more both ends must be steady: an end at which home's place jumps by more than two against the period beside it would make a trend of one odd figure.
    /// So the first moves on to the next steady one, and an unsteady last makes none.
    /// Rates of growth make none either, nor does a place that jumps in most periods: there is no road from one end to the other.
    pub(super) fn moved(&self, id: IndicatorId) -> Option<Moved> {
        let c = self.answer(id);
        let direction = self.data.indicator(id).direction;
        if direction == Direction::Neutral || c.kind != Kind::Actual || !self.is_sound(id) {
            return None;
        }
        let mut group = c.members.iter().filter(|m| m.in_group);
        let home = group.position(|m| m.region == self.home)?;
        let places: Vec<(Period, Rank, f64)> = comparable(c)
            .into_iter()
            .map(|(p, values)| (p, ranks(direction, &values)[home], values[home]))
            .collect();
        if is_growth(&self.data.indicator(id).id) || is_restless(&places) {
            return None;
        }
        let (to, now, after) = places.last().copied()?;
        let near = |a: Rank, b: Rank| a.place.abs_diff(b.place) <= 2;
        let steady = |i: usize| places.len() < 4 || near(places[i].1, places[i + 1].1);
        let ends = places.len().checked_sub(2)?;
        let (from, before, value) = (0..=ends).find(|i| steady(*i)).map(|i| places[i])?;
        steady(ends).then_some(Moved {
            indicator: id,
            from,
            to,
            before,
            now,
            values: (value, after),
        })
    }

    /// Where home's place changed most, at most `n`, near-duplicates once: by places, then in the order of the indicators. Totals, which mostly follow a city's size, are left out.
    #[must_use]
    pub fn changed(&self, n: usize, lang: Lang) -> Vec<Change> {
        let mut moves: Vec<Moved> = self
            .answers()
            .filter(|(id, _)| !self.data.indicator(*id).additive)
            .filter_map(|(id, _)| self.moved(id))
            .filter(|m| m.gained() != 0)
            .collect();
        sort(&mut moves, |a, b| b.gained().abs().cmp(&a.gained().abs()));
        let mut chosen: Vec<Moved> = Vec::new();
        for m in moves {
            let alike = |c: &Moved| self.is_alike(c.indicator, m.indicator);
            if chosen.len() < n && !chosen.iter().any(alike) {
                chosen.push(m);
            }
        }
        chosen.iter().map(|m| self.change(m, lang)).collect()
    }

    /// A move in words.
    pub(super) fn change(&self, m: &Moved, lang: Lang) -> Change {
        let indicator = self.data.indicator(m.indicator);
        let unit = self.data.unit(indicator.unit);
        let amount = |v| tell::amount(indicator, unit, lang, v);
        let range = format!("{}..{}", m.from, m.to);
        Change {
            indicator: indicator.id.clone(),
            name: tell::capital(indicator.name.get(lang)),
            theme: self.data.theme(indicator.theme).id.clone(),
            span: tell::span(m.from, m.to, lang),
            place_before: m.before.place,
            place_now: m.now.place,
            of: m.now.of,
            gained: m.gained(),
            value_before: amount(m.values.0),
            value_now: amount(m.values.1),
            nominal: indicator.price == Some(Price::Current),
            sentence: self.change_sentence(m, lang),
            link: self.link(m.indicator, lang, |view| {
                view.chart = Some(ChartId::TrendLines);
                view.range = Some(range);
            }),
        }
    }

    /// 2014–2023年温州每千人医师由全省第10位升到第8位
    pub(super) fn change_sentence(&self, m: &Moved, lang: Lang) -> String {
        let c = self.answer(m.indicator);
        let group = self.data.group(c.question.group).name.get(lang);
        let name = self.data.indicator(m.indicator).short().get(lang);
        let home = self.name(self.home, lang);
        let when = tell::span(m.from, m.to, lang);
        let (before, now, of) = (m.before.place, m.now.place, m.now.of);
        let up = m.gained() > 0;
        match lang {
            Lang::Zh if m.gained() == 0 => {
                format!("{when}{home}{name}在{group}{of}市中保持第{now}位")
            }
            Lang::Zh => {
                let verb = if up { "升至" } else { "降至" };
                format!("{when}{home}{name}由{group}{of}市第{before}位{verb}第{now}位")
            }
            Lang::En => {
                let verb = match m.gained() {
                    0 => "stayed",
                    _ if up => "moved up",
                    _ => "moved down",
                };
                let (before, now) = (tell::ordinal(before), tell::ordinal(now));
                let (from, to) = (tell::period(m.from, lang), tell::period(m.to, lang));
                let way = if m.gained() == 0 {
                    now
                } else {
                    format!("from {before} to {now}")
                };
                format!("{home} {verb} {way} of {of} in {name}, {from} to {to}")
            }
        }
    }
}
