//! The page of charts: each with an example, what it shows, and the way to it.
//!
//! What there is to say of a chart comes from [`crate::survey`]; the examples are drawn as the page is written.

use maud::{Markup, PreEscaped, html};

use super::frame::{Frame, Kind};
use super::{Site, path};
use crate::base::Size;
use crate::data::{Dataset, Lang};
use crate::figure::{Frame as Shown, figure};
use crate::paint;
use crate::survey::{ChartChoice, charts};
use crate::view::{ChartId, View, showcase};

/// As a phone shows it, so that its words can be read there; wider screens enlarge it a little.
const SIZE: Size = Size::new(420.0, 400.0);

/// The groups, in the order of the menu.
const KINDS: [(&str, [&str; 2]); 5] = [
    ("compare", ["比较", "Compare"]),
    ("time", ["时间", "Time"]),
    ("structure", ["关系与结构", "Relation and structure"]),
    ("overview", ["全貌", "Overview"]),
    ("place", ["地点", "Place"]),
];

/// Every chart with an example: a document for `zh/charts/`.
#[must_use]
pub fn charts_page(site: &Site<'_>, lang: Lang) -> String {
    let place = path::of(site.data, Kind::Charts, site.data.defaults().home);
    let mut frame = Frame::new(site, Kind::Charts, lang, place);
    frame.title = lang
        .pick("图表：哪种图回答什么", "Charts: which answers what")
        .to_owned();
    lead(lang).clone_into(&mut frame.description);
    let all = charts(lang);
    let of = |kind: &str| -> Vec<&ChartChoice> { all.iter().filter(|c| c.kind == kind).collect() };
    let groups: Vec<_> = KINDS
        .iter()
        .map(|(id, name)| (*id, pick(*name, lang), of(id)))
        .collect();
    let content = html! {
        main.paper #content {
            h1 { (frame.label().charts) }
            p.lead { (lead(lang)) }
            nav.contents aria-label=(lang.pick("本页内容", "On this page")) {
                @for chart in groups.iter().flat_map(|(_, _, charts)| charts) {
                    a href={ "#" (chart.id) } { (chart.name) }
                }
            }
            @for (id, name, charts) in groups.iter().filter(|(_, _, charts)| !charts.is_empty()) {
                section aria-labelledby=(id) {
                    h2 #(id) { (name) }
                    div.examples { @for chart in charts { (example(&frame, chart)) } }
                }
            }
        }
    };
    frame.document(&content)
}

fn pick([zh, en]: [&'static str; 2], lang: Lang) -> &'static str {
    lang.pick(zh, en)
}

fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "每种图回答一个问题。下面的例子用的都是现有数据，点图名就能打开，再换城市、指标和年份。",
        "Each chart answers one question. The examples are drawn from the present data; a chart’s name opens it, to change city, indicator and year.",
    )
}

/// A view in which a chart says something.
pub(super) fn view_of(data: &Dataset, chart: ChartId, lang: Lang) -> View {
    View {
        lang: Some(lang),
        chart: Some(chart),
        ..showcase(data, chart).unwrap_or_default()
    }
}

fn example(frame: &Frame<'_>, choice: &ChartChoice) -> Markup {
    let chart = ChartId::named(choice.id).unwrap_or_default();
    let drawn = figure(
        frame.site.data,
        &view_of(frame.site.data, chart, frame.lang),
        SIZE,
        Shown::Plot,
    );
    let words = drawn.words(frame.site.data);
    let view = &drawn.view;
    let address = format!(
        "indicator/{}/{}",
        view.indicator.as_deref().unwrap_or_default(),
        view.shortened(frame.site.data).query()
    );
    html! {
        article.example #(choice.id) {
            h3 { a href=(frame.to(&address)) { (choice.name) } }
            p { (choice.what) }
            // as on paper in every theme: the page's colours know no shades; the painter has escaped what is in it
            div.sample { (PreEscaped(paint::svg(&drawn.scene))) }
            p.hint { (words.title) }
        }
    }
}
