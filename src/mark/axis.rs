//! Grid lines with their labels.
//!
//! An axis is a mark like any other: it draws a scale's ticks and chooses nothing.

use super::label::Label;
use super::pen::Pen;
use crate::base::{Point, within};
use crate::draw::Plot;
use crate::scene::{Anchor, Role, Scene, Theme};
use crate::text::{Face, width};

/// Vertical grid lines through the plot, the one at zero stronger. Labels follow by [`Ticks::put`].
pub fn axis_x(
    plot: &Plot<'_>,
    theme: &'static Theme,
    text: impl Fn(f64) -> String,
    face: Face,
) -> Ticks {
    let (top, bottom) = plot.y().domain();
    let mut ticks = Ticks::default();
    for tick in plot.x().ticks() {
        grid(plot, theme, *tick, (*tick, top), (*tick, bottom));
        let at = Point::new(plot.at(*tick, bottom).x, plot.rect().bottom() + face.size);
        ticks
            .labels
            .push(Label::new(at, Anchor::Middle, face, text(*tick)));
    }
    ticks
}

/// Horizontal grid lines through the plot, the one at zero stronger, with labels left of it.
pub fn axis_y(
    plot: &Plot<'_>,
    theme: &'static Theme,
    text: impl Fn(f64) -> String,
    face: Face,
) -> Ticks {
    let (left, right) = plot.x().domain();
    let mut ticks = Ticks::default();
    for tick in plot.y().ticks() {
        grid(plot, theme, *tick, (left, *tick), (right, *tick));
        let at = Point::new(plot.rect().x - 8.0, plot.at(left, *tick).y);
        ticks
            .labels
            .push(Label::new(at, Anchor::End, face, text(*tick)));
    }
    ticks
}

fn grid(plot: &Plot<'_>, theme: &'static Theme, tick: f64, from: (f64, f64), to: (f64, f64)) {
    let zero = tick.abs() < 1e-12;
    let pen = Pen::new(theme, if zero { Role::Axis } else { Role::Grid });
    super::rule(plot, pen, from, to, pen.stroke(1.0));
}

/// The labels of an axis, still to be put beside the plot.
#[derive(Clone, Debug, Default)]
pub struct Ticks {
    labels: Vec<Label>,
}

impl Ticks {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.labels.len()
    }

    /// The same moved inward at the edges of a panel, where another one is near.
    #[must_use]
    pub fn inside(mut self, left: f64, right: f64) -> Self {
        for label in &mut self.labels {
            let half = width(&label.text, label.face) / 2.0;
            label.at.x = within(label.at.x, left + half, right - half);
        }
        self
    }

    /// The same a little lower: clear of the lowest label of an axis beside the plot.
    #[must_use]
    pub fn lower(mut self, by: f64) -> Self {
        for label in &mut self.labels {
            label.at.y += by;
        }
        self
    }

    /// Puts them into the scene, moved inward at the edges of the figure, leaving out what would touch its neighbour.
    pub fn put(self, scene: &mut Scene, theme: &'static Theme) {
        let pen = Pen::new(theme, Role::Axis);
        let mut taken = f64::NEG_INFINITY;
        for mut label in self.labels {
            label.color = Some(theme.muted);
            if label.anchor == Anchor::Middle {
                let half = width(&label.text, label.face) / 2.0;
                label.at.x = within(label.at.x, half + 5.0, scene.size.w - half - 5.0);
                if label.at.x - half < taken + 6.0 {
                    continue;
                }
                taken = label.at.x + half;
            }
            label.put(scene, pen);
        }
    }
}
