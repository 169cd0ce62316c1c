//! What is said: exact sentences, notices, the description and the table as CSV.

use std::sync::LazyLock;

use duibiao::base::Size;
use duibiao::compare::{Comparison, Question};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, figure};
use duibiao::tell::{Finding, Words, csv, notice, title, titles};
use duibiao::text::joined;
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::fixture::{FIGURES, Fixture, GAP, answer, asked, text, year};

static DATA: LazyLock<Dataset> = LazyLock::new(builtin);

fn drawn(data: &Dataset, view: &View) -> Figure {
    figure(data, view, Size::new(960.0, 600.0), Frame::Full)
}

fn words(indicator: &str, chart: ChartId, lang: Lang) -> Words {
    let view = View {
        indicator: Some(indicator.to_owned()),
        chart: Some(chart),
        lang: Some(lang),
        ..View::default()
    };
    drawn(&DATA, &view).words(&DATA)
}

#[test]
fn the_default_view_states_its_finding() {
    let zh = drawn(&DATA, &View::default()).words(&DATA);
    assert_eq!(
        zh.title,
        "2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人"
    );
    assert_eq!(zh.subtitle, "每千人执业(助理)医师 · 单位：人 · 2023年");
    let view = View {
        lang: Some(Lang::En),
        ..View::default()
    };
    let en = drawn(&DATA, &view).words(&DATA);
    assert_eq!(
        en.title,
        "In 2023 Wenzhou’s licensed (assistant) doctors per 1,000 residents stood at 3.80, 8th of Zhejiang’s 11 cities, 1.21 fewer than Hangzhou"
    );
}

#[test]
fn the_formula_is_shown_with_its_numbers() {
    let zh = words("doctors-per-1000", ChartId::RankBars, Lang::Zh);
    assert_eq!(
        zh.formula.as_deref(),
        Some(
            "每千人执业(助理)医师 = 执业(助理)医师数 ÷ 常住人口 × 1000；2023年温州：37,043人 ÷ 976.1万人 × 1000 = 3.80人"
        )
    );
    assert_eq!(words("doctors", ChartId::RankBars, Lang::Zh).formula, None);
}

#[test]
fn the_description_says_every_value_best_first() {
    let zh = words("doctors-per-1000", ChartId::RankBars, Lang::Zh).description;
    assert!(
        zh.starts_with("2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人。2023年各市：杭州 5.00人、嘉兴 4.00人、"),
        "{zh}"
    );
    assert!(zh.contains("温州(本市) 3.80人"), "{zh}");
    assert!(zh.contains("其他10市中位数为3.93人"), "{zh}");
    let en = words("doctors-per-1000", ChartId::RankBars, Lang::En).description;
    assert!(en.contains("Hangzhou 5.00, Jiaxing 4.00, "), "{en}");
    assert!(en.contains("Wenzhou (home) 3.80"), "{en}");
}

/// The title about the fixture's things; the home city is 测城, its peer 甲城.
#[track_caller]
fn sentence(f: &Fixture, finding: Finding, zh: &str, en: &str) {
    let data = f.data();
    let c = answer(&data);
    assert_eq!(title(&data, &c, finding, Lang::Zh), zh);
    assert_eq!(title(&data, &c, finding, Lang::En), en);
}

#[test]
fn a_tie_is_said() {
    sentence(
        &Fixture::values([5.0, 9.0, 5.0, 1.0, 7.0]),
        Finding::Standing,
        "2001年测城东西5.0个，居全测省5市并列第3位，比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, joint 3rd of Testshire’s 5 cities, 4.0 fewer than Alphaton",
    );
}

#[test]
fn a_tie_for_the_last_place_is_said_to_be_the_last() {
    sentence(
        &Fixture::values([1.0, 9.0, 5.0, 1.0, 7.0]),
        Finding::Standing,
        "2001年测城东西1.0个，与另1市并列全测省5市末位，比甲城少8.0个",
        "In 2001 Testville’s things stood at 1.0, joint last of Testshire’s 5 cities, with 1 other, 8.0 fewer than Alphaton",
    );
}

#[test]
fn the_same_value_is_level() {
    sentence(
        &Fixture::values([9.0, 9.0, 5.0, 1.0, 7.0]),
        Finding::Gaps,
        "2001年测城东西9.0个，与甲城持平",
        "In 2001 Testville’s things stood at 9.0, level with Alphaton",
    );
}

