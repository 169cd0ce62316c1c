//! One table of observations on its way from the file: rows of values, the exceptions and the reasons for nulls.
//!
//! Only tables are here; lone facts, breaks and pyramids are read by [`super::observe`].

use super::Period;
use super::model::{IndicatorId, Observation, RegionId, SourceId};
use super::observe::{Reader, reported};
use super::raw::{Cell, RawExcept, RawMissing, RawTable};

/// A table on its way: one observation a cell.
struct Grid {
    path: String,
    regions: Vec<RegionId>,
    periods: Vec<Period>,
    cells: Vec<Observation>,
    explained: Vec<bool>,
}

impl Reader<'_> {
    pub(super) fn table(&mut self, indicator: IndicatorId, path: &str, raw: RawTable) {
        let Some(periods) = self.periods(path, &raw.periods) else {
            return;
        };
        // a table with an unknown source or scope is read on, so that its other defects are found, too
        let source = self.source(path, &raw.source).unwrap_or(SourceId(0));
        let scope = self.scope(indicator, path, raw.scope.as_deref()).flatten();
        if self.data.sources().is_empty() {
            return;
        }
        let note = self.note(path, raw.note);
        let mut grid = Grid {
            path: path.to_owned(),
            regions: Vec::new(),
            explained: Vec::new(),
            cells: Vec::new(),
            periods,
        };
        let template = Observation {
            region: RegionId(0),
            period: Period::of_year(0),
            value: None,
            kind: raw.kind,
            status: raw.status,
            bound: raw.bound,
            scope,
            source,
            preferred: None,
            note,
            reported: None,
        };
        for (region, cells) in raw.values.0 {
            self.row(&mut grid, &template, &region, &cells);
        }
        for except in raw.except {
            self.except(&mut grid, except);
        }
        for missing in raw.missing {
            self.missing(&mut grid, missing);
        }
        self.keep(indicator, grid);
    }

    fn row(&mut self, grid: &mut Grid, template: &Observation, region: &str, cells: &[Cell]) {
        let path = format!("{}.{region}", grid.path);
        let Some(id) = self.region(&path, region) else {
            return;
        };
        if grid.regions.contains(&id) {
            self.say(&path, "this region has two rows", "join them");
            return;
        }
        if cells.len() != grid.periods.len() {
            self.say(
                &path,
                format!("{} values for {} periods", cells.len(), grid.periods.len()),
                "give one value or null for each period",
            );
            return;
        }
        grid.regions.push(id);
        for (i, cell) in cells.iter().enumerate() {
            // a wrong cell has been named already
            grid.explained.push(!matches!(cell, Cell::Missing));
            grid.cells.push(Observation {
                region: id,
                period: grid.periods[i],
                value: self.number(&format!("{path}[{i}]"), cell),
                ..template.clone()
            });
        }
    }

    fn except(&mut self, grid: &mut Grid, raw: RawExcept) {
        let source = match &raw.source {
            None => None,
            Some(id) => match self.source(&format!("{}.except", grid.path), id) {
                None => return,
                found => found,
            },
        };
        let note = self.note(&grid.path, raw.note);
        let preferred = self.note(&grid.path, raw.preferred);
        let reported = reported(raw.rank, raw.share);
        for cell in self.select(grid, "except", &raw.at) {
            let o = &mut grid.cells[cell];
            o.source = source.unwrap_or(o.source);
            o.status = raw.status.unwrap_or(o.status);
            o.bound = raw.bound.unwrap_or(o.bound);
            o.note = note.or(o.note);
            o.preferred = preferred.or(o.preferred);
            if reported.is_some() {
                o.reported.clone_from(&reported);
            }
        }
    }

    fn missing(&mut self, grid: &mut Grid, raw: RawMissing) {
        let why = self.note(&grid.path, Some(raw.why));
        if !raw.status.is_absent() {
            self.say(
                &format!("{}.missing", grid.path),
                format!("status {:?} does not say why a value is absent", raw.status),
                "use O (missing in the source), L (not collected) or M (cannot exist)",
            );
        }
        let mut used = false;
        for cell in self.select(grid, "missing", &raw.at) {
            let o = &mut grid.cells[cell];
            if o.value.is_none() {
                o.status = raw.status;
                o.note = why;
                grid.explained[cell] = true;
                used = true;
            }
        }
        if !used {
            self.say(
                &format!("{}.missing", grid.path),
                format!("\"{}\" names no null", raw.at.join(", ")),
                "remove it or correct the cells",
            );
        }
    }

    /// The cells that selectors such as `"wenzhou 2012..2014"` or `"* 2018"` name.
    fn select(&mut self, grid: &Grid, what: &str, at: &[String]) -> Vec<usize> {
        let mut found = Vec::new();
        for selector in at {
            let cells = self.selected(grid, selector);
            if cells.is_empty() {
                self.say(
                    &format!("{}.{what}", grid.path),
                    format!("\"{selector}\" names no cell of this table"),
                    "write \"region period\", with * for all and a..b for a span",
                );
            }
            found.extend(cells);
        }
        found
    }

    fn selected(&self, grid: &Grid, selector: &str) -> Vec<usize> {
        let Some((region, when)) = selector.split_once(' ') else {
            return Vec::new();
        };
        let region = (region != "*").then(|| self.data.region_named(region));
        let span = match when.split_once("..") {
            _ if when == "*" => None,
            Some((a, b)) => Some((a.parse(), b.parse())),
            None => Some((when.parse(), when.parse())),
        };
        let fits = |o: &Observation| {
            region.is_none_or(|r| r == Some(o.region))
                && match &span {
                    None => true,
                    Some((Ok(a), Ok(b))) => (a..=b).contains(&&o.period),
                    Some(_) => false,
                }
        };
        (0..grid.cells.len())
            .filter(|i| fits(&grid.cells[*i]))
            .collect()
    }

    fn keep(&mut self, indicator: IndicatorId, grid: Grid) {
        for (o, explained) in grid.cells.into_iter().zip(grid.explained) {
            if !explained {
                let path = format!("{}.{}", grid.path, self.data.region(o.region).id);
                self.say(
                    &path,
                    format!("null in {} without a reason", o.period),
                    "say why in \"missing\"",
                );
            }
            self.data.observations[indicator.index()].push(o);
        }
    }
}
