//! An index: which period is 100, where lines end, where the rule stands, and what is said.

use duibiao::compare::base_period;
use duibiao::data::Lang;
use duibiao::view::{ChartId, ScaleKind, View};
use serde_json::json;

use super::chart_slopes::five;
use super::crowd::{crowd, drawn, fill, of, place, sound, texts};
use super::fixture::{Fixture, GAP, answer, asked, close, year};

#[test]
fn the_base_is_the_first_year_that_home_and_its_peers_have() {
    assert_eq!(base_period(&answer(&five().data())), Some(year(2001)));
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0, 8.0]),
            ("alphaton", &[GAP, 6.0, 9.0]),
        ],
    );
    assert_eq!(base_period(&answer(&f.data())), Some(year(2002)));
    let mut f = five();
    f.broken("things", &["alphaton"], "2003");
    assert_eq!(base_period(&answer(&f.data())), Some(year(2003)));
}

#[test]
fn a_base_that_is_asked_for_is_taken_or_the_nearest() {
    let data = five().data();
    let base = |of| base_period(&asked(&data, |q| q.base = Some(year(of))));
    assert_eq!(base(2002), Some(year(2002)));
    assert_eq!(
        (base(1990), base(2050)),
        (Some(year(2001)), Some(year(2003)))
    );
}

#[test]
fn levels_are_percentages_of_the_base() {
    let data = five().data();
    let view = View {
        base: Some("2002".to_owned()),
        ..of(ChartId::IndexedLines, Lang::Zh)
    };
    let figure = drawn(&data, &view, 960.0);
    let scene = &figure.scene;
    // home 50, 100, 200; alphaton 50, 100, 150
    let y = |region: &str, period: &str| place(scene, region, period).y;
    close(y("testville", "2002"), y("alphaton", "2002"));
    let step = y("testville", "2001") - y("testville", "2002");
    close(y("testville", "2002") - y("testville", "2003"), 2.0 * step);
    close(y("alphaton", "2002") - y("alphaton", "2003"), step);
    let words = figure.words(&data);
    assert_eq!(
        words.title,
        "以2002年为100，2003年测城东西指数为200.0，甲城为150.0"
    );
    assert!(
        words.subtitle.contains("指数(2002年=100)"),
        "{}",
        words.subtitle
    );
    let at = words
        .table
        .columns
        .iter()
        .position(|c| c.key == "testville");
    let cells: Vec<&str> = words
        .table
        .rows
        .iter()
        .map(|r| r.cells[at.unwrap()].text.as_str())
        .collect();
    assert_eq!(cells, ["200.0", "100.0", "50.0"]);
}

#[test]
fn the_rule_can_be_found_and_stands_at_the_base() {
    let data = five().data();
    let view = View {
        base: Some("2002".to_owned()),
        ..of(ChartId::IndexedLines, Lang::En)
    };
    let scene = drawn(&data, &view, 960.0).scene;
    let periods: Vec<&str> = scene
        .layout
        .periods
        .iter()
        .map(|(p, _)| p.as_str())
        .collect();
    assert_eq!(periods, ["2001", "2002", "2003"]);
    assert_eq!(scene.layout.base, Some(scene.layout.periods[1].1));
    close(
        scene.layout.periods[1].1,
        place(&scene, "testville", "2002").x,
    );
    assert!(texts(&scene).contains(&"2002 = 100".to_owned()));
}

#[test]
fn an_index_ends_at_a_break_and_says_so() {
    let mut f = five();
    f.broken("things", &["gammaford"], "2003");
    let data = f.data();
    let figure = drawn(&data, &of(ChartId::IndexedLines, Lang::Zh), 960.0);
    let tags = &figure.scene.tags;
    let drawn_in = |period: &str| {
        let of = |s: &&duibiao::scene::Spot| {
            let tag = &tags[s.tag as usize];
            &*tag.region == "gammaford" && &*tag.period == period
        };
        figure.scene.spots.iter().filter(of).count()
    };
    assert_eq!((drawn_in("2002"), drawn_in("2003")), (1, 0));
    assert!(texts(&figure.scene).join("").contains("丙城口径有变"));
}

#[test]
fn a_percentage_has_no_index() {
    let mut f = five();
    f.at("indicators.json", "/indicators/0")["unit"] = json!("percent");
    let data = f.data();
    let view = of(ChartId::IndexedLines, Lang::Zh);
    let all = texts(&drawn(&data, &view, 960.0).scene).join("");
    assert!(all.contains("百分比不宜再折算成指数"), "{all}");
    sound(&data, &view);
}

#[test]
fn values_at_or_below_zero_have_no_index_and_nothing_panics() {
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[0.0, 4.0, 8.0]),
            ("alphaton", &[-3.0, 6.0, 9.0]),
            ("betaburg", &[0.0, -1.0, 0.0]),
        ],
    );
    let data = f.data();
    assert_eq!(base_period(&answer(&data)), Some(year(2002)));
    for scale in [ScaleKind::Linear, ScaleKind::Log] {
        let view = View {
            scale: Some(scale),
            ..of(ChartId::IndexedLines, Lang::Zh)
        };
        sound(&data, &view);
    }
    let none = Fixture::rows(2001, &[("testville", &[0.0, -1.0])]).data();
    sound(&none, &of(ChartId::IndexedLines, Lang::Zh));
}

#[test]
fn three_hundred_cities_stay_readable() {
    let mut f = crowd(300);
    fill(&mut f, "things", 300, 8, |city, year| {
        let (city, year) = (u32::try_from(city).unwrap(), u32::try_from(year).unwrap());
        100.0 + f64::from(year * (city % 17))
    });
    let data = f.data();
    let view = of(ChartId::IndexedLines, Lang::Zh);
    sound(&data, &view);
    let all = texts(&drawn(&data, &view, 960.0).scene).join(" ");
    assert!(
        all.contains("测城 100.0") && all.contains("甲城 107.0"),
        "{all}"
    );
}
