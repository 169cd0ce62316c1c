//! What a tooltip says about one city at one time: value, rank, distance to home, source.
//!
//! Where it appears is the page's business.

use serde::Serialize;

use super::number::relative;
use super::period::period;
use super::sentence::Speaker;
use super::source::{SourceCard, cards, links};
use super::table::{normal, status};
use crate::compare::{Comparison, Member, Reading, Role, gap};
use crate::data::{Dataset, Lang, Period, RegionId};

/// One line of a tooltip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TipLine {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: String,
}

/// All there is to say about one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct About {
    /// The region's name.
    pub name: String,
    /// Value, rank, distance to home, share, status.
    pub lines: Vec<TipLine>,
    /// Where it was read.
    pub sources: Vec<SourceCard>,
}

/// The lines of a tooltip about a region at a period; empty when it is none of the members.
#[must_use]
pub fn tip(
    data: &Dataset,
    c: &Comparison,
    region: RegionId,
    when: Option<Period>,
    lang: Lang,
) -> Vec<TipLine> {
    let s = Speaker::new(data, c, lang);
    let Some((member, reading)) = asked(c, region, when) else {
        return Vec::new();
    };
    let Some(reading) = reading else {
        return vec![line(
            lang.pick("数值", "Value"),
            lang.pick("无可比数据", "no comparable figure").to_owned(),
        )];
    };
    let mut lines = said(&s, member, reading);
    if let Some(word) = status(reading.status, lang) {
        lines.push(line(lang.pick("状态", "Status"), word.to_owned()));
    }
    let names: Vec<String> = links(data, &[*reading], lang)
        .into_iter()
        .map(|l| l.text)
        .collect();
    lines.push(line(
        lang.pick("来源", "Source"),
        names.join(lang.pick(";", "; ")),
    ));
    lines
}

/// All about the figure of a region at a period; nothing when there is none.
#[must_use]
pub fn about(
    data: &Dataset,
    c: &Comparison,
    region: RegionId,
    when: Option<Period>,
    lang: Lang,
) -> Option<About> {
    let s = Speaker::new(data, c, lang);
    let (member, reading) = asked(c, region, when)?;
    let reading = reading?;
    let mut lines = said(&s, member, reading);
    let word = status(reading.status, lang).unwrap_or(normal(lang));
    lines.push(line(lang.pick("状态", "Status"), word.to_owned()));
    Some(About {
        name: s.name(member).to_owned(),
        lines,
        sources: cards(data, reading, lang),
    })
}

/// The member and its figure: of the period, or the one that stands in the comparison.
fn asked(
    c: &Comparison,
    region: RegionId,
    when: Option<Period>,
) -> Option<(&Member, Option<&Reading>)> {
    let member = c.members.iter().find(|m| m.region == region)?;
    let reading = when
        .or(c.period)
        .and_then(|p| c.series_of(region)?.at(p))
        .or(member.reading.as_ref());
    Some((member, reading))
}

/// Value, rank, distance to home, share.
fn said(s: &Speaker<'_>, member: &Member, reading: &Reading) -> Vec<TipLine> {
    let (c, lang) = (s.c, s.lang);
    let mut lines = vec![line(&period(reading.period, lang), s.bounded(reading))];
    if Some(reading.period) == c.period
        && let Some(rank) = member.rank
    {
        let place = super::rank_phrase(s.data, c, rank, lang);
        lines.push(line(lang.pick("位次", "Rank"), place));
    }
    lines.extend(to_home(s, member, reading));
    if let Some(share) = member.share.filter(|_| Some(reading.period) == c.period) {
        lines.push(line(
            lang.pick("占全省", "Share of province"),
            super::percent(share, lang),
        ));
    }
    lines
}

pub(super) fn line(label: &str, value: String) -> TipLine {
    TipLine {
        label: label.to_owned(),
        value,
    }
}

/// How far home is from it in the same period.
fn to_home(s: &Speaker<'_>, member: &Member, reading: &Reading) -> Option<TipLine> {
    if member.role == Role::Home {
        return None;
    }
    let home = s.c.series_of(s.c.question.home)?.at(reading.period)?;
    let gap = gap(home.value, reading.value);
    let mut text = s.signed_difference(gap.absolute);
    if let Some(r) = gap.relative.filter(|_| !super::table::is_rate(s)) {
        text = s.lang.pick(
            format!("{text}({})", relative(r, s.lang)),
            format!("{text} ({})", relative(r, s.lang)),
        );
    }
    let name = s.name(s.c.home());
    let label = s
        .lang
        .pick(format!("{name}减该市"), format!("{name} minus this"));
    Some(line(&label, text))
}
