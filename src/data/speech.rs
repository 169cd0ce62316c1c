//! What a public speech says of a city's shortfalls, statement by statement, and what of it can be checked: the file `claims.json`.
//!
//! Nothing is judged here: whether the figures support a statement is computed in [`crate::survey`].
//! The file may be missing: then there is no speech.

use super::json::{Json, Read, Reading, read_word};
use super::lang::Localized;
use super::load::File;
use super::model::{IndicatorId, Observation, RegionId, SourceId};
use super::peer_set::Check as Ids;
use super::raw::{optional, read_fields, words};
use super::{Dataset, Period};
use crate::error::Problem;
use serde::Deserialize;

/// The file's name in a data folder.
pub(super) const FILE: &str = "claims.json";

/// A speech about one city.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// About whom.
    pub region: RegionId,
    /// When it was held.
    pub period: Period,
    /// Where it was read.
    pub source: SourceId,
    /// What it is called in a sentence.
    pub name: Localized,
    /// The shortfalls that it names, in its order.
    pub shortfalls: Vec<Shortfall>,
}

/// A field in which the speech sees its city behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// The id.
    pub id: String,
    /// The field.
    pub name: Localized,
    /// What the speech says of it, in our words.
    pub says: Localized,
    /// Whom it sees ahead.
    pub leaders: Vec<RegionId>,
    /// Comparable figures of the same field, which are not what the speech speaks of.
    pub measures: Vec<IndicatorId>,
    /// Whether these figures are of something wider than the field, so that they can settle nothing about it.
    pub wider: bool,
    /// Its single statements.
    pub statements: Vec<Statement>,
}

/// One thing that the speech says.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// In our words.
    pub says: Localized,
    /// What would have to be true.
    pub check: Check,
    /// By which indicators it could be measured.
    pub indicators: Vec<IndicatorId>,
    /// When; the figure of the speech itself is filed under it.
    pub period: Option<Period>,
    /// Whom it names.
    pub against: Vec<RegionId>,
    /// Other indicators by which those named have figures of their own.
    pub near: Vec<IndicatorId>,
}

/// What would have to be true for a [`Statement`] to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Check {
    /// The city has this value.
    Value,
    /// The city has this place.
    Place,
    /// The city is worse than each of those named.
    Behind,
    /// Nothing that is counted: no figure could say.
    Uncounted,
}

struct RawFile {
    speech: RawSpeech,
    shortfalls: Vec<RawShortfall>,
}

struct RawSpeech {
    region: String,
    period: String,
    source: String,
    name: Localized,
}

struct RawShortfall {
    id: String,
    name: Localized,
    says: Localized,
    leaders: Vec<String>,
    measures: Vec<String>,
    statements: Vec<RawStatement>,
    wider: bool,
}

struct RawStatement {
    says: Localized,
    check: Check,
    indicators: Vec<String>,
    period: Option<String>,
    against: Vec<String>,
    near: Vec<String>,
}

words!(Check);
read_fields!(RawFile, [speech, shortfalls], []);
read_fields!(RawSpeech, [region, period, source, name], []);
read_fields!(
    RawShortfall,
    [id, name, says, leaders, measures, statements],
    [wider]
);
read_fields!(
    RawStatement,
    [says, check],
    [indicators, period, against, near]
);

impl Speech {
    /// The figure that a statement itself is, where it is one, with its indicator.
    #[must_use]
    pub fn figure<'a>(
        &self,
        data: &'a Dataset,
        s: &Statement,
    ) -> Option<(IndicatorId, &'a Observation)> {
        let (indicator, period) = (*s.indicators.first()?, s.period?);
        let own = |o: &&Observation| o.period == period && o.source == self.source;
        let figure = data.of(indicator, self.region).iter().find(own)?;
        Some((indicator, figure))
    }
}

/// Reads the file into the dataset, when the folder has it; the figures must be there.
pub(super) fn read(data: &mut Dataset, problems: &mut Vec<Problem>, files: &[File<'_>]) {
    let Some(raw) = optional::<RawFile>(files, FILE, problems) else {
        return;
    };
    let figures = problems.is_empty();
    let ids = Ids { data, problems };
    data.speech = Reader { ids, figures }.speech(raw);
}

struct Reader<'a> {
    ids: Ids<'a>,
    /// Whether the figures are whole; else one that is missing here is missed for another reason.
    figures: bool,
}

