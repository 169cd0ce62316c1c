//! The words: numbers in 万/亿 and k/M/B, units, periods, the sentence that states the finding, the description and the table.
//!
//! Both languages are equal and complete here. Nothing knows a pixel, a file or a browser.

mod csv;
mod describe;
mod notice;
mod number;
mod over_time;
mod period;
mod phrase;
#[cfg(feature = "gallery")]
mod profile;
mod sentence;
mod source;
mod table;
mod tip;
mod words;

pub use csv::{csv, csv_line};
pub use describe::describe;
pub use notice::{briefs, notice};
pub use number::{Display, amount, axis_label, difference, grouped, percent, relative, signed};
pub use period::{period, span};
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
pub(crate) use phrase::ordinal;
pub use phrase::{bounded, marked, rank_phrase};
#[cfg(feature = "gallery")]
pub(crate) use profile::{ahead, in_cell};
pub use sentence::{Finding, title, titles};
pub use source::{OtherFigure, SourceCard, foot, other_figures, sources};
pub use table::{Cell, Column, Row, Table, table};
pub use tip::{TipLine, tip};
pub use words::{ScopeChoice, TitlePiece, Words, capital, formula, scope_name, subtitle};
pub(crate) use words::{benchmark_name, display};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use {
    phrase::chinese_marks,
    source::{standing as reported, stated, tier, tier_letter},
    table::status,
};
