//! Home against at most three peers on several indicators at once, each at its percentile among the group: outside is better.
//!
//! Neutral indicators have no better end and are not here; a line never bridges an axis on which its city has no place.

use super::profile::{self, heading, in_columns, instead, spot, stack};
use super::rows::{face, muted};
use super::{Cast, Part, look, rim};
use crate::base::math::sin_cos;
use crate::base::{Point, Rect, snap};
use crate::compare::{Comparison, Member, percentile};
use crate::data::{Direction, RegionId};
use crate::mark::{Label, Look, Pen, sign};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::text::{Piece, width, wrap};

/// How many peers are drawn: more lines than four on each other cannot be told apart.
const PEERS: usize = 3;
/// With fewer axes there is no area.
const AXES: usize = 3;

struct Placed<'a> {
    /// The axes with their places among the comparisons.
    axes: Vec<(usize, &'a Comparison)>,
    center: Point,
    radius: f64,
    shown: Vec<&'a Member>,
    /// The names at the ends of the axes, in lines; none where they have no room, and numbers stand there.
    rim: Vec<Vec<String>>,
    /// Where the key and what is said of the axes stand, and how wide they may be.
    side: Rect,
    /// What is said under the dial.
    notes: Vec<String>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let axes = axes(cast);
    if axes.len() < AXES {
        let text = cast.lang().pick(
            format!("雷达图至少要3项有名次的指标，这里只有{}项", axes.len()),
            format!(
                "A radar chart needs at least 3 indicators with a place; there {} {}",
                if axes.len() == 1 {
                    "is only"
                } else {
                    "are only"
                },
                axes.len()
            ),
        );
        return instead(scene, cast, &text);
    }
    let placed = place(cast, axes);
    let plot = Rect::new(
        placed.center.x - placed.radius,
        placed.center.y - placed.radius,
        2.0 * placed.radius,
        2.0 * placed.radius,
    );
    scene.layout.plot = plot;
    scene.layout.panel = cast.framed.body;
    scene.layout.labels = placed.shown.len();
    rings(scene, cast, &placed);
    // home over its peers
    for member in placed.shown.iter().rev() {
        outline(scene, cast, &placed, member);
    }
    numbers(scene, cast, &placed);
    if cast.leave([profile::numbered(cast, &placed.axes)]) {
        for member in &placed.shown {
            cast.labelled(scene, member);
        }
    } else {
        let below = key(scene, cast, &placed);
        names(scene, cast, &placed, below);
    }
    let (body, small) = (cast.framed.body, cast.sizes().small());
    let height = placed.notes.len() as f64 * small.line_height();
    let from = Point::new(body.x, body.bottom() - height);
    stack(scene, cast, &placed.notes, small, from, Anchor::Start);
    spots(scene, cast, &placed);
}

/// The comparisons in which home has a place that is better at one end.
fn axes<'a>(cast: &Cast<'a>) -> Vec<(usize, &'a Comparison)> {
    let better = |c: &Comparison| {
        let indicator = cast.data.indicator(c.question.indicator);
        indicator.direction != Direction::Neutral && c.home().rank.is_some()
    };
    cast.c
        .each()
        .enumerate()
        .filter(|(_, c)| better(c))
        .collect()
}

