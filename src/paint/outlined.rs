//! The SVG of a scene with its texts as outlines: it looks the same where no font of ours is, and its texts can't be selected.
//!
//! Each text of the SVG stays named by an `aria-label`.

use std::fmt::Write as _;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use super::fonts::{Finder, Fonts};
use crate::base::snap;
use crate::error::{Error, Problem};
use crate::scene::{Scene, Shape};
use crate::text::{Face, width};

/// How the painter of SVG begins a text, which has a line of its own.
const TEXT: &str = "<text ";

/// The SVG of a scene (as [`svg`](super::svg()) paints it) with its texts as paths from these fonts.
///
/// # Errors
/// A character that the fonts lack is named.
pub fn outlined(svg: &str, scene: &Scene, fonts: &Fonts) -> Result<String, Error> {
    fonts.missing_glyph(scene)?;
    let finders = [false, true].map(|bold| fonts.finder(bold));
    let mut texts = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text { .. } => Some(&item.shape),
        _ => None,
    });
    let mut out = String::with_capacity(svg.len() * 4);
    for line in svg.lines() {
        if !line.starts_with(TEXT) {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let other = || Problem::new("SVG", "is not of this picture").help("draw it again");
        out.push_str(&outline(line, texts.next().ok_or_else(other)?, &finders));
    }
    Ok(out)
}

/// The same from the scene alone, in the bundled fonts.
///
/// ```
/// use duibiao::{base::Size, data::builtin, figure::{Frame, figure}, paint::svg_outlined, view::View};
/// let shown = figure(&builtin(), &View::default(), Size::new(960.0, 600.0), Frame::Full);
/// let svg = svg_outlined(&shown.scene).unwrap();
/// assert!(!svg.contains("<text"));
/// assert!(svg.contains("aria-label=\"温州\""));
/// ```
///
/// # Errors
/// As [`outlined`].
#[cfg(not(target_arch = "wasm32"))]
pub fn svg_outlined(scene: &Scene) -> Result<String, Error> {
    outlined(&super::svg(scene), scene, Fonts::bundled())
}

/// The path in the place of a text: class and colour are taken over.
fn outline(line: &str, shape: &Shape, finders: &[Finder<'_>; 2]) -> String {
    let Shape::Text {
        at,
        anchor,
        face,
        text,
        ..
    } = shape
    else {
        return String::new();
    };
    let attribute = |name: &str| {
        let from = line.find(&format!(" {name}=\""))? + name.len() + 3;
        Some(&line[from..from + line[from..].find('"')?])
    };
    let (class, fill) = (attribute("class"), attribute("fill"));
    let label = line
        .split_once('>')
        .and_then(|(_, rest)| rest.strip_suffix("</text>"));
    let mut pen = Pen {
        x: snap(anchor.left(snap(at.x), width(text, *face))),
        y: snap(at.y),
        out: String::new(),
    };
    let finder = &finders[usize::from(face.bold)];
    for (start, c) in text.char_indices() {
        draw(finder, c, *face, &mut pen);
        pen.x += width(&text[start..start + c.len_utf8()], *face);
    }
    let [class, fill, label] = [class, fill, label].map(Option::unwrap_or_default);
    let d = pen.out;
    format!(
        "<path class=\"{class}\" role=\"img\" aria-label=\"{label}\" fill=\"{fill}\" d=\"{d}\"/>\n"
    )
}

fn draw(finder: &Finder<'_>, c: char, face: Face, pen: &mut Pen) {
    let found = finder.find(c).and_then(|(place, glyph)| {
        let font = finder.outlines(place)?;
        font.outline_glyphs().get(GlyphId::new(glyph))
    });
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a text is some pixels high"
    )]
    let size = Size::new(face.size as f32);
    if let Some(glyph) = found {
        // what can't be drawn has no outline, as a space has none
        let _ = glyph.draw(DrawSettings::unhinted(size, LocationRef::default()), pen);
    }
}

/// Writes outlines as SVG does, to a hundredth of a pixel.
struct Pen {
    x: f64,
    y: f64,
    out: String,
}

impl Pen {
    fn points(&mut self, letter: char, points: &[(f32, f32)]) {
        self.out.push(letter);
        for (i, (x, y)) in points.iter().enumerate() {
            if i > 0 {
                self.out.push(' ');
            }
            let (x, y) = (self.x + f64::from(*x), self.y - f64::from(*y));
            // writing to a string cannot fail
            let _ = write!(self.out, "{} {}", hundredths(x), hundredths(y));
        }
    }
}

/// To two decimals, without zeros at the end.
fn hundredths(n: f64) -> String {
    let text = format!("{n:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.points('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.points('L', &[(x, y)]);
    }

    fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
        self.points('Q', &[(a, b), (x, y)]);
    }

    fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
        self.points('C', &[(a, b), (c, d), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}
