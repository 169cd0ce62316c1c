//! A row a city with several bars: indicators of one unit, or the first, middle and latest year of one.
//!
//! Bars begin at zero. A logarithmic scale has none, so on it values are dots: a bar's length would say nothing.
//! Another unit would need another scale, so it is refused and named.

use super::legend::{self, Entry, Shade, block, lay, shade};
use super::rows::{Rows, face, muted, text, value_text, widest_name};
use super::{Cast, look, plain};
use crate::base::{Point, Rect, snap};
use crate::compare::{Group, Member, Reading, group, is_broken};
use crate::mark::{Label, Look, Pen, axis_x};
use crate::scale::{Bands, Fit, Scale};
use crate::scene::{Anchor, Scene, Shape, Spot};
use crate::tell::{self, Display};
use crate::text::{Face, Piece, width};

/// Which part of its band a group of bars takes.
const FILL: f64 = 0.76;

struct Placed<'a> {
    rows: Rows<'a>,
    found: &'a Group<'a>,
    display: Display,
    names: f64,
    /// Where the texts of each row stand, as far as they have room.
    texts: Vec<Option<f64>>,
    /// Whether each bar has room for its number; else only the one in full strength, if any.
    each: bool,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let found = group(cast.data, cast.c);
    if found.bars.is_empty() {
        let words = cast
            .lang()
            .pick("没有可比的数据。", "There is no comparable figure.");
        plain::say(scene, cast, &[Piece::flow(words)]);
        return;
    }
    let key = lay(cast, entries(cast, &found));
    let placed = place(cast, &found, key.height);
    let plot = placed.rows.plot(scene);
    let tick = |v: f64| cast.tick(&placed.rows.x, &placed.display, v);
    let ticks = axis_x(&plot, cast.options.theme, tick, cast.sizes().small());
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
    for i in 0..placed.rows.members.len() {
        row(scene, cast, &placed, i);
    }
    legend::put(scene, cast, key);
    scene.layout.bar_fill = Some(FILL);
}

/// The bars by name, what was refused, and whether years can be held against each other.
fn entries(cast: &Cast<'_>, found: &Group<'_>) -> Vec<Entry> {
    let lang = cast.lang();
    let bars = found.bars.iter().enumerate();
    let mut entries: Vec<Entry> = bars
        .map(|(i, bar)| Entry {
            text: tell::group_called(cast.data, cast.c, bar, lang),
            shade: Some(strength(found, i)),
        })
        .collect();
    let mut remark = |text: String| {
        if !cast.leave([text.clone()]) {
            entries.push(Entry { text, shade: None });
        }
    };
    if let Some(refused) = tell::group_refused(cast.data, found, lang) {
        remark(refused);
    }
    let marked = cast.c.members.iter().filter(|m| cast.is_marked(m));
    let marked: Vec<_> = marked.map(|m| m.region).collect();
    if is_broken(found, &marked) {
        let word = lang.pick(
            "期间口径有变，前后不可比",
            "redefined in between: not comparable",
        );
        remark(word.to_owned());
    }
    if let Some(word) = cast.scale_word(least(cast, found)) {
        remark(word);
    }
    entries
}

/// Which of how many shades a bar has: the latest year and the first indicator are in full strength.
fn strength(found: &Group<'_>, i: usize) -> (usize, usize) {
    let n = found.bars.len();
    (if found.years { n - 1 - i } else { i }, n)
}

fn place<'a>(cast: &Cast<'a>, found: &'a Group<'a>, head: f64) -> Placed<'a> {
    let sizes = cast.sizes();
    let members = cast.c.in_order(cast.data);
    let display = tell::group_display(cast.data, cast.c, found, cast.lang());
    let names = widest_name(cast, &members) + 12.0;
    let body = cast.framed.body;
    let plot = Rect::new(
        body.x + names,
        body.y + head,
        body.w - names,
        body.h - head - sizes.small * 1.6,
    );
    let bands = Bands::over(members.len(), (plot.y, plot.bottom()), FILL);
    let each = bands.thickness() / found.bars.len() as f64 >= sizes.small * 1.12;
    let mut placed = Placed {
        rows: Rows {
            members,
            plot,
            x: Scale::linear((0.0, 1.0), (plot.x, plot.right())),
            bands,
        },
        found,
        display,
        names,
        texts: Vec::new(),
        each,
    };
    placed.texts = placed.rows.places(cast);
    placed.rows.x = scale(cast, &placed);
    placed
}

