//! All the words that go with one figure, and the small phrases that several of them share.
//!
//! They are plain text: who shows them decides about marks and links.

use serde::Serialize;

use super::describe::describe;
use super::finding::Finding;
use super::notice::notices;
use super::number::{Display, axis_label};
use super::period::{period, span};
use super::phrase::chinese_marks;
use super::sentence::{is_target, titles};
use super::source::{OtherFigure, SourceCard, foot, other_figures, sources};
use super::table::{Table, table};
use crate::base::{nth, sort};
use crate::compare::{Benchmark, BenchmarkKind, Comparison};
use crate::data::{Dataset, Lang, Period};
use crate::error::{Notice, NoticeKind};
use crate::text::{Piece, joined};

/// A stretch of the title; `keep` must not be broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TitlePiece {
    /// The text.
    pub text: String,
    /// Whether it must stay on one line.
    pub keep: bool,
}

/// A scope that the reader can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ScopeChoice {
    /// Its id; empty for the main scope.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Everything that is said beside a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The sentence that states the finding.
    pub title: String,
    /// The same in pieces.
    pub title_pieces: Vec<TitlePiece>,
    /// Indicator, unit, period and scope.
    pub subtitle: String,
    /// The text alternative of the picture.
    pub description: String,
    /// The indicator's name, as a heading.
    pub indicator: String,
    /// What it means.
    pub definition: String,
    /// How it is computed, when it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// What exactly is counted, where the data name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// What must be told.
    pub notices: Vec<String>,
    /// The one-line source.
    pub foot: String,
    /// The figures.
    pub table: Table,
    /// Where they were read.
    pub sources: Vec<SourceCard>,
    /// Figures of the same indicator that cannot be compared with these.
    pub other_figures: Vec<OtherFigure>,
    /// The periods that have a value and can be chosen: none of a pyramid, which draws its own.
    pub periods: Vec<String>,
    /// The same in words.
    pub period_labels: Vec<String>,
    /// The scopes that have a value.
    pub scopes: Vec<ScopeChoice>,
    /// The ids of the regions that have a value in the period.
    pub have: Vec<String>,
}

impl Words {
    /// The words of a comparison.
    #[must_use]
    pub fn of(
        data: &Dataset,
        c: &Comparison,
        finding: Finding,
        own: Option<&str>,
        lang: Lang,
    ) -> Self {
        let pieces = own.map_or_else(
            || titles(data, c, finding, lang).swap_remove(0),
            |own| vec![Piece::flow(own)],
        );
        let indicator = data.indicator(c.question.indicator);
        let title = joined(&pieces);
        let periods: &[Period] = match finding {
            // it draws its counts whatever period is asked for
            #[cfg(feature = "gallery")]
            Finding::Ages => &[],
            _ => &c.periods,
        };
        Self {
            description: describe(data, c, finding, &title, lang),
            title,
            title_pieces: pieces
                .into_iter()
                .map(|p| TitlePiece {
                    keep: p.keep || is_short_name(&p.text),
                    text: p.text,
                })
                .collect(),
            subtitle: subtitle(data, c, finding, lang),
            indicator: capital(indicator.name.get(lang)),
            definition: indicator.definition.get(lang).to_owned(),
            formula: formula(data, c, lang),
            scope: scope_name(data, c, lang),
            notices: told(data, c, finding, lang),
            foot: under(data, c, finding, lang),
            table: table(data, c, finding, lang),
            sources: cards(data, c, finding, lang),
            other_figures: match finding {
                // they are the indicator's, of which a pyramid does not speak
                #[cfg(feature = "gallery")]
                Finding::Ages => Vec::new(),
                _ => other_figures(data, c, lang),
            },
            periods: periods.iter().map(ToString::to_string).collect(),
            period_labels: periods.iter().map(|p| period(*p, lang)).collect(),
            scopes: scopes(data, c, lang),
            have: have(data, c),
        }
    }
}

