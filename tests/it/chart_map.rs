//! The map: who lies where, in which shade, what is hit, and who is named in words.

use std::collections::BTreeSet;

use duibiao::base::{Color, Point, Size};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape, Theme, ThemeId};
use duibiao::survey::suits;
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::crowd::texts;
use super::fixture::{CITIES, Fixture, GAP, text};

fn map(data: &Dataset, width: f64, change: impl FnOnce(&mut View)) -> Figure {
    let mut view = View {
        chart: Some(ChartId::Map),
        ..View::default()
    };
    change(&mut view);
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

/// Squares of one degree in rows of `columns`, from the south-west, for the first `count` cities.
fn squares(f: &mut Fixture, ids: &[String], columns: usize) {
    let mut arcs = Vec::new();
    let mut regions = serde_json::Map::new();
    for (i, id) in ids.iter().enumerate() {
        let (x, y) = (100 + i % columns, i / columns);
        arcs.push(json!([x, y, 1, 0, 0, 1, -1, 0, 0, -1]));
        regions.insert(id.clone(), json!([[i]]));
    }
    let file = json!({"source": "gazette", "per": 1, "arcs": arcs, "regions": regions});
    f.write("boundaries/test.json", file.to_string().as_bytes());
}

fn five(count: usize) -> Fixture {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, -7.0]);
    let ids: Vec<String> = CITIES.iter().take(count).map(ToString::to_string).collect();
    squares(&mut f, &ids, 5);
    f
}

/// Filled areas with their corners' bounds: left, top, right, bottom.
fn areas(figure: &Figure) -> Vec<(String, Color, [f64; 4])> {
    let filled = figure
        .scene
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Path {
                points,
                fill: Some(fill),
                ..
            } => {
                let fold = |of: fn(&Point) -> f64, by: fn(f64, f64) -> f64, from| {
                    points.iter().map(of).fold(from, by)
                };
                let edges = [
                    fold(|p| p.x, f64::min, f64::INFINITY),
                    fold(|p| p.y, f64::min, f64::INFINITY),
                    fold(|p| p.x, f64::max, 0.0),
                    fold(|p| p.y, f64::max, 0.0),
                ];
                let tag = figure.scene.tags[item.tag.unwrap() as usize]
                    .region
                    .to_string();
                Some((tag, *fill, edges))
            }
            _ => None,
        });
    filled.collect()
}

fn written(figure: &Figure) -> String {
    texts(&figure.scene).join("|")
}

#[test]
fn cities_lie_as_on_the_globe() {
    let figure = map(&five(5).data(), 960.0, |_| {});
    let all = areas(&figure);
    assert_eq!(all.len(), 5);
    let of = |id: &str| all.iter().find(|a| a.0 == id).unwrap().2;
    // west to east in the order of the fixture, each beginning where its neighbour ends
    for pair in CITIES.windows(2) {
        assert!((of(pair[0])[2] - of(pair[1])[0]).abs() <= 0.25, "{pair:?}");
    }
    // a degree of longitude at 0.5° is cos 0.5° = 0.99996 of one of latitude: squares, to a quarter of a pixel
    let [left, top, right, bottom] = of("testville");
    assert!(((right - left) - (bottom - top)).abs() <= 0.5);
}

#[test]
fn higher_values_have_more_of_the_texts_colour() {
    for (_, id) in ThemeId::ALL {
        let figure = map(&five(5).data(), 960.0, |v| v.theme = Some(id));
        let theme = Theme::named(id);
        let all = areas(&figure);
        let away = |id: &str| {
            all.iter()
                .find(|a| a.0 == id)
                .unwrap()
                .1
                .contrast(theme.ground)
        };
        // −7 < 1 < 4 < 5 < 9: five values, five classes
        let order = [
            "deltamouth",
            "gammaford",
            "betaburg",
            "testville",
            "alphaton",
        ];
        assert!(order.windows(2).all(|w| away(w[0]) < away(w[1])), "{id:?}");
        // and a text is read on each
        for (_, fill, _) in &all {
            let best = theme.text.contrast(*fill).max(theme.ground.contrast(*fill));
            assert!(best >= 4.5, "{id:?} {fill}");
        }
    }
}

