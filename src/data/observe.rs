//! From a file of observations to sorted, checked figures of a [`Dataset`].
//!
//! Only figures and breaks are read here; what they are about must be in the catalogue already.
//! Tables have a file of their own: [`super::table`].

use super::Period;
use super::dataset::Dataset;
use super::lang::Localized;
use super::load::{unknown, unknown_of};
use super::model::{
    Break, IndicatorId, NoteId, Observation, Pyramid, RegionId, Reported, ScopeId, SourceId,
    ThemeId,
};
use super::raw::{Cell, ObservationsFile, RawBreak, RawFact, RawPeriods, RawPyramid, RawSeries};
use crate::base::sort_by_key;
use crate::error::Problem;

/// Reads one theme's file into the dataset; what is wrong goes to `problems`.
pub(super) fn file(
    data: &mut Dataset,
    problems: &mut Vec<Problem>,
    name: &str,
    file: ObservationsFile,
) {
    let Some(theme) = data.theme_named(&file.theme) else {
        problems.push(
            Problem::new(
                format!("{name}: theme"),
                format!("unknown theme \"{}\"", file.theme),
            )
            .help("list it in indicators.json"),
        );
        return;
    };
    data.loaded[theme.index()] = true;
    let mut reader = Reader {
        data,
        problems,
        file: name,
    };
    for (id, series) in file.series.0 {
        reader.series(theme, &id, series);
    }
    for (i, raw) in file.breaks.into_iter().enumerate() {
        reader.series_break(i, raw);
    }
    for (i, raw) in file.pyramids.into_iter().enumerate() {
        reader.pyramid(i, raw);
    }
}

/// Reads pyramids that come without a theme.
#[cfg(feature = "gallery")]
pub(super) fn pyramids(
    data: &mut Dataset,
    problems: &mut Vec<Problem>,
    file: &str,
    pyramids: Vec<RawPyramid>,
) {
    let mut reader = Reader {
        data,
        problems,
        file,
    };
    for (i, raw) in pyramids.into_iter().enumerate() {
        reader.pyramid(i, raw);
    }
}

pub(super) struct Reader<'a> {
    pub(super) data: &'a mut Dataset,
    pub(super) problems: &'a mut Vec<Problem>,
    pub(super) file: &'a str,
}

