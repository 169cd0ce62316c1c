//! What a picture must be like, measured on its scene: nothing cut, nothing touching, enough of it plot.
//!
//! It measures and judges; it changes nothing. The thresholds are the project's visual measures, see ARCHITECTURE.md.

use crate::base::{Rect, Size};
use crate::chart::{Frame, Options, default_height, draw};
use crate::compare::{Comparison, Role as Part};
use crate::data::{Dataset, IndicatorId, Lang, RegionId};
use crate::scene::{Item, Role, Scene, Shape, Theme, ThemeId};
use crate::text::has_glyph;
use crate::view::{ChartId, View, resolve};

/// One measure that a picture fails.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// Which picture: home, indicator, chart, language, width.
    pub picture: String,
    /// Which measure, and by how much.
    pub what: String,
}

/// The widths at which every picture is looked at.
pub const WIDTHS: [f64; 3] = [320.0, 960.0, 1920.0];

/// Looks at the pictures of one home and indicator: these charts, in each language and width.
#[must_use]
pub fn audit(
    data: &Dataset,
    home: RegionId,
    indicator: IndicatorId,
    charts: &[ChartId],
    widths: &[f64],
) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for &chart in charts {
        let view = View {
            indicator: Some(data.indicator(indicator).id.clone()),
            home: Some(data.region(home).id.clone()),
            chart: Some(chart),
            ..View::default()
        };
        let resolved = resolve(data, &view);
        let comparison = Comparison::of(data, &resolved.question);
        for lang in Lang::ALL {
            for width in widths {
                let size = Size::new(*width, default_height(*width, Frame::Full));
                let options = Options {
                    chart,
                    lang,
                    theme: Theme::named(ThemeId::Light),
                    size,
                    frame: Frame::Full,
                    title: None,
                    settings: resolved.settings,
                };
                let scene = draw(data, &comparison, &options);
                let picture = || {
                    let (home, indicator) = (&data.region(home).id, &data.indicator(indicator).id);
                    format!("{home} {indicator} {} {} {width}", chart.id(), lang.id())
                };
                complaints.extend(measure(data, &comparison, chart, &scene).into_iter().map(
                    |what| Complaint {
                        picture: picture(),
                        what,
                    },
                ));
            }
        }
    }
    complaints
}

/// Every measure that a picture fails.
#[must_use]
pub fn measure(data: &Dataset, c: &Comparison, chart: ChartId, scene: &Scene) -> Vec<String> {
    let mut wrong = Vec::new();
    texts(scene, &mut wrong);
    sizes(scene, &mut wrong);
    if c.period.is_some() {
        plot(data, c, scene, &mut wrong);
        labels(data, c, chart, scene, &mut wrong);
    }
    let most = if scene.size.w < 360.0 { 3 } else { 2 };
    if scene.layout.title_lines > most {
        wrong.push(format!(
            "title has {} lines, at most {most}",
            scene.layout.title_lines
        ));
    }
    hues(scene, &mut wrong);
    wrong
}

fn words(item: &Item) -> &str {
    match &item.shape {
        Shape::Text { text, .. } => text,
        _ => "",
    }
}

/// No two nearer than 2 px, none within 4 px of the edge, none without glyph.
fn texts(scene: &Scene, wrong: &mut Vec<String>) {
    let boxes: Vec<(Rect, &Item)> = scene
        .items
        .iter()
        .filter_map(|i| Some((i.text_box()?, i)))
        .collect();
    let inner = Rect::new(0.0, 0.0, scene.size.w, scene.size.h).inflate(-4.0);
    for (i, (a, item)) in boxes.iter().enumerate() {
        let text = words(item);
        if a.x < inner.x
            || a.right() > inner.right()
            || a.y < inner.y
            || a.bottom() > inner.bottom()
        {
            wrong.push(format!("text {text:?} is cut or within 4 px of the edge"));
        }
        if let Some(c) = text.chars().find(|c| !has_glyph(*c)) {
            wrong.push(format!("text {text:?} has no glyph for {c:?}"));
        }
        for (b, other) in &boxes[i + 1..] {
            if paragraph(item, other) {
                continue;
            }
            if a.inflate(1.0).overlaps(&b.inflate(1.0)) {
                wrong.push(format!(
                    "texts {text:?} and {:?} are nearer than 2 px",
                    words(other)
                ));
            }
        }
    }
}

