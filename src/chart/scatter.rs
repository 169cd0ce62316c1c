//! Two indicators of every city in one period: one up, one across, a third as area; the way of home and peers over time as a trail.
//!
//! A pair is of one period or it is not drawn. The rules are the medians of the others.

use std::sync::Arc;

use super::areas::{Areas, CROWD};
use super::room::{Room, fit_text};
use super::scatter_notes as notes;
use super::time::{self, DOUBT};
use super::{Cast, look};
use crate::base::{Point, Rect, sort};
use crate::compare::{self, Comparison, Member, Pair, Reading, Relation, Role as Part};
use crate::draw::{Element, Plot};
use crate::mark::{Label, Look, Pen, axis_x, axis_y, dot, line, rule};
use crate::scale::{Fit, Scale, Wish};
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};
use crate::tell::{self, Display, Finding};
use crate::text::width;

/// A way over time: pairs of readings in unbroken stretches.
pub(super) type Trail = Vec<Vec<(Reading, Reading)>>;

pub(super) struct Placed<'a> {
    pub(super) relation: &'a Relation,
    /// The ways of home and peers, by the position of the member.
    pub(super) trails: Vec<(usize, Trail)>,
    across: &'a Comparison,
    pub(super) plot: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    pub(super) shown: [Display; 2],
    areas: Areas,
    key: Vec<String>,
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let found = compare::relation(cast.data, cast.c).zip(cast.c.beside.first());
    let Some((relation, across)) = found else {
        let text = cast.lang().pick(
            "没有另一项指标有同一年的数据，无法成对",
            "No other indicator has figures of the same period: there are no pairs",
        );
        return time::instead(scene, cast, text);
    };
    let placed = place(cast, relation, across);
    let (theme, small) = (cast.options.theme, cast.sizes().small());
    let plot = Plot::new(scene, placed.plot, &placed.x, &placed.y);
    let [shown_x, shown_y] = &placed.shown;
    let up = axis_y(&plot, theme, |v| cast.tick(&placed.y, shown_y, v), small);
    let along = axis_x(&plot, theme, |v| cast.tick(&placed.x, shown_x, v), small);
    medians(cast, &placed, &plot);
    for (member, trail) in &placed.trails {
        way(cast, &plot, &cast.c.members[*member], trail);
    }
    bubbles(cast, &placed, &plot);
    drop(plot);
    scene.layout.ticks = vec![up.count(), along.count()];
    up.put(scene, theme);
    along.lower(2.5).put(scene, theme);
    names_of_axes(scene, cast, &placed);
    let below = placed.plot.bottom() + small.size * 1.5;
    time::key(scene, cast, &placed.key, below);
    labels(scene, cast, &placed);
    spots(scene, cast, &placed);
    scene.layout.plot = placed.plot;
    scene.layout.domain = Some(placed.y.domain());
    scene.layout.across = Some(placed.x.domain());
    // the names of the axes and the key stand where others have a legend
    let body = cast.framed.body;
    let key = placed.key.len() as f64 * small.line_height();
    let height = placed.plot.bottom() + small.size * 3.1 + key - body.y;
    scene.layout.panel = Rect::new(body.x, body.y, body.w, height);
}

fn place<'a>(cast: &Cast<'a>, relation: &'a Relation, across: &'a Comparison) -> Placed<'a> {
    let (sizes, body) = (cast.sizes(), cast.framed.body);
    let trails = trails(cast, relation);
    let shown = [across, cast.c].map(|c| tell::display(cast.data, c, Finding::Trend, cast.lang()));
    type Of<T> = fn(&T) -> f64;
    let reach = |now: Of<Pair>, then: Of<(Reading, Reading)>, also: &[f64]| {
        let past = trails.iter().flat_map(|(_, t)| t.iter().flatten());
        let own = relation.pairs.iter().map(now);
        own.chain(past.map(then))
            .chain(also.iter().copied())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
                (a.min(v), b.max(v))
            })
    };
    let xs = reach(|p| p.x.value, |p| p.0.value, cast.also_across());
    let ys = reach(|p| p.y.value, |p| p.1.value, cast.also());
    let key = time::joined_key(cast, &key_parts(cast, relation, xs.0.min(ys.0)));
    let key_height = key.len() as f64 * sizes.small().line_height();
    let top = body.y + sizes.small * 1.9;
    let bottom = body.bottom() - key_height - sizes.small * 3.1;
    let count = if bottom - top < 240.0 { 4 } else { 5 };
    let y = cast.scale(
        ys,
        (bottom, top),
        wish(cast, cast.c, count, &shown[1]),
        Fit::Around,
    );
    let tick = |v: &f64| width(&cast.tick(&y, &shown[1], *v), sizes.small());
    let ticks = y.ticks().iter().map(tick).fold(0.0, f64::max) + 8.0;
    let plot = Rect::new(body.x + ticks, top, body.w - ticks - 4.0, bottom - top);
    let count = if plot.w < 400.0 { 4 } else { 6 };
    let range = (plot.x, plot.right());
    let x = cast.scale(xs, range, wish(cast, across, count, &shown[0]), Fit::Around);
    Placed {
        areas: Areas::of(cast, &relation.pairs, plot),
        relation,
        trails,
        across,
        plot,
        x,
        y,
        shown,
        key,
    }
}

