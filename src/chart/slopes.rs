//! Two periods, a line a city between them, with places and values at both ends.
//!
//! Where a series changed its meaning in between, its two ends are not joined and carry the sign of a break.

use super::sides::{self, End, Side};
use super::time::{self, DOUBT};
use super::{Cast, look};
use crate::base::{Point, Rect, within};
use crate::compare::{self, Member, Rank, Reading, Role as Part};
use crate::data::Period;
use crate::draw::Plot;
use crate::mark::{Label, Look, Pen, broken, dot, line};
use crate::scale::{Fit, Scale};
use crate::scene::{Anchor, Role, Scene, Spot, Stroke};
use crate::tell::{self, Display};
use crate::text::width;

/// One city with what it has in the two periods.
struct Row<'a> {
    member: &'a Member,
    at: [Option<Reading>; 2],
    places: [Option<Rank>; 2],
    /// Whether both are of one meaning.
    same: bool,
}

struct Placed<'a> {
    /// In the order of the ranking.
    rows: Vec<Row<'a>>,
    ends: [Period; 2],
    plot: Rect,
    y: Scale,
    display: Display,
    /// Whether names are followed by values.
    valued: bool,
    /// The widths of the columns of places, left and right.
    places: [f64; 2],
    key: Vec<String>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let Some((from, to)) = compare::ends(cast.c) else {
        let text = match cast.c.period {
            Some(one) => nothing_before(cast, one),
            None => cast.no_figure().to_owned(),
        };
        return time::instead(scene, cast, &text);
    };
    let placed = place(cast, [from, to]);
    scene.layout.plot = placed.plot;
    scene.layout.domain = Some(placed.y.domain());
    let body = cast.framed.body;
    let height = placed.plot.bottom() - body.y;
    scene.layout.panel = Rect::new(body.x, body.y, body.w, height);
    lines(scene, cast, &placed);
    heads(scene, cast, &placed);
    for side in [Side::Left, Side::Right] {
        labels(scene, cast, &placed, side);
    }
    // who has neither figure stands in the key
    for row in placed.rows.iter().filter(|r| r.at == [None, None]) {
        cast.labelled(scene, row.member);
    }
    time::key(
        scene,
        cast,
        &placed.key,
        placed.plot.bottom() - cast.sizes().small,
    );
    spots(scene, cast, &placed);
}

fn nothing_before(cast: &Cast<'_>, when: Period) -> String {
    let home = cast.name(cast.c.home());
    let when = tell::period(when, cast.lang());
    cast.lang().pick(
        format!("{when}之前没有{home}同口径的数据可比"),
        format!("No earlier figure of {home} can be compared with that of {when}"),
    )
}

fn rows<'a>(cast: &Cast<'a>, ends: [Period; 2]) -> Vec<Row<'a>> {
    let c = cast.c;
    let places = ends.map(|p| compare::places(cast.data, c, p));
    let row = |member: &'a Member| {
        let i = c.members.iter().position(|m| m.region == member.region)?;
        let series = &c.series[i];
        Some(Row {
            member,
            at: ends.map(|p| series.at(p).copied()),
            places: [places[0][i], places[1][i]],
            same: series.stretch(ends[0]) == series.stretch(ends[1]),
        })
    };
    let order = c.in_order(cast.data).into_iter();
    order.filter_map(row).collect()
}

fn place<'a>(cast: &Cast<'a>, ends: [Period; 2]) -> Placed<'a> {
    let (sizes, body) = (cast.sizes(), cast.framed.body);
    let display = cast.display();
    let rows = rows(cast, ends);
    // where both columns would leave no room for the lines, names are without values
    let mut valued = true;
    let mut widths = widths(cast, &display, &rows, valued);
    if body.w - widths[0].1 - widths[1].1 < body.w * 0.25 {
        valued = false;
        widths = self::widths(cast, &display, &rows, valued);
    }
    let own = || rows.iter().flat_map(|r| r.at.into_iter().flatten());
    let values = || own().map(|r| r.value).chain(cast.also().iter().copied());
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let key = time::joined_key(cast, &key_parts(cast, &rows, ends, low));
    let key_height = key.len() as f64 * sizes.small().line_height();
    let top = body.y + sizes.small * 2.4;
    let bottom = body.bottom() - key_height - sizes.small;
    let plot = Rect::new(
        body.x + widths[0].1,
        top,
        body.w - widths[0].1 - widths[1].1,
        bottom - top,
    );
    let wish = cast.wish(5, &display);
    let y = cast.scale((low, high), (bottom, top), wish, Fit::Around);
    Placed {
        rows,
        ends,
        plot,
        y: tight(y, (low, high), (bottom, top)),
        display,
        valued,
        places: [widths[0].0, widths[1].0],
        key,
    }
}

