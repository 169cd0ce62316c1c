//! Everything that is known, checked and resolved: what a question is asked of.
//!
//! It only answers "what is recorded?"; nothing is compared or computed here.

use std::ops::Range;

use super::Period;
use super::ids::Ids;
use super::lang::Localized;
use super::model::{
    Break, GroupId, Indicator, IndicatorId, NoteId, Observation, PeerGroup, Pyramid, Region,
    RegionId, Source, SourceId, Theme, ThemeId, Unit, UnitId,
};

/// What a view shows unless it says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Defaults {
    /// The home city.
    pub home: RegionId,
    /// Its peers.
    pub peers: Vec<RegionId>,
    /// The group it is ranked in.
    pub group: GroupId,
    /// The indicator.
    pub indicator: IndicatorId,
}

/// For which periods and regions an indicator has values, known before its theme is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The first period with a value.
    pub from: Period,
    /// The last period with a value.
    pub to: Period,
    /// The regions with at least one value.
    pub regions: Vec<RegionId>,
}

/// Regions, indicators, sources and observations, complete or with some themes still to come.
///
/// ```
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors").unwrap();
/// let wenzhou = data.region_named("wenzhou").unwrap();
/// assert_eq!(data.region(wenzhou).name.zh, "温州");
/// assert!(data.of(doctors, wenzhou).len() >= 19);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    pub(super) regions: Vec<Region>,
    pub(super) groups: Vec<PeerGroup>,
    pub(super) themes: Vec<Theme>,
    pub(super) units: Vec<Unit>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) sources: Vec<Source>,
    pub(super) notes: Vec<Localized>,
    pub(super) defaults: Option<Defaults>,
    /// By indicator, each sorted by region, scope, kind, period, preferred first.
    pub(super) observations: Vec<Vec<Observation>>,
    /// By indicator.
    pub(super) breaks: Vec<Vec<Break>>,
    pub(super) pyramids: Vec<Pyramid>,
    /// By theme.
    pub(super) loaded: Vec<bool>,
    /// By indicator, where known.
    pub(super) coverage: Vec<Option<Coverage>>,
    #[cfg(feature = "gallery")]
    pub(super) boundaries: Vec<super::Boundaries>,
    /// Regions with the column and row of their tile.
    #[cfg(feature = "gallery")]
    pub(super) tiles: Vec<(RegionId, (u32, u32))>,
    /// Those that are here.
    #[cfg(feature = "gallery")]
    pub(super) parts: Vec<super::Part>,
    #[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
    pub(super) trees: Vec<super::Tree>,
    pub(super) region_ids: Ids,
    pub(super) indicator_ids: Ids,
    pub(super) source_ids: Ids,
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) peer_sets: Vec<super::PeerSet>,
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) neighbours: super::Neighbours,
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) speech: Option<super::Speech>,
}

#[cfg(feature = "gallery")]
impl Dataset {
    /// The boundaries loaded so far.
    #[must_use]
    pub fn boundaries(&self) -> &[super::Boundaries] {
        &self.boundaries
    }

    /// The regions that have a tile, each with its column and row.
    #[must_use]
    pub fn tiles(&self) -> &[(RegionId, (u32, u32))] {
        &self.tiles
    }

    /// Whether a part is here.
    #[must_use]
    pub fn has_part(&self, part: super::Part) -> bool {
        self.parts.contains(&part)
    }
}

