//! The figures of a comparison as a table of texts, and the same as CSV.
//!
//! It repeats the picture for those who read, copy or listen; sorting and filtering are the page's.

use std::fmt::Write as _;

use serde::Serialize;

use super::number::{Display, percent, relative, signed};
use super::period::period;
use super::sentence::{Finding, Speaker, is_home};
use super::words::{capital, display};
use crate::base::sort_by_key;
use crate::compare::{self, Comparison, Lag, Member, Reading, Role};
use crate::data::{Bound, Dataset, Direction, Kind, Lang, Status, Style};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Column {
    /// Its head.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Row {
    /// The region's id, where the row is about one.
    pub region: String,
    /// Whether it is home.
    pub home: bool,
    /// Whether it is a chosen peer.
    pub peer: bool,
    /// A text a column.
    pub cells: Vec<String>,
}

/// The table of a comparison: a row a city, or for a trend a row a period.
#[must_use]
pub fn table(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Table {
    let speaker = Speaker::new(data, c, lang);
    if finding == Finding::Trend {
        return by_period(&speaker);
    }
    by_city(&speaker, finding)
}

type CellOf<'a> = Box<dyn Fn(&Member) -> String + 'a>;

fn by_city(s: &Speaker<'_>, finding: Finding) -> Table {
    let members = s.c.in_order(s.data);
    let all = columns(s, finding);
    // a column that says nothing of anybody is left out
    let kept: Vec<_> = all
        .into_iter()
        .filter(|(_, _, cell)| members.iter().any(|m| !cell(m).is_empty()))
        .collect();
    Table {
        caption: super::subtitle(s.data, s.c, finding, s.lang),
        columns: kept
            .iter()
            .map(|(label, numeric, _)| Column {
                label: label.clone(),
                numeric: *numeric,
            })
            .collect(),
        rows: members
            .iter()
            .map(|m| Row {
                region: s.data.region(m.region).id.clone(),
                home: is_home(m),
                peer: matches!(m.role, Role::Peer(_)),
                cells: kept.iter().map(|(_, _, cell)| cell(m)).collect(),
            })
            .collect(),
    }
}

fn columns<'a>(s: &'a Speaker<'_>, finding: Finding) -> Vec<(String, bool, CellOf<'a>)> {
    let lang = s.lang;
    let shown = display(s.data, s.c, finding, lang);
    let home = s.name(s.c.home());
    let neutral = s.indicator.direction == Direction::Neutral;
    let unit = if shown.unit.is_empty() || lang == Lang::En && shown.unit == s.unit.base.en {
        String::new()
    } else {
        lang.pick(format!("({})", shown.unit), format!(" ({})", shown.unit))
    };
    let points = match s.unit.style {
        Style::Percent => lang.pick("(百分点)", " (percentage points)").to_owned(),
        _ => unit.clone(),
    };
    let steps = shown.clone();
    let value = capital(s.indicator.short().get(lang));
    let place = lang.pick(
        if neutral { "位次" } else { "名次" },
        if neutral { "Order" } else { "Rank" },
    );
    vec![
        (place.to_owned(), true, Box::new(|m: &Member| rank(m))),
        (
            lang.pick("城市", "City").to_owned(),
            false,
            Box::new(|m: &Member| s.name(m).to_owned()),
        ),
        (
            format!("{value}{unit}"),
            true,
            Box::new(move |m: &Member| {
                m.reading
                    .map_or_else(String::new, |r| cell(&shown, &r, lang))
            }),
        ),
        (
            lang.pick(
                format!("{home}减该市{points}"),
                format!("{home} minus this city{points}"),
            ),
            true,
            Box::new(move |m: &Member| gap(&steps, m)),
        ),
        (
            lang.pick("相差比例", "Difference in %").to_owned(),
            true,
            Box::new(move |m: &Member| relative_gap(s, m)),
        ),
        (
            lang.pick("占全省", "Share of province").to_owned(),
            true,
            Box::new(move |m: &Member| m.share.map_or_else(String::new, |v| percent(v, lang))),
        ),
        (
            nominal(s, lang.pick("较上年", "change on the year before")),
            true,
            Box::new(move |m: &Member| change(s, m)),
        ),
        (
            growth_label(s),
            true,
            Box::new(move |m: &Member| growth(s, m)),
        ),
        (
            nominal(s, lang.pick("指数(起点年=100)", "index (start = 100)")),
            true,
            Box::new(move |m: &Member| index(s, m)),
        ),
        (
            lang.pick(format!("{home}落后年数"), format!("Years {home} lags")),
            true,
            Box::new(move |m: &Member| lag(m, lang)),
        ),
        (
            lang.pick("说明", "Remarks").to_owned(),
            false,
            Box::new(move |m: &Member| remarks(s, m)),
        ),
    ]
}

