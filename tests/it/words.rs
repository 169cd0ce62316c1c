//! What is said: exact sentences, numbers as each language writes them, notices, tables; and what no sentence may hold.

use std::sync::LazyLock;

use duibiao::base::Size;
use duibiao::compare::Comparison;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, figure};
use duibiao::tell::{Finding, Words, amount, csv, difference, grouped, notice, title, titles};
use duibiao::text::{has_glyph, joined};
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
        "2023年温州每千人执业(助理)医师3.80人,居全省11市第8位,比杭州少1.21人"
    );
    assert_eq!(zh.subtitle, "每千人执业(助理)医师 · 单位:人 · 2023年");
    let view = View {
        lang: Some(Lang::En),
        ..View::default()
    };
    let en = drawn(&DATA, &view).words(&DATA);
    assert_eq!(
        en.title,
        "In 2023 Wenzhou’s licensed doctors per 1,000 residents stood at 3.80, 8th of Zhejiang’s 11 cities, 1.21 fewer than Hangzhou"
    );
}

#[test]
fn the_formula_is_shown_with_its_numbers() {
    let zh = words("doctors-per-1000", ChartId::RankBars, Lang::Zh);
    assert_eq!(
        zh.formula.as_deref(),
        Some("每千人执业(助理)医师 = 执业(助理)医师 ÷ 常住人口 × 1000;2023年温州:37,043人 ÷ 976.1万人 × 1000 = 3.80人")
    );
    assert_eq!(words("doctors", ChartId::RankBars, Lang::Zh).formula, None);
}

#[test]
fn the_description_says_every_value_best_first() {
    let zh = words("doctors-per-1000", ChartId::RankBars, Lang::Zh).description;
    assert!(
        zh.starts_with("2023年温州每千人执业(助理)医师3.80人,居全省11市第8位,比杭州少1.21人。2023年各市:杭州 5.00人、嘉兴 4.00人、"),
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
        "2001年测城东西5.0个,居全测省5市并列第3位,比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, joint 3rd of Testshire’s 5 cities, 4.0 fewer than Alphaton",
    );
}

#[test]
fn the_same_value_is_level() {
    sentence(
        &Fixture::values([9.0, 9.0, 5.0, 1.0, 7.0]),
        Finding::Gaps,
        "2001年测城东西9.0个,与甲城持平",
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
        "2001年测城东西5.0个,居全测省5市由高到低第3位,比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, 3rd from the top of Testshire’s 5 cities, 4.0 fewer than Alphaton",
    );
}

#[test]
fn an_incomplete_ranking_says_among_how_many() {
    sentence(
        &Fixture::values([5.0, 9.0, GAP, 1.0, GAP]),
        Finding::Standing,
        "2001年测城东西5.0个,居全测省5市中有数据的3市第2位,比甲城少4.0个",
        "In 2001 Testville’s things stood at 5.0, 2nd of the 3 of Testshire’s 5 cities that have a figure, 4.0 fewer than Alphaton",
    );
}

#[test]
fn what_cannot_be_ranked_is_said_not_to_be() {
    sentence(
        &Fixture::values([5.0, GAP, GAP, GAP, GAP]),
        Finding::Standing,
        "2001年测城东西5.0个,5市中仅1市有同口径数据,不排名",
        "In 2001 Testville’s things stood at 5.0, not ranked: comparable figures for 1 of 5 cities only",
    );
}

#[test]
fn a_home_without_value_is_said_to_have_none() {
    let data = Fixture::values([GAP, 9.0, 5.0, 1.0, GAP]).data();
    let c = answer(&data);
    let zh = title(&data, &c, Finding::Standing, Lang::Zh);
    assert!(zh.starts_with("2001年测城没有东西数据,"), "{zh}");
    assert!(zh.ends_with("5市中3市有数据"), "{zh}");
    assert_eq!(
        title(&data, &c, Finding::Standing, Lang::En),
        "For 2001 Testville has no comparable figure of things, 3 of 5 cities have one"
    );
}

