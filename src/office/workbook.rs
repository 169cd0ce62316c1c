//! A figure as an Excel workbook: the chart, the figures it is drawn from, and what must be known of them.
//!
//! It holds no date of today, so that the same figure gives the same bytes.

use rust_xlsxwriter::{
    Chart, DocProperties, ExcelDateTime, Format, Image, ObjectMovement, Workbook, Worksheet,
    XlsxError,
};

use super::chart::{SIZE, native};
use super::sheet::{self, Laid};
use crate::base::Size;
use crate::data::{Dataset, Lang, Period};
use crate::error::{Error, Problem};
use crate::figure::{Figure, Frame, figure};
use crate::paint::png;
use crate::tell::{Table, Words};

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
    let (words, lang) = (shown.words(data), shown.view.lang());
    let laid = laid(words.table.clone(), lang);
    let show = match native(data, shown, &laid) {
        Some(chart) => Show::Chart(Box::new(chart)),
        None => Show::Picture(drawn(data, shown)?),
    };
    let made = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&properties(&words)?);
        let first = book.add_worksheet().set_name(lang.pick("图", "Chart"))?;
        over(first, &words)?;
        let below = match show {
            Show::Chart(mut chart) => {
                chart.set_alt_text(short(&words.title));
                chart.set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
                first.insert_chart(3, 0, &chart)?;
                BELOW
            }
            Show::Picture(bytes) => {
                let image = Image::new_from_buffer(&bytes)?
                    .set_alt_text(short(&words.title))
                    .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells)
                    .set_scale_to_size(SIZE.0, SIZE.1, true);
                first.insert_image(3, 0, &image)?;
                let why = lang.pick(
                    "Excel没有这种图表，所以这里是图片；数据在下一张表。",
                    "Excel has no such chart, so this is a picture; the figures are on the next sheet.",
                );
                first.write_string(BELOW, 0, why)?;
                BELOW + 1
            }
        };
        first.write_string(below, 0, &words.foot)?;
        let marks = laid.table.legend.iter().map(sheet::mark);
        for (i, line) in (1..).zip(marks.chain(words.notices.iter().cloned())) {
            first.write_string(below + i, 0, line)?;
        }
        first.set_screen_gridlines(false).set_landscape();
        first.set_print_fit_to_pages(1, 1);
        let home = &data.region(shown.comparison.question.home).id;
        sheet::figures(&mut book, &laid, home)?;
        sheet::notes(&mut book, lang.pick("说明", "Notes"), &words, lang)?;
        book.save_to_buffer()
    };
    made().map_err(|e| Problem::new("workbook", e.to_string()).into())
}

/// What the first sheet shows.
enum Show {
    Chart(Box<Chart>),
    Picture(Vec<u8>),
}

/// The row under the chart: a row is 20 pixels high.
const BELOW: u32 = 3 + SIZE.1 / 20 + 1;

/// As much of a text as Excel takes for a picture's alternative: 255 units of UTF-16; the sheet has the rest.
fn short(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > 255
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// The finding and what the chart shows, over it.
fn over(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, &words.title, &title)?;
    sheet.write_string(1, 0, &words.subtitle)?;
    Ok(())
}

/// The table as it lies on its sheet: years ascend, as an axis does.
fn laid(mut table: Table, lang: Lang) -> Laid {
    let year = |p: &str| p.parse::<Period>().is_ok_and(Period::is_year);
    let years = !table.rows.is_empty() && table.rows.iter().all(|r| year(&r.period));
    if table.columns.first().is_some_and(|c| c.key == "period") {
        table.rows.reverse();
    }
    Laid {
        name: lang.pick("数据", "Figures"),
        table,
        years,
        year_format: lang.pick("0\"年\"", "0"),
    }
}

/// The picture at twice its size, without the title that stands over it in the sheet.
fn drawn(data: &Dataset, shown: &Figure) -> Result<Vec<u8>, Error> {
    let size = Size::new(f64::from(SIZE.0), f64::from(SIZE.1));
    let picture = figure(data, &shown.view, size, Frame::Plot);
    png(&picture.scene, 2.0)
}

fn properties(words: &Words) -> Result<DocProperties, XlsxError> {
    // the form asks for a date; today's would make every file another one
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(&words.title)
        .set_subject(&words.subtitle)
        .set_comment(&words.foot)
        .set_author("duibiao")
        .set_creation_datetime(&date))
}
