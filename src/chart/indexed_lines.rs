//! Everyone over time as a percentage of one period, which a rule marks and the page can drag.
//!
//! An index ends where a series changes its meaning. It is drawn like any other lines over time.

use super::time::{self, Line};
use super::{Cast, trend_lines};
use crate::base::{Point, snap};
use crate::compare::{self, Reading};
use crate::data::Period;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene, Shape};
use crate::tell;
use crate::text::width;

/// What every value of the base period becomes.
const BASE: f64 = 100.0;

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    if !tell::has_index(cast.data, cast.c) {
        let text = cast.lang().pick(
            "百分比不宜再折算成指数，请看“走势”",
            "An index of a percentage says nothing: see the trend",
        );
        return time::instead(scene, cast, text);
    }
    let Some(base) = compare::base_period(cast.c) else {
        return time::instead(scene, cast, cast.no_figure());
    };
    let lines = time::lines(cast).into_iter().map(|l| indexed(l, base));
    let lines: Vec<Line<'_>> = lines.collect();
    let key = key_parts(cast, &lines, base);
    let display = cast.display();
    cast.leave(key.iter().cloned());
    let Some(placed) = trend_lines::draw_lines(scene, cast, lines, &display, key) else {
        return;
    };
    let x = placed.x.map(base.position());
    rule(scene, cast, &placed, (x, placed.y.map(BASE)), base);
    scene.layout.base = Some(x);
    // a home without a value in a period cannot begin there
    let bases = compare::base_periods(cast.c);
    let (first, last) = placed.x.domain();
    let within = |p: &&Period| p.position() >= first && p.position() <= last;
    scene.layout.periods = bases
        .iter()
        .filter(within)
        .map(|p| (p.to_string(), placed.x.map(p.position())))
        .collect();
}

/// The line with levels in the place of values; what cannot be compared with the base period is left out.
fn indexed(mut line: Line<'_>, base: Period) -> Line<'_> {
    let levels = compare::index(line.series, base);
    let level = |r: &Reading| {
        let all = &line.series.readings;
        let at = all.binary_search_by_key(&r.period, |o| o.period).ok()?;
        Some(Reading {
            value: levels[at]?,
            ..*r
        })
    };
    line.readings = line.readings.iter().filter_map(level).collect();
    line
}

/// Whose line is cut at a break, and who has no value in the base period.
fn key_parts(cast: &Cast<'_>, lines: &[Line<'_>], base: Period) -> Vec<String> {
    let lang = cast.lang();
    let has = |l: &&Line<'_>| l.series.at(base).is_some();
    let names = |all: &mut dyn Iterator<Item = &Line<'_>>| {
        let names: Vec<&str> = all.map(|l| cast.name(l.member)).collect();
        let most = if cast.framed.body.w < 480.0 { 2 } else { 4 };
        let more = names.len().saturating_sub(most);
        let few = names[..names.len() - more].join(lang.pick("、", ", "));
        match more {
            0 => few,
            n => lang.pick(
                format!("{few}等{}地", n + most),
                format!("{few} and {n} more"),
            ),
        }
    };
    let mut parts = Vec::new();
    let cut = |l: &&Line<'_>| !l.series.breaks.is_empty();
    let broken = names(&mut lines.iter().rev().filter(has).filter(cut));
    if !broken.is_empty() {
        parts.push(lang.pick(
            format!("{broken}口径有变，指数不跨过变化"),
            format!("{broken}: ends where redefined"),
        ));
    }
    let gone = names(
        &mut lines
            .iter()
            .filter(|l| !l.series.readings.is_empty() && !has(l)),
    );
    if !gone.is_empty() {
        let when = tell::brief_period(base, lang);
        parts.push(lang.pick(
            format!("{when}无数据：{gone}"),
            format!("no figure for {when}: {gone}"),
        ));
    }
    parts
}

/// The rule of the base period with a handle, where all lines meet.
fn rule(
    scene: &mut Scene,
    cast: &Cast<'_>,
    placed: &time::Placed<'_>,
    (x, y): (f64, f64),
    base: Period,
) {
    let (plot, face) = (placed.plot, cast.sizes().small());
    let pen = Pen::new(cast.options.theme, Role::Benchmark);
    let (x, y) = (snap(x), snap(y));
    pen.put(
        scene,
        Shape::Path {
            points: vec![Point::new(x, plot.y), Point::new(x, plot.bottom())],
            closed: false,
            fill: None,
            stroke: Some(pen.stroke(1.5)),
        },
    );
    pen.put(
        scene,
        Shape::Circle {
            center: Point::new(x, y),
            radius: cast.sizes().dot,
            fill: Some(cast.options.theme.ground),
            stroke: Some(pen.stroke(2.0)),
        },
    );
    let when = tell::brief_period(base, cast.lang());
    let text = format!("{when} = 100");
    if cast.leave([text.clone()]) {
        return;
    }
    // beside the rule, at the end that is farther from where the lines meet
    let far = if y < plot.y + plot.h / 2.0 {
        plot.bottom() - face.size
    } else {
        plot.y + face.size
    };
    let (anchor, x) = if x + 8.0 + width(&text, face) < plot.right() {
        (Anchor::Start, x + 6.0)
    } else {
        (Anchor::End, x - 6.0)
    };
    Label::new(Point::new(x, far), anchor, face, text).put(scene, pen);
}
