//! The figures that cannot be ranked: each a fact about one place, in its own scope, with what its source reports of it.
//!
//! They stand side by side and are never compared.

use serde::Serialize;

use super::{Link, Survey};
use crate::base::sort_by_key;
use crate::data::{
    Bound, Dataset, IndicatorId, Kind, Lang, Level, Observation, RegionId, SourceId, Status,
};
use crate::tell;

/// The figures that cannot be ranked, by subject and by place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Facts {
    /// By indicator, in the order of the file.
    pub subjects: Vec<Subject>,
    /// The same figures by place, in the order of the regions.
    pub places: Vec<Place>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subject {
    /// The indicator's id.
    pub indicator: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// The id of its theme.
    pub theme: String,
    /// The theme's name.
    pub theme_name: String,
    /// Why it cannot be ranked.
    pub reason: String,
    /// What was.
    pub facts: Vec<Fact>,
    /// What is to be.
    pub targets: Vec<Fact>,
    /// The view of the indicator.
    pub link: Link,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// The region's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub level: Level,
    /// The name of the region it lies in.
    pub within: Option<String>,
    /// What was.
    pub facts: Vec<Fact>,
    /// What is to be.
    pub targets: Vec<Fact>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The indicator's id.
    pub indicator: String,
    /// Its name, as a heading begins.
    pub name: String,
    /// The region's id.
    pub region: String,
    /// Its name.
    pub place: String,
    /// The period in words.
    pub period: String,
    /// The value in words; nothing when the source gives only a rank or share.
    pub value: Option<String>,
    /// What exactly was counted; empty where the data do not say.
    pub scope: String,
    /// The rank and share that the source reports.
    pub reported: Option<String>,
    /// Estimate, provisional, low reliability, where the value does not say it.
    pub status: Option<String>,
    /// Whether it is a target.
    pub target: bool,
    /// What to know.
    pub note: Option<String>,
    /// Where it was read.
    pub source: Cited,
}

/// A source in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cited {
    /// Its id.
    pub id: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: Option<String>,
    /// The day it was published.
    pub date: Option<String>,
    /// A, B or C.
    pub tier: &'static str,
    /// What the tier means.
    pub tier_meaning: &'static str,
}

/// Every figure of an indicator that less than half of the default group can be ranked by.
#[must_use]
pub fn facts(data: &Dataset, lang: Lang) -> Facts {
    Survey::of(data, data.defaults().home).facts(lang)
}

/// A source in short.
pub(super) fn cited(data: &Dataset, id: SourceId, lang: Lang) -> Cited {
    let source = data.source(id);
    Cited {
        id: source.id.clone(),
        title: source.title.clone(),
        publisher: source.publisher.get(lang).to_owned(),
        url: source.url.clone(),
        date: source.date.clone(),
        tier: tell::tier_letter(source.tier),
        tier_meaning: tell::tier(source.tier, lang),
    }
}

/// A figure in words.
pub(super) fn fact(data: &Dataset, id: IndicatorId, o: &Observation, lang: Lang) -> Fact {
    let indicator = data.indicator(id);
    let scope = match o.scope {
        Some(s) => indicator.scopes.get(s.index()).map(|(_, name)| name),
        None => indicator.main_scope.as_ref(),
    };
    let text = |id| data.note(id).get(lang).to_owned();
    Fact {
        indicator: indicator.id.clone(),
        name: tell::capital(indicator.name.get(lang)),
        region: data.region(o.region).id.clone(),
        place: data.region(o.region).name.get(lang).to_owned(),
        period: tell::period(o.period, lang),
        value: o.value.map(|v| tell::stated(data, indicator, o, v, lang)),
        scope: scope.map_or_else(String::new, |s| s.get(lang).to_owned()),
        reported: o.reported.as_ref().map(|r| {
            let words = tell::reported(data, r, lang);
            tell::chinese_marks(words, lang)
        }),
        status: super::doubt(o.status, lang)
            .filter(|_| !is_said(o))
            .map(ToOwned::to_owned),
        target: o.kind == Kind::Target,
        note: o.note.map(text),
        source: cited(data, o.source, lang),
    }
}

/// Whether the words of a value say themselves that it is an estimate or provisional.
fn is_said(o: &Observation) -> bool {
    let told = matches!(o.status, Status::E | Status::P);
    told && o.value.is_some() && o.bound != Bound::Exact
}

/// Whether a source says anything: a value, or a rank or share.
pub(super) fn is_told(o: &Observation) -> bool {
    o.value.is_some() || o.reported.is_some()
}

impl Survey<'_> {
    /// Every figure of an indicator that less than half of the group can be ranked by.
    #[must_use]
    pub fn facts(&self, lang: Lang) -> Facts {
        let told: Vec<(IndicatorId, &Observation)> = self
            .answers()
            .filter(|(id, c)| {
                c.ranked * 2 < c.group_size && self.data.indicator(*id).formula.is_none()
            })
            .flat_map(|(id, _)| self.data.observations(id).iter().map(move |o| (id, o)))
            .filter(|(_, o)| is_told(o))
            .collect();
        let mut ids: Vec<IndicatorId> = told.iter().map(|(id, _)| *id).collect();
        ids.dedup();
        let subjects = ids
            .iter()
            .map(|id| self.subject(*id, &told, lang))
            .collect();
        let mut regions: Vec<RegionId> = told.iter().map(|(_, o)| o.region).collect();
        crate::base::sort(&mut regions, Ord::cmp);
        regions.dedup();
        let places = regions
            .iter()
            .map(|r| self.place(*r, &told, lang))
            .collect();
        Facts { subjects, places }
    }

    fn subject(
        &self,
        id: IndicatorId,
        told: &[(IndicatorId, &Observation)],
        lang: Lang,
    ) -> Subject {
        let indicator = self.data.indicator(id);
        let theme = self.data.theme(indicator.theme);
        let mut own: Vec<&Observation> = told
            .iter()
            .filter(|(i, _)| *i == id)
            .map(|(_, o)| *o)
            .collect();
        sort_by_key(&mut own, |o| (o.region, o.period));
        let of = |kind| {
            let own = own.iter().filter(move |o| o.kind == kind);
            own.map(|o| fact(self.data, id, o, lang)).collect()
        };
        Subject {
            indicator: indicator.id.clone(),
            name: tell::capital(indicator.name.get(lang)),
            definition: indicator.definition.get(lang).to_owned(),
            theme: theme.id.clone(),
            theme_name: theme.name.get(lang).to_owned(),
            reason: self.reason(id, lang).unwrap_or_default(),
            facts: of(Kind::Actual),
            targets: of(Kind::Target),
            link: self.link(id, lang, |_| {}),
        }
    }

    fn place(&self, region: RegionId, told: &[(IndicatorId, &Observation)], lang: Lang) -> Place {
        let r = self.data.region(region);
        let of = |kind| {
            let own = told
                .iter()
                .filter(|(_, o)| o.region == region && o.kind == kind);
            own.map(|(id, o)| fact(self.data, *id, o, lang)).collect()
        };
        Place {
            id: r.id.clone(),
            name: r.name.get(lang).to_owned(),
            level: r.level,
            within: r.parent.map(|p| self.name(p, lang).to_owned()),
            facts: of(Kind::Actual),
            targets: of(Kind::Target),
        }
    }
}
