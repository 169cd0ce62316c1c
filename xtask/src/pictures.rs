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

/// The browser's timings, in the order that a reader meets what they time.
const BENCHES: [&str; 2] = ["page.mjs", "redraw.mjs"];

/// Times the native core, then the served site in Chromium.
pub(crate) fn bench(place: &Place) -> Outcome {
    let mut cargo = cargo();
    let native = cargo.args(["bench", "--package", "duibiao", "--benches"]);
    command::run(native.current_dir(place.root()))?;
    tool::install_chromium(place)?;
    for name in BENCHES {
        browser::script(place, &place.www().join("bench").join(name))?;
    }
    Ok(())
}
