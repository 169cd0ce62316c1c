//! Hand-worked numbers of one moment: rank, gap, benchmark, share, and who is left out of them.

use duibiao::compare::{Benchmark, BenchmarkKind, Comparison, Role, gap, ranks};
use duibiao::data::{Bound, Dataset, Direction, Kind, Status};
use duibiao::error::NoticeKind;
use serde_json::json;

use super::fixture::{
    CITIES, FIGURES, Fixture, GAP, answer, asked, close, member, tells, text, told,
};

/// The place of each city, in the fixture's order; 0 for none.
fn places(data: &Dataset, c: &Comparison) -> [usize; 5] {
    CITIES.map(|id| member(data, c, id).rank.map_or(0, |r| r.place))
}

fn direction(f: &mut Fixture, word: &str) {
    f.at("indicators.json", "/indicators/0")["direction"] = json!(word);
}

#[test]
fn ties_share_the_best_place() {
    let data = Fixture::values([5.0, 9.0, 5.0, 1.0, 7.0]).data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [3, 1, 3, 5, 2]);
    let tied = CITIES.map(|id| member(&data, &c, id).rank.is_some_and(|r| r.tied));
    assert_eq!(tied, [true, false, true, false, false]);
    let of = CITIES.map(|id| member(&data, &c, id).rank.map(|r| r.of));
    assert_eq!(of, [Some(5); 5]);
}

#[test]
fn places_after_a_tie_are_skipped() {
    let all = ranks(Direction::Higher, &[9.0, 5.0, 5.0, 1.0]);
    let places: Vec<_> = all.iter().map(|r| r.place).collect();
    assert_eq!(places, [1, 2, 2, 4]);
    let all = ranks(Direction::Higher, &[3.0, 3.0, 3.0]);
    assert!(all.iter().all(|r| r.place == 1 && r.tied && r.of == 3));
}

#[test]
fn where_lower_is_better_the_smallest_is_first() {
    let mut f = Fixture::values([5.0, 9.0, 5.0, 1.0, 7.0]);
    direction(&mut f, "lower");
    let data = f.data();
    assert_eq!(places(&data, &answer(&data)), [2, 5, 2, 1, 4]);
}

#[test]
fn a_neutral_indicator_is_in_order_of_size() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    direction(&mut f, "neutral");
    let data = f.data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [3, 1, 4, 5, 2]);
    let best = asked(&data, |q| q.benchmark = BenchmarkKind::Best);
    assert_eq!(
        best.benchmark, None,
        "nothing is best where nothing is better"
    );
    assert!(c.members.iter().all(|m| m.lag.is_none()));
}

#[test]
fn negative_values_rank_below_zero() {
    let data = Fixture::values([-1.0, -2.0, 0.0, 3.0, -0.5]).data();
    assert_eq!(places(&data, &answer(&data)), [4, 5, 2, 1, 3]);
}

#[test]
fn who_has_no_value_is_not_ranked_and_is_told() {
    let data = Fixture::values([5.0, 9.0, GAP, 1.0, GAP]).data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [2, 1, 0, 3, 0]);
    assert_eq!((c.ranked, c.group_size), (3, 5));
    assert_eq!(c.home().rank.map(|r| r.of), Some(3));
    assert_eq!(told(&c, NoticeKind::Incomplete), ["betaburg", "deltamouth"]);
    let notice = c.notices.iter().find(|n| n.kind == NoticeKind::Incomplete);
    assert_eq!(notice.and_then(|n| n.count), Some((3, 5)));
}

#[test]
fn one_city_alone_is_not_ranked() {
    let data = Fixture::values([5.0, GAP, GAP, GAP, GAP]).data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [0; 5]);
    assert_eq!((c.ranked, c.benchmark, c.benchmark_gap), (1, None, None));
    assert!(tells(&c, NoticeKind::NotRanked));
    assert_eq!(told(&c, NoticeKind::PeersMissing), ["alphaton"]);
}

