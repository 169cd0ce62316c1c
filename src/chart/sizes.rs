//! Text sizes and distances for a figure's width: at most four sizes, from the steps 12, 14, 16, 20, 28.
//!
//! Widths below 480 px are phones, from 1600 px on walls and projectors.

use crate::text::Face;

/// The sizes of one figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// Title.
    pub(super) title: f64,
    /// Subtitle.
    pub(super) subtitle: f64,
    /// Names and values of cities.
    pub(super) label: f64,
    /// Axis, benchmark, foot.
    pub(super) small: f64,
    /// Distance from the figure's edge.
    pub(super) pad: f64,
    /// Radius of a dot.
    #[cfg_attr(
        not(feature = "gallery"),
        expect(dead_code, reason = "the first charts have no dots of their own")
    )]
    pub(super) dot: f64,
    /// Width of home's line.
    pub(super) line: f64,
}

impl Sizes {
    pub(super) fn of(width: f64) -> Self {
        if width < 480.0 {
            return Self {
                title: 16.0,
                subtitle: 12.0,
                label: 12.0,
                small: 12.0,
                pad: 12.0,
                dot: 5.0,
                line: 2.5,
            };
        }
        if width < 1600.0 {
            return Self {
                title: 20.0,
                subtitle: 14.0,
                label: 14.0,
                small: 12.0,
                pad: 16.0,
                dot: 6.0,
                line: 3.0,
            };
        }
        Self {
            title: 28.0,
            subtitle: 20.0,
            label: 20.0,
            small: 16.0,
            pad: 28.0,
            dot: 8.0,
            line: 4.0,
        }
    }

    pub(super) fn label(self, bold: bool) -> Face {
        Face {
            size: self.label,
            bold,
        }
    }

    pub(super) fn small(self) -> Face {
        Face::regular(self.small)
    }
}
