//! The JSON: regions, groups, themes, indicators, sources, figures, breaks and pyramids in one object.
//!
//! Its form is told on the data page. What is as usual is left out: a figure without `kind`, `status` or `bound` is an actual, normal, exact one.

use serde_json::{Map, Value, json};

use super::{bound, kind, scope, status};
use crate::data::{
    Break, Dataset, Direction, Indicator, IndicatorId, Level, Observation, Pyramid, Source,
};
use crate::tell::tier_letter;

/// The version of the form; it grows when a reader of the old form would read wrongly.
pub const FORMAT: u32 = 1;

/// Everything that is known, as one JSON object; `version` names these data.
///
/// ```
/// let data = duibiao::data::builtin();
/// let text = duibiao::export::everything(&data, "0a1b2c3d");
/// let all: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!((&all["format"], &all["data"]), (&1.into(), &"0a1b2c3d".into()));
/// ```
#[must_use]
pub fn everything(data: &Dataset, version: &str) -> String {
    let figures: Vec<Value> = data
        .indicators()
        .flat_map(|(id, i)| data.observations(id).iter().map(move |o| (i, o)))
        .map(|(i, o)| figure(data, i, o))
        .collect();
    let breaks: Vec<Value> = data
        .indicators()
        .flat_map(|(id, i)| data.breaks(id).iter().map(move |b| (i, b)))
        .map(|(i, b)| changed(data, i, b))
        .collect();
    let all = json!({
        "format": FORMAT,
        "data": version,
        "regions": regions(data),
        "groups": groups(data),
        "themes": data.themes().map(|(_, t)| json!({"id": t.id, "name": t.name})).collect::<Vec<_>>(),
        "indicators": data.indicators().map(|(id, i)| indicator(data, id, i)).collect::<Vec<_>>(),
        "sources": data.sources().iter().map(source).collect::<Vec<_>>(),
        "figures": figures,
        "breaks": breaks,
        "pyramids": data.pyramids().iter().map(|p| pyramid(data, p)).collect::<Vec<_>>(),
    });
    format!("{all}\n")
}

/// An object without what is not there.
fn lean(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept: Map<_, _> = fields.into_iter().filter(|(_, v)| !v.is_null()).collect();
            Value::Object(kept)
        }
        other => other,
    }
}

fn regions(data: &Dataset) -> Vec<Value> {
    data.regions()
        .map(|(_, r)| {
            lean(json!({
                "id": r.id, "code": r.code, "level": level(r.level), "name": r.name,
                "parent": r.parent.map(|p| &data.region(p).id),
            }))
        })
        .collect()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Country => "country",
        Level::Province => "province",
        Level::City => "city",
        Level::County => "county",
        Level::Park => "park",
        Level::Cluster => "cluster",
    }
}

fn groups(data: &Dataset) -> Vec<Value> {
    data.groups()
        .map(|(_, g)| {
            let members: Vec<_> = g.members.iter().map(|m| &data.region(*m).id).collect();
            json!({"id": g.id, "name": g.name, "members": members, "why": g.why})
        })
        .collect()
}

fn indicator(data: &Dataset, id: IndicatorId, i: &Indicator) -> Value {
    let unit = data.unit(i.unit);
    let direction = match i.direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
        Direction::Neutral => "neutral",
    };
    let named = |id| &data.indicator(id).id;
    let formula = i.formula.map(|f| {
        json!({"numerator": named(f.numerator), "denominator": named(f.denominator), "per": f.per})
    });
    let scopes: Vec<_> = i
        .scopes
        .iter()
        .map(|(id, name)| json!({"id": id, "name": name}))
        .collect();
    let coverage = data.coverage(id).map(
        |c| json!({"from": c.from.to_string(), "to": c.to.to_string(), "regions": c.regions.len()}),
    );
    lean(json!({
        "id": i.id, "theme": data.theme(i.theme).id, "name": i.name, "definition": i.definition,
        "unit": {"name": unit.name, "base": unit.base, "scale": unit.scale},
        "direction": direction, "additive": i.additive, "formula": formula,
        "mainScope": i.main_scope, "scopes": (!scopes.is_empty()).then_some(scopes),
        "coverage": coverage,
    }))
}

fn source(s: &Source) -> Value {
    lean(json!({
        "id": s.id, "title": s.title, "publisher": s.publisher, "url": s.url, "date": s.date,
        "tier": tier_letter(s.tier), "licence": s.licence, "origin": s.origin, "note": s.note,
    }))
}

fn figure(data: &Dataset, i: &Indicator, o: &Observation) -> Value {
    let unless = |text: &'static str, usual: &str| (text != usual).then_some(text);
    let (scope, _) = scope(i, o);
    let rank = o.reported.as_ref().and_then(|r| r.rank.as_ref());
    let share = o.reported.as_ref().and_then(|r| r.share.as_ref());
    lean(json!({
        "indicator": i.id, "region": data.region(o.region).id, "period": o.period.to_string(),
        "value": o.value,
        "kind": unless(kind(o.kind), "actual"),
        "status": unless(status(o.status), "A"),
        "bound": unless(bound(o.bound), "exact"),
        "scope": (!scope.is_empty()).then_some(scope),
        "reportedRank": rank, "reportedShare": share,
        "source": data.source(o.source).id,
        "preferred": o.preferred.map(|n| data.note(n)),
        "note": o.note.map(|n| data.note(n)),
    }))
}

fn changed(data: &Dataset, i: &Indicator, b: &Break) -> Value {
    let regions = b.regions.as_ref().map(|regions| {
        let ids = regions.iter().map(|r| &data.region(*r).id);
        ids.collect::<Vec<_>>()
    });
    lean(json!({
        "indicator": i.id, "from": b.from.to_string(), "regions": regions, "note": data.note(b.note),
    }))
}

fn pyramid(data: &Dataset, p: &Pyramid) -> Value {
    let rows: Vec<_> = p
        .rows
        .iter()
        .map(|(r, men, women)| json!({"region": data.region(*r).id, "men": men, "women": women}))
        .collect();
    json!({
        "period": p.period.to_string(), "source": data.source(p.source).id,
        "ages": p.ages, "rows": rows,
    })
}
