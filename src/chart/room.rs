//! Where a label finds a clear place: beside its point, farther away with a thin line, or nowhere.
//!
//! Points are kept in a raster and not in a list, so that thousands of them cost no more than their area.

use crate::base::{Point, Rect};
use crate::text::{Face, width};

/// The size of a cell of the raster, in pixels.
const CELL: f64 = 4.0;

/// A rectangle in which labels look for places.
pub(super) struct Room {
    bounds: Rect,
    across: usize,
    cells: Vec<bool>,
    taken: Vec<Rect>,
    /// Points with names of their own, and how large they are.
    named: Vec<(Point, f64)>,
}

/// How good a place is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Clear,
    /// Nothing lies under it, but it seems to name another point, or the line to it crosses a name.
    Mistakable,
    Covering,
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cell of a picture"
)]
fn cell(distance: f64) -> usize {
    (distance / CELL).max(0.0) as usize
}

impl Room {
    pub(super) fn new(bounds: Rect) -> Self {
        let (across, down) = (cell(bounds.w) + 1, cell(bounds.h) + 1);
        Self {
            bounds,
            across,
            cells: vec![false; across * down],
            taken: Vec::new(),
            named: Vec::new(),
        }
    }

    /// A point that has a name: a text that is nearer to it than to its own would be taken for that.
    pub(super) fn name(&mut self, at: Point, radius: f64) {
        self.named.push((at, radius));
    }

    /// The cells that a rectangle touches, as far as they are inside.
    fn cells(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let (left, top) = (rect.x - self.bounds.x, rect.y - self.bounds.y);
        let (across, down) = (self.across, self.cells.len() / self.across);
        let columns = cell(left)..=cell(left + rect.w).min(across - 1);
        let rows = cell(top)..=cell(top + rect.h).min(down - 1);
        rows.flat_map(move |y| columns.clone().map(move |x| y * across + x))
    }

    /// A point covers this.
    pub(super) fn cover(&mut self, at: Point, radius: f64) {
        let square = Rect::new(at.x - radius, at.y - radius, radius * 2.0, radius * 2.0);
        for i in self.cells(square) {
            self.cells[i] = true;
        }
    }

    /// A line from one point to another covers this.
    pub(super) fn cover_way(&mut self, from: Point, to: Point, radius: f64) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let steps = cell(libm::fabs(dx).max(libm::fabs(dy))) + 1;
        for step in 0..=steps {
            let t = step as f64 / steps as f64;
            self.cover(Point::new(from.x + dx * t, from.y + dy * t), radius);
        }
    }

    /// A text covers this.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Whether a text has its place here, and whether no point lies under it.
    pub(super) fn free(&self, rect: Rect) -> Option<bool> {
        let inside = rect.x >= self.bounds.x
            && rect.right() <= self.bounds.right()
            && rect.y >= self.bounds.y
            && rect.bottom() <= self.bounds.bottom();
        if !inside || self.taken.iter().any(|t| t.inflate(2.5).overlaps(&rect)) {
            return None;
        }
        Some(!self.is_covered(rect))
    }

    /// Whether a point lies under a text here.
    fn is_covered(&self, rect: Rect) -> bool {
        let (left, top) = (rect.x - self.bounds.x, rect.y - self.bounds.y);
        let (first, last) = (cell(left), cell(left + rect.w).min(self.across - 1));
        let rows = self.cells.chunks_exact(self.across);
        let mut touched = rows.take(cell(top + rect.h) + 1).skip(cell(top));
        touched.any(|row| row.get(first..=last).is_some_and(|r| r.contains(&true)))
    }

    /// Whether a text here is nearer to another's point than to its own.
    pub(super) fn is_nearer_to_another(&self, rect: Rect, at: Point, radius: f64) -> bool {
        let own = apart(rect, at) - radius;
        let nearer = |(p, r): &(Point, f64)| *p != at && apart(rect, *p) - r < own - 0.5;
        own > 3.5 && self.named.iter().any(nearer)
    }

    /// Whether a text here would be taken for another's name, or the line to it would run through one.
    fn is_mistakable(&self, rect: Rect, at: Point, radius: f64) -> bool {
        let to = nearest(rect, at);
        self.is_nearer_to_another(rect, at, radius)
            || self.taken.iter().any(|t| crosses(at, to, *t))
    }

    fn judge(&self, rect: Rect, at: Point, radius: f64) -> Option<Place> {
        Some(match self.free(rect)? {
            false => Place::Covering,
            true if self.is_mistakable(rect, at, radius) => Place::Mistakable,
            true => Place::Clear,
        })
    }

    /// Finds a place for a text of this size near a point of this radius, at most `reach` away, and takes it.
    /// With `must` it rather covers a point than finds none.
    pub(super) fn find(
        &mut self,
        at: Point,
        radius: f64,
        (w, h): (f64, f64),
        reach: f64,
        must: bool,
    ) -> Option<Rect> {
        let mut second: Option<(Place, Rect)> = None;
        let mut away = 3.0;
        while away <= reach {
            for rect in around(at, radius + away, (w, h)) {
                // the quicker question first: among thousands of points nearly every place is covered
                if !must && self.is_covered(rect) {
                    continue;
                }
                match self.judge(rect, at, radius) {
                    Some(Place::Clear) => {
                        self.taken.push(rect);
                        return Some(rect);
                    }
                    Some(place) if second.is_none_or(|(best, _)| place < best) => {
                        second = Some((place, rect));
                    }
                    _ => {}
                }
            }
            away += if away < 12.0 { 6.0 } else { 12.0 };
        }
        let (_, found) = second.filter(|(place, _)| must || *place < Place::Covering)?;
        self.taken.push(found);
        Some(found)
    }
}

