//! The site's shell as a host gets it: sitemap, robots, manifests, icons, 404, share pictures, service worker, with and without an address.

use std::fs;

use serde_json::{Value, json};

use super::cli::Folder;
use super::fixture::{Fixture, text};

const BASE: &str = "https://example.org/sub";

/// A folder with the bundler's part and a small data folder of its own.
fn folder(fixture: &Fixture) -> Folder {
    let folder = Folder::new();
    folder.holds("mine", fixture);
    let web = folder.0.join("web");
    fs::create_dir_all(web.join("assets")).unwrap();
    let manifest = r#"{"script": "assets/app-1.js", "site": "assets/site-1.js", "style": "assets/app-1.css", "wasm": "assets/core-1.wasm", "fonts": []}"#;
    fs::write(web.join("manifest.json"), manifest).unwrap();
    fs::write(web.join("worker.js"), "worker();").unwrap();
    fs::write(web.join("host.js"), "host();").unwrap();
    fs::write(web.join("chart.js"), "chart();").unwrap();
    for name in ["app-1.js", "site-1.js", "app-1.css", "core-1.wasm"] {
        fs::write(web.join("assets").join(name), "").unwrap();
    }
    folder
}

fn build(folder: &Folder, base: Option<&str>) -> String {
    let mut flags = vec!["site", "--out", "out", "--web", "web", "--data", "mine"];
    if let Some(base) = base {
        flags.extend(["--base-url", base]);
    }
    folder.run(&flags).fine()
}

fn page(folder: &Folder, path: &str) -> String {
    String::from_utf8(folder.read(&format!("out/{path}"))).unwrap()
}

fn has(folder: &Folder, path: &str) -> bool {
    folder.0.join("out").join(path).exists()
}

/// The values of an attribute in the tags of a page that hold all these texts.
fn links(page: &str, holding: &[&str], attribute: &str) -> Vec<String> {
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    let found = tags.filter(|tag| holding.iter().all(|text| tag.contains(text)));
    let value = |tag: &str| {
        let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
        rest.split('"').next().map(ToOwned::to_owned)
    };
    found.filter_map(value).collect()
}

fn record(page: &str) -> Value {
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap()
}

/// Width and height of a PNG, from its first chunk.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn with_an_address_every_page_names_itself_its_languages_and_its_card() {
    let folder = folder(&Fixture::whole());
    let said = build(&folder, Some(BASE));
    assert!(!said.contains("left out"), "{said}");
    let page = page(&folder, "en/indicator/things/index.html");
    let canonical = links(&page, &["link ", "rel=\"canonical\""], "href");
    assert_eq!(canonical, ["https://example.org/sub/en/indicator/things/"]);
    let zh = "https://example.org/sub/zh/indicator/things/";
    let alternates = links(&page, &["link ", "rel=\"alternate\""], "href");
    assert_eq!(alternates, [zh, &canonical[0], zh]);
    let languages = links(&page, &["link ", "rel=\"alternate\""], "hreflang");
    assert_eq!(languages, ["zh-CN", "en", "x-default"]);
    for (name, content) in [
        ("og:url", canonical[0].as_str()),
        ("og:image", "https://example.org/sub/charts/en/things.png"),
        ("og:locale", "en_GB"),
    ] {
        let property = format!("property=\"{name}\"");
        assert_eq!(links(&page, &[&property], "content"), [content], "{name}");
    }
    let description = links(&page, &["name=\"description\""], "content");
    assert_eq!(
        links(&page, &["property=\"og:image:alt\""], "content"),
        description
    );
    assert_eq!(size(&folder.read("out/charts/en/things.png")), (1200, 630));
}

