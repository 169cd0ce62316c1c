//! The flags that make a view, and how their texts are read.
//!
//! Names that the data do not have are errors here: a script must not get another chart than it asked for.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::Args;
use duibiao::base::Size;
use duibiao::compare::{BenchmarkKind, Sort};
use duibiao::data::{Dataset, Lang};
use duibiao::error::{Error, NoticeKind};
use duibiao::figure::{Frame, default_height};
use duibiao::scene::ThemeId;
use duibiao::tell;
use duibiao::view::{By, ChartId, Form, Origin, ScaleKind, Scales, View, example};

use super::format::Format;
use super::known;

/// The flags of a view.
#[derive(Args)]
pub(crate) struct ViewFlags {
    /// The indicator's id, such as hospital-beds.
    #[arg(long)]
    indicator: Option<String>,
    /// The home city's id.
    #[arg(long)]
    home: Option<String>,
    /// The peers' ids, separated by commas.
    #[arg(long, value_delimiter = ',')]
    peers: Option<Vec<String>>,
    /// The id of the group that is ranked.
    #[arg(long)]
    group: Option<String>,
    /// The chart.
    #[arg(long, value_parser = chart)]
    chart: Option<ChartId>,
    /// The language.
    #[arg(long, value_parser = lang, default_value = "zh")]
    lang: Lang,
    /// The colours.
    #[arg(long, value_parser = theme)]
    theme: Option<ThemeId>,
    /// The year or other period (2023, 2024-Q1, 2024-08).
    #[arg(long, alias = "period")]
    year: Option<String>,
    /// The stretch of a trend (2012..2023).
    #[arg(long)]
    range: Option<String>,
    /// The id of a scope.
    #[arg(long)]
    scope: Option<String>,
    /// The benchmark.
    #[arg(long, value_parser = benchmark)]
    benchmark: Option<BenchmarkKind>,
    /// How many years a missing value may be away.
    #[arg(long, allow_negative_numbers = true)]
    tolerance: Option<u8>,
    /// The ids of further indicators, for charts of several, separated by commas.
    #[arg(long, value_delimiter = ',')]
    beside: Option<Vec<String>>,
    /// The id of the city to look at; the others but home fade.
    #[arg(long)]
    focus: Option<String>,
    /// In which order the cities stand.
    #[arg(long, value_parser = sort)]
    sort: Option<Sort>,
    /// What the value axis does, where a chart can choose.
    #[arg(long, value_parser = scale)]
    axis: Option<ScaleKind>,
    /// Amounts or shares of their whole.
    #[arg(long, value_parser = form)]
    form: Option<Form>,
    /// What differences are taken from.
    #[arg(long, value_parser = origin)]
    origin: Option<Origin>,
    /// The period that an index calls 100.
    #[arg(long)]
    base: Option<String>,
    /// The chart that small multiples repeat.
    #[arg(long, value_parser = chart)]
    of: Option<ChartId>,
    /// What small multiples have one panel for.
    #[arg(long, value_parser = by)]
    by: Option<By>,
    /// Whether small multiples share one scale.
    #[arg(long, value_parser = scales)]
    scales: Option<Scales>,
    /// A title instead of the generated one.
    #[arg(long)]
    title: Option<String>,
    /// The data folder; without it ./data when it holds regions.json, else the built-in data.
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
}

/// How large a picture is.
#[derive(Args)]
pub(crate) struct PictureFlags {
    /// Width in pixels.
    #[arg(long, default_value_t = 960.0, value_parser = pixels)]
    width: f64,
    /// Height in pixels; by default what suits the width.
    #[arg(long, value_parser = pixels)]
    height: Option<f64>,
    /// Pixels of a PNG for each pixel of the chart.
    #[arg(long, default_value_t = 1.0, value_parser = ratio)]
    pub(crate) scale: f64,
    /// Width of a PNG in print, in centimetres at 300 dots an inch.
    #[arg(long, conflicts_with = "scale", value_parser = centimetres)]
    pub(crate) cm: Option<f64>,
    /// The texts of an SVG as outlines, for programs that lack the fonts.
    #[arg(long)]
    pub(crate) outlines: bool,
}

impl PictureFlags {
    /// Its size in pixels.
    pub(crate) fn size(&self) -> Size {
        let height = self.height;
        let height = height.unwrap_or_else(|| default_height(self.width, Frame::Full));
        Size::new(self.width, height)
    }
}

impl ViewFlags {
    /// The view of these flags.
    pub(crate) fn view(&self) -> View {
        View {
            version: None,
            lang: Some(self.lang),
            indicator: self.indicator.clone(),
            home: self.home.clone(),
            peers: self.peers.clone(),
            group: self.group.clone(),
            chart: self.chart,
            period: self.year.clone(),
            range: self.range.clone(),
            scope: self.scope.clone(),
            benchmark: self.benchmark,
            tolerance: self.tolerance,
            beside: self.beside.clone(),
            focus: self.focus.clone(),
            sort: self.sort,
            scale: self.axis,
            form: self.form,
            origin: self.origin,
            base: self.base.clone(),
            of: self.of,
            by: self.by,
            scales: self.scales,
            theme: self.theme,
            title: self.title.clone(),
        }
    }

    /// Whether the flags leave it open what is compared: then it is something for which the chart is made.
    fn asks_nothing(&self) -> bool {
        self.indicator.is_none()
            && self.home.is_none()
            && self.peers.is_none()
            && self.year.is_none()
            && self.beside.is_none()
    }

