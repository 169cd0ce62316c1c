//! The tables of what happened over time: two periods side by side, places by period, an index by period.

use super::course::{by_role, has_index, level, order_word, shown_periods};
use super::finding::Finding;
use super::number::signed;
use super::period::period;
use super::sentence::Speaker;
use super::table::{
    Cell, Column, Row, Table, cell, column, is_rate, origin, remarks_label, source_column, status,
};
use super::words::{capital, display};
use super::{grouped, relative};
use crate::compare::{self, Member, Rank, Reading};
use crate::data::{Period, Status};

/// The table of a finding over time; none for other findings, and where there is nothing to tell.
pub(super) fn table(s: &Speaker<'_>, finding: Finding) -> Option<Table> {
    match finding {
        Finding::Slope => then_and_now(s),
        Finding::Places => places(s),
        Finding::Index => levels(s),
        Finding::Relation => super::relation::table(s),
        _ => None,
    }
}

fn word(key: &str, label: impl Into<String>) -> Column {
    column(key, label.into(), false)
}

fn number(key: &str, label: impl Into<String>) -> Column {
    column(key, label.into(), true)
}

fn figure(text: String, value: f64) -> Cell {
    Cell {
        text,
        value: Some(value),
        ..Cell::default()
    }
}

fn then_and_now(s: &Speaker<'_>) -> Option<Table> {
    let (from, to) = compare::ends(s.c)?;
    let lang = s.lang;
    let (a, b) = (period(from, lang), period(to, lang));
    let shown = display(s.data, s.c, Finding::Slope, lang);
    let order = capital(order_word(s));
    let (before, after) = (
        compare::places(s.data, s.c, from),
        compare::places(s.data, s.c, to),
    );
    let gap = lang.pick("", ", ");
    let columns = vec![
        number(
            "to-rank",
            lang.pick(format!("{b}{order}"), format!("{order}{gap}{b}")),
        ),
        word("city", lang.pick("城市", "City")),
        number("from", unit_after(s, &a, &shown.unit)),
        number("to", unit_after(s, &b, &shown.unit)),
        number("change", lang.pick("增减", "Change")),
        number("relative-change", lang.pick("增减比例", "Change in %")),
        number(
            "from-rank",
            lang.pick(format!("{a}{order}"), format!("{order}{gap}{a}")),
        ),
        word("remarks", remarks_label(lang)),
        source_column(lang),
    ];
    let place = |r: Option<Rank>| Cell::from(r.map_or_else(String::new, |r| r.place.to_string()));
    let rows = s.c.in_order(s.data).into_iter().map(|m| {
        let i = s.c.members.iter().position(|o| o.region == m.region);
        let (i, series) = (i.unwrap_or(0), s.c.series_of(m.region));
        let at = |p| series.and_then(|series| series.at(p));
        let (then, now) = (at(from), at(to));
        let value = |r: Option<&Reading>| {
            r.map_or_else(Cell::default, |r| figure(cell(&shown, r, lang), r.value))
        };
        let same = series.is_some_and(|x| x.stretch(from) == x.stretch(to));
        let gap = then.zip(now).filter(|_| same);
        let gap = gap.map(|(a, b)| compare::gap(b.value, a.value));
        let readings: Vec<Reading> = then.into_iter().chain(now).copied().collect();
        let change = gap.map(|g| signed(&shown, g.absolute));
        let ratio = gap.and_then(|g| g.relative).filter(|_| !is_rate(s));
        Row {
            region: s.data.region(m.region).id.clone(),
            period: String::new(),
            cells: vec![
                place(after[i]),
                Cell::from(s.name(m).to_owned()),
                value(then),
                value(now),
                Cell::from(change.unwrap_or_default()),
                Cell::from(ratio.map_or_else(String::new, |r| relative(r, lang))),
                place(before[i]),
                Cell::from(remarks(s, &[(from, then), (to, now)], same)),
                origin(s, &readings),
            ],
        }
    });
    Some(Table {
        caption: super::subtitle(s.data, s.c, Finding::Slope, lang),
        rows: rows.collect(),
        columns,
        legend: Vec::new(),
    })
}