/// Without ticks to name, the values themselves fill the height.
fn tight(y: Scale, (low, high): (f64, f64), range: (f64, f64)) -> Scale {
    if y.is_log() || low >= high {
        return y;
    }
    Scale::linear((low, high), range)
}

/// The widths of the places and of the whole labels on both sides.
fn widths(cast: &Cast<'_>, display: &Display, rows: &[Row<'_>], valued: bool) -> [(f64, f64); 2] {
    [0, 1].map(|i| {
        let shown = rows.iter().filter(|r| r.at[i].is_some());
        let shown = shown.filter(|r| is_named(cast, r));
        let text = |r: &Row<'_>| text(cast, display, r, i, valued);
        sides::room(cast, shown.map(|r| (r.member, place_text(r, i), text(r))))
    })
}

/// A panel has room for the names that stand out.
fn is_named(cast: &Cast<'_>, row: &Row<'_>) -> bool {
    !cast.is_panel() || cast.is_marked(row.member)
}

fn place_text(row: &Row<'_>, i: usize) -> String {
    row.places[i].map_or_else(String::new, |r| r.place.to_string())
}

/// Name and value; on a narrow figure the value of home and peers alone.
fn text(cast: &Cast<'_>, display: &Display, row: &Row<'_>, i: usize, valued: bool) -> String {
    let name = cast.name(row.member);
    if let (true, Some(r)) = (cast.is_titled(), &row.at[i]) {
        return display.number(r.value);
    }
    let wide = cast.framed.body.w >= 560.0 && cast.c.members.len() <= 40;
    match &row.at[i] {
        Some(r) if valued && (wide || cast.is_marked(row.member)) => {
            let number = display.number(r.value);
            let marked = tell::marked(&number, r, cast.lang());
            let number = if wide { marked } else { number };
            format!("{name} {number}")
        }
        _ => name.to_owned(),
    }
}

/// What the numbers and signs mean, and who is missing.
fn key_parts(cast: &Cast<'_>, rows: &[Row<'_>], ends: [Period; 2], low: f64) -> Vec<String> {
    let lang = cast.lang();
    let mut parts: Vec<String> = rank_words(cast, rows, ends).into_iter().collect();
    let both = |r: &&Row<'_>| r.at.iter().all(Option::is_some);
    if rows.iter().filter(both).any(|r| !r.same) {
        parts.push(
            lang.pick("|| 口径有变，不连线", "|| redefined, not joined")
                .to_owned(),
        );
    }
    let all = || rows.iter().flat_map(|r| r.at.into_iter().flatten());
    if all().any(|r| look(&r) != Look::Solid) {
        parts.push(
            lang.pick(
                "空心、虚线：估计、约数或可靠性低",
                "hollow, dotted: uncertain",
            )
            .to_owned(),
        );
    }
    let missing = |i: usize| missing(cast, rows, i, ends[i]);
    parts.extend([0, 1].into_iter().filter_map(missing));
    parts.extend(cast.scale_word(low));
    parts
}

/// Among how many the places are.
fn rank_words(cast: &Cast<'_>, rows: &[Row<'_>], ends: [Period; 2]) -> Option<String> {
    let of = [0, 1].map(|i| rows.iter().find_map(|r| r.places[i]).map(|r| r.of));
    let noun = cast.data.group(cast.c.question.group).noun.get(cast.lang());
    let [a, b] = ends.map(|p| tell::brief_period(p, cast.lang()));
    match of {
        [Some(n), Some(m)] if n == m => Some(cast.lang().pick(
            format!("数字为在{n}{noun}中的位次"),
            format!("numbers: place among {n} {noun}"),
        )),
        [Some(n), Some(m)] => Some(cast.lang().pick(
            format!("数字为在有数据的{noun}中的位次：{a}共{n}{noun}，{b}共{m}{noun}"),
            format!("numbers: place, of {n} in {a}, of {m} in {b}"),
        )),
        [Some(n), None] | [None, Some(n)] => Some(cast.lang().pick(
            format!("数字为在有数据的{n}{noun}中的位次"),
            format!("numbers: place among the {n} {noun} with a figure"),
        )),
        [None, None] => None,
    }
}

