//! Places over time: first at the top, home and peers in colour, everyone named left and right.
//!
//! Each year's places are among those that have a comparable value in it; below the years stands how many, where not all have.

use super::sides::{self, End, Side};
use super::time::{self, Line, Placed};
use super::{Cast, trend_lines};
use crate::base::{Point, Rect, sort_by_key, within};
use crate::compare::{self, Member, Reading, Role as Part};
use crate::data::Period;
use crate::draw::Plot;
use crate::mark::{Label, Look, Pen, axis_x, dot};
use crate::scale::Scale;
use crate::scene::{Anchor, Role, Scene, Shape, Stroke};
use crate::tell;
use crate::text::width;

/// From this width on there is room for more than the signs.
const WIDE: f64 = 400.0;

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let (lines, of) = ranked(cast);
    let periods = time::periods(&lines);
    match periods.as_slice() {
        [] => return time::instead(scene, cast, &unranked(cast)),
        [one] => return time::instead(scene, cast, &time::only_one(cast, *one)),
        _ => {}
    }
    let (placed, places) = place(cast, lines, &of);
    let (theme, small) = (cast.options.theme, cast.sizes().small());
    let from = scene.items.len();
    let plot = Plot::new(scene, placed.plot, &placed.x, &placed.y);
    let along = axis_x(&plot, theme, |at| placed.written(at, cast.lang()), small);
    for line in &placed.lines {
        time::trace(cast, &placed, &plot, line);
        dots(cast, &plot, line, placed.periods.len());
    }
    drop(plot);
    recede(scene, cast, from);
    along.put(scene, theme);
    let below = counted(scene, cast, &placed, &of);
    time::key(scene, cast, &placed.key, placed.plot.bottom() + below);
    if let Some(when) = trend_lines::chosen(cast, &placed.periods) {
        time::moment(scene, cast, &placed, when);
    }
    for side in [Side::Left, Side::Right] {
        labels(scene, cast, &placed, side, places);
    }
    for line in placed.lines.iter().filter(|l| l.readings.is_empty()) {
        cast.labelled(scene, line.member);
    }
    time::spots(scene, cast, &placed);
    scene.layout.domain = Some(placed.y.domain());
    scene.layout.plot = placed.plot;
    scene.layout.panel = cast.panel(placed.plot);
}

fn unranked(cast: &Cast<'_>) -> String {
    cast.lang().pick(
        "没有一年有两地以上的可比数据，无法排名".to_owned(),
        "No period has comparable figures of two or more: nothing can be ranked".to_owned(),
    )
}

/// The lines with places in the place of values, and among how many they are in each period.
///
/// A place among less than half of the group is none: such periods are left out, and the key says so.
fn ranked<'a>(cast: &Cast<'a>) -> (Vec<Line<'a>>, Vec<(Period, usize)>) {
    let mut lines = time::lines(cast);
    let mut of = Vec::new();
    let mut found: Vec<(Period, Vec<Option<compare::Rank>>)> = Vec::new();
    for when in time::periods(&lines) {
        let places = compare::places(cast.data, cast.c, when);
        let n = places.iter().flatten().next().map_or(0, |rank| rank.of);
        if n > 0 {
            of.push((when, n));
        }
        let many = 2 * n >= cast.c.group_size;
        found.push((
            when,
            if many {
                places
            } else {
                vec![None; places.len()]
            },
        ));
    }
    for line in &mut lines {
        let own = cast.c.members.iter();
        let own = own.clone().position(|m| m.region == line.member.region);
        let place = |r: &Reading| {
            let at = found.binary_search_by_key(&r.period, |(p, _)| *p).ok()?;
            let rank = found[at].1[own?]?;
            #[expect(clippy::cast_precision_loss, reason = "a place is a small number")]
            let value = rank.place as f64;
            Some(Reading { value, ..*r })
        };
        line.readings = line.readings.iter().filter_map(place).collect();
    }
    (lines, of)
}

