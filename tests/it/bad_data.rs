//! Every kind of defect in regions, groups, indicators, sources and the JSON itself, each with its message.
//!
//! Defects of figures are in `bad_figures.rs`.

use serde_json::{Value, json};

use super::fixture::{FIGURES, Fixture, text};

/// A folder with one defect has one message: this one.
#[track_caller]
pub(crate) fn complains(defect: impl FnOnce(&mut Fixture), message: &str) {
    let mut fixture = Fixture::whole();
    defect(&mut fixture);
    assert_eq!(fixture.problems(), [message]);
}

/// Changes one place of a file.
fn set(file: &'static str, pointer: &'static str, value: Value) -> impl FnOnce(&mut Fixture) {
    move |fixture| *fixture.at(file, pointer) = value
}

#[test]
fn the_fixture_itself_has_no_defect() {
    assert_eq!(Fixture::whole().problems(), [""; 0]);
}

#[test]
fn a_missing_file_is_named_with_what_to_read() {
    for file in [
        "regions.json",
        "peer-groups.json",
        "indicators.json",
        "sources.json",
    ] {
        complains(
            |f| f.delete(file),
            &format!("{file}: file not found; a data folder needs it; see data/README.md"),
        );
    }
}

#[test]
fn broken_json_is_named_with_line_and_column() {
    complains(
        |f| f.write("sources.json", b"{\n  \"sources\": [,]\n}"),
        "sources.json: expected value at line 2 column 15; this is no JSON; mend it at that place",
    );
    complains(
        |f| f.write(FIGURES, b"{\"theme\": \"things\","),
        "observations/things.json: EOF while parsing a value at line 1 column 19; this is no JSON; mend it at that place",
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_refused() {
    let mut fixture = Fixture::whole();
    fixture.write("sources.json", b"{\"sources\": [{\"id\": \"\xff\"}]}");
    let problems = fixture.problems();
    assert!(
        problems[0].starts_with("sources.json: invalid unicode code point at line 1 column "),
        "{problems:?}"
    );
}

#[test]
fn a_list_where_an_object_belongs_is_refused() {
    complains(
        |f| f.write("sources.json", b"[]"),
        "sources.json: expected an object, found a list",
    );
}

#[test]
fn a_missing_field_is_named_with_its_place() {
    complains(
        |f| f.remove("indicators.json", "/indicators/0", "unit"),
        "indicators.json: indicators[0].unit: this field is missing; add it",
    );
    complains(
        |f| f.remove("sources.json", "/sources/1", "licence"),
        "sources.json: sources[1].licence: this field is missing; add it",
    );
}

#[test]
fn an_unknown_field_is_named_with_the_known_ones() {
    complains(
        |f| f.at("regions.json", "/regions/1")["postcode"] = json!(325_000),
        "regions.json: regions[1].postcode: unknown field; known here: id, level, name, code, parent",
    );
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    complains(
        |f| f.write("sources.json", b"{\"sources\": [], \"sources\": []}"),
        "sources.json: sources: this field stands twice; remove one",
    );
}

#[test]
fn a_missing_translation_is_named_with_its_language() {
    complains(
        set(
            "indicators.json",
            "/indicators/0/name",
            json!({"zh": "东西"}),
        ),
        "indicators.json: indicators[0].name.en: this field is missing; add it",
    );
    complains(
        set("indicators.json", "/indicators/0/name/en", json!("  ")),
        "indicators.json: things: no en text; every text is needed in both languages",
    );
    complains(
        set("regions.json", "/regions/2/name/zh", json!("")),
        "regions.json: alphaton: no zh text; every text is needed in both languages",
    );
    complains(
        set("indicators.json", "/indicators/0/definition/en", json!("")),
        "indicators.json: things.definition: no en text; every text is needed in both languages",
    );
    complains(
        set("sources.json", "/sources/0/publisher/en", json!("")),
        "sources.json: source ledger: no en text; every text is needed in both languages",
    );
    complains(
        set("indicators.json", "/themes/0/name/zh", json!("")),
        "indicators.json: theme things: no zh text; every text is needed in both languages",
    );
    complains(
        set("indicators.json", "/units/0/name/zh", json!("")),
        "indicators.json: unit piece: no zh text; every text is needed in both languages",
    );
}

#[test]
fn the_other_texts_of_a_catalogue_need_both_languages_too() {
    complains(
        set("peer-groups.json", "/groups/0/noun/en", json!("")),
        "peer-groups.json: testshire: no en text; every text is needed in both languages",
    );
    complains(
        set("peer-groups.json", "/groups/0/why/zh", json!("")),
        "peer-groups.json: testshire: no zh text; every text is needed in both languages",
    );
    complains(
        |f| f.at("indicators.json", "/indicators/0")["short"] = text("短", ""),
        "indicators.json: things: no en text; every text is needed in both languages",
    );
    complains(
        |f| f.at("sources.json", "/sources/0")["note"] = text("", "note"),
        "sources.json: source ledger: no zh text; every text is needed in both languages",
    );
}

#[test]
fn an_indicator_without_definition_is_refused() {
    complains(
        |f| f.remove("indicators.json", "/indicators/0", "definition"),
        "indicators.json: things: no definition; say in both languages what is counted",
    );
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    complains(
        |f| {
            let copy = f.at("regions.json", "/regions")[2].clone();
            f.push("regions.json", "/regions", copy);
        },
        "regions.json: alphaton: this id stands twice; give each a name of its own",
    );
    complains(
        |f| f.indicator(json!({"id": "things"})),
        "indicators.json: things: this id stands twice; give each a name of its own",
    );
    complains(
        |f| f.indicator(json!({"id": "other", "aliases": ["things"]})),
        "indicators.json: things: this id stands twice; give each a name of its own",
    );
}

#[test]
fn sources_units_themes_and_groups_have_ids_of_their_own() {
    complains(
        |f| f.source("ledger"),
        "sources.json: ledger: this id stands twice; give each a name of its own",
    );
    for (file, list, id) in [
        ("indicators.json", "/units", "piece"),
        ("indicators.json", "/themes", "things"),
        ("peer-groups.json", "/groups", "testshire"),
    ] {
        complains(
            |f| {
                let copy = f.at(file, list)[0].clone();
                f.push(file, list, copy);
            },
            &format!("{file}: {id}: this id stands twice; give each a name of its own"),
        );
    }
}

#[test]
fn a_code_that_is_not_six_digits_is_refused() {
    complains(
        |f| f.at("regions.json", "/regions/1")["code"] = json!("3303"),
        "regions.json: testville: code \"3303\" is not six digits; give the GB/T 2260 code, or null for a park or cluster",
    );
}

#[test]
fn an_unknown_region_comes_with_the_one_that_was_meant() {
    complains(
        set("regions.json", "/regions/1/parent", json!("testshirr")),
        "regions.json: testville: unknown region \"testshirr\"; did you mean \"testshire\"?",
    );
    complains(
        |f| f.push("peer-groups.json", "/groups/0/members", json!("nowhere")),
        "peer-groups.json: testshire: unknown region \"nowhere\"; add it, or correct the id",
    );
    complains(
        |f| f.at("peer-groups.json", "/groups/0")["whole"] = json!("testshre"),
        "peer-groups.json: testshire: unknown region \"testshre\"; did you mean \"testshire\"?",
    );
    complains(
        set("peer-groups.json", "/defaults/home", json!("testvile")),
        "peer-groups.json: defaults.home: unknown region \"testvile\"; did you mean \"testville\"?",
    );
    complains(
        set("peer-groups.json", "/defaults/peers/0", json!("alfaton")),
        "peer-groups.json: defaults.peers: unknown region \"alfaton\"; did you mean \"alphaton\"?",
    );
}

#[test]
fn unknown_defaults_are_refused() {
    complains(
        set("peer-groups.json", "/defaults/group", json!("testshier")),
        "peer-groups.json: defaults: unknown peer group \"testshier\"; did you mean \"testshire\"?",
    );
    complains(
        set("peer-groups.json", "/defaults/indicator", json!("thing")),
        "peer-groups.json: defaults.indicator: unknown indicator \"thing\"; did you mean \"things\"?",
    );
}

#[test]
fn an_unknown_unit_or_theme_comes_with_the_one_that_was_meant() {
    complains(
        set("indicators.json", "/indicators/0/unit", json!("piecs")),
        "indicators.json: things: unknown unit \"piecs\"; did you mean \"piece\"?",
    );
    complains(
        set("indicators.json", "/indicators/0/theme", json!("thinks")),
        "indicators.json: things: unknown theme \"thinks\"; did you mean \"things\"?",
    );
}

#[test]
fn a_unit_needs_a_scale_above_zero() {
    complains(
        set("indicators.json", "/units/0/scale", json!(0)),
        "indicators.json: unit piece: scale 0 is not above zero; give how many base units one unit is",
    );
}

#[test]
fn a_formula_names_indicators_that_exist_and_a_number_above_zero() {
    let derived = |numerator: &str, per: f64| json!({"id": "rate", "derived": {"numerator": numerator, "denominator": "things", "per": per}});
    complains(
        |f| f.indicator(derived("thigns", 1.0)),
        "indicators.json: rate: unknown indicator \"thigns\"; did you mean \"things\"?",
    );
    complains(
        |f| f.indicator(derived("things", 0.0)),
        "indicators.json: rate.derived: \"per\" is not above zero; give 1, 100, 1000, …",
    );
}

#[test]
fn what_is_related_must_exist() {
    complains(
        |f| f.at("indicators.json", "/indicators/0")["related"] = json!(["thinggs"]),
        "indicators.json: things: unknown indicator \"thinggs\"; did you mean \"things\"?",
    );
}

#[test]
fn a_word_outside_its_list_is_named_with_the_list() {
    complains(
        set("indicators.json", "/indicators/0/direction", json!("up")),
        "indicators.json: indicators[0].direction: unknown variant `up`, expected one of `higher`, `lower`, `neutral`",
    );
    complains(
        set("sources.json", "/sources/0/tier", json!("D")),
        "sources.json: sources[0].tier: unknown variant `D`, expected one of `A`, `B`, `C`",
    );
}

#[test]
fn a_precision_is_a_whole_number() {
    complains(
        set("indicators.json", "/indicators/0/precision", json!(1.5)),
        "indicators.json: indicators[0].precision: expected a whole number from 0, found 1.5",
    );
}

#[test]
fn an_address_is_a_web_address_or_null() {
    for url in ["javascript:alert(1)", "www.example.org", "data:text/html,x"] {
        complains(
            |f| f.at("sources.json", "/sources/0")["url"] = json!(url),
            &format!(
                "sources.json: source ledger: {url:?} is no web address; use null and say in \"note\" where it was read"
            ),
        );
    }
}

#[test]
fn several_defects_in_several_files_are_told_at_once() {
    let mut fixture = Fixture::whole();
    *fixture.at("regions.json", "/regions/1/parent") = json!("nowhere");
    *fixture.at("indicators.json", "/indicators/0/name/en") = json!("");
    *fixture.at("sources.json", "/sources/0/publisher/zh") = json!("");
    *fixture.at(FIGURES, "/series/things/tables/0/values/testville/1") = json!("n/a");
    *fixture.at(FIGURES, "/series/things/tables/0/values/alphaton/0") = json!(true);
    let problems = fixture.problems();
    let places: Vec<_> = problems
        .iter()
        .filter_map(|p| p.split(": ").next())
        .collect();
    assert_eq!(
        places,
        [
            "regions.json",
            "indicators.json",
            "sources.json",
            FIGURES,
            FIGURES
        ],
        "{problems:#?}"
    );
}

#[test]
fn a_defect_of_the_catalogue_does_not_hide_those_of_the_figures() {
    let mut fixture = Fixture::whole();
    fixture.indicator(json!({"id": "first-bad", "unit": "none"}));
    fixture.indicator(json!({"id": "second-bad", "theme": "none"}));
    fixture.indicator(json!({"id": "good"}));
    fixture.series("good", 2001, &[("testville", &[1.0])]);
    *fixture.at(FIGURES, "/series/good/tables/0/source") = json!("leger");
    let problems = fixture.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(problems[0].starts_with("indicators.json: first-bad: unknown unit"));
    assert!(problems[1].starts_with("indicators.json: second-bad: unknown theme"));
    assert!(problems[2].starts_with("observations/things.json: good: unknown source"));
}
