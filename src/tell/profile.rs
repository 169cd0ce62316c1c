//! What is said of several indicators at once: in how many home stands well or badly, and each value with its place.
//!
//! Places of different indicators are counted, never added up or averaged: nobody says what each should weigh.

use super::finding::Finding;
use super::number::percent;
use super::over_time::letter;
use super::period::{period, span};
use super::phrase::{bounded, chinese_marks, ordinal, rank_phrase};
use super::sentence::Speaker;
use super::source::Shown;
use super::table::{Cell, Row, Table, cell, column, origin, remarks_label, source_column, status};
use super::tip::TipLine;
use super::words::{capital, display};
use crate::base::{sort, sort_by_key};
use crate::compare::{Comparison, Member, Rank, is_good, is_poor, percentile};
use crate::data::{Bound, Dataset, Direction, Lang, Status};
use crate::text::Piece;

/// Home's place where it can be good or poor.
fn judged<'a>(data: &'a Dataset, c: &'a Comparison) -> Vec<(&'a Comparison, Rank)> {
    let sound = c.each().filter(|c| c.is_judged(data));
    sound.filter_map(|c| Some((c, c.home().rank?))).collect()
}

/// What a title counts.
struct Counts<'a> {
    home: &'a str,
    /// 全省 · Zhejiang
    whole: &'a str,
    /// 11市 · 11 cities
    cities: String,
    /// In how many a place is good or poor or between.
    all: usize,
    good: usize,
    poor: usize,
    /// Where home's place is best, all of it, and which place that is.
    best: (Vec<&'a str>, usize),
}

/// The title in ever shorter forms; none where there are not two indicators in which a place is good or poor.
pub(super) fn titles(data: &Dataset, c: &Comparison, lang: Lang) -> Option<Vec<Vec<Piece>>> {
    let all = judged(data, c);
    let key = |r: &Rank| (r.place, r.sharing);
    let least = all.iter().map(|(_, r)| key(r)).min()?;
    if all.len() < 2 {
        return None;
    }
    let best = all.iter().filter(|(_, r)| key(r) == least);
    let name = |c: &Comparison| data.indicator(c.question.indicator).short().get(lang);
    let group = data.group(c.question.group);
    let (noun, of) = (group.noun.get(lang), c.group_size);
    let counts = Counts {
        home: data.region(c.question.home).name.get(lang),
        whole: group.name.get(lang),
        cities: lang.pick(format!("{of}{noun}"), format!("{of} {noun}")),
        all: all.len(),
        good: all.iter().filter(|(_, r)| is_good(*r)).count(),
        poor: all.iter().filter(|(_, r)| is_poor(*r)).count(),
        best: (best.map(|(c, _)| name(c)).collect(), least.0),
    };
    let [long, best, brief] = match lang {
        Lang::Zh => in_chinese(&counts),
        Lang::En => in_english(&counts),
    };
    Some(vec![[&long[..], &best].concat(), long, brief])
}

/// Where home's place is best: both of two, and of more the first and how many they are.
fn named(names: &[&str], lang: Lang) -> String {
    match (names, lang) {
        ([a, b], Lang::Zh) => format!("{a}、{b}"),
        ([a, b], Lang::En) => format!("{a} and {b}"),
        ([a, _, ..], Lang::Zh) => format!("{a}等{}项", names.len()),
        ([a, _, ..], Lang::En) => format!("{a} and {} others", names.len() - 1),
        _ => names.concat(),
    }
}

/// A count of indicators as a person says it: 没有一项, 3项 · none, 3
pub(crate) fn how_many(n: usize, lang: Lang) -> String {
    match n {
        0 => lang.pick("没有一项", "none").to_owned(),
        n => lang.pick(format!("{n}项"), n.to_string()),
    }
}

/// 温州5项指标中1项居全省11市前三分之一,2项居后三分之一 · ,最靠前的是每千人医师(第3位) · 温州5项指标:1项居前,2项居后
fn in_chinese(s: &Counts<'_>) -> [Vec<Piece>; 3] {
    let some = |n| how_many(n, Lang::Zh);
    let (n, (best, place)) = (s.all, &s.best);
    let both = if best.len() > 1 { "均" } else { "" };
    [
        vec![
            Piece::keep(s.home),
            Piece::flow(format!("{n}项指标中")),
            Piece::keep(some(s.good)),
            Piece::flow("居"),
            Piece::keep(format!("{}{}", s.whole, s.cities)),
            Piece::flow("前三分之一，"),
            Piece::keep(some(s.poor)),
            Piece::flow("居后三分之一"),
        ],
        vec![
            Piece::flow("，最靠前的是"),
            Piece::flow(named(best, Lang::Zh)),
            Piece::keep(format!("({both}第{place}位)")),
        ],
        vec![
            Piece::keep(s.home),
            Piece::flow(format!("{n}项指标：")),
            Piece::keep(format!("{}居前，", some(s.good))),
            Piece::keep(format!("{}居后", some(s.poor))),
        ],
    ]
}

