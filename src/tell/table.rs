//! The figures of a comparison as a table: each figure with its value, its status and its sources.
//!
//! It repeats the picture for those who read, copy or listen; sorting and filtering are the page's.

use serde::Serialize;

use super::finding::Finding;
use super::number::{Display, percent, relative, signed};
use super::period::period;
use super::sentence::Speaker;
use super::tip::TipLine;
use super::words::{capital, display};
use crate::compare::{self, Comparison, Lag, Member, Reading};
use crate::data::{Bound, Dataset, Direction, Kind, Lang, Status, Style};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The letters on its cells, and what they mean.
    pub legend: Vec<TipLine>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Column {
    /// What it is called in code; the region's id, where a column is about one.
    pub key: String,
    /// Its head.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Row {
    /// The region's id, where the row is about one.
    pub region: String,
    /// The period, where the row is about one.
    pub period: String,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The figure itself, before it was rounded.
    pub value: Option<f64>,
    /// Letters for what is not normal about the figure, where no column has room for words.
    pub mark: String,
    /// The sources, where the cell names them.
    pub links: Vec<TipLine>,
}

/// The table of a comparison: a row a city, or for a trend a row a period.
#[must_use]
pub fn table(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Table {
    let speaker = Speaker::new(data, c, lang);
    #[cfg(feature = "gallery")]
    if let Some(own) = super::own::table(&speaker, finding) {
        return own;
    }
    if finding == Finding::Trend {
        return super::over_time::by_period(&speaker);
    }
    by_city(&speaker, finding)
}

type TextOf<'a> = Box<dyn Fn(&Member) -> String + 'a>;

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

fn by_city(s: &Speaker<'_>, finding: Finding) -> Table {
    let members = s.c.in_order(s.data);
    let mut rows: Vec<Row> = members
        .iter()
        .map(|m| Row {
            region: s.data.region(m.region).id.clone(),
            period: String::new(),
            cells: Vec::new(),
        })
        .collect();
    let mut columns_kept = Vec::new();
    for (key, (label, numeric, text)) in KEYS.into_iter().zip(columns(s, finding)) {
        let cells: Vec<String> = members.iter().map(|m| text(m)).collect();
        // a column that says nothing of anybody is left out
        if cells.iter().all(String::is_empty) {
            continue;
        }
        columns_kept.push(column(key, label, numeric));
        for ((row, text), m) in rows.iter_mut().zip(cells).zip(&members) {
            let mut cell = Cell::from(text);
            cell.value = m.reading.map(|r| r.value).filter(|_| key == VALUE);
            row.cells.push(cell);
        }
    }
    columns_kept.push(source_column(s.lang));
    for (row, m) in rows.iter_mut().zip(&members) {
        row.cells.push(origin(s, m.reading.as_slice()));
    }
    Table {
        caption: super::subtitle(s.data, s.c, finding, s.lang),
        columns: columns_kept,
        rows,
        legend: Vec::new(),
    }
}

/// The column of the figures themselves.
const VALUE: &str = "value";

pub(super) fn column(key: &str, label: String, numeric: bool) -> Column {
    Column {
        key: key.to_owned(),
        label,
        numeric,
    }
}

pub(super) fn source_column(lang: Lang) -> Column {
    column("source", lang.pick("来源", "Source").to_owned(), false)
}

/// Whose figures these readings rest on.
pub(super) fn origin(s: &Speaker<'_>, readings: &[Reading]) -> Cell {
    let links = super::source::named(s.data, readings, s.lang, false);
    let names: Vec<&str> = links.iter().map(|l| l.value.as_str()).collect();
    Cell {
        text: names.join(s.lang.pick("；", "; ")),
        links,
        ..Cell::default()
    }
}

/// What the columns are called in code, in the order of [`columns`].
const KEYS: [&str; 11] = [
    "rank",
    "city",
    VALUE,
    "gap",
    "relative-gap",
    "share",
    "change",
    "growth",
    "index",
    "lag",
    "remarks",
];

fn columns<'a>(s: &'a Speaker<'_>, finding: Finding) -> Vec<(String, bool, TextOf<'a>)> {
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
            remarks_label(lang).to_owned(),
            false,
            Box::new(move |m: &Member| remarks(s, m)),
        ),
    ]
}

fn rank(m: &Member) -> String {
    m.rank.map_or_else(String::new, |r| r.place.to_string())
}

pub(super) fn cell(shown: &Display, reading: &Reading, lang: Lang) -> String {
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

/// The period where it is another, the status, and whether it is a target.
fn remarks(s: &Speaker<'_>, m: &Member) -> String {
    let Some(r) = m.reading else {
        return absent(s, m);
    };
    let mut parts: Vec<&str> = Vec::new();
    let when = period(r.period, s.lang);
    if Some(r.period) != s.c.period {
        parts.push(&when);
    }
    parts.push(status(r.status, s.lang));
    if r.kind == Kind::Target {
        parts.push(s.lang.pick("目标", "target"));
    }
    parts.join(s.lang.pick("、", ", "))
}

pub(super) fn remarks_label(lang: Lang) -> &'static str {
    lang.pick("说明", "Remarks")
}

/// A status in a word.
pub(crate) fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::A => lang.pick("正常", "normal"),
        Status::P => lang.pick("初步数", "provisional"),
        Status::E => lang.pick("估计数", "estimate"),
        Status::D => lang.pick("口径不同", "other definition"),
        Status::U => lang.pick("可靠性低", "low reliability"),
        Status::O => lang.pick("来源未载", "missing in the source"),
        Status::L => lang.pick("未收集", "not collected"),
        Status::M => lang.pick("不存在", "cannot exist"),
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
    let word = reason.map(|o| status(o.status, s.lang));
    word.unwrap_or(s.lang.pick("无数据", "no figure"))
        .to_owned()
}