fn rank(m: &Member) -> String {
    m.rank.map_or_else(String::new, |r| r.place.to_string())
}

fn cell(shown: &Display, reading: &Reading, lang: Lang) -> String {
    let rough = shown.rough(reading.value);
    match reading.bound {
        Bound::Exact => shown.number(reading.value),
        Bound::About => lang.pick(format!("约{rough}"), format!("~{rough}")),
        Bound::AtLeast => format!("≥{rough}"),
        Bound::AtMost => format!("≤{rough}"),
    }
}

fn gap(shown: &Display, m: &Member) -> String {
    m.gap
        .map_or_else(String::new, |g| signed(shown, g.absolute))
}

/// Empty for rates: a percentage of a percentage would be read as points.
fn relative_gap(s: &Speaker<'_>, m: &Member) -> String {
    let relative_to = m.gap.and_then(|g| g.relative).filter(|_| !is_rate(s));
    relative_to.map_or_else(String::new, |r| relative(r, s.lang))
}

/// Whether the indicator is itself a percentage.
pub(super) fn is_rate(s: &Speaker<'_>) -> bool {
    matches!(s.unit.style, Style::Percent | Style::Permille)
}

fn change(s: &Speaker<'_>, m: &Member) -> String {
    let Some(change) = m.change else {
        return String::new();
    };
    if is_rate(s) {
        return s.signed_difference(change.absolute);
    }
    change
        .relative
        .map_or_else(String::new, |r| relative(r, s.lang))
}

fn growth_label(s: &Speaker<'_>) -> String {
    nominal(s, s.lang.pick("年均增长(起点年)", "growth a year (since)"))
}

/// A head of a column of changes: called nominal at current prices.
fn nominal(s: &Speaker<'_>, head: &str) -> String {
    if s.indicator.price != Some(crate::data::Price::Current) {
        return capital(head);
    }
    s.lang
        .pick(format!("名义{head}"), format!("Nominal {head}"))
}

fn growth(s: &Speaker<'_>, m: &Member) -> String {
    if is_rate(s) {
        return String::new();
    }
    let Some((growth, rate)) = m.growth.and_then(|g| Some((g, g.rate?))) else {
        return String::new();
    };
    let from = growth.from.year();
    s.lang.pick(
        format!("{}({from})", relative(rate, s.lang)),
        format!("{} ({from})", relative(rate, s.lang)),
    )
}

/// The level as a percentage of the start of the unbroken stretch; empty for rates.
fn index(s: &Speaker<'_>, m: &Member) -> String {
    let (Some(g), Some(series)) = (m.growth, s.c.series_of(m.region)) else {
        return String::new();
    };
    let levels = compare::index(series, g.from);
    let at = series.readings.iter().position(|r| r.period == g.to);
    let level = at.and_then(|i| levels[i]).filter(|_| !is_rate(s));
    level.map_or_else(String::new, |level| {
        let level = super::grouped(level, 1, s.lang);
        let from = g.from.year();
        s.lang
            .pick(format!("{level}({from})"), format!("{level} ({from})"))
    })
}

fn lag(m: &Member, lang: Lang) -> String {
    match m.lag {
        None | Some(Lag::None) => String::new(),
        Some(Lag::Years(n)) => n.to_string(),
        Some(Lag::MoreThan(n)) => lang.pick(format!("超过{n}"), format!("more than {n}")),
    }
}

