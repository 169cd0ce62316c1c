//! `duibiao site`: the pages and data packs of the static site, around what the bundler made.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::fs;
use std::path::Path;

use duibiao::data::{Lang, Pack, pack};
use duibiao::error::{Error, Problem};
use duibiao::page::{Assets, Site, indicator_page, opening_page};
use duibiao::view::View;

use super::folder::{Folder, failed};
use super::output::Output;
use super::shell::shell;

/// Writes `data/` and one page an indicator and language; `/`, `/zh/` and `/en/` are the opening.
pub(crate) fn site(
    out: &Path,
    web: &Path,
    named: Option<&Path>,
    base: Option<&str>,
) -> Result<(), Error> {
    let assets = assets(web)?;
    let folder = Folder::open(named)?;
    let packs = pack(&folder.files())?;
    let version = version(&packs);
    let mut output = Output::new(out);
    for (name, bytes) in &packs {
        output.file(&format!("data/{version}/{name}"), bytes)?;
    }
    output.file("data/LICENCES.md", &Folder::licences(named)?)?;
    let data = folder.load()?;
    let site = Site {
        data: &data,
        assets: &assets,
        version: &version,
        base,
    };
    for lang in Lang::ALL {
        pages(&site, &mut output, lang)?;
    }
    let entry = opening_page(&site, &View::default(), "./");
    output.file("index.html", entry.as_bytes())?;
    shell(&site, &mut output, web)?;
    println!(
        "wrote {} pages and the data packs into {}",
        output.pages().len() + 1,
        out.display()
    );
    Ok(())
}

/// A name for exactly these packs: other data have another one.
fn version(packs: &[Pack]) -> String {
    let mut hash = crc32fast::Hasher::new();
    for (name, bytes) in packs {
        hash.update(name.as_bytes());
        hash.update(bytes);
    }
    format!("{:08x}", hash.finalize())
}

fn assets(web: &Path) -> Result<Assets, Error> {
    let path = web.join("manifest.json");
    let bytes = fs::read(&path)
        .map_err(|e| failed("read", &path, &e).help("run cargo xtask build first"))?;
    let assets = serde_json::from_slice(&bytes).map_err(|e| {
        Problem::new(path.display().to_string(), e.to_string()).help("run cargo xtask build again")
    })?;
    Ok(assets)
}

/// The pages of one language.
fn pages(site: &Site<'_>, output: &mut Output<'_>, lang: Lang) -> Result<(), Error> {
    let view = View {
        lang: Some(lang),
        ..View::default()
    };
    output.page(lang, "", &opening_page(site, &view, "../"))?;
    for (_, indicator) in site.data.indicators() {
        let view = View {
            indicator: Some(indicator.id.clone()),
            ..view.clone()
        };
        let path = format!("indicator/{}/", indicator.id);
        output.page(lang, &path, &indicator_page(site, &view))?;
    }
    Ok(())
}