#[test]
fn a_group_is_called_by_its_own_name_when_home_has_no_value() {
    let data = Fixture::values([GAP, 9.0, 5.0, 1.0, GAP]).data();
    let zh = title(&data, &answer(&data), Finding::Standing, Lang::Zh);
    assert!(zh.contains("全测省5市中3市有数据"), "{zh}");
}

#[test]
fn percentages_differ_by_percentage_points() {
    let mut f = Fixture::values([5.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("indicators.json", "/indicators/0")["unit"] = json!("percent");
    sentence(
        &f,
        Finding::Gaps,
        "2001年测城东西5.0%,比甲城低4.0个百分点",
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
        "2001年测城东西目标5.0个,居全测省5市第3位,比甲城少4.0个",
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
        (json!({"bound": "at-least"}), "东西至少5.0个,", "stood at at least 5.0,"),
        (json!({"bound": "at-most"}), "东西至多5.0个,", "stood at at most 5.0,"),
        (json!({"bound": "about"}), "东西约5.0个,", "stood at about 5.0,"),
        (json!({"status": "E"}), "东西5.0个(估计),", "stood at 5.0 (estimate),"),
        (json!({"status": "P"}), "东西5.0个(初步),", "stood at 5.0 (provisional),"),
    ] {
        let [found_zh, found_en] = said(mark);
        assert!(found_zh.contains(zh), "{found_zh}");
        assert!(found_en.contains(en), "{found_en}");
    }
}

#[test]
fn a_trend_is_from_when_to_when_and_how_fast() {
    let rows: Vec<(&str, &[f64])> = vec![("testville", &[100.0, 105.0, 121.0]), ("alphaton", &[1.0, 2.0, 3.0])];
    sentence(
        &Fixture::rows(2001, &rows),
        Finding::Trend,
        "2001–2003年测城东西由100.0个升至121.0个,年均增长10.0%,居全测省5市中有数据的2市第1位",
        "From 2001 to 2003 Testville’s things rose from 100.0 to 121.0, up 10.0% a year, 1st of the 2 of Testshire’s 5 cities that have a figure",
    );
}

#[test]
fn a_trend_of_current_prices_is_nominal() {
    let rows: Vec<(&str, &[f64])> = vec![("testville", &[121.0, 105.0, 100.0]), ("alphaton", &[1.0, 2.0, 3.0])];
    let mut f = Fixture::rows(2001, &rows);
    f.at("indicators.json", "/indicators/0")["price"] = json!("current");
    let data = f.data();
    let c = answer(&data);
    let zh = title(&data, &c, Finding::Trend, Lang::Zh);
    assert!(zh.contains("降至100.0个,名义年均下降9.1%"), "{zh}");
    let en = title(&data, &c, Finding::Trend, Lang::En);
    assert!(en.contains("fell from 121.0 to 100.0, down 9.1% a year in nominal terms"), "{en}");
}

#[test]
fn shorter_wordings_still_name_home_and_value() {
    let c = Comparison::of(&DATA, &super::fixture::about(&DATA, "doctors-per-1000"));
    for finding in [Finding::Standing, Finding::Trend, Finding::Gaps] {
        for (lang, home) in [(Lang::Zh, "温州"), (Lang::En, "Wenzhou")] {
            let all: Vec<_> = titles(&DATA, &c, finding, lang).iter().map(|p| joined(p)).collect();
            for text in &all {
                assert!(text.contains(home) && text.contains("3.80"), "{text}");
            }
            let lengths: Vec<_> = all.iter().map(|t| t.chars().count()).collect();
            assert!(lengths.last() < lengths.first(), "{all:?}");
        }
    }
}

/// An amount of the fixture in a unit and with so many decimals.
fn said(unit: &str, precision: u32, lang: Lang, value: f64) -> String {
    let mut f = Fixture::values([1.0; 5]);
    f.at("indicators.json", "/indicators/0")["unit"] = json!(unit);
    f.at("indicators.json", "/indicators/0")["precision"] = json!(precision);
    let data = f.data();
    let indicator = data.indicator(data.defaults().indicator);
    amount(indicator, data.unit(indicator.unit), lang, value)
}

#[test]
fn money_is_written_as_each_language_does() {
    for (value, zh, en) in [
        (1.25, "1.25亿元", "¥125 million"),
        (0.0125, "125万元", "¥1.25 million"),
        (8730.6, "8730.6亿元", "¥873.06 billion"),
        (20059.0, "20,059亿元", "¥2.0059 trillion"),
        (-1.25, "−1.25亿元", "−¥125 million"),
    ] {
        assert_eq!(said("yi-yuan", 4, Lang::Zh, value).replace("0亿", "亿").replace(".00亿", "亿"), zh);
        assert_eq!(said("yi-yuan", 4, Lang::En, value), en, "{value}");
    }
}

#[test]
fn ten_thousand_wan_is_one_yi() {
    // one decimal less than it has, it would read 10,000.0万人
    for value in [9999.99, 9999.999, 10_000.0] {
        let text = said("wan-person", 2, Lang::Zh, value);
        assert!(text.starts_with('1') && text.ends_with("亿人"), "{text}");
    }
    assert_eq!(said("wan-person", 1, Lang::Zh, 976.1), "976.1万人");
    assert_eq!(said("wan-person", 1, Lang::En, 976.1), "9.761 million");
    assert_eq!(said("wan-person", 2, Lang::Zh, 9999.4), "9999.4万人");
    assert_eq!(said("piece", 0, Lang::Zh, 99_999.0), "99,999个");
    assert_eq!(said("piece", 0, Lang::Zh, 1_000_000.0), "100万个");
    assert_eq!(said("piece", 0, Lang::En, 999_999.0), "999,999");
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

#[test]
fn a_difference_of_rates_is_in_points() {
    let mut f = Fixture::values([1.0; 5]);
    f.at("indicators.json", "/indicators/0")["unit"] = json!("percent");
    let data = f.data();
    let indicator = data.indicator(data.defaults().indicator);
    let unit = data.unit(indicator.unit);
    assert_eq!(difference(indicator, unit, Lang::Zh, -4.04, 5.0), "−4.0个百分点");
    assert_eq!(difference(indicator, unit, Lang::En, 4.04, 9.0), "4.0 percentage points");
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
    let all = |lang| c.notices.iter().map(|n| notice(&data, n, lang)).collect::<Vec<_>>();
    let zh = all(Lang::Zh);
    assert!(zh.contains(&"甲城用的是2001年的数".to_owned()), "{zh:?}");
    assert!(zh.contains(&"5市中2市有数据;缺乙城、丙城、丁城".to_owned()), "{zh:?}");
    assert!(zh.iter().any(|n| n.starts_with("测城自2002年起口径有变") && n.ends_with("口径变了")), "{zh:?}");
    let en = all(Lang::En);
    assert!(en.contains(&"Alphaton: figure of 2001".to_owned()), "{en:?}");
    assert!(en.contains(&"2 of 5 cities have a figure; missing: Betaburg, Gammaford, Deltamouth".to_owned()), "{en:?}");
}

#[test]
fn an_unknown_id_is_told_in_the_readers_language() {
    let view = View {
        home: Some("wenzhuo".to_owned()),
        ..View::default()
    };
    let words = drawn(&DATA, &view).words(&DATA);
    assert_eq!(words.notices[0], "没有“wenzhuo”,改为显示温州");
}

#[test]
fn csv_is_utf_8_with_mark_and_windows_line_ends() {
    let text = drawn(&DATA, &View::default()).csv(&DATA);
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}\"2023年温州"), "{}", lines[0]);
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(lines.len(), 1 + 1 + 1 + 11 + 1 + 1, "title, caption, head, cities, source, end");
    assert!(lines[3].starts_with("1,杭州,5.00,-1.21人,-24.2%,"), "{}", lines[3]);
    assert!(lines[14].contains("来源:"), "{}", lines[14]);
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
    let own = csv(&figure.words(&data).table, "=1+1", "-x");
    assert!(own.starts_with("\u{feff}'=1+1\r\n") && own.ends_with("\r\n'-x\r\n"), "{own}");
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

/// Every text of a figure that is read as a sentence or a cell.
fn texts(w: &Words) -> impl Iterator<Item = &str> {
    let alone = [&w.title, &w.subtitle, &w.description, &w.indicator, &w.definition, &w.foot];
    let cells = w.table.rows.iter().flat_map(|r| &r.cells);
    let heads = w.table.columns.iter().map(|c| &c.label);
    alone
        .into_iter()
        .chain(&w.formula)
        .chain(&w.scope)
        .chain(&w.notices)
        .chain(cells)
        .chain(heads)
        .chain(&w.period_labels)
        .chain(w.other_figures.iter().flat_map(|o| [&o.value, &o.scope, &o.period]))
        .map(String::as_str)
}

/// A number of five digits or more before 万, which a reader would have to count.
fn too_many_wan(text: &str) -> bool {
    text.match_indices('万').any(|(at, _)| {
        let before: String = text[..at]
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || ",.".contains(*c))
            .filter(|c| *c != ',')
            .collect();
        let number: String = before.chars().rev().collect();
        number.trim_matches('.').parse().is_ok_and(|n: f64| n >= 10_000.0)
    })
}

