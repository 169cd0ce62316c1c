//! Cells of the real comparisons, each worked by hand from the published figures.
//!
//! The arithmetic stands beside each; the figures in it are typed from the sources, not read from the data.

use std::sync::LazyLock;

use duibiao::compare::{Comparison, Growth, Lag, Series};
use duibiao::data::{Dataset, Kind, Status, builtin};
use duibiao::error::NoticeKind;

use super::fixture::{about, close, member, told, year};

static DATA: LazyLock<Dataset> = LazyLock::new(builtin);

fn comparison(indicator: &str, of: i32) -> Comparison {
    let mut question = about(&DATA, indicator);
    question.period = Some(year(of));
    Comparison::of(&DATA, &question)
}

#[track_caller]
fn cell(indicator: &str, city: &str, of: i32, expected: f64) {
    let c = comparison(indicator, of);
    let reading = member(&DATA, &c, city).reading;
    let found = reading.unwrap_or_else(|| panic!("{indicator} of {city} in {of}"));
    assert_eq!(found.period, year(of));
    close(found.value, expected);
}

fn place(indicator: &str, city: &str, of: i32) -> Option<(usize, usize)> {
    let c = comparison(indicator, of);
    member(&DATA, &c, city).rank.map(|r| (r.place, r.of))
}

#[test]
fn doctors_per_1000_residents_in_2023() {
    // 37,043 doctors ÷ 9,761,000 residents × 1,000 = 3.795
    cell(
        "doctors-per-1000",
        "wenzhou",
        2023,
        37_043.0 / 9_761_000.0 * 1000.0,
    );
    // 62,661 ÷ 12,522,000 × 1,000 = 5.004
    cell(
        "doctors-per-1000",
        "hangzhou",
        2023,
        62_661.0 / 12_522_000.0 * 1000.0,
    );
    // 37,888 ÷ 9,697,000 × 1,000 = 3.907
    cell(
        "doctors-per-1000",
        "ningbo",
        2023,
        37_888.0 / 9_697_000.0 * 1000.0,
    );
    // 9,932 ÷ 2,528,000 × 1,000 = 3.929
    cell(
        "doctors-per-1000",
        "lishui",
        2023,
        9_932.0 / 2_528_000.0 * 1000.0,
    );
}

/// Behind Hangzhou 5.00, Jiaxing 4.00, Zhoushan 3.97, Quzhou 3.95, Shaoxing and Lishui 3.93, Ningbo 3.91; before Huzhou 3.70, Jinhua 3.65, Taizhou 3.36.
#[test]
fn wenzhou_is_eighth_in_doctors_per_1000_residents() {
    assert_eq!(place("doctors-per-1000", "wenzhou", 2023), Some((8, 11)));
    let c = comparison("doctors-per-1000", 2023);
    let gap = member(&DATA, &c, "hangzhou").gap.unwrap();
    // 3.79500 − 5.00407 = −1.20907; 3.79500 ÷ 5.00407 − 1 = −24.16 %
    close(gap.absolute, 37_043.0 / 9_761.0 - 62_661.0 / 12_522.0);
    assert!((gap.relative.unwrap() + 0.2416).abs() < 5e-5);
    // the sixth of the ten others by size is Shaoxing, the fifth Lishui: (3.93122 + 3.92880) ÷ 2
    let median = f64::midpoint(21_205.0 / 5_394.0, 9_932.0 / 2_528.0);
    close(c.benchmark.unwrap().value, median);
}

#[test]
fn gdp_per_head_in_2023() {
    // 873.1 billion yuan ÷ 9.761 million residents = 89,448 yuan
    cell("gdp-per-head", "wenzhou", 2023, 873.1e9 / 9.761e6);
    // 2,005.9 billion ÷ 12.522 million = 160,190 yuan
    cell("gdp-per-head", "hangzhou", 2023, 2005.9e9 / 12.522e6);
    // behind Zhoushan, Ningbo, Hangzhou, Shaoxing, Jiaxing, Huzhou, Taizhou and Quzhou
    assert_eq!(place("gdp-per-head", "wenzhou", 2023), Some((9, 11)));
}

