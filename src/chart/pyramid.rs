//! Population by age and sex: men to the left, women to the right, the youngest at the bottom.
//!
//! Bars are the latest count, the line around them the one before. Where there is room the first peer stands beside home, else its line lies over home's bars.
//! Whatever the indicator of the view is: this is about the population.

use super::rows::muted;
use super::{Cast, role};
use crate::base::{Point, Rect, snap, within};
use crate::compare::{Ages, Band, Member};
use crate::mark::{Label, Pen};
use crate::scale::{Fit, Scale, Wish};
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};
use crate::view::Form;

/// Which part of its band a bar takes.
const FILL: f64 = 0.78;

/// One place's pyramid.
struct Panel<'a> {
    member: &'a Member,
    all: Vec<Ages>,
    /// Another's latest count, as a line over the bars.
    over: Option<(&'a Member, Ages)>,
    room: Rect,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let body = cast.framed.body;
    scene.layout.plot = body;
    scene.layout.panel = body;
    let home = cast.lead(cast.c);
    let all = Ages::of(cast.data, home.region);
    cast.labelled(scene, home);
    if all.is_empty() {
        for peer in cast.c.peers().into_iter().filter(|_| !cast.is_panel()) {
            cast.labelled(scene, peer);
        }
        let text = match cast.is_panel() {
            true => cast.no_figure().to_owned(),
            false => tell::nobody_counted(cast.data, home.region, cast.lang()),
        };
        let at = Point::new(body.x + body.w / 2.0, body.y + body.h / 2.0);
        muted(scene, cast, at, Anchor::Middle, cast.sizes().small(), &text);
        return;
    }
    let peer = match cast.is_panel() {
        true => beside(cast, home),
        false => tell::age_peer(cast.data, cast.c),
    };
    let bottom = match cast.is_panel() {
        true => body.bottom(),
        false => others(scene, cast, peer.as_ref().map(|(m, _)| *m), body),
    };
    let room = Rect::new(body.x, body.y, body.w, bottom - body.y);
    let panels = panels(home, all, peer, room);
    let x = scale(cast, &panels);
    scene.layout.domain = Some(x.domain());
    for panel in &panels {
        put(scene, cast, panel, &x);
    }
    scene.layout.bar_fill = Some(FILL);
}

/// In a panel about another city home's line lies over its bars.
fn beside<'a>(cast: &Cast<'a>, lead: &Member) -> Option<(&'a Member, Vec<Ages>)> {
    let home = cast.c.home();
    let all = Ages::of(cast.data, home.region);
    (home.region != lead.region && !all.is_empty()).then_some((home, all))
}

/// Home alone with the peer's line over it, or the two beside each other.
fn panels<'a>(
    home: &'a Member,
    all: Vec<Ages>,
    peer: Option<(&'a Member, Vec<Ages>)>,
    room: Rect,
) -> Vec<Panel<'a>> {
    let gap = 32.0;
    match peer {
        Some((member, theirs)) if room.w >= 600.0 => {
            let half = Rect::new(room.x, room.y, (room.w - gap) / 2.0, room.h);
            let right = Rect::new(half.right() + gap, room.y, half.w, room.h);
            let first = Panel {
                member: home,
                all,
                over: None,
                room: half,
            };
            vec![
                first,
                Panel {
                    member,
                    all: theirs,
                    over: None,
                    room: right,
                },
            ]
        }
        peer => {
            let over = peer.and_then(|(m, mut all)| Some((m, all.pop()?)));
            vec![Panel {
                member: home,
                all,
                over,
                room,
            }]
        }
    }
}

/// How wide the ages in the middle are.
fn gutter(cast: &Cast<'_>) -> f64 {
    width("80–84", cast.sizes().small()) + 12.0
}

/// What is drawn of a count: persons, or their part of all.
fn shown(cast: &Cast<'_>, ages: &Ages, value: f64) -> f64 {
    match cast.options.settings.form {
        Form::Share => value / ages.total() * 100.0,
        Form::Absolute => value,
    }
}

