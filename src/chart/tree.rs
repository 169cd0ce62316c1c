//! A structure: what an indicator is computed from, with the numbers of home and peers, or the levels that a source describes.
//!
//! Levels are joined as wholes: which part belongs to which is drawn only where it is known, and in a formula it is.

use super::rows::face;
use super::{Cast, plain};
use crate::base::{Point, Rect, snap};
use crate::compare::{Branches, Member, Node, Reading, Role as Part, branches};
use crate::data::{RegionId, Tree, TreeLevel};
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene, Shape, Spot};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    match branches(cast.data, cast.c) {
        Some(Branches::Formula(node)) => formula(scene, cast, &node),
        Some(Branches::Described(tree)) => described(scene, cast, tree),
        None => plain::say(scene, cast, &tell::treeless(cast.data, cast.c, cast.lang())),
    }
    scene.layout.plot = cast.framed.body;
    scene.layout.panel = cast.framed.body;
}

/// Where nodes stand: a column a depth, a row a leaf.
struct Columns {
    body: Rect,
    /// Where the column after the first begins, from the left, and how far apart the following are.
    step: f64,
    row: f64,
    /// Distance of a frame from its text; none on narrow screens, which have no frames.
    pad: f64,
}

impl Columns {
    fn x(&self, depth: usize) -> f64 {
        self.body.x + self.step * depth as f64
    }
}

fn formula(scene: &mut Scene, cast: &Cast<'_>, node: &Node) {
    let body = cast.framed.body;
    let narrow = body.w < 480.0;
    let depth = node.depth();
    // the result is short, what it is computed from is long
    let step = match depth {
        2 if narrow => root_width(cast, node).clamp(body.w * 0.34, body.w * 0.52),
        _ => body.w / depth as f64,
    };
    let columns = Columns {
        body,
        step,
        row: body.h / node.leaves() as f64,
        pad: if narrow { 0.0 } else { 12.0 },
    };
    place(scene, cast, node, &columns, (0, 0));
    for member in &cast.c.members {
        cast.labelled(scene, member);
    }
}

/// The room that the values of the result need with their names, and the gap after them.
fn root_width(cast: &Cast<'_>, node: &Node) -> f64 {
    let all = values(cast, node, f64::INFINITY);
    let widths = all.iter().map(|(m, text)| width(text, face(cast, m)));
    widths.fold(0.0, f64::max) + 34.0
}

/// Draws a node and what hangs below it; returns the middle of its card.
fn place(
    scene: &mut Scene,
    cast: &Cast<'_>,
    node: &Node,
    columns: &Columns,
    (depth, leaf): (usize, usize),
) -> f64 {
    let mut below = Vec::new();
    let mut next = leaf;
    for child in &node.children {
        below.push(place(scene, cast, child, columns, (depth + 1, next)));
        next += child.leaves();
    }
    let own = columns.body.y + columns.row * (leaf as f64 + 0.5);
    let middle = match (below.first(), below.last()) {
        (Some(a), Some(b)) => f64::midpoint(*a, *b),
        _ => own,
    };
    let gap = if columns.pad > 0.0 { 56.0 } else { 16.0 };
    let room = if below.is_empty() {
        columns.body.right() - columns.x(depth)
    } else {
        columns.step - gap
    };
    let area = Rect::new(columns.x(depth), middle, room, columns.row);
    let end = card(scene, cast, node, area, columns.pad, depth == 0);
    if !below.is_empty() {
        let to = columns.x(depth + 1);
        branch(scene, cast, Point::new(end + 6.0, middle), to, &below);
        operation(scene, cast, node, columns, (to, middle));
    }
    middle
}

/// Lines from a card to those that hang below it.
fn branch(scene: &mut Scene, cast: &Cast<'_>, from: Point, to: f64, below: &[f64]) {
    let pen = Pen::new(cast.options.theme, Role::Axis);
    let turn = snap(f64::midpoint(from.x, to));
    let mut path = |points: Vec<Point>| {
        let points = points
            .iter()
            .map(|p| Point::new(snap(p.x), snap(p.y)))
            .collect();
        pen.put(
            scene,
            Shape::Path {
                points,
                closed: false,
                fill: None,
                stroke: Some(pen.stroke(1.25)),
            },
        );
    };
    for y in below {
        path(vec![
            Point::new(from.x, from.y),
            Point::new(turn, from.y),
            Point::new(turn, *y),
            Point::new(to - 6.0, *y),
        ]);
    }
}

/// The sign between what is divided and by what.
fn operation(scene: &mut Scene, cast: &Cast<'_>, node: &Node, columns: &Columns, at: (f64, f64)) {
    let sizes = cast.sizes();
    let text = tell::operation(cast.data, node.indicator, cast.lang());
    let face = Face::bold(sizes.label);
    let room = columns.body.right() - at.0;
    let x = at.0 + 10.0_f64.min(room / 4.0);
    if width(&text, face) <= room {
        let theme = cast.options.theme;
        Label::new(Point::new(x, at.1), Anchor::Start, face, text)
            .color(theme.text)
            .put(scene, Pen::new(theme, Role::Text));
    }
}

