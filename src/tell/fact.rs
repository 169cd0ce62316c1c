//! What is said of single figures: value, period, scope, reported standing and source, of home and beside it of each peer.
//!
//! Which figures those are is found in [`crate::compare::facts`].

use super::number::amount;
use super::period::period;
use super::phrase::chinese_marks;
use super::sentence::Speaker;
use super::source::{Shown, standing, stated, tier, tier_letter, whose};
use super::table::{Row, Table, column, origin, source_column, status};
use super::tip::{TipLine, line};
use super::words::capital;
use crate::compare::{Comparison, Fact, facts, is_alone, others};
use crate::data::{Dataset, Lang, RegionId, Status};
use crate::text::Piece;

/// What a card says of one figure, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Card {
    /// The value, or the standing where the source gives no value.
    pub(crate) value: String,
    /// The period.
    pub(crate) when: String,
    /// The rank and share as the source reports them.
    pub(crate) reported: Option<String>,
    /// What exactly was counted.
    pub(crate) scope: Option<String>,
    /// Whose figure it is, and how much that can be relied on.
    pub(crate) source: String,
    /// A status that is not normal.
    pub(crate) status: Option<&'static str>,
}

/// What a card says of a figure.
pub(crate) fn card(data: &Dataset, c: &Comparison, fact: &Fact<'_>, lang: Lang) -> Card {
    let s = Speaker::new(data, c, lang);
    let value = match (fact.recorded, fact.reading) {
        (Some(o), Some(r)) => Some(stated(data, s.indicator, o, r.value, lang)),
        (None, Some(r)) => Some(amount(s.indicator, s.unit, lang, r.value)),
        _ => None,
    };
    let reported = fact.recorded.and_then(|o| o.reported.as_ref());
    let reported = reported
        .map(|r| standing(data, r, lang))
        .filter(|r| !r.is_empty());
    let normal = |s: &Status| *s != Status::A && !s.is_absent();
    let found = fact
        .reading
        .map(|r| r.status)
        .or(fact.recorded.map(|o| o.status));
    let alone = value.is_none();
    Card {
        value: value.or(reported.clone()).unwrap_or_default(),
        when: period(fact.period, lang),
        reported: reported.filter(|_| !alone),
        scope: scope(&s, fact),
        source: sources(data, fact, lang),
        status: found.filter(normal).map(|s| status(s, lang)),
    }
}

fn scope(s: &Speaker<'_>, fact: &Fact<'_>) -> Option<String> {
    let name = match fact.scope {
        Some(id) => s.indicator.scopes.get(id.index()).map(|(_, name)| name),
        None => s.indicator.main_scope.as_ref(),
    };
    name.map(|n| n.get(s.lang).to_owned())
}

/// Each office once, with its tier: 温州市统计局(A级).
fn sources(data: &Dataset, fact: &Fact<'_>, lang: Lang) -> String {
    let mut ids: Vec<_> = fact.recorded.map(|o| o.source).into_iter().collect();
    if let Some(reading) = fact.reading.filter(|_| ids.is_empty()) {
        ids.extend(reading.observations(data).map(|o| o.source));
    }
    let mut names: Vec<String> = Vec::new();
    for id in ids {
        let (office, letter) = (whose(data, id, lang), tier_letter(data.source(id).tier));
        let name = lang.pick(
            format!("{office}({letter}级)"),
            format!("{office} (tier {letter})"),
        );
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(lang.pick("；", "; "))
}

/// What stands on the card of a region without a figure.
pub(crate) fn none(lang: Lang) -> &'static str {
    lang.pick("没有收集到数字", "no figure on record")
}

pub(super) fn titles(s: &Speaker<'_>) -> Vec<Vec<Piece>> {
    let all = facts(s.data, s.c);
    let own = all.iter().find(|f| f.region == s.c.question.home);
    let mut ladder = Vec::new();
    for clauses in (0..=1).rev() {
        for long in [true, false] {
            let name = if long {
                &s.indicator.name
            } else {
                s.indicator.short()
            };
            let name = name.get(s.lang);
            ladder.push(match own {
                Some(fact) => known(s, fact, name, clauses),
                None => unknown(s, &all, name, clauses),
            });
        }
    }
    ladder.dedup();
    ladder
}

fn known(s: &Speaker<'_>, fact: &Fact<'_>, name: &str, clauses: usize) -> Vec<Piece> {
    let card = card(s.data, s.c, fact, s.lang);
    let home = s.name(s.c.home());
    // a standing in words may be broken, a number may not
    let value = match fact.reading {
        Some(_) => Piece::keep(card.value),
        None => Piece::flow(card.value),
    };
    let mut pieces = match s.lang {
        Lang::Zh => vec![
            Piece::keep(card.when),
            Piece::keep(home),
            Piece::flow(if fact.reading.is_some() {
                name.to_owned()
            } else {
                format!("{name}:")
            }),
            value,
        ],
        Lang::En => vec![
            Piece::keep(format!("{home}’s")),
            Piece::flow(format!(" {name} in ")),
            Piece::keep(card.when),
            Piece::flow(": "),
            value,
        ],
    };
    let alone = is_alone(s.data, s.c);
    let clause = card.reported.or_else(|| {
        alone.then(|| {
            s.lang
                .pick("别处没有同类数字", "nobody else has a figure")
                .to_owned()
        })
    });
    if let Some(clause) = clause.filter(|_| clauses > 0) {
        pieces.push(Piece::flow(s.lang.pick("，", ", ")));
        pieces.push(Piece::flow(clause));
    }
    pieces
}

