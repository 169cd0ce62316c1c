//! A stretch of time that a figure is about: a year, half, quarter, month, or a range of years or months.
//!
//! It is not a date: the day a source was published is plain text.

use std::fmt;
use std::str::FromStr;

/// A stretch of whole months.
///
/// Written `2019`, `2018-H1`, `2024-Q1`, `2024-08`, `2016/2023` or `2020-01/2020-09`.
///
/// ```
/// use duibiao::data::Period;
/// let p: Period = "2024-Q1".parse().unwrap();
/// assert_eq!((p.year(), p.is_year(), p.to_string().as_str()), (2024, false, "2024-Q1"));
/// assert!("2024-13".parse::<Period>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Months since the year 0.
    start: i32,
    /// Length in months, at least 1.
    months: i32,
}

impl Period {
    /// The calendar year.
    #[must_use]
    pub const fn of_year(year: i32) -> Self {
        Self {
            start: year * 12,
            months: 12,
        }
    }

    /// The year it ends in.
    #[must_use]
    pub fn year(self) -> i32 {
        (self.start + self.months - 1).div_euclid(12)
    }

    /// The year it begins in.
    #[must_use]
    pub fn first_year(self) -> i32 {
        self.start.div_euclid(12)
    }

    /// Whether it is exactly one calendar year.
    #[must_use]
    pub fn is_year(self) -> bool {
        self.months == 12 && self.start.rem_euclid(12) == 0
    }

    /// Whether another period of the same length begins when it ends.
    #[must_use]
    pub fn is_followed_by(self, next: Self) -> bool {
        self.months == next.months && self.start + self.months == next.start
    }

    /// Its length in months.
    #[must_use]
    pub fn months(self) -> i32 {
        self.months
    }

    /// The month it begins in, 1–12.
    #[must_use]
    pub fn first_month(self) -> i32 {
        self.start.rem_euclid(12) + 1
    }

    /// The month it ends in, 1–12.
    #[must_use]
    pub fn last_month(self) -> i32 {
        (self.start + self.months - 1).rem_euclid(12) + 1
    }

    /// Its position on a time axis in years: the year for a year, the middle of the stretch otherwise.
    #[must_use]
    pub fn position(self) -> f64 {
        let middle = f64::from(self.start) + f64::from(self.months) / 2.0;
        middle / 12.0 - 0.5
    }
}

impl Ord for Period {
    /// By end, then the longer first.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let end = |p: &Self| p.start + p.months;
        end(self)
            .cmp(&end(other))
            .then(other.months.cmp(&self.months))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first_year(), self.first_month());
        let aligned = (month - 1) % self.months == 0;
        match self.months {
            12 if aligned => write!(f, "{year:04}"),
            6 if aligned => write!(f, "{year:04}-H{}", (month - 1) / 6 + 1),
            3 if aligned => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            1 => write!(f, "{year:04}-{month:02}"),
            n if n % 12 == 0 && month == 1 => write!(f, "{year:04}/{:04}", self.year()),
            _ => write!(
                f,
                "{year:04}-{month:02}/{:04}-{:02}",
                self.year(),
                self.last_month()
            ),
        }
    }
}

/// Why a text is no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPeriod(String);

impl fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not a period (expected 2019, 2018-H1, 2024-Q1, 2024-08, 2016/2023 or 2020-01/2020-09)",
            self.0
        )
    }
}

impl std::error::Error for NotAPeriod {}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(s: &str) -> Result<Self, NotAPeriod> {
        let period = match s.split_once('/') {
            Some((a, b)) => range(a, b),
            None => single(s),
        };
        period.ok_or_else(|| NotAPeriod(s.to_owned()))
    }
}

fn range(a: &str, b: &str) -> Option<Period> {
    let (a, b) = (single(a)?, single(b)?);
    let end = b.start + b.months;
    (a.months == b.months && end - a.start > a.months).then_some(Period {
        start: a.start,
        months: end - a.start,
    })
}

fn single(s: &str) -> Option<Period> {
    let (year, rest) = s.split_at_checked(4)?;
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let start = year.parse::<i32>().ok()? * 12;
    let part = |n: i32, months: i32, of: i32| {
        (1..=of).contains(&n).then_some(Period {
            start: start + (n - 1) * months,
            months,
        })
    };
    let number = |t: &str| {
        t.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| t.parse().ok())
            .flatten()
    };
    match rest.strip_prefix('-') {
        None if rest.is_empty() => Some(Period { start, months: 12 }),
        Some(t) if t.len() == 2 && t.starts_with('H') => part(number(&t[1..])?, 6, 2),
        Some(t) if t.len() == 2 && t.starts_with('Q') => part(number(&t[1..])?, 3, 4),
        Some(t) if t.len() == 2 => part(number(t)?, 1, 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn every_written_form_comes_back_as_it_was() {
        for s in [
            "2019",
            "2018-H1",
            "2018-H2",
            "2024-Q1",
            "2024-Q4",
            "2024-08",
            "2016/2023",
            "2020-01/2020-09",
        ] {
            assert_eq!(s.parse::<Period>().map(|p| p.to_string()), Ok(s.to_owned()));
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for s in [
            "",
            "19",
            "2019-",
            "2019-00",
            "2019-13",
            "2019-Q5",
            "2019-H3",
            "2023/2016",
            "2019/2019",
            "20a9",
            "2019-1",
            "２０１９",
            "2019-é",
        ] {
            assert!(s.parse::<Period>().is_err(), "{s} was taken");
        }
    }

    #[test]
    fn periods_sort_by_their_end() {
        let p = |s: &str| s.parse::<Period>().unwrap();
        assert!(p("2019") < p("2020"));
        assert!(p("2020-01/2020-09") < p("2020"));
        assert!(p("2020") < p("2020-12"));
    }
}
