//! Slopes: which two periods, where the ends lie, what is joined, and what is said.

use duibiao::compare::ends;
use duibiao::data::Lang;
use duibiao::scene::{Role, Scene, Shape};
use duibiao::view::{ChartId, View};

use super::crowd::{crowd, drawn, fill, of, place, sound, texts};
use super::fixture::{Fixture, GAP, answer, asked, close, year};

/// Places in 2001: gammaford, deltamouth, alphaton, testville, betaburg; in 2003: alphaton, testville, gammaford, betaburg, deltamouth.
pub(super) fn five() -> Fixture {
    Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0, 8.0]),
            ("alphaton", &[3.0, 6.0, 9.0]),
            ("betaburg", &[1.0, 2.0, 3.0]),
            ("gammaford", &[5.0, 5.0, 5.0]),
            ("deltamouth", &[4.0, 1.0, 1.0]),
        ],
    )
}

/// Lines of a role that go from one axis to the other.
fn joined(scene: &Scene, role: Role) -> usize {
    let plot = scene.layout.plot;
    let spans = |i: &&duibiao::scene::Item| match &i.shape {
        Shape::Path { points, .. } => {
            let (first, last) = (points[0], points[points.len() - 1]);
            i.role == role && (last.x - first.x).abs() > plot.w * 0.9
        }
        _ => false,
    };
    scene.items.iter().filter(spans).count()
}

#[test]
fn the_ends_are_the_first_and_the_last_year_that_most_have() {
    assert_eq!(
        ends(&answer(&five().data())),
        Some((year(2001), year(2003)))
    );
    // in 2001 there is home alone
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0, 8.0]),
            ("alphaton", &[GAP, 6.0, 9.0]),
            ("betaburg", &[GAP, 2.0, 3.0]),
        ],
    );
    assert_eq!(ends(&answer(&f.data())), Some((year(2002), year(2003))));
}

#[test]
fn the_ends_are_on_one_side_of_a_break_unless_a_range_is_asked_for() {
    let mut f = five();
    f.broken("things", &["testville"], "2002");
    let data = f.data();
    assert_eq!(ends(&answer(&data)), Some((year(2002), year(2003))));
    let c = asked(&data, |q| q.range = Some((year(2001), year(2003))));
    assert_eq!(ends(&c), Some((year(2001), year(2003))));
    let c = asked(&data, |q| q.period = Some(year(2002)));
    assert_eq!(ends(&c), None);
}

#[test]
fn the_end_is_the_period_that_is_asked_about() {
    let c = asked(&five().data(), |q| q.period = Some(year(2002)));
    assert_eq!(ends(&c), Some((year(2001), year(2002))));
}

#[test]
fn ends_lie_where_their_values_are() {
    let data = five().data();
    let scene = drawn(&data, &of(ChartId::Slopes, Lang::Zh), 960.0).scene;
    let plot = scene.layout.plot;
    // the values reach from 1 to 9: 8 lies an eighth below the top
    let top = place(&scene, "alphaton", "2003").y;
    let bottom = place(&scene, "deltamouth", "2003").y;
    let home = place(&scene, "testville", "2003");
    close((home.y - top) / (bottom - top), 0.125);
    close(home.x, plot.right());
    close(place(&scene, "testville", "2001").x, plot.x);
}

#[test]
fn a_series_with_a_break_between_is_not_joined_but_marked() {
    let whole = five().data();
    let view = of(ChartId::Slopes, Lang::Zh);
    let scene = drawn(&whole, &view, 960.0).scene;
    assert_eq!(
        (joined(&scene, Role::Home), joined(&scene, Role::Peer(0))),
        (1, 1)
    );
    let mut f = five();
    f.broken("things", &["alphaton"], "2002");
    let scene = drawn(&f.data(), &view, 960.0).scene;
    assert_eq!(
        (joined(&scene, Role::Home), joined(&scene, Role::Peer(0))),
        (1, 0)
    );
    assert!(texts(&scene).iter().any(|t| t.contains("口径有变，不连线")));
    let strokes = scene
        .items
        .iter()
        .filter(|i| i.role == Role::Peer(0) && matches!(i.shape, Shape::Path { .. }));
    // two upright strokes beside each end
    assert_eq!(strokes.count(), 4);
}

