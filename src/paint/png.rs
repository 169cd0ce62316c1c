//! A scene as PNG, through resvg from our own SVG, with the bundled fonts.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::fonts::{BOLD, REGULAR, missing_glyph};
use super::svg;
use crate::error::{Error, Problem};
use crate::scene::Scene;
use crate::text::FAMILY;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in [REGULAR, BOLD] {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

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
    missing_glyph(scene)?;
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
