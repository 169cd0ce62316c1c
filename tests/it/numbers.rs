//! Numbers as each language writes them: 万 and 亿, million and billion, groups of digits, points of percentages.

use duibiao::data::{Dataset, Lang};
use duibiao::tell::{Display, amount, difference, grouped, percent, relative, signed};
use serde_json::json;

use super::fixture::Fixture;

/// The fixture with its indicator in a unit and with so many decimals.
fn in_unit(unit: &str, precision: u32) -> Dataset {
    let mut f = Fixture::values([1.0; 5]);
    f.at("indicators.json", "/indicators/0")["unit"] = json!(unit);
    f.at("indicators.json", "/indicators/0")["precision"] = json!(precision);
    f.data()
}

fn said(unit: &str, precision: u32, lang: Lang, value: f64) -> String {
    let data = in_unit(unit, precision);
    let indicator = data.indicator(data.defaults().indicator);
    amount(indicator, data.unit(indicator.unit), lang, value)
}

#[test]
fn money_is_written_as_each_language_does() {
    for (precision, value, zh, en) in [
        (2, 1.25, "1.25亿元", "¥125 million"),
        (4, 0.0125, "125万元", "¥1.25 million"),
        (1, 8730.6, "8730.6亿元", "¥873.06 billion"),
        (0, 20059.0, "20,059亿元", "¥2.0059 trillion"),
        (2, -1.25, "−1.25亿元", "−¥125 million"),
    ] {
        assert_eq!(said("yi-yuan", precision, Lang::Zh, value), zh);
        assert_eq!(said("yi-yuan", precision, Lang::En, value), en);
    }
}

#[test]
fn ten_thousand_wan_is_one_yi() {
    // with fewer decimals than it has, it would read 10,000.0万人
    for value in [9999.99, 9999.999, 10_000.0] {
        let text = said("wan-person", 2, Lang::Zh, value);
        assert!(text.starts_with('1') && text.ends_with("亿人"), "{text}");
    }
    assert_eq!(said("wan-person", 1, Lang::Zh, 976.1), "976.1万人");
    assert_eq!(said("wan-person", 1, Lang::En, 976.1), "9.761 million");
    assert_eq!(said("wan-person", 2, Lang::Zh, 9999.4), "9999.4万人");
}

#[test]
fn what_is_counted_stays_whole_below_a_million() {
    assert_eq!(said("piece", 0, Lang::Zh, 99_999.0), "99,999个");
    assert_eq!(said("piece", 0, Lang::En, 999_999.0), "999,999");
    assert_eq!(said("piece", 0, Lang::Zh, 1_234_567.0), "123.46万个");
    assert_eq!(said("piece", 0, Lang::En, 1_234_567.0), "1.2346 million");
}

#[test]
fn digits_are_grouped_from_five_on_in_chinese_and_four_in_english() {
    for (value, zh, en) in [
        (999.0, "999", "999"),
        (1000.0, "1000", "1,000"),
        (10_000.0, "10,000", "10,000"),
        (-1_234_567.0, "−1,234,567", "−1,234,567"),
        (0.0, "0", "0"),
    ] {
        assert_eq!(grouped(value, 0, Lang::Zh), zh);
        assert_eq!(grouped(value, 0, Lang::En), en);
    }
    assert_eq!(grouped(-0.04, 1, Lang::Zh), "0.0", "no minus before zero");
}

/// 2.675 as a double is a little less; a reader who rounds the published digits gets 2.68.
#[test]
fn halves_round_up_as_a_reader_would() {
    for (value, decimals, expected) in [
        (0.5, 0, "1"),
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        (-2.675, 2, "−2.68"),
        (3.795, 2, "3.80"),
        (2.674_999_9, 2, "2.67"),
    ] {
        assert_eq!(grouped(value, decimals, Lang::En), expected);
    }
}

#[test]
fn a_difference_of_rates_is_in_points() {
    let data = in_unit("percent", 1);
    let indicator = data.indicator(data.defaults().indicator);
    let unit = data.unit(indicator.unit);
    assert_eq!(
        difference(indicator, unit, Lang::Zh, -4.04, 5.0),
        "−4.0个百分点"
    );
    assert_eq!(
        difference(indicator, unit, Lang::En, 4.04, 5.0),
        "4.0 percentage points"
    );
}

#[test]
fn shares_and_relative_gaps_have_one_decimal_and_a_sign_where_it_matters() {
    assert_eq!(percent(0.1058, Lang::Zh), "10.6%");
    assert_eq!(relative(0.319, Lang::En), "+31.9%");
    assert_eq!(relative(-0.2416, Lang::Zh), "−24.2%");
    assert_eq!(relative(0.0001, Lang::Zh), "0.0%", "no plus before zero");
    assert_eq!(relative(11.5, Lang::En), "+1,150.0%");
}

/// 杭州 20,059 and 舟山 2,101 stand in one column: one power, the same decimals.
#[test]
fn the_numbers_of_a_column_are_shown_together() {
    let data = in_unit("yi-yuan", 1);
    let indicator = data.indicator(data.defaults().indicator);
    let unit = data.unit(indicator.unit);
    let zh = Display::for_values(indicator, unit, Lang::Zh, 20_059.0);
    let column: Vec<_> = [20_059.0, 2_101.0, 87.5].map(|v| zh.number(v)).into();
    assert_eq!(
        (column, zh.unit.as_str()),
        (
            vec!["20,059".to_owned(), "2101".into(), "88".into()],
            "亿元"
        )
    );
    let en = Display::for_values(indicator, unit, Lang::En, 8_730.6);
    let column: Vec<_> = [8_730.6, 87.5].map(|v| en.number(v)).into();
    assert_eq!(
        (column, en.unit.as_str()),
        (vec!["873.06".to_owned(), "8.75".into()], "billion yuan")
    );
    assert_eq!(signed(&en, 87.5), "+8.75");
    assert_eq!(signed(&en, -87.5), "−8.75");
    assert_eq!(signed(&en, 0.0), "0.00");
}

/// Hangzhou 20,059 against 16,453: 3,606 hundred millions are 360.6 billion, in the words of the smaller power.
#[test]
fn a_difference_of_less_than_a_trillion_is_in_billions() {
    let data = in_unit("yi-yuan", 1);
    let indicator = data.indicator(data.defaults().indicator);
    let unit = data.unit(indicator.unit);
    assert_eq!(
        difference(indicator, unit, Lang::En, 3_606.0, 20_059.0),
        "¥360.6 billion"
    );
}
