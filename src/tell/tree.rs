//! What is said of a structure: home's formula with its numbers, or the levels that a source describes.
//!
//! Which of the two a view has is found in [`crate::compare::branches`].

use super::finding::Finding;
use super::number::amount;
use super::period::period;
use super::phrase::chinese_marks;
use super::sentence::Speaker;
use super::source::{tier_letter, whose};
use super::table::{Cell, Row, Table, column};
use super::tip::{TipLine, line};
use super::words::{capital, exact};
use crate::compare::{Branches, Comparison, Node, Reading, branches};
use crate::data::{Dataset, IndicatorId, Lang, RegionId, Tree, TreeLevel};
use crate::text::{Piece, joined};

/// A value of a node with its unit: computed ones rounded, recorded ones with all their digits.
pub(crate) fn value(data: &Dataset, indicator: IndicatorId, r: &Reading, lang: Lang) -> String {
    let i = data.indicator(indicator);
    match i.formula {
        Some(_) => amount(i, data.unit(i.unit), lang, r.value),
        None => exact(data, i, r.value, lang),
    }
}

/// ÷, and per how many, under a node.
pub(crate) fn operation(data: &Dataset, indicator: IndicatorId, lang: Lang) -> String {
    match data.indicator(indicator).formula {
        Some(f) if f.per > 1.0 => format!("÷ … × {}", super::grouped(f.per, 0, lang)),
        _ => "÷".to_owned(),
    }
}

/// The head of a level: 3个园区 · 3 parks.
pub(crate) fn level(level: &TreeLevel, lang: Lang) -> String {
    let name = level.name.get(lang);
    lang.pick(
        format!("{} {name}", level.sign),
        format!("{} {name}", level.sign),
    )
}

/// What ends the list of a level of which there are more.
pub(crate) fn and_more(lang: Lang) -> &'static str {
    lang.pick("……等", "and more")
}

/// Where a structure was read.
pub(crate) fn tree_source(data: &Dataset, tree: &Tree, lang: Lang) -> String {
    let office = whose(data, tree.source, lang);
    let letter = tier_letter(data.source(tree.source).tier);
    let when = period(tree.period, lang);
    lang.pick(
        format!("出处：{office}({letter}级)，{when}"),
        format!("Read in: {office} (tier {letter}), {when}"),
    )
}

