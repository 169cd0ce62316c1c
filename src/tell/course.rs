//! The words of what happened over time: from one period to another, place by place, and since a period that is called 100.
//!
//! The plain trend is in [`super::sentence`]; tables are in [`super::course_table`].

use super::finding::Finding;
use super::period::{period, span};
use super::phrase::{chinese_marks, ordinal};
use super::sentence::{Speaker, is_home};
use super::words::{capital, display, scope_words};
use crate::base::sort_by_key;
use crate::compare::{self, Comparison, Growth, Member, Rank, Reading, Role};
use crate::data::{Dataset, Direction, Lang, Localized, Period, Price, Status, Style};
use crate::text::Piece;

/// The title of a finding over time or of two indicators in ever shorter forms; none where it says nothing of home.
pub(super) fn titles(s: &Speaker<'_>, finding: Finding) -> Option<Vec<Vec<Piece>>> {
    let (long, short) = (&s.indicator.name, s.indicator.short());
    let rungs = [(long, 2), (short, 2), (long, 1), (short, 1), (short, 0)];
    let say = |(name, clauses): (&Localized, usize)| said(s, finding, name.get(s.lang), clauses);
    let mut ladder: Vec<Vec<Piece>> = rungs.into_iter().map(say).collect::<Option<_>>()?;
    ladder.push(s.shortest());
    ladder.dedup();
    Some(ladder)
}

fn said(s: &Speaker<'_>, finding: Finding, name: &str, clauses: usize) -> Option<Vec<Piece>> {
    match finding {
        Finding::Slope => slope(s, name, clauses),
        Finding::Places => course(s, name, clauses),
        Finding::Index => since(s, name, clauses),
        Finding::Relation => super::relation::said(s, name, clauses),
        _ => None,
    }
}

/// Home's place and value of the two periods, and how the places changed.
fn slope(s: &Speaker<'_>, name: &str, clauses: usize) -> Option<Vec<Piece>> {
    let (from, to) = compare::ends(s.c)?;
    let growth = home_growth(s, from, to)?;
    let mut pieces = s.moved(name, &growth);
    let mut rest: Vec<Vec<Piece>> = Vec::new();
    if let (Some(a), Some(b)) = (place_of_home(s, from), place_of_home(s, to)) {
        rest.push(vec![Piece::flow(between(s, a, b))]);
    }
    rest.extend(s.pace(&growth));
    rest.truncate(clauses);
    s.append(&mut pieces, rest);
    Some(pieces)
}

/// Home's growth between two periods of one stretch.
fn home_growth(s: &Speaker<'_>, from: Period, to: Period) -> Option<Growth> {
    let home = s.c.series_of(s.c.question.home)?;
    let growth = compare::growth(home, Some(from), to)?;
    (growth.from == from).then_some(growth)
}

fn home_index(c: &Comparison) -> Option<usize> {
    c.members.iter().position(is_home)
}

fn place_of_home(s: &Speaker<'_>, when: Period) -> Option<Rank> {
    let home = home_index(s.c)?;
    compare::places(s.data, s.c, when)[home]
}

/// 名次由11市第9位升至第8位 · from 9th to 8th of 11 cities
fn between(s: &Speaker<'_>, a: Rank, b: Rank) -> String {
    let noun = s.data.group(s.c.question.group).noun.get(s.lang);
    let order = order_word(s);
    let (n, m) = (a.of, b.of);
    if (a.place, n) == (b.place, m) {
        return s.lang.pick(
            format!("{order}仍居{n}{noun}{}", place(a, s.lang)),
            format!("still {} of {n} {noun}", place(a, s.lang)),
        );
    }
    let (before, after) = (place(a, s.lang), place(b, s.lang));
    let to = verb(s, a, b);
    match s.lang {
        Lang::Zh if n == m => format!("{order}由{n}{noun}{before}{to}{after}"),
        Lang::Zh => format!("{order}由{n}{noun}{before}{to}{m}{noun}{after}"),
        Lang::En if n == m => format!("from {before} to {after} of {n} {noun}"),
        Lang::En => format!("from {before} of {n} to {after} of {m} {noun}"),
    }
}

