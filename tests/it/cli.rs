//! The command line as a script meets it: flags, files, messages and exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use duibiao::data::BUILTIN;
use duibiao::view::ChartId;

use super::data::counted;
use super::fixture::{FIGURES, Fixture};

/// An empty folder of its own, removed when dropped.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("duibiao-cli-{}-{n}", std::process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a data folder.
    pub(super) fn holds(&self, name: &str, fixture: &Fixture) -> PathBuf {
        let folder = self.0.join(name);
        fs::create_dir_all(folder.join("observations")).unwrap();
        for (file, bytes) in fixture.files() {
            fs::write(folder.join(file), bytes).unwrap();
        }
        folder
    }

    /// Runs the program in it.
    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        let output = program().args(arguments).current_dir(&self.0).output();
        Run(output.unwrap())
    }

    pub(super) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_duibiao"));
    program.env_clear();
    program
}

pub(super) struct Run(Output);

impl Run {
    #[track_caller]
    pub(super) fn fine(&self) -> String {
        assert_eq!(self.code(), 0, "{}", self.err());
        self.out()
    }

    /// Ends with this code, nothing on standard output, and says so on standard error.
    #[track_caller]
    pub(super) fn fails(&self, code: i32, message: &str) {
        assert_eq!(self.code(), code, "{}", self.err());
        assert!(
            self.err().contains(message),
            "no {message:?} in {}",
            self.err()
        );
        assert_eq!(self.out(), "");
    }

    pub(super) fn code(&self) -> i32 {
        self.0.status.code().expect("the program ended by itself")
    }

    pub(super) fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub(super) fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }
}

const TITLE: &str = "2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人";

#[test]
fn render_without_flags_draws_the_default_view_to_standard_output() {
    let svg = Folder::new().run(&["render"]).fine();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.contains(TITLE) && svg.contains("viewBox=\"0 0 960 600\""));
}

#[test]
fn the_language_is_chinese_whatever_the_machine_speaks() {
    for (key, value) in [("LANG", "en_US.UTF-8"), ("LC_ALL", "C"), ("LANGUAGE", "de")] {
        let output = program()
            .arg("render")
            .env(key, value)
            .current_dir(std::env::temp_dir())
            .output();
        let run = Run(output.unwrap());
        assert!(run.fine().contains(TITLE), "{key}={value}");
    }
    let svg = Folder::new().run(&["render", "--lang", "en"]).fine();
    assert!(svg.contains("In 2023 Wenzhou’s licensed (assistant) doctors per 1,000 residents"));
}

#[test]
fn the_readmes_example_draws_what_it_says() {
    let folder = Folder::new();
    let flags = "render --indicator hospital-beds --home wenzhou --peers hangzhou,ningbo --chart rank-bars --lang en --theme dark --year 2022 --width 800 --height 500 -o chart.svg";
    let run = folder.run(&flags.split(' ').collect::<Vec<_>>());
    assert_eq!(run.fine(), "");
    let svg = String::from_utf8(folder.read("chart.svg")).unwrap();
    assert!(svg.contains("viewBox=\"0 0 800 500\"") && svg.contains("In 2022 Wenzhou’s"));
    assert!(svg.contains("fill=\"#14181d\""), "the dark ground");
}

#[test]
fn every_flag_of_a_view_changes_the_picture() {
    let folder = Folder::new();
    let plain = folder.run(&["render"]).fine();
    for flags in [
        "--indicator gdp",
        "--home ningbo",
        "--peers lishui",
        "--group zhejiang-south",
        "--chart trend-lines",
        "--chart gap-dumbbells",
        "--lang en",
        "--theme dark",
        "--year 2019",
        "--period 2019",
        "--benchmark best",
        "--benchmark none",
        "--title 看这里",
        "--width 640",
        "--height 500",
        "--chart trend-lines --range 2015..2020",
    ] {
        let mut arguments = vec!["render"];
        arguments.extend(flags.split(' '));
        let other = folder.run(&arguments).fine();
        assert!(other.starts_with("<svg ") && other != plain, "{flags}");
    }
}

