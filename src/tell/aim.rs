//! What is said of targets: what is to be, what was, and how far a region has come, with the rule that judges it.
//!
//! Which actual value belongs to which target is the business of [`crate::compare::aims`].

use super::number::{Display, amount, percent};
use super::period::period;
use super::phrase::{bounded, chinese_marks};
use super::sentence::Speaker;
use super::source::Shown;
use super::table::{Row, Table, cell, column, origin, source_column, status};
use super::tip::{TipLine, line};
use super::words::capital;
use crate::base::{sort, sort_by_key};
use crate::compare::{Aim, Comparison, Progress, Reading, aims, any_target, elsewhere};
use crate::data::{Bound, Dataset, Lang, Period, RegionId, Status};
use crate::text::Piece;

/// The targets and values that are drawn, home's first.
pub(super) fn drawn(data: &Dataset, c: &Comparison) -> Vec<Shown> {
    let mut all = aims(data, c);
    if !any_target(&all) {
        return Vec::new();
    }
    sort_by_key(&mut all, |a| a.member.role);
    let both = |a: &Aim| [a.target, a.actual].map(|r| Some((a.member.region, r?)));
    all.iter().flat_map(both).flatten().collect()
}

/// How the numbers of these aims are shown together; none where they are of several indicators.
pub(crate) fn shown(data: &Dataset, c: &Comparison, aims: &[Aim], lang: Lang) -> Option<Display> {
    if !c.beside.is_empty() {
        return None;
    }
    let all = aims.iter().flat_map(|a| [a.target, a.actual]);
    let mut sizes: Vec<f64> = all.flatten().map(|r| r.value.abs()).collect();
    sort(&mut sizes, f64::total_cmp);
    let largest = sizes.last().copied().unwrap_or(0.0);
    let typical = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let indicator = data.indicator(c.question.indicator);
    let unit = data.unit(indicator.unit);
    let display = Display::with_typical(indicator, unit, lang, largest, typical);
    Some(display)
}

/// The actual value and the target in a few words each: `≥1000(2020年)`, `目标10,000(2030年)`.
pub(crate) fn numbers(
    data: &Dataset,
    aim: &Aim,
    display: Option<&Display>,
    lang: Lang,
) -> (Option<String>, Option<String>) {
    let number = |r: &Reading| match display {
        Some(d) => rough(d, r, lang),
        None => bounded(data, data.indicator(aim.indicator), lang, r),
    };
    let dated = |r: Reading| {
        let (value, when) = (number(&r), period(r.period, lang));
        let word = match r.status {
            Status::A => String::new(),
            other => lang.pick(
                format!("，{}", status(other, lang)),
                format!(", {}", status(other, lang)),
            ),
        };
        lang.pick(
            format!("{value}({when}{word})"),
            format!("{value} ({when}{word})"),
        )
    };
    let target = aim.target.map(|r| {
        let text = dated(r);
        lang.pick(format!("目标{text}"), format!("target {text}"))
    });
    (aim.actual.map(dated), target)
}

/// A number with no more decimals than its source gives, and the sign of its bound.
fn rough(display: &Display, reading: &Reading, lang: Lang) -> String {
    match reading.bound {
        Bound::Exact => display.rough(reading.value),
        _ => cell(display, reading, lang),
    }
}

/// How far a region has come, in a word or two; empty where there is no target.
pub(crate) fn progress(data: &Dataset, aim: &Aim, display: Option<&Display>, lang: Lang) -> String {
    let text = match aim.progress(data) {
        Progress::OnTrack { .. } => lang.pick("进度达标", "on track"),
        Progress::Behind { .. } => lang.pick("进度落后", "behind"),
        Progress::Reached => lang.pick("已达到", "reached"),
        Progress::Open if aim.target.is_none() => "",
        Progress::Open => lang.pick("仅有目标", "target only"),
        Progress::Short(missing) => return short_by(data, aim, display, missing, lang),
    };
    text.to_owned()
}

/// 还差1.51, 至多差9000: a bound on either side bounds what is missing.
fn short_by(
    data: &Dataset,
    aim: &Aim,
    display: Option<&Display>,
    missing: f64,
    lang: Lang,
) -> String {
    let size = match display {
        Some(d) => d.rough(missing),
        None => {
            let indicator = data.indicator(aim.indicator);
            amount(indicator, data.unit(indicator.unit), lang, missing)
        }
    };
    let (zh, en) = hedge(aim);
    lang.pick(format!("{zh}{size}"), format!("short by {en}{size}"))
}

