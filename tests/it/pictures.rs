//! Pictures byte by byte against `tests/golden/`, and what every SVG and PNG must be.
//!
//! `UPDATE=1 cargo test --test it` writes the goldens anew. The page's tests draw the same views in wasm.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure, undescribed};
use duibiao::paint::{png, svg};
use duibiao::scene::{Shape, ThemeId};
use duibiao::view::{ChartId, View};
use roxmltree::Document;
use serde::Deserialize;

use super::fixture::{Fixture, text};

static DATA: LazyLock<Dataset> = LazyLock::new(builtin);

/// The largest golden that a person still reads; of a map, which has many corners, its names and shades.
const LARGEST: u64 = 24_000;
const LARGEST_MAP: u64 = 48_000;

/// One line of `tests/golden/views.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    name: String,
    view: View,
    width: f64,
    height: f64,
    frame: Frame,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn goldens() -> Vec<Golden> {
    let text = fs::read_to_string(folder().join("views.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn drawn(view: &View, width: f64, frame: Frame) -> Figure {
    let size = Size::new(width, default_height(width, frame));
    figure(&DATA, view, size, frame)
}

/// The first line in which two texts differ.
fn difference(old: &str, new: &str) -> String {
    let (mut old, mut new) = (old.lines(), new.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let shown = |l: Option<&str>| l.unwrap_or("(the end)").to_owned();
                return format!(
                    "line {line}\n  golden: {}\n  now:    {}",
                    shown(a),
                    shown(b)
                );
            }
        }
    }
    "only line ends".to_owned()
}

#[test]
fn every_golden_is_drawn_again_byte_by_byte() {
    let update = std::env::var_os("UPDATE").is_some_and(|v| v == "1");
    let mut changed = Vec::new();
    for golden in goldens() {
        let size = Size::new(golden.width, golden.height);
        let now = svg(&figure(&DATA, &golden.view, size, golden.frame).scene);
        let path = folder().join(format!("{}.svg", golden.name));
        if update {
            fs::write(&path, &now).unwrap();
        }
        let old = fs::read_to_string(&path).unwrap_or_default();
        if old != now {
            changed.push(format!(
                "tests/golden/{}.svg: {}",
                golden.name,
                difference(&old, &now)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "{} of the goldens differ:\n{}\nto look: UPDATE=1 cargo test --test it golden && git diff tests/golden; open the files in a browser",
        changed.len(),
        changed.join("\n")
    );
}

#[test]
fn goldens_are_few_small_and_all_named() {
    let named: BTreeSet<String> = goldens()
        .into_iter()
        .map(|g| format!("{}.svg", g.name))
        .collect();
    let found: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "views.json")
        .collect();
    assert_eq!(found, named, "views.json names every golden and no other");
    // at most six a chart
    assert!(named.len() <= 6 * ChartId::ALL.len());
    for name in named {
        let bytes = fs::metadata(folder().join(&name)).unwrap().len();
        let most = if name.starts_with("map-") {
            LARGEST_MAP
        } else {
            LARGEST
        };
        assert!(bytes <= most, "{name} has {bytes} bytes");
    }
}

#[test]
fn every_golden_differs_from_every_other() {
    let all: BTreeSet<String> = goldens()
        .iter()
        .map(|g| fs::read_to_string(folder().join(format!("{}.svg", g.name))).unwrap())
        .collect();
    assert_eq!(all.len(), goldens().len());
}

/// What an SVG of ours may hold. Anything else would be an accident, or an attack.
#[track_caller]
fn harmless(picture: &str) {
    let document = Document::parse(picture).unwrap_or_else(|e| panic!("{e}\n{picture}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(
            ["svg", "rect", "g", "path", "circle", "text"].contains(&tag),
            "element {tag}"
        );
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(
                !["style", "id", "href"].contains(&name) && !name.starts_with("on"),
                "{name}="
            );
            assert!(!attribute.value().contains("url("), "{}", attribute.value());
            let drawn =
                !["aria-label", "data-region", "data-period", "font-family"].contains(&name);
            assert!(
                !drawn || !attribute.value().contains("NaN"),
                "{name}={}",
                attribute.value()
            );
        }
    }
    assert!(!document.descendants().any(|n| n.is_pi() || n.is_comment()));
}

fn every_view() -> impl Iterator<Item = View> {
    let themes = [ThemeId::Light, ThemeId::Dark].into_iter().cycle();
    let charts = || ChartId::ALL.into_iter();
    let pairs = Lang::ALL
        .into_iter()
        .flat_map(move |l| charts().map(move |c| (l, c)));
    let indicators: Vec<String> = DATA.indicators().map(|(_, i)| i.id.clone()).collect();
    let all = indicators
        .into_iter()
        .flat_map(move |i| pairs.clone().map(move |p| (i.clone(), p)));
    all.zip(themes)
        .map(|((indicator, (lang, chart)), theme)| View {
            indicator: Some(indicator),
            lang: Some(lang),
            chart: Some(chart),
            theme: Some(theme),
            ..View::default()
        })
}

#[test]
fn every_picture_is_well_formed_and_holds_nothing_but_shapes() {
    for view in every_view() {
        harmless(&svg(&drawn(&view, 960.0, Frame::Full).scene));
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let view = View::default();
    let first = svg(&drawn(&view, 960.0, Frame::Full).scene);
    let again = std::thread::spawn(move || {
        svg(&figure(&builtin(), &view, Size::new(960.0, 600.0), Frame::Full).scene)
    });
    assert_eq!(first, again.join().unwrap());
}

/// All that is written in a picture, without the spaces at which lines may break.
fn written(picture: &str) -> String {
    let document = Document::parse(picture).unwrap();
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    let all: String = texts.filter_map(|n| n.text()).collect();
    all.replace(' ', "")
}

#[test]
fn hostile_text_in_a_title_stays_text() {
    for title in [
        "</text><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "]]><!--&lt;'&#0;",
        "a\u{0}b\u{8}c\u{fffe}d\u{ffff}e",
    ] {
        for lang in Lang::ALL {
            let view = View {
                title: Some(title.to_owned()),
                lang: Some(lang),
                ..View::default()
            };
            let picture = svg(&drawn(&view, 960.0, Frame::Full).scene);
            harmless(&picture);
            if title.is_ascii() {
                assert!(
                    written(&picture).contains(&title.replace(' ', "")),
                    "{picture}"
                );
            }
        }
    }
}

