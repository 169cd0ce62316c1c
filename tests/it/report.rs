//! A figure as one HTML file: all that belongs to it is there, and nothing in it can act.

use duibiao::base::Size;
use duibiao::data::{Lang, builtin};
use duibiao::figure::{Frame, figure};
use duibiao::page::report;
use duibiao::view::{ChartId, View};

fn file(view: &View) -> String {
    let data = builtin();
    let shown = figure(&data, view, Size::new(960.0, 600.0), Frame::Full);
    report(&data, &shown)
}

fn english(indicator: &str) -> View {
    View {
        lang: Some(Lang::En),
        indicator: Some(indicator.to_owned()),
        ..View::default()
    }
}

#[test]
fn picture_table_notices_definition_and_sources_are_in_it() {
    let file = file(&english("doctors-per-1000"));
    for part in [
        "<svg",
        "<table",
        "<h2>Please note</h2>",
        "<h2>About the indicator</h2>",
        "<h2>Sources</h2>",
        "37,043",
    ] {
        assert!(file.contains(part), "no {part} in {file}");
    }
    let rows = file.matches("<tr class=\"home\"").count();
    assert_eq!(rows, 1, "home is marked once: {file}");
    assert_eq!(file.matches("<tr class=").count(), 11, "{file}");
}

#[test]
fn every_chart_has_its_file_and_says_its_title_once() {
    for chart in ChartId::ALL {
        let view = View {
            chart: Some(chart),
            ..View::default()
        };
        let file = file(&view);
        assert_eq!(file.matches("<h1>").count(), 1, "{}", chart.id());
        assert_eq!(file.matches("<svg").count(), 1, "{}", chart.id());
        assert!(file.contains("<html lang=\"zh-CN\">"), "{}", chart.id());
    }
}

#[test]
fn it_asks_nobody_and_runs_nothing() {
    let file = file(&english("gdp"));
    for act in [
        "<script", " style=", "<style", "@import", "url(", "src=", "<iframe", " onclick",
    ] {
        assert!(!file.contains(act), "{act} in {file}");
    }
    assert!(file.contains("default-src 'none'"), "{file}");
    let links = file.matches("<link").count();
    assert_eq!(links, 1, "only its own styles: {file}");
}

#[test]
fn a_hostile_title_stays_text() {
    let view = View {
        title: Some("<img src=x onerror=alert(1)>&\"".to_owned()),
        ..english("gdp")
    };
    let file = file(&view);
    assert!(!file.contains("<img"), "{file}");
    assert!(
        file.contains("&lt;img src=x onerror=alert(1)&gt;&amp;"),
        "{file}"
    );
}

#[test]
fn a_figure_without_a_scope_does_not_begin_with_a_dot() {
    let file = file(&english("gdp"));
    assert!(file.contains("<h2>Other figures</h2>"), "{file}");
    assert!(!file.contains("<p class=\"details\"> · "), "{file}");
}
