//! A document as an Excel workbook: a sheet with the chart, one with its figures, one with what must be known.
//!
//! Texts are written as texts: what begins like a formula is none. It holds no date of today, so that the same figure gives the same bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, Image,
    ObjectMovement, Url, Workbook, Worksheet, XlsxError,
};

use super::excel_chart::chart;
use super::model::{DocNote, Document};
use crate::error::{Error, Problem};

/// How wide and high a chart is on its sheet, in pixels.
pub(super) const SIZE: (u32, u32) = (960, 540);

/// The table's head stands in the first row.
pub(super) const HEAD: u32 = 0;

/// The row under the chart: a row is 20 pixels high.
const BELOW: u32 = 3 + SIZE.1 / 20 + 1;

/// Excel has room for 2,079 characters of an address.
const ADDRESS: usize = 2000;

/// A document with its place in a workbook.
pub(super) struct Entry<'a> {
    pub(super) document: &'a Document,
    /// The PNG that stands where it has no chart.
    picture: Option<&'a [u8]>,
    /// What follows the names of its sheets: nothing where it is alone.
    number: String,
}

impl Entry<'_> {
    /// The name of one of its sheets.
    fn sheet(&self, zh: &str, en: &str) -> String {
        format!("{}{}", self.document.lang.pick(zh, en), self.number)
    }

    /// The name of the sheet with its figures.
    pub(super) fn figures(&self) -> String {
        self.sheet("数据", "Figures")
    }
}

/// The workbook of documents, three sheets each; beside each the PNG that stands where it has no chart.
///
/// # Errors
/// What the writer refuses is told as it tells it.
pub fn excel(documents: &[(&Document, Option<&[u8]>)]) -> Result<Vec<u8>, Error> {
    written(documents).map_err(|e| Problem::new("workbook", e.to_string()).into())
}

fn written(documents: &[(&Document, Option<&[u8]>)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    if let Some((first, _)) = documents.first() {
        book.set_properties(&properties(first)?);
    }
    for (i, (document, picture)) in (1..).zip(documents) {
        let entry = Entry {
            document,
            picture: *picture,
            number: match documents.len() {
                1 => String::new(),
                _ => format!("{i}"),
            },
        };
        shown(&mut book, &entry)?;
        figures(&mut book, &entry)?;
        notes(&mut book, &entry)?;
    }
    book.save_to_buffer()
}

/// The sheet with the chart or its picture: the finding over it, source and notices under it.
fn shown(book: &mut Workbook, entry: &Entry<'_>) -> Result<(), XlsxError> {
    let document = entry.document;
    let lang = document.lang;
    let sheet = book.add_worksheet().set_name(entry.sheet("图", "Chart"))?;
    let title = Format::new().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, &document.title, &title)?;
    sheet.write_string(1, 0, &document.subtitle)?;
    let mut below = BELOW;
    if let Some(mut chart) = chart(entry) {
        chart.set_alt_text(short(&document.title));
        chart.set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
        sheet.insert_chart(3, 0, &chart)?;
    } else if let Some(bytes) = entry.picture {
        let image = Image::new_from_buffer(bytes)?
            .set_alt_text(short(&document.title))
            .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells)
            .set_scale_to_size(SIZE.0, SIZE.1, true);
        sheet.insert_image(3, 0, &image)?;
        let why = lang.pick(
            "Excel没有这种图表，所以这里是图片；数据在下一张表。",
            "Excel has no such chart, so this is a picture; the figures are on the next sheet.",
        );
        sheet.write_string(below, 0, why)?;
        below += 1;
    }
    sheet.write_string(below, 0, &document.foot)?;
    for (i, line) in (1..).zip(&document.remarks) {
        sheet.write_string(below + i, 0, line)?;
    }
    sheet.set_screen_gridlines(false).set_landscape();
    sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// As much of a text as Excel takes for a picture's alternative: 255 units of UTF-16; the sheet has the rest.
fn short(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > 255
    });
    end.map_or(text, |(end, _)| &text[..end])
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    // the form asks for a date; today's would make every file another one
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(&document.title)
        .set_subject(&document.subtitle)
        .set_comment(&document.foot)
        .set_author("duibiao")
        .set_creation_datetime(&date))
}

