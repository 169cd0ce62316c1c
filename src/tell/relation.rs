//! The words of two indicators side by side: both values, both places, and how their orders go together.
//!
//! A correlation is always said with how many it rests on, and that it says nothing of a cause.

use super::Display;
use super::finding::Finding;
use super::period::period;
use super::sentence::{Speaker, is_home};
use super::source::Shown;
use super::table::{Cell, Row, Table, column, origin, remarks_label, source_column, status};
use super::tip::TipLine;
use super::words::{capital, display};
use crate::compare::{self, Comparison, Member, Pair, Rank, Reading, Relation};
use crate::data::{Dataset, Lang, Period, RegionId, Status};
use crate::text::Piece;

/// What is shown of an indicator in a relation: all its values together.
const SHOWN: Finding = Finding::Trend;

/// The speaker of an indicator beside.
fn beside<'a>(s: &Speaker<'a>, i: usize) -> Option<Speaker<'a>> {
    let c = s.c.beside.get(i)?;
    Some(Speaker::new(s.data, c, s.lang))
}

fn of_home(s: &Speaker<'_>, r: &Relation) -> Option<Pair> {
    let home = s.c.members.iter().position(is_home)?;
    r.pairs.iter().find(|p| p.member == home).copied()
}

/// Both values of home, and the correlation.
pub(super) fn said(s: &Speaker<'_>, name: &str, clauses: usize) -> Option<Vec<Piece>> {
    let (x, r) = (beside(s, 0)?, compare::relation(s.data, s.c)?);
    let pair = of_home(s, r)?;
    let when = period(r.period, s.lang);
    let city = s.name(s.c.home());
    let value = with_place(s.bounded(&pair.y), pair.places.1, s.lang);
    let mut pieces = match s.lang {
        Lang::Zh => vec![
            Piece::keep(when),
            Piece::keep(city),
            Piece::flow(name),
            Piece::keep(value),
        ],
        Lang::En => vec![
            Piece::flow("In "),
            Piece::keep(when),
            Piece::flow(" "),
            Piece::keep(format!("{city}’s")),
            Piece::flow(format!(" {name} stood at ")),
            Piece::keep(value),
        ],
    };
    let other = x.indicator.short().get(s.lang);
    let value = with_place(x.bounded(&pair.x), pair.places.0, s.lang);
    let mut rest = vec![match s.lang {
        Lang::Zh => vec![Piece::flow(other), Piece::keep(value)],
        Lang::En => vec![Piece::flow(format!("{other} at ")), Piece::keep(value)],
    }];
    if let Some(text) = correlation(s.data, s.c, r, s.lang) {
        rest.push(vec![Piece::flow(text)]);
    }
    rest.truncate(clauses);
    s.append(&mut pieces, rest);
    Some(pieces)
}

/// 3.80人(11市第8位) · 3.80 (8th of 11)
fn with_place(value: String, rank: Option<Rank>, lang: Lang) -> String {
    let Some(rank) = rank else {
        return value;
    };
    let place = super::course::place(rank, lang);
    lang.pick(
        format!("{value}({place})"),
        format!("{value} ({place} of {})", rank.of),
    )
}

/// How the two orders go together, in plain words; none where there are too few.
#[must_use]
pub fn correlation(data: &Dataset, c: &Comparison, r: &Relation, lang: Lang) -> Option<String> {
    let found = r.correlation?;
    let noun = data.group(c.question.group).noun.get(lang);
    let n = r.counted;
    let number = super::grouped(found, 2, lang);
    let (zh, en) = strength(found);
    Some(lang.pick(
        format!("{n}{noun}{zh}(等级相关{number})，不说明因果"),
        format!(
            "{en} among {n} {noun} (rank correlation {number}), which says nothing about cause"
        ),
    ))
}

