//! Hand-worked numbers over time: change, growth, index and lag, and that nothing crosses a break.

use duibiao::compare::{Change, Comparison, Lag, Series, index};
use duibiao::data::{Dataset, Kind};
use duibiao::error::NoticeKind;
use serde_json::json;

use super::fixture::{Fixture, GAP, answer, asked, close, member, tells, told, year};

/// Home's row and its peer's, from 2001 on; the others have none.
fn two(home: &[f64], peer: &[f64]) -> Fixture {
    Fixture::rows(2001, &[("testville", home), ("alphaton", peer)])
}

fn home_change(data: &Dataset, of: i32) -> Option<Change> {
    asked(data, |q| q.period = Some(year(of))).home().change
}

fn home_series(data: &Dataset) -> Series {
    let home = data.defaults().home;
    Series::of(data, data.defaults().indicator, home, None, Kind::Actual)
}

#[test]
fn a_change_is_against_the_year_before() {
    let data = two(&[100.0, 110.0, 99.0], &[1.0]).data();
    // 110 − 100 = 10; 110 ÷ 100 − 1 = 0.1
    let change = home_change(&data, 2002).unwrap();
    assert_eq!((change.from, change.absolute), (year(2001), 10.0));
    close(change.relative.unwrap(), 0.1);
    // 99 − 110 = −11; 99 ÷ 110 − 1 = −0.1
    let change = home_change(&data, 2003).unwrap();
    assert_eq!(change.absolute, -11.0);
    close(change.relative.unwrap(), -0.1);
}

#[test]
fn there_is_no_change_without_the_year_before() {
    let data = two(&[100.0, GAP, 99.0], &[1.0, 1.0, 1.0]).data();
    assert_eq!(home_change(&data, 2001), None);
    assert_eq!(home_change(&data, 2003), None);
}

#[test]
fn a_change_from_zero_or_across_signs_has_no_percentage() {
    let data = two(&[0.0, 5.0, -5.0], &[1.0]).data();
    let change = home_change(&data, 2002).unwrap();
    assert_eq!((change.absolute, change.relative), (5.0, None));
    let change = home_change(&data, 2003).unwrap();
    assert_eq!((change.absolute, change.relative), (-10.0, None));
}

#[test]
fn a_quarter_is_measured_against_the_same_quarter() {
    let mut f = two(&[100.0, 110.0], &[1.0]);
    for (period, value) in [("2001-Q1", 20.0), ("2001-Q4", 30.0), ("2002-Q1", 25.0)] {
        f.fact("things", json!({"value": value, "period": period}));
    }
    let data = f.data();
    let change = asked(&data, |q| q.period = "2002-Q1".parse().ok())
        .home()
        .change;
    assert_eq!(
        change.map(|c| (c.from.to_string(), c.absolute)),
        Some(("2001-Q1".to_owned(), 5.0))
    );
}

#[test]
fn growth_is_the_compound_annual_rate() {
    // (121 ÷ 100)^(1 ÷ 2) − 1 = 0.1
    let data = two(&[100.0, 105.0, 121.0], &[1.0, 1.0, 1.0]).data();
    let growth = answer(&data).home().growth.unwrap();
    assert_eq!((growth.from, growth.to), (year(2001), year(2003)));
    close(growth.rate.unwrap(), 0.1);
    // (8 ÷ 1)^(1 ÷ 3) − 1 = 1
    let data = two(&[1.0, 3.0, 5.0, 8.0], &[1.0, 1.0, 1.0, 1.0]).data();
    close(answer(&data).home().growth.unwrap().rate.unwrap(), 1.0);
}

#[test]
fn growth_begins_where_the_range_does() {
    // (121 ÷ 110)^1 − 1 = 0.1
    let data = two(&[100.0, 110.0, 121.0], &[1.0, 1.0, 1.0]).data();
    let c = asked(&data, |q| q.range = Some((year(2002), year(2003))));
    let growth = c.home().growth.unwrap();
    assert_eq!(growth.from, year(2002));
    close(growth.rate.unwrap(), 0.1);
}

#[test]
fn growth_needs_both_ends_above_zero() {
    for row in [[0.0, 5.0], [-1.0, 5.0], [5.0, 0.0], [5.0, -1.0]] {
        let data = two(&row, &[1.0, 1.0]).data();
        assert_eq!(answer(&data).home().growth.unwrap().rate, None, "{row:?}");
    }
}

