//! The tables of the data page: what each indicator covers, what is missing, what changed its meaning, who the sources are.
//!
//! They count and list; what the figures mean is said elsewhere.

use maud::{Markup, html};

use super::data::several;
use super::frame::Frame;
use super::table::{Cell, Head, Line, TableView, Who, table};
use crate::base::sort_by_key;
use crate::compare::{Comparison, Question};
use crate::data::{
    Dataset, IndicatorId, Lang, Observation, Period, RegionId, Source, Status, ThemeId, Tier,
};
use crate::tell::{self, capital, period, span};

/// What rests on a source.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    /// How many figures.
    pub(super) figures: usize,
    /// Of which themes, in their order.
    themes: Vec<ThemeId>,
}

/// A count as a number to write.
pub(super) fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The end of the latest period for which anything was.
pub(super) fn latest(data: &Dataset) -> Option<Period> {
    let all = data.indicators().flat_map(|(id, _)| data.observations(id));
    all.filter(|o| o.value.is_some() && o.kind == crate::data::Kind::Actual)
        .map(|o| o.period)
        .max_by_key(|p| (p.year(), p.last_month(), p.months()))
}

/// What rests on each source, in the order of the sources; pyramids count a figure a city, sex and age group.
pub(super) fn by_source(data: &Dataset) -> Vec<Carried> {
    let mut all = vec![Carried::default(); data.sources().len()];
    for (id, indicator) in data.indicators() {
        for o in data
            .observations(id)
            .iter()
            .filter(|o| o.value.is_some() || o.reported.is_some())
        {
            let carried = &mut all[o.source.index()];
            carried.figures += 1;
            if !carried.themes.contains(&indicator.theme) {
                carried.themes.push(indicator.theme);
            }
        }
    }
    for pyramid in data.pyramids() {
        let ages = pyramid
            .rows
            .iter()
            .map(|(_, men, women)| men.len() + women.len());
        all[pyramid.source.index()].figures += ages.sum::<usize>();
    }
    all
}

/// Each licence with its sources and figures, the one with most figures first.
pub(super) fn by_licence(data: &Dataset, lang: Lang) -> Vec<(String, usize, usize)> {
    let mut rows: Vec<(String, usize, usize)> = Vec::new();
    for (source, carried) in data.sources().iter().zip(by_source(data)) {
        let licence = source.licence.get(lang);
        if let Some(row) = rows.iter_mut().find(|(name, _, _)| name == licence) {
            row.1 += 1;
            row.2 += carried.figures;
        } else {
            rows.push((licence.to_owned(), 1, carried.figures));
        }
    }
    sort_by_key(&mut rows, |(_, _, figures)| std::cmp::Reverse(*figures));
    rows
}

/// A fold a theme: each indicator with its years, cities and the latest year in which nobody is missing.
pub(super) fn coverage(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    html! {
        @for (theme, named) in data.themes() {
            @let rows = covered(frame, theme);
            @if !rows.is_empty() {
                details.theme {
                    summary { (named.name.get(lang)) " " span.aside { (rows.len()) } }
                    (table(&coverage_table(data, lang, named.name.get(lang), rows), lang))
                }
            }
        }
    }
}

fn coverage_table(data: &Dataset, lang: Lang, theme: &str, rows: Vec<Line>) -> TableView {
    let group = data.group(data.defaults().group);
    TableView {
        caption: lang.pick(
            format!("{theme}：每项指标有哪些数"),
            format!("{theme}: what each indicator covers"),
        ),
        columns: vec![
            Head::word("indicator", lang.pick("指标", "Indicator")),
            Head::word("unit", lang.pick("单位", "Unit")),
            Head::word("years", lang.pick("时间", "Periods")),
            Head::number(
                "members",
                &lang.pick(
                    format!(
                        "{}{}{}中有数据的",
                        group.name.zh,
                        group.members.len(),
                        group.noun.zh
                    ),
                    format!("With data, of {}", group.members.len()),
                ),
            ),
            Head::word(
                "complete",
                lang.pick("最近齐全的一期", "Latest complete period"),
            ),
            Head::number("figures", lang.pick("个数", "Figures")),
        ],
        rows,
        stacked: true,
        ..TableView::default()
    }
}

fn covered(frame: &Frame<'_>, theme: ThemeId) -> Vec<Line> {
    let data = frame.site.data;
    let own = data.indicators().filter(|(_, i)| i.theme == theme);
    own.map(|(id, _)| covered_line(frame, id)).collect()
}

