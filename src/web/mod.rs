//! The wasm border: handles for the page, plain objects with types made from the Rust ones.
//!
//! Nothing is computed here. This is the only module with `JsValue` beside the canvas painter.
//! There are several wasm modules: what the page shows figures with, and what writes a kind of file, loaded when one asks for it.

#![allow(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands objects over by value"
)]
#![allow(clippy::missing_errors_doc, reason = "each says when it throws")]

#[cfg(feature = "web")]
mod figures;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(all(feature = "web", feature = "gallery"))]
pub use figures::{Base, BasePeriod};
#[cfg(feature = "web")]
pub use figures::{Catalogue, Core, Draft, Figure, IndicatorEntry, Named, RegionEntry};
#[cfg(feature = "pdf")]
pub use pdf::{PdfFonts, outlined, pdf};
#[cfg(feature = "xlsx")]
pub use xlsx::Book;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A picture on its way from the module that draws to the one that writes PDF.
#[cfg(any(feature = "gallery", feature = "pdf"))]
#[derive(serde::Serialize, serde::Deserialize)]
struct Drawn {
    title: String,
    description: String,
    lang: String,
    size: crate::base::Size,
    ground: crate::base::Color,
    shapes: Vec<crate::scene::Shape>,
}

/// Makes a panic readable in the console; none is expected.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_val(JsValue::from_str(&panic.to_string()));
    }));
}