/// Of the 210 ways to cut eleven values into five runs, all tried by another program, the least squares are those of
/// 20,059 | 16,453 | 8731 7791 | 7062 6241 6011 | 4015 2125 2101 1964.
#[test]
fn the_classes_are_natural_breaks() {
    let data = builtin();
    let figure = map(&data, 960.0, |v| v.indicator = Some("gdp".into()));
    let mut shades: Vec<(Color, BTreeSet<String>)> = Vec::new();
    for (region, fill, _) in areas(&figure) {
        match shades.iter_mut().find(|(f, _)| *f == fill) {
            Some((_, regions)) => {
                regions.insert(region);
            }
            None => shades.push((fill, [region].into())),
        }
    }
    let mut sizes: Vec<usize> = shades.iter().map(|(_, regions)| regions.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 2, 3, 4]);
}

#[test]
fn equal_values_have_one_shade() {
    let mut f = Fixture::values([3.0, 3.0, 3.0, 3.0, 3.0]);
    squares(&mut f, &CITIES.map(String::from), 5);
    let shades: BTreeSet<String> = areas(&map(&f.data(), 960.0, |_| {}))
        .into_iter()
        .map(|a| a.1.to_string())
        .collect();
    assert_eq!(shades.len(), 1);
}

#[test]
fn a_city_is_hit_inside_its_lines() {
    let data = five(5).data();
    let figure = map(&data, 960.0, |_| {});
    for (region, _, [left, top, right, bottom]) in areas(&figure) {
        for at in [(left + 2.0, top + 2.0), (right - 2.0, bottom - 2.0)] {
            let hit = figure.pick(&data, Point::new(at.0, at.1)).expect("a city");
            assert_eq!(hit.region, region);
        }
    }
    assert!(figure.pick(&data, Point::new(2.0, 590.0)).is_none());
}

#[test]
fn the_sea_beside_an_island_is_nobodys_but_at_its_name() {
    let data = builtin();
    let figure = map(&data, 960.0, |_| {});
    let marks = figure.marks();
    assert_eq!(marks.len(), 11);
    let zhoushan = marks.iter().find(|m| m.region == "zhoushan").unwrap();
    let near = Point::new(zhoushan.x, zhoushan.y - 14.0);
    assert_eq!(figure.pick(&data, near).unwrap().region, "zhoushan");
    let spot = &figure.scene.spots[zhoushan.index as usize];
    let corner = Point::new(spot.area.right() - 6.0, spot.area.bottom() - 6.0);
    assert!(figure.pick(&data, corner).is_none());
}

#[test]
fn who_has_no_boundary_is_named_in_words() {
    let data = five(3).data();
    let figure = map(&data, 960.0, |v| {
        v.lang = Some(Lang::En);
        v.peers = Some(vec!["deltamouth".into()]);
    });
    let all = written(&figure);
    assert!(
        all.contains("Not on the map: Deltamouth −7.0, Gammaford 1.0"),
        "{all}"
    );
    assert_eq!(areas(&figure).len(), 3);
    assert!(
        figure
            .scene
            .layout
            .labelled
            .contains(&"deltamouth".to_owned())
    );
    assert_eq!(figure.marks().len(), 5);
}

#[test]
fn without_boundaries_there_are_words_and_no_picture() {
    let data = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]).data();
    for (lang, words) in [
        (Lang::En, "There are no boundaries of these regions"),
        (Lang::Zh, "这些地区没有边界数据"),
    ] {
        let figure = map(&data, 960.0, |v| v.lang = Some(lang));
        assert!(written(&figure).contains(words) && areas(&figure).is_empty());
        assert_eq!(figure.scene.layout.labelled, ["testville", "alphaton"]);
        assert!(!figure.words(&data).foot.contains("Boundaries"));
    }
}

#[test]
fn the_source_of_the_lines_stands_in_the_foot_and_among_the_sources() {
    let data = builtin();
    for (lang, words) in [
        (Lang::Zh, "市界：Apache ECharts"),
        (Lang::En, "Boundaries: Apache ECharts"),
    ] {
        let figure = map(&data, 960.0, |v| v.lang = Some(lang));
        let said = figure.words(&data);
        assert!(said.foot.contains(words) && written(&figure).replace('|', " ").contains(words));
        assert!(figure.csv(&data).contains(words));
        assert_eq!(
            said.sources.last().unwrap().licence.split(' ').next(),
            Some(lang.pick("Apache-2.0(随", "Apache-2.0"))
        );
        let ranking = map(&data, 960.0, |v| {
            v.lang = Some(lang);
            v.chart = None;
        })
        .words(&data);
        assert_eq!((said.title, said.table), (ranking.title, ranking.table));
    }
}

