//! The map's form for small screens: a tile a member, about where it lies, with its name, value and place.
//!
//! All tiles are equally large, so a small city is seen as well as a large one. Who has no tile is named in words.

use super::Cast;
use super::map_key::{Key, absent, hatch};
use super::places::{Block, Places};
use super::rows::{face, muted, value_text};
use super::shade::{ink, is_hatched, outline};
use crate::base::{Point, Rect, snap, sort_by_key};
use crate::compare::{Member, Role as Part};
use crate::mark::Pen;
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};

/// The place between two tiles, in pixels.
const GAP: f64 = 4.0;

/// Members with their tiles, row by row.
struct Grid<'a> {
    tiles: Vec<(&'a Member, Rect)>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let key = Key::of(cast);
    let body = cast.framed.body;
    let place = |m: &Member| {
        cast.data
            .tiles()
            .iter()
            .find(|t| t.0 == m.region)
            .map(|t| t.1)
    };
    let members = || cast.c.members.iter();
    let placed: Vec<_> = members().filter_map(|m| Some((m, place(m)?))).collect();
    let off: Vec<&Member> = members().filter(|m| place(m).is_none()).collect();
    let rows = if placed.is_empty() {
        0.0
    } else {
        key.put_rows(None, cast, body)
    };
    let room = Rect::new(body.x, body.y, body.w, body.h - rows - 4.0);
    let bottom = absent(scene, cast, key.display(), off, room);
    let room = Rect::new(room.x, room.y, room.w, (bottom - room.y).max(1.0));
    scene.layout.plot = room;
    scene.layout.panel = body;
    if placed.is_empty() {
        let text = cast.lang().pick(
            "这些地区没有方格位置，画不成方格地图",
            "There are no tiles for these regions, so there is no tile map",
        );
        let at = Point::new(room.x + room.w / 2.0, room.y + room.h / 2.0);
        muted(scene, cast, at, Anchor::Middle, cast.sizes().small(), text);
        return;
    }
    let grid = Grid::over(placed, room);
    areas(scene, cast, &key, &grid);
    labels(scene, cast, &key, &grid, room);
    let rows = Rect::new(body.x, body.bottom() - rows, body.w, rows);
    key.put_rows(Some(scene), cast, rows);
}

impl<'a> Grid<'a> {
    /// Tiles as large as they fit, at most half as wide again as high, in the middle of the room.
    fn over(mut placed: Vec<(&'a Member, (u32, u32))>, room: Rect) -> Self {
        sort_by_key(&mut placed, |(_, (column, row))| (*row, *column));
        let span = |of: fn(&(u32, u32)) -> u32| {
            let all = placed.iter().map(|(_, at)| of(at));
            (all.clone().min().unwrap_or(0), all.max().unwrap_or(0))
        };
        let ((left, right), (top, bottom)) = (span(|p| p.0), span(|p| p.1));
        let (columns, rows) = (f64::from(right - left + 1), f64::from(bottom - top + 1));
        let (w, h) = (room.w / columns, room.h / rows);
        let (w, h) = (w.min(h * 1.5), h.min(w * 1.25));
        let x = room.x + (room.w - w * columns) / 2.0;
        let y = room.y + (room.h - h * rows) / 2.0;
        let gap = GAP.min(w / 6.0);
        let tiles = placed.into_iter().map(|(m, (column, row))| {
            let at = Point::new(
                snap(x + f64::from(column - left) * w + gap / 2.0),
                snap(y + f64::from(row - top) * h + gap / 2.0),
            );
            (m, Rect::new(at.x, at.y, snap(w - gap), snap(h - gap)))
        });
        Self {
            tiles: tiles.collect(),
        }
    }
}

fn areas(scene: &mut Scene, cast: &Cast<'_>, key: &Key<'_>, grid: &Grid<'_>) {
    let theme = cast.options.theme;
    for (member, rect) in &grid.tiles {
        let tag = cast.tag(
            scene,
            member,
            member.reading.map(|r| r.period).or(cast.c.period),
        );
        let pen = Pen::new(theme, Role::Rest).tagged(tag);
        let fill = key.classes().fill(cast, member);
        let shape = |rect, fill, stroke| Shape::Rect {
            rect,
            radius: 2.0,
            fill,
            stroke: Some(stroke),
        };
        pen.put(
            scene,
            shape(*rect, Some(fill), Stroke::solid(theme.axis, 0.75)),
        );
        if is_hatched(member) {
            let color = if member.reading.is_none() {
                theme.axis
            } else {
                ink(theme, fill).mix(fill, 0.55)
            };
            let ring = rect.corners().to_vec();
            hatch(scene, pen, &[ring], Stroke::solid(color, 1.0));
        }
        if let Some((role, thick)) = outline(cast, member) {
            let pen = Pen::new(theme, role)
                .strength(cast.strength(member))
                .tagged(tag);
            let rim = Pen::new(theme, Role::Ground);
            rim.put(scene, shape(*rect, None, rim.stroke(thick + 3.0)));
            pen.put(scene, shape(*rect, None, pen.stroke(thick)));
        }
        let anchor = Point::new(rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
        scene.spots.push(Spot {
            area: rect.inflate(GAP / 2.0),
            anchor,
            tag,
        });
    }
}

/// Name, value and place in each tile: those of home, peers and who is looked at first, and always.
fn labels(scene: &mut Scene, cast: &Cast<'_>, key: &Key<'_>, grid: &Grid<'_>, room: Rect) {
    let mut places = Places::within(room.inflate(cast.sizes().pad / 2.0));
    let mut tiles: Vec<&(&Member, Rect)> = grid.tiles.iter().collect();
    sort_by_key(&mut tiles, |(m, _)| (!cast.is_marked(m), m.role));
    let few = tiles.len() <= 20 && !cast.is_panel();
    for (member, rect) in tiles {
        let value = member.reading.map(|r| value_text(cast, key.display(), &r));
        let place = member.rank.map(|r| format!("{}/{}", r.place, r.of));
        let small = cast.sizes().small();
        let mut lines = vec![(cast.name(member), face(cast, member))];
        lines.extend(
            value
                .as_deref()
                .map(|v| (v, cast.sizes().label(member.role == Part::Home))),
        );
        lines.extend(place.as_deref().map(|p| (p, small)));
        let high = |lines: &[(&str, crate::text::Face)]| {
            lines.iter().map(|l| l.1.size * 1.22).sum::<f64>() > rect.h - 2.0
        };
        while lines.len() > 1 && high(&lines) {
            lines.pop();
        }
        let fill = key.classes().fill(cast, member);
        let fits = rect.h >= small.size * 1.1;
        let block = Block {
            at: Point::new(rect.x + rect.w / 2.0, rect.y + rect.h / 2.0),
            free: if fits { rect.w } else { 0.0 },
            area: *rect,
            lines,
            ink: ink(cast.options.theme, fill),
            plate: is_hatched(member),
            must: cast.is_marked(member) || few,
            whole: false,
        };
        places.name(scene, cast, member, block);
    }
}
