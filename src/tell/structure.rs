//! What is said of a structure: the shares of home, how the most different of them stands to the first peer, and amounts that follow from a total.
//!
//! Which shares make up a whole is found in [`crate::compare::structure`].

use super::number::{Display, amount, difference};
use super::period::period;
use super::phrase::chinese_marks;
use super::sentence::Speaker;
use super::source::Shown;
use super::table::{Cell, Row, Table, column, origin, source_column};
use super::words::capital;
use crate::base::sort;
use crate::compare::{Comparison, Parts, Reading, Structure, structure};
use crate::data::{Dataset, Indicator, IndicatorId, Lang};
use crate::text::{Piece, joined};

/// A share with its unit.
pub(crate) fn share(data: &Dataset, part: IndicatorId, value: f64, lang: Lang) -> String {
    let indicator = data.indicator(part);
    amount(indicator, data.unit(indicator.unit), lang, value)
}

/// How the totals and what follows from them are shown together.
pub(crate) fn amounts(
    data: &Dataset,
    total: IndicatorId,
    found: &Structure,
    lang: Lang,
) -> Display {
    let mut sizes: Vec<f64> = found
        .rows
        .iter()
        .filter_map(|r| Some(r.total?.value))
        .collect();
    sort(&mut sizes, f64::total_cmp);
    let largest = sizes.last().copied().unwrap_or(0.0);
    let typical = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let indicator = data.indicator(total);
    Display::with_typical(indicator, data.unit(indicator.unit), lang, largest, typical)
}

/// What stands in the picture where the shares make up no whole.
pub(crate) fn unstructured(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<Piece> {
    let s = Speaker::new(data, c, lang);
    let name = s.indicator.name.get(lang);
    if c.beside.is_empty() {
        return vec![Piece::flow(lang.pick(
            format!("资料里没有与{name}合成一个整体的指标。"),
            format!("No indicators on record make up a whole with {name}."),
        ))];
    }
    vec![Piece::flow(lang.pick(
        "这些指标合起来不是一个整体，不能叠加。",
        "These indicators do not make up a whole, so they are not stacked.",
    ))]
}

pub(super) fn titles(s: &Speaker<'_>) -> Option<Vec<Vec<Piece>>> {
    let found = structure(s.data, s.c)?;
    let parts = found.of(s.c.question.home);
    let Some(shares) = parts.and_then(|p| p.shares.as_ref()) else {
        return Some(vec![absent(s, &found)]);
    };
    let contrast = contrast(s, &found, shares);
    let whole = listed(s, &found, shares, shares.len());
    let mut ladder = Vec::new();
    let mut with = whole.clone();
    with.extend(contrast.clone());
    ladder.push(with);
    ladder.push(whole);
    let mut largest = listed(s, &found, shares, 1);
    ladder.push(largest.clone());
    largest.extend(contrast);
    ladder.insert(2, largest);
    ladder.dedup();
    Some(ladder)
}

fn short(indicator: &Indicator, lang: Lang) -> &str {
    indicator.short().get(lang)
}

/// 2023年温州第一产业占比2.1%、第二产业占比41.0%、第三产业占比56.9%; the largest alone where there is room for one.
fn listed(s: &Speaker<'_>, found: &Structure, shares: &[Reading], most: usize) -> Vec<Piece> {
    let (when, home) = (period(found.period, s.lang), s.name(s.c.home()));
    let mut pieces = match s.lang {
        Lang::Zh => vec![Piece::keep(when), Piece::keep(home)],
        Lang::En => vec![
            Piece::keep(home),
            Piece::flow(" in "),
            Piece::keep(when),
            Piece::flow(": "),
        ],
    };
    let mut all: Vec<(IndicatorId, f64)> = Vec::new();
    all.extend(
        found
            .whole
            .parts
            .iter()
            .copied()
            .zip(shares.iter().map(|r| r.value)),
    );
    if most == 1 {
        let largest = |a: &(IndicatorId, f64), b: &(IndicatorId, f64)| a.1.total_cmp(&b.1);
        all = all.iter().copied().max_by(largest).into_iter().collect();
    }
    for (i, (part, value)) in all.into_iter().enumerate() {
        if i > 0 {
            pieces.push(Piece::flow(s.lang.pick("、", ", ")));
        }
        let name = short(s.data.indicator(part), s.lang);
        let space = s.lang.pick("", " ");
        pieces.push(Piece::flow(format!("{name}{space}")));
        pieces.push(Piece::keep(share(s.data, part, value, s.lang)));
    }
    pieces
}

/// The share that differs most from the first peer that has them all.
fn contrast(s: &Speaker<'_>, found: &Structure, own: &[Reading]) -> Vec<Piece> {
    let peers = s.c.peers();
    let mut with = peers
        .iter()
        .filter_map(|m| Some((m, found.of(m.region)?.shares.as_ref()?)));
    let Some((peer, theirs)) = with.next() else {
        return Vec::new();
    };
    let gaps = own.iter().zip(theirs).map(|(a, b)| a.value - b.value);
    let widest = found.whole.parts.iter().zip(gaps);
    let Some((part, gap)) = widest.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())) else {
        return Vec::new();
    };
    let indicator = s.data.indicator(*part);
    let unit = s.data.unit(indicator.unit);
    let size = difference(indicator, unit, s.lang, gap.abs(), 0.0);
    let (name, peer) = (short(indicator, s.lang), s.name(peer));
    match s.lang {
        Lang::Zh => vec![
            Piece::flow(format!("，{name}比")),
            Piece::keep(peer),
            Piece::keep(format!("{}{size}", if gap > 0.0 { "高" } else { "低" })),
        ],
        Lang::En => vec![
            Piece::flow(format!("; {name} ")),
            Piece::keep(size),
            Piece::flow(if gap > 0.0 {
                " higher than in "
            } else {
                " lower than in "
            }),
            Piece::keep(peer),
        ],
    }
}

