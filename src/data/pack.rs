//! A data folder cut for the page: one catalogue, which loads first, and one pack a theme, which loads when it is shown.
//!
//! The packs are the same JSON as the folder, minus the white space; nothing is computed but what they cover.

use std::collections::BTreeSet;

use super::Part;
use super::boundary::BoundariesFile;
use super::dataset::Dataset;
use super::json::Read;
use super::load::{File, load, whole};
use super::part::{PartPack, TILES};
use super::raw::{
    CataloguePack, Entries, GroupsFile, IndicatorsFile, ObservationsFile, RawCoverage, RawDetail,
    RawPyramid, RawSource, RegionsFile, SourcesFile, ThemePack, Trees,
};
use super::tree::{self, TreesFile};
use crate::error::{Error, Problem};

/// A packed file: its name (`catalogue.json`, `hospital.json`, …) and its bytes.
pub type Pack = (String, Vec<u8>);

/// Cuts a data folder into `catalogue.json` and one file a theme.
///
/// # Errors
/// What [`load`] finds wrong with the folder.
pub fn pack(files: &[File<'_>]) -> Result<Vec<Pack>, Error> {
    let data = load(files)?;
    let regions: RegionsFile = read(files, "regions.json")?;
    let peer_groups: GroupsFile = read(files, "peer-groups.json")?;
    let mut catalogue: IndicatorsFile = read(files, "indicators.json")?;
    let sources: SourcesFile = read(files, "sources.json")?;
    let details = details(&mut catalogue);
    let trees = trees(files)?;
    let mut packs = Vec::new();
    let mut pyramids = Vec::new();
    for (name, bytes) in files {
        if name.starts_with("observations/") {
            let mut file: ObservationsFile = whole(name, bytes)?;
            pyramids.append(&mut file.pyramids);
            packs.push(theme(file, &details, &sources.sources, &trees)?);
        }
    }
    packs.extend(parts(files, &pyramids, &sources.sources)?);
    let coverage = coverage(&data);
    let first = CataloguePack {
        regions: regions.regions,
        peer_groups,
        catalogue,
        coverage,
    };
    packs.insert(0, ("catalogue.json".into(), write(&first)?));
    Ok(packs)
}

fn read<T: Read>(files: &[File<'_>], name: &str) -> Result<T, Error> {
    let missing = || Problem::new(name, "file not found");
    let (_, bytes) = files.iter().find(|(n, _)| *n == name).ok_or_else(missing)?;
    whole(name, bytes)
}

fn write<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|e| Problem::new("pack", e.to_string()).into())
}

/// Moves what only a shown indicator needs out of the catalogue, by theme.
fn details(catalogue: &mut IndicatorsFile) -> Vec<(String, (String, RawDetail))> {
    let mut moved = Vec::new();
    for indicator in &mut catalogue.indicators {
        let detail = RawDetail {
            definition: indicator.definition.take().unwrap_or_default(),
            main_scope: indicator.main_scope.take(),
            scopes: std::mem::take(&mut indicator.scopes),
        };
        moved.push((indicator.theme.clone(), (indicator.id.clone(), detail)));
    }
    moved
}

fn theme(
    observations: ObservationsFile,
    details: &[(String, (String, RawDetail))],
    sources: &[RawSource],
    trees: &Trees,
) -> Result<Pack, Error> {
    let mut used = used_sources(&observations);
    let own = trees.iter().filter(|t| t.theme() == observations.theme);
    let trees: Trees = own.cloned().collect();
    used.extend(trees.iter().map(|t| t.source().to_owned()));
    let name = format!("{}.json", observations.theme);
    let pack = ThemePack {
        details: Entries(
            details
                .iter()
                .filter(|(theme, _)| *theme == observations.theme)
                .map(|(_, detail)| detail.clone())
                .collect(),
        ),
        sources: sources
            .iter()
            .filter(|s| used.contains(s.id.as_str()))
            .cloned()
            .collect(),
        observations,
        trees,
    };
    Ok((name, write(&pack)?))
}

/// The packs that only one chart needs, empty ones too: the page asks for each by its name.
fn parts(
    files: &[File<'_>],
    pyramids: &[RawPyramid],
    sources: &[RawSource],
) -> Result<Vec<Pack>, Error> {
    let boundaries: Vec<BoundariesFile> = files
        .iter()
        .filter(|(name, _)| name.starts_with("boundaries/"))
        .map(|(name, bytes)| whole(name, bytes))
        .collect::<Result<_, _>>()?;
    let tiles = files.iter().find(|(name, _)| *name == TILES);
    let tiles = tiles.map(|(name, bytes)| whole(name, bytes)).transpose()?;
    let resting = |used: Vec<&String>| -> Vec<RawSource> {
        let of = |s: &&RawSource| used.contains(&&s.id);
        sources.iter().filter(of).cloned().collect()
    };
    let packs = Part::ALL.map(|part| {
        let pack = match part {
            Part::Boundaries => PartPack {
                sources: resting(boundaries.iter().map(|b| &b.source).collect()),
                boundaries: boundaries.clone(),
                ..PartPack::default()
            },
            Part::Tiles => PartPack {
                tiles: tiles.clone(),
                ..PartPack::default()
            },
            Part::Pyramids => PartPack {
                sources: resting(pyramids.iter().map(|p| &p.source).collect()),
                pyramids: pyramids.to_vec(),
                ..PartPack::default()
            },
        };
        Ok((format!("{}.json", part.id()), write(&pack)?))
    });
    packs.into_iter().collect()
}

fn trees(files: &[File<'_>]) -> Result<Trees, Error> {
    let found = files.iter().find(|(name, _)| *name == tree::FILE);
    let file = found.map(|(name, bytes)| whole::<TreesFile>(name, bytes));
    Ok(file.transpose()?.map(|f| f.trees).unwrap_or_default())
}

fn used_sources(file: &ObservationsFile) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (_, series) in &file.series.0 {
        for table in &series.tables {
            used.insert(table.source.clone());
            used.extend(table.except.iter().filter_map(|e| e.source.clone()));
        }
        used.extend(series.facts.iter().map(|f| f.source.clone()));
    }
    used
}

fn coverage(data: &Dataset) -> Entries<RawCoverage> {
    let covered = data.indicators().filter_map(|(handle, indicator)| {
        let c = data.coverage(handle)?;
        let raw = RawCoverage {
            from: c.from.to_string(),
            to: c.to.to_string(),
            regions: c
                .regions
                .iter()
                .map(|r| data.region(*r).id.clone())
                .collect(),
        };
        Some((indicator.id.clone(), raw))
    });
    Entries(covered.collect())
}
