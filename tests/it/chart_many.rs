//! Three hundred cities, one city, and negative values, in charts of targets, structures, groups, cards and trees: they stay readable.

use duibiao::audit::measure;
use duibiao::base::Size;
use duibiao::data::{Dataset, Lang};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::fixture::{Fixture, text};

const CHARTS: [ChartId; 5] = [
    ChartId::Bullet,
    ChartId::StackedBars,
    ChartId::GroupedBars,
    ChartId::FactCard,
    ChartId::Tree,
];

/// The fixture with so many cities more, each with values, two shares of a whole, a rate and a target.
fn cities(more: usize) -> Dataset {
    let mut f = Fixture::whole();
    let ids: Vec<String> = (0..more).map(|i| format!("city-{i:03}")).collect();
    for (i, id) in ids.iter().enumerate() {
        let name = text(&format!("第{i}城"), &format!("City {i}"));
        f.push(
            "regions.json",
            "/regions",
            json!({"id": id, "level": "city", "parent": "testshire", "name": name}),
        );
        f.push("peer-groups.json", "/groups/0/members", json!(id));
    }
    let mut all: Vec<&str> = vec![
        "testville",
        "alphaton",
        "betaburg",
        "gammaford",
        "deltamouth",
    ];
    all.extend(ids.iter().map(String::as_str));
    let shares = |first: bool| -> Vec<[f64; 1]> {
        let share = |i: usize| (i % 97) as f64;
        let of = |i| if first { share(i) } else { 100.0 - share(i) };
        (0..all.len()).map(|i| [of(i)]).collect()
    };
    for (id, first) in [("low", true), ("high", false)] {
        let related = if first { "high" } else { "low" };
        f.indicator(
            json!({"id": id, "unit": "percent", "name": text(id, id), "related": [related]}),
        );
        let values = shares(first);
        let rows: Vec<(&str, &[f64])> = all
            .iter()
            .zip(&values)
            .map(|(c, v)| (*c, v.as_slice()))
            .collect();
        f.series(id, 2001, &rows);
    }
    let three: Vec<[f64; 3]> = (0..more)
        .map(|i| [i as f64 - 40.0, i as f64, 2.0 * i as f64])
        .collect();
    let rows: Vec<(&str, &[f64])> = ids
        .iter()
        .zip(&three)
        .map(|(c, v)| (c.as_str(), v.as_slice()))
        .collect();
    f.series("things", 2001, &rows);
    for city in &all {
        f.fact(
            "things",
            json!({"region": city, "period": "2010", "kind": "target", "value": 250}),
        );
    }
    f.data()
}

fn drawn(data: &Dataset, chart: ChartId, width: f64, lang: Lang) -> Figure {
    let indicator = if chart == ChartId::StackedBars {
        "low"
    } else {
        "things"
    };
    let view = View {
        chart: Some(chart),
        indicator: Some(indicator.to_owned()),
        focus: Some("gammaford".to_owned()),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

#[test]
fn three_hundred_cities_leave_home_and_peers_named_and_no_texts_touching() {
    let data = cities(295);
    for chart in CHARTS {
        for (width, lang) in [(320.0, Lang::En), (960.0, Lang::Zh), (3840.0, Lang::En)] {
            let figure = drawn(&data, chart, width, lang);
            let wrong = measure(&data, &figure.comparison, chart, &figure.scene);
            let touching: Vec<_> = wrong
                .iter()
                .filter(|w| w.contains("nearer") || w.contains("cut") || w.contains("not labelled"))
                .take(4)
                .collect();
            assert!(touching.is_empty(), "{} {width}: {touching:#?}", chart.id());
        }
    }
}

#[test]
fn rows_of_many_cities_are_all_there_to_be_picked() {
    let data = cities(295);
    for (chart, spots) in [
        (ChartId::Bullet, 300),
        (ChartId::StackedBars, 600),
        (ChartId::FactCard, 2),
    ] {
        let figure = drawn(&data, chart, 960.0, Lang::Zh);
        assert_eq!(figure.scene.spots.len(), spots, "{}", chart.id());
    }
}

#[test]
fn a_city_that_is_alone_is_drawn_in_every_chart() {
    let mut f = Fixture::rows(2001, &[("testville", &[-5.0, 0.0])]);
    f.at("peer-groups.json", "/groups/0")["members"] = json!(["testville"]);
    f.at("peer-groups.json", "/defaults")["peers"] = json!([]);
    let data = f.data();
    for chart in CHARTS {
        for width in [320.0, 960.0, 3840.0] {
            let view = View {
                chart: Some(chart),
                ..View::default()
            };
            let size = Size::new(width, default_height(width, Frame::Full));
            let scene = figure(&data, &view, size, Frame::Full).scene;
            assert_eq!(
                scene.layout.labelled,
                ["testville"],
                "{} {width}",
                chart.id()
            );
        }
    }
}
