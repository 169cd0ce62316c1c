//! Home and peers over time, named at the ends of their lines; the others as grey context; breaks as gaps with a sign.
//!
//! A line joins only neighbouring periods of one unbroken stretch: what is missing is not bridged.

use std::rc::Rc;

use super::rows::muted;
use super::{Cast, look};
use crate::base::snap;
use crate::base::{Point, Rect, sort, sort_by_key};
use crate::compare::{Member, Reading, Role as Part, Series};
use crate::data::Period;
use crate::draw::Plot;
use crate::mark::{Label, Look, Pen, axis_x, axis_y, broken, dot, line, spread};
use crate::scale::{Fit, Scale};
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};
use crate::tell::Display;
use crate::text::{Face, Piece, width, wrap};

/// Room between the end of the lines and their labels.
const LEADER: f64 = 14.0;
/// Dash and gap of a line to or from a value that is an estimate, a bound or of low reliability.
const DOUBT: (f64, f64) = (2.0, 3.0);

/// One line: its member and the readings inside the range.
struct Line<'a> {
    member: &'a Member,
    series: &'a Series,
    readings: Vec<&'a Reading>,
}

struct Placed<'a> {
    /// The others first, then the peers, home last: the order of drawing.
    lines: Vec<Line<'a>>,
    periods: Vec<Period>,
    plot: Rect,
    x: Scale,
    y: Scale,
    display: Display,
    /// What the signs in the plot mean.
    key: Vec<String>,
}

impl Placed<'_> {
    /// A tick's label: the year, or for other periods the one that stands there.
    fn written(&self, at: f64) -> String {
        let there = |p: &&Period| !p.is_year() && (p.position() - at).abs() < 1e-9;
        let found = self.periods.iter().find(there);
        found.map_or_else(|| format!("{at:.0}"), ToString::to_string)
    }
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let lines = lines(cast);
    if lines.iter().all(|l| l.readings.is_empty()) {
        return nothing(scene, cast);
    }
    let placed = place(cast, lines);
    let theme = cast.options.theme;
    let plot = Plot::new(scene, placed.plot, &placed.x, &placed.y);
    let decimals = placed.y.decimals();
    let small = cast.sizes().small();
    let across = axis_y(&plot, theme, |v| placed.display.tick(v, decimals), small);
    let along = axis_x(&plot, theme, |at| placed.written(at), small);
    for line in &placed.lines {
        trace(cast, &placed, &plot, line);
    }
    drop(plot);
    scene.layout.ticks.push(across.count());
    across.put(scene, theme);
    let along = match cast.is_panel() {
        true => along.inside(placed.plot.x, cast.framed.body.right()),
        false => along,
    };
    along.put(scene, theme);
    key(scene, cast, &placed);
    labels(scene, cast, &placed);
    spots(scene, cast, &placed);
    scene.layout.plot = placed.plot;
    scene.layout.panel = cast.panel(placed.plot);
    #[cfg(feature = "gallery")]
    {
        scene.layout.domain = Some(placed.y.domain());
    }
}

fn key(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let face = cast.sizes().small();
    let mut y = placed.plot.bottom() + face.size * 1.7 + face.line_height() / 2.0;
    for line in &placed.key {
        let at = Point::new(cast.framed.body.x, y);
        muted(scene, cast, at, Anchor::Start, face, line);
        y += face.line_height();
    }
}

fn nothing(scene: &mut Scene, cast: &Cast<'_>) {
    let body = cast.framed.body;
    let at = Point::new(body.x + body.w / 2.0, body.y + body.h / 2.0);
    scene.layout.plot = body;
    scene.layout.panel = body;
    for member in cast.c.members.iter().filter(|m| m.role != Part::Rest) {
        cast.labelled(scene, member);
    }
    Label::new(
        at,
        Anchor::Middle,
        cast.sizes().label(false),
        cast.no_figure(),
    )
    .color(cast.options.theme.muted)
    .put(scene, Pen::new(cast.options.theme, Role::Muted));
}

