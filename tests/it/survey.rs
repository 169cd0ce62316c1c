//! The survey of a home on invented cities: each rule with an answer worked out by hand.

use duibiao::data::{Dataset, IndicatorId, Lang};
use duibiao::survey::{LackKind, Standing, Survey, choices, facts, peer_choices};
use serde_json::{Value, json};

use crate::fixture::{CITIES, Fixture, GAP, close, text};

fn home(data: &Dataset) -> Survey<'_> {
    Survey::of(data, data.defaults().home)
}

fn id(data: &Dataset, name: &str) -> IndicatorId {
    data.indicator_named(name).expect("the fixture has it")
}

fn things(data: &Dataset) -> Standing {
    home(data).standing(id(data, "things"), Lang::En)
}

/// A folder with these indicators, each with one row a city from 2001 on.
fn folder(indicators: &[(Value, [&[f64]; 5])]) -> Fixture {
    let mut fixture = Fixture::values([3.0, 5.0, 4.0, 2.0, 1.0]);
    for (own, rows) in indicators {
        fixture.indicator(own.clone());
        let rows: Vec<_> = CITIES.into_iter().zip(rows.iter().copied()).collect();
        fixture.series(own["id"].as_str().unwrap(), 2001, &rows);
    }
    fixture
}

#[test]
fn a_home_that_was_a_peer_gets_the_default_home_in_its_place() {
    let data = Fixture::whole().data();
    let region = |id| data.region_named(id).unwrap();
    let survey = Survey::of(&data, region("alphaton"));
    assert_eq!(survey.peers(), [region("testville")]);
    let link = survey.standing(id(&data, "things"), Lang::En).link;
    assert_eq!(link.address, "indicator/things/?home=alphaton");
    assert_eq!(things(&data).link.address, "indicator/things/");
}

#[test]
fn equal_places_lie_on_each_other_and_the_strip_ends_at_the_best() {
    let data = Fixture::values([5.0, 9.0, 5.0, 1.0, 2.0]).data();
    let standing = things(&data);
    let dots: Vec<_> = standing
        .dots
        .iter()
        .map(|d| (d.region.as_str(), d.role, d.place, d.tied))
        .collect();
    assert_eq!(
        dots,
        [
            ("alphaton", "peer", 1, false),
            ("testville", "home", 2, true),
            ("betaburg", "rest", 2, true),
            ("deltamouth", "rest", 4, false),
            ("gammaford", "rest", 5, false),
        ]
    );
    for (dot, position) in standing.dots.iter().zip([1.0, 0.75, 0.75, 0.25, 0.0]) {
        close(dot.position, position);
    }
    for (dot, along) in standing.dots.iter().zip([1.0, 0.5, 0.5, 0.125, 0.0]) {
        close(dot.along, along);
    }
    assert_eq!(
        (standing.place, standing.of, standing.tied),
        (Some(2), 5, true)
    );
    assert_eq!(standing.gap.unwrap().words, "-4.0".replace('-', "−"));
}

#[test]
fn the_best_third_of_five_is_the_first_and_the_last_third_the_last() {
    for (value, good, poor) in [(9.0, true, false), (3.0, false, false), (0.0, false, true)] {
        let data = Fixture::values([value, 5.0, 4.0, 2.0, 1.0]).data();
        let standing = things(&data);
        assert_eq!((standing.good, standing.poor), (good, poor), "{value}");
    }
    let mut fixture = Fixture::values([9.0, 5.0, 4.0, 2.0, 1.0]);
    fixture.at("indicators.json", "/indicators/0")["direction"] = json!("neutral");
    let data = fixture.data();
    assert!(!things(&data).good, "a neutral indicator has no praise");
}