/// The smallest value that is drawn.
fn least(cast: &Cast<'_>, found: &Group<'_>) -> f64 {
    let of = |m: &Member| {
        let bars = found.bars.iter();
        let values = bars.filter_map(|b| Some(b.reading(m.region)?.value));
        values.fold(f64::INFINITY, f64::min)
    };
    cast.c.members.iter().map(of).fold(f64::INFINITY, f64::min)
}

/// Where bars begin, and what is said of a lack.
fn begin(placed: &Placed<'_>) -> f64 {
    if placed.rows.x.is_log() {
        placed.rows.plot.x
    } else {
        placed.rows.x.map(0.0)
    }
}

/// Every reading that is drawn, with whose it is.
fn readings<'p>(placed: &'p Placed<'_>) -> impl Iterator<Item = (&'p Member, Reading)> {
    let members = placed.rows.members.iter();
    members.flat_map(|m| {
        let bars = placed.found.bars.iter();
        bars.filter_map(|b| Some((*m, b.reading(m.region)?)))
    })
}

/// Zero and all values inside, with room for the numbers at the ends.
fn scale(cast: &Cast<'_>, placed: &Placed<'_>) -> Scale {
    let also = || cast.also().iter().copied();
    let values = || readings(placed).map(|(_, r)| r.value).chain(also());
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let plot = placed.rows.plot;
    let wish = cast.wish(if plot.w < 400.0 { 4 } else { 6 }, &placed.display);
    let range = (plot.x, plot.right());
    let least = least(cast, placed.found);
    let nice = if least > 0.0 && high.is_finite() {
        cast.scale((least, high), range, wish, Fit::FromZero)
    } else {
        Scale::nice((low, high), range, wish, Fit::FromZero)
    };
    let widest = |below: bool| {
        readings(placed)
            .filter(|(_, r)| (r.value < 0.0) == below)
            .map(|(m, r)| width(&longest(cast, placed, &r), number_face(cast, placed, m)) + 10.0)
            .fold(0.0, f64::max)
    };
    let left = if low < 0.0 { widest(true) } else { 0.0 };
    nice.over((plot.x + left, plot.right() - widest(false)))
}

/// Numbers of narrow bars are small.
fn number_face(cast: &Cast<'_>, placed: &Placed<'_>, member: &Member) -> Face {
    if placed.each && placed.found.bars.len() > 1 {
        cast.sizes().small()
    } else {
        face(cast, member)
    }
}

/// The number of a bar, with a word where it is not a plain actual value.
fn number(cast: &Cast<'_>, placed: &Placed<'_>, reading: &Reading) -> String {
    value_text(cast, &placed.display, reading)
}

/// The widest text that may stand at the end of a bar.
fn longest(cast: &Cast<'_>, placed: &Placed<'_>, reading: &Reading) -> String {
    let number = number(cast, placed, reading);
    let strong = placed.found.bars.iter().enumerate();
    let mut strong = strong.filter(|(i, _)| strength(placed.found, *i).0 == 0);
    match strong.next().filter(|_| !placed.each) {
        Some((_, bar)) => tell::group_number(cast.data, cast.c, bar, &number, cast.lang()),
        None => number,
    }
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    let member = placed.rows.members[i];
    let before = scene.spots.len();
    let (named, y) = placed
        .rows
        .begin_named(scene, cast, i, placed.texts[i], placed.names);
    let bars = &placed.found.bars;
    if bars.iter().any(|b| b.reading(member.region).is_some()) {
        // each bar answers for itself instead of the row
        scene.spots.truncate(before);
        for n in 0..bars.len() {
            one(scene, cast, placed, (i, n), named.is_some());
        }
    } else if named.is_some() {
        let at = Point::new(begin(placed) + 6.0, y);
        muted(
            scene,
            cast,
            at,
            Anchor::Start,
            cast.sizes().small(),
            cast.no_figure(),
        );
    }
}