/// One scale for all halves, from zero outwards.
fn scale(cast: &Cast<'_>, panels: &[Panel<'_>]) -> Scale {
    let counts = |p: &Panel<'_>| {
        let own = p.all.iter().rev().take(2).cloned();
        own.chain(p.over.iter().map(|(_, a)| a.clone()))
            .collect::<Vec<_>>()
    };
    let most = panels.iter().flat_map(counts).flat_map(|a| {
        let values = a.bands.iter().flat_map(|b| [b.male, b.female]);
        values.map(|v| shown(cast, &a, v)).collect::<Vec<_>>()
    });
    let most = most.chain(cast.also().iter().copied()).fold(0.0, f64::max);
    let room = panels.first().map_or(1.0, |p| p.room.w);
    let half = ((room - gutter(cast)) / 2.0).max(1.0);
    let divisor = match cast.options.settings.form {
        Form::Share => 1.0,
        Form::Absolute => cast.lang().pick(1e4, 1e3),
    };
    let wish = Wish {
        count: if half > 160.0 { 4 } else { 2 },
        divisor,
        finest: 0.0,
    };
    Scale::nice((0.0, most), (0.0, half), wish, Fit::FromZero)
}

fn tick(cast: &Cast<'_>, x: &Scale, value: f64) -> String {
    let lang = cast.lang();
    let number = |by: f64| tell::grouped(value / by, x.decimals(), lang);
    match cast.options.settings.form {
        _ if value == 0.0 => "0".to_owned(),
        Form::Share => format!("{}%", number(1.0)),
        Form::Absolute => lang.pick(format!("{}万", number(1e4)), format!("{}k", number(1e3))),
    }
}

/// Where a panel's bars stand.
struct Halves {
    plot: Rect,
    left: f64,
    right: f64,
    step: f64,
}

impl Halves {
    fn of(cast: &Cast<'_>, panel: &Panel<'_>, bands: usize) -> Self {
        let (s, room) = (cast.sizes(), panel.room);
        let head = s.label * 1.6 + s.small * 1.6;
        let foot = s.small * 1.7 + s.small * 1.7;
        let plot = Rect::new(
            room.x,
            room.y + head,
            room.w,
            (room.h - head - foot).max(1.0),
        );
        let middle = plot.x + plot.w / 2.0;
        let half = gutter(cast) / 2.0;
        Self {
            plot,
            left: snap(middle - half),
            right: snap(middle + half),
            step: plot.h / bands.max(1) as f64,
        }
    }

    /// The top of a band; the youngest is at the bottom.
    fn top(&self, band: usize) -> f64 {
        self.plot.bottom() - self.step * (band + 1) as f64
    }
}

fn put(scene: &mut Scene, cast: &Cast<'_>, panel: &Panel<'_>, x: &Scale) {
    let Some(now) = panel.all.last() else { return };
    let halves = Halves::of(cast, panel, now.bands.len());
    grid(scene, cast, &halves, x);
    bars(scene, cast, panel, now, &halves, x);
    if let Some(before) = panel.all.len().checked_sub(2).map(|i| &panel.all[i]) {
        let pen = Pen::new(cast.options.theme, Role::Benchmark);
        let dash = (panel.over.is_some() || cast.is_panel()).then_some((3.0, 2.0));
        outline(
            scene,
            cast,
            (before, now),
            &halves,
            x,
            pen,
            Stroke {
                dash,
                ..pen.stroke(1.25)
            },
        );
    }
    if let Some((member, ages)) = &panel.over {
        let pen = Pen::new(cast.options.theme, role(member.role));
        outline(scene, cast, (ages, now), &halves, x, pen, pen.stroke(2.0));
        cast.labelled(scene, member);
    }
    head(scene, cast, panel, now, &halves);
    words(scene, cast, panel, now);
    cast.labelled(scene, panel.member);
}

fn grid(scene: &mut Scene, cast: &Cast<'_>, halves: &Halves, x: &Scale) {
    let theme = cast.options.theme;
    let s = cast.sizes();
    // where labels would touch, every second or third tick is labelled
    let widest = x
        .ticks()
        .iter()
        .map(|v| width(&tick(cast, x, *v), s.small()));
    let widest = widest.fold(0.0, f64::max) + 8.0;
    let apart = x.ticks().get(1).map_or(widest, |v| x.map(*v));
    let every = libm::ceil(widest / apart.max(1.0)).max(1.0);
    for (i, value) in x.ticks().iter().enumerate() {
        let off = x.map(*value);
        for at in [halves.left - off, halves.right + off] {
            let zero = *value == 0.0;
            let pen = Pen::new(theme, if zero { Role::Axis } else { Role::Grid });
            let points =
                [halves.plot.y, halves.plot.bottom()].map(|y| Point::new(snap(at), snap(y)));
            pen.put(scene, line(points.to_vec(), pen.stroke(1.0)));
            if !zero && i as f64 % every == 0.0 {
                let text = tick(cast, x, *value);
                let half = width(&text, s.small()) / 2.0;
                let edge = (half + 5.0, scene.size.w - half - 5.0);
                let at = Point::new(within(at, edge.0, edge.1), halves.plot.bottom() + s.small);
                muted(scene, cast, at, Anchor::Middle, s.small(), &text);
            }
        }
    }
}

