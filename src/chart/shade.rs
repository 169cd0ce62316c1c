//! Classes of values and their shades: five steps of grey, for home and peers have the hues.
//!
//! A class holds a fifth of the members, so that each shade is used; equal values are always in one class.

use super::{Cast, look};
use crate::base::{Color, sort};
use crate::compare::{Member, Role as Part};
use crate::mark::{Look, Strength};
use crate::scene::{Role, Theme};

/// How many classes there are at most.
const CLASSES: usize = 5;

/// How much of the text's colour a class has. Between the third and the fourth lies the grey on which nothing can be read.
const SHADES: [f64; CLASSES] = [0.08, 0.22, 0.36, 0.64, 0.82];

/// The values of a comparison, ascending.
pub(super) struct Classes(Vec<f64>);

/// The values of one class.
pub(super) struct Class {
    /// Which.
    pub(super) index: usize,
    /// Its least and its largest value.
    pub(super) range: (f64, f64),
    /// How many there are.
    pub(super) count: usize,
}

impl Classes {
    pub(super) fn of(cast: &Cast<'_>) -> Self {
        let mut values: Vec<f64> = cast
            .c
            .members
            .iter()
            .filter_map(|m| Some(m.reading?.value))
            .collect();
        sort(&mut values, f64::total_cmp);
        Self(values)
    }

    /// The class of a value: by how many are below it.
    pub(super) fn index(&self, value: f64) -> usize {
        let below = self.0.partition_point(|v| *v < value);
        (below * CLASSES / self.0.len().max(1)).min(CLASSES - 1)
    }

    /// The classes that have a value, the highest first.
    pub(super) fn all(&self) -> Vec<Class> {
        let of = |index| {
            let own = self.0.iter().copied().filter(|v| self.index(*v) == index);
            let own: Vec<f64> = own.collect();
            Some(Class {
                index,
                range: (*own.first()?, *own.last()?),
                count: own.len(),
            })
        };
        (0..CLASSES).rev().filter_map(of).collect()
    }

    /// The shade of a member's area; the ground where it has no value.
    pub(super) fn fill(&self, cast: &Cast<'_>, member: &Member) -> Color {
        let theme = cast.options.theme;
        let Some(reading) = member.reading else {
            return theme.ground;
        };
        let shade = shade(theme, self.index(reading.value));
        match cast.strength(member) {
            Strength::Faint => shade.mix(theme.ground, 0.75),
            Strength::Plain | Strength::Strong => shade,
        }
    }
}

/// The shade of a class.
pub(super) fn shade(theme: &Theme, index: usize) -> Color {
    theme.ground.mix(theme.text, SHADES[index])
}

/// The colour of a text on a shade.
pub(super) fn ink(theme: &Theme, fill: Color) -> Color {
    if theme.text.contrast(fill) >= theme.ground.contrast(fill) {
        theme.text
    } else {
        theme.ground
    }
}

/// The outline of a member that is marked: whose colour and how thick.
pub(super) fn outline(cast: &Cast<'_>, member: &Member) -> Option<(Role, f64)> {
    let thick = cast.sizes().line;
    match member.role {
        Part::Home => Some((Role::Home, thick)),
        Part::Peer(_) => Some((super::role(member.role), thick * 0.8)),
        Part::Rest if cast.strength(member) == Strength::Strong => Some((Role::Text, thick * 0.8)),
        Part::Rest => None,
    }
}

/// Whether an area is hatched: it has no value, or one that is not plain.
pub(super) fn is_hatched(member: &Member) -> bool {
    member.reading.is_none_or(|r| look(&r) != Look::Solid)
}
