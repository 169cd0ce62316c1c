//! What a layout did, in numbers: how much of the figure is plot, how thick the bars, how many labels had to go.
//!
//! Nothing is drawn from it; the audit and its tests measure with it.

use crate::base::Rect;

/// Numbers of one layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The rectangle between the axes.
    pub plot: Rect,
    /// The same with the labels beside it, which stand where others have a legend.
    pub panel: Rect,
    /// Which part of its band a bar takes; none where there are no bars.
    pub bar_fill: Option<f64>,
    /// The ends of the axis of the values, for panels that share one.
    #[cfg(feature = "gallery")]
    pub domain: Option<(f64, f64)>,
    /// The same across, where both axes have values.
    #[cfg(feature = "gallery")]
    pub across: Option<(f64, f64)>,
    /// Ticks of each numeric axis.
    pub ticks: Vec<usize>,
    /// Labels of cities that a reader would look for.
    pub labels: usize,
    /// How many of them found no place.
    pub dropped: usize,
    /// Regions whose label must be there (home, peers) and is.
    pub labelled: Vec<String>,
    /// Lines of the title.
    pub title_lines: usize,
    /// Where the rule of an index's base period stands.
    #[cfg(feature = "gallery")]
    pub base: Option<f64>,
    /// Where each period stands, so that the rule can be dragged from one to another.
    #[cfg(feature = "gallery")]
    pub periods: Vec<(String, f64)>,
}
