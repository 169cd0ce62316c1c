//! A plotters backend that draws nothing and records everything.
//!
//! It measures text by our advance table, so that plotters never asks the DOM or an installed font.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};

use crate::base::FINE;
use crate::base::{Color, Point, Rect};
use crate::scene::{Anchor, Item, Role, Scene, Shape, Stroke};
use crate::text::{self, Face};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Records what plotters draws into a scene. Items get the role that is set at the time.
pub struct Recorder<'a> {
    pub(super) scene: &'a mut Scene,
    /// The role of what is recorded next.
    pub role: Role,
}

impl<'a> Recorder<'a> {
    /// A recorder for this scene.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self {
            scene,
            role: Role::Axis,
        }
    }

    fn push(&mut self, shape: Shape) {
        self.scene.items.push(Item {
            role: self.role,
            tag: None,
            shape,
        });
    }
}

/// A pixel position from plotters' sixteenfold one.
pub(super) fn point((x, y): BackendCoord) -> Point {
    Point::new(f64::from(x) / FINE, f64::from(y) / FINE)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "alpha is between 0 and 1"
)]
fn color(c: BackendColor) -> Color {
    let (r, g, b) = c.rgb;
    Color {
        r,
        g,
        b,
        a: libm::round(c.alpha.clamp(0.0, 1.0) * 255.0) as u8,
    }
}

fn stroke<S: BackendStyle>(style: &S) -> Stroke {
    Stroke::solid(color(style.color()), f64::from(style.stroke_width()) / FINE)
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a figure is smaller than 2^27 px"
    )]
    fn get_size(&self) -> (u32, u32) {
        let size = self.scene.size;
        ((size.w * FINE) as u32, (size.h * FINE) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, c: BackendColor) -> Drawn {
        let p = point(at);
        self.push(Shape::Rect {
            rect: Rect::new(p.x, p.y, 1.0 / FINE, 1.0 / FINE),
            radius: 0.0,
            fill: Some(color(c)),
            stroke: None,
        });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.push(Shape::Rect {
            rect: Rect::spanning(point(a), point(b)),
            radius: 0.0,
            fill: fill.then(|| color(style.color())),
            stroke: (!fill).then(|| stroke(style)),
        });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.push(Shape::Path {
            points: path.into_iter().map(point).collect(),
            closed: false,
            fill: None,
            stroke: Some(stroke(style)),
        });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.push(Shape::Circle {
            center: point(center),
            radius: f64::from(radius) / FINE,
            fill: fill.then(|| color(style.color())),
            stroke: (!fill).then(|| stroke(style)),
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.push(Shape::Path {
            points: corners.into_iter().map(point).collect(),
            closed: true,
            fill: Some(color(style.color())),
            stroke: None,
        });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        debug_assert!(matches!(style.transform(), FontTransform::None));
        let face = face(style);
        let anchor = style.anchor();
        let up = match anchor.v_pos {
            VPos::Top => text::TOP,
            VPos::Center => text::CAP_HEIGHT / 2.0,
            VPos::Bottom => -text::BOTTOM,
        };
        let p = point(at);
        self.push(Shape::Text {
            at: Point::new(p.x, p.y + up * face.size),
            anchor: match anchor.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            face,
            fill: color(style.color()),
            text: text.to_owned(),
        });
        Ok(())
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a text is narrower than 2^27 px"
    )]
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let face = face(style);
        let w = text::width(text, face) * FINE;
        let h = (text::TOP + text::BOTTOM) * face.size * FINE;
        Ok((libm::ceil(w) as u32, libm::ceil(h) as u32))
    }
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    Face {
        size: style.size() / FINE,
        bold: matches!(style.style(), FontStyle::Bold),
    }
}
