//! The text alternative of a picture: the finding, then every value in order, for those who do not see it.
//!
//! It says what the picture shows and no more; notices and sources are read beside it.

use super::finding::Finding;
use super::period::period;
use super::sentence::{Speaker, is_home};
use crate::compare::Comparison;
use crate::data::{Dataset, Lang};

/// The title sentence and all the values, best first.
#[must_use]
pub fn describe(
    data: &Dataset,
    c: &Comparison,
    finding: Finding,
    title: &str,
    lang: Lang,
) -> String {
    #[cfg(feature = "gallery")]
    if finding == Finding::Ages {
        return super::age::describe(data, c, title, lang);
    }
    #[cfg(feature = "gallery")]
    if let Some(own) = super::own::described(data, c, finding, lang) {
        return format!("{title}{}{own}", lang.pick("。", ". "));
    }
    let _ = finding;
    let speaker = Speaker::new(data, c, lang);
    let shown = c
        .in_order(data)
        .into_iter()
        .filter_map(|m| Some((m, m.reading?.value)));
    let unit = data.unit(data.indicator(c.question.indicator).unit);
    let unit = unit.base.get(lang);
    let rate = unit.contains(lang.pick("/", "per "));
    let values: Vec<String> = shown
        .enumerate()
        .map(|(i, (m, v))| {
            let home = if is_home(m) {
                lang.pick("(本市)", " (home)")
            } else {
                ""
            };
            let mut value = speaker.amount(v);
            // of eleven rates the first says what it is per
            if i > 0
                && rate
                && let Some(number) = value.strip_suffix(unit)
            {
                value.truncate(number.trim_end().len());
            }
            format!("{}{home} {value}", speaker.name(m))
        })
        .collect();
    let mut sentences = vec![format!("{title}{}", lang.pick("。", "."))];
    if let Some(when) = c.period {
        let (when, values) = (period(when, lang), values.join(lang.pick("、", ", ")));
        sentences.push(lang.pick(
            format!("{when}各市：{values}。"),
            format!("All values, {when}: {values}."),
        ));
    }
    if let (Some(b), Some(gap)) = (c.benchmark, c.benchmark_gap) {
        let name = super::words::benchmark_name(c, &b, lang);
        let value = speaker.amount(b.value);
        let gap = speaker.signed_difference(gap.absolute);
        sentences.push(lang.pick(
            format!("{name}为{value}，本市与之相差{gap}。"),
            format!("The {name} is {value}; home minus it is {gap}."),
        ));
    }
    sentences.join(lang.pick("", " "))
}
