//! Structures: which shares make up a whole, how long their segments are, and what is computed from a total.

use std::fmt::Write as _;

use duibiao::base::{Rect, Size};
use duibiao::compare::whole;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape};
use duibiao::view::{ChartId, Form, View};
use serde_json::json;

use super::fixture::{CITIES, Fixture, text};

/// Three shares of `things`: 20, 30 and 50 in Testville; a sum that is off in Betaburg where it is asked for.
fn parts(off: bool) -> Fixture {
    let mut f = Fixture::rows(2001, &[("testville", &[200.0]), ("alphaton", &[400.0])]);
    f.at("indicators.json", "/indicators/0")["additive"] = json!(true);
    let shares: [(&str, [f64; 3]); 3] = [
        ("low", [20.0, 10.0, 40.0]),
        ("middle", [30.0, 10.0, 30.0]),
        ("high", [50.0, 80.0, if off { 20.0 } else { 30.0 }]),
    ];
    for (id, values) in shares {
        let all = ["things", "low", "middle", "high"].into_iter();
        let related: Vec<&str> = all.filter(|r| *r != id).collect();
        f.indicator(json!({
            "id": id, "unit": "percent", "direction": "neutral", "name": text(id, id),
            "related": related,
        }));
        let rows: Vec<(&str, &[f64])> = CITIES.into_iter().zip(values.chunks(1)).collect();
        f.series(id, 2001, &rows);
    }
    f
}

