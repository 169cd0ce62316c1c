//! What the pickers need and the page fetches later: peer sets, why a city has no figure, related indicators, pinyin, charts.
//!
//! Its JSON form is what the page's script reads; keys are ids, and every list has a fixed order.

use std::collections::BTreeMap;

use pinyin::ToPinyin as _;
use serde::Serialize;

use super::{ChartChoice, PeerChoice, Suits, Survey, absent, charts};
use crate::data::{Dataset, Indicator, IndicatorId, Lang};

/// At most so many related indicators.
const RELATED: usize = 6;

/// Everything for the pickers, in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choices {
    /// The peer sets offered to each home of the default group.
    pub peers: BTreeMap<String, Vec<PeerChoice>>,
    /// By indicator and region of the default group, why it has no figure; no entry where it has one.
    pub absent: BTreeMap<String, BTreeMap<String, String>>,
    /// By indicator the ids of related ones, nearest first.
    pub related: BTreeMap<String, Vec<String>>,
    /// By indicator its Chinese name in pinyin, syllables separated by spaces.
    pub pinyin: BTreeMap<String, String>,
    /// The charts, in the order of the view's.
    pub charts: Vec<ChartChoice>,
    /// By indicator the charts that have something to show; empty until [`super::suits`] has drawn them, which takes a while.
    pub suits: Suits,
}

/// What the pickers need.
///
/// ```
/// let data = duibiao::data::builtin();
/// let choices = duibiao::survey::choices(&data, duibiao::data::Lang::Zh);
/// assert_eq!(choices.related["gdp"][0], "gdp-per-head");
/// assert_eq!(choices.pinyin["hospitals"], "yi yuan shu");
/// ```
#[must_use]
pub fn choices(data: &Dataset, lang: Lang) -> Choices {
    let group = &data.group(data.defaults().group).members;
    let survey = Survey::of(data, data.defaults().home);
    let peers = group.iter().map(|home| {
        let sets = super::peer_choices(data, *home, lang);
        (data.region(*home).id.clone(), sets)
    });
    let by_id = |(id, i): (IndicatorId, &Indicator)| (id, i.id.clone());
    let all = || data.indicators().map(by_id);
    Choices {
        peers: peers.collect(),
        absent: all()
            .map(|(id, name)| (name, survey.absent(id, lang)))
            .filter(|(_, regions)| !regions.is_empty())
            .collect(),
        related: all().map(|(id, name)| (name, related(data, id))).collect(),
        pinyin: data
            .indicators()
            .map(|(_, i)| (i.id.clone(), pinyin(&i.name.zh)))
            .collect(),
        charts: charts(lang),
        suits: Suits::new(),
    }
}

impl Survey<'_> {
    /// Why cities of the group have no figure of an indicator in any period, by id; those that have one are not in it.
    #[must_use]
    pub fn absent(&self, id: IndicatorId, lang: Lang) -> BTreeMap<String, String> {
        let c = self.answer(id);
        let group = c.members.iter().zip(&c.series).filter(|(m, _)| m.in_group);
        group
            .filter(|(_, s)| s.readings.is_empty())
            .map(|(m, _)| {
                let region = self.data.region(m.region).id.clone();
                (region, absent::at_all(self.data, c, m.region, lang))
            })
            .collect()
    }
}

/// Those that the data name, then those computed from or into the same figures, then the neighbours in the theme.
fn related(data: &Dataset, id: IndicatorId) -> Vec<String> {
    let own = data.indicator(id);
    let mut found: Vec<IndicatorId> = Vec::new();
    let named = own.related.iter().filter_map(|r| data.indicator_named(r));
    let inputs = |i: IndicatorId| {
        let f = data.indicator(i).formula;
        f.map_or_else(Vec::new, |f| vec![f.numerator, f.denominator])
    };
    let mine = inputs(id);
    let shares = |other: &IndicatorId| {
        let theirs = inputs(*other);
        mine.contains(other) || theirs.contains(&id) || theirs.iter().any(|i| mine.contains(i))
    };
    let all = || data.indicators().map(|(i, _)| i);
    let mut theme: Vec<IndicatorId> = all()
        .filter(|i| data.indicator(*i).theme == own.theme)
        .collect();
    crate::base::sort_by_key(&mut theme, |i| i.index().abs_diff(id.index()));
    for other in named.chain(all().filter(shares)).chain(theme) {
        if other != id && !found.contains(&other) && found.len() < RELATED {
            found.push(other);
        }
    }
    found
        .iter()
        .map(|i| data.indicator(*i).id.clone())
        .collect()
}

/// Words in which a letter is not read as it mostly is.
const READINGS: [(&str, &str); 2] = [("增长", "zeng zhang"), ("行业", "hang ye")];

/// The pinyin of a Chinese text without tones, syllables and other words separated by spaces.
fn pinyin(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = text;
    let mut word = String::new();
    while let Some(c) = rest.chars().next() {
        let special = READINGS.iter().find(|(hanzi, _)| rest.starts_with(hanzi));
        let (syllables, length) = match special {
            Some((hanzi, reading)) => (Some((*reading).to_owned()), hanzi.len()),
            None => {
                // ü is typed as v
                let read = c.to_pinyin().map(|p| p.plain().replace('ü', "v"));
                (read, c.len_utf8())
            }
        };
        if !c.is_ascii_alphanumeric() && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if let Some(syllables) = syllables {
            out.push(syllables);
        } else if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
        rest = &rest[length..];
    }
    if !word.is_empty() {
        out.push(word);
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::pinyin;

    #[test]
    fn pinyin_keeps_numbers_and_latin_words_whole() {
        assert_eq!(pinyin("每10万人医院数"), "mei 10 wan ren yi yuan shu");
        assert_eq!(pinyin("人均GDP(公布数)"), "ren jun gdp gong bu shu");
        assert_eq!(pinyin("GDP增长"), "gdp zeng zhang");
        assert_eq!(pinyin("出生率"), "chu sheng lv");
    }
}