/// The point of a rectangle that is nearest to this one.
fn nearest(rect: Rect, p: Point) -> Point {
    Point::new(
        p.x.clamp(rect.x, rect.right()),
        p.y.clamp(rect.y, rect.bottom()),
    )
}

/// How far a point is from a rectangle.
fn apart(rect: Rect, p: Point) -> f64 {
    let n = nearest(rect, p);
    libm::hypot(n.x - p.x, n.y - p.y)
}

/// Whether the way from one point to another runs through a rectangle.
fn crosses(from: Point, to: Point, rect: Rect) -> bool {
    let steps = cell(apart(Rect::new(to.x, to.y, 0.0, 0.0), from)) + 1;
    (0..=steps).any(|i| {
        let t = i as f64 / steps as f64;
        let p = Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
        apart(rect, p) <= 0.0
    })
}

/// The places beside a point: right, left, above, below, then the corners.
fn around(at: Point, d: f64, (w, h): (f64, f64)) -> [Rect; 8] {
    let slant = d * 0.75;
    [
        (at.x + d, at.y - h / 2.0),
        (at.x - d - w, at.y - h / 2.0),
        (at.x - w / 2.0, at.y - d - h),
        (at.x - w / 2.0, at.y + d),
        (at.x + slant, at.y - slant - h),
        (at.x + slant, at.y + slant),
        (at.x - slant - w, at.y - slant - h),
        (at.x - slant - w, at.y + slant),
    ]
    .map(|(x, y)| Rect::new(x, y, w, h))
}

/// A name that is too long for the figure loses its unit: the line under the title has it.
pub(super) fn fit_text(text: String, face: Face, room: f64) -> String {
    if width(&text, face) <= room {
        return text;
    }
    let arrow = text.ends_with(" →");
    let bare = text.split('(').next().unwrap_or_default().trim_end();
    if arrow {
        format!("{bare} →")
    } else {
        bare.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Point, Rect, Room};

    #[test]
    fn a_label_goes_right_then_left_and_never_on_another() {
        let mut room = Room::new(Rect::new(0.0, 0.0, 200.0, 100.0));
        let at = Point::new(100.0, 50.0);
        let size = (40.0, 12.0);
        let first = room.find(at, 5.0, size, 40.0, false);
        assert_eq!(first, Some(Rect::new(108.0, 44.0, 40.0, 12.0)));
        let second = room.find(at, 5.0, size, 40.0, false);
        assert_eq!(second, Some(Rect::new(52.0, 44.0, 40.0, 12.0)));
    }

    #[test]
    fn a_label_is_nearest_to_its_own_point_and_its_line_crosses_no_name() {
        let mut room = Room::new(Rect::new(0.0, 0.0, 200.0, 60.0));
        let (own, other) = (Point::new(60.0, 30.0), Point::new(130.0, 30.0));
        room.name(own, 5.0);
        room.name(other, 5.0);
        let right = |x: f64| Rect::new(x, 24.0, 14.0, 12.0);
        assert!(!room.is_mistakable(right(68.0), own, 5.0));
        // 39 pixels from its own rim, 7 from the other's
        assert!(room.is_mistakable(right(104.0), own, 5.0));
        // 22 from its own, 24 from the other
        assert!(!room.is_mistakable(right(87.0), own, 5.0));
        room.take(Rect::new(70.0, 20.0, 12.0, 20.0));
        assert!(room.is_mistakable(right(87.0), own, 5.0), "behind a name");
    }

    #[test]
    fn a_label_that_must_be_there_covers_points_before_it_goes() {
        let mut room = Room::new(Rect::new(0.0, 0.0, 100.0, 40.0));
        room.cover(Point::new(50.0, 20.0), 100.0);
        let at = Point::new(50.0, 20.0);
        assert_eq!(room.find(at, 2.0, (20.0, 10.0), 30.0, false), None);
        assert!(room.find(at, 2.0, (20.0, 10.0), 30.0, true).is_some());
    }
}
