//! A speech held against invented figures, and every defect of `claims.json` and `peer-sets.json` with its message.

use duibiao::data::{Dataset, Lang};
use duibiao::survey::{Survey, Verdict};
use serde_json::{Value, json};

use crate::bad_data::complains;
use crate::fixture::{Fixture, text};

fn home(data: &Dataset) -> Survey<'_> {
    Survey::of(data, data.defaults().home)
}

/// A speech about home with one field and these statements.
fn speech(statements: &Value, wider: bool) -> Vec<u8> {
    json!({
        "speech": {"region": "testville", "period": "2002", "source": "gazette", "name": text("发言", "A speech")},
        "shortfalls": [{
            "id": "field", "name": text("面", "A field"), "says": text("差", "It lags"),
            "leaders": ["alphaton"], "measures": ["things"], "wider": wider, "statements": statements,
        }],
    })
    .to_string()
    .into_bytes()
}

fn statement(check: &str, own: &Value) -> Value {
    let mut whole =
        json!({"says": text("说", "It says so"), "check": check, "indicators": ["told"]});
    for (key, value) in own.as_object().unwrap() {
        whole[key] = value.clone();
    }
    whole
}

/// Figures of five cities, and a statement of each check about them.
fn stated() -> (Fixture, Value) {
    let mut fixture = Fixture::values([3.0, 5.0, 4.0, 2.0, 1.0]);
    fixture.indicator(json!({"id": "told", "scopes": {"own": text("自有", "own")}}));
    fixture.fact(
        "told",
        json!({"value": 4, "rank": {"place": 2, "of": null, "group": "testshire"}}),
    );
    fixture.fact(
        "told",
        json!({"value": 4, "source": "ledger", "preferred": text("先", "first")}),
    );
    fixture.fact("told", json!({"period": "2003", "value": 4}));
    fixture.fact("told", json!({"region": "alphaton", "value": 9}));
    fixture.fact("told", json!({"region": "betaburg", "value": 1}));
    fixture.fact(
        "told",
        json!({"region": "gammaford", "value": 8, "scope": "own"}),
    );
    let at = json!({"period": "2001"});
    let statements = json!([
        statement("value", &at),
        statement("value", &json!({"period": "2003"})),
        statement("place", &at),
        statement("behind", &json!({"against": ["alphaton"]})),
        statement("behind", &json!({"against": ["alphaton", "betaburg"]})),
        statement("behind", &json!({"against": ["alphaton", "gammaford"]})),
        statement("uncounted", &json!({"indicators": []})),
    ]);
    (fixture, statements)
}

#[test]
fn the_verdict_on_a_statement_is_computed() {
    let (mut fixture, statements) = stated();
    fixture.write("claims.json", &speech(&statements, false));
    let data = fixture.data();
    let spoken = home(&data).speech(Lang::En).unwrap();
    let field = &spoken.shortfalls[0];
    let verdicts: Vec<Verdict> = field.statements.iter().map(|e| e.verdict).collect();
    use Verdict::{CannotSay, Contradicts, Supports};
    assert_eq!(
        verdicts,
        [
            Supports,
            CannotSay,
            CannotSay,
            Supports,
            Contradicts,
            CannotSay,
            CannotSay
        ]
    );
    assert_eq!(
        field.statements[2].sentence,
        "That it is 2nd (of how many it does not say) is the speech's own word and cannot be ranked from the figures; \
         3 of 5 cities have a figure of the same period and scope; others count something else or another period: Gammaford (own)."
    );
    // things: home 3, the leader 5
    assert_eq!(
        (field.verdict, field.measures[0].behind),
        (Supports, Some(true))
    );
    assert_eq!(
        field.sentence,
        "Of comparable figures, Testville is behind Alphaton in the only one."
    );
    assert_eq!(
        field.verdict_word,
        "Indirect: similar figures point the same way"
    );
}

#[test]
fn a_wider_field_and_a_home_that_is_the_yardstick_get_no_verdict() {
    let (mut fixture, statements) = stated();
    fixture.write("claims.json", &speech(&statements, true));
    let data = fixture.data();
    let wider = &home(&data).speech(Lang::Zh).unwrap().shortfalls[0];
    assert_eq!(wider.verdict, Verdict::CannotSay);
    assert_eq!(wider.verdict_word, "这一方面没有可比的数字");
    assert!(
        wider.sentence.starts_with("只有更大范围的数字可比："),
        "{}",
        wider.sentence
    );
    // asked of another home: behind nobody is left but those named; alphaton is the leader itself
    let other = Survey::of(&data, data.region_named("alphaton").unwrap());
    let spoken = other.speech(Lang::En).unwrap();
    assert!(!spoken.own && spoken.shortfalls[0].names_home);
    assert_eq!(spoken.shortfalls[0].verdict, Verdict::CannotSay);
    assert_eq!(
        spoken.shortfalls[0].sentence,
        "The speech takes Alphaton itself as the yardstick; it is not held against itself here."
    );
    assert!(
        spoken.intro.contains("no such speech about Alphaton"),
        "{}",
        spoken.intro
    );
}