#[test]
fn a_png_is_as_large_as_width_times_scale() {
    let folder = Folder::new();
    folder
        .run(&[
            "render",
            "--width",
            "400",
            "--scale",
            "2",
            "-o",
            "sub/folder/a.PNG",
        ])
        .fine();
    let bytes = folder.read("sub/folder/a.PNG");
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(bytes[16..20], 800_u32.to_be_bytes());
}

#[test]
fn a_png_with_a_character_without_glyph_is_bad_input() {
    let folder = Folder::new();
    folder
        .run(&["render", "--title", "\u{1F600}", "-o", "a.png"])
        .fails(1, "no glyph for '😀' (U+1F600)");
    assert!(!folder.0.join("a.png").exists());
}

#[test]
fn a_trend_with_only_a_file_name_is_worth_seeing() {
    let folder = Folder::new();
    folder
        .run(&["render", "--chart", "trend-lines", "-o", "a.svg"])
        .fine();
    let svg = String::from_utf8(folder.read("a.svg")).unwrap();
    assert!(svg.matches("<path").count() > 11);
}

#[test]
fn table_writes_csv_to_standard_output_or_a_file() {
    let folder = Folder::new();
    let csv = folder.run(&["table"]).fine();
    assert!(
        csv.starts_with("\u{feff}名次,城市,每千人医师(人),"),
        "{csv}"
    );
    assert!(csv.contains("\r\n1,杭州,5.00,-1.21,-24.2%,"), "{csv}");
    assert_eq!(
        folder
            .run(&["table", "--lang", "en", "-o", "out.csv"])
            .fine(),
        ""
    );
    let english = String::from_utf8(folder.read("out.csv")).unwrap();
    assert!(english.contains("\r\n1,Hangzhou,5.00,"), "{english}");
}

#[test]
fn unknown_ids_are_bad_input_with_what_was_meant() {
    let folder = Folder::new();
    for (flags, message) in [
        (
            ["--indicator", "hospital-bed"],
            "duibiao: --indicator: unknown \"hospital-bed\"; did you mean \"hospital-beds\"?",
        ),
        (
            ["--home", "wenzhuo"],
            "duibiao: --home: unknown \"wenzhuo\"; did you mean \"wenzhou\"?",
        ),
        (
            ["--peers", "hangzhou,nignbo"],
            "duibiao: --peers: unknown \"nignbo\"; did you mean \"ningbo\"?",
        ),
        (
            ["--group", "zhejang"],
            "duibiao: --group: unknown \"zhejang\"; did you mean \"zhejiang\"?",
        ),
        (["--scope", "all"], "duibiao: --scope: unknown \"all\""),
        (
            ["--year", "last"],
            "duibiao: --year: \"last\" is not a period; write 2023, ",
        ),
        (
            ["--range", "2020"],
            "duibiao: --range: \"2020\" is not a stretch of time; write the earlier period first: 2012..2023",
        ),
        (
            ["--range", "2020..2012"],
            "duibiao: --range: \"2020..2012\" is not a stretch of time",
        ),
    ] {
        for command in ["render", "table"] {
            folder.run(&[command, flags[0], flags[1]]).fails(1, message);
        }
    }
}

#[test]
fn several_unknown_ids_are_told_at_once() {
    let run = Folder::new().run(&["render", "--home", "wenzhuo", "--peers", "x,y"]);
    run.fails(1, "--home");
    assert_eq!(run.err().lines().count(), 3, "{}", run.err());
}

