//! Lines through values, straight rules, and the sign of a break.
//!
//! A line never bridges what is missing: the chart hands over one unbroken stretch at a time.

use super::pen::Pen;
use crate::base::Point;
use crate::draw::{Element, Plot};
use crate::scene::{Scene, Shape, Stroke};

/// Draws a line through values.
pub fn line(plot: &Plot<'_>, pen: Pen, values: Vec<(f64, f64)>, stroke: Stroke) {
    let emit = |points: Vec<Point>, scene: &mut Scene| {
        pen.put(
            scene,
            Shape::Path {
                points,
                closed: false,
                fill: None,
                stroke: Some(stroke),
            },
        );
    };
    plot.draw(&Element::new(values, &emit));
}

/// Draws a straight line between two pairs of values.
pub fn rule(plot: &Plot<'_>, pen: Pen, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
    line(plot, pen, vec![from, to], stroke);
}

/// Draws the sign of a break, two short upright strokes, half way between two pairs of values.
pub fn broken(plot: &Plot<'_>, pen: Pen, before: (f64, f64), after: (f64, f64)) {
    let emit = |points: Vec<Point>, scene: &mut Scene| {
        let middle = Point::new(
            f64::midpoint(points[0].x, points[1].x),
            f64::midpoint(points[0].y, points[1].y),
        );
        for dx in [-1.5, 1.5] {
            let x = middle.x + dx;
            pen.put(
                scene,
                Shape::Path {
                    points: vec![Point::new(x, middle.y - 5.0), Point::new(x, middle.y + 5.0)],
                    closed: false,
                    fill: None,
                    stroke: Some(pen.stroke(1.25)),
                },
            );
        }
    };
    plot.draw(&Element::new(vec![before, after], &emit));
}