#[test]
fn a_neutral_indicator_has_an_order_and_no_better() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("indicators.json", "/indicators/0")["direction"] = json!("neutral");
    sentence(
        &f,
        Finding::Standing,
        "2001年测城东西5.0个，居全测省5市由高到低第3位，比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, 3rd highest of Testshire’s 5 cities, 4.0 fewer than Alphaton",
    );
}

#[test]
fn an_incomplete_ranking_says_among_how_many() {
    sentence(
        &Fixture::values([5.0, 9.0, GAP, 1.0, GAP]),
        Finding::Standing,
        "2001年测城东西5.0个，居全测省5市中有数据的3市第2位，比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, 2nd of the 3 of Testshire’s 5 cities that have a figure, 4.0 fewer than Alphaton",
    );
}

#[test]
fn what_cannot_be_ranked_is_said_not_to_be() {
    sentence(
        &Fixture::values([5.0, GAP, GAP, GAP, GAP]),
        Finding::Standing,
        "2001年测城东西5.0个，5市中仅1市有同口径数据，不排名",
        "In 2001 Testville’s things stood at 5.0, not ranked: comparable figures for 1 of 5 cities only",
    );
}

#[test]
fn a_home_without_value_is_said_to_have_none() {
    let data = Fixture::values([GAP, 9.0, 5.0, 1.0, GAP]).data();
    let c = answer(&data);
    let zh = title(&data, &c, Finding::Standing, Lang::Zh);
    assert_eq!(zh, "2001年测城没有东西数据，全测省5市中3市有数据");
    assert_eq!(
        title(&data, &c, Finding::Standing, Lang::En),
        "For 2001 Testville has no comparable figure of things, 3 of 5 cities have one"
    );
}

#[test]
fn percentages_differ_by_percentage_points() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("indicators.json", "/indicators/0")["unit"] = json!("percent");
    sentence(
        &f,
        Finding::Gaps,
        "2001年测城东西5.0%，比甲城低4.0个百分点",
        "In 2001 Testville’s things stood at 5.0%, 4.0 percentage points lower than Alphaton",
    );
}

#[test]
fn a_target_is_not_told_as_a_result() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at(FIGURES, "/series/things/tables/0")["kind"] = json!("target");
    sentence(
        &f,
        Finding::Standing,
        "2001年测城东西目标5.0个，居全测省5市第3位，比甲城少4.0个",
        "In 2001 Testville’s things are to reach 5.0, 3rd of Testshire’s 5 cities, 4.0 fewer than Alphaton",
    );
}

#[test]
fn bounds_and_estimates_are_said() {
    let said = |mark: serde_json::Value| {
        let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
        let mut except = mark;
        except["at"] = json!(["testville *"]);
        f.at(FIGURES, "/series/things/tables/0")["except"] = json!([except]);
        let data = f.data();
        Lang::ALL.map(|lang| title(&data, &answer(&data), Finding::Standing, lang))
    };
    for (mark, zh, en) in [
        (
            json!({"bound": "at-least"}),
            "东西至少5个，",
            "came to at least 5 things,",
        ),
        (
            json!({"bound": "at-most"}),
            "东西至多5个，",
            "came to at most 5 things,",
        ),
        (
            json!({"bound": "about"}),
            "东西约5个，",
            "came to about 5 things,",
        ),
        (
            json!({"status": "E"}),
            "东西5.0个(估计)，",
            "stood at 5.0 (estimate),",
        ),
        (
            json!({"status": "P"}),
            "东西5.0个(初步)，",
            "stood at 5.0 (provisional),",
        ),
        (
            json!({"status": "U"}),
            "东西5.0个(可靠性低)，",
            "stood at 5.0 (low reliability),",
        ),
    ] {
        let [found_zh, found_en] = said(mark);
        assert!(found_zh.contains(zh), "{found_zh}");
        assert!(found_en.contains(en), "{found_en}");
    }
}

#[test]
fn a_place_among_doubtful_figures_says_whose_they_are() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at(FIGURES, "/series/things/tables/0")["except"] =
        json!([{"at": ["betaburg *"], "status": "U"}]);
    let data = f.data();
    let [zh, en] = Lang::ALL.map(|lang| title(&data, &answer(&data), Finding::Standing, lang));
    assert!(zh.contains("第3位(乙城的数可靠性低)"), "{zh}");
    assert!(
        en.contains("Testshire’s 5 cities (low reliability: Betaburg)"),
        "{en}"
    );
}

