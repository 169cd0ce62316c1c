//! The scorecard: every indicator of every city of the group, by theme, with places.
//!
//! Each row has one period and one scope; what cannot be ranked says why.

use serde::Serialize;

use super::standing::better;
use super::{Link, Survey, absent};
use crate::base::sort_by_key;
use crate::compare::{Comparison, Member, is_good, is_poor, one_of_each};
use crate::data::{Direction, IndicatorId, Kind, Lang, RegionId};
use crate::tell;

/// All indicators by theme, all cities of the group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scorecard {
    /// The columns: home, its peers, the others of the group.
    pub cities: Vec<City>,
    /// The themes.
    pub sections: Vec<Section>,
    /// How many indicators are counted: the same for every home.
    pub ranked: usize,
    /// In how many of these it is in the best third.
    pub good: usize,
    /// In how many of these it is in the last third.
    pub poor: usize,
    /// How many indicators cannot be ranked at all.
    pub unranked: usize,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct City {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `home`, `peer` or `rest`.
    pub role: &'static str,
}

/// One theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// The theme's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its indicators.
    pub rows: Vec<Row>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The indicator's id.
    pub indicator: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// `higher`, `lower` or `neutral`.
    pub direction: Direction,
    /// The same in words.
    pub direction_words: String,
    /// The period in words; empty when nobody has a value.
    pub period: String,
    /// How many are ranked.
    pub ranked: usize,
    /// Of how many.
    pub group: usize,
    /// Whether it is counted, and its places can be good or poor.
    pub counted: bool,
    /// Why not all are ranked.
    pub reason: Option<String>,
    /// A cell a city, in the order of the columns.
    pub cells: Vec<Cell>,
    /// The view that shows it.
    pub link: Link,
}

/// One city in one indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The value in words.
    pub value: Option<String>,
    /// The value as a number, in the indicator's unit, for sorting.
    pub number: Option<f64>,
    /// The place.
    pub place: Option<usize>,
    /// Whether another has the same place.
    pub tied: bool,
    /// Whether it is in the best third.
    pub good: bool,
    /// Whether it is in the last third.
    pub poor: bool,
    /// What must be said of it: estimate, low reliability …
    pub status: Option<String>,
    /// Why there is no value.
    pub absent: Option<String>,
}