/// How surely the missing part is known.
fn hedge(aim: &Aim) -> (&'static str, &'static str) {
    let bound = |r: Option<Reading>| r.map_or(Bound::Exact, |r| r.bound);
    match (bound(aim.actual), bound(aim.target)) {
        (Bound::Exact, Bound::Exact) => ("还差", ""),
        (Bound::AtLeast, Bound::Exact | Bound::AtMost) => ("至多差", "at most "),
        (Bound::Exact | Bound::AtMost, Bound::AtLeast) | (Bound::AtMost, Bound::Exact) => {
            ("至少差", "at least ")
        }
        _ => ("约差", "about "),
    }
}

/// By which rule it was judged, where it was judged by time.
fn rule(aim: &Aim, data: &Dataset, lang: Lang) -> String {
    let (Progress::OnTrack { done, elapsed } | Progress::Behind { done, elapsed }) =
        aim.progress(data)
    else {
        return match aim.progress(data) {
            Progress::Open => String::new(),
            _ => lang
                .pick(
                    "来源未载基期后的进展，不判断快慢",
                    "no later figure since a stated base: pace not judged",
                )
                .to_owned(),
        };
    };
    let (done, elapsed) = (percent(done, lang), percent(elapsed, lang));
    lang.pick(
        format!("时间过去{elapsed}，完成{done}"),
        format!("{done} of the way in {elapsed} of the time"),
    )
}

/// The aim that a title is about: home's, with a value if there is one.
fn of_home<'a>(s: &Speaker<'_>, aims: &'a [Aim]) -> Option<&'a Aim> {
    let home = s.c.question.home;
    let own = || {
        aims.iter()
            .filter(|a| a.member.region == home && a.target.is_some())
    };
    let judged = own().find(|a| a.actual.is_some());
    judged.or(own().next_back())
}

pub(super) fn titles(s: &Speaker<'_>) -> Vec<Vec<Piece>> {
    let aims = aims(s.data, s.c);
    let mut ladder = Vec::new();
    for clauses in (0..=2).rev() {
        for long in [true, false] {
            let pieces = match of_home(s, &aims) {
                Some(aim) => aimed(s, aim, long, clauses),
                None => aimless(s, &aims, long, clauses),
            };
            ladder.push(pieces);
        }
    }
    ladder.dedup();
    ladder
}

fn aimed(s: &Speaker<'_>, aim: &Aim, long: bool, clauses: usize) -> Vec<Piece> {
    let indicator = s.data.indicator(aim.indicator);
    let name = if long {
        &indicator.name
    } else {
        indicator.short()
    };
    let (name, home) = (name.get(s.lang), s.name(s.c.home()));
    let value = |r: &Reading| bounded(s.data, indicator, s.lang, r);
    let Some(target) = aim.target else {
        return Vec::new();
    };
    let due = period(target.period, s.lang);
    let word = if name.contains("目标") {
        "为"
    } else {
        "目标"
    };
    let mut pieces = match s.lang {
        Lang::Zh => vec![
            Piece::keep(due),
            Piece::keep(home),
            Piece::flow(format!("{name}{word}")),
            Piece::keep(value(&target)),
        ],
        Lang::En => vec![
            Piece::keep(format!("{home}’s")),
            Piece::flow(format!(" {name}: target ")),
            Piece::keep(value(&target)),
            Piece::flow(" for "),
            Piece::keep(due),
        ],
    };
    let Some(actual) = aim.actual.filter(|_| clauses > 0) else {
        return pieces;
    };
    let (when, value) = (period(actual.period, s.lang), value(&actual));
    pieces.extend(match s.lang {
        Lang::Zh => vec![
            Piece::flow("，"),
            Piece::keep(when),
            Piece::keep(format!("为{value}")),
        ],
        Lang::En => vec![
            Piece::flow(", "),
            Piece::keep(value),
            Piece::flow(" in "),
            Piece::keep(when),
        ],
    });
    if clauses > 1 {
        pieces.push(Piece::flow(s.lang.pick("，", ", ")));
        pieces.push(Piece::keep(progress(s.data, aim, None, s.lang)));
    }
    pieces
}