#[test]
fn a_home_without_value_is_told_and_nothing_is_measured_from_it() {
    let data = Fixture::values([GAP, 9.0, 5.0, 1.0, 7.0]).data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [0, 1, 3, 4, 2]);
    assert_eq!(told(&c, NoticeKind::HomeMissing), ["testville"]);
    assert!(c.members.iter().all(|m| m.gap.is_none() && m.lag.is_none()));
    assert_eq!(c.benchmark_gap, None);
}

#[test]
fn a_gap_is_home_minus_the_other() {
    let data = Fixture::values([3.0, 4.0, 2.0, 3.0, 0.0]).data();
    let c = answer(&data);
    let of = |id| member(&data, &c, id).gap.unwrap();
    // 3 − 4 = −1; 3 ÷ 4 − 1 = −0.25
    assert_eq!(
        (of("alphaton").absolute, of("alphaton").relative),
        (-1.0, Some(-0.25))
    );
    // 3 − 2 = 1; 3 ÷ 2 − 1 = 0.5
    assert_eq!(
        (of("betaburg").absolute, of("betaburg").relative),
        (1.0, Some(0.5))
    );
    assert_eq!(
        (of("gammaford").absolute, of("gammaford").relative),
        (0.0, Some(0.0))
    );
    assert_eq!(
        member(&data, &c, "testville").gap,
        None,
        "home has no gap to itself"
    );
}

#[test]
fn a_relative_gap_is_undefined_at_zero() {
    let data = Fixture::values([3.0, 0.0, 2.0, 3.0, 1.0]).data();
    let c = answer(&data);
    let to_zero = member(&data, &c, "alphaton").gap.unwrap();
    assert_eq!((to_zero.absolute, to_zero.relative), (3.0, None));
    assert_eq!(gap(0.0, 0.0).relative, None);
    // from zero it is −100 %
    assert_eq!(gap(0.0, 4.0).relative, Some(-1.0));
}

#[test]
fn a_relative_gap_is_undefined_across_signs() {
    assert_eq!(gap(3.0, -1.0).relative, None);
    assert_eq!(gap(-3.0, 1.0).relative, None);
    assert_eq!(
        (gap(-3.0, 1.0).absolute, gap(3.0, -1.0).absolute),
        (-4.0, 4.0)
    );
    // both shrink: −1 % and −2 %: 1 point apart, −1 ÷ −2 − 1 = −0.5
    assert_eq!(gap(-1.0, -2.0).absolute, 1.0);
    assert_eq!(gap(-1.0, -2.0).relative, Some(-0.5));
}

fn benchmark(values: [f64; 5], kind: BenchmarkKind) -> Option<f64> {
    let data = Fixture::values(values).data();
    asked(&data, |q| q.benchmark = kind)
        .benchmark
        .map(|b| b.value)
}

#[test]
fn the_median_leaves_home_out() {
    // of 1, 2, 4, 9: (2 + 4) ÷ 2; home's 100 does not matter
    assert_eq!(
        benchmark([100.0, 9.0, 4.0, 1.0, 2.0], BenchmarkKind::Median),
        Some(3.0)
    );
    assert_eq!(
        benchmark([0.0, 9.0, 4.0, 1.0, 2.0], BenchmarkKind::Median),
        Some(3.0)
    );
    // an odd number: the middle one of 1, 4, 9
    assert_eq!(
        benchmark([100.0, 9.0, 4.0, 1.0, GAP], BenchmarkKind::Median),
        Some(4.0)
    );
}

#[test]
fn the_mean_leaves_home_out() {
    // (9 + 4 + 1 + 2) ÷ 4
    assert_eq!(
        benchmark([100.0, 9.0, 4.0, 1.0, 2.0], BenchmarkKind::Mean),
        Some(4.0)
    );
}

