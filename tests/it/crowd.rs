//! Many cities in one fixture, and what tests of charts share: drawing a view, what a scene says, where a city stands.
//!
//! Nothing in it is true, and it is never shipped.

use duibiao::audit::measure;
use duibiao::base::{Point, Size};
use duibiao::data::{Dataset, Lang};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Scene, Shape};
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::fixture::{CITIES, FIGURES, Fixture, text};

/// The ids of so many cities: those of the fixture first.
pub(crate) fn ids(n: usize) -> Vec<String> {
    let more = (CITIES.len()..n).map(|i| format!("city-{i}"));
    let all = CITIES.iter().map(|c| (*c).to_owned()).chain(more);
    all.take(n).collect()
}

/// A fixture with so many cities in its group and no figures.
pub(crate) fn crowd(n: usize) -> Fixture {
    let mut f = Fixture::rows(2001, &[]);
    let all = ids(n);
    for (i, id) in all.iter().enumerate().skip(CITIES.len()) {
        let name = text(&format!("第{i}城"), &format!("City {i}"));
        let region = json!({"id": id, "level": "city", "parent": "testshire", "name": name});
        f.push("regions.json", "/regions", region);
    }
    *f.at("peer-groups.json", "/groups/0/members") = json!(all);
    f
}

/// Adds a table with the value of each city and year.
pub(crate) fn fill(
    f: &mut Fixture,
    id: &str,
    n: usize,
    years: usize,
    value: impl Fn(usize, usize) -> f64,
) {
    let ids = ids(n);
    let rows: Vec<Vec<f64>> = (0..n)
        .map(|city| (0..years).map(|year| value(city, year)).collect())
        .collect();
    let all: Vec<(&str, &[f64])> = ids
        .iter()
        .zip(&rows)
        .map(|(id, row)| (id.as_str(), row.as_slice()))
        .collect();
    f.series(id, 2001, &all);
    // the fixture begins with an empty table
    let tables = f.at(FIGURES, "/series/things/tables").as_array_mut();
    if let Some(tables) = tables {
        tables.retain(|t| t["values"].as_object().is_none_or(|v| !v.is_empty()));
    }
}

/// A view drawn at a width, with title and foot.
pub(crate) fn drawn(data: &Dataset, view: &View, width: f64) -> Figure {
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, view, size, Frame::Full)
}

/// The default view of a chart in a language.
pub(crate) fn of(chart: ChartId, lang: Lang) -> View {
    View {
        chart: Some(chart),
        lang: Some(lang),
        ..View::default()
    }
}

/// All texts of a scene, in drawing order.
pub(crate) fn texts(scene: &Scene) -> Vec<String> {
    let all = scene.items.iter().filter_map(|i| match &i.shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    all.collect()
}

/// Where a city's figure of a period is drawn.
#[track_caller]
pub(crate) fn place(scene: &Scene, region: &str, period: &str) -> Point {
    let spot = scene.spots.iter().find(|s| {
        let tag = &scene.tags[s.tag as usize];
        &*tag.region == region && &*tag.period == period
    });
    spot.unwrap_or_else(|| panic!("{region} {period} is not drawn"))
        .anchor
}

/// No measure of the audit fails, whatever the width and language.
#[track_caller]
pub(crate) fn sound(data: &Dataset, view: &View) {
    for lang in Lang::ALL {
        for width in [320.0, 960.0, 1920.0, 3840.0] {
            let view = View {
                lang: Some(lang),
                ..view.clone()
            };
            let figure = drawn(data, &view, width);
            let found = measure(data, &figure.comparison, view.chart(), &figure.scene);
            assert!(found.is_empty(), "{lang:?} {width}: {found:?}");
        }
    }
}

/// A name that would take the picture's room is cut; its beginning still says who it is.
#[test]
fn a_very_long_name_leaves_the_picture_its_room() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("regions.json", "/regions/1")["name"] = text(
        "西双版纳傣族自治州",
        "Xishuangbanna Dai Autonomous Prefecture of Yunnan",
    );
    let data = f.data();
    for (lang, name) in [
        (Lang::Zh, "西双版纳傣族自"),
        (Lang::En, "Xishuangbanna Dai Auton"),
    ] {
        for chart in [ChartId::RankBars, ChartId::GapBars, ChartId::GapDumbbells] {
            let view = View {
                chart: Some(chart),
                lang: Some(lang),
                ..View::default()
            };
            let figure = figure(&data, &view, Size::new(320.0, 528.0), Frame::Full);
            let wide = figure.scene.layout.plot.w;
            // between two columns of words, gaps have less
            let least = if chart == ChartId::GapDumbbells {
                24.0
            } else {
                64.0
            };
            assert!(wide > least, "{chart:?} {lang:?}: {wide}");
            let all = texts(&figure.scene);
            assert!(all.iter().any(|t| t == name), "{chart:?}: {all:?}");
            let complaints = measure(&data, &figure.comparison, chart, &figure.scene);
            assert!(complaints.is_empty(), "{chart:?}: {complaints:?}");
        }
    }
}
