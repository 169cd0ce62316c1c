//! Workbooks, read by something else than what wrote them (calamine), and their parts looked at as XML.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, figure};
use duibiao::office::{document, excel, workbook};
use duibiao::view::{ChartId, View, example};
use serde_json::json;

use super::cli::Folder;
use super::crowd::of;
use super::fixture::Fixture;

fn drawn(data: &Dataset, view: &View) -> Figure {
    figure(data, view, Size::new(960.0, 600.0), Frame::Full)
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

/// The files inside, by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut parts = BTreeMap::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        parts.insert(file.name().unwrap().into_owned(), text);
    }
    parts
}

/// Whoever computes on takes the figure, not its rounding; the sheet shows what the page shows.
#[test]
fn the_figures_are_numbers_as_they_were_before_rounding() {
    let data = Fixture::values([2.345, 9.0, 4.0, 1.0, 7.0]).data();
    let figure = drawn(&data, &of(ChartId::RankBars, Lang::En));
    let mut book = opened(&workbook(&data, &figure).unwrap());
    assert_eq!(book.sheet_names(), ["Chart", "Figures", "Notes"]);
    let sheet = book.worksheet_range("Figures").unwrap();
    let words = figure.words(&data);
    let heads: Vec<String> = sheet
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(|head| head.to_string().replace('\n', ""))
        .collect();
    let labels: Vec<&str> = words
        .table
        .columns
        .iter()
        .map(|c| c.label.as_str())
        .collect();
    assert_eq!(heads, labels);
    assert_eq!(sheet.height(), 6);
    let home = sheet.rows().find(|r| r[1] == "Testville").unwrap();
    assert_eq!(home[0], Data::Float(4.0));
    assert_eq!(home[2], Data::Float(2.345));
    let notes = book.worksheet_range("Notes").unwrap();
    let said: Vec<String> = notes.rows().map(|r| r[1].to_string()).collect();
    assert!(
        said.contains(&words.title) && said.contains(&words.sources[0].title),
        "{said:?}"
    );
}

#[test]
fn what_an_office_program_can_chart_is_a_chart_from_its_cells_and_all_else_a_picture() {
    let data = builtin();
    let native = [
        (ChartId::RankBars, "<c:barDir val=\"bar\"/>"),
        (ChartId::GapBars, "<c:barDir val=\"bar\"/>"),
        (ChartId::TrendLines, "<c:scatterChart>"),
        (ChartId::IndexedLines, "<c:scatterChart>"),
        (ChartId::Slopes, "<c:lineChart>"),
        (ChartId::Scatter, "<c:scatterChart>"),
        (ChartId::GroupedBars, "<c:barDir val=\"col\"/>"),
        (ChartId::StackedBars, "<c:grouping val=\"stacked\"/>"),
    ];
    for chart in ChartId::ALL {
        let figure = drawn(&data, &example(&data, chart));
        let parts = parts(&workbook(&data, &figure).unwrap());
        let drawing = parts.get("xl/charts/chart1.xml");
        match native.iter().find(|(id, _)| *id == chart) {
            Some((_, sign)) => {
                let drawing = drawing.unwrap_or_else(|| panic!("{chart:?} is no chart"));
                assert!(drawing.contains(sign), "{chart:?}: {drawing}");
                assert!(drawing.contains("<c:f>数据!$"), "{chart:?}: no cells");
                assert!(
                    drawing.contains("C8321F"),
                    "{chart:?}: home has not its colour"
                );
            }
            None => {
                assert!(drawing.is_none(), "{chart:?}");
                assert!(parts.contains_key("xl/media/image1.png"), "{chart:?}");
                let said = parts["xl/sharedStrings.xml"].contains("Excel没有这种图表");
                assert!(said, "{chart:?} does not say why it is a picture");
            }
        }
    }
}

/// From 2001 to 2004 with a break before 2003: two series of two years each, one entry of the legend.
#[test]
fn no_line_is_drawn_across_a_break() {
    let rows: Vec<(&str, &[f64])> = vec![
        ("testville", &[1.0, 2.0, 8.0, 9.0]),
        ("alphaton", &[1.0, 2.0, 3.0, 4.0]),
    ];
    let mut f = Fixture::rows(2001, &rows);
    f.broken("things", &["testville"], "2003");
    let data = f.data();
    let figure = drawn(&data, &of(ChartId::TrendLines, Lang::En));
    let bytes = workbook(&data, &figure).unwrap();
    let drawing = &parts(&bytes)["xl/charts/chart1.xml"];
    let cells: Vec<&str> = drawing
        .split("<c:yVal>")
        .skip(1)
        .map(|s| s.split("<c:f>").nth(1).unwrap().split('<').next().unwrap())
        .collect();
    assert!(cells.contains(&"Figures!$B$2:$B$3"), "{cells:?}");
    assert!(cells.contains(&"Figures!$B$4:$B$5"), "{cells:?}");
    assert_eq!(drawing.matches("<c:delete val=\"1\"/>").count(), 1);
    let mut book = opened(&bytes);
    let sheet = book.worksheet_range("Figures").unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::Float(2001.0)));
}

