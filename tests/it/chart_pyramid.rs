//! The pyramid: what is counted, how long the bars are, and what is said of them.

use duibiao::base::{Rect, Size};
use duibiao::compare::{Ages, Comparison};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::scene::{Role, Shape};
use duibiao::view::{ChartId, Form, View, resolve};
use serde_json::json;

use super::fixture::{FIGURES, Fixture};

fn pyramid(data: &Dataset, width: f64, change: impl FnOnce(&mut View)) -> Figure {
    let mut view = View {
        chart: Some(ChartId::Pyramid),
        ..View::default()
    };
    change(&mut view);
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

/// Testville: 100 people in 2001 and 200 in 2011; Alphaton: 1000 in 2011.
fn counted() -> Fixture {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    let ages = ["0", "1-4", "5-9", "10-14", "15-64", "65+"];
    *f.at(FIGURES, "") = {
        let mut file = f.at(FIGURES, "").clone();
        file["pyramids"] = json!([
            {"period": "2001", "source": "ledger", "ages": ages, "values": {
                "testville": {"male": [2, 3, 5, 5, 30, 5], "female": [1, 4, 5, 5, 25, 10]},
            }},
            {"period": "2011", "source": "gazette", "ages": ages, "values": {
                "testville": {"male": [4, 6, 10, 10, 50, 20], "female": [5, 5, 10, 10, 40, 30]},
                "alphaton": {"male": [10, 40, 50, 50, 300, 50], "female": [10, 40, 50, 50, 300, 50]},
            }},
        ]);
        file
    };
    f
}

#[test]
fn infants_stand_with_the_small_children_and_nothing_is_lost() {
    let data = counted().data();
    let all = Ages::of(&data, data.region_named("testville").unwrap());
    let now = all.last().unwrap();
    let bands: Vec<_> = now
        .bands
        .iter()
        .map(|b| (b.from, b.to, b.male, b.female))
        .collect();
    assert_eq!(
        bands,
        [
            (0, Some(4), 10.0, 10.0),
            (5, Some(9), 10.0, 10.0),
            (10, Some(14), 10.0, 10.0),
            (15, Some(64), 50.0, 40.0),
            (65, None, 20.0, 30.0),
        ]
    );
    assert_eq!(
        (now.total(), now.share(0, Some(14)), now.share(65, None)),
        (200.0, Some(0.3), Some(0.25))
    );
    // nobody counted those of 60
    assert_eq!(now.share(60, None), None);
}

/// The cells of the censuses give the shares that the yearbooks give, to the digit.
#[test]
fn shares_agree_with_the_indicators_of_the_censuses() {
    let data = builtin();
    let mut compared = 0;
    for region in &data.group(data.defaults().group).members {
        for ages in Ages::of(&data, *region) {
            for (id, from, to) in [
                ("share-0-14", 0, Some(14)),
                ("share-15-64", 15, Some(64)),
                ("share-65plus", 65, None),
            ] {
                let indicator = data.indicator_named(id).unwrap();
                let published = data
                    .of(indicator, *region)
                    .iter()
                    .find(|o| o.period == ages.period && o.scope.is_none());
                let published = published.and_then(|o| o.value).unwrap();
                let computed = ages.share(from, to).unwrap() * 100.0;
                assert!(
                    (computed - published).abs() < 0.0051,
                    "{id} {}: {computed} {published}",
                    data.region(*region).id
                );
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 11 * 2 * 3);
}

fn bars(figure: &Figure, role: Role) -> Vec<Rect> {
    let rects = figure
        .scene
        .items
        .iter()
        .filter(|i| i.role == role && i.tag.is_some());
    rects
        .filter_map(|i| match i.shape {
            Shape::Rect { rect, .. } => Some(rect),
            _ => None,
        })
        .collect()
}

#[test]
fn bars_are_as_long_as_their_part_of_all_and_begin_in_the_middle() {
    let data = counted().data();
    let figure = pyramid(&data, 960.0, |_| {});
    let (home, peer) = (bars(&figure, Role::Home), bars(&figure, Role::Peer(0)));
    assert_eq!((home.len(), peer.len()), (10, 10));
    // the oldest first: 20 men (10 %) to the left, 30 women (15 %) to the right
    let (men, women) = (home[0], home[1]);
    assert!(men.right() < women.x && (women.w / men.w - 1.5).abs() < 0.01);
    // Alphaton's 300 of 1000 men of working age are 30 %: three times as long as the 10 % at home
    assert!((peer[2].w / men.w - 3.0).abs() < 0.01);
    // as persons, 300 are fifteen times 20
    let absolute = pyramid(&data, 960.0, |v| v.form = Some(Form::Absolute));
    let (home, peer) = (bars(&absolute, Role::Home), bars(&absolute, Role::Peer(0)));
    assert!((peer[2].w / home[0].w - 15.0).abs() < 0.2);
}

#[test]
fn shares_are_the_default_and_persons_a_choice_that_an_address_keeps() {
    let data = builtin();
    let view = View {
        chart: Some(ChartId::Pyramid),
        ..View::default()
    };
    assert_eq!(resolve(&data, &view).settings.form, Form::Share);
    assert_eq!(
        resolve(&data, &View::default()).settings.form,
        Form::Absolute
    );
    let persons = View {
        form: Some(Form::Absolute),
        ..view.clone()
    };
    assert_eq!(persons.shortened(&data).form, Some(Form::Absolute));
    let shares = View {
        form: Some(Form::Share),
        ..view
    };
    assert_eq!(shares.shortened(&data).form, None);
}

#[test]
fn the_title_is_about_the_old_whatever_the_indicator() {
    let data = builtin();
    for indicator in ["gdp", "doctors-per-1000", "biopharma-output"] {
        let title = |lang| {
            pyramid(&data, 960.0, |v| {
                v.lang = Some(lang);
                v.indicator = Some(indicator.into());
            })
            .words(&data)
            .title
        };
        // 1,121,085 of 9,572,903; 7.62 % in 2010; 11.66 % in Hangzhou
        assert_eq!(
            title(Lang::Zh),
            "2020年温州人口中65岁及以上占11.71%，比2010年高4.09个百分点，杭州为11.66%"
        );
        assert_eq!(
            title(Lang::En),
            "11.71% of Wenzhou’s people were 65 or older in 2020, 4.09 points more than in 2010; Hangzhou: 11.66%"
        );
    }
}

#[test]
fn table_description_and_tooltips_say_what_is_drawn() {
    let data = counted().data();
    let figure = pyramid(&data, 960.0, |v| v.lang = Some(Lang::En));
    let words = figure.words(&data);
    // five bands of Testville twice and of Alphaton once
    assert_eq!(words.table.rows.len(), 15);
    let first: Vec<_> = words.table.rows[4]
        .cells
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(
        first,
        [
            "Testville",
            "2011",
            "65 and over",
            "20",
            "30",
            "10.00%",
            "15.00%",
            "An office"
        ]
    );
    let women: f64 = words.table.rows[..5]
        .iter()
        .filter_map(|r| r.cells[4].value)
        .sum();
    assert!((women - 100.0).abs() < 1e-9);
    assert!(
        words
            .description
            .contains("Testville, 2011: 0–14: 30.00%, 15–64: 45.00%, 65 and over: 25.00%."),
        "{}",
        words.description
    );
    assert!(
        figure
            .csv(&data)
            .contains("Alphaton,2011,15–64,300,300,30.00%,30.00%")
    );
    let mark = &figure.marks()[0];
    let hit = figure.hit(&data, mark.index).unwrap();
    let lines: Vec<_> = hit
        .lines
        .iter()
        .map(|l| format!("{} {}", l.label, l.value))
        .collect();
    assert_eq!(
        lines,
        [
            "Year 2011",
            "Age 65 and over",
            "Men 20 (10.00%)",
            "Women 30 (15.00%)",
            "Source An office"
        ]
    );
}

#[test]
fn who_was_not_counted_is_told() {
    let data = counted().data();
    let figure = pyramid(&data, 960.0, |v| {
        v.lang = Some(Lang::En);
        v.home = Some("betaburg".into());
        v.peers = Some(vec!["testville".into()]);
    });
    let said = figure.words(&data);
    assert_eq!(
        said.title,
        "Betaburg has no figures of population by age and sex"
    );
    assert!(bars(&figure, Role::Home).is_empty() && figure.scene.spots.is_empty());
    assert_eq!(figure.scene.layout.labelled, ["betaburg", "testville"]);
    let figure = pyramid(&data, 960.0, |v| {
        v.lang = Some(Lang::En);
        v.peers = Some(vec!["betaburg".into(), "alphaton".into()]);
    });
    assert_eq!(bars(&figure, Role::Peer(1)).len(), 10);
    assert_eq!(
        figure.words(&data).notices,
        ["Betaburg has no figures of population by age and sex"]
    );
}

#[test]
fn on_a_small_screen_the_peer_is_a_line_over_the_bars() {
    let data = builtin();
    let lines = |f: &Figure| {
        f.scene
            .items
            .iter()
            .filter(|i| {
                i.role == Role::Peer(0)
                    && matches!(&i.shape, Shape::Path { points, .. } if points.len() == 36)
            })
            .count()
    };
    let (narrow, wide) = (pyramid(&data, 360.0, |_| {}), pyramid(&data, 960.0, |_| {}));
    assert_eq!((lines(&narrow), bars(&narrow, Role::Peer(0)).len()), (2, 0));
    assert_eq!((lines(&wide), bars(&wide, Role::Peer(0)).len()), (0, 36));
    let asked = Comparison::of(&data, &resolve(&data, &View::default()).question);
    for figure in [narrow, wide] {
        for peer in asked.peers() {
            assert!(
                figure
                    .scene
                    .layout
                    .labelled
                    .contains(&data.region(peer.region).id)
            );
        }
    }
}
