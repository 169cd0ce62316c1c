//! What a map says beside its figures: where its lines are from.
//!
//! Its title, table and description are those of a ranking.

use super::phrase::chinese_marks;
use super::source::{SourceCard, card};
use crate::compare::Comparison;
use crate::data::{Boundaries, Dataset, Lang};

/// The boundaries of which something is shown.
fn shown<'a>(data: &'a Dataset, c: &Comparison) -> Option<&'a Boundaries> {
    let is_member = |b: &&Boundaries| {
        let mut regions = b.shapes.iter().map(|(r, _)| r);
        regions.any(|r| c.members.iter().any(|m| m.region == *r))
    };
    data.boundaries().iter().find(is_member)
}

/// The line of the source, and whose the boundaries are.
pub(super) fn foot(data: &Dataset, c: &Comparison, figures: &str, lang: Lang) -> String {
    let Some(b) = shown(data, c) else {
        return figures.to_owned();
    };
    let source = data.source(b.source);
    let whose = source.publisher.get(lang);
    let lines = lang.pick(
        format!("市界：{whose}(简化示意)"),
        format!("Boundaries: {whose} (simplified)"),
    );
    let gap = lang.pick("；", "; ");
    let both = if figures.is_empty() {
        lines
    } else {
        format!("{figures}{gap}{lines}")
    };
    chinese_marks(both, lang)
}

/// The card of their source.
pub(super) fn source(data: &Dataset, c: &Comparison, lang: Lang) -> Option<SourceCard> {
    let covers = lang.pick("市界", "Boundaries").to_owned();
    shown(data, c).map(|b| card(data, b.source, covers, lang))
}
