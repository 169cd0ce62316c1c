//! A small chart a city or an indicator, each drawn by the chart's own code in a rectangle of its own.
//!
//! It draws no mark of a value itself. Panels for which there is no room are counted in words.

use std::cell::RefCell;

use super::about::{About, about, is_among_all};
use super::frame::Framed;
use super::profile::stack;
use super::sizes::Sizes;
use super::{Cast, Options, Panel, draw_one, time, trend_lines, whole as times};
use crate::base::{Point, Rect, snap, sort_by_key};
use crate::compare::Role as Part;
use crate::mark::Label;
use crate::scene::{Anchor, Role, Scene};
use crate::tell;
use crate::text::{Face, Piece, width, wrap};
use crate::view::{By, ChartId, Scales};

/// What one panel's drawing left for all: words, and the ends of its scales.
#[derive(Default)]
struct Left {
    said: Vec<String>,
    up: Vec<f64>,
    across: Vec<f64>,
    /// How many marks there are.
    marks: usize,
}

/// Where the panels stand.
struct Grid {
    columns: usize,
    rows: usize,
    step: (f64, f64),
}

pub(super) fn draw(scene: &mut Scene, cast: &Cast<'_>) {
    let of = cast.options.settings.of;
    if says_nothing(scene, cast, of) {
        return;
    }
    let about = about(cast, of);
    let body = cast.framed.body;
    let small = cast.sizes().small();
    // what is left to the foot is known only once panels are drawn, if they were alone
    let alone = Grid::of(cast, of, about.len(), body.h);
    let left = tried(scene, cast, of, &about, &alone);
    if left.marks == 0 {
        return whole(scene, cast, of);
    }
    // whether all fit is known only with the notes, and the notes only then: one line more is kept free
    let notes = |n: usize| notes(cast, of, &about, &left, n);
    let foot = |n: usize| notes(n).len() as f64 * small.line_height();
    let mut grid = Grid::of(cast, of, about.len(), body.h - foot(0));
    let shown = about.len().min(grid.columns * grid.rows);
    if shown == about.len() {
        grid = Grid::of(cast, of, shown, body.h - foot(shown));
    }
    let about = &about[..shown];
    let shared = shared(scene, cast, of, about, &grid);
    for (k, one) in about.iter().enumerate() {
        let rect = grid.body(cast, k);
        title(scene, cast, one, rect);
        panel(scene, cast, of, one, rect, &shared);
    }
    let notes = notes(shown);
    let height = notes.len() as f64 * small.line_height();
    let from = Point::new(body.x, body.bottom() - height);
    stack(scene, cast, &notes, small, from, Anchor::Start);
    scene.layout.plot = Rect::new(body.x, body.y, body.w, body.h - height);
    scene.layout.panel = scene.layout.plot;
    scene.layout.labels = shown;
    scene.layout.dropped = 0;
    scene.layout.bar_fill = None;
    scene.layout.base = None;
    scene.layout.periods = Vec::new();
}

/// Where the chart itself has nothing to draw, it says so once instead of in every panel.
fn says_nothing(scene: &mut Scene, cast: &Cast<'_>, of: ChartId) -> bool {
    if cast.options.settings.by == By::Indicator {
        return false;
    }
    if of == ChartId::TrendLines {
        match trend_lines::periods(cast).as_slice() {
            [] => time::instead(scene, cast, cast.no_figure()),
            [one] => time::instead(scene, cast, &time::only_one(cast, *one)),
            _ => return false,
        }
        return true;
    }
    let mut scratch = Scene::new(scene.size, scene.ground);
    whole(&mut scratch, cast, of);
    if scratch.spots.is_empty() {
        whole(scene, cast, of);
    }
    scratch.spots.is_empty()
}

