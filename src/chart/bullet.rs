//! A row a target: a dashed frame up to what is to be, inside it a solid bar of what was, and a word on how far it has come.
//!
//! Both begin at zero. Targets have scopes of their own, so nothing is ranked here.

use super::rows::{Rows, face, muted, text};
use super::{Cast, look, plain};
use crate::base::{Point, Rect};
use crate::compare::{Aim, Reading, aims, any_target};
use crate::mark::{Label, Look, Pen, bar, rule};
use crate::scale::{Bands, Fit, Scale, Wish};
use crate::scene::{Anchor, Scene};
use crate::tell::{self, Display};
use crate::text::{Face, width};

/// Which part of its band a frame takes, and which part of that its bar.
const FILL: f64 = 0.64;
const INNER: f64 = 0.5;

struct Placed<'a> {
    rows: Rows<'a>,
    aims: &'a [Aim],
    display: Option<Display>,
    names: f64,
    /// Where the texts of each row stand, as far as they have room.
    texts: Vec<Option<f64>>,
    /// Whether a row has room for two lines.
    two: bool,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let mut aims = aims(cast.data, cast.c);
    if !any_target(&aims) {
        plain::say(scene, cast, &tell::unaimed(cast.data, cast.c, cast.lang()));
        return;
    }
    if !cast.c.beside.is_empty() {
        aims.retain(|a| a.target.is_some_and(|t| t.value != 0.0));
    }
    let placed = place(cast, &aims);
    frames(scene, cast, &placed);
    for i in 0..aims.len() {
        row(scene, cast, &placed, i);
    }
    // peers of a home's several targets stand in no row
    if !cast.c.beside.is_empty() {
        for member in &cast.c.members {
            cast.labelled(scene, member);
        }
    }
    scene.layout.bar_fill = Some(FILL);
}

fn frames(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let plot = placed.rows.plot(scene);
    let (display, decimals) = (placed.display.as_ref(), placed.rows.x.decimals());
    let tick = |v: f64| match display {
        Some(d) => d.tick(v, decimals),
        None => tell::grouped(v, decimals, cast.lang()),
    };
    let ticks = crate::mark::axis_x(&plot, cast.options.theme, tick, cast.sizes().small());
    for (i, aim) in placed.aims.iter().enumerate() {
        let (y, thick) = (placed.rows.bands.center(i), placed.rows.bands.thickness());
        let pen = cast.pen(&aim.member);
        if let Some(actual) = aim.actual {
            let to = shown(placed, aim, actual.value);
            bar(&plot, pen, look(&actual), (0.0, to), y, thick * INNER);
        }
        if let Some(target) = aim.target {
            let to = shown(placed, aim, target.value);
            bar(&plot, pen, Look::Hollow, (0.0, to), y, thick);
            let half = thick / 2.0;
            rule(&plot, pen, (to, y - half), (to, y + half), pen.stroke(2.5));
        }
    }
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
}

/// A value on the common scale: in the indicator's unit, or in hundredths of the target.
fn shown(placed: &Placed<'_>, aim: &Aim, value: f64) -> f64 {
    match (&placed.display, aim.target) {
        (None, Some(target)) => value / target.value * 100.0,
        _ => value,
    }
}

fn place<'a>(cast: &Cast<'a>, aims: &'a [Aim]) -> Placed<'a> {
    let sizes = cast.sizes();
    let display = tell::aim_display(cast.data, cast.c, aims, cast.lang());
    let body = cast.framed.body;
    let high = body.h - sizes.small * 1.6 - 4.0;
    let step = high / aims.len().max(1) as f64;
    let two = step >= sizes.label * 1.2 + sizes.small * 1.2 + 2.0;
    let names = names(cast, aims, display.as_ref(), two);
    let plot = Rect::new(body.x + names, body.y + 4.0, body.w - names, high);
    let mut placed = Placed {
        rows: Rows {
            members: aims.iter().map(|a| &a.member).collect(),
            plot,
            x: Scale::linear((0.0, 1.0), (plot.x, plot.right())),
            bands: Bands::over(aims.len(), (plot.y, plot.bottom()), FILL),
        },
        aims,
        display,
        names,
        texts: Vec::new(),
        two,
    };
    placed.texts = placed.rows.places(cast);
    placed.rows.x = scale(cast, &placed);
    placed
}

/// Room for names and the words under them.
fn names(cast: &Cast<'_>, aims: &[Aim], display: Option<&Display>, two: bool) -> f64 {
    let bold = cast.sizes().label(true);
    let widest = |aim: &Aim| {
        let name = width(&name(cast, aim), bold);
        let word = tell::aim_progress(cast.data, aim, display, cast.lang());
        if two {
            name.max(width(&word, cast.sizes().small()))
        } else {
            name
        }
    };
    aims.iter().map(widest).fold(0.0, f64::max) + 12.0
}

fn name(cast: &Cast<'_>, aim: &Aim) -> String {
    if cast.c.beside.is_empty() {
        return cast.name(&aim.member).to_owned();
    }
    let indicator = cast.data.indicator(aim.indicator);
    tell::capital(indicator.short().get(cast.lang()))
}

