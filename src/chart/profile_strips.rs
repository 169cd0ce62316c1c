//! A strip an indicator with all cities as dots at their percentile: home and peers marked, better to the right.
//!
//! Who has no place among the group is not on the strip; a neutral indicator has a larger end instead of a better one.

use super::profile::{self, heading, in_columns, key, radius, spot};
use super::rows::muted;
use super::{Cast, Part, look, role, whole};
use crate::base::{Point, Rect, snap, sort};
use crate::compare::{Comparison, Member, Rank, percentile};
use crate::data::Direction;
use crate::mark::{Label, Pen, sign};
use crate::scale::{Bands, Scale};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};

struct Placed<'a> {
    rows: Vec<&'a Comparison>,
    /// From the last place to the first.
    x: Scale,
    bands: Bands,
    /// Where the words about home stand; none where they stand over the strip.
    words: Option<f64>,
    /// Room for the names.
    names: f64,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let shown: Vec<&Member> = in_columns(cast.c)
        .into_iter()
        .filter(|m| m.role != Part::Rest)
        .collect();
    let top = match cast.is_panel() {
        true => cast.framed.body.y - cast.sizes().small * 1.8,
        false => key(scene, cast, &shown, shown.len() < cast.c.members.len()),
    };
    let placed = place(cast, top);
    let plot = Rect::new(
        placed.x.range().0,
        placed.bands.start,
        placed.x.range().1 - placed.x.range().0,
        placed.bands.step * placed.rows.len() as f64,
    );
    scene.layout.plot = plot;
    // few strips do not fill the room: that is no fault of theirs
    scene.layout.panel = cast.framed.body;
    scene.layout.labels = shown.len();
    if cast.is_panel() {
        left_to_all(cast, &placed);
        for member in &shown {
            cast.labelled(scene, member);
        }
    } else {
        ends(scene, cast, &placed);
    }
    for (i, c) in placed.rows.iter().enumerate() {
        row(scene, cast, &placed, i, c);
    }
}

fn place<'a>(cast: &Cast<'a>, top: f64) -> Placed<'a> {
    let (sizes, body) = (cast.sizes(), cast.framed.body);
    let rows: Vec<&Comparison> = cast.c.each().collect();
    let edge = sizes.dot + 2.0;
    let head = top + sizes.small * 1.8;
    let high = ((body.bottom() - head) / rows.len() as f64).min(sizes.label * 8.0);
    let bands = Bands::over(rows.len(), (head, head + high * rows.len() as f64), 1.0);
    if cast.is_panel() {
        let names = width("00", sizes.small()) + 6.0;
        return Placed {
            rows,
            x: Scale::linear((0.0, 100.0), (body.x + names + edge, body.right() - edge)),
            bands,
            words: None,
            names,
        };
    }
    if body.w < 600.0 {
        return Placed {
            rows,
            x: Scale::linear((0.0, 100.0), (body.x + edge, body.right() - edge)),
            bands,
            words: None,
            names: body.w,
        };
    }
    let names = body.w * 0.26;
    let said = |c: &&Comparison| {
        let lines = words(cast, c, 2);
        lines
            .iter()
            .map(|l| width(l, sizes.small()))
            .fold(0.0, f64::max)
    };
    let said = rows.iter().map(said).fold(0.0, f64::max).min(body.w * 0.3);
    let range = (body.x + names + edge, body.right() - said - 12.0 - edge);
    Placed {
        rows,
        x: Scale::linear((0.0, 100.0), range),
        bands,
        words: Some(body.right() - said),
        names: names - 12.0,
    }
}

/// What the strips of all panels are, and which end is which.
fn left_to_all(cast: &Cast<'_>, placed: &Placed<'_>) {
    let rows: Vec<(usize, &Comparison)> = placed.rows.iter().copied().enumerate().collect();
    let neutral = placed.rows.iter().any(|c| is_neutral(cast, c));
    let way = match neutral {
        true => cast
            .lang()
            .pick("越右越好或越大", "better or larger to the right"),
        false => cast.lang().pick("越右越好", "better to the right"),
    };
    cast.leave([profile::numbered(cast, &rows), way.to_owned()]);
}

fn is_neutral(cast: &Cast<'_>, c: &Comparison) -> bool {
    cast.data.indicator(c.question.indicator).direction == Direction::Neutral
}

