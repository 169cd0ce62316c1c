//! Painters: each replays a scene into one kind of output, and knows nothing of how the scene came about.
//!
//! They are siblings: SVG with its texts as text or as outlines, a canvas in the browser, PNG through resvg from our own SVG, PDF straight from the scene.

#[cfg(target_arch = "wasm32")]
mod canvas;
#[cfg(any(not(target_arch = "wasm32"), feature = "pdf"))]
mod fonts;
#[cfg(any(not(target_arch = "wasm32"), feature = "pdf"))]
mod outlined;
#[cfg(any(not(target_arch = "wasm32"), feature = "pdf"))]
mod pdf;
#[cfg(not(target_arch = "wasm32"))]
mod png;
mod svg;

#[cfg(target_arch = "wasm32")]
pub use canvas::canvas;
#[cfg(not(target_arch = "wasm32"))]
pub use png::{PRINT, icon, png, png_for_print};
pub use svg::svg;
#[cfg(any(not(target_arch = "wasm32"), feature = "pdf"))]
pub use {
    fonts::Fonts,
    outlined::outlined,
    pdf::{Sheet, pdf_of},
};
#[cfg(not(target_arch = "wasm32"))]
pub use {outlined::svg_outlined, pdf::pdf};

/// Fonts in order of preference: ours for Latin, then the system's Chinese ones.
pub const FONTS: &str = "Duibiao Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, sans-serif";
