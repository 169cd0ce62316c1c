//! A small chart a city or an indicator, each drawn by the chart's own code in a rectangle of its own.
//!
//! It draws no mark of a value itself. Panels for which there is no room are counted in words.

use super::frame::Framed;
use super::profile::stack;
use super::sizes::Sizes;
use super::{Cast, Options, Panel, Part, draw_one, time, trend_lines, whole};
use crate::base::{Point, Rect, snap, sort_by_key};
use crate::compare::{Comparison, Member};
use crate::data::RegionId;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};
use crate::view::{By, ChartId, Scales};

/// What one panel is about.
struct About {
    title: String,
    pen: Pen,
    c: Comparison,
    /// The city that it is about.
    region: Option<RegionId>,
    /// Its place among the comparisons.
    indicator: u16,
}

/// Where the panels stand.
struct Grid {
    columns: usize,
    rows: usize,
    step: (f64, f64),
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let of = cast.options.settings.of.repeated();
    if of == ChartId::TrendLines && cast.options.settings.by == By::Region {
        // what holds for every panel is said once
        match trend_lines::periods(cast).as_slice() {
            [] => return time::instead(scene, cast, cast.no_figure()),
            [one] => return time::instead(scene, cast, &time::only_one(cast, *one)),
            _ => {}
        }
    }
    let about = about(cast, of);
    let body = cast.framed.body;
    let small = cast.sizes().small();
    // whether all fit is known only with the notes, and the notes only then: one line more is kept free
    let notes = |n: usize| notes(cast, of, &about, n);
    let foot = |n: usize| notes(n).len() as f64 * small.line_height();
    let mut grid = Grid::of(cast, of, about.len(), body.h - foot(0));
    let shown = about.len().min(grid.columns * grid.rows);
    if shown == about.len() {
        grid = Grid::of(cast, of, shown, body.h - foot(shown));
    }
    let bodies: Vec<Rect> = (0..shown).map(|k| grid.body(cast, k)).collect();
    let also = shared(scene, cast, of, &about[..shown], &bodies);
    for (one, rect) in about.iter().zip(&bodies) {
        title(scene, cast, one, *rect);
        panel(scene, cast, of, one, *rect, &also);
    }
    let height = foot(shown);
    let from = Point::new(body.x, body.bottom() - height);
    stack(scene, cast, &notes(shown), small, from, Anchor::Start);
    scene.layout.plot = Rect::new(body.x, body.y, body.w, body.h - height);
    scene.layout.panel = scene.layout.plot;
    scene.layout.labels = shown;
    scene.layout.dropped = 0;
}

fn about(cast: &Cast<'_>, of: ChartId) -> Vec<About> {
    match cast.options.settings.by {
        By::Region => by_region(cast, of),
        By::Indicator => (0..)
            .zip(cast.c.each())
            .map(|(i, c)| of_indicator(cast, i, c))
            .collect(),
    }
}

/// Home, the peers, then the others in the order asked for.
fn by_region(cast: &Cast<'_>, of: ChartId) -> Vec<About> {
    let mut members = cast.c.in_order(cast.data);
    sort_by_key(&mut members, |m| m.role);
    members
        .into_iter()
        .map(|m| of_region(cast, of, m))
        .collect()
}

/// A city with home beside it as context.
fn of_region(cast: &Cast<'_>, of: ChartId, member: &Member) -> About {
    let mut c = cast.c.clone();
    let kept = |m: &Member| m.role == Part::Home || m.region == member.region;
    let stays: Vec<bool> = c.members.iter().map(kept).collect();
    let mut stay = stays.iter();
    c.members.retain(|_| stay.next() == Some(&true));
    let mut stay = stays.iter();
    c.series.retain(|_| stay.next() == Some(&true));
    c.beside = Vec::new();
    // what is taken over all cities belongs to no panel
    c.benchmark = None;
    // where there is nothing at all, the chart says so itself
    let any = |r: RegionId| cast.c.series_of(r).is_some_and(|s| !s.readings.is_empty());
    let empty = of == ChartId::TrendLines && !any(member.region) && any(cast.c.question.home);
    let name = cast.name(member);
    let title = match empty {
        true => format!("{name} · {}", cast.lang().pick("无数据", "no data")),
        false => name.to_owned(),
    };
    About {
        title,
        pen: cast.pen(member),
        c,
        region: Some(member.region),
        indicator: 0,
    }
}

