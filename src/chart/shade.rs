//! Classes of values and their shades: five steps of grey, for home and peers have the hues.
//!
//! The classes are natural breaks: what is in one is as alike as five classes allow, so that neighbours in value have one shade
//! and an outlier has its own. Fifths of the members, which are easier, gave 3.91 and 3.93 two shades, and 4.00 and 5.00 one.
//! Equal values are always in one class.

use super::{Cast, look};
use crate::base::{Color, sort};
use crate::compare::{Member, Role as Part};
use crate::mark::{Look, Strength};
use crate::scene::{Role, Theme};

/// How many classes there are at most.
const CLASSES: usize = 5;

/// How much of the text's colour a class has. Between the third and the fourth lies the grey on which nothing can be read.
const SHADES: [f64; CLASSES] = [0.08, 0.22, 0.36, 0.64, 0.82];

/// The values of a comparison, ascending, and the least value of each class but the first.
pub(super) struct Classes {
    values: Vec<f64>,
    breaks: Vec<f64>,
}

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
        let breaks = natural_breaks(&values);
        Self { values, breaks }
    }

    /// The class of a value; fewer than five are spread over the shades.
    pub(super) fn index(&self, value: f64) -> usize {
        let class = self.breaks.partition_point(|b| *b <= value);
        class * CLASSES / (self.breaks.len() + 1)
    }

    /// The classes that have a value, the highest first.
    pub(super) fn all(&self) -> Vec<Class> {
        let of = |index| {
            let own = self
                .values
                .iter()
                .copied()
                .filter(|v| self.index(*v) == index);
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

/// Where at most five classes begin, but the first, when the squares of the distances to the means of the classes are least.
///
/// Values ascend. It is the dynamic programme of Fisher (1958), which Jenks brought to maps: the best way to cut the first
/// `i` values into `k` classes is the best way to cut fewer into `k − 1`, and one class of the rest.
fn natural_breaks(values: &[f64]) -> Vec<f64> {
    let mut distinct = values.to_vec();
    distinct.dedup();
    let classes = CLASSES.min(distinct.len());
    if classes < 2 {
        return Vec::new();
    }
    let spread = spreads(values);
    let n = values.len();
    // for each number of classes: the least sum of squares of the first i values, and where the last class begins
    let mut best: Vec<f64> = (0..=n).map(|i| spread(0, i)).collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for _ in 1..classes {
        let (mut next, mut from) = (vec![f64::INFINITY; n + 1], vec![0; n + 1]);
        for end in 1..=n {
            // equal values are not parted
            for start in (1..end).filter(|s| values[s - 1] < values[*s]) {
                let sum = best[start] + spread(start, end);
                if sum < next[end] {
                    (next[end], from[end]) = (sum, start);
                }
            }
        }
        best = next;
        starts.push(from);
    }
    let mut end = n;
    let mut breaks: Vec<f64> = starts
        .iter()
        .rev()
        .map(|from| {
            end = from[end];
            values[end]
        })
        .collect();
    breaks.reverse();
    breaks
}

/// The sum of the squares of the distances of a run of values to their mean, from sums of what lies before its ends.
fn spreads(values: &[f64]) -> impl Fn(usize, usize) -> f64 {
    let middle = values.get(values.len() / 2).copied().unwrap_or(0.0);
    let (mut sums, mut squares) = (vec![0.0], vec![0.0]);
    for v in values.iter().map(|v| v - middle) {
        sums.push(sums[sums.len() - 1] + v);
        squares.push(squares[squares.len() - 1] + v * v);
    }
    move |start, end| {
        if end <= start {
            return 0.0;
        }
        let (sum, square) = (sums[end] - sums[start], squares[end] - squares[start]);
        square - sum * sum / (end - start) as f64
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
