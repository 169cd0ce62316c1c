//! From files to a [`Dataset`]: everything is resolved and checked, and everything wrong is said at once.
//!
//! It reads bytes, never the disk or the network: who has the bytes is the caller's business.
//! Figures are the business of [`super::observe`].

use super::dataset::{Coverage, Dataset, Defaults};
use super::ids::Ids;
use super::json::Read;
use super::lang::Localized;
use super::model::{
    Formula, GroupId, Indicator, IndicatorId, PeerGroup, Region, RegionId, Source, SourceId, Theme,
    ThemeId, Unit, UnitId,
};
use super::observe;
use super::raw::{
    Entries, GroupsFile, IndicatorsFile, ObservationsFile, RawCoverage, RawFormula, RawIndicator,
    RawRegion, RawSource, RawUnit, RegionsFile, SourcesFile, ThemePack, parse,
};
use crate::error::{Error, Problem};

/// A file of a data folder: its path inside the folder and its bytes.
pub type File<'a> = (&'a str, &'a [u8]);

/// Loads a whole data folder: `regions.json`, `peer-groups.json`, `indicators.json`, `sources.json` and every `observations/*.json`.
///
/// # Errors
/// Every defect of every file, each with its place.
///
/// ```
/// let error = duibiao::data::load(&[("regions.json", b"{".as_slice())]).unwrap_err();
/// assert!(error.to_string().starts_with("regions.json: "));
/// ```
pub fn load(files: &[File<'_>]) -> Result<Dataset, Error> {
    let mut problems = Vec::new();
    let regions: Option<RegionsFile> = take(files, "regions.json", &mut problems);
    let groups: Option<GroupsFile> = take(files, "peer-groups.json", &mut problems);
    let catalogue: Option<IndicatorsFile> = take(files, "indicators.json", &mut problems);
    let sources: Option<SourcesFile> = take(files, "sources.json", &mut problems);
    let figures: Vec<(&str, Option<ObservationsFile>)> = files
        .iter()
        .filter(|(name, _)| name.starts_with("observations/"))
        .map(|(name, bytes)| (*name, keep(parse(name, bytes), &mut problems)))
        .collect();
    let (Some(regions), Some(groups), Some(catalogue), Some(sources)) =
        (regions, groups, catalogue, sources)
    else {
        return fail(problems);
    };
    let mut loader = Loader {
        data: Dataset::default(),
        problems,
    };
    loader.catalogue(&regions.regions, groups, catalogue, true);
    loader.sources("sources.json", sources.sources);
    for (name, file) in figures {
        if let Some(file) = file {
            observe::file(&mut loader.data, &mut loader.problems, name, file);
        }
    }
    #[cfg(feature = "gallery")]
    super::part::read(&mut loader.data, &mut loader.problems, files);
    #[cfg(not(target_arch = "wasm32"))]
    for read in [super::peer_set::read, super::speech::read] {
        read(&mut loader.data, &mut loader.problems, files);
    }
    #[cfg(not(target_arch = "wasm32"))]
    super::tree::read(&mut loader.data, &mut loader.problems, files);
    loader.finish()
}

/// Adds the packed figures of one theme. A dataset that they do not fit stays as it was.
///
/// # Errors
/// Every defect of the file.
pub fn add_theme(data: &mut Dataset, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let pack: ThemePack = whole(name, bytes)?;
    let mut loader = Loader {
        data: data.clone(),
        problems: Vec::new(),
    };
    for (id, detail) in pack.details.0 {
        let Some(handle) = loader.indicator(name, "details", &id) else {
            continue;
        };
        let indicator = &mut loader.data.indicators[handle.index()];
        indicator.definition = detail.definition;
        indicator.main_scope = detail.main_scope;
        indicator.scopes = detail.scopes.0;
    }
    loader.sources(name, pack.sources);
    let (loaded, problems) = (&mut loader.data, &mut loader.problems);
    observe::file(loaded, problems, name, pack.observations);
    #[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
    super::tree::add(loaded, problems, name, pack.trees);
    *data = loader.finish()?;
    Ok(())
}

fn fail<T>(problems: Vec<Problem>) -> Result<T, Error> {
    Err(Error::of(problems).unwrap_or_else(|| Problem::new("data", "nothing could be read").into()))
}

fn keep<T>(result: Result<T, Vec<Problem>>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|p| problems.extend(p)).ok()
}

