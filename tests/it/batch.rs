//! Many views in one run, pictures for print, and the command line about itself.

use std::fs;

use serde_json::Value;

use super::cli::Folder;

/// The names of a folder's files, sorted.
fn names(folder: &Folder, below: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.0.join(below)).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn asks(folder: &Folder, views: &str) {
    fs::write(folder.0.join("views.json"), views).unwrap();
}

#[test]
fn each_view_becomes_a_file_whose_name_says_what_is_in_it() {
    let folder = Folder::new();
    asks(
        &folder,
        r#"[{}, {"lang": "en", "chart": "bump"}, {"indicator": "gdp", "period": "2020"}]"#,
    );
    let said = folder.run(&["batch", "views.json", "-o", "out"]).fine();
    assert_eq!(
        said,
        "3 drawn, 0 were there already, 0 could not be drawn\n"
    );
    let names = names(&folder, "out");
    let begins = |start: &str| names.iter().filter(|n| n.starts_with(start)).count();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names.iter().all(|n| n.ends_with(".svg")), "{names:?}");
    for start in ["温州-每千人医师-排名-2023-", "Wenzhou-", "温州-"] {
        assert!(begins(start) > 0, "{start} in {names:?}");
    }
}

#[test]
fn a_file_of_a_batch_is_what_render_writes() {
    let folder = Folder::new();
    asks(&folder, r#"[{"lang": "en", "indicator": "hospital-beds"}]"#);
    folder
        .run(&[
            "batch",
            "views.json",
            "--format",
            "svg,csv",
            "--width",
            "700",
        ])
        .fine();
    let flags = "render --lang en --indicator hospital-beds --width 700 -o";
    let one = |file: &str| {
        let flags: Vec<&str> = flags.split(' ').chain([file]).collect();
        folder.run(&flags).fine();
        folder.read(file)
    };
    let names = names(&folder, "out");
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(folder.read(&format!("out/{}", names[0])), one("one.csv"));
    assert_eq!(folder.read(&format!("out/{}", names[1])), one("one.svg"));
}

#[test]
fn what_is_there_is_not_drawn_again_however_the_list_has_changed() {
    let folder = Folder::new();
    asks(&folder, r#"[{}, {"home": "lishui"}]"#);
    folder.run(&["batch", "views.json"]).fine();
    let before = names(&folder, "out");
    fs::write(folder.0.join("out").join(&before[0]), "mine").unwrap();
    asks(
        &folder,
        r#"[{"home": "lishui"}, {"home": "ningbo"}, {}, {}]"#,
    );
    let said = folder.run(&["batch", "views.json"]).fine();
    assert_eq!(
        said,
        "1 drawn, 2 were there already, 0 could not be drawn\n"
    );
    assert_eq!(folder.read(&format!("out/{}", before[0])), b"mine");
    let said = folder.run(&["batch", "views.json", "--again"]).fine();
    assert_eq!(
        said,
        "3 drawn, 0 were there already, 0 could not be drawn\n"
    );
    assert_ne!(folder.read(&format!("out/{}", before[0])), b"mine");
    // another size is another picture
    let said = folder
        .run(&["batch", "views.json", "--width", "640"])
        .fine();
    assert!(said.starts_with("3 drawn"), "{said}");
}

#[test]
fn broken_views_are_told_at_the_end_and_keep_no_other_from_being_drawn() {
    let folder = Folder::new();
    asks(
        &folder,
        r#"[{"indicator": "hospitl-beds"}, {"colour": "red"}, {}, {"peers": ["nowhere"]}]"#,
    );
    let run = folder.run(&["batch", "views.json"]);
    assert_eq!(run.code(), 1);
    assert_eq!(
        run.out(),
        "1 drawn, 0 were there already, 3 could not be drawn\n"
    );
    let told: Vec<String> = run.err().lines().map(str::to_owned).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(
        told[0],
        "duibiao: views.json: view 1: indicator: unknown \"hospitl-beds\"; did you mean \"hospital-beds\"?"
    );
    assert!(
        told[1].starts_with("duibiao: views.json: view 2: unknown field `colour`"),
        "{}",
        told[1]
    );
    assert!(
        told[2].starts_with("duibiao: views.json: view 4: peers: unknown \"nowhere\""),
        "{}",
        told[2]
    );
}

#[test]
fn a_list_that_is_none_is_refused_with_a_word_on_its_form() {
    let folder = Folder::new();
    for views in ["{}", "[{", "\"gdp\""] {
        asks(&folder, views);
        folder
            .run(&["batch", "views.json"])
            .fails(1, "views.json: ");
        folder
            .run(&["batch", "views.json"])
            .fails(1, "write a list of views: [{");
    }
    folder
        .run(&["batch", "none.json"])
        .fails(1, "none.json: cannot read");
    folder
        .run(&["batch", "views.json", "--format", "doc"])
        .fails(2, "expected one of svg, png, pdf, csv, xlsx, html");
}

#[test]
fn shells_and_man_know_the_commands() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.run(&["completions", shell]).fine();
        for word in ["render", "batch", "indicator"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = folder.run(&["man"]).fine();
    assert!(page.contains(".TH duibiao 1"), "{page}");
    folder.run(&["man", "--out", "man"]).fine();
    let pages = names(&folder, "man");
    for page in ["duibiao.1", "duibiao-render.1", "duibiao-batch.1"] {
        assert!(pages.iter().any(|p| p == page), "{page} in {pages:?}");
    }
}

#[test]
fn schemas_are_printed_for_views_and_data_files() {
    let folder = Folder::new();
    let files = duibiao::data::SCHEMAS.map(|(name, _)| name);
    for name in ["view", "views"].into_iter().chain(files) {
        let schema = folder.run(&["--json-schema", name]).fine();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let kind = if name == "views" { "array" } else { "object" };
        assert_eq!(schema["type"], kind, "{name}");
    }
    folder
        .run(&["--json-schema", "colours"])
        .fails(2, "expected one of view, views, regions");
    folder.run(&[]).fails(2, "Usage");
}

/// 16 cm at 300 dots an inch are 1,890 dots; poppler and Word read from the file how large it is meant.
#[test]
fn a_png_can_be_so_many_centimetres_wide() {
    let folder = Folder::new();
    folder
        .run(&["render", "--cm", "16", "-o", "chart.png"])
        .fine();
    let bytes = folder.read("chart.png");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!(number(16), 1890);
    // the chunk after the head: 11,811 dots a metre both ways, unit metre
    assert_eq!(&bytes[37..41], b"pHYs");
    assert_eq!((number(41), number(45), bytes[49]), (11811, 11811, 1));
    assert!(resvg::tiny_skia::Pixmap::decode_png(&bytes).is_ok());
    for wrong in ["--cm 0", "--cm 16 --scale 2"] {
        let flags: Vec<&str> = ["render"].into_iter().chain(wrong.split(' ')).collect();
        folder.run(&flags).fails(2, "--cm");
    }
}
