//! How long the core takes: loading the data, answering a view, and drawing it, for a province and for a whole country.
//!
//! `cargo bench --package duibiao-benches`. The country is made up: 337 cities with 20 years of numbers that mean nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark of data that do not load has nothing to say"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use duibiao::base::Size;
use duibiao::data::{BUILTIN, Dataset, File, add_theme, builtin, load, load_catalogue, pack};
use duibiao::figure::{Frame, figure};
use duibiao::paint::svg;
use duibiao::view::{ChartId, View};

const SIZE: Size = Size::new(960.0, 600.0);

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(40)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    loading(&mut criterion);
    redraw(&mut criterion, "11 cities × 19 years", &builtin());
    redraw(&mut criterion, "337 cities × 20 years", &country());
    criterion.final_summary();
}

/// What happens once: in a cold process, and when the page begins.
fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    group.bench_function("the whole folder", |b| {
        b.iter(|| load(black_box(BUILTIN)).unwrap());
    });
    group.bench_function("the folder, and the default picture as SVG", |b| {
        b.iter(|| {
            let data = builtin();
            svg(&figure(&data, &View::default(), SIZE, Frame::Full).scene)
        });
    });
    let packs = pack(BUILTIN).unwrap();
    let bytes = |name: &str| packs.iter().find(|(n, _)| n == name).unwrap().1.clone();
    let (catalogue, hospital, population) = (
        bytes("catalogue.json"),
        bytes("hospital.json"),
        bytes("population.json"),
    );
    group.bench_function("the packs of the first page", |b| {
        b.iter(|| {
            let mut data = load_catalogue(black_box(&catalogue)).unwrap();
            add_theme(&mut data, "hospital.json", &hospital).unwrap();
            add_theme(&mut data, "population.json", &population).unwrap();
            data
        });
    });
    group.finish();
}

/// What happens at every touch: the whole way from a view to a picture, and its parts.
fn redraw(criterion: &mut Criterion, name: &str, data: &Dataset) {
    let mut group = criterion.benchmark_group(name);
    for chart in ChartId::ALL {
        let view = View {
            chart: Some(chart),
            ..View::default()
        };
        group.bench_function(format!("{}: comparison and scene", chart.id()), |b| {
            b.iter(|| figure(data, black_box(&view), SIZE, Frame::Plot));
        });
        let shown = figure(data, &view, SIZE, Frame::Plot);
        group.bench_function(format!("{}: words", chart.id()), |b| {
            b.iter(|| black_box(&shown).words(data));
        });
        group.bench_function(format!("{}: SVG", chart.id()), |b| {
            b.iter(|| svg(&black_box(&shown).scene));
        });
    }
    group.finish();
}

/// A dataset of 337 cities with 20 years each.
fn country() -> Dataset {
    let name = "{\"zh\": \"城\", \"en\": \"City\"}";
    let ids: Vec<String> = (0..337).map(|i| format!("c{i}")).collect();
    let each = |line: &dyn Fn(usize, &str) -> String| {
        let all: Vec<_> = ids.iter().enumerate().map(|(i, id)| line(i, id)).collect();
        all.join(",\n")
    };
    let regions = each(&|i, id| {
        format!(
            "{{\"id\": \"{id}\", \"level\": \"city\", \"name\": {{\"zh\": \"城{i}\", \"en\": \"City {i}\"}}}}"
        )
    });
    let members = each(&|_, id| format!("\"{id}\""));
    let rows = each(&|i, id| format!("\"{id}\": [{}]", row(i)));
    let files = [
        ("regions.json", format!("{{\"regions\": [{regions}]}}")),
        (
            "peer-groups.json",
            format!(
                "{{\"defaults\": {{\"home\": \"c0\", \"peers\": [\"c1\", \"c2\"], \"group\": \"all\", \"indicator\": \"n\"}},
                \"groups\": [{{\"id\": \"all\", \"name\": {name}, \"noun\": {name}, \"why\": {name}, \"members\": [{members}]}}]}}"
            ),
        ),
        (
            "indicators.json",
            format!(
                "{{\"themes\": [{{\"id\": \"t\", \"name\": {name}}}],
                \"units\": [{{\"id\": \"u\", \"name\": {name}, \"base\": {name}, \"scale\": 1, \"style\": \"count\", \"wording\": \"more\"}}],
                \"indicators\": [{{\"id\": \"n\", \"theme\": \"t\", \"name\": {name}, \"unit\": \"u\", \"direction\": \"higher\", \"precision\": 2, \"definition\": {name}}}]}}"
            ),
        ),
        (
            "sources.json",
            format!("{{\"sources\": [{{\"id\": \"s\", \"title\": \"s\", \"publisher\": {name}, \"tier\": \"A\", \"licence\": {name}}}]}}"),
        ),
        (
            "observations/t.json",
            format!("{{\"theme\": \"t\", \"series\": {{\"n\": {{\"tables\": [{{\"source\": \"s\", \"periods\": \"2004..2023\", \"values\": {{{rows}}}}}]}}}}}}"),
        ),
    ];
    let files: Vec<File<'_>> = files.iter().map(|(n, t)| (*n, t.as_bytes())).collect();
    load(&files).unwrap()
}

/// Twenty numbers that grow, each city at its own pace.
fn row(city: usize) -> String {
    let mut row = String::new();
    for year in 0..20 {
        let comma = if year > 0 { ", " } else { "" };
        let _ = write!(
            row,
            "{comma}{}.{}",
            100 + (city * 37) % 900 + year * (city % 13),
            city % 100
        );
    }
    row
}
