//! Trees: the numbers of a formula, the levels that a source describes, and which of the two is shown.

use duibiao::base::Size;
use duibiao::compare::{Branches, Comparison, branches};
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, default_height, figure};
use duibiao::view::{ChartId, View};
use serde_json::{Value, json};

use super::crowd::texts;
use super::fixture::{Fixture, about, answer, close, text};

fn drawn(data: &Dataset, home: Option<&str>, indicator: &str, lang: Lang) -> Figure {
    let view = View {
        chart: Some(ChartId::Tree),
        home: home.map(ToOwned::to_owned),
        indicator: Some(indicator.to_owned()),
        lang: Some(lang),
        ..View::default()
    };
    let size = Size::new(960.0, default_height(960.0, Frame::Full));
    figure(data, &view, size, Frame::Full)
}

fn written(figure: &Figure) -> String {
    texts(&figure.scene).join("\n")
}

/// 37,043 doctors ÷ 9,761,000 people × 1,000 = 3.795
#[test]
fn a_formula_is_drawn_with_the_numbers_it_rests_on() {
    let data = builtin();
    let c = Comparison::of(&data, &about(&data, "doctors-per-1000"));
    let Some(Branches::Formula(node)) = branches(&data, &c) else {
        panic!("doctors per 1,000 are computed")
    };
    let values: Vec<f64> = node
        .all()
        .iter()
        .map(|n| n.values[0].2.unwrap().value)
        .collect();
    close(values[0], 37_043.0 / 9_761_000.0 * 1000.0);
    assert_eq!((values[1], values[2]), (37_043.0, 976.1));
    assert_eq!((node.depth(), node.leaves()), (2, 2));
    let figure = drawn(&data, None, "doctors-per-1000", Lang::Zh);
    let title = figure.words(&data).title;
    assert_eq!(
        title,
        "2023年温州每千人执业(助理)医师3.80人 = 37,043人 ÷ 976.1万人 × 1000"
    );
    assert!(written(&figure).contains("杭州 62,661人"));
    let table = figure.words(&data).table;
    assert_eq!((table.rows.len(), table.columns.len()), (3, 5));
}

#[test]
fn a_described_structure_is_shown_for_its_region_and_theme() {
    let data = builtin();
    let figure = drawn(
        &data,
        Some("wenjiang"),
        "target-cooperation-platforms",
        Lang::Zh,
    );
    let words = written(&figure);
    for part in [
        "1 全域生态圈",
        "3 园区",
        "8 业态",
        "N 重点企业",
        "成都农高园",
        "养生养老",
        "药明康德",
        "……等",
        "(B级)",
    ] {
        assert!(words.contains(part), "no {part} in {words}");
    }
    assert!(figure.words(&data).title.starts_with("成都温江区“1+3+8+N”"));
    let other = drawn(&data, None, "target-cooperation-platforms", Lang::En);
    assert!(written(&other).contains("there is no tree to draw"));
}

#[test]
fn what_is_recorded_has_a_sentence_instead_of_a_tree() {
    let data = Fixture::whole().data();
    assert_eq!(branches(&data, &answer(&data)), None);
    let figure = drawn(&data, None, "things", Lang::Zh);
    assert!(written(&figure).contains("没有结构可画"));
    assert!(figure.scene.spots.is_empty());
}

/// What is wrong with a folder whose only tree has this changed.
fn wrong(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut tree = json!({
        "id": "t", "theme": "things", "region": "testville", "period": "2001", "source": "ledger",
        "name": text("树", "tree"),
        "levels": [
            {"sign": "1", "name": text("一", "one"), "members": [text("整", "whole")]},
            {"sign": "2", "name": text("二", "two"), "members": [text("甲", "a"), text("乙", "b")]},
        ],
    });
    change(&mut tree);
    let mut f = Fixture::whole();
    let file = serde_json::to_vec(&json!({"trees": [tree]})).unwrap();
    f.write("trees.json", &file);
    f.problems()
}

#[test]
fn each_defect_of_a_tree_is_located() {
    assert_eq!(wrong(|_| {}), Vec::<String>::new());
    let of = |change: fn(&mut Value)| wrong(change).join("\n");
    assert_eq!(
        of(|t| t["region"] = json!("testvile")),
        "trees.json: t: unknown region \"testvile\"; did you mean \"testville\"?"
    );
    assert_eq!(
        of(|t| t["levels"][1]["sign"] = json!("3")),
        "trees.json: t: level 2: 2 members under \"3\"; name them all, or set \"open\" to true"
    );
    assert_eq!(
        of(|t| t["levels"][0]["members"][0]["en"] = json!(" ")),
        "trees.json: t: level 1: no en text; every text is needed in both languages"
    );
    assert!(of(|t| t["period"] = json!("soon")).contains("\"soon\" is not a period"));
    assert!(of(|t| t["levels"] = json!([])).contains("fewer than two levels"));
}