/// The lines, with the periods of the most common length only: years and months are not joined.
fn lines<'a>(cast: &Cast<'a>) -> Vec<Line<'a>> {
    let length = common_length(&cast.c.periods);
    let range = cast.c.range();
    let inside = |r: &&Reading| {
        r.period.months() == length && range.is_none_or(|(a, b)| r.period >= a && r.period <= b)
    };
    let mut lines: Vec<Line<'_>> = cast
        .c
        .members
        .iter()
        .zip(&cast.c.series)
        .map(|(member, series)| Line {
            member,
            series,
            readings: series.readings.iter().filter(inside).collect(),
        })
        .collect();
    sort_by_key(&mut lines, |l| std::cmp::Reverse(l.member.role));
    lines
}

/// The length in months that most periods have, the longer of two.
fn common_length(periods: &[Period]) -> i32 {
    let count = |months: i32| periods.iter().filter(|p| p.months() == months).count();
    periods
        .iter()
        .map(|p| p.months())
        .max_by_key(|m| (count(*m), *m))
        .unwrap_or(12)
}

fn place<'a>(cast: &Cast<'a>, lines: Vec<Line<'a>>) -> Placed<'a> {
    let sizes = cast.sizes();
    let display = cast.display();
    let body = cast.framed.body;
    let all = || lines.iter().flat_map(|l| &l.readings);
    let values = || all().map(|r| r.value).chain(cast.also().iter().copied());
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let mut periods: Vec<Period> = all().map(|r| r.period).collect();
    periods.extend(cast.also_periods());
    sort(&mut periods, Ord::cmp);
    periods.dedup();
    let top = body.y + sizes.small * 0.8;
    let key = match cast.is_panel() {
        true => Vec::new(),
        false => key_lines(cast, &lines, &periods),
    };
    let key_height = key.len() as f64 * sizes.small().line_height();
    let bottom = body.bottom() - sizes.small * 1.6 - key_height;
    // lines may leave zero out, unless it is near anyway
    let fit = if low < high * 0.35 {
        Fit::AroundZero
    } else {
        Fit::Around
    };
    let count = if bottom - top < 240.0 { 4 } else { 5 };
    let y = Scale::nice((low, high), (bottom, top), cast.wish(count, &display), fit);
    let tick = |v: &f64| width(&display.tick(*v, y.decimals()), sizes.small());
    let ticks = y.ticks().iter().map(tick).fold(0.0, f64::max) + 8.0;
    let named = |l: &Line<'_>| width(&end_text(cast, &display, l), end_face(cast, l.member));
    let names = lines.iter().map(named).fold(0.0, f64::max) + LEADER;
    let plot = Rect::new(body.x + ticks, top, body.w - ticks - names, bottom - top);
    let (first, last) = (periods[0].position(), periods[periods.len() - 1].position());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let count = (plot.w / 56.0) as usize;
    let (values, range) = ((first, last), (plot.x + 4.0, plot.right() - 4.0));
    let x = if cast.is_panel() && plot.w < 168.0 && first < last {
        // a small panel has room for the two ends
        Scale::linear(values, range).with_ticks([first, last])
    } else if periods[0].is_year() {
        Scale::years(values, range, count.clamp(2, 12))
    } else {
        Scale::linear(values, range).with_ticks(periods.iter().map(|p| p.position()))
    };
    Placed {
        lines,
        periods,
        plot,
        x,
        y,
        display,
        key,
    }
}

/// What the signs in the plot mean, where there are any.
fn key_lines(cast: &Cast<'_>, lines: &[Line<'_>], periods: &[Period]) -> Vec<String> {
    let text = key_text(cast, lines, periods);
    if text.is_empty() {
        return Vec::new();
    }
    wrap(
        &[Piece::flow(text)],
        cast.sizes().small(),
        cast.framed.body.w,
    )
}

/// The same in one text.
fn key_text(cast: &Cast<'_>, lines: &[Line<'_>], periods: &[Period]) -> String {
    let lang = cast.lang();
    let all = || lines.iter().flat_map(|l| &l.readings);
    let inside = |l: &Line<'_>| {
        let (first, last) = (l.readings.first(), l.readings.last());
        first
            .zip(last)
            .is_some_and(|(a, b)| l.series.stretch(a.period) != l.series.stretch(b.period))
    };
    let mut parts = Vec::new();
    if lines.iter().any(inside) {
        parts.push(lang.pick(
            "|| 口径有变，前后不可比",
            "|| redefined, not comparable across",
        ));
    }
    let skipped = periods
        .windows(2)
        .any(|w| w[0].is_year() && !w[0].is_followed_by(w[1]));
    if skipped || all().any(|r| look(r) != Look::Solid) {
        parts.push(lang.pick(
            "虚点线：估计、可靠性低，或中间年份无数据",
            "dotted: estimate, low reliability, or no figures in between",
        ));
    }
    parts.join(lang.pick("；", "; "))
}

