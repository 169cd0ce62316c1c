//! The members where they lie, shaded by value; home and peers outlined.
//!
//! Who has no boundary is named in words. It shows who lies where, and no distances: the projection is the plainest.

use super::Cast;
use super::map_key::{Key, absent, hatch};
use super::outline::{Outlines, bounds, roomiest};
use super::places::{Block, Places};
use super::rows::{face, muted, value_text};
use super::shade::{ink, is_hatched, outline};
use crate::base::{Point, Rect, sort_by_key};
use crate::compare::Member;
use crate::mark::Pen;
use crate::scene::{Anchor, Outline, Role, Scene, Shape, Spot, Stroke};

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let key = Key::of(cast);
    let regions: Vec<_> = cast.c.members.iter().map(|m| m.region).collect();
    let body = cast.framed.body;
    let (map, legend) = rooms(cast, &key, body);
    let shapes = || cast.data.boundaries().iter().flat_map(|b| &b.shapes);
    let bounded = |m: &&Member| shapes().any(|(r, _)| *r == m.region);
    let off: Vec<&Member> = cast.c.members.iter().filter(|m| !bounded(m)).collect();
    let words = Rect::new(map.x, body.y, map.w, map.bottom() - body.y);
    let bottom = absent(scene, cast, key.display(), off, words);
    let map = Rect::new(map.x, map.y, map.w, (bottom - map.y).max(1.0));
    scene.layout.plot = map;
    scene.layout.panel = body;
    let Some(outlines) = Outlines::put(cast.data.boundaries(), &regions, map) else {
        let text = cast.lang().pick(
            "这些地区没有边界数据，画不成地图",
            "There are no boundaries of these regions, so there is no map",
        );
        let at = Point::new(map.x + map.w / 2.0, map.y + map.h / 2.0);
        muted(scene, cast, at, Anchor::Middle, cast.sizes().small(), text);
        return;
    };
    areas(scene, cast, &key, &outlines);
    marked(scene, cast, &outlines);
    labels(scene, cast, &key, &outlines, map);
    match legend {
        Legend::Column(room) => key.put_column(scene, cast, room),
        Legend::Rows(room) => {
            key.put_rows(Some(scene), cast, room);
        }
    }
}

enum Legend {
    Column(Rect),
    Rows(Rect),
}

/// The room of the map and that of its key: beside it where the figure is wide, else below.
fn rooms(cast: &Cast<'_>, key: &Key<'_>, body: Rect) -> (Rect, Legend) {
    let column = key.column(cast, body.h);
    let gap = cast.sizes().pad;
    if body.w >= body.h * 1.3 + column && body.w >= 560.0 {
        // the two stand together in the middle
        let spare = (body.w - body.h * 1.3 - column - 2.0 * gap).max(0.0) / 2.0;
        let x = body.right() - column - spare;
        let map = Rect::new(
            body.x + spare,
            body.y,
            x - gap * 2.0 - body.x - spare,
            body.h,
        );
        return (map, Legend::Column(Rect::new(x, body.y, column, body.h)));
    }
    let rows = key.put_rows(None, cast, body);
    let map = Rect::new(body.x, body.y, body.w, body.h - rows - gap / 2.0);
    (
        map,
        Legend::Rows(Rect::new(body.x, body.bottom() - rows, body.w, rows)),
    )
}

fn areas(scene: &mut Scene, cast: &Cast<'_>, key: &Key<'_>, outlines: &Outlines) {
    let theme = cast.options.theme;
    for member in cast.c.in_order(cast.data) {
        let Some(rings) = outlines.rings(member.region) else {
            continue;
        };
        let tag = cast.tag(
            scene,
            member,
            member.reading.map(|r| r.period).or(cast.c.period),
        );
        let pen = Pen::new(theme, Role::Rest).tagged(tag);
        let fill = key.classes().fill(cast, member);
        for ring in rings {
            pen.put(
                scene,
                Shape::Path {
                    points: ring.clone(),
                    closed: true,
                    fill: Some(fill),
                    stroke: Some(Stroke::solid(theme.axis, 0.75)),
                },
            );
        }
        if is_hatched(member) {
            let color = if member.reading.is_none() {
                theme.axis
            } else {
                ink(theme, fill).mix(fill, 0.55)
            };
            hatch(scene, pen, rings, Stroke::solid(color, 1.0));
        }
        let spot = u32::try_from(scene.spots.len()).unwrap_or(u32::MAX);
        let (anchor, _) = roomiest(rings, cast.sizes().label);
        scene.spots.push(Spot {
            area: bounds(rings.iter().flatten()).inflate(4.0),
            anchor,
            tag,
        });
        scene.outlines.extend(rings.iter().map(|r| Outline {
            spot,
            points: r.clone(),
        }));
    }
}

/// Outlines of home, peers and who is looked at, home's last, each on a rim of the ground.
fn marked(scene: &mut Scene, cast: &Cast<'_>, outlines: &Outlines) {
    let mut members: Vec<(&Member, (Role, f64))> = cast
        .c
        .members
        .iter()
        .filter_map(|m| Some((m, outline(cast, m)?)))
        .collect();
    sort_by_key(&mut members, |(m, _)| std::cmp::Reverse(m.role));
    let theme = cast.options.theme;
    for (member, (role, thick)) in members {
        let Some(rings) = outlines.rings(member.region) else {
            continue;
        };
        let pen = Pen::new(theme, role).strength(cast.strength(member));
        let lines = [(Pen::new(theme, Role::Ground), thick + 2.0), (pen, thick)];
        for (pen, width) in lines {
            // the outline of a small island would be all that is seen of it
            for ring in rings.iter().filter(|r| bounds(r.iter()).w > 4.0 * thick) {
                pen.put(
                    scene,
                    Shape::Path {
                        points: ring.clone(),
                        closed: true,
                        fill: None,
                        stroke: Some(pen.stroke(width)),
                    },
                );
            }
        }
    }
}

/// Names and values: those of home, peers and who is looked at first, and always.
fn labels(scene: &mut Scene, cast: &Cast<'_>, key: &Key<'_>, outlines: &Outlines, map: Rect) {
    let mut places = Places::within(map.inflate(cast.sizes().pad / 2.0));
    let mut members: Vec<&Member> = cast.c.members.iter().collect();
    sort_by_key(&mut members, |m| (!cast.is_marked(m), m.role));
    // among few everyone is named, on a plate where need be
    let few = members.len() <= 20 && !cast.is_panel();
    for member in members {
        let Some(rings) = outlines.rings(member.region) else {
            continue;
        };
        let name_face = face(cast, member);
        let value = member.reading.map(|r| value_text(cast, key.display(), &r));
        let mut lines = vec![(cast.name(member), name_face)];
        // that one is missing says its hatching, and what that means the key
        lines.extend(value.as_deref().map(|v| (v, cast.sizes().small())));
        let (at, free) = roomiest(rings, name_face.size * 1.22 + cast.sizes().small);
        let fill = key.classes().fill(cast, member);
        let hatched = is_hatched(member);
        let block = Block {
            at,
            free,
            area: bounds(rings.iter().flatten()),
            plate: hatched,
            lines,
            ink: ink(cast.options.theme, fill),
            must: cast.is_marked(member) || few,
            whole: cast.is_marked(member),
        };
        places.name(scene, cast, member, block);
    }
}
