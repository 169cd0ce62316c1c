//! The written site as a visitor walks it: every page of every home in both languages, every link, and the worked examples.
//!
//! The site is written by the program itself, of the bundled data and of a folder of invented ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use duibiao::data::{Dataset, Lang, Tier, builtin};
use duibiao::export::{COLUMNS, everything, tidy};
use duibiao::page::{Assets, Site, methods_page};
use serde_json::Value;

use super::fixture::Fixture;

/// The documents of a site by their path from its root, and every other file.
struct Written {
    pages: BTreeMap<String, String>,
    files: BTreeSet<String>,
}

impl Written {
    /// Writes the site of a data folder, or of the bundled data, into a folder of this name.
    fn of(name: &str, data: Option<&Fixture>) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("duibiao-pages-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("web")).unwrap();
        let manifest = r#"{"script": "assets/app.js", "site": "assets/site.js", "style": "assets/app.css", "wasm": "assets/core.wasm", "fonts": []}"#;
        fs::write(folder.join("web/manifest.json"), manifest).unwrap();
        fs::write(folder.join("web/app.css"), "body{}").unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_duibiao"));
        program
            .args(["site", "--out", "out", "--web", "web"])
            .current_dir(&folder);
        if let Some(fixture) = data {
            fs::create_dir_all(folder.join("mine/observations")).unwrap();
            for (file, bytes) in fixture.files() {
                fs::write(folder.join("mine").join(file), bytes).unwrap();
            }
            program.args(["--data", "mine"]);
        }
        let output = program.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let mut written = Self {
            pages: BTreeMap::new(),
            files: BTreeSet::new(),
        };
        written.read(&folder.join("out"), &folder.join("out"));
        fs::remove_dir_all(&folder).unwrap();
        written
    }

    fn read(&mut self, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.read(root, &path);
                continue;
            }
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            if path.extension().is_some_and(|e| e == "html") {
                self.pages
                    .insert(name.clone(), fs::read_to_string(&path).unwrap());
            }
            self.files.insert(name);
        }
    }

    /// The file that a relative link leads to.
    fn target(&self, page: &str, link: &str) -> Option<String> {
        let mut at: Vec<&str> = page.split('/').collect();
        at.pop();
        for step in link.split('/') {
            match step {
                ".." => {
                    at.pop()?;
                }
                "." | "" => {}
                name => at.push(name),
            }
        }
        let file = at.join("/");
        let index = [file.as_str(), "index.html"].join("/");
        let index = index.trim_start_matches('/');
        [file.as_str(), index]
            .into_iter()
            .find(|name| self.files.contains(*name))
            .map(ToOwned::to_owned)
    }
}

/// The values of an attribute, in their order.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let found = page.match_indices(&opening);
    found
        .map(|(at, _)| {
            page[at + opening.len()..]
                .split('"')
                .next()
                .unwrap_or_default()
        })
        .collect()
}

/// What stands between a tag of this name and its end.
fn contents<'a>(page: &'a str, tag: &str) -> Vec<&'a str> {
    let (opening, end) = (format!("<{tag}"), format!("</{tag}>"));
    page.match_indices(&opening)
        .filter(|(at, _)| page[at + opening.len()..].starts_with([' ', '>']))
        .filter_map(|(at, _)| {
            let inside = page[at..].split_once('>')?.1;
            inside.split(end.as_str()).next()
        })
        .collect()
}

/// Text without its marks.
fn plain(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('>').map_or("", |(_, rest)| rest)
    })
}

fn holds_together(site: &Written) {
    let mut titles: BTreeMap<String, &str> = BTreeMap::new();
    let mut told: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, page) in &site.pages {
        let ids: Vec<&str> = attributes(page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id twice");
        for of in attributes(page, "aria-labelledby") {
            assert!(unique.contains(of), "{name}: nothing is called {of}");
        }
        // the page for lost addresses has both languages, of which the script hides one
        let languages = page.matches("<section class=\"lost\"").count().max(1);
        assert_eq!(contents(page, "h1").len(), languages, "{name}: one h1");
        for level in ["h1", "h2", "h3", "h4", "summary", "caption"] {
            for text in contents(page, level) {
                assert!(!plain(text).trim().is_empty(), "{name}: an empty {level}");
            }
        }
        assert!(
            !page.contains(" style=") && !page.contains("<style"),
            "{name}"
        );
        let title = contents(page, "title")[0].to_owned();
        if name != "index.html"
            && let Some(other) = titles.insert(title.clone(), name)
        {
            panic!("{name} and {other} are both called {title}");
        }
        let description = page.split("name=\"description\" content=\"").nth(1);
        if name != "index.html"
            && let Some(text) = description.and_then(|text| text.split('"').next())
            && let Some(other) = told.insert(text, name)
        {
            panic!("{name} and {other} are both described as {text}");
        }
        for link in attributes(page, "href") {
            leads_somewhere(site, name, link);
        }
    }
}

