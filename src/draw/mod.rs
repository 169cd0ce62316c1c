//! The bridge to plotters: a drawing backend that records a [scene](crate::scene::Scene), and a plot whose coordinates are our scales.
//!
//! This is the only module that imports plotters, so that it can be replaced in a day.
//! It knows pixels and values, but no region and no indicator.

mod backend;
mod plot;

pub use backend::Recorder;
pub use plot::{Element, Plot};