    /// Refuses a view that names what the data do not have.
    pub(crate) fn checked(&self, data: &Dataset) -> Result<View, Error> {
        let view = match self.chart {
            Some(chart) if self.asks_nothing() => filled(self.view(), example(data, chart)),
            _ => self.view(),
        };
        known::check(data, &view, &|field| match field {
            "period" => "--year".to_owned(),
            field => format!("--{field}"),
        })?;
        Ok(view)
    }
}

/// A view with what it leaves open taken from another.
fn filled(view: View, other: View) -> View {
    View {
        indicator: other.indicator,
        home: other.home,
        peers: other.peers,
        group: view.group.or(other.group),
        period: other.period,
        range: view.range.or(other.range),
        scope: view.scope.or(other.scope),
        benchmark: view.benchmark.or(other.benchmark),
        tolerance: view.tolerance.or(other.tolerance),
        beside: other.beside,
        focus: view.focus.or(other.focus),
        sort: view.sort.or(other.sort),
        scale: view.scale.or(other.scale),
        form: view.form.or(other.form),
        origin: view.origin.or(other.origin),
        base: view.base.or(other.base),
        of: view.of.or(other.of),
        by: view.by.or(other.by),
        scales: view.scales.or(other.scales),
        ..view
    }
}

/// Tells on standard error what is wrong.
#[expect(clippy::print_stderr, reason = "the command line speaks")]
pub(crate) fn tell_error(error: &Error) {
    for problem in error.problems() {
        eprintln!("duibiao: {problem}");
    }
}

/// Tells on standard error what a script should know although it got its picture.
#[expect(clippy::print_stderr, reason = "the command line speaks")]
pub(crate) fn tell_notices(data: &Dataset, notices: &[duibiao::error::Notice], lang: Lang) {
    for notice in notices {
        if matches!(
            notice.kind,
            NoticeKind::PeriodReplaced
                | NoticeKind::HomeMissing
                | NoticeKind::NotRanked
                | NoticeKind::Tolerance
        ) {
            eprintln!("duibiao: {}", tell::notice(data, notice, lang));
        }
    }
}

pub(crate) fn one_of<T: Copy>(text: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| *name == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        format!("expected one of {}", names.join(", "))
    })
}

fn chart(text: &str) -> Result<ChartId, String> {
    one_of(text, &ChartId::ALL.map(|c| (c.id(), c)))
}

fn lang(text: &str) -> Result<Lang, String> {
    one_of(text, &Lang::ALL.map(|l| (l.id(), l)))
}

fn theme(text: &str) -> Result<ThemeId, String> {
    one_of(text, &ThemeId::ALL)
}

fn sort(text: &str) -> Result<Sort, String> {
    one_of(text, &Sort::ALL)
}

fn scale(text: &str) -> Result<ScaleKind, String> {
    one_of(text, &ScaleKind::ALL)
}

fn form(text: &str) -> Result<Form, String> {
    one_of(text, &Form::ALL)
}

fn origin(text: &str) -> Result<Origin, String> {
    one_of(text, &Origin::ALL)
}

fn by(text: &str) -> Result<By, String> {
    one_of(text, &By::ALL)
}

fn scales(text: &str) -> Result<Scales, String> {
    one_of(text, &Scales::ALL)
}

fn benchmark(text: &str) -> Result<BenchmarkKind, String> {
    one_of(text, &BenchmarkKind::ALL)
}

/// A length that a figure can have.
pub(crate) fn pixels(text: &str) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| "expected a number of pixels".to_owned())?;
    if (200.0..=10_000.0).contains(&value) {
        return Ok(value);
    }
    Err("expected 200 to 10000 pixels".to_owned())
}

/// How many pixels for one.
pub(crate) fn ratio(text: &str) -> Result<f64, String> {
    number(text, 0.1..=8.0)
}

fn centimetres(text: &str) -> Result<f64, String> {
    number(text, 1.0..=100.0)
}

fn number(text: &str, range: RangeInclusive<f64>) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "expected a number".to_owned())?;
    if range.contains(&value) {
        return Ok(value);
    }
    Err(format!("expected {} to {}", range.start(), range.end()))
}

/// A file whose ending says what it will hold.
pub(crate) fn output(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match Format::of(&path) {
        Some(_) => Ok(path),
        None => Err(format!(
            "expected a file that ends in {}",
            Format::endings()
        )),
    }
}

/// What a file holds, by its ending.
pub(crate) fn format(text: &str) -> Result<Format, String> {
    one_of(text, &Format::ALL)
}

/// Where a site will stand: an address without query or fragment, with a slash at its end.
pub(crate) fn base_url(text: &str) -> Result<String, String> {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|s| text.strip_prefix(s));
    let rest = rest.ok_or("expected an address that begins with https:// or http://")?;
    let known = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]".contains(c);
    if let Some(c) = rest.chars().find(|c| !known(*c)) {
        return Err(format!(
            "{c:?} cannot stand there: expected a host and a path, without query; write other characters as %XX"
        ));
    }
    if rest.is_empty() || rest.starts_with(['/', ':']) {
        return Err("expected a host after the scheme".to_owned());
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn a_base_address_ends_with_a_slash_and_has_no_more_than_a_path() {
        let read = |text: &str| base_url(text).ok();
        assert_eq!(
            read("https://a.example").as_deref(),
            Some("https://a.example/")
        );
        assert_eq!(
            read("http://a.example:80/b/c/").as_deref(),
            Some("http://a.example:80/b/c/")
        );
        for wrong in [
            "",
            "a.example",
            "ftp://a/",
            "https://",
            "https:///b",
            "https://a/?b",
            "https://a/#b",
            "https://a/\"<",
            "//a/",
            "javascript:alert(1)",
        ] {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }
}
