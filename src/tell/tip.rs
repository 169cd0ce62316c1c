//! What a tooltip says about one city at one time: value, rank, distance to home, source.
//!
//! Where it appears is the page's business.

use serde::Serialize;

use super::number::relative;
use super::period::period;
use super::sentence::Speaker;
use super::source::named;
use super::table::status;
use crate::compare::{Comparison, Member, Reading, Role, gap, placed};
use crate::data::{Dataset, Lang, Period, RegionId, Status};

/// One line of a tooltip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TipLine {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: String,
    /// Where to read it, if it is a source with an address.
    pub url: Option<String>,
}

impl TipLine {
    /// A line without an address.
    #[must_use]
    pub fn new(label: &str, value: String) -> Self {
        Self {
            label: label.to_owned(),
            value,
            url: None,
        }
    }
}

/// The lines of a tooltip about a region at a period; empty when it is none of the members.
/// When `whole`, a normal status is told too, and the tier of each source.
#[must_use]
pub fn tip(
    data: &Dataset,
    c: &Comparison,
    region: RegionId,
    when: Option<Period>,
    lang: Lang,
    whole: bool,
) -> Vec<TipLine> {
    let s = Speaker::new(data, c, lang);
    let Some(member) = c.members.iter().find(|m| m.region == region) else {
        return Vec::new();
    };
    let series = c.series_of(region);
    let when = when.or(c.period);
    let reading = when.and_then(|p| series.and_then(|series| series.at(p)));
    let Some(reading) = reading.or(member.reading.as_ref()) else {
        return vec![line(
            lang.pick("数值", "Value"),
            lang.pick("无可比数据", "no comparable figure").to_owned(),
        )];
    };
    let mut lines = vec![line(&period(reading.period, lang), s.bounded(reading))];
    let rank = match c.period {
        Some(now) if now != reading.period => {
            let (who, ranks) = placed(data, c, reading.period);
            let own = who.iter().position(|i| c.members[*i].region == region);
            own.map(|i| ranks[i])
        }
        _ => member.rank,
    };
    if let Some(rank) = rank {
        let place = super::phrase::rank_phrase_at(data, c, rank, Some(reading.period), lang);
        lines.push(line(lang.pick("位次", "Rank"), place));
    }
    lines.extend(to_home(&s, member, reading));
    if let Some(share) = member.share.filter(|_| Some(reading.period) == c.period) {
        lines.push(line(
            lang.pick("占全省", "Share of province"),
            super::percent(share, lang),
        ));
    }
    if whole || reading.status != Status::A {
        let word = status(reading.status, lang).to_owned();
        lines.push(line(lang.pick("状态", "Status"), word));
    }
    lines.extend(named(data, &[*reading], lang, whole));
    lines
}

pub(super) fn line(label: &str, value: String) -> TipLine {
    TipLine::new(label, value)
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