/// Who has no figure: home and peers by name, the others as long as they are few.
fn missing(cast: &Cast<'_>, rows: &[Row<'_>], i: usize, when: Period) -> Option<String> {
    let lang = cast.lang();
    let gone: Vec<&Member> = rows
        .iter()
        .filter(|r| r.at[i].is_none())
        .map(|r| r.member)
        .collect();
    let few = gone.len() <= if cast.framed.body.w < 480.0 { 2 } else { 4 };
    let mut names: Vec<String> = gone
        .iter()
        .filter(|m| few || cast.is_marked(m))
        .map(|m| cast.name(m).to_owned())
        .collect();
    let more = gone.len() - names.len();
    if more > 0 {
        names.push(if names.is_empty() {
            lang.pick(format!("{more}地"), format!("{more}"))
        } else {
            lang.pick(format!("另{more}地"), format!("{more} more"))
        });
    }
    if names.is_empty() {
        return None;
    }
    let names = names.join(lang.pick("、", ", "));
    let when = tell::brief_period(when, lang);
    Some(lang.pick(
        format!("{when}无数据：{names}"),
        format!("missing in {when}: {names}"),
    ))
}

fn lines(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let rect = placed.plot;
    let x = Scale::linear((0.0, 1.0), (rect.x, rect.right()));
    let plot = Plot::new(scene, rect, &x, &placed.y);
    let axis = Pen::new(cast.options.theme, Role::Axis);
    let (low, high) = placed.y.domain();
    for at in [0.0, 1.0] {
        line(&plot, axis, vec![(at, low), (at, high)], axis.stroke(1.0));
    }
    // home last, so that it lies on top
    let mut rows: Vec<&Row<'_>> = placed.rows.iter().collect();
    crate::base::sort_by_key(&mut rows, |r| std::cmp::Reverse(r.member.role));
    for row in rows {
        slope(cast, &plot, row);
    }
}

fn slope(cast: &Cast<'_>, plot: &Plot<'_>, row: &Row<'_>) {
    let pen = cast.pen(row.member);
    let rest = row.member.role == Part::Rest;
    if let [Some(a), Some(b)] = &row.at {
        let ends = [(0.0, a.value), (1.0, b.value)];
        if row.same {
            let plain = look(a) == Look::Solid && look(b) == Look::Solid;
            let stroke = time::stroke(pen, row.member.role, cast.sizes().line);
            let dash = if plain { stroke.dash } else { Some(DOUBT) };
            line(plot, pen, ends.to_vec(), Stroke { dash, ..stroke });
        } else {
            // beside each end: half way between them it would be nobody's
            let away = 32.0 / plot.rect().w;
            for ((x, v), way) in ends.into_iter().zip([away, -away]) {
                broken(plot, pen, (x, v), (x + way, v));
            }
        }
    }
    let radius = cast.sizes().dot * if rest { 0.5 } else { 0.8 };
    for (x, reading) in [0.0, 1.0].into_iter().zip(&row.at) {
        if let Some(r) = reading {
            dot(plot, pen, look(r), (x, r.value), radius);
        }
    }
}

/// The two periods over their axes.
fn heads(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let face = cast.sizes().label(true);
    let body = cast.framed.body;
    for (x, when) in [placed.plot.x, placed.plot.right()]
        .into_iter()
        .zip(placed.ends)
    {
        let text = tell::brief_period(when, cast.lang());
        let half = width(&text, face) / 2.0;
        let x = within(x, body.x + half, body.right() - half);
        let at = Point::new(x, body.y + face.size * 0.7);
        let pen = Pen::new(cast.options.theme, Role::Text);
        Label::new(at, Anchor::Middle, face, text).put(scene, pen);
    }
}

fn labels(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, side: Side) {
    let i = usize::from(side == Side::Right);
    let mut ends = Vec::new();
    for row in placed.rows.iter().filter(|r| is_named(cast, r)) {
        if let Some(r) = &row.at[i] {
            ends.push(End {
                member: row.member,
                y: placed.y.map(r.value),
                place: place_text(row, i),
                text: text(cast, &placed.display, row, i, placed.valued),
                tag: cast.tag(scene, row.member, Some(r.period)),
            });
        }
    }
    let x = [placed.plot.x, placed.plot.right()][i];
    let room = (placed.plot.y - 2.0, placed.plot.bottom());
    sides::put(scene, cast, side, (x, placed.places[i]), ends, room);
}

/// Each end answers to the pointer, as far as the middle and with its label.
fn spots(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let (body, plot) = (cast.framed.body, placed.plot);
    let middle = plot.x + plot.w / 2.0;
    let sides = [
        (body.x, middle, plot.x),
        (middle, body.right(), plot.right()),
    ];
    for row in &placed.rows {
        for ((left, right, x), reading) in sides.into_iter().zip(&row.at) {
            let Some(r) = reading else {
                continue;
            };
            let anchor = Point::new(x, placed.y.map(r.value));
            let tag = cast.tag(scene, row.member, Some(r.period));
            scene.spots.push(Spot {
                area: Rect::new(left, anchor.y - 20.0, right - left, 40.0),
                anchor,
                tag,
            });
        }
    }
}
