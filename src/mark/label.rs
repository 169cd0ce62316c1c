//! Text at a pixel, and labels moved apart so that none covers another.
//!
//! What a label says comes from [`crate::tell`]; here it is only placed.

use super::pen::Pen;
use crate::base::snap;
use crate::base::{Color, Point, sort};
use crate::scene::{Anchor, Scene, Shape};
use crate::text::{CAP_HEIGHT, Face};

/// One line of text with its place.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its anchor; the vertical place is the middle of its capitals.
    pub at: Point,
    /// Which point of it that is.
    pub anchor: Anchor,
    /// Size and weight.
    pub face: Face,
    /// Colour; by default the pen's ink.
    pub color: Option<Color>,
    /// The text.
    pub text: String,
}

impl Label {
    /// A label at a place.
    #[must_use]
    pub fn new(at: Point, anchor: Anchor, face: Face, text: impl Into<String>) -> Self {
        Self {
            at,
            anchor,
            face,
            color: None,
            text: text.into(),
        }
    }

    /// The same in another colour.
    #[must_use]
    pub fn color(mut self, color: Color) -> Self {
        self.color = Some(color);
        self
    }

    /// Puts it into the scene, centred on its vertical place.
    pub fn put(self, scene: &mut Scene, pen: Pen) {
        let baseline = self.at.y + CAP_HEIGHT * self.face.size / 2.0;
        self.put_on_baseline(scene, pen, baseline);
    }

    /// Puts it into the scene with its baseline here.
    pub fn put_on_baseline(self, scene: &mut Scene, pen: Pen, baseline: f64) {
        pen.put(
            scene,
            Shape::Text {
                at: Point::new(snap(self.at.x), snap(baseline)),
                anchor: self.anchor,
                face: self.face,
                fill: self.color.unwrap_or_else(|| pen.ink()),
                text: self.text,
            },
        );
    }
}

/// Moves places apart to at least `gap` inside a range, each as little as possible; returns them in the order given.
///
/// This is isotonic regression on the places minus their room (pool adjacent violators).
///
/// ```
/// use duibiao::mark::spread;
/// assert_eq!(spread(&[10.0, 11.0, 50.0], 12.0, (0.0, 100.0)), [4.5, 16.5, 50.0]);
/// ```
#[must_use]
pub fn spread(places: &[f64], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let n = places.len();
    let mut order: Vec<usize> = (0..n).collect();
    sort(&mut order, |a, b| places[*a].total_cmp(&places[*b]));
    // blocks of (sum, count): each block's mean is its common place
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (i, index) in order.iter().enumerate() {
        blocks.push((places[*index] - i as f64 * gap, 1));
        while let [.., a, b] = blocks.as_slice() {
            let (a, b) = (*a, *b);
            if a.0 / a.1 as f64 <= b.0 / b.1 as f64 {
                break;
            }
            blocks.truncate(blocks.len() - 2);
            blocks.push((a.0 + b.0, a.1 + b.1));
        }
    }
    let last = (high - n.saturating_sub(1) as f64 * gap).max(low);
    let mut moved = vec![0.0; n];
    let mut i = 0;
    for (sum, count) in blocks {
        let place = (sum / count as f64).clamp(low, last);
        for _ in 0..count {
            moved[order[i]] = place + i as f64 * gap;
            i += 1;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_that_have_room_stay() {
        assert_eq!(
            spread(&[50.0, 10.0, 30.0], 12.0, (0.0, 100.0)),
            [50.0, 10.0, 30.0]
        );
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let moved = spread(&[99.0, 99.0, 99.0, 98.0], 12.0, (0.0, 100.0));
        let mut sorted = moved.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(
            sorted.windows(2).all(|w| w[1] - w[0] >= 12.0 - 1e-9),
            "{moved:?}"
        );
        assert!(sorted[3] <= 100.0 && sorted[0] >= 0.0, "{moved:?}");
        // the one that was above the others stays above them
        assert!(moved[3] < moved[0]);
    }
}
