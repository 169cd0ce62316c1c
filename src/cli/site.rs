//! `duibiao site`: the pages and data packs of the static site, around what the bundler made.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::fs;
use std::path::Path;

use duibiao::data::{Dataset, Lang, pack};
use duibiao::error::{Error, Problem};
use duibiao::page::{Assets, indicator_page};
use duibiao::view::View;

use super::folder::{Folder, failed, write};

/// Writes `data/` and one page an indicator and language; `/`, `/zh/` and `/en/` show the default view.
pub(crate) fn site(out: &Path, web: &Path, named: Option<&Path>) -> Result<(), Error> {
    let assets = assets(web)?;
    let folder = Folder::open(named)?;
    for (name, bytes) in pack(&folder.files())? {
        write(&out.join("data").join(name), &bytes)?;
    }
    let licences = Folder::licences(named)?;
    write(&out.join("data/LICENCES.md"), &licences)?;
    let data = folder.load()?;
    let mut count = 0;
    for lang in Lang::ALL {
        count += pages(&data, &assets, out, lang)?;
    }
    let view = View::default();
    write(
        &out.join("index.html"),
        indicator_page(&data, &view, &assets, "./").as_bytes(),
    )?;
    println!(
        "wrote {} pages and the data packs into {}",
        count + 1,
        out.display()
    );
    Ok(())
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

fn pages(data: &Dataset, assets: &Assets, out: &Path, lang: Lang) -> Result<usize, Error> {
    let folder = out.join(lang.id());
    let view = View {
        lang: Some(lang),
        ..View::default()
    };
    write(
        &folder.join("index.html"),
        indicator_page(data, &view, assets, "../").as_bytes(),
    )?;
    let mut count = 1;
    for (_, indicator) in data.indicators() {
        let view = View {
            indicator: Some(indicator.id.clone()),
            ..view.clone()
        };
        let page = indicator_page(data, &view, assets, "../../../");
        let path = folder
            .join("indicator")
            .join(&indicator.id)
            .join("index.html");
        write(&path, page.as_bytes())?;
        count += 1;
    }
    Ok(count)
}