impl Reader<'_> {
    fn wrong(&mut self, place: &str, message: String, help: &str) {
        self.ids
            .problems
            .push(Problem::new(place, message).help(help));
    }

    fn speech(&mut self, raw: RawFile) -> Option<Speech> {
        let place = format!("{FILE}: speech");
        self.ids.words(&place, &raw.speech.name);
        let region = self.ids.region(&place, &raw.speech.region);
        let period = self.period(&place, &raw.speech.period);
        let source = self.source(&place, &raw.speech.source);
        let mut speech = Speech {
            region: region?,
            period: period?,
            source: source?,
            name: raw.speech.name,
            shortfalls: Vec::new(),
        };
        for shortfall in raw.shortfalls {
            let read = self.shortfall(&speech, shortfall);
            speech.shortfalls.push(read);
        }
        Some(speech)
    }

    fn shortfall(&mut self, speech: &Speech, raw: RawShortfall) -> Shortfall {
        let place = format!("{FILE}: {}", raw.id);
        self.ids.words(&place, &raw.name);
        self.ids.words(&place, &raw.says);
        let leaders = self.regions(&place, &raw.leaders);
        let measures = self.indicators(&place, &raw.measures);
        let statements = raw.statements.into_iter().enumerate();
        let statements = statements
            .map(|(i, s)| self.statement(speech, &format!("{place}.statements[{i}]"), s))
            .collect();
        Shortfall {
            id: raw.id,
            name: raw.name,
            says: raw.says,
            leaders,
            measures,
            wider: raw.wider,
            statements,
        }
    }

    fn statement(&mut self, speech: &Speech, place: &str, raw: RawStatement) -> Statement {
        self.ids.words(place, &raw.says);
        let statement = Statement {
            indicators: self.indicators(place, &raw.indicators),
            period: raw.period.and_then(|p| self.period(place, &p)),
            against: self.regions(place, &raw.against),
            near: self.indicators(place, &raw.near),
            says: raw.says,
            check: raw.check,
        };
        let whole = statement.indicators.len() == raw.indicators.len()
            && statement.against.len() == raw.against.len();
        if whole && self.figures {
            self.fits(speech, place, &statement);
        }
        statement
    }

    /// Whether the statement has what its check needs.
    fn fits(&mut self, speech: &Speech, place: &str, s: &Statement) {
        let figure = speech.figure(self.ids.data, s);
        let has_place =
            figure.is_some_and(|(_, o)| o.reported.as_ref().is_some_and(|r| r.rank.is_some()));
        let has_value = figure.is_some_and(|(_, o)| o.value.is_some());
        match s.check {
            Check::Value if !has_value => self.wrong(
                place,
                "no figure of the speech's own source answers it".into(),
                "name the indicator and period under which its value is filed",
            ),
            Check::Place if !has_place => self.wrong(
                place,
                "no rank of the speech's own source answers it".into(),
                "name the indicator and period under which its rank is filed",
            ),
            Check::Behind if s.against.is_empty() || s.indicators.is_empty() => self.wrong(
                place,
                "nobody or nothing to be behind".into(),
                "name cities in \"against\" and what is measured in \"indicators\"",
            ),
            Check::Uncounted if !s.indicators.is_empty() => self.wrong(
                place,
                "what nothing counts has no indicators".into(),
                "remove them, or choose another check",
            ),
            _ => {}
        }
    }

    fn regions(&mut self, place: &str, ids: &[String]) -> Vec<RegionId> {
        let ids = ids.iter();
        ids.filter_map(|id| self.ids.region(place, id)).collect()
    }

    fn indicators(&mut self, place: &str, ids: &[String]) -> Vec<IndicatorId> {
        let ids = ids.iter();
        ids.filter_map(|id| self.ids.indicator(place, id)).collect()
    }

    fn period(&mut self, place: &str, text: &str) -> Option<Period> {
        match text.parse() {
            Ok(period) => Some(period),
            Err(e) => {
                self.ids.problems.push(Problem::new(place, format!("{e}")));
                None
            }
        }
    }

    fn source(&mut self, place: &str, id: &str) -> Option<SourceId> {
        let data = self.ids.data;
        let found = data.source_named(id);
        if found.is_none() {
            let known = data.sources().iter().map(|s| s.id.as_str());
            let problem = super::load::unknown_of(place, "source", id, known);
            self.ids.problems.push(problem);
        }
        found
    }
}
