//! Notices in words.
//!
//! Which notices there are is decided where the fact is known: in [`crate::compare`] and [`crate::view`].

use super::finding::Finding;
use super::period::period;
use super::phrase::chinese_marks;
use super::words::capital;
use crate::compare::Comparison;
use crate::data::{Dataset, Lang, Localized, NoteId};
use crate::error::{Notice, NoticeKind};

/// All notices in words, those with the same words once.
pub(super) fn notices(data: &Dataset, all: &[Notice], lang: Lang) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for text in all.iter().map(|n| notice(data, n, lang)) {
        let text = chinese_marks(text, lang);
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// One notice in words.
#[must_use]
pub fn notice(data: &Dataset, n: &Notice, lang: Lang) -> String {
    let names = names(data, n, lang);
    let since = when(n.period.as_deref(), lang);
    let nearest = when(n.nearest.as_deref(), lang);
    let id = n.detail.as_deref().unwrap_or_default();
    let (count, of) = n.count.unwrap_or_default();
    match n.kind {
        NoticeKind::UnknownId => lang.pick(
            format!("没有“{id}”，改为显示{nearest}"),
            format!("There is no “{id}”; shown instead: {nearest}"),
        ),
        #[cfg(feature = "gallery")]
        NoticeKind::NotRepeated => lang.pick(
            format!("小图不能这样重复“{id}”：{nearest}"),
            format!("Small multiples do not repeat “{id}” like this: {nearest}"),
        ),
        NoticeKind::PeriodReplaced => lang.pick(
            format!("{since}没有数据，改为显示{nearest}"),
            format!("There are no figures for {since}; shown instead: {nearest}"),
        ),
        NoticeKind::Incomplete => lang.pick(
            format!("{of}市中{count}市有数据；缺{names}"),
            format!("{count} of {of} cities {} a figure; missing: {names}",
                if count == 1 { "has" } else { "have" }),
        ),
        NoticeKind::HomeMissing => lang.pick(
            format!("{names}没有可比的数据"),
            format!("{names} has no comparable figure"),
        ),
        NoticeKind::PeersMissing => lang.pick(
            format!("{names}没有可比的数据"),
            format!("No comparable figure: {names}"),
        ),
        NoticeKind::OtherScope => lang.pick(
            format!("{names}另有口径不同的数字，不参加排名，列在“其他数字”里"),
            format!("{names}: figures with another scope exist; they are not ranked and stand under “Other figures”"),
        ),
        NoticeKind::Tolerance => lang.pick(
            format!("{names}用的是{since}的数"),
            format!("{names}: figure of {since}"),
        ),
        NoticeKind::Break => {
            let why = note(data, id, lang);
            let colon = if why.is_empty() { "" } else { lang.pick("：", ": ") };
            lang.pick(
                format!("{names}自{since}起口径有变，前后不连线、不比较{colon}{why}"),
                format!("{names}: redefined in {since}, earlier figures are not comparable{colon}{why}"),
            )
        }
        NoticeKind::Estimated => lang.pick(format!("{names}为估计数"), format!("Estimate: {names}")),
        NoticeKind::Provisional => lang.pick(format!("{names}为初步数"), format!("Provisional: {names}")),
        NoticeKind::LowReliability => lang.pick(
            format!("{names}的数与前后年份不合，可靠性低，照录未改"),
            format!("{names}: out of line with the years around it; low reliability, kept as published"),
        ),
        NoticeKind::AtLeast => lang.pick(format!("{names}为下限(“超”“余”)"), format!("At least (the source says “more than”): {names}")),
        NoticeKind::AtMost => lang.pick(format!("{names}为上限"), format!("At most: {names}")),
        NoticeKind::About => lang.pick(format!("{names}为约数"), format!("Round figure: {names}")),
        NoticeKind::Targets => lang.pick("这些是目标，不是实绩", "These are targets, not results").to_owned(),
        NoticeKind::Nominal => lang.pick("按当年价格计，增减为名义变化", "At current prices: changes are nominal").to_owned(),
        NoticeKind::NotRanked => lang.pick(
            format!("{of}市中只有{count}市有同口径数据，不排名"),
            format!("Only {count} of {of} cities {} a comparable figure, so nothing is ranked",
                if count == 1 { "has" } else { "have" }),
        ),
        NoticeKind::Note => format!("{names}: {}", note(data, id, lang)),
        NoticeKind::Reported => lang.pick(
            format!("{names}{since}：{}", reported(data, n, lang)),
            format!("{names}, {since}: {}", reported(data, n, lang)),
        ),
        NoticeKind::Derived => lang.pick("由两项数据相除得出，见算式；名次和差距按未舍入的数计算", "Computed from two recorded figures, see the formula; ranks and gaps rest on unrounded figures").to_owned(),
        NoticeKind::SeveralSources => lang.pick(
            format!("{names}有多个来源，采用其一：{}", note(data, id, lang)),
            format!("{names}: several sources, one is used: {}", note(data, id, lang)),
        ),
    }
}

/// The notices that a picture itself must carry, in few words.
#[must_use]
pub fn briefs(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<String> {
    #[cfg(feature = "gallery")]
    if finding == Finding::Ages {
        return super::age::notices(data, c, lang);
    }
    #[cfg(feature = "gallery")]
    if finding == Finding::Profile {
        let of = |c: &Comparison| briefs_of(data, c, finding, lang);
        return super::profile::by_name(data, c, lang, of);
    }
    briefs_of(data, c, finding, lang)
}

fn briefs_of(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for n in &c.notices {
        let text = match n.kind {
            #[cfg(feature = "gallery")]
            kind if super::own::shows(finding, kind) => continue,
            // a trend has its own key for breaks
            NoticeKind::Break
            | NoticeKind::Note
            | NoticeKind::SeveralSources
            | NoticeKind::PeersMissing
            | NoticeKind::Derived => continue,
            NoticeKind::Nominal if !finding.is_over_time() => continue,
            NoticeKind::OtherScope => lang
                .pick(
                    "口径不同的数字未列入",
                    "figures with another scope are left out",
                )
                .to_owned(),
            _ => notice(data, n, lang),
        };
        let text = chinese_marks(text, lang);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn names(data: &Dataset, n: &Notice, lang: Lang) -> String {
    let known: Vec<&str> = n
        .regions
        .iter()
        .filter_map(|id| data.region_named(id))
        .map(|r| data.region(r).name.get(lang))
        .collect();
    known.join(lang.pick("、", ", "))
}

fn when(written: Option<&str>, lang: Lang) -> String {
    let parsed = written.and_then(|p| p.parse().ok());
    parsed.map_or_else(
        || written.unwrap_or_default().to_owned(),
        |p| period(p, lang),
    )
}

/// What the source says, in words; the notice names the indicator and the observation.
fn reported(data: &Dataset, n: &Notice, lang: Lang) -> String {
    let indicator = n.nearest.as_deref().and_then(|id| data.indicator_named(id));
    let position = n.detail.as_deref().and_then(|d| d.parse::<usize>().ok());
    let found = indicator
        .zip(position)
        .and_then(|(indicator, i)| data.observations(indicator).get(i));
    let Some((o, standing)) = found.and_then(|o| Some((o, o.reported.as_ref()?))) else {
        return String::new();
    };
    let says = super::source::standing(data, standing, lang);
    let who = super::source::whose(data, o.source, lang);
    lang.pick(
        format!("{says}；出处：{who}"),
        format!("{says}; source: {who}"),
    )
}

fn note(data: &Dataset, id: &str, lang: Lang) -> String {
    let note: Option<&Localized> = id.parse().ok().map(|n| data.note(NoteId(n)));
    note.map_or_else(String::new, |n| capital(n.get(lang)))
}
