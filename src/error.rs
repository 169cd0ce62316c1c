//! What went wrong, and where; and what a reader must be told although nothing went wrong.
//!
//! It knows of no output: who prints a [`Problem`] or draws a [`Notice`] is somebody else's business.

use std::fmt;

/// One defect of the input: its place, what is wrong there, and what to do.
///
/// ```
/// use duibiao::error::Problem;
/// let p = Problem::new("observations/hospital.json: doctors.wenzhou[12]", "\"n/a\" is not a number")
///     .help("use null and say why in \"missing\"");
/// assert_eq!(
///     p.to_string(),
///     "observations/hospital.json: doctors.wenzhou[12]: \"n/a\" is not a number; use null and say why in \"missing\"",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    place: String,
    message: String,
    help: String,
}

impl Problem {
    /// A problem at a place, such as `regions.json: regions[3].code`.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
            help: String::new(),
        }
    }

    /// The same with a word on what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)?;
        if self.help.is_empty() {
            return Ok(());
        }
        write!(f, "; {}", self.help)
    }
}

/// Everything that is wrong with an input, all of it at once. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    problems: Vec<Problem>,
}

impl Error {
    /// An error of these problems, or nothing when there are none.
    #[must_use]
    pub fn of(problems: Vec<Problem>) -> Option<Self> {
        (!problems.is_empty()).then_some(Self { problems })
    }

    /// The problems, in the order they were found.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.problems.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// What kind of thing a [`Notice`] tells. The words are made by [`crate::tell`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// The page was asked for an id that the data do not have; `detail` is the id, `nearest` what is shown instead.
    UnknownId,
    /// The period asked for has no value; another is shown.
    PeriodReplaced,
    /// Not every city of the group has a value: `count` of `of`.
    Incomplete,
    /// The home city has no value here.
    HomeMissing,
    /// Peers (`regions`) without a value.
    PeersMissing,
    /// These regions' values count something else and are left out of the ranking.
    OtherScope,
    /// Values are taken from a neighbouring period within the chosen tolerance.
    Tolerance,
    /// The series changes its meaning at `period` for `regions`; nothing is computed across it.
    Break,
    /// Values of `regions` are estimates.
    Estimated,
    /// Values of `regions` are provisional.
    Provisional,
    /// Values of `regions` have low reliability.
    LowReliability,
    /// Values of `regions` are lower bounds.
    AtLeast,
    /// Values of `regions` are upper bounds.
    AtMost,
    /// Values of `regions` are round figures.
    About,
    /// The values are targets, not what happened.
    Targets,
    /// Changes of this indicator are nominal: current prices.
    Nominal,
    /// Fewer than two comparable values: nothing is ranked.
    NotRanked,
    /// A note that the data attach to a value; `detail` is the note's number.
    Note,
    /// What a source itself reports of home's rank or share; `detail` is the observation's position.
    Reported,
    /// The indicator is computed; `detail` tells nothing more, the formula stands in the words.
    Derived,
    /// Only one of several sources is shown.
    SeveralSources,
    /// A chart (`detail`) makes no sense as small multiples; `nearest` is why, and what is drawn instead.
    #[cfg(feature = "gallery")]
    NotRepeated,
}

/// Something a reader must be told beside the picture.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// What it tells.
    pub kind: NoticeKind,
    /// Ids of the regions it is about; empty when it is about all.
    pub regions: Vec<String>,
    /// The period it is about, in its written form.
    pub period: Option<String>,
    /// An id or a number that the kind explains.
    pub detail: Option<String>,
    /// What is shown instead, where something is.
    pub nearest: Option<String>,
    /// How many of how many.
    pub count: Option<(usize, usize)>,
}

impl Notice {
    /// A notice of this kind about everything shown.
    #[must_use]
    pub fn new(kind: NoticeKind) -> Self {
        Self {
            kind,
            regions: Vec::new(),
            period: None,
            detail: None,
            nearest: None,
            count: None,
        }
    }

    /// The same about these regions.
    #[must_use]
    pub fn about<S: Into<String>>(mut self, regions: impl IntoIterator<Item = S>) -> Self {
        self.regions = regions.into_iter().map(Into::into).collect();
        self
    }

    /// The same about this period.
    #[must_use]
    pub fn at(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// The same with a detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same with what is shown instead.
    #[must_use]
    pub fn nearest(mut self, nearest: impl Into<String>) -> Self {
        self.nearest = Some(nearest.into());
        self
    }

    /// The same with a count.
    #[must_use]
    pub fn count(mut self, n: usize, of: usize) -> Self {
        self.count = Some((n, of));
        self
    }
}