#[test]
fn without_an_address_what_needs_one_is_left_out_and_said() {
    let folder = folder(&Fixture::whole());
    let said = build(&folder, None);
    assert_eq!(said.matches("left out: ").count(), 2, "{said}");
    assert_eq!(said.matches("give --base-url").count(), 3, "{said}");
    let page = page(&folder, "en/indicator/things/index.html");
    assert!(!page.contains("og:") && !page.contains("twitter:") && !page.contains("canonical"));
    // search engines take no relative one; the masthead leads to the other language
    assert!(!page.contains("rel=\"alternate\""));
    let other = links(&page, &["a ", "class=\"language\""], "href");
    assert_eq!(other, ["../../../zh/indicator/things/"]);
    assert!(!has(&folder, "sitemap.xml") && !has(&folder, "charts/zh/things.png"));
    assert!(!self::page(&folder, "robots.txt").contains("Sitemap"));
    let record = record(&page);
    assert_eq!(
        (&record["url"], &record["distribution"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn an_address_that_is_none_is_wrong_usage() {
    for (wrong, why) in [
        ("example.org", "begins with https:// or http://"),
        ("https://example.org/?a=b", "without query"),
        ("https:///", "expected a host"),
    ] {
        let flags = ["site", "--base-url", wrong];
        Folder::new().run(&flags).fails(2, why);
    }
}

#[test]
fn the_sitemap_lists_every_page_in_both_languages_and_robots_names_it() {
    let folder = folder(&Fixture::whole());
    build(&folder, Some(BASE));
    let map = page(&folder, "sitemap.xml");
    let tree = roxmltree::Document::parse(&map).unwrap();
    let listed: Vec<_> = tree
        .descendants()
        .filter(|n| n.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .filter_map(|n| n.text())
        .collect();
    for path in ["zh/", "en/", "zh/indicator/things/", "en/indicator/things/"] {
        assert!(
            listed.contains(&format!("{BASE}/{path}").as_str()),
            "{path}"
        );
        let file = format!("{path}index.html");
        assert!(has(&folder, &file), "{file}");
    }
    for address in &listed {
        let file = address.strip_prefix(BASE).unwrap();
        assert!(has(&folder, &format!(".{file}index.html")), "{address}");
        assert!(!file.contains("/-/") && !file.contains("404"), "{address}");
    }
    let alternates = tree.descendants().filter(|n| n.tag_name().name() == "link");
    assert_eq!(alternates.count(), listed.len() * 2);
    assert!(
        page(&folder, "robots.txt").ends_with("\nSitemap: https://example.org/sub/sitemap.xml\n")
    );
}

#[test]
fn the_lost_page_leads_on_from_any_depth_and_is_not_listed() {
    let folder = folder(&Fixture::whole());
    for (base, root) in [(None, "/"), (Some(BASE), "/sub/")] {
        build(&folder, base);
        let page = page(&folder, "404.html");
        assert!(page.contains(&format!("data-root=\"{root}\"")), "{root}");
        assert!(page.contains("data-page=\"missing\""));
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(page.contains("这一页不存在") && page.contains("This page does not exist"));
        for lang in ["zh", "en"] {
            assert!(page.contains(&format!("href=\"{root}{lang}/indicator/things/\"")));
        }
        let relative = |link: &String| !link.starts_with(['/', '#']);
        assert_eq!(
            links(&page, &["href"], "href").into_iter().find(relative),
            None
        );
        assert!(!page.contains("canonical") && !page.contains("hreflang=\"x-default\""));
    }
}

#[test]
fn icons_and_manifests_are_files_and_every_page_names_them() {
    let folder = folder(&Fixture::whole());
    build(&folder, None);
    for (lang, name) in [("zh", "对标"), ("en", "duibiao")] {
        let manifest: Value =
            serde_json::from_slice(&folder.read(&format!("out/{lang}/manifest.webmanifest")))
                .unwrap();
        assert_eq!(manifest["name"], name);
        assert_eq!(
            (&manifest["start_url"], &manifest["scope"]),
            (&json!("./"), &json!("../"))
        );
        assert_eq!(manifest["display"], "standalone");
        let icons = manifest["icons"].as_array().unwrap();
        assert!(icons.iter().any(|i| i["purpose"] == "maskable"));
        for icon in icons {
            let file = icon["src"].as_str().unwrap().strip_prefix("../").unwrap();
            let (w, h) = size(&folder.read(&format!("out/{file}")));
            assert_eq!(icon["sizes"], format!("{w}x{h}"));
        }
    }
    assert_eq!(size(&folder.read("out/apple-touch-icon.png")), (180, 180));
    let page = page(&folder, "en/indicator/things/index.html");
    let icon = links(&page, &["rel=\"icon\""], "href");
    assert_eq!(icon, ["../../../favicon.svg"]);
    assert!(has(&folder, "favicon.svg"));
    let manifest = links(&page, &["rel=\"manifest\""], "href");
    assert_eq!(manifest, ["../../../en/manifest.webmanifest"]);
}

#[test]
fn hostile_names_end_neither_the_data_block_nor_an_attribute() {
    let hostile = "</script><script>alert(1)</script>\"><img src=x>&\u{2028}";
    let mut fixture = Fixture::whole();
    *fixture.at("indicators.json", "/indicators/0/name") = text(hostile, hostile);
    let folder = folder(&fixture);
    build(&folder, Some(BASE));
    for path in ["en/indicator/things/index.html", "404.html"] {
        let page = page(&folder, path);
        assert!(
            !page.contains("<script>") && !page.contains("<img"),
            "{path}"
        );
    }
    let record = record(&page(&folder, "zh/indicator/things/index.html"));
    assert_eq!(record["variableMeasured"]["name"].as_str(), Some(hostile));
}

#[test]
fn the_data_block_names_whose_figures_these_are_and_claims_no_licence() {
    let folder = folder(&Fixture::whole());
    build(&folder, Some(BASE));
    let record = record(&page(&folder, "en/indicator/things/index.html"));
    assert_eq!(record["@type"], "Dataset");
    assert_eq!(
        (&record["inLanguage"], &record["temporalCoverage"]),
        (&json!("en"), &json!("2001/2003"))
    );
    assert_eq!(record["spatialCoverage"].as_array().unwrap().len(), 5);
    assert_eq!(record["license"], Value::Null);
    let sources: Value = serde_json::from_slice(&folder.read("mine/sources.json")).unwrap();
    let source = &sources["sources"][0];
    assert_eq!(record["publisher"][0]["name"], source["publisher"]["en"]);
    assert_eq!(
        record["isBasedOn"][0]["usageInfo"]["text"],
        source["licence"]["en"]
    );
    let files = record["distribution"].as_array().unwrap();
    assert_eq!(
        files[0]["contentUrl"],
        "https://example.org/sub/data/duibiao.csv"
    );
}

/// What stands before the service worker's script.
fn edition(folder: &Folder) -> Value {
    let worker = page(folder, "sw.js");
    let (line, script) = worker.split_once('\n').unwrap();
    assert_eq!(script, "worker();");
    let json = line.strip_prefix("self.edition=").unwrap();
    serde_json::from_str(json.strip_suffix(';').unwrap()).unwrap()
}

#[test]
fn everything_that_the_worker_keeps_is_there_and_the_empty_explorer_shows_nothing() {
    let folder = folder(&Fixture::whole());
    build(&folder, None);
    let edition = edition(&folder);
    let mut kept = 0;
    for path in ["first", "rest"]
        .iter()
        .flat_map(|list| edition[list].as_array().unwrap())
    {
        let path = path.as_str().unwrap();
        let index = if path.is_empty() || path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        // xtask copies the bundler's own files
        let is_there =
            has(&folder, &format!("{path}{index}")) || folder.0.join("web").join(path).exists();
        assert!(is_there, "{path}");
        kept += 1;
    }
    // the entry, 404, the icon, 2 empty explorers, 4 assets, 2 packs, 2 openings
    assert!(kept >= 13, "{edition}");
    let empty = page(&folder, "en/indicator/-/index.html");
    assert!(empty.contains("noindex") && empty.contains("data-root=\"../../../\""));
    assert!(
        !empty.contains("<tr class=") && !empty.contains("<text") && !empty.contains("Testville")
    );
}

#[test]
fn another_figure_is_another_version_and_the_same_build_the_same() {
    let folder = folder(&Fixture::whole());
    build(&folder, None);
    let first = edition(&folder)["version"].clone();
    build(&folder, None);
    assert_eq!(edition(&folder)["version"], first);
    let other = Fixture::values([1.0, 2.0, 3.0, 4.0, 5.0]);
    folder.holds("mine", &other);
    build(&folder, None);
    assert_ne!(edition(&folder)["version"], first);
}

/// Whoever shows a picture by its address gets what `render` draws.
#[test]
fn every_indicator_has_its_picture_at_a_fixed_address() {
    let folder = folder(&Fixture::values([2.0, 9.0, 4.0, 1.0, 7.0]));
    build(&folder, None);
    for lang in ["zh", "en"] {
        let flags = [
            "render",
            "--data",
            "mine",
            "--indicator",
            "things",
            "--lang",
            lang,
            "-o",
            "one.svg",
        ];
        folder.run(&flags).fine();
        let fixed = folder.read(&format!("out/charts/{lang}/things.svg"));
        assert_eq!(fixed, folder.read("one.svg"), "{lang}");
    }
}
