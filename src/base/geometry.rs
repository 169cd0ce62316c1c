//! Points, sizes and rectangles in CSS pixels, y downwards.
//!
//! It is not a path or a transform: shapes are the display list's.

/// A place in a scene, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Point {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels downwards.
    pub y: f64,
}

impl Point {
    /// The point (x, y).
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A width and a height in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Size {
    /// Width in pixels.
    pub w: f64,
    /// Height in pixels.
    pub h: f64,
}

impl Size {
    /// The size w × h.
    #[must_use]
    pub const fn new(w: f64, h: f64) -> Self {
        Self { w, h }
    }
}

/// An axis-aligned rectangle in CSS pixels.
///
/// ```
/// use duibiao::base::Rect;
/// let a = Rect::new(0.0, 0.0, 10.0, 4.0);
/// assert_eq!(a.right(), 10.0);
/// assert!(a.inflate(1.0).overlaps(&Rect::new(10.5, 0.0, 1.0, 1.0)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, not negative.
    pub w: f64,
    /// Height, not negative.
    pub h: f64,
}

impl Rect {
    /// The rectangle with this corner and size.
    #[must_use]
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// Its corners, from the upper left one clockwise.
    #[must_use]
    pub fn corners(&self) -> [Point; 4] {
        [
            (self.x, self.y),
            (self.right(), self.y),
            (self.right(), self.bottom()),
            (self.x, self.bottom()),
        ]
        .map(|(x, y)| Point::new(x, y))
    }

    /// The rectangle spanned by two opposite corners in any order.
    #[must_use]
    pub fn spanning(a: Point, b: Point) -> Self {
        Self::new(
            a.x.min(b.x),
            a.y.min(b.y),
            (a.x - b.x).abs(),
            (a.y - b.y).abs(),
        )
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Area in square pixels.
    #[must_use]
    pub fn area(&self) -> f64 {
        self.w * self.h
    }

    /// Grown by `d` on every side.
    #[must_use]
    pub fn inflate(&self, d: f64) -> Self {
        Self::new(self.x - d, self.y - d, self.w + 2.0 * d, self.h + 2.0 * d)
    }

    /// Whether the two share any area.
    #[must_use]
    pub fn overlaps(&self, o: &Self) -> bool {
        self.x < o.right() && o.x < self.right() && self.y < o.bottom() && o.y < self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }
}

/// How many positions there are in a pixel: everything drawn lies on sixteenths.
///
/// plotters counts whole numbers, so every length is handed to it sixteenfold.
pub const FINE: f64 = 16.0;

/// A place between two ends; at the lower one where there is no room between them.
///
/// ```
/// use duibiao::base::within;
/// assert_eq!((within(5.0, 1.0, 3.0), within(5.0, 4.0, 3.0)), (3.0, 4.0));
/// ```
#[must_use]
pub fn within(at: f64, low: f64, high: f64) -> f64 {
    // clamp would panic there
    at.min(high).max(low)
}

/// The nearest sixteenth of a pixel.
#[must_use]
pub fn snap(pixel: f64) -> f64 {
    libm::round(pixel * FINE) / FINE
}
