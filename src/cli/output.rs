//! The folder that a site is written into, and what has been written: sitemap and service worker are made from it.
//!
//! It knows nothing of what is in a page.

use std::path::Path;

use duibiao::data::Lang;
use duibiao::error::Error;
use duibiao::page::Place;

use super::folder::write;

/// The folder, and what is in it so far. Every page of the site goes through [`Output::page`].
pub(crate) struct Output<'a> {
    folder: &'a Path,
    pages: Vec<Place>,
    files: Vec<String>,
    content: crc32fast::Hasher,
}

impl<'a> Output<'a> {
    /// Nothing written yet.
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            pages: Vec::new(),
            files: Vec::new(),
            content: crc32fast::Hasher::new(),
        }
    }

    /// Writes a page at its place below a language (`indicator/gdp/`; empty for the opening) and keeps the place.
    ///
    /// It is in the sitemap then, and kept for a visit without a network unless it is an indicator's.
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
    pub(crate) fn file(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        self.content.update(path.as_bytes());
        self.content.update(bytes);
        self.files.push(path.to_owned());
        write(&self.folder.join(path), bytes)
    }

    /// The pages so far, in the order in which they were written.
    pub(crate) fn pages(&self) -> &[Place] {
        &self.pages
    }

    /// The files so far below a folder.
    pub(crate) fn below(&self, folder: &str) -> Vec<String> {
        let files = self.files.iter().filter(|f| f.starts_with(folder));
        files.cloned().collect()
    }

    /// A name for exactly what has been written, and for what is used beside it.
    pub(crate) fn version(&self, beside: &[String]) -> String {
        let mut hash = self.content.clone();
        for name in beside {
            hash.update(name.as_bytes());
        }
        format!("{:08x}", hash.finalize())
    }
}
