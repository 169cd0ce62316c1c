//! The scorecard: home against its peers over all indicators, by theme, with ranks.
//!
//! The numbers come from [`crate::survey`]; the columns of the other cities are folded away by the style sheet alone.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::table::LONG;
use super::{Site, path, switcher, told};
use crate::data::{Direction, Lang};
use crate::survey::{Cell, City, Row, Scorecard, Section, Survey};
use crate::tell::how_many;

/// All indicators of a home: a document for `zh/scorecard/` or `zh/scorecard/<city>/`.
#[must_use]
pub fn scorecard_page(site: &Site<'_>, survey: &Survey<'_>, lang: Lang) -> String {
    let (data, home) = (site.data, survey.home());
    let place = path::of(data, Kind::Scorecard, home);
    let mut frame = Frame::new(site, Kind::Scorecard, lang, place).at_home(home);
    let card = survey.scorecard(lang);
    let name = data.region(home).name.get(lang);
    frame.title = lang.pick(format!("{name}记分卡"), format!("{name}: scorecard"));
    let summary = summary(&card, name, lang);
    frame.description = told(&frame.title, &summary, lang);
    let content = html! {
        main.paper.scorecard #content {
            h1 { (frame.title) }
            (switcher::switcher(&frame))
            p.lead { (summary) }
            (overview(&card, lang))
            (legend(&card, lang))
            @for section in &card.sections { (theme(&frame, &card, section)) }
        }
    };
    frame.document(&content)
}

/// In how many indicators home is in the best third, first, in the middle, in the last third.
pub(super) fn summary(card: &Scorecard, name: &str, lang: Lang) -> String {
    let (ranked, good, poor) = (card.ranked, card.good, card.poor);
    let middle = ranked.saturating_sub(good + poor);
    let first = match firsts(card) {
        0 => String::new(),
        n => lang.pick(format!("(其中{n}项第一)"), format!(" ({n} of them first)")),
    };
    let [good, middle, poor] = [good, middle, poor].map(|n| how_many(n, lang));
    lang.pick(
        format!("{ranked}项指标里，{name}{good}居前三分之一{first}，{middle}居中，{poor}居后三分之一。只数各市都有数、分得出好坏的比率和人均；总量、单月和重复的不算。"),
        format!("On {ranked} indicators, {name} is in the best third on {good}{first}, in the middle on {middle} and in the last third on {poor}. Counted are rates with a better end and a figure for every city, one of each kind; not totals or single months."),
    )
}

fn firsts(card: &Scorecard) -> usize {
    let rows = card.sections.iter().flat_map(|s| &s.rows);
    rows.filter(|r| stand(r, 0) == Some(1)).count()
}

/// How a city stands in a row: 1 first, 2 in the best third, 3 in the middle, 4 in the last third; nothing of an indicator that is not counted.
fn stand(row: &Row, city: usize) -> Option<u8> {
    let cell = row.cells.get(city)?;
    let place = cell.place.filter(|_| row.counted)?;
    Some(match () {
        () if cell.poor => 4,
        () if place == 1 && cell.good => 1,
        () if cell.good => 2,
        () => 3,
    })
}

/// A line a theme: a square an indicator, best first, and the same in numbers.
fn overview(card: &Scorecard, lang: Lang) -> Markup {
    let stands = |section: &Section| {
        let mut all: Vec<u8> = section.rows.iter().filter_map(|r| stand(r, 0)).collect();
        crate::base::sort(&mut all, Ord::cmp);
        all
    };
    html! {
        ul.overview aria-label=(lang.pick("各主题", "By theme")) {
            @for section in &card.sections {
                @let all = stands(section);
                @let count = |range: &[u8]| all.iter().filter(|s| range.contains(s)).count();
                li {
                    a href={ "#" (section.id) } { (section.name) }
                    @if !all.is_empty() {
                        span.squares aria-hidden="true" { @for s in &all { i class={ "stand-" (s) } {} } }
                    }
                    span.aside {
                        @if all.is_empty() {
                            (lang.pick("没有计入的指标", "no indicator is counted"))
                        } @else {
                            (lang.pick(
                                format!("前{}，中{}，后{}", count(&[1, 2]), count(&[3]), count(&[4])),
                                format!("{} best, {} middle, {} last", count(&[1, 2]), count(&[3]), count(&[4])),
                            ))
                        }
                    }
                }
            }
        }
    }
}

/// What the grounds of the ranks mean, and the switch of the other cities' columns.
fn legend(card: &Scorecard, lang: Lang) -> Markup {
    let words = [
        (1, lang.pick("第一", "first")),
        (2, lang.pick("前三分之一", "best third")),
        (3, lang.pick("中间", "middle")),
        (4, lang.pick("后三分之一", "last third")),
    ];
    let n = card.cities.len();
    html! {
        div.keys {
            p.key {
                @for (s, word) in words { span { i class={ "stand-" (s) } aria-hidden="true" {} (word) } }
            }
            @if card.cities.iter().any(|c| c.role == "rest") {
                label.fold {
                    input type="checkbox" id="all-cities" autocomplete="off";
                    (lang.pick(format!("显示全部{n}个城市"), format!("Show all {n} cities")))
                }
            }
        }
    }
}