/// What stands in the picture where there is no tree.
pub(crate) fn treeless(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<Piece> {
    let name = data.indicator(c.question.indicator).name.get(lang);
    vec![Piece::flow(lang.pick(
        format!("{name}是直接记录的数字，不由别的指标算出，没有结构可画。"),
        format!("What is on record of {name} is not computed from other indicators, so there is no tree to draw."),
    ))]
}

pub(super) fn titles(s: &Speaker<'_>) -> Option<Vec<Vec<Piece>>> {
    match branches(s.data, s.c)? {
        Branches::Described(tree) => Some(described_titles(s, tree)),
        Branches::Formula(node) => {
            let mut ladder = computed(s, &node)?;
            ladder.extend(super::titles(s.data, s.c, Finding::Standing, s.lang));
            Some(ladder)
        }
    }
}

fn described_titles(s: &Speaker<'_>, tree: &Tree) -> Vec<Vec<Piece>> {
    let (region, name) = (
        s.data.region(tree.region).name.get(s.lang),
        tree.name.get(s.lang),
    );
    let short = match s.lang {
        Lang::Zh => vec![Piece::keep(region), Piece::flow(name)],
        Lang::En => vec![Piece::keep(region), Piece::flow(format!(": {name}"))],
    };
    let mut long = short.clone();
    long.push(Piece::flow(s.lang.pick("：", ", ")));
    for (i, one) in tree.levels.iter().enumerate() {
        if i > 0 {
            long.push(Piece::flow(s.lang.pick("、", ", ")));
        }
        let name = one.name.get(s.lang);
        let sign = &one.sign;
        long.push(Piece::keep(
            s.lang
                .pick(format!("{sign}个{name}"), format!("{sign} {name}")),
        ));
    }
    vec![long, short]
}

/// 2023年温州每千人医师3.80人 = 37,043人 ÷ 976.1万人 × 1000
fn computed(s: &Speaker<'_>, node: &Node) -> Option<Vec<Vec<Piece>>> {
    let formula = s.indicator.formula?;
    let home = |n: &Node| n.values.first().and_then(|v| v.2);
    let result = home(node)?;
    let inputs: Option<Vec<String>> = node
        .children
        .iter()
        .map(|n| Some(value(s.data, n.indicator, &home(n)?, s.lang)))
        .collect();
    let inputs = inputs?;
    let when = period(result.period, s.lang);
    let city = s.name(s.c.home());
    let say = |name: &str| {
        let mut pieces = match s.lang {
            Lang::Zh => vec![
                Piece::keep(when.clone()),
                Piece::keep(city),
                Piece::flow(name),
            ],
            Lang::En => vec![
                Piece::flow("In "),
                Piece::keep(when.clone()),
                Piece::flow(" "),
                Piece::keep(format!("{city}’s")),
                Piece::flow(format!(" {name} came to ")),
            ],
        };
        pieces.push(Piece::keep(s.bounded(&result)));
        for (sign, input) in [" = ", " ÷ "].into_iter().zip(&inputs) {
            pieces.push(Piece::flow(sign));
            pieces.push(Piece::keep(input.clone()));
        }
        if formula.per > 1.0 {
            pieces.push(Piece::flow(" × "));
            pieces.push(Piece::keep(super::grouped(formula.per, 0, s.lang)));
        }
        pieces
    };
    let (long, short) = (&s.indicator.name, s.indicator.short());
    Some(vec![say(long.get(s.lang)), say(short.get(s.lang))])
}

pub(super) fn subtitle(s: &Speaker<'_>) -> Option<String> {
    let parts = match branches(s.data, s.c)? {
        Branches::Described(tree) => {
            vec![capital(tree.name.get(s.lang)), period(tree.period, s.lang)]
        }
        Branches::Formula(node) => {
            let when = s.c.period.map(|p| period(p, s.lang));
            let mut parts = vec![equation(s, &node)];
            parts.extend(when);
            parts
        }
    };
    Some(chinese_marks(parts.join(" · "), s.lang))
}

/// 人均GDP = 地区生产总值 ÷ 常住人口
fn equation(s: &Speaker<'_>, node: &Node) -> String {
    let name = |n: &Node| s.data.indicator(n.indicator).short().get(s.lang);
    let inputs: Vec<&str> = node.children.iter().map(name).collect();
    format!("{} = {}", capital(name(node)), inputs.join(" ÷ "))
}

/// All members of a level in one line.
pub(crate) fn members(level: &TreeLevel, lang: Lang) -> String {
    let names: Vec<&str> = level.members.iter().map(|m| m.get(lang)).collect();
    let mut text = names.join(lang.pick("、", ", "));
    if level.open {
        text.push_str(lang.pick("等", " and more"));
    }
    text
}

pub(super) fn described(s: &Speaker<'_>) -> Option<String> {
    let text = match branches(s.data, s.c) {
        None => joined(&treeless(s.data, s.c, s.lang)),
        Some(Branches::Described(tree)) => {
            let one = |l: &TreeLevel| {
                let (head, all) = (level(l, s.lang), members(l, s.lang));
                s.lang.pick(
                    format!("{head}：{all}。"),
                    format!("{}: {all}.", capital(&head)),
                )
            };
            let all: Vec<String> = tree.levels.iter().map(one).collect();
            let source = tree_source(s.data, tree, s.lang);
            format!(
                "{} {source}{}",
                all.join(s.lang.pick("", " ")),
                s.lang.pick("。", ".")
            )
        }
        Some(Branches::Formula(node)) => {
            let one = |n: &&Node| {
                let name = capital(s.data.indicator(n.indicator).name.get(s.lang));
                let values: Vec<String> = n.values.iter().filter_map(|v| told(s, n, v)).collect();
                let values = values.join(s.lang.pick("、", ", "));
                s.lang
                    .pick(format!("{name}：{values}。"), format!("{name}: {values}."))
            };
            let all: Vec<String> = node.all().iter().map(one).collect();
            format!(
                "{}{}{}",
                equation(s, &node),
                s.lang.pick("。", ". "),
                all.join(s.lang.pick("", " "))
            )
        }
    };
    Some(chinese_marks(text, s.lang))
}

type Valued = (RegionId, crate::compare::Role, Option<Reading>);

fn told(s: &Speaker<'_>, node: &Node, (region, _, reading): &Valued) -> Option<String> {
    let name = s.data.region(*region).name.get(s.lang);
    let value = value(s.data, node.indicator, reading.as_ref()?, s.lang);
    Some(format!("{name} {value}"))
}

pub(super) fn table(s: &Speaker<'_>) -> Option<Table> {
    let caption = subtitle(s)?;
    let (columns, rows) = match branches(s.data, s.c)? {
        Branches::Described(tree) => {
            let head = |zh: &str, en: &str| s.lang.pick(zh, en).to_owned();
            let columns = vec![
                column("level", head("层次", "Level"), false),
                column("members", head("内容", "Members"), false),
                super::table::source_column(s.lang),
            ];
            let row = |l: &TreeLevel| Row {
                region: s.data.region(tree.region).id.clone(),
                period: tree.period.to_string(),
                cells: vec![
                    level(l, s.lang).into(),
                    members(l, s.lang).into(),
                    whose(s.data, tree.source, s.lang).into(),
                ],
            };
            (columns, tree.levels.iter().map(row).collect())
        }
        Branches::Formula(node) => {
            let mut columns = vec![column(
                "indicator",
                s.lang.pick("指标", "Indicator").to_owned(),
                false,
            )];
            for (region, _, _) in &node.values {
                let region = s.data.region(*region);
                columns.push(column(&region.id, region.name.get(s.lang).to_owned(), true));
            }
            columns.push(super::table::source_column(s.lang));
            (columns, node.all().into_iter().map(|n| row(s, n)).collect())
        }
    };
    Some(Table {
        caption,
        columns,
        rows,
        legend: Vec::new(),
    })
}

fn row(s: &Speaker<'_>, node: &Node) -> Row {
    let name = capital(s.data.indicator(node.indicator).name.get(s.lang));
    let mut cells = vec![Cell::from(name)];
    cells.extend(node.values.iter().map(|(_, _, reading)| Cell {
        text: reading.map_or_else(String::new, |r| value(s.data, node.indicator, &r, s.lang)),
        value: reading.map(|r| r.value),
        ..Cell::default()
    }));
    let readings: Vec<Reading> = node.values.iter().filter_map(|v| v.2).collect();
    cells.push(super::table::origin(s, &readings));
    Row {
        region: String::new(),
        period: s.c.period.map(|p| p.to_string()).unwrap_or_default(),
        cells,
    }
}

/// A described structure's own lines; a formula has those of its figures.
pub(super) fn tip(s: &Speaker<'_>, region: RegionId) -> Option<Vec<TipLine>> {
    let Some(Branches::Described(tree)) = branches(s.data, s.c) else {
        return None;
    };
    if tree.region != region {
        return None;
    }
    let mut lines = Vec::new();
    lines.extend(
        tree.levels
            .iter()
            .map(|l| line(&level(l, s.lang), members(l, s.lang))),
    );
    let source = s.data.source(tree.source);
    lines.push(TipLine {
        label: s.lang.pick("来源", "Source").to_owned(),
        value: whose(s.data, tree.source, s.lang),
        url: source.url.clone(),
    });
    Some(lines)
}
