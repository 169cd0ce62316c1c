//! What charts over time share: a line a member, what joins two of its readings, the signs of breaks and doubts, the years below.
//!
//! A line joins only neighbouring periods of one unbroken stretch: what is missing is not bridged.
//! What is drawn up and down (a value, an index, a place) is each chart's own: it stands in the readings.

use std::sync::Arc;

use super::rows::muted;
use super::{Cast, look};
use crate::base::{Point, Rect, snap, sort_by_key, within};
use crate::compare::{Member, Reading, Role as Part, Series};
use crate::data::{Lang, Period};
use crate::draw::Plot;
use crate::mark::{Label, Look, Pen, broken, dot, line};
use crate::scale::Scale;
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};
use crate::tell;
use crate::text::{Face, Piece, wrap};

/// Room between the end of the lines and their labels.
pub(super) const LEADER: f64 = 14.0;
/// Dash and gap of a line to or from a value that is an estimate, a bound or of low reliability.
pub(super) const DOUBT: (f64, f64) = (2.0, 3.0);

/// As many doubtful figures are named one by one.
const FEW: usize = 4;

/// Dashes of the peers: all far longer than the dots of doubt.
const DASHES: [Option<(f64, f64)>; 3] = [None, Some((7.0, 3.0)), Some((14.0, 4.0))];

/// One line: its member and the readings inside the range, each at the height at which it is drawn.
pub(super) struct Line<'a> {
    pub(super) member: &'a Member,
    pub(super) series: &'a Series,
    pub(super) readings: Vec<Reading>,
}

/// Lines with their scales.
pub(super) struct Placed<'a> {
    /// The others first, then the peers, home last: the order of drawing.
    pub(super) lines: Vec<Line<'a>>,
    pub(super) periods: Vec<Period>,
    pub(super) plot: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    /// What the signs in the plot mean.
    pub(super) key: Vec<String>,
    pub(super) ends: Ends,
}

/// What stands at the ends of the lines.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ends {
    /// Names, and the last values of home and peers.
    Values,
    Names,
}

impl Placed<'_> {
    /// A tick's label: the period that stands there, else the year.
    pub(super) fn written(&self, at: f64, lang: Lang) -> String {
        let there = |p: &&Period| !p.is_year() && (p.position() - at).abs() < 1e-9;
        let found = self.periods.iter().find(there);
        found.map_or_else(|| format!("{at:.0}"), |p| tell::brief_period(*p, lang))
    }
}

/// The lines, with the periods of the most common length only: years and months are not joined.
pub(super) fn lines<'a>(cast: &Cast<'a>) -> Vec<Line<'a>> {
    let length = cast.c.common_length();
    let range = cast.c.range();
    let inside = |r: &&Reading| {
        r.period.months() == length && range.is_none_or(|(a, b)| r.period >= a && r.period <= b)
    };
    let members = cast.c.members.iter().zip(&cast.c.series);
    let mut lines: Vec<Line<'_>> = members
        .map(|(member, series)| {
            let mut readings = Vec::with_capacity(series.readings.len());
            readings.extend(series.readings.iter().filter(inside));
            Line {
                member,
                series,
                readings,
            }
        })
        .collect();
    sort_by_key(&mut lines, |l| std::cmp::Reverse(l.member.role));
    lines
}

/// Where a period stands, or would stand, at this place or after it: readings ascend, so that the next one is never far.
fn seek(periods: &[Period], mut at: usize, period: Period) -> usize {
    while periods.get(at).is_some_and(|p| *p < period) {
        at += 1;
    }
    at
}

/// The periods in which any line has a reading.
pub(super) fn periods(lines: &[Line<'_>]) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for l in lines {
        let mut at = 0;
        for r in &l.readings {
            let place = seek(&periods, at, r.period);
            if periods.get(place) != Some(&r.period) {
                periods.insert(place, r.period);
            }
            at = place;
        }
    }
    periods
}

