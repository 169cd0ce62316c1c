//! `duibiao site`: the pages and data packs of the static site, around what the bundler made.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::fs;
use std::path::Path;

use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, Pack, pack};
use duibiao::error::{Error, Problem};
use duibiao::export::{everything, tidy};
use duibiao::figure::{Frame, default_height, figure};
use duibiao::page::{
    Assets, Downloads, Site, charts_page, city_page, data_page, facts_page, homes, indicator_page,
    methods_page, opening_page, places, scorecard_page, vector_path,
};
use duibiao::paint::svg;
use duibiao::survey::{Choices, Suits, Survey, choices, suits};
use duibiao::view::View;

use super::folder::{Folder, failed, mark};
use super::output::Output;
use super::shell::shell;

/// Writes `data/` and all pages of both languages; `/`, `/zh/` and `/en/` are the opening of the default home.
pub(crate) fn site(
    out: &Path,
    web: &Path,
    named: Option<&Path>,
    base: Option<&str>,
) -> Result<(), Error> {
    let assets = assets(web)?;
    let folder = Folder::open(named)?;
    let mut packs = pack(&folder.files())?;
    let data = folder.load()?;
    let suits = suits(&data);
    for lang in Lang::ALL {
        packs.push(choices_in(&data, &suits, lang)?);
    }
    let version = mark(
        packs
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    );
    let mut output = Output::new(out);
    for (name, bytes) in &packs {
        output.file(&format!("data/{version}/{name}"), bytes)?;
    }
    output.file("data/LICENCES.md", &Folder::licences(named)?)?;
    let site = Site {
        data: &data,
        assets: &assets,
        version: &version,
        base,
    };
    let downloads = downloads(&data, &version, &mut output)?;
    let homes: Vec<Survey<'_>> = homes(&data)
        .into_iter()
        .map(|home| Survey::of(&data, home))
        .collect();
    for lang in Lang::ALL {
        let mut shelf = Shelf {
            output: &mut output,
            lang,
        };
        shelf.of_homes(&site, &homes)?;
        shelf.common(&site, &homes, downloads)?;
        shelf.views(&site)?;
    }
    if let Some(survey) = of_default(&data, &homes) {
        let entry = opening_page(&site, survey, Lang::default(), Some("./"));
        output.file("index.html", entry.as_bytes())?;
    }
    shell(&site, &mut output, web)?;
    println!(
        "wrote {} pages and the data packs into {}",
        output.pages().len() + 1,
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

/// Writes all data in the two forms that others can read on.
fn downloads(data: &Dataset, version: &str, output: &mut Output<'_>) -> Result<Downloads, Error> {
    let (csv, json) = (tidy(data), everything(data, version));
    output.file("data/duibiao.csv", csv.as_bytes())?;
    output.file("data/duibiao.json", json.as_bytes())?;
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

/// What the pickers bring when they are opened: peer sets, reasons for gaps, related indicators, pinyin, charts.
fn choices_in(data: &Dataset, suits: &Suits, lang: Lang) -> Result<Pack, Error> {
    let name = format!("choices-{}.json", lang.id());
    let choices = Choices {
        suits: suits.clone(),
        ..choices(data, lang)
    };
    let bytes = serde_json::to_vec(&choices).map_err(|e| Problem::new(&name, e.to_string()))?;
    Ok((name, bytes))
}

/// The size of a picture at a fixed address: what `duibiao render` draws unless it is told otherwise.
fn picture_size() -> Size {
    const WIDTH: f64 = 960.0;
    Size::new(WIDTH, default_height(WIDTH, Frame::Full))
}

/// The pages of one language, written one by one.
struct Shelf<'a, 'o> {
    output: &'a mut Output<'o>,
    lang: Lang,
}

impl Shelf<'_, '_> {
    /// A page at its path below the language.
    fn page(&mut self, path: &str, document: &str) -> Result<(), Error> {
        self.output.page(self.lang, path, document)
    }

    /// A page an indicator, and its picture.
    fn views(&mut self, site: &Site<'_>) -> Result<(), Error> {
        for (_, indicator) in site.data.indicators() {
            let view = View {
                lang: Some(self.lang),
                indicator: Some(indicator.id.clone()),
                ..View::default()
            };
            let page = indicator_page(site, &view);
            self.page(&format!("indicator/{}/", indicator.id), &page)?;
            let picture = svg(&figure(site.data, &view, picture_size(), Frame::Full).scene);
            let path = vector_path(self.lang, &indicator.id);
            self.output.file(&path, picture.as_bytes())?;
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
        self.page("data/", &data_page(site, lang, downloads))?;
        self.page("methods/", &methods_page(site, lang))?;
        self.page("charts/", &charts_page(site, lang))?;
        if let Some(survey) = of_default(site.data, homes) {
            self.page("facts/", &facts_page(site, survey, lang))?;
        }
        Ok(())
    }
}