fn unknown(s: &Speaker<'_>, all: &[Fact<'_>], name: &str, clauses: usize) -> Vec<Piece> {
    let home = s.name(s.c.home());
    let mut pieces = match s.lang {
        Lang::Zh => vec![Piece::keep(home), Piece::flow(format!("没有{name}的数字"))],
        Lang::En => vec![
            Piece::keep(home),
            Piece::flow(format!(" has no figure of {name} on record")),
        ],
    };
    let mut regions: Vec<RegionId> = Vec::new();
    for region in all.iter().map(|f| f.region).chain(others(s.data, s.c, all)) {
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    let names: Vec<&str> = regions
        .iter()
        .map(|r| s.data.region(*r).name.get(s.lang))
        .collect();
    if clauses > 0 && !names.is_empty() {
        pieces.push(Piece::flow(
            s.lang.pick("，有数字的是", "; there is one for "),
        ));
        pieces.extend(super::aim::listed(&names, 2, s.lang));
    }
    pieces
}

pub(super) fn subtitle(s: &Speaker<'_>) -> String {
    let name = capital(s.indicator.name.get(s.lang));
    let rule = s.lang.pick(
        "各按自己的口径，不排名",
        "each in its own scope, not ranked",
    );
    chinese_marks(format!("{name} · {rule}"), s.lang)
}

/// All that a card says, in one line.
fn told(s: &Speaker<'_>, fact: &Fact<'_>) -> String {
    let card = card(s.data, s.c, fact, s.lang);
    let parts = [
        Some(card.value),
        Some(card.when),
        card.reported,
        card.status.map(ToOwned::to_owned),
        card.scope,
        Some(card.source),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(s.lang.pick("，", ", "))
}

pub(super) fn described(s: &Speaker<'_>) -> String {
    let all = facts(s.data, s.c);
    let mut parts: Vec<String> = Vec::new();
    for member in std::iter::once(s.c.home()).chain(s.c.peers()) {
        let own = all.iter().filter(|f| f.region == member.region);
        let own: Vec<String> = own.map(|f| told(s, f)).collect();
        let text = if own.is_empty() {
            none(s.lang).to_owned()
        } else {
            own.join(s.lang.pick("；", "; "))
        };
        let name = s.name(member);
        parts.push(
            s.lang
                .pick(format!("{name}：{text}。"), format!("{name}: {text}.")),
        );
    }
    chinese_marks(parts.join(s.lang.pick("", " ")), s.lang)
}

pub(super) fn drawn(data: &Dataset, c: &Comparison) -> Vec<Shown> {
    let all = facts(data, c);
    all.iter()
        .filter_map(|f| Some((f.region, f.reading?)))
        .collect()
}

pub(super) fn table(s: &Speaker<'_>) -> Table {
    let lang = s.lang;
    let head = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    let columns = vec![
        column("city", head("城市", "City"), false),
        column("value", head("数值", "Value"), false),
        column("when", head("时间", "When"), false),
        column(
            "reported",
            head("来源所称位次与占比", "Standing as reported"),
            false,
        ),
        column("scope", head("口径", "Scope"), false),
        column("status", head("状态", "Status"), false),
        column("tier", head("来源等级", "Tier"), false),
        source_column(lang),
    ];
    let all = facts(s.data, s.c);
    Table {
        caption: subtitle(s),
        columns,
        rows: all.iter().map(|f| row(s, f)).collect(),
        legend: Vec::new(),
    }
}

fn row(s: &Speaker<'_>, fact: &Fact<'_>) -> Row {
    let card = card(s.data, s.c, fact, s.lang);
    let mut value = super::Cell::from(card.value);
    value.value = fact.reading.map(|r| r.value);
    let found = fact.recorded.map(|o| s.data.source(o.source).tier);
    let tier = found.map(|t| {
        let (letter, word) = (tier_letter(t), tier(t, s.lang));
        s.lang
            .pick(format!("{letter}：{word}"), format!("{letter}: {word}"))
    });
    let source = match fact.reading {
        Some(reading) => origin(s, &[reading]),
        None => super::Cell::from(card.source),
    };
    Row {
        region: s.data.region(fact.region).id.clone(),
        period: fact.period.to_string(),
        cells: vec![
            s.data
                .region(fact.region)
                .name
                .get(s.lang)
                .to_owned()
                .into(),
            value,
            card.when.into(),
            card.reported.unwrap_or_default().into(),
            card.scope.unwrap_or_default().into(),
            card.status.unwrap_or_default().to_owned().into(),
            tier.unwrap_or_default().into(),
            source,
        ],
    }
}

pub(super) fn tip(s: &Speaker<'_>, region: RegionId) -> Vec<TipLine> {
    let all = facts(s.data, s.c);
    let mut lines = Vec::new();
    for fact in all.iter().filter(|f| f.region == region) {
        let card = card(s.data, s.c, fact, s.lang);
        lines.push(line(&card.when, card.value));
        let more = [
            ("来源所称", "As reported", card.reported),
            ("状态", "Status", card.status.map(ToOwned::to_owned)),
            ("口径", "Scope", card.scope),
            ("来源", "Source", Some(card.source)),
        ];
        for (zh, en, text) in more {
            lines.extend(
                text.filter(|t| !t.is_empty())
                    .map(|t| line(s.lang.pick(zh, en), t)),
            );
        }
    }
    if lines.is_empty() {
        lines.push(line(s.lang.pick("数值", "Value"), none(s.lang).to_owned()));
    }
    lines
}