/// Which end is which; neutral strips say so themselves.
fn ends(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let neutral = || placed.rows.iter().map(|c| is_neutral(cast, c));
    let lang = cast.lang();
    let (left, right) = if neutral().all(|n| n) {
        (lang.pick("← 较小", "← smaller"), larger(cast))
    } else if placed.words.is_none() && neutral().any(|n| n) {
        // there is no room to say it at each strip
        (
            lang.pick("← 较差或较小", "← worse or smaller"),
            lang.pick("较好或较大 →", "better or larger →"),
        )
    } else {
        (
            lang.pick("← 较差", "← worse"),
            lang.pick("较好 →", "better →"),
        )
    };
    let face = cast.sizes().small();
    let (a, b) = placed.x.range();
    let y = placed.bands.start - face.size * 0.8;
    let edge = cast.sizes().dot;
    muted(
        scene,
        cast,
        Point::new(a - edge, y),
        Anchor::Start,
        face,
        left,
    );
    muted(
        scene,
        cast,
        Point::new(b + edge, y),
        Anchor::End,
        face,
        right,
    );
    if placed.words.is_some() {
        let middle = cast
            .lang()
            .pick("各市按名次排开", "cities in order of place");
        muted(
            scene,
            cast,
            Point::new(f64::midpoint(a, b), y),
            Anchor::Middle,
            face,
            middle,
        );
    }
}

