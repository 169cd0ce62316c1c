//! `cargo xtask test`: everything that CI checks, quick things first, each thing built once.

use std::process::Command;

use crate::command::{self, Outcome, cargo};
use crate::place::{Module, Place};
use crate::task::{self, Task};
use crate::{browser, budget, build, tool};

/// What needs only Rust.
const RUST: [Task; 7] = [
    Task {
        name: "format",
        what: "cargo fmt, so that diffs show changes only",
        run: format,
    },
    Task {
        name: "clippy",
        what: "lints of the native code, with the ban list of clippy.toml",
        run: clippy,
    },
    build::TARGET,
    Task {
        name: "clippy-wasm",
        what: "lints of the code for browsers, with its own ban list",
        run: clippy_wasm,
    },
    Task {
        name: "doc",
        what: "the documentation's links and examples",
        run: doc,
    },
    Task {
        name: "poppler",
        what: "looking for poppler's tools, which read our PDF files",
        run: tool::install_poppler,
    },
    Task {
        name: "rust",
        what: "cargo test: data, comparing, words, pictures, command line",
        run: rust,
    },
];

/// What needs the site.
const PAGE: [Task; 6] = [
    Task {
        name: "types",
        what: "types of the page's script and tests (tsc)",
        run: types,
    },
    Task {
        name: "unit",
        what: "tests of the page's modules, and native against wasm (node)",
        run: unit,
    },
    Task {
        name: "chromium",
        what: "looking for a Chromium and a Chinese font",
        run: tool::install_chromium,
    },
    Task {
        name: "browser",
        what: "the site in a real Chromium (Playwright)",
        run: browser::test,
    },
    Task {
        name: "firefox",
        what: "a reader's way through the site in Firefox (Puppeteer, WebDriver BiDi)",
        run: browser::firefox,
    },
    Task {
        name: "sizes",
        what: "what the first view costs, against its budgets",
        run: budget::check,
    },
];

/// What is done only when it is named: it needs the site built, and programs that are too large for every run.
const APART: [Task; 1] = [Task {
    name: "office",
    what: "files for office programs, opened with LibreOffice",
    run: office,
}];

fn tasks() -> Vec<Task> {
    [RUST.as_slice(), &[build::PACKAGES], &build::SITE, &PAGE].concat()
}

/// Runs all tests, or the one that is named.
pub(crate) fn run(place: &Place, only: Option<&str>) -> Outcome {
    let mut tasks = tasks();
    if let Some(name) = only {
        tasks.extend(APART);
        let names: Vec<_> = tasks.iter().map(|task| task.name).collect();
        let unknown = format!(
            "--only: \"{name}\" is not a step; the steps are {}",
            names.join(", ")
        );
        tasks.retain(|task| task.name == name);
        if tasks.is_empty() {
            return Err(unknown);
        }
    }
    std::thread::scope(|scope| {
        if only.is_none() {
            scope.spawn(|| tool::bring(place));
        }
        task::run_all(place, &tasks)
    })?;
    // The closing line: tasks that fail end the run before it.
    println!("\nsteps: {} passed, 0 failed", tasks.len());
    Ok(())
}

/// Writes the golden pictures anew.
pub(crate) fn renew_goldens(place: &Place) -> Outcome {
    let mut cargo = cargo();
    let test = cargo
        .args(["test", "--package", "duibiao", "--test", "it"])
        .env("UPDATE", "1");
    command::run(test.current_dir(place.root()))?;
    println!(
        "the goldens are those of this build now; look at `git diff tests/golden` before committing"
    );
    Ok(())
}

fn run_cargo(place: &Place, arguments: &[&str]) -> Outcome {
    command::run(cargo().args(arguments).current_dir(place.root()))
}

fn format(place: &Place) -> Outcome {
    run_cargo(place, &["fmt", "--all", "--check"])
        .map_err(|message| format!("{message}; run cargo fmt --all"))
}

fn clippy(place: &Place) -> Outcome {
    run_cargo(
        place,
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    )
}

/// The smallest module, and all that the others add at once.
fn clippy_wasm(place: &Place) -> Outcome {
    let others: Vec<_> = Module::ALL.iter().map(|m| m.features()).collect();
    let sets = [Module::Core.features().to_owned(), others.join(",")];
    sets.iter().try_for_each(|set| clippy_features(place, set))
}

fn clippy_features(place: &Place, features: &str) -> Outcome {
    let mut cargo = cargo();
    let lint = cargo.args([
        "clippy",
        "--package",
        "duibiao",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        features,
    ]);
    let lint = lint
        .args(["--", "-D", "warnings"])
        .env("CLIPPY_CONF_DIR", place.root().join("clippy/wasm"));
    command::run(lint.current_dir(place.root()))
}

fn doc(place: &Place) -> Outcome {
    let mut cargo = cargo();
    let doc = cargo.args(["doc", "--workspace", "--no-deps", "--lib", "--quiet"]);
    command::run(
        doc.env("RUSTDOCFLAGS", "-D warnings")
            .current_dir(place.root()),
    )
}

/// One package after the other: together they would build what both use with other features, once more.
fn rust(place: &Place) -> Outcome {
    for package in ["duibiao", "xtask"] {
        run_cargo(place, &["test", "--package", package])?;
    }
    Ok(())
}

fn types(place: &Place) -> Outcome {
    for project in [place.www(), place.root().join("tests/browser")] {
        let mut node = Command::new("node");
        let tsc = node.arg(place.www().join("node_modules/typescript/bin/tsc"));
        command::run(tsc.args(["--noEmit", "--project"]).arg(project))?;
    }
    Ok(())
}

fn unit(place: &Place) -> Outcome {
    node_tests(place, &mut Command::new("node"), |_| true)
}

fn office(place: &Place) -> Outcome {
    let mut node = Command::new("node");
    node.env("DUIBIAO_SOFFICE", tool::office()?);
    node_tests(place, &mut node, |name| name.starts_with("office."))
}

/// Runs those of the page's tests whose names are wanted. They are bundled first, as Node 20 reads no TypeScript.
fn node_tests(place: &Place, node: &mut Command, wanted: impl Fn(&str) -> bool) -> Outcome {
    command::run(
        Command::new("node")
            .args(["build.mjs", "--tests"])
            .current_dir(place.www()),
    )?;
    let folder = place.web().join("tests");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|end| end == "mjs"))
        .filter(|file| {
            file.file_name()
                .is_some_and(|n| wanted(&n.to_string_lossy()))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(
            "www/tests: has no test; a file's name ends with .test.ts or .test.mjs".to_owned(),
        );
    }
    let test = node
        .arg("--test")
        .args(files)
        .env("DUIBIAO_ROOT", place.root());
    let test = test
        .env("DUIBIAO_WASM", place.wasm(Module::Gallery))
        .env("DUIBIAO_BIN", place.program());
    command::run(test.current_dir(place.root()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_step_can_be_named() {
        let all = super::tasks().into_iter().chain(super::APART);
        let names: Vec<_> = all.map(|task| task.name).collect();
        let mut unique = names.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(
            unique.len(),
            names.len(),
            "two steps have one name: {names:?}"
        );
    }
}