/// Zero and all values inside, with room for the numbers after the bars.
fn scale(cast: &Cast<'_>, placed: &Placed<'_>) -> Scale {
    let all = || {
        let both = |a: &Aim| [a.target, a.actual].map(|r| r.map(|r| shown(placed, a, r.value)));
        let also = cast.also().iter().copied();
        placed.aims.iter().flat_map(both).flatten().chain(also)
    };
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let plot = placed.rows.plot;
    let count = if plot.w < 400.0 { 4 } else { 6 };
    let wish = match &placed.display {
        Some(display) => cast.wish(count, display),
        None => Wish {
            count,
            divisor: 1.0,
            finest: 1.0,
        },
    };
    let nice = Scale::nice((low, high), (plot.x, plot.right()), wish, Fit::FromZero);
    // the text of a row needs its room only beyond its own bar
    let mut right = plot.right();
    let reach = |aim: &Aim| end(placed, aim).max(0.0) / high.max(f64::MIN_POSITIVE);
    let left = plot.x;
    for aim in placed.aims {
        let w = lines(cast, placed, aim)
            .iter()
            .map(|(text, face)| width(text, *face) + 10.0)
            .fold(0.0, f64::max);
        let part = reach(aim).max(0.05);
        right = right.min(left + (plot.right() - w - left) / part);
    }
    nice.over((left, right.max(left + plot.w * 0.1)))
}

/// Where a row's frame or bar ends.
fn end(placed: &Placed<'_>, aim: &Aim) -> f64 {
    let value = |r: Option<Reading>| r.map_or(0.0, |r| shown(placed, aim, r.value));
    value(aim.target).max(value(aim.actual))
}

/// The texts of a row: what was, and under it what is to be.
fn lines(cast: &Cast<'_>, placed: &Placed<'_>, aim: &Aim) -> Vec<(String, Face)> {
    let display = placed.display.as_ref();
    let (actual, target) = tell::aim_numbers(cast.data, aim, display, cast.lang());
    let (large, small) = (face(cast, &aim.member), cast.sizes().small());
    if placed.two {
        let actual = actual.map(|a| (a, large));
        let target = target.map(|t| (t, small));
        return actual.into_iter().chain(target).collect();
    }
    let both: Vec<String> = actual.into_iter().chain(target).collect();
    let text = both.join(cast.lang().pick("、", ", "));
    Vec::from_iter(Some((text, large)).filter(|(t, _)| !t.is_empty()))
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    let aim = &placed.aims[i];
    let named = begin(scene, cast, placed, i);
    let (Some(pen), Some(y)) = (named, placed.texts[i]) else {
        scene.layout.dropped += usize::from(named.is_some());
        return;
    };
    let sizes = cast.sizes();
    let display = placed.display.as_ref();
    let at = |dy: f64| Point::new(cast.framed.body.x + placed.names - 12.0, y + dy);
    let word = tell::aim_progress(cast.data, aim, display, cast.lang());
    let below = placed.two && !word.is_empty();
    let up = if below { sizes.small * 0.62 } else { 0.0 };
    let name = Label::new(
        at(-up),
        Anchor::End,
        face(cast, &aim.member),
        name(cast, aim),
    );
    text(scene, cast, &aim.member, pen, name);
    if below {
        let at = at(sizes.label * 0.72);
        muted(scene, cast, at, Anchor::End, sizes.small(), &word);
    }
    values(scene, cast, placed, aim, pen, y);
}

fn values(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, aim: &Aim, pen: Pen, y: f64) {
    let x = placed.rows.x.map(end(placed, aim).max(0.0)) + 8.0;
    let sizes = cast.sizes();
    let texts = lines(cast, placed, aim);
    if texts.is_empty() {
        let at = Point::new(x, y);
        muted(
            scene,
            cast,
            at,
            Anchor::Start,
            sizes.small(),
            cast.lang().pick("无数据", "no figure"),
        );
        return;
    }
    let places = if texts.len() == 2 {
        vec![-sizes.small * 0.62, sizes.label * 0.72]
    } else {
        vec![0.0]
    };
    for ((line, face), dy) in texts.into_iter().zip(places) {
        let label = Label::new(Point::new(x, y + dy), Anchor::Start, face, line);
        text(scene, cast, &aim.member, pen, label);
    }
}

/// Makes a row answer to the pointer, about its target's period; gives its pen when it has room for a name.
fn begin(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) -> Option<Pen> {
    let aim = &placed.aims[i];
    let before = scene.spots.len();
    let pen = placed.rows.begin_at(scene, cast, i, Some(end(placed, aim)));
    let when = aim.target.or(aim.actual).map(|r| r.period);
    let indicator = asked(cast, aim);
    if let Some(tag) = scene.spots.get(before).map(|s| s.tag as usize)
        && let Some(tag) = scene.tags.get_mut(tag)
    {
        tag.period = when.map(|p| p.to_string()).unwrap_or_default().into();
        tag.indicator = indicator;
    }
    pen
}

/// Which indicator an aim is about: 0 is the one compared, then those beside it.
fn asked(cast: &Cast<'_>, aim: &Aim) -> u16 {
    let place = cast
        .c
        .question
        .beside
        .iter()
        .position(|i| *i == aim.indicator);
    place.and_then(|i| u16::try_from(i + 1).ok()).unwrap_or(0)
}
