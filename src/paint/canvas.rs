//! A scene on a canvas of the page.
//!
//! It only replays: colours, places and fonts are in the scene. A call into the browser is made only when something changes,
//! and with every chart at hand what looks alike is drawn in one call (`canvas.js`).

use web_sys::CanvasRenderingContext2d;

use super::FONTS;
use crate::base::snap;
use crate::base::{Color, Point};
#[cfg(feature = "gallery")]
use crate::scene::Item;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::text::Face;

/// Paints a scene, `ratio` device pixels for each of its own.
pub fn canvas(scene: &Scene, context: &CanvasRenderingContext2d, ratio: f64) {
    // the browser refuses nothing here but numbers that are not finite, which a scene does not hold
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    let mut brush = Brush {
        context,
        fill: None,
        stroke: None,
        face: None,
        anchor: None,
    };
    brush.fill(scene.ground);
    // a canvas has whole pixels: at 1.5 of them for each of ours its last row and column reach beyond the scene
    context.fill_rect(0.0, 0.0, scene.size.w + 2.0, scene.size.h + 2.0);
    context.set_text_baseline("alphabetic");
    context.set_line_join("round");
    #[cfg(not(feature = "gallery"))]
    for item in &scene.items {
        brush.shape(&item.shape);
    }
    #[cfg(feature = "gallery")]
    {
        let mut numbers = Vec::new();
        for alike in scene.items.chunk_by(are_alike) {
            numbers.clear();
            brush.many(alike, &mut numbers);
        }
    }
}

#[cfg(feature = "gallery")]
#[wasm_bindgen::prelude::wasm_bindgen(module = "/src/paint/canvas.js")]
extern "C" {
    fn lines(context: &CanvasRenderingContext2d, numbers: &[f64]);
    fn circles(
        context: &CanvasRenderingContext2d,
        numbers: &[f64],
        radius: f64,
        filled: bool,
        stroked: bool,
    );
}

/// Whether two items differ in their places alone, and can be drawn by one call.
#[cfg(feature = "gallery")]
fn are_alike(a: &Item, b: &Item) -> bool {
    match (&a.shape, &b.shape) {
        (Shape::Path { stroke, .. }, Shape::Path { stroke: other, .. }) => {
            is_line(&a.shape) && is_line(&b.shape) && stroke == other
        }
        (
            Shape::Circle {
                radius,
                fill,
                stroke,
                ..
            },
            Shape::Circle {
                radius: other_radius,
                fill: other_fill,
                stroke: other_stroke,
                ..
            },
        ) => (radius, fill, stroke) == (other_radius, other_fill, other_stroke),
        _ => false,
    }
}

/// Whether it is an open line and nothing else.
#[cfg(feature = "gallery")]
fn is_line(shape: &Shape) -> bool {
    matches!(shape, Shape::Path { points, closed: false, fill: None, stroke: Some(_) } if !points.is_empty())
}

/// What the context is set to now.
struct Brush<'a> {
    context: &'a CanvasRenderingContext2d,
    fill: Option<Color>,
    stroke: Option<Stroke>,
    face: Option<Face>,
    anchor: Option<Anchor>,
}

impl Brush<'_> {
    /// Draws items that are alike; `numbers` is room for their coordinates.
    #[cfg(feature = "gallery")]
    fn many(&mut self, items: &[Item], numbers: &mut Vec<f64>) {
        match &items[0].shape {
            Shape::Path {
                stroke: Some(stroke),
                ..
            } if is_line(&items[0].shape) => {
                for item in items {
                    if let Shape::Path { points, .. } = &item.shape {
                        numbers.push(points.len() as f64);
                        let start = numbers.len();
                        numbers.resize(start + 2 * points.len(), 0.0);
                        for (pair, p) in numbers[start..].chunks_exact_mut(2).zip(points) {
                            pair.copy_from_slice(&[p.x, p.y]);
                        }
                    }
                }
                self.stroke(*stroke);
                lines(self.context, numbers);
            }
            Shape::Circle {
                radius,
                fill,
                stroke,
                ..
            } => {
                numbers.reserve(2 * items.len());
                for item in items {
                    if let Shape::Circle { center, .. } = &item.shape {
                        numbers.extend_from_slice(&[snap(center.x), snap(center.y)]);
                    }
                }
                if let Some(color) = fill {
                    self.fill(*color);
                }
                if let Some(stroke) = stroke {
                    self.stroke(*stroke);
                }
                let (filled, stroked) = (fill.is_some(), stroke.is_some());
                circles(self.context, numbers, *radius, filled, stroked);
            }
            shape => self.shape(shape),
        }
    }

    fn shape(&mut self, shape: &Shape) {
        let c = self.context;
        match shape {
            Shape::Rect {
                rect,
                radius,
                fill,
                stroke,
            } => {
                let (x, y, w, h) = (snap(rect.x), snap(rect.y), snap(rect.w), snap(rect.h));
                c.begin_path();
                if *radius > 0.0 {
                    // an odd radius is the only thing it refuses
                    let _ = c.round_rect_with_f64(x, y, w, h, *radius);
                } else {
                    c.rect(x, y, w, h);
                }
                self.paint(*fill, *stroke);
            }
            Shape::Path {
                points,
                closed,
                fill,
                stroke,
            } => {
                self.path(points, *closed);
                self.paint(*fill, *stroke);
            }
            Shape::Circle {
                center,
                radius,
                fill,
                stroke,
            } => {
                c.begin_path();
                let _ = c.arc(
                    snap(center.x),
                    snap(center.y),
                    *radius,
                    0.0,
                    std::f64::consts::TAU,
                );
                self.paint(*fill, *stroke);
            }
            Shape::Text {
                at,
                anchor,
                face,
                fill,
                text,
            } => {
                self.fill(*fill);
                self.face(*face);
                self.anchor(*anchor);
                let _ = c.fill_text(text, at.x, at.y);
            }
        }
    }

    fn path(&self, points: &[Point], closed: bool) {
        let c = self.context;
        c.begin_path();
        for (i, p) in points.iter().enumerate() {
            if i == 0 {
                c.move_to(p.x, p.y);
            } else {
                c.line_to(p.x, p.y);
            }
        }
        if closed {
            c.close_path();
        }
    }

    fn paint(&mut self, fill: Option<Color>, stroke: Option<Stroke>) {
        if let Some(color) = fill {
            self.fill(color);
            self.context.fill();
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
            self.context.stroke();
        }
    }

    fn fill(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.context.set_fill_style_str(&color.to_string());
            self.fill = Some(color);
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let before = self.stroke.replace(stroke);
        if before.map(|s| s.color) != Some(stroke.color) {
            self.context.set_stroke_style_str(&stroke.color.to_string());
        }
        if before.map(|s| s.width) != Some(stroke.width) {
            self.context.set_line_width(stroke.width);
        }
        if before.map(|s| s.dash) != Some(stroke.dash) {
            let dash = js_sys::Array::new();
            if let Some((on, off)) = stroke.dash {
                dash.push(&on.into());
                dash.push(&off.into());
            }
            let _ = self.context.set_line_dash(&dash);
        }
    }

    fn face(&mut self, face: Face) {
        if self.face != Some(face) {
            let weight = if face.bold { "700" } else { "400" };
            self.context
                .set_font(&format!("{weight} {}px {FONTS}", face.size));
            self.face = Some(face);
        }
    }

    fn anchor(&mut self, anchor: Anchor) {
        if self.anchor != Some(anchor) {
            self.context.set_text_align(match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            self.anchor = Some(anchor);
        }
    }
}
