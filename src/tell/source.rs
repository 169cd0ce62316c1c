//! Where the figures were read, and the figures that cannot be compared with them.
//!
//! Addresses are data: whoever shows one decides whether it becomes a link.

use serde::Serialize;

use super::finding::Finding;
use super::period::period;
use super::phrase::{bounded, chinese_marks, ordinal};
use super::sentence::Speaker;
use super::tip::TipLine;
use super::words::{capital, exact};
use crate::base::sort_by_key;
use crate::compare::{Comparison, Reading, Role};
use crate::data::{
    Bound, Dataset, Indicator, IndicatorId, Kind, Lang, Observation, RegionId, Reported,
    ReportedRank, SourceId, Tier,
};

/// A source as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SourceCard {
    /// Title, in its own language.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Date of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// A, B or C.
    pub tier: String,
    /// What the tier means.
    pub tier_meaning: String,
    /// Licence.
    pub licence: String,
    /// Whose figures these are, when the source is only the route.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Which of the shown figures rest on it.
    pub covers: String,
}

/// A figure of the same indicator that is shown apart and never ranked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OtherFigure {
    /// Where.
    pub region: String,
    /// When.
    pub period: String,
    /// How much, or which place.
    pub value: String,
    /// What exactly was counted.
    pub scope: String,
    /// Who says so.
    pub source: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The sources of the shown figures, those of home first.
#[must_use]
pub fn sources(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<SourceCard> {
    let shown = shown(data, c, finding);
    in_order(data, &shown)
        .into_iter()
        .map(|id| card(data, id, covered(data, &shown, id, lang), lang))
        .collect()
}

/// The sources of some figures in a few words, each office once; with its tier where that is asked for.
pub(super) fn named(data: &Dataset, readings: &[Reading], lang: Lang, tiers: bool) -> Vec<TipLine> {
    let mut found: Vec<TipLine> = Vec::new();
    for id in ids(data, readings) {
        let value = whose(data, id, lang);
        if found.iter().any(|l| l.value == value) {
            continue;
        }
        let source = data.source(id);
        let letter = tier_letter(source.tier);
        let mut label = lang.pick("来源", "Source").to_owned();
        if tiers {
            label.push(' ');
            label.push_str(letter);
        }
        let url = source.url.clone();
        found.push(TipLine { label, value, url });
    }
    found
}

fn ids(data: &Dataset, readings: &[Reading]) -> Vec<SourceId> {
    let mut order: Vec<SourceId> = Vec::new();
    for reading in readings {
        for o in reading.observations(data) {
            if !order.contains(&o.source) {
                order.push(o.source);
            }
        }
    }
    order
}

/// Which indicators of which cities rest on a source.
fn covered(data: &Dataset, shown: &[Shown], source: SourceId, lang: Lang) -> String {
    let mut found: Vec<(IndicatorId, Vec<&str>)> = Vec::new();
    for (region, reading) in shown {
        for input in reading.inputs.into_iter().flatten() {
            if input.observation(data).source != source {
                continue;
            }
            let name = data.region(*region).name.get(lang);
            match found.iter_mut().find(|(i, _)| *i == input.indicator()) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name),
                None => found.push((input.indicator(), vec![name])),
            }
        }
    }
    let parts: Vec<String> = found
        .iter()
        .map(|(indicator, names)| {
            let what = capital(data.indicator(*indicator).name.get(lang));
            let colon = lang.pick("：", ": ");
            format!("{what}{colon}{}", names.join(lang.pick("、", ", ")))
        })
        .collect();
    chinese_marks(parts.join(lang.pick("；", "; ")), lang)
}

pub(super) fn card(data: &Dataset, id: SourceId, covers: String, lang: Lang) -> SourceCard {
    let source = data.source(id);
    SourceCard {
        title: source.title.clone(),
        publisher: source.publisher.get(lang).to_owned(),
        url: source.url.clone(),
        date: source.date.clone(),
        tier: tier_letter(source.tier).to_owned(),
        tier_meaning: tier(source.tier, lang).to_owned(),
        licence: source.licence.get(lang).to_owned(),
        origin: source.origin.as_ref().map(|o| o.get(lang).to_owned()),
        note: source.note.as_ref().map(|n| n.get(lang).to_owned()),
        covers,
    }
}

pub(crate) fn tier_letter(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A",
        Tier::B => "B",
        Tier::C => "C",
    }
}

pub(crate) fn tier(tier: Tier, lang: Lang) -> &'static str {
    match tier {
        Tier::A => lang.pick("政府或统计部门", "government or statistics office"),
        Tier::B => lang.pick(
            "主流媒体、部门或高校",
            "mainstream press, department or university",
        ),
        Tier::C => lang.pick("转载、数据商或汇编", "repost, data vendor or compilation"),
    }
}

