//! Structures that a source describes, level by level, such as the 1+3+8+N of a plan: the file `trees.json`.
//!
//! A source names what stands on each level; which part of a level belongs to which of the next it mostly does not say, so no such link is kept.
//! The file may be missing.

use super::dataset::Dataset;
use super::json::{Json, Read, Reading};
use super::lang::Localized;
use super::model::{RegionId, SourceId, ThemeId};
use super::nearest;
use super::period::Period;
use super::raw::read_fields;
use crate::error::Problem;

/// The file's name in a data folder.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const FILE: &str = "trees.json";

/// A structure of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The id.
    pub id: String,
    /// The theme whose indicators it explains.
    pub theme: ThemeId,
    /// Whose.
    pub region: RegionId,
    /// When it was described.
    pub period: Period,
    /// Where it was read.
    pub source: SourceId,
    /// Its name, in English as it stands inside a sentence.
    pub name: Localized,
    /// From the whole to its parts.
    pub levels: Vec<Level>,
}

/// One level of a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// How many, as the source writes it: 1, 3, 8, N.
    pub sign: String,
    /// What they are called.
    pub name: Localized,
    /// Those that are named.
    pub members: Vec<Localized>,
    /// Whether the source says that there are more.
    pub open: bool,
}

/// A tree as it is written.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, schemars::JsonSchema)
)]
pub(super) struct RawTree {
    id: String,
    theme: String,
    region: String,
    period: String,
    source: String,
    name: Localized,
    levels: Vec<RawLevel>,
}

#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, schemars::JsonSchema)
)]
struct RawLevel {
    sign: String,
    name: Localized,
    members: Vec<Localized>,
    open: bool,
}

read_fields!(
    RawTree,
    [id, theme, region, period, source, name, levels],
    []
);
read_fields!(RawLevel, [sign, name, members], [open]);

/// The whole file.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct TreesFile {
    pub(super) trees: Vec<RawTree>,
}

#[cfg(not(target_arch = "wasm32"))]
read_fields!(TreesFile, [trees], []);

#[cfg(not(target_arch = "wasm32"))]
impl RawTree {
    /// The id of its theme.
    pub(super) fn theme(&self) -> &str {
        &self.theme
    }

    /// The id of its source.
    pub(super) fn source(&self) -> &str {
        &self.source
    }
}

/// Reads the file into the dataset, when the folder has it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn read(
    data: &mut Dataset,
    problems: &mut Vec<Problem>,
    files: &[super::load::File<'_>],
) {
    if let Some(file) = super::raw::optional::<TreesFile>(files, FILE, problems) {
        add(data, problems, FILE, file.trees);
    }
}

/// Checks trees and adds those that are whole.
pub(super) fn add(
    data: &mut Dataset,
    problems: &mut Vec<Problem>,
    file: &str,
    trees: Vec<RawTree>,
) {
    for raw in trees {
        let place = format!("{file}: {}", raw.id);
        if data.trees.iter().any(|t| t.id == raw.id) {
            let twice = Problem::new(place, "this id stands twice");
            problems.push(twice.help("give each a name of its own"));
            continue;
        }
        let mut check = Check {
            data,
            problems,
            place,
        };
        if let Some(tree) = check.tree(raw) {
            data.trees.push(tree);
        }
    }
}

struct Check<'a> {
    data: &'a Dataset,
    problems: &'a mut Vec<Problem>,
    place: String,
}

impl Check<'_> {
    fn tree(&mut self, raw: RawTree) -> Option<Tree> {
        self.words("name", &raw.name);
        self.levels(&raw.levels);
        let regions = self.data.regions().map(|(_, r)| r.id.as_str());
        let themes = self.data.themes().map(|(_, t)| t.id.as_str());
        let sources = self.data.sources().iter().map(|s| s.id.as_str());
        let region = self.data.region_named(&raw.region);
        let theme = self.data.theme_named(&raw.theme);
        let source = self.data.source_ids.get(&raw.source).map(SourceId);
        let near = [
            region
                .is_none()
                .then(|| ("region", &raw.region, nearest(&raw.region, regions))),
            theme
                .is_none()
                .then(|| ("theme", &raw.theme, nearest(&raw.theme, themes))),
            source
                .is_none()
                .then(|| ("source", &raw.source, nearest(&raw.source, sources))),
        ];
        for (what, id, near) in near.into_iter().flatten() {
            let problem = Problem::new(self.place.clone(), format!("unknown {what} \"{id}\""));
            self.problems.push(match near {
                Some(near) => problem.help(format!("did you mean \"{near}\"?")),
                None => problem.help(format!("name a {what} of the data folder")),
            });
        }
        let period = raw.period.parse::<Period>().ok();
        if period.is_none() {
            let wrong = format!("\"{}\" is not a period", raw.period);
            self.wrong("period", &wrong, "write 2018, 2018-H1, 2018-Q1 or 2018-01");
        }
        let level = |raw: RawLevel| Level {
            sign: raw.sign,
            name: raw.name,
            members: raw.members,
            open: raw.open,
        };
        Some(Tree {
            id: raw.id,
            theme: theme?,
            region: region?,
            period: period?,
            source: source?,
            name: raw.name,
            levels: raw.levels.into_iter().map(level).collect(),
        })
    }

    fn levels(&mut self, levels: &[RawLevel]) {
        if levels.len() < 2 {
            self.wrong(
                "levels",
                "fewer than two levels",
                "a structure has a whole and its parts",
            );
        }
        for (i, level) in levels.iter().enumerate() {
            let at = format!("level {}", i + 1);
            self.words(&at, &level.name);
            if level.members.is_empty() {
                self.wrong(&at, "no members", "name at least one");
            }
            for member in &level.members {
                self.words(&at, member);
            }
            let counted = level.sign.parse::<usize>().ok();
            if counted.is_some_and(|n| n != level.members.len() && !level.open) {
                let wrong = format!("{} members under \"{}\"", level.members.len(), level.sign);
                self.wrong(&at, &wrong, "name them all, or set \"open\" to true");
            }
        }
    }

    fn words(&mut self, at: &str, text: &Localized) {
        for (lang, words) in [("zh", &text.zh), ("en", &text.en)] {
            if words.trim().is_empty() {
                let wrong = format!("no {lang} text");
                self.wrong(at, &wrong, "every text is needed in both languages");
            }
        }
    }

    fn wrong(&mut self, at: &str, what: &str, help: &str) {
        let place = format!("{}: {at}", self.place);
        self.problems
            .push(Problem::new(place, what.to_owned()).help(help));
    }
}
