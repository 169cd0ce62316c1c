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
        }
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
        let mut second = None;
        let mut away = 3.0;
        while away <= reach {
            for rect in around(at, radius + away, (w, h)) {
                // the quicker question first: among thousands of points nearly every place is covered
                if !must && self.is_covered(rect) {
                    continue;
                }
                match self.free(rect) {
                    Some(true) => {
                        self.taken.push(rect);
                        return Some(rect);
                    }
                    Some(false) if second.is_none() => second = Some(rect),
                    _ => {}
                }
            }
            away += if away < 12.0 { 6.0 } else { 12.0 };
        }
        let found = second.filter(|_| must)?;
        self.taken.push(found);
        Some(found)
    }
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
    fn a_label_that_must_be_there_covers_points_before_it_goes() {
        let mut room = Room::new(Rect::new(0.0, 0.0, 100.0, 40.0));
        room.cover(Point::new(50.0, 20.0), 100.0);
        let at = Point::new(50.0, 20.0);
        assert_eq!(room.find(at, 2.0, (20.0, 10.0), 30.0, false), None);
        assert!(room.find(at, 2.0, (20.0, 10.0), 30.0, true).is_some());
    }
}
