//! A home surveyed over all indicators: where it stands, what changed, what a speech said of it, and what nobody publishes.
//!
//! It yields plain structs with finished words in one language; it draws nothing and writes no HTML.
//! Each indicator is compared once, with the default group and period, and everything else follows from that.
//! Native only: the page of one view needs nothing of it.

mod absent;
mod change;
mod charts;
mod choices;
mod fact;
mod finding;
mod lack;
mod peer_set;
mod request;
mod scorecard;
mod speech;
mod standing;
mod statement;
mod suit;

use crate::compare::{Comparison, Question, default_peers};
use crate::data::{Dataset, Direction, IndicatorId, Lang, Period, RegionId, Status};
use crate::view::View;

pub use change::Change;
pub use charts::{ChartChoice, charts};
pub use choices::{Choices, choices};
pub use fact::{Cited, Fact, Facts, Place, Subject, facts};
pub use finding::{Findings, Tile};
pub use lack::{Lack, LackKind, Lacking};
pub use peer_set::{PeerChoice, PeerWhy, peer_choices};
pub use scorecard::{Cell, City, Row, Scorecard, Section};
pub use speech::{Evidence, Judged, Measure, Spoken, Verdict};
pub use standing::{Distance, Dot, Standing};
pub use suit::{Suits, suits};

/// The comparisons of one home over all indicators.
///
/// ```
/// use duibiao::{data::Lang, survey::Survey};
/// let data = duibiao::data::builtin();
/// let survey = Survey::of(&data, data.region_named("wenzhou").unwrap());
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let standing = survey.standing(doctors, Lang::Zh);
/// assert_eq!((standing.place, standing.of, standing.value.as_str()), (Some(8), 11, "3.80人"));
/// ```
pub struct Survey<'a> {
    data: &'a Dataset,
    home: RegionId,
    peers: Vec<RegionId>,
    /// By indicator.
    answers: Vec<Comparison>,
}

/// A view and where it is found.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Link {
    /// The view.
    pub view: View,
    /// Its address, from the root of its language: `indicator/gdp/?home=hangzhou`.
    pub address: String,
}

impl<'a> Survey<'a> {
    /// Compares a home with its default peers in everything there is.
    #[must_use]
    pub fn of(data: &'a Dataset, home: RegionId) -> Self {
        let peers = default_peers(data, home);
        let answer = |(indicator, _)| {
            let question = Question {
                home,
                peers: peers.clone(),
                ..Question::about(data, indicator)
            };
            Comparison::of(data, &question)
        };
        Self {
            data,
            home,
            answers: data.indicators().map(answer).collect(),
            peers,
        }
    }

    /// Whose survey it is.
    #[must_use]
    pub fn home(&self) -> RegionId {
        self.home
    }

    /// With whom it is compared: the default peers, the default home in the place of home itself.
    #[must_use]
    pub fn peers(&self) -> &[RegionId] {
        &self.peers
    }

    /// The comparison of an indicator.
    #[must_use]
    pub fn answer(&self, indicator: IndicatorId) -> &Comparison {
        &self.answers[indicator.index()]
    }

    /// Every comparison, in the order of the indicators.
    fn answers(&self) -> impl Iterator<Item = (IndicatorId, &Comparison)> {
        self.data.indicators().map(|(id, _)| id).zip(&self.answers)
    }

    fn name(&self, region: RegionId, lang: Lang) -> &'a str {
        self.data.region(region).name.get(lang)
    }

    fn role(&self, region: RegionId) -> &'static str {
        match region {
            r if r == self.home => "home",
            r if self.peers.contains(&r) => "peer",
            _ => "rest",
        }
    }

    /// The link to an indicator as this home sees it, with further choices.
    fn link(&self, indicator: IndicatorId, lang: Lang, choose: impl FnOnce(&mut View)) -> Link {
        let defaults = self.data.defaults();
        let id = &self.data.indicator(indicator).id;
        let region = |r: &RegionId| self.data.region(*r).id.clone();
        let mut view = View {
            lang: Some(lang),
            indicator: Some(id.clone()),
            home: (self.home != defaults.home).then(|| region(&self.home)),
            ..View::default()
        };
        choose(&mut view);
        let address = format!("indicator/{id}/{}", view.query());
        Link { view, address }
    }

    /// Whether home's figure is as good as any: ranked among the whole group, normal and exact, and one end is better.
    fn is_sound(&self, indicator: IndicatorId) -> bool {
        let c = self.answer(indicator);
        let home = c.home();
        self.data.indicator(indicator).direction != Direction::Neutral
            && c.ranked == c.group_size
            && home.rank.is_some()
            && home.reading.is_some_and(|r| is_plain(r.status))
    }
}

/// Neither an estimate nor in doubt.
fn is_plain(status: Status) -> bool {
    matches!(status, Status::A | Status::P)
}

/// What must be said of a status, in a word: normal needs none.
fn doubt(status: Status, lang: Lang) -> Option<&'static str> {
    (status != Status::A).then(|| crate::tell::status(status, lang))
}

/// Names in a row, as each language lists them.
fn listed<S: AsRef<str>>(names: &[S], lang: Lang) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match (lang, names.split_last()) {
        (Lang::Zh, _) => names.join("、"),
        (Lang::En, Some((last, [first @ .., second]))) => {
            let first: String = first.iter().map(|n| format!("{n}, ")).collect();
            format!("{first}{second} and {last}")
        }
        (Lang::En, _) => names.join(", "),
    }
}

/// The last year in which any indicator has a value for the whole group: "now", as far as these data go.
fn horizon(survey: &Survey<'_>) -> Option<Period> {
    let complete = survey
        .answers()
        .filter_map(|(_, c)| change::complete(c).into_iter().rev().find(|p| p.is_year()));
    complete.max()
}
