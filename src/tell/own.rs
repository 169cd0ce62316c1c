//! What charts of the gallery say in their own words: who says it for which finding.
//!
//! Findings that are not named here are told by [`super::sentence`], [`super::table`] and the others.

use super::finding::Finding;
use super::sentence::Speaker;
use super::source::Shown;
use super::table::Table;
use super::tip::TipLine;
use super::{age, aim, course, course_table, fact, profile, relation, several, structure, tree};
use crate::compare::Comparison;
use crate::data::{Dataset, Lang, Period, RegionId};
use crate::error::NoticeKind;
use crate::text::Piece;

/// The title in ever shorter forms.
pub(super) fn titles(s: &Speaker<'_>, finding: Finding) -> Option<Vec<Vec<Piece>>> {
    match finding {
        Finding::Ages => Some(age::titles(s.data, s.c, s.lang)),
        Finding::Targets => Some(aim::titles(s)),
        Finding::Tree => tree::titles(s),
        Finding::Facts => Some(fact::titles(s)),
        Finding::Structure => structure::titles(s),
        // years are a trend
        Finding::Several if s.c.beside.is_empty() => {
            Some(super::titles(s.data, s.c, Finding::Trend, s.lang))
        }
        Finding::Profile => profile::titles(s.data, s.c, s.lang),
        _ => course::titles(s, finding),
    }
}

/// The line under the title.
pub(super) fn subtitle(
    data: &Dataset,
    c: &Comparison,
    finding: Finding,
    lang: Lang,
) -> Option<String> {
    let s = Speaker::new(data, c, lang);
    match finding {
        Finding::Ages => Some(age::subtitle(data, c, lang)),
        Finding::Targets => Some(aim::subtitle(&s)),
        Finding::Tree => tree::subtitle(&s),
        Finding::Facts => Some(fact::subtitle(&s)),
        Finding::Structure => structure::subtitle(&s),
        Finding::Several => several::subtitle(&s),
        Finding::Profile => Some(profile::subtitle(data, c, lang)),
        _ => course::subtitle(data, c, finding, lang),
    }
}

/// The text alternative after the title.
pub(super) fn described(
    data: &Dataset,
    c: &Comparison,
    finding: Finding,
    lang: Lang,
) -> Option<String> {
    let s = Speaker::new(data, c, lang);
    match finding {
        Finding::Targets => Some(aim::described(&s)),
        Finding::Tree => tree::described(&s),
        Finding::Facts => Some(fact::described(&s)),
        Finding::Structure => structure::described(&s),
        Finding::Several => several::described(&s),
        Finding::Profile => Some(profile::described(data, c, lang)),
        _ => course::described(&s, finding),
    }
}

/// The figures that are drawn, home's first, each with whose it is.
pub(super) fn shown(data: &Dataset, c: &Comparison, finding: Finding) -> Option<Vec<Shown>> {
    match finding {
        Finding::Targets => Some(aim::drawn(data, c)),
        Finding::Facts => Some(fact::drawn(data, c)),
        Finding::Structure => structure::drawn(data, c),
        Finding::Several => Some(several::drawn(data, c)),
        Finding::Relation => relation::drawn(data, c),
        Finding::Profile => Some(profile::drawn(c)),
        _ => None,
    }
}

/// The figures of the picture as a table.
pub(super) fn table(s: &Speaker<'_>, finding: Finding) -> Option<Table> {
    match finding {
        Finding::Ages => Some(age::table(s.data, s.c, s.lang)),
        Finding::Targets => Some(aim::table(s)),
        Finding::Tree => tree::table(s),
        Finding::Facts => Some(fact::table(s)),
        Finding::Structure => structure::table(s),
        Finding::Several => several::table(s),
        Finding::Profile => Some(profile::by_indicator(s.data, s.c, s.lang)),
        _ => course_table::table(s, finding),
    }
}

/// Whether a picture itself shows what a notice would say under it.
pub(super) fn shows(finding: Finding, kind: NoticeKind) -> bool {
    let apart = matches!(
        kind,
        NoticeKind::OtherScope
            | NoticeKind::NotRanked
            | NoticeKind::HomeMissing
            | NoticeKind::Incomplete
    );
    match finding {
        Finding::Targets => apart || kind == NoticeKind::Targets,
        Finding::Tree => apart,
        Finding::Facts => apart || matches!(kind, NoticeKind::Reported | NoticeKind::Targets),
        _ => false,
    }
}

/// What a tooltip says about a region.
#[must_use]
pub fn tip(
    data: &Dataset,
    c: &Comparison,
    finding: Finding,
    region: RegionId,
    when: Option<Period>,
    lang: Lang,
) -> Option<Vec<TipLine>> {
    let s = Speaker::new(data, c, lang);
    match finding {
        Finding::Targets => Some(aim::tip(&s, region, when)),
        Finding::Tree => tree::tip(&s, region),
        Finding::Facts => Some(fact::tip(&s, region)),
        Finding::Relation => Some(relation::tip(data, c, region, when?, lang)),
        _ => None,
    }
}
