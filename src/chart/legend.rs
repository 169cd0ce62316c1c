//! The key of charts whose bars have several shades, and the shades themselves.
//!
//! Shades of one hue are told apart by order, outline and label as well: they are never the only sign.
//! Where they stand for parts of a whole, rules along the segment count them; a slanted hatching means a doubtful value, and only that.

use super::{Cast, shade as classes};
use crate::base::{Color, Point, Rect, snap};
use crate::mark::{Label, Look, Pen, Strength};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::text::{Face, Piece, width, wrap};

/// Which of how many shades.
pub(super) type Shade = (usize, usize);

/// One entry: a swatch with what it is, or a remark without one.
pub(super) struct Entry {
    pub(super) text: String,
    /// Which of how many shades.
    pub(super) shade: Option<Shade>,
}

/// Where the lines of a key stand.
pub(super) struct Key {
    lines: Vec<(Point, String, Option<Shade>)>,
    pub(super) height: f64,
    /// Whether rules count the shades.
    ruled: bool,
}

impl Key {
    /// The same with rules in its swatches, as in the segments.
    pub(super) fn ruled(self) -> Self {
        Self {
            ruled: true,
            ..self
        }
    }
}

/// The least distance between two rules, in pixels: nearer ones would be a shade of their own.
const RULE: f64 = 2.5;

/// The fill of the i-th of n shades: the first in full strength, the last nearest to the ground.
pub(super) fn shade(pen: Pen, (i, n): (usize, usize)) -> Color {
    let part = i as f64 / n.saturating_sub(1).max(1) as f64;
    pen.fill().mix(pen.theme.ground, part * 0.76)
}

/// Puts one bar or segment in a shade; what is not a plain actual value is hatched or hollow.
pub(super) fn block(scene: &mut Scene, pen: Pen, look: Look, rect: Rect, of: (usize, usize)) {
    let rect = Rect::new(snap(rect.x), snap(rect.y), snap(rect.w), snap(rect.h));
    let dash = Some((4.0, 3.0)).filter(|_| look != Look::Solid);
    let outline = Stroke {
        dash,
        ..pen.stroke(1.0)
    };
    pen.put(
        scene,
        Shape::Rect {
            rect,
            radius: 0.0,
            fill: (look == Look::Solid).then(|| shade(pen, of)),
            stroke: Some(outline),
        },
    );
}

/// How high the rules of the i-th segment stand above its lower edge.
pub(super) fn ruled(i: usize) -> f64 {
    RULE * i as f64
}

/// Rules along the lower edge of a segment, one more for each part: the first has none, the second one, the third two.
///
/// There they leave the number alone, which a rule in the middle would strike out.
pub(super) fn rules(scene: &mut Scene, pen: Pen, look: Look, rect: Rect, (i, n): Shade) {
    if ruled(i + 1) > rect.h || rect.w < RULE {
        return;
    }
    let fill = match look {
        Look::Solid => shade(pen, (i, n)),
        Look::Hatched | Look::Hollow => pen.theme.ground,
    };
    let color = match pen.strength {
        Strength::Faint => pen.stroke(1.0).color,
        Strength::Plain | Strength::Strong => classes::ink(pen.theme, fill),
    };
    for line in 1..=i {
        let y = snap(rect.bottom() - ruled(line));
        let ends = [snap(rect.x + 1.0), snap(rect.right() - 1.0)];
        pen.put(
            scene,
            Shape::Path {
                points: ends.map(|x| Point::new(x, y)).to_vec(),
                closed: false,
                fill: None,
                stroke: Some(Stroke::solid(color, 1.0)),
            },
        );
    }
}

/// The ink that reads best on a fill, where one reads well enough.
pub(super) fn ink_on(cast: &Cast<'_>, fill: Color) -> Option<Color> {
    let theme = cast.options.theme;
    let best = if theme.text.contrast(fill) >= theme.ground.contrast(fill) {
        theme.text
    } else {
        theme.ground
    };
    (best.contrast(fill) >= 4.5).then_some(best)
}

fn face(cast: &Cast<'_>) -> Face {
    cast.sizes().small()
}

/// Lays out a key at the top of the body, as many lines as it takes.
pub(super) fn lay(cast: &Cast<'_>, entries: Vec<Entry>) -> Key {
    let (body, face) = (cast.framed.body, face(cast));
    let line = face.size * 1.5;
    let swatch = face.size + 5.0;
    let (mut x, mut y) = (body.x, body.y + line / 2.0);
    let mut lines = Vec::new();
    for entry in entries {
        let own = if entry.shade.is_some() { swatch } else { 0.0 };
        let broken = wrap(&[Piece::flow(entry.text)], face, body.w - own);
        for (i, text) in broken.into_iter().enumerate() {
            let w = own + width(&text, face);
            if i > 0 || (x > body.x && x + w > body.right()) {
                (x, y) = (body.x, y + line);
            }
            let shade = entry.shade.filter(|_| i == 0);
            let at = Point::new(x + own, y);
            x += w + 16.0;
            lines.push((at, text, shade));
        }
    }
    let height = match lines.is_empty() {
        true => 0.0,
        false => y + line / 2.0 + 4.0 - body.y,
    };
    Key {
        lines,
        height,
        ruled: false,
    }
}

/// Draws a key in the colours of home.
pub(super) fn put(scene: &mut Scene, cast: &Cast<'_>, key: Key) {
    let (theme, face) = (cast.options.theme, face(cast));
    let pen = Pen::new(theme, Role::Home);
    for (at, text, shade) in key.lines {
        if let Some(of) = shade {
            let size = face.size;
            let rect = Rect::new(at.x - size - 5.0, at.y - size / 2.0, size, size);
            block(scene, pen, Look::Solid, rect, of);
            if key.ruled {
                rules(scene, pen, Look::Solid, rect, of);
            }
        }
        Label::new(at, Anchor::Start, face, text)
            .color(theme.muted)
            .put(scene, Pen::new(theme, Role::Muted));
    }
}
