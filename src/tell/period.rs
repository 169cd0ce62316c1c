//! Periods in words: 2023年, 2024年一季度, January–September 2020.
//!
//! How a period is written in files is [`crate::data::Period`]'s own business.

use crate::data::{Lang, Period};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A period in words.
///
/// ```
/// use duibiao::{data::Lang, tell::period};
/// let p = |s: &str| s.parse().unwrap();
/// assert_eq!(period(p("2023"), Lang::Zh), "2023年");
/// assert_eq!(period(p("2024-Q1"), Lang::Zh), "2024年第1季度");
/// assert_eq!(period(p("2020-01/2020-09"), Lang::En), "January–September 2020");
/// assert_eq!(period(p("2018-H1"), Lang::En), "the first half of 2018");
/// ```
#[must_use]
pub fn period(p: Period, lang: Lang) -> String {
    in_words(p, lang, usize::MAX)
}

/// The same for tight places: Jan–Sep 2020.
#[must_use]
pub fn brief_period(p: Period, lang: Lang) -> String {
    in_words(p, lang, 3)
}

/// A period in words, with at most so many letters of a month's name.
fn in_words(p: Period, lang: Lang, letters: usize) -> String {
    let month = |n| {
        let name = month(n);
        name.get(..letters).unwrap_or(name)
    };
    let (year, last) = (p.first_year(), p.year());
    let (from, to) = (p.first_month(), p.last_month());
    let written = p.to_string();
    let zh = lang == Lang::Zh;
    let half = (from - 1) / 6;
    let quarter = (from - 1) / 3 + 1;
    match p.months() {
        12 if p.is_year() => lang.pick(format!("{year}年"), year.to_string()),
        6 if written.contains('H') && zh => {
            format!("{year}年{}半年", if half == 0 { "上" } else { "下" })
        }
        6 if written.contains('H') => {
            let which = if half == 0 { "first" } else { "second" };
            format!("the {which} half of {year}")
        }
        3 if written.contains('Q') => lang.pick(
            format!("{year}年第{quarter}季度"),
            format!("Q{quarter} {year}"),
        ),
        1 => lang.pick(
            format!("{year}年{from}月"),
            format!("{} {year}", month(from)),
        ),
        n if n % 12 == 0 && from == 1 => {
            lang.pick(format!("{year}–{last}年"), format!("{year}–{last}"))
        }
        _ if year == last => lang.pick(
            format!("{year}年{from}–{to}月"),
            format!("{}–{} {year}", month(from), month(to)),
        ),
        _ => lang.pick(
            format!("{year}年{from}月–{last}年{to}月"),
            format!("{} {year} – {} {last}", month(from), month(to)),
        ),
    }
}

/// From one period to another: `2012–2023年`.
#[must_use]
pub fn span(from: Period, to: Period, lang: Lang) -> String {
    if from.is_year() && to.is_year() {
        let years = format!("{}–{}", from.year(), to.year());
        return lang.pick(format!("{years}年"), years);
    }
    lang.pick(
        format!("{}至{}", period(from, lang), period(to, lang)),
        format!("{} to {}", period(from, lang), period(to, lang)),
    )
}

fn month(n: i32) -> &'static str {
    usize::try_from(n - 1)
        .ok()
        .and_then(|i| MONTHS.get(i))
        .copied()
        .unwrap_or_default()
}
