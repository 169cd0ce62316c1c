//! `duibiao site`: the pages and data packs of the static site, around what the bundler made.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::fs;
use std::path::{Path, PathBuf};

use duibiao::data::{Dataset, Lang, Pack, pack};
use duibiao::error::{Error, Problem};
use duibiao::export::{everything, tidy};
use duibiao::page::{
    Assets, Downloads, Site, city_page, data_page, facts_page, homes, indicator_page, methods_page,
    opening_page, places, scorecard_page,
};
use duibiao::survey::Survey;
use duibiao::view::View;

use super::folder::{Folder, failed, write};

/// Writes `data/` and all pages of both languages; `/`, `/zh/` and `/en/` are the opening of the default home.
pub(crate) fn site(out: &Path, web: &Path, named: Option<&Path>) -> Result<(), Error> {
    let assets = assets(web)?;
    let folder = Folder::open(named)?;
    let packs = pack(&folder.files())?;
    let version = version(&packs);
    for (name, bytes) in &packs {
        write(&out.join("data").join(&version).join(name), bytes)?;
    }
    let licences = Folder::licences(named)?;
    write(&out.join("data/LICENCES.md"), &licences)?;
    let data = folder.load()?;
    let site = Site {
        data: &data,
        assets: &assets,
        version: &version,
        base: None,
    };
    let downloads = downloads(&data, &version, out)?;
    let homes: Vec<Survey<'_>> = homes(&data)
        .into_iter()
        .map(|home| Survey::of(&data, home))
        .collect();
    let mut count = 0;
    for lang in Lang::ALL {
        let mut shelf = Shelf::new(out, lang);
        shelf.views(&site)?;
        shelf.of_homes(&site, &homes)?;
        shelf.common(&site, &homes, downloads)?;
        count += shelf.count;
    }
    if let Some(survey) = of_default(&data, &homes) {
        let entry = opening_page(&site, survey, Lang::default(), Some("./"));
        write(&out.join("index.html"), entry.as_bytes())?;
    }
    println!(
        "wrote {} pages and the data packs into {}",
        count + 1,
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

/// Writes all data in the two forms that others can read on.
fn downloads(data: &Dataset, version: &str, out: &Path) -> Result<Downloads, Error> {
    let (csv, json) = (tidy(data), everything(data, version));
    write(&out.join("data/duibiao.csv"), csv.as_bytes())?;
    write(&out.join("data/duibiao.json"), json.as_bytes())?;
    Ok(Downloads {
        csv: csv.len(),
        json: json.len(),
    })
}

/// The survey of the default home.
fn of_default<'a, 'd>(data: &Dataset, homes: &'a [Survey<'d>]) -> Option<&'a Survey<'d>> {
    let home = data.defaults().home;
    homes.iter().find(|s| s.home() == home)
}

/// The pages of one language, written one by one.
struct Shelf {
    folder: PathBuf,
    lang: Lang,
    count: usize,
}

impl Shelf {
    fn new(out: &Path, lang: Lang) -> Self {
        Self {
            folder: out.join(lang.id()),
            lang,
            count: 0,
        }
    }

    /// A page at its path below the language.
    fn page(&mut self, path: &str, document: &str) -> Result<(), Error> {
        self.count += 1;
        write(
            &self.folder.join(path).join("index.html"),
            document.as_bytes(),
        )
    }

    /// A page an indicator.
    fn views(&mut self, site: &Site<'_>) -> Result<(), Error> {
        for (_, indicator) in site.data.indicators() {
            let view = View {
                lang: Some(self.lang),
                indicator: Some(indicator.id.clone()),
                ..View::default()
            };
            let page = indicator_page(site, &view);
            self.page(&format!("indicator/{}", indicator.id), &page)?;
        }
        Ok(())
    }

    /// Opening, scorecard and city page of each home.
    fn of_homes(&mut self, site: &Site<'_>, homes: &[Survey<'_>]) -> Result<(), Error> {
        for survey in homes {
            let lang = self.lang;
            let [opening, scorecard, city] = places(site.data, survey.home());
            self.page(&opening, &opening_page(site, survey, lang, None))?;
            self.page(&scorecard, &scorecard_page(site, survey, lang))?;
            self.page(&city, &city_page(site, survey, lang))?;
        }
        Ok(())
    }

    /// The pages that are about no home in particular.
    fn common(
        &mut self,
        site: &Site<'_>,
        homes: &[Survey<'_>],
        downloads: Downloads,
    ) -> Result<(), Error> {
        let lang = self.lang;
        self.page("data", &data_page(site, lang, downloads))?;
        self.page("methods", &methods_page(site, lang))?;
        if let Some(survey) = of_default(site.data, homes) {
            self.page("facts", &facts_page(site, survey, lang))?;
        }
        Ok(())
    }
}
