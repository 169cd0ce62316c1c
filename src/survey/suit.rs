//! For which indicators each chart has something to show, so that the menu offers no chart that says nothing.
//!
//! It is seen from the default home; whether a chart is good is not judged here, and what it needs `charts.rs` says in words.

use std::collections::{BTreeMap, BTreeSet};

use super::charts::{COMPANY, YEARS, needs};
use crate::base::Size;
use crate::compare::{Ages, Comparison, facts};
use crate::data::{Dataset, IndicatorId, RegionId};
use crate::figure::{Figure, Frame, undescribed};
use crate::view::{ChartId, View};

/// By indicator the ids of the charts that have something to show.
pub type Suits = BTreeMap<String, Vec<&'static str>>;

/// So many shaded cities are the least that a map is drawn for: two are compared better in words.
const A_FEW: usize = 3;

/// The themes of the data that are about who lives somewhere, and how old they are.
const PEOPLE: [&str; 2] = ["population", "ageing"];

/// What each chart has to show, seen from the default home: something is drawn, and it is about the indicator.
///
/// One that sets cities against each other needs two, one over time two periods, a map three cities on it;
/// an age pyramid is for indicators of population and age, a fact card for a figure of home's that is ranked with nobody's, or by a source.
///
/// ```
/// use duibiao::survey::suits;
/// let suits = suits(&duibiao::data::builtin());
/// assert!(suits["share-60plus"].contains(&"pyramid"));
/// assert!(!suits["gdp"].contains(&"pyramid"));
/// ```
#[must_use]
pub fn suits(data: &Dataset) -> Suits {
    let of = |indicator: IndicatorId| {
        let all = ChartId::ALL.into_iter();
        all.filter(|c| says(data, indicator, *c))
            .map(ChartId::id)
            .collect()
    };
    data.indicators()
        .map(|(id, i)| (i.id.clone(), of(id)))
        .collect()
}

fn says(data: &Dataset, indicator: IndicatorId, chart: ChartId) -> bool {
    let view = View {
        indicator: Some(data.indicator(indicator).id.clone()),
        chart: Some(chart),
        ..View::default()
    };
    let figure = undescribed(data, &view, Size::new(960.0, 600.0), Frame::Plot);
    let least = if needs(chart) == Some(COMPANY) { 2 } else { 1 };
    drawn(&figure) >= least && has_matter(data, &figure.comparison, chart)
}

/// How many regions can be asked about in a picture.
fn drawn(figure: &Figure) -> usize {
    let scene = &figure.scene;
    let tags = scene.spots.iter().map(|s| scene.tags.get(s.tag as usize));
    let regions: BTreeSet<_> = tags.flatten().map(|t| t.region.as_ref()).collect();
    regions.len()
}

/// Whether the data have what a chart is about.
fn has_matter(data: &Dataset, c: &Comparison, chart: ChartId) -> bool {
    let coverage = || data.coverage(c.question.indicator);
    match chart {
        ChartId::Pyramid => is_of_people(data, c),
        ChartId::FactCard => is_for_a_card(data, c),
        ChartId::Map => valued(c, |region| has_boundary(data, region)) >= A_FEW,
        ChartId::TileGrid => valued(c, |region| has_tile(data, region)) >= A_FEW,
        _ if needs(chart) == Some(COMPANY) => coverage().is_some_and(|c| c.regions.len() >= 2),
        _ if needs(chart) == Some(YEARS) => coverage().is_some_and(|c| c.from < c.to),
        _ => true,
    }
}

/// A pyramid counts people by age: beside an area of land it would be a picture of something else.
fn is_of_people(data: &Dataset, c: &Comparison) -> bool {
    let indicator = data.indicator(c.question.indicator);
    let is_land = data.unit(indicator.unit).id == "km2";
    let of_people = PEOPLE.contains(&data.theme(indicator.theme).id.as_str());
    of_people && !is_land && !Ages::of(data, c.question.home).is_empty()
}

/// A card says more than a ranking where home's figure can be ranked with nobody's, or a source says where home stands.
fn is_for_a_card(data: &Dataset, c: &Comparison) -> bool {
    let mut own = facts(data, c);
    own.retain(|f| f.region == c.question.home);
    let mut recorded = own.iter().filter_map(|f| f.recorded);
    !own.is_empty() && (c.ranked < 2 || recorded.any(|o| o.reported.is_some()))
}

/// How many members have a value and a place in the picture.
fn valued(c: &Comparison, has_place: impl Fn(RegionId) -> bool) -> usize {
    let with_value = c.members.iter().filter(|m| m.reading.is_some());
    with_value.filter(|m| has_place(m.region)).count()
}

fn has_boundary(data: &Dataset, region: RegionId) -> bool {
    let mut shapes = data.boundaries().iter().flat_map(|b| &b.shapes);
    shapes.any(|(r, _)| *r == region)
}

fn has_tile(data: &Dataset, region: RegionId) -> bool {
    data.tiles().iter().any(|(r, _)| *r == region)
}