fn place<'a>(
    cast: &Cast<'a>,
    lines: Vec<Line<'a>>,
    of: &[(Period, usize)],
) -> (Placed<'a>, [f64; 2]) {
    let (sizes, body) = (cast.sizes(), cast.framed.body);
    let periods = time::periods(&lines);
    let last = shown(cast, of).map(|(_, n)| *n).max().unwrap_or(2).max(2);
    let widths = [Side::Left, Side::Right].map(|side| {
        let ends = lines.iter().filter_map(|l| {
            let (r, text) = end(cast, l, &periods, side)?;
            Some((l.member, format!("{:.0}", r.value), text))
        });
        sides::room(cast, ends)
    });
    let key = time::key_lines(cast, &lines, &periods, key_parts(cast, &lines, of));
    let counted = if shown(cast, of).any(|(_, n)| *n < cast.c.group_size) {
        sizes.small * 1.5
    } else {
        0.0
    };
    // room for the name of the period that is asked about
    let head = trend_lines::chosen(cast, &periods).map_or(0.6, |_| 1.9);
    let top = body.y + sizes.small * head;
    let lower = key.len() as f64 * sizes.small().line_height() + counted;
    let bottom = body.bottom() - sizes.small * 2.2 - lower;
    let plot = Rect::new(
        body.x + widths[0].1,
        top,
        body.w - widths[0].1 - widths[1].1,
        bottom - top,
    );
    let margin = 8.0_f64.min(plot.h / 20.0);
    #[expect(clippy::cast_precision_loss, reason = "a place is a small number")]
    let y = Scale::linear((1.0, last as f64), (top + margin, bottom - margin));
    let placed = Placed {
        x: time::across(cast, &periods, plot),
        lines,
        periods,
        plot,
        y,
        key,
        ends: time::Ends::Values,
    };
    (placed, [widths[0].0, widths[1].0])
}

/// The reading at which a label stands, and the label: left who begins with the first period, and home and peers; right everyone.
/// Who ends before the last period says when.
fn end<'r>(
    cast: &Cast<'_>,
    line: &'r Line<'_>,
    periods: &[Period],
    side: Side,
) -> Option<(&'r Reading, String)> {
    let (reading, edge) = match side {
        Side::Left => (line.readings.first()?, periods.first()?),
        Side::Right => (line.readings.last()?, periods.last()?),
    };
    if cast.is_panel() && !cast.is_marked(line.member) {
        return None;
    }
    let name = if cast.is_titled() {
        ""
    } else {
        cast.name(line.member)
    };
    if reading.period == *edge || cast.is_titled() {
        return Some((reading, name.to_owned()));
    }
    let when = tell::brief_period(reading.period, cast.lang());
    let always = line.member.role != Part::Rest || side == Side::Right;
    always.then(|| (reading, format!("{name} ({when})")))
}

/// The periods in which at least half have a value.
fn shown<'o>(
    cast: &Cast<'_>,
    of: &'o [(Period, usize)],
) -> impl Iterator<Item = &'o (Period, usize)> {
    let size = cast.c.group_size;
    of.iter().filter(move |(_, n)| 2 * n >= size)
}

fn key_parts(cast: &Cast<'_>, lines: &[Line<'_>], of: &[(Period, usize)]) -> Vec<String> {
    let lang = cast.lang();
    let noun = cast.data.group(cast.c.question.group).noun.get(lang);
    let mut parts = Vec::new();
    let few = of.iter().filter(|(_, n)| 2 * n < cast.c.group_size);
    let few: Vec<String> = few.map(|(p, _)| tell::brief_period(*p, lang)).collect();
    if !few.is_empty() {
        let few = few.join(lang.pick("、", ", "));
        parts.push(lang.pick(
            format!("有数据的不到一半，未排：{few}"),
            format!("too few to rank: {few}"),
        ));
    }
    if shown(cast, of).any(|(_, n)| *n < cast.c.group_size) {
        parts.push(lang.pick(
            format!("年份下的数：当年参加排名的{noun}数"),
            format!("under the years: how many {noun} are ranked"),
        ));
    }
    let mut readings = lines.iter().flat_map(|l| &l.readings);
    // on the narrowest screens the lines need the room
    if cast.framed.body.w >= WIDE && readings.any(|r| super::look(r) != Look::Solid) {
        let (zh, en) = (
            "存疑值会牵动当年各地名次",
            "these may shift the places of others",
        );
        parts.push(lang.pick(zh, en).to_owned());
    }
    let gone: Vec<&str> = lines
        .iter()
        .filter(|l| l.readings.is_empty() && l.member.role != Part::Rest)
        .map(|l| cast.name(l.member))
        .collect();
    if !gone.is_empty() {
        let names = gone.join(lang.pick("、", ", "));
        parts.push(lang.pick(format!("无名次：{names}"), format!("not ranked: {names}")));
    }
    parts
}

