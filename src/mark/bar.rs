//! A horizontal bar from one value to another.
//!
//! It begins where it is told to: that bars begin at zero is the chart's promise.

use super::pen::{Look, Pen};
use crate::base::{Point, Rect};
use crate::draw::{Element, Plot};
use crate::scene::{Scene, Shape, Stroke};

/// Distance between the lines of a hatching, in pixels.
const HATCH: f64 = 6.0;

/// Draws a bar of this thickness (pixels) around `y`, from `from` to `to` (values).
pub fn bar(plot: &Plot<'_>, pen: Pen, look: Look, (from, to): (f64, f64), y: f64, thickness: f64) {
    let emit = |points: Vec<Point>, scene: &mut Scene| {
        let (a, b) = (points[0], points[1]);
        let rect = Rect::new(
            a.x.min(b.x),
            a.y - thickness / 2.0,
            (a.x - b.x).abs(),
            thickness,
        );
        paint(scene, pen, look, rect);
    };
    plot.draw(&Element::new(vec![(from, y), (to, y)], &emit));
}

fn paint(scene: &mut Scene, pen: Pen, look: Look, rect: Rect) {
    let radius = 1.5_f64.min(rect.w / 2.0);
    let shape = |fill, stroke| Shape::Rect {
        rect,
        radius,
        fill,
        stroke,
    };
    match look {
        Look::Solid => pen.put(scene, shape(Some(pen.fill()), None)),
        Look::Hollow => {
            let outline = Stroke {
                dash: Some((4.0, 3.0)),
                ..pen.stroke(1.5)
            };
            pen.put(scene, shape(None, Some(outline)));
        }
        Look::Hatched => {
            pen.put(scene, shape(None, Some(pen.stroke(1.25))));
            for segment in hatch(rect) {
                pen.put(
                    scene,
                    Shape::Path {
                        points: segment.to_vec(),
                        closed: false,
                        fill: None,
                        stroke: Some(pen.stroke(1.25)),
                    },
                );
            }
        }
    }
}

/// Lines at 45° through a rectangle, cut at its edges.
fn hatch(rect: Rect) -> Vec<[Point; 2]> {
    let mut lines = Vec::new();
    // each line is x = k + y
    let mut k = rect.x - rect.bottom() + HATCH;
    while k < rect.right() - rect.y {
        let top = rect.y.max(rect.x - k);
        let bottom = rect.bottom().min(rect.right() - k);
        if top < bottom {
            lines.push([Point::new(k + top, top), Point::new(k + bottom, bottom)]);
        }
        k += HATCH;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Rect, hatch};

    #[test]
    fn a_hatching_stays_inside_its_rectangle() {
        for (w, h) in [(100.0, 12.0), (3.0, 12.0), (0.0, 12.0), (12.0, 100.0)] {
            let rect = Rect::new(7.0, 5.0, w, h);
            for [a, b] in hatch(rect) {
                let inside = rect.inflate(1e-9);
                assert!(inside.contains(a) && inside.contains(b), "{a:?} {b:?}");
            }
        }
    }
}
