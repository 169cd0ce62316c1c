//! Labels left and right of a plot, each at the height where its line ends, moved apart where they would touch.
//!
//! Home, peers and the one that is looked at are always there; the others as long as there is room.

use super::Cast;
use super::time::{LEADER, end_face, leader};
use crate::base::Point;
use crate::compare::{Member, Role as Part};
use crate::mark::{Label, Strength, spread};
use crate::scene::{Anchor, Scene};
use crate::text::width;

/// Room between a place and the name after it.
const GAP: f64 = 6.0;

/// One label.
pub(super) struct End<'a> {
    pub(super) member: &'a Member,
    /// Where its line ends.
    pub(super) y: f64,
    /// Its place, which stands next to the line.
    pub(super) place: String,
    /// Its name, and what else is said of it.
    pub(super) text: String,
    pub(super) tag: u32,
}

/// Which side of the plot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// How wide the labels of a side are.
pub(super) fn room<'a>(
    cast: &Cast<'_>,
    ends: impl Iterator<Item = (&'a Member, String, String)>,
) -> (f64, f64) {
    let mut widest = (0.0_f64, 0.0_f64);
    for (member, place, text) in ends {
        let face = end_face(cast, member);
        widest.0 = widest.0.max(width(&place, face));
        widest.1 = widest.1.max(width(&text, face));
    }
    let places = if widest.0 > 0.0 { widest.0 + GAP } else { 0.0 };
    (places, LEADER + places + widest.1)
}

/// Puts the labels of one side; `places` is the width of the column of places, `room` what may be taken up and down.
pub(super) fn put(
    scene: &mut Scene,
    cast: &Cast<'_>,
    side: Side,
    (x, places): (f64, f64),
    mut ends: Vec<End<'_>>,
    room: (f64, f64),
) {
    let gap = cast.sizes().label * 1.12 + 2.0;
    scene.layout.labels += ends.len();
    let all = ends.len();
    thin(cast, &mut ends, gap, room);
    scene.layout.dropped += all - ends.len();
    let heights: Vec<f64> = ends.iter().map(|e| e.y).collect();
    for (end, y) in ends.iter().zip(spread(&heights, gap, room)) {
        cast.labelled(scene, end.member);
        label(scene, cast, side, (x, places), end, y);
    }
}

/// Leaves out who has no room: first those that are not marked and would have to move.
fn thin(cast: &Cast<'_>, ends: &mut Vec<End<'_>>, gap: f64, room: (f64, f64)) {
    if ends.len() as f64 * gap <= room.1 - room.0 + gap {
        return;
    }
    let marked: Vec<f64> = ends
        .iter()
        .filter(|e| cast.is_marked(e.member))
        .map(|e| e.y)
        .collect();
    let mut taken = spread(&marked, gap, room);
    ends.retain(|e| {
        if cast.is_marked(e.member) {
            return true;
        }
        let free = e.y >= room.0 && e.y <= room.1 && taken.iter().all(|y| (y - e.y).abs() >= gap);
        if free {
            taken.push(e.y);
        }
        free
    });
}

fn label(
    scene: &mut Scene,
    cast: &Cast<'_>,
    side: Side,
    (x, places): (f64, f64),
    end: &End<'_>,
    y: f64,
) {
    let pen = cast.pen(end.member).tagged(end.tag);
    let face = end_face(cast, end.member);
    let (away, anchor) = match side {
        Side::Left => (-1.0, Anchor::End),
        Side::Right => (1.0, Anchor::Start),
    };
    if (y - end.y).abs() > 2.0 {
        leader(
            scene,
            pen,
            (x + away * 5.0, end.y),
            (x + away * (LEADER - 3.0), y),
        );
    }
    let at = |d: f64| Point::new(x + away * (LEADER + d), y);
    if !end.place.is_empty() {
        let label = Label::new(at(0.0), anchor, face, end.place.clone());
        label.color(cast.options.theme.muted).put(scene, pen);
    }
    let label = Label::new(at(places), anchor, face, end.text.clone());
    let label = match end.member.role {
        Part::Rest if pen.strength == Strength::Plain => label.color(cast.options.theme.muted),
        _ => label,
    };
    label.put(scene, pen);
}