fn strength(found: f64) -> (String, String) {
    let (zh, en) = match found.abs() {
        v if v < 0.2 => return ("几乎不相关".to_owned(), "hardly related".to_owned()),
        v if v < 0.4 => ("弱", "weakly"),
        v if v < 0.6 => ("中等", "moderately"),
        v if v < 0.8 => ("较强", "strongly"),
        _ => ("很强", "very strongly"),
    };
    let (sign, way) = if found > 0.0 {
        ("正相关", "related")
    } else {
        ("负相关", "inversely related")
    };
    (format!("{zh}的{sign}"), format!("{en} {way}"))
}

/// What an axis or an area stands for: the short name with its unit.
#[must_use]
pub fn axis_name(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    axis_name_in(data, c, &display(data, c, SHOWN, lang), lang)
}

/// The same where it is known how its numbers are shown.
pub(crate) fn axis_name_in(data: &Dataset, c: &Comparison, shown: &Display, lang: Lang) -> String {
    let indicator = data.indicator(c.question.indicator);
    let unit = &shown.unit;
    let name = capital(indicator.short().get(lang));
    if unit.is_empty() || name.contains(unit.as_str()) {
        return name;
    }
    lang.pick(format!("{name}({unit})"), format!("{name} ({unit})"))
}

/// Both indicators and when; the axes and the key say the rest.
pub(super) fn subtitle(data: &Dataset, c: &Comparison, lang: Lang) -> Option<String> {
    let r = compare::relation(data, c)?;
    let (up, across) = (
        axis_name(data, c, lang),
        axis_name(data, c.beside.first()?, lang),
    );
    let both = lang.pick(format!("{up}与{across}"), format!("{up} and {across}"));
    Some(format!("{both} · {}", period(r.period, lang)))
}

/// The figures that are drawn, home's first.
pub(super) fn drawn(data: &Dataset, c: &Comparison) -> Option<Vec<Shown>> {
    let mut pairs = compare::relation(data, c)?.pairs.clone();
    crate::base::sort_by_key(&mut pairs, |p| c.members[p.member].role);
    let of = |p: &Pair| {
        let region = c.members[p.member].region;
        let all = [p.y, p.x].into_iter().chain(p.size);
        all.map(move |r| (region, r)).collect::<Vec<Shown>>()
    };
    Some(pairs.iter().flat_map(of).collect())
}

/// Both values of everyone.
pub(super) fn described(s: &Speaker<'_>) -> Option<String> {
    let (x, r) = (beside(s, 0)?, compare::relation(s.data, s.c)?);
    let items: Vec<String> = r
        .pairs
        .iter()
        .map(|p| {
            let m = &s.c.members[p.member];
            let home = if is_home(m) {
                s.lang.pick("(本市)", " (home)")
            } else {
                ""
            };
            let (a, b) = (s.bounded(&p.y), x.bounded(&p.x));
            s.lang.pick(
                format!("{}{home}{a}、{b}", s.name(m)),
                format!("{}{home} {a} and {b}", s.name(m)),
            )
        })
        .collect();
    let when = period(r.period, s.lang);
    let (a, b) = (
        s.indicator.short().get(s.lang),
        x.indicator.short().get(s.lang),
    );
    let all = items.join(s.lang.pick("；", "; "));
    let tail = correlation(s.data, s.c, r, s.lang).map(|t| capital(&t));
    let tail = tail.map(|t| s.lang.pick(format!("{t}。"), format!(" {t}.")));
    Some(format!(
        "{}{}",
        s.lang.pick(
            format!("{when}各市{a}与{b}：{all}。"),
            format!("{} and {b} in {when}: {all}.", capital(a)),
        ),
        tail.unwrap_or_default()
    ))
}