/// One bar of a row with its number.
fn one(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    (i, n): (usize, usize),
    named: bool,
) {
    let (member, bar) = (placed.rows.members[i], &placed.found.bars[n]);
    let count = placed.found.bars.len();
    let (thick, step) = (placed.rows.bands.thickness(), placed.rows.bands.step);
    let one = thick / count as f64;
    let y = placed.rows.bands.center(i) - thick / 2.0 + one * (n as f64 + 0.5);
    let zero = begin(placed);
    let Some(reading) = bar.reading(member.region) else {
        if placed.each && named {
            let at = Point::new(zero + 6.0, y);
            muted(
                scene,
                cast,
                at,
                Anchor::Start,
                cast.sizes().small(),
                cast.no_figure(),
            );
        }
        return;
    };
    let end = placed.rows.x.map(reading.value);
    let id = cast.id(member);
    let tag = scene.tag_beside(id, &reading.period.to_string().into(), bar.place);
    scene.spots.push(Spot {
        area: Rect::new(
            cast.framed.body.x,
            y - step / count as f64 / 2.0,
            cast.framed.body.w,
            step / count as f64,
        ),
        anchor: Point::new(end, y),
        tag,
    });
    let pen = cast.pen(member).tagged(tag);
    let rect = Rect::new(zero.min(end), y - one / 2.0, (end - zero).abs(), one);
    let of = strength(placed.found, n);
    if placed.rows.x.is_log() {
        dot(scene, pen, look(&reading), Point::new(end, y), one, of);
    } else {
        block(scene, pen, look(&reading), rect, of);
    }
    if named && (placed.each || of.0 == 0) {
        value(scene, cast, placed, (i, n), &reading, (pen, y));
    }
}

/// A value on a logarithmic scale, in the shade of its bar; what is not a plain actual value is hollow.
fn dot(scene: &mut Scene, pen: Pen, look: Look, center: Point, room: f64, of: Shade) {
    let fill = match look {
        Look::Solid => shade(pen, of),
        Look::Hatched | Look::Hollow => pen.theme.ground,
    };
    pen.put(
        scene,
        Shape::Circle {
            center: Point::new(snap(center.x), snap(center.y)),
            radius: snap((room / 2.0 - 1.0).clamp(1.0, 5.0)),
            fill: Some(fill),
            stroke: Some(pen.stroke(1.0)),
        },
    );
}

/// The number at the end of a bar; where there is room for one a row, it stands beyond the longest and says whose it is.
fn value(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    (i, n): (usize, usize),
    reading: &Reading,
    (pen, y): (Pen, f64),
) {
    let member = placed.rows.members[i];
    let bars = placed.found.bars.iter();
    let mut number = number(cast, placed, reading);
    let mut end = reading.value;
    if !placed.each {
        let others = bars.filter_map(|b| Some(b.reading(member.region)?.value));
        end = others.fold(end, |a, b| {
            if reading.value < 0.0 {
                a.min(b)
            } else {
                a.max(b)
            }
        });
        if end != reading.value {
            number = tell::group_number(
                cast.data,
                cast.c,
                &placed.found.bars[n],
                &number,
                cast.lang(),
            );
        }
    }
    let end_at = placed.rows.x.map(end);
    let (x, anchor) = if reading.value < 0.0 {
        (end_at - 6.0, Anchor::End)
    } else {
        (end_at + 6.0, Anchor::Start)
    };
    let face = number_face(cast, placed, member);
    let y = match placed.texts[i] {
        Some(middle) if !placed.each => middle,
        _ => y,
    };
    let label = Label::new(Point::new(x, y), anchor, face, number);
    text(scene, cast, member, pen, label);
}