fn leads_somewhere(site: &Written, name: &str, link: &str) {
    let elsewhere = ["https://", "http://", "data:"];
    // the bundler's files are not written by this program
    if elsewhere.iter().any(|e| link.starts_with(e)) || link.contains("assets/") {
        return;
    }
    let link = link.replace("&amp;", "&");
    let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let target = if path.is_empty() {
        Some(name.to_owned())
    } else {
        site.target(name, path)
    };
    let target = target.unwrap_or_else(|| panic!("{name}: {link} leads nowhere"));
    if !anchor.is_empty() {
        let ids = attributes(&site.pages[&target], "id");
        assert!(
            ids.contains(&anchor),
            "{name}: {link} has no such place in {target}"
        );
    }
}

#[test]
fn every_link_of_the_bundled_site_leads_somewhere() {
    let site = Written::of("bundled", None);
    let data = builtin();
    let homes = &data.group(data.defaults().group).members;
    for lang in Lang::ALL {
        for home in homes {
            let id = &data.region(*home).id;
            let name = data.region(*home).name.get(lang);
            let (opening, scorecard) = if id == "wenzhou" {
                (String::new(), "scorecard/".to_owned())
            } else {
                (format!("home/{id}/"), format!("scorecard/{id}/"))
            };
            let page = |path: &str| &site.pages[&format!("{}/{path}index.html", lang.id())];
            let first = page(&opening);
            assert_eq!(first.matches("class=\"tile\"").count(), 6, "{lang:?} {id}");
            assert_eq!(
                first.matches("class=\"claim\"").count(),
                3,
                "{lang:?} {id}: the three shortfalls"
            );
            assert!(contents(first, "h1")[0].contains(name), "{lang:?} {id}");
            for section in ["findings", "speech", "gaps", "tool"] {
                assert!(
                    attributes(first, "id").contains(&section),
                    "{lang:?} {id}: no {section}"
                );
            }
            // every indicator is named, ranked or with a reason
            let card = page(&scorecard);
            for (_, indicator) in data.indicators() {
                let link = format!("indicator/{}/", indicator.id);
                assert!(card.contains(&link), "{lang:?} {id}: {link}");
            }
            if id != "wenzhou" {
                let links = attributes(page(&scorecard), "href");
                for kept in [
                    format!("../../../{}/home/{id}/", lang.id()),
                    format!("../../../{}/city/{id}/", lang.id()),
                    format!("../../../{}/data/?home={id}", lang.id()),
                    format!(
                        "../../../{}/indicator/doctors-per-1000/?home={id}",
                        lang.id()
                    ),
                ] {
                    assert!(links.contains(&kept.as_str()), "{lang:?} {id}: no {kept}");
                }
            }
            let city = page(&format!("city/{id}/"));
            for section in ["figures", "best", "worst", "changes", "peers"] {
                assert!(
                    attributes(city, "id").contains(&section),
                    "{lang:?} {id}: no {section}"
                );
            }
        }
        let sources = &site.pages[&format!("{}/data/index.html", lang.id())];
        sources_are_folded(&data, sources);
        for source in data.sources() {
            let title = source.title.replace('&', "&amp;").replace('"', "&quot;");
            assert!(
                sources.contains(&title),
                "{lang:?}: {} is not named",
                source.id
            );
        }
    }
    holds_together(&site);
}

/// A fold a tier, which says how many sources are in it, with a row for each.
fn sources_are_folded(data: &Dataset, page: &str) {
    for (tier, letter) in [(Tier::A, "A"), (Tier::B, "B"), (Tier::C, "C")] {
        let own = data.sources().iter().filter(|s| s.tier == tier).count();
        let mut folds = page.split("<details class=\"sources-table\">").skip(1);
        let head = format!("<summary>{letter} ");
        let fold = folds.find(|f| f.starts_with(&head)).unwrap();
        let fold = fold.split("</details>").next().unwrap();
        let count = format!("<span class=\"aside\">{own}</span></summary>");
        assert!(fold.contains(&count), "{letter}");
        assert_eq!(fold.matches("<tr").count(), own + 1, "{letter}");
    }
}

#[test]
fn invented_cities_without_a_speech_leave_its_section_out() {
    let site = Written::of("invented", Some(&Fixture::whole()));
    holds_together(&site);
    for lang in ["zh", "en"] {
        let opening = &site.pages[&format!("{lang}/index.html")];
        assert!(!attributes(opening, "id").contains(&"speech"), "{lang}");
        for path in [
            "home/alphaton",
            "scorecard",
            "scorecard/betaburg",
            "city/testville",
            "data",
            "methods",
            "facts",
        ] {
            let name = format!("{lang}/{path}/index.html");
            assert!(site.pages.contains_key(&name), "{name}");
        }
    }
}

fn methods(data: &Dataset, lang: Lang) -> String {
    let assets = Assets::default();
    let site = Site {
        data,
        assets: &assets,
        version: "0a1b2c3d",
        base: None,
    };
    plain(&methods_page(&site, lang))
}