fn larger(cast: &Cast<'_>) -> &'static str {
    cast.lang().pick("较大 →", "larger →")
}

/// What is said of home: its place among how many, and how many it is ahead of; on at most two lines.
fn words(cast: &Cast<'_>, c: &Comparison, lines: usize) -> Vec<String> {
    let (lang, home) = (cast.lang(), c.home());
    let Some(rank) = home.rank else {
        let missing = match home.reading {
            None => cast.no_figure().to_owned(),
            Some(_) => lang.pick(
                format!("{}市中{}市可比，不排名", c.group_size, c.ranked),
                format!("not ranked: {} of {} comparable", c.ranked, c.group_size),
            ),
        };
        return vec![missing];
    };
    let value = home.reading.map_or_else(String::new, |r| {
        let indicator = cast.data.indicator(c.question.indicator);
        tell::bounded(cast.data, indicator, lang, &r)
    });
    let place = lang.pick(
        format!("{value}，第{}位/{}", rank.place, rank.of),
        format!("{value}, {} of {}", tell::ordinal(rank.place), rank.of),
    );
    match lines {
        1 => vec![place],
        _ => vec![place, tell::capital(&tell::ahead(cast.data, c, rank, lang))],
    }
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize, c: &Comparison) {
    let middle = placed.bands.center(i);
    let y = match placed.words {
        _ if cast.is_panel() => {
            let at = Point::new(cast.framed.body.x, middle);
            let number = (i + 1).to_string();
            muted(
                scene,
                cast,
                at,
                Anchor::Start,
                cast.sizes().small(),
                &number,
            );
            middle
        }
        Some(x) => beside(scene, cast, placed, c, x, middle),
        None => above(scene, cast, placed, c, (i, middle)),
    };
    let mut places: Vec<(&Member, Rank)> = c
        .members
        .iter()
        .filter_map(|m| Some((m, m.rank?)))
        .collect();
    if places.is_empty() {
        return;
    }
    strip(scene, cast, placed, y);
    if placed.words.is_some()
        && is_neutral(cast, c)
        && !placed.rows.iter().all(|c| is_neutral(cast, c))
    {
        let (face, right) = (cast.sizes().small(), placed.x.range().1);
        let at = Point::new(right + cast.sizes().dot, y - face.size * 1.25);
        muted(scene, cast, at, Anchor::End, face, larger(cast));
    }
    // the keyboard walks from left to right
    sort(&mut places, |a, b| {
        percentile(a.1)
            .total_cmp(&percentile(b.1))
            .then(b.0.role.cmp(&a.0.role))
    });
    let half = (placed.x.map(100.0) - placed.x.map(0.0)) / (2.0 * places.len() as f64);
    let mut tagged: Vec<(&Member, u32, Point)> = Vec::new();
    for (member, rank) in places {
        let at = Point::new(snap(placed.x.map(percentile(rank))), snap(y));
        let top = placed.bands.start + i as f64 * placed.bands.step;
        let reach = half.max(6.0);
        let area = Rect::new(at.x - reach, top, 2.0 * reach, placed.bands.step);
        tagged.push((member, spot(scene, cast, (i, c), member, area, at), at));
    }
    // home over the peers over the others
    sort(&mut tagged, |a, b| b.0.role.cmp(&a.0.role));
    for (member, tag, at) in tagged {
        let Some(reading) = member.reading else {
            continue;
        };
        let pen = cast.pen(member).tagged(tag);
        let r = radius(cast, role(member.role)).min(if member.role == Part::Rest {
            (half * 0.8).max(1.5)
        } else {
            f64::INFINITY
        });
        let r = if cast.is_marked(member) && member.role == Part::Rest {
            cast.sizes().dot * 0.8
        } else {
            r
        };
        sign(scene, pen, look(&reading), at, r);
    }
}

/// The line on which the dots lie, with its two ends and the middle.
fn strip(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, y: f64) {
    let pen = Pen::new(cast.options.theme, Role::Grid);
    let y = snap(y);
    let mut path = |from: Point, to: Point, stroke: Stroke| {
        let shape = Shape::Path {
            points: vec![from, to],
            closed: false,
            fill: None,
            stroke: Some(stroke),
        };
        pen.put(scene, shape);
    };
    let at = |v: f64, dy: f64| Point::new(snap(placed.x.map(v)), y + dy);
    path(at(0.0, 0.0), at(100.0, 0.0), pen.stroke(2.0));
    for v in [0.0, 50.0, 100.0] {
        path(at(v, -5.0), at(v, 5.0), pen.stroke(1.0));
    }
}

/// Name left, words right; gives where the strip lies.
fn beside(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    c: &Comparison,
    right: f64,
    middle: f64,
) -> f64 {
    let small = cast.sizes().small();
    let fits = |face: Face| placed.bands.step / face.line_height();
    let face = cast.sizes().label(false);
    let name = heading(cast, c, face, placed.names, whole(fits(face)));
    let at = Point::new(cast.framed.body.x, middle);
    column(scene, cast, (&name, face), at, false);
    let mut said = words(cast, c, if fits(small) >= 2.0 { 2 } else { 1 });
    let room = cast.framed.body.right() - right;
    if said.iter().any(|l| width(l, small) > room + 0.5) && fits(small) >= 3.0 {
        said = said
            .into_iter()
            .flat_map(|l| wrap(&[Piece::flow(l)], small, room))
            .collect();
    }
    let at = Point::new(right, middle);
    column(scene, cast, (&said, small), at, c.home().rank.is_some());
    middle
}

/// Lines around a middle; the first in home's colour where it is about home.
fn column(
    scene: &mut Scene,
    cast: &Cast<'_>,
    (lines, face): (&[String], Face),
    at: Point,
    home: bool,
) {
    let theme = cast.options.theme;
    let mut y = at.y - (lines.len() as f64 - 1.0) / 2.0 * face.line_height();
    for (i, line) in lines.iter().enumerate() {
        let (role, color) = match (home, i) {
            (true, 0) => (Role::Home, theme.ink(Role::Home)),
            (true, _) => (Role::Muted, theme.muted),
            (false, _) => (Role::Text, theme.text),
        };
        Label::new(Point::new(at.x, y), Anchor::Start, face, line.as_str())
            .color(color)
            .put(scene, Pen::new(theme, role));
        y += face.line_height();
    }
}

/// Name and words on one line over the strip, or on two; gives where the strip lies.
fn above(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    c: &Comparison,
    (i, middle): (usize, f64),
) -> f64 {
    let (body, small) = (cast.framed.body, cast.sizes().small());
    let said = words(cast, c, 1).remove(0);
    let room = placed.names - width(&said, small) - 10.0;
    let name = heading(cast, c, small, room, 1);
    let name = name.first().cloned().unwrap_or_default();
    let top = placed.bands.start + i as f64 * placed.bands.step;
    let y = top + small.size * 0.9;
    let theme = cast.options.theme;
    let fits = width(&name, small) <= room;
    Label::new(Point::new(body.x, y), Anchor::Start, small, name)
        .color(theme.text)
        .put(scene, Pen::new(theme, Role::Text));
    let at = match fits {
        true => Point::new(body.right(), y),
        false => Point::new(body.right(), y + small.line_height()),
    };
    let role = match c.home().rank {
        Some(_) => Role::Home,
        None => Role::Muted,
    };
    Label::new(at, Anchor::End, small, said).put(scene, Pen::new(theme, role));
    let text = at.y + small.size * 0.6;
    let (near, low) = (text + cast.sizes().dot + 8.0, top + placed.bands.step - 4.0);
    near.min(f64::midpoint(text, low).max(middle))
}
