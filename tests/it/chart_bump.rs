//! Places over time: how they are counted, where they lie, and what is said.

use duibiao::base::Size;
use duibiao::compare::places;
use duibiao::data::{Lang, builtin};
use duibiao::figure::{Frame, figure};
use duibiao::scene::{Role, Shape, Theme, ThemeId};
use duibiao::view::{ChartId, View};

use super::chart_slopes::five;
use super::crowd::{crowd, drawn, fill, of, place, sound, texts};
use super::fixture::{Fixture, GAP, answer, close, year};

fn places_of(f: &Fixture, when: i32) -> Vec<Option<(usize, usize)>> {
    let data = f.data();
    let all = places(&data, &answer(&data), year(when)).into_iter();
    all.map(|r| r.map(|r| (r.place, r.of))).collect()
}

#[test]
fn each_years_places_are_among_those_with_a_value() {
    let all = |list: [usize; 5]| list.map(|p| Some((p, 5))).to_vec();
    assert_eq!(places_of(&five(), 2001), all([4, 3, 5, 1, 2]));
    assert_eq!(places_of(&five(), 2003), all([2, 1, 4, 3, 5]));
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0]),
            ("alphaton", &[2.0, 6.0]),
            ("betaburg", &[1.0, GAP]),
        ],
    );
    // two share the first place, the next is third
    let found = places_of(&f, 2001);
    assert_eq!(
        found,
        [Some((1, 3)), Some((1, 3)), Some((3, 3)), None, None]
    );
    assert_eq!(places_of(&f, 2002)[..2], [Some((2, 2)), Some((1, 2))]);
}

#[test]
fn first_is_at_the_top_and_places_are_evenly_apart() {
    let data = five().data();
    let scene = drawn(&data, &of(ChartId::Bump, Lang::Zh), 960.0).scene;
    let y = |region: &str, period: &str| place(&scene, region, period).y;
    let (first, last) = (y("gammaford", "2001"), y("betaburg", "2001"));
    assert!(first < last);
    // from the fourth to the second of five
    close((y("testville", "2001") - first) / (last - first), 0.75);
    close((y("testville", "2003") - first) / (last - first), 0.25);
    let (a, b, c) = (
        place(&scene, "testville", "2001").x,
        place(&scene, "testville", "2002").x,
        place(&scene, "testville", "2003").x,
    );
    close(b - a, c - b);
}

#[test]
fn a_year_with_fewer_says_how_many() {
    let f = Fixture::rows(
        2001,
        &[
            ("testville", &[2.0, 4.0]),
            ("alphaton", &[3.0, 6.0]),
            ("betaburg", &[1.0, 2.0]),
            ("gammaford", &[GAP, 5.0]),
            ("deltamouth", &[GAP, 1.0]),
        ],
    );
    let data = f.data();
    let figure = drawn(&data, &of(ChartId::Bump, Lang::Zh), 960.0);
    let all = texts(&figure.scene);
    // 3 is also a place: it stands once more under the year
    let threes = all.iter().filter(|t| *t == "3").count();
    assert!(threes >= 2, "{all:?}");
    assert!(all.join("").contains("当年参加排名的市数"), "{all:?}");
    let table = figure.words(&data).table;
    let at = table.columns.iter().position(|c| c.key == "of").unwrap();
    let counts: Vec<&str> = table
        .rows
        .iter()
        .map(|r| r.cells[at].text.as_str())
        .collect();
    assert_eq!(counts, ["5", "3"]);
}

#[test]
fn the_title_says_from_which_place_to_which() {
    let data = five().data();
    let title = |lang| {
        drawn(&data, &of(ChartId::Bump, lang), 960.0)
            .words(&data)
            .title
    };
    assert_eq!(
        title(Lang::Zh),
        "2001–2003年测城东西名次由5市第4位升至第2位"
    );
    assert_eq!(
        title(Lang::En),
        "2001–2003: Testville went from 4th to 2nd of 5 cities in things"
    );
}