fn of_indicator(cast: &Cast<'_>, i: u16, c: &Comparison) -> About {
    let lang = cast.lang();
    let name = cast.data.indicator(c.question.indicator).short().get(lang);
    let unit = tell::display(cast.data, c, tell::Finding::Standing, lang).unit;
    let when = c.period.map_or_else(String::new, |p| tell::period(p, lang));
    let parts: Vec<&str> = [unit.as_str(), &when]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    let about = lang.pick(
        format!("({})", parts.join(",")),
        format!(" ({})", parts.join(", ")),
    );
    let mut alone = c.clone();
    alone.beside = Vec::new();
    About {
        title: format!("{}{about}", tell::capital(name)),
        pen: Pen::new(cast.options.theme, Role::Text),
        c: alone,
        region: None,
        indicator: i,
    }
}

/// The sizes in a panel: all its texts are small.
fn sizes(cast: &Cast<'_>) -> Sizes {
    let whole = cast.sizes();
    Sizes {
        label: whole.small,
        line: whole.line * 0.8,
        dot: whole.dot * 0.8,
        ..whole
    }
}

impl Grid {
    /// The grid in which all panels are largest; where none holds them all, the one that holds most.
    fn of(cast: &Cast<'_>, of: ChartId, n: usize, high: f64) -> Self {
        let small = cast.sizes().small;
        let rows = cast.c.members.len().min(12) as f64;
        // rows have names and numbers beside their plot
        let (w, h) = match (of, cast.options.settings.by) {
            (ChartId::TrendLines, By::Region) => (small * 11.5, small * 9.5),
            (ChartId::TrendLines, By::Indicator) => (small * 20.0, small * 11.0),
            (_, By::Region) => (small * 19.0, small * 8.0),
            (_, By::Indicator) => (small * 19.0, small * (6.0 + 1.2 * rows)),
        };
        let width = cast.framed.body.w;
        let most = (whole(width / w).max(1), whole(high / h).max(1));
        let make = |columns: usize, rows: usize| Self {
            columns,
            rows,
            step: (width / columns as f64, high / rows as f64),
        };
        let all =
            (1..=most.0.min(n.max(1))).map(|columns| make(columns, n.div_ceil(columns).max(1)));
        let fitting = all.filter(|g| g.rows <= most.1);
        let size = |g: &Self| (g.step.0 / 1.6).min(g.step.1);
        let best = fitting.max_by(|a, b| size(a).total_cmp(&size(b)));
        best.unwrap_or_else(|| make(most.0, most.1))
    }

    /// Where the k-th panel's chart stands, below its title.
    fn body(&self, cast: &Cast<'_>, k: usize) -> Rect {
        let (body, small) = (cast.framed.body, cast.sizes().small);
        let (column, row) = (k % self.columns, k / self.columns);
        let gap = small * 1.5;
        let head = small * 1.6;
        Rect::new(
            snap(body.x + column as f64 * self.step.0),
            snap(body.y + row as f64 * self.step.1 + head),
            snap(self.step.0 - if self.columns > 1 { gap } else { 0.0 }),
            snap(self.step.1 - head - small * 0.5),
        )
    }
}

/// What every panel's scale must hold so that all are the same: the ends of each drawn alone.
fn shared(
    scene: &Scene,
    cast: &Cast<'_>,
    of: ChartId,
    about: &[About],
    bodies: &[Rect],
) -> Vec<f64> {
    if cast.options.settings.scales == Scales::Free || !is_one_unit(cast, about) {
        return Vec::new();
    }
    let mut ends: Vec<(f64, f64)> = Vec::new();
    for (one, rect) in about.iter().zip(bodies) {
        let mut scratch = Scene::new(scene.size, scene.ground);
        panel(&mut scratch, cast, of, one, *rect, &[]);
        ends.extend(scratch.layout.domain);
    }
    if ends.is_empty() {
        return Vec::new();
    }
    let low = ends.iter().map(|e| e.0).fold(f64::INFINITY, f64::min);
    let high = ends.iter().map(|e| e.1).fold(f64::NEG_INFINITY, f64::max);
    vec![low, high]
}