/// All periods that stand on the axis.
#[cfg(feature = "gallery")]
pub(super) fn periods(cast: &Cast<'_>) -> Vec<Period> {
    let lines = lines(cast);
    let all = lines.iter().flat_map(|l| &l.readings);
    let mut periods: Vec<Period> = all.map(|r| r.period).collect();
    sort(&mut periods, Ord::cmp);
    periods.dedup();
    periods
}

/// What the signs mean, where there are any: for panels, which have no room for it.
#[cfg(feature = "gallery")]
pub(super) fn signs(cast: &Cast<'_>) -> Option<String> {
    let text = key_text(cast, &lines(cast), &periods(cast));
    Some(text).filter(|t| !t.is_empty())
}

fn trace(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>, l: &Line<'_>) {
    let pen = cast.pen(l.member);
    let sizes = cast.sizes();
    let stroke = stroke(pen, l.member.role, sizes.line);
    let at = |r: &Reading| (r.period.position(), r.value);
    let rest = l.member.role == Part::Rest;
    for joined in l.readings.chunk_by(|a, b| joins(placed, l.series, a, b)) {
        if let [alone] = joined {
            dot(
                plot,
                pen,
                Look::Solid,
                at(alone),
                if rest { 2.0 } else { 3.5 },
            );
        }
        for (values, sure) in pieces(joined) {
            let stroke = if sure {
                stroke
            } else {
                Stroke {
                    dash: Some(DOUBT),
                    ..stroke
                }
            };
            line(plot, pen, values, stroke);
        }
    }
    for pair in l.readings.windows(2) {
        let broke = l.series.stretch(pair[0].period) != l.series.stretch(pair[1].period);
        if broke && !rest {
            broken(plot, pen, at(pair[0]), at(pair[1]));
        }
    }
    for r in l.readings.iter().filter(|r| look(r) != Look::Solid) {
        dot(plot, pen, Look::Hollow, at(r), if rest { 2.0 } else { 3.5 });
    }
}

/// A joined stretch in pieces that are sure or not: the way to and from a doubtful value is doubtful.
fn pieces(joined: &[&Reading]) -> Vec<(Vec<(f64, f64)>, bool)> {
    let at = |r: &Reading| (r.period.position(), r.value);
    let mut pieces: Vec<(Vec<(f64, f64)>, bool)> = Vec::new();
    for pair in joined.windows(2) {
        let next = pair[0].period.is_followed_by(pair[1].period);
        let sure = next && pair.iter().all(|r| look(r) == Look::Solid);
        match pieces.last_mut() {
            Some((values, same)) if *same == sure => values.push(at(pair[1])),
            _ => pieces.push((vec![at(pair[0]), at(pair[1])], sure)),
        }
    }
    pieces
}

fn stroke(pen: Pen, part: Part, home: f64) -> Stroke {
    match part {
        Part::Home => pen.stroke(home),
        // dashes tell the peers apart where colour cannot
        Part::Peer(n) => Stroke {
            dash: [None, Some((7.0, 3.0)), Some((2.0, 3.0))][n.min(2)],
            ..pen.stroke(home * 0.75)
        },
        Part::Rest => pen.stroke(1.25),
    }
}

/// Whether two readings are neighbours in time and of one meaning.
///
/// Years between which nobody has a figure (censuses) are joined, by a doubtful line; months are not.
fn joins(placed: &Placed<'_>, series: &Series, a: &Reading, b: &Reading) -> bool {
    let place = |p| placed.periods.binary_search(&p).unwrap_or(usize::MAX);
    let near = a.period.is_year() || a.period.is_followed_by(b.period);
    near && place(a.period) + 1 == place(b.period)
        && series.stretch(a.period) == series.stretch(b.period)
}

