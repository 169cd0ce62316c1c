//! Home and peers over time, named at the ends of their lines; the others as grey context; breaks as gaps with a sign.
//!
//! What joins two readings is in [`super::time`].

use super::Cast;
use super::time::{self, Ends, LEADER, Line, Placed, end_face, leader};
use crate::base::{Point, Rect};
use crate::compare::{Reading, Role as Part};
use crate::data::Period;
use crate::draw::Plot;
use crate::mark::{Label, axis_x, axis_y, spread};
use crate::scale::Fit;
use crate::scene::{Anchor, Scene};
use crate::tell::{self, Display};
use crate::text::width;

/// As much of the width may go to the words at the ends of the lines; beyond that, the names stand there alone.
const WORDS: f64 = 0.34;

/// The same in a panel, which has the name over it: beyond that the value stands without its period.
const PANEL_WORDS: f64 = 0.45;

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let _ = draw_lines(scene, cast, time::lines(cast), &cast.display(), Vec::new());
}

/// Draws these lines with numbers shown like this and this in the key; none where there is nothing to draw.
pub(super) fn draw_lines<'a>(
    scene: &mut Scene,
    cast: &Cast<'a>,
    lines: Vec<Line<'a>>,
    display: &Display,
    key: Vec<String>,
) -> Option<Placed<'a>> {
    let periods = time::periods(&lines);
    match periods.as_slice() {
        [one] if axis(cast, &periods).len() < 2 => {
            time::instead(scene, cast, &time::only_one(cast, *one));
        }
        [] => time::instead(scene, cast, cast.no_figure()),
        _ => {
            let placed = place(cast, lines, axis(cast, &periods), display, key);
            put(scene, cast, &placed, display);
            return Some(placed);
        }
    }
    None
}

/// The periods that stand on the axis.
fn axis(cast: &Cast<'_>, own: &[Period]) -> Vec<Period> {
    let mut periods = own.to_vec();
    for also in cast.also_periods() {
        if let Err(place) = periods.binary_search(also) {
            periods.insert(place, *also);
        }
    }
    periods
}

fn put(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, display: &Display) {
    let theme = cast.options.theme;
    let plot = Plot::new(scene, placed.plot, &placed.x, &placed.y);
    let small = cast.sizes().small();
    let across = axis_y(&plot, theme, |v| cast.tick(&placed.y, display, v), small);
    let along = axis_x(&plot, theme, |at| placed.written(at, cast.lang()), small);
    for line in &placed.lines {
        time::trace(cast, placed, &plot, line);
    }
    drop(plot);
    scene.layout.ticks.push(across.count());
    across.put(scene, theme);
    let along = match cast.is_panel() {
        true => along.inside(placed.plot.x, cast.framed.body.right()),
        false => along,
    };
    along.lower(2.5).put(scene, theme);
    time::key(scene, cast, &placed.key, placed.plot.bottom());
    if let Some(when) = chosen(cast, &placed.periods) {
        time::moment(scene, cast, placed, when);
    }
    labels(scene, cast, placed, display);
    time::spots(scene, cast, placed);
    scene.layout.plot = placed.plot;
    // the name of the period that is asked about stands over the plot
    let (top, bottom) = (cast.framed.body.y, placed.plot.bottom());
    let whole = Rect::new(placed.plot.x, top, placed.plot.w, bottom - top);
    scene.layout.panel = cast.panel(whole);
    #[cfg(feature = "gallery")]
    {
        scene.layout.domain = Some(placed.y.domain());
    }
}

/// The period that is asked about, where it is not the last: there the end of the lines says it. A panel has no room for it.
pub(super) fn chosen(cast: &Cast<'_>, periods: &[Period]) -> Option<Period> {
    let inside = |p: &Period| periods[..periods.len() - 1].contains(p);
    cast.c.period.filter(inside).filter(|_| !cast.is_panel())
}

fn place<'a>(
    cast: &Cast<'a>,
    lines: Vec<Line<'a>>,
    periods: Vec<Period>,
    display: &Display,
    more: Vec<String>,
) -> Placed<'a> {
    let sizes = cast.sizes();
    let body = cast.framed.body;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut hold = |value: f64| (low, high) = (low.min(value), high.max(value));
    cast.also().iter().for_each(|v| hold(*v));
    for l in &lines {
        l.readings.iter().for_each(|r| hold(r.value));
    }
    // room for the name of the period that is asked about
    let head = if chosen(cast, &periods).is_some() {
        1.9
    } else {
        0.8
    };
    let top = body.y + sizes.small * head;
    let more = more.into_iter().chain(cast.scale_word(low)).collect();
    let key = match cast.is_panel() {
        true => Vec::new(),
        false => time::key_lines(cast, &lines, &periods, more),
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
    let y = cast.scale((low, high), (bottom, top), cast.wish(count, display), fit);
    let tick = |v: &f64| width(&cast.tick(&y, display, *v), sizes.small());
    let ticks = y.ticks().iter().map(tick).fold(0.0, f64::max) + 8.0;
    let (ends, names) = ends(cast, display, &lines, periods.last().copied());
    let plot = Rect::new(body.x + ticks, top, body.w - ticks - names, bottom - top);
    Placed {
        x: time::across(cast, &periods, plot),
        lines,
        periods,
        plot,
        y,
        key,
        ends,
    }
}