/// Home has no target: say so, and who has one.
fn aimless(s: &Speaker<'_>, aims: &[Aim], long: bool, clauses: usize) -> Vec<Piece> {
    let name = if long {
        &s.indicator.name
    } else {
        s.indicator.short()
    };
    let (name, home) = (name.get(s.lang), s.name(s.c.home()));
    let mut pieces = match s.lang {
        Lang::Zh => vec![Piece::keep(home), Piece::flow(format!("没有{name}的目标"))],
        Lang::En => vec![
            Piece::keep(home),
            Piece::flow(format!(" has no target on record for {name}")),
        ],
    };
    let mut names: Vec<&str> = Vec::new();
    for aim in aims.iter().filter(|a| a.target.is_some()) {
        let name = s.name(&aim.member);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if clauses > 0 && !names.is_empty() {
        pieces.push(Piece::flow(
            s.lang.pick("，有目标的是", "; there is one for "),
        ));
        pieces.extend(listed(&names, clauses + 1, s.lang));
    }
    pieces
}

/// A list of names, the first few and how many more.
pub(super) fn listed(names: &[&str], most: usize, lang: Lang) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (i, name) in names.iter().take(most).enumerate() {
        if i > 0 {
            pieces.push(Piece::flow(lang.pick("、", ", ")));
        }
        pieces.push(Piece::keep(*name));
    }
    if names.len() > most {
        let more = names.len() - most;
        let all = names.len();
        pieces.push(Piece::flow(
            lang.pick(format!("等{all}处"), format!(" and {more} more")),
        ));
    }
    pieces
}