#[test]
fn wrong_usage_is_2() {
    let folder = Folder::new();
    for (flags, message) in [
        ("", "Usage"),
        ("draw", "unrecognized subcommand"),
        (
            "render -o chart.gif",
            ".svg, .png, .pdf, .csv, .xlsx, .html",
        ),
        ("render -o chart", ".svg, .png, .pdf, .csv, .xlsx, .html"),
        ("render --lang fr", "zh, en"),
        (
            "render --chart pie",
            "rank-bars, trend-lines, gap-dumbbells",
        ),
        (
            "render --theme sepia",
            "light, dark, contrast, contrast-dark",
        ),
        (
            "render --benchmark first",
            "median, mean, best, target, none",
        ),
        ("render --width wide", "a number of pixels"),
        ("render --width 0", "200 to 10000"),
        ("render --height 1e9", "200 to 10000"),
        ("render --width NaN", "200 to 10000"),
        ("render --scale 0", "0.1 to 8"),
        ("render --tolerance=-1", "--tolerance"),
        ("render --tolerance 1000", "--tolerance"),
        ("render --nonsense", "unexpected argument"),
    ] {
        let arguments: Vec<&str> = flags.split(' ').filter(|f| !f.is_empty()).collect();
        folder.run(&arguments).fails(2, message);
    }
}

#[test]
fn help_and_version_are_fine() {
    let folder = Folder::new();
    assert!(folder.run(&["--help"]).fine().contains("render"));
    assert!(
        folder
            .run(&["render", "--help"])
            .fine()
            .contains("--indicator")
    );
    let version = format!("duibiao {}", env!("CARGO_PKG_VERSION"));
    assert_eq!(folder.run(&["--version"]).fine().trim(), version);
}

#[test]
fn what_a_script_should_know_is_told_on_standard_error() {
    let run = Folder::new().run(&["render", "--year", "1990"]);
    assert!(run.fine().contains("<svg"));
    assert_eq!(run.err(), "duibiao: 1990年没有数据，改为显示2005年\n");
}

#[test]
fn check_counts_what_is_there() {
    let out = Folder::new().run(&["check"]).fine();
    let numbers: Vec<usize> = out
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|n| n.parse().ok())
        .collect();
    let c = counted();
    assert_eq!(
        numbers,
        [
            c.regions,
            c.indicators,
            c.computed,
            c.sources,
            c.observations,
            c.missing,
            c.breaks,
            c.pyramid_cells,
            // the five sets of data/peer-sets.json, the tree of data/trees.json, the statements of data/claims.json: 6, 3 and 5
            5,
            1,
            14
        ],
        "{out}"
    );
}

#[test]
fn check_prints_everything_that_is_wrong_and_ends_with_1() {
    let folder = Folder::new();
    let mut broken = Fixture::whole();
    *broken.at("regions.json", "/regions/1/parent") = "testshir".into();
    *broken.at(FIGURES, "/series/things/tables/0/values/testville/1") = "n/a".into();
    folder.holds("bad", &broken);
    let run = folder.run(&["check", "bad"]);
    run.fails(1, "duibiao: regions.json: testville: unknown region \"testshir\"; did you mean \"testshire\"?\n");
    run.fails(1, "duibiao: observations/things.json: things.testville[1]: \"n/a\" is not a number; use null and say why in \"missing\"\n");
    assert_eq!(run.err().lines().count(), 2, "{}", run.err());
}

#[test]
fn check_of_a_folder_that_is_not_there_names_it() {
    let folder = Folder::new();
    folder
        .run(&["check", "nowhere"])
        .fails(1, "duibiao: nowhere: cannot read: ");
    fs::create_dir_all(folder.0.join("empty")).unwrap();
    let run = folder.run(&["check", "empty"]);
    assert_eq!(run.code(), 1, "{}", run.err());
}

#[test]
fn data_names_the_folder_to_read() {
    let folder = Folder::new();
    folder.holds("mine", &Fixture::whole());
    for arguments in [["render", "--data", "mine"], ["table", "--data", "mine"]] {
        assert!(folder.run(&arguments).fine().contains("测城"));
    }
    folder
        .run(&["render", "--data", "mine", "--home", "wenzhou"])
        .fails(1, "--home");
    folder
        .run(&["render", "--data", "missing"])
        .fails(1, "duibiao: missing: cannot read: ");
}

