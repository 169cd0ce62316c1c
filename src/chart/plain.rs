//! A sentence where a chart has nothing to draw: no axes, no empty frame, only what is so and why.

use super::Cast;
use crate::base::Point;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene};
use crate::text::{Face, Piece, wrap};

/// Puts a sentence into the middle of the body; home and peers count as named, for nothing is drawn of them.
pub(super) fn say(scene: &mut Scene, cast: &Cast<'_>, pieces: &[Piece]) {
    let body = cast.framed.body;
    scene.layout.plot = body;
    scene.layout.panel = body;
    let face = Face::regular(cast.sizes().label);
    // a panel has no room for more
    let short = [Piece::flow(cast.no_figure())];
    let pieces = if cast.is_panel() { &short } else { pieces };
    let lines = wrap(pieces, face, body.w.min(face.size * 34.0));
    let theme = cast.options.theme;
    let middle = Point::new(body.x + body.w / 2.0, body.y + body.h / 2.0);
    let top = middle.y - face.line_height() * (lines.len() as f64 - 1.0) / 2.0;
    for (i, line) in lines.into_iter().enumerate() {
        let at = Point::new(middle.x, top + face.line_height() * i as f64);
        Label::new(at, Anchor::Middle, face, line)
            .color(theme.text)
            .put(scene, Pen::new(theme, Role::Text));
    }
    for member in &cast.c.members {
        cast.labelled(scene, member);
    }
}