/// Wenzhou is in the top third of Zhejiang’s 11 cities on 1 of 5 indicators and in the bottom third on 2 · , best on doctors (3rd) · Wenzhou: …
fn in_english(s: &Counts<'_>) -> [Vec<Piece>; 3] {
    let some = |n| how_many(n, Lang::En);
    let (n, good, poor) = (s.all, some(s.good), some(s.poor));
    let (best, place) = &s.best;
    let each = if best.len() > 1 { "each " } else { "" };
    [
        vec![
            Piece::keep(s.home),
            Piece::flow(" is in the top third of "),
            Piece::keep(s.whole),
            Piece::flow(format!("’s {} on {good} of {n} indicators", s.cities)),
            Piece::flow(format!(" and in the bottom third on {poor}")),
        ],
        vec![
            Piece::flow(", best on "),
            Piece::flow(named(best, Lang::En)),
            // the page keeps a piece whole and would drop a space that it begins with
            Piece::flow(" "),
            Piece::keep(format!("({each}{})", ordinal(*place))),
        ],
        vec![
            Piece::keep(s.home),
            Piece::flow(format!(": {good} of {n} indicators in the top third, ")),
            Piece::flow(format!("{poor} in the bottom third")),
        ],
    ]
}

/// The line under the title: of what, how many, of when.
pub(super) fn subtitle(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    let mut themes: Vec<&str> = Vec::new();
    for one in c.each() {
        let theme = data.indicator(one.question.indicator).theme;
        let name = data.theme(theme).name.get(lang);
        if !themes.contains(&name) {
            themes.push(name);
        }
    }
    let n = c.beside.len() + 1;
    let mut parts = vec![themes.join(lang.pick("、", ", "))];
    parts.push(lang.pick(
        format!("{n}项指标"),
        format!("{n} {}", if n == 1 { "indicator" } else { "indicators" }),
    ));
    let mut periods: Vec<_> = c.each().filter_map(|c| c.period).collect();
    sort(&mut periods, Ord::cmp);
    match (periods.first(), periods.last()) {
        (Some(a), Some(b)) if a == b => parts.push(period(*a, lang)),
        (Some(a), Some(b)) => parts.push(span(*a, *b, lang)),
        _ => {}
    }
    chinese_marks(parts.join(" · "), lang)
}

/// How far ahead home is, in words: 超过其他城市的30% · ahead of 30% of the others
///
/// Of a neutral indicator nobody is ahead; who is larger comes before.
pub(crate) fn ahead(data: &Dataset, c: &Comparison, rank: Rank, lang: Lang) -> String {
    let part = percent(percentile(rank) / 100.0, lang);
    // a share of a few cities has no tenths
    let part = part.replace(".0%", "%");
    let neutral = data.indicator(c.question.indicator).direction == Direction::Neutral;
    let noun = data.group(c.question.group).noun.get(lang);
    match (lang, neutral) {
        (Lang::Zh, false) => format!("优于{part}的其他{noun}"),
        (Lang::Zh, true) => format!("大于{part}的其他{noun}"),
        (Lang::En, false) => format!("ahead of {part} of the others"),
        (Lang::En, true) => format!("larger than {part} of the others"),
    }
}

/// The text alternative after the title: home in each indicator, then its peers.
pub(super) fn described(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    let sentences: Vec<String> = c.each().map(|c| sentence(data, c, lang)).collect();
    sentences.join(lang.pick("", " "))
}

/// The figures of each indicator, home's first.
pub(super) fn drawn(c: &Comparison) -> Vec<Shown> {
    let known = |m: &Member| Some((m.region, m.reading?));
    c.each()
        .flat_map(|c| in_columns(c).into_iter().filter_map(known))
        .collect()
}

fn sentence(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    let indicator = data.indicator(c.question.indicator);
    let name = |m: &Member| data.region(m.region).name.get(lang);
    let value = |m: &Member| match &m.reading {
        Some(r) => bounded(data, indicator, lang, r),
        None => lang.pick("无可比数据", "no comparable figure").to_owned(),
    };
    let home = c.home();
    let mut first = format!("{}{}{}", name(home), lang.pick("", " "), value(home));
    if let Some(rank) = home.rank {
        let (place, ahead) = (rank_phrase(data, c, rank, lang), ahead(data, c, rank, lang));
        first = lang.pick(
            format!("{first}，{place}，{ahead}"),
            format!("{first}, {place}, {ahead}"),
        );
    }
    let mut parts = vec![first];
    let peers = c.peers().into_iter();
    parts.extend(peers.map(|m| format!("{}{}{}", name(m), lang.pick("", " "), value(m))));
    let head = capital(indicator.name.get(lang));
    let when = c.period.map(|p| period(p, lang));
    let when = when.map(|w| lang.pick(format!("({w})"), format!(" ({w})")));
    let (when, list) = (when.unwrap_or_default(), parts.join(lang.pick("；", "; ")));
    let text = lang.pick(
        format!("{head}{when}：{list}。"),
        format!("{head}{when}: {list}."),
    );
    chinese_marks(text, lang)
}

