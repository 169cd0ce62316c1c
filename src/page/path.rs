//! Where the pages lie below their language, and how to get from home to home.
//!
//! The default home's pages have the short addresses; only city pages always name their city.

use super::frame::Kind;
use crate::data::{Dataset, RegionId};
use crate::view::View;

/// The path of a page about a home, with a slash at its end; empty for the opening of the default home.
pub(super) fn of(data: &Dataset, kind: Kind, home: RegionId) -> String {
    let id = &data.region(home).id;
    let is_default = home == data.defaults().home;
    match kind {
        Kind::Opening if is_default => String::new(),
        Kind::Opening => format!("home/{id}/"),
        Kind::Scorecard if is_default => "scorecard/".to_owned(),
        Kind::Scorecard => format!("scorecard/{id}/"),
        Kind::City => format!("city/{id}/"),
        Kind::Facts => "facts/".to_owned(),
        Kind::Data => "data/".to_owned(),
        Kind::Methods => "methods/".to_owned(),
        Kind::Charts => "charts/".to_owned(),
        Kind::Missing => String::new(),
        Kind::Indicator => {
            let indicator = &data.indicator(data.defaults().indicator).id;
            format!("indicator/{indicator}/")
        }
    }
}

/// The path of the explorer at an indicator, with the home in its query where it is not the default one.
pub(super) fn view(data: &Dataset, indicator: &str, home: RegionId) -> String {
    format!("indicator/{indicator}/{}", query(data, home))
}

/// The query that names the home where it is not the default one: pages about no home pass it on, too.
pub(super) fn query(data: &Dataset, home: RegionId) -> String {
    let chosen = (home != data.defaults().home).then(|| data.region(home).id.clone());
    let view = View {
        home: chosen,
        ..View::default()
    };
    view.query()
}

/// The ids of the homes that have pages, the default home first: the script reads them from the document.
pub(super) fn home_ids(data: &Dataset) -> Vec<&str> {
    let usual = data.defaults().home;
    let others = homes(data).into_iter().filter(|home| *home != usual);
    std::iter::once(usual)
        .chain(others)
        .map(|home| data.region(home).id.as_str())
        .collect()
}

/// Whose pages there are: the members of the default group, and the default home if it is none of them.
#[must_use]
pub fn homes(data: &Dataset) -> Vec<RegionId> {
    let defaults = data.defaults();
    let mut homes = data.group(defaults.group).members.clone();
    if !homes.contains(&defaults.home) {
        homes.insert(0, defaults.home);
    }
    homes
}

/// Where the opening, the scorecard and the page of a city lie below their language.
///
/// ```
/// let data = duibiao::data::builtin();
/// let hangzhou = data.region_named("hangzhou").unwrap();
/// let [opening, scorecard, city] = duibiao::page::places(&data, hangzhou);
/// assert_eq!((opening.as_str(), scorecard.as_str()), ("home/hangzhou/", "scorecard/hangzhou/"));
/// assert_eq!(city, "city/hangzhou/");
/// ```
#[must_use]
pub fn places(data: &Dataset, home: RegionId) -> [String; 3] {
    [Kind::Opening, Kind::Scorecard, Kind::City].map(|kind| of(data, kind, home))
}