fn drawn(data: &Dataset, indicator: &str, form: Form, width: f64, lang: Lang) -> Figure {
    let view = View {
        chart: Some(ChartId::StackedBars),
        indicator: Some(indicator.to_owned()),
        form: Some(form),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

/// The segments of home: without the small swatches of the key.
fn segments(figure: &Figure) -> Vec<Rect> {
    let items = figure.scene.items.iter();
    let of_home = items.filter(|i| i.role == Role::Home && i.tag.is_some());
    let rects = of_home.filter_map(|i| match &i.shape {
        Shape::Rect {
            rect,
            stroke: Some(_),
            ..
        } => Some(*rect),
        _ => None,
    });
    rects.collect()
}

fn written(figure: &Figure) -> String {
    let mut all = String::new();
    for item in &figure.scene.items {
        if let Shape::Text { text, .. } = &item.shape {
            let _ = writeln!(all, "{text}");
        }
    }
    all
}

#[test]
fn shares_that_come_to_a_whole_are_found_from_each_of_them_and_from_their_total() {
    let data = parts(false).data();
    let id = |id: &str| data.indicator_named(id).unwrap();
    for from in ["low", "middle", "high", "things"] {
        let found = whole(&data, id(from)).unwrap_or_else(|| panic!("from {from}"));
        assert_eq!(found.parts, ["low", "middle", "high"].map(id), "{from}");
        assert_eq!(found.total, Some(id("things")), "{from}");
    }
    // a third of the sums is off: that is no misprint
    let data = parts(true).data();
    assert_eq!(whole(&data, data.indicator_named("low").unwrap()), None);
}

#[test]
fn the_bundled_data_have_sectors_of_gdp_and_ages_in_their_order() {
    let data = builtin();
    let found = |id: &str| {
        let whole = whole(&data, data.indicator_named(id).unwrap());
        let whole = whole.unwrap_or_else(|| panic!("{id}"));
        let name = |i| data.indicator(i).id.as_str();
        let parts: Vec<&str> = whole.parts.iter().map(|p| name(*p)).collect();
        (parts.join(" "), whole.total.map(|t| name(t).to_owned()))
    };
    let sectors = "primary-share secondary-share tertiary-share";
    assert_eq!(found("gdp"), (sectors.into(), Some("gdp".into())));
    assert_eq!(
        found("tertiary-share"),
        (sectors.into(), Some("gdp".into()))
    );
    let ages = "share-0-14 share-15-64 share-65plus";
    assert_eq!(found("share-65plus"), (ages.into(), None));
    let none = data.indicator_named("doctors-per-1000").unwrap();
    assert_eq!(whole(&data, none), None);
}

#[test]
fn segments_follow_each_other_in_proportion() {
    let data = parts(false).data();
    for form in [Form::Share, Form::Absolute] {
        let figure = drawn(&data, "low", form, 960.0, Lang::Zh);
        let [a, b, c] = segments(&figure)[..] else {
            panic!("three segments")
        };
        assert!((a.right() - b.x).abs() < 0.13 && (b.right() - c.x).abs() < 0.13);
        // 20 : 30 : 50
        assert!((b.w / a.w - 1.5).abs() < 0.01, "{} {}", a.w, b.w);
        assert!((c.w / a.w - 2.5).abs() < 0.01, "{} {}", a.w, c.w);
    }
}

#[test]
fn amounts_are_share_times_total_and_said_to_be() {
    let data = parts(false).data();
    let figure = drawn(&data, "low", Form::Absolute, 960.0, Lang::En);
    let words = written(&figure);
    // 200 × 20 %, 30 %, 50 %
    for amount in ["40.0", "60.0", "100.0", "200.0", "things × share"] {
        assert!(words.contains(amount), "no {amount} in {words}");
    }
    let table = figure.words(&data).table;
    let row = table.rows.iter().find(|r| r.region == "testville").unwrap();
    let cells: Vec<&str> = row.cells.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(
        cells[1..8],
        ["20.0", "30.0", "50.0", "200.0", "40.0", "60.0", "100.0"]
    );
}

#[test]
fn without_a_total_shares_are_drawn_and_it_says_so() {
    let data = builtin();
    let figure = drawn(&data, "share-0-14", Form::Absolute, 960.0, Lang::Zh);
    assert!(written(&figure).contains("没有总量，按占比画"));
    assert_eq!(figure.scene.layout.ticks, [6]);
    assert_eq!(figure.scene.spots.len(), 33);
}

#[test]
fn what_is_no_whole_is_refused_with_a_sentence() {
    let data = builtin();
    let view = View {
        chart: Some(ChartId::StackedBars),
        indicator: Some("primary-share".into()),
        beside: Some(vec!["gdp-growth".into()]),
        ..View::default()
    };
    let figure = figure(&data, &view, Size::new(960.0, 600.0), Frame::Full);
    assert!(figure.scene.spots.is_empty());
    assert!(written(&figure).contains("不是一个整体"));
}

/// In the source Hangzhou's shares of 2017 are 2.37, 33.34 and 59.7, which is 95.41.
#[test]
fn a_misprint_is_not_stretched_to_a_whole() {
    let data = builtin();
    let view = View {
        chart: Some(ChartId::StackedBars),
        indicator: Some("primary-share".into()),
        period: Some("2017".into()),
        ..View::default()
    };
    let figure = figure(&data, &view, Size::new(960.0, 600.0), Frame::Full);
    assert!(written(&figure).contains("来源的各部分之和不是100%"));
}

/// How many rules a city's row has: none in the first part, one in the second, two in the third; all along the segment, none slanted.
#[test]
fn rules_count_the_parts_where_shades_could_not_be_told_apart() {
    let data = parts(false).data();
    let figure = drawn(&data, "low", Form::Share, 960.0, Lang::En);
    let rules = |role| {
        let items = figure
            .scene
            .items
            .iter()
            .filter(|i| i.role == role && i.tag.is_some());
        let lines = items.filter_map(|i| match &i.shape {
            Shape::Path {
                points,
                closed: false,
                ..
            } => Some((points[0], points[1])),
            _ => None,
        });
        lines.collect::<Vec<_>>()
    };
    let own = rules(Role::Home);
    assert_eq!(own.len(), 1 + 2);
    assert!(own.iter().all(|(a, b)| a.y == b.y && a.x < b.x));
    // two and a half pixels apart, from the lower edge up: the number in the middle stays free
    let rects = figure.scene.items.iter().filter_map(|i| match &i.shape {
        Shape::Rect { rect, .. } if i.role == Role::Home && i.tag.is_some() => Some(*rect),
        _ => None,
    });
    let rects: Vec<_> = rects.collect();
    assert_eq!(rects.len(), 3, "no rule is covered by a plate");
    for ((a, _), up) in own.iter().zip([2.5, 2.5, 5.0]) {
        assert!((rects[0].bottom() - a.y - up).abs() <= 0.125, "{up}");
    }
    // home's number is in the second segment and the third
    let numbers = figure.scene.items.iter().filter_map(|i| match &i.shape {
        Shape::Text { at, face, .. } if i.role == Role::Home && i.tag.is_some() => {
            Some(at.y + face.size * 0.36)
        }
        _ => None,
    });
    let inside = |y: &f64| rects[0].y < *y && *y < rects[0].bottom();
    let lower: Vec<f64> = numbers.filter(inside).collect();
    assert!(!lower.is_empty());
    assert!(
        own.iter().all(|(a, _)| lower.iter().all(|y| a.y > *y)),
        "{lower:?}"
    );
}
