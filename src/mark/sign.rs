//! A sign at a pixel that tells home, each peer and the others apart by its shape as well.
//!
//! It is for places on a strip or a dial; values on two scales are dots.

use super::pen::{Look, Pen};
use crate::base::{Point, Rect, snap};
use crate::scene::{Role, Scene, Shape};

/// Puts a sign of this radius: a disc for home and the others, a diamond, a square and a triangle for the peers.
/// What is not plainly actual is hollow; a rim of the ground keeps neighbours apart.
pub fn sign(scene: &mut Scene, pen: Pen, look: Look, at: Point, radius: f64) {
    let (fill, stroke) = match look {
        Look::Solid => (
            pen.stroke(1.0).color,
            Some(crate::scene::Stroke::solid(pen.theme.ground, 1.0)),
        ),
        Look::Hatched | Look::Hollow => (pen.theme.ground, Some(pen.stroke(1.5))),
    };
    let at = Point::new(snap(at.x), snap(at.y));
    let path = |corners: &[(f64, f64)]| Shape::Path {
        points: corners
            .iter()
            .map(|(x, y)| Point::new(snap(at.x + x * radius), snap(at.y + y * radius)))
            .collect(),
        closed: true,
        fill: Some(fill),
        stroke,
    };
    let shape = match pen.role {
        Role::Peer(0) => path(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]),
        Role::Peer(1) => {
            let half = snap(radius * 0.9);
            Shape::Rect {
                rect: Rect::new(at.x - half, at.y - half, half * 2.0, half * 2.0),
                radius: 0.0,
                fill: Some(fill),
                stroke,
            }
        }
        Role::Peer(_) => path(&[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)]),
        _ => Shape::Circle {
            center: at,
            radius: snap(radius),
            fill: Some(fill),
            stroke,
        },
    };
    pen.put(scene, shape);
}