impl Survey<'_> {
    /// Everything at once.
    #[must_use]
    pub fn scorecard(&self, lang: Lang) -> Scorecard {
        let (regions, counted) = (self.columns(), self.counted());
        let sections: Vec<Section> = self
            .data
            .themes()
            .map(|(theme, t)| Section {
                id: t.id.clone(),
                name: t.name.get(lang).to_owned(),
                rows: self
                    .answers()
                    .filter(|(id, _)| self.data.indicator(*id).theme == theme)
                    .map(|(id, _)| self.row(id, counted.contains(&id), &regions, lang))
                    .collect(),
            })
            .filter(|s: &Section| !s.rows.is_empty())
            .collect();
        let rows = || sections.iter().flat_map(|s| &s.rows);
        let home = |test: fn(&Cell) -> bool| {
            let first = |r: &&Row| r.cells.first().is_some_and(test);
            rows().filter(first).count()
        };
        Scorecard {
            cities: regions.iter().map(|r| self.city(*r, lang)).collect(),
            ranked: counted.len(),
            good: home(|c| c.good),
            poor: home(|c| c.poor),
            unranked: rows().filter(|r| r.ranked < 2).count(),
            sections,
        }
    }

    pub(super) fn city(&self, region: RegionId, lang: Lang) -> City {
        City {
            id: self.data.region(region).id.clone(),
            name: self.name(region, lang).to_owned(),
            role: self.role(region),
        }
    }

    /// Home, the peers, the others of the group.
    fn columns(&self) -> Vec<RegionId> {
        let Some(c) = self.answers.first() else {
            return Vec::new();
        };
        let mut members: Vec<&Member> = c.members.iter().collect();
        sort_by_key(&mut members, |m| m.role);
        members.iter().map(|m| m.region).collect()
    }

    /// What places are counted in, whoever is home: one end is better, the whole group is ranked, no total, no single month, and one of those that measure the same thing.
    pub(super) fn counted(&self) -> Vec<IndicatorId> {
        let rates = self.answers().map(|(id, _)| id);
        let rates = rates.filter(|id| self.is_judged(*id));
        one_of_each(self.data, rates)
    }

    fn row(&self, id: IndicatorId, counted: bool, regions: &[RegionId], lang: Lang) -> Row {
        let (data, c) = (self.data, self.answer(id));
        let indicator = data.indicator(id);
        Row {
            indicator: indicator.id.clone(),
            name: tell::capital(indicator.name.get(lang)),
            unit: data.unit(indicator.unit).name.get(lang).to_owned(),
            direction: indicator.direction,
            direction_words: better(indicator.direction, lang).to_owned(),
            period: c.period.map_or_else(String::new, |p| tell::period(p, lang)),
            ranked: c.ranked,
            group: c.group_size,
            counted,
            reason: self.reason(id, lang),
            cells: regions
                .iter()
                .map(|r| self.cell(c, counted, *r, lang))
                .collect(),
            link: self.link(id, lang, |_| {}),
        }
    }

    fn cell(&self, c: &Comparison, counted: bool, region: RegionId, lang: Lang) -> Cell {
        let Some(m) = c.members.iter().find(|m| m.region == region) else {
            return Cell::default();
        };
        let status = m.reading.and_then(|r| super::doubt(r.status, lang));
        Cell {
            value: self.value(c, m, lang),
            number: m.reading.map(|r| r.value),
            place: m.rank.map(|r| r.place),
            tied: m.rank.is_some_and(|r| r.tied),
            good: counted && m.rank.is_some_and(is_good),
            poor: counted && m.rank.is_some_and(is_poor),
            status: status.map(ToOwned::to_owned),
            absent: absent::at_period(self.data, c, region, lang),
        }
    }

    /// Why not everyone is ranked.
    pub(super) fn reason(&self, id: IndicatorId, lang: Lang) -> Option<String> {
        let c = self.answer(id);
        let (n, of) = (c.ranked, c.group_size);
        let group = self.data.group(c.question.group);
        let (noun, name) = (group.noun.get(lang), group.name.get(lang));
        if c.kind == Kind::Target || self.only_targets(id) {
            return Some(lang.pick("只有目标数", "targets only").to_owned());
        }
        let valued = self.holders(id);
        let words = match (n, valued.len()) {
            (n, _) if n == of => return None,
            (_, 0) => lang.pick(
                format!("{name}{of}{noun}都没有数字"),
                format!("none of the {of} {noun} has a figure"),
            ),
            (0 | 1, 1) => lang.pick(
                format!("{of}{noun}中只有1{noun}有数字"),
                format!("only 1 of {of} {noun} has a figure"),
            ),
            (0 | 1, k) if self.same_scope(id) => lang.pick(
                format!("{of}{noun}中{k}{noun}有数字，但不是同一时期"),
                format!("{k} of {of} {noun} have a figure, of different periods"),
            ),
            (0 | 1, k) => lang.pick(
                format!("{of}{noun}中{k}{noun}有数字，口径各不相同"),
                format!("{k} of {of} {noun} have a figure, each of another scope"),
            ),
            (n, k) if k > n => lang.pick(
                format!("{of}{noun}中{n}{noun}有同期同口径的数字"),
                format!("{n} of {of} {noun} have a figure of the same period and scope"),
            ),
            (n, _) => lang.pick(
                format!("{of}{noun}中{n}{noun}有数字"),
                format!("{n} of {of} {noun} have a figure"),
            ),
        };
        Some(words)
    }

    /// Whether nothing but targets is known of an indicator, of whatever place.
    pub(super) fn only_targets(&self, id: IndicatorId) -> bool {
        let all = self.data.observations(id);
        !all.is_empty() && all.iter().all(|o| o.kind == Kind::Target)
    }

    /// Who of the group has any value of what an indicator measures, in any scope and period.
    pub(super) fn holders(&self, id: IndicatorId) -> Vec<RegionId> {
        let c = self.answer(id);
        let group = &self.data.group(c.question.group).members;
        let derived = self.data.indicator(id).formula.is_some();
        let has = |r: &&RegionId| {
            if derived {
                return c.series_of(**r).is_some_and(|s| !s.readings.is_empty());
            }
            let own = self.data.of(id, **r).iter();
            own.clone().any(|o| o.value.is_some() && o.kind == c.kind)
        };
        group.iter().filter(has).copied().collect()
    }

    /// Whether the group's values are all of one scope.
    fn same_scope(&self, id: IndicatorId) -> bool {
        let c = self.answer(id);
        let group = &self.data.group(c.question.group).members;
        let all = group.iter().flat_map(|r| self.data.of(id, *r));
        let mut scopes: Vec<_> = all
            .filter(|o| o.value.is_some() && o.kind == c.kind)
            .map(|o| o.scope)
            .collect();
        scopes.dedup();
        scopes.len() <= 1
    }
}