/// Ticks of an indicator, whole where whole things are counted.
fn wish(cast: &Cast<'_>, c: &Comparison, count: usize, shown: &Display) -> Wish {
    let precision = cast.data.indicator(c.question.indicator).precision;
    Wish {
        count,
        divisor: shown.divisor,
        finest: if precision == 0 { 1.0 } else { 0.0 },
    }
}

fn trails(cast: &Cast<'_>, r: &Relation) -> Vec<(usize, Trail)> {
    let members = cast.c.members.iter().enumerate();
    members
        .filter(|(_, m)| cast.is_marked(m))
        .map(|(i, _)| (i, compare::trail(cast.c, i, r.period)))
        .collect()
}

fn key_parts(cast: &Cast<'_>, r: &Relation, low: f64) -> Vec<String> {
    let (c, lang) = (cast.c, cast.lang());
    let mut parts = Vec::new();
    parts.extend(tell::correlation(cast.data, c, r, lang).map(|t| tell::capital(&t)));
    if let Some(size) = c.beside.get(1) {
        let name = tell::axis_name(cast.data, size, lang);
        let sized = r.pairs.iter().filter(|p| p.size.is_some()).count();
        let (zh, en) = if sized == r.pairs.len() {
            (format!("圆面积：{name}"), format!("area: {name}"))
        } else {
            (
                format!("圆面积：{name}，无此数据的画成小点"),
                format!("area: {name}, a small dot where there is none"),
            )
        };
        parts.push(lang.pick(zh, en));
    }
    if r.pairs.iter().any(doubtful) {
        let (zh, en) = (
            "空心虚线圈：估计、约数或可靠性低",
            "hollow, dotted: uncertain",
        );
        parts.push(lang.pick(zh, en).to_owned());
    }
    parts.extend(missing(cast, r));
    parts.extend(cast.scale_word(low));
    parts
}

/// Who has no pair: home and peers by name, the others counted.
fn missing(cast: &Cast<'_>, r: &Relation) -> Option<String> {
    let lang = cast.lang();
    if r.pairs.len() == cast.c.members.len() {
        return None;
    }
    let has = |i: usize| r.pairs.binary_search_by_key(&i, |p| p.member).is_ok();
    let members = cast.c.members.iter().enumerate();
    let gone: Vec<&Member> = members.filter(|(i, _)| !has(*i)).map(|(_, m)| m).collect();
    let few = gone.len() <= 3;
    let named = gone.iter().filter(|m| few || cast.is_marked(m));
    let mut names: Vec<String> = named.map(|m| cast.name(m).to_owned()).collect();
    let more = gone.len() - names.len();
    if more > 0 {
        names.push(lang.pick(format!("另{more}地"), format!("{more} others")));
    }
    if names.is_empty() {
        return None;
    }
    let names = names.join(lang.pick("、", ", "));
    Some(lang.pick(
        format!("缺一项而未画：{names}"),
        format!("not drawn, one of the two is missing: {names}"),
    ))
}

fn doubtful(pair: &Pair) -> bool {
    look(&pair.x) != Look::Solid || look(&pair.y) != Look::Solid
}

/// The largest first, so that none hides another; home and peers on top.
fn drawing_order<'r>(cast: &Cast<'_>, r: &'r Relation) -> Vec<&'r Pair> {
    let mut order: Vec<&Pair> = r.pairs.iter().collect();
    let size = |p: &Pair| p.size.map_or(0.0, |s| s.value);
    sort(&mut order, |a, b| {
        let role = |p: &Pair| cast.c.members[p.member].role;
        let by_size = size(b).total_cmp(&size(a));
        let marked = |p: &Pair| cast.is_marked(&cast.c.members[p.member]);
        let first = marked(a).cmp(&marked(b)).then(role(b).cmp(&role(a)));
        first.then(by_size)
    });
    order
}

