//! Every kind of defect in figures, breaks and pyramids, each with its message.
//!
//! Defects of the catalogue are in `bad_data.rs`.

use std::collections::BTreeMap;

use duibiao::data::{BUILTIN, load};
use serde_json::{Value, json};

use super::bad_data::complains;
use super::fixture::{FIGURES, Fixture, GAP, borrowed, text};

const TABLE: &str = "/series/things/tables/0";

fn table(f: &mut Fixture) -> &mut Value {
    f.at(FIGURES, TABLE)
}

fn says(message: &str) -> String {
    format!("{FIGURES}: {message}")
}

#[test]
fn the_readmes_example_has_the_readmes_message() {
    let mut files: BTreeMap<String, Vec<u8>> = BUILTIN
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect();
    let hospital = files.get_mut("observations/hospital.json").unwrap();
    let mut json: Value = serde_json::from_slice(hospital).unwrap();
    json["series"]["doctors"]["tables"][0]["values"]["wenzhou"][1] = json!("n/a");
    *hospital = serde_json::to_vec(&json).unwrap();
    let error = load(&borrowed(&files)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "observations/hospital.json: doctors.wenzhou[1]: \"n/a\" is not a number; use null and say why in \"missing\""
    );
}

#[test]
fn what_is_no_number_is_named_with_its_cell() {
    for (cell, written) in [
        (json!("12"), "\"12\""),
        (json!(true), "true"),
        (json!([1]), "a list"),
        (json!({}), "an object"),
    ] {
        complains(
            |f| table(f)["values"]["testville"][1] = cell,
            &says(&format!(
                "things.testville[1]: {written} is not a number; use null and say why in \"missing\""
            )),
        );
    }
}

#[test]
fn a_number_too_large_for_a_double_is_refused() {
    let bytes = Fixture::whole().files().remove(FIGURES).unwrap();
    let huge = String::from_utf8(bytes)
        .unwrap()
        .replacen("9.0", "1e999", 1);
    let mut fixture = Fixture::whole();
    fixture.write(FIGURES, huge.as_bytes());
    let problems = fixture.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("observations/things.json: number out of range at line "),
        "{problems:?}"
    );
}

#[test]
fn a_null_needs_a_reason() {
    complains(
        |f| table(f)["values"]["testville"][1] = Value::Null,
        &says("things.testville: null in 2002 without a reason; say why in \"missing\""),
    );
}

#[test]
fn a_reason_that_names_no_null_is_refused() {
    complains(
        |f| {
            let why = json!({"at": ["alphaton *"], "status": "O", "why": text("缺", "absent")});
            f.push(FIGURES, "/series/things/tables/0/missing", why);
        },
        &says("things.missing: \"alphaton *\" names no null; remove it or correct the cells"),
    );
}

#[test]
fn a_reason_says_why_a_value_is_absent() {
    complains(
        |f| table(f)["missing"][0]["status"] = json!("U"),
        &says(
            "things.missing: status U does not say why a value is absent; use O (missing in the source), L (not collected) or M (cannot exist)",
        ),
    );
}

#[test]
fn an_exception_names_a_cell() {
    for at in ["testville 2009", "nowhere *", "testville", "* 2009..2010"] {
        complains(
            |f| table(f)["except"] = json!([{"at": [at], "status": "U"}]),
            &says(&format!(
                "things.except: {at:?} names no cell of this table; write \"region period\", with * for all and a..b for a span"
            )),
        );
    }
}

#[test]
fn a_row_has_a_value_for_each_period() {
    complains(
        |f| table(f)["values"]["testville"] = json!([5.0, 6.0]),
        &says("things.testville: 2 values for 3 periods; give one value or null for each period"),
    );
}

#[test]
fn a_region_has_one_row() {
    let bytes = Fixture::whole().files().remove(FIGURES).unwrap();
    let twice = String::from_utf8(bytes).unwrap().replacen(
        "\"values\": {",
        "\"values\": {\"testville\": [1, 2, 3],",
        1,
    );
    complains(
        |f| f.write(FIGURES, twice.as_bytes()),
        &says("things.testville: this region has two rows; join them"),
    );
}

