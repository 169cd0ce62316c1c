//! A row a city, sorted by its distance to home: a rule through home's value, a bar from it to the city's, the gap written at the end.
//!
//! Its axis need not begin at zero: what is read is the distance.

use super::rows::{Rows, face, muted, text, widest_name};
use super::{Cast, look};
use crate::base::{Point, Rect, within};
use crate::compare::{Member, Role as Part};
use crate::draw::Plot;
use crate::mark::{Label, Pen, dot, rule};
use crate::scale::{Bands, Fit, Scale};
use crate::scene::{Anchor, Role, Scene};
use crate::tell::{self, Display};
use crate::text::{Face, width};

struct Placed<'a> {
    rows: Rows<'a>,
    display: Display,
    home: Option<f64>,
    names: f64,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let placed = place(cast);
    let plot = placed.rows.plot(scene);
    let ticks = placed.rows.axis(cast, &placed.display, &plot);
    home_rule(cast, &placed, &plot);
    let rows = || placed.rows.members.iter().enumerate();
    let marked = |(_, m): &(usize, &&Member)| cast.is_marked(m);
    // home and peers on top, where rows overlap
    for (i, member) in rows().filter(|r| !marked(r)).chain(rows().filter(marked)) {
        dumbbell(cast, &placed, &plot, i, member);
    }
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
    heads(scene, cast, &placed);
    for i in 0..placed.rows.members.len() {
        row(scene, cast, &placed, i);
    }
}

/// Which part of the picture's width the head of the gaps may take with home's name in it.
const HEAD: f64 = 0.45;

fn place<'a>(cast: &Cast<'a>) -> Placed<'a> {
    let sizes = cast.sizes();
    let rows = cast.c.in_order(cast.data);
    let display = cast.display();
    let body = cast.framed.body;
    let widest =
        |texts: Vec<String>, face: Face| texts.iter().map(|t| width(t, face)).fold(0.0, f64::max);
    let names = widest_name(cast, &rows) + 12.0;
    let mut gaps: Vec<String> = rows.iter().map(|m| gap(cast, &display, m)).collect();
    gaps.push(gap_head(cast));
    if rows.iter().any(|m| m.reading.is_none()) {
        gaps.push(cast.no_figure().to_owned());
    }
    let gaps = widest(gaps, sizes.label(false)) + 12.0;
    let head = sizes.small * 1.7;
    let plot = Rect::new(
        body.x + names,
        body.y + head,
        body.w - names - gaps,
        body.h - head - sizes.small * 1.6,
    );
    let own = || rows.iter().filter_map(|m| m.reading.map(|r| r.value));
    let values = || own().chain(cast.also().iter().copied());
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let inner = (plot.x + sizes.dot + 2.0, plot.right() - sizes.dot - 2.0);
    let count = if plot.w < 260.0 { 4 } else { 5 };
    let x = Scale::nice((low, high), inner, cast.wish(count, &display), Fit::Around);
    let bands = Bands::over(rows.len(), (plot.y, plot.bottom()), 0.6);
    let home = cast.c.home().reading.map(|r| r.value);
    Placed {
        rows: Rows {
            members: rows,
            plot,
            x,
            bands,
        },
        display,
        home,
        names,
    }
}

/// `−1.21 (−24.2%)`
fn gap(cast: &Cast<'_>, display: &Display, member: &Member) -> String {
    let Some(gap) = member.gap else {
        return String::new();
    };
    let absolute = tell::signed(display, gap.absolute);
    let style = cast
        .data
        .unit(cast.data.indicator(cast.c.question.indicator).unit)
        .style;
    // a percentage of a percentage would be read as points
    if matches!(
        style,
        crate::data::Style::Percent | crate::data::Style::Permille
    ) {
        return absolute;
    }
    match gap.relative {
        Some(r) => format!("{absolute} ({})", tell::relative(r, cast.lang())),
        None => absolute,
    }
}

fn gap_head(cast: &Cast<'_>) -> String {
    let home = cast.name(cast.c.home());
    let named = cast
        .lang()
        .pick(format!("{home}减该市"), format!("{home} minus city"));
    if width(&named, cast.sizes().label(false)) <= HEAD * cast.framed.body.w {
        return named;
    }
    let short = cast.lang().pick("本市减该市", "home minus city");
    short.to_owned()
}

fn home_rule(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>) {
    let Some(home) = placed.home else {
        return;
    };
    let pen = Pen::new(cast.options.theme, Role::Home);
    let (top, bottom) = (placed.rows.plot.y - 4.0, placed.rows.plot.bottom());
    rule(plot, pen, (home, top), (home, bottom), pen.stroke(2.0));
}

fn dumbbell(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>, i: usize, member: &Member) {
    let Some(reading) = member.reading else {
        return;
    };
    let y = placed.rows.bands.center(i);
    let pen = cast.pen(member);
    let sizes = cast.sizes();
    // rows thinner than this would make a wall of their bars: there only home, peers and who is looked at have one
    let whole = placed.rows.bands.thickness() >= sizes.line * 1.5 || cast.is_marked(member);
    if let Some(home) = placed.home
        && member.role != Part::Home
        && whole
    {
        let stroke = pen.stroke(sizes.line);
        rule(plot, pen, (home, y), (reading.value, y), stroke);
    }
    let radius = if whole { sizes.dot } else { sizes.dot * 0.4 };
    dot(plot, pen, look(&reading), (reading.value, y), radius);
}

/// Home's name and value over its rule, and the head of the column of gaps.
fn heads(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let sizes = cast.sizes();
    let theme = cast.options.theme;
    let y = placed.rows.plot.y - sizes.small * 0.95;
    let body = cast.framed.body;
    let column = gap_head(cast);
    let column_left = body.right() - width(&column, sizes.small());
    if let Some(home) = placed.home {
        let face = Face::bold(sizes.small);
        let member = cast.c.home();
        let text = format!("{} {}", cast.name(member), placed.display.number(home));
        let half = width(&text, face) / 2.0;
        let most = (column_left - 8.0 - half).max(body.x + half);
        let x = within(placed.rows.x.map(home), body.x + half, most);
        Label::new(Point::new(x, y), Anchor::Middle, face, text)
            .put(scene, Pen::new(theme, Role::Home));
        let at = Point::new(body.right(), y);
        muted(scene, cast, at, Anchor::End, sizes.small(), &column);
    }
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    let member = placed.rows.members[i];
    let Some(pen) = placed.rows.begin(scene, cast, i) else {
        return;
    };
    let body = cast.framed.body;
    let y = placed.rows.bands.center(i);
    let at = Point::new(body.x + placed.names - 12.0, y);
    let name = Label::new(at, Anchor::End, face(cast, member), cast.name(member));
    text(scene, cast, member, pen, name);
    if member.reading.is_none() {
        if let Some(text) = placed.rows.lack(cast, i) {
            let (at, face) = (Point::new(body.right(), y), cast.sizes().small());
            muted(scene, cast, at, Anchor::End, face, &text);
        }
        return;
    }
    let gap = gap(cast, &placed.display, member);
    if !gap.is_empty() {
        let at = Point::new(body.right(), y);
        let label = Label::new(at, Anchor::End, cast.sizes().label(false), gap);
        text(scene, cast, member, pen, label);
    }
}
