//! The map of ARCHITECTURE.md, held: who imports whom, how files begin, how long they are, and that every path it names is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, lowest first, with everything it imports. A new dependency between modules is a decision: it is made here.
const MODULES: [(&str, &str); 20] = [
    ("base", ""),
    ("error", ""),
    ("data", "base error"),
    ("text", ""),
    ("compare", "base data error"),
    ("tell", "base compare data error text"),
    ("export", "data tell"),
    ("scale", "base"),
    ("scene", "base text"),
    ("draw", "base scale scene text"),
    ("mark", "base draw scene text"),
    ("view", "base compare data error scene tell"),
    (
        "chart",
        "base compare data draw mark scale scene tell text view",
    ),
    ("paint", "base error scene text"),
    ("figure", "base chart compare data error scene tell view"),
    (
        "office",
        "base chart compare data error figure paint scene tell text view",
    ),
    ("audit", "base chart compare data scene text view"),
    ("survey", "base compare data figure tell text view"),
    (
        "page",
        "base compare data export figure paint scene survey tell text view",
    ),
    ("web", "base data figure office paint scene tell view"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder, by their path from the root.
fn files(folder: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// The code of a file, without comments.
fn code(text: &str) -> String {
    let lines = text.lines().map(|l| {
        let comment = l.find("//").filter(|at| !l[..*at].ends_with(':'));
        &l[..comment.unwrap_or(l.len())]
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The top module that a file of `src/` belongs to.
fn module(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The modules that a file names after `crate::`, inside braces too.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        // pub(crate) and $crate are something else
        let rest = &code[at + "crate::".len()..];
        let list = match rest.strip_prefix('{') {
            Some(inside) => inside
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .collect(),
            None => vec![rest],
        };
        for name in list {
            let name: String = name.trim().chars().take_while(|c| is_word(*c)).collect();
            found.insert(name);
        }
    }
    found
}

fn words(list: &str) -> BTreeSet<String> {
    list.split_whitespace().map(ToOwned::to_owned).collect()
}

fn library() -> impl Iterator<Item = (String, String)> {
    let all = files("src").into_iter();
    all.filter(|(file, _)| !["main", "cli", "lib"].contains(&module(file)))
        .map(|(file, text)| (file, code(&text)))
}

#[test]
fn a_module_imports_only_from_those_before_it() {
    for (i, (name, allowed)) in MODULES.iter().enumerate() {
        let before: BTreeSet<String> = MODULES[..i].iter().map(|(n, _)| (*n).to_owned()).collect();
        let beyond: Vec<_> = words(allowed).difference(&before).cloned().collect();
        assert!(beyond.is_empty(), "{name} stands before {beyond:?}");
    }
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let found: BTreeSet<String> = library()
        .map(|(file, _)| module(&file).to_owned())
        .collect();
    let known: BTreeSet<String> = MODULES.iter().map(|(n, _)| (*n).to_owned()).collect();
    assert_eq!(found, known);
}

#[test]
fn a_module_imports_what_its_place_allows_and_all_of_it() {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in library() {
        let own = module(&file).to_owned();
        let (_, allowed) = MODULES.iter().find(|(n, _)| *n == own).unwrap();
        let mut named = imports(&code);
        named.remove(&own);
        let forbidden: Vec<_> = named.difference(&words(allowed)).cloned().collect();
        assert!(
            forbidden.is_empty(),
            "{file} imports {forbidden:?}; {own} may import: {allowed}"
        );
        used.entry(own).or_default().extend(named);
    }
    for (name, allowed) in MODULES {
        let unused: Vec<_> = words(allowed).difference(&used[name]).cloned().collect();
        assert!(
            unused.is_empty(),
            "{name} no longer imports {unused:?}: take it out of MODULES"
        );
    }
}

/// The files of the library whose code holds one of these texts.
fn holding(texts: &[&str]) -> BTreeSet<String> {
    let holds = |code: &str| {
        texts.iter().any(|t| {
            code.match_indices(t).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                !before.is_some_and(is_word)
            })
        })
    };
    library()
        .filter(|(_, code)| holds(code))
        .map(|(file, _)| file)
        .collect()
}

#[track_caller]
fn only_in(texts: &[&str], places: &[&str]) {
    let found = holding(texts);
    let astray: Vec<_> = found
        .iter()
        .filter(|file| !places.iter().any(|p| file.starts_with(p)))
        .collect();
    assert!(
        astray.is_empty(),
        "{texts:?} belongs to {places:?}, but is in {astray:?}"
    );
}

#[test]
fn only_draw_imports_plotters() {
    only_in(&["plotters"], &["src/draw/"]);
    assert!(!holding(&["plotters"]).is_empty());
}

#[test]
fn only_web_and_the_canvas_painter_know_javascript() {
    only_in(
        &[
            "JsValue",
            "js_sys",
            "web_sys",
            "wasm_bindgen",
            "serde_wasm_bindgen",
        ],
        &["src/web/", "src/paint/canvas.rs"],
    );
}

#[test]
fn only_the_png_painter_knows_resvg_and_only_the_page_knows_html() {
    only_in(&["resvg"], &["src/paint/png.rs"]);
    only_in(&["maud"], &["src/page/"]);
}

#[test]
fn the_library_opens_no_file_and_prints_nothing() {
    only_in(
        &[
            "std::fs",
            "std::env",
            "std::io",
            "std::process",
            "std::net",
            "println!",
            "eprintln!",
            "print!",
            "eprint!",
            "dbg!",
            "clap",
        ],
        &[],
    );
}

#[test]
fn the_library_has_no_clock_no_chance_and_no_hash_order() {
    only_in(
        &[
            "Instant",
            "SystemTime",
            "HashMap",
            "HashSet",
            "RandomState",
            "thread_rng",
        ],
        &[],
    );
}

#[test]
fn transcendental_functions_come_from_libm() {
    let names = "sin cos tan asin acos atan atan2 sinh cosh tanh exp exp2 exp_m1 ln ln_1p log log2 log10 powf powi cbrt hypot";
    for (file, code) in library() {
        for name in names.split(' ') {
            for call in [
                format!(".{name}("),
                format!("f64::{name}"),
                format!("f32::{name}"),
            ] {
                assert!(
                    !code.contains(&call),
                    "{file} calls {call}; base::math has it from libm"
                );
            }
        }
    }
    only_in(
        &["libm::pow", "libm::log10", "libm::exp", "libm::sin"],
        &["src/base/math.rs"],
    );
}

#[test]
fn only_loading_and_painting_can_fail() {
    only_in(
        &["Result<"],
        &[
            "src/base/named.rs",
            "src/data/",
            "src/error.rs",
            "src/office/",
            "src/paint/fonts.rs",
            "src/paint/outlined.rs",
            "src/paint/pdf.rs",
            "src/paint/png.rs",
            "src/web/",
            "src/draw/",
            "src/view/",
        ],
    );
    for (file, code) in library() {
        for word in [".unwrap()", "panic!(", "unreachable!(", "todo!("] {
            let shipped = code.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(!shipped.contains(word), "{file} has {word}");
        }
    }
}

#[test]
fn only_the_theme_and_the_painters_know_colours_by_number() {
    only_in(&["Color::hex"], &["src/base/", "src/scene/theme.rs"]);
}

fn all() -> BTreeMap<String, String> {
    let mut all = files("src");
    for folder in ["tests/it", "benches", "xtask"] {
        all.extend(files(folder));
    }
    let build = fs::read_to_string(root().join("build.rs")).unwrap();
    all.insert("build.rs".to_owned(), build);
    all
}

#[test]
fn every_file_says_first_what_it_is() {
    for (file, text) in all() {
        assert!(text.starts_with("//! "), "{file} does not begin with //!");
    }
}

#[test]
fn no_file_is_longer_than_500_lines() {
    for (file, text) in all() {
        let lines = text.lines().count();
        assert!(
            lines <= 500 || file == "src/text/advances.rs",
            "{file} has {lines} lines"
        );
    }
}

#[test]
fn the_source_is_at_most_two_folders_deep() {
    for file in files("src").keys() {
        assert!(file.matches('/').count() <= 3, "{file}");
    }
}

#[test]
fn no_name_says_nothing() {
    for file in all().keys() {
        for word in ["util", "helper", "manager", "misc", "common"] {
            assert!(!file.contains(word), "{file}: call it by what is in it");
        }
    }
}

/// What looks like a path of this repository in the code spans and links of a text.
fn paths(markdown: &str) -> BTreeSet<String> {
    let spans = markdown.split('`').skip(1).step_by(2);
    let links = markdown
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let endings = [
        ".rs", ".md", ".json", ".toml", ".ts", ".mjs", ".svg", ".css", ".py", "/",
    ];
    spans
        .chain(links)
        .map(|p| {
            p.split('#')
                .next()
                .unwrap_or_default()
                .trim_start_matches("./")
        })
        .filter(|p| endings.iter().any(|e| p.ends_with(e)) || p.starts_with("src/"))
        .filter(|p| p.is_ascii() && !p.contains(|c: char| " <>*$(){}:,|=?".contains(c)))
        .filter(|p| !p.starts_with(['/', '-', '.']) && p.len() > 1)
        .map(ToOwned::to_owned)
        .collect()
}

/// What a build writes is named in the documents and not in the repository.
fn is_made(path: &str) -> bool {
    ["dist/", "target/", "www/node_modules/"]
        .iter()
        .any(|p| path.starts_with(p))
}

#[test]
fn paths_are_found_in_code_spans_and_links() {
    let text = "see `src/data/` and [the map](ARCHITECTURE.md#modules), `cargo xtask test`, `万/亿`, `data/<theme>.json`, `https://a.b/c.md`";
    let found: Vec<_> = paths(text).into_iter().collect();
    assert_eq!(found, ["ARCHITECTURE.md", "src/data/"]);
}

#[test]
fn every_path_that_the_documents_name_is_there() {
    for document in ["ARCHITECTURE.md", "tests/README.md", "data/README.md"] {
        let text = fs::read_to_string(root().join(document))
            .unwrap_or_else(|e| panic!("{document}: {e}; every newcomer starts there"));
        let beside: PathBuf = root().join(document).parent().unwrap().to_owned();
        let found = paths(&text);
        let lost: Vec<_> = found
            .iter()
            .filter(|p| !is_made(p) && !root().join(p).exists() && !beside.join(p).exists())
            .collect();
        assert!(
            lost.is_empty(),
            "{document} names what is not there: {lost:?}"
        );
    }
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (name, _) in MODULES {
        assert!(
            map.contains(&format!("`src/{name}")),
            "ARCHITECTURE.md does not mention src/{name}"
        );
    }
}