/// The chart itself, of all.
fn whole(scene: &mut Scene, cast: &Cast<'_>, of: ChartId) {
    let options = Options {
        chart: of,
        ..*cast.options
    };
    let whole = Cast {
        data: cast.data,
        c: cast.c,
        options: &options,
        framed: cast.framed,
        panel: None,
    };
    draw_one(scene, &whole);
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
        let (w, h) = least(cast, of);
        let (w, h) = (w * small, h * small);
        let width = cast.framed.body.w;
        let most = (times(width / w).max(1), times(high / h).max(1));
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
        // home and its peers come first, and have room whatever else has none
        let marked = match cast.options.settings.by {
            By::Region => cast
                .c
                .members
                .iter()
                .filter(|m| m.role != Part::Rest)
                .count(),
            By::Indicator => 1,
        };
        let least = marked.min(n).div_ceil(most.0);
        best.unwrap_or_else(|| make(most.0, most.1.max(least)))
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

/// The smallest room for a panel, in sizes of its texts: rows have names and numbers beside their plot.
fn least(cast: &Cast<'_>, of: ChartId) -> (f64, f64) {
    let rows = cast.c.members.len().min(12) as f64;
    let strips = cast.c.each().count() as f64;
    match (of, cast.options.settings.by) {
        (ChartId::TrendLines, By::Region) => (11.5, 9.5),
        (ChartId::TrendLines, By::Indicator) => (20.0, 11.0),
        (ChartId::IndexedLines, By::Region) => (13.0, 10.0),
        (ChartId::IndexedLines, By::Indicator) => (20.0, 12.0),
        (ChartId::Slopes, By::Region) => (13.0, 11.0),
        (ChartId::Slopes, By::Indicator) => (22.0, 14.0),
        (ChartId::Bump, By::Region) => (13.0, 11.0),
        (ChartId::Bump, By::Indicator) => (22.0, 14.0),
        (ChartId::Scatter, By::Region) => (17.0, 15.0),
        (ChartId::Scatter, By::Indicator) => (20.0, 17.0),
        (ChartId::GroupedBars, By::Region) => (19.0, 13.0),
        (ChartId::GroupedBars, By::Indicator) => (21.0, 8.0 + 1.5 * rows),
        (ChartId::StackedBars, _) => (20.0, 13.0),
        (ChartId::Bullet, By::Region) => (22.0, 10.0),
        (ChartId::Bullet, By::Indicator) => (23.0, 5.0 + 1.3 * rows),
        (ChartId::Pyramid, _) => (17.0, 15.0),
        (ChartId::Radar, _) => (12.0, 13.5),
        (ChartId::ProfileStrips, _) => (13.0, 4.0 + 1.5 * strips),
        (ChartId::FactCard, By::Region) => (15.0, 9.0),
        (ChartId::FactCard, By::Indicator) => (22.0, 17.0),
        (ChartId::Map | ChartId::TileGrid, _) => (19.0, 15.0),
        (_, By::Region) => (19.0, 8.0),
        (_, By::Indicator) => (19.0, 6.0 + 1.2 * rows),
    }
}

/// What the panels leave for all when each is drawn for itself: the commonest words first.
fn tried(scene: &Scene, cast: &Cast<'_>, of: ChartId, about: &[About], grid: &Grid) -> Left {
    let mut left = Left::default();
    let mut counted: Vec<(String, usize)> = Vec::new();
    for (k, one) in about.iter().enumerate() {
        let mut scratch = Scene::new(scene.size, scene.ground);
        let rect = grid.body(cast, k % (grid.columns * grid.rows));
        let said = panel(&mut scratch, cast, of, one, rect, &Left::default());
        for text in said {
            match counted.iter_mut().find(|(t, _)| *t == text) {
                Some((_, n)) => *n += 1,
                None => counted.push((text, 1)),
            }
        }
        left.marks += scratch.spots.len();
        let ends = |d: Option<(f64, f64)>| d.into_iter().flat_map(|(a, b)| [a, b]);
        left.up.extend(ends(scratch.layout.domain));
        left.across.extend(ends(scratch.layout.across));
    }
    sort_by_key(&mut counted, |(_, n)| std::cmp::Reverse(*n));
    // what is said of one panel alone stands in its own words beside the picture
    counted.retain(|(_, n)| *n > 1 || about.len() == 1);
    left.said = counted.into_iter().map(|(t, _)| t).collect();
    left
}

/// What every panel's scale must hold so that all are the same: the ends of each drawn alone.
fn shared(scene: &Scene, cast: &Cast<'_>, of: ChartId, about: &[About], grid: &Grid) -> Left {
    if cast.options.settings.scales == Scales::Free || !is_one_unit(cast, of, about) {
        return Left::default();
    }
    let Left { up, across, .. } = tried(scene, cast, of, about, grid);
    let both = |all: Vec<f64>| match all.is_empty() {
        true => Vec::new(),
        false => vec![
            all.iter().copied().fold(f64::INFINITY, f64::min),
            all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        ],
    };
    Left {
        said: Vec::new(),
        up: both(up),
        across: both(across),
        marks: 0,
    }
}

/// Whether what the panels show can stand on one scale.
fn is_one_unit(cast: &Cast<'_>, of: ChartId, about: &[About]) -> bool {
    match of {
        // the classes of a map are made of its own values
        ChartId::Map | ChartId::TileGrid => return false,
        // each is in hundredths, places or its own words
        ChartId::IndexedLines | ChartId::FactCard => return true,
        _ => {}
    }
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
///
/// Gives what it leaves to be said for all.
fn panel(
    scene: &mut Scene,
    cast: &Cast<'_>,
    of: ChartId,
    one: &About,
    rect: Rect,
    shared: &Left,
) -> Vec<String> {
    let mut settings = cast.options.settings;
    // the city of the panel stands out, unless the reader looks at another
    let among = is_among_all(of);
    settings.focus = one.region.filter(|r| among || *r != cast.c.question.home);
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
            also: shared.up.clone(),
            across: shared.across.clone(),
            periods: match one.region {
                Some(_) if matches!(of, ChartId::TrendLines | ChartId::IndexedLines) => {
                    trend_lines::periods(cast)
                }
                _ => Vec::new(),
            },
            region: one.region,
            said: RefCell::default(),
        }),
    };
    draw_one(scene, &inner);
    // a panel about a city knows itself which of several indicators its marks are about
    if one.region.is_none() {
        for tag in &mut scene.tags[first..] {
            tag.indicator = one.indicator;
        }
    }
    inner.panel.map_or_else(Vec::new, |p| p.said.into_inner())
}