fn flaw(text: &str, lang: Lang) -> Option<String> {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .find(|w| ["NaN", "inf", "None", "Some", "undefined", "null"].contains(w));
    if let Some(word) = word {
        return Some(format!("says {word}"));
    }
    let double = ["  ", ",,", ", ,", "，，", "。。", "..", ",。", ";;", "((", "))", "()"];
    if let Some(pair) = double.iter().find(|d| text.contains(**d)) {
        return Some(format!("has {pair:?}"));
    }
    if text != text.trim() {
        return Some("begins or ends with a space".to_owned());
    }
    if let Some(c) = text.chars().find(|c| !has_glyph(*c)) {
        return Some(format!("has no glyph for {c:?}"));
    }
    (lang == Lang::Zh && too_many_wan(text)).then(|| "counts 10,000 and more 万".to_owned())
}

#[test]
fn five_digits_before_wan_are_found() {
    assert!(too_many_wan("共10,000万元") && too_many_wan("12345.6万"));
    assert!(!too_many_wan("9,999万元") && !too_many_wan("每10万人") && !too_many_wan("万"));
}

/// Every home × indicator × chart × language.
#[test]
fn no_text_of_any_figure_has_a_flaw() {
    let data: &Dataset = &DATA;
    let homes = &data.group(data.defaults().group).members;
    let mut flaws: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = homes
            .iter()
            .map(|home| scope.spawn(|| flaws_of(data, &data.region(*home).id)))
            .collect();
        workers.into_iter().flat_map(|w| w.join().unwrap()).collect()
    });
    flaws.sort();
    flaws.dedup();
    let first: Vec<_> = flaws.iter().take(20).collect();
    assert!(flaws.is_empty(), "{} flaws: {first:#?}", flaws.len());
}

fn flaws_of(data: &Dataset, home: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    for (_, indicator) in data.indicators() {
        for chart in ChartId::ALL {
            for lang in Lang::ALL {
                let view = View {
                    home: Some(home.to_owned()),
                    indicator: Some(indicator.id.clone()),
                    chart: Some(chart),
                    lang: Some(lang),
                    ..View::default()
                };
                let figure = figure(data, &view, Size::new(320.0, 528.0), Frame::Plot);
                let words = figure.words(data);
                let name = data.region(figure.comparison.question.home).name.get(lang);
                if !words.title.contains(name) {
                    flaws.push(format!("{:?} does not name {name}", words.title));
                }
                for text in texts(&words).filter(|t| !t.is_empty()) {
                    flaws.extend(flaw(text, lang).map(|flaw| format!("{text:?} {flaw}")));
                }
            }
        }
    }
    flaws
}