/// A neutral indicator has an order, no ranking.
pub(super) fn order_word(s: &Speaker<'_>) -> &'static str {
    match s.indicator.direction {
        Direction::Neutral => s.lang.pick("位次", "order"),
        _ => s.lang.pick("名次", "rank"),
    }
}

fn verb(s: &Speaker<'_>, a: Rank, b: Rank) -> &'static str {
    match (s.indicator.direction, a.place.cmp(&b.place)) {
        (Direction::Neutral, _) | (_, std::cmp::Ordering::Equal) => "到",
        (_, std::cmp::Ordering::Greater) => "升至",
        (_, std::cmp::Ordering::Less) => "降至",
    }
}

/// 并列第8位 · joint 8th
pub(super) fn place(rank: Rank, lang: Lang) -> String {
    let tied = if rank.tied {
        lang.pick("并列", "joint ")
    } else {
        ""
    };
    lang.pick(
        format!("{tied}第{}位", rank.place),
        format!("{tied}{}", ordinal(rank.place)),
    )
}

/// Home's first place of the unbroken stretch and the one of the period shown.
fn course(s: &Speaker<'_>, name: &str, clauses: usize) -> Option<Vec<Piece>> {
    let all = home_places(s);
    let (to, last) = *all
        .iter()
        .find(|(p, _)| Some(*p) == s.c.period)
        .or(all.last())?;
    let home = s.c.series_of(s.c.question.home)?;
    let same = |p: &Period| *p < to && home.stretch(*p) == home.stretch(to);
    let (from, first) = *all.iter().find(|(p, _)| same(p))?;
    let city = s.name(s.c.home());
    let when = span(from, to, s.lang);
    let mut pieces = match s.lang {
        Lang::Zh => vec![
            Piece::keep(when),
            Piece::keep(city),
            Piece::flow(name),
            Piece::flow(between(s, first, last)),
        ],
        Lang::En => vec![
            Piece::keep(when),
            Piece::flow(": "),
            Piece::keep(city),
            Piece::flow(moved_place(s, first, last)),
            Piece::flow(format!(" in {name}")),
        ],
    };
    let inside = all.iter().filter(|(p, _)| *p >= from && *p <= to);
    let best = inside.min_by_key(|(p, rank)| (rank.place, *p));
    let outdone = best.filter(|(_, b)| b.place < first.place.min(last.place));
    let mut rest: Vec<Vec<Piece>> = outdone
        .filter(|_| s.indicator.direction != Direction::Neutral)
        .map(|(when, rank)| vec![Piece::flow(at_best(s, *when, *rank))])
        .into_iter()
        .collect();
    rest.truncate(clauses);
    s.append(&mut pieces, rest);
    Some(pieces)
}

fn moved_place(s: &Speaker<'_>, a: Rank, b: Rank) -> String {
    let words = between(s, a, b);
    if (a.place, a.of) == (b.place, b.of) {
        let noun = s.data.group(s.c.question.group).noun.en.as_str();
        return format!(" is {} of {} {noun} as before", place(b, s.lang), b.of);
    }
    format!(" went {words}")
}

fn at_best(s: &Speaker<'_>, when: Period, rank: Rank) -> String {
    let (when, place) = (period(when, s.lang), place(rank, s.lang));
    s.lang.pick(
        format!("{when}最好，{place}"),
        format!("at best {place} in {when}"),
    )
}

/// The periods of the most common length inside the range.
pub(super) fn shown_periods(c: &Comparison) -> Vec<Period> {
    let length = c.common_length();
    let range = c.range();
    let inside = |p: &Period| range.is_none_or(|(a, b)| *p >= a && *p <= b);
    let all = c.periods.iter().copied();
    all.filter(|p| p.months() == length && inside(p)).collect()
}

fn home_places(s: &Speaker<'_>) -> Vec<(Period, Rank)> {
    let all = shown_periods(s.c).into_iter();
    let ranked = all.filter_map(|p| Some((p, place_of_home(s, p)?)));
    // a place among less than half of the group is none
    let many = |(_, rank): &(Period, Rank)| 2 * rank.of >= s.c.group_size;
    ranked.filter(many).collect()
}

/// An index of a percentage would say nothing.
#[must_use]
pub fn has_index(data: &Dataset, c: &Comparison) -> bool {
    let unit = data.indicator(c.question.indicator).unit;
    !matches!(data.unit(unit).style, Style::Percent | Style::Permille)
}

/// A member's level with the base period as 100.
pub(super) fn level(c: &Comparison, m: &Member, base: Period, when: Period) -> Option<f64> {
    let series = c.series_of(m.region)?;
    let at = series.readings.iter().position(|r| r.period == when)?;
    compare::index(series, base)[at]
}

/// Home's index of the period shown, and the peers' beside it.
fn since(s: &Speaker<'_>, name: &str, clauses: usize) -> Option<Vec<Piece>> {
    let base = compare::base_period(s.c).filter(|_| has_index(s.data, s.c))?;
    let home = s.c.home();
    let at = |p: Period| Some((p, level(s.c, home, base, p)?));
    let shown = s.c.period.filter(|p| *p != base).and_then(at);
    let all = shown_periods(s.c);
    let (when, own) = shown.or_else(|| all.iter().rev().copied().find_map(at))?;
    let (number, written) = (|v: f64| super::grouped(v, 1, s.lang), period(when, s.lang));
    let start = period(base, s.lang);
    let nominal = s.indicator.price == Some(Price::Current);
    let city = s.name(home);
    let mut pieces = match s.lang {
        Lang::Zh => vec![
            Piece::flow("以"),
            Piece::keep(start),
            Piece::flow("为100，"),
            Piece::keep(written),
            Piece::keep(city),
            Piece::flow(name),
            Piece::flow(if nominal {
                "名义指数为"
            } else {
                "指数为"
            }),
            Piece::keep(number(own)),
        ],
        Lang::En => vec![
            Piece::flow("With "),
            Piece::keep(start),
            Piece::flow(" as 100, "),
            Piece::keep(format!("{city}’s")),
            Piece::flow(format!(" {name} stood at ")),
            Piece::keep(number(own)),
            Piece::flow(" in "),
            Piece::keep(written),
            Piece::flow(if nominal { " in nominal terms" } else { "" }),
        ],
    };
    let peers = s.c.peers().into_iter();
    let levels = peers.filter_map(|m| Some((m, level(s.c, m, base, when)?)));
    let mut rest: Vec<Vec<Piece>> = levels
        .map(|(m, v)| {
            let (name, v) = (s.name(m), number(v));
            let (zh, en) = (format!("{name}为{v}"), format!("{name} at {v}"));
            vec![Piece::keep(s.lang.pick(zh, en))]
        })
        .collect();
    rest.truncate(clauses);
    s.append(&mut pieces, rest);
    Some(pieces)
}

/// The line under the title where it is another than that of a value; none for other findings.
pub(super) fn subtitle(
    data: &Dataset,
    c: &Comparison,
    finding: Finding,
    lang: Lang,
) -> Option<String> {
    if finding == Finding::Relation {
        return super::relation::subtitle(data, c, lang).map(|t| chinese_marks(t, lang));
    }
    let s = Speaker::new(data, c, lang);
    let mut parts = vec![capital(s.indicator.name.get(lang))];
    match finding {
        Finding::Slope => {
            let unit = super::axis_label(&display(data, c, finding, lang), s.unit, lang);
            parts.extend(Some(unit).filter(|u| !u.is_empty()));
            let (from, to) = compare::ends(c)?;
            let (a, b) = (period(from, lang), period(to, lang));
            parts.push(lang.pick(format!("{a}与{b}"), format!("{a} and {b}")));
        }
        Finding::Places => {
            let noun = data.group(c.question.group).noun.get(lang);
            let (n, neutral) = (c.group_size, s.indicator.direction == Direction::Neutral);
            let (zh, en) = if neutral {
                (
                    format!("{n}{noun}由高到低的位次"),
                    format!("order among {n} {noun}, highest first"),
                )
            } else {
                (
                    format!("在{n}{noun}中的名次"),
                    format!("rank among {n} {noun}"),
                )
            };
            parts.push(lang.pick(zh, en));
            let mut all = shown_periods(c);
            // a place among less than half of the group is none
            all.retain(|p| 2 * have(c, *p) >= c.group_size);
            parts.push(span_of(&all, lang)?);
        }
        Finding::Index => {
            let base = compare::base_period(c).filter(|_| has_index(data, c))?;
            let base = period(base, lang);
            parts.push(lang.pick(format!("指数({base}=100)"), format!("index ({base} = 100)")));
            parts.push(span_of(&shown_periods(c), lang)?);
        }
        _ => return None,
    }
    parts.extend(scope_words(data, c, lang));
    Some(chinese_marks(parts.join(" · "), lang))
}

/// How many of the group are ranked in a period.
fn have(c: &Comparison, when: Period) -> usize {
    let grouped = c.members.iter().zip(&c.series).filter(|(m, _)| m.in_group);
    let known = grouped.filter_map(|(_, series)| series.at(when));
    known.filter(|r| r.status != Status::D).count()
}

fn span_of(all: &[Period], lang: Lang) -> Option<String> {
    let (first, last) = (*all.first()?, *all.last()?);
    Some(if first == last {
        period(first, lang)
    } else {
        span(first, last, lang)
    })
}

/// The text alternative after the title; none for other findings.
pub(super) fn described(s: &Speaker<'_>, finding: Finding) -> Option<String> {
    match finding {
        Finding::Slope => described_slope(s),
        Finding::Places => described_places(s),
        Finding::Index => described_index(s),
        Finding::Relation => super::relation::described(s),
        _ => None,
    }
}

fn list(s: &Speaker<'_>, head: &str, items: &[String]) -> Option<String> {
    if items.is_empty() {
        return None;
    }
    let all = items.join(s.lang.pick("、", "; "));
    Some(
        s.lang
            .pick(format!("{head}：{all}。"), format!("{head}: {all}.")),
    )
}

fn marked_name(s: &Speaker<'_>, m: &Member) -> String {
    let home = if is_home(m) {
        s.lang.pick("(本市)", " (home)")
    } else {
        ""
    };
    format!("{}{home}", s.name(m))
}

fn described_slope(s: &Speaker<'_>) -> Option<String> {
    let (from, to) = compare::ends(s.c)?;
    let value = |r: Option<&Reading>| {
        r.map_or_else(
            || s.lang.pick("无数据", "no figure").to_owned(),
            |r| s.bounded(r),
        )
    };
    let items: Vec<String> = s
        .c
        .in_order(s.data)
        .into_iter()
        .filter_map(|m| {
            let series = s.c.series_of(m.region)?;
            let (a, b) = (series.at(from), series.at(to));
            let broken = series.stretch(from) != series.stretch(to) && a.is_some() && b.is_some();
            let word = if broken {
                s.lang.pick("(口径有变)", " (redefined)")
            } else {
                ""
            };
            a.or(b)?;
            Some(format!(
                "{} {} → {}{word}",
                marked_name(s, m),
                value(a),
                value(b)
            ))
        })
        .collect();
    let (a, b) = (period(from, s.lang), period(to, s.lang));
    list(
        s,
        &s.lang.pick(format!("{a}与{b}"), format!("{a} and {b}")),
        &items,
    )
}

fn described_places(s: &Speaker<'_>) -> Option<String> {
    let all = shown_periods(s.c);
    let (from, to) = (*all.first()?, *all.last()?);
    let (before, after) = (
        compare::places(s.data, s.c, from),
        compare::places(s.data, s.c, to),
    );
    let mut order: Vec<usize> = (0..s.c.members.len()).collect();
    sort_by_key(&mut order, |i| {
        (after[*i].map_or(usize::MAX, |r| r.place), *i)
    });
    let word = |r: Option<Rank>| r.map_or_else(|| "–".to_owned(), |r| place(r, s.lang));
    let items: Vec<String> = order
        .into_iter()
        .filter(|i| before[*i].is_some() || after[*i].is_some())
        .map(|i| {
            let name = marked_name(s, &s.c.members[i]);
            format!("{name} {} → {}", word(before[i]), word(after[i]))
        })
        .collect();
    let (a, b) = (period(from, s.lang), period(to, s.lang));
    let order = order_word(s);
    list(
        s,
        &s.lang.pick(
            format!("{a}与{b}的{order}"),
            format!("{}, {a} and {b}", capital(order)),
        ),
        &items,
    )
}

fn described_index(s: &Speaker<'_>) -> Option<String> {
    let base = compare::base_period(s.c).filter(|_| has_index(s.data, s.c))?;
    let all = shown_periods(s.c);
    let mut levels: Vec<(&Member, Period, f64)> =
        s.c.members
            .iter()
            .filter_map(|m| {
                let last = all.iter().rev();
                last.copied()
                    .find_map(|p| Some((m, p, level(s.c, m, base, p)?)))
            })
            .collect();
    crate::base::sort(&mut levels, |a, b| b.2.total_cmp(&a.2));
    let end = all.last().copied();
    let items: Vec<String> = levels
        .into_iter()
        .map(|(m, when, v)| {
            let when = if Some(when) == end {
                String::new()
            } else {
                format!("({})", period(when, s.lang))
            };
            let gap = s.lang.pick("", if when.is_empty() { "" } else { " " });
            format!(
                "{} {}{gap}{when}",
                marked_name(s, m),
                super::grouped(v, 1, s.lang)
            )
        })
        .collect();
    let (a, b) = (period(base, s.lang), period(end?, s.lang));
    list(
        s,
        &s.lang.pick(
            format!("{b}各市指数({a}=100)"),
            format!("Index in {b} ({a} = 100)"),
        ),
        &items,
    )
}

/// Peers and home first, the others in their order: the columns of a table over time.
pub(super) fn by_role(c: &Comparison) -> Vec<usize> {
    let mut order: Vec<usize> = (0..c.members.len()).collect();
    sort_by_key(&mut order, |i| {
        let role = c.members[*i].role;
        (role == Role::Rest, role, *i)
    });
    order
}
