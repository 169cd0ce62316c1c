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

/// Times the native core, then every script of `www/bench/` against the served site.
pub(crate) fn bench(place: &Place) -> Outcome {
    command::run(
        cargo()
            .args(["bench", "--package", "duibiao"])
            .current_dir(place.root()),
    )?;
    tool::install_chromium(place)?;
    let folder = place.www().join("bench");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut scripts: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|end| end == "mjs"))
        .collect();
    scripts.sort();
    for script in scripts {
        browser::script(place, &script)?;
    }
    Ok(())
}
