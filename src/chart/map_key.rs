//! Beside a map: what the shades mean and who has which value; and in words who is not on it.
//!
//! Where there is room each class lists its members; else it only counts them.

use super::Cast;
use super::rows::{face, muted, value_text};
use super::shade::{Class, Classes, is_hatched, shade};
use crate::base::{Point, Rect};
use crate::compare::{Member, Role as Part};
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::tell::Display;
use crate::text::{Face, Piece, width, wrap};

/// The classes and what stands in them.
pub(super) struct Key<'a> {
    classes: Vec<Class>,
    /// The members that have a value, largest first.
    members: Vec<&'a Member>,
    by: Classes,
    display: Display,
    line: f64,
}

impl<'a> Key<'a> {
    pub(super) fn of(cast: &Cast<'a>) -> Self {
        let mut members: Vec<&Member> = cast
            .c
            .members
            .iter()
            .filter(|m| m.reading.is_some())
            .collect();
        let value = |m: &Member| m.reading.map_or(0.0, |r| r.value);
        crate::base::sort(&mut members, |a, b| {
            value(b).total_cmp(&value(a)).then(a.region.cmp(&b.region))
        });
        let by = Classes::of(cast);
        Self {
            classes: by.all(),
            members,
            by,
            display: cast.display(),
            line: libm::round(cast.sizes().label * 1.45),
        }
    }

    pub(super) fn classes(&self) -> &Classes {
        &self.by
    }

    pub(super) fn display(&self) -> &Display {
        &self.display
    }

    /// Whether the list of members fits into a height.
    fn lists(&self, height: f64) -> bool {
        let gaps = self.classes.len() as f64 * 0.4;
        (self.members.len() as f64 + self.classes.len() as f64 + gaps) * self.line <= height
    }

    /// How wide a column is that holds it.
    pub(super) fn column(&self, cast: &Cast<'_>, height: f64) -> f64 {
        let bold = cast.sizes().label(true);
        let widest = |texts: &mut dyn Iterator<Item = String>, face: Face| {
            texts.map(|t| width(&t, face)).fold(0.0, f64::max)
        };
        let heads = widest(
            &mut self.classes.iter().map(|c| self.range(cast, c)),
            cast.sizes().small(),
        ) + self.line
            + 8.0;
        if !self.lists(height) {
            return heads;
        }
        let names = widest(
            &mut self.members.iter().map(|m| cast.name(m).to_owned()),
            bold,
        );
        let numbers = self.members.iter().filter_map(|m| m.reading);
        let numbers = widest(
            &mut numbers.map(|r| value_text(cast, &self.display, &r)),
            bold,
        );
        (names + numbers + ranks(cast) + self.line).max(heads)
    }

    /// The values of a class, and how many have them.
    fn range(&self, cast: &Cast<'_>, class: &Class) -> String {
        let (low, high) = class.range;
        let (low, high) = (self.display.number(low), self.display.number(high));
        let range = if low == high {
            low
        } else {
            format!("{low}–{high}")
        };
        let noun = cast.data.group(cast.c.question.group).noun.get(cast.lang());
        let count = class.count;
        cast.lang().pick(
            format!("{range}({count}{noun})"),
            format!("{range} ({count})"),
        )
    }

    /// Draws it as a column.
    pub(super) fn put_column(&self, scene: &mut Scene, cast: &Cast<'_>, room: Rect) {
        let lists = self.lists(room.h);
        let mut y = room.y + self.line / 2.0;
        for class in &self.classes {
            self.head(scene, cast, class, Point::new(room.x, y));
            y += self.line;
            if !lists {
                continue;
            }
            for member in self.members.iter().filter(|m| {
                m.reading
                    .is_some_and(|r| self.by.index(r.value) == class.index)
            }) {
                self.row(scene, cast, member, Rect::new(room.x, y, room.w, 0.0));
                y += self.line;
            }
            y += self.line * 0.4;
        }
        self.missing(scene, cast, Point::new(room.x, y), room.bottom());
    }

    /// Draws the classes in rows of a width; gives the height that this takes when there is no scene to draw into.
    pub(super) fn put_rows(&self, scene: Option<&mut Scene>, cast: &Cast<'_>, room: Rect) -> f64 {
        let face = cast.sizes().small();
        let missing = cast.c.members.iter().any(is_hatched);
        let hatched = if missing {
            width(cast.no_figure(), face)
        } else {
            0.0
        };
        let cell = self
            .classes
            .iter()
            .map(|c| width(&self.range(cast, c), face))
            .fold(0.0, f64::max)
            .max(hatched)
            + self.line
            + 14.0;
        let columns = libm::floor(room.w / cell).max(1.0);
        let rows = libm::ceil((self.classes.len() as f64 + f64::from(u8::from(missing))) / columns);
        if let Some(scene) = scene {
            for (i, class) in self.classes.iter().enumerate() {
                let (column, row) = (i as f64 % columns, libm::floor(i as f64 / columns));
                let at = Point::new(room.x + column * cell, room.y + (row + 0.5) * self.line);
                self.head(scene, cast, class, at);
            }
            let i = self.classes.len() as f64;
            let (column, row) = (i % columns, libm::floor(i / columns));
            let at = Point::new(room.x + column * cell, room.y + (row + 0.5) * self.line);
            self.missing(scene, cast, at, room.bottom() + 1.0);
        }
        rows * self.line
    }

    fn head(&self, scene: &mut Scene, cast: &Cast<'_>, class: &Class, at: Point) {
        let theme = cast.options.theme;
        swatch(scene, cast, at, self.line, shade(theme, class.index), false);
        let text = self.range(cast, class);
        let at = Point::new(at.x + self.line + 2.0, at.y);
        muted(scene, cast, at, Anchor::Start, cast.sizes().small(), &text);
    }