/// What has room at the ends of the lines, and the room that it takes.
fn ends(
    cast: &Cast<'_>,
    display: &Display,
    lines: &[Line<'_>],
    last: Option<Period>,
) -> (Ends, f64) {
    let room = |ends: Ends| {
        let text = |l: &Line<'_>| end_text(cast, display, l, ends, last);
        let named = lines
            .iter()
            .map(|l| width(&text(l), end_face(cast, l.member)));
        named.fold(0.0, f64::max) + LEADER
    };
    let whole = room(Ends::Values);
    if cast.is_panel() || whole <= cast.framed.body.w * WORDS {
        return (Ends::Values, whole);
    }
    (Ends::Names, room(Ends::Names))
}

/// All periods that stand on the axis.
#[cfg(feature = "gallery")]
pub(super) fn periods(cast: &Cast<'_>) -> Vec<Period> {
    time::periods(&time::lines(cast))
}

/// What the signs mean, where there are any: for panels, which have no room for it.
#[cfg(feature = "gallery")]
pub(super) fn signs(cast: &Cast<'_>) -> Vec<String> {
    let lines = time::lines(cast);
    let values = lines.iter().flat_map(|l| &l.readings).map(|r| r.value);
    let low = values.fold(f64::INFINITY, f64::min);
    let more = cast.scale_word(low).into_iter().collect();
    time::key_parts(cast, &lines, &time::periods(&lines), more)
}

/// Home and peers with their last value, the others by name; without any value it says so.
///
/// In a panel a value says when it is of, unless it is of the last period on the axis.
fn end_text(
    cast: &Cast<'_>,
    display: &Display,
    l: &Line<'_>,
    ends: Ends,
    last: Option<Period>,
) -> String {
    let name = cast.name(l.member);
    if cast.is_titled() {
        let Some(r) = l.readings.last() else {
            return String::new();
        };
        let number = display.number(r.value);
        if Some(r.period) == last {
            return number;
        }
        let dated = format!("{number} ({})", tell::brief_period(r.period, cast.lang()));
        let room = cast.framed.body.w * PANEL_WORDS;
        return match width(&dated, end_face(cast, l.member)) + LEADER <= room {
            true => dated,
            false => number,
        };
    }
    match (l.member.role, l.readings.last()) {
        (Part::Rest, _) => name.to_owned(),
        (_, Some(_)) if ends != Ends::Values => name.to_owned(),
        (_, Some(r)) if Some(r.period) == cast.c.period => {
            format!("{name} {}", display.number(r.value))
        }
        // the title speaks of another period
        (_, Some(r)) => {
            let when = tell::brief_period(r.period, cast.lang());
            format!("{name} {} ({when})", display.number(r.value))
        }
        (_, None) => format!("{name} {}", cast.lang().pick("无数据", "no data")),
    }
}

fn labels(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, display: &Display) {
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
            .filter(|l| cast.is_marked(l.member))
            .collect()
    };
    scene.layout.dropped = scene.layout.labels - kept.len();
    let heights: Vec<f64> = kept
        .iter()
        .map(|l| l.readings.last().map_or(room.1, |r| placed.y.map(r.value)))
        .collect();
    let places = spread(&heights, gap, room);
    for ((l, end), place) in kept.iter().zip(&heights).zip(&places) {
        let text = end_text(
            cast,
            display,
            l,
            placed.ends,
            placed.periods.last().copied(),
        );
        end_label(scene, cast, placed, (l, text), *end, *place);
    }
}

fn end_label(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    (l, text): (&Line<'_>, String),
    end: f64,
    place: f64,
) {
    let last: Option<&Reading> = l.readings.last();
    let tag = cast.tag(scene, l.member, last.map(|r| r.period));
    let pen = cast.pen(l.member).tagged(tag);
    cast.labelled(scene, l.member);
    let x = placed.plot.right();
    if let Some(last) = last {
        let from = placed.x.map(last.period.position()) + 4.0;
        if (place - end).abs() > 3.0 || from < x - 8.0 {
            leader(scene, pen, (from, end), (x + LEADER - 5.0, place));
        }
    }
    let at = Point::new(x + LEADER - 3.0, place);
    Label::new(at, Anchor::Start, end_face(cast, l.member), text).put(scene, pen);
}
