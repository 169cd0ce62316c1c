//! All cities sorted, home and peers marked, the benchmark as a rule.
//!
//! Bars begin at zero. Values of other scopes are not here: they are never ranked.

use super::rows::{Rows, face, muted, text, value_text, widest_name};
use super::{Cast, look};
use crate::base::{Point, Rect, within};
use crate::compare::{Member, Reading};
use crate::draw::Plot;
use crate::mark::{Label, Pen, bar, rule};
use crate::scale::{Bands, Fit, Scale};
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::tell::{self, Display};
use crate::text::width;

/// Which part of its band a bar takes.
const FILL: f64 = 0.68;

/// Where everything stands.
struct Placed<'a> {
    rows: Rows<'a>,
    display: Display,
    names: f64,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let placed = place(cast);
    let plot = placed.rows.plot(scene);
    let ticks = placed.rows.axis(cast, &placed.display, &plot);
    for (i, thick) in placed.rows.bars(cast) {
        let member = placed.rows.members[i];
        if let Some(reading) = member.reading {
            let pen = cast.pen(member);
            let y = placed.rows.bands.center(i);
            let look = look(&reading);
            bar(&plot, pen, look, (0.0, reading.value), y, thick);
        }
    }
    benchmark_rule(cast, &placed, &plot);
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
    benchmark_label(scene, cast, &placed);
    for i in 0..placed.rows.members.len() {
        row(scene, cast, &placed, i);
    }
    scene.layout.bar_fill = Some(FILL);
}

fn place<'a>(cast: &Cast<'a>) -> Placed<'a> {
    let sizes = cast.sizes();
    let rows = cast.c.in_order(cast.data);
    let display = cast.display();
    let names = name_column(cast, &rows);
    let body = cast.framed.body;
    let head = if cast.c.benchmark.is_some() {
        sizes.small * 1.9
    } else {
        0.0
    };
    let left = body.x + names;
    let plot = Rect::new(
        left,
        body.y + head,
        body.right() - left,
        body.h - head - sizes.small * 1.6,
    );
    let x = scale(cast, &rows, &display, plot);
    let bands = Bands::over(rows.len(), (plot.y, plot.bottom()), FILL);
    Placed {
        rows: Rows {
            members: rows,
            plot,
            x,
            bands,
        },
        display,
        names,
    }
}

/// Room for the place, the name and a gap before the bars.
fn name_column(cast: &Cast<'_>, rows: &[&Member]) -> f64 {
    rank_column(cast) + widest_name(cast, rows) + 8.0
}

/// The width of the column of places.
fn rank_column(cast: &Cast<'_>) -> f64 {
    let digits = if cast.c.ranked >= 100 { "000" } else { "00" };
    width(digits, cast.sizes().label(false)) + 8.0
}

/// Zero and all values inside, with room for the numbers at the ends of the bars.
fn scale(cast: &Cast<'_>, rows: &[&Member], display: &Display, plot: Rect) -> Scale {
    let values = || rows.iter().filter_map(|m| m.reading.map(|r| r.value));
    let benchmark = cast.c.benchmark.map(|b| b.value);
    let also = || cast.also().iter().copied();
    let low = values().chain(benchmark).chain(also()).fold(0.0, f64::min);
    let high = values().chain(benchmark).chain(also()).fold(0.0, f64::max);
    let count = if plot.w < 400.0 { 4 } else { 6 };
    let nice = Scale::nice(
        (low, high),
        (plot.x, plot.right()),
        cast.wish(count, display),
        Fit::FromZero,
    );
    let readings = || rows.iter().filter_map(|m| Some((*m, m.reading?)));
    let widest = |below: bool| {
        readings()
            .filter(|(_, r)| (r.value < 0.0) == below)
            .map(|(m, r)| width(&value_text(cast, display, &r), face(cast, m)) + 8.0)
            .fold(0.0, f64::max)
    };
    let left = if low < 0.0 { widest(true) } else { 0.0 };
    nice.over((plot.x + left, plot.right() - widest(false)))
}

