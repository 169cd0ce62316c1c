//! A row a city, cut into the parts of a whole: as shares of 100 %, or as amounts where the total is known.
//!
//! Amounts are computed from share and total, and said to be.

use super::legend::{self, Entry, block, ink_on, lay, rules, shade};
use super::rows::{Rows, face, muted, text, widest_name};
use super::{Cast, look, plain};
use crate::base::{Color, Point, Rect, snap};
use crate::compare::{Comparison, Reading, Structure, structure};
use crate::data::{IndicatorId, Region};
use crate::mark::{Label, Pen};
use crate::scale::{Bands, Fit, Scale, Wish};
use crate::scene::{Anchor, Scene, Shape, Spot};
use crate::tell::{self, Display};
use crate::text::width;
use crate::view::Form;

/// Which part of its band a bar takes.
const FILL: f64 = 0.72;

struct Placed<'a> {
    rows: Rows<'a>,
    found: &'a Structure,
    /// How amounts are shown; none where the shares themselves are drawn.
    amounts: Option<Display>,
    names: f64,
    /// Where the texts of each row stand, as far as they have room.
    texts: Vec<Option<f64>>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let Some(found) = structure(cast.data, cast.c) else {
        plain::say(
            scene,
            cast,
            &tell::unstructured(cast.data, cast.c, cast.lang()),
        );
        return;
    };
    let amounts = amounts(cast, &found);
    let key = lay(cast, entries(cast, &found, amounts.as_ref())).ruled();
    let placed = place(cast, &found, amounts, key.height);
    axis(scene, cast, &placed);
    for i in 0..placed.rows.members.len() {
        row(scene, cast, &placed, i);
    }
    legend::put(scene, cast, key);
    scene.layout.bar_fill = Some(FILL);
}

/// Amounts are drawn where they are asked for and home's total is known.
fn amounts(cast: &Cast<'_>, found: &Structure) -> Option<Display> {
    let total = found.whole.total?;
    let home = found.of(cast.c.question.home)?;
    let asked = cast.options.settings.form == Form::Absolute && home.total.is_some();
    asked.then(|| tell::structure_amounts(cast.data, total, found, cast.lang()))
}

/// The parts by name, and what the numbers are.
fn entries(cast: &Cast<'_>, found: &Structure, amounts: Option<&Display>) -> Vec<Entry> {
    let lang = cast.lang();
    let n = found.whole.parts.len();
    let parts = found.whole.parts.iter().enumerate();
    let mut entries: Vec<Entry> = parts
        .map(|(i, part)| Entry {
            text: tell::capital(cast.data.indicator(*part).short().get(lang)),
            shade: Some((i, n)),
        })
        .collect();
    let total = found
        .whole
        .total
        .map(|t| cast.data.indicator(t).short().get(lang));
    let remark = match (amounts, total) {
        (Some(display), Some(total)) => lang.pick(
            format!("数额={total}×占比，单位：{}", display.unit),
            format!("amounts: {total} × share, in {}", display.unit),
        ),
        (None, None) if cast.options.settings.form == Form::Absolute => lang
            .pick(
                "单位：%；没有总量，按占比画",
                "in %; no total on record, so shares are drawn",
            )
            .to_owned(),
        (None, Some(_)) if cast.options.settings.form == Form::Absolute => lang
            .pick(
                "单位：%；本市没有总量，按占比画",
                "in %; no total for home, so shares are drawn",
            )
            .to_owned(),
        _ => lang.pick("单位：%", "in %").to_owned(),
    };
    if !cast.leave([remark.clone()]) {
        entries.push(Entry {
            text: remark,
            shade: None,
        });
    }
    entries
}

fn place<'a>(
    cast: &Cast<'a>,
    found: &'a Structure,
    amounts: Option<Display>,
    head: f64,
) -> Placed<'a> {
    let sizes = cast.sizes();
    let members = cast.c.in_order(cast.data);
    let names = widest_name(cast, &members) + 12.0;
    let body = cast.framed.body;
    let plot = Rect::new(
        body.x + names,
        body.y + head,
        body.w - names,
        body.h - head - sizes.small * 1.6,
    );
    let x = scale(cast, found, amounts.as_ref(), plot);
    let bands = Bands::over(members.len(), (plot.y, plot.bottom()), FILL);
    let rows = Rows {
        members,
        plot,
        x,
        bands,
    };
    Placed {
        texts: rows.places(cast),
        rows,
        found,
        amounts,
        names,
    }
}

/// From zero to the whole, with room for totals at the ends of the bars.
fn scale(cast: &Cast<'_>, found: &Structure, amounts: Option<&Display>, plot: Rect) -> Scale {
    let count = if plot.w < 400.0 { 4 } else { 6 };
    let range = (plot.x, plot.right());
    let Some(display) = amounts else {
        let wish = Wish {
            count,
            divisor: 1.0,
            finest: 0.0,
        };
        let half = width("100", cast.sizes().small()) / 2.0;
        let nice = Scale::nice((0.0, 100.0), range, wish, Fit::FromZero);
        return nice.over((plot.x, plot.right() - half));
    };
    let totals = || found.rows.iter().filter_map(|r| Some(r.total?.value));
    let also = cast.also().iter().copied();
    let high = totals().chain(also).fold(0.0, f64::max);
    let wish = Wish {
        count,
        divisor: display.divisor,
        finest: 0.0,
    };
    let nice = Scale::nice((0.0, high), range, wish, Fit::FromZero);
    let bold = cast.sizes().label(true);
    let widest = totals().map(|v| width(&display.number(v), bold) + 10.0);
    nice.over((plot.x, plot.right() - widest.fold(0.0, f64::max)))
}

