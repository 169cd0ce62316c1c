//! The tools that the tasks need: looked for, installed where that is possible, else explained.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::command::{self, Outcome};
use crate::place::{self, Place};

/// One installs at a time; who waited for another finds what it wants, or installs it.
static INSTALLING: Mutex<()> = Mutex::new(());

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;
/// Chromium without its windows, menus and start pages: the same engine in less than half the time.
const SHELL: &str = "chromium-headless-shell";
const CHROMIUMS: [&str; 5] = [
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// The parts of LibreOffice that read what we write, without windows.
const OFFICE: [&str; 3] = [
    "libreoffice-calc-nogui",
    "libreoffice-impress-nogui",
    "libreoffice-writer-nogui",
];

/// Adds the wasm target to the toolchain if it is not there.
pub(crate) fn wasm_target(place: &Place) -> Outcome {
    let mut rustc = Command::new("rustc");
    let sysroot = command::output(rustc.args(["--print", "sysroot"]).current_dir(place.root()))?;
    if Path::new(&sysroot)
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .exists()
    {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    command::run(rustup.args(["target", "add", WASM_TARGET]).current_dir(place.root())).map_err(|message| {
        format!("{message}; the Rust target {WASM_TARGET} is needed: get Rust from rustup, or add the target as your system does")
    })
}

/// Checks Node and installs the npm packages that `package-lock.json` names, once for each state of it.
pub(crate) fn npm_packages(place: &Place) -> Outcome {
    check_node()?;
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let lock = place::read(&place.www().join("package-lock.json"))?;
    let stamp = place.www().join("node_modules/.duibiao-installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    // No package needs its install script: esbuild and TypeScript come as packages for each system.
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    let install = npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    command::run(install.current_dir(place.www()))?;
    place::write(&stamp, lock)
}

fn check_node() -> Outcome {
    let wanted = format!(
        "Node {OLDEST_NODE} or newer is needed to bundle the page; install it and run this again"
    );
    let version = command::output(Command::new("node").arg("--version"))
        .map_err(|message| format!("{message}; {wanted}"))?;
    let major = version.trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("node {version} is too old; {wanted}")),
    }
}

/// The Chromium to test with; [`install_chromium`] makes sure that there is one.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    find_chromium().ok_or_else(|| {
        "no Chromium was found; install Chromium or Chrome, or set CHROME to its program, and run this again".to_owned()
    })
}

fn find_chromium() -> Option<PathBuf> {
    find_program("CHROME", &CHROMIUMS)
}

/// What the variable names, else the first of the names that is on the `PATH`.
fn find_program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let chosen = std::env::var_os(variable).map(PathBuf::from);
    chosen.or_else(|| names.iter().find_map(|name| on_path(name)))
}

/// The Firefox to test with, installed where that is known to work (Debian, as root).
pub(crate) fn firefox() -> Outcome<PathBuf> {
    let found = firefox_program()
        .map_err(|message| format!("{message}, or set FIREFOX to the program of a Firefox"))?;
    let browser = found.ok_or_else(|| {
        "no Firefox was found; install Firefox, or set FIREFOX to its program, and run this again"
            .to_owned()
    })?;
    println!("      using {}", browser.display());
    Ok(browser)
}

/// The LibreOffice to test with, installed as above.
pub(crate) fn office() -> Outcome<PathBuf> {
    let find = || find_program("SOFFICE", &["soffice", "libreoffice"]);
    if find().is_none() {
        OFFICE.iter().try_for_each(|part| install(part, || false))?;
    }
    find().ok_or_else(|| {
        "no LibreOffice was found; install it, or set SOFFICE to its program, and run this again"
            .to_owned()
    })
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Brings what later steps need while the first ones compile. What fails here is tried again by the step that needs it, which tells.
pub(crate) fn bring(place: &Place) {
    let _ = npm_packages(place);
    let _ = install_poppler(place);
    let _ = shell();
    let _ = chinese_font();
    let _ = firefox_program();
}

/// The fastest Chromium, where the reader has not chosen one.
fn shell() -> Outcome {
    match std::env::var_os("CHROME") {
        Some(_) => Ok(()),
        None => install(SHELL, || on_path(SHELL).is_some()),
    }
}

fn chinese_font() -> Outcome {
    install("fonts-noto-cjk", has_chinese_font)
}

fn firefox_program() -> Outcome<Option<PathBuf>> {
    let find = || find_program("FIREFOX", &FIREFOXES);
    install("firefox-esr", || find().is_some())?;
    Ok(find())
}

/// Finds a Chromium and a Chinese font, or installs them where that is known to work (Debian, as root).
pub(crate) fn install_chromium(_: &Place) -> Outcome {
    // a whole Chromium does as well, only slower
    if let Err(message) = shell()
        && find_chromium().is_none()
    {
        return Err(format!(
            "{message}, or set CHROME to the program of a Chromium"
        ));
    }
    let browser = chromium()?;
    println!("      using {}", browser.display());
    // Everything can be tested without, but what a person sees in the pictures is boxes.
    chinese_font().or_else(|message| {
        println!("      note: {message}; until then hanzi are boxes in pictures");
        Ok(())
    })
}

/// Finds poppler's tools, with which the tests read PDF files, or installs them as above.
pub(crate) fn install_poppler(_: &Place) -> Outcome {
    install("poppler-utils", || on_path("pdftotext").is_some())
}

/// A system that can't answer is taken to have one, except a bare Debian.
fn has_chinese_font() -> bool {
    let answer = Command::new("fc-list")
        .args([":lang=zh-cn", "family"])
        .output();
    answer.map_or(!is_debian(), |answer| !answer.stdout.is_empty())
}

/// Installs one of Debian's packages unless what it brings is there, or says how.
fn install(package: &str, there: impl Fn() -> bool) -> Outcome {
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if there() {
        return Ok(());
    }
    if !is_debian() || !is_root() {
        return Err(format!(
            "{package} is not installed and can't be from here; install it \
             (on Debian, as root: apt-get install {package}) and run this again"
        ));
    }
    println!("      installing from Debian's packages: {package}");
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        command::run(
            apt.env("DEBIAN_FRONTEND", "noninteractive")
                .arg("-qq")
                .args(arguments),
        )
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", package])
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}
