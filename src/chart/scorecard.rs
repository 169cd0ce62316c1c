//! Indicators by cities: in each cell the value and the place, shaded by the third in which the place lies.
//!
//! Only places among the whole group are shaded, and none of a neutral indicator; columns without room are counted in words.

use super::profile::{heading, in_columns, spot, stack};
use super::rows::face;
use super::{Cast, Part, look, whole};
use crate::base::{Point, Rect, snap, sort_by_key};
use crate::compare::{Comparison, Member, Rank, is_good, is_poor};
use crate::data::RegionId;
use crate::mark::{Label, Look, Pen, Strength};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};

/// What stands in a cell without a figure.
const NONE: &str = "–";
/// Room between a text and the edge of its cell.
const GAP: f64 = 4.0;

struct Placed<'a> {
    rows: Vec<&'a Comparison>,
    columns: Vec<&'a Member>,
    /// The cells alone.
    grid: Rect,
    /// How wide a column, how high a row is.
    step: (f64, f64),
    /// The texts of the values.
    values: Face,
    /// What is said under the cells.
    notes: Vec<String>,
    /// Who has no column.
    left: Vec<&'a Member>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let placed = place(cast);
    scene.layout.plot = placed.grid;
    // a table is as high as it needs to be
    scene.layout.panel = cast.framed.body;
    scene.layout.labels = placed.columns.len();
    heads(scene, cast, &placed);
    // peers without a column are named below
    for member in &placed.left {
        cast.labelled(scene, member);
    }
    for (i, c) in placed.rows.iter().enumerate() {
        row(scene, cast, &placed, i, c);
    }
    outline(scene, cast, &placed);
    let from = Point::new(cast.framed.body.x, placed.grid.bottom() + GAP);
    let face = cast.sizes().small();
    stack(scene, cast, &placed.notes, face, from, Anchor::Start);
}

fn place<'a>(cast: &Cast<'a>) -> Placed<'a> {
    let (sizes, body) = (cast.sizes(), cast.framed.body);
    let rows: Vec<&Comparison> = cast.c.each().collect();
    let mut columns = in_columns(cast.c);
    // who is looked at is never without a column
    sort_by_key(&mut columns, |m| match m.role {
        Part::Home => 0,
        _ if cast.strength(m) == Strength::Strong => 1,
        Part::Peer(_) => 2,
        Part::Rest => 3,
    });
    let narrow = body.w < 480.0;
    let need = |values: Face| {
        let each = columns.iter().map(|m| least(cast, &rows, m, values));
        each.fold(0.0, f64::max)
    };
    let asked = columns.iter().filter(|m| cast.is_marked(m)).count();
    // names give way where that makes room for everybody
    let (least, best, n) = match narrow {
        true => (0.26, 0.34, asked),
        false => (0.16, 0.24, columns.len()),
    };
    // smaller numbers rather than a city less
    let large = sizes.label(false);
    let crowded = || need(large) * n as f64 > body.w * (1.0 - least);
    let values = if narrow || crowded() {
        sizes.small()
    } else {
        large
    };
    let need = need(values);
    let names = body.w - need * n as f64;
    let names = names
        .clamp(body.w * least, body.w * best)
        .min(sizes.label * 20.0);
    let room = body.w - names;
    let most = whole(room / need.max(1.0) + 1e-6).max(1);
    // a phone shows home and peers alone: half of the others would be an odd choice
    let fit = if narrow { most.min(asked) } else { most };
    let left = columns.split_off(fit.min(columns.len()));
    let notes = notes(cast, &rows, &columns, &left);
    let head = sizes.label * 1.6;
    let foot = notes.len() as f64 * sizes.small().line_height() + GAP;
    let grid = Rect::new(
        snap(body.x + names),
        snap(body.y + head),
        room,
        body.h - head - foot,
    );
    let step = (
        (grid.w / columns.len() as f64).min(need * 2.2),
        (grid.h / rows.len() as f64).min(sizes.label * 8.0),
    );
    let grid = Rect::new(
        grid.x,
        grid.y,
        step.0 * columns.len() as f64,
        step.1 * rows.len() as f64,
    );
    Placed {
        rows,
        columns,
        grid,
        step,
        values,
        notes,
        left,
    }
}