fn axis(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let plot = placed.rows.plot(scene);
    let decimals = placed.rows.x.decimals();
    let tick = |v: f64| match &placed.amounts {
        Some(d) => d.tick(v, decimals),
        None => tell::grouped(v, decimals, cast.lang()),
    };
    let ticks = crate::mark::axis_x(&plot, cast.options.theme, tick, cast.sizes().small());
    drop(plot);
    placed.rows.label_axis(scene, cast, ticks);
}

fn row(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, i: usize) {
    let member = placed.rows.members[i];
    let before = scene.spots.len();
    let (named, y) = placed
        .rows
        .begin_named(scene, cast, i, placed.texts[i], placed.names);
    let parts = placed.found.of(member.region);
    let whole = parts.and_then(|p| Some((p.shares.as_ref()?, p.total)));
    let factor = |total: Option<Reading>| match &placed.amounts {
        Some(_) => total.map(|t| t.value / 100.0),
        None => Some(1.0),
    };
    match whole.and_then(|(shares, total)| Some((shares, factor(total)?, total))) {
        Some((shares, factor, total)) => {
            // each segment answers for itself instead of the row
            scene.spots.truncate(before);
            let end = segments(scene, cast, placed, i, shares, factor);
            if let (Some(display), Some(total), Some(pen)) = (&placed.amounts, total, named) {
                let at = Point::new(placed.rows.x.map(end) + 6.0, y);
                let number = display.number(total.value);
                let label = Label::new(at, Anchor::Start, face(cast, member), number);
                text(scene, cast, member, pen, label);
            }
        }
        None if named.is_some() => {
            let at = Point::new(placed.rows.plot.x + 6.0, y);
            let words = if parts.is_some_and(|p| p.off) {
                let lang = cast.lang();
                lang.pick(
                    "来源的各部分之和不是100%",
                    "the source’s parts do not come to 100%",
                )
            } else {
                cast.lang().pick("没有完整的构成", "no complete structure")
            };
            muted(scene, cast, at, Anchor::Start, cast.sizes().small(), words);
        }
        None => {}
    }
}

/// The segments of a row from the left; returns where they end, in values.
fn segments(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    i: usize,
    shares: &[Reading],
    factor: f64,
) -> f64 {
    let member = placed.rows.members[i];
    let (y, thick) = (placed.rows.bands.center(i), placed.rows.bands.thickness());
    let region: &Region = cast.data.region(member.region);
    let mut from = 0.0;
    for (n, reading) in shares.iter().enumerate() {
        let part = placed.found.whole.parts[n];
        let to = from + reading.value * factor;
        let (a, b) = (placed.rows.x.map(from), placed.rows.x.map(to));
        let rect = Rect::new(a, y - thick / 2.0, b - a, thick);
        let period = placed.found.period.to_string();
        let id = region.id.as_str().into();
        let tag = scene.tag_beside(&id, &period.into(), asked(cast.c, part));
        let step = placed.rows.bands.step;
        scene.spots.push(Spot {
            area: Rect::new(a, y - step / 2.0, b - a, step),
            anchor: Point::new(f64::midpoint(a, b), y),
            tag,
        });
        let pen = cast.pen(member).tagged(tag);
        let of = (n, shares.len());
        block(scene, pen, look(reading), rect, of);
        rules(scene, pen, look(reading), rect, of);
        let number = number(cast, placed, part, reading.value, factor);
        inside(scene, cast, pen, rect, of, number);
        from = to;
    }
    from
}

/// What stands in a segment: its share, or its amount.
fn number(
    cast: &Cast<'_>,
    placed: &Placed<'_>,
    part: IndicatorId,
    share: f64,
    factor: f64,
) -> String {
    match &placed.amounts {
        Some(display) => display.number(share * factor),
        None => {
            let precision = usize::from(cast.data.indicator(part).precision);
            tell::grouped(share, precision, cast.lang())
        }
    }
}

/// A number in its segment, where it fits.
fn inside(
    scene: &mut Scene,
    cast: &Cast<'_>,
    pen: Pen,
    rect: Rect,
    of: (usize, usize),
    number: String,
) {
    let face = cast.sizes().small();
    if width(&number, face) + 8.0 > rect.w || face.size * 1.1 > rect.h {
        return;
    }
    let theme = cast.options.theme;
    let wide = width(&number, face) + 8.0;
    // where neither ink can be read on the shade, the number has ground of its own
    let (fill, ink) = match ink_on(cast, shade(pen, of)) {
        Some(ink) => (shade(pen, of), ink),
        None => (theme.ground, theme.text),
    };
    if fill == theme.ground || legend::ruled(of.0) > (rect.h - face.size) / 2.0 {
        plate(scene, pen, rect, fill, wide);
    }
    let at = Point::new(rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
    Label::new(at, Anchor::Middle, face, number)
        .color(ink)
        .put(scene, pen);
}

/// Where the rules of a segment are too many to stand below its number, they leave room for it.
fn plate(scene: &mut Scene, pen: Pen, segment: Rect, fill: Color, wide: f64) {
    let x = segment.x + (segment.w - wide) / 2.0;
    pen.put(
        scene,
        Shape::Rect {
            rect: Rect::new(
                snap(x),
                snap(segment.y + 1.0),
                snap(wide),
                snap(segment.h - 2.0),
            ),
            radius: 0.0,
            fill: Some(fill),
            stroke: None,
        },
    );
}

/// Which indicator a part is: 0 is the one compared, then those beside it.
fn asked(c: &Comparison, part: IndicatorId) -> u16 {
    let place = c.question.beside.iter().position(|i| *i == part);
    place.and_then(|i| u16::try_from(i + 1).ok()).unwrap_or(0)
}
