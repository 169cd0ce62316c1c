//! Several bars a city: which years, which indicators, and that they share one scale.

use duibiao::base::{Rect, Size};
use duibiao::compare::{group, is_broken};
use duibiao::data::{Dataset, Lang};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape};
use duibiao::view::{ChartId, ScaleKind, View};
use serde_json::json;

use super::crowd::texts;
use super::fixture::{Fixture, GAP, answer, text, year};

fn drawn(data: &Dataset, beside: Option<&[&str]>, width: f64) -> Figure {
    let view = View {
        chart: Some(ChartId::GroupedBars),
        beside: beside.map(|b| b.iter().map(|id| (*id).to_owned()).collect()),
        lang: Some(Lang::En),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

fn bars(figure: &Figure) -> Vec<Rect> {
    let items = figure.scene.items.iter();
    let home = items.filter(|i| i.role == Role::Home && i.tag.is_some());
    let rects = home.filter_map(|i| match &i.shape {
        Shape::Rect { rect, .. } => Some(*rect),
        _ => None,
    });
    rects.collect()
}

#[test]
fn the_years_are_the_first_the_middle_and_the_latest_that_home_and_peers_share() {
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
            ("alphaton", &[GAP, 2.0, 3.0, GAP, 5.0, 6.0]),
        ],
    );
    let data = f.data();
    let c = answer(&data);
    let years: Vec<_> = group(&data, &c).bars.iter().map(|b| b.period).collect();
    // 2002, 2003, 2005, 2006 are shared; 2003 and 2005 are as near to the middle of 2004: the earlier
    assert_eq!(years, [year(2002), year(2003), year(2006)]);
}

#[test]
fn bars_share_a_scale_that_begins_at_zero() {
    let data = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0, 8.0]),
            ("alphaton", &[1.0, 1.0, 1.0]),
        ],
    )
    .data();
    let figure = drawn(&data, None, 960.0);
    let [a, b, c] = bars(&figure)[..] else {
        panic!("three bars")
    };
    assert!((b.w / a.w - 2.0).abs() < 0.01 && (c.w / a.w - 4.0).abs() < 0.01);
    assert!(a.y < b.y && b.y < c.y);
    assert_eq!(figure.scene.layout.ticks.len(), 1);
}

#[test]
fn another_unit_is_refused_by_name() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.indicator(json!({"id": "others", "name": text("别的", "others")}));
    f.series(
        "others",
        2001,
        &[("testville", &[3.0]), ("alphaton", &[2.0])],
    );
    f.indicator(json!({"id": "rates", "unit": "percent", "name": text("率", "rates")}));
    f.series("rates", 2001, &[("testville", &[3.0])]);
    let data = f.data();
    let figure = drawn(&data, Some(&["others", "rates"]), 960.0);
    assert_eq!(bars(&figure).len(), 2);
    let words = figure.scene.items.iter().any(|i| match &i.shape {
        Shape::Text { text, .. } => text.contains("left out: rates"),
        _ => false,
    });
    assert!(words);
    let table = figure.words(&data).table;
    let row = table.rows.iter().find(|r| r.region == "testville").unwrap();
    assert_eq!(
        (row.cells[1].text.as_str(), row.cells[2].text.as_str()),
        ("5.0", "3.0")
    );
}

#[test]
fn years_across_a_break_are_said_not_to_be_comparable() {
    let mut f = Fixture::whole();
    let data = f.data();
    let c = answer(&data);
    let home = [c.question.home];
    assert!(!is_broken(&group(&data, &c), &home));
    f.broken("things", &["testville"], "2002");
    let data = f.data();
    let c = answer(&data);
    assert!(is_broken(&group(&data, &c), &home));
}

#[test]
fn negative_values_zero_and_one_year_are_drawn() {
    let data = Fixture::values([-5.0, 0.0, 4.0, GAP, -7.0]).data();
    for width in [320.0, 960.0, 3840.0] {
        let figure = drawn(&data, None, width);
        assert_eq!(bars(&figure).len(), 1);
        assert_eq!(figure.scene.layout.labelled.len(), 2);
    }
}

/// 5, 50 and 500 on a logarithmic scale: equal ratios are equal steps, and there is no bar whose length would lie.
#[test]
fn on_a_logarithmic_scale_values_are_dots_at_equal_steps_for_equal_ratios() {
    let of = |values: [f64; 5]| {
        let view = View {
            chart: Some(ChartId::GroupedBars),
            scale: Some(ScaleKind::Log),
            lang: Some(Lang::En),
            ..View::default()
        };
        figure(
            &Fixture::values(values).data(),
            &view,
            Size::new(960.0, 600.0),
            Frame::Full,
        )
    };
    let log = of([5.0, 50.0, 500.0, 20.0, 20.0]);
    let dots: Vec<f64> = log
        .scene
        .items
        .iter()
        .filter_map(|i| match &i.shape {
            Shape::Circle { center, .. } if i.tag.is_some() => Some(center.x),
            _ => None,
        })
        .collect();
    // from best to worst: 500, 50, 20, 20, 5
    let [a, b, c, d, e] = dots[..] else {
        panic!("{dots:?}")
    };
    assert!((a - b - (b - e)).abs() <= 0.125, "{dots:?}");
    assert!((c - d).abs() < 1e-9);
    assert!(bars(&log).is_empty());
    assert!(texts(&log.scene).join(" ").contains("log scale"));
    // a zero keeps it linear, and it says so
    let linear = of([5.0, 50.0, 500.0, 20.0, 0.0]);
    assert!(
        texts(&linear.scene)
            .join(" ")
            .contains("linear scale: some values are zero or below")
    );
    assert_eq!(bars(&linear).len(), 1);
}