fn covered_line(frame: &Frame<'_>, id: IndicatorId) -> Line {
    let (data, lang) = (frame.site.data, frame.lang);
    let indicator = data.indicator(id);
    let answer = Comparison::of(data, &Question::about(data, id));
    let own: Vec<_> = answer
        .members
        .iter()
        .zip(&answer.series)
        .filter(|(m, _)| m.in_group)
        .map(|(_, series)| series)
        .collect();
    let with_data = own.iter().filter(|s| !s.readings.is_empty()).count();
    let complete = |p: &&Period| own.iter().all(|s| s.at(**p).is_some());
    let complete = answer.periods.iter().rev().find(complete);
    let years = data.coverage(id).map_or(String::new(), |c| {
        if c.from == c.to {
            period(c.from, lang)
        } else {
            span(c.from, c.to, lang)
        }
    });
    let figures = match indicator.formula {
        Some(_) => lang.pick("计算", "computed").to_owned(),
        None => data
            .observations(id)
            .iter()
            .filter(|o| o.value.is_some())
            .count()
            .to_string(),
    };
    Line::new(
        Who::Rest,
        vec![
            linked(frame, id),
            Cell::word(data.unit(indicator.unit).name.get(lang)),
            Cell::word(&years),
            Cell::number(&with_data.to_string(), real(with_data)),
            Cell::word(
                &complete.map_or(lang.pick("没有", "none").to_owned(), |p| period(*p, lang)),
            ),
            Cell::word(&figures),
        ],
    )
    .found_by(&format!("{} {}", indicator.name.zh, indicator.name.en))
}

/// An indicator's name as a link to its view.
fn linked(frame: &Frame<'_>, id: IndicatorId) -> Cell {
    let indicator = frame.site.data.indicator(id);
    let name = capital(indicator.name.get(frame.lang));
    Cell::word(&name).link(&frame.to(&frame.view_of(&indicator.id)))
}

/// What is known to be missing, with its reason; a row an indicator and reason.
pub(super) fn gaps(frame: &Frame<'_>) -> Option<(usize, Markup)> {
    let (data, lang) = (frame.site.data, frame.lang);
    let mut rows = Vec::new();
    let mut total = 0;
    for (id, _) in data.indicators() {
        for missing in reasons(data, id) {
            total += missing.len();
            rows.push(gap_line(frame, id, &missing));
        }
    }
    let lines = rows.len();
    let view = TableView {
        caption: lang.pick(
            format!("来源里没有、未收集到或不可能有的数：{lines}行，共{total}个数"),
            format!("Figures that a source lacks, that were not collected, or that cannot exist: {}, {} in all", several(lines, "row", "rows"), several(total, "figure", "figures")),
        ),
        columns: vec![
            Head::word("indicator", lang.pick("指标", "Indicator")),
            Head::number("figures", lang.pick("个数", "Figures")),
            Head::word("where", lang.pick("哪些市、哪些年", "Where and when")),
            Head::word("status", lang.pick("状态", "Status")),
            Head::word("why", lang.pick("原因", "Reason")),
        ],
        rows,
        stacked: true,
        ..TableView::default()
    };
    (total > 0).then(|| (total, table(&view, lang)))
}

/// The missing figures of an indicator, those of one reason together.
fn reasons(data: &Dataset, id: IndicatorId) -> Vec<Vec<&Observation>> {
    let absent = |o: &&Observation| o.value.is_none() && o.reported.is_none();
    let mut found: Vec<Vec<&Observation>> = Vec::new();
    for o in data.observations(id).iter().filter(absent) {
        let same =
            |with: &&mut Vec<&Observation>| with[0].note == o.note && with[0].status == o.status;
        match found.iter_mut().find(same) {
            Some(with) => with.push(o),
            None => found.push(vec![o]),
        }
    }
    found
}

fn gap_line(frame: &Frame<'_>, id: IndicatorId, missing: &[&Observation]) -> Line {
    let (data, lang) = (frame.site.data, frame.lang);
    let status = match missing[0].status {
        Status::L => lang.pick("有此数，未收集到", "exists, not collected"),
        Status::M => lang.pick("不可能有", "cannot exist"),
        _ => lang.pick("来源未给出", "missing in the source"),
    };
    let why = missing[0].note.map_or("", |n| data.note(n).get(lang));
    Line::new(
        Who::Rest,
        vec![
            linked(frame, id),
            Cell::number(&missing.len().to_string(), real(missing.len())),
            Cell::word(&places(data, missing, lang)),
            Cell::word(status),
            Cell::word(why),
        ],
    )
    .found_by(&named(data, id, missing))
}

/// The indicator and the cities in both languages: what a row is found by.
fn named(data: &Dataset, id: IndicatorId, missing: &[&Observation]) -> String {
    let indicator = data.indicator(id);
    let mut names = vec![
        indicator.id.as_str(),
        &indicator.name.zh,
        &indicator.name.en,
    ];
    for o in missing {
        let region = &data.region(o.region).name;
        if !names.contains(&region.zh.as_str()) {
            names.extend([region.zh.as_str(), &region.en]);
        }
    }
    names.join(" ")
}