/// The scale of the periods, the first and the last of them always among its ticks; a small panel has room for these two alone.
pub(super) fn across(cast: &Cast<'_>, periods: &[Period], plot: Rect) -> Scale {
    let x = periods_across(periods, plot);
    match (periods.first(), periods.last()) {
        (Some(a), Some(b)) if cast.is_panel() && plot.w < 168.0 => {
            x.with_ticks([a.position(), b.position()])
        }
        _ => x,
    }
}

fn periods_across(periods: &[Period], plot: Rect) -> Scale {
    let first = periods.first().map_or(0.0, |p| p.position());
    let last = periods.last().map_or(0.0, |p| p.position());
    let (values, range) = ((first, last), (plot.x + 4.0, plot.right() - 4.0));
    if periods.first().is_some_and(|p| p.is_year()) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small positive number"
        )]
        let count = (plot.w / 56.0) as usize;
        return Scale::years(values, range, count.clamp(2, 12));
    }
    let scale = Scale::linear(values, range);
    if periods.len() as f64 * 90.0 < plot.w {
        return scale.with_ticks(periods.iter().map(|p| p.position()));
    }
    scale.with_ticks([first, last])
}

/// What stands where there is nothing to draw over time.
pub(super) fn instead(scene: &mut Scene, cast: &Cast<'_>, text: &str) {
    let body = cast.framed.body;
    scene.layout.plot = body;
    scene.layout.panel = body;
    for member in cast.c.members.iter().filter(|m| m.role != Part::Rest) {
        cast.labelled(scene, member);
    }
    let face = cast.sizes().label(false);
    let lines = wrap(&[Piece::flow(text)], face, body.w);
    let mut at = Point::new(body.x + body.w / 2.0, body.y + body.h / 2.0);
    for text in lines {
        muted(scene, cast, at, Anchor::Middle, face, &text);
        at.y += face.line_height();
    }
}

/// One period is no course.
pub(super) fn only_one(cast: &Cast<'_>, when: Period) -> String {
    let when = tell::period(when, cast.lang());
    if cast.is_panel() {
        return cast
            .lang()
            .pick(format!("只有{when}的数"), format!("{when} only"));
    }
    cast.lang().pick(
        format!("只有{when}一个时期有数据，请看“排名”"),
        format!("There are figures for one period only ({when}): see the ranking"),
    )
}

/// What the signs in the plot mean, where there are any.
pub(super) fn key_lines(
    cast: &Cast<'_>,
    lines: &[Line<'_>],
    periods: &[Period],
    more: Vec<String>,
) -> Vec<String> {
    joined_key(cast, &key_parts(cast, lines, periods, more))
}

/// The same, each by itself.
pub(super) fn key_parts(
    cast: &Cast<'_>,
    lines: &[Line<'_>],
    periods: &[Period],
    more: Vec<String>,
) -> Vec<String> {
    let lang = cast.lang();
    let all = || lines.iter().flat_map(|l| &l.readings);
    let inside = |l: &Line<'_>| {
        let (first, last) = (l.readings.first(), l.readings.last());
        first
            .zip(last)
            .is_some_and(|(a, b)| l.series.stretch(a.period) != l.series.stretch(b.period))
    };
    let mut parts = more;
    let mut say = |zh: &str, en: &str| parts.push(lang.pick(zh, en).to_owned());
    if lines.iter().any(inside) {
        say("|| 口径有变，前后不可比", "|| redefined, not comparable");
    }
    let skipped = periods
        .windows(2)
        .any(|w| w[0].is_year() && !w[0].is_followed_by(w[1]));
    if skipped || all().any(|r| look(r) != Look::Solid) {
        say(
            "虚点线：估计、可靠性低，或中间年份无数据",
            "dotted: uncertain, or no figures in between",
        );
    }
    parts.extend(named_doubts(cast, lines));
    parts
}

/// Whose doubtful figures they are and of when, where these are few: an outlier must not be taken for a turn.
fn named_doubts(cast: &Cast<'_>, lines: &[Line<'_>]) -> Option<String> {
    let lang = cast.lang();
    let mut named = Vec::new();
    for l in lines {
        for r in l.readings.iter().filter(|r| look(r) != Look::Solid) {
            let when = tell::brief_period(r.period, lang);
            named.push([cast.name(l.member), lang.pick("", " "), &when].concat());
        }
    }
    let head = lang.pick("空心点：", "hollow: ");
    (1..=FEW)
        .contains(&named.len())
        .then(|| head.to_owned() + &named.join(lang.pick("、", ", ")))
}