#[test]
fn the_best_is_the_best_of_the_others() {
    assert_eq!(
        benchmark([100.0, 9.0, 4.0, 1.0, 2.0], BenchmarkKind::Best),
        Some(9.0)
    );
    let lower = Benchmark::over(BenchmarkKind::Best, Direction::Lower, &[9.0, 4.0, 1.0]);
    assert_eq!(lower.map(|b| b.value), Some(1.0));
}

#[test]
fn a_benchmark_of_fewer_than_two_others_is_none() {
    for kind in [
        BenchmarkKind::Median,
        BenchmarkKind::Mean,
        BenchmarkKind::Best,
    ] {
        assert_eq!(benchmark([5.0, 9.0, GAP, GAP, GAP], kind), None);
    }
    assert_eq!(
        benchmark([5.0, 9.0, 4.0, 1.0, 2.0], BenchmarkKind::None),
        None
    );
}

#[test]
fn home_is_measured_against_the_benchmark() {
    let data = Fixture::values([6.0, 9.0, 4.0, 1.0, 2.0]).data();
    // the others' median is 3: 6 − 3 = 3, 6 ÷ 3 − 1 = 1
    let gap = answer(&data).benchmark_gap.unwrap();
    assert_eq!((gap.absolute, gap.relative), (3.0, Some(1.0)));
}

#[test]
fn a_target_is_homes_own_and_of_the_period() {
    let mut f = Fixture::values([6.0, 9.0, 4.0, 1.0, 2.0]);
    f.fact("things", json!({"value": 8, "kind": "target"}));
    f.fact(
        "things",
        json!({"value": 99, "kind": "target", "period": "2005"}),
    );
    f.fact(
        "things",
        json!({"value": 77, "kind": "target", "region": "alphaton"}),
    );
    let data = f.data();
    let c = asked(&data, |q| q.benchmark = BenchmarkKind::Target);
    assert_eq!(c.benchmark.map(|b| (b.value, b.others)), Some((8.0, 1)));
    assert_eq!(c.benchmark_gap.map(|g| g.absolute), Some(-2.0));
    let none = Fixture::values([6.0, 9.0, 4.0, 1.0, 2.0]).data();
    assert_eq!(
        asked(&none, |q| q.benchmark = BenchmarkKind::Target).benchmark,
        None
    );
}

#[test]
fn a_target_never_enters_the_ranking_of_what_was() {
    let mut f = Fixture::values([6.0, 9.0, 4.0, 1.0, GAP]);
    f.fact(
        "things",
        json!({"value": 50, "kind": "target", "region": "deltamouth"}),
    );
    let data = f.data();
    let c = answer(&data);
    assert_eq!(c.kind, Kind::Actual);
    assert_eq!(places(&data, &c), [2, 1, 3, 4, 0]);
    assert!(!tells(&c, NoticeKind::Targets));
}

#[test]
fn where_there_are_only_targets_they_are_shown_as_targets() {
    let mut f = Fixture::values([6.0, 9.0, 4.0, 1.0, 2.0]);
    f.at(FIGURES, "/series/things/tables/0")["kind"] = json!("target");
    let data = f.data();
    let c = answer(&data);
    assert_eq!(c.kind, Kind::Target);
    assert!(tells(&c, NoticeKind::Targets));
    assert_eq!(c.home().reading.map(|r| r.kind), Some(Kind::Target));
}

/// Makes a sum meaningful: of what is counted, and over all parts of a whole.
fn additive(f: &mut Fixture) {
    f.at("peer-groups.json", "/groups/0")["whole"] = json!("testshire");
    f.at("indicators.json", "/indicators/0")["additive"] = json!(true);
}

#[test]
fn a_share_is_own_over_the_sum_of_all() {
    let mut f = Fixture::values([10.0, 20.0, 30.0, 40.0, 100.0]);
    additive(&mut f);
    let data = f.data();
    let c = answer(&data);
    assert_eq!(c.total, Some(200.0));
    let shares = CITIES.map(|id| member(&data, &c, id).share.unwrap());
    for (found, expected) in shares.into_iter().zip([0.05, 0.1, 0.15, 0.2, 0.5]) {
        close(found, expected);
    }
}