/// On the narrowest screens the others' lines, which cross in every year, stand back behind those of home and peers.
fn recede(scene: &mut Scene, cast: &Cast<'_>, from: usize) {
    let looked_at = cast.options.settings.focus.is_some();
    let theme = cast.options.theme;
    // where contrast is high nothing stands back: axes are as strong as text there
    if cast.framed.body.w >= WIDE || looked_at || theme.axis == theme.text {
        return;
    }
    let ground = theme.ground;
    let others = scene.items[from..].iter_mut();
    for item in others.filter(|i| i.role == Role::Rest) {
        if let Shape::Path {
            stroke: Some(stroke),
            ..
        } = &mut item.shape
        {
            *stroke = Stroke {
                color: stroke.color.mix(ground, 0.5),
                width: 1.0,
                ..*stroke
            };
        }
    }
}

/// A dot a period for home and peers, as long as the periods are few.
fn dots(cast: &Cast<'_>, plot: &Plot<'_>, line: &Line<'_>, periods: usize) {
    let room = plot.rect().w / periods.max(1) as f64;
    if line.member.role == Part::Rest || room < 14.0 {
        return;
    }
    for r in line
        .readings
        .iter()
        .filter(|r| super::look(r) == Look::Solid)
    {
        let at = (r.period.position(), r.value);
        dot(
            plot,
            cast.pen(line.member),
            Look::Solid,
            at,
            cast.sizes().line * 1.4,
        );
    }
}

/// Under the years, for each run of periods in which not all have a value, how many have; returns how high that is.
fn counted(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, of: &[(Period, usize)]) -> f64 {
    let of: Vec<(Period, usize)> = shown(cast, of).copied().collect();
    if of.iter().all(|(_, n)| *n == cast.c.group_size) {
        return 0.0;
    }
    let face = cast.sizes().small();
    let y = placed.plot.bottom() + face.size * 2.3;
    let body = cast.framed.body;
    let mut taken = f64::NEG_INFINITY;
    for run in of.chunk_by(|a, b| a.1 == b.1) {
        let (first, last) = (run[0].0, run[run.len() - 1].0);
        if run[0].1 == cast.c.group_size {
            continue;
        }
        let (a, b) = (
            placed.x.map(first.position()),
            placed.x.map(last.position()),
        );
        let text = run[0].1.to_string();
        let half = width(&text, face) / 2.0;
        let x = within(f64::midpoint(a, b), body.x + half, body.right() - half);
        if x - half < taken + 4.0 {
            continue;
        }
        taken = x + half;
        let pen = Pen::new(cast.options.theme, Role::Axis);
        for (from, to) in [(a - 3.0, x - half - 3.0), (x + half + 3.0, b + 3.0)] {
            if to > from + 4.0 {
                time::leader(scene, pen, (from, y), (to, y));
            }
        }
        let muted = cast.options.theme.muted;
        let label = Label::new(Point::new(x, y), Anchor::Middle, face, text);
        label.color(muted).put(scene, pen);
    }
    face.size * 1.5
}

fn labels(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, side: Side, places: [f64; 2]) {
    let i = usize::from(side == Side::Right);
    let mut ends = Vec::new();
    for line in &placed.lines {
        if let Some((r, text)) = end(cast, line, &placed.periods, side) {
            let member: &Member = line.member;
            ends.push(End {
                member,
                y: placed.y.map(r.value),
                place: format!("{:.0}", r.value),
                text,
                tag: cast.tag(scene, member, Some(r.period)),
            });
        }
    }
    sort_by_key(&mut ends, |e| e.member.role);
    let x = [placed.plot.x, placed.plot.right()][i];
    let room = (placed.plot.y, placed.plot.bottom());
    sides::put(scene, cast, side, (x, places[i]), ends, room);
}
