//! The charts of several indicators: scorecard, strips and radar; where each figure stands, and what happens with few or many cities.

use std::sync::LazyLock;

use duibiao::audit::measure;
use duibiao::base::{Point, Size};
use duibiao::compare::Comparison;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape, Spot};
use duibiao::tell;
use duibiao::view::{ChartId, View, example, needs, resolve};
use serde_json::json;

use super::cli::Folder;
use super::crowd::texts;
use super::fixture::{CITIES, Fixture, GAP, close, text};

static DATA: LazyLock<Dataset> = LazyLock::new(builtin);

/// The three charts that show the same table.
const CHARTS: [ChartId; 3] = [ChartId::Scorecard, ChartId::ProfileStrips, ChartId::Radar];

/// Three indicators of five cities: home is third, first (less is better) and last.
fn three() -> Fixture {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.indicator(
        json!({"id": "less", "name": text("少者为优", "less is better"), "direction": "lower"}),
    );
    f.indicator(json!({"id": "more", "name": text("多者为优", "more is better")}));
    for id in ["less", "more"] {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0];
        let rows: Vec<(&str, &[f64])> = CITIES
            .iter()
            .zip(&values)
            .map(|(city, v)| (*city, std::slice::from_ref(v)))
            .collect();
        f.series(id, 2001, &rows);
    }
    f
}

