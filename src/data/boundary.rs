//! Where regions lie: the lines of a map, and the places of tiles that stand for them.
//!
//! Lines are in degrees and joined to rings; how they are put on paper is a chart's business.
//! A border is one line that both sides name, so neighbours share it whatever is done to it.

use super::dataset::Dataset;
use super::ids::Ids;
use super::load::unknown;
use super::model::{RegionId, SourceId};
use super::raw::{Cell, Entries, read_fields};
use crate::base::Point;
use crate::error::Problem;

use super::json::{Json, Read, Reading};

/// The boundaries of some regions, from one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundaries {
    /// Where they were taken from.
    pub source: SourceId,
    /// Lines through points in degrees: longitude to the east, latitude to the north.
    pub arcs: Vec<Vec<Point>>,
    /// The rings of each region.
    pub shapes: Vec<(RegionId, Vec<Ring>)>,
}

/// Arcs one after the other around an area: which, and whether it is gone along backwards.
pub type Ring = Vec<(usize, bool)>;

/// The file of boundaries as it is written: whole steps of a grid, each arc its first point and then distances.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub(super) struct BoundariesFile {
    pub(super) source: String,
    per: u32,
    arcs: Vec<Vec<Cell>>,
    regions: Entries<Vec<Vec<Cell>>>,
}

/// Where tiles stand: columns from the west, rows from the north.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub(super) struct TilesFile {
    tiles: Entries<Vec<u32>>,
}

read_fields!(BoundariesFile, [source, per, arcs, regions], []);
read_fields!(TilesFile, [tiles], []);

/// Reads boundaries into the dataset.
pub(super) fn boundaries(
    data: &mut Dataset,
    problems: &mut Vec<Problem>,
    file: &str,
    raw: &BoundariesFile,
) {
    let mut check = Check {
        regions: &data.region_ids,
        problems,
        file,
    };
    if raw.per == 0 {
        check.say("per", "0 steps in a degree", "give how many there are");
        return;
    }
    let arcs = check.arcs(raw);
    let shapes = check.shapes(raw, &arcs);
    let source = data.source_ids.get(&raw.source).map(SourceId);
    if source.is_none() {
        let place = format!("{file}: source");
        let known = unknown(&place, "source", &raw.source, &data.source_ids);
        check.problems.push(known);
    }
    data.boundaries.extend(source.map(|source| Boundaries {
        source,
        arcs,
        shapes,
    }));
}

/// Reads the places of tiles into the dataset.
pub(super) fn tiles(data: &mut Dataset, problems: &mut Vec<Problem>, file: &str, raw: &TilesFile) {
    let mut check = Check {
        regions: &data.region_ids,
        problems,
        file,
    };
    let mut tiles: Vec<(RegionId, (u32, u32))> = Vec::new();
    for (id, place) in &raw.tiles.0 {
        let path = format!("tiles.{id}");
        let (Some(region), [column, row]) = (check.region(&path, id), &place[..]) else {
            check.say(
                &path,
                "this is no place for a region",
                "write [column, row], both from 0",
            );
            continue;
        };
        if tiles.iter().any(|(_, taken)| *taken == (*column, *row)) {
            check.say(&path, "another tile stands here", "give each its own place");
        }
        tiles.push((region, (*column, *row)));
    }
    data.tiles = tiles;
}

/// Turns ids into handles and keeps what is wrong.
struct Check<'a> {
    regions: &'a Ids,
    problems: &'a mut Vec<Problem>,
    file: &'a str,
}

impl Check<'_> {
    fn say(&mut self, path: &str, message: &str, help: &str) {
        let problem = Problem::new(format!("{}: {path}", self.file), message);
        self.problems.push(problem.help(help));
    }

    fn region(&mut self, path: &str, id: &str) -> Option<RegionId> {
        let found = self.regions.get(id).map(RegionId);
        if found.is_none() {
            let place = format!("{}: {path}", self.file);
            self.problems
                .push(unknown(&place, "region", id, self.regions));
        }
        found
    }

    /// All arcs in degrees; a wrong one is told and empty, so that the numbers of the others hold.
    fn arcs(&mut self, raw: &BoundariesFile) -> Vec<Vec<Point>> {
        let mut arcs = Vec::with_capacity(raw.arcs.len());
        for (i, steps) in raw.arcs.iter().enumerate() {
            let arc = arc(steps, f64::from(raw.per));
            if arc.is_none() {
                self.say(
                    &format!("arcs[{i}]"),
                    "this is no line on the globe",
                    "give two points or more as whole steps: the first point, then distances",
                );
            }
            arcs.push(arc.unwrap_or_default());
        }
        arcs
    }

    fn shapes(&mut self, raw: &BoundariesFile, arcs: &[Vec<Point>]) -> Vec<(RegionId, Vec<Ring>)> {
        let mut shapes: Vec<(RegionId, Vec<Ring>)> = Vec::new();
        for (id, rings) in &raw.regions.0 {
            let path = format!("regions.{id}");
            let region = self.region(&path, id);
            if region.is_some_and(|r| shapes.iter().any(|(known, _)| *known == r)) {
                self.say(&path, "this region stands twice", "remove one");
            }
            let mut all = Vec::new();
            for (i, ring) in rings.iter().enumerate() {
                let found = named(ring, arcs.len()).filter(|ring| is_closed(ring, arcs));
                if found.is_none() {
                    self.say(
                        &format!("{path}[{i}]"),
                        "these arcs make no ring",
                        "name arcs that follow each other and come back: n, or −1 − n for one that is gone along backwards",
                    );
                }
                all.extend(found);
            }
            shapes.extend(region.map(|r| (r, all)));
        }
        shapes
    }
}

/// A line in degrees; none where a number is not whole, a point is not on the globe or there is only one.
fn arc(steps: &[Cell], per: f64) -> Option<Vec<Point>> {
    let mut at = Point::new(0.0, 0.0);
    let mut arc = Vec::with_capacity(steps.len() / 2);
    for pair in steps.chunks(2) {
        let [x, y] = pair else { return None };
        at = Point::new(at.x + whole(x)?, at.y + whole(y)?);
        let point = Point::new(at.x / per, at.y / per);
        if point.x.abs() > 180.0 || point.y.abs() > 90.0 {
            return None;
        }
        arc.push(point);
    }
    (arc.len() > 1).then_some(arc)
}

fn whole(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(v) if v.fract() == 0.0 => Some(*v),
        _ => None,
    }
}

/// Which arcs a ring names.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, positive and less than the number of arcs"
)]
fn named(ring: &[Cell], count: usize) -> Option<Ring> {
    let one = |cell: &Cell| {
        let n = whole(cell)?;
        let (index, back) = if n < 0.0 {
            (-1.0 - n, true)
        } else {
            (n, false)
        };
        (index < count as f64).then_some((index as usize, back))
    };
    ring.iter().map(one).collect()
}

/// Whether each arc begins where the one before ends, and the last ends where the first begins.
fn is_closed(ring: &Ring, arcs: &[Vec<Point>]) -> bool {
    let ends = |(index, back): (usize, bool)| {
        let (first, last) = (arcs[index].first()?, arcs[index].last()?);
        Some(if back {
            (*last, *first)
        } else {
            (*first, *last)
        })
    };
    let next = |i: usize| ring[(i + 1) % ring.len()];
    let follows = |(i, arc): (usize, &(usize, bool))| match (ends(*arc), ends(next(i))) {
        (Some((_, end)), Some((start, _))) => end == start,
        // a wrong arc was told already
        _ => true,
    };
    !ring.is_empty() && ring.iter().enumerate().all(follows)
}