fn benchmark_rule(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>) {
    let Some(benchmark) = cast.c.benchmark else {
        return;
    };
    let pen = Pen::new(cast.options.theme, Role::Benchmark);
    let stroke = Stroke {
        dash: Some((5.0, 4.0)),
        ..pen.stroke(1.5)
    };
    let (top, bottom) = (placed.rows.plot.y - 4.0, placed.rows.plot.bottom());
    rule(
        plot,
        pen,
        (benchmark.value, top),
        (benchmark.value, bottom),
        stroke,
    );
}

fn benchmark_label(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let Some(benchmark) = cast.c.benchmark else {
        return;
    };
    let face = cast.sizes().small();
    let name = tell::capital(&tell::benchmark_name(cast.c, &benchmark, cast.lang()));
    let colon = cast.lang().pick(" ", ": ");
    let text = format!("{name}{colon}{}", placed.display.number(benchmark.value));
    let half = width(&text, face) / 2.0;
    let body = cast.framed.body;
    let x = placed.rows.x.map(benchmark.value);
    let x = within(x, body.x + half, body.right() - half);
    let at = Point::new(x, placed.rows.plot.y - 5.0 - face.size * 0.75);
    Label::new(at, Anchor::Middle, face, text)
        .color(cast.options.theme.benchmark)
        .put(scene, Pen::new(cast.options.theme, Role::Benchmark));
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    if let Some(pen) = placed.rows.begin(scene, cast, i) {
        let (member, y) = (placed.rows.members[i], placed.rows.bands.center(i));
        names(scene, cast, placed, member, pen, y);
        match member.reading {
            Some(reading) => value(scene, cast, placed, (member, &reading), pen, y),
            None => lack(scene, cast, placed, i),
        }
    }
}

fn lack(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    if let Some(text) = placed.rows.lack(cast, i) {
        let x = placed.rows.x.map(0.0).max(placed.rows.plot.x) + 6.0;
        let at = Point::new(x, placed.rows.bands.center(i));
        muted(scene, cast, at, Anchor::Start, cast.sizes().small(), &text);
    }
}

fn names(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    member: &Member,
    pen: Pen,
    y: f64,
) {
    let body = cast.framed.body;
    if let Some(rank) = member.rank {
        let x = body.x + rank_column(cast) - 8.0;
        let face = cast.sizes().label(false);
        let place = rank.place.to_string();
        muted(scene, cast, Point::new(x, y), Anchor::End, face, &place);
    }
    let name = Label::new(
        Point::new(body.x + placed.names - 8.0, y),
        Anchor::End,
        face(cast, member),
        cast.name(member),
    );
    text(scene, cast, member, pen, name);
}

fn value(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    (member, reading): (&Member, &Reading),
    pen: Pen,
    y: f64,
) {
    let end = placed.rows.x.map(reading.value);
    let (x, anchor) = if reading.value < 0.0 {
        (end - 6.0, Anchor::End)
    } else {
        (end + 6.0, Anchor::Start)
    };
    let number = value_text(cast, &placed.display, reading);
    clear_rule(
        scene,
        cast,
        placed,
        x,
        y,
        width(&number, face(cast, member)),
    );
    let label = Label::new(Point::new(x, y), anchor, face(cast, member), number);
    text(scene, cast, member, pen, label);
}

/// Interrupts the benchmark's rule where it would run through a number.
fn clear_rule(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, x: f64, y: f64, w: f64) {
    let Some(benchmark) = cast.c.benchmark else {
        return;
    };
    let rule = placed.rows.x.map(benchmark.value);
    if rule < x - 5.0 || rule > x + w + 5.0 {
        return;
    }
    let h = cast.sizes().label * 1.3;
    let theme = cast.options.theme;
    Pen::new(theme, Role::Ground).put(
        scene,
        Shape::Rect {
            rect: Rect::new(x - 3.0, y - h / 2.0, w + 8.0, h),
            radius: 0.0,
            fill: Some(theme.ground),
            stroke: None,
        },
    );
}
