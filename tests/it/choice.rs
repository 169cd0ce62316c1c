//! What an answer chooses where the question leaves it open: the period, the scope, and how far a missing value may be fetched.

use duibiao::compare::Comparison;
use duibiao::data::Period;
use duibiao::error::NoticeKind;
use duibiao::view::{View, resolve};
use serde_json::json;

use super::fixture::{CITIES, Fixture, GAP, answer, asked, member, tells, text, told, year};

/// Each city's row from 2001 on.
fn all(rows: [&[f64]; 5]) -> Fixture {
    let rows: Vec<_> = CITIES.into_iter().zip(rows).collect();
    Fixture::rows(2001, &rows)
}

fn period(f: &Fixture) -> Option<Period> {
    answer(&f.data()).period
}

#[test]
fn the_period_is_the_latest_in_which_all_have_a_value() {
    let f = all([
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, GAP],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
    ]);
    assert_eq!(period(&f), Some(year(2002)));
    let f = all([
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
    ]);
    assert_eq!(period(&f), Some(year(2002)));
}

#[test]
fn else_it_is_the_latest_with_most() {
    // 4, 3 and 3 of 5 have a value
    let f = all([
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
        &[1.0, GAP, GAP],
        &[GAP, GAP, GAP],
    ]);
    assert_eq!(period(&f), Some(year(2001)));
    // 3 and 3: the later
    let f = all([
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[GAP, GAP],
        &[GAP, GAP],
    ]);
    assert_eq!(period(&f), Some(year(2002)));
}

#[test]
fn a_period_with_home_comes_before_a_fuller_one_without() {
    let f = all([
        &[1.0, GAP],
        &[1.0, 1.0],
        &[GAP, 1.0],
        &[GAP, 1.0],
        &[GAP, 1.0],
    ]);
    assert_eq!(period(&f), Some(year(2001)));
}

#[test]
fn peers_from_outside_the_group_count_too() {
    let mut f = all([
        &[1.0, 1.0],
        &[1.0, GAP],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
    ]);
    let members = json!(["testville", "betaburg", "gammaford", "deltamouth"]);
    *f.at("peer-groups.json", "/groups/0/members") = members;
    assert_eq!(period(&f), Some(year(2001)));
}

#[test]
fn a_period_that_nobody_has_is_replaced_by_the_nearest_and_told() {
    let f = all([
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
    ]);
    let data = f.data();
    let c = asked(&data, |q| q.period = Some(year(2009)));
    assert_eq!(c.period, Some(year(2002)));
    let notice = c
        .notices
        .iter()
        .find(|n| n.kind == NoticeKind::PeriodReplaced)
        .unwrap();
    assert_eq!(notice.period.as_deref(), Some("2009"));
    assert_eq!(notice.nearest.as_deref(), Some("2002"));
}