/// What stands in the picture where nobody has a target.
pub(crate) fn unaimed(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<Piece> {
    let s = Speaker::new(data, c, lang);
    let name = s.indicator.name.get(lang);
    let mut pieces = vec![Piece::flow(lang.pick(
        format!("资料里没有这些城市的{name}目标"),
        format!("No target of these cities is on record for {name}"),
    ))];
    let others = elsewhere(data, c.question.indicator, &aims(data, c));
    let names: Vec<&str> = others
        .iter()
        .map(|r| data.region(*r).name.get(lang))
        .collect();
    if !names.is_empty() {
        pieces.push(Piece::flow(
            lang.pick("；有目标的是", "; there is one for "),
        ));
        pieces.extend(listed(&names, 4, lang));
    }
    pieces.push(Piece::flow(lang.pick("。", ".")));
    pieces
}

pub(super) fn subtitle(s: &Speaker<'_>) -> String {
    let all = aims(s.data, s.c);
    let mut parts = Vec::new();
    match shown(s.data, s.c, &all, s.lang) {
        Some(display) => {
            parts.push(capital(s.indicator.name.get(s.lang)));
            let unit = super::axis_label(&display, s.unit, s.lang);
            parts.extend(Some(unit).filter(|u| !u.is_empty()));
        }
        None => {
            let home = s.name(s.c.home());
            parts.push(s.lang.pick(
                format!("{home}的各项目标，目标=100"),
                format!("Targets of {home}, target = 100"),
            ));
        }
    }
    if any_target(&all) {
        parts.push(s.lang.pick("虚线框为目标", "dashed: target").to_owned());
    }
    let mut scopes: Vec<_> = all
        .iter()
        .filter(|a| a.target.is_some())
        .map(|a| a.scope)
        .collect();
    sort(&mut scopes, Ord::cmp);
    scopes.dedup();
    if scopes.len() > 1 && s.c.beside.is_empty() {
        let word = s
            .lang
            .pick("各地口径不同，不排名", "scopes differ: not ranked");
        parts.push(word.to_owned());
    }
    chinese_marks(parts.join(" · "), s.lang)
}

pub(super) fn described(s: &Speaker<'_>) -> String {
    let all = aims(s.data, s.c);
    if !any_target(&all) {
        return crate::text::joined(&unaimed(s.data, s.c, s.lang));
    }
    let one = |aim: &Aim| {
        let (actual, target) = numbers(s.data, aim, None, s.lang);
        let words = [
            target.unwrap_or_default(),
            actual.unwrap_or_default(),
            progress(s.data, aim, None, s.lang),
            rule(aim, s.data, s.lang),
        ];
        let words: Vec<String> = words.into_iter().filter(|w| !w.is_empty()).collect();
        let words = words.join(s.lang.pick("，", ", "));
        let name = whose(s, aim);
        s.lang
            .pick(format!("{name}：{words}"), format!("{name}: {words}"))
    };
    let all: Vec<String> = all
        .iter()
        .filter(|a| a.target.or(a.actual).is_some())
        .map(one)
        .collect();
    let text = all.join(s.lang.pick("；", "; "));
    chinese_marks(format!("{text}{}", s.lang.pick("。", ".")), s.lang)
}

/// Whose aim it is, or of what.
fn whose(s: &Speaker<'_>, aim: &Aim) -> String {
    if s.c.beside.is_empty() {
        return s.name(&aim.member).to_owned();
    }
    capital(s.data.indicator(aim.indicator).name.get(s.lang))
}

fn scope(s: &Speaker<'_>, aim: &Aim) -> String {
    let indicator = s.data.indicator(aim.indicator);
    let name = match aim.scope {
        Some(id) => indicator.scopes.get(id.index()).map(|(_, name)| name),
        None => indicator.main_scope.as_ref(),
    };
    name.map_or_else(String::new, |n| n.get(s.lang).to_owned())
}

pub(super) fn table(s: &Speaker<'_>) -> Table {
    let (all, lang) = (aims(s.data, s.c), s.lang);
    let display = shown(s.data, s.c, &all, lang);
    let unit = display
        .as_ref()
        .map(|d| d.unit.as_str())
        .filter(|u| !u.is_empty());
    let unit = unit.map_or_else(String::new, |u| {
        lang.pick(format!("({u})"), format!(" ({u})"))
    });
    let head = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    let columns = vec![
        if s.c.beside.is_empty() {
            column("city", head("城市", "City"), false)
        } else {
            column("indicator", head("指标", "Indicator"), false)
        },
        column("target", format!("{}{unit}", head("目标", "Target")), true),
        column("due", head("目标时间", "Due"), false),
        column("value", format!("{}{unit}", head("实绩", "Actual")), true),
        column("when", head("实绩时间", "When"), false),
        column("progress", head("进展", "Progress"), false),
        column("rule", head("判断依据", "Judged by"), false),
        column("scope", head("口径", "Scope"), false),
        source_column(lang),
    ];
    let rows = all
        .iter()
        .map(|aim| row(s, aim, display.as_ref()))
        .collect();
    Table {
        caption: subtitle(s),
        columns,
        rows,
        legend: Vec::new(),
    }
}

fn row(s: &Speaker<'_>, aim: &Aim, display: Option<&Display>) -> Row {
    let value = |r: Option<Reading>| {
        let mut cell = super::Cell::from(r.map_or_else(String::new, |r| match display {
            Some(d) => rough(d, &r, s.lang),
            None => bounded(s.data, s.data.indicator(aim.indicator), s.lang, &r),
        }));
        cell.value = r.map(|r| r.value);
        cell
    };
    let when = |r: Option<Reading>| r.map_or_else(String::new, |r| period(r.period, s.lang));
    let readings: Vec<Reading> = aim.target.into_iter().chain(aim.actual).collect();
    Row {
        region: s.data.region(aim.member.region).id.clone(),
        period: String::new(),
        cells: vec![
            whose(s, aim).into(),
            value(aim.target),
            when(aim.target).into(),
            value(aim.actual),
            when(aim.actual).into(),
            progress(s.data, aim, display, s.lang).into(),
            rule(aim, s.data, s.lang).into(),
            scope(s, aim).into(),
            origin(s, &readings),
        ],
    }
}

pub(super) fn tip(s: &Speaker<'_>, region: RegionId, when: Option<Period>) -> Vec<TipLine> {
    let all = aims(s.data, s.c);
    let own = || {
        all.iter()
            .filter(|a| a.member.region == region && a.indicator == s.c.question.indicator)
    };
    let due = |a: &&Aim| a.target.is_some_and(|t| Some(t.period) == when);
    let Some(aim) = own().find(due).or(own().next()) else {
        return Vec::new();
    };
    let indicator = s.data.indicator(aim.indicator);
    let dated = |zh: &str, en: &str, r: Reading| {
        let when = period(r.period, s.lang);
        let label = s
            .lang
            .pick(format!("{zh}({when})"), format!("{en} ({when})"));
        line(&label, bounded(s.data, indicator, s.lang, &r))
    };
    let mut lines = Vec::new();
    lines.extend(aim.target.map(|r| dated("目标", "Target", r)));
    lines.extend(aim.actual.map(|r| dated("实绩", "Actual", r)));
    let mut words = |zh: &str, en: &str, text: String| {
        if !text.is_empty() {
            lines.push(line(s.lang.pick(zh, en), text));
        }
    };
    words("进展", "Progress", progress(s.data, aim, None, s.lang));
    words("判断依据", "Judged by", rule(aim, s.data, s.lang));
    words("口径", "Scope", scope(s, aim));
    let readings: Vec<Reading> = aim.target.into_iter().chain(aim.actual).collect();
    lines.extend(super::source::named(s.data, &readings, s.lang, false));
    if lines.is_empty() {
        let none = s
            .lang
            .pick("没有目标，也没有实绩", "neither target nor figure");
        lines.push(line(s.lang.pick("数值", "Value"), none.to_owned()));
    }
    lines
}