/// The one-line source under a picture, with all that the chart rests on.
pub(crate) fn under(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> String {
    let figures = foot(data, c, finding, lang);
    match finding {
        #[cfg(feature = "gallery")]
        Finding::Place => super::place::foot(data, c, &figures, lang),
        #[cfg(feature = "gallery")]
        Finding::Ages => super::age::foot(data, c, lang),
        _ => figures,
    }
}

fn cards(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<SourceCard> {
    let figures = sources(data, c, finding, lang);
    match finding {
        #[cfg(feature = "gallery")]
        Finding::Place => {
            let lines = super::place::source(data, c, lang);
            figures.into_iter().chain(lines).collect()
        }
        #[cfg(feature = "gallery")]
        Finding::Ages => super::age::cards(data, c, lang),
        _ => figures,
    }
}

fn told(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<String> {
    match finding {
        #[cfg(feature = "gallery")]
        Finding::Ages => super::age::notices(data, c, lang),
        // of the indicators beside, too, by their names
        #[cfg(feature = "gallery")]
        Finding::Profile => {
            let of = |c: &Comparison| notices(data, &in_place(c, finding), lang);
            super::profile::by_name(data, c, lang, of)
        }
        _ => notices(data, &in_place(c, finding), lang),
    }
}

/// The notices, with breaks first where time is the subject and last where it is one period.
fn in_place(c: &Comparison, finding: Finding) -> Vec<Notice> {
    let breaks = |n: &&Notice| (n.kind == NoticeKind::Break) == finding.is_over_time();
    let first = c.notices.iter().filter(breaks);
    let then = c.notices.iter().filter(|n| !breaks(n));
    first.chain(then).cloned().collect()
}

fn have(data: &Dataset, c: &Comparison) -> Vec<String> {
    let with_value = c.members.iter().filter(|m| m.reading.is_some());
    with_value
        .map(|m| data.region(m.region).id.clone())
        .collect()
}

/// A Chinese name of at most twelve signs fits on the narrowest line and stays whole.
fn is_short_name(text: &str) -> bool {
    !text.is_ascii() && !text.contains([' ', ',']) && text.chars().count() <= 12
}

/// With a capital, as a heading begins. Only ASCII letters have one here: English names begin with nothing else.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The name of the scope that is shown, where the data name it.
#[must_use]
pub fn scope_name(data: &Dataset, c: &Comparison, lang: Lang) -> Option<String> {
    let indicator = data.indicator(c.question.indicator);
    let name = match c.scope {
        Some(id) => Some(&indicator.scopes.get(id.index())?.1),
        None => indicator.main_scope.as_ref(),
    };
    name.map(|n| n.get(lang).to_owned())
}

/// The line under the title: indicator, unit, period, scope.
#[must_use]
pub fn subtitle(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> String {
    #[cfg(feature = "gallery")]
    if let Some(own) = super::own::subtitle(data, c, finding, lang) {
        return own;
    }
    let indicator = data.indicator(c.question.indicator);
    let mut parts = vec![capital(indicator.name.get(lang))];
    let unit = axis_label(
        &display(data, c, finding, lang),
        data.unit(indicator.unit),
        lang,
    );
    if !unit.is_empty() {
        parts.push(unit);
    }
    let when = match (finding, c.range(), c.period) {
        (Finding::Trend, Some((from, to)), _) if from != to => Some(span(from, to, lang)),
        (_, _, now) => now.map(|p| period(p, lang)),
    };
    parts.extend(when);
    parts.extend(scope_words(data, c, lang));
    chinese_marks(parts.join(" · "), lang)
}

/// What is counted, where it is not the main scope.
pub(super) fn scope_words(data: &Dataset, c: &Comparison, lang: Lang) -> Option<String> {
    let scopes = &data.indicator(c.question.indicator).scopes;
    let (_, scope) = scopes.get(c.scope?.index())?;
    Some(lang.pick(
        format!("口径：{}", scope.zh),
        format!("scope: {}", scope.en),
    ))
}

/// How the numbers of a picture are shown together.
pub(crate) fn display(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Display {
    #[cfg(feature = "gallery")]
    if finding == Finding::Index {
        return Display::plain(1, lang);
    }
    let indicator = data.indicator(c.question.indicator);
    // the power suits all periods, or the last step of a slider would turn 873 billion into 0.97 trillion
    let all = c.series.iter().flat_map(|s| &s.readings);
    let mut sizes: Vec<f64> = all.map(|r| r.value.abs()).collect();
    let largest = if finding.is_over_time() {
        sizes.iter().copied().fold(0.0, f64::max)
    } else {
        let shown = c.members.iter().filter_map(|m| m.reading);
        shown.map(|r| r.value.abs()).fold(0.0, f64::max)
    };
    let middle = sizes.len() / 2;
    let typical = nth(&mut sizes, middle).unwrap_or(0.0);
    let unit = data.unit(indicator.unit);
    Display::with_typical(indicator, unit, lang, largest, typical)
}

/// What a benchmark is called: 其他10市中位数.
pub(crate) fn benchmark_name(c: &Comparison, b: &Benchmark, lang: Lang) -> String {
    let n = b.others;
    if is_target(b.kind) {
        return lang.pick("目标".to_owned(), "target".to_owned());
    }
    let (zh, en) = match b.kind {
        BenchmarkKind::Mean => ("平均", "mean"),
        BenchmarkKind::Best => ("最好", "best"),
        _ => ("中位数", "median"),
    };
    debug_assert!(n <= c.members.len());
    lang.pick(format!("其他{n}市{zh}"), format!("{en} of the other {n}"))
}

/// How an indicator is computed, with home's numbers filled in.
#[must_use]
pub fn formula(data: &Dataset, c: &Comparison, lang: Lang) -> Option<String> {
    let indicator = data.indicator(c.question.indicator);
    let f = indicator.formula?;
    let (top, bottom) = (data.indicator(f.numerator), data.indicator(f.denominator));
    let per = super::grouped(f.per, 0, lang);
    let times = if f.per > 1.0 {
        format!(" × {per}")
    } else {
        String::new()
    };
    let general = format!(
        "{} = {} ÷ {}{times}",
        capital(indicator.name.get(lang)),
        top.name.get(lang),
        bottom.name.get(lang),
    );
    let Some(reading) = c.home().reading else {
        return Some(general);
    };
    let mut inputs = reading.observations(data).filter_map(|o| o.value);
    let (Some(n), Some(d)) = (inputs.next(), inputs.next()) else {
        return Some(general);
    };
    let shown = |i: &crate::data::Indicator, v| exact(data, i, v, lang);
    let result = super::amount(indicator, data.unit(indicator.unit), lang, reading.value);
    let home = data.region(c.question.home).name.get(lang);
    let when = period(reading.period, lang);
    let (n, d) = (shown(top, n), shown(bottom, d));
    let text = lang.pick(
        format!("{general}；{when}{home}：{n} ÷ {d}{times} = {result}"),
        format!("{general}; {home} in {when}: {n} ÷ {d}{times} = {result}"),
    );
    Some(chinese_marks(text, lang))
}

/// A recorded value with all its digits and no more, by the power that each language reads.
pub(crate) fn exact(
    data: &Dataset,
    indicator: &crate::data::Indicator,
    value: f64,
    lang: Lang,
) -> String {
    let unit = data.unit(indicator.unit);
    let decimals = written_decimals(value);
    // 1,403,079万元 would be read digit by digit: 140.3079亿元
    if unit.scale > 1.0 {
        return super::number::amount_with(unit, lang, value, decimals);
    }
    let number = super::grouped(value, decimals, lang);
    let name = unit.name.get(lang);
    match lang {
        Lang::Zh => format!("{number}{name}"),
        Lang::En if name == "%" || name == "‰" => format!("{number}{name}"),
        Lang::En => {
            let (stem, ending) = if number == "1" {
                singular(name)
            } else {
                (name, "")
            };
            format!("{number} {stem}{ending}")
        }
    }
}

/// One of an English unit, as stem and ending: 1 company, 1 trial, 1 bed. Rates keep their name.
fn singular(name: &str) -> (&str, &str) {
    if name.contains("per ") {
        return (name, "");
    }
    if name == "people" {
        return ("person", "");
    }
    match name.strip_suffix("ies") {
        Some(stem) => (stem, "y"),
        None => (name.strip_suffix('s').unwrap_or(name), ""),
    }
}

/// How many decimals a recorded number has, at most four.
pub(crate) fn written_decimals(value: f64) -> usize {
    let text = format!("{value:.4}");
    let digits = text.trim_end_matches('0');
    digits
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len())
}

/// The scopes in which any member has a value.
fn scopes(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<ScopeChoice> {
    let indicator = data.indicator(c.question.indicator);
    if indicator.formula.is_some() {
        return Vec::new();
    }
    let mut used: Vec<_> = c
        .members
        .iter()
        .flat_map(|m| data.of(c.question.indicator, m.region))
        .filter(|o| o.value.is_some() && o.kind == c.kind)
        .map(|o| o.scope)
        .collect();
    sort(&mut used, Ord::cmp);
    used.dedup();
    used.into_iter()
        .map(|scope| match scope {
            None => ScopeChoice {
                id: String::new(),
                name: indicator.main_scope.as_ref().map_or_else(
                    || lang.pick("主要口径", "main scope").to_owned(),
                    |n| n.get(lang).to_owned(),
                ),
            },
            Some(id) => {
                let (id, name) = &indicator.scopes[id.index()];
                ScopeChoice {
                    id: id.clone(),
                    name: name.get(lang).to_owned(),
                }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn one_is_said_of_one() {
        let all = [
            "people",
            "companies",
            "products",
            "km²",
            "years",
            "place",
            "rooms per household",
        ];
        assert_eq!(
            all.map(singular)
                .map(|(stem, ending)| format!("{stem}{ending}")),
            [
                "person",
                "company",
                "product",
                "km²",
                "year",
                "place",
                "rooms per household"
            ]
        );
    }
}