/// A row a city with both values and both places.
pub(super) fn table(s: &Speaker<'_>) -> Option<Table> {
    let (x, r) = (beside(s, 0)?, compare::relation(s.data, s.c)?);
    let (size, lang) = (beside(s, 1), s.lang);
    let order = |who: &Speaker<'_>| {
        let word = super::course::order_word(who);
        let name = capital(who.indicator.short().get(lang));
        lang.pick(format!("{name}{word}"), format!("{name}, {word}"))
    };
    let head = |who: &Speaker<'_>| axis_name(s.data, who.c, lang);
    let mut columns = vec![
        column("city", lang.pick("城市", "City").to_owned(), false),
        column("value", head(s), true),
        column("rank", order(s), true),
        column("beside", head(&x), true),
        column("beside-rank", order(&x), true),
    ];
    columns.extend(size.iter().map(|size| column("size", head(size), true)));
    columns.push(column("remarks", remarks_label(lang).to_owned(), false));
    columns.push(source_column(lang));
    let members = s.c.in_order(s.data).into_iter();
    let rows = members.map(|m| row(s, &x, size.as_ref(), r, m));
    Some(Table {
        caption: super::subtitle(s.data, s.c, Finding::Relation, lang),
        rows: rows.collect(),
        columns,
        legend: Vec::new(),
    })
}

fn row(
    s: &Speaker<'_>,
    x: &Speaker<'_>,
    size: Option<&Speaker<'_>>,
    r: &Relation,
    m: &Member,
) -> Row {
    let i = s.c.members.iter().position(|o| o.region == m.region);
    let pair = r.pairs.iter().find(|p| Some(p.member) == i);
    let place = |r: Option<Rank>| Cell::from(r.map_or_else(String::new, |r| r.place.to_string()));
    let mut cells = vec![
        Cell::from(s.name(m).to_owned()),
        figure(s, pair.map(|p| p.y)),
        place(pair.and_then(|p| p.places.1)),
        figure(x, pair.map(|p| p.x)),
        place(pair.and_then(|p| p.places.0)),
    ];
    cells.extend(size.map(|size| figure(size, pair.and_then(|p| p.size))));
    let readings: Vec<Reading> = pair
        .map(|p| [p.y, p.x].into_iter().chain(p.size).collect())
        .unwrap_or_default();
    let mut words: Vec<&str> = Vec::new();
    for reading in readings.iter().filter(|r| r.status != Status::A) {
        let word = status(reading.status, s.lang);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let remark = match (pair, words.as_slice()) {
        (None, _) => s
            .lang
            .pick("缺其中一项", "one of the two is missing")
            .to_owned(),
        (_, []) => status(Status::A, s.lang).to_owned(),
        (_, words) => words.join(s.lang.pick("、", ", ")),
    };
    cells.push(Cell::from(remark));
    cells.push(origin(s, &readings));
    Row {
        region: s.data.region(m.region).id.clone(),
        period: String::new(),
        cells,
    }
}

fn figure(s: &Speaker<'_>, reading: Option<Reading>) -> Cell {
    let Some(r) = reading else {
        return Cell::default();
    };
    let shown = display(s.data, s.c, SHOWN, s.lang);
    Cell {
        text: super::table::cell(&shown, &r, s.lang),
        value: Some(r.value),
        ..Cell::default()
    }
}

/// The lines of a tooltip about a region in a relation: each of its values at a period, with its place.
pub(super) fn tip(
    data: &Dataset,
    c: &Comparison,
    region: RegionId,
    when: Period,
    lang: Lang,
) -> Vec<TipLine> {
    let mut lines = vec![TipLine::new(
        lang.pick("时期", "Period"),
        period(when, lang),
    )];
    let mut readings = Vec::new();
    for c in std::iter::once(c).chain(&c.beside) {
        let s = Speaker::new(data, c, lang);
        let Some(i) = c.members.iter().position(|m| m.region == region) else {
            continue;
        };
        let name = capital(s.indicator.short().get(lang));
        let text = match c.series[i].at(when) {
            Some(r) => {
                readings.push(*r);
                with_place(s.bounded(r), compare::places(data, c, when)[i], lang)
            }
            None => lang.pick("无数据", "no figure").to_owned(),
        };
        lines.push(TipLine::new(&name, text));
    }
    lines.extend(super::source::named(data, &readings, lang, false));
    lines
}