fn unit_after(s: &Speaker<'_>, head: &str, unit: &str) -> String {
    if unit.is_empty() {
        return head.to_owned();
    }
    s.lang
        .pick(format!("{head}({unit})"), format!("{head} ({unit})"))
}

/// What is not normal about the two figures, and whether anything lies between them.
fn remarks(s: &Speaker<'_>, both: &[(Period, Option<&Reading>); 2], same: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (when, reading) in both {
        let when = period(*when, s.lang);
        let word = match reading {
            None => s.lang.pick("无数据", "no figure"),
            Some(r) if r.status == Status::A => continue,
            Some(r) => status(r.status, s.lang),
        };
        parts.push(
            s.lang
                .pick(format!("{when}{word}"), format!("{when}: {word}")),
        );
    }
    if !same && both.iter().all(|(_, r)| r.is_some()) {
        let word = s
            .lang
            .pick("口径有变，不可比", "redefined in between, not comparable");
        parts.push(word.to_owned());
    }
    if parts.is_empty() {
        parts.push(status(Status::A, s.lang).to_owned());
    }
    parts.join(s.lang.pick("、", ", "))
}

/// A row a period, newest first; what a cell says of a member's reading is told by `say`.
fn by_period(
    s: &Speaker<'_>,
    finding: Finding,
    say: &dyn Fn(Period) -> Vec<Option<(String, f64)>>,
) -> Table {
    let lang = s.lang;
    let order = by_role(s.c);
    let member = |i: &usize| -> &Member { &s.c.members[*i] };
    let mut columns = vec![word("period", lang.pick("时期", "Period"))];
    columns.extend(order.iter().map(|i| {
        let id = &s.data.region(member(i).region).id;
        number(id, s.name(member(i)))
    }));
    let counted = finding == Finding::Places;
    if counted {
        columns.push(number(
            "of",
            lang.pick("有数据的城市数", "Cities with a figure"),
        ));
    }
    columns.push(source_column(lang));
    let rows = shown_periods(s.c).into_iter().rev().map(|when| {
        let said = say(when);
        let mut cells = vec![Cell::from(period(when, lang))];
        cells.extend(order.iter().map(|i| match &said[*i] {
            Some((text, value)) => figure(text.clone(), *value),
            None => Cell::default(),
        }));
        if counted {
            let n = said.iter().flatten().count();
            cells.push(Cell::from(n.to_string()));
        }
        let all = s.c.series.iter().zip(&said).filter(|(_, t)| t.is_some());
        let readings: Vec<Reading> = all
            .filter_map(|(series, _)| series.at(when).copied())
            .collect();
        cells.push(origin(s, &readings));
        Row {
            region: String::new(),
            period: when.to_string(),
            cells,
        }
    });
    Table {
        caption: super::subtitle(s.data, s.c, finding, lang),
        rows: rows.collect(),
        columns,
        legend: Vec::new(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place is a small number")]
fn places(s: &Speaker<'_>) -> Option<Table> {
    shown_periods(s.c).first()?;
    let say = |when| {
        let all = compare::places(s.data, s.c, when).into_iter();
        all.map(|r| r.map(|r| (r.place.to_string(), r.place as f64)))
            .collect()
    };
    Some(by_period(s, Finding::Places, &say))
}

fn levels(s: &Speaker<'_>) -> Option<Table> {
    let base = compare::base_period(s.c).filter(|_| has_index(s.data, s.c))?;
    let say = |when| {
        let all = s.c.members.iter().map(|m| level(s.c, m, base, when));
        all.map(|v| v.map(|v| (grouped(v, 1, s.lang), v))).collect()
    };
    Some(by_period(s, Finding::Index, &say))
}
