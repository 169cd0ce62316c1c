//! What a file holds, by its ending.
//!
//! Who writes it, and where, is somebody else's business.

use std::path::Path;

use super::flags::PictureFlags;
use duibiao::data::Dataset;
use duibiao::error::Error;
use duibiao::figure::Figure;
use duibiao::{office, page, paint};

/// A form in which a figure can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// The picture as vectors.
    #[default]
    Svg,
    /// The picture as dots.
    Png,
    /// The picture as vectors on a page of its size, its text selectable.
    Pdf,
    /// The table.
    Csv,
    /// A workbook: chart, figures, notes.
    Xlsx,
    /// All of it, in a file that stands by itself.
    Html,
}

impl Format {
    /// Each by its ending, in the order of the type.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("pdf", Self::Pdf),
        ("csv", Self::Csv),
        ("xlsx", Self::Xlsx),
        ("html", Self::Html),
    ];

    /// The form of a file's ending, large or small.
    pub(crate) fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        let found = Self::ALL.into_iter().find(|(name, _)| *name == ending);
        found.map(|(_, format)| format)
    }

    /// The ending of its files, without a dot.
    pub(crate) fn ending(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// All endings, for a message.
    pub(crate) fn endings() -> String {
        Self::ALL.map(|(name, _)| format!(".{name}")).join(", ")
    }

    /// A figure in this form; a PNG as large as the flags say.
    pub(crate) fn bytes(
        self,
        data: &Dataset,
        figure: &Figure,
        flags: &PictureFlags,
    ) -> Result<Vec<u8>, Error> {
        Ok(match self {
            Self::Svg if flags.outlines => paint::svg_outlined(&figure.scene)?.into_bytes(),
            Self::Svg => paint::svg(&figure.scene).into_bytes(),
            Self::Png => match flags.cm {
                Some(cm) => paint::png_for_print(&figure.scene, cm)?,
                None => paint::png(&figure.scene, flags.scale)?,
            },
            Self::Pdf => {
                let title = figure.words(data).title;
                paint::pdf(&figure.scene, &title, figure.view.lang().tag())?
            }
            Self::Csv => figure.csv(data).into_bytes(),
            Self::Xlsx => office::workbook(data, figure)?,
            Self::Html => page::report(data, figure).into_bytes(),
        })
    }
}
