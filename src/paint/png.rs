//! A scene as PNG, through resvg from our own SVG, with the bundled fonts.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree, fontdb};

use super::fonts::{FILES, Fonts};
use super::svg;
use crate::error::{Error, Problem};
use crate::scene::Scene;
use crate::text::FAMILY;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in FILES.into_iter().flatten() {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Dots an inch of a picture for print.
pub const PRINT: f64 = 300.0;

/// The PNG of a scene for print: so many centimetres wide at 300 dots an inch, and it says so, that a document takes it as large.
///
/// ```
/// use duibiao::{base::{Color, Size}, paint::png_for_print, scene::Scene};
/// let scene = Scene::new(Size::new(96.0, 48.0), Color::hex(0xFFFFFF));
/// let bytes = png_for_print(&scene, 2.54).unwrap();
/// assert_eq!(bytes[16..24], [0, 0, 1, 44, 0, 0, 0, 150], "300 by 150 dots");
/// ```
///
/// # Errors
/// As [`png`].
pub fn png_for_print(scene: &Scene, centimetres: f64) -> Result<Vec<u8>, Error> {
    let dots = centimetres / CM * PRINT;
    let bytes = png(scene, dots / scene.size.w)?;
    Ok(with_density(bytes, PRINT / CM * 100.0))
}

/// Centimetres of an inch.
const CM: f64 = 2.54;

/// The length of a PNG's signature and of its first chunk, after which others may stand.
const HEAD: usize = 8 + 25;

/// Says in a PNG how many dots a metre it has (the chunk pHYs of PNG 1.2, 11.3.5.3).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "11,811 dots a metre"
)]
fn with_density(mut bytes: Vec<u8>, dots: f64) -> Vec<u8> {
    let dots = (dots.round() as u32).to_be_bytes();
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(dots);
    chunk.extend(dots);
    // the unit is the metre
    chunk.push(1);
    let sum = crc32fast::hash(&chunk).to_be_bytes();
    let length = 9_u32.to_be_bytes();
    let whole = length.into_iter().chain(chunk).chain(sum);
    bytes.splice(HEAD..HEAD, whole);
    bytes
}

/// The PNG of a scene, `ratio` pixels for each of its own.
///
/// # Errors
/// A character that the bundled fonts lack is named; it would vanish without a word otherwise.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked before"
)]
pub fn png(scene: &Scene, ratio: f64) -> Result<Vec<u8>, Error> {
    Fonts::bundled().missing_glyph(scene)?;
    let (w, h) = (scene.size.w * ratio, scene.size.h * ratio);
    let too_large = || {
        Problem::new("picture", format!("cannot be {w} by {h} pixels"))
            .help("choose a smaller size")
    };
    if !(w >= 1.0 && h >= 1.0 && w * h <= 2e8) {
        return Err(too_large().into());
    }
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: FAMILY.to_owned(),
        font_resolver: FontResolver {
            select_fallback: Box::new(|c, used, fonts| in_its_weight(c, used, fonts)),
            ..FontResolver::default()
        },
        ..Options::default()
    };
    let tree = Tree::from_str(&svg(scene), &options)
        .map_err(|e| Problem::new("picture", e.to_string()))?;
    let mut pixels = Pixmap::new(w.round() as u32, h.round() as u32).ok_or_else(too_large)?;
    let scale = ratio as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|e| Problem::new("picture", e.to_string()).into())
}

/// The font for a character that the text's own lacks: of the same weight, where resvg by itself takes any.
fn in_its_weight(c: char, used: &[fontdb::ID], fonts: &fontdb::Database) -> Option<fontdb::ID> {
    let bold = fonts.face(*used.first()?)?.weight.0 > 500;
    let (place, _) = Fonts::bundled().finder(bold).find(c)?;
    // loaded in this order, one face a file
    let found = fonts.faces().nth(place * 2 + usize::from(bold))?.id;
    (!used.contains(&found)).then_some(found)
}

/// A picture that is an SVG already (the site's icon) as a square PNG.
///
/// With `cut` it is opaque to the edges and drawn smaller, so that a system can cut a circle from it.
///
/// # Errors
/// When the text is no SVG.
#[expect(clippy::cast_precision_loss, reason = "an icon has hundreds of pixels")]
pub fn icon(svg: &str, size: u32, cut: bool) -> Result<Vec<u8>, Error> {
    let wrong = |what: String| Problem::new("icon", what);
    let tree = Tree::from_str(svg, &Options::default()).map_err(|e| wrong(e.to_string()))?;
    let mut pixels =
        Pixmap::new(size, size).ok_or_else(|| wrong(format!("cannot be {size} pixels wide")))?;
    let share = if cut { 0.8 } else { 1.0 };
    if cut {
        pixels.fill(resvg::tiny_skia::Color::WHITE);
    }
    let scale = size as f32 * share / tree.size().width();
    let edge = size as f32 * (1.0 - share) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(edge, edge);
    resvg::render(&tree, place, &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| wrong(e.to_string()).into())
}
