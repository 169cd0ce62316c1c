//! Targets beside what was reached: which values belong together, how far a city has come, and where it is drawn.

use duibiao::base::Size;
use duibiao::compare::{Aim, Comparison, Progress, aims, any_target};
use duibiao::data::{Dataset, Lang};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape};
use duibiao::view::{ChartId, View, resolve, showcase};
use serde_json::{Value, json};

use super::crowd::texts;
use super::fixture::{Fixture, answer, close, text};

/// A target of a city for 2010, read in the source of the tables.
fn target(city: &str, own: &Value) -> Value {
    let mut fact = json!({"region": city, "period": "2010", "kind": "target", "source": "ledger"});
    for (key, value) in own.as_object().unwrap() {
        fact[key] = value.clone();
    }
    fact
}

fn aim(data: &Dataset, city: &str) -> Aim {
    let region = data.region_named(city).unwrap();
    let all = aims(data, &answer(data));
    all.into_iter().find(|a| a.member.region == region).unwrap()
}

fn drawn(data: &Dataset, width: f64, lang: Lang) -> Figure {
    let view = View {
        chart: Some(ChartId::Bullet),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

fn written(figure: &Figure) -> String {
    texts(&figure.scene).join("\n")
}

/// From 10 in 2000 to 20 in 2010: in 2005 half of the time is over, and half of the way is 15.
#[test]
fn pace_is_judged_from_the_base_that_the_source_of_the_target_gives() {
    for (now, on_track) in [(16.0, true), (15.0, true), (14.0, false)] {
        let mut f = Fixture::rows(2000, &[("testville", &[10.0])]);
        f.fact("things", json!({"period": "2005", "value": now}));
        f.fact("things", target("testville", &json!({"value": 20})));
        let data = f.data();
        let done = (now - 10.0) / 10.0;
        match aim(&data, "testville").progress(&data) {
            Progress::OnTrack { done: d, elapsed } if on_track => {
                close(d, done);
                close(elapsed, 0.5);
            }
            Progress::Behind { done: d, elapsed } if !on_track => {
                close(d, done);
                close(elapsed, 0.5);
            }
            other => panic!("{now}: {other:?}"),
        }
    }
}

#[test]
fn without_a_stated_base_only_what_is_missing_is_said() {
    let mut f = Fixture::rows(2000, &[("testville", &[10.0]), ("alphaton", &[25.0])]);
    // the gazette gives no earlier value of its own
    f.fact(
        "things",
        target("testville", &json!({"value": 20, "source": "gazette"})),
    );
    f.fact(
        "things",
        target("alphaton", &json!({"value": 20, "source": "gazette"})),
    );
    let data = f.data();
    assert_eq!(
        aim(&data, "testville").progress(&data),
        Progress::Short(10.0)
    );
    assert_eq!(aim(&data, "alphaton").progress(&data), Progress::Reached);
}

#[test]
fn less_is_the_way_where_a_target_lies_below() {
    let mut f = Fixture::rows(2000, &[("testville", &[10.0])]);
    f.fact("things", json!({"period": "2005", "value": 7}));
    f.fact("things", target("testville", &json!({"value": 4})));
    let data = f.data();
    // 3 of 6 in half of the time
    assert_eq!(
        aim(&data, "testville").progress(&data),
        Progress::OnTrack {
            done: 0.5,
            elapsed: 0.5
        }
    );
}

#[test]
fn a_value_in_another_scope_is_not_held_against_a_target() {
    let mut f = Fixture::rows(2000, &[("testville", &[10.0])]);
    f.at("indicators.json", "/indicators/0")["scopes"] = json!({"narrow": text("窄", "narrow")});
    f.fact(
        "things",
        target("testville", &json!({"value": 20, "scope": "narrow"})),
    );
    let data = f.data();
    let aim = aim(&data, "testville");
    assert_eq!((aim.actual, aim.progress(&data)), (None, Progress::Open));
}

#[test]
fn bars_begin_at_zero_and_end_in_proportion() {
    let mut f = Fixture::rows(2000, &[("testville", &[10.0])]);
    f.fact("things", target("testville", &json!({"value": 40})));
    let data = f.data();
    let figure = drawn(&data, 960.0, Lang::Zh);
    let bars: Vec<_> = figure
        .scene
        .items
        .iter()
        .filter_map(|i| match &i.shape {
            Shape::Rect { rect, fill, .. } if i.role == Role::Home => Some((*rect, fill.is_some())),
            _ => None,
        })
        .collect();
    let [(actual, true), (target, false)] = bars[..] else {
        panic!("a solid bar and a frame: {bars:?}");
    };
    assert!((actual.x - target.x).abs() < 0.1);
    assert!(
        (target.w / actual.w - 4.0).abs() < 0.01,
        "{} {}",
        target.w,
        actual.w
    );
    let words = written(&figure);
    assert!(
        words.contains("还差30") && words.contains("目标40(2010年)"),
        "{words}"
    );
}

#[test]
fn a_bound_on_either_side_bounds_what_is_missing() {
    let mut f = Fixture::rows(2000, &[]);
    f.fact(
        "things",
        json!({"value": 10, "period": "2000", "bound": "at-least"}),
    );
    f.fact("things", target("testville", &json!({"value": 40})));
    let title = drawn(&f.data(), 960.0, Lang::Zh).words(&f.data()).title;
    assert_eq!(
        title,
        "2010年测城东西目标40.0个，2000年为至少10个，至多差30.0个"
    );
    let title = drawn(&f.data(), 960.0, Lang::En).words(&f.data()).title;
    assert_eq!(
        title,
        "Testville’s things: target 40.0 for 2010, at least 10 things in 2000, short by at most 30.0"
    );
}

#[test]
fn without_any_target_it_is_a_sentence_without_axes() {
    let data = Fixture::values([5.0, 0.0, -4.0, 1.0, 7.0]).data();
    assert!(!any_target(&aims(&data, &answer(&data))));
    let figure = drawn(&data, 960.0, Lang::Zh);
    assert!(figure.scene.layout.ticks.is_empty() && figure.scene.spots.is_empty());
    assert!(written(&figure).contains("没有这些城市的东西目标"));
}

#[test]
fn one_city_zero_and_negative_targets_are_drawn() {
    for (reached, target) in [(0.0, 0.0), (-5.0, 5.0), (5.0, -5.0), (-9.0, -3.0)] {
        let mut f = Fixture::rows(2000, &[("testville", &[reached])]);
        f.fact(
            "things",
            self::target("testville", &json!({"value": target})),
        );
        let data = f.data();
        for width in [320.0, 960.0, 3840.0] {
            let scene = drawn(&data, width, Lang::En).scene;
            assert!(scene.layout.labelled.contains(&"testville".to_owned()));
        }
    }
}

#[test]
fn the_table_names_target_value_rule_and_both_sources() {
    let mut f = Fixture::rows(2000, &[("testville", &[10.0])]);
    f.fact("things", json!({"period": "2005", "value": 16}));
    f.fact("things", target("testville", &json!({"value": 20})));
    let data = f.data();
    let figure = drawn(&data, 960.0, Lang::En);
    let table = figure.words(&data).table;
    let row: Vec<&str> = table.rows[0]
        .cells
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(
        row[..7],
        [
            "Testville",
            "20",
            "2010",
            "16",
            "2005",
            "on track",
            "60.0% of the way in 50.0% of the time"
        ]
    );
    assert_eq!(figure.words(&data).sources.len(), 2);
}

/// Red is home on every picture of the charts page: another home stands there only where the default one would have nothing to show.
#[test]
fn the_example_keeps_the_home_that_all_others_have() {
    let data = duibiao::data::builtin();
    let view = showcase(&data, ChartId::Bullet).unwrap();
    assert_eq!(view.home, None);
    let c = Comparison::of(&data, &resolve(&data, &view).question);
    let judged = |a: &&Aim| a.progress(&data) != Progress::Open;
    assert!(aims(&data, &c).iter().any(|a| judged(&a)));
}