/// The room that a city's name and its widest value need.
fn least(cast: &Cast<'_>, rows: &[&Comparison], member: &Member, values: Face) -> f64 {
    let name = width(cast.name(member), name_face(cast, member));
    let text = |c: &&Comparison| Some(value(cast, c, of(c, member.region)?));
    let cells = rows.iter().filter_map(text).map(|t| width(&t, values));
    cells.fold(name, f64::max) + 2.0 * GAP
}

fn name_face(cast: &Cast<'_>, member: &Member) -> Face {
    Face {
        bold: face(cast, member).bold,
        ..cast.sizes().small()
    }
}

fn of(c: &Comparison, region: RegionId) -> Option<&Member> {
    c.members.iter().find(|m| m.region == region)
}

fn value(cast: &Cast<'_>, c: &Comparison, member: &Member) -> String {
    member.reading.map_or_else(
        || NONE.to_owned(),
        |r| tell::in_cell(cast.data, c, &r, cast.lang()),
    )
}

fn heads(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    for (k, member) in placed.columns.iter().enumerate() {
        let cell = cell(placed, 0, k);
        let at = Point::new(
            cell.x + cell.w / 2.0,
            placed.grid.y - cast.sizes().label * 0.7,
        );
        let label = Label::new(
            at,
            Anchor::Middle,
            name_face(cast, member),
            cast.name(member),
        );
        super::rows::text(scene, cast, member, cast.pen(member), label);
        cast.labelled(scene, member);
    }
}

fn cell(placed: &Placed<'_>, i: usize, k: usize) -> Rect {
    let x = placed.grid.x + k as f64 * placed.step.0;
    let y = placed.grid.y + i as f64 * placed.step.1;
    let (right, bottom) = (snap(x + placed.step.0), snap(y + placed.step.1));
    Rect::new(snap(x), snap(y), right - snap(x), bottom - snap(y))
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize, c: &Comparison) {
    let (body, face) = (cast.framed.body, placed.values);
    let most = whole((placed.step.1 - 2.0) / face.line_height());
    let room = placed.grid.x - body.x - 8.0;
    let lines = heading(cast, c, face, room, most);
    let height = lines.len() as f64 * face.line_height();
    let mut y = placed.grid.y + (i as f64 + 0.5) * placed.step.1 - height / 2.0;
    let pen = Pen::new(cast.options.theme, Role::Text);
    for line in lines {
        let at = Point::new(body.x, y + face.line_height() / 2.0);
        Label::new(at, Anchor::Start, face, line)
            .color(cast.options.theme.text)
            .put(scene, pen);
        y += face.line_height();
    }
    for (k, column) in placed.columns.iter().enumerate() {
        if let Some(member) = of(c, column.region) {
            fill(scene, cast, placed, (i, k), c, member);
        }
    }
}

fn fill(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    (i, k): (usize, usize),
    c: &Comparison,
    member: &Member,
) {
    let cell = cell(placed, i, k);
    let center = Point::new(cell.x + cell.w / 2.0, cell.y + cell.h / 2.0);
    let tag = spot(scene, cast, (i, c), member, cell, center);
    let pen = cast.pen(member).tagged(tag);
    let rank = member.rank.filter(|_| c.is_judged(cast.data));
    shade(scene, cast, pen, cell, rank);
    if member.reading.is_some_and(|r| look(&r) != Look::Solid) {
        doubt(scene, pen, cell);
    }
    let small = cast.sizes().small();
    let place = member.rank.map(|r| place_text(r, rank.is_some()));
    let two = cell.h >= placed.values.size + small.size + 8.0;
    let dy = if two && place.is_some() {
        small.size * 0.62
    } else {
        0.0
    };
    let text = value(cast, c, member);
    let ink = ink(cast, pen, member);
    Label::new(
        Point::new(center.x, center.y - dy),
        Anchor::Middle,
        placed.values,
        text,
    )
    .color(ink)
    .put(scene, pen);
    if let Some(place) = place.filter(|_| two) {
        let at = Point::new(center.x, center.y + placed.values.size * 0.68);
        Label::new(at, Anchor::Middle, small, place)
            .color(ink)
            .put(scene, pen);
    }
}

/// Full-strength text; while a city is looked at, the others stand back.
fn ink(cast: &Cast<'_>, pen: Pen, member: &Member) -> crate::base::Color {
    let theme = cast.options.theme;
    match (pen.strength, member.reading) {
        (Strength::Faint, _) | (_, None) => theme.muted,
        _ => theme.text,
    }
}

