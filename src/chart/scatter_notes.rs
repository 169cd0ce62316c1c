//! The small texts of a scatter beside the names of its points: what its rules are, and when home's way begins.
//!
//! The points and their names are [`super::scatter`]'s.

use super::Cast;
use super::room::Room;
use super::scatter::{Placed, Trail};
use crate::base::{Point, Rect};
use crate::compare::Role as Part;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene};
use crate::tell;
use crate::text::width;

/// What the dashed rules are: at whichever of their ends there is room.
pub(super) fn medians(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, room: &mut Room) {
    let Some((x, y)) = placed.relation.medians else {
        return;
    };
    let (face, plot, lang) = (cast.sizes().small(), placed.plot, cast.lang());
    if cast.is_titled() {
        cast.leave([lang
            .pick("虚线为其他各市中位数", "dashed: medians of the others")
            .to_owned()]);
        return;
    }
    let name = tell::capital(&tell::benchmark_name(cast.c, &y, lang));
    let short = lang.pick("中位数", "Median");
    let name = if plot.w >= 420.0 {
        name.as_str()
    } else {
        short
    };
    let high = face.size * 1.2;
    let text = format!("{name} {}", placed.shown[1].number(y.value));
    let (w, middle) = (width(&text, face), placed.y.map(y.value));
    let (left, right) = (plot.x + 4.0, plot.right() - 4.0 - w);
    let (over, under) = (middle - 2.0 - high, middle + 2.0);
    let places = [(right, over), (right, under), (left, over), (left, under)];
    note(scene, cast, room, (text, w), &places);
    let text = format!("{short} {}", placed.shown[0].number(x.value));
    let (w, middle) = (width(&text, face), placed.x.map(x.value));
    let (left, right) = (middle - 5.0 - w, middle + 5.0);
    let (top, bottom) = (plot.y + 3.0, plot.bottom() - 3.0 - high);
    let places = [(right, top), (left, top), (right, bottom), (left, bottom)];
    note(scene, cast, room, (text, w), &places);
    let (x, y) = (placed.x.map(x.value), placed.y.map(y.value));
    let up = (Point::new(x, plot.y), Point::new(x, plot.bottom()));
    let along = (Point::new(plot.x, y), Point::new(plot.right(), y));
    for (from, to) in [up, along] {
        room.cover_way(from, to, 1.0);
    }
}

/// When home's way begins, beside its first point.
pub(super) fn begin(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, room: &mut Room) {
    let home = |(i, _): &&(usize, Trail)| cast.c.members[*i].role == Part::Home;
    let trail = placed.trails.iter().find(home);
    let first = trail.and_then(|(_, trail)| trail.first()?.first());
    let Some((x, y)) = first.filter(|_| !cast.is_panel()) else {
        return;
    };
    let text = tell::brief_period(y.period, cast.lang());
    let face = cast.sizes().small();
    let (w, high) = (width(&text, face), face.size * 1.2);
    let at = Point::new(placed.x.map(x.value), placed.y.map(y.value));
    let (left, right, middle) = (at.x - w - 4.0, at.x + 4.0, at.y - high / 2.0);
    let (over, under) = (at.y - high - 3.0, at.y + 3.0);
    let places = [
        (left, middle),
        (at.x - w / 2.0, under),
        (at.x - w / 2.0, over),
        (right, middle),
    ];
    let inside = |(x, y): &(f64, f64)| {
        let plot = placed.plot;
        *x >= plot.x && x + w <= plot.right() && *y >= plot.y && y + high <= plot.bottom()
    };
    let places: Vec<_> = places.into_iter().filter(inside).collect();
    note(scene, cast, room, (text, w), &places);
}

/// A small text at the first of these places that is clear, else at the first that no other text has.
fn note(
    scene: &mut Scene,
    cast: &Cast<'_>,
    room: &mut Room,
    (text, w): (String, f64),
    places: &[(f64, f64)],
) {
    let face = cast.sizes().small();
    let rect = |(x, y): &(f64, f64)| Rect::new(*x, *y, w, face.size * 1.2);
    let clear = places
        .iter()
        .map(rect)
        .find(|r| room.free(*r) == Some(true));
    let found = clear.or_else(|| places.iter().map(rect).find(|r| room.free(*r).is_some()));
    if let Some(r) = found {
        room.take(r);
        let at = Point::new(r.x, r.y + r.h / 2.0);
        let pen = Pen::new(cast.options.theme, Role::Benchmark);
        Label::new(at, Anchor::Start, face, text).put(scene, pen);
    }
}