#[test]
fn there_is_no_share_of_what_does_not_add_up_or_is_not_complete() {
    let data = Fixture::values([10.0, 20.0, 30.0, 40.0, 100.0]).data();
    assert!(
        answer(&data).members.iter().all(|m| m.share.is_none()),
        "not additive"
    );
    let mut f = Fixture::values([10.0, 20.0, GAP, 40.0, 100.0]);
    additive(&mut f);
    let data = f.data();
    let c = answer(&data);
    assert!(
        c.total.is_none() && c.members.iter().all(|m| m.share.is_none()),
        "one is missing"
    );
    let mut f = Fixture::values([10.0, 20.0, 30.0, 40.0, 100.0]);
    additive(&mut f);
    f.remove("peer-groups.json", "/groups/0", "whole");
    let data = f.data();
    assert_eq!(
        answer(&data).home().share,
        None,
        "a few cities are no whole"
    );
    let mut f = Fixture::values([0.0; 5]);
    additive(&mut f);
    let data = f.data();
    assert_eq!(
        answer(&data).home().share,
        None,
        "of nothing there is no share"
    );
}

#[test]
fn values_whose_definition_differs_are_shown_but_not_ranked() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 100.0]);
    f.at(FIGURES, "/series/things/tables/0")["except"] =
        json!([{"at": ["deltamouth *"], "status": "D"}]);
    additive(&mut f);
    let data = f.data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [2, 1, 3, 4, 0]);
    let shown = member(&data, &c, "deltamouth").reading.unwrap();
    assert_eq!((shown.value, shown.status), (100.0, Status::D));
    assert!(told(&c, NoticeKind::OtherScope).contains(&"deltamouth"));
    // the median of 9, 4, 1 without the odd one
    assert_eq!(c.benchmark.map(|b| b.value), Some(4.0));
    assert_eq!(c.total, None, "a sum of unlike things is none");
}

#[test]
fn a_peer_outside_the_group_is_compared_but_not_ranked() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    let members = json!(["testville", "betaburg", "gammaford", "deltamouth"]);
    *f.at("peer-groups.json", "/groups/0/members") = members;
    let data = f.data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [2, 0, 3, 4, 1]);
    let peer = member(&data, &c, "alphaton");
    assert_eq!((peer.role, peer.in_group), (Role::Peer(0), false));
    assert_eq!(peer.gap.map(|g| g.absolute), Some(-4.0));
    // the median of 4, 1, 7
    assert_eq!(c.benchmark.map(|b| b.value), Some(4.0));
}

#[test]
fn doubt_about_a_value_is_told() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at(FIGURES, "/series/things/tables/0")["except"] = json!([
        {"at": ["alphaton *"], "status": "E"},
        {"at": ["betaburg *"], "status": "U"},
        {"at": ["gammaford *"], "status": "P", "bound": "at-most"},
        {"at": ["deltamouth *"], "bound": "at-least"},
        {"at": ["testville *"], "bound": "about"},
    ]);
    let data = f.data();
    let c = answer(&data);
    for (kind, city) in [
        (NoticeKind::Estimated, "alphaton"),
        (NoticeKind::LowReliability, "betaburg"),
        (NoticeKind::Provisional, "gammaford"),
        (NoticeKind::AtMost, "gammaford"),
        (NoticeKind::AtLeast, "deltamouth"),
        (NoticeKind::About, "testville"),
    ] {
        assert_eq!(told(&c, kind), [city], "{kind:?}");
    }
}