    fn row(&self, scene: &mut Scene, cast: &Cast<'_>, member: &Member, room: Rect) {
        let Some(reading) = member.reading else {
            return;
        };
        if let Some(rank) = member.rank {
            let at = Point::new(room.x + ranks(cast) - 8.0, room.y);
            muted(
                scene,
                cast,
                at,
                Anchor::End,
                cast.sizes().label(false),
                &rank.place.to_string(),
            );
        }
        let pen = cast.pen(member);
        let name = Label::new(
            Point::new(room.x + ranks(cast), room.y),
            Anchor::Start,
            face(cast, member),
            cast.name(member),
        );
        super::rows::text(scene, cast, member, pen, name);
        let number = value_text(cast, &self.display, &reading);
        let number = Label::new(
            Point::new(room.right(), room.y),
            Anchor::End,
            face(cast, member),
            number,
        );
        super::rows::text(scene, cast, member, pen, number);
    }

    /// A swatch for hatched areas, where there are any and room for it.
    fn missing(&self, scene: &mut Scene, cast: &Cast<'_>, at: Point, bottom: f64) {
        if at.y + self.line / 2.0 > bottom || !cast.c.members.iter().any(is_hatched) {
            return;
        }
        swatch(scene, cast, at, self.line, cast.options.theme.ground, true);
        let absent = cast.c.members.iter().any(|m| m.reading.is_none());
        let text = if absent {
            cast.no_figure()
        } else {
            cast.lang().pick("不是普通实际数", "no plain actual value")
        };
        muted(
            scene,
            cast,
            Point::new(at.x + self.line + 2.0, at.y),
            Anchor::Start,
            cast.sizes().small(),
            text,
        );
    }
}

/// Room for the places.
fn ranks(cast: &Cast<'_>) -> f64 {
    let digits = if cast.c.ranked >= 100 { "000" } else { "00" };
    width(digits, cast.sizes().label(false)) + 8.0
}

fn swatch(
    scene: &mut Scene,
    cast: &Cast<'_>,
    at: Point,
    line: f64,
    fill: crate::base::Color,
    hatched: bool,
) {
    let theme = cast.options.theme;
    let size = line * 0.62;
    let rect = Rect::new(at.x, at.y - size / 2.0, line * 0.85, size);
    let pen = Pen::new(theme, Role::Rest);
    pen.put(
        scene,
        Shape::Rect {
            rect,
            radius: 1.5,
            fill: Some(fill),
            stroke: Some(Stroke::solid(theme.axis, 0.75)),
        },
    );
    if hatched {
        let ring = rect.corners().to_vec();
        hatch(scene, pen, &[ring], Stroke::solid(theme.axis, 1.0));
    }
}

/// Hatches an area.
pub(super) fn hatch(scene: &mut Scene, pen: Pen, rings: &[Vec<Point>], stroke: Stroke) {
    for line in super::outline::hatching(rings, 8.0) {
        pen.put(
            scene,
            Shape::Path {
                points: line.to_vec(),
                closed: false,
                fill: None,
                stroke: Some(stroke),
            },
        );
    }
}

/// Names in words who is not on the map, with the values: home and peers first, then as many as fit into two lines.
/// Gives where the words begin.
pub(super) fn absent(
    scene: &mut Scene,
    cast: &Cast<'_>,
    display: &Display,
    mut members: Vec<&Member>,
    room: Rect,
) -> f64 {
    if members.is_empty() {
        return room.bottom();
    }
    let lang = cast.lang();
    crate::base::sort_by_key(&mut members, |m| m.role);
    let said = |m: &Member| {
        let value = m.reading.map_or_else(
            || cast.no_figure().to_owned(),
            |r| value_text(cast, display, &r),
        );
        format!("{} {value}", cast.name(m))
    };
    let marked = members.iter().filter(|m| cast.is_marked(m)).count();
    let mut lines = Vec::new();
    for kept in (marked.max(1)..=members.len()).rev() {
        let more = members.len() - kept;
        let mut pieces = vec![Piece::flow(lang.pick("图上没有边界：", "Not on the map: "))];
        for (i, m) in members[..kept].iter().enumerate() {
            pieces.push(Piece::flow(if i == 0 {
                ""
            } else {
                lang.pick("、", ", ")
            }));
            pieces.push(Piece::keep(said(m)));
        }
        if more > 0 {
            pieces.push(Piece::flow(lang.pick(
                format!("等{}个地区", members.len()),
                format!(" and {more} more"),
            )));
        }
        lines = wrap(&pieces, cast.sizes().small(), room.w);
        if lines.len() <= 2 {
            break;
        }
    }
    let face = cast.sizes().small();
    let height = face.line_height();
    let top = room.bottom() - lines.len() as f64 * height;
    for (i, line) in lines.iter().enumerate() {
        let at = Point::new(room.x, top + (i as f64 + 0.5) * height);
        muted(scene, cast, at, Anchor::Start, face, line);
    }
    for m in &members {
        let tag = cast.tag(scene, m, m.reading.map(|r| r.period).or(cast.c.period));
        let area = Rect::new(room.x, top, room.w, room.bottom() - top);
        scene.spots.push(crate::scene::Spot {
            area,
            anchor: Point::new(area.x + 4.0, top + height / 2.0),
            tag,
        });
        if m.role != Part::Rest {
            cast.labelled(scene, m);
        }
    }
    top - 6.0
}