#[test]
fn what_begins_like_a_formula_is_a_text() {
    let mut f = Fixture::values([2.0, 9.0, 4.0, 1.0, 7.0]);
    f.at("regions.json", "/regions/1/name")["en"] = json!("=1+1");
    let data = f.data();
    let figure = drawn(&data, &of(ChartId::RankBars, Lang::En));
    let parts = parts(&workbook(&data, &figure).unwrap());
    assert!(parts["xl/sharedStrings.xml"].contains("=1+1"));
    assert!(!parts["xl/worksheets/sheet2.xml"].contains("<f>"));
}

#[test]
fn the_same_figure_is_the_same_file_and_the_command_line_writes_it() {
    let data = builtin();
    let figure = drawn(&data, &View::default());
    let bytes = workbook(&data, &figure).unwrap();
    assert_eq!(bytes, workbook(&data, &figure).unwrap());
    let folder = Folder::new();
    folder.run(&["render", "-o", "chart.xlsx"]).fine();
    assert_eq!(std::fs::read(folder.0.join("chart.xlsx")).unwrap(), bytes);
}

/// Zhoushan's figure of 2016 is of low reliability: its bar is an outline, the ten others are filled.
#[test]
fn a_doubtful_figure_is_an_outline_on_the_chart() {
    let data = builtin();
    let view = View {
        period: Some("2016".to_owned()),
        ..View::default()
    };
    let figure = drawn(&data, &view);
    let drawing = &parts(&workbook(&data, &figure).unwrap())["xl/charts/chart1.xml"];
    assert_eq!(drawing.matches("<c:dPt>").count(), 11, "{drawing}");
    assert_eq!(drawing.matches("<a:prstDash val=\"sysDash\"/>").count(), 1);
    let slopes = View {
        chart: Some(ChartId::Slopes),
        range: Some("2015..2016".to_owned()),
        ..View::default()
    };
    let figure = drawn(&data, &slopes);
    let drawing = &parts(&workbook(&data, &figure).unwrap())["xl/charts/chart1.xml"];
    assert_eq!(drawing.matches("<a:prstDash val=\"sysDot\"/>").count(), 1);
}

/// A report of two figures: three sheets each, whose charts point at their own figures.
#[test]
fn several_figures_go_into_one_workbook() {
    let data = builtin();
    let views = [ChartId::RankBars, ChartId::TrendLines].map(|chart| of(chart, Lang::En));
    let documents: Vec<_> = views
        .iter()
        .map(|view| document(&data, &drawn(&data, view)))
        .collect();
    let pairs: Vec<_> = documents.iter().map(|d| (d, None)).collect();
    let bytes = excel(&pairs).unwrap();
    let names = opened(&bytes).sheet_names();
    assert_eq!(
        names,
        [
            "Chart1", "Figures1", "Notes1", "Chart2", "Figures2", "Notes2"
        ]
    );
    let parts = parts(&bytes);
    assert!(parts["xl/charts/chart1.xml"].contains("<c:f>Figures1!$"));
    assert!(parts["xl/charts/chart2.xml"].contains("<c:f>Figures2!$"));
}

/// The picture has three years, and so have chart and sheet, whatever else the series holds.
#[test]
fn grouped_bars_of_years_have_the_years_of_the_picture() {
    let data = builtin();
    let view = View {
        chart: Some(ChartId::GroupedBars),
        ..View::default()
    };
    let shown = drawn(&data, &view);
    let document = document(&data, &shown);
    let years: Vec<&str> = document
        .rows
        .iter()
        .map(|r| r.cells[0].text.as_str())
        .collect();
    assert_eq!(
        years,
        ["2005年", "2014年", "2023年"],
        "{}",
        document.subtitle
    );
}

/// A bar that goes left: whose lack it is stands under the title.
#[test]
fn gaps_say_what_is_taken_from_what() {
    let data = builtin();
    let shown = drawn(&data, &of(ChartId::GapBars, Lang::Zh));
    let subtitle = document(&data, &shown).subtitle;
    assert!(subtitle.ends_with(" · 温州减该市(人)"), "{subtitle}");
}
