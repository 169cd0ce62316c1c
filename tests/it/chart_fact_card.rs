//! Cards of single figures: which figures, in whose scope, and that what a source reports is told as the source's.

use duibiao::base::Size;
use duibiao::compare::{facts, is_alone};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::error::NoticeKind;
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::view::{ChartId, View};
use serde_json::json;

use super::crowd::texts;
use super::fixture::{Fixture, answer, tells, text};

fn drawn(data: &Dataset, indicator: Option<&str>, width: f64, lang: Lang) -> Figure {
    let view = View {
        chart: Some(ChartId::FactCard),
        indicator: indicator.map(ToOwned::to_owned),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(width, default_height(width, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

fn written(figure: &Figure) -> String {
    texts(&figure.scene).join("\n")
}

/// In the data: 319 biopharma companies in 2019, 7th in the province as the source says, and 500 or more with devices.
#[test]
fn home_s_figure_stands_with_its_reported_rank_scope_and_tier() {
    let data = builtin();
    let figure = drawn(&data, Some("biopharma-enterprises"), 960.0, Lang::Zh);
    let words = written(&figure);
    for part in [
        "319家",
        "2019年",
        "来源称居浙江第7位",
        "至少500家(2019年9月)",
        "口径：含医疗装备企业",
        "(A级)",
    ] {
        assert!(words.contains(part), "no {part} in {words}");
    }
    let all = figure.words(&data);
    assert_eq!(
        all.title,
        "2019年温州生物医药企业数319家，来源称居浙江第7位"
    );
    let row: Vec<&str> = all.table.rows[0]
        .cells
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(row[..4], ["温州", "319家", "2019年", "来源称居浙江第7位"]);
}

#[test]
fn a_source_that_gives_only_a_standing_is_told_without_a_number() {
    let data = builtin();
    let figure = drawn(&data, Some("biopharma-output"), 960.0, Lang::En);
    let title = figure.words(&data).title;
    assert_eq!(
        title,
        "Wenzhou’s biopharma output in 2019: 6th in Zhejiang as reported, 2.2% of Zhejiang as reported"
    );
    assert!(tells(&figure.comparison, NoticeKind::HomeMissing));
}

#[test]
fn each_scope_has_a_card_of_its_own_and_the_newest_figure_of_it() {
    let mut f = Fixture::rows(2001, &[("testville", &[5.0, 6.0])]);
    f.at("indicators.json", "/indicators/0")["scopes"] = json!({"narrow": text("窄", "narrow")});
    f.fact(
        "things",
        json!({"value": 3, "scope": "narrow", "period": "1999"}),
    );
    f.fact(
        "things",
        json!({"value": 4, "scope": "narrow", "period": "2000"}),
    );
    f.fact(
        "things",
        json!({"value": 9, "kind": "target", "period": "2010"}),
    );
    let data = f.data();
    let c = answer(&data);
    let found = facts(&data, &c);
    let values: Vec<_> = found.iter().map(|f| f.reading.map(|r| r.value)).collect();
    assert_eq!(values, [Some(6.0), Some(4.0), Some(9.0)]);
    assert!(is_alone(&data, &c));
    let title = drawn(&data, None, 960.0, Lang::Zh).words(&data).title;
    assert_eq!(title, "2002年测城东西6个，别处没有同类数字");
}

#[test]
fn home_without_a_figure_says_so_and_who_has_one() {
    let data = Fixture::rows(2001, &[("betaburg", &[5.0])]).data();
    let figure = drawn(&data, None, 320.0, Lang::En);
    let title = figure.words(&data).title;
    assert_eq!(
        title,
        "Testville has no figure of things on record; there is one for Betaburg"
    );
    assert_eq!(written(&figure).matches("no figure on record").count(), 2);
    assert_eq!(figure.scene.layout.labelled, ["testville", "alphaton"]);
}