fn absent(s: &Speaker<'_>, found: &Structure) -> Vec<Piece> {
    let (when, home) = (period(found.period, s.lang), s.name(s.c.home()));
    match s.lang {
        Lang::Zh => vec![
            Piece::keep(when),
            Piece::keep(home),
            Piece::flow("没有完整的构成数据"),
        ],
        Lang::En => vec![
            Piece::flow("For "),
            Piece::keep(when),
            Piece::flow(" "),
            Piece::keep(home),
            Piece::flow(" has no complete structure on record"),
        ],
    }
}

pub(super) fn subtitle(s: &Speaker<'_>) -> Option<String> {
    let found = structure(s.data, s.c)?;
    let names = found.whole.parts.iter();
    let names: Vec<&str> = names.map(|p| short(s.data.indicator(*p), s.lang)).collect();
    let names = capital(&names.join(s.lang.pick("、", ", ")));
    let when = period(found.period, s.lang);
    Some(chinese_marks(format!("{names} · {when}"), s.lang))
}

pub(super) fn described(s: &Speaker<'_>) -> Option<String> {
    let Some(found) = structure(s.data, s.c) else {
        return Some(joined(&unstructured(s.data, s.c, s.lang)));
    };
    let one = |row: &Parts| {
        let name = s.data.region(row.region).name.get(s.lang);
        let shares = row.shares.as_ref()?;
        let each = found.whole.parts.iter().zip(shares);
        let each: Vec<String> = each
            .map(|(part, r)| {
                let space = s.lang.pick("", " ");
                let what = short(s.data.indicator(*part), s.lang);
                format!("{what}{space}{}", share(s.data, *part, r.value, s.lang))
            })
            .collect();
        let each = each.join(s.lang.pick("、", ", "));
        Some(
            s.lang
                .pick(format!("{name}：{each}"), format!("{name}: {each}")),
        )
    };
    let all: Vec<String> = found.rows.iter().filter_map(one).collect();
    let text = all.join(s.lang.pick("；", "; "));
    Some(chinese_marks(
        format!("{text}{}", s.lang.pick("。", ".")),
        s.lang,
    ))
}

