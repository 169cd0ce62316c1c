//! The fonts of pictures that carry their own, and what they lack.
//!
//! The machine's fonts are never asked: the same scene gives the same picture everywhere.

use std::sync::LazyLock;

use skrifa::{FontRef, MetadataProvider};

use crate::error::Problem;
use crate::scene::{Scene, Shape};

/// The regular weight.
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/native-400.otf");
/// The bold weight.
pub(super) const BOLD: &[u8] = include_bytes!("../../assets/fonts/native-700.otf");

/// Both, read; none where the file is no font.
static FONTS: LazyLock<[Option<FontRef<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, BOLD].map(|bytes| FontRef::new(bytes).ok()));

/// The glyph of a character, by its number in the font.
pub(super) fn glyph(c: char, bold: bool) -> Option<u32> {
    let font = FONTS[usize::from(bold)].as_ref()?;
    font.charmap().map(c).map(skrifa::GlyphId::to_u32)
}

/// Whether every text can be drawn: a character without a glyph is named, it would vanish without a word otherwise.
///
/// The layout knows every hanzi, as all are of one width; these fonts have the usual ones.
pub(super) fn missing_glyph(scene: &Scene) -> Result<(), Problem> {
    for item in &scene.items {
        if let Shape::Text { text, face, .. } = &item.shape
            && let Some(c) = text.chars().find(|c| glyph(*c, face.bold).is_none())
        {
            return Err(Problem::new(
                format!("text {text:?}"),
                format!("no glyph for {c:?} (U+{:04X})", u32::from(c)),
            )
            .help("write it another way, or ask for SVG, which uses the reader's fonts"));
        }
    }
    Ok(())
}