/// All bubbles through plotters at once: one by one, its ceremony would cost more than they do.
fn bubbles(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>) {
    let order = drawing_order(cast, placed.relation);
    let values = order.iter().map(|p| (p.x.value, p.y.value)).collect();
    let emit = |points: Vec<Point>, scene: &mut Scene| {
        scene.items.reserve(points.len());
        for (pair, at) in order.iter().zip(points) {
            bubble(scene, cast, placed, pair, at);
        }
    };
    plot.draw(&Element::new(values, &emit));
}

fn bubble(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>, pair: &Pair, center: Point) {
    let member = &cast.c.members[pair.member];
    let pen = cast.pen(member);
    let radius = placed.areas.radius(pair);
    let ground = cast.options.theme.ground;
    let stroke = pen.stroke(if radius < 3.0 { 0.75 } else { 1.25 });
    let rest = member.role == Part::Rest;
    let (radius, fill, stroke) = if doubtful(pair) {
        let dash = Some((3.0, 2.0));
        (radius, ground, Some(Stroke { dash, ..stroke }))
    } else if rest && radius < placed.areas.outlined {
        // a rim would leave nothing of it
        (radius + stroke.width / 2.0, stroke.color, None)
    } else {
        let veil = if rest { 0.6 } else { 0.3 };
        (radius, pen.fill().mix(ground, veil), Some(stroke))
    };
    let fill = Some(fill);
    pen.put(
        scene,
        Shape::Circle {
            center,
            radius,
            fill,
            stroke,
        },
    );
}

/// The way of a city over time; to and from a period without figures it is dotted, across a break there is none.
fn way(cast: &Cast<'_>, plot: &Plot<'_>, member: &Member, trail: &Trail) {
    let pen = cast.pen(member);
    let at = |p: &(Reading, Reading)| (p.0.value, p.1.value);
    for stretch in trail {
        for two in stretch.windows(2) {
            let next = two[0].1.period.is_followed_by(two[1].1.period);
            let dash = if next { None } else { Some(DOUBT) };
            let stroke = Stroke {
                dash,
                ..pen.stroke(1.25)
            };
            line(plot, pen, vec![at(&two[0]), at(&two[1])], stroke);
        }
        for pair in stretch {
            dot(plot, pen, Look::Solid, at(pair), 1.75);
        }
    }
}

fn medians(cast: &Cast<'_>, placed: &Placed<'_>, plot: &Plot<'_>) {
    let Some((x, y)) = placed.relation.medians else {
        return;
    };
    let pen = Pen::new(cast.options.theme, Role::Benchmark);
    let stroke = Stroke {
        dash: Some((4.0, 3.0)),
        ..pen.stroke(1.0)
    };
    let (left, right) = plot.x().domain();
    let (bottom, top) = plot.y().domain();
    rule(plot, pen, (x.value, bottom), (x.value, top), stroke);
    rule(plot, pen, (left, y.value), (right, y.value), stroke);
}

/// What stands up over its axis, what across under the end of the other.
fn names_of_axes(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let (face, body) = (cast.sizes().small(), cast.framed.body);
    let pen = Pen::new(cast.options.theme, Role::Text);
    let name = |c, shown| tell::axis_name_in(cast.data, c, shown, cast.lang());
    let [shown_x, shown_y] = &placed.shown;
    let fitting = |text: String| fit_text(text, face, body.w);
    let at = Point::new(body.x, body.y + face.size * 0.6);
    let up = fitting(format!("↑ {}", name(cast.c, shown_y)));
    Label::new(at, Anchor::Start, face, up).put(scene, pen);
    let at = Point::new(placed.plot.right(), placed.plot.bottom() + face.size * 2.5);
    let along = fitting(format!("{} →", name(placed.across, shown_x)));
    Label::new(at, Anchor::End, face, along).put(scene, pen);
}

fn labels(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let mut room = Room::new(placed.plot.inflate(-2.0));
    let at = |p: &Pair| Point::new(placed.x.map(p.x.value), placed.y.map(p.y.value));
    let few = placed.relation.pairs.len() <= CROWD;
    for pair in &placed.relation.pairs {
        room.cover(at(pair), placed.areas.radius(pair));
        if few {
            room.name(at(pair), placed.areas.radius(pair));
        }
    }
    let on = |(x, y): &(Reading, Reading)| Point::new(placed.x.map(x.value), placed.y.map(y.value));
    for stretch in placed.trails.iter().flat_map(|(_, trail)| trail) {
        // a way of one point is a point
        room.cover(on(&stretch[0]), 1.5);
        for two in stretch.windows(2) {
            room.cover_way(on(&two[0]), on(&two[1]), 1.5);
        }
    }
    notes::medians(scene, cast, placed, &mut room);
    notes::begin(scene, cast, placed, &mut room);
    let pairs = &placed.relation.pairs;
    let part = |p: &Pair| cast.c.members[p.member].role;
    let marked = |p: &Pair| cast.is_marked(&cast.c.members[p.member]);
    // names in the few gaps of a crowd would say nothing of it
    let named = pairs.iter().filter(|p| pairs.len() <= CROWD || marked(p));
    let mut order: Vec<&Pair> = named.collect();
    scene.layout.dropped = pairs.len() - order.len();
    sort(&mut order, |a, b| {
        let size = |p: &Pair| p.size.map_or(0.0, |s| s.value);
        let first = marked(b).cmp(&marked(a)).then(part(a).cmp(&part(b)));
        first.then(size(b).total_cmp(&size(a)))
    });
    scene.layout.labels = pairs.len();
    // who is missing stands in the key
    for member in cast.c.members.iter().filter(|m| m.role != Part::Rest) {
        cast.labelled(scene, member);
    }
    for pair in order {
        let radius = placed.areas.radius(pair);
        if !label(scene, cast, &mut room, pair, (at(pair), radius)) {
            scene.layout.dropped += 1;
        }
    }
}

