//! The figure of home large on a card, with period, scope, reported standing and source; beside it each peer's own.
//!
//! Nothing is drawn to a scale: figures of different scopes would seem to be compared.

use super::Cast;
use crate::base::{Point, Rect};
use crate::compare::{Fact, Member, Role as Part, facts};
use crate::data::Kind;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene, Shape, Spot, Stroke};
use crate::tell::{self, FactCard};
use crate::text::{Face, Piece, width, wrap};

/// Distance between cards, and from a card's mark to its text.
const GAP: f64 = 14.0;

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    if cast.is_titled() {
        return of_one(scene, cast);
    }
    let all = facts(cast.data, cast.c);
    let body = cast.framed.body;
    scene.layout.plot = body;
    scene.layout.panel = body;
    let peers = cast.c.peers();
    let needs = peers
        .iter()
        .map(|m| need(scene, cast, &all, m, body.w - GAP * 0.5));
    let needs: Vec<f64> = needs.collect();
    let own = need(scene, cast, &all, cast.c.home(), body.w - GAP * 0.5);
    let (own, beside) = halves(body, own, &needs);
    card(scene, cast, &all, cast.c.home(), own);
    for (member, area) in peers.into_iter().zip(beside) {
        card(scene, cast, &all, member, area);
    }
}

/// In a panel about a city its card; home's has a panel of its own.
fn of_one(scene: &mut Scene, cast: &Cast<'_>) {
    let (body, lead) = (cast.framed.body, cast.lead(cast.c));
    scene.layout.plot = body;
    scene.layout.panel = body;
    // facts are those of home and peers
    let mut alone = cast.c.clone();
    for member in &mut alone.members {
        member.role = match member.region == lead.region {
            true => Part::Home,
            false => Part::Rest,
        };
    }
    card(scene, cast, &facts(cast.data, &alone), lead, body);
}

/// How high all that a card has to say is in a column of this width.
fn need(scene: &Scene, cast: &Cast<'_>, all: &[Fact<'_>], member: &Member, w: f64) -> f64 {
    let own: Vec<&Fact<'_>> = all.iter().filter(|f| f.region == member.region).collect();
    let mut unseen = Scene::new(scene.size, scene.ground);
    let mut writer = Writer {
        left: 0.0,
        room: w - GAP,
        y: 0.0,
        bottom: f64::INFINITY,
    };
    let pen = cast.pen(member);
    lines(&mut unseen, cast, member, &own, pen, &mut writer);
    writer.y
}

/// One card below the other, each as high as it needs; nothing where that is too much for the body.
fn stacked(body: Rect, needs: impl Iterator<Item = f64> + Clone) -> Option<Vec<Rect>> {
    let total: f64 = needs.clone().sum();
    let gaps = GAP * (needs.clone().count() - 1) as f64;
    if total + gaps > body.h {
        return None;
    }
    let mut y = body.y;
    let place = |h: f64| {
        let area = Rect::new(body.x, y, body.w - GAP * 0.5, h);
        y += h + GAP;
        area
    };
    Some(needs.map(place).collect())
}

/// The card of home, and those of the peers: right of it, or below on narrow screens.
fn halves(body: Rect, own: f64, needs: &[f64]) -> (Rect, Vec<Rect>) {
    let peers = needs.len();
    if peers == 0 {
        return (body, Vec::new());
    }
    let wide = body.w >= 560.0;
    let all = std::iter::once(own).chain(needs.iter().copied());
    if let Some(mut areas) = stacked(body, all).filter(|_| !wide) {
        return (areas.remove(0), areas);
    }
    let (own, rest) = if wide {
        let w = (body.w - GAP * 2.0) * 0.5;
        let own = Rect::new(body.x, body.y, w, body.h);
        let x = own.right() + GAP * 2.0;
        (own, Rect::new(x, body.y, body.right() - x, body.h))
    } else {
        let h = (body.h - GAP) * if peers > 2 { 0.4 } else { 0.46 };
        let own = Rect::new(body.x, body.y, body.w, h);
        let y = own.bottom() + GAP;
        (own, Rect::new(body.x, y, body.w, body.bottom() - y))
    };
    // below 40 px a card would not hold its name and its figure
    let columns = (1..=peers).find(|c| rest.h / (peers.div_ceil(*c)) as f64 >= 40.0);
    let columns = columns.unwrap_or(peers);
    let rows = peers.div_ceil(columns);
    let (w, h) = (rest.w / columns as f64, rest.h / rows as f64);
    let at = |i: usize| {
        let (column, row) = ((i / rows) as f64, (i % rows) as f64);
        let inner = (h - GAP * 0.7).max(h * 0.6);
        Rect::new(rest.x + column * w, rest.y + row * h, w - GAP * 0.5, inner)
    };
    (own, (0..peers).map(at).collect())
}

/// A card: a mark in the member's colour, then its lines as far as they have room.
fn card(scene: &mut Scene, cast: &Cast<'_>, all: &[Fact<'_>], member: &Member, area: Rect) {
    let own: Vec<&Fact<'_>> = all.iter().filter(|f| f.region == member.region).collect();
    let when = own.first().map(|f| f.period).or(cast.c.period);
    let tag = cast.tag(scene, member, when);
    let pen = cast.pen(member).tagged(tag);
    scene.spots.push(Spot {
        area,
        anchor: Point::new(area.x + 2.0, area.y + area.h / 2.0),
        tag,
    });
    mark(scene, member, own.first().copied(), pen, area);
    cast.labelled(scene, member);
    scene.layout.labels += 1;
    let mut writer = Writer {
        left: area.x + GAP,
        room: area.w - GAP,
        y: area.y,
        bottom: area.bottom(),
    };
    lines(scene, cast, member, &own, pen, &mut writer);
}

