//! What charts are made of: bars, dots, lines, rules, labels and axes, placed and coloured into a scene.
//!
//! A mark knows pixels and roles. It does not know the dataset, nor which chart it stands in.

mod axis;
mod bar;
mod dot;
mod label;
mod line;
mod pen;
#[cfg(feature = "gallery")]
mod sign;

pub use axis::{Ticks, axis_x, axis_y};
pub use bar::bar;
pub use dot::dot;
pub use label::{Label, spread};
pub use line::{broken, line, rule};
pub use pen::{Look, Pen, Strength};
#[cfg(feature = "gallery")]
pub use sign::sign;
