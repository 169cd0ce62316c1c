//! Numbers, points, rectangles and colours: what every other module stands on.
//!
//! It is not a geometry library: only what the display list and the charts need is here.
//! Nothing in it knows of regions, indicators, text or output formats.

mod color;
mod geometry;
pub mod math;
mod named;
mod order;

pub use color::Color;
pub use geometry::{FINE, Point, Rect, Size, snap, within};
pub(crate) use named::{named, place_of};
pub use order::{nth, sort, sort_by_key};
