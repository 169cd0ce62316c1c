//! An opaque or translucent sRGB colour and its contrast.
//!
//! It is not a palette: which colour means what is the theme's business.

use std::fmt::{self, Write as _};

use super::math;

/// An sRGB colour with alpha, eight bits a channel.
///
/// ```
/// use duibiao::base::Color;
/// let home = Color::hex(0xC8321F);
/// assert_eq!(home.to_string(), "#c8321f");
/// assert!(home.contrast(Color::hex(0xFFFFFF)) > 4.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    any(feature = "gallery", feature = "pdf"),
    derive(serde::Serialize, serde::Deserialize)
)]
pub struct Color {
    /// Red, 0–255.
    pub r: u8,
    /// Green, 0–255.
    pub g: u8,
    /// Blue, 0–255.
    pub b: u8,
    /// Opacity, 0–255.
    pub a: u8,
}

impl Color {
    /// The opaque colour `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self {
            r: (rgb >> 16) as u8,
            g: (rgb >> 8) as u8,
            b: rgb as u8,
            a: 255,
        }
    }

    /// This colour with another opacity (0–255).
    #[must_use]
    pub const fn alpha(self, a: u8) -> Self {
        Self { a, ..self }
    }

    /// This colour with a part (0 to 1) of another, channel by channel.
    ///
    /// ```
    /// use duibiao::base::Color;
    /// assert_eq!(Color::hex(0x000000).mix(Color::hex(0xFFFFFF), 0.2), Color::hex(0x333333));
    /// ```
    #[must_use]
    pub fn mix(self, other: Self, part: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 255"
        )]
        let channel =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part + 0.5) as u8;
        Self {
            r: channel(self.r, other.r),
            g: channel(self.g, other.g),
            b: channel(self.b, other.b),
            a: channel(self.a, other.a),
        }
    }

    /// Relative luminance by WCAG 2.2, 0 (black) to 1 (white).
    #[must_use]
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio by WCAG 2.2, 1 to 21, alpha ignored.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The linear value of one sRGB channel (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        math::pow((c + 0.055) / 1.055, 2.4)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // digit by digit: a picture has thousands
        let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
        f.write_char('#')?;
        let opaque = self.a == 255;
        let channels = [self.r, self.g, self.b, self.a];
        for n in channels.into_iter().take(if opaque { 3 } else { 4 }) {
            f.write_char(digit(n >> 4))?;
            f.write_char(digit(n & 15))?;
        }
        Ok(())
    }
}