/// One file, all its defects or none.
pub(super) fn whole<T: Read>(name: &str, bytes: &[u8]) -> Result<T, Error> {
    parse(name, bytes).or_else(fail)
}

fn take<T: Read>(files: &[File<'_>], name: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let Some((_, bytes)) = files.iter().find(|(n, _)| *n == name) else {
        problems.push(
            Problem::new(name, "file not found").help("a data folder needs it; see data/README.md"),
        );
        return None;
    };
    keep(parse(name, bytes), problems)
}

pub(super) struct Loader {
    pub(super) data: Dataset,
    pub(super) problems: Vec<Problem>,
}

impl Loader {
    pub(super) fn finish(self) -> Result<Dataset, Error> {
        match Error::of(self.problems) {
            Some(error) => Err(error),
            None => Ok(self.data),
        }
    }

    pub(super) fn catalogue(
        &mut self,
        regions: &[RawRegion],
        groups: GroupsFile,
        catalogue: IndicatorsFile,
        complete: bool,
    ) {
        self.regions(regions);
        for theme in catalogue.themes {
            self.words(&theme.name, || {
                format!("indicators.json: theme {}", theme.id)
            });
            if self.data.themes.iter().any(|t| t.id == theme.id) {
                self.duplicate("indicators.json", &theme.id);
            }
            self.data.themes.push(Theme {
                id: theme.id,
                name: theme.name,
            });
        }
        for unit in catalogue.units {
            self.unit(unit);
        }
        self.indicators(catalogue.indicators, complete);
        self.groups(groups);
        self.data.loaded = vec![false; self.data.themes.len()];
        self.data.observations = vec![Vec::new(); self.data.indicators.len()];
        self.data.breaks = vec![Vec::new(); self.data.indicators.len()];
        self.data.coverage = vec![None; self.data.indicators.len()];
    }