#[test]
fn the_title_says_both_values_and_both_places() {
    let data = five().data();
    let words = |lang| drawn(&data, &of(ChartId::Slopes, lang), 960.0).words(&data);
    let zh = words(Lang::Zh);
    assert!(zh.title.starts_with("2001–2003年测城"), "{}", zh.title);
    assert!(zh.title.contains("名次由5市第4位升至第2位"), "{}", zh.title);
    let en = words(Lang::En);
    assert!(
        en.title.contains("from 4th to 2nd of 5 cities"),
        "{}",
        en.title
    );
    assert!(en.subtitle.contains("2001 and 2003"), "{}", en.subtitle);
    assert!(
        en.description.contains("Testville (home) 2.0 → 8.0"),
        "{}",
        en.description
    );
}

#[test]
fn the_table_has_both_years_their_places_and_the_change() {
    let data = five().data();
    let table = drawn(&data, &of(ChartId::Slopes, Lang::En), 960.0)
        .words(&data)
        .table;
    let keys: Vec<&str> = table.columns.iter().map(|c| c.key.as_str()).collect();
    let row = table.rows.iter().find(|r| r.region == "testville").unwrap();
    let cell = |key: &str| {
        let at = keys.iter().position(|k| *k == key).unwrap();
        row.cells[at].text.as_str()
    };
    let found = [
        "from-rank",
        "from",
        "to-rank",
        "to",
        "change",
        "relative-change",
    ]
    .map(cell);
    assert_eq!(found, ["4", "2.0", "2", "8.0", "+6.0", "+300.0%"]);
}

#[test]
fn one_period_is_a_sentence_without_axes() {
    let data = Fixture::values([2.0, 3.0, 1.0, 5.0, 4.0]).data();
    let figure = drawn(&data, &of(ChartId::Slopes, Lang::Zh), 960.0);
    let all = texts(&figure.scene);
    assert!(
        all.iter()
            .any(|t| t.contains("2001年之前没有测城同口径的数据可比")),
        "{all:?}"
    );
    assert!(figure.scene.layout.ticks.is_empty());
}

#[test]
fn who_has_no_figure_is_named() {
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0]),
            ("alphaton", &[GAP, 6.0]),
            ("betaburg", &[1.0, 2.0]),
            ("gammaford", &[-5.0, 0.0]),
        ],
    );
    let data = f.data();
    let view = of(ChartId::Slopes, Lang::Zh);
    let all = texts(&drawn(&data, &view, 960.0).scene).join("");
    assert!(all.contains("2001年无数据：甲城、丁城"), "{all}");
    assert!(all.contains("2002年无数据：丁城"), "{all}");
    sound(&data, &view);
}

#[test]
fn three_hundred_cities_stay_readable() {
    let mut f = crowd(300);
    fill(&mut f, "things", 300, 2, |city, year| {
        f64::from(u32::try_from((city * 37 + year * 91) % 300).unwrap()) + 1.0
    });
    let data = f.data();
    let view = of(ChartId::Slopes, Lang::Zh);
    sound(&data, &view);
    let scene = drawn(&data, &view, 960.0).scene;
    assert!(scene.layout.dropped > 400 && scene.layout.labels == 600);
    assert_eq!(scene.spots.len(), 600);
}

#[test]
fn a_city_alone_has_its_slope() {
    let data = Fixture::rows(2001, &[("testville", &[2.0, 4.0])]).data();
    sound(&data, &of(ChartId::Slopes, Lang::Zh));
    let log = View {
        scale: Some(duibiao::view::ScaleKind::Log),
        ..of(ChartId::Slopes, Lang::En)
    };
    sound(&data, &log);
}