#[test]
fn hostile_text_in_a_name_stays_text() {
    let hostile = "<script>alert('x')</script>&\"";
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("regions.json", "/regions/1")["name"] = text(hostile, hostile);
    f.at("indicators.json", "/indicators/0")["name"] = text(hostile, hostile);
    f.at("sources.json", "/sources/0")["publisher"] = text(hostile, hostile);
    let data = f.data();
    for chart in ChartId::ALL {
        let view = View {
            chart: Some(chart),
            ..View::default()
        };
        let figure = figure(&data, &view, Size::new(960.0, 600.0), Frame::Full);
        let picture = svg(&figure.scene);
        harmless(&picture);
        assert!(written(&picture).contains(hostile), "{picture}");
        assert!(
            !figure
                .file_name(&data)
                .contains(['<', '>', '"', '\'', '/', '&'])
        );
    }
}

#[test]
fn items_say_what_they_are() {
    let picture = svg(&drawn(&View::default(), 960.0, Frame::Full).scene);
    let document = Document::parse(&picture).unwrap();
    let classes: BTreeSet<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("class"))
        .collect();
    for class in [
        "figure",
        "ground",
        "home",
        "peer-1",
        "peer-2",
        "rest",
        "grid",
        "text",
        "muted",
        "benchmark",
    ] {
        assert!(classes.contains(class), "no {class} in {classes:?}");
    }
    let regions: BTreeSet<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("data-region"))
        .collect();
    assert_eq!(regions.len(), 11);
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert!(
        root.attribute("aria-label")
            .is_some_and(|l| l.starts_with("2023年温州"))
    );
}

#[test]
fn a_plot_alone_has_no_title_and_no_source() {
    let full = written(&svg(&drawn(&View::default(), 960.0, Frame::Full).scene));
    let plot = written(&svg(&drawn(&View::default(), 960.0, Frame::Plot).scene));
    assert!(full.contains("居全省11市第8位") && full.contains("来源："));
    assert!(!plot.contains("居全省11市第8位") && !plot.contains("来源："));
    assert!(plot.contains("温州") && plot.contains("3.80"));
}

/// How many regions a chart draws of the default view: doctors have no targets and are no part of a whole.
fn drawn_regions(chart: ChartId) -> usize {
    match chart {
        ChartId::Bullet | ChartId::StackedBars => 0,
        // home and its two peers alone
        ChartId::FactCard | ChartId::Tree => 3,
        // more lines on each other cannot be told apart
        ChartId::Radar => 3,
        // home and the first peer
        ChartId::Pyramid => 2,
        _ => 11,
    }
}

#[test]
fn what_is_drawn_can_be_picked() {
    for chart in ChartId::ALL {
        for frame in [Frame::Full, Frame::Plot] {
            let view = View {
                chart: Some(chart),
                ..View::default()
            };
            let figure = drawn(&view, 960.0, frame);
            let mut regions = BTreeSet::new();
            for spot in &figure.scene.spots {
                let hit = figure
                    .pick(&DATA, spot.anchor)
                    .expect("a spot is picked at its anchor");
                assert!(!hit.lines.is_empty() && !hit.name.is_empty());
                regions.insert(hit.region);
            }
            assert_eq!(regions.len(), drawn_regions(chart), "{}", chart.id());
        }
    }
}

#[test]
fn every_mark_has_something_to_say() {
    for chart in ChartId::ALL {
        let view = View {
            chart: Some(chart),
            ..View::default()
        };
        let figure = drawn(&view, 360.0, Frame::Plot);
        let marks = figure.marks();
        assert!(marks.len() >= drawn_regions(chart), "{}", chart.id());
        for mark in marks {
            let hit = figure.hit(&DATA, mark.index).expect("a mark has a hit");
            assert_eq!(
                (hit.region.as_str(), hit.x, hit.y),
                (mark.region.as_str(), mark.x, mark.y)
            );
            assert!(
                hit.lines
                    .iter()
                    .all(|l| !l.label.is_empty() && !l.value.is_empty())
            );
        }
        assert_eq!(figure.hit(&DATA, 100_000), None);
    }
}