#[test]
fn a_trend_is_from_when_to_when_and_how_fast() {
    let rows: Vec<(&str, &[f64])> = vec![
        ("testville", &[100.0, 105.0, 121.0]),
        ("alphaton", &[1.0, 2.0, 3.0]),
    ];
    sentence(
        &Fixture::rows(2001, &rows),
        Finding::Trend,
        "2001–2003年测城东西由100.0个升至121.0个，年均增长10.0%，居全测省5市中有数据的2市第1位",
        "From 2001 to 2003 Testville’s things rose from 100.0 to 121.0, up 10.0% a year, 1st of the 2 of Testshire’s 5 cities that have a figure",
    );
}

#[test]
fn a_trend_of_current_prices_is_nominal() {
    let rows: Vec<(&str, &[f64])> = vec![
        ("testville", &[121.0, 105.0, 100.0]),
        ("alphaton", &[1.0, 2.0, 3.0]),
    ];
    let mut f = Fixture::rows(2001, &rows);
    f.at("indicators.json", "/indicators/0")["price"] = json!("current");
    let data = f.data();
    let c = answer(&data);
    let zh = title(&data, &c, Finding::Trend, Lang::Zh);
    assert!(zh.contains("降至100.0个，名义年均下降9.1%"), "{zh}");
    let en = title(&data, &c, Finding::Trend, Lang::En);
    assert!(
        en.contains("fell from 121.0 to 100.0, down 9.1% a year in nominal terms"),
        "{en}"
    );
}

#[test]
fn shorter_wordings_still_name_home_and_value() {
    let c = Comparison::of(&DATA, &super::fixture::about(&DATA, "doctors-per-1000"));
    for finding in [Finding::Standing, Finding::Trend, Finding::Gaps] {
        for (lang, home) in [(Lang::Zh, "温州"), (Lang::En, "Wenzhou")] {
            let all: Vec<_> = titles(&DATA, &c, finding, lang)
                .iter()
                .map(|p| joined(p))
                .collect();
            for text in &all {
                assert!(text.contains(home) && text.contains("3.80"), "{text}");
            }
            let lengths: Vec<_> = all.iter().map(|t| t.chars().count()).collect();
            assert!(lengths.last() < lengths.first(), "{all:?}");
        }
    }
}

#[test]
fn notices_name_cities_periods_and_reasons() {
    let rows: Vec<(&str, &[f64])> = vec![("testville", &[1.0, 2.0]), ("alphaton", &[1.0, GAP])];
    let mut f = Fixture::rows(2001, &rows);
    f.broken("things", &["testville"], "2002");
    let data = f.data();
    let c = asked(&data, |q| {
        q.period = Some(year(2002));
        q.tolerance = 1;
    });
    let all = |lang| {
        c.notices
            .iter()
            .map(|n| notice(&data, n, lang))
            .collect::<Vec<_>>()
    };
    let zh = all(Lang::Zh);
    assert!(zh.contains(&"甲城用的是2001年的数".to_owned()), "{zh:?}");
    assert!(
        zh.contains(&"5市中2市有数据；缺乙城、丙城、丁城".to_owned()),
        "{zh:?}"
    );
    assert!(
        zh.iter()
            .any(|n| n.starts_with("测城自2002年起口径有变") && n.ends_with("口径变了")),
        "{zh:?}"
    );
    let en = all(Lang::En);
    assert!(
        en.contains(&"Alphaton: figure of 2001".to_owned()),
        "{en:?}"
    );
    assert!(
        en.contains(
            &"2 of 5 cities have a figure; missing: Betaburg, Gammaford, Deltamouth".to_owned()
        ),
        "{en:?}"
    );
}

#[test]
fn the_same_words_are_told_once() {
    let mut f = Fixture::values([50.0, 90.0, 40.0, 10.0, 70.0]);
    f.indicator(json!({"id": "people", "unit": "wan-person"}));
    let derived = json!({"numerator": "things", "denominator": "people", "per": 1});
    f.indicator(json!({"id": "rate", "derived": derived}));
    f.series(
        "people",
        2001,
        &[("testville", &[2.0]), ("alphaton", &[2.0])],
    );
    *f.at("peer-groups.json", "/defaults/indicator") = json!("rate");
    for id in ["things", "people"] {
        let table = f.at(FIGURES, &format!("/series/{id}/tables/0"));
        table["except"] =
            json!([{"at": ["testville *"], "note": text("年末数", "end of the year")}]);
    }
    let words = drawn(&f.data(), &View::default()).words(&f.data());
    let told = words
        .notices
        .iter()
        .filter(|n| n.contains("年末数"))
        .count();
    assert_eq!(told, 1, "{:?}", words.notices);
}

