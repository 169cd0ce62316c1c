//! The names of a radar's axes, at their ends.
//!
//! A reader should not have to look up a number, so the dial is drawn smaller where that makes room for names; what the
//! dial shows is `radar`'s own.

use super::Cast;
use crate::base::math::sin_cos;
use crate::base::{Point, Rect};
use crate::compare::Comparison;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene};
use crate::tell;
use crate::text::{Piece, width, wrap};

/// In how many lines a name stands at most: Chinese breaks within words, and three lines of two characters are no name.
const LINES: [usize; 2] = [2, 3];
/// Which part of its largest radius the dial keeps at least.
const LEAST: f64 = 0.6;
/// How many radii are tried.
const STEPS: u8 = 20;
/// Axes nearer to upright than this have their names above or below.
const UPRIGHT: f64 = 0.3;

/// The largest radius at which all names have room within the dial's area, with the names in lines.
pub(super) fn names(
    cast: &Cast<'_>,
    axes: &[(usize, &Comparison)],
    dial: Rect,
    most: f64,
) -> Option<(f64, Vec<Vec<String>>)> {
    if cast.is_panel() {
        return None;
    }
    let center = Point::new(dial.x + dial.w / 2.0, dial.y + dial.h / 2.0);
    let texts: Vec<String> = axes.iter().map(|(_, c)| name(cast, c)).collect();
    (0..=STEPS).find_map(|step| {
        let radius = most * (1.0 - (1.0 - LEAST) * f64::from(step) / f64::from(STEPS));
        let lines = fit(cast, &texts, dial, (center, radius))?;
        Some((radius, lines))
    })
}

fn name(cast: &Cast<'_>, c: &Comparison) -> String {
    let indicator = cast.data.indicator(c.question.indicator);
    tell::capital(indicator.short().get(cast.lang()))
}

/// The names in lines, where each fits into the area and meets no other.
fn fit(
    cast: &Cast<'_>,
    texts: &[String],
    dial: Rect,
    (center, radius): (Point, f64),
) -> Option<Vec<Vec<String>>> {
    let face = cast.sizes().small();
    let most = cast.lang().pick(LINES[0], LINES[1]);
    let (mut all, mut boxes) = (Vec::new(), Vec::<Rect>::new());
    for (i, text) in texts.iter().enumerate() {
        let (at, anchor) = end(cast, (i, texts.len()), center, radius);
        let room = match anchor {
            Anchor::Start => dial.right() - at.x,
            Anchor::End => at.x - dial.x,
            Anchor::Middle => 2.0 * (at.x - dial.x).min(dial.right() - at.x),
        };
        let lines = wrap(&[Piece::flow(text.clone())], face, room);
        let wide = lines.iter().map(|l| width(l, face)).fold(0.0, f64::max);
        let area = area(
            (at, anchor),
            center,
            wide,
            lines.len() as f64 * face.line_height(),
        );
        let outside = area.y < dial.y || area.bottom() > dial.bottom();
        if lines.len() > most || wide > room || outside || boxes.iter().any(|b| b.overlaps(&area)) {
            return None;
        }
        boxes.push(area);
        all.push(lines);
    }
    Some(all)
}

/// Where the name of an axis begins, ends or has its middle: a little outside the last ring.
fn end(cast: &Cast<'_>, (i, n): (usize, usize), center: Point, radius: f64) -> (Point, Anchor) {
    let (sin, cos) = sin_cos(std::f64::consts::TAU * i as f64 / n as f64);
    let r = radius + cast.sizes().dot + 4.0;
    let anchor = match sin {
        s if s > UPRIGHT => Anchor::Start,
        s if s < -UPRIGHT => Anchor::End,
        _ => Anchor::Middle,
    };
    (Point::new(center.x + sin * r, center.y - cos * r), anchor)
}

/// The area of a name: beside its point, or above or below it.
fn area((at, anchor): (Point, Anchor), center: Point, wide: f64, high: f64) -> Rect {
    let y = match anchor {
        Anchor::Middle if at.y < center.y => at.y - high,
        Anchor::Middle => at.y,
        _ => at.y - high / 2.0,
    };
    let x = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wide / 2.0,
        Anchor::End => at.x - wide,
    };
    Rect::new(x, y, wide, high)
}

/// Writes the names around the dial.
pub(super) fn put(
    scene: &mut Scene,
    cast: &Cast<'_>,
    center: Point,
    radius: f64,
    names: &[Vec<String>],
) {
    let (theme, face) = (cast.options.theme, cast.sizes().small());
    for (i, lines) in names.iter().enumerate() {
        let (at, anchor) = end(cast, (i, names.len()), center, radius);
        let high = lines.len() as f64 * face.line_height();
        let top = area((at, anchor), center, 0.0, high).y;
        for (n, line) in lines.iter().enumerate() {
            let y = top + (n as f64 + 0.5) * face.line_height();
            Label::new(Point::new(at.x, y), anchor, face, line.as_str())
                .color(theme.text)
                .put(scene, Pen::new(theme, Role::Text));
        }
    }
}