fn line(points: Vec<Point>, stroke: Stroke) -> Shape {
    Shape::Path {
        points,
        closed: false,
        fill: None,
        stroke: Some(stroke),
    }
}

/// The bars with their ages between them; where bands are lower than text only every second or third is named.
fn bars(
    scene: &mut Scene,
    cast: &Cast<'_>,
    panel: &Panel<'_>,
    now: &Ages,
    halves: &Halves,
    x: &Scale,
) {
    let s = cast.sizes();
    let every = libm::ceil(s.small * 1.15 / halves.step).max(1.0);
    let period = now.period.to_string();
    for (i, band) in now.bands.iter().enumerate().rev() {
        let place = u16::try_from(i + 1).unwrap_or(u16::MAX);
        let tag = scene.tag_beside(cast.id(panel.member), &period.as_str().into(), place);
        let pen = cast.pen(panel.member).tagged(tag);
        let top = halves.top(i);
        let (y, h) = (
            snap(top + halves.step * (1.0 - FILL) / 2.0),
            snap(halves.step * FILL),
        );
        let ends = [band.male, band.female].map(|v| x.map(shown(cast, now, v)));
        let sides = [(halves.left - ends[0], ends[0]), (halves.right, ends[1])];
        for (from, w) in sides {
            let rect = Rect::new(snap(from), y, snap(w), h);
            pen.put(
                scene,
                Shape::Rect {
                    rect,
                    radius: 0.0,
                    fill: Some(pen.fill()),
                    stroke: None,
                },
            );
        }
        let middle = top + halves.step / 2.0;
        if i as f64 % every == 0.0 {
            let at = Point::new(f64::midpoint(halves.left, halves.right), middle);
            muted(scene, cast, at, Anchor::Middle, s.small(), &short(band));
        }
        scene.spots.push(Spot {
            area: Rect::new(halves.plot.x, top, halves.plot.w, halves.step),
            anchor: Point::new(halves.left - ends[0], middle),
            tag,
        });
    }
}

/// 45–49, 85+
fn short(band: &Band) -> String {
    match band.to {
        Some(to) => format!("{}–{to}", band.from),
        None => format!("{}+", band.from),
    }
}

/// The ends of another count as a line in steps; only for bands that the bars have too.
fn outline(
    scene: &mut Scene,
    cast: &Cast<'_>,
    (other, now): (&Ages, &Ages),
    halves: &Halves,
    x: &Scale,
    pen: Pen,
    stroke: Stroke,
) {
    for male in [true, false] {
        let mut points: Vec<Point> = Vec::new();
        for (i, band) in now.bands.iter().enumerate() {
            let same = other
                .bands
                .iter()
                .find(|b| (b.from, b.to) == (band.from, band.to));
            let Some(same) = same else { continue };
            let off = x.map(shown(
                cast,
                other,
                if male { same.male } else { same.female },
            ));
            let at = if male {
                halves.left - off
            } else {
                halves.right + off
            };
            let top = halves.top(i);
            points.extend([top + halves.step, top].map(|y| Point::new(snap(at), snap(y))));
        }
        pen.put(scene, line(points, stroke));
    }
}

