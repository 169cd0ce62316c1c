//! Two indicators side by side: pairs of one period, medians, places of circles, names, and what is said.

use std::time::{Duration, Instant};

use duibiao::compare::{Comparison, relation};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::scene::{Scene, Shape};
use duibiao::view::{ChartId, ScaleKind, View, needs, resolve};
use serde_json::json;

use super::crowd::{crowd, drawn, fill, of, place, sound, texts};
use super::fixture::{Fixture, GAP, close, year};

/// Things of three years, wealth of the middle one alone.
fn pairs() -> Fixture {
    let mut f = super::chart_slopes::five();
    wealth(&mut f);
    f.series(
        "wealth",
        2002,
        &[
            ("testville", &[10.0]),
            ("alphaton", &[30.0]),
            ("betaburg", &[20.0]),
            ("gammaford", &[50.0]),
            ("deltamouth", &[40.0]),
        ],
    );
    f
}

fn wealth(f: &mut Fixture) {
    f.indicator(
        json!({"id": "wealth", "unit": "yi-yuan", "name": super::fixture::text("财富", "wealth")}),
    );
}

fn with(beside: &[&str]) -> View {
    View {
        beside: Some(beside.iter().map(|b| (*b).to_owned()).collect()),
        ..of(ChartId::Scatter, Lang::Zh)
    }
}

fn asked(data: &Dataset, view: &View) -> Comparison {
    Comparison::of(data, &resolve(data, view).question)
}

#[test]
fn pairs_are_of_one_period() {
    let data = pairs().data();
    let c = asked(&data, &with(&["wealth"]));
    assert_eq!(c.period, Some(year(2003)));
    let r = relation(&data, &c).unwrap();
    assert_eq!((r.period, r.pairs.len(), r.counted), (year(2002), 5, 5));
    let home = r.pairs[0];
    assert_eq!((home.x.value, home.y.value), (10.0, 4.0));
    // fewer than eight: no correlation
    assert_eq!(r.correlation, None);
    // without home: things 1, 2, 5, 6 and wealth 20, 30, 40, 50
    let (x, y) = r.medians.unwrap();
    assert_eq!((x.value, y.value), (35.0, 3.5));
}

#[test]
fn without_a_common_period_there_is_no_pair() {
    let mut f = Fixture::rows(2001, &[("testville", &[2.0]), ("alphaton", &[3.0])]);
    wealth(&mut f);
    f.series(
        "wealth",
        2002,
        &[("testville", &[10.0]), ("alphaton", &[30.0])],
    );
    let data = f.data();
    let view = with(&["wealth"]);
    assert_eq!(relation(&data, &asked(&data, &view)), None);
    let all = texts(&drawn(&data, &view, 960.0).scene).join("");
    assert!(all.contains("没有另一项指标有同一年的数据"), "{all}");
    sound(&data, &view);
    sound(&data, &with(&[]));
}

#[test]
fn circles_lie_at_both_values() {
    let data = pairs().data();
    let scene = drawn(&data, &with(&["wealth"]), 960.0).scene;
    let at = |region: &str| place(&scene, region, "2002");
    // wealth 10, 20, 30, 40, 50: evenly apart
    let step = at("betaburg").x - at("testville").x;
    close(at("gammaford").x - at("testville").x, 4.0 * step);
    assert!(step > 0.0);
    // things 1, 2, 4, 6: up is more
    let up = at("deltamouth").y - at("betaburg").y;
    close(at("betaburg").y - at("testville").y, 2.0 * up);
    assert!(up > 0.0);
}

#[test]
fn areas_are_as_the_third_indicator() {
    let mut f = pairs();
    f.indicator(json!({"id": "people", "unit": "wan-person", "additive": true}));
    f.series(
        "people",
        2002,
        &[
            ("betaburg", &[100.0]),
            ("gammaford", &[400.0]),
            ("deltamouth", &[-1.0]),
        ],
    );
    let data = f.data();
    let scene = drawn(&data, &with(&["wealth", "people"]), 960.0).scene;
    let radius = |region: &str| {
        let at = place(&scene, region, "2002");
        let near = |i: &duibiao::scene::Item| match i.shape {
            Shape::Circle { center, radius, .. }
                if (center.x - at.x).abs() < 0.1 && (center.y - at.y).abs() < 0.1 =>
            {
                Some(radius)
            }
            _ => None,
        };
        scene.items.iter().filter_map(near).fold(0.0, f64::max)
    };
    // four times the value is four times the area
    close(radius("gammaford"), 2.0 * radius("betaburg"));
    assert!(radius("deltamouth") < radius("betaburg"));
    assert!(texts(&scene).join("").contains("无此数据的画成小点"));
}

#[test]
fn both_values_and_both_places_are_told() {
    let data = pairs().data();
    let view = with(&["wealth"]);
    let figure = drawn(&data, &view, 960.0);
    let words = figure.words(&data);
    // in 2002 things are fourth… alphaton 6, gammaford 5, testville 4; wealth is last
    assert!(words.title.starts_with("2002年测城东西"), "{}", words.title);
    assert!(
        words.title.contains("(第3位)") && words.title.contains("(第5位)"),
        "{}",
        words.title
    );
    assert!(!words.title.contains("相关"), "{}", words.title);
    assert!(words.subtitle.contains("与财富") && words.subtitle.contains("2002年"));
    let row = words
        .table
        .rows
        .iter()
        .find(|r| r.region == "testville")
        .unwrap();
    let cells: Vec<&str> = row.cells.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(cells[..5], ["测城", "4.0", "3", "10.0", "5"]);
    let hit = figure
        .pick(&data, place(&figure.scene, "testville", "2002"))
        .unwrap();
    let lines: Vec<&str> = hit.lines.iter().map(|l| l.label.as_str()).collect();
    assert_eq!(lines[..3], ["时期", "东西", "财富"]);
}

