//! What only one chart needs: boundaries, tiles and population pyramids, each a pack of its own beside those of the themes.
//!
//! In a data folder they stand in `boundaries/`, `tiles.json` and the observations; [`Part`] is what the page asks for.

use super::boundary::{self, BoundariesFile, TilesFile};
use super::dataset::Dataset;
use super::json::{Json, Read, Reading};
use super::load::{File, Loader, whole};
use super::observe;
use super::raw::{RawPyramid, RawSource, parse, read_fields};
use crate::error::{Error, Problem};

/// A pack that only one chart needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The lines of the map.
    Boundaries,
    /// Where tiles stand.
    Tiles,
    /// Population by age and sex.
    Pyramids,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Boundaries, Self::Tiles, Self::Pyramids];

    /// Its name: that of its pack, without ending.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Boundaries => "boundaries",
            Self::Tiles => "tiles",
            Self::Pyramids => "pyramids",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.id() == id)
    }
}

/// A part's pack: what it brings, and the sources that rests on.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub(super) struct PartPack {
    pub(super) sources: Vec<RawSource>,
    pub(super) boundaries: Vec<BoundariesFile>,
    pub(super) tiles: Option<TilesFile>,
    pub(super) pyramids: Vec<RawPyramid>,
}

read_fields!(PartPack, [], [sources, boundaries, tiles, pyramids]);

/// Reads boundaries and tiles of a data folder, where it has them.
pub(super) fn read(data: &mut Dataset, problems: &mut Vec<Problem>, files: &[File<'_>]) {
    for (name, bytes) in files {
        if name.starts_with("boundaries/") {
            match parse::<BoundariesFile>(name, bytes) {
                Ok(raw) => boundary::boundaries(data, problems, name, &raw),
                Err(wrong) => problems.extend(wrong),
            }
        }
        if *name == TILES {
            match parse::<TilesFile>(name, bytes) {
                Ok(raw) => boundary::tiles(data, problems, name, &raw),
                Err(wrong) => problems.extend(wrong),
            }
        }
    }
    data.parts = Part::ALL.to_vec();
}

/// The file of the tiles in a data folder.
pub(super) const TILES: &str = "tiles.json";

/// Adds the pack of a part. A dataset that it does not fit stays as it was.
///
/// # Errors
/// Every defect of the file.
pub fn add_part(data: &mut Dataset, part: Part, bytes: &[u8]) -> Result<(), Error> {
    let file = format!("{}.json", part.id());
    let pack: PartPack = whole(&file, bytes)?;
    let mut loader = Loader {
        data: data.clone(),
        problems: Vec::new(),
    };
    loader.sources(&file, pack.sources);
    let Loader {
        data: new,
        problems,
    } = &mut loader;
    for raw in &pack.boundaries {
        boundary::boundaries(new, problems, &file, raw);
    }
    if let Some(raw) = &pack.tiles {
        boundary::tiles(new, problems, &file, raw);
    }
    observe::pyramids(new, problems, &file, pack.pyramids);
    new.parts.push(part);
    *data = loader.finish()?;
    Ok(())
}