#[test]
fn changes_of_current_prices_are_nominal() {
    let mut f = two(&[100.0, 110.0], &[1.0, 1.0]);
    assert!(!tells(&answer(&f.data()), NoticeKind::Nominal));
    f.at("indicators.json", "/indicators/0")["price"] = json!("current");
    assert!(tells(&answer(&f.data()), NoticeKind::Nominal));
}

#[test]
fn an_index_is_a_percentage_of_the_base_year() {
    let data = two(&[100.0, 110.0, 99.0], &[1.0]).data();
    let found = index(&home_series(&data), year(2002));
    // 100 ÷ 110 and 99 ÷ 110
    for (found, expected) in found.into_iter().zip([1000.0 / 11.0, 100.0, 90.0]) {
        close(found.unwrap(), expected);
    }
}

#[test]
fn an_index_needs_a_base_above_zero() {
    let data = two(&[0.0, -1.0, 4.0], &[1.0]).data();
    let series = home_series(&data);
    for base in [2001, 2002, 1999] {
        assert_eq!(
            index(&series, year(base)),
            [None, None, None],
            "base {base}"
        );
    }
    assert_eq!(
        index(&series, year(2003)),
        [Some(0.0), Some(-25.0), Some(100.0)]
    );
}

#[test]
fn an_index_stops_at_a_break() {
    let mut f = two(&[100.0, 110.0, 50.0, 55.0], &[1.0]);
    f.broken("things", &["testville"], "2003");
    let data = f.data();
    let series = home_series(&data);
    let rounded = |base| -> Vec<Option<i64>> {
        let all = index(&series, year(base)).into_iter();
        #[expect(clippy::cast_possible_truncation, reason = "a small number")]
        all.map(|v| v.map(|v| v.round() as i64)).collect()
    };
    assert_eq!(rounded(2001), [Some(100), Some(110), None, None]);
    assert_eq!(rounded(2003), [None, None, Some(100), Some(110)]);
}

fn peer_lag(data: &Dataset) -> Option<Lag> {
    let c = answer(data);
    member(data, &c, "alphaton").lag
}

#[test]
fn a_lag_counts_the_years_since_the_peer_was_no_better() {
    // the peer had home's 5 in 2002 and has been above it since: one year in 2003
    let data = two(&[3.0, 4.0, 5.0], &[3.0, 5.0, 7.0]).data();
    assert_eq!(peer_lag(&data), Some(Lag::Years(1)));
    // below it in 2001 only: two years, no interpolation to 2001 and a half
    let data = two(&[3.0, 4.0, 5.0], &[4.0, 6.0, 7.0]).data();
    assert_eq!(peer_lag(&data), Some(Lag::Years(2)));
    // the latest such year counts, not the first
    let data = two(&[3.0, 4.0, 5.0, 5.0], &[1.0, 9.0, 4.0, 7.0]).data();
    assert_eq!(peer_lag(&data), Some(Lag::Years(1)));
}

#[test]
fn a_peer_that_is_no_better_is_not_ahead() {
    assert_eq!(
        peer_lag(&two(&[3.0, 5.0], &[9.0, 5.0]).data()),
        Some(Lag::None)
    );
    assert_eq!(
        peer_lag(&two(&[3.0, 5.0], &[9.0, 4.0]).data()),
        Some(Lag::None)
    );
}

#[test]
fn a_lag_longer_than_the_data_is_more_than_they_cover() {
    let data = two(&[3.0, 4.0, 5.0], &[6.0, 7.0, 8.0]).data();
    assert_eq!(peer_lag(&data), Some(Lag::MoreThan(2)));
}

#[test]
fn where_lower_is_better_a_lag_looks_for_higher_values() {
    let mut f = two(&[9.0, 8.0, 7.0], &[8.0, 7.0, 4.0]);
    f.at("indicators.json", "/indicators/0")["direction"] = json!("lower");
    assert_eq!(peer_lag(&f.data()), Some(Lag::Years(1)));
}

#[test]
fn a_neutral_indicator_has_no_lag() {
    let mut f = two(&[3.0, 4.0, 5.0], &[3.0, 5.0, 7.0]);
    f.at("indicators.json", "/indicators/0")["direction"] = json!("neutral");
    assert_eq!(peer_lag(&f.data()), None);
}

#[test]
fn a_lag_stops_at_a_break() {
    let mut f = two(&[3.0, 4.0, 5.0, 5.0], &[3.0, 4.0, 6.0, 7.0]);
    assert_eq!(peer_lag(&f.data()), Some(Lag::Years(2)));
    f.broken("things", &["alphaton"], "2003");
    assert_eq!(peer_lag(&f.data()), Some(Lag::MoreThan(1)));
}

