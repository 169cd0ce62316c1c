//! A dot at a pair of values.
//!
//! It is not a symbol set: what is not plain is hollow.

use super::pen::{Look, Pen};
use crate::base::Point;
use crate::draw::{Element, Plot};
use crate::scene::{Scene, Shape};

/// Draws a dot of this radius (pixels).
pub fn dot(plot: &Plot<'_>, pen: Pen, look: Look, (x, y): (f64, f64), radius: f64) {
    let emit = |points: Vec<Point>, scene: &mut Scene| {
        let (fill, stroke) = match look {
            Look::Solid => (pen.theme.line(pen.role), None),
            Look::Hatched | Look::Hollow => (pen.theme.ground, Some(pen.stroke(1.5))),
        };
        pen.put(
            scene,
            Shape::Circle {
                center: points[0],
                radius,
                fill: Some(fill),
                stroke,
            },
        );
    };
    plot.draw(&Element::new(vec![(x, y)], &emit));
}
