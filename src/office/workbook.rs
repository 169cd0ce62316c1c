//! A figure as a workbook, in one step (native only): what Excel cannot chart is drawn here as a picture.

use super::document::document;
use super::excel::{SIZE, excel};
use crate::base::Size;
use crate::data::Dataset;
use crate::error::Error;
use crate::figure::{Figure, Frame, figure};
use crate::paint::png;

/// The workbook of a figure: a sheet with its chart, one with its figures, one with definition, notices and sources.
///
/// ```
/// use duibiao::{base::Size, data::builtin, figure::{Frame, figure}, office::workbook, view::View};
/// let data = builtin();
/// let shown = figure(&data, &View::default(), Size::new(960.0, 600.0), Frame::Full);
/// let bytes = workbook(&data, &shown).unwrap();
/// assert!(bytes.starts_with(b"PK"));
/// ```
///
/// # Errors
/// What goes in as a picture may hold a character that the bundled fonts lack; what else the writer refuses is told as it tells it.
pub fn workbook(data: &Dataset, shown: &Figure) -> Result<Vec<u8>, Error> {
    let document = document(data, shown);
    let picture = match document.chart {
        Some(_) => None,
        None => Some(drawn(data, shown)?),
    };
    excel(&[(&document, picture.as_deref())])
}

/// The picture at twice its size, without the title that stands over it in the sheet.
fn drawn(data: &Dataset, shown: &Figure) -> Result<Vec<u8>, Error> {
    let size = Size::new(f64::from(SIZE.0), f64::from(SIZE.1));
    let picture = figure(data, &shown.view, size, Frame::Plot);
    png(&picture.scene, 2.0)
}