/// Whether home is the thick line of each panel.
fn is_lines(of: ChartId) -> bool {
    use ChartId::{Bump, IndexedLines, Radar, Slopes, TrendLines};
    matches!(of, TrendLines | IndexedLines | Slopes | Bump | Radar)
}

/// Whether the chart has no scale that a panel could have for itself.
fn is_without(of: ChartId) -> bool {
    use ChartId::{FactCard, ProfileStrips, Radar};
    matches!(of, FactCard | Radar | ProfileStrips)
}

/// What is said once for all panels, and how many have no room.
fn notes(cast: &Cast<'_>, of: ChartId, about: &[About], left: &Left, shown: usize) -> Vec<String> {
    let (lang, c) = (cast.lang(), cast.c);
    let region = cast.options.settings.by == By::Region;
    let mut parts: Vec<String> = Vec::new();
    let drawn = c
        .series_of(c.question.home)
        .is_some_and(|s| !s.readings.is_empty());
    if region && is_lines(of) && about.len() > 1 && drawn {
        let home = cast.name(c.home());
        parts.push(lang.pick(
            format!("每格的粗线为{home}"),
            format!("The thick line in each panel is {home}"),
        ));
    }
    if cast.options.settings.scales == Scales::Free && !is_without(of)
        || !is_one_unit(cast, of, about)
    {
        parts.push(
            lang.pick("各格刻度不同", "each panel has its own scale")
                .to_owned(),
        );
    }
    if matches!(of, ChartId::TrendLines | ChartId::IndexedLines) {
        parts.extend(trend_lines::signs(cast));
    }
    parts.extend(left.said.iter().cloned());
    let more = about.len() - shown;
    if more > 0 {
        let group = cast.data.group(c.question.group);
        let noun = match region {
            true => group.noun.get(lang),
            false => lang.pick("项", "indicators"),
        };
        parts.push(lang.pick(
            format!("另有{more}{noun}未画，见表格"),
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