#[test]
fn a_correlation_is_told_with_its_number_and_not_as_a_cause() {
    let mut f = crowd(10);
    wealth(&mut f);
    let value = |city: usize, _| f64::from(u32::try_from(city).unwrap()) + 1.0;
    fill(&mut f, "things", 10, 2, value);
    fill(&mut f, "wealth", 10, 2, |city, year| -value(city, year));
    let data = f.data();
    let view = with(&["wealth"]);
    let c = asked(&data, &view);
    let r = relation(&data, &c).unwrap();
    assert_eq!((r.correlation, r.counted), (Some(-1.0), 10));
    let all = texts(&drawn(&data, &view, 960.0).scene).join("");
    assert!(
        all.contains("10市很强的负相关(等级相关−1.00)，不说明因果"),
        "{all}"
    );
    let en = View {
        lang: Some(Lang::En),
        ..view
    };
    let all = texts(&drawn(&data, &en, 960.0).scene).join(" ");
    assert!(all.contains("which says nothing about cause"), "{all}");
    sound(&data, &en);
}

#[test]
fn a_trail_does_not_cross_a_break_of_either() {
    let mut f = super::chart_slopes::five();
    wealth(&mut f);
    f.series(
        "wealth",
        2001,
        &[
            ("testville", &[1.0, 2.0, 3.0]),
            ("alphaton", &[2.0, 3.0, 4.0]),
        ],
    );
    let lines = |f: &Fixture| {
        let data = f.data();
        let scene = drawn(&data, &with(&["wealth"]), 960.0).scene;
        let home = |i: &&duibiao::scene::Item| {
            i.role == duibiao::scene::Role::Home && matches!(i.shape, Shape::Path { .. })
        };
        scene.items.iter().filter(home).count()
    };
    let whole = lines(&f);
    f.broken("wealth", &["testville"], "2003");
    assert_eq!((whole, lines(&f)), (2, 1));
}

#[test]
fn the_rule_finds_a_partner_and_an_area() {
    let data = builtin();
    let view = of(ChartId::Scatter, Lang::Zh);
    let q = resolve(&data, &view).question;
    assert_eq!(q.beside.len(), 2);
    let unit = |i| data.indicator(i).unit;
    assert_ne!(unit(q.indicator), unit(q.beside[0]));
    // what most rates are divided by
    let most = data.indicator(q.beside[1]);
    assert!(
        most.additive && most.id.contains("population"),
        "{}",
        most.id
    );
    assert!(needs(&data, &view).len() >= 2);
}

#[test]
fn a_logarithmic_axis_has_equal_ratios_or_says_why_not() {
    let mut f = pairs();
    let log = View {
        scale: Some(ScaleKind::Log),
        ..with(&["wealth"])
    };
    let at = |scene: &Scene, region: &str| place(scene, region, "2002").x;
    let scene = drawn(&f.data(), &log, 960.0).scene;
    // 10 to 20 and 20 to 40
    let (a, b, c) = (
        at(&scene, "testville"),
        at(&scene, "betaburg"),
        at(&scene, "deltamouth"),
    );
    close(b - a, c - b);
    assert!(texts(&scene).join("").contains("对数刻度"));
    f.fact(
        "wealth",
        json!({"region": "testville", "period": "2001", "value": 0}),
    );
    let scene = drawn(&f.data(), &log, 960.0).scene;
    assert!(texts(&scene).join("").contains("刻度仍为线性"));
}

#[test]
fn one_city_and_missing_values_are_drawn_or_named() {
    let mut f = Fixture::rows(2001, &[("testville", &[2.0]), ("alphaton", &[GAP])]);
    wealth(&mut f);
    f.series(
        "wealth",
        2001,
        &[("testville", &[-4.0]), ("betaburg", &[3.0])],
    );
    let data = f.data();
    let view = with(&["wealth"]);
    sound(&data, &view);
    let all = texts(&drawn(&data, &view, 960.0).scene).join("");
    assert!(all.contains("缺一项而未画：甲城"), "{all}");
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test may look at a clock, a figure may not"
)]
fn three_thousand_cities_are_fast_and_home_is_named() {
    let n = 3000;
    let mut f = crowd(n);
    wealth(&mut f);
    let mixed = |city: usize, by: usize| f64::from(u32::try_from((city * by) % 2999).unwrap());
    fill(&mut f, "things", n, 1, |city, _| mixed(city, 37) + 1.0);
    fill(&mut f, "wealth", n, 1, |city, _| mixed(city, 1013) + 1.0);
    let data = f.data();
    let view = with(&["wealth"]);
    let c = asked(&data, &view);
    let start = Instant::now();
    let scene = drawn(&data, &view, 960.0).scene;
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(60), "{taken:?}");
    assert!(c.members.len() == n && scene.spots.len() >= n);
    let all = texts(&scene);
    assert!(all.contains(&"测城".to_owned()) && all.contains(&"甲城".to_owned()));
    assert!(all.len() < 200, "{} texts", all.len());
    sound(&data, &view);
}