#[test]
fn a_picture_without_its_text_alternative_is_the_same_picture() {
    let size = Size::new(960.0, 600.0);
    let mut whole = figure(&DATA, &View::default(), size, Frame::Plot).scene;
    let bare = undescribed(&DATA, &View::default(), size, Frame::Plot).scene;
    assert!(!whole.description.is_empty() && bare.description.is_empty());
    whole.description.clear();
    assert_eq!(whole, bare);
}

#[test]
fn a_png_has_the_size_that_was_asked_for() {
    let scene = drawn(&View::default(), 480.0, Frame::Full).scene;
    for ratio in [1.0, 2.0] {
        let bytes = png(&scene, ratio).unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        let size = (f64::from(number(16)), f64::from(number(20)));
        assert_eq!(size, (scene.size.w * ratio, scene.size.h * ratio));
    }
}

#[test]
fn a_png_of_the_same_scene_is_the_same() {
    let scene = drawn(&View::default(), 320.0, Frame::Full).scene;
    assert_eq!(png(&scene, 1.0), png(&scene, 1.0));
}

#[test]
fn a_character_without_glyph_is_an_error_that_names_it() {
    let view = View {
        title: Some("看这里 \u{1F600}".to_owned()),
        ..View::default()
    };
    let error = png(&drawn(&view, 960.0, Frame::Full).scene, 1.0).unwrap_err();
    assert_eq!(
        error.to_string(),
        "text \"看这里 😀\": no glyph for '😀' (U+1F600); write it another way, or ask for SVG, which uses the reader's fonts"
    );
}

#[test]
fn a_picture_that_is_too_large_is_an_error() {
    let scene = drawn(&View::default(), 960.0, Frame::Full).scene;
    let error = png(&scene, 1000.0).unwrap_err().to_string();
    assert!(error.contains("choose a smaller size"), "{error}");
}

#[test]
fn positions_lie_on_sixteenths_of_a_pixel() {
    let scene = drawn(&View::default(), 960.0, Frame::Full).scene;
    let picture = svg(&scene);
    let document = Document::parse(&picture).unwrap();
    for node in document.descendants() {
        for name in ["x", "y", "width", "height", "cx", "cy", "r"] {
            if let Some(v) = node.attribute(name).and_then(|v| v.parse::<f64>().ok()) {
                assert_eq!((v * 16.0).fract(), 0.0, "{name}={v}");
            }
        }
    }
    assert!(
        scene
            .items
            .iter()
            .any(|i| matches!(i.shape, Shape::Rect { .. }))
    );
}

/// Of many rows without a figure the first says so for all; every row keeps its name.
#[test]
fn many_rows_without_a_figure_say_so_once() {
    for (chart, lang, said) in [
        (ChartId::RankBars, Lang::Zh, "以下9市无可比数据"),
        (ChartId::GapDumbbells, Lang::En, "no figure for these 9"),
    ] {
        let view = View {
            indicator: Some("disposable-income".to_owned()),
            period: Some("2015".to_owned()),
            chart: Some(chart),
            lang: Some(lang),
            ..View::default()
        };
        let scene = drawn(&view, 960.0, Frame::Plot).scene;
        let texts: Vec<&str> = scene
            .items
            .iter()
            .filter_map(|item| match &item.shape {
                Shape::Text { text, .. } => Some(&**text),
                _ => None,
            })
            .collect();
        let is = |what: &str| texts.iter().filter(|t| **t == what).count();
        assert_eq!(is(said), 1, "{texts:?}");
        assert_eq!(is(lang.pick("无可比数据", "no comparable figure")), 0);
        assert_eq!(is(lang.pick("丽水", "Lishui")), 1);
        assert_eq!(scene.layout.dropped, 0);
    }
}

#[test]
fn a_mark_of_a_trend_has_the_rank_that_the_ranking_of_its_period_gives() {
    let size = Size::new(960.0, 600.0);
    let of = |query: &str| {
        let view = View::parse("zh", "doctors-per-1000", query);
        figure(&DATA, &view, size, Frame::Plot)
    };
    let ranks = |figure: &Figure, period: &str| {
        let hits = figure.marks().into_iter().filter(|m| m.period == period);
        let mut ranks: Vec<_> = hits
            .filter_map(|m| {
                let lines = figure.hit(&DATA, m.index)?.lines;
                let rank = lines.into_iter().find(|l| l.label == "位次")?;
                Some((m.region, rank.value))
            })
            .collect();
        ranks.sort();
        ranks
    };
    let trend = of("chart=trend-lines");
    for period in ["2010", "2016", "2022"] {
        let now = ranks(&of(&format!("period={period}")), period);
        assert_eq!(now.len(), 11, "{period}");
        assert_eq!(ranks(&trend, period), now, "{period}");
    }
}
