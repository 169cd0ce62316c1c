//! How many bytes a reader's first view costs, as sent with brotli, and how many it may.
//!
//! What belongs to it is read from the page itself: a script or a data file that somebody adds
//! to the page is counted without anybody thinking of this file.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::command::Outcome;
use crate::place::{self, Place};

/// Budgets are in thousands of bytes, not in KiB: the stricter reading.
const KB: usize = 1000;
const LIMITS: [(Kind, usize); 5] = [
    (Kind::Page, 45),
    (Kind::Script, 30),
    (Kind::Core, 150),
    (Kind::Data, 30),
    (Kind::Font, 20),
];
const LIMIT_OF_ALL: usize = 260;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Page,
    Style,
    Script,
    Core,
    Data,
    Font,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page (HTML with its pictures)",
            Self::Style => "linked styles",
            Self::Script => "JavaScript",
            Self::Core => "core (wasm)",
            Self::Data => "first data",
            Self::Font => "Latin font",
        }
    }

    fn of(file: &Path) -> Self {
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("css") => Self::Style,
            Some("js") => Self::Script,
            Some("wasm") => Self::Core,
            Some("woff2") => Self::Font,
            _ => Self::Data,
        }
    }
}

/// The files of the first view with their sizes.
struct Cost {
    files: Vec<(Kind, PathBuf, usize)>,
}

impl Cost {
    fn of(&self, kind: Kind) -> usize {
        self.files
            .iter()
            .filter(|file| file.0 == kind)
            .map(|file| file.2)
            .sum()
    }

    fn all(&self) -> usize {
        self.files.iter().map(|file| file.2).sum()
    }

    /// A line for each budget: what it is, what it costs, what it may cost.
    fn lines(&self) -> Vec<(&'static str, usize, usize)> {
        let each = LIMITS
            .iter()
            .map(|(kind, limit)| (kind.name(), self.of(*kind), limit * KB));
        each.chain([("all together", self.all(), LIMIT_OF_ALL * KB)])
            .collect()
    }
}

/// Shows the tables, whatever they say: a build is not a test.
pub(crate) fn print(place: &Place) -> Outcome {
    for page in first_pages(place)? {
        table(&page, &measure(place, &page)?);
    }
    Ok(())
}

/// Shows the tables and fails when something is too big.
pub(crate) fn check(place: &Place) -> Outcome {
    let mut over = Vec::new();
    for page in first_pages(place)? {
        let cost = measure(place, &page)?;
        table(&page, &cost);
        let lines = cost.lines().into_iter();
        let big = lines.filter(|(_, size, limit)| size > limit);
        over.extend(big.map(|(name, size, limit)| {
            let page = page.display();
            format!("{page}: {name} is {size} bytes, {limit} are allowed")
        }));
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}; make it smaller, or say in xtask/src/budget.rs why it must be bigger",
        over.join("; ")
    ))
}

fn table(page: &Path, cost: &Cost) {
    println!(
        "a first visit to {}, in bytes as sent (brotli):",
        page.display()
    );
    for (name, size, limit) in cost.lines() {
        let mark = if size > limit { "  TOO BIG" } else { "" };
        println!("  {name:<30} {size:>8} of {limit:>7}{mark}");
    }
    for (kind, file, size) in &cost.files {
        println!("    {:<28} {size:>8} {}", kind.name(), file.display());
    }
}

fn measure(place: &Place, page: &Path) -> Outcome<Cost> {
    let dist = place.dist();
    let mut files = BTreeSet::from([(Kind::Page, page.to_owned())]);
    let folder = page.parent().unwrap_or(Path::new(""));
    for link in links(&place::read(&dist.join(page))?) {
        let file = resolve(folder, &link);
        files.insert((Kind::of(&file), file));
    }
    if !files.iter().any(|(kind, _)| *kind == Kind::Script) {
        return Err(format!(
            "{}: loads no script, so its cost can't be told",
            page.display()
        ));
    }
    files.extend(unlinked(place)?);
    let measured = files
        .into_iter()
        .map(|(kind, file)| Ok((kind, file.clone(), compressed(&dist.join(&file))?)));
    Ok(Cost {
        files: measured.collect::<Outcome<_>>()?,
    })
}

