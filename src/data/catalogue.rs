//! The packed catalogue: what can be compared, without a figure.
//!
//! It is read and put together in two steps, so that a page can answer its reader between them. What it is made of [`super::load`] checks.

use super::dataset::Dataset;
use super::load::{Loader, whole};
use super::raw::CataloguePack;
use crate::error::Error;

/// A catalogue that is read and not yet put together.
pub struct Draft(CataloguePack);

impl Draft {
    /// Reads the packed catalogue.
    ///
    /// # Errors
    /// Every defect of its form.
    ///
    /// ```
    /// let error = duibiao::data::Draft::of(b"{").err().unwrap();
    /// assert!(error.to_string().starts_with("catalogue.json: "));
    /// ```
    pub fn of(bytes: &[u8]) -> Result<Self, Error> {
        whole("catalogue.json", bytes).map(Self)
    }

    /// Puts it together; figures follow by [`super::add_theme`].
    ///
    /// # Errors
    /// Everything in it that does not fit together.
    pub fn data(self) -> Result<Dataset, Error> {
        let mut loader = Loader {
            data: Dataset::default(),
            problems: Vec::new(),
        };
        let pack = self.0;
        loader.catalogue(&pack.regions, pack.peer_groups, pack.catalogue, false);
        loader.coverage(pack.coverage);
        loader.finish()
    }
}

/// Loads the packed catalogue alone; figures follow by [`super::add_theme`].
///
/// # Errors
/// Every defect of the file.
pub fn load_catalogue(bytes: &[u8]) -> Result<Dataset, Error> {
    Draft::of(bytes)?.data()
}