#[test]
fn without_the_peers_value_there_is_no_lag() {
    let data = two(&[3.0, 4.0, 5.0], &[3.0, 5.0, GAP]).data();
    let c = asked(&data, |q| q.period = Some(year(2003)));
    assert_eq!(member(&data, &c, "alphaton").lag, None);
    // a year within the tolerance stands in for the value, not for the lag
    let c = asked(&data, |q| {
        q.period = Some(year(2003));
        q.tolerance = 1;
    });
    assert_eq!(member(&data, &c, "alphaton").lag, None);
}

fn across_a_break() -> Dataset {
    let mut f = two(&[100.0, 110.0, 50.0, 55.0], &[100.0, 110.0, 121.0, 133.1]);
    f.broken("things", &["testville"], "2003");
    f.data()
}

#[test]
fn nothing_is_computed_across_a_break() {
    let data = across_a_break();
    assert_eq!(home_change(&data, 2003), None);
    assert_eq!(home_change(&data, 2004).map(|c| c.absolute), Some(5.0));
    assert_eq!(home_change(&data, 2002).map(|c| c.absolute), Some(10.0));
    // growth begins after the break: 55 ÷ 50 − 1
    let c = answer(&data);
    let growth = c.home().growth.unwrap();
    assert_eq!(growth.from, year(2003));
    close(growth.rate.unwrap(), 0.1);
    // the peer's series is whole
    let peer = member(&data, &c, "alphaton");
    assert_eq!(peer.growth.map(|g| g.from), Some(year(2001)));
}

#[test]
fn a_series_falls_into_stretches_at_its_breaks() {
    let data = across_a_break();
    let series = home_series(&data);
    let lengths: Vec<_> = series.stretches().map(<[_]>::len).collect();
    assert_eq!(lengths, [2, 2]);
    let comparable: Vec<_> = series
        .comparable(year(2004))
        .iter()
        .map(|r| r.value)
        .collect();
    assert_eq!(comparable, [50.0, 55.0]);
}

#[test]
fn a_break_is_told_once_with_all_whom_it_concerns() {
    let mut f = two(&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]);
    f.broken("things", &["*"], "2002");
    let data = f.data();
    let c = answer(&data);
    assert_eq!(told(&c, NoticeKind::Break), ["testville", "alphaton"]);
    assert_eq!(
        c.notices
            .iter()
            .filter(|n| n.kind == NoticeKind::Break)
            .count(),
        1
    );
}

#[test]
fn a_break_outside_the_range_is_not_told() {
    let data = across_a_break();
    let breaks = |from, to| {
        let c = asked(&data, |q| q.range = Some((year(from), year(to))));
        tells(&c, NoticeKind::Break)
    };
    assert!(breaks(2001, 2004) && breaks(2002, 2003));
    assert!(!breaks(2003, 2004) && !breaks(2001, 2002));
}

#[test]
fn a_break_before_the_first_value_separates_nothing() {
    let mut f = two(&[GAP, 2.0, 3.0], &[1.0, 2.0, 3.0]);
    f.broken("things", &["testville"], "2002");
    let data = f.data();
    assert!(home_series(&data).breaks.is_empty());
    assert!(!tells(&answer(&data), NoticeKind::Break));
}

#[test]
fn a_rate_breaks_where_either_input_does() {
    let mut f = two(&[10.0, 20.0, 30.0, 40.0], &[1.0]);
    f.indicator(json!({"id": "people"}));
    f.series("people", 2001, &[("testville", &[1.0, 1.0, 2.0, 2.0])]);
    let derived = json!({"numerator": "things", "denominator": "people", "per": 1});
    f.indicator(json!({"id": "rate", "derived": derived}));
    f.broken("things", &["testville"], "2002");
    f.broken("people", &["testville"], "2003");
    *f.at("peer-groups.json", "/defaults/indicator") = json!("rate");
    let data = f.data();
    let from: Vec<_> = home_series(&data).breaks.iter().map(|b| b.from).collect();
    assert_eq!(from, [year(2002), year(2003)]);
    let changed: Vec<_> = (2001..=2004)
        .map(|y| home_change(&data, y).is_some())
        .collect();
    assert_eq!(changed, [false, false, false, true]);
}

/// A rank is of one moment: there is no rank change to compute across a break.
#[test]
fn a_comparison_at_a_break_is_still_ranked() {
    let data = across_a_break();
    let c: Comparison = asked(&data, |q| q.period = Some(year(2003)));
    assert_eq!(c.home().rank.map(|r| r.place), Some(2));
}