fn place<'a>(cast: &Cast<'a>, axes: Vec<(usize, &'a Comparison)>) -> Placed<'a> {
    let (body, sizes) = (cast.framed.body, cast.sizes());
    let mut shown = in_columns(cast.c);
    shown.retain(|m| cast.is_marked(m));
    let left = shown.split_off(shown.len().min(1 + PEERS));
    let notes = notes(cast, &left);
    let foot = notes.len() as f64 * sizes.small().line_height() + 4.0;
    let rim = sizes.label * if cast.is_panel() { 1.5 } else { 1.9 };
    let high = body.h - foot;
    let (side, dial) = if cast.is_panel() {
        (Rect::new(body.x, body.bottom(), body.w, 0.0), body)
    } else if body.w >= 560.0 {
        let dial = (body.w * 0.6).min(high * 2.0);
        let wide = (body.w - dial - 16.0).min(sizes.label * 26.0);
        let side = Rect::new(body.x + dial + 16.0, body.y, wide, high);
        (side, Rect::new(body.x, body.y, dial, high))
    } else {
        let key = key_lines(cast, &shown, body.w) as f64 * sizes.label * 1.6;
        let lines = axes.len() as f64 * sizes.small().line_height() + key;
        let dial = Rect::new(body.x, body.y, body.w, (high - lines).max(high * 0.4));
        let side = Rect::new(body.x, dial.bottom(), body.w, high - dial.h);
        (side, dial)
    };
    let center = Point::new(dial.x + dial.w / 2.0, dial.y + dial.h / 2.0);
    let radius = (dial.w.min(dial.h) / 2.0 - rim).max(24.0);
    let (radius, rim) = rim::names(cast, &axes, dial, radius).unwrap_or((radius, Vec::new()));
    Placed {
        axes,
        center,
        radius,
        shown,
        rim,
        side,
        notes,
    }
}

/// The caveats, and which peers are not drawn.
fn notes(cast: &Cast<'_>, left: &[&Member]) -> Vec<String> {
    let lang = cast.lang();
    let mut text = lang
        .pick(
            "刻度为在各市中的百分位，越靠外越好；轴的次序是任意的，面积大小没有意义",
            "Percentile among the cities, outside is better; the order of the axes is arbitrary and the area means nothing",
        )
        .to_owned();
    if !left.is_empty() {
        let names: Vec<&str> = left.iter().map(|m| cast.name(m)).collect();
        text += &lang.pick(
            format!("；未画：{}", names.join("、")),
            format!("; not drawn: {}", names.join(", ")),
        );
    }
    if cast.leave([text.clone()]) {
        return Vec::new();
    }
    let room = cast.framed.body.w;
    wrap(&[Piece::flow(text)], cast.sizes().small(), room)
}

/// The pixel of a percentile on an axis; the first axis points up.
fn at(placed: &Placed<'_>, axis: usize, value: f64) -> Point {
    let turn = std::f64::consts::TAU * axis as f64 / placed.axes.len() as f64;
    let (sin, cos) = sin_cos(turn);
    let r = placed.radius * value / 100.0;
    Point::new(
        snap(placed.center.x + sin * r),
        snap(placed.center.y - cos * r),
    )
}

fn rings(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let theme = cast.options.theme;
    let (pen, rim) = (Pen::new(theme, Role::Grid), Pen::new(theme, Role::Axis));
    for value in [25.0, 50.0, 75.0, 100.0] {
        let points = (0..placed.axes.len())
            .map(|i| at(placed, i, value))
            .collect();
        // the outermost ring is the end of the scale
        let pen = if value < 100.0 { pen } else { rim };
        path(scene, pen, points, true, pen.stroke(1.0));
    }
    for i in 0..placed.axes.len() {
        path(
            scene,
            pen,
            vec![placed.center, at(placed, i, 100.0)],
            false,
            pen.stroke(1.0),
        );
    }
}

/// The percentiles of the rings, beside the first axis, over everything drawn.
fn numbers(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let small = cast.sizes().small();
    for (value, text) in [(50.0, "50"), (100.0, "100")] {
        let on = at(placed, 0, value);
        let point = Point::new(on.x + cast.sizes().dot + 3.0, on.y);
        muted(scene, cast, point, Anchor::Start, small, text);
    }
    if !placed.rim.is_empty() {
        return rim::put(scene, cast, placed.center, placed.radius, &placed.rim);
    }
    for i in 0..placed.axes.len() {
        let on = at(placed, i, 100.0 + cast.sizes().label * 95.0 / placed.radius);
        let text = (i + 1).to_string();
        Label::new(on, Anchor::Middle, cast.sizes().label(true), text)
            .color(cast.options.theme.text)
            .put(scene, Pen::new(cast.options.theme, Role::Text));
    }
}

fn path(scene: &mut Scene, pen: Pen, points: Vec<Point>, closed: bool, stroke: Stroke) {
    let shape = Shape::Path {
        points,
        closed,
        fill: None,
        stroke: Some(stroke),
    };
    pen.put(scene, shape);
}

/// A city's percentile on an axis.
fn place_of(c: &Comparison, region: RegionId) -> Option<(&Member, f64)> {
    let member = c.members.iter().find(|m| m.region == region)?;
    Some((member, percentile(member.rank?)))
}

/// A city's line through the axes on which it has a place, and a sign on each.
fn outline(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, member: &Member) {
    let pen = cast.pen(member);
    let stroke = stroke(cast, pen, member);
    let n = placed.axes.len();
    let points: Vec<Option<Point>> = placed
        .axes
        .iter()
        .enumerate()
        .map(|(i, (_, c))| Some(at(placed, i, place_of(c, member.region)?.1)))
        .collect();
    if points.iter().all(Option::is_some) {
        path(
            scene,
            pen,
            points.iter().flatten().copied().collect(),
            true,
            stroke,
        );
    } else {
        for i in 0..n {
            if let (Some(a), Some(b)) = (points[i], points[(i + 1) % n]) {
                path(scene, pen, vec![a, b], false, stroke);
            }
        }
    }
    for (point, (_, c)) in points.iter().zip(&placed.axes) {
        let reading = place_of(c, member.region).and_then(|(m, _)| m.reading);
        if let (Some(point), Some(reading)) = (point, reading) {
            let r = cast.sizes().dot * if member.role == Part::Home { 0.8 } else { 0.65 };
            sign(scene, pen, look(&reading), *point, r);
        }
    }
}

fn stroke(cast: &Cast<'_>, pen: Pen, member: &Member) -> Stroke {
    let width = cast.sizes().line;
    match member.role {
        Part::Home => pen.stroke(width),
        Part::Peer(n) => Stroke {
            dash: [None, Some((7.0, 3.0)), Some((2.0, 3.0))][n.min(2)],
            ..pen.stroke(width * 0.7)
        },
        Part::Rest => pen.stroke(1.25),
    }
}

/// How wide the entry of a city in the key is.
fn entry(cast: &Cast<'_>, member: &Member) -> f64 {
    cast.sizes().label * 2.0 + 6.0 + width(cast.name(member), face(cast, member))
}

/// How many lines the key has in this room.
fn key_lines(cast: &Cast<'_>, shown: &[&Member], room: f64) -> usize {
    let (mut lines, mut x) = (1, 0.0);
    for member in shown {
        let w = entry(cast, member);
        if x > 0.0 && x + w > room {
            (lines, x) = (lines + 1, 0.0);
        }
        x += w + cast.sizes().label;
    }
    lines
}

/// Home and peers with their lines; gives where the key ends.
fn key(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) -> f64 {
    let (sizes, side) = (cast.sizes(), placed.side);
    let line = sizes.label * 1.6;
    let sample = sizes.label * 2.0;
    let upright = side.w < cast.framed.body.w;
    let (mut x, mut y) = (side.x, side.y + line / 2.0);
    for member in &placed.shown {
        let pen = cast.pen(member);
        let w = entry(cast, member);
        if x > side.x && (upright || x + w > side.right()) {
            (x, y) = (side.x, y + line);
        }
        let (a, b) = (
            Point::new(snap(x), snap(y)),
            Point::new(snap(x + sample), snap(y)),
        );
        path(scene, pen, vec![a, b], false, stroke(cast, pen, member));
        let middle = Point::new(x + sample / 2.0, y);
        sign(scene, pen, Look::Solid, middle, sizes.dot * 0.7);
        let at = Point::new(x + sample + 6.0, y);
        Label::new(at, Anchor::Start, face(cast, member), cast.name(member)).put(scene, pen);
        cast.labelled(scene, member);
        x += w + sizes.label;
    }
    // those whose names stand in the note
    for member in cast.c.members.iter().filter(|m| m.role != Part::Rest) {
        if !placed.shown.iter().any(|s| s.region == member.region) {
            cast.labelled(scene, member);
        }
    }
    y + line / 2.0
}

/// What the axes mean, with home's place.
fn names(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, from: f64) {
    let (side, theme) = (placed.side, cast.options.theme);
    let upright = side.w < cast.framed.body.w;
    let small = match upright {
        true => cast.sizes().label(false),
        false => cast.sizes().small(),
    };
    let mut y = from + if upright { small.size } else { 0.0 };
    if upright {
        let whose = cast.lang().pick(
            format!("{}名次", cast.name(cast.c.home())),
            format!("{}’s place", cast.name(cast.c.home())),
        );
        let at = Point::new(side.right(), y);
        Label::new(at, Anchor::End, cast.sizes().small(), whose)
            .put(scene, Pen::new(theme, Role::Home));
        y += small.line_height() * 0.8;
    }
    let numbered = placed.rim.is_empty();
    let indent = if numbered {
        width("00", small) + 6.0
    } else {
        0.0
    };
    let pen = Pen::new(theme, Role::Text);
    let room = side.w - indent;
    let left = ((side.bottom() - y) / small.line_height()).max(1.0);
    let most = if left >= 2.0 * placed.axes.len() as f64 {
        2
    } else {
        1
    };
    for (i, (_, c)) in placed.axes.iter().enumerate() {
        let rank = c.home().rank;
        let place = rank.map_or_else(String::new, |r| format!("{}/{}", r.place, r.of));
        let room = room - width(&place, small) - 8.0;
        let lines = heading(cast, c, small, room, most);
        let middle = y + small.line_height() / 2.0;
        if numbered {
            let face = crate::text::Face::bold(small.size);
            let at = Point::new(side.x, middle);
            let number = Label::new(at, Anchor::Start, face, (i + 1).to_string());
            number.color(theme.text).put(scene, pen);
        }
        Label::new(Point::new(side.right(), middle), Anchor::End, small, place)
            .put(scene, Pen::new(theme, Role::Home));
        for line in lines {
            let at = Point::new(side.x + indent, y + small.line_height() / 2.0);
            Label::new(at, Anchor::Start, small, line)
                .color(theme.text)
                .put(scene, pen);
            y += small.line_height();
        }
        if upright {
            y += small.size * 0.3;
        }
    }
}

/// Every sign answers, axis by axis, and there home first.
fn spots(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    for (i, (k, c)) in placed.axes.iter().enumerate() {
        for shown in &placed.shown {
            if let Some((member, value)) = place_of(c, shown.region) {
                let on = at(placed, i, value);
                let area = Rect::new(on.x - 14.0, on.y - 14.0, 28.0, 28.0);
                spot(scene, cast, (*k, c), member, area, on);
            }
        }
    }
}
