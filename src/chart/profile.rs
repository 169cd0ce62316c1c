//! What the charts of several indicators share: the comparisons in order, their texts, tags, and the key of home and peers.
//!
//! What is drawn of an indicator is each chart's own.

use super::rows::muted;
use super::{Cast, Part};
use crate::base::{Point, Rect, sort_by_key};
use crate::compare::{Comparison, Member};
use crate::mark::{Label, Look, Pen, sign};
use crate::scene::{Anchor, Role, Scene, Spot};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};

/// Home, the peers in the reader's order, then the others of the group in its order.
pub(super) fn in_columns(c: &Comparison) -> Vec<&Member> {
    let mut members: Vec<&Member> = c.members.iter().collect();
    sort_by_key(&mut members, |m| m.role);
    members
}

/// A sentence in the middle of the body instead of a chart.
pub(super) fn instead(scene: &mut Scene, cast: &Cast<'_>, text: &str) {
    let body = cast.framed.body;
    scene.layout.plot = body;
    scene.layout.panel = body;
    for member in cast.c.members.iter().filter(|m| m.role != Part::Rest) {
        cast.labelled(scene, member);
    }
    let face = cast.sizes().label(false);
    let lines = wrap(&[Piece::flow(text)], face, body.w - 16.0);
    let height = lines.len() as f64 * face.line_height();
    let top = body.y + (body.h - height) / 2.0;
    stack(
        scene,
        cast,
        &lines,
        face,
        Point::new(body.x + body.w / 2.0, top),
        Anchor::Middle,
    );
}

/// Puts lines of muted text below each other; gives where they end.
pub(super) fn stack(
    scene: &mut Scene,
    cast: &Cast<'_>,
    lines: &[String],
    face: Face,
    from: Point,
    anchor: Anchor,
) -> f64 {
    let mut y = from.y;
    for line in lines {
        let at = Point::new(from.x, y + face.line_height() / 2.0);
        muted(scene, cast, at, anchor, face, line);
        y += face.line_height();
    }
    y
}

/// The name of what a row is about with its unit and, where it differs, its period: as much of it as fits into so many lines.
pub(super) fn heading(
    cast: &Cast<'_>,
    c: &Comparison,
    face: Face,
    room: f64,
    most: usize,
) -> Vec<String> {
    let (data, lang) = (cast.data, cast.lang());
    let indicator = data.indicator(c.question.indicator);
    let (long, short) = (indicator.name.get(lang), indicator.short().get(lang));
    let shown = tell::display(data, c, tell::Finding::Standing, lang);
    // English counts have it in their names
    let named = tell::axis_label(&shown, data.unit(indicator.unit), lang).is_empty();
    let unit = if named { String::new() } else { shown.unit };
    let when = c.period.map_or_else(String::new, |p| tell::period(p, lang));
    let about = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
        match parts.is_empty() {
            true => String::new(),
            false => lang.pick(
                format!("({})", parts.join("，")),
                format!(" ({})", parts.join(", ")),
            ),
        }
    };
    let ladder = [
        (long, about(&[&unit, &when])),
        (short, about(&[&unit, &when])),
        (short, about(&[&when])),
        (short, String::new()),
    ];
    let mut last = Vec::new();
    for (name, about) in ladder {
        let pieces = [Piece::flow(tell::capital(name)), Piece::flow(about)];
        last = wrap(&pieces, face, room);
        if last.len() <= most.max(1) && last.iter().all(|l| width(l, face) <= room) {
            return last;
        }
    }
    last.truncate(most.max(1));
    last
}

/// Makes a place answer for a member in the i-th comparison.
pub(super) fn spot(
    scene: &mut Scene,
    cast: &Cast<'_>,
    (i, c): (usize, &Comparison),
    member: &Member,
    area: Rect,
    anchor: Point,
) -> u32 {
    let when = member.reading.map(|r| r.period).or(c.period);
    let when = when.map(|p| p.to_string()).unwrap_or_default();
    let place = u16::try_from(i).unwrap_or(u16::MAX);
    let tag = scene.tag_beside(cast.id(member), &when.into(), place);
    scene.spots.push(Spot { area, anchor, tag });
    tag
}

/// Which number stands for which indicator: for panels, which have no room for names.
pub(super) fn numbered(cast: &Cast<'_>, rows: &[(usize, &Comparison)]) -> String {
    let lang = cast.lang();
    let name = |c: &Comparison| cast.data.indicator(c.question.indicator).short().get(lang);
    let each = rows.iter().enumerate();
    let each: Vec<String> = each
        .map(|(i, (_, c))| format!("{} {}", i + 1, name(c)))
        .collect();
    each.join(lang.pick("、", ", "))
}

/// One entry of the key: a sign with a name.
struct Entry<'a> {
    pen: Pen,
    text: &'a str,
    face: Face,
}

/// The key of signs: home, these peers and, where there are any, the others. Gives where it ends.
pub(super) fn key(scene: &mut Scene, cast: &Cast<'_>, shown: &[&Member], rest: bool) -> f64 {
    let sizes = cast.sizes();
    let body = cast.framed.body;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for member in shown {
        cast.labelled(scene, member);
        entries.push(Entry {
            pen: cast.pen(member),
            text: cast.name(member),
            face: super::rows::face(cast, member),
        });
    }
    if rest {
        entries.push(Entry {
            pen: Pen::new(cast.options.theme, Role::Rest),
            text: cast.lang().pick("其他", "others"),
            face: sizes.label(false),
        });
    }
    let line = sizes.label * 1.5;
    let (mut x, mut y) = (body.x, body.y + line / 2.0);
    for entry in entries {
        let w = sizes.dot * 2.0 + 6.0 + width(entry.text, entry.face);
        if x > body.x && x + w > body.right() {
            (x, y) = (body.x, y + line);
        }
        let at = Point::new(x + sizes.dot, y);
        sign(
            scene,
            entry.pen,
            Look::Solid,
            at,
            radius(cast, entry.pen.role),
        );
        let at = Point::new(x + sizes.dot * 2.0 + 6.0, y);
        Label::new(at, Anchor::Start, entry.face, entry.text).put(scene, entry.pen);
        x += w + sizes.label * 1.2;
    }
    y + line / 2.0
}

/// How large the sign of a role is.
pub(super) fn radius(cast: &Cast<'_>, role: Role) -> f64 {
    let dot = cast.sizes().dot;
    match role {
        Role::Home => dot,
        Role::Peer(_) => dot * 0.8,
        _ => dot * 0.5,
    }
}