/// The place, with a sign of its third.
fn place_text(rank: Rank, judged: bool) -> String {
    match rank {
        r if judged && is_good(r) => format!("▲{}", r.place),
        r if judged && is_poor(r) => format!("▼{}", r.place),
        r => r.place.to_string(),
    }
}

/// How much of the muted colour a third has: the better, the more.
const SHADES: [f64; 3] = [0.34, 0.16, 0.05];

fn shade(scene: &mut Scene, cast: &Cast<'_>, pen: Pen, cell: Rect, rank: Option<Rank>) {
    let theme = cast.options.theme;
    let Some(rank) = rank else {
        return;
    };
    let third = match rank {
        r if is_good(r) => 0,
        r if is_poor(r) => 2,
        _ => 1,
    };
    let shape = Shape::Rect {
        rect: cell.inflate(-1.0),
        radius: 2.0,
        fill: Some(theme.muted.mix(theme.ground, 1.0 - SHADES[third])),
        stroke: None,
    };
    Pen {
        role: Role::Rest,
        ..pen
    }
    .put(scene, shape);
}

/// A dashed rim around what is not plainly actual.
fn doubt(scene: &mut Scene, pen: Pen, cell: Rect) {
    let pen = Pen {
        role: Role::Axis,
        ..pen
    };
    let stroke = Stroke {
        dash: Some((3.0, 3.0)),
        ..pen.stroke(1.0)
    };
    pen.put(
        scene,
        Shape::Rect {
            rect: cell.inflate(-2.5),
            radius: 2.0,
            fill: None,
            stroke: Some(stroke),
        },
    );
}

/// Home's column stands out.
fn outline(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let first = cell(placed, 0, 0);
    let pen = Pen::new(cast.options.theme, Role::Home);
    pen.put(
        scene,
        Shape::Rect {
            rect: Rect::new(first.x, first.y, first.w, snap(placed.grid.h)),
            radius: 3.0,
            fill: None,
            stroke: Some(pen.stroke(2.0)),
        },
    );
}

/// What the signs mean, and who has no column.
fn notes(
    cast: &Cast<'_>,
    rows: &[&Comparison],
    columns: &[&Member],
    left: &[&Member],
) -> Vec<String> {
    let lang = cast.lang();
    let mut parts: Vec<String> = Vec::new();
    if rows.iter().any(|c| c.is_judged(cast.data)) {
        parts.push(
            lang.pick("▲ 前三分之一、▼ 后三分之一", "▲ top third, ▼ bottom third")
                .to_owned(),
        );
    }
    let mut shown: Vec<&Member> = Vec::new();
    for c in rows {
        shown.extend(columns.iter().filter_map(|m| of(c, m.region)));
    }
    if shown.iter().any(|m| m.reading.is_none()) {
        parts.push(format!("{NONE} {}", cast.no_figure()));
    }
    if shown
        .iter()
        .any(|m| m.reading.is_some_and(|r| look(&r) != Look::Solid))
    {
        parts.push(
            lang.pick(
                "* 目标、估计、约数或可靠性低",
                "* target, estimate, bound or low reliability",
            )
            .to_owned(),
        );
    }
    if !left.is_empty() {
        parts.push(uncounted(cast, left));
    }
    let text = parts.join(lang.pick("；", "; "));
    wrap(
        &[Piece::flow(text)],
        cast.sizes().small(),
        cast.framed.body.w,
    )
}

/// Who has no column: peers by name, the others by number.
fn uncounted(cast: &Cast<'_>, left: &[&Member]) -> String {
    let lang = cast.lang();
    let peers: Vec<&str> = left
        .iter()
        .filter(|m| m.role != Part::Rest)
        .map(|m| cast.name(m))
        .collect();
    let n = left.len();
    let group = cast.data.group(cast.c.question.group);
    let noun = group.noun.get(lang);
    if peers.is_empty() {
        return lang.pick(format!("另有{n}{noun}见表格"), more(n, noun));
    }
    let names = peers.join(lang.pick("、", ", "));
    lang.pick(
        format!("另有{n}{noun}见表格，其中{names}"),
        format!(
            "{}: {names}{}",
            more(n, noun),
            if n > peers.len() { " and others" } else { "" }
        ),
    )
}

/// 8 more cities are in the table
fn more(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 more of the {noun} is in the table"),
        n => format!("{n} more {noun} are in the table"),
    }
}