fn end_face(cast: &Cast<'_>, member: &Member) -> Face {
    match member.role {
        Part::Home => cast.sizes().label(true),
        Part::Peer(_) => cast.sizes().label(false),
        Part::Rest => cast.sizes().small(),
    }
}

/// Home and peers with their last value, the others by name; without any value it says so.
fn end_text(cast: &Cast<'_>, display: &Display, l: &Line<'_>) -> String {
    let name = cast.name(l.member);
    if cast.is_titled() {
        let last = l.readings.last();
        return last.map_or_else(String::new, |r| display.number(r.value));
    }
    match (l.member.role, l.readings.last()) {
        (Part::Rest, _) => name.to_owned(),
        (_, Some(r)) if Some(r.period) == cast.c.period => {
            format!("{name} {}", display.number(r.value))
        }
        // the title speaks of another period
        (_, Some(r)) => format!("{name} {} ({})", display.number(r.value), r.period),
        (_, None) => format!("{name} {}", cast.lang().pick("无数据", "no data")),
    }
}

fn labels(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let gap = cast.sizes().label * 1.12 + 2.0;
    // the lowest stays clear of the years below
    let room = (
        placed.plot.y,
        placed.plot.bottom() - cast.sizes().small * 0.8,
    );
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let capacity = ((room.1 - room.0) / gap) as usize + 1;
    let shown: Vec<&Line<'_>> = placed
        .lines
        .iter()
        .filter(|l| l.member.role != Part::Rest || !l.readings.is_empty())
        .collect();
    scene.layout.labels = shown.len();
    let kept: Vec<&Line<'_>> = if shown.len() <= capacity {
        shown
    } else {
        shown
            .into_iter()
            .filter(|l| l.member.role != Part::Rest)
            .collect()
    };
    scene.layout.dropped = scene.layout.labels - kept.len();
    let ends: Vec<f64> = kept
        .iter()
        .map(|l| l.readings.last().map_or(room.1, |r| placed.y.map(r.value)))
        .collect();
    let places = spread(&ends, gap, room);
    for ((l, end), place) in kept.iter().zip(&ends).zip(&places) {
        end_label(scene, cast, placed, l, *end, *place);
    }
}

fn end_label(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    l: &Line<'_>,
    end: f64,
    place: f64,
) {
    let tag = cast.tag(scene, l.member, l.readings.last().map(|r| r.period));
    let pen = cast.pen(l.member).tagged(tag);
    cast.labelled(scene, l.member);
    let x = placed.plot.right();
    if let Some(last) = l.readings.last() {
        let from = placed.x.map(last.period.position()) + 4.0;
        if (place - end).abs() > 3.0 || from < x - 8.0 {
            leader(scene, pen, (from, end), (x + LEADER - 5.0, place));
        }
    }
    let text = end_text(cast, &placed.display, l);
    let at = Point::new(x + LEADER - 3.0, place);
    Label::new(at, Anchor::Start, end_face(cast, l.member), text).put(scene, pen);
}

/// A thin line from the end of a series to its label, where the label had to move.
fn leader(scene: &mut Scene, pen: Pen, from: (f64, f64), to: (f64, f64)) {
    let points = vec![
        Point::new(snap(from.0), snap(from.1)),
        Point::new(snap(to.0), snap(to.1)),
    ];
    let faint = Pen {
        role: Role::Axis,
        ..pen
    };
    faint.put(
        scene,
        Shape::Path {
            points,
            closed: false,
            fill: None,
            stroke: Some(faint.stroke(0.75)),
        },
    );
}

fn spots(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let step = placed.plot.w / placed.periods.len().max(2) as f64;
    let written: Vec<Rc<str>> = placed
        .periods
        .iter()
        .map(|p| p.to_string().into())
        .collect();
    let none: Rc<str> = "".into();
    for l in &placed.lines {
        let region = cast.id(l.member);
        for r in &l.readings {
            let i = placed.periods.binary_search(&r.period);
            let period = i.ok().and_then(|i| written.get(i)).unwrap_or(&none);
            let tag = scene.tag(&region, period);
            let anchor = Point::new(placed.x.map(r.period.position()), placed.y.map(r.value));
            scene.spots.push(Spot {
                area: Rect::new(anchor.x - step, anchor.y - 28.0, step * 2.0, 56.0),
                anchor,
                tag,
            });
        }
    }
}