fn theme(frame: &Frame<'_>, card: &Scorecard, section: &Section) -> Markup {
    let (ranked, unranked): (Vec<&Row>, Vec<&Row>) =
        section.rows.iter().partition(|r| r.ranked >= 2);
    html! {
        section aria-labelledby=(section.id) {
            h2 #(section.id) { (section.name) }
            @if !ranked.is_empty() {
                (grid(frame, card, section, &ranked))
                (gaps(card, &ranked, frame.lang))
            }
            @if !unranked.is_empty() { (aside(frame, &unranked)) }
        }
    }
}

fn grid(frame: &Frame<'_>, card: &Scorecard, section: &Section, rows: &[&Row]) -> Markup {
    let lang = frame.lang;
    let caption = lang.pick(
        format!("{}：各市的数和名次", section.name),
        format!("{}: figures and ranks", section.name),
    );
    html! {
        div.tabular data-tools=(if rows.len() >= LONG { "sort filter copy" } else { "sort copy" }) {
            div.tools {}
            div.scroll role="region" tabindex="0" aria-label=(caption) {
                table.grid {
                    caption.unseen { (caption) }
                    thead {
                        tr {
                            th.word scope="col" data-key="indicator" { (lang.pick("指标", "Indicator")) }
                            th.word.period scope="col" data-key="period" { (lang.pick("时间", "Period")) }
                            @for city in &card.cities {
                                th class={ "number " (city.role) } scope="col" data-key=(city.id) { (city.name) }
                            }
                        }
                    }
                    tbody { @for row in rows { (line(frame, &card.cities, row)) } }
                }
            }
        }
    }
}

fn line(frame: &Frame<'_>, cities: &[City], row: &Row) -> Markup {
    html! {
        tr {
            th.word scope="row" {
                a href=(frame.to(&row.link.address)) { (row.name) }
                @if !row.unit.is_empty() { span.unseen { (frame.lang.pick(format!("({})", row.unit), format!(" ({})", row.unit))) } }
                @if row.direction != Direction::Higher { " " span.aside { (row.direction_words) } }
                @if let Some(reason) = &row.reason { " " span.aside { (reason) } }
            }
            td.word.period { (row.period) }
            @for (i, (cell, city)) in row.cells.iter().zip(cities).enumerate() {
                td class={ "number " (city.role) } data-value=[cell.number] data-rank=[cell.place.filter(|_| has_places(row))] { (figure(row, cell, i, frame.lang)) }
            }
        }
    }
}

/// Whether a place is worth showing: of few cities the facts page says why there is none.
fn has_places(row: &Row) -> bool {
    row.ranked * 2 >= row.group
}

/// The value and the place; without a value why there is none.
fn figure(row: &Row, cell: &Cell, i: usize, lang: Lang) -> Markup {
    let class = stand(row, i).map_or_else(|| "badge".to_owned(), |s| format!("badge stand-{s}"));
    html! {
        @match &cell.value {
            Some(value) => {
                span.figure { (value) }
                @if let Some(place) = cell.place.filter(|_| has_places(row)) {
                    " " span class=(class) {
                        (place) @if i == 0 { "/" (row.ranked) }
                        @if cell.tied { span.unseen { " " (lang.pick("并列", "joint")) } }
                    }
                }
            },
            None => abbr.absent title=[cell.absent.as_ref()] { "–" span.unseen { " " (cell.absent.as_deref().unwrap_or_default()) } },
        }
    }
}

/// Why some cities have no figure: an indicator a line, cities of one reason together.
fn gaps(card: &Scorecard, rows: &[&Row], lang: Lang) -> Markup {
    let lacking: Vec<(&Row, Vec<(String, &str)>)> = rows
        .iter()
        .map(|row| (*row, reasons(card, row, lang)))
        .filter(|(_, reasons)| !reasons.is_empty())
        .collect();
    let n = lacking.len();
    html! {
        @if n > 0 {
            details.absences {
                summary { (lang.pick(format!("为什么有“–”({n}项)"), format!("Why some cells say “–” ({n})"))) }
                ul.plain {
                    @for (row, reasons) in &lacking {
                        li {
                            (row.name) (lang.pick("：", ": "))
                            @for (i, (cities, why)) in reasons.iter().enumerate() {
                                @if i > 0 { (lang.pick("；", "; ")) }
                                (cities) " " span.aside { (why) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The cities without a figure, by reason in the order they come.
fn reasons<'a>(card: &Scorecard, row: &'a Row, lang: Lang) -> Vec<(String, &'a str)> {
    let mut all: Vec<(String, &str)> = Vec::new();
    for (city, cell) in card.cities.iter().zip(&row.cells) {
        let Some(why) = cell.absent.as_deref().filter(|_| cell.value.is_none()) else {
            continue;
        };
        match all.iter_mut().find(|(_, other)| *other == why) {
            Some((cities, _)) => {
                cities.push_str(lang.pick("、", ", "));
                cities.push_str(&city.name);
            }
            None => all.push((city.name.clone(), why)),
        }
    }
    all
}

/// What cannot be ranked, each with the reason.
fn aside(frame: &Frame<'_>, rows: &[&Row]) -> Markup {
    let (lang, n) = (frame.lang, rows.len());
    html! {
        details.unranked {
            summary { (lang.pick(format!("不能排名的指标({n})"), format!("Indicators that cannot be ranked ({n})"))) }
            ul.plain {
                @for row in rows {
                    li {
                        a href=(frame.to(&row.link.address)) { (row.name) }
                        @if let Some(reason) = &row.reason { span.aside { " " (reason) } }
                        @if let Some(value) = row.cells.first().and_then(|c| c.value.as_ref()) {
                            " · " (row.period) " " (value)
                        }
                    }
                }
            }
        }
    }
}