/// The name of an indicator over its values: home's first, each peer's below. Returns where the card ends.
fn card(scene: &mut Scene, cast: &Cast<'_>, node: &Node, area: Rect, pad: f64, root: bool) -> f64 {
    let theme = cast.options.theme;
    let name = cast.data.indicator(node.indicator).short().get(cast.lang());
    let bold = Face::bold(cast.sizes().label);
    let room = area.w - pad * 2.0;
    let names = wrap(&[Piece::flow(tell::capital(name))], bold, room);
    let mut values = values(cast, node, room);
    let (line, each) = (bold.line_height(), Face::regular(bold.size).line_height());
    let top = line * names.len() as f64;
    if !root {
        // peers that have no room are in the table
        while values.len() > 1 && top + each * values.len() as f64 > area.h - pad * 2.0 {
            values.pop();
        }
    }
    let high = top + each * values.len() as f64;
    let of_names = names.iter().map(|n| width(n, bold));
    let of_values = values.iter().map(|(m, t)| width(t, face(cast, m)));
    let wide = of_names.chain(of_values).fold(0.0, f64::max);
    let frame = Rect::new(
        area.x,
        area.y - high / 2.0 - pad,
        wide + pad * 2.0,
        high + pad * 2.0,
    );
    if pad > 0.0 {
        let pen = Pen::new(theme, Role::Axis);
        pen.put(
            scene,
            Shape::Rect {
                rect: Rect::new(snap(frame.x), snap(frame.y), snap(frame.w), snap(frame.h)),
                radius: 3.0,
                fill: None,
                stroke: Some(pen.stroke(1.0)),
            },
        );
    }
    let mut y = frame.y + pad;
    for text in names {
        let at = Point::new(area.x + pad, y + line / 2.0);
        Label::new(at, Anchor::Start, bold, text)
            .color(theme.text)
            .put(scene, Pen::new(theme, Role::Text));
        y += line;
    }
    for (member, text) in values {
        value(
            scene,
            cast,
            member,
            text,
            Rect::new(area.x + pad, y, wide, each),
            root,
        );
        y += each;
    }
    frame.right()
}

/// Home's value and each peer's with whose it is; without the name where both have no room.
fn values<'a>(cast: &Cast<'a>, node: &Node, room: f64) -> Vec<(&'a Member, String)> {
    let one = |(region, _, reading): &(RegionId, Part, Option<Reading>)| {
        let member = cast.c.members.iter().find(|m| m.region == *region)?;
        let text = reading.map_or_else(
            || cast.no_figure().to_owned(),
            |r| tell::tree_value(cast.data, node.indicator, &r, cast.lang()),
        );
        let whole = format!("{} {text}", cast.name(member));
        let fits = width(&whole, face(cast, member)) <= room;
        Some((member, if fits { whole } else { text }))
    };
    node.values.iter().filter_map(one).collect()
}

/// One value of a card.
fn value(
    scene: &mut Scene,
    cast: &Cast<'_>,
    member: &Member,
    text: String,
    area: Rect,
    root: bool,
) {
    let tag = cast.tag(scene, member, cast.c.period);
    let at = Point::new(area.x, area.y + area.h / 2.0);
    if root {
        scene.spots.push(Spot {
            area,
            anchor: at,
            tag,
        });
        scene.layout.labels += 1;
    }
    let pen = cast.pen(member).tagged(tag);
    Label::new(at, Anchor::Start, face(cast, member), text).put(scene, pen);
}

fn described(scene: &mut Scene, cast: &Cast<'_>, tree: &Tree) {
    let body = cast.framed.body;
    let small = cast.sizes().small();
    let source = tell::tree_source(cast.data, tree, cast.lang());
    let lines = wrap(&[Piece::flow(source)], small, body.w);
    let foot = lines.len() as f64 * small.line_height();
    let area = Rect::new(body.x, body.y, body.w, body.h - foot - 4.0);
    let theme = cast.options.theme;
    for (i, text) in lines.into_iter().enumerate() {
        let y = area.bottom() + 4.0 + small.line_height() * (i as f64 + 0.5);
        Label::new(Point::new(body.x, y), Anchor::Start, small, text)
            .color(theme.muted)
            .put(scene, Pen::new(theme, Role::Muted));
    }
    let id = cast.data.region(tree.region).id.as_str().into();
    let tag = scene.tag(&id, &tree.period.to_string().into());
    scene.spots.push(Spot {
        area,
        anchor: Point::new(area.x + area.w / 2.0, area.y + area.h / 2.0),
        tag,
    });
    for member in &cast.c.members {
        cast.labelled(scene, member);
    }
    if area.w >= 560.0 {
        side_by_side(scene, cast, tree, area, tag);
    } else {
        stacked(scene, cast, tree, area, tag);
    }
}

/// The pen of the region that a structure is of.
fn pen_of(cast: &Cast<'_>, tree: &Tree, tag: u32) -> Pen {
    let member = cast.c.members.iter().find(|m| m.region == tree.region);
    let pen = member.map_or_else(|| Pen::new(cast.options.theme, Role::Home), |m| cast.pen(m));
    pen.tagged(tag)
}