#[test]
fn an_unknown_id_is_told_in_the_readers_language() {
    let view = View {
        home: Some("wenzhuo".to_owned()),
        ..View::default()
    };
    let words = drawn(&DATA, &view).words(&DATA);
    assert_eq!(words.notices[0], "没有“wenzhuo”，改为显示温州");
}

#[test]
fn csv_is_a_table_in_utf_8_with_mark_and_windows_line_ends() {
    let text = drawn(&DATA, &View::default()).csv(&DATA);
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(
        lines[0].starts_with("\u{feff}名次,城市,每千人医师(人),温州减该市(人),相差比例,"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("1,杭州,5.00,-1.21,-24.2%,"),
        "{}",
        lines[1]
    );
    let columns = |line: &str| line.split(',').count();
    assert!(
        lines[1..12].iter().all(|l| columns(l) == columns(lines[0])),
        "{text}"
    );
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(lines[12], "");
    assert!(
        lines[13].starts_with("2023年温州") && lines[15].starts_with("来源："),
        "{text}"
    );
    assert_eq!(lines[16..], [""]);
}

#[test]
fn csv_cells_cannot_become_formulas() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("regions.json", "/regions/2")["name"] = text("=HYPERLINK(\"x\")", "@SUM(A1)");
    f.at("regions.json", "/regions/3")["name"] = text("a\"b,c", "+cmd");
    let data = f.data();
    let figure = drawn(&data, &View::default());
    let zh = figure.csv(&data);
    assert!(zh.contains(",\"'=HYPERLINK(\"\"x\"\")\","), "{zh}");
    assert!(zh.contains(",\"a\"\"b,c\","), "{zh}");
    let view = View {
        lang: Some(Lang::En),
        ..View::default()
    };
    let en = drawn(&data, &view).csv(&data);
    assert!(en.contains(",'@SUM(A1),") && en.contains(",'+cmd,"), "{en}");
    let own = csv(&figure.words(&data).table, "=1+1", "-x");
    assert!(
        own.contains("\r\n'=1+1\r\n") && own.ends_with("\r\n'-x\r\n"),
        "{own}"
    );
}

#[test]
fn an_own_title_is_taken_as_it_is() {
    let view = View {
        title: Some("<b>看这里</b>".to_owned()),
        ..View::default()
    };
    let words = drawn(&DATA, &view).words(&DATA);
    assert_eq!(words.title, "<b>看这里</b>");
    assert_eq!(words.title_pieces.len(), 1);
}

/// Real data: neither the period nor the base of a rate is said twice.
#[test]
fn a_sentence_says_period_and_base_once() {
    let data = builtin();
    let said = |id: &str, lang: Lang| {
        let c = Comparison::of(
            &data,
            &Question::about(&data, data.indicator_named(id).unwrap()),
        );
        title(&data, &c, Finding::Standing, lang)
    };
    let income = said("disposable-income-q1q3", Lang::En);
    assert_eq!(income.matches("January").count(), 1, "{income}");
    let income = said("disposable-income-q1q3", Lang::Zh);
    assert!(!income.contains("前三季度"), "{income}");
    let rooms = said("rooms-per-household", Lang::En);
    assert_eq!(rooms.matches("per household").count(), 1, "{rooms}");
    let college = said("college-per-100k", Lang::Zh);
    assert_eq!(college.matches("10万人").count(), 1, "{college}");
}

#[test]
fn of_many_rates_only_the_first_says_what_it_is_per() {
    for (lang, first, second, unit) in [
        (
            Lang::En,
            "3.75 rooms per household",
            ", Lishui 3.15, ",
            "rooms per household",
        ),
        (Lang::Zh, "3.75间/户", "、丽水 3.15、", "间/户"),
    ] {
        let told = words("rooms-per-household", ChartId::RankBars, lang).description;
        let (_, values) = told.split_once(lang.pick("各市", "All values")).unwrap();
        let (values, _) = values.split_once(lang.pick("。", ". ")).unwrap();
        assert!(values.contains(first) && values.contains(second), "{told}");
        assert_eq!(values.matches(unit).count(), 1, "{told}");
    }
}