/// Lines of one paragraph lie as close as their line height says.
fn paragraph(a: &Item, b: &Item) -> bool {
    let (
        Shape::Text {
            at: pa, face: fa, ..
        },
        Shape::Text {
            at: pb, face: fb, ..
        },
    ) = (&a.shape, &b.shape)
    else {
        return false;
    };
    fa == fb && (pa.x - pb.x).abs() < 0.1 && (pa.y - pb.y).abs() >= fa.line_height() - 0.2
}

/// At least 11 px (12 from 480 px on), at most four sizes and two weights.
fn sizes(scene: &Scene, wrong: &mut Vec<String>) {
    let mut sizes: Vec<i64> = Vec::new();
    for item in &scene.items {
        if let Shape::Text { face, .. } = &item.shape {
            #[expect(clippy::cast_possible_truncation, reason = "a text size is small")]
            sizes.push((face.size * 10.0) as i64);
        }
    }
    sizes.sort_unstable();
    sizes.dedup();
    let least = if scene.size.w >= 480.0 { 120 } else { 110 };
    if sizes.first().is_some_and(|s| *s < least) {
        wrong.push(format!("text smaller than {} px", least / 10));
    }
    if sizes.len() > 4 {
        wrong.push(format!("{} text sizes, at most 4", sizes.len()));
    }
}

/// Enough of the figure is plot, bars fill their bands, axes have 4 to 7 ticks.
fn plot(data: &Dataset, c: &Comparison, scene: &Scene, wrong: &mut Vec<String>) {
    // names and numbers beside a plot are the picture as much as its bars
    let share = scene.layout.panel.area() / (scene.size.w * scene.size.h);
    let least = if scene.size.w >= 640.0 { 0.55 } else { 0.45 };
    if share < least {
        wrong.push(format!(
            "plot is {:.0} % of the figure, at least {:.0} %",
            share * 100.0,
            least * 100.0
        ));
    }
    if let Some(fill) = scene.layout.bar_fill
        && !(0.55..=0.80).contains(&fill)
    {
        wrong.push(format!("bars fill {fill} of their bands"));
    }
    // where at most three are counted there are no four whole ticks
    let few = data.indicator(c.question.indicator).precision == 0
        && c.series
            .iter()
            .flat_map(|s| &s.readings)
            .all(|r| r.value.abs() <= 5.0);
    for ticks in &scene.layout.ticks {
        let least = if few { 2 } else { 4 };
        if !(least..=7).contains(ticks) {
            wrong.push(format!("{ticks} ticks"));
        }
    }
}

/// Home and peers always; of the others at most a tenth may be missing, none in a wide ranking.
fn labels(data: &Dataset, c: &Comparison, chart: ChartId, scene: &Scene, wrong: &mut Vec<String>) {
    for member in c.members.iter().filter(|m| m.role != Part::Rest) {
        let id = &data.region(member.region).id;
        if !scene.layout.labelled.contains(id) {
            wrong.push(format!("{id} is not labelled"));
        }
    }
    let (all, dropped) = (scene.layout.labels, scene.layout.dropped);
    let wide = chart == ChartId::RankBars && scene.size.w >= 640.0;
    // on a phone the dots of a scatter may lie on each other, and unlike rows they cannot make room
    let crowded = is_scatter(chart) && scene.size.w < 480.0;
    let most = match (wide, crowded) {
        (true, _) => 0,
        (_, true) => all / 3,
        _ => all / 10,
    };
    if all <= 20 && dropped > most {
        wrong.push(format!("{dropped} of {all} labels dropped, at most {most}"));
    }
}

#[cfg(feature = "gallery")]
fn is_scatter(chart: ChartId) -> bool {
    chart == ChartId::Scatter
}

#[cfg(not(feature = "gallery"))]
fn is_scatter(_: ChartId) -> bool {
    false
}

/// At most four hues beside greys.
fn hues(scene: &Scene, wrong: &mut Vec<String>) {
    let mut used: Vec<Role> = scene
        .items
        .iter()
        .map(|i| i.role)
        .filter(|r| matches!(r, Role::Home | Role::Peer(_)))
        .collect();
    used.sort_unstable();
    used.dedup();
    if used.len() > 4 {
        wrong.push(format!("{} hues, at most 4", used.len()));
    }
}
