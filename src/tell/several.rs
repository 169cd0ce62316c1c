//! What is said of several bars a city: the finding of the first indicator, and all figures beside each other in text and table.
//!
//! Years of one indicator are told as its trend.

use super::number::Display;
use super::period::period;
use super::phrase::chinese_marks;
use super::sentence::Speaker;
use super::source::Shown;
use super::table::{Cell, Row, Table, cell, column, origin, source_column};
use super::words::capital;
use crate::base::sort;
use crate::compare::{Comparison, Group, GroupBar, Reading, group};
use crate::data::{Dataset, Lang};

/// How the numbers of all bars are shown together.
pub(crate) fn shown(data: &Dataset, c: &Comparison, group: &Group<'_>, lang: Lang) -> Display {
    let bars = group.bars.iter();
    let all = bars.flat_map(|b| c.members.iter().filter_map(|m| b.reading(m.region)));
    let mut sizes: Vec<f64> = all.map(|r| r.value.abs()).collect();
    sort(&mut sizes, f64::total_cmp);
    let largest = sizes.last().copied().unwrap_or(0.0);
    let typical = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let indicator = data.indicator(c.question.indicator);
    Display::with_typical(indicator, data.unit(indicator.unit), lang, largest, typical)
}

/// What a bar is called in the key: its year, or its indicator with the period where that is another.
pub(crate) fn called(data: &Dataset, c: &Comparison, bar: &GroupBar<'_>, lang: Lang) -> String {
    let when = period(bar.period, lang);
    if c.beside.is_empty() {
        return when;
    }
    let name = capital(data.indicator(bar.c.question.indicator).short().get(lang));
    if Some(bar.period) == c.period {
        return name;
    }
    lang.pick(format!("{name}({when})"), format!("{name} ({when})"))
}

/// A number with whose it is, where it stands beyond another bar: `6.9(2023年)`; the first indicator is told by its short name.
pub(crate) fn number(
    data: &Dataset,
    c: &Comparison,
    bar: &GroupBar<'_>,
    number: &str,
    lang: Lang,
) -> String {
    let called = called(data, c, bar, lang);
    lang.pick(
        format!("{number}({called})"),
        format!("{number} ({called})"),
    )
}

/// What was asked for and is not drawn, in words.
pub(crate) fn refused(data: &Dataset, group: &Group<'_>, lang: Lang) -> Option<String> {
    let names: Vec<&str> = group
        .refused
        .iter()
        .map(|i| data.indicator(*i).short().get(lang))
        .collect();
    let list = names.join(lang.pick("、", ", "));
    (!names.is_empty()).then(|| {
        lang.pick(
            format!("单位不同或没有数据，未列入：{list}"),
            format!("other unit or no figure, left out: {list}"),
        )
    })
}

pub(super) fn subtitle(s: &Speaker<'_>) -> Option<String> {
    let found = group(s.data, s.c);
    if found.bars.is_empty() {
        return None;
    }
    let display = shown(s.data, s.c, &found, s.lang);
    let mut parts = Vec::new();
    if found.years {
        parts.push(capital(s.indicator.name.get(s.lang)));
    } else {
        let names = found.bars.iter().map(|b| b.c.question.indicator);
        let names: Vec<&str> = names
            .map(|i| s.data.indicator(i).short().get(s.lang))
            .collect();
        parts.push(capital(&names.join(s.lang.pick("、", ", "))));
    }
    let unit = super::axis_label(&display, s.unit, s.lang);
    parts.extend(Some(unit).filter(|u| !u.is_empty()));
    if found.years {
        let years: Vec<String> = found
            .bars
            .iter()
            .map(|b| period(b.period, s.lang))
            .collect();
        parts.push(years.join(s.lang.pick("、", ", ")));
    } else {
        parts.extend(s.c.period.map(|p| period(p, s.lang)));
    }
    Some(chinese_marks(parts.join(" · "), s.lang))
}

pub(super) fn described(s: &Speaker<'_>) -> Option<String> {
    let found = group(s.data, s.c);
    let display = shown(s.data, s.c, &found, s.lang);
    let mut all = Vec::new();
    for member in s.c.in_order(s.data) {
        let one = |bar: &GroupBar<'_>| {
            let value = cell(&display, &bar.reading(member.region)?, s.lang);
            Some(format!("{} {value}", called(s.data, s.c, bar, s.lang)))
        };
        let each: Vec<String> = found.bars.iter().filter_map(one).collect();
        if !each.is_empty() {
            let (name, each) = (s.name(member), each.join(s.lang.pick("、", ", ")));
            all.push(
                s.lang
                    .pick(format!("{name}：{each}"), format!("{name}: {each}")),
            );
        }
    }
    if all.is_empty() {
        return None;
    }
    let text = all.join(s.lang.pick("；", "; "));
    let unit = super::axis_label(&display, s.unit, s.lang);
    let unit = match unit.as_str() {
        "" => String::new(),
        unit => s.lang.pick(format!("({unit})"), format!(" ({unit})")),
    };
    Some(chinese_marks(
        format!("{text}{unit}{}", s.lang.pick("。", ".")),
        s.lang,
    ))
}

/// All figures that are drawn, home's first.
pub(super) fn drawn(data: &Dataset, c: &Comparison) -> Vec<Shown> {
    let found = group(data, c);
    let home = c.question.home;
    let mut regions = vec![home];
    regions.extend(c.members.iter().map(|m| m.region).filter(|r| *r != home));
    let of = |r| {
        found
            .bars
            .iter()
            .filter_map(move |b| Some((r, b.reading(r)?)))
    };
    regions.iter().flat_map(|r| of(*r)).collect()
}

/// The figures by city; years are told by the table of the trend.
pub(super) fn table(s: &Speaker<'_>) -> Option<Table> {
    let (found, lang) = (group(s.data, s.c), s.lang);
    if found.years {
        return Some(super::over_time::by_period(s));
    }
    let display = shown(s.data, s.c, &found, lang);
    let mut columns = vec![column("city", lang.pick("城市", "City").to_owned(), false)];
    for bar in &found.bars {
        let id = &s.data.indicator(bar.c.question.indicator).id;
        columns.push(column(id, called(s.data, s.c, bar, lang), true));
    }
    columns.push(source_column(lang));
    let row = |m: &&crate::compare::Member| {
        let readings: Vec<Option<Reading>> =
            found.bars.iter().map(|b| b.reading(m.region)).collect();
        let mut cells = vec![Cell::from(s.name(m).to_owned())];
        cells.extend(readings.iter().map(|r| Cell {
            text: r.map_or_else(String::new, |r| cell(&display, &r, lang)),
            value: r.map(|r| r.value),
            ..Cell::default()
        }));
        let readings: Vec<Reading> = readings.into_iter().flatten().collect();
        cells.push(origin(s, &readings));
        Row {
            region: s.data.region(m.region).id.clone(),
            period: String::new(),
            cells,
        }
    };
    Some(Table {
        caption: subtitle(s).unwrap_or_default(),
        columns,
        rows: s.c.in_order(s.data).iter().map(row).collect(),
        legend: Vec::new(),
    })
}