#[test]
fn an_unknown_region_or_source_comes_with_the_one_that_was_meant() {
    complains(
        |f| table(f)["values"]["betabrug"] = json!([1, 2, 3]),
        &says("things.betabrug: unknown region \"betabrug\"; did you mean \"betaburg\"?"),
    );
    complains(
        |f| table(f)["source"] = json!("leger"),
        &says("things: unknown source \"leger\"; did you mean \"ledger\"?"),
    );
    complains(
        |f| table(f)["except"] = json!([{"at": ["testville 2001"], "source": "gazete"}]),
        &says("things.except: unknown source \"gazete\"; did you mean \"gazette\"?"),
    );
    complains(
        |f| {
            f.fact(
                "things",
                json!({"value": 1, "period": "1999", "source": "elsewhere"}),
            );
        },
        &says("things.facts[0]: unknown source \"elsewhere\"; add it, or correct the id"),
    );
    complains(
        |f| f.fact("things", json!({"value": 1, "region": "betabug"})),
        &says("things.facts[0]: unknown region \"betabug\"; did you mean \"betaburg\"?"),
    );
}

#[test]
fn a_source_may_not_dangle() {
    let mut fixture = Fixture::whole();
    let list = fixture
        .at("sources.json", "/sources")
        .as_array_mut()
        .unwrap();
    list.remove(0);
    assert_eq!(
        fixture.problems(),
        [says(
            "things: unknown source \"ledger\"; add it, or correct the id"
        )]
    );
}

#[test]
fn an_unknown_indicator_comes_with_the_one_that_was_meant() {
    complains(
        |f| f.series("thingz", 2001, &[("testville", &[1.0])]),
        &says("unknown indicator \"thingz\"; did you mean \"things\"?"),
    );
    complains(
        |f| f.broken("thngs", &["*"], "2002"),
        &says("unknown indicator \"thngs\"; did you mean \"things\"?"),
    );
}

#[test]
fn an_unknown_scope_is_refused() {
    complains(
        |f| table(f)["scope"] = json!("narrow"),
        &says("things: unknown scope \"narrow\"; add it, or correct the id"),
    );
    complains(
        |f| {
            let scopes = json!({"narrow": text("窄", "narrow")});
            f.at("indicators.json", "/indicators/0")["scopes"] = scopes;
            f.fact("things", json!({"value": 1, "scope": "narow"}));
        },
        &says("things.facts[0]: unknown scope \"narow\"; did you mean \"narrow\"?"),
    );
}

#[test]
fn an_unknown_theme_is_refused() {
    complains(
        |f| *f.at(FIGURES, "/theme") = json!("thinks"),
        &says("theme: unknown theme \"thinks\"; list it in indicators.json"),
    );
}

#[test]
fn a_series_lies_in_the_file_of_its_theme() {
    complains(
        |f| {
            let theme = json!({"id": "others", "name": text("其他", "Others")});
            f.push("indicators.json", "/themes", theme);
            f.indicator(json!({"id": "stray", "theme": "others"}));
            f.series("stray", 2001, &[("testville", &[1.0])]);
        },
        &says("stray: this indicator belongs to the theme others; move the series to its file"),
    );
}

#[test]
fn what_is_no_period_is_refused() {
    complains(
        |f| f.fact("things", json!({"value": 1, "period": "2019-13"})),
        &says(
            "things.facts[0]: \"2019-13\" is not a period (expected 2019, 2018-H1, 2024-Q1, 2024-08, 2016/2023 or 2020-01/2020-09)",
        ),
    );
    for span in [
        "2001-2003",
        "2003..2001",
        "..",
        "-5..10",
        "-2000000000..2000000000",
        "999999999..1000000000",
    ] {
        let mut fixture = Fixture::whole();
        table(&mut fixture)["periods"] = json!(span);
        let problems = fixture.problems();
        let expected = says(&format!(
            "things.periods: {span:?} is no span of years; write \"2005..2023\" or a list of periods"
        ));
        assert_eq!(problems[0], expected, "{problems:#?}");
    }
}

#[test]
fn periods_ascend() {
    complains(
        |f| table(f)["periods"] = json!(["2001", "2003", "2002"]),
        &says("things.periods: periods do not ascend; put them in order, each once"),
    );
    let mut twice = Fixture::whole();
    table(&mut twice)["periods"] = json!(["2001", "2001", "2003"]);
    assert_eq!(
        twice.problems()[0],
        says("things.periods: periods do not ascend; put them in order, each once")
    );
}