#[test]
fn the_title_does_not_cross_a_break_and_the_line_has_its_sign() {
    let mut f = five();
    f.broken("things", &["testville"], "2002");
    let data = f.data();
    let figure = drawn(&data, &of(ChartId::Bump, Lang::Zh), 960.0);
    let title = figure.words(&data).title;
    assert!(title.starts_with("2002–2003年测城"), "{title}");
    let scene = figure.scene;
    let (a, b) = (
        place(&scene, "testville", "2001").x,
        place(&scene, "testville", "2002").x,
    );
    let crossing = scene.items.iter().any(|i| match &i.shape {
        Shape::Path { points, .. } if i.role == Role::Home => {
            points.iter().any(|p| p.x <= a + 1.0) && points.iter().any(|p| p.x >= b - 1.0)
        }
        _ => false,
    });
    assert!(!crossing);
    assert!(texts(&scene).join("").contains("口径有变"));
}

#[test]
fn a_tooltip_knows_the_place_of_its_own_year() {
    let data = five().data();
    let figure = drawn(&data, &of(ChartId::Bump, Lang::Zh), 960.0);
    let at = place(&figure.scene, "testville", "2001");
    let hit = figure.pick(&data, at).unwrap();
    let rank = hit.lines.iter().find(|l| l.label == "位次").unwrap();
    assert_eq!(rank.value, "居全测省5市第4位");
}

#[test]
fn one_period_and_one_city_are_sentences() {
    let view = of(ChartId::Bump, Lang::En);
    let one = Fixture::values([2.0, 3.0, 1.0, 5.0, 4.0]).data();
    let all = texts(&drawn(&one, &view, 960.0).scene).join(" ");
    assert!(all.contains("one period only (2001)"), "{all}");
    let alone = Fixture::rows(2001, &[("testville", &[2.0, 4.0])]).data();
    let all = texts(&drawn(&alone, &view, 960.0).scene).join(" ");
    assert!(all.contains("nothing can be ranked"), "{all}");
    sound(&one, &view);
    sound(&alone, &view);
}

#[test]
fn three_hundred_cities_stay_readable() {
    let mut f = crowd(300);
    fill(&mut f, "things", 300, 5, |city, year| {
        f64::from(u32::try_from((city * 37 + year * 91) % 300).unwrap()) - 20.0
    });
    let data = f.data();
    let view = of(ChartId::Bump, Lang::Zh);
    sound(&data, &view);
    let all = texts(&drawn(&data, &view, 960.0).scene);
    assert_eq!(all.iter().filter(|t| *t == "测城").count(), 2);
    assert_eq!(all.iter().filter(|t| *t == "甲城").count(), 2);
    assert!(all.len() < 120, "{} texts", all.len());
}

/// Where contrast is high nothing stands back, nor where somebody is looked at: the others are faint then anyway.
#[test]
fn on_the_narrowest_screens_the_others_stand_back_but_not_where_contrast_is_high() {
    let data = builtin();
    for (theme, width, back) in [
        (ThemeId::Light, 320.0, true),
        (ThemeId::Dark, 320.0, true),
        (ThemeId::Contrast, 320.0, false),
        (ThemeId::Light, 960.0, false),
    ] {
        let view = View {
            chart: Some(ChartId::Bump),
            theme: Some(theme),
            ..View::default()
        };
        let figure = figure(&data, &view, Size::new(width, 600.0), Frame::Full);
        let strokes = figure.scene.items.iter().filter_map(|i| match &i.shape {
            Shape::Path {
                stroke: Some(stroke),
                ..
            } => Some((i.role, stroke.color)),
            _ => None,
        });
        let plain = Theme::named(theme).color(Role::Rest);
        let line = Theme::named(theme).line(Role::Rest);
        let others: Vec<_> = strokes.filter(|(role, _)| *role == Role::Rest).collect();
        assert!(!others.is_empty());
        let paler = others.iter().all(|(_, c)| *c != line && *c != plain);
        assert_eq!(paler, back, "{theme:?} {width}");
    }
}
