//! Where a page lies on the site, apart from what is in it.

use crate::data::Lang;

/// A page's language, and its path below it.
///
/// ```
/// use duibiao::{data::Lang, page::Place};
/// let place = Place { lang: Lang::En, path: "indicator/gdp/".into() };
/// assert_eq!(place.from_root(), "en/indicator/gdp/");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The language it is written in.
    pub lang: Lang,
    /// Its path below the language, with a slash at its end; empty for the opening.
    pub path: String,
}

impl Place {
    /// Its path from the site's root.
    #[must_use]
    pub fn from_root(&self) -> String {
        format!("{}/{}", self.lang.id(), self.path)
    }
}
