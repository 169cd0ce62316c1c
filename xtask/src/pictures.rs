//! `cargo xtask shots` and `cargo xtask bench`: what a person looks at, and how fast it comes.

use crate::browser;
use crate::command::{self, Outcome, cargo};
use crate::place::Place;
use crate::tool;

/// Takes the contact sheets and the README's screenshots.
pub(crate) fn shots(place: &Place) -> Outcome {
    tool::install_chromium(place)?;
    browser::script(place, &place.root().join("tests/browser/shots.mjs"))?;
    println!(
        "look at target/shots/; the README shows docs/screenshot-zh.png and docs/screenshot-en.png"
    );
    Ok(())
}

/// What can be measured, in the order that a reader meets it; the native core comes first.
const BENCHES: [&str; 5] = ["native", "page", "peers", "batch", "lighthouse"];

/// Times the native core, then the served site in Chromium; or only what is named.
pub(crate) fn bench(place: &Place, only: Option<&str>) -> Outcome {
    let chosen = |name: &&str| only.is_none_or(|only| only == *name);
    let names: Vec<&str> = BENCHES.into_iter().filter(chosen).collect();
    if names.is_empty() {
        let all = BENCHES.join(", ");
        return Err(format!("--only: expected one of {all}"));
    }
    for name in names {
        if name == "native" {
            let mut cargo = cargo();
            let native = cargo.args(["bench", "--package", "duibiao-benches", "--benches"]);
            command::run(native.current_dir(place.root()))?;
            continue;
        }
        tool::install_chromium(place)?;
        let script = place.www().join("bench").join(format!("{name}.mjs"));
        browser::script(place, &script)?;
    }
    Ok(())
}
