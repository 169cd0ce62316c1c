//! The folder that a site is written into, and what has been written: sitemap and service worker are made from it.
//!
//! It knows nothing of what is in a page.

use std::path::Path;

use duibiao::data::Lang;
use duibiao::error::Error;
use duibiao::page::Place;

use super::folder::write;

/// The folder, and the pages in it so far. Every page of the site goes through [`Output::page`].
pub(crate) struct Output<'a> {
    folder: &'a Path,
    pages: Vec<Place>,
}

impl<'a> Output<'a> {
    /// Nothing written yet.
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            pages: Vec::new(),
        }
    }

    /// Writes a page at its place below a language (`indicator/gdp/`; empty for the opening) and keeps the place.
    pub(crate) fn page(&mut self, lang: Lang, path: &str, html: &str) -> Result<(), Error> {
        let place = Place {
            lang,
            path: path.to_owned(),
        };
        self.file(&format!("{}index.html", place.from_root()), html.as_bytes())?;
        self.pages.push(place);
        Ok(())
    }

    /// Writes any other file, by its path from the site's root.
    pub(crate) fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        write(&self.folder.join(path), bytes)
    }

    /// The pages so far, in the order in which they were written.
    pub(crate) fn pages(&self) -> &[Place] {
        &self.pages
    }
}
