//! The words: numbers in 万/亿 and k/M/B, units, periods, the sentence that states the finding, the description and the table.
//!
//! Both languages are equal and complete here. Nothing knows a pixel, a file or a browser.

#[cfg(feature = "gallery")]
mod age;
#[cfg(feature = "gallery")]
mod aim;
#[cfg(feature = "gallery")]
mod course;
#[cfg(feature = "gallery")]
mod course_table;
mod csv;
mod describe;
#[cfg(feature = "gallery")]
mod fact;
mod finding;
mod notice;
mod number;
mod over_time;
#[cfg(feature = "gallery")]
mod own;
mod period;
mod phrase;
#[cfg(feature = "gallery")]
mod place;
#[cfg(feature = "gallery")]
mod profile;
#[cfg(feature = "gallery")]
mod relation;
mod sentence;
#[cfg(feature = "gallery")]
mod several;
mod source;
#[cfg(feature = "gallery")]
mod structure;
mod table;
mod tip;
#[cfg(feature = "gallery")]
mod tree;
mod words;

#[cfg(feature = "gallery")]
pub(crate) use aim::{
    numbers as aim_numbers, progress as aim_progress, shown as aim_display, unaimed,
};
#[cfg(feature = "gallery")]
pub use course::has_index;
pub use csv::{csv, csv_line};
pub use describe::describe;
#[cfg(feature = "gallery")]
pub(crate) use fact::{Card as FactCard, card as fact_card, none as no_fact};
pub use notice::{briefs, notice};
pub use number::{Display, amount, axis_label, difference, grouped, percent, relative, signed};
#[cfg(feature = "gallery")]
pub use own::tip as own_tip;
pub use period::{brief_period, period, span};
#[cfg(any(feature = "gallery", not(target_arch = "wasm32")))]
pub(crate) use phrase::ordinal;
pub use phrase::{bounded, marked, rank_phrase};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use profile::how_many;
#[cfg(feature = "gallery")]
pub(crate) use profile::{ahead, in_cell};
#[cfg(feature = "gallery")]
pub(crate) use relation::axis_name_in;
#[cfg(feature = "gallery")]
pub use relation::{axis_name, correlation};
pub use sentence::{title, titles};
#[cfg(feature = "gallery")]
pub(crate) use several::{
    called as group_called, number as group_number, refused as group_refused,
    shown as group_display,
};
pub use source::{OtherFigure, SourceCard, foot, other_figures, sources};
#[cfg(feature = "gallery")]
pub(crate) use structure::{amounts as structure_amounts, unstructured};
pub use table::{Cell, Column, Row, Table, table};
pub use tip::{TipLine, tip};
#[cfg(feature = "gallery")]
pub(crate) use tree::{
    and_more, level as tree_level, members as tree_members, operation, tree_source, treeless,
    value as tree_value,
};
pub(crate) use words::under;
pub use words::{ScopeChoice, TitlePiece, Words, capital, formula, scope_name, subtitle};
pub(crate) use words::{benchmark_name, display};

#[cfg(feature = "gallery")]
pub(crate) use age::{
    none as nobody_counted, parts as age_parts, peer as age_peer, tip as age_tip,
};
pub use finding::Finding;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use {
    phrase::chinese_marks,
    source::{standing as reported, stated, tier, tier_letter},
    table::status,
};