fn remarks(s: &Speaker<'_>, m: &Member) -> String {
    let lang = s.lang;
    let Some(r) = m.reading else {
        return absent(s, m);
    };
    let mut parts: Vec<String> = Vec::new();
    if Some(r.period) != s.c.period {
        parts.push(period(r.period, lang));
    }
    parts.extend(status(r.status, lang).map(ToOwned::to_owned));
    if r.kind == Kind::Target {
        parts.push(lang.pick("目标", "target").to_owned());
    }
    parts.join(lang.pick("、", ", "))
}

/// A status in a word; normal needs none.
pub(crate) fn status(status: Status, lang: Lang) -> Option<&'static str> {
    match status {
        Status::A => None,
        Status::P => Some(lang.pick("初步数", "provisional")),
        Status::E => Some(lang.pick("估计数", "estimate")),
        Status::D => Some(lang.pick("口径不同", "other definition")),
        Status::U => Some(lang.pick("可靠性低", "low reliability")),
        Status::O => Some(lang.pick("来源未载", "missing in the source")),
        Status::L => Some(lang.pick("未收集", "not collected")),
        Status::M => Some(lang.pick("不存在", "cannot exist")),
    }
}

/// Why a member has no value, where the data say so.
fn absent(s: &Speaker<'_>, m: &Member) -> String {
    let recorded = match s.indicator.formula {
        Some(f) => f.numerator,
        None => s.c.question.indicator,
    };
    let reason = s
        .data
        .of(recorded, m.region)
        .iter()
        .find(|o| Some(o.period) == s.c.period && o.scope == s.c.scope && o.value.is_none());
    let word = reason.and_then(|o| status(o.status, s.lang));
    word.unwrap_or(s.lang.pick("无数据", "no figure"))
        .to_owned()
}

fn by_period(s: &Speaker<'_>) -> Table {
    let shown = display(s.data, s.c, Finding::Trend, s.lang);
    let mut members: Vec<&Member> = s.c.members.iter().collect();
    sort_by_key(&mut members, |m| m.role);
    let mut columns = vec![Column {
        label: s.lang.pick("时期", "Period").to_owned(),
        numeric: false,
    }];
    columns.extend(members.iter().map(|m| Column {
        label: s.name(m).to_owned(),
        numeric: true,
    }));
    let rows = s.c.periods.iter().rev().map(|p| {
        let mut cells = vec![period(*p, s.lang)];
        cells.extend(members.iter().map(|m| {
            let reading = s.c.series_of(m.region).and_then(|series| series.at(*p));
            reading.map_or_else(String::new, |r| cell(&shown, r, s.lang))
        }));
        Row {
            region: String::new(),
            home: false,
            peer: false,
            cells,
        }
    });
    Table {
        caption: super::subtitle(s.data, s.c, Finding::Trend, s.lang),
        rows: rows.collect(),
        columns,
    }
}

/// The table as CSV: UTF-8 with a byte order mark and CRLF; head and rows first, for programs, then title, caption and source, for people.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
#[must_use]
pub fn csv(table: &Table, title: &str, foot: &str) -> String {
    let mut out = String::from("\u{feff}");
    csv_line(&mut out, table.columns.iter().map(|c| c.label.as_str()));
    for row in &table.rows {
        csv_line(&mut out, row.cells.iter().map(String::as_str));
    }
    for text in ["", title, table.caption.as_str(), foot] {
        csv_line(&mut out, [text]);
    }
    out
}

/// Writes a line of CSV: quoted where needed, and nothing that a spreadsheet would take for a formula.
pub fn csv_line<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        let text = harmless(&cell.replace('−', "-"));
        if text.contains([',', '"', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", text.replace('"', "\"\""));
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

/// Numbers may begin with a sign; anything else that begins like a formula is quoted.
fn harmless(text: &str) -> String {
    let number = text
        .strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        return format!("'{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_begins_like_a_formula_is_made_harmless() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("-1.21"), "-1.21");
        assert_eq!(harmless("+31.9%"), "+31.9%");
    }
}
