//! The CSV: a line a figure, with everything that is said of it, so that no second file is needed.

use super::{bound, kind, scope, status};
use crate::data::{Dataset, Indicator, Localized, Observation};
use crate::tell::{csv_line, tier_letter};

/// The columns, in their order.
pub const COLUMNS: [&str; 31] = [
    "indicator",
    "indicator_zh",
    "indicator_en",
    "theme",
    "region",
    "code",
    "region_zh",
    "region_en",
    "period",
    "value",
    "unit_zh",
    "unit_en",
    "kind",
    "status",
    "bound",
    "scope",
    "scope_zh",
    "scope_en",
    "reported_rank",
    "reported_rank_of",
    "reported_rank_among",
    "reported_share_percent",
    "reported_share_of",
    "source",
    "source_title",
    "source_url",
    "source_tier",
    "preferred_zh",
    "preferred_en",
    "note_zh",
    "note_en",
];

/// Every recorded figure, and every figure that is missing with its reason, in the order of the indicators.
///
/// It begins with the mark by which spreadsheets know UTF-8; numbers have a point and as many digits as were recorded.
///
/// ```
/// let data = duibiao::data::builtin();
/// let csv = duibiao::export::tidy(&data);
/// assert!(csv.starts_with("\u{feff}indicator,indicator_zh,"));
/// let doctors = csv.lines().find(|l| l.starts_with("doctors,") && l.contains(",wenzhou,330300,")).unwrap();
/// assert!(doctors.contains(",actual,A,exact,"));
/// ```
#[must_use]
pub fn tidy(data: &Dataset) -> String {
    let mut out = String::from("\u{feff}");
    csv_line(&mut out, COLUMNS);
    for (id, indicator) in data.indicators() {
        for o in data.observations(id) {
            let cells = cells(data, indicator, o);
            csv_line(&mut out, cells.iter().map(String::as_str));
        }
    }
    out
}

fn cells(data: &Dataset, indicator: &Indicator, o: &Observation) -> [String; 31] {
    let region = data.region(o.region);
    let source = data.source(o.source);
    let (scope_id, scope_name) = scope(indicator, o);
    let rank = o.reported.as_ref().and_then(|r| r.rank.as_ref());
    let share = o.reported.as_ref().and_then(|r| r.share.as_ref());
    let [preferred_zh, preferred_en] = both(o.preferred.map(|n| data.note(n)));
    let [note_zh, note_en] = both(o.note.map(|n| data.note(n)));
    let [scope_zh, scope_en] = both(scope_name);
    let [unit_zh, unit_en] = both(Some(&data.unit(indicator.unit).name));
    let [indicator_zh, indicator_en] = both(Some(&indicator.name));
    let [region_zh, region_en] = both(Some(&region.name));
    [
        indicator.id.clone(),
        indicator_zh,
        indicator_en,
        data.theme(indicator.theme).id.clone(),
        region.id.clone(),
        region.code.clone().unwrap_or_default(),
        region_zh,
        region_en,
        o.period.to_string(),
        o.value.map(|v| v.to_string()).unwrap_or_default(),
        unit_zh,
        unit_en,
        kind(o.kind).to_owned(),
        status(o.status).to_owned(),
        bound(o.bound).to_owned(),
        scope_id.to_owned(),
        scope_zh,
        scope_en,
        rank.map(|r| r.place.to_string()).unwrap_or_default(),
        rank.and_then(|r| r.of)
            .map(|n| n.to_string())
            .unwrap_or_default(),
        rank.map(|r| r.group.clone()).unwrap_or_default(),
        share.map(|s| s.percent.to_string()).unwrap_or_default(),
        share.map(|s| s.of.clone()).unwrap_or_default(),
        source.id.clone(),
        source.title.clone(),
        source.url.clone().unwrap_or_default(),
        tier_letter(source.tier).to_owned(),
        preferred_zh,
        preferred_en,
        note_zh,
        note_en,
    ]
}

fn both(text: Option<&Localized>) -> [String; 2] {
    text.map(|t| [t.zh.clone(), t.en.clone()])
        .unwrap_or_default()
}
