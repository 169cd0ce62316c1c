//! One thing that is drawn.
//!
//! There are four shapes and no more: painters are short because of it.

use crate::base::{Color, Point, Rect};
use crate::text::{self, Face};

/// What an item is to a reader. Painters write it as a class, so that a style sheet can re-colour a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The home city.
    Home,
    /// The first, second or third peer.
    Peer(u8),
    /// Every other city.
    Rest,
    /// A grid line.
    Grid,
    /// An axis, a tick or its label.
    Axis,
    /// Text in full strength.
    Text,
    /// Text that stands back.
    Muted,
    /// The benchmark.
    Benchmark,
    /// The ground itself, as in a hollow dot.
    Ground,
}

impl Role {
    /// The class that painters write.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Peer(0) => "peer-1",
            Self::Peer(1) => "peer-2",
            Self::Peer(_) => "peer-3",
            Self::Rest => "rest",
            Self::Grid => "grid",
            Self::Axis => "axis",
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Benchmark => "benchmark",
            Self::Ground => "ground",
        }
    }
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in pixels.
    pub width: f64,
    /// Lengths of dash and gap; none for a solid line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub const fn solid(color: Color, width: f64) -> Self {
        Self {
            color,
            width,
            dash: None,
        }
    }
}

/// Which point of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    /// Where a text of this width begins whose anchor stands at `x`.
    #[must_use]
    pub fn left(self, x: f64, width: f64) -> f64 {
        match self {
            Self::Start => x,
            Self::Middle => x - width / 2.0,
            Self::End => x - width,
        }
    }
}

/// A shape with its place and colours.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub enum Shape {
    /// A rectangle with round corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f64,
        /// Inside.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// An open or closed line through points.
    Path {
        /// Through where.
        points: Vec<Point>,
        /// Whether the last point is joined to the first.
        closed: bool,
        /// Inside.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Where.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Inside.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text {
        /// Its anchor on the baseline.
        at: Point,
        /// Which point of it that is.
        anchor: Anchor,
        /// Size and weight.
        face: Face,
        /// Colour.
        fill: Color,
        /// The text.
        text: String,
    },
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is to a reader.
    pub role: Role,
    /// What it is about, a position in the scene's tags.
    pub tag: Option<u32>,
    /// How it looks.
    pub shape: Shape,
}

impl Item {
    /// The rectangle that a text covers, for measuring; none for other shapes.
    #[must_use]
    pub fn text_box(&self) -> Option<Rect> {
        let Shape::Text {
            at,
            anchor,
            face,
            text,
            ..
        } = &self.shape
        else {
            return None;
        };
        let w = text::width(text, *face);
        let x = anchor.left(at.x, w);
        let top = if text.chars().any(text::is_wide) {
            text::TOP
        } else {
            text::CAP_HEIGHT
        };
        let bottom = if text
            .chars()
            .any(|c| text::is_wide(c) || "gjpqy,;()|".contains(c))
        {
            0.12
        } else {
            0.0
        };
        let h = (top + bottom) * face.size;
        Some(Rect::new(x, at.y - top * face.size, w, h))
    }
}