impl Reader<'_> {
    pub(super) fn say(&mut self, path: &str, message: impl Into<String>, help: &str) {
        self.problems
            .push(Problem::new(format!("{}: {path}", self.file), message).help(help));
    }

    fn series(&mut self, theme: ThemeId, id: &str, series: RawSeries) {
        let Some(indicator) = self.indicator(id) else {
            return;
        };
        let own = self.data.indicator(indicator).theme;
        if own != theme {
            let name = self.data.theme(own).id.clone();
            self.say(
                id,
                format!("this indicator belongs to the theme {name}"),
                "move the series to its file",
            );
        }
        if self.data.indicator(indicator).formula.is_some() {
            self.say(
                id,
                "this indicator is computed, so it can have no observations",
                "remove the series, or \"derived\" in indicators.json",
            );
            return;
        }
        let before = self.data.observations[indicator.index()].len();
        let complaints = self.problems.len();
        for (i, table) in series.tables.into_iter().enumerate() {
            let path = if i == 0 {
                id.to_owned()
            } else {
                format!("{id}.tables[{i}]")
            };
            self.table(indicator, &path, table);
        }
        for (i, fact) in series.facts.into_iter().enumerate() {
            self.fact(indicator, &format!("{id}.facts[{i}]"), fact);
        }
        let none = before == self.data.observations[indicator.index()].len();
        if none && complaints == self.problems.len() {
            self.say(id, "no observation", "add one or remove the series");
        }
        self.sort(indicator, id);
    }

    pub(super) fn number(&mut self, path: &str, cell: &Cell) -> Option<f64> {
        match cell {
            Cell::Number(v) if v.is_finite() => Some(*v),
            Cell::Number(v) => {
                self.say(path, format!("{v} is not finite"), "give a number or null");
                None
            }
            Cell::Missing => None,
            Cell::Wrong(text) => {
                self.say(
                    path,
                    format!("{text} is not a number"),
                    "use null and say why in \"missing\"",
                );
                None
            }
        }
    }

    fn fact(&mut self, indicator: IndicatorId, path: &str, raw: RawFact) {
        let value = self.number(path, &raw.value);
        let note = self.note(path, raw.note);
        let preferred = self.note(path, raw.preferred);
        let reported = reported(raw.rank, raw.share);
        if matches!(raw.value, Cell::Missing) && reported.is_none() && !raw.status.is_absent() {
            self.say(
                path,
                "no value, rank or share",
                "give one, or status O, L or M with a note",
            );
        }
        let (Some(region), Some(period), Some(source), Some(scope)) = (
            self.region(path, &raw.region),
            self.period(path, &raw.period),
            self.source(path, &raw.source),
            self.scope(indicator, path, raw.scope.as_deref()),
        ) else {
            return;
        };
        self.data.observations[indicator.index()].push(Observation {
            region,
            period,
            value,
            kind: raw.kind,
            status: raw.status,
            bound: raw.bound,
            scope,
            source,
            preferred,
            note,
            reported,
        });
    }

    /// Sorts an indicator's figures and sees that one key has one answer.
    fn sort(&mut self, indicator: IndicatorId, id: &str) {
        let mut all = std::mem::take(&mut self.data.observations[indicator.index()]);
        // a value beats an absent one, and the preferred source beats the others
        sort_by_key(&mut all, |o| {
            let absent = o.value.is_none() && o.reported.is_none();
            (key(o), absent, o.preferred.is_none(), o.source)
        });
        let answers: Vec<&Observation> = all.iter().filter(|o| o.value.is_some()).collect();
        for same in answers.chunk_by(|a, b| key(a) == key(b)) {
            if same.len() > 1 {
                self.rivals(id, same);
            }
        }
        self.data.observations[indicator.index()] = all;
    }

    fn rivals(&mut self, id: &str, same: &[&Observation]) {
        let place = format!(
            "{id}.{} {}",
            self.data.region(same[0].region).id,
            same[0].period
        );
        if same.windows(2).any(|w| w[0].source == w[1].source) {
            let source = self.data.source(same[0].source).id.clone();
            self.say(
                &place,
                format!("stands twice with the same scope, kind and source ({source})"),
                "remove one, or name the scope that tells them apart",
            );
        } else if same.iter().filter(|o| o.preferred.is_some()).count() != 1 {
            let sources: Vec<_> = same
                .iter()
                .map(|o| self.data.source(o.source).id.as_str())
                .collect();
            let list = sources.join(", ");
            self.say(
                &place,
                format!("several sources ({list}) and not exactly one preferred"),
                "mark one with \"preferred\" and say why",
            );
        }
    }

    fn series_break(&mut self, i: usize, raw: RawBreak) {
        let path = format!("breaks[{i}]");
        let note = self.note(&path, Some(raw.note));
        let regions = if raw.regions.iter().any(|r| r == "*") {
            None
        } else {
            Some(
                raw.regions
                    .iter()
                    .filter_map(|r| self.region(&path, r))
                    .collect(),
            )
        };
        if let (Some(indicator), Some(from), Some(note)) = (
            self.indicator(&raw.indicator),
            self.period(&path, &raw.from),
            note,
        ) {
            self.data.breaks[indicator.index()].push(Break {
                regions,
                from,
                note,
            });
        }
    }

    fn pyramid(&mut self, i: usize, raw: RawPyramid) {
        let path = format!("pyramids[{i}]");
        let mut rows = Vec::new();
        for (region, sexes) in raw.values.0 {
            let path = format!("{path}.{region}");
            for (sex, row) in [("male", &sexes.male), ("female", &sexes.female)] {
                if row.len() != raw.ages.len() {
                    self.say(
                        &format!("{path}.{sex}"),
                        format!("{} values for {} age groups", row.len(), raw.ages.len()),
                        "give one number for each age group",
                    );
                }
            }
            if let Some(region) = self.region(&path, &region) {
                rows.push((region, sexes.male, sexes.female));
            }
        }
        if let (Some(period), Some(source)) = (
            self.period(&path, &raw.period),
            self.source(&path, &raw.source),
        ) {
            self.data.pyramids.push(Pyramid {
                period,
                source,
                ages: raw.ages,
                rows,
            });
        }
    }

    /// The periods of a table, or nothing when they are no ascending list.
    pub(super) fn periods(&mut self, path: &str, raw: &RawPeriods) -> Option<Vec<Period>> {
        let path = format!("{path}.periods");
        let list: Vec<Period> = match raw {
            RawPeriods::Span(span) => {
                let years = years(span);
                if years.is_none() {
                    self.say(
                        &path,
                        format!("\"{span}\" is no span of years"),
                        "write \"2005..2023\" or a list of periods",
                    );
                }
                years?
            }
            RawPeriods::List(list) => {
                let read: Vec<_> = list.iter().map(|p| self.period(&path, p)).collect();
                read.into_iter().collect::<Option<_>>()?
            }
        };
        if list.windows(2).any(|w| w[0] >= w[1]) {
            self.say(
                &path,
                "periods do not ascend",
                "put them in order, each once",
            );
            return None;
        }
        Some(list)
    }

    fn period(&mut self, path: &str, text: &str) -> Option<Period> {
        text.parse()
            .map_err(|e: super::NotAPeriod| {
                self.problems.push(Problem::new(
                    format!("{}: {path}", self.file),
                    e.to_string(),
                ));
            })
            .ok()
    }

    pub(super) fn region(&mut self, path: &str, id: &str) -> Option<RegionId> {
        let found = self.data.region_named(id);
        if found.is_none() {
            let place = format!("{}: {path}", self.file);
            self.problems
                .push(unknown(&place, "region", id, &self.data.region_ids));
        }
        found
    }

    fn indicator(&mut self, id: &str) -> Option<IndicatorId> {
        let found = self.data.indicator_named(id);
        if found.is_none() {
            self.problems.push(unknown(
                self.file,
                "indicator",
                id,
                &self.data.indicator_ids,
            ));
        }
        found
    }

    pub(super) fn source(&mut self, path: &str, id: &str) -> Option<SourceId> {
        let found = self.data.source_ids.get(id).map(SourceId);
        if found.is_none() {
            let place = format!("{}: {path}", self.file);
            self.problems
                .push(unknown(&place, "source", id, &self.data.source_ids));
        }
        found
    }

    /// `Some(None)` is the main scope; `None` is an unknown one, already reported.
    #[expect(
        clippy::option_option,
        reason = "absent and unknown are different answers"
    )]
    pub(super) fn scope(
        &mut self,
        indicator: IndicatorId,
        path: &str,
        id: Option<&str>,
    ) -> Option<Option<ScopeId>> {
        let Some(id) = id else {
            return Some(None);
        };
        let scopes = &self.data.indicator(indicator).scopes;
        let found = scopes.iter().position(|(s, _)| s == id).map(ScopeId::at);
        if found.is_none() {
            let known = scopes.iter().map(|(s, _)| s.as_str());
            let place = format!("{}: {path}", self.file);
            self.problems.push(unknown_of(&place, "scope", id, known));
        }
        found.map(Some)
    }

    pub(super) fn note(&mut self, path: &str, text: Option<Localized>) -> Option<NoteId> {
        let text = text?;
        if text.zh.trim().is_empty() || text.en.trim().is_empty() {
            self.say(path, "a note lacks a language", "write it in zh and en");
        }
        let id = NoteId::at(self.data.notes.len());
        self.data.notes.push(text);
        Some(id)
    }
}

pub(super) fn reported(
    rank: Option<super::ReportedRank>,
    share: Option<super::ReportedShare>,
) -> Option<Box<Reported>> {
    (rank.is_some() || share.is_some()).then(|| Box::new(Reported { rank, share }))
}

/// What one figure answers.
fn key(o: &Observation) -> (RegionId, Option<ScopeId>, super::Kind, Period) {
    (o.region, o.scope, o.kind, o.period)
}

/// The years of `2005..2023`.
fn years(span: &str) -> Option<Vec<Period>> {
    let (a, b) = span.split_once("..")?;
    let year = |text: &str| {
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (a, b) = (year(a)?, year(b)?);
    (a < b).then(|| (a..=b).map(Period::of_year).collect())
}
