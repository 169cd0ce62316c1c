//! Texts on areas: inside where they fit, else on a plate beside them, and never over one another.
//!
//! It places; what a text says and whether it may be left out is told to it.

use super::Cast;
use crate::base::{Color, Point, Rect};
use crate::compare::{Member, Role as Part};
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene, Shape};
use crate::text::{Face, width};

/// What has been written, so that nothing is written over it.
pub(super) struct Places {
    room: Rect,
    taken: Vec<Rect>,
}

/// A text of some lines around a point.
pub(super) struct Block<'t> {
    pub(super) at: Point,
    /// How wide it may be where it stands.
    pub(super) free: f64,
    /// The area that it names: where it does not fit in, it goes beside it.
    pub(super) area: Rect,
    pub(super) lines: Vec<(&'t str, Face)>,
    pub(super) ink: Color,
    /// Whether it needs a plate even inside, because nothing can be read on a hatching.
    pub(super) plate: bool,
    /// Whether it may stand on others when it does not fit in.
    pub(super) must: bool,
    /// Whether it is about home, a peer or who is looked at: then its value stands on a plate rather than not at all.
    pub(super) whole: bool,
}

const LEADING: f64 = 1.22;

impl Block<'_> {
    fn size(&self) -> (f64, f64) {
        let w = self
            .lines
            .iter()
            .map(|(t, f)| width(t, *f))
            .fold(0.0, f64::max);
        (w, self.lines.iter().map(|(_, f)| f.size * LEADING).sum())
    }

    /// Where it stands, around its point.
    fn here(&self) -> Rect {
        let (w, h) = self.size();
        Rect::new(self.at.x - w / 2.0, self.at.y - h / 2.0, w, h)
    }

    /// Whether it stands out of its area a little only, and does not hide it.
    fn stands_near(&self, here: Rect) -> bool {
        self.free >= here.w * 0.3
    }
}

impl Places {
    pub(super) fn within(room: Rect) -> Self {
        Self {
            room,
            taken: Vec::new(),
        }
    }

    /// Writes a text, the whole or its first line; says whether it found a place.
    pub(super) fn put(&mut self, scene: &mut Scene, pen: Pen, mut block: Block<'_>) -> bool {
        let all = block.lines.clone();
        for kept in (1..=all.len()).rev() {
            block.lines.truncate(kept);
            let here = block.here();
            let inside = here.w + 4.0 <= block.free;
            let whole = block.whole && kept > 1 && kept == all.len();
            let near = whole && block.stands_near(here) && self.fits(here);
            if (inside || near) && self.is_free(here) {
                block.plate |= !inside;
                self.write(scene, pen, &block, here);
                return true;
            }
        }
        block.plate = true;
        block.lines.truncate(1);
        let here = block.here();
        let is_clear = self.is_free(here) && self.fits(here) && block.must;
        if is_clear && block.stands_near(here) {
            self.write(scene, pen, &block, here);
            return true;
        }
        for kept in (1..=all.len()).rev() {
            block.lines = all[..kept].to_vec();
            if block.must && self.beside(scene, pen, &block) {
                return true;
            }
        }
        block.lines.truncate(1);
        if is_clear {
            self.write(scene, pen, &block, here);
        }
        is_clear
    }

    /// On a plate right of its area, below, left or above, where it covers no other.
    fn beside(&mut self, scene: &mut Scene, pen: Pen, block: &Block<'_>) -> bool {
        let (w, h) = block.size();
        let mut places = Vec::new();
        for step in 0..4_i32 {
            let off = 8.0 + 10.0 * f64::from(step);
            let (dx, dy) = (
                (block.area.w + w) / 2.0 + off,
                (block.area.h + h) / 2.0 + off / 2.0,
            );
            places.extend([
                (dx, 0.0),
                (0.0, dy),
                (-dx, 0.0),
                (0.0, -dy),
                (dx, dy),
                (-dx, dy),
            ]);
        }
        let middle = Point::new(
            block.area.x + block.area.w / 2.0,
            block.area.y + block.area.h / 2.0,
        );
        let rects = places
            .into_iter()
            .map(|(dx, dy)| Rect::new(middle.x + dx - w / 2.0, middle.y + dy - h / 2.0, w, h));
        let Some(rect) = rects
            .into_iter()
            .find(|r| self.fits(*r) && self.is_free(*r) && is_open(scene, *r))
        else {
            return false;
        };
        self.write(scene, pen, block, rect);
        true
    }

    /// Puts the name of a member's area, and counts it.
    pub(super) fn name(
        &mut self,
        scene: &mut Scene,
        cast: &Cast<'_>,
        member: &Member,
        block: Block<'_>,
    ) {
        let pen = match member.role {
            Part::Rest => Pen::new(cast.options.theme, Role::Text),
            _ => cast.pen(member),
        };
        scene.layout.labels += 1;
        if self.put(scene, pen, block) {
            cast.labelled(scene, member);
        } else {
            scene.layout.dropped += 1;
        }
    }

    fn fits(&self, r: Rect) -> bool {
        let room = self.room;
        r.x >= room.x && r.right() <= room.right() && r.y >= room.y && r.bottom() <= room.bottom()
    }

    fn is_free(&self, rect: Rect) -> bool {
        !self.taken.iter().any(|t| t.inflate(2.0).overlaps(&rect))
    }

    fn write(&mut self, scene: &mut Scene, pen: Pen, block: &Block<'_>, rect: Rect) {
        self.taken.push(rect);
        let mut ink = block.ink;
        if block.plate {
            let plate = Rect::new(rect.x - 3.0, rect.y - 1.0, rect.w + 6.0, rect.h + 2.0);
            let theme = pen.theme;
            Pen::new(theme, Role::Ground).put(
                scene,
                Shape::Rect {
                    rect: plate,
                    radius: 2.0,
                    fill: Some(theme.ground),
                    stroke: None,
                },
            );
            ink = if pen.role == Role::Text {
                theme.text
            } else {
                pen.ink()
            };
        }
        let (_, h) = block.size();
        let mut y = rect.y + (rect.h - h) / 2.0;
        for (text, face) in &block.lines {
            let height = face.size * LEADING;
            let at = Point::new(rect.x + rect.w / 2.0, y + height / 2.0);
            Label::new(at, Anchor::Middle, *face, *text)
                .color(ink)
                .put(scene, pen);
            y += height;
        }
    }
}

/// Whether a rectangle lies on nobody's area.
fn is_open(scene: &Scene, r: Rect) -> bool {
    let (middle, y) = (r.x + r.w / 2.0, r.y + r.h / 2.0);
    let across = [
        r.x,
        f64::midpoint(r.x, middle),
        middle,
        f64::midpoint(middle, r.right()),
        r.right(),
    ];
    let points = across
        .iter()
        .flat_map(|x| [r.y, y, r.bottom()].map(|y| Point::new(*x, y)));
    let mut points = points.filter(|p| scene.outlines.iter().any(|o| o.holds(*p)));
    points.next().is_none()
}
