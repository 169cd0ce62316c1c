//! Why a city has no figure: what the data say of it, in few words.
//!
//! It guesses nothing: where the data give no reason it says that no figure was found.

use crate::compare::Comparison;
use crate::data::{Dataset, IndicatorId, Kind, Lang, Observation, RegionId, Status};
use crate::tell;

/// Why a member has no value at the period of a comparison; `None` when it has one.
pub(super) fn at_period(
    data: &Dataset,
    c: &Comparison,
    region: RegionId,
    lang: Lang,
) -> Option<String> {
    let member = c.members.iter().find(|m| m.region == region)?;
    if member.reading.is_some() {
        return None;
    }
    let own = data.of(c.question.indicator, region).iter();
    let mut here = own.filter(|o| Some(o.period) == c.period && o.scope == c.scope);
    if let Some(o) = here.find(|o| o.status.is_absent()) {
        return Some(status(o.status, lang).to_owned());
    }
    let latest = c.series_of(region).and_then(|s| s.readings.last());
    if let Some(r) = latest {
        let when = tell::period(r.period, lang);
        return Some(lang.pick(
            format!("这一时期没有数字，最近的是{when}"),
            format!("no figure for this period; the latest is of {when}"),
        ));
    }
    Some(at_all(data, c, region, lang))
}

/// Why a region has no value in any period of a comparison.
pub(super) fn at_all(data: &Dataset, c: &Comparison, region: RegionId, lang: Lang) -> String {
    let id = c.question.indicator;
    if let Some(f) = data.indicator(id).formula {
        return input(data, (f.numerator, f.denominator), region, lang);
    }
    let all = data.of(id, region);
    let valued = |o: &&Observation| o.value.is_some() && o.kind == c.kind;
    if let Some(o) = all.iter().find(valued) {
        let scopes = &data.indicator(id).scopes;
        let scope = o.scope.and_then(|s| scopes.get(s.index()));
        let scope = scope
            .map(|(_, name)| name)
            .or(data.indicator(id).main_scope.as_ref());
        let name = scope.map(|n| n.get(lang)).unwrap_or_default();
        return match (lang, name) {
            (Lang::Zh, "") => "口径不同".to_owned(),
            (Lang::Zh, name) => format!("口径不同({name})"),
            (Lang::En, "") => "counts something else".to_owned(),
            (Lang::En, name) => format!("counts something else ({name})"),
        };
    }
    let words = if all.iter().any(|o| o.reported.is_some()) {
        lang.pick(
            "出处只给了名次或占比",
            "its source gives only a rank or a share",
        )
    } else if all
        .iter()
        .any(|o| o.value.is_some() && o.kind == Kind::Target)
    {
        lang.pick("只有目标数", "only targets")
    } else if let Some(o) = all.iter().find(|o| o.status.is_absent()) {
        status(o.status, lang)
    } else {
        lang.pick("没有找到数字", "no figure found")
    };
    words.to_owned()
}

/// Which of the two that a value is computed from is not there.
fn input(
    data: &Dataset,
    (top, bottom): (IndicatorId, IndicatorId),
    region: RegionId,
    lang: Lang,
) -> String {
    let has = |id| {
        data.of(id, region)
            .iter()
            .any(|o| o.value.is_some() && o.scope.is_none())
    };
    let name = |id| data.indicator(id).name.get(lang);
    match (has(top), has(bottom)) {
        (false, _) => lang.pick(
            format!("缺分子：{}", name(top)),
            format!("its numerator is missing: {}", name(top)),
        ),
        (_, false) => lang.pick(
            format!("缺分母：{}", name(bottom)),
            format!("its denominator is missing: {}", name(bottom)),
        ),
        _ => lang
            .pick(
                "分子和分母没有同一时期的数字",
                "numerator and denominator are of different periods",
            )
            .to_owned(),
    }
}

/// A status of absence in words that stand alone.
pub(super) fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::O => lang.pick("出处中缺这个数", "missing in the source"),
        Status::L => lang.pick(
            "已公布，这里还没有收录",
            "published, not yet collected here",
        ),
        _ => lang.pick("不可能有这个数", "cannot exist"),
    }
}
