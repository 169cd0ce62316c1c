//! Small multiples: a panel a city or an indicator, on one scale or each on its own, home in each.

use std::sync::LazyLock;

use duibiao::audit::measure;
use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::Shape;
use duibiao::view::{By, ChartId, Scales, View};

use super::fixture::Fixture;

static DATA: LazyLock<Dataset> = LazyLock::new(builtin);

fn view() -> View {
    View {
        chart: Some(ChartId::SmallMultiples),
        ..View::default()
    }
}

fn drawn(data: &Dataset, view: &View, width: f64) -> Figure {
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, view, size, Frame::Full)
}

/// Home goes from 0 to 10, its peer from 0 to 100, and one stays at 5.
fn three() -> Fixture {
    Fixture::rows(
        2001,
        &[
            ("testville", &[0.0, 10.0]),
            ("alphaton", &[0.0, 100.0]),
            ("betaburg", &[5.0, 5.0]),
        ],
    )
}

/// How high home climbs in each panel, in pixels.
fn climbs(figure: &Figure) -> Vec<f64> {
    let home = figure
        .scene
        .spots
        .iter()
        .filter(|s| &*figure.scene.tags[s.tag as usize].region == "testville")
        .map(|s| s.anchor.y);
    let all: Vec<f64> = home.collect();
    all.chunks(2).map(|c| c[0] - c[1]).collect()
}

#[test]
fn a_shared_scale_is_the_same_in_every_panel_and_a_free_one_is_not() {
    let data = three().data();
    let shared = climbs(&drawn(&data, &view(), 960.0));
    // home's own panel, and home in the panels of four others
    assert_eq!(shared.len(), 5);
    assert!(
        shared.iter().all(|c| (c - shared[0]).abs() < 0.2),
        "{shared:?}"
    );
    let view = View {
        scales: Some(Scales::Free),
        ..view()
    };
    let free = climbs(&drawn(&data, &view, 960.0));
    // alone home climbs from the bottom to the top; beside its peer a tenth of it
    assert!((free[0] / free[1] - 10.0).abs() < 0.2, "{free:?}");
    assert!((shared[0] - free[1]).abs() < 0.2, "{shared:?} {free:?}");
}

#[test]
fn eleven_cities_have_eleven_panels_and_a_phone_counts_the_rest() {
    for lang in Lang::ALL {
        let view = View {
            lang: Some(lang),
            ..view()
        };
        let wide = drawn(&DATA, &view, 960.0);
        assert_eq!(wide.scene.layout.labels, 11);
        let narrow = drawn(&DATA, &view, 320.0);
        let shown = narrow.scene.layout.labels;
        assert!((2..11).contains(&shown), "{shown}");
        let texts: Vec<&str> = narrow
            .scene
            .items
            .iter()
            .filter_map(|i| match &i.shape {
                Shape::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let more = 11 - shown;
        let said = lang.pick(format!("另有{more}市"), format!("{more} more cities"));
        assert!(
            texts.concat().contains(&said) || texts.join(" ").contains(&said),
            "{texts:?}"
        );
        // home and its peers come first
        for name in ["温州", "杭州", "宁波"].map(|zh| {
            let found = DATA.regions().find(|(_, r)| r.name.zh == zh);
            found
                .map(|(_, r)| r.name.get(lang).to_owned())
                .unwrap_or_default()
        }) {
            assert!(texts.contains(&name.as_str()), "{name} in {texts:?}");
        }
    }
}

#[test]
fn every_chart_of_one_indicator_can_be_repeated() {
    for of in [
        ChartId::TrendLines,
        ChartId::RankBars,
        ChartId::GapBars,
        ChartId::GapDumbbells,
        ChartId::Radar,
    ] {
        for by in [By::Region, By::Indicator] {
            for width in [320.0, 960.0, 1920.0] {
                let view = View {
                    of: Some(of),
                    by: Some(by),
                    ..view()
                };
                let figure = drawn(&DATA, &view, width);
                let c = &figure.comparison;
                let wrong = measure(&DATA, c, ChartId::SmallMultiples, &figure.scene);
                assert!(wrong.is_empty(), "{} {by:?} {width}: {wrong:?}", of.id());
                let tags = figure.scene.tags.iter().map(|t| t.indicator).max();
                let expected = match by {
                    By::Region => 0,
                    By::Indicator => u16::try_from(figure.scene.layout.labels).unwrap() - 1,
                };
                assert_eq!(tags, Some(expected), "{} {by:?} {width}", of.id());
            }
        }
    }
}