/// The row of the sheet on which a row of the table stands.
pub(super) fn row(index: usize) -> u32 {
    HEAD + 1 + u32::try_from(index).unwrap_or(u32::MAX - 1)
}

/// Writes the table, home in bold, with a filter and a head that stays.
fn figures(book: &mut Workbook, entry: &Entry<'_>) -> Result<(), XlsxError> {
    let document = entry.document;
    let sheet = book.add_worksheet().set_name(entry.figures())?;
    head(sheet, document)?;
    for (i, line) in document.rows.iter().enumerate() {
        for (c, cell) in (0..).zip(&line.cells) {
            let mut format = Format::new();
            if line.home {
                format = format.set_bold();
            }
            let numeric = document.columns[usize::from(c)].numeric;
            match cell.value {
                Some(value) => {
                    format = format.set_num_format(&cell.format);
                    if cell.year {
                        format = format.set_align(FormatAlign::Left);
                    }
                    sheet.write_number_with_format(row(i), c, value, &format)?;
                }
                None if cell.text.is_empty() => {}
                None => {
                    if numeric {
                        format = format.set_align(FormatAlign::Right);
                    }
                    sheet.write_string_with_format(row(i), c, &cell.text, &format)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    let last = row(document.rows.len().saturating_sub(1));
    let columns = u16::try_from(document.columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(HEAD, 0, last, columns.saturating_sub(1))?;
    for (i, line) in (2..).zip(&document.legend) {
        sheet.write_string(last + i, 0, line)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn head(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap();
    let right = head.clone().set_align(FormatAlign::Right);
    let mut lines: f64 = 1.0;
    for (c, column) in (0..).zip(&document.columns) {
        let format = if column.numeric { &right } else { &head };
        // the unit on a line of its own
        let label = column.label.replacen('(', "\n(", 1);
        let room = width(document, usize::from(c));
        let own = label.lines().map(|l| (wide(l) / room).ceil());
        lines = lines.max(own.sum());
        sheet.write_string_with_format(HEAD, c, label, format)?;
        sheet.set_column_width(c, room)?;
    }
    sheet.set_row_height(HEAD, LINE * lines)?;
    Ok(())
}

/// How many places the column of notes has.
const NOTE: u32 = 90;

/// The height of a line, in points.
const LINE: f64 = 16.0;

/// How many places a text takes: a hanzi two.
fn wide(text: &str) -> f64 {
    let places = |c: char| if c.is_ascii() { 1.0 } else { 2.0 };
    text.chars().map(places).sum()
}

/// As wide as its widest text, within reason.
fn width(document: &Document, column: usize) -> f64 {
    let cells = document.rows.iter().filter_map(|r| r.cells.get(column));
    // a long head is wrapped
    let head = wide(&document.columns[column].label) / 2.0;
    cells
        .map(|c| wide(&c.text))
        .fold(head, f64::max)
        .clamp(8.0, 48.0)
        + 2.0
}

fn notes(book: &mut Workbook, entry: &Entry<'_>) -> Result<(), XlsxError> {
    let name = entry.sheet("说明", "Notes");
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, NOTE)?;
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, note) in (0..).zip(&entry.document.notes) {
        sheet.write_string_with_format(row, 0, &note.label, &head)?;
        write_note(sheet, row, note, &body)?;
        // said outright: not every program makes room for wrapped text by itself
        let lines = (wide(&note.text) / f64::from(NOTE - 4)).ceil().max(1.0);
        sheet.set_row_height(row, LINE * lines)?;
    }
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_note(
    sheet: &mut Worksheet,
    row: u32,
    note: &DocNote,
    body: &Format,
) -> Result<(), XlsxError> {
    match note.url.as_deref().filter(|u| u.len() < ADDRESS) {
        Some(url) => {
            let link = body
                .clone()
                .set_font_color(Color::RGB(0x1D_4E_89))
                .set_underline(FormatUnderline::Single);
            let url = Url::new(url).set_text(&note.text);
            sheet.write_url_with_format(row, 1, url, &link)?;
        }
        None => {
            sheet.write_string_with_format(row, 1, &note.text, body)?;
        }
    }
    Ok(())
}
