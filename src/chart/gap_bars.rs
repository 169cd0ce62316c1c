//! A row a city with the distance itself as a bar: home minus the city, or the city minus the benchmark.
//!
//! Bars begin at zero, which stands for home or the benchmark; to the right is more, whether that is better or not.

use super::rows::{Rows, face, muted, text, widest_name};
use super::{Cast, look};
use crate::base::{Point, Rect, within};
use crate::compare::{Member, Role as Part};
use crate::draw::Plot;
use crate::mark::{Label, Pen, bar, rule};
use crate::scale::{Bands, Fit, Scale};
use crate::scene::{Anchor, Role, Scene};
use crate::tell::{self, Display};
use crate::text::width;
use crate::view::Origin;

/// Which part of its band a bar takes.
const FILL: f64 = 0.68;

struct Placed<'a> {
    rows: Rows<'a>,
    display: Display,
    names: f64,
    /// What the bars begin at: home's value or the benchmark's; none where there is neither.
    from: Option<f64>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let placed = place(cast);
    scene.layout.plot = placed.rows.plot;
    scene.layout.panel = cast.panel(placed.rows.plot);
    let apart = |m: &&Member| gap(cast, placed.from, m).is_some_and(|g| g != 0.0);
    // without any distance there is no scale to draw
    if placed.rows.members.iter().any(apart) {
        bars(scene, cast, &placed);
    }
    head(scene, cast, &placed);
    for i in 0..placed.rows.members.len() {
        row(scene, cast, &placed, i);
    }
}

fn bars(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let plot = placed.rows.plot(scene);
    let ticks = placed.rows.axis(cast, &placed.display, &plot);
    for (i, thick) in placed.rows.bars(cast) {
        let member = placed.rows.members[i];
        if let (Some(reading), Some(gap)) = (member.reading, gap(cast, placed.from, member)) {
            let y = placed.rows.bands.center(i);
            bar(
                &plot,
                cast.pen(member),
                look(&reading),
                (0.0, gap),
                y,
                thick,
            );
        }
    }
    origin_rule(cast, placed, &plot);
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
    scene.layout.bar_fill = Some(FILL);
}

/// The distance of a row; home has none from itself.
fn gap(cast: &Cast<'_>, from: Option<f64>, member: &Member) -> Option<f64> {
    let value = member.reading?.value;
    match cast.options.settings.origin {
        Origin::Home => Some(from? - value).filter(|_| member.role != Part::Home),
        Origin::Benchmark => Some(value - from?),
    }
}

fn place<'a>(cast: &Cast<'a>) -> Placed<'a> {
    let sizes = cast.sizes();
    let rows = cast.c.in_order(cast.data);
    let display = cast.display();
    let from = match cast.options.settings.origin {
        Origin::Home => cast.c.home().reading.map(|r| r.value),
        Origin::Benchmark => cast.c.benchmark.map(|b| b.value),
    };
    let names = widest_name(cast, &rows) + 12.0;
    let body = cast.framed.body;
    let head = sizes.small * 1.7;
    let plot = Rect::new(
        body.x + names,
        body.y + head,
        body.w - names,
        body.h - head - sizes.small * 1.6,
    );
    let x = scale(cast, &rows, &display, from, plot);
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
        from,
    }
}

/// Zero and all distances inside, with room for the numbers at the ends of the bars.
fn scale(
    cast: &Cast<'_>,
    rows: &[&Member],
    display: &Display,
    from: Option<f64>,
    plot: Rect,
) -> Scale {
    let gaps = || rows.iter().filter_map(|m| Some((*m, gap(cast, from, m)?)));
    let also = || cast.also().iter().copied();
    let low = gaps().map(|(_, g)| g).chain(also()).fold(0.0, f64::min);
    let high = gaps().map(|(_, g)| g).chain(also()).fold(0.0, f64::max);
    let count = if plot.w < 400.0 { 4 } else { 6 };
    let wish = cast.wish(count, display);
    let nice = Scale::nice((low, high), (plot.x, plot.right()), wish, Fit::FromZero);
    let widest = |below: bool| {
        gaps()
            .filter(|(_, g)| (*g < 0.0) == below)
            .map(|(m, g)| width(&tell::signed(display, g), face(cast, m)) + 8.0)
            .fold(0.0, f64::max)
    };
    nice.over((plot.x + widest(true), plot.right() - widest(false)))
}

/// What zero is: home in its colour, or the benchmark dashed.
fn origin_rule(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>) {
    let role = match cast.options.settings.origin {
        Origin::Home => Role::Home,
        Origin::Benchmark => Role::Benchmark,
    };
    let pen = Pen::new(cast.options.theme, role);
    let (top, bottom) = (placed.rows.plot.y - 4.0, placed.rows.plot.bottom());
    rule(plot, pen, (0.0, top), (0.0, bottom), pen.stroke(2.0));
}

/// Says over the rule what it is, and so what the bars are.
fn head(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let Some(from) = placed.from else {
        return;
    };
    let (face, theme) = (cast.sizes().small(), cast.options.theme);
    let value = placed.display.number(from);
    let (role, text) = match (cast.options.settings.origin, cast.c.benchmark) {
        (Origin::Benchmark, Some(b)) => {
            let name = tell::benchmark_name(cast.c, &b, cast.lang());
            let words = cast.lang().pick(
                format!("各市减{name}({value})"),
                format!("each city minus the {name} ({value})"),
            );
            (Role::Benchmark, words)
        }
        _ => {
            let home = cast.name(cast.c.home());
            let words = cast.lang().pick(
                format!("{home}({value})减各市"),
                format!("{home} ({value}) minus each city"),
            );
            (Role::Home, words)
        }
    };
    let half = width(&text, face) / 2.0;
    let body = cast.framed.body;
    let x = within(placed.rows.x.map(0.0), body.x + half, body.right() - half);
    let at = Point::new(x, placed.rows.plot.y - face.size * 0.95);
    Label::new(at, Anchor::Middle, face, tell::capital(&text)).put(scene, Pen::new(theme, role));
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    let member = placed.rows.members[i];
    let Some(pen) = placed
        .rows
        .begin_at(scene, cast, i, gap(cast, placed.from, member))
    else {
        return;
    };
    let y = placed.rows.bands.center(i);
    let at = Point::new(cast.framed.body.x + placed.names - 12.0, y);
    let name = Label::new(at, Anchor::End, face(cast, member), cast.name(member));
    text(scene, cast, member, pen, name);
    match (member.reading, gap(cast, placed.from, member)) {
        (Some(_), Some(gap)) => number(scene, cast, placed, member, pen, (y, gap)),
        (Some(_), None) => {}
        (None, _) => {
            let at = Point::new(cast.framed.body.right(), y);
            let face = cast.sizes().small();
            muted(scene, cast, at, Anchor::End, face, cast.no_figure());
        }
    }
}

/// The distance at the end of its bar; at zero it stands to the right.
fn number(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    member: &Member,
    pen: Pen,
    (y, gap): (f64, f64),
) {
    let end = placed.rows.x.map(gap);
    let (x, anchor) = if gap < 0.0 {
        (end - 6.0, Anchor::End)
    } else {
        (end + 6.0, Anchor::Start)
    };
    let label = tell::signed(&placed.display, gap);
    let label = Label::new(Point::new(x, y), anchor, face(cast, member), label);
    text(scene, cast, member, pen, label);
}