/// The parts of a key in lines.
pub(super) fn joined_key(cast: &Cast<'_>, parts: &[String]) -> Vec<String> {
    #[cfg(feature = "gallery")]
    if cast.leave(parts.iter().cloned()) {
        return Vec::new();
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let text = parts.join(cast.lang().pick("；", "; "));
    wrap(
        &[Piece::flow(text)],
        cast.sizes().small(),
        cast.framed.body.w,
    )
}

/// Puts the key below the labels of the axis.
pub(super) fn key(scene: &mut Scene, cast: &Cast<'_>, lines: &[String], below: f64) {
    let face = cast.sizes().small();
    let mut y = below + face.size * 1.7 + face.line_height() / 2.0;
    for line in lines {
        let at = Point::new(cast.framed.body.x, y);
        muted(scene, cast, at, Anchor::Start, face, line);
        y += face.line_height();
    }
}

/// Draws a line with the signs of its breaks and doubts.
pub(super) fn trace(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>, l: &Line<'_>) {
    let pen = cast.pen(l.member);
    let stroke = stroke(pen, l.member.role, cast.sizes().line);
    let at = |r: &Reading| (r.period.position(), r.value);
    let rest = l.member.role == Part::Rest;
    let radius = if rest { 2.0 } else { 3.5 };
    let mut place = 0;
    let joins = |a: &Reading, b: &Reading| {
        place = seek(&placed.periods, place, a.period);
        placed.periods.get(place + 1) == Some(&b.period) && joins(l.series, a, b)
    };
    for joined in l.readings.chunk_by(joins) {
        if let [alone] = joined {
            dot(plot, pen, Look::Solid, at(alone), radius);
        }
        for (values, sure) in pieces(joined) {
            let stroke = if sure {
                stroke
            } else {
                Stroke {
                    dash: Some(DOUBT),
                    ..stroke
                }
            };
            line(plot, pen, values, stroke);
        }
    }
    for pair in l.readings.windows(2).filter(|_| !rest) {
        if l.series.stretch(pair[0].period) != l.series.stretch(pair[1].period) {
            broken(plot, pen, at(&pair[0]), at(&pair[1]));
        }
    }
    for r in l.readings.iter().filter(|r| look(r) != Look::Solid) {
        dot(plot, pen, Look::Hollow, at(r), radius);
    }
}

/// A joined stretch in pieces that are sure or not: the way to and from a doubtful value is doubtful.
fn pieces(joined: &[Reading]) -> Vec<(Vec<(f64, f64)>, bool)> {
    let at = |r: &Reading| (r.period.position(), r.value);
    let mut pieces: Vec<(Vec<(f64, f64)>, bool)> = Vec::new();
    for pair in joined.windows(2) {
        let next = pair[0].period.is_followed_by(pair[1].period);
        let sure = next && pair.iter().all(|r| look(r) == Look::Solid);
        match pieces.last_mut() {
            Some((values, same)) if *same == sure => values.push(at(&pair[1])),
            _ => {
                let mut values = Vec::with_capacity(joined.len());
                values.extend([at(&pair[0]), at(&pair[1])]);
                pieces.push((values, sure));
            }
        }
    }
    pieces
}

pub(super) fn stroke(pen: Pen, part: Part, home: f64) -> Stroke {
    match part {
        Part::Home => pen.stroke(home),
        // dashes tell the peers apart where colour cannot: nine peers look like nine
        Part::Peer(n) => Stroke {
            dash: DASHES[(n + n / 3) % 3],
            ..pen.stroke(home * 0.75)
        },
        Part::Rest => pen.stroke(1.25),
    }
}

/// Whether two readings of neighbouring periods are near in time and of one meaning.
///
/// Years between which nobody has a figure (censuses) are joined, by a doubtful line; months are not.
fn joins(series: &Series, a: &Reading, b: &Reading) -> bool {
    let near = a.period.is_year() || a.period.is_followed_by(b.period);
    near && series.stretch(a.period) == series.stretch(b.period)
}

/// The face of the label at a line's end.
pub(super) fn end_face(cast: &Cast<'_>, member: &Member) -> Face {
    match member.role {
        Part::Home => cast.sizes().label(true),
        Part::Peer(_) => cast.sizes().label(false),
        Part::Rest => cast.sizes().small(),
    }
}

/// A thin line from the end of a series to its label, where the label had to move.
pub(super) fn leader(scene: &mut Scene, pen: Pen, from: (f64, f64), to: (f64, f64)) {
    let points = vec![
        Point::new(snap(from.0), snap(from.1)),
        Point::new(snap(to.0), snap(to.1)),
    ];
    let faint = Pen {
        role: Role::Axis,
        ..pen
    };
    faint.put(
        scene,
        Shape::Path {
            points,
            closed: false,
            fill: None,
            stroke: Some(faint.stroke(0.75)),
        },
    );
}

/// A thin upright rule at a period with its name over the plot: the one that the title speaks of.
pub(super) fn moment(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, when: Period) {
    let (plot, face) = (placed.plot, cast.sizes().small());
    let x = snap(placed.x.map(when.position()));
    let pen = Pen::new(cast.options.theme, Role::Muted);
    leader(scene, pen, (x, plot.y), (x, plot.bottom()));
    let text = tell::period(when, cast.lang());
    let half = crate::text::width(&text, face) / 2.0;
    let body = cast.framed.body;
    let x = within(x, body.x + half, body.right() - half);
    let at = Point::new(x, plot.y - face.size * 1.1);
    Label::new(at, Anchor::Middle, face, text).put(scene, pen);
}

/// Makes every reading answer to the pointer.
pub(super) fn spots(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let step = placed.plot.w / placed.periods.len().max(2) as f64;
    let written: Vec<Arc<str>> = placed
        .periods
        .iter()
        .map(|p| p.to_string().into())
        .collect();
    let across: Vec<f64> = placed
        .periods
        .iter()
        .map(|p| placed.x.map(p.position()))
        .collect();
    let count = placed.lines.iter().map(|l| l.readings.len()).sum();
    scene.tags.reserve(count);
    scene.spots.reserve(count);
    for l in &placed.lines {
        let region = cast.id(l.member);
        let mut at = 0;
        for r in &l.readings {
            at = seek(&placed.periods, at, r.period);
            let tag = scene.tag(region, &written[at]);
            let anchor = Point::new(across[at], placed.y.map(r.value));
            scene.spots.push(Spot {
                area: Rect::new(anchor.x - step, anchor.y - 28.0, step * 2.0, 56.0),
                anchor,
                tag,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DOUBT, Part, stroke};
    use crate::chart::role;
    use crate::mark::Pen;
    use crate::scene::{Theme, ThemeId};

    #[test]
    fn nine_peers_look_like_nine_and_none_like_a_doubt() {
        let look = |n| {
            let part = Part::Peer(n);
            stroke(
                Pen::new(Theme::named(ThemeId::Light), role(part)),
                part,
                2.0,
            )
        };
        for n in 0..9 {
            let (on, _) = look(n).dash.unwrap_or((f64::INFINITY, 0.0));
            assert!(on >= 3.0 * DOUBT.0, "peer {n}");
            for other in 0..n {
                assert_ne!(look(n), look(other), "peers {n} and {other}");
            }
        }
    }
}
