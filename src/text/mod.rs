//! How wide a string is, and where it may be broken.
//!
//! Widths come from a table made from the font that the page and the pictures use, so a layout is the same everywhere.
//! Neither the DOM nor an installed font is ever asked.

mod advances;
mod wrap;

pub use wrap::{Piece, joined, wrap};

use advances::{ASCII, FULL_WIDTH, OTHER};

/// The family name of the font in the page and in pictures.
pub const FAMILY: &str = "Duibiao Sans";

/// From the baseline up to the top of a capital or a digit, in em.
pub const CAP_HEIGHT: f64 = advances::CAP_HEIGHT as f64 / 1000.0;

/// From the baseline up to the top of a hanzi, in em.
pub const TOP: f64 = advances::HANZI_TOP as f64 / 1000.0;

/// From the baseline down to the bottom of a hanzi or a descender, in em.
pub const BOTTOM: f64 = 0.21;

/// A size in pixels and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Face {
    /// Size of the em in pixels.
    pub size: f64,
    /// Bold (700) instead of regular (400).
    pub bold: bool,
}

impl Face {
    /// Regular, of this size.
    #[must_use]
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold, of this size.
    #[must_use]
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// The distance between baselines of a paragraph, in pixels.
    #[must_use]
    pub fn line_height(self) -> f64 {
        self.size * 1.35
    }
}

/// The width of a text in pixels: the sum of its advances, without kerning.
///
/// ```
/// use duibiao::text::{width, Face};
/// assert_eq!(width("温州", Face::regular(14.0)), 28.0);
/// assert_eq!(width("10", Face::regular(100.0)), 111.0);
/// ```
#[must_use]
pub fn width(text: &str, face: Face) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c, face.bold))).sum();
    f64::from(thousandths) * face.size / 1000.0
}

/// Whether the fonts have this character; one that they lack cannot be drawn in a file.
#[must_use]
pub fn has_glyph(c: char) -> bool {
    proportional(c, false).is_some() || is_wide(c)
}

fn advance(c: char, bold: bool) -> u16 {
    proportional(c, bold).unwrap_or(FULL_WIDTH)
}

fn proportional(c: char, bold: bool) -> Option<u16> {
    let code = c as usize;
    if let Some(i) = code.checked_sub(0x20)
        && i < ASCII[0].len()
    {
        return Some(ASCII[usize::from(bold)][i]);
    }
    let i = OTHER.binary_search_by_key(&c, |(c, _)| *c).ok()?;
    Some(OTHER[i].1[usize::from(bold)])
}

/// Whether a character takes a whole em: hanzi, kana and full-width signs.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x2160..=0x2169 | 0x2460..=0x2473 | 0x3000..=0x30FF | 0x3400..=0x9FFF
        | 0xF900..=0xFAFF | 0xFF01..=0xFF5E | 0xFFE5 | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::{Face, has_glyph, width};

    #[test]
    fn the_width_of_two_texts_is_the_sum_of_their_widths() {
        let face = Face::bold(13.0);
        let (a, b) = ("居全省11市", "第8位, 3.80");
        let sum = width(a, face) + width(b, face);
        assert!((width(&format!("{a}{b}"), face) - sum).abs() < 1e-9);
    }

    #[test]
    fn digits_are_tabular() {
        for bold in [false, true] {
            let face = Face { size: 10.0, bold };
            for d in '1'..='9' {
                assert_eq!(width("0", face), width(&d.to_string(), face));
            }
        }
    }

    #[test]
    fn a_character_without_glyph_is_known() {
        assert!(has_glyph('温') && has_glyph('é') && has_glyph('−'));
        assert!(!has_glyph('\u{1F600}') && !has_glyph('ก'));
    }
}
