//! The table of a comparison: each figure with its value, its status and its sources, in both forms and in the CSV.

use duibiao::base::Size;
use duibiao::data::Lang;
use duibiao::figure::{Figure, Frame, figure};
use duibiao::tell::{Cell, Row, Table, TipLine};
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::fixture::{FIGURES, Fixture, GAP, text};

/// 甲城's figures are estimates, from a gazette that quotes an office; 乙城 has none in the last year.
fn fixture(mut f: Fixture) -> Fixture {
    f.at("sources.json", "/sources/1")["publisher"] = text("公报社", "Gazette");
    f.at("sources.json", "/sources/1")["url"] = json!("https://gazette.example/1");
    f.at("sources.json", "/sources/1")["origin"] = text("统计局", "Bureau");
    f.at(FIGURES, "/series/things/tables/0")["except"] =
        json!([{"at": ["alphaton *"], "status": "E", "source": "gazette"}]);
    f
}

fn drawn(f: &Fixture, chart: ChartId, lang: Lang) -> Figure {
    let view = View {
        chart: Some(chart),
        lang: Some(lang),
        ..View::default()
    };
    figure(&f.data(), &view, Size::new(960.0, 600.0), Frame::Full)
}

fn of(f: &Fixture, chart: ChartId, lang: Lang) -> Table {
    drawn(f, chart, lang).words(&f.data()).table
}

/// The cell of a row in the column of this name.
fn cell<'a>(table: &Table, row: &'a Row, key: &str) -> &'a Cell {
    let at = table.columns.iter().position(|c| c.key == key);
    &row.cells[at.unwrap_or_else(|| panic!("no column {key}"))]
}

fn link(text: &str, url: Option<&str>) -> TipLine {
    TipLine {
        label: "来源".to_owned(),
        value: text.to_owned(),
        url: url.map(ToOwned::to_owned),
    }
}

#[test]
fn a_city_has_its_value_its_status_and_its_source() {
    let f = fixture(Fixture::values([5.27, 9.0, GAP, 1.0, 7.0]));
    let table = of(&f, ChartId::RankBars, Lang::Zh);
    let regions: Vec<&str> = table.rows.iter().map(|r| r.region.as_str()).collect();
    assert_eq!(
        regions,
        [
            "alphaton",
            "deltamouth",
            "testville",
            "gammaford",
            "betaburg"
        ]
    );
    let [first, _, home, _, absent] = &table.rows[..] else {
        panic!("five rows")
    };
    let value = cell(&table, home, "value");
    assert_eq!((value.text.as_str(), value.value), ("5.3", Some(5.27)));
    assert_eq!(cell(&table, home, "remarks").text, "正常");
    assert_eq!(cell(&table, home, "source").links, [link("某局", None)]);
    assert_eq!(cell(&table, first, "remarks").text, "估计数");
    let source = cell(&table, first, "source");
    assert_eq!(source.text, "统计局(转引)");
    assert_eq!(
        source.links,
        [link("统计局(转引)", Some("https://gazette.example/1"))]
    );
    assert_eq!(cell(&table, absent, "value").value, None);
    assert_eq!(cell(&table, absent, "remarks").text, "无数据");
    assert!(cell(&table, absent, "source").links.is_empty());
}

#[test]
fn a_computed_value_names_both_sources_and_an_office_once() {
    let mut f = fixture(Fixture::values([50.0, 90.0, 40.0, 10.0, 70.0]));
    f.indicator(json!({"id": "people", "unit": "wan-person"}));
    f.indicator(
        json!({"id": "rate", "derived": {"numerator": "things", "denominator": "people", "per": 1}}),
    );
    f.series(
        "people",
        2001,
        &[("testville", &[2.0]), ("alphaton", &[2.0])],
    );
    *f.at("peer-groups.json", "/defaults/indicator") = json!("rate");
    let table = of(&f, ChartId::RankBars, Lang::En);
    let source = |region: &str| {
        let row = table.rows.iter().find(|r| r.region == region).unwrap();
        cell(&table, row, "source").text.clone()
    };
    assert_eq!(source("alphaton"), "Bureau (quoted); An office");
    assert_eq!(source("testville"), "An office");
}

#[test]
fn a_trend_marks_what_is_not_normal_and_explains_the_letters() {
    let table = of(&fixture(Fixture::whole()), ChartId::TrendLines, Lang::Zh);
    let periods: Vec<&str> = table.rows.iter().map(|r| r.period.as_str()).collect();
    assert_eq!(periods, ["2003", "2002", "2001"]);
    let letter = TipLine {
        label: "E".into(),
        value: "估计数".into(),
        url: None,
    };
    assert_eq!(table.legend, [letter]);
    let last = &table.rows[0];
    let peer = cell(&table, last, "alphaton");
    assert_eq!((peer.mark.as_str(), peer.value), ("E", Some(9.0)));
    let home = cell(&table, last, "testville");
    assert_eq!((home.mark.as_str(), home.value), ("", Some(7.0)));
    assert_eq!(cell(&table, last, "betaburg"), &Cell::default());
    assert_eq!(cell(&table, last, "remarks").text, "甲城估计数");
    assert_eq!(cell(&table, last, "source").text, "某局；统计局(转引)");
}

#[test]
fn a_trend_without_oddities_says_normal_and_has_no_legend() {
    let table = of(&Fixture::whole(), ChartId::TrendLines, Lang::En);
    assert!(table.legend.is_empty());
    assert_eq!(cell(&table, &table.rows[0], "remarks").text, "normal");
}

#[test]
fn the_csv_says_status_and_source_in_each_row() {
    let f = fixture(Fixture::values([5.27, 9.0, 4.0, 1.0, 7.0]));
    let csv = drawn(&f, ChartId::RankBars, Lang::Zh).csv(&f.data());
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(lines[0].ends_with(",说明,来源"), "{csv}");
    assert!(
        lines[1].starts_with("1,甲城,9.0,") && lines[1].ends_with(",估计数,统计局(转引)"),
        "{csv}"
    );
    assert!(
        lines[3].starts_with("3,测城,5.3,") && lines[3].ends_with(",正常,某局"),
        "{csv}"
    );
    let trend = fixture(Fixture::whole());
    let csv = drawn(&trend, ChartId::TrendLines, Lang::Zh).csv(&trend.data());
    assert!(csv.starts_with("\u{feff}时期,测城,甲城,"), "{csv}");
    assert!(
        csv.contains("\r\n2003年,7.0,9.0,,3.0,2.0,甲城估计数,某局；统计局(转引)\r\n"),
        "{csv}"
    );
}

#[test]
fn a_figure_of_the_table_tells_all_about_itself() {
    let f = fixture(Fixture::whole());
    let (data, figure) = (f.data(), drawn(&f, ChartId::TrendLines, Lang::Zh));
    let about = |region: &str, period: &str| -> Vec<(String, String)> {
        let lines = figure.about(&data, region, period);
        lines.into_iter().map(|l| (l.label, l.value)).collect()
    };
    let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    // 2002 is the last year with all five; 6 − 9 = −3; 6 ÷ 9 − 1 = −33.3 %
    assert_eq!(
        about("alphaton", "2002"),
        [
            pair("2002年", "9.0个(估计)"),
            pair("位次", "居全测省5市第1位"),
            pair("测城减该市", "−3.0个(−33.3%)"),
            pair("状态", "估计数"),
            pair("来源 A", "统计局(转引)"),
        ]
    );
    assert!(about("testville", "2001").contains(&pair("状态", "正常")));
    assert!(about("nowhere", "2003").is_empty());
}
