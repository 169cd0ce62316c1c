//! The page that stands in frames of others, as `duibiao site` writes it: what it may load, what it leads to, and that nobody lists it.

use std::fs;

use duibiao::page::{Assets, Site, embed_page};

use super::cli::Folder;
use super::fixture::{Fixture, text};

fn assets() -> Assets {
    Assets {
        script: "assets/app-1.js".into(),
        site: "assets/site-1.js".into(),
        style: "assets/app-1.css".into(),
        theme: "assets/theme-1.js".into(),
        embed: "assets/embed-1.js".into(),
        embed_style: "assets/embed-1.css".into(),
        wasm: "assets/core-1.wasm".into(),
        fonts: vec!["assets/a-1.woff2".into()],
        later: Vec::new(),
    }
}

fn page(base: Option<&str>) -> String {
    let (data, assets) = (Fixture::whole().data(), assets());
    embed_page(&Site {
        data: &data,
        assets: &assets,
        version: "0a1b2c3d",
        base,
    })
}

/// The tags of a page that begin like this.
fn tags<'a>(page: &'a str, opening: &str) -> Vec<&'a str> {
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| tag.starts_with(opening)).collect()
}

#[test]
fn it_loads_its_own_script_and_none_that_keeps_anything() {
    let page = page(None);
    assert_eq!(
        tags(&page, "script"),
        ["script type=\"module\" src=\"../assets/embed-1.js\""]
    );
    let sheets: Vec<_> = tags(&page, "link rel=\"stylesheet\"");
    assert_eq!(
        sheets,
        ["link rel=\"stylesheet\" href=\"../assets/embed-1.css\""]
    );
    for other in ["app-1", "site-1", "theme-1", "manifest", "core-1"] {
        assert!(!page.contains(&format!("assets/{other}")), "{other}");
    }
}

#[test]
fn it_has_the_strict_policy_and_says_nothing_of_who_may_frame_it() {
    let page = page(None);
    let policy = tags(&page, "meta http-equiv")[0];
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
    ] {
        assert!(policy.contains(rule), "{rule}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("frame-ancestors"));
    assert!(!page.contains(" style=") && !page.contains("<style"));
}

#[test]
fn it_is_not_listed_and_is_one_document_whatever_the_address_of_the_site() {
    let page = page(Some("https://example.org/sub/"));
    assert_eq!(page, self::page(None));
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("canonical") && !page.contains("og:"));
    assert!(page.contains("data-root=\"../\" data-data=\"data/0a1b2c3d/\""));
}

#[test]
fn without_a_script_it_leads_to_the_site_in_both_languages() {
    let page = page(None);
    let (_, rest) = page.split_once("<noscript>").unwrap();
    let inside = rest.split("</noscript>").next().unwrap();
    assert!(inside.contains("JavaScript") && inside.contains("<p lang=\"en\">"));
    let links = tags(inside, "a ");
    assert_eq!(links.len(), 2);
    for link in tags(&page, "a ") {
        assert!(link.contains("href=\"../\"") && link.contains("target=\"_blank\""));
        assert!(link.contains("rel=\"noopener\""), "{link}");
    }
}

#[test]
fn the_site_has_it_beside_the_hosts_script_and_outside_of_the_sitemap() {
    let folder = Folder::new();
    let mut fixture = Fixture::whole();
    *fixture.at("indicators.json", "/indicators/0/name") = text("<b>", "<b>");
    folder.holds("mine", &fixture);
    fs::create_dir(folder.0.join("web")).unwrap();
    fs::create_dir(folder.0.join("web/assets")).unwrap();
    fs::write(
        folder.0.join("web/manifest.json"),
        r#"{"script": "assets/a.js", "style": "assets/a.css", "wasm": "assets/a.wasm", "embed": "assets/e.js", "fonts": []}"#,
    )
    .unwrap();
    let flags = [
        "site",
        "--out",
        "out",
        "--web",
        "web",
        "--data",
        "mine",
        "--base-url",
        "https://example.org",
    ];
    let said = folder.run(&flags).fine();
    assert!(said.contains("left out: embed.js"), "{said}");
    assert!(said.contains("left out: duibiao-chart.js"), "{said}");
    fs::write(folder.0.join("web/host.js"), "host();").unwrap();
    fs::write(folder.0.join("web/chart.js"), "import {begin};\n").unwrap();
    let said = folder.run(&flags).fine();
    assert!(!said.contains("left out: duibiao-chart.js"), "{said}");
    assert_eq!(folder.read("out/embed.js"), b"host();");
    // the element knows where the data of this build are
    let script = String::from_utf8(folder.read("out/duibiao-chart.js")).unwrap();
    let data = script
        .strip_prefix("import {begin};\nbegin(new URL(\"./")
        .and_then(|rest| rest.strip_suffix("\", import.meta.url));\n"))
        .unwrap();
    assert!(
        folder
            .0
            .join("out")
            .join(data)
            .join("catalogue.json")
            .exists(),
        "{script}"
    );
    let page = String::from_utf8(folder.read("out/embed/index.html")).unwrap();
    assert!(page.contains("src=\"../assets/e.js\"") && !page.contains("<b>"));
    let map = String::from_utf8(folder.read("out/sitemap.xml")).unwrap();
    assert!(!map.contains("embed"));
}