/// The one-line source under a picture: who the figures are from, at most three names.
#[must_use]
pub fn foot(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> String {
    let mut names: Vec<String> = Vec::new();
    for id in in_order(data, &shown(data, c, finding)) {
        let name = whose(data, id, lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(3);
    names.truncate(3);
    let list = names.join(lang.pick("；", "; "));
    let text = match (more, list.is_empty()) {
        (_, true) => String::new(),
        (0, _) => format!("{}{list}", lang.pick("来源：", "Source: ")),
        _ => lang.pick(
            format!("来源：{list}等{}处", more + 3),
            format!("Source: {list} and {more} more"),
        ),
    };
    chinese_marks(text, lang)
}

/// Whose figures a source gives: the office behind it, said to be quoted where the source is only the route.
pub(super) fn whose(data: &Dataset, id: SourceId, lang: Lang) -> String {
    let source = data.source(id);
    source.origin.as_ref().map_or_else(
        || source.publisher.get(lang).to_owned(),
        |origin| {
            let office = origin.get(lang);
            lang.pick(format!("{office}(转引)"), format!("{office} (quoted)"))
        },
    )
}

/// A figure of a picture, and whose it is.
pub(super) type Shown = (RegionId, Reading);

/// The figures that a picture shows, those of home first.
fn shown(data: &Dataset, c: &Comparison, finding: Finding) -> Vec<Shown> {
    #[cfg(feature = "gallery")]
    if let Some(own) = super::own::shown(data, c, finding) {
        return own;
    }
    let _ = (data, finding);
    let mut shown: Vec<_> = c.members.iter().collect();
    sort_by_key(&mut shown, |m| m.role);
    let reading = |m: &&crate::compare::Member| Some((m.region, m.reading?));
    shown.iter().filter_map(reading).collect()
}

/// The sources of these figures, each once.
fn in_order(data: &Dataset, shown: &[Shown]) -> Vec<SourceId> {
    let readings: Vec<Reading> = shown.iter().map(|(_, r)| *r).collect();
    ids(data, &readings)
}

/// Every figure of the indicator that the comparison does not use.
#[must_use]
pub fn other_figures(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<OtherFigure> {
    let indicator = data.indicator(c.question.indicator);
    if indicator.formula.is_some() {
        return Vec::new();
    }
    let used = |o: &Observation| {
        c.series.iter().any(|s| {
            s.region == o.region
                && s.at(o.period)
                    .is_some_and(|r| r.observations(data).any(|used| std::ptr::eq(used, o)))
        })
    };
    let mut found: Vec<&Observation> = data
        .observations(c.question.indicator)
        .iter()
        .filter(|o| (o.value.is_some() && !used(o)) || o.reported.is_some())
        .collect();
    let near = |o: &Observation| {
        let member = c.members.iter().find(|m| m.region == o.region);
        member.map_or((1, Role::Rest), |m| (0, m.role))
    };
    sort_by_key(&mut found, |o| {
        // home, peers, the group, then others; what was before what is planned, newest first
        (near(o), o.region, o.kind, std::cmp::Reverse(o.period))
    });
    found.into_iter().map(|o| other(data, c, o, lang)).collect()
}

fn other(data: &Dataset, c: &Comparison, o: &Observation, lang: Lang) -> OtherFigure {
    let speaker = Speaker::new(data, c, lang);
    let source = data.source(o.source);
    let scope = match o.scope {
        Some(id) => speaker.indicator.scopes.get(id.index()).map(|s| &s.1),
        None => speaker.indicator.main_scope.as_ref(),
    };
    OtherFigure {
        region: data.region(o.region).name.get(lang).to_owned(),
        period: period(o.period, lang),
        value: value(&speaker, o),
        scope: scope.map(|s| s.get(lang).to_owned()).unwrap_or_default(),
        source: source.publisher.get(lang).to_owned(),
        url: source.url.clone(),
        note: o.note.map(|n| data.note(n).get(lang).to_owned()),
    }
}

/// The value with its bound and kind, and what the source itself reports of its standing.
fn value(speaker: &Speaker<'_>, o: &Observation) -> String {
    let lang = speaker.lang;
    let mut parts = Vec::new();
    if let Some(v) = o.value {
        parts.push(stated(speaker.data, speaker.indicator, o, v, lang));
    }
    if let Some(reported) = &o.reported {
        parts.push(standing(speaker.data, reported, lang));
    }
    parts.join(lang.pick("，", ", "))
}

/// The rank and share that a source itself reports.
pub(crate) fn standing(data: &Dataset, reported: &Reported, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(rank) = &reported.rank {
        parts.push(place(data, rank, lang));
    }
    if let Some(share) = &reported.share {
        let whole = region_or_word(data, &share.of, lang);
        parts.push(lang.pick(
            format!("来源称占{whole}{}%", share.percent),
            format!("{}% of {whole} as reported", share.percent),
        ));
    }
    parts.join(lang.pick("，", ", "))
}

/// A recorded value as its source states it, with its bound and kind.
pub(crate) fn stated(
    data: &Dataset,
    indicator: &Indicator,
    o: &Observation,
    v: f64,
    lang: Lang,
) -> String {
    let text = if o.bound == Bound::Exact {
        exact(data, indicator, v, lang)
    } else {
        let reading = Reading {
            value: v,
            period: o.period,
            kind: o.kind,
            status: o.status,
            bound: o.bound,
            inputs: [None, None],
        };
        bounded(data, indicator, lang, &reading)
    };
    match o.kind {
        Kind::Actual => text,
        Kind::Target => lang.pick(format!("目标{text}"), format!("target {text}")),
    }
}

/// A reported place has an "of n" only if the source gives one.
fn place(data: &Dataset, rank: &ReportedRank, lang: Lang) -> String {
    let group = region_or_word(data, &rank.group, lang);
    let n = rank.place;
    match rank.of {
        Some(of) => lang.pick(
            format!("来源称居{group}{of}个中第{n}位"),
            format!("{} of {of} in {group} as reported", ordinal(n as usize)),
        ),
        None => lang.pick(
            format!("来源称居{group}第{n}位"),
            format!("{} in {group} as reported", ordinal(n as usize)),
        ),
    }
}

fn region_or_word(data: &Dataset, id: &str, lang: Lang) -> String {
    match (data.region_named(id), id) {
        (Some(region), _) => data.region(region).name.get(lang).to_owned(),
        (None, "china-cities") => lang.pick("全国城市", "China’s cities").to_owned(),
        (None, "china-provinces") => lang.pick("全国各省", "China’s provinces").to_owned(),
        (None, word) => word.to_owned(),
    }
}