/// Every share and total that is drawn, home's first.
pub(super) fn drawn(data: &Dataset, c: &Comparison) -> Option<Vec<Shown>> {
    let found = structure(data, c)?;
    let home = |p: &&Parts| p.region == c.question.home;
    let first = found.rows.iter().filter(home);
    let rest = found.rows.iter().filter(|p| !home(p));
    let all = first.chain(rest).filter(|p| p.shares.is_some());
    let each = |p: &Parts| -> Vec<Shown> {
        let shares = p.shares.iter().flatten();
        shares.chain(&p.total).map(|r| (p.region, *r)).collect()
    };
    Some(all.flat_map(each).collect())
}

pub(super) fn table(s: &Speaker<'_>) -> Option<Table> {
    let (found, lang) = (structure(s.data, s.c)?, s.lang);
    let total = found.whole.total;
    let shown = total.map(|t| amounts(s.data, t, &found, lang));
    let mut columns = vec![column("city", lang.pick("城市", "City").to_owned(), false)];
    for part in &found.whole.parts {
        let i = s.data.indicator(*part);
        let name = capital(short(i, lang));
        columns.push(column(
            &i.id,
            lang.pick(format!("{name}(%)"), format!("{name} (%)")),
            true,
        ));
    }
    if let (Some(total), Some(shown)) = (total, &shown) {
        let i = s.data.indicator(total);
        let unit = lang.pick(format!("({})", shown.unit), format!(" ({})", shown.unit));
        columns.push(column(
            "total",
            format!("{}{unit}", capital(short(i, lang))),
            true,
        ));
        for part in &found.whole.parts {
            let name = capital(short(s.data.indicator(*part), lang));
            let computed = lang.pick("×总量", " × total");
            columns.push(column("amount", format!("{name}{computed}{unit}"), true));
        }
    }
    columns.push(source_column(lang));
    let rows = found
        .rows
        .iter()
        .map(|p| row(s, &found, p, shown.as_ref()))
        .collect();
    Some(Table {
        caption: subtitle(s).unwrap_or_default(),
        columns,
        rows,
        legend: Vec::new(),
    })
}

fn row(s: &Speaker<'_>, found: &Structure, parts: &Parts, shown: Option<&Display>) -> Row {
    let region = s.data.region(parts.region);
    let number = |text: String, value: f64| Cell {
        text,
        value: Some(value),
        ..Cell::default()
    };
    let mut cells = vec![Cell::from(region.name.get(s.lang).to_owned())];
    let shares = parts.shares.as_deref();
    for (i, part) in found.whole.parts.iter().enumerate() {
        let precision = usize::from(s.data.indicator(*part).precision);
        let cell =
            shares.map(|r| number(super::grouped(r[i].value, precision, s.lang), r[i].value));
        cells.push(cell.unwrap_or_default());
    }
    if let Some(shown) = shown {
        let total = parts.total.map(|t| number(shown.number(t.value), t.value));
        cells.push(total.unwrap_or_default());
        for i in 0..found.whole.parts.len() {
            let amount = parts
                .total
                .zip(shares)
                .map(|(t, r)| t.value * r[i].value / 100.0);
            cells.push(
                amount
                    .map(|v| number(shown.number(v), v))
                    .unwrap_or_default(),
            );
        }
    }
    let readings: Vec<Reading> = parts
        .shares
        .iter()
        .flatten()
        .chain(&parts.total)
        .copied()
        .collect();
    cells.push(origin(s, &readings));
    Row {
        region: region.id.clone(),
        period: found.period.to_string(),
        cells,
    }
}