/// 杭州2008年；宁波2007–2008年
fn places(data: &Dataset, missing: &[&Observation], lang: Lang) -> String {
    let mut by_region: Vec<(RegionId, Vec<Period>)> = Vec::new();
    for o in missing {
        match by_region.last_mut().filter(|(r, _)| *r == o.region) {
            Some((_, periods)) => periods.push(o.period),
            None => by_region.push((o.region, vec![o.period])),
        }
    }
    let texts = by_region.iter().map(|(region, periods)| {
        let name = data.region(*region).name.get(lang);
        let spans: Vec<String> = runs(periods)
            .into_iter()
            .map(|(from, to)| when(from, to, lang))
            .collect();
        lang.pick(
            format!("{name}{}", spans.join("、")),
            format!("{name} {}", spans.join(", ")),
        )
    });
    texts.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// Periods without a hole between them, as first and last.
fn runs(periods: &[Period]) -> Vec<(Period, Period)> {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for p in periods {
        match runs.last_mut().filter(|(_, last)| last.is_followed_by(*p)) {
            Some((_, last)) => *last = *p,
            None => runs.push((*p, *p)),
        }
    }
    runs
}

fn when(from: Period, to: Period, lang: Lang) -> String {
    if from == to {
        period(from, lang)
    } else {
        span(from, to, lang)
    }
}

/// Where series change their meaning.
pub(super) fn breaks(frame: &Frame<'_>) -> Option<(usize, Markup)> {
    let (data, lang) = (frame.site.data, frame.lang);
    let mut rows = Vec::new();
    for (id, _) in data.indicators() {
        for b in data.breaks(id) {
            let whole = lang.pick("全部", "all").to_owned();
            let names = b.regions.as_ref().map_or(whole, |regions| {
                let names: Vec<_> = regions
                    .iter()
                    .map(|r| data.region(*r).name.get(lang))
                    .collect();
                names.join(lang.pick("、", ", "))
            });
            let cells = vec![
                linked(frame, id),
                Cell::word(&period(b.from, lang)),
                Cell::word(&names),
                Cell::word(data.note(b.note).get(lang)),
            ];
            rows.push(Line::new(Who::Rest, cells).found_by(&names));
        }
    }
    let count = rows.len();
    let view = TableView {
        caption: lang.pick("从这一期起意思变了，前后不相比、不连线", "From this period on the meaning is another: nothing is compared or joined across it").to_owned(),
        columns: vec![
            Head::word("indicator", lang.pick("指标", "Indicator")),
            Head::word("from", lang.pick("自", "From")),
            Head::word("where", lang.pick("哪里", "Where")),
            Head::word("what", lang.pick("变了什么", "What changed")),
        ],
        rows,
        stacked: true,
        ..TableView::default()
    };
    (count > 0).then(|| (count, table(&view, lang)))
}

/// Every source, a fold a tier; those that carry most first.
pub(super) fn sources(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let mut all: Vec<_> = data.sources().iter().zip(by_source(data)).collect();
    sort_by_key(&mut all, |(_, carried)| std::cmp::Reverse(carried.figures));
    html! {
        @for tier in [Tier::A, Tier::B, Tier::C] {
            @let own = all.iter().filter(|(source, _)| source.tier == tier);
            @let rows: Vec<Line> = own.map(|(s, carried)| source_line(data, lang, s, carried)).collect();
            @if !rows.is_empty() {
                details.sources-table {
                    summary { (tell::tier_letter(tier)) " " (tell::tier(tier, lang)) " " span.aside { (rows.len()) } }
                    (table(&source_table(lang, tier, rows), lang))
                }
            }
        }
    }
}

fn source_line(data: &Dataset, lang: Lang, source: &Source, carried: &Carried) -> Line {
    let themes: Vec<_> = carried
        .themes
        .iter()
        .map(|t| data.theme(*t).name.get(lang))
        .collect();
    let publisher = match &source.origin {
        Some(origin) => lang.pick(
            format!("{}；原出处：{}", source.publisher.zh, origin.zh),
            format!("{}; figures of {}", source.publisher.en, origin.en),
        ),
        None => source.publisher.get(lang).to_owned(),
    };
    Line::new(
        Who::Rest,
        vec![
            Cell::marked_up(super::words::linked(&source.title, source.url.as_deref())),
            Cell::word(&publisher),
            Cell::word(source.date.as_deref().unwrap_or_default()),
            Cell::number(&carried.figures.to_string(), real(carried.figures)),
            Cell::word(&themes.join(lang.pick("、", ", "))),
            Cell::word(source.licence.get(lang)),
        ],
    )
    .found_by(&format!("{} {}", source.publisher.zh, source.publisher.en))
}

fn source_table(lang: Lang, tier: Tier, rows: Vec<Line>) -> TableView {
    let (letter, name) = (tell::tier_letter(tier), tell::tier(tier, lang));
    TableView {
        caption: lang.pick(
            format!("{letter}级（{name}）：撑起数字多的在前"),
            format!("Tier {letter} ({name}): those that carry most figures first"),
        ),
        columns: vec![
            Head::word("title", lang.pick("标题", "Title")),
            Head::word("publisher", lang.pick("发布者", "Publisher")),
            Head::word("date", lang.pick("日期", "Date")),
            Head::number("figures", lang.pick("个数", "Figures")),
            Head::word("themes", lang.pick("用于", "Used for")),
            Head::word("licence", lang.pick("许可", "Licence")),
        ],
        rows,
        stacked: true,
        ..TableView::default()
    }
}
