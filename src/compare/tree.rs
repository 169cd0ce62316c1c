//! A structure to draw: what a source describes of a region of the comparison, else how an indicator is computed.
//!
//! A formula is followed down to what is recorded; every number is the one that the computed value rests on.

use super::comparison::{Comparison, Role};
use super::reading::{Reading, readings};
use super::series::Series;
use crate::data::{Dataset, IndicatorId, Kind, Period, RegionId, Tree};

/// How deep formulas are followed.
const DEEPEST: usize = 4;

/// An indicator in the tree of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub indicator: IndicatorId,
    /// What it is computed from: numerator and denominator; none where it is recorded.
    pub children: Vec<Node>,
    /// Home's value, then that of each peer, at the period of the comparison.
    pub values: Vec<(RegionId, Role, Option<Reading>)>,
}

/// What there is to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Branches<'a> {
    /// A structure that a source describes.
    Described(&'a Tree),
    /// How the indicator is computed.
    Formula(Node),
}

/// The tree of a comparison; none for what is recorded and not described.
#[must_use]
pub fn branches<'a>(data: &'a Dataset, c: &Comparison) -> Option<Branches<'a>> {
    if let Some(tree) = described(data, c) {
        return Some(Branches::Described(tree));
    }
    let indicator = c.question.indicator;
    data.indicator(indicator).formula?;
    let period = c.period?;
    Some(Branches::Formula(node(data, c, indicator, period, DEEPEST)))
}

/// A structure of the indicator's theme whose region is home, else a peer.
fn described<'a>(data: &'a Dataset, c: &Comparison) -> Option<&'a Tree> {
    let theme = data.indicator(c.question.indicator).theme;
    let mut regions = std::iter::once(&c.question.home).chain(&c.question.peers);
    regions.find_map(|r| {
        let mut trees = data.trees().iter();
        trees.find(|t| t.theme == theme && t.region == *r)
    })
}

fn node(
    data: &Dataset,
    c: &Comparison,
    indicator: IndicatorId,
    period: Period,
    deeper: usize,
) -> Node {
    let marked = std::iter::once(c.home()).chain(c.peers());
    let value = |region: RegionId| {
        if indicator == c.question.indicator {
            let series = c.series_of(region);
            return series.and_then(|s: &Series| s.at(period)).copied();
        }
        let mut all = readings(data, indicator, region, None, Kind::Actual);
        all.retain(|r| r.period == period);
        all.pop()
    };
    let formula = data.indicator(indicator).formula.filter(|_| deeper > 0);
    let inputs = formula.map(|f| [f.numerator, f.denominator]);
    let inputs = inputs.into_iter().flatten();
    Node {
        indicator,
        children: inputs
            .map(|i| node(data, c, i, period, deeper - 1))
            .collect(),
        values: marked
            .map(|m| (m.region, m.role, value(m.region)))
            .collect(),
    }
}

impl Node {
    /// How many levels hang below it, itself included.
    #[must_use]
    pub fn depth(&self) -> usize {
        1 + self.children.iter().map(Self::depth).max().unwrap_or(0)
    }

    /// How many nodes without children it has.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.children.iter().map(Self::leaves).sum::<usize>().max(1)
    }

    /// Itself and all below it, from the top.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        found.extend(self.children.iter().flat_map(Self::all));
        found
    }
}
