//! Loading never panics, whatever the bytes; and what loads can always be compared, drawn and told.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use duibiao::base::Size;
use duibiao::data::{BUILTIN, Lang, add_theme, load, load_catalogue, pack};
use duibiao::figure::{Frame, figure};
use duibiao::paint::svg;
use duibiao::view::{ChartId, View};
use proptest::prelude::{Strategy, any, prop, prop_assert, proptest};
use serde_json::json;

use super::fixture::{Fixture, borrowed, text};
use super::properties::config;

/// What a token is replaced by: the shapes that JSON has, and values that a loader might trip over.
const TOKENS: [&str; 30] = [
    "null",
    "true",
    "-1",
    "0",
    "1e308",
    "-1e308",
    "1e-320",
    "12345678901234567890",
    "0.5",
    "\"\"",
    "\"x\"",
    "\"*\"",
    "\"* *\"",
    "\"2001\"",
    "\"2001..2003\"",
    "\"0000\"",
    "\"9999\"",
    "\"2000000000..2000000001\"",
    "\"things\"",
    "\"rate\"",
    "\"testville\"",
    "\"alphaton 2002\"",
    "\"\\u0000\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "{\"a\": 1}",
    "",
    ",",
];

/// A small folder in which everything occurs that the format knows.
static FOLDER: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let mut f = Fixture::whole();
    f.indicator(
        json!({"id": "people", "unit": "wan-person", "additive": true, "basis": "resident"}),
    );
    f.indicator(json!({"id": "rate", "derived": {"numerator": "things", "denominator": "people", "per": 1000}}));
    f.series(
        "people",
        2001,
        &[
            ("testville", &[1.0, 0.0, 2.0]),
            ("alphaton", &[-1.0, 3.0, 4.0]),
        ],
    );
    f.at("indicators.json", "/indicators/0")["scopes"] = json!({"narrow": text("窄", "narrow")});
    f.fact(
        "things",
        json!({"value": 3, "scope": "narrow", "bound": "at-least"}),
    );
    f.fact(
        "things",
        json!({"value": 4, "kind": "target", "status": "E"}),
    );
    f.fact("things", json!({"value": null, "rank": {"place": 3, "group": "x"}, "share": {"percent": 2.5, "of": "testshire"}}));
    f.broken("things", &["testville"], "2002");
    f.broken("people", &["*"], "2003");
    let files = f.files();
    assert!(load(&borrowed(&files)).is_ok(), "{:?}", f.problems());
    files
});

/// Where the tokens of a JSON text lie: texts, words, numbers and signs.
fn tokens(text: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        at += 1;
        match text[start] {
            b' ' | b'\n' => continue,
            b'"' => {
                while at < text.len() && text[at] != b'"' {
                    at += 1 + usize::from(text[at] == b'\\');
                }
                at = (at + 1).min(text.len());
            }
            c if c.is_ascii_alphanumeric() || c == b'-' => {
                let more = |c: &u8| c.is_ascii_alphanumeric() || b".+-".contains(c);
                at += text[at..].iter().take_while(|c| more(c)).count();
            }
            _ => {}
        }
        found.push((start, at));
    }
    found
}

/// Loads a folder; what loads is asked, drawn and told in every way.
fn exercise(files: &BTreeMap<String, Vec<u8>>) -> bool {
    let Ok(data) = load(&borrowed(files)) else {
        return false;
    };
    let ids: Vec<String> = data.indicators().map(|(_, i)| i.id.clone()).collect();
    for id in ids {
        for (chart, lang) in ChartId::ALL.into_iter().zip(Lang::ALL.into_iter().cycle()) {
            let view = View {
                indicator: Some(id.clone()),
                chart: Some(chart),
                lang: Some(lang),
                ..View::default()
            };
            let figure = figure(&data, &view, Size::new(480.0, 400.0), Frame::Full);
            let picture = svg(&figure.scene);
            assert!(
                !picture.contains("NaN") && !picture.contains("inf\""),
                "{picture}"
            );
            let _ = figure.csv(&data);
        }
    }
    true
}

fn nth<T>(items: impl ExactSizeIterator<Item = T>, n: prop::sample::Index) -> T {
    let mut items = items;
    let i = n.index(items.len());
    items.nth(i).expect("the index is inside")
}

/// Several changes to one folder: which file, which token, and what stands there then.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, prop::sample::Index, &'static str)>>
{
    let change = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::sample::select(TOKENS.to_vec()),
    );
    prop::collection::vec(change, 1..3)
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn a_folder_with_other_tokens_loads_or_is_refused(changes in changes()) {
        let mut files = FOLDER.clone();
        for (file, token, other) in changes {
            let bytes = nth(files.values_mut(), file);
            let places = tokens(bytes);
            let (start, end) = nth(places.into_iter(), token);
            bytes.splice(start..end, other.bytes());
        }
        exercise(&files);
    }

    #[test]
    fn a_folder_with_other_bytes_loads_or_is_refused(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0..3_usize,
        other in prop::collection::vec(any::<u8>(), 0..3),
    ) {
        let mut files = FOLDER.clone();
        let bytes = nth(files.values_mut(), file);
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, other);
        exercise(&files);
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn the_bundled_folder_with_another_token_loads_or_is_refused(
        file in any::<prop::sample::Index>(),
        token in any::<prop::sample::Index>(),
        other in prop::sample::select(TOKENS.to_vec()),
    ) {
        let mut files: BTreeMap<String, Vec<u8>> = BUILTIN
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
            .collect();
        let bytes = nth(files.values_mut(), file);
        let places = tokens(bytes);
        let (start, end) = nth(places.into_iter(), token);
        bytes.splice(start..end, other.bytes());
        if let Err(error) = load(&borrowed(&files)) {
            prop_assert!(!error.problems().is_empty());
        }
    }

    #[test]
    fn a_pack_with_another_token_loads_or_is_refused(
        token in any::<prop::sample::Index>(),
        first in any::<bool>(),
        other in prop::sample::select(TOKENS.to_vec()),
    ) {
        let mut packs = pack(&borrowed(&FOLDER)).unwrap();
        let bytes = &mut packs[usize::from(!first)].1;
        let (start, end) = nth(tokens(bytes).into_iter(), token);
        bytes.splice(start..end, other.bytes());
        if let Ok(mut data) = load_catalogue(&packs[0].1) {
            let (name, bytes) = &packs[1];
            let _ = add_theme(&mut data, name, bytes);
            let _ = figure(&data, &View::default(), Size::new(480.0, 400.0), Frame::Full);
        }
    }
}

#[test]
fn tokens_cover_texts_with_escapes_and_signed_numbers() {
    let text = br#"{"a\"b": [-1.5e3, null]}"#;
    let found: Vec<_> = tokens(text)
        .into_iter()
        .map(|(a, b)| std::str::from_utf8(&text[a..b]).unwrap())
        .collect();
    assert_eq!(
        found,
        ["{", r#""a\"b""#, ":", "[", "-1.5e3", ",", "null", "]", "}"]
    );
}