/// Whose it is and of when, what the lines are, and which half is whose.
fn head(scene: &mut Scene, cast: &Cast<'_>, panel: &Panel<'_>, now: &Ages, halves: &Halves) {
    let (s, lang, theme) = (cast.sizes(), cast.lang(), cast.options.theme);
    let year = |a: &Ages| tell::period(a.period, lang);
    let y = panel.room.y + s.label * 0.7;
    // the title over a panel has the name
    let name = match cast.is_titled() {
        true => year(now),
        false => format!("{} {}", cast.name(panel.member), year(now)),
    };
    let face = Face {
        size: s.label,
        bold: true,
    };
    let mut x = panel.room.x;
    let mut word = |scene: &mut Scene, text: &str, face: Face, pen: Pen, color| {
        Label::new(Point::new(x, y), Anchor::Start, face, text)
            .color(color)
            .put(scene, pen);
        x += width(text, face) + 12.0;
        x
    };
    let pen = cast.pen(panel.member);
    let mut at = word(scene, &name, face, pen, pen.ink());
    let mut keys = Vec::new();
    if let Some(before) = panel.all.len().checked_sub(2).map(|i| &panel.all[i]) {
        let dash = (panel.over.is_some() || cast.is_panel()).then_some((3.0, 2.0));
        let pen = Pen::new(theme, Role::Benchmark);
        keys.push((
            year(before),
            pen,
            Stroke {
                dash,
                ..pen.stroke(1.25)
            },
        ));
    }
    if let Some((member, ages)) = &panel.over {
        let pen = Pen::new(theme, role(member.role));
        keys.push((
            format!("{} {}", cast.name(member), year(ages)),
            pen,
            pen.stroke(2.0),
        ));
    }
    let said = keys.iter().map(|(text, _, _)| outlined(cast, text));
    if cast.leave(said) {
        keys.clear();
    }
    for (text, pen, stroke) in keys {
        let ends = [at, at + 16.0].map(|x| Point::new(snap(x), snap(y)));
        pen.put(scene, line(ends.to_vec(), stroke));
        let color = if pen.role == Role::Benchmark {
            theme.muted
        } else {
            pen.ink()
        };
        Label::new(
            Point::new(at + 20.0, y),
            Anchor::Start,
            s.small(),
            text.as_str(),
        )
        .color(color)
        .put(scene, pen);
        at += 32.0 + width(&text, s.small());
    }
    let y = halves.plot.y - s.small * 0.7;
    let sexes = [
        (halves.left, Anchor::End, lang.pick("男", "Men")),
        (halves.right, Anchor::Start, lang.pick("女", "Women")),
    ];
    for (x, anchor, text) in sexes {
        muted(scene, cast, Point::new(x, y), anchor, s.small(), text);
    }
}

/// What a line over the bars of a panel is.
fn outlined(cast: &Cast<'_>, text: &str) -> String {
    let home = cast.name(cast.c.home());
    let way = match text.starts_with(home) {
        true => cast.lang().pick("线", "line"),
        false => cast.lang().pick("虚线", "dashed"),
    };
    cast.lang()
        .pick(format!("{way}：{text}"), format!("{way}: {text}"))
}

/// The three parts of the population under the panel.
fn words(scene: &mut Scene, cast: &Cast<'_>, panel: &Panel<'_>, now: &Ages) {
    let s = cast.sizes();
    let at = Point::new(
        panel.room.x + panel.room.w / 2.0,
        panel.room.bottom() - s.small * 0.75,
    );
    let text = tell::age_parts(now, cast.lang());
    if width(&text, s.small()) <= panel.room.w {
        Label::new(at, Anchor::Middle, s.small(), text)
            .color(cast.options.theme.text)
            .put(scene, cast.pen(panel.member));
    }
}

/// The parts of the peers that have no pyramid here, in words; gives where the room for pyramids ends.
fn others(scene: &mut Scene, cast: &Cast<'_>, shown: Option<&Member>, body: Rect) -> f64 {
    let (lang, face) = (cast.lang(), cast.sizes().small());
    let rest: Vec<&Member> = cast
        .c
        .peers()
        .into_iter()
        .filter(|m| shown.is_none_or(|s| s.region != m.region))
        .collect();
    if rest.is_empty() {
        return body.bottom();
    }
    let mut pieces = Vec::new();
    for member in &rest {
        if !pieces.is_empty() {
            pieces.push(Piece::flow(lang.pick("；", "; ")));
        }
        pieces.push(Piece::keep(cast.name(member)));
        let parts = Ages::of(cast.data, member.region).last().map_or_else(
            || cast.no_figure().to_owned(),
            |now| tell::age_parts(now, lang),
        );
        pieces.push(Piece::flow(format!(" {parts}")));
        cast.labelled(scene, member);
    }
    let lines = wrap(&pieces, face, body.w);
    let top = body.bottom() - lines.len() as f64 * face.line_height();
    for (i, text) in lines.iter().enumerate() {
        let at = Point::new(body.x, top + (i as f64 + 0.5) * face.line_height());
        muted(scene, cast, at, Anchor::Start, face, text);
    }
    top - 8.0
}
