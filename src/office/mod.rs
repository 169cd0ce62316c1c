//! Figures as files of office programs (native only): a workbook with a chart that can be edited, its figures, and where they come from.
//!
//! What an office program cannot chart goes in as a picture; it is never charted as something else.

mod chart;
mod number;
mod sheet;
mod workbook;

pub use workbook::workbook;