#[test]
fn hospital_beds_per_1000_residents_in_2023() {
    // 44,130 beds ÷ 9,761,000 residents × 1,000 = 4.521
    cell(
        "hospital-beds-per-1000",
        "wenzhou",
        2023,
        44_130.0 / 9_761.0,
    );
    // 95,220 ÷ 12,522,000 × 1,000 = 7.604
    cell(
        "hospital-beds-per-1000",
        "hangzhou",
        2023,
        95_220.0 / 12_522.0,
    );
    // the fewest of all
    assert_eq!(
        place("hospital-beds-per-1000", "wenzhou", 2023),
        Some((11, 11))
    );
}

#[test]
fn health_budget_per_head_in_2018() {
    // 7.6083 billion yuan ÷ 9.522 million residents = 799 yuan
    cell(
        "health-expenditure-per-head",
        "wenzhou",
        2018,
        7.6083e9 / 9.522e6,
    );
    // 4.25227 billion ÷ 2.444 million = 1,740 yuan, the most of all
    cell(
        "health-expenditure-per-head",
        "lishui",
        2018,
        4.252_27e9 / 2.444e6,
    );
    assert_eq!(
        place("health-expenditure-per-head", "lishui", 2018),
        Some((1, 11))
    );
    assert_eq!(
        place("health-expenditure-per-head", "wenzhou", 2018),
        Some((8, 11))
    );
}

#[test]
fn invention_patents_per_10000_residents_in_2023() {
    // 3,778 patents ÷ 9,761,000 residents × 10,000 = 3.870
    cell(
        "invention-patents-per-10000",
        "wenzhou",
        2023,
        3_778.0 / 976.1,
    );
    // 31,981 ÷ 12,522,000 × 10,000 = 25.540
    cell(
        "invention-patents-per-10000",
        "hangzhou",
        2023,
        31_981.0 / 1_252.2,
    );
    assert_eq!(
        place("invention-patents-per-10000", "wenzhou", 2023),
        Some((10, 11))
    );
}

#[test]
fn gdp_and_its_share_of_the_province_in_2023() {
    cell("gdp", "wenzhou", 2023, 8731.0);
    assert_eq!(place("gdp", "wenzhou", 2023), Some((3, 11)));
    let c = comparison("gdp", 2023);
    // 20,059 + 16,453 + 8,731 + 7,062 + 4,015 + 7,791 + 6,011 + 2,125 + 2,101 + 6,241 + 1,964
    close(c.total.unwrap(), 82_553.0);
    // 8,731 ÷ 82,553 = 10.58 %
    close(c.home().share.unwrap(), 8_731.0 / 82_553.0);
}

#[test]
fn gdp_growth_from_2012_is_nominal() {
    let mut question = about(&DATA, "gdp");
    question.range = Some((year(2012), year(2023)));
    let c = Comparison::of(&DATA, &question);
    let Growth {
        start, end, rate, ..
    } = c.home().growth.unwrap();
    assert_eq!((start, end), (3669.1842, 8731.0));
    // (8,731 ÷ 3,669.1842)^(1 ÷ 11) − 1 = 8.1999 %
    let rate = rate.unwrap();
    assert!((rate - 0.081_999).abs() < 5e-7, "{rate}");
    assert!(c.notices.iter().any(|n| n.kind == NoticeKind::Nominal));
}

fn doctors_per_1000(city: &str) -> Series {
    let indicator = DATA.indicator_named("doctors-per-1000").unwrap();
    let region = DATA.region_named(city).unwrap();
    Series::of(&DATA, indicator, region, None, Kind::Actual)
}