#[test]
fn a_reported_place_is_held_against_the_ranking_of_the_whole_group() {
    for (place, verdict) in [(3, Verdict::Supports), (2, Verdict::Contradicts)] {
        let mut fixture = Fixture::values([3.0, 5.0, 4.0, 2.0, 1.0]);
        let table = fixture.at("observations/things.json", "/series/things/tables/0");
        table["source"] = json!("gazette");
        table["except"] =
            json!([{"at": ["testville 2001"], "rank": {"place": place, "group": "testshire"}}]);
        let own = statement(
            "place",
            &json!({"indicators": ["things"], "period": "2001"}),
        );
        fixture.write("claims.json", &speech(&json!([own]), false));
        let data = fixture.data();
        let spoken = home(&data).speech(Lang::En).unwrap();
        assert_eq!(spoken.shortfalls[0].statements[0].verdict, verdict);
    }
}

#[test]
fn what_claims_name_must_be_there() {
    let claims = |own: &Value| speech(&json!([own]), false);
    let written = |own: Value| move |f: &mut Fixture| f.write("claims.json", &claims(&own));
    let things = |check: &str, own: Value| {
        let mut whole = statement(check, &own);
        if whole["indicators"] == json!(["told"]) {
            whole["indicators"] = json!(["things"]);
        }
        whole
    };
    complains(
        written(things("value", json!({"period": "2001"}))),
        "claims.json: field.statements[0]: no figure of the speech's own source answers it; name the indicator and period under which its value is filed",
    );
    complains(
        written(things("place", json!({"period": "2001"}))),
        "claims.json: field.statements[0]: no rank of the speech's own source answers it; name the indicator and period under which its rank is filed",
    );
    complains(
        written(things("behind", json!({}))),
        "claims.json: field.statements[0]: nobody or nothing to be behind; name cities in \"against\" and what is measured in \"indicators\"",
    );
    complains(
        written(things("uncounted", json!({}))),
        "claims.json: field.statements[0]: what nothing counts has no indicators; remove them, or choose another check",
    );
    complains(
        written(things("behind", json!({"against": ["alphatown"]}))),
        "claims.json: field.statements[0]: unknown region \"alphatown\"; did you mean \"alphaton\"?",
    );
    complains(
        written(things(
            "uncounted",
            json!({"indicators": [], "period": "MMXX"}),
        )),
        "claims.json: field.statements[0]: \"MMXX\" is not a period (expected 2019, 2018-H1, 2024-Q1, 2024-08, 2016/2023 or 2020-01/2020-09)",
    );
    complains(
        written(things(
            "uncounted",
            json!({"indicators": [], "says": text("说", "")}),
        )),
        "claims.json: field.statements[0]: no en text; every text is needed in both languages",
    );
}

#[test]
fn a_defect_of_the_figures_is_not_told_twice_by_the_claims() {
    let mut fixture = Fixture::whole();
    fixture.indicator(json!({"id": "told"}));
    fixture.fact("told", json!({"value": "four"}));
    let own = statement("value", &json!({"period": "2001"}));
    fixture.write("claims.json", &speech(&json!([own]), false));
    let problems = fixture.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("observations/things.json: "));
}

/// A file with one set that differs from a plain one.
fn sets(own: &Value) -> Vec<u8> {
    let mut set = json!({"id": "set", "name": text("组", "a set"), "why": text("试", "a test"), "rule": "adjacent"});
    for (key, value) in own.as_object().unwrap() {
        set[key] = value.clone();
    }
    json!({"sets": [set]}).to_string().into_bytes()
}

#[test]
fn a_peer_set_names_what_there_is() {
    let written = |own: Value| move |f: &mut Fixture| f.write("peer-sets.json", &sets(&own));
    complains(
        written(json!({})),
        "peer-sets.json: a set has the rule \"adjacent\", but there is no \"adjacent\"; list the neighbouring pairs with their source",
    );
    complains(
        written(json!({"rule": "best"})),
        "peer-sets.json: set: unknown rule \"best\"; known here: group, named, adjacent, similar",
    );
    complains(
        written(json!({"rule": "group", "group": "testshir"})),
        "peer-sets.json: set: unknown peer group \"testshir\"; did you mean \"testshire\"?",
    );
    complains(
        written(json!({"rule": "named", "members": ["alphaton"], "by": "thing"})),
        "peer-sets.json: set: unknown indicator \"thing\"; did you mean \"things\"?",
    );
    complains(
        written(json!({"rule": "similar", "indicator": "things", "within": 0.5})),
        "peer-sets.json: set: \"within\" is 0.5, which is not above 1; give how many times as much still counts as similar, such as 1.5",
    );
    complains(
        written(json!({"rule": "group", "group": "testshire", "why": text("", "a test")})),
        "peer-sets.json: set: no zh text; every text is needed in both languages",
    );
    let pair =
        json!({"sets": [], "adjacent": {"source": text("图", "a map"), "land": [["alphaton"]]}});
    complains(
        |f| f.write("peer-sets.json", pair.to_string().as_bytes()),
        "peer-sets.json: adjacent.land[0]: this is no pair of two regions; write [\"one\", \"the other\"]",
    );
}