#[test]
fn one_key_with_one_source_has_one_answer() {
    complains(
        |f| f.fact("things", json!({"value": 5.5, "source": "ledger"})),
        &says(
            "things.testville 2001: stands twice with the same scope, kind and source (ledger); remove one, or name the scope that tells them apart",
        ),
    );
}

#[test]
fn of_several_sources_exactly_one_is_preferred() {
    let message = says(
        "things.testville 2001: several sources (ledger, gazette) and not exactly one preferred; mark one with \"preferred\" and say why",
    );
    complains(|f| f.fact("things", json!({"value": 5.5})), &message);
    let preferred = text("更近源头", "nearer to the origin");
    complains(
        |f| {
            f.fact("things", json!({"value": 5.5, "preferred": preferred}));
            table(f)["except"] = json!([{"at": ["testville 2001"], "preferred": preferred}]);
        },
        &message,
    );
    let mut fixture = Fixture::whole();
    fixture.fact("things", json!({"value": 5.5, "preferred": preferred}));
    assert_eq!(fixture.problems(), [""; 0], "one of them may be");
}

#[test]
fn another_kind_scope_or_period_is_another_key() {
    let mut fixture = Fixture::whole();
    fixture.at("indicators.json", "/indicators/0")["scopes"] =
        json!({"narrow": text("窄", "narrow")});
    fixture.fact("things", json!({"value": 5.5, "kind": "target"}));
    fixture.fact("things", json!({"value": 5.5, "scope": "narrow"}));
    fixture.fact("things", json!({"value": 5.5, "period": "2001-H1"}));
    assert_eq!(fixture.problems(), [""; 0]);
}

#[test]
fn a_fact_says_something() {
    complains(
        |f| f.fact("things", json!({"value": null, "period": "1999"})),
        &says(
            "things.facts[0]: no value, rank or share; give one, or status O, L or M with a note",
        ),
    );
}

#[test]
fn a_series_says_something() {
    complains(
        |f| *f.at(FIGURES, "/series/things/tables") = json!([]),
        &says("things: no observation; add one or remove the series"),
    );
}

#[test]
fn what_is_computed_has_no_figures_of_its_own() {
    let derived = json!({"numerator": "things", "denominator": "things", "per": 1});
    complains(
        |f| {
            f.indicator(json!({"id": "rate", "derived": derived}));
            f.series("rate", 2001, &[("testville", &[1.0])]);
        },
        &says(
            "rate: this indicator is computed, so it can have no observations; remove the series, or \"derived\" in indicators.json",
        ),
    );
}

#[test]
fn a_note_needs_both_languages() {
    complains(
        |f| table(f)["note"] = text("注", ""),
        &says("things: a note lacks a language; write it in zh and en"),
    );
}

#[test]
fn a_break_names_regions_and_a_period_that_exist() {
    complains(
        |f| f.broken("things", &["testvill"], "2002"),
        &says("breaks[0]: unknown region \"testvill\"; did you mean \"testville\"?"),
    );
    complains(
        |f| f.broken("things", &["*"], "in 2002"),
        &says(
            "breaks[0]: \"in 2002\" is not a period (expected 2019, 2018-H1, 2024-Q1, 2024-08, 2016/2023 or 2020-01/2020-09)",
        ),
    );
}

#[test]
fn a_pyramid_has_a_number_for_each_age() {
    complains(
        |f| {
            let pyramid = json!({
                "period": "2020", "source": "ledger", "ages": ["0-14", "15+"],
                "values": {"testville": {"male": [1, 2], "female": [3]}},
            });
            *f.at(FIGURES, "/breaks") = json!([]);
            f.at(FIGURES, "")["pyramids"] = json!([pyramid]);
        },
        &says(
            "pyramids[0].testville.female: 1 values for 2 age groups; give one number for each age group",
        ),
    );
}

#[test]
fn a_missing_value_does_not_become_zero() {
    let data = Fixture::values([5.0, GAP, 4.0, 1.0, 2.0]).data();
    let things = data.indicator_named("things").unwrap();
    let alphaton = data.region_named("alphaton").unwrap();
    assert!(data.of(things, alphaton).iter().all(|o| o.value.is_none()));
}