#[test]
fn what_is_missing_or_not_plain_is_hatched() {
    let lines = |f: &Fixture| {
        let figure = map(&f.data(), 960.0, |_| {});
        let open = |i: &&duibiao::scene::Item| {
            matches!(i.shape, Shape::Path { closed: false, .. }) && i.tag.is_some()
        };
        figure
            .scene
            .items
            .iter()
            .filter(open)
            .map(|i| {
                figure.scene.tags[i.tag.unwrap() as usize]
                    .region
                    .to_string()
            })
            .collect::<BTreeSet<_>>()
    };
    assert!(lines(&five(5)).is_empty());
    let mut f = Fixture::values([5.0, f64::NAN, 4.0, 1.0, 2.0]);
    f.fact(
        "things",
        json!({"region": "alphaton", "value": 3, "bound": "at-least"}),
    );
    squares(&mut f, &CITIES.map(String::from), 5);
    assert_eq!(lines(&f), ["alphaton".to_owned()].into());
    let mut f = Fixture::values([5.0, 3.0, f64::NAN, 1.0, 2.0]);
    squares(&mut f, &CITIES.map(String::from), 5);
    assert_eq!(lines(&f), ["betaburg".to_owned()].into());
}

#[test]
fn who_is_looked_at_is_outlined_and_others_fade() {
    let data = builtin();
    let plain = map(&data, 960.0, |_| {});
    let looked = map(&data, 960.0, |v| v.focus = Some("jinhua".into()));
    let shade = |f: &Figure, id: &str| areas(f).into_iter().find(|a| a.0 == id).unwrap().1;
    for id in ["wenzhou", "jinhua"] {
        assert_eq!(shade(&plain, id), shade(&looked, id));
    }
    assert_ne!(shade(&plain, "quzhou"), shade(&looked, "quzhou"));
    let outlined = |f: &Figure, role: Role| {
        f.scene
            .items
            .iter()
            .filter(|i| i.role == role && matches!(i.shape, Shape::Path { fill: None, .. }))
            .count()
    };
    assert!(outlined(&plain, Role::Text) == 0 && outlined(&looked, Role::Text) == 1);
}

/// Twenty columns and fifteen rows of cities that are all nearly alike.
pub(crate) fn many() -> Fixture {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, -7.0]);
    let mut ids: Vec<String> = CITIES.map(String::from).to_vec();
    let mut rows = Vec::new();
    for i in 5..300_i32 {
        let id = format!("city-{i}");
        f.push("regions.json", "/regions", json!({"id": id, "level": "city", "name": text(&format!("第{i}城"), &format!("Town {i}"))}));
        f.push("peer-groups.json", "/groups/0/members", json!(id));
        rows.push((id.clone(), [f64::from(i)]));
        ids.push(id);
    }
    let rows: Vec<(&str, &[f64])> = rows
        .iter()
        .map(|(id, row)| (id.as_str(), row.as_slice()))
        .collect();
    f.series("things", 2001, &rows);
    squares(&mut f, &ids, 20);
    f
}

#[test]
fn of_three_hundred_cities_home_peers_and_who_is_looked_at_are_named() {
    let data = many().data();
    for width in [320.0, 960.0, 3840.0] {
        let figure = map(&data, width, |v| v.focus = Some("city-151".into()));
        let all = written(&figure);
        for name in ["测城", "甲城", "第151城"] {
            assert!(all.contains(name), "{width}: no {name}");
        }
        assert_eq!((areas(&figure).len(), figure.marks().len()), (300, 300));
        assert_eq!(figure.scene.layout.labels, 300);
    }
}

/// Values of two cities with boundaries are compared better in words; three make a picture. Nobody has a tile here.
#[test]
fn a_map_is_offered_from_three_cities_on_it() {
    let offered = |values: [f64; 5], bounded: usize| {
        let mut f = Fixture::values(values);
        let ids: Vec<String> = CITIES
            .iter()
            .take(bounded)
            .map(ToString::to_string)
            .collect();
        squares(&mut f, &ids, 5);
        let suits = suits(&f.data());
        assert!(!suits["things"].contains(&"tile-grid"));
        suits["things"].contains(&"map")
    };
    assert!(!offered([5.0, 9.0, GAP, GAP, GAP], 5));
    assert!(offered([5.0, 9.0, 4.0, GAP, GAP], 5));
    assert!(!offered([5.0, 9.0, 4.0, 1.0, 2.0], 2));
}