fn drawn(data: &Dataset, chart: ChartId, lang: Lang, width: f64) -> Figure {
    let view = View {
        chart: Some(chart),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

/// The anchors of a city's spots, in their order, with the indicator each is about.
fn anchors(figure: &Figure, city: &str) -> Vec<(u16, Point)> {
    let of = |s: &Spot| {
        let tag = &figure.scene.tags[s.tag as usize];
        (&*tag.region == city).then_some((tag.indicator, s.anchor))
    };
    figure.scene.spots.iter().filter_map(of).collect()
}

fn beside(view: &View) -> Vec<String> {
    let question = resolve(&DATA, view).question;
    let ids = question.beside.iter();
    ids.map(|i| DATA.indicator(*i).id.clone()).collect()
}

fn about(chart: ChartId, indicator: &str) -> View {
    View {
        chart: Some(chart),
        indicator: Some(indicator.to_owned()),
        ..View::default()
    }
}

#[test]
fn a_profile_takes_the_comparable_rates_of_its_theme_one_of_each() {
    // totals are left out, neutral ones, those of few cities, and the second that counts beds
    for chart in CHARTS {
        assert_eq!(
            beside(&about(chart, "doctors-per-1000")),
            [
                "hospital-beds-per-1000",
                "hospitals-per-100000",
                "health-expenditure-per-head"
            ]
        );
    }
    // a neutral one has neutral company
    let company = beside(&about(ChartId::Scorecard, "share-60plus"));
    assert!(!company.is_empty() && company.len() <= 8, "{company:?}");
    // one indicator alone has none
    assert!(beside(&about(ChartId::RankBars, "doctors-per-1000")).is_empty());
    // what a reader names is taken
    let own = View {
        beside: Some(vec!["gdp".to_owned()]),
        ..about(ChartId::Scorecard, "doctors-per-1000")
    };
    assert_eq!(beside(&own), ["gdp"]);
    let themes = needs(&DATA, &own);
    let themes: Vec<&str> = themes.iter().map(|t| DATA.theme(*t).id.as_str()).collect();
    assert_eq!(themes, ["hospital", "population", "economy"]);
}

#[test]
fn a_radar_has_each_place_at_its_percentile() {
    let data = three().data();
    let figure = drawn(&data, ChartId::Radar, Lang::Zh, 960.0);
    let home = anchors(&figure, "testville");
    assert_eq!(home.iter().map(|a| a.0).collect::<Vec<_>>(), [0, 1, 2]);
    // last of five: 0; first: 100; third: 50, straight above the middle
    let center = home[2].1;
    let (dx, dy) = (home[1].1.x - center.x, home[1].1.y - center.y);
    let radius = (dx * dx + dy * dy).sqrt();
    assert!((home[0].1.x - center.x).abs() <= 0.1);
    assert!((center.y - home[0].1.y - radius / 2.0).abs() <= 0.1);
    // the second of three axes points to the right and down, at 120 degrees
    assert!((dx / radius - 0.866_025).abs() < 0.001 && (dy / radius - 0.5).abs() < 0.001);
    // the first peer: first, second (75) and second to last (25)
    let peer = anchors(&figure, "alphaton");
    assert!((center.y - peer[0].1.y - radius).abs() <= 0.1);
    let away = |p: Point| {
        ((p.x - center.x) * (p.x - center.x) + (p.y - center.y) * (p.y - center.y)).sqrt()
    };
    assert!((away(peer[1].1) - radius * 0.75).abs() <= 0.1);
    assert!((away(peer[2].1) - radius * 0.25).abs() <= 0.1);
}

/// The names of the axes stand at their ends: three names of four axes at 320 px as well as at 960, and no number for them.
#[test]
fn a_radar_names_its_axes_where_they_end() {
    for (lang, width) in [(Lang::Zh, 320.0), (Lang::En, 320.0), (Lang::En, 960.0)] {
        let figure = drawn(&DATA, ChartId::Radar, lang, width);
        let all = texts(&figure.scene);
        assert!(!all.contains(&"1".to_owned()), "{all:?}");
        let name = lang.pick("每千人医师", "Doctors per 1,000");
        let top = figure.scene.items.iter().find_map(|i| match &i.shape {
            Shape::Text { at, text, .. } if text == name => Some(*at),
            _ => None,
        });
        // the first axis points up: its name is above the first mark, on its line
        let (top, first) = (top.unwrap(), anchors(&figure, "hangzhou")[0].1);
        assert!((top.x - first.x).abs() <= 0.5 && top.y < first.y, "{top:?}");
        let complaints = measure(&DATA, &figure.comparison, ChartId::Radar, &figure.scene);
        assert!(complaints.is_empty(), "{complaints:?}");
    }
}

#[test]
fn all_that_home_is_best_in_is_named() {
    let mut f = three();
    f.at("indicators.json", "/indicators/0")["name"] = text("一", "one");
    f.indicator(json!({"id": "also", "name": text("亦", "also")}));
    let rows: Vec<(&str, &[f64])> = CITIES.iter().map(|c| (*c, [1.0].as_slice())).collect();
    f.series("also", 2001, &rows[1..]);
    f.series("also", 2001, &[("testville", &[2.0])]);
    let data = f.data();
    let title = |lang| {
        let figure = drawn(&data, ChartId::Radar, lang, 960.0);
        tell::title(&data, &figure.comparison, tell::Finding::Profile, lang)
    };
    assert!(
        title(Lang::Zh).ends_with("最靠前的是少者为优、亦(均第1位)"),
        "{}",
        title(Lang::Zh)
    );
    assert!(
        title(Lang::En).ends_with("best on less is better and also (each 1st)"),
        "{}",
        title(Lang::En)
    );
}

#[test]
fn a_strip_has_equal_steps_from_the_last_to_the_first() {
    let data = three().data();
    let figure = drawn(&data, ChartId::ProfileStrips, Lang::En, 960.0);
    let x = |city: &str| anchors(&figure, city)[0].1.x;
    let order = [
        "gammaford",
        "betaburg",
        "testville",
        "deltamouth",
        "alphaton",
    ];
    let places: Vec<f64> = order.iter().map(|c| x(c)).collect();
    let step = (places[4] - places[0]) / 4.0;
    for (i, place) in places.iter().enumerate() {
        assert!(
            (place - places[0] - step * i as f64).abs() <= 0.1,
            "{places:?}"
        );
    }
    // less is better: home, with the least, lies at the better end
    assert!((anchors(&figure, "testville")[1].1.x - places[4]).abs() <= 0.1);
    // spots are walked row by row, from left to right
    let all: Vec<(u16, f64)> = figure
        .scene
        .spots
        .iter()
        .map(|s| (figure.scene.tags[s.tag as usize].indicator, s.anchor.x))
        .collect();
    assert!(all.windows(2).all(|w| w[0] <= w[1]), "{all:?}");
    let all = texts(&figure.scene).join("\n");
    assert!(
        all.contains("5.0, 3rd of 5") && all.contains("Ahead of 50% of the others"),
        "{all}"
    );
}

#[test]
fn a_scorecard_has_a_cell_a_city_and_indicator_and_marks_the_thirds() {
    let data = three().data();
    let figure = drawn(&data, ChartId::Scorecard, Lang::Zh, 960.0);
    let cells = figure.scene.spots.len();
    assert_eq!(cells, 3 * 5);
    let first = &figure.scene.tags[figure.scene.spots[0].tag as usize];
    assert_eq!((&*first.region, first.indicator), ("testville", 0));
    // of five the first is in the best third, the last in the last one
    let all = texts(&figure.scene);
    let count = |sign: char| all.iter().filter(|t| t.starts_with(sign)).count();
    assert_eq!((count('▲'), count('▼')), (3 + 1, 3));
    assert!(all.contains(&"▲1".to_owned()) && all.contains(&"▼5".to_owned()));
    let home = figure.scene.items.iter().filter(|i| i.role == Role::Home);
    let rim = |i: &&duibiao::scene::Item| {
        matches!(
            &i.shape,
            Shape::Rect {
                fill: None,
                stroke: Some(_),
                ..
            }
        )
    };
    assert_eq!(home.filter(rim).count(), 1);
    let title = tell::title(&data, &figure.comparison, tell::Finding::Profile, Lang::Zh);
    assert_eq!(
        title,
        "测城3项指标中1项居全测省5市前三分之一，1项居后三分之一，最靠前的是少者为优(第1位)"
    );
}

#[test]
fn a_narrow_scorecard_counts_who_has_no_column() {
    let figure = drawn(&DATA, ChartId::Scorecard, Lang::En, 320.0);
    assert_eq!(figure.scene.spots.len(), 4 * 3);
    let all = texts(&figure.scene).join(" ");
    assert!(all.contains("8 more cities are in the table"), "{all}");
    let words = figure.words(&DATA);
    // indicator, unit, period, 11 cities, percentile, remarks, source
    assert_eq!(words.table.columns.len(), 3 + 11 + 3);
    assert_eq!(words.table.rows.len(), 4);
    assert_eq!(words.table.rows[0].cells[3].text, "3.80 (8)");
    // 3 of the 10 others have fewer doctors
    assert_eq!(words.table.rows[0].cells[14].text, "30");
}

#[test]
fn who_is_looked_at_has_a_column_beside_home() {
    let view = View {
        focus: Some("jiaxing".to_owned()),
        ..about(ChartId::Scorecard, "doctors-per-1000")
    };
    let figure = figure(&DATA, &view, Size::new(320.0, 528.0), Frame::Full);
    let of = |s: &Spot| figure.scene.tags[s.tag as usize].region.to_string();
    let first: Vec<String> = figure.scene.spots.iter().take(3).map(of).collect();
    assert_eq!(first, ["wenzhou", "jiaxing", "hangzhou"]);
}

#[test]
fn a_neutral_indicator_is_neither_shaded_nor_in_a_radar() {
    let mut f = three();
    f.at("indicators.json", "/indicators/0")["direction"] = json!("neutral");
    let data = f.data();
    let all = texts(&drawn(&data, ChartId::Scorecard, Lang::Zh, 960.0).scene);
    assert_eq!(
        all.iter().filter(|t| t.starts_with('▼')).count(),
        2,
        "{all:?}"
    );
    let all = texts(&drawn(&data, ChartId::ProfileStrips, Lang::Zh, 960.0).scene);
    assert!(all.contains(&"较大 →".to_owned()), "{all:?}");
    let figure = drawn(&data, ChartId::Radar, Lang::En, 320.0);
    let all = texts(&figure.scene).join(" ");
    assert!(
        all.contains("at least 3 indicators") && all.contains("only 2"),
        "{all}"
    );
    assert_eq!(figure.scene.layout.labelled, ["testville", "alphaton"]);
}

#[test]
fn what_is_missing_or_doubtful_is_shown_as_such() {
    let mut f = three();
    f.indicator(json!({"id": "some", "name": text("有缺", "some")}));
    f.series(
        "some",
        2001,
        &[
            ("testville", &[GAP]),
            ("alphaton", &[-3.0]),
            ("betaburg", &[0.0]),
        ],
    );
    f.fact(
        "some",
        json!({"region": "gammaford", "value": 4, "status": "E"}),
    );
    let data = f.data();
    for lang in Lang::ALL {
        // what is asked about is there whoever has a figure
        let shown = |chart| {
            let view = View {
                lang: Some(lang),
                ..about(chart, "some")
            };
            texts(&figure(&data, &view, Size::new(960.0, 600.0), Frame::Full).scene)
        };
        let card = shown(ChartId::Scorecard);
        assert!(card.contains(&"–".to_owned()), "{card:?}");
        assert!(card.contains(&"−3.0".to_owned()) && card.contains(&"0.0".to_owned()));
        assert!(card.contains(&"4.0*".to_owned()), "{card:?}");
        let said = card.join(" ");
        let words = lang.pick("– 无可比数据", "– no comparable figure");
        assert!(said.contains(words), "{said}");
        let strips = shown(ChartId::ProfileStrips).join(" ");
        let words = lang.pick("无可比数据", "no comparable figure");
        assert!(strips.contains(words), "{strips}");
    }
}

/// Home, its peer and 298 more, with two indicators in order.
fn many(n: usize) -> Fixture {
    let mut f = three();
    let ids: Vec<String> = (0..n - 5).map(|i| format!("city-{i:03}")).collect();
    for (i, id) in ids.iter().enumerate() {
        let name = text(&format!("城{i}"), &format!("City {i}"));
        f.push(
            "regions.json",
            "/regions",
            json!({"id": id, "level": "city", "parent": "testshire", "name": name}),
        );
        f.push("peer-groups.json", "/groups/0/members", json!(id));
    }
    let values: Vec<[f64; 1]> = (0..n - 5).map(|i| [i as f64 + 10.0]).collect();
    let rows: Vec<(&str, &[f64])> = ids
        .iter()
        .zip(&values)
        .map(|(id, v)| (id.as_str(), &v[..]))
        .collect();
    for id in ["things", "less", "more"] {
        f.series(id, 2001, &rows);
    }
    // without a second period there is no course
    f.series("things", 2000, &[("testville", &[4.0])]);
    f
}

#[test]
fn three_hundred_cities_stay_readable() {
    let data = many(300).data();
    for chart in CHARTS.into_iter().chain([ChartId::SmallMultiples]) {
        for lang in Lang::ALL {
            for width in [320.0, 960.0, 1920.0] {
                let figure = drawn(&data, chart, lang, width);
                let wrong = measure(&data, &figure.comparison, chart, &figure.scene);
                assert!(wrong.is_empty(), "{} {width}: {wrong:?}", chart.id());
                let home = figure
                    .scene
                    .spots
                    .iter()
                    .any(|s| &*figure.scene.tags[s.tag as usize].region == "testville");
                assert!(home, "{}", chart.id());
            }
        }
    }
    let strips = drawn(&data, ChartId::ProfileStrips, Lang::Zh, 960.0);
    assert_eq!(strips.scene.spots.len(), 3 * 300);
    // 296 of 299 have more things; home has fewest of what is better small
    assert_eq!(strips.comparison.home().rank.map(|r| r.place), Some(298));
}

#[test]
fn one_city_alone_can_be_drawn() {
    let mut f = three();
    f.at("peer-groups.json", "/groups/0")["members"] = json!(["testville"]);
    f.at("peer-groups.json", "/defaults")["peers"] = json!([]);
    let data = f.data();
    for chart in CHARTS.into_iter().chain([ChartId::SmallMultiples]) {
        for width in [320.0, 960.0] {
            let figure = drawn(&data, chart, Lang::En, width);
            let wrong = measure(&data, &figure.comparison, chart, &figure.scene);
            assert!(wrong.is_empty(), "{} {width}: {wrong:?}", chart.id());
        }
    }
}

#[test]
fn every_chart_has_an_example_that_says_something() {
    for chart in ChartId::ALL {
        for lang in Lang::ALL {
            let view = View {
                lang: Some(lang),
                ..example(&DATA, chart)
            };
            let size = Size::new(960.0, 600.0);
            let figure = figure(&DATA, &view, size, Frame::Plot);
            assert_eq!(figure.view.chart, Some(chart));
            // spots, or texts where what is drawn is no city's
            let figures = texts(&figure.scene)
                .iter()
                .filter(|t| t.chars().any(|c| c.is_ascii_digit()))
                .count();
            assert!(
                figure.scene.spots.len() + figures >= 6,
                "{} says too little",
                chart.id()
            );
        }
    }
}

#[test]
fn sources_of_all_indicators_are_named() {
    let mut f = three();
    f.at("observations/things.json", "/series/more/tables/0")["source"] = json!("gazette");
    let data = f.data();
    let alone = drawn(&data, ChartId::RankBars, Lang::En, 960.0).words(&data);
    let all = drawn(&data, ChartId::Scorecard, Lang::En, 960.0).words(&data);
    assert_eq!((alone.sources.len(), all.sources.len()), (1, 2));
    let c: &Comparison = &drawn(&data, ChartId::Radar, Lang::En, 960.0).comparison;
    assert_eq!(c.each().count(), 3);
    close(c.beside[1].home().reading.map_or(0.0, |r| r.value), 1.0);
}

#[test]
fn a_chart_alone_is_drawn_for_what_it_is_made_for() {
    let folder = Folder::new();
    let table = |args: &[&str]| {
        let all = [&["table", "--chart", "radar"], args].concat();
        folder.run(&all).fine()
    };
    // theme and language change nothing of what is compared; an indicator does
    let rows = |text: String| text.lines().position(|l| l.trim_end().is_empty());
    let alone = rows(table(&[]));
    assert!(alone > Some(3), "{alone:?}");
    assert_eq!(rows(table(&["--lang", "en", "--theme", "dark"])), alone);
    // head, the indicator itself and three beside it
    assert_eq!(rows(table(&["--indicator", "doctors-per-1000"])), Some(5));
    folder
        .run(&["table", "--chart", "radar", "--home", "wenzhuo"])
        .fails(1, "unknown");
}
