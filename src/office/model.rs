//! What a document holds, as plain values: words, a table of texts and numbers, and a chart drawn from its cells.
//!
//! It does not know which program will read the document: an Excel workbook and a PowerPoint slide are written from the same.

use serde::{Deserialize, Serialize};

use crate::data::Lang;

/// A figure, ready to be written into an office document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Document {
    /// The language of its words.
    pub lang: Lang,
    /// The finding, as a sentence.
    pub title: String,
    /// Indicator, unit, period and scope.
    pub subtitle: String,
    /// The source, in one line.
    pub foot: String,
    /// What must be told under the chart: what its marks mean, and the notices.
    pub remarks: Vec<String>,
    /// The columns of the table.
    pub columns: Vec<DocColumn>,
    /// Its rows.
    pub rows: Vec<DocRow>,
    /// What the letters in the table mean.
    pub legend: Vec<String>,
    /// Definition, scope, notices, sources: a line each.
    pub notes: Vec<DocNote>,
    /// The chart; none where office programs have nothing like it, so that it must go in as a picture.
    pub chart: Option<DocChart>,
    /// The home city: its mark where a picture is described.
    pub home: String,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocColumn {
    /// What it is called in code: `source` names sources, which a narrow table leaves to the notes.
    pub key: String,
    /// Its head.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocRow {
    /// Whether it is about home.
    pub home: bool,
    /// A cell a column.
    pub cells: Vec<DocCell>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocCell {
    /// What it says, as it is shown.
    pub text: String,
    /// The number to compute with, where it is one.
    pub value: Option<f64>,
    /// The number format by which `value` looks like `text`; a year has one that begins at the left.
    pub format: String,
    /// Whether it is a year.
    pub year: bool,
    /// Letters for what is not normal about the figure.
    pub mark: String,
}

/// Something that must be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocNote {
    /// What it is about; empty where it goes on from the line before.
    pub label: String,
    /// What there is to know.
    pub text: String,
    /// Where to read more: an address that a browser opens.
    pub url: Option<String>,
}

/// The kinds of charts that office programs have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DocKind {
    /// A bar a row, from left to right.
    Bars,
    /// Columns side by side.
    Columns,
    /// Bars of parts.
    Stacked,
    /// Lines over an axis of numbers.
    Lines,
    /// Lines from one category to the next.
    Slopes,
    /// Dots over two axes of numbers.
    Scatter,
}

/// A chart drawn from cells of the table: no number is written twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocChart {
    /// What kind it is.
    pub kind: DocKind,
    /// Its series, the last drawn over the others.
    pub series: Vec<DocSeries>,
    /// Whether there is a legend.
    pub legend: bool,
    /// The axis of the categories, or of what goes across.
    pub x: DocAxis,
    /// The axis of the values.
    pub y: DocAxis,
    /// The colour of the grid, as `RRGGBB`.
    pub grid: String,
    /// The colour of the ground, as `RRGGBB`.
    pub ground: String,
}

/// An axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocAxis {
    /// What it measures; empty where the title says it.
    pub name: String,
    /// Where it begins, where that is not left to the program.
    pub min: Option<f64>,
    /// Where it ends.
    pub max: Option<f64>,
    /// The distance of its ticks.
    pub step: Option<f64>,
    /// Whether it is not shown, as the values stand at the marks.
    pub hidden: bool,
}

/// Cells of the table: rows and columns from the first to the last, counted from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocCells {
    /// The first row; none for the head.
    pub top: Option<u32>,
    /// The last row; none for the head.
    pub bottom: Option<u32>,
    /// The first column.
    pub left: u16,
    /// The last column.
    pub right: u16,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DocDash {
    /// Unbroken.
    Solid,
    /// In dashes: a peer that colour alone would not tell from another.
    Dashes,
    /// In dots: doubtful.
    Dots,
}

/// A line's look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocLine {
    /// `RRGGBB`.
    pub color: String,
    /// In points.
    pub width: f64,
    /// How.
    pub dash: DocDash,
}

/// How one of the marks of a series looks that is not like the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocPoint {
    /// `RRGGBB`.
    pub color: String,
    /// Whether it is an outline, as the value is not an observation or in doubt.
    pub hollow: bool,
    /// Whether its number stands beside it.
    pub labelled: bool,
}

/// On which side of its point a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DocSide {
    /// Over it.
    Above,
    /// After it.
    Right,
    /// Under it.
    Below,
    /// Before it.
    Left,
}

/// A word beside a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocWord {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub side: DocSide,
}

/// A series of a chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocSeries {
    /// The cell with its name.
    pub name: DocCells,
    /// Its categories, or the numbers across.
    pub categories: DocCells,
    /// Its values.
    pub values: DocCells,
    /// `RRGGBB`.
    pub color: String,
    /// The line through its points; none where there is none.
    pub line: Option<DocLine>,
    /// How large a dot is at each point, in points; none where there is none.
    pub dot: Option<u8>,
    /// The looks of its points, one by one; empty where all are alike.
    pub points: Vec<DocPoint>,
    /// Words beside its only point.
    pub word: Option<DocWord>,
    /// Whether numbers stand beside its points.
    pub labelled: bool,
    /// Whether it is in the legend.
    pub listed: bool,
}