#[test]
fn worked_examples_of_invented_cities() {
    // 2002: 6, 9, 5, 2, 2; the year before home had 5
    let page = methods(&Fixture::whole().data(), Lang::En);
    for worked in [
        "1 + 1 = 2, so 2 of 5",
        "6.00 − 9.00 = −3.00",
        "6.00 ÷ 9.00 − 1 = −33.3%",
        // of 9, 5, 2 and 2
        "3.50",
        "6.0 − 5.0 = 1.0",
        "(6.00 ÷ 5.00)^(1 ÷ 1) − 1 = 20.0%",
        "6.00 ÷ 5.00 × 100 = 120.0",
    ] {
        assert!(page.contains(worked), "{worked}: {page}");
    }
}

#[test]
fn worked_examples_of_the_bundled_data() {
    // Wenzhou 2023: 37,043 doctors, 9.761 million residents; Hangzhou: 62,661 and 12.522 million
    let page = methods(&builtin(), Lang::Zh);
    for worked in [
        "3.795 − 5.004 = −1.209",
        "3.795 ÷ 5.004 − 1 = −24.2%",
        "1 + 7 = 8，11个市里第8",
    ] {
        assert!(page.contains(worked), "{worked}");
    }
}

/// Reads CSV as RFC 4180 has it.
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        let record = records.last_mut().unwrap();
        match (quoted, sign) {
            (true, '"') if signs.peek() == Some(&'"') => {
                signs.next();
                record.last_mut().unwrap().push('"');
            }
            (_, '"') => quoted = !quoted,
            (false, ',') => record.push(String::new()),
            (false, '\r') => {}
            (false, '\n') => records.push(vec![String::new()]),
            (_, other) => record.last_mut().unwrap().push(other),
        }
    }
    // the last line is ended too
    records.pop();
    records
}

#[test]
fn all_figures_are_in_the_csv_as_they_were_recorded() {
    let data = builtin();
    let csv = tidy(&data);
    let all = records(&csv);
    assert_eq!(all[0], COLUMNS);
    let column = |name: &str| COLUMNS.iter().position(|c| *c == name).unwrap();
    let figures = data
        .indicators()
        .flat_map(|(id, i)| data.observations(id).iter().map(move |o| (i, o)));
    let mut lines = all[1..].iter();
    for (indicator, o) in figures {
        let line = lines.next().unwrap();
        assert_eq!(line.len(), COLUMNS.len(), "{line:?}");
        assert_eq!(line[column("indicator")], indicator.id);
        assert_eq!(line[column("region")], data.region(o.region).id);
        assert_eq!(line[column("period")], o.period.to_string());
        assert_eq!(line[column("value")].parse().ok(), o.value, "{line:?}");
        assert_eq!(line[column("source_title")], data.source(o.source).title);
        let formula = |cell: &String| cell.starts_with(['=', '+', '@']);
        assert!(!line.iter().any(formula), "{line:?}");
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn a_line_of_the_csv_by_hand() {
    let csv = tidy(&Fixture::whole().data());
    assert!(csv.starts_with("\u{feff}indicator,indicator_zh,"));
    let first = csv.lines().nth(1).unwrap();
    assert_eq!(
        first,
        "things,东西,things,things,testville,,测城,Testville,2001,5,个,things,actual,A,exact,,,,,,,,,ledger,ledger,,A,,,,"
    );
    let missing = csv
        .lines()
        .find(|l| l.contains("betaburg") && l.contains(",2003,"));
    assert!(missing.unwrap().ends_with(",缺,absent"), "{missing:?}");
}

#[test]
fn the_json_has_every_figure_and_names_only_what_is_in_it() {
    let data = builtin();
    let all: Value = serde_json::from_str(&everything(&data, "0a1b2c3d")).unwrap();
    let ids = |list: &str| -> BTreeSet<&str> {
        let list = all[list].as_array().unwrap().iter();
        list.map(|x| x["id"].as_str().unwrap()).collect()
    };
    let (regions, indicators, sources) = (ids("regions"), ids("indicators"), ids("sources"));
    let figures = all["figures"].as_array().unwrap();
    let count: usize = data
        .indicators()
        .map(|(id, _)| data.observations(id).len())
        .sum();
    assert_eq!(figures.len(), count);
    for f in figures {
        assert!(regions.contains(f["region"].as_str().unwrap()), "{f}");
        assert!(indicators.contains(f["indicator"].as_str().unwrap()), "{f}");
        assert!(sources.contains(f["source"].as_str().unwrap()), "{f}");
        // what is as usual is not written
        assert!(
            f["kind"] != "actual" && f["status"] != "A" && f["bound"] != "exact",
            "{f}"
        );
    }
    let revenue = figures.iter().find(|f| {
        f["indicator"] == "biopharma-revenue" && f["region"] == "wenzhou" && f["period"] == "2019"
    });
    assert_eq!(revenue.unwrap()["value"], 35.54);
}
