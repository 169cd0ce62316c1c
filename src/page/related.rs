//! The row of indicators that stand near the one shown: those that its data name, then its neighbours of the same theme.
//!
//! The script's part keeps these links and only adds home and peers to them.

use maud::{Markup, html};

use super::Page;
use crate::data::{Dataset, IndicatorId};
use crate::tell::capital;

/// As many are offered.
const OFFERED: usize = 5;

/// The links; nothing where no other indicator exists.
pub(super) fn related(page: &Page<'_>) -> Markup {
    let near = page
        .data
        .indicator_named(page.indicator())
        .map(|id| near(page.data, id))
        .unwrap_or_default();
    html! {
        @if !near.is_empty() {
            span.caption #related { (page.label.related) }
            ul aria-labelledby="related" {
                @for id in near {
                    li { (link(page, id)) }
                }
            }
        }
    }
}

fn link(page: &Page<'_>, id: IndicatorId) -> Markup {
    let indicator = page.data.indicator(id);
    let way = format!(
        "{}{}/indicator/{}/",
        page.root,
        page.lang().id(),
        indicator.id
    );
    html! {
        a href=(way) data-id=(indicator.id) { (capital(indicator.short().get(page.lang()))) }
    }
}

/// The indicators near another, nearest first.
fn near(data: &Dataset, id: IndicatorId) -> Vec<IndicatorId> {
    let indicator = data.indicator(id);
    let same_theme: Vec<IndicatorId> = data
        .indicators()
        .filter(|(_, other)| other.theme == indicator.theme)
        .map(|(other, _)| other)
        .collect();
    let here = same_theme.iter().position(|other| *other == id);
    let named = indicator
        .related
        .iter()
        .filter_map(|name| data.indicator_named(name));
    let mut found: Vec<IndicatorId> = Vec::new();
    for other in named.chain(around(&same_theme, here.unwrap_or(0))) {
        if other != id && !found.contains(&other) && found.len() < OFFERED {
            found.push(other);
        }
    }
    found
}

/// The entries around a place in a list: one after, one before, two after, two before …
fn around(list: &[IndicatorId], here: usize) -> impl Iterator<Item = IndicatorId> {
    (1..list.len()).flat_map(move |step| {
        let after = list.get(here + step);
        let before = here.checked_sub(step).and_then(|place| list.get(place));
        after.into_iter().chain(before).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::near;
    use crate::data::builtin;

    fn ids(of: &str) -> Vec<String> {
        let data = builtin();
        let id = data.indicator_named(of).expect("it is in the data");
        let near = near(&data, id).into_iter();
        near.map(|other| data.indicator(other).id.clone()).collect()
    }

    #[test]
    fn those_that_the_data_name_come_first() {
        let found = ids("doctors-per-1000");
        let named = ["doctors", "hospital-beds-per-1000", "hospitals-per-100000"];
        assert_eq!(found[..3], named);
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn none_is_its_own_neighbour_and_none_comes_twice() {
        let data = builtin();
        for (id, indicator) in data.indicators() {
            let found = near(&data, id);
            assert!(
                !found.is_empty() && !found.contains(&id),
                "{}",
                indicator.id
            );
            let mut once = found.clone();
            once.dedup();
            assert_eq!(once, found, "{}", indicator.id);
        }
    }
}
