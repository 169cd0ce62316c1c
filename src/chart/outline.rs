//! Regions on paper: degrees become pixels, lines lose what a pixel does not show, and every region gets a place for its name.
//!
//! It knows no colours and no values.

use crate::base::{Point, Rect, snap};
use crate::data::{Boundaries, RegionId};

/// Boundaries in a rectangle of the scene.
pub(super) struct Outlines {
    shapes: Vec<(RegionId, Vec<Vec<Point>>)>,
}

/// Points that are nearer than this to the way between others are not seen, in pixels.
const NEAR: f64 = 0.8;

/// An island that is smaller than this is not drawn, in pixels each way.
const SMALL: f64 = 2.5;

impl Outlines {
    /// Puts the boundaries of some regions into a rectangle, as large as they fit, with equal distances for equal ways at the middle latitude.
    pub(super) fn put(all: &[Boundaries], regions: &[RegionId], room: Rect) -> Option<Self> {
        let shown = |b: &&Boundaries| b.shapes.iter().any(|(r, _)| regions.contains(r));
        let b = all.iter().find(shown)?;
        let shapes: Vec<_> = b.shapes.iter().filter(|s| regions.contains(&s.0)).collect();
        let arcs = || {
            shapes
                .iter()
                .flat_map(|s| s.1.iter().flatten().map(|a| a.0))
        };
        let points = || arcs().flat_map(|a| &b.arcs[a]);
        let fold =
            |of: fn(&Point) -> f64, by: fn(f64, f64) -> f64, from| points().map(of).fold(from, by);
        let (west, east) = (
            fold(|p| p.x, f64::min, 180.0),
            fold(|p| p.x, f64::max, -180.0),
        );
        let (south, north) = (
            fold(|p| p.y, f64::min, 90.0),
            fold(|p| p.y, f64::max, -90.0),
        );
        let narrow = libm::cos((south + north) / 2.0 * std::f64::consts::PI / 180.0);
        let (w, h) = (
            ((east - west) * narrow).max(1e-6),
            (north - south).max(1e-6),
        );
        let scale = (room.w / w).min(room.h / h);
        let left = room.x + (room.w - w * scale) / 2.0;
        let top = room.y + (room.h - h * scale) / 2.0;
        let place = |p: &Point| {
            Point::new(
                quarter(left + (p.x - west) * narrow * scale),
                quarter(top + (north - p.y) * scale),
            )
        };
        let used: Vec<bool> = (0..b.arcs.len()).map(|i| arcs().any(|a| a == i)).collect();
        let lines: Vec<Vec<Point>> = b
            .arcs
            .iter()
            .zip(&used)
            .map(|(arc, used)| {
                if *used {
                    thinned(arc.iter().map(place))
                } else {
                    Vec::new()
                }
            })
            .collect();
        let shapes = shapes.into_iter().map(|(region, rings)| {
            let rings = rings.iter().map(|ring| around(ring, &lines));
            (*region, rings.filter(|ring| is_seen(ring)).collect())
        });
        Some(Self {
            shapes: shapes.collect(),
        })
    }

    /// The rings of a region; none where it has no boundary.
    pub(super) fn rings(&self, region: RegionId) -> Option<&[Vec<Point>]> {
        let found = self.shapes.iter().find(|(r, _)| *r == region)?;
        Some(&found.1)
            .filter(|rings| !rings.is_empty())
            .map(Vec::as_slice)
    }
}

/// On a quarter of a pixel: finer is not seen, and takes more digits.
fn quarter(pixel: f64) -> f64 {
    libm::round(pixel * 4.0) / 4.0
}

/// A line without the points that lie nearly on the way between others; it keeps its ends, where others go on.
fn thinned(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let all: Vec<Point> = points.collect();
    let mut kept = vec![false; all.len()];
    let mut open = vec![(0, all.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        kept[from] = true;
        kept[to] = true;
        let off = |i: &usize| aside(all[*i], all[from], all[to]);
        let farthest = (from + 1..to).max_by(|a, b| off(a).total_cmp(&off(b)));
        if let Some(i) = farthest.filter(|i| off(i) > NEAR) {
            open.extend([(from, i), (i, to)]);
        }
    }
    all.into_iter()
        .zip(kept)
        .filter_map(|(p, kept)| kept.then_some(p))
        .collect()
}

/// How far a point is from the way between two others; from themselves, where they are one.
fn aside(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = libm::sqrt(dx * dx + dy * dy);
    if length < 1e-9 {
        let (dx, dy) = (p.x - a.x, p.y - a.y);
        return libm::sqrt(dx * dx + dy * dy);
    }
    ((p.x - a.x) * dy - (p.y - a.y) * dx).abs() / length
}

/// The lines of a ring one after the other.
fn around(ring: &[(usize, bool)], lines: &[Vec<Point>]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (line, back) in ring {
        let line = &lines[*line];
        if *back {
            points.extend(line.iter().rev());
        } else {
            points.extend(line);
        }
    }
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

fn is_seen(ring: &[Point]) -> bool {
    let around = bounds(ring.iter());
    ring.len() > 2 && around.w.max(around.h) >= SMALL
}

/// The sides of a ring.
pub(super) fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| (*a, *b))
}

/// Twice the area of a ring, whichever way it goes.
fn twice(ring: &[Point]) -> f64 {
    sides(ring)
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum::<f64>()
        .abs()
}

