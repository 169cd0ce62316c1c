//! A rectangle with a horizontal and a vertical scale, in which marks are drawn at values.
//!
//! plotters translates the values; what a mark looks like at its pixels is the mark's own business.

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::backend::{Recorder, point};
use crate::base::{FINE, snap};
use crate::base::{Point, Rect};
use crate::scale::Scale;
use crate::scene::Scene;

/// One of our scales as plotters sees it: it puts our ticks in charge.
#[derive(Clone, Debug)]
struct Axis(Scale);

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a figure is smaller than 2^27 px"
    )]
    fn map(&self, value: &f64, _limit: (i32, i32)) -> i32 {
        libm::round(self.0.map(*value) * FINE) as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<f64> {
        self.0.ticks().to_vec()
    }

    fn range(&self) -> std::ops::Range<f64> {
        let (a, b) = self.0.domain();
        a..b
    }
}

impl ValueFormatter<f64> for Axis {
    fn format(value: &f64) -> String {
        value.to_string()
    }
}

/// A rectangle with two scales.
pub struct Plot<'a> {
    area: DrawingArea<Recorder<'a>, Cartesian2d<Axis, Axis>>,
    rect: Rect,
    x: Scale,
    y: Scale,
}

impl<'a> Plot<'a> {
    /// A plot in a rectangle of the scene. The scales' ranges are pixels of the whole scene.
    pub fn new(scene: &'a mut Scene, rect: Rect, x: &Scale, y: &Scale) -> Self {
        let size = scene.size;
        let whole: DrawingArea<Recorder<'a>, Shift> = Recorder::new(scene).into_drawing_area();
        let pixels = |n: f64| -> i32 {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a figure is smaller than 2^27 px"
            )]
            let n = (n * FINE) as i32;
            n
        };
        let coordinates = Cartesian2d::new(
            AxisSpec(x.clone()),
            AxisSpec(y.clone()),
            (0..pixels(size.w), 0..pixels(size.h)),
        );
        Self {
            area: whole.apply_coord_spec(coordinates),
            rect,
            x: x.clone(),
            y: y.clone(),
        }
    }

    /// The rectangle between the axes.
    #[must_use]
    pub fn rect(&self) -> Rect {
        self.rect
    }

    /// The horizontal scale.
    #[must_use]
    pub fn x(&self) -> &Scale {
        &self.x
    }

    /// The vertical scale.
    #[must_use]
    pub fn y(&self) -> &Scale {
        &self.y
    }

    /// The pixel of a pair of values, on the grid of sixteenths.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Point {
        Point::new(snap(self.x.map(x)), snap(self.y.map(y)))
    }

    /// Draws an element at its values.
    #[expect(
        clippy::missing_panics_doc,
        clippy::expect_used,
        reason = "the recorder's error type has no value"
    )]
    pub fn draw(&self, element: &Element<'_>) {
        self.area.draw(element).expect("recording cannot fail");
    }
}

/// Lets `Cartesian2d::new` take our scale.
struct AxisSpec(Scale);

impl From<AxisSpec> for Axis {
    fn from(spec: AxisSpec) -> Self {
        Self(spec.0)
    }
}

/// Values, and what to put into the scene at their pixels.
pub struct Element<'e> {
    values: Vec<(f64, f64)>,
    emit: &'e dyn Fn(Vec<Point>, &mut Scene),
}

impl<'e> Element<'e> {
    /// An element at these values.
    pub fn new(values: Vec<(f64, f64)>, emit: &'e dyn Fn(Vec<Point>, &mut Scene)) -> Self {
        Self { values, emit }
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Element<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = std::slice::Iter<'a, (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

impl Drawable<Recorder<'_>> for Element<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pixels: I,
        backend: &mut Recorder<'_>,
        _size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        let mut points = Vec::with_capacity(self.values.len());
        points.extend(pixels.map(point));
        (self.emit)(points, backend.scene);
        Ok(())
    }
}