/// The mark of a card: solid for what was, a dashed frame for a target.
fn mark(scene: &mut Scene, member: &Member, first: Option<&Fact<'_>>, pen: Pen, area: Rect) {
    let w = if member.role == Part::Home { 6.0 } else { 4.0 };
    let target = first.is_some_and(|f| f.recorded.is_some_and(|o| o.kind == Kind::Target));
    let outline = Stroke {
        dash: Some((4.0, 3.0)),
        ..pen.stroke(1.5)
    };
    pen.put(
        scene,
        Shape::Rect {
            rect: Rect::new(area.x, area.y, w, area.h),
            radius: 0.0,
            fill: (!target).then(|| pen.fill()),
            stroke: target.then_some(outline),
        },
    );
}

/// Where the next line of a card stands.
struct Writer {
    left: f64,
    room: f64,
    y: f64,
    bottom: f64,
}

impl Writer {
    /// Writes a text in as many lines as it takes, all or none; tells whether it did.
    fn write(
        &mut self,
        scene: &mut Scene,
        pen: Pen,
        text: &[Piece],
        face: Face,
        ink: bool,
    ) -> bool {
        let lines = wrap(text, face, self.room);
        let high = face.line_height();
        // what must stay whole and is too wide is not written
        let whole = |p: &Piece| !p.keep || width(&p.text, face) <= self.room;
        let fits = text.iter().all(whole) && lines.iter().all(|l| width(l, face) <= self.room);
        if self.y + high * lines.len() as f64 > self.bottom + 2.0 || !fits {
            return false;
        }
        for line in lines {
            let at = Point::new(self.left, self.y + high / 2.0);
            let label = Label::new(at, Anchor::Start, face, line);
            let muted = Pen::new(pen.theme, Role::Muted);
            if ink {
                label.put(scene, pen);
            } else {
                label.color(pen.theme.muted).put(scene, muted);
            }
            self.y += high;
        }
        true
    }
}

/// The name, then each figure: value and period, standing, scope, source. What comes first is kept first.
fn lines(
    scene: &mut Scene,
    cast: &Cast<'_>,
    member: &Member,
    own: &[&Fact<'_>],
    pen: Pen,
    writer: &mut Writer,
) {
    let (sizes, home) = (cast.sizes(), member.role == Part::Home);
    if !cast.is_titled() {
        let name = [Piece::keep(cast.name(member))];
        writer.write(scene, pen, &name, sizes.label(true), true);
    }
    if own.is_empty() {
        let words = [Piece::flow(tell::no_fact(cast.lang()))];
        writer.write(scene, pen, &words, sizes.small(), false);
    }
    for (i, fact) in own.iter().enumerate() {
        let card = tell::fact_card(cast.data, cast.c, fact, cast.lang());
        let large = if home && i == 0 && !cast.is_panel() {
            big(scene.size.w)
        } else {
            sizes.label
        };
        if i > 0 {
            writer.y += sizes.small * 0.6;
        }
        if !figure(scene, cast, &card, pen, writer, large) {
            break;
        }
        for text in details(&card, cast.lang().pick("口径：", "scope: ")) {
            writer.write(scene, pen, &[Piece::flow(text)], sizes.small(), false);
        }
    }
}

/// The value with its period: on one line, or the period below where the value is large.
fn figure(
    scene: &mut Scene,
    cast: &Cast<'_>,
    card: &FactCard,
    pen: Pen,
    writer: &mut Writer,
    large: f64,
) -> bool {
    let sizes = cast.sizes();
    if large <= sizes.label {
        let (value, when) = (card.value.clone(), &card.when);
        let text = cast.lang().pick(format!("({when})"), format!(" ({when})"));
        let pieces = [Piece::keep(value), Piece::keep(text)];
        return writer.write(scene, pen, &pieces, sizes.label(false), true);
    }
    let value = [Piece::keep(card.value.clone())];
    // a long standing in words is no large number
    let done = writer.write(scene, pen, &value, Face::bold(large), true)
        || writer.write(
            scene,
            pen,
            &[Piece::flow(card.value.clone())],
            sizes.label(true),
            true,
        );
    writer.write(
        scene,
        pen,
        &[Piece::keep(card.when.clone())],
        sizes.label(false),
        false,
    );
    done
}

/// The size of home's figure: one of the four sizes of a picture.
fn big(width: f64) -> f64 {
    if width < 480.0 {
        28.0
    } else if width < 1600.0 {
        40.0
    } else {
        56.0
    }
}

/// What stands below a figure.
fn details(card: &FactCard, scope: &str) -> Vec<String> {
    let mut all: Vec<String> = card.reported.clone().into_iter().collect();
    all.extend(card.status.map(ToOwned::to_owned));
    all.extend(card.scope.as_ref().map(|s| format!("{scope}{s}")));
    all.push(card.source.clone());
    all.retain(|t| !t.is_empty());
    all
}