/// The pages that the budgets are for: the opening, the explorer at the default indicator, and the page for frames of others.
fn first_pages(place: &Place) -> Outcome<[PathBuf; 3]> {
    let file = place.root().join("data/peer-groups.json");
    let groups: serde_json::Value = serde_json::from_str(&place::read(&file)?)
        .map_err(|error| format!("{}: {error}", file.display()))?;
    let indicator = groups["defaults"]["indicator"]
        .as_str()
        .ok_or_else(|| format!("{}: names no default indicator", file.display()))?;
    let explorer = format!("zh/indicator/{indicator}/index.html");
    let pages = ["zh/index.html", &explorer, "embed/index.html"];
    Ok(pages.map(PathBuf::from))
}

/// What the script loads in any case, though the page may not name it: the core and the fonts.
fn unlinked(place: &Place) -> Outcome<Vec<(Kind, PathBuf)>> {
    let path = place.web().join("manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&place::read(&path)?)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let fonts = manifest["fonts"].as_array().into_iter().flatten();
    let names = std::iter::once(&manifest["wasm"])
        .chain(fonts)
        .filter_map(|name| name.as_str());
    Ok(names
        .map(|name| (Kind::of(Path::new(name)), PathBuf::from(name)))
        .collect())
}

/// The files that a page loads by itself: scripts, style sheets, and what it asks to load early.
fn links(page: &str) -> Vec<String> {
    let tags = page
        .split('<')
        .filter_map(|rest| rest.split_once('>'))
        .map(|(tag, _)| tag);
    tags.filter_map(link).collect()
}

fn link(tag: &str) -> Option<String> {
    if tag.starts_with("script ") {
        return attribute(tag, "src");
    }
    let loads = ["preload", "modulepreload", "stylesheet"];
    let rel = attribute(tag, "rel").filter(|_| tag.starts_with("link "))?;
    if loads.contains(&rel.as_str()) {
        attribute(tag, "href")
    } else {
        None
    }
}

/// An attribute's value, with or without quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}="))?;
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].split(quote).next()?,
        _ => rest.split_whitespace().next()?,
    };
    Some(value.to_owned())
}

/// A relative link from a page's folder, as a path from the site's root.
fn resolve(folder: &Path, link: &str) -> PathBuf {
    let mut path = folder.to_owned();
    for part in Path::new(link.split(['?', '#']).next().unwrap_or(link)).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

fn compressed(file: &Path) -> Outcome<usize> {
    let bytes = place::read_bytes(file)?;
    let mut sent = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let size = brotli::BrotliCompress(&mut bytes.as_slice(), &mut sent, &parameters);
    // A woff2 file is brotli inside; servers send it as it is.
    size.map(|size| size.min(bytes.len()))
        .map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, links, resolve};
    use std::path::Path;

    #[test]
    fn a_page_tells_what_it_loads() {
        let page = r#"<link rel="preload" as="fetch" href="../data/a.json" crossorigin><link rel=icon href=i.svg>
            <script type="module" src="../assets/app-1.js"></script><link href='../s.css' rel='stylesheet'><a href="x">"#;
        assert_eq!(
            links(page),
            ["../data/a.json", "../assets/app-1.js", "../s.css"]
        );
    }

    #[test]
    fn links_are_resolved_from_the_page() {
        assert_eq!(
            resolve(Path::new("zh/indicator"), "../../data/a.json?v=1"),
            Path::new("data/a.json")
        );
        assert_eq!(Kind::of(Path::new("data/a.json")), Kind::Data);
    }
}
