//! The fonts of pictures that carry their own, and what they lack.
//!
//! The machine's fonts are never asked: the same scene gives the same picture everywhere.
//! The usual characters are in one pair of fonts, rarer hanzi in another; a text takes each character from the first that has it.

use std::borrow::Cow;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};

use crate::error::Problem;
use crate::scene::{Scene, Shape};

/// The bundled files, each as regular and bold: the usual characters, then the rarer hanzi of GB 2312.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const FILES: [[&[u8]; 2]; 2] = [
    [
        include_bytes!("../../assets/fonts/native-400.otf"),
        include_bytes!("../../assets/fonts/native-700.otf"),
    ],
    [
        include_bytes!("../../assets/fonts/extra-400.otf"),
        include_bytes!("../../assets/fonts/extra-700.otf"),
    ],
];

#[cfg(not(target_arch = "wasm32"))]
static BUNDLED: LazyLock<Fonts> = LazyLock::new(|| {
    let read = |bytes: &'static [u8]| File::read(Cow::Borrowed(bytes));
    let pairs = FILES.map(|[regular, bold]| Some([read(regular)?, read(bold)?]));
    Fonts {
        pairs: pairs.into_iter().flatten().collect(),
    }
});

/// A font file, read.
struct File {
    bytes: Cow<'static, [u8]>,
    font: Font,
}

impl File {
    /// None where it is no font.
    fn read(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let font = Font::new(bytes.to_vec().into(), 0)?;
        Some(Self { bytes, font })
    }

    fn charmap(&self) -> Option<Charmap<'_>> {
        Some(FontRef::new(&self.bytes).ok()?.charmap())
    }
}

/// Fonts that go into a file: pairs of regular and bold, in the order in which they are asked for a character.
#[derive(Default)]
pub struct Fonts {
    pairs: Vec<[File; 2]>,
}

impl Fonts {
    /// The fonts that the program brings.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Adds a pair of fonts from their files (OpenType), asked after those that are there.
    ///
    /// # Errors
    /// What is no font is named.
    pub fn add(&mut self, regular: Vec<u8>, bold: Vec<u8>) -> Result<(), Problem> {
        let read = |bytes: Vec<u8>, name: &str| {
            let wrong = || Problem::new(name, "is no OpenType font").help("load the page again");
            File::read(Cow::Owned(bytes)).ok_or_else(wrong)
        };
        let regular = read(regular, "the regular font")?;
        self.pairs.push([regular, read(bold, "the bold font")?]);
        Ok(())
    }

    /// How characters of a weight are found.
    pub(super) fn finder(&self, bold: bool) -> Finder<'_> {
        let files = self.pairs.iter().map(|pair| &pair[usize::from(bold)]);
        Finder {
            files: files.filter_map(|f| Some((f, f.charmap()?))).collect(),
        }
    }

    /// Whether every text can be drawn: a character without a glyph is named, it would vanish without a word otherwise.
    ///
    /// The layout knows every hanzi, as all are of one width; these fonts have those of GB 2312 and of the data.
    pub(super) fn missing_glyph(&self, scene: &Scene) -> Result<(), Problem> {
        let finders = [false, true].map(|bold| self.finder(bold));
        for item in &scene.items {
            let Shape::Text { text, face, .. } = &item.shape else {
                continue;
            };
            let finder = &finders[usize::from(face.bold)];
            if let Some(c) = text.chars().find(|c| finder.find(*c).is_none()) {
                return Err(Problem::new(
                    format!("text {text:?}"),
                    format!("no glyph for {c:?} (U+{:04X})", u32::from(c)),
                )
                .help("write it another way, or ask for SVG, which uses the reader's fonts"));
            }
        }
        Ok(())
    }
}

/// Finds the glyphs of a weight.
pub(super) struct Finder<'a> {
    files: Vec<(&'a File, Charmap<'a>)>,
}

impl<'a> Finder<'a> {
    /// The font that has a character, by its place, and the glyph in it.
    pub(super) fn find(&self, c: char) -> Option<(usize, u32)> {
        let mut files = self.files.iter().enumerate();
        files.find_map(|(i, (_, map))| Some((i, map.map(c)?.to_u32())))
    }

    /// The font at a place, for PDF.
    pub(super) fn font(&self, place: usize) -> Option<&'a Font> {
        self.files.get(place).map(|(file, _)| &file.font)
    }

    /// The same as outlines are read from it.
    pub(super) fn outlines(&self, place: usize) -> Option<FontRef<'a>> {
        let (file, _) = self.files.get(place)?;
        FontRef::new(&file.bytes).ok()
    }
}
