//! The sheets with words and numbers: the table of a figure, and what must be known of it.
//!
//! Texts are written as texts: what begins like a formula is none.

use rust_xlsxwriter::{Color, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};

use super::number::{Number, number};
use crate::data::{Lang, Period};
use crate::tell::{Table, TipLine, Words};

/// The table's head stands in the first row.
pub(super) const HEAD: u32 = 0;

/// A table as it lies on its sheet.
pub(super) struct Laid {
    /// The name of the sheet.
    pub(super) name: &'static str,
    /// Its rows, in the order on the sheet.
    pub(super) table: Table,
    /// Whether it has a row a year.
    pub(super) years: bool,
    /// How a year is written.
    pub(super) year_format: &'static str,
}

impl Laid {
    /// The row of the sheet on which a row of the table stands.
    pub(super) fn row(&self, index: usize) -> u32 {
        HEAD + 1 + u32::try_from(index).unwrap_or(u32::MAX - 1)
    }

    /// The year of a row.
    pub(super) fn year(&self, index: usize) -> Option<i32> {
        let row = self.table.rows.get(index)?;
        let period = row.period.parse::<Period>().ok()?;
        period.is_year().then(|| period.year())
    }

    /// The column of a key.
    pub(super) fn column(&self, key: &str) -> Option<u16> {
        let found = self.table.columns.iter().position(|c| c.key == key)?;
        u16::try_from(found).ok()
    }
}

/// Writes the table, home in bold, with a filter and a head that stays.
pub(super) fn figures(book: &mut Workbook, laid: &Laid, home: &str) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(laid.name)?;
    let head = Format::new().set_bold().set_text_wrap();
    let right = head.clone().set_align(FormatAlign::Right);
    let mut lines: f64 = 1.0;
    for (c, column) in (0..).zip(&laid.table.columns) {
        let format = if column.numeric { &right } else { &head };
        // the unit on a line of its own
        let label = column.label.replacen('(', "\n(", 1);
        let room = width(laid, usize::from(c));
        let own = label.lines().map(|l| (wide(l) / room).ceil());
        lines = lines.max(own.sum());
        sheet.write_string_with_format(HEAD, c, label, format)?;
        sheet.set_column_width(c, room)?;
    }
    for (i, row) in laid.table.rows.iter().enumerate() {
        for (c, cell) in (0..).zip(&row.cells) {
            let own = row.region == home && !home.is_empty();
            let mut format = Format::new();
            if own {
                format = format.set_bold();
            }
            let column = &laid.table.columns[usize::from(c)];
            let is_number = column.numeric;
            if let Some(year) = laid
                .year(i)
                .filter(|_| laid.years && column.key == "period")
            {
                let format = Format::new()
                    .set_num_format(laid.year_format)
                    .set_align(FormatAlign::Left);
                sheet.write_number_with_format(laid.row(i), c, year, &format)?;
                continue;
            }
            match number(cell).filter(|_| is_number) {
                Some(Number {
                    value,
                    format: shown,
                }) => {
                    let format = format.set_num_format(&shown);
                    sheet.write_number_with_format(laid.row(i), c, value, &format)?;
                }
                None if cell.text.is_empty() => {}
                None => {
                    if is_number {
                        format = format.set_align(FormatAlign::Right);
                    }
                    sheet.write_string_with_format(laid.row(i), c, &cell.text, &format)?;
                }
            }
        }
    }
    sheet.set_row_height(HEAD, LINE * lines)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    let last = laid.row(laid.table.rows.len().saturating_sub(1));
    let columns = u16::try_from(laid.table.columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(HEAD, 0, last, columns.saturating_sub(1))?;
    for (i, line) in (2..).zip(&laid.table.legend) {
        sheet.write_string(last + i, 0, mark(line))?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// What a letter beside a number means.
pub(super) fn mark(line: &TipLine) -> String {
    format!("{}: {}", line.label, line.value)
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
fn width(laid: &Laid, column: usize) -> f64 {
    let cells = laid.table.rows.iter().filter_map(|r| r.cells.get(column));
    // a long head is wrapped
    let head = wide(&laid.table.columns[column].label) / 2.0;
    cells
        .map(|c| wide(&c.text))
        .fold(head, f64::max)
        .clamp(8.0, 48.0)
        + 2.0
}

/// Writes what must be known: definition, formula, scope, notices, sources, and figures that cannot be compared.
pub(super) fn notes(
    book: &mut Workbook,
    name: &str,
    words: &Words,
    lang: Lang,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, NOTE)?;
    let mut page = Page {
        sheet,
        row: 0,
        head: Format::new().set_bold().set_align(FormatAlign::Top),
        body: Format::new().set_text_wrap().set_align(FormatAlign::Top),
    };
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    page.line(say("结论", "Finding"), &words.title)?;
    page.line(say("图", "Figure"), &words.subtitle)?;
    page.line(say("指标", "Indicator"), &words.indicator)?;
    page.line(say("指标说明", "Definition"), &words.definition)?;
    page.line(
        say("算法", "Formula"),
        words.formula.as_deref().unwrap_or_default(),
    )?;
    page.line(
        say("口径", "Scope"),
        words.scope.as_deref().unwrap_or_default(),
    )?;
    for notice in &words.notices {
        page.line(say("请注意", "Please note"), notice)?;
    }
    for card in &words.sources {
        let parts = [
            Some(card.tier_meaning.as_str()),
            Some(card.publisher.as_str()),
            card.date.as_deref(),
            Some(card.covers.as_str()),
            card.origin.as_deref(),
            Some(card.licence.as_str()),
            card.note.as_deref(),
        ];
        let parts: Vec<&str> = parts
            .into_iter()
            .flatten()
            .filter(|p| !p.is_empty())
            .collect();
        page.linked(say("数据来源", "Source"), &card.title, card.url.as_deref())?;
        page.line("", &parts.join(" · "))?;
    }
    for other in &words.other_figures {
        let text = [
            &other.region,
            &other.period,
            &other.value,
            &other.scope,
            &other.source,
        ];
        let text: Vec<&str> = text
            .into_iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        let label = say("其他数字(不可比)", "Other figures (not comparable)");
        page.linked(label, &text.join(" · "), other.url.as_deref())?;
    }
    page.sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    head: Format,
    body: Format,
}

impl Page<'_> {
    /// A line, unless it says nothing.
    fn line(&mut self, label: &str, text: &str) -> Result<(), XlsxError> {
        self.linked(label, text, None)
    }

    fn linked(&mut self, label: &str, text: &str, url: Option<&str>) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        self.sheet
            .write_string_with_format(self.row, 0, label, &self.head)?;
        // only what a browser opens; Excel has room for 2,079 characters of an address
        let url = url.filter(|u| u.starts_with("https://") || u.starts_with("http://"));
        match url.filter(|u| u.len() < 2000) {
            Some(url) => {
                let link = self
                    .body
                    .clone()
                    .set_font_color(Color::RGB(0x1D_4E_89))
                    .set_underline(rust_xlsxwriter::FormatUnderline::Single);
                let url = Url::new(url).set_text(text);
                self.sheet.write_url_with_format(self.row, 1, url, &link)?;
            }
            None => {
                self.sheet
                    .write_string_with_format(self.row, 1, text, &self.body)?;
            }
        }
        // said outright: not every program makes room for wrapped text by itself
        let lines = (wide(text) / f64::from(NOTE - 4)).ceil().max(1.0);
        self.sheet.set_row_height(self.row, LINE * lines)?;
        self.row += 1;
        Ok(())
    }
}
