//! Three hundred cities in a picture, byte by byte against `tests/throng/`: home and peers named, the others thinned out.
//!
//! Their figures are invented and their titles say so; `UPDATE=1 cargo test --test it` writes the pictures anew.

use std::fs;
use std::path::PathBuf;

use duibiao::data::{Dataset, Lang};
use duibiao::paint::svg;
use duibiao::scene::Shape;
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::crowd::{crowd, drawn, fill, texts};
use super::fixture::text;

const CITIES: usize = 300;
const YEARS: usize = 6;

/// A larger picture is not read by anybody, and weighs on every clone.
const LARGEST: usize = 150_000;

const CHARTS: [ChartId; 10] = [
    ChartId::RankBars,
    ChartId::TrendLines,
    ChartId::Scatter,
    ChartId::Bump,
    ChartId::GapBars,
    ChartId::GapDumbbells,
    ChartId::IndexedLines,
    ChartId::Slopes,
    ChartId::Scorecard,
    ChartId::ProfileStrips,
];

/// Three indicators of three hundred cities, from remainders: spread out, without an order, the same on any machine.
fn invented() -> Dataset {
    let mut f = crowd(CITIES);
    for (id, direction) in [("share", "higher"), ("fewer", "lower")] {
        f.indicator(json!({
            "id": id, "unit": "percent", "precision": 1, "direction": direction, "name": text(id, id),
        }));
    }
    let rest = |city: usize, by: usize, of: usize| ((city * by) % of) as f64;
    let grown = |city: usize, year: usize| year as f64 * (rest(city, 31, 17) - 4.0);
    fill(&mut f, "things", CITIES, YEARS, |city, year| {
        200.0 + rest(city, 173, 401) + 3.0 * grown(city, year)
    });
    fill(&mut f, "share", CITIES, YEARS, |city, year| {
        20.0 + rest(city, 173, 401) / 10.0 + rest(city, 59, 23) + grown(city, year) / 10.0
    });
    fill(&mut f, "fewer", CITIES, YEARS, |city, year| {
        50.0 - rest(city, 97, 211) / 10.0 + grown(city, year) / 10.0
    });
    f.data()
}

fn view(chart: ChartId) -> View {
    let several = [ChartId::Scatter, ChartId::Scorecard, ChartId::ProfileStrips];
    View {
        chart: Some(chart),
        lang: Some(Lang::En),
        peers: Some(vec!["alphaton".to_owned(), "city-150".to_owned()]),
        beside: several
            .contains(&chart)
            .then(|| vec!["share".to_owned(), "fewer".to_owned()]),
        title: Some(format!(
            "{} with invented figures of {CITIES} cities",
            chart.name(Lang::En)
        )),
        ..View::default()
    }
}

fn path(chart: ChartId) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/throng")
        .join(format!("{}.svg", chart.id()))
}

#[test]
fn three_hundred_cities_are_drawn_again_byte_by_byte() {
    let data = invented();
    let update = std::env::var_os("UPDATE").is_some_and(|v| v == "1");
    for chart in CHARTS {
        let now = svg(&drawn(&data, &view(chart), 960.0).scene);
        if update {
            fs::write(path(chart), &now).unwrap();
        }
        let old = fs::read_to_string(path(chart)).unwrap_or_default();
        assert!(
            old == now,
            "tests/throng/{}.svg differs; to look: UPDATE=1 cargo test --test it three_hundred && git diff tests/throng",
            chart.id()
        );
        assert!(now.len() <= LARGEST, "{}: {} bytes", chart.id(), now.len());
    }
}

#[test]
fn among_three_hundred_home_and_peers_are_named_and_the_others_leave_room() {
    let data = invented();
    for chart in CHARTS {
        let scene = drawn(&data, &view(chart), 960.0).scene;
        let written = texts(&scene).join(" ");
        for name in ["Testville", "Alphaton", "City 150"] {
            assert!(written.contains(name), "{}: no {name}", chart.id());
        }
        let labels = scene
            .items
            .iter()
            .filter(|i| matches!(i.shape, Shape::Text { .. }));
        let count = labels.count();
        assert!(count < 2 * CITIES, "{}: {count} texts", chart.id());
    }
}