/// 29,686 ÷ 8,844,000 = 3.357 in 2013, 31,977 ÷ 10,135,000 = 3.155 in 2014: no fall, the population was respliced to the census.
#[test]
fn hangzhous_doctors_per_1000_break_in_2014_and_do_not_fall() {
    cell("doctors-per-1000", "hangzhou", 2013, 29_686.0 / 8_844.0);
    cell("doctors-per-1000", "hangzhou", 2014, 31_977.0 / 10_135.0);
    let series = doctors_per_1000("hangzhou");
    let from: Vec<_> = series.breaks.iter().map(|b| b.from).collect();
    assert_eq!(from, [year(2014)]);
    let c = comparison("doctors-per-1000", 2014);
    let hangzhou = member(&DATA, &c, "hangzhou");
    assert_eq!(hangzhou.change, None);
    assert_eq!(hangzhou.growth, None, "growth begins anew in 2014");
    assert!(told(&c, NoticeKind::Break).contains(&"hangzhou"));
    // inside the new series there is one: 34,832 ÷ 10,380,000 − 31,977 ÷ 10,135,000
    let c = comparison("doctors-per-1000", 2015);
    let change = member(&DATA, &c, "hangzhou").change.unwrap();
    close(change.absolute, 34_832.0 / 10_380.0 - 31_977.0 / 10_135.0);
}

/// Hangzhou had 38,172 ÷ 10,610,000 = 3.598 in 2016 and 41,833 ÷ 10,921,000 = 3.831 in 2017; Wenzhou has 3.795 in 2023.
#[test]
fn wenzhou_lags_hangzhou_by_seven_years_in_doctors_per_1000() {
    let c = comparison("doctors-per-1000", 2023);
    assert_eq!(member(&DATA, &c, "hangzhou").lag, Some(Lag::Years(7)));
    // Huzhou, with 3.70, is behind
    assert_eq!(member(&DATA, &c, "huzhou").lag, Some(Lag::None));
}

#[test]
fn beds_before_2017_count_something_else() {
    let c = comparison("hospital-beds-per-1000", 2017);
    assert!(c.members.iter().all(|m| m.change.is_none()));
    assert!(
        comparison("hospital-beds-per-1000", 2018)
            .home()
            .change
            .is_some()
    );
}

#[test]
fn gdp_of_2024_is_on_another_level_than_2023() {
    let c = comparison("gdp", 2024);
    let wenzhou = c.home();
    assert_eq!(wenzhou.reading.map(|r| r.value), Some(9718.8));
    assert_eq!((wenzhou.change, wenzhou.growth), (None, None));
}

#[test]
fn the_default_period_of_gdp_is_the_latest_that_all_eleven_have() {
    let c = Comparison::of(&DATA, &about(&DATA, "gdp"));
    assert_eq!(c.period, Some(year(2023)));
    assert_eq!((c.ranked, c.group_size), (11, 11));
}

#[test]
fn an_estimate_stays_an_estimate_when_it_is_divided() {
    let c = comparison("health-expenditure-per-head", 2006);
    assert_eq!(c.home().reading.map(|r| r.status), Some(Status::E));
}

/// What the speech of 2021 reports: output sixth in the province and 2.2 %; its revenue is another measure.
#[test]
fn what_the_speech_reports_is_shown_as_reported() {
    let reported: Vec<_> = DATA
        .indicators()
        .flat_map(|(id, i)| DATA.observations(id).iter().map(move |o| (&i.id, o)))
        .filter_map(|(id, o)| Some((id.as_str(), o, o.reported.as_ref()?)))
        .filter(|(_, o, _)| Some(o.region) == DATA.region_named("wenzhou"))
        .collect();
    let sixth = reported
        .iter()
        .find(|(_, _, r)| r.rank.as_ref().is_some_and(|r| r.place == 6))
        .expect("the sixth place is among the data");
    let (id, _, standing) = sixth;
    assert!(id.contains("output"), "{id}");
    assert_eq!(standing.share.as_ref().map(|s| s.percent), Some(2.2));
    let c = Comparison::of(&DATA, &about(&DATA, id));
    assert_eq!(told(&c, NoticeKind::Reported), ["wenzhou"]);
    assert_eq!(c.home().rank, None, "a reported rank is not one of ours");
}
