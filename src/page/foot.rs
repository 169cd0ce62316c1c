//! The foot of every page: which data these are, how far they go, whose they are, and the way to the other pages.
//!
//! How far the data go is counted, never written by hand.

use maud::{Markup, html};

use super::frame::Frame;
use crate::data::{Dataset, Kind, Lang, Period};
use crate::tell;

/// How far the data go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The latest period with an actual value.
    latest: Period,
    /// The latest year in which, or after which, more than half of the recorded indicators have one.
    common: i32,
}

/// Counts how far the actual values go; targets are of the future.
pub(super) fn reach(data: &Dataset) -> Option<Reach> {
    let last = |id| {
        let actual = |o: &&crate::data::Observation| o.kind == Kind::Actual && o.value.is_some();
        data.observations(id)
            .iter()
            .filter(actual)
            .map(|o| o.period)
            .max()
    };
    let mut ends: Vec<Period> = data.indicators().filter_map(|(id, _)| last(id)).collect();
    ends.sort_unstable();
    Some(Reach {
        latest: *ends.last()?,
        // the upper half begins here: one more than half of them end then or later
        common: ends.get((ends.len() - 1) / 2)?.year(),
    })
}

fn reached(reach: Reach, lang: Lang) -> String {
    let (latest, common) = (tell::period(reach.latest, lang), reach.common);
    lang.pick(
        format!("数据截至{latest}；过半指标到{common}年。"),
        format!("Data up to {latest}; more than half of the indicators reach {common}."),
    )
}

pub(super) fn colophon(frame: &Frame<'_>) -> Markup {
    let label = frame.label();
    let site = frame.site;
    html! {
        footer.colophon lang=[frame.voice()] data-lang=[frame.voice()] {
            nav.ways aria-label=(label.ways) {
                @for (path, name) in frame.links() { a href=(frame.to(&path)) { (name) } }
            }
            p {
                // where a picture with its sources stands above
                @if frame.kind.is_live() { (label.colophon) }
                @if let Some(reach) = reach(site.data) { " " (reached(reach, frame.lang)) }
            }
            p {
                (label.version) " " a href=(frame.to("data/")) { code { (site.version) } }
                " · " a href=(frame.at("data/LICENCES.md")) { (label.data_licences) }
                " · " (label.code_licence)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::reach;
    use crate::data::builtin;

    #[test]
    fn targets_do_not_count_as_reached() {
        let reach = reach(&builtin()).expect("there are data");
        // the plans name 2025 and later as targets; nothing recorded is of the future
        assert!((2024..=2025).contains(&reach.latest.year()), "{reach:?}");
        assert!(reach.common <= reach.latest.year());
    }
}
