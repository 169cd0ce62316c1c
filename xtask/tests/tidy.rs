//! What must agree between files that no compiler compares.

#![allow(clippy::panic, reason = "a test says so what is wrong")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ttf_parser::Face;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    let file = root().join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> String {
    let lock = read("Cargo.lock");
    let (_, rest) = lock
        .split_once(&format!("name = \"{package}\"\nversion = \""))
        .unwrap_or_else(|| panic!("Cargo.lock: has no {package}"));
    rest.split('"')
        .next()
        .expect("a version is quoted")
        .to_owned()
}

#[test]
fn the_glue_is_written_by_the_version_that_the_core_uses() {
    assert_eq!(
        locked("wasm-bindgen"),
        locked("wasm-bindgen-cli-support"),
        "set both to one version, in Cargo.toml and xtask/Cargo.toml"
    );
}

/// The banned paths of a clippy.toml.
/// The words between quotes in a piece of code.
fn quoted(code: &str) -> Vec<&str> {
    code.split('"').skip(1).step_by(2).collect()
}

/// The part of a text from one mark to the next other one.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).expect(from).1;
    rest.split_once(to).expect(to).0
}

#[test]
fn the_script_names_the_charts_that_the_small_core_knows() {
    let charts = read("src/view/chart.rs");
    // each line of the table: id, Chinese name, English name
    let first: Vec<&str> = quoted(between(&charts, "\n    first {", "\n    }"))
        .into_iter()
        .step_by(3)
        .collect();
    let script = read("www/src/core.ts");
    let named = quoted(between(
        &script,
        "FIRST: ReadonlySet<string> = new Set([",
        "])",
    ));
    assert_eq!(named, first, "www/src/core.ts, FIRST");
}

fn banned(file: &str) -> BTreeSet<String> {
    let text = read(file);
    let paths = text.split("path = \"").skip(1);
    paths
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_is_banned_natively_is_banned_for_browsers() {
    let (native, wasm) = (banned("clippy.toml"), banned("clippy/wasm/clippy.toml"));
    let forgotten: Vec<_> = native.difference(&wasm).collect();
    assert!(
        forgotten.is_empty(),
        "clippy/wasm/clippy.toml lacks {forgotten:?}"
    );
    assert!(
        wasm.len() > native.len(),
        "clippy/wasm/clippy.toml bans nothing of its own"
    );
}

/// The text files below a folder, with one of the endings.
fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if path
            .extension()
            .is_some_and(|end| endings.iter().any(|wanted| end == *wanted))
        {
            found.push(path);
        }
    }
}

/// Hanzi and the signs that Chinese text is set with.
fn is_chinese(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn the_native_fonts_have_every_hanzi_that_a_figure_can_show() {
    let mut sources = Vec::new();
    files(&root().join("data"), &["json"], &mut sources);
    files(&root().join("src"), &["rs"], &mut sources);
    for weight in [400, 700] {
        let name = format!("assets/fonts/native-{weight}.otf");
        let bytes =
            std::fs::read(root().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let font = Face::parse(&bytes, 0).expect("it is a font");
        for source in &sources {
            let text = std::fs::read_to_string(source).expect("sources are UTF-8");
            let missing: BTreeSet<_> = text
                .chars()
                .filter(|c| is_chinese(*c) && font.glyph_index(*c).is_none())
                .collect();
            assert!(
                missing.is_empty(),
                "{}: {name} has no {missing:?}; run assets/fonts/make.py (its README says how)",
                source.display()
            );
        }
    }
}