/// Whether what the panels show can stand on one scale.
fn is_one_unit(cast: &Cast<'_>, about: &[About]) -> bool {
    let unit = |a: &About| cast.data.indicator(a.c.question.indicator).unit;
    about.windows(2).all(|w| unit(&w[0]) == unit(&w[1]))
}

fn title(scene: &mut Scene, cast: &Cast<'_>, one: &About, rect: Rect) {
    let small = cast.sizes().small;
    let face = Face::bold(small);
    let at = Point::new(rect.x, rect.y - small * 0.9);
    let lines = wrap(&[Piece::flow(one.title.as_str())], face, rect.w);
    let mut text = lines.first().cloned().unwrap_or_default();
    if lines.len() > 1 {
        text.push('…');
        while width(&text, face) > rect.w && text.chars().count() > 2 {
            text = text.chars().take(text.chars().count() - 2).collect();
            text.push('…');
        }
    }
    let label = Label::new(at, Anchor::Start, face, text);
    let label = match one.pen.role {
        Role::Rest => label.color(cast.options.theme.text),
        _ => label,
    };
    label.put(scene, one.pen);
}

/// Draws one panel by the chart's own code.
fn panel(scene: &mut Scene, cast: &Cast<'_>, of: ChartId, one: &About, rect: Rect, also: &[f64]) {
    let mut settings = cast.options.settings;
    // the city of the panel stands out, unless the reader looks at another
    settings.focus = one.region.filter(|r| *r != cast.c.question.home);
    let options = Options {
        chart: of,
        settings,
        ..*cast.options
    };
    let first = scene.tags.len();
    let inner = Cast {
        data: cast.data,
        c: &one.c,
        options: &options,
        framed: Framed {
            body: rect,
            sizes: sizes(cast),
        },
        panel: Some(Panel {
            also: also.to_vec(),
            periods: match one.region {
                Some(_) => trend_lines::periods(cast),
                None => Vec::new(),
            },
            titled: one.region.is_some(),
        }),
    };
    draw_one(scene, &inner);
    for tag in &mut scene.tags[first..] {
        tag.indicator = one.indicator;
    }
}

/// What is said once for all panels, and how many have no room.
fn notes(cast: &Cast<'_>, of: ChartId, about: &[About], shown: usize) -> Vec<String> {
    let (lang, c) = (cast.lang(), cast.c);
    let region = cast.options.settings.by == By::Region;
    let mut parts: Vec<String> = Vec::new();
    let drawn = c
        .series_of(c.question.home)
        .is_some_and(|s| !s.readings.is_empty());
    if region && of == ChartId::TrendLines && about.len() > 1 && drawn {
        let home = cast.name(c.home());
        parts.push(lang.pick(
            format!("每格的粗线为{home}"),
            format!("The thick line in each panel is {home}"),
        ));
    }
    if cast.options.settings.scales == Scales::Free || !is_one_unit(cast, about) {
        parts.push(
            lang.pick("各格刻度不同", "each panel has its own scale")
                .to_owned(),
        );
    }
    if of == ChartId::TrendLines {
        parts.extend(trend_lines::signs(cast));
    }
    let more = about.len() - shown;
    if more > 0 {
        let group = cast.data.group(c.question.group);
        let noun = match region {
            true => group.noun.get(lang),
            false => lang.pick("项", "indicators"),
        };
        parts.push(lang.pick(
            format!("另有{more}{noun}未画,见表格"),
            match more {
                1 => format!("1 more of the {noun} is in the table"),
                more => format!("{more} more {noun} are in the table"),
            },
        ));
    }
    let text = tell::capital(&parts.join(lang.pick("；", "; ")));
    if text.is_empty() {
        return Vec::new();
    }
    wrap(
        &[Piece::flow(text)],
        cast.sizes().small(),
        cast.framed.body.w,
    )
}
