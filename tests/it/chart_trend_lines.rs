//! Trends: the period that is asked about, the ends of the years, a single period, periods that are no years, and the log scale.

use duibiao::data::Lang;
use duibiao::view::{ChartId, ScaleKind, View};
use serde_json::json;

use super::chart_slopes::five;
use super::crowd::{drawn, of, place, sound, texts};
use super::fixture::{FIGURES, Fixture, close};

#[test]
fn the_period_that_is_asked_about_has_a_rule_with_its_name() {
    let data = five().data();
    let view = of(ChartId::TrendLines, Lang::Zh);
    let named = |view: &View| {
        let scene = drawn(&data, view, 960.0).scene;
        texts(&scene).iter().filter(|t| *t == "2002年").count()
    };
    assert_eq!(named(&view), 0);
    let then = View {
        period: Some("2002".to_owned()),
        ..view
    };
    assert_eq!(named(&then), 1);
    sound(&data, &then);
}

#[test]
fn the_first_and_the_last_year_are_named_on_the_smallest_screen() {
    let row: Vec<f64> = (1..=19).map(f64::from).collect();
    let data = Fixture::rows(2005, &[("testville", &row), ("alphaton", &row)]).data();
    for width in [320.0, 480.0, 960.0] {
        let all = texts(&drawn(&data, &of(ChartId::TrendLines, Lang::En), width).scene);
        for year in ["2005", "2023"] {
            assert!(all.iter().any(|t| t == year), "{width} {year}: {all:?}");
        }
    }
}

/// An outlier must not be taken for a turn: its city and year stand under the picture, as long as there are few.
#[test]
fn doubtful_figures_are_named_while_they_are_few() {
    let rows: Vec<(&str, &[f64])> = vec![
        ("testville", &[1.0, 2.0, 3.0, 4.0, 5.0]),
        ("betaburg", &[1.0, 9.0, 1.0, 1.0, 1.0]),
    ];
    let told = |doubtful: &str, lang| {
        let mut f = Fixture::rows(2001, &rows);
        f.at(FIGURES, "/series/things/tables/0")["except"] =
            json!([{"at": [doubtful], "status": "U"}]);
        texts(&drawn(&f.data(), &of(ChartId::TrendLines, lang), 960.0).scene).join("")
    };
    let [zh, en] = Lang::ALL.map(|lang| told("betaburg 2002", lang));
    assert!(zh.contains("空心点：乙城2002年"), "{zh}");
    assert!(en.contains("hollow: Betaburg 2002"), "{en}");
    let many = told("betaburg *", Lang::En);
    assert!(!many.contains("hollow"), "{many}");
    assert!(many.contains("dotted: uncertain"), "{many}");
}

#[test]
fn one_period_is_a_sentence() {
    let data = Fixture::values([2.0, 3.0, 1.0, 5.0, 4.0]).data();
    let view = of(ChartId::TrendLines, Lang::Zh);
    let figure = drawn(&data, &view, 960.0);
    let all = texts(&figure.scene).join("");
    assert!(
        all.contains("只有2001年一个时期有数据，请看“排名”"),
        "{all}"
    );
    assert!(figure.scene.layout.ticks.is_empty());
    sound(&data, &view);
}

#[test]
fn periods_are_written_in_the_language() {
    let mut f = Fixture::rows(2001, &[]);
    for (period, value) in [("2019-01/2019-09", 3.0), ("2020-01/2020-09", 4.0)] {
        for region in ["testville", "alphaton"] {
            f.fact(
                "things",
                json!({"region": region, "period": period, "value": value}),
            );
        }
    }
    let data = f.data();
    for (lang, name) in [(Lang::Zh, "2020年1–9月"), (Lang::En, "Jan–Sep 2020")] {
        for width in [320.0, 960.0] {
            let all = texts(&drawn(&data, &of(ChartId::TrendLines, lang), width).scene);
            assert!(!all.iter().any(|t| t.contains("2020-01")), "{all:?}");
            assert!(width < 900.0 || all.iter().any(|t| t == name), "{all:?}");
        }
    }
}

#[test]
fn a_logarithmic_scale_makes_equal_ratios_equal_distances() {
    let data = five().data();
    let log = View {
        scale: Some(ScaleKind::Log),
        ..of(ChartId::TrendLines, Lang::Zh)
    };
    let scene = drawn(&data, &log, 960.0).scene;
    let y = |period: &str| place(&scene, "testville", period).y;
    // 2, 4, 8
    close(y("2001") - y("2002"), y("2002") - y("2003"));
    assert!(texts(&scene).join("").contains("对数刻度"));
}