/// What is said of each indicator, with its name before it where it is not the one that is asked about.
pub(super) fn by_name(
    data: &Dataset,
    c: &Comparison,
    lang: Lang,
    of: impl Fn(&Comparison) -> Vec<String>,
) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for (i, one) in c.each().enumerate() {
        let name = capital(data.indicator(one.question.indicator).short().get(lang));
        for text in of(one) {
            // what holds for the first as well is told once
            if texts.contains(&text) {
                continue;
            }
            texts.push(match i {
                0 => text,
                _ => lang.pick(format!("{name}：{text}"), format!("{name}: {text}")),
            });
        }
    }
    texts
}

/// The table: a row an indicator, a column a city, each figure with its place.
pub(super) fn by_indicator(data: &Dataset, c: &Comparison, lang: Lang) -> Table {
    let word = |key: &str, label: &str| column(key, label.to_owned(), false);
    let mut columns = vec![
        word("indicator", lang.pick("指标", "Indicator")),
        word("unit", lang.pick("单位", "Unit")),
        word("period", lang.pick("时期", "Period")),
    ];
    columns.extend(in_columns(c).into_iter().map(|m| {
        let region = data.region(m.region);
        column(&region.id, region.name.get(lang).to_owned(), true)
    }));
    let home = data.region(c.question.home).name.get(lang);
    columns.push(column(
        "percentile",
        lang.pick(format!("{home}百分位"), format!("{home}’s percentile")),
        true,
    ));
    columns.push(word("remarks", remarks_label(lang)));
    columns.push(source_column(lang));
    let mut legend = vec![TipLine::new(
        "(1)",
        lang.pick("名次", "place in the order").to_owned(),
    )];
    Table {
        caption: subtitle(data, c, lang),
        columns,
        rows: c.each().map(|c| row(data, c, lang, &mut legend)).collect(),
        legend,
    }
}

/// Home, peers, then the others of the group in its order.
fn in_columns(c: &Comparison) -> Vec<&Member> {
    let mut members: Vec<&Member> = c.members.iter().collect();
    sort_by_key(&mut members, |m| m.role);
    members
}

fn row(data: &Dataset, c: &Comparison, lang: Lang, legend: &mut Vec<TipLine>) -> Row {
    let s = Speaker::new(data, c, lang);
    let shown = display(data, c, Finding::Standing, lang);
    let mut cells = vec![
        Cell::from(capital(s.indicator.name.get(lang))),
        Cell::from(shown.unit.clone()),
        Cell::from(c.period.map_or_else(String::new, |p| period(p, lang))),
    ];
    let (mut readings, mut told) = (Vec::new(), Vec::new());
    for m in in_columns(c) {
        let Some(r) = m.reading else {
            cells.push(Cell::default());
            continue;
        };
        let number = cell(&shown, &r, lang);
        let mut made = Cell::from(match m.rank {
            Some(rank) => format!("{number} ({})", rank.place),
            None => number,
        });
        made.value = Some(r.value);
        let letter = letter(r.status);
        if r.status != Status::A {
            let word = status(r.status, lang);
            letter.clone_into(&mut made.mark);
            told.push(format!("{}{}{word}", s.name(m), lang.pick("", ": ")));
            if legend.iter().all(|l| l.label != letter) {
                legend.push(TipLine::new(letter, word.to_owned()));
            }
        }
        readings.push(r);
        cells.push(made);
    }
    cells.push(Cell::from(c.home().rank.map_or_else(String::new, |r| {
        super::grouped(
            percentile(r),
            usize::from(percentile(r).fract() != 0.0),
            lang,
        )
    })));
    if told.is_empty() && !readings.is_empty() {
        told.push(status(Status::A, lang).to_owned());
    }
    cells.push(Cell::from(told.join(lang.pick("、", ", "))));
    cells.push(origin(&s, &readings));
    Row {
        region: String::new(),
        period: c.period.map_or_else(String::new, |p| p.to_string()),
        cells,
    }
}

/// A figure in a narrow cell: as short as a table's, with a star where it is not plainly actual and exact.
pub(crate) fn in_cell(
    data: &Dataset,
    c: &Comparison,
    reading: &crate::compare::Reading,
    lang: Lang,
) -> String {
    let shown = display(data, c, Finding::Standing, lang);
    let number = cell(&shown, reading, lang);
    let plain = reading.status == Status::A && reading.kind == crate::data::Kind::Actual;
    if plain && reading.bound == Bound::Exact {
        number
    } else {
        format!("{number}*")
    }
}