/// The rectangle around points.
pub(super) fn bounds<'p>(points: impl Iterator<Item = &'p Point>) -> Rect {
    let all: Vec<&Point> = points.collect();
    let first = all.first().map_or(Point::new(0.0, 0.0), |p| **p);
    let (mut low, mut high) = (first, first);
    for p in all {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    Rect::spanning(low, high)
}

/// Where a level line goes through a ring: its crossings from left to right.
fn crossings(ring: &[Point], y: f64) -> Vec<f64> {
    let crossed = sides(ring).filter(|(a, b)| (a.y <= y) != (b.y <= y));
    let mut found: Vec<f64> = crossed
        .map(|(a, b)| a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        .collect();
    crate::base::sort(&mut found, f64::total_cmp);
    found
}

/// The middle of the roomiest place for a text of this height inside the largest ring, and how wide the text may be.
pub(super) fn roomiest(rings: &[Vec<Point>], height: f64) -> (Point, f64) {
    let by_area = |a: &&Vec<Point>, b: &&Vec<Point>| twice(a).total_cmp(&twice(b));
    let Some(ring) = rings.iter().max_by(by_area) else {
        return (Point::new(0.0, 0.0), 0.0);
    };
    let around = bounds(ring.iter());
    let mut best = (
        Point::new(around.x + around.w / 2.0, around.y + around.h / 2.0),
        0.0,
        f64::INFINITY,
    );
    for i in 1..24 {
        let y = around.y + around.h * f64::from(i) / 24.0;
        for pair in crossings(ring, y).chunks_exact(2) {
            let free = free(ring, (pair[0], pair[1]), y, height);
            let (x, room) = (f64::midpoint(free.0, free.1), free.1 - free.0);
            let off = (y - around.y - around.h / 2.0).abs();
            // of nearly equal ones the place nearest to the middle
            if room > best.1 * 1.1 || (room > best.1 * 0.9 && off < best.2) {
                best = (Point::new(x, y), room.max(0.0), off);
            }
        }
    }
    (Point::new(snap(best.0.x), snap(best.0.y)), best.1)
}

/// What of a stretch is free over the height of a text.
fn free(ring: &[Point], stretch: (f64, f64), y: f64, height: f64) -> (f64, f64) {
    let middle = f64::midpoint(stretch.0, stretch.1);
    [-0.5, -0.25, 0.25, 0.5]
        .iter()
        .fold(stretch, |(left, right), part| {
            let crossed = crossings(ring, y + part * height);
            let inside = crossed
                .chunks_exact(2)
                .find(|p| p[0] <= middle && middle <= p[1]);
            inside.map_or((middle, middle), |p| (left.max(p[0]), right.min(p[1])))
        })
}

/// Lines at 45° through rings, cut at their sides.
pub(super) fn hatching(rings: &[Vec<Point>], step: f64) -> Vec<[Point; 2]> {
    let around = bounds(rings.iter().flatten());
    let mut lines = Vec::new();
    // each line is x = k + y; its crossings are sorted by their height
    let mut k = libm::ceil((around.x - around.bottom()) / step) * step;
    while k < around.right() - around.y {
        let mut cut: Vec<f64> = Vec::new();
        for (a, b) in rings.iter().flat_map(|ring| sides(ring)) {
            let (u, v) = (a.x - a.y - k, b.x - b.y - k);
            if (u <= 0.0) != (v <= 0.0) {
                cut.push(a.y + u / (u - v) * (b.y - a.y));
            }
        }
        crate::base::sort(&mut cut, f64::total_cmp);
        for pair in cut.chunks_exact(2) {
            let at = |y: f64| Point::new(snap(k + y), snap(y));
            let segment = [at(pair[0]), at(pair[1])];
            // a corner that is only touched
            if segment[0] != segment[1] {
                lines.push(segment);
            }
        }
        k += step;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Point, hatching, roomiest, thinned};

    fn square(size: f64) -> Vec<Point> {
        [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size)]
            .map(|(x, y)| Point::new(x, y))
            .to_vec()
    }

    #[test]
    fn a_text_has_the_whole_width_of_a_square() {
        let (at, room) = roomiest(&[square(5.0), square(100.0)], 10.0);
        assert!(
            (at.x - 50.0).abs() < 1e-9 && (at.y - 50.0).abs() < 1.0 && (room - 100.0).abs() < 1e-9
        );
    }

    #[test]
    fn a_hatching_goes_from_side_to_side() {
        // of a square of 10 with lines every 5: x − y = −5, 0 and 5
        let lines = hatching(&[square(10.0)], 5.0);
        let ends: Vec<_> = lines.iter().map(|[a, b]| (a.x, a.y, b.x, b.y)).collect();
        assert_eq!(
            ends,
            [
                (0.0, 5.0, 5.0, 10.0),
                (0.0, 0.0, 10.0, 10.0),
                (5.0, 0.0, 10.0, 5.0)
            ]
        );
    }

    #[test]
    fn a_thinned_line_keeps_its_ends() {
        let line = [(0.0, 0.0), (1.0, 0.5), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)];
        let line = line.map(|(x, y)| Point::new(x, y));
        let kept: Vec<f64> = thinned(line.into_iter()).into_iter().map(|p| p.x).collect();
        assert_eq!(kept, [0.0, 2.0, 3.0, 4.0]);
    }
}