#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
impl Dataset {
    /// The structures loaded so far.
    #[must_use]
    pub fn trees(&self) -> &[super::Tree] {
        &self.trees
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Dataset {
    /// The source with this id.
    #[must_use]
    pub fn source_named(&self, id: &str) -> Option<SourceId> {
        self.source_ids.get(id).map(SourceId)
    }

    /// The sets of peers that are offered by rule; empty when the folder has no `peer-sets.json`.
    #[must_use]
    pub fn peer_sets(&self) -> &[super::PeerSet] {
        &self.peer_sets
    }

    /// Which cities are neighbours.
    #[must_use]
    pub fn neighbours(&self) -> &super::Neighbours {
        &self.neighbours
    }

    /// The speech whose statements are held against the figures, when the folder has a `claims.json`.
    #[must_use]
    pub fn speech(&self) -> Option<&super::Speech> {
        self.speech.as_ref()
    }
}

impl Dataset {
    /// All regions with their handles, in the order of the file.
    pub fn regions(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        self.regions
            .iter()
            .enumerate()
            .map(|(i, r)| (RegionId::at(i), r))
    }

    /// All indicators with their handles, in the order of the file.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.indicators
            .iter()
            .enumerate()
            .map(|(i, r)| (IndicatorId::at(i), r))
    }

    /// All themes with their handles, in picker order.
    pub fn themes(&self) -> impl Iterator<Item = (ThemeId, &Theme)> {
        self.themes
            .iter()
            .enumerate()
            .map(|(i, t)| (ThemeId::at(i), t))
    }

    /// All peer groups with their handles.
    pub fn groups(&self) -> impl Iterator<Item = (GroupId, &PeerGroup)> {
        self.groups
            .iter()
            .enumerate()
            .map(|(i, g)| (GroupId::at(i), g))
    }

    /// All sources loaded so far.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The population pyramids loaded so far.
    #[must_use]
    pub fn pyramids(&self) -> &[Pyramid] {
        &self.pyramids
    }

    /// What a view shows unless it says otherwise.
    ///
    /// # Panics
    /// Never on a dataset that a loader returned: a catalogue without defaults is refused.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "loaders refuse a catalogue without defaults"
    )]
    pub fn defaults(&self) -> &Defaults {
        self.defaults
            .as_ref()
            .expect("a loaded catalogue has defaults")
    }

    /// A region by its handle.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id.index()]
    }

    /// An indicator by its handle.
    #[must_use]
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.index()]
    }

    /// A unit by its handle.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.index()]
    }

    /// A theme by its handle.
    #[must_use]
    pub fn theme(&self, id: ThemeId) -> &Theme {
        &self.themes[id.index()]
    }

    /// A source by its handle.
    #[must_use]
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// A peer group by its handle.
    #[must_use]
    pub fn group(&self, id: GroupId) -> &PeerGroup {
        &self.groups[id.index()]
    }

    /// A note by its handle.
    #[must_use]
    pub fn note(&self, id: NoteId) -> &Localized {
        &self.notes[id.index()]
    }

    /// The region with this id.
    #[must_use]
    pub fn region_named(&self, id: &str) -> Option<RegionId> {
        self.region_ids.get(id).map(RegionId)
    }

    /// The indicator with this id or alias.
    #[must_use]
    pub fn indicator_named(&self, id: &str) -> Option<IndicatorId> {
        self.indicator_ids.get(id).map(IndicatorId)
    }

    /// The peer group with this id.
    #[must_use]
    pub fn group_named(&self, id: &str) -> Option<GroupId> {
        self.groups()
            .find(|(_, g)| g.id == id)
            .map(|(handle, _)| handle)
    }

    /// The theme with this id.
    #[must_use]
    pub fn theme_named(&self, id: &str) -> Option<ThemeId> {
        self.themes()
            .find(|(_, t)| t.id == id)
            .map(|(handle, _)| handle)
    }

    /// The themes whose data an indicator needs: its own, and those of what it is computed from.
    #[must_use]
    pub fn needs(&self, id: IndicatorId) -> Vec<ThemeId> {
        let indicator = self.indicator(id);
        let mut themes = vec![indicator.theme];
        if let Some(formula) = indicator.formula {
            for input in [formula.numerator, formula.denominator] {
                let theme = self.indicator(input).theme;
                if !themes.contains(&theme) {
                    themes.push(theme);
                }
            }
        }
        themes
    }

    /// Whether a theme's figures are here.
    #[must_use]
    pub fn is_loaded(&self, theme: ThemeId) -> bool {
        self.loaded[theme.index()]
    }

    /// Every observation of an indicator, sorted by region, scope, kind and period, preferred first.
    #[must_use]
    pub fn observations(&self, id: IndicatorId) -> &[Observation] {
        &self.observations[id.index()]
    }

    /// The observations of one region.
    #[must_use]
    pub fn of(&self, id: IndicatorId, region: RegionId) -> &[Observation] {
        &self.observations(id)[self.range_of(id, region)]
    }

    /// Where the observations of one region stand among those of an indicator.
    pub(crate) fn range_of(&self, id: IndicatorId, region: RegionId) -> Range<usize> {
        let all = self.observations(id);
        let start = all.partition_point(|o| o.region < region);
        // they are few, and are read next anyway
        let own = all[start..].iter().take_while(|o| o.region == region);
        start..start + own.count()
    }

    /// The breaks of an indicator's own series.
    #[must_use]
    pub fn breaks(&self, id: IndicatorId) -> &[Break] {
        &self.breaks[id.index()]
    }

    /// For which periods and regions an indicator has values: from the catalogue, or counted when its themes are here.
    #[must_use]
    pub fn coverage(&self, id: IndicatorId) -> Option<Coverage> {
        if let Some(known) = &self.coverage[id.index()] {
            return Some(known.clone());
        }
        match self.indicator(id).formula {
            Some(f) => common(self.coverage(f.numerator)?, &self.coverage(f.denominator)?),
            None => self.counted(id),
        }
    }

    fn counted(&self, id: IndicatorId) -> Option<Coverage> {
        let valued = || self.observations(id).iter().filter(|o| o.value.is_some());
        let mut regions: Vec<_> = valued().map(|o| o.region).collect();
        regions.dedup();
        Some(Coverage {
            from: valued().map(|o| o.period).min()?,
            to: valued().map(|o| o.period).max()?,
            regions,
        })
    }
}

/// What two inputs both cover.
fn common(mut a: Coverage, b: &Coverage) -> Option<Coverage> {
    a.from = a.from.max(b.from);
    a.to = a.to.min(b.to);
    a.regions.retain(|r| b.regions.contains(r));
    (a.from <= a.to && !a.regions.is_empty()).then_some(a)
}