/// A rate of things per 1,000 people, home's numerator and denominator with these marks.
fn rate(numerator: serde_json::Value, denominator: serde_json::Value) -> Dataset {
    let mut f = Fixture::values([50.0, 90.0, 40.0, 10.0, 70.0]);
    f.indicator(json!({"id": "people", "unit": "wan-person"}));
    let derived = json!({"numerator": "things", "denominator": "people", "per": 1000});
    f.indicator(json!({"id": "rate", "derived": derived}));
    let rows: Vec<(&str, &[f64])> = CITIES.iter().map(|c| (*c, [2.5].as_slice())).collect();
    f.series("people", 2001, &rows);
    for (id, mut mark) in [("things", numerator), ("people", denominator)] {
        mark["at"] = json!(["testville *"]);
        f.at(FIGURES, &format!("/series/{id}/tables/0"))["except"] = json!([mark]);
    }
    *f.at("peer-groups.json", "/defaults/indicator") = json!("rate");
    f.data()
}

#[test]
fn a_rate_takes_care_of_units() {
    let data = rate(json!({}), json!({}));
    // 50 things ÷ (2.5 × 10,000 people) × 1,000 = 2
    close(answer(&data).home().reading.unwrap().value, 2.0);
    assert!(tells(&answer(&data), NoticeKind::Derived));
}

#[test]
fn a_rate_is_no_more_reliable_than_its_inputs() {
    let status = |n, d| {
        let data = rate(json!({"status": n}), json!({"status": d}));
        answer(&data).home().reading.unwrap().status
    };
    assert_eq!(status("A", "A"), Status::A);
    assert_eq!(status("E", "A"), Status::E);
    assert_eq!(status("P", "U"), Status::U);
    assert_eq!(status("A", "D"), Status::D);
}

#[test]
fn a_rate_inherits_the_bounds_of_its_inputs() {
    let bound = |n, d| {
        let data = rate(json!({"bound": n}), json!({"bound": d}));
        answer(&data).home().reading.unwrap().bound
    };
    assert_eq!(bound("exact", "exact"), Bound::Exact);
    assert_eq!(bound("at-least", "exact"), Bound::AtLeast);
    assert_eq!(
        bound("exact", "at-least"),
        Bound::AtMost,
        "divided by more is less"
    );
    assert_eq!(bound("exact", "at-most"), Bound::AtLeast);
    assert_eq!(bound("at-least", "at-most"), Bound::AtLeast);
    assert_eq!(bound("at-least", "at-least"), Bound::About);
    assert_eq!(bound("about", "exact"), Bound::About);
}

#[test]
fn a_rate_over_nothing_is_no_value() {
    let mut f = Fixture::values([50.0, 90.0, 40.0, 10.0, 70.0]);
    f.indicator(json!({"id": "people", "unit": "wan-person"}));
    let derived = json!({"numerator": "things", "denominator": "people", "per": 1000});
    f.indicator(json!({"id": "rate", "name": text("率", "rate"), "derived": derived}));
    f.series(
        "people",
        2001,
        &[
            ("testville", &[0.0]),
            ("alphaton", &[1.0]),
            ("betaburg", &[GAP]),
        ],
    );
    *f.at("peer-groups.json", "/defaults/indicator") = json!("rate");
    let data = f.data();
    let c = answer(&data);
    let valued: Vec<bool> = CITIES
        .map(|id| member(&data, &c, id).reading.is_some())
        .into();
    assert_eq!(valued, [false, true, false, false, false]);
}

#[test]
fn the_preferred_source_answers() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.fact(
        "things",
        json!({"value": 6, "preferred": text("更近源头", "nearer to the origin")}),
    );
    let data = f.data();
    let c = answer(&data);
    assert_eq!(c.home().reading.map(|r| r.value), Some(6.0));
    assert_eq!(told(&c, NoticeKind::SeveralSources), ["testville"]);
}

#[test]
fn what_a_source_reports_is_told_and_does_not_change_our_ranks() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.fact(
        "things",
        json!({"value": null, "period": "2002", "rank": {"place": 1, "group": "testshire"}}),
    );
    let data = f.data();
    let c = answer(&data);
    assert_eq!(places(&data, &c), [3, 1, 4, 5, 2]);
    assert_eq!(told(&c, NoticeKind::Reported), ["testville"]);
}
