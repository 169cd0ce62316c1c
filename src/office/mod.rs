//! Figures for office programs: what a document holds as plain values, and an Excel workbook of it.
//!
//! What an office program cannot chart goes in as a picture; it is never charted as something else.
//! In the browser the values are made by the module that has every chart, and written into files by modules of their own.

#[cfg(feature = "gallery")]
mod chart;
#[cfg(feature = "gallery")]
mod document;
#[cfg(any(not(target_arch = "wasm32"), feature = "xlsx"))]
mod excel;
#[cfg(any(not(target_arch = "wasm32"), feature = "xlsx"))]
mod excel_chart;
mod model;
#[cfg(feature = "gallery")]
mod number;
#[cfg(feature = "gallery")]
mod sides;
#[cfg(not(target_arch = "wasm32"))]
mod workbook;

#[cfg(feature = "gallery")]
pub use document::document;
#[cfg(any(not(target_arch = "wasm32"), feature = "xlsx"))]
pub use excel::excel;
pub use model::{
    DocAxis, DocCell, DocCells, DocChart, DocColumn, DocDash, DocKind, DocLine, DocNote, DocPoint,
    DocRow, DocSeries, DocSide, DocWord, Document,
};
#[cfg(not(target_arch = "wasm32"))]
pub use workbook::workbook;