#[test]
fn the_data_folder_here_comes_before_the_built_in_data() {
    let folder = Folder::new();
    fs::create_dir_all(folder.0.join("data")).unwrap();
    assert!(
        folder.run(&["render"]).fine().contains("温州"),
        "a data folder of something else"
    );
    folder.holds("data", &Fixture::whole());
    assert!(folder.run(&["render"]).fine().contains("测城"));
    assert!(
        folder
            .run(&["check"])
            .fine()
            .starts_with("regions            6\n")
    );
}

#[test]
fn a_broken_data_folder_here_is_an_error_and_not_passed_over() {
    let folder = Folder::new();
    let mut broken = Fixture::whole();
    broken.delete("sources.json");
    folder.holds("data", &broken);
    folder
        .run(&["render"])
        .fails(1, "sources.json: file not found");
}

#[test]
fn the_built_in_data_are_those_of_the_repository() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for (name, bytes) in BUILTIN {
        assert_eq!(fs::read(data.join(name)).unwrap(), *bytes, "{name}");
    }
}

#[test]
fn audit_looks_at_what_is_named() {
    let folder = Folder::new();
    let out = folder
        .run(&[
            "audit",
            "--indicator",
            "gdp",
            "--home",
            "wenzhou",
            "--width",
            "400,800",
        ])
        .fine();
    // in both languages and widths
    let pictures = ChartId::ALL.len() * 4;
    assert_eq!(out, format!("{pictures} pictures, 0 complaints\n"));
    folder
        .run(&["audit", "--home", "nowhere"])
        .fails(1, "--home: unknown \"nowhere\"");
}

#[test]
fn a_file_that_cannot_be_written_is_bad_input() {
    let folder = Folder::new();
    fs::write(folder.0.join("file"), "").unwrap();
    folder
        .run(&["render", "-o", "file/a.svg"])
        .fails(1, "cannot create");
}

#[test]
fn site_without_the_bundlers_part_says_what_to_run() {
    Folder::new()
        .run(&["site", "--out", "out", "--web", "web"])
        .fails(1, "run cargo xtask build first");
}

#[test]
fn site_writes_a_page_an_indicator_and_language_and_the_packs() {
    let folder = Folder::new();
    folder.holds("mine", &Fixture::whole());
    fs::create_dir_all(folder.0.join("web/assets")).unwrap();
    let manifest = r#"{"script": "assets/app.js", "style": "assets/app.css", "wasm": "assets/core.wasm", "fonts": ["assets/a.woff2", "assets/b.woff2"]}"#;
    fs::write(folder.0.join("web/manifest.json"), manifest).unwrap();
    fs::write(folder.0.join("web/app.css"), "body{}").unwrap();
    folder
        .run(&["site", "--out", "out", "--web", "web", "--data", "mine"])
        .fine();
    for page in [
        "index.html",
        "zh/index.html",
        "en/index.html",
        "zh/indicator/things/index.html",
        "en/indicator/things/index.html",
    ] {
        let html = String::from_utf8(folder.read(&format!("out/{page}"))).unwrap();
        assert!(
            html.contains("<svg ") && html.contains("Content-Security-Policy"),
            "{page}"
        );
        assert!(
            !html.contains(" style=") && !html.contains("javascript:"),
            "{page}"
        );
    }
    let html = String::from_utf8(folder.read("out/index.html")).unwrap();
    let packs = html.split("data-data=\"").nth(1).unwrap().split('"').next();
    for pack in ["catalogue.json", "things.json"] {
        let file = format!("out/{}{pack}", packs.unwrap());
        assert!(!folder.read(&file).is_empty(), "{file}");
    }
}
