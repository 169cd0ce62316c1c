//! The bridge to plotters: a drawing backend that records a [`Scene`], and a plot whose coordinates are our scales.
//!
//! This is the only module that imports plotters, so that it can be replaced in a day.
//! It knows pixels and values, but no region and no indicator.

mod backend;
mod plot;

pub use backend::Recorder;
pub use plot::{Element, Plot};

/// plotters counts whole pixels; every length is handed to it sixteenfold, which gives positions to 1/16 px.
pub(crate) const FINE: f64 = 16.0;

/// The nearest sixteenth of a pixel, the grid that everything drawn lies on.
#[must_use]
pub fn snap(pixel: f64) -> f64 {
    libm::round(pixel * FINE) / FINE
}
