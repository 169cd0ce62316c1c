//! The finished site in a real Chromium, and a way through it in Firefox.
//!
//! The server runs inside this program, on a free port: no test waits for a port or leaves a process.

use std::path::Path;
use std::process::Command;

use crate::command::{self, Outcome};
use crate::place::Place;
use crate::server::Server;
use crate::tool;

/// Many hosts put a site below a path; the tests visit it there, too.
const SUBPATH: &str = "/some/path/";

/// Runs the tests in `tests/browser/`.
pub(crate) fn test(place: &Place) -> Outcome {
    let mut node = Command::new("node");
    node.arg(place.www().join("node_modules/@playwright/test/cli.js"))
        .arg("test");
    node.arg("--config")
        .arg(place.root().join("tests/browser/playwright.config.ts"));
    visit(place, &mut node)
}

/// Goes a reader's way through the site in Firefox, which is found or installed first.
pub(crate) fn firefox(place: &Place) -> Outcome {
    let server = Server::start(&place.dist(), 0, "/")?;
    let mut node = Command::new("node");
    let way = node.arg(place.root().join("tests/browser/firefox.mjs"));
    let way = way
        .env("DUIBIAO_URL", server.url())
        .env("FIREFOX", tool::firefox()?);
    command::run(way.current_dir(place.root()))
}

/// Runs a script that looks at the site in Chromium.
pub(crate) fn script(place: &Place, script: &Path) -> Outcome {
    visit(place, Command::new("node").arg(script))
}

/// Serves the site while a program runs, and tells it where, and which browser to use.
fn visit(place: &Place, program: &mut Command) -> Outcome {
    let server = Server::start(&place.dist(), 0, "/")?;
    let subpath = Server::start(&place.dist(), 0, SUBPATH)?;
    let program = program
        .env("DUIBIAO_URL", server.url())
        .env("DUIBIAO_SUBPATH_URL", subpath.url());
    command::run(
        program
            .env("CHROME", tool::chromium()?)
            .env("DUIBIAO_BIN", place.program())
            .current_dir(place.root()),
    )
}