/// Puts a name where it has room; home, peers and the one that is looked at in any case.
fn label(
    scene: &mut Scene,
    cast: &Cast<'_>,
    room: &mut Room,
    pair: &Pair,
    (at, radius): (Point, f64),
) -> bool {
    let member = &cast.c.members[pair.member];
    let marked = cast.is_marked(member);
    let few = cast.c.members.len() <= 20 && !cast.is_panel();
    if cast.is_panel() && !marked {
        return false;
    }
    let face = time::end_face(cast, member);
    let text = cast.name(member);
    let size = (width(text, face), face.size * 1.05);
    let reach = match (marked, few) {
        (true, _) => scene.size.w,
        (false, true) => 90.0,
        (false, false) => 6.0,
    };
    let Some(rect) = room.find(at, radius, size, reach, marked || few) else {
        return false;
    };
    let tag = cast.tag(scene, member, Some(pair.y.period));
    let pen = cast.pen(member).tagged(tag);
    let middle = Point::new(rect.x, rect.y + rect.h / 2.0);
    let from = Point::new(rect.x + rect.w / 2.0, middle.y);
    let (dx, dy) = (from.x - at.x, from.y - at.y);
    let away = libm::sqrt(dx * dx + dy * dy);
    // a name that had to go farther is joined to its point
    let gap = (libm::fabs(dx) - rect.w / 2.0).max(libm::fabs(dy) - rect.h / 2.0);
    let far = match room.is_nearer_to_another(rect, at, radius) {
        true => 2.0,
        false => 8.0,
    };
    if gap > radius + far && away > 0.0 {
        let start = (at.x + dx / away * radius, at.y + dy / away * radius);
        let end = (
            at.x.clamp(rect.x - 1.0, rect.right() + 1.0),
            at.y.clamp(rect.y - 1.0, rect.bottom() + 1.0),
        );
        time::leader(scene, pen, start, end);
        room.cover_way(at, Point::new(end.0, end.1), 1.0);
    }
    let label = Label::new(middle, Anchor::Start, face, text);
    super::rows::text(scene, cast, member, pen, label);
    true
}

/// Every circle answers to the pointer, from left to right, and every point of a trail.
fn spots(scene: &mut Scene, cast: &Cast<'_>, placed: &Placed<'_>) {
    let pairs = &placed.relation.pairs;
    scene.tags.reserve(pairs.len());
    scene.spots.reserve(pairs.len());
    let now: Arc<str> = placed.relation.period.to_string().into();
    // in the order of the members, as they lie in memory
    let tag = |pair: &Pair| scene.tag(cast.id(&cast.c.members[pair.member]), &now);
    let tags: Vec<u32> = pairs.iter().map(tag).collect();
    let spot = |x: f64, y: f64, tag: u32, reach: f64| {
        let anchor = Point::new(placed.x.map(x), placed.y.map(y));
        Spot {
            area: Rect::new(anchor.x - reach, anchor.y - reach, reach * 2.0, reach * 2.0),
            anchor,
            tag,
        }
    };
    scene.spots.extend(placed.relation.by_x.iter().map(|i| {
        let pair = &pairs[*i];
        let reach = placed.areas.radius(pair).max(16.0);
        spot(pair.x.value, pair.y.value, tags[*i], reach)
    }));
    for (member, trail) in &placed.trails {
        for (x, y) in trail.iter().flatten() {
            if y.period != placed.relation.period {
                let when: Arc<str> = y.period.to_string().into();
                let tag = scene.tag(cast.id(&cast.c.members[*member]), &when);
                scene.spots.push(spot(x.value, y.value, tag, 10.0));
            }
        }
    }
}