#[test]
fn a_period_that_some_have_is_shown_as_asked() {
    let f = all([
        &[1.0, 1.0],
        &[1.0, GAP],
        &[1.0, 1.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
    ]);
    let data = f.data();
    let c = asked(&data, |q| q.period = Some(year(2002)));
    assert_eq!((c.period, c.ranked), (Some(year(2002)), 4));
    assert_eq!(told(&c, NoticeKind::PeersMissing), ["alphaton"]);
}

#[test]
fn nobody_has_a_value_and_nothing_fails() {
    let mut f = all([&[GAP], &[GAP], &[GAP], &[GAP], &[GAP]]);
    f.fact("things", json!({"value": 1, "region": "testshire"}));
    let data = f.data();
    let c = answer(&data);
    assert_eq!((c.period, c.ranked, c.periods.len()), (None, 0, 0));
    assert!(tells(&c, NoticeKind::HomeMissing) && tells(&c, NoticeKind::NotRanked));
}

/// Home has 2001 and 2002, its peer only 2001, a third only 2003.
fn scattered(tolerance: i32) -> (duibiao::data::Dataset, Comparison) {
    let mut f = all([
        &[10.0, 11.0, GAP],
        &[20.0, GAP, GAP],
        &[GAP, GAP, 30.0],
        &[GAP, 5.0, GAP],
        &[1.0, 2.0, 3.0],
    ]);
    f.at("indicators.json", "/indicators/0")["additive"] = json!(true);
    f.at("peer-groups.json", "/groups/0")["whole"] = json!("testshire");
    let data = f.data();
    let c = asked(&data, |q| {
        q.period = Some(year(2002));
        q.tolerance = tolerance;
    });
    (data, c)
}

#[test]
fn years_are_never_mixed_unless_chosen() {
    let (data, c) = scattered(0);
    let values = CITIES.map(|id| member(&data, &c, id).reading.map(|r| r.value));
    assert_eq!(values, [Some(11.0), None, None, Some(5.0), Some(2.0)]);
    assert!(
        c.members
            .iter()
            .filter_map(|m| m.reading)
            .all(|r| r.period == year(2002))
    );
    assert!(!tells(&c, NoticeKind::Tolerance));
    assert_eq!(c.ranked, 3);
}

#[test]
fn a_chosen_tolerance_fetches_the_nearest_year_and_says_so() {
    let (data, c) = scattered(1);
    let read = |id| {
        member(&data, &c, id)
            .reading
            .map(|r| (r.value, r.period.year()))
    };
    assert_eq!(read("alphaton"), Some((20.0, 2001)));
    assert_eq!(read("betaburg"), Some((30.0, 2003)));
    assert_eq!(
        read("testville"),
        Some((11.0, 2002)),
        "the year itself comes first"
    );
    assert_eq!(told(&c, NoticeKind::Tolerance), ["alphaton", "betaburg"]);
    assert_eq!(c.ranked, 5);
    assert!(
        c.members.iter().all(|m| m.share.is_none()),
        "years do not add up"
    );
}

#[test]
fn of_two_years_equally_near_the_earlier_is_taken() {
    let f = all([
        &[1.0, 1.0, 1.0],
        &[20.0, GAP, 30.0],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
    ]);
    let data = f.data();
    let c = asked(&data, |q| {
        q.period = Some(year(2002));
        q.tolerance = 2;
    });
    assert_eq!(
        member(&data, &c, "alphaton").reading.map(|r| r.value),
        Some(20.0)
    );
}

#[test]
fn a_tolerance_does_not_reach_further_than_it_says() {
    let f = all([
        &[1.0, 1.0, 1.0],
        &[20.0, GAP, GAP],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
        &[1.0, 1.0, 1.0],
    ]);
    let data = f.data();
    let c = asked(&data, |q| {
        q.period = Some(year(2003));
        q.tolerance = 1;
    });
    assert_eq!(member(&data, &c, "alphaton").reading, None);
}

/// Home and two cities in the narrow scope, home and its peer in the main one.
fn scopes() -> Fixture {
    let mut f = Fixture::values([10.0, 20.0, GAP, GAP, GAP]);
    f.at("indicators.json", "/indicators/0")["scopes"] =
        json!({"narrow": text("窄口径", "narrow"), "odd": text("怪口径", "odd")});
    for (region, value, scope) in [
        ("testville", 1, "narrow"),
        ("betaburg", 2, "narrow"),
        ("gammaford", 3, "narrow"),
        ("deltamouth", 4, "odd"),
    ] {
        f.fact(
            "things",
            json!({"region": region, "value": value, "scope": scope}),
        );
    }
    f
}

fn in_scope(f: &Fixture, scope: &str) -> (duibiao::data::Dataset, Comparison) {
    let data = f.data();
    let view = View {
        scope: Some(scope.to_owned()),
        ..View::default()
    };
    let question = resolve(&data, &view).question;
    let c = Comparison::of(&data, &question);
    (data, c)
}

#[test]
fn scopes_are_never_ranked_together() {
    let f = scopes();
    for (scope, expected) in [
        ("", [Some(10.0), Some(20.0), None, None, None]),
        ("narrow", [Some(1.0), None, Some(2.0), Some(3.0), None]),
        ("odd", [None, None, None, None, Some(4.0)]),
    ] {
        let (data, c) = in_scope(&f, scope);
        let values = CITIES.map(|id| member(&data, &c, id).reading.map(|r| r.value));
        assert_eq!(values, expected, "scope {scope:?}");
    }
}

#[test]
fn the_scope_is_the_one_in_which_home_has_most_company() {
    let f = scopes();
    let data = f.data();
    let c = answer(&data);
    assert_eq!(c.scope, in_scope(&f, "narrow").1.scope);
    assert_eq!(c.ranked, 3);
}

#[test]
fn of_scopes_with_as_much_company_the_main_one_is_taken() {
    let mut f = Fixture::values([10.0, 20.0, GAP, GAP, GAP]);
    f.at("indicators.json", "/indicators/0")["scopes"] =
        json!({"narrow": text("窄口径", "narrow")});
    for region in ["testville", "betaburg"] {
        f.fact(
            "things",
            json!({"region": region, "value": 1, "scope": "narrow"}),
        );
    }
    assert_eq!(answer(&f.data()).scope, None);
}

#[test]
fn figures_of_other_scopes_are_told() {
    let (_, c) = in_scope(&scopes(), "");
    let others = told(&c, NoticeKind::OtherScope);
    assert_eq!(others, ["testville", "betaburg", "gammaford", "deltamouth"]);
}

#[test]
fn an_unknown_scope_is_replaced_and_told() {
    let data = scopes().data();
    let view = View {
        scope: Some("wide".to_owned()),
        ..View::default()
    };
    let resolved = resolve(&data, &view);
    assert_eq!(resolved.question.scope, None);
    assert_eq!(resolved.notices[0].kind, NoticeKind::UnknownId);
}

#[test]
fn home_is_never_its_own_peer_and_no_peer_stands_twice() {
    let data = Fixture::values([1.0; 5]).data();
    let ids = ["testville", "betaburg", "alphaton", "betaburg"];
    let view = View {
        peers: Some(ids.map(ToOwned::to_owned).into()),
        ..View::default()
    };
    let peers = resolve(&data, &view).question.peers;
    let named: Vec<&str> = peers.iter().map(|p| data.region(*p).id.as_str()).collect();
    assert_eq!(named, ["betaburg", "alphaton"]);
}

/// The fixture's default home is testville with alphaton as its peer.
#[test]
fn a_home_that_is_a_default_peer_is_measured_against_the_default_home() {
    let data = Fixture::values([1.0; 5]).data();
    let peers = |home: &str| {
        let view = View {
            home: Some(home.to_owned()),
            ..View::default()
        };
        let peers = resolve(&data, &view).question.peers;
        let ids = peers.iter().map(|p| data.region(*p).id.clone());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(peers("alphaton"), ["testville"]);
    assert_eq!(peers("gammaford"), ["alphaton"]);
}

#[test]
fn what_a_view_names_and_the_data_lack_is_replaced_and_told() {
    let data = Fixture::values([1.0; 5]).data();
    let text = |t: &str| Some(t.to_owned());
    let view = View {
        indicator: text("thinks"),
        home: text("testvil"),
        peers: Some(vec!["betabrug".to_owned(), "elsewhere".to_owned()]),
        group: text("nowhere"),
        period: text("long ago"),
        range: text("2003..2001"),
        ..View::default()
    };
    let resolved = resolve(&data, &view);
    let asked: Vec<_> = resolved
        .notices
        .iter()
        .filter_map(|n| n.detail.as_deref())
        .collect();
    assert_eq!(
        asked,
        [
            "thinks",
            "testvil",
            "betabrug",
            "elsewhere",
            "nowhere",
            "long ago",
            "2003..2001"
        ]
    );
    let q = resolved.question;
    assert_eq!(data.indicator(q.indicator).id, "things");
    assert_eq!(data.region(q.home).id, "testville");
    assert_eq!(q.peers.len(), 1);
    assert_eq!((q.period, q.range), (None, None));
}
