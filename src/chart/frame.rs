//! What stands around a plot: the title that states the finding, the line under it, the source and the notices.
//!
//! The page shows these as text of its own and asks for the plot alone; a file carries them inside.

use serde::{Deserialize, Serialize};

use super::sizes::Sizes;
use super::{Options, tell};
use crate::base::{Point, Rect};
use crate::compare::Comparison;
use crate::data::Dataset;
use crate::mark::{Label, Pen};
use crate::scene::{Anchor, Role, Scene};
use crate::text::{Face, Piece, width, wrap};

/// Whether a picture carries its own title and foot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    /// With title, subtitle, source and notices: for files.
    #[default]
    Full,
    /// The plot alone: the page says the rest.
    Plot,
}

/// The height that suits a width: 8:5 from 640 px on, upright below.
#[must_use]
pub fn default_height(width: f64, frame: Frame) -> f64 {
    let ratio = match frame {
        _ if width >= 640.0 => 0.625,
        Frame::Plot => 4.0 / 3.0,
        Frame::Full => 1.8,
    };
    libm::round(width * ratio)
}

/// The room that the frame leaves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Framed {
    pub(super) body: Rect,
    pub(super) sizes: Sizes,
}

impl Framed {
    /// Draws title and foot, where they are wanted, and gives what is left.
    pub(super) fn put(
        scene: &mut Scene,
        data: &Dataset,
        c: &Comparison,
        options: &Options<'_>,
    ) -> Self {
        let sizes = Sizes::of(scene.size.w);
        let pad = sizes.pad;
        let mut body = Rect::new(pad, pad / 2.0, scene.size.w - 2.0 * pad, scene.size.h - pad);
        if options.frame == Frame::Full {
            let top = head(scene, data, c, options, sizes);
            let bottom = foot(scene, data, c, options, sizes);
            body.y = top;
            body.h = bottom - top;
        }
        Self { body, sizes }
    }
}

/// Title and subtitle; returns where they end.
fn head(scene: &mut Scene, data: &Dataset, c: &Comparison, options: &Options<'_>, s: Sizes) -> f64 {
    let room = scene.size.w - 2.0 * s.pad;
    let (face, lines) = title_lines(data, c, options, s, room);
    scene.layout.title_lines = lines.len();
    let mut y = s.pad - 2.0;
    y = paragraph(
        scene,
        Pen::new(options.theme, Role::Text),
        &lines,
        face,
        s.pad,
        y,
    );
    let subtitle = tell::subtitle(data, c, options.finding(), options.lang);
    let face = Face::regular(s.subtitle);
    let lines = wrap(&[Piece::flow(subtitle)], face, room);
    paragraph(
        scene,
        Pen::new(options.theme, Role::Muted),
        &lines,
        face,
        s.pad,
        y + 2.0,
    ) + s.pad / 2.0
}

/// The longest wording that fits into two lines, three on the smallest screens; smaller type before fewer words.
fn title_lines(
    data: &Dataset,
    c: &Comparison,
    options: &Options<'_>,
    s: Sizes,
    room: f64,
) -> (Face, Vec<String>) {
    let most = if room < 320.0 { 3 } else { 2 };
    let ladder = match options.title {
        Some(own) => vec![vec![Piece::flow(own)]],
        None => tell::titles(data, c, options.finding(), options.lang),
    };
    let small = if s.title > 16.0 { s.title * 0.8 } else { 14.0 };
    let mut last = (Face::bold(s.title), Vec::new());
    for pieces in &ladder {
        for size in [s.title, small] {
            let face = Face::bold(size);
            let lines = wrap(pieces, face, room);
            let fits = lines.len() <= most && lines.iter().all(|l| width(l, face) <= room);
            last = (face, lines);
            if fits {
                return last;
            }
        }
    }
    last
}

fn paragraph(scene: &mut Scene, pen: Pen, lines: &[String], face: Face, x: f64, top: f64) -> f64 {
    let color = pen.theme.color(pen.role);
    let mut y = top;
    for line in lines {
        let baseline = y + face.line_height() * 0.78;
        Label::new(Point::new(x, 0.0), Anchor::Start, face, line.clone())
            .color(color)
            .put_on_baseline(scene, pen, baseline);
        y += face.line_height();
    }
    y
}

/// Notices and source at the bottom; returns where they begin.
fn foot(scene: &mut Scene, data: &Dataset, c: &Comparison, options: &Options<'_>, s: Sizes) -> f64 {
    let face = s.small();
    let room = scene.size.w - 2.0 * s.pad;
    let most = if scene.size.w < 480.0 { 3 } else { 2 };
    let mut lines = notice_lines(data, c, options, face, room, most);
    let source = tell::under(data, c, options.finding(), options.lang);
    if !source.is_empty() {
        lines.extend(wrap(&[Piece::flow(source)], face, room));
    }
    let height = lines.len() as f64 * face.line_height();
    let top = scene.size.h - s.pad * 0.75 - height;
    paragraph(
        scene,
        Pen::new(options.theme, Role::Muted),
        &lines,
        face,
        s.pad,
        top,
    );
    top - s.pad / 2.0
}

/// As many notices as fit; the rest are counted, never dropped in silence.
fn notice_lines(
    data: &Dataset,
    c: &Comparison,
    options: &Options<'_>,
    face: Face,
    room: f64,
    most: usize,
) -> Vec<String> {
    let briefs = tell::briefs(data, c, options.finding(), options.lang);
    for kept in (1..=briefs.len()).rev() {
        let mut text = briefs[..kept].join(options.lang.pick("；", "; "));
        let more = briefs.len() - kept;
        if more > 0 {
            text.push_str(&options.lang.pick(
                format!("；另有{more}条说明"),
                format!("; {more} more notices"),
            ));
        }
        let lines = wrap(&[Piece::flow(tell::capital(&text))], face, room);
        if lines.len() <= most || kept == 1 {
            return lines;
        }
    }
    Vec::new()
}
