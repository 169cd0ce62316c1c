//! duibiao (对标): compares one city with its peers, and shows where it stands, by how much and since when.
//!
//! ```text
//! bytes → Dataset → Question → Comparison → Scene → SVG, Canvas2D, PNG, table, sentence
//!         data      compare     compare      chart   paint                    tell
//! ```
//!
//! Every arrow is a pure function, and every module imports only from those above it in ARCHITECTURE.md.
//! Nothing here opens a file or an address, reads a clock or asks the machine for its language: the same input gives the same bytes everywhere.

pub mod audit;
pub mod base;
pub mod chart;
pub mod compare;
pub mod data;
pub mod draw;
pub mod error;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod figure;
pub mod mark;
#[cfg(any(not(target_arch = "wasm32"), feature = "gallery", feature = "xlsx"))]
pub mod office;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod paint;
pub mod scale;
pub mod scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod survey;
pub mod tell;
pub mod text;
pub mod view;
#[cfg(all(
    target_arch = "wasm32",
    any(feature = "web", feature = "pdf", feature = "xlsx")
))]
pub mod web;
