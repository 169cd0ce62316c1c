//! The visual measures hold for every picture the data can give, and they can fail.

use duibiao::audit::{WIDTHS, audit, measure};
use duibiao::base::{Color, Point, Size};
use duibiao::compare::Comparison;
use duibiao::data::{Dataset, builtin};
use duibiao::figure::{Frame, default_height, figure};
use duibiao::scene::{Anchor, Item, Role, Scene, Shape};
use duibiao::text::Face;
use duibiao::view::{ChartId, View};

/// Every home × indicator × language at 320, 960 and 1920 pixels: the first charts of every home, all charts of the default home
/// and of the two whose names are the longest in either language. `duibiao audit` looks at all charts of all homes.
#[test]
fn no_picture_has_a_complaint() {
    assert_eq!(WIDTHS, [320.0, 960.0, 1920.0]);
    let data = builtin();
    let homes = &data.group(data.defaults().group).members;
    let mut complaints: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = homes
            .iter()
            .map(|home| {
                let region = &data.region(*home).id;
                let all = ["wenzhou", "shaoxing", "taizhou-zj"].contains(&region.as_str());
                let charts = if all {
                    &ChartId::ALL[..]
                } else {
                    &ChartId::ALL[..2]
                };
                scope.spawn(|| {
                    let each = |(id, _)| audit(&data, *home, id, charts, &WIDTHS);
                    data.indicators().flat_map(each).collect::<Vec<_>>()
                })
            })
            .collect();
        let all = workers.into_iter().flat_map(|w| w.join().unwrap());
        all.map(|c| format!("{}: {}", c.picture, c.what)).collect()
    });
    complaints.sort();
    let first: Vec<_> = complaints.iter().take(20).collect();
    assert!(
        complaints.is_empty(),
        "{} complaints (duibiao audit lists them): {first:#?}",
        complaints.len()
    );
}

/// The default picture, what it shows, and what is said against a changed copy of it.
struct Subject {
    data: Dataset,
    comparison: Comparison,
    scene: Scene,
}

impl Subject {
    fn new(width: f64) -> Self {
        let data = builtin();
        let size = Size::new(width, default_height(width, Frame::Full));
        let figure = figure(&data, &View::default(), size, Frame::Full);
        Self {
            data,
            comparison: (*figure.comparison).clone(),
            scene: figure.scene,
        }
    }

    fn complaints(&self, change: impl FnOnce(&mut Scene)) -> Vec<String> {
        let mut scene = self.scene.clone();
        change(&mut scene);
        measure(&self.data, &self.comparison, ChartId::RankBars, &scene)
    }
}

#[track_caller]
fn complains(change: impl FnOnce(&mut Scene), about: &str) {
    let found = Subject::new(960.0).complaints(change);
    assert!(
        found.iter().any(|c| c.contains(about)),
        "no {about:?} in {found:?}"
    );
}

fn words(x: f64, y: f64, size: f64, text: &str) -> Item {
    Item {
        role: Role::Text,
        tag: None,
        shape: Shape::Text {
            at: Point::new(x, y),
            anchor: Anchor::Start,
            face: Face::regular(size),
            fill: Color::hex(0x00_00_00),
            text: text.to_owned(),
        },
    }
}

#[test]
fn the_subject_itself_is_fine() {
    for width in WIDTHS {
        assert_eq!(Subject::new(width).complaints(|_| {}), [""; 0]);
    }
}

#[test]
fn texts_that_touch_are_complained_of() {
    complains(
        |scene| {
            scene.items.push(words(300.0, 300.0, 12.0, "overlaps"));
            scene.items.push(words(310.0, 303.0, 12.0, "this"));
        },
        "texts \"overlaps\" and \"this\" are nearer than 2 px",
    );
}

#[test]
fn a_text_moved_onto_another_is_complained_of() {
    complains(
        |scene| {
            let texts: Vec<usize> = (0..scene.items.len())
                .filter(|i| scene.items[*i].text_box().is_some())
                .collect();
            let first = scene.items[texts[0]].clone();
            let mut copy = first;
            if let Shape::Text { at, .. } = &mut copy.shape {
                at.x += 3.0;
            }
            scene.items.push(copy);
        },
        "are nearer than 2 px",
    );
}

#[test]
fn cut_text_is_complained_of() {
    for (x, y) in [
        (-6.0, 300.0),
        (957.0, 300.0),
        (300.0, 3.0),
        (300.0, 599.0),
        (940.0, 300.0),
    ] {
        complains(
            |scene| scene.items.push(words(x, y, 12.0, "cut off")),
            "text \"cut off\" is cut or within 4 px of the edge",
        );
    }
}

#[test]
fn small_text_is_complained_of() {
    complains(
        |scene| scene.items.push(words(300.0, 300.0, 11.0, "tiny")),
        "text smaller than 12 px",
    );
    let narrow = Subject::new(320.0);
    let found = narrow.complaints(|scene| scene.items.push(words(150.0, 300.0, 10.0, "tiny")));
    assert!(
        found.contains(&"text smaller than 11 px".to_owned()),
        "{found:?}"
    );
}

#[test]
fn too_many_sizes_are_complained_of() {
    complains(
        |scene| {
            for (i, size) in [13.0, 15.0, 17.0, 19.0].into_iter().enumerate() {
                let y = 100.0 + 40.0 * f64::from(u8::try_from(i).unwrap());
                scene.items.push(words(500.0, y, size, "size"));
            }
        },
        "text sizes, at most 4",
    );
}

#[test]
fn a_character_without_glyph_is_complained_of() {
    complains(
        |scene| scene.items.push(words(300.0, 300.0, 12.0, "\u{1F600}")),
        "has no glyph for",
    );
}

#[test]
fn a_missing_label_is_complained_of() {
    complains(
        |scene| scene.layout.labelled.retain(|id| id != "wenzhou"),
        "wenzhou is not labelled",
    );
    complains(
        |scene| scene.layout.labelled.retain(|id| id != "ningbo"),
        "ningbo is not labelled",
    );
}

#[test]
fn dropped_labels_are_complained_of() {
    complains(
        |scene| scene.layout.dropped = 1,
        "1 of 11 labels dropped, at most 0",
    );
}

#[test]
fn a_small_plot_is_complained_of() {
    complains(
        |scene| scene.layout.panel.h /= 2.0,
        "% of the figure, at least 55 %",
    );
}

#[test]
fn thin_and_fat_bars_are_complained_of() {
    for fill in [0.4, 0.95] {
        complains(|scene| scene.layout.bar_fill = Some(fill), "of their bands");
    }
}

#[test]
fn too_few_and_too_many_ticks_are_complained_of() {
    for ticks in [3, 8] {
        complains(
            |scene| scene.layout.ticks = vec![ticks],
            &format!("{ticks} ticks"),
        );
    }
}

#[test]
fn a_long_title_is_complained_of() {
    complains(
        |scene| scene.layout.title_lines = 3,
        "title has 3 lines, at most 2",
    );
}

#[test]
fn too_many_hues_are_complained_of() {
    complains(
        |scene| {
            for n in 0..5 {
                let mut item = words(300.0, 300.0, 12.0, "");
                item.role = Role::Peer(n);
                scene.items.push(item);
            }
        },
        "hues, at most 4",
    );
}
