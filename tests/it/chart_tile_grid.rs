//! The tile map: where tiles stand, what is written in them, and who is named in words.

use duibiao::base::{Rect, Size};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::crowd::texts;
use super::fixture::{Fixture, text};

fn tiles(data: &Dataset, width: f64, change: impl FnOnce(&mut View)) -> Figure {
    let mut view = View {
        chart: Some(ChartId::TileGrid),
        ..View::default()
    };
    change(&mut view);
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

fn place(figure: &Figure, region: &str) -> Rect {
    let mark = figure.marks().into_iter().find(|m| m.region == region);
    figure.scene.spots[mark.unwrap_or_else(|| panic!("no {region}")).index as usize].area
}

#[test]
fn tiles_stand_about_where_the_cities_lie() {
    let data = builtin();
    for width in [320.0, 960.0] {
        let figure = tiles(&data, width, |_| {});
        let at = |id: &str| place(&figure, id);
        assert!(at("huzhou").x < at("jiaxing").x && (at("huzhou").y - at("jiaxing").y).abs() < 0.1);
        assert!(
            at("hangzhou").bottom() <= at("jinhua").y + 0.5
                && (at("hangzhou").x - at("jinhua").x).abs() < 0.1
        );
        assert!(at("ningbo").x > at("shaoxing").x && at("zhoushan").y < at("ningbo").y);
        assert!(at("wenzhou").y > at("taizhou-zj").y && at("quzhou").x < at("jinhua").x);
        let marks = figure.marks();
        assert_eq!(marks.len(), 11);
        // the keyboard goes as one reads
        assert_eq!(
            (marks[0].region.as_str(), marks[10].region.as_str()),
            ("huzhou", "wenzhou")
        );
    }
}

#[test]
fn each_tile_has_name_value_and_place() {
    let data = builtin();
    for (lang, name) in [(Lang::Zh, "温州"), (Lang::En, "Wenzhou")] {
        for width in [320.0, 960.0, 1920.0] {
            let all = texts(&tiles(&data, width, |v| v.lang = Some(lang)).scene);
            for said in [name, "3.80", "8/11", "5.00", "1/11"] {
                assert!(
                    all.iter().any(|t| t == said),
                    "{width}: no {said} in {all:?}"
                );
            }
        }
    }
}

#[test]
fn who_has_no_tile_is_named_in_words() {
    let data = builtin();
    let figure = tiles(&data, 960.0, |v| {
        v.lang = Some(Lang::En);
        v.indicator = Some("life-expectancy".into());
        v.peers = Some(vec!["shanghai".into()]);
    });
    let all = texts(&figure.scene).join(" ");
    assert!(all.contains("Not on the map: Shanghai"), "{all}");
    assert!(
        figure
            .scene
            .layout
            .labelled
            .contains(&"shanghai".to_owned())
    );
    let bare = Fixture::values([5.0, 9.0, 4.0, 1.0, -7.0]).data();
    let figure = tiles(&bare, 960.0, |v| v.lang = Some(Lang::En));
    assert!(
        texts(&figure.scene)
            .join(" ")
            .contains("There are no tiles for these regions")
    );
    assert_eq!(figure.scene.layout.labelled, ["testville", "alphaton"]);
}

#[test]
fn of_three_hundred_tiles_home_and_peers_are_named() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, -7.0]);
    let mut all = json!({"testville": [7, 3], "alphaton": [0, 0]});
    for i in 0..295_u32 {
        let id = format!("city-{i}");
        f.push(
            "regions.json",
            "/regions",
            json!({"id": id, "level": "city", "name": text(&format!("第{i}城"), &id)}),
        );
        f.push("peer-groups.json", "/groups/0/members", json!(id));
        all[id] = json!([i % 20, 4 + i / 20]);
    }
    f.write("tiles.json", json!({"tiles": all}).to_string().as_bytes());
    let data = f.data();
    for width in [320.0, 960.0, 3840.0] {
        let figure = tiles(&data, width, |v| v.focus = Some("city-151".into()));
        let all = texts(&figure.scene).join(" ");
        for name in ["测城", "甲城", "第151城"] {
            assert!(all.contains(name), "{width}: no {name}");
        }
        assert_eq!(figure.scene.layout.labels, 297);
    }
}
