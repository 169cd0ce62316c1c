//! Small multiples: a panel a city or an indicator, on one scale or each on its own, home in each.

use std::sync::LazyLock;

use duibiao::audit::measure;
use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::error::{Notice, NoticeKind};
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
fn every_chart_that_can_be_repeated_is_and_keeps_to_the_measures() {
    for of in ChartId::ALL {
        for (_, by) in By::ALL.into_iter().filter(|(_, by)| of.repeats(*by)) {
            for width in [320.0, 960.0, 1920.0] {
                let view = View {
                    of: Some(of),
                    by: Some(by),
                    // shares of which the parts are known
                    indicator: (of == ChartId::StackedBars).then(|| "tertiary-share".to_owned()),
                    ..view()
                };
                let figure = drawn(&DATA, &view, width);
                let c = &figure.comparison;
                let wrong = measure(&DATA, c, ChartId::SmallMultiples, &figure.scene);
                assert!(wrong.is_empty(), "{} {by:?} {width}: {wrong:?}", of.id());
                assert_eq!((figure.view.of, figure.view.by), (Some(of), Some(by)));
                let told = |n: &&Notice| n.kind == NoticeKind::NotRepeated;
                assert_eq!(c.notices.iter().find(told), None, "{} {by:?}", of.id());
            }
        }
    }
}

/// The kinds that a chart is repeated for, by hand.
#[test]
fn what_cannot_be_repeated_is_told_with_the_reason_and_what_is_drawn_instead() {
    let asked = |of, by, lang| {
        let view = View {
            of: Some(of),
            by: Some(by),
            lang: Some(lang),
            ..view()
        };
        let figure = drawn(&DATA, &view, 960.0);
        let told = figure.words(&DATA).notices;
        let text = told
            .into_iter()
            .find(|n| n.contains("小图") || n.contains("multiples"));
        (figure.view.of, figure.view.by, text.unwrap_or_default())
    };
    let (of, by, text) = asked(ChartId::Map, By::Region, Lang::Zh);
    assert_eq!((of, by), (Some(ChartId::Map), Some(By::Indicator)));
    assert_eq!(
        text,
        "小图不能这样重复“地图”：按城市分，每格都是同一张地图，改为按指标分"
    );
    let (of, by, text) = asked(ChartId::Tree, By::Region, Lang::En);
    assert_eq!((of, by), (Some(ChartId::TrendLines), Some(By::Region)));
    assert!(text.ends_with("drawn instead: trends"), "{text}");
    let (of, by, text) = asked(ChartId::Radar, By::Indicator, Lang::En);
    assert_eq!((of, by), (Some(ChartId::Radar), Some(By::Region)));
    assert!(text.contains("all the indicators already"), "{text}");
    let (_, _, text) = asked(ChartId::Bump, By::Region, Lang::En);
    assert_eq!(text, "");
}

/// Home goes from 1 to 2, its peer from 2 to 1, and a third from 3 to 3: in the panel of the third home keeps its place among all.
#[test]
fn a_place_in_a_panel_is_the_place_among_all() {
    let data = Fixture::rows(
        2001,
        &[
            ("testville", &[1.0, 2.0]),
            ("alphaton", &[2.0, 1.0]),
            ("betaburg", &[3.0, 3.0]),
        ],
    )
    .data();
    let view = View {
        of: Some(ChartId::Bump),
        ..view()
    };
    let figure = drawn(&data, &view, 960.0);
    let climbs = climbs(&figure);
    // 3rd, then 2nd of 3: as far up in each panel, also where two cities alone stand out
    assert!(climbs.len() >= 3 && climbs[0] > 0.0, "{climbs:?}");
    assert!(
        climbs.iter().all(|c| (c - climbs[0]).abs() < 0.2),
        "{climbs:?}"
    );
}