#[test]
fn a_tile_is_directed_whole_and_no_total_and_the_furthest_from_the_middle_comes_first() {
    // things: 3rd of 5, the middle; far: last; near: 2nd
    let last: [&[f64]; 5] = [&[0.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let second: [&[f64]; 5] = [&[4.5], &[5.0], &[4.0], &[2.0], &[1.0]];
    let gap: [&[f64]; 5] = [&[0.0], &[5.0], &[4.0], &[2.0], &[GAP]];
    let data = folder(&[
        (json!({"id": "near"}), second),
        (json!({"id": "far"}), last),
        (json!({"id": "neutral", "direction": "neutral"}), last),
        (json!({"id": "total", "additive": true}), last),
        (json!({"id": "partly"}), gap),
    ])
    .data();
    let tiles = home(&data).findings(Lang::En).tiles;
    let ids: Vec<_> = tiles.iter().map(|t| t.indicator.as_str()).collect();
    assert_eq!(
        ids,
        ["near", "things", "far"],
        "one theme: all that there is, the two best placed first"
    );
}

#[test]
fn a_tile_is_not_like_another() {
    let last: [&[f64]; 5] = [&[0.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let data = folder(&[
        (json!({"id": "far"}), last),
        (json!({"id": "further", "related": ["far"]}), last),
    ])
    .data();
    let tiles = home(&data).findings(Lang::En).tiles;
    let ids: Vec<_> = tiles.iter().map(|t| t.indicator.as_str()).collect();
    // things is placed best, then the first of the two that are alike
    assert_eq!(ids, ["things", "far"]);
}

#[test]
fn two_tiles_are_where_home_is_placed_best_though_others_are_further_out() {
    let last: [&[f64]; 5] = [&[0.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let first: [&[f64]; 5] = [&[9.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let mut all = vec![];
    for i in 0..7 {
        all.push((json!({"id": format!("bad-{i}")}), last));
    }
    all.push((json!({"id": "good-total", "additive": true}), first));
    all.push((json!({"id": "good"}), first));
    let data = folder(&all).data();
    let tiles = home(&data).findings(Lang::En).tiles;
    assert_eq!(tiles.len(), 6);
    let best: Vec<_> = tiles.iter().filter(|t| t.best).collect();
    let ids: Vec<_> = best
        .iter()
        .map(|t| (t.indicator.as_str(), t.place, t.good))
        .collect();
    // things is 3rd of 5: nothing to praise, but home has nothing better; the total is none to count
    assert_eq!(ids, [("good", 1, true), ("things", 3, false)]);
}

#[test]
fn a_change_is_from_the_first_to_the_last_comparable_period() {
    // 2001: 1 of 1 2 3 4 5 is last; 2003: 9 is first; nobody but home moves
    let rows: [&[f64]; 5] = [
        &[1.0, 4.0, 9.0],
        &[2.0, 2.0, 2.0],
        &[3.0, 3.0, 3.0],
        &[4.0, 4.5, 4.0],
        &[5.0, 5.0, 5.0],
    ];
    let rows: Vec<_> = CITIES.into_iter().zip(rows).collect();
    let mut fixture = Fixture::rows(2001, &rows);
    let data = fixture.data();
    let changes = home(&data).changed(3, Lang::En);
    let c = &changes[0];
    assert_eq!((c.place_before, c.place_now, c.gained, c.of), (5, 1, 4, 5));
    assert_eq!(
        (c.value_before.as_str(), c.value_now.as_str()),
        ("1.0", "9.0")
    );
    assert_eq!(
        c.sentence,
        "Testville moved up from 5th to 1st of 5 in things, 2001 to 2003"
    );
    assert_eq!(
        c.link.address,
        "indicator/things/?chart=trend-lines&range=2001..2003"
    );
    assert!(home(&data).findings(Lang::En).tiles[0].over_time);

    // a break of any city in 2002: 2nd (after 4.5 and 5: 3rd) to 1st is all that is left
    fixture.broken("things", &["gammaford"], "2002");
    let data = fixture.data();
    let c = &home(&data).changed(3, Lang::Zh)[0];
    assert_eq!((c.place_before, c.place_now), (3, 1));
    assert_eq!(c.sentence, "2002–2003年测城东西由全测省5市第3位升至第1位");

    fixture.broken("things", &["gammaford"], "2003");
    assert!(home(&fixture.data()).changed(3, Lang::En).is_empty());
}

#[test]
fn one_odd_figure_at_an_end_makes_no_change() {
    let steady: [&[f64]; 4] = [&[2.0; 5], &[3.0; 5], &[4.0; 5], &[5.0; 5]];
    let changes = |own: &[f64; 5]| {
        let rows: Vec<(&str, &[f64])> = CITIES
            .into_iter()
            .zip(std::iter::once(own.as_slice()).chain(steady))
            .collect();
        let data = Fixture::rows(2001, &rows).data();
        let changes = home(&data).changed(1, Lang::En);
        changes.first().map(|c| (c.span.clone(), c.gained))
    };
    // places: 1 5 5 4 4, so from the second year on; 5 5 5 5 1 ends unsteady
    let from_second = changes(&[9.0, 1.0, 1.0, 2.5, 2.5]);
    assert_eq!(from_second, Some(("2002–2005".to_owned(), 1)));
    assert_eq!(changes(&[1.0, 1.0, 1.0, 1.0, 9.0]), None);
}

#[test]
fn a_doubtful_end_makes_no_change() {
    let rows: [&[f64]; 5] = [
        &[1.0, 9.0],
        &[2.0, 2.0],
        &[3.0, 3.0],
        &[4.0, 4.0],
        &[5.0, 5.0],
    ];
    let rows: Vec<_> = CITIES.into_iter().zip(rows).collect();
    let mut fixture = Fixture::rows(2001, &rows);
    fixture.at("observations/things.json", "/series/things/tables/0")["except"] =
        json!([{"at": ["betaburg 2001"], "status": "U"}]);
    assert!(home(&fixture.data()).changed(3, Lang::En).is_empty());
}

#[test]
fn a_scorecard_counts_rates_of_the_whole_group_once_each() {
    let first: [&[f64]; 5] = [&[9.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let data = folder(&[
        (json!({"id": "published", "related": ["things"]}), first),
        (json!({"id": "other"}), first),
        (json!({"id": "total", "additive": true}), first),
        (json!({"id": "neutral", "direction": "neutral"}), first),
        (
            json!({"id": "partly"}),
            [&[9.0], &[5.0], &[4.0], &[2.0], &[GAP]],
        ),
    ])
    .data();
    for home in &data.group(data.defaults().group).members {
        let card = Survey::of(&data, *home).scorecard(Lang::En);
        let counted: Vec<_> = card.sections[0]
            .rows
            .iter()
            .filter(|r| r.counted)
            .map(|r| r.indicator.as_str())
            .collect();
        assert_eq!(counted, ["things", "other"]);
        assert_eq!(card.ranked, 2);
    }
    // things: 3rd of 5, in the middle; other: first
    let card = home(&data).scorecard(Lang::En);
    assert_eq!((card.good, card.poor), (1, 0));
    assert_eq!(card.sections[0].rows[3].cells[0].place, Some(1), "shown");
    assert!(!card.sections[0].rows[3].cells[0].good, "not counted");
}

#[test]
fn best_standings_are_in_the_first_half_and_worst_in_the_last() {
    // things: the third of five is in neither half
    let last: [&[f64]; 5] = [&[0.0], &[5.0], &[4.0], &[2.0], &[1.0]];
    let data = folder(&[(json!({"id": "far"}), last)]).data();
    assert_eq!(home(&data).best(5, Lang::En), []);
    let worst = home(&data).worst(5, Lang::En);
    let ids: Vec<_> = worst.iter().map(|s| s.indicator.as_str()).collect();
    assert_eq!(ids, ["far"]);
}

#[test]
fn a_rate_of_growth_makes_no_change_of_place() {
    let better: [&[f64]; 5] = [
        &[0.0, 9.0],
        &[5.0, 5.0],
        &[4.0, 4.0],
        &[2.0, 2.0],
        &[1.0, 1.0],
    ];
    let data = folder(&[
        (json!({"id": "things-growth"}), better),
        (json!({"id": "far"}), better),
    ])
    .data();
    let changed = home(&data).changed(5, Lang::En);
    let ids: Vec<_> = changed.iter().map(|c| c.indicator.as_str()).collect();
    assert_eq!(ids, ["far"]);
}

#[test]
fn a_scorecard_says_why_something_is_not_ranked() {
    let mut fixture = Fixture::values([3.0, 5.0, GAP, GAP, 1.0]);
    fixture.indicator(json!({"id": "scoped", "scopes": {"own": text("自有口径", "an own scope")}}));
    fixture.fact("scoped", json!({"value": 4}));
    fixture.fact(
        "scoped",
        json!({"region": "alphaton", "value": 7, "scope": "own"}),
    );
    fixture.indicator(json!({"id": "planned"}));
    fixture.fact("planned", json!({"value": 4, "kind": "target"}));
    fixture.indicator(json!({"id": "empty"}));
    fixture.indicator(json!({"id": "alone"}));
    fixture.fact("alone", json!({"value": 4}));
    let data = fixture.data();
    let card = home(&data).scorecard(Lang::En);
    let reasons: Vec<_> = card.sections[0]
        .rows
        .iter()
        .map(|r| r.reason.as_deref())
        .collect();
    assert_eq!(
        reasons,
        [
            Some("3 of 5 cities have a figure"),
            Some("2 of 5 cities have a figure, each of another scope"),
            Some("targets only"),
            Some("none of the 5 cities has a figure"),
            Some("only 1 of 5 cities has a figure"),
        ]
    );
    // three of five are ranked: a place among some is no place in the group
    assert_eq!((card.ranked, card.unranked), (0, 4));
    assert!(!card.sections[0].rows[0].cells[1].good);
    let roles: Vec<_> = card.cities.iter().map(|c| c.role).collect();
    assert_eq!(roles, ["home", "peer", "rest", "rest", "rest"]);
    let scoped = &card.sections[0].rows[1].cells[1];
    assert_eq!(
        scoped.absent.as_deref(),
        Some("counts something else (an own scope)")
    );
    assert_eq!(card.sections[0].rows[0].cells[1].place, Some(1));
}

#[test]
fn the_pickers_learn_why_a_city_has_no_figure() {
    let rows: [&[f64]; 5] = [&[3.0], &[5.0], &[GAP], &[2.0], &[1.0]];
    let rows: Vec<_> = CITIES.into_iter().zip(rows).collect();
    let mut fixture = Fixture::rows(2001, &rows);
    fixture.indicator(json!({"id": "ratio", "derived": {"numerator": "things", "denominator": "people", "per": 1}}));
    fixture.indicator(json!({"id": "people"}));
    fixture.series(
        "people",
        2001,
        &[("testville", &[1.0]), ("betaburg", &[1.0])],
    );
    let data = fixture.data();
    let zh = choices(&data, Lang::Zh).absent;
    assert_eq!(zh["things"]["betaburg"], "出处中缺这个数");
    assert_eq!(zh["things"].get("testville"), None, "it has one");
    assert_eq!(zh["ratio"]["betaburg"], "缺分子：东西");
    let en = choices(&data, Lang::En).absent;
    assert_eq!(
        en["ratio"]["alphaton"],
        "its denominator is missing: things"
    );
    assert_eq!(en["people"]["gammaford"], "no figure found");
}

#[test]
fn related_are_the_named_then_the_computed_then_the_neighbours() {
    let mut fixture = Fixture::values([3.0, 5.0, 4.0, 2.0, 1.0]);
    fixture.indicator(json!({"id": "a", "related": ["d"]}));
    fixture.indicator(json!({"id": "b"}));
    fixture.indicator(json!({"id": "c"}));
    fixture.indicator(json!({"id": "d"}));
    fixture
        .indicator(json!({"id": "e", "derived": {"numerator": "a", "denominator": "b", "per": 1}}));
    let related = choices(&fixture.data(), Lang::En).related;
    assert_eq!(related["a"], ["d", "e", "things", "b", "c"]);
    assert_eq!(related["e"][..2], ["a", "b"]);
}

#[test]
fn similar_cities_are_those_within_a_factor_the_nearest_first() {
    // as ratios to home: 1.5, 1.6, 0.5, 0.9
    let mut fixture = Fixture::values([10.0, 15.0, 16.0, 5.0, 9.0]);
    let set = json!({"sets": [{
        "id": "alike", "name": text("相近", "alike"), "why": text("试", "a test"),
        "rule": "similar", "indicator": "things", "within": 1.5, "most": 4, "least": 2,
    }]});
    fixture.write("peer-sets.json", set.to_string().as_bytes());
    let data = fixture.data();
    let sets = peer_choices(&data, data.defaults().home, Lang::Zh);
    let members: Vec<_> = sets[0]
        .members
        .iter()
        .map(|m| (m.id.as_str(), m.why.as_str()))
        .collect();
    assert_eq!(
        members,
        [
            ("deltamouth", "2001年东西9.0个，是测城的0.90倍"),
            ("alphaton", "2001年东西15.0个，是测城的1.50倍"),
        ]
    );
    // nobody within 1.5 of 16 but 15; of 5 nobody: the nearest two, 9 (1.8) and 10 (2.0)
    let gammaford = data.region_named("gammaford").unwrap();
    let ids = |sets: &[duibiao::survey::PeerChoice]| -> Vec<String> {
        sets[0].members.iter().map(|m| m.id.clone()).collect()
    };
    assert_eq!(
        ids(&peer_choices(&data, gammaford, Lang::En)),
        ["deltamouth", "testville"]
    );
}

#[test]
fn without_a_file_of_sets_the_groups_are_offered_and_there_is_no_speech() {
    let data = Fixture::whole().data();
    let sets = peer_choices(&data, data.defaults().home, Lang::En);
    assert_eq!(
        (sets.len(), sets[0].id.as_str(), sets[0].members.len()),
        (1, "testshire", 4)
    );
    assert_eq!(home(&data).speech(Lang::En), None);
}

#[test]
fn a_figure_of_few_cities_is_a_fact_and_a_target_stands_apart() {
    let mut fixture = Fixture::values([3.0, 5.0, 4.0, 2.0, 1.0]);
    fixture.indicator(json!({"id": "told"}));
    fixture.fact(
        "told",
        json!({"value": 4, "bound": "at-least", "share": {"percent": 2.5, "of": "testshire"}}),
    );
    fixture.fact(
        "told",
        json!({"region": "alphaton", "period": "2009", "value": 9, "kind": "target"}),
    );
    let facts = facts(&fixture.data(), Lang::En);
    assert_eq!(facts.subjects.len(), 1, "things are ranked and no facts");
    let (told, planned) = (&facts.subjects[0].facts, &facts.subjects[0].targets);
    assert_eq!((told.len(), planned.len()), (1, 1));
    assert_eq!(told[0].value.as_deref(), Some("at least 4 things"));
    assert_eq!(
        told[0].reported.as_deref(),
        Some("2.5% of Testshire as reported")
    );
    assert_eq!((told[0].source.tier, told[0].target), ("A", false));
    let places: Vec<_> = facts.places.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(places, ["testville", "alphaton"]);
}

/// One indicator with rows of these lengths from these years on, in every city.
fn series(fixture: &mut Fixture, own: &Value, from: i32, years: usize) {
    let row = vec![1.0; years];
    let rows: Vec<(&str, &[f64])> = CITIES.into_iter().map(|c| (c, row.as_slice())).collect();
    fixture.indicator(own.clone());
    fixture.series(own["id"].as_str().unwrap(), from, &rows);
}

#[test]
fn each_gap_follows_from_its_rule() {
    let mut fixture = Fixture::rows(2001, &[("alphaton", &[1.0])]);
    series(&mut fixture, &json!({"id": "now"}), 2001, 12);
    series(&mut fixture, &json!({"id": "old"}), 2001, 9);
    series(&mut fixture, &json!({"id": "new"}), 2011, 2);
    series(&mut fixture, &json!({"id": "census"}), 2010, 1);
    series(&mut fixture, &json!({"id": "between"}), 2005, 1);
    fixture.fact(
        "between",
        json!({"region": "betaburg", "period": "2007", "value": 3}),
    );
    let data = fixture.data();
    let gaps = home(&data).lacks(Lang::En);
    let found: Vec<_> = gaps
        .iter()
        .map(|g| (g.kind, g.home_lacks, g.indicators[0].id.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (LackKind::Scattered, true, "things"),
            (LackKind::Stale, false, "old"),
            (LackKind::BetweenCensuses, false, "between"),
            (LackKind::Short, false, "new"),
            (LackKind::CensusOnly, false, "census"),
        ]
    );
    assert_eq!(
        gaps[1].last.as_deref(),
        Some("2009"),
        "three years before 2012"
    );
    assert_eq!(gaps[0].have[0].id, "alphaton");
    assert_eq!(gaps[2].have[0].id, "betaburg");
}