    fn regions(&mut self, raw: &[RawRegion]) {
        for (i, region) in raw.iter().enumerate() {
            if self.data.region_ids.insert(&region.id, i) {
                self.duplicate("regions.json", &region.id);
            }
        }
        for region in raw {
            let place = || format!("regions.json: {}", region.id);
            self.words(&region.name, place);
            if let Some(code) = &region.code
                && (code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()))
            {
                self.problems.push(
                    Problem::new(place(), format!("code \"{code}\" is not six digits"))
                        .help("give the GB/T 2260 code, or null for a park or cluster"),
                );
            }
            let parent = region
                .parent
                .as_ref()
                .and_then(|p| self.region("regions.json", &region.id, p));
            self.data.regions.push(Region {
                shared: region.id.as_str().into(),
                id: region.id.clone(),
                code: region.code.clone(),
                level: region.level,
                parent,
                name: region.name.clone(),
            });
        }
    }

    fn unit(&mut self, raw: RawUnit) {
        self.words(&raw.name, || format!("indicators.json: unit {}", raw.id));
        if !(raw.scale.is_finite() && raw.scale > 0.0) {
            self.problems.push(
                Problem::new(
                    format!("indicators.json: unit {}", raw.id),
                    format!("scale {} is not above zero", raw.scale),
                )
                .help("give how many base units one unit is"),
            );
        }
        if self.data.units.iter().any(|u| u.id == raw.id) {
            self.duplicate("indicators.json", &raw.id);
        }
        self.data.units.push(Unit {
            id: raw.id,
            name: raw.name,
            base: raw.base,
            scale: raw.scale,
            style: raw.style,
            wording: raw.wording,
        });
    }

    fn indicators(&mut self, raw: Vec<RawIndicator>, complete: bool) {
        for (i, indicator) in raw.iter().enumerate() {
            for id in std::iter::once(&indicator.id).chain(&indicator.aliases) {
                if self.data.indicator_ids.insert(id, i) {
                    self.duplicate("indicators.json", id);
                }
            }
        }
        for indicator in raw {
            let resolved = self.resolve(indicator, complete);
            self.data.indicators.push(resolved);
        }
    }

    /// What cannot be resolved is reported and gets the first that there is, so that handles stay aligned and the rest is checked, too.
    fn resolve(&mut self, raw: RawIndicator, complete: bool) -> Indicator {
        let place = format!("indicators.json: {}", raw.id);
        let optional = [&raw.short, &raw.main_scope].into_iter().flatten();
        for text in optional.chain([&raw.name]) {
            self.words(text, || place.clone());
        }
        if let Some(text) = &raw.definition {
            self.words(text, || format!("{place}.definition"));
        } else if complete {
            self.problems.push(
                Problem::new(&place, "no definition").help("say in both languages what is counted"),
            );
        }
        let themes: Vec<String> = self.data.themes.iter().map(|t| t.id.clone()).collect();
        let units: Vec<String> = self.data.units.iter().map(|u| u.id.clone()).collect();
        let theme = self.position(&place, "theme", &raw.theme, &themes);
        let unit = self.position(&place, "unit", &raw.unit, &units);
        let formula = raw.derived.and_then(|f| self.formula(&raw.id, &f));
        for id in &raw.related {
            self.indicator("indicators.json", &raw.id, id);
        }
        for (id, name) in &raw.scopes.0 {
            self.words(name, || format!("{place}.scopes.{id}"));
        }
        Indicator {
            id: raw.id,
            aliases: raw.aliases,
            theme: ThemeId::at(theme.unwrap_or(0)),
            name: raw.name,
            short: raw.short,
            unit: UnitId::at(unit.unwrap_or(0)),
            direction: raw.direction,
            precision: u8::try_from(raw.precision).unwrap_or(u8::MAX).min(9),
            additive: raw.additive,
            price: raw.price,
            basis: raw.basis,
            formula,
            definition: raw.definition.unwrap_or_default(),
            main_scope: raw.main_scope,
            scopes: raw.scopes.0,
            related: raw.related,
        }
    }

    fn formula(&mut self, id: &str, raw: &RawFormula) -> Option<Formula> {
        if raw.per <= 0.0 || !raw.per.is_finite() {
            self.problems.push(
                Problem::new(
                    format!("indicators.json: {id}.derived"),
                    "\"per\" is not above zero",
                )
                .help("give 1, 100, 1000, …"),
            );
        }
        let numerator = self.indicator("indicators.json", id, &raw.numerator);
        let denominator = self.indicator("indicators.json", id, &raw.denominator);
        Some(Formula {
            numerator: numerator?,
            denominator: denominator?,
            per: raw.per,
        })
    }

    fn groups(&mut self, file: GroupsFile) {
        const FILE: &str = "peer-groups.json";
        for raw in file.groups {
            for text in [&raw.name, &raw.noun, &raw.why] {
                self.words(text, || format!("{FILE}: {}", raw.id));
            }
            if self.data.groups.iter().any(|g| g.id == raw.id) {
                self.duplicate(FILE, &raw.id);
            }
            let mut known = |ids: &[String]| -> Vec<RegionId> {
                ids.iter()
                    .filter_map(|id| self.region(FILE, &raw.id, id))
                    .collect()
            };
            let members = known(&raw.members);
            let whole = raw.whole.as_slice();
            let whole = known(whole).first().copied();
            self.data.groups.push(PeerGroup {
                id: raw.id,
                name: raw.name,
                noun: raw.noun,
                members,
                whole,
                why: raw.why,
            });
        }
        let d = file.defaults;
        let home = self.region(FILE, "defaults.home", &d.home);
        let peers = d
            .peers
            .iter()
            .filter_map(|p| self.region(FILE, "defaults.peers", p))
            .collect();
        let indicator = self.indicator(FILE, "defaults.indicator", &d.indicator);
        let groups: Vec<String> = self.data.groups.iter().map(|g| g.id.clone()).collect();
        let group = self.position(
            &format!("{FILE}: defaults"),
            "peer group",
            &d.group,
            &groups,
        );
        if let (Some(home), Some(indicator), Some(group)) = (home, indicator, group) {
            self.data.defaults = Some(Defaults {
                home,
                peers,
                group: GroupId::at(group),
                indicator,
            });
        }
    }

    pub(super) fn sources(&mut self, file: &str, raw: Vec<RawSource>) {
        let before = self.data.sources.len();
        for source in raw {
            let place = || format!("{file}: source {}", source.id);
            let optional = [&source.origin, &source.note].into_iter().flatten();
            for text in optional.chain([&source.publisher, &source.licence]) {
                self.words(text, place);
            }
            if let Some(url) = &source.url
                && !(url.starts_with("https://") || url.starts_with("http://"))
            {
                self.problems.push(
                    Problem::new(place(), format!("\"{url}\" is no web address"))
                        .help("use null and say in \"note\" where it was read"),
                );
            }
            if let Some(known) = self.data.source_ids.get(&source.id).map(SourceId) {
                // themes share sources, so a pack may bring one that is already here
                let here = known.index() >= before;
                if here || self.data.source(known).title != source.title {
                    self.duplicate(file, &source.id);
                }
                continue;
            }
            self.data
                .source_ids
                .insert(&source.id, self.data.sources.len());
            self.data.sources.push(Source {
                id: source.id,
                title: source.title,
                publisher: source.publisher,
                url: source.url,
                date: source.date,
                tier: source.tier,
                licence: source.licence,
                origin: source.origin,
                note: source.note,
            });
        }
    }

    pub(super) fn coverage(&mut self, raw: Entries<RawCoverage>) {
        const FILE: &str = "catalogue.json";
        for (id, c) in raw.0 {
            let Some(indicator) = self.indicator(FILE, "coverage", &id) else {
                continue;
            };
            let regions = c
                .regions
                .iter()
                .filter_map(|r| self.region(FILE, "coverage", r))
                .collect();
            match (c.from.parse(), c.to.parse()) {
                (Ok(from), Ok(to)) => {
                    self.data.coverage[indicator.index()] = Some(Coverage { from, to, regions });
                }
                (Err(e), _) | (_, Err(e)) => self.problems.push(Problem::new(
                    format!("{FILE}: coverage.{id}"),
                    e.to_string(),
                )),
            }
        }
    }

    fn region(&mut self, file: &str, at: &str, id: &str) -> Option<RegionId> {
        let found = self.data.region_named(id);
        if found.is_none() {
            self.problems.push(unknown(
                &format!("{file}: {at}"),
                "region",
                id,
                &self.data.region_ids,
            ));
        }
        found
    }

    fn indicator(&mut self, file: &str, at: &str, id: &str) -> Option<IndicatorId> {
        let found = self.data.indicator_named(id);
        if found.is_none() {
            self.problems.push(unknown(
                &format!("{file}: {at}"),
                "indicator",
                id,
                &self.data.indicator_ids,
            ));
        }
        found
    }

    fn words(&mut self, text: &Localized, place: impl Fn() -> String) {
        for (lang, words) in [("zh", &text.zh), ("en", &text.en)] {
            if words.trim().is_empty() {
                self.problems.push(
                    Problem::new(place(), format!("no {lang} text"))
                        .help("every text is needed in both languages"),
                );
            }
        }
    }

    fn duplicate(&mut self, file: &str, id: &str) {
        self.problems.push(
            Problem::new(format!("{file}: {id}"), "this id stands twice")
                .help("give each a name of its own"),
        );
    }

    /// The position of an id in a list, or a problem with the nearest that there is.
    fn position(&mut self, place: &str, what: &str, id: &str, known: &[String]) -> Option<usize> {
        let found = known.iter().position(|k| k == id);
        if found.is_none() {
            let ids = known.iter().map(String::as_str);
            self.problems.push(unknown_of(place, what, id, ids));
        }
        found
    }
}

/// The problem of an id that nothing has, with the nearest that exists.
pub(super) fn unknown(place: &str, what: &str, id: &str, known: &Ids) -> Problem {
    unknown_of(place, what, id, known.all())
}

/// The same of any list of ids.
pub(super) fn unknown_of<'a>(
    place: &str,
    what: &str,
    id: &str,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let problem = Problem::new(place, format!("unknown {what} \"{id}\""));
    match super::nearest(id, known) {
        Some(near) => problem.help(format!("did you mean \"{near}\"?")),
        None => problem.help("add it, or correct the id"),
    }
}
