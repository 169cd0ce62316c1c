//! How a scatter is laid out in office programs, which put all names on one side of their dots and begin their axes at zero.
//!
//! It guesses: each program makes a plot of its own size and scale. What has no free side takes the one that covers least.

use super::model::DocSide;
use crate::base::math::{magnitude, pow10};
use crate::base::{Point, Rect};
use crate::text::{Face, width};

/// How large the plot is taken to be, in points: that of a slide, and about that of a sheet.
const PLOT: (f64, f64) = (760.0, 250.0);
/// How large the names are, in points.
const FACE: Face = Face::regular(12.0);
/// How large a dot is, and how far from its middle a name begins, in points.
const DOT: f64 = 9.0;

/// What is covered on each side, the most readable first.
const SIDES: [DocSide; 4] = [
    DocSide::Above,
    DocSide::Right,
    DocSide::Below,
    DocSide::Left,
];

/// The side of each name; who comes first chooses first. Names that are not written have one too, which nobody sees.
pub(super) fn sides(dots: &[(f64, f64)], names: &[Option<&str>]) -> Vec<DocSide> {
    let points = placed(dots);
    let marks: Vec<Rect> = points
        .iter()
        .map(|p| Rect::new(p.x - DOT / 2.0, p.y - DOT / 2.0, DOT, DOT))
        .collect();
    let mut taken: Vec<Rect> = Vec::new();
    let mut found = Vec::new();
    for (i, (point, name)) in points.iter().zip(names).enumerate() {
        let Some(name) = name else {
            found.push(DocSide::Above);
            continue;
        };
        let others = marks.iter().enumerate().filter(|(k, _)| *k != i);
        let others: Vec<Rect> = others.map(|(_, m)| *m).chain(taken.clone()).collect();
        let (mut best, mut least) = ((DocSide::Above, Rect::default()), f64::INFINITY);
        for side in SIDES {
            let area = area(*point, side, name);
            let covered = covered(&area, &others);
            // less than half a point is nothing, and sums are not exact
            if covered + 0.5 < least {
                (best, least) = ((side, area), covered);
            }
        }
        taken.push(best.1);
        found.push(best.0);
    }
    found
}

/// Where an axis begins and ends that has these values and some room around them.
pub(super) fn axis(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    if low >= high {
        return None;
    }
    let span = high - low;
    let step = pow10(magnitude(span)) / 2.0;
    let from = libm::floor((low - span * 0.05) / step) * step;
    let to = libm::ceil((high + span * 0.05) / step) * step;
    // what is never below zero has no axis below it
    Some((if low >= 0.0 { from.max(0.0) } else { from }, to))
}

/// Where the dots are on the plot, between the ends of its axes; up is less.
fn placed(dots: &[(f64, f64)]) -> Vec<Point> {
    let place = |values: Vec<f64>, room: f64| -> Vec<f64> {
        let first = values.first().copied().unwrap_or_default();
        let (from, to) = axis(values.iter().copied()).unwrap_or((first - 1.0, first + 1.0));
        let within = |v: f64| (v - from) / (to - from) * room;
        values.into_iter().map(within).collect()
    };
    let across = place(dots.iter().map(|d| d.0).collect(), PLOT.0);
    let up = place(dots.iter().map(|d| d.1).collect(), PLOT.1);
    let each = across.into_iter().zip(up);
    each.map(|(x, y)| Point::new(x, PLOT.1 - y)).collect()
}

/// Where a name stands on a side of its dot.
fn area(dot: Point, side: DocSide, name: &str) -> Rect {
    let (w, h) = (width(name, FACE), FACE.line_height());
    let (x, y) = match side {
        DocSide::Above => (dot.x - w / 2.0, dot.y - DOT / 2.0 - h),
        DocSide::Below => (dot.x - w / 2.0, dot.y + DOT / 2.0),
        DocSide::Right => (dot.x + DOT, dot.y - h / 2.0),
        DocSide::Left => (dot.x - DOT - w, dot.y - h / 2.0),
    };
    Rect::new(x, y, w, h)
}

/// How much of others a name would cover, and of what lies beyond the plot.
fn covered(area: &Rect, others: &[Rect]) -> f64 {
    let common = |o: &Rect| {
        let w = area.right().min(o.right()) - area.x.max(o.x);
        let h = area.bottom().min(o.bottom()) - area.y.max(o.y);
        w.max(0.0) * h.max(0.0)
    };
    let plot = Rect::new(0.0, 0.0, PLOT.0, PLOT.1);
    let beyond = area.area() - common(&plot);
    beyond + others.iter().map(common).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::{DocSide, axis, sides};

    #[test]
    fn a_name_gives_way_to_a_dot_and_to_a_name() {
        let names = [Some("温州"), Some("宁波"), None, Some("杭州")];
        // the second dot lies where the first one's name would be: to the right is free
        let dots = [(5.0, 5.0), (5.0, 5.7), (0.0, 0.0), (10.0, 10.0)];
        let found = sides(&dots, &names);
        assert_eq!(found[0], DocSide::Right);
        assert_eq!(found[1], DocSide::Above);
    }

    #[test]
    fn an_axis_is_round_and_leaves_room() {
        // a span of 1.64 has steps of a half
        assert_eq!(axis([3.36, 5.0].into_iter()), Some((3.0, 5.5)));
        assert_eq!(axis([0.1, 40.0].into_iter()), Some((0.0, 45.0)));
        assert_eq!(axis([-3.0, 2.0].into_iter()), Some((-3.5, 2.5)));
        assert_eq!(axis([7.0].into_iter()), None);
    }

    #[test]
    fn alone_a_name_stands_above() {
        assert_eq!(sides(&[(1.0, 1.0)], &[Some("温州")]), [DocSide::Above]);
        assert!(sides(&[], &[]).is_empty());
    }
}