/// A column a level, each joined with the next as a whole.
fn side_by_side(scene: &mut Scene, cast: &Cast<'_>, tree: &Tree, area: Rect, tag: u32) {
    let n = tree.levels.len() as f64;
    let gap = 44.0;
    let w = (area.w - gap * (n - 1.0)) / n;
    let pen = pen_of(cast, tree, tag);
    let sizes = cast.sizes();
    let head = sizes.label * 2.6;
    for (i, level) in tree.levels.iter().enumerate() {
        let x = area.x + (w + gap) * i as f64;
        let column = Rect::new(x, area.y + head, w, area.h - head);
        let face = Face::bold(sizes.label);
        let text = tell::tree_level(level, cast.lang());
        let at = |k: usize| Point::new(x, area.y + face.line_height() * (k as f64 + 0.5));
        for (k, line) in wrap(&[Piece::flow(text)], face, w)
            .into_iter()
            .take(2)
            .enumerate()
        {
            Label::new(at(k), Anchor::Start, face, line).put(scene, pen);
        }
        let places = chips(scene, cast, level, column, pen);
        if i > 0 {
            joint(scene, cast, (x - gap, x), &places, column);
        }
    }
}

/// The members of a level from top to bottom; returns their middles.
fn chips(scene: &mut Scene, cast: &Cast<'_>, level: &TreeLevel, area: Rect, pen: Pen) -> Vec<f64> {
    let face = cast.sizes().label(false);
    let names = level.members.iter().map(|m| m.get(cast.lang()).to_owned());
    let more = level.open.then(|| tell::and_more(cast.lang()).to_owned());
    let texts: Vec<(String, bool)> = names
        .map(|n| (n, true))
        .chain(more.map(|m| (m, false)))
        .collect();
    let row = (area.h / texts.len() as f64).min(cast.sizes().label * 6.0);
    let top = area.y + (area.h - row * texts.len() as f64) / 2.0;
    let mut places = Vec::new();
    for (i, (text, named)) in texts.into_iter().enumerate() {
        let y = top + row * (i as f64 + 0.5);
        let lines = wrap(&[Piece::flow(text)], face, area.w - 16.0);
        let high = lines.len() as f64 * face.line_height();
        if named {
            let rect = Rect::new(area.x, snap(y - high / 2.0 - 4.0), area.w, high + 8.0);
            pen.put(
                scene,
                Shape::Rect {
                    rect,
                    radius: 3.0,
                    fill: None,
                    stroke: Some(pen.stroke(1.25)),
                },
            );
            places.push(y);
        }
        let color = if named {
            pen.theme.text
        } else {
            pen.theme.muted
        };
        for (k, line) in lines.into_iter().enumerate() {
            let at = y - high / 2.0 + face.line_height() * (k as f64 + 0.5);
            Label::new(Point::new(area.x + 8.0, at), Anchor::Start, face, line)
                .color(color)
                .put(scene, pen);
        }
    }
    places
}

/// A bracket from the level before, as a whole, to the members of this one.
fn joint(scene: &mut Scene, cast: &Cast<'_>, (from, to): (f64, f64), places: &[f64], area: Rect) {
    let middle = area.y + area.h / 2.0;
    branch(
        scene,
        cast,
        Point::new(from + 6.0, middle),
        to + 4.0,
        places,
    );
}

/// Levels below each other, their members in running text.
fn stacked(scene: &mut Scene, cast: &Cast<'_>, tree: &Tree, area: Rect, tag: u32) {
    let pen = pen_of(cast, tree, tag);
    let sizes = cast.sizes();
    let (bold, plain) = (Face::bold(sizes.label), sizes.label(false));
    let texts = tree.levels.iter().map(|level| {
        let head = wrap(
            &[Piece::flow(tell::tree_level(level, cast.lang()))],
            bold,
            area.w - 14.0,
        );
        let all = tell::tree_members(level, cast.lang());
        (head, wrap(&[Piece::flow(all)], plain, area.w - 14.0))
    });
    let texts: Vec<_> = texts.collect();
    let lines: usize = texts.iter().map(|(a, b)| a.len() + b.len()).sum();
    let high = bold.line_height();
    let spare = (area.h - lines as f64 * high) / texts.len().max(1) as f64;
    let gap = spare.clamp(0.0, high * 2.0);
    let mut y = area.y;
    for (head, all) in texts {
        let top = y;
        for (line, is_head) in head
            .into_iter()
            .map(|l| (l, true))
            .chain(all.into_iter().map(|l| (l, false)))
        {
            let (face, color) = if is_head {
                (bold, pen.ink())
            } else {
                (plain, pen.theme.text)
            };
            Label::new(
                Point::new(area.x + 14.0, y + high / 2.0),
                Anchor::Start,
                face,
                line,
            )
            .color(color)
            .put(scene, pen);
            y += high;
        }
        pen.put(
            scene,
            Shape::Rect {
                rect: Rect::new(area.x, snap(top), 4.0, snap(y - top)),
                radius: 0.0,
                fill: Some(pen.fill()),
                stroke: None,
            },
        );
        y += gap;
    }
}
