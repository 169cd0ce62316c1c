//! The text alternative of a picture: the finding, then every value in order, for those who do not see it.
//!
//! It says what the picture shows and no more; notices and sources are read beside it.

use super::period::period;
use super::sentence::{Finding, Speaker, is_home};
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
    // other findings than the plain ones are the gallery's
    #[cfg(not(feature = "gallery"))]
    let _ = finding;
    #[cfg(feature = "gallery")]
    if finding == Finding::Profile {
        return super::profile::described(data, c, title, lang);
    }
    let speaker = Speaker::new(data, c, lang);
    let shown = c
        .in_order(data)
        .into_iter()
        .filter_map(|m| Some((m, m.reading?.value)));
    let values: Vec<String> = shown
        .map(|(m, v)| {
            let home = if is_home(m) {
                lang.pick("(本市)", " (home)")
            } else {
                ""
            };
            format!("{}{home} {}", speaker.name(m), speaker.amount(v))
        })
        .collect();
    let mut sentences = vec![format!("{title}{}", lang.pick("。", "."))];
    if let Some(when) = c.period {
        let (when, values) = (period(when, lang), values.join(lang.pick("、", ", ")));
        sentences.push(lang.pick(
            format!("{when}各市:{values}。"),
            format!("All values, {when}: {values}."),
        ));
    }
    if let (Some(b), Some(gap)) = (c.benchmark, c.benchmark_gap) {
        let name = super::words::benchmark_name(c, &b, lang);
        let value = speaker.amount(b.value);
        let gap = speaker.signed_difference(gap.absolute);
        sentences.push(lang.pick(
            format!("{name}为{value},本市与之相差{gap}。"),
            format!("The {name} is {value}; home minus it is {gap}."),
        ));
    }
    sentences.join(lang.pick("", " "))
}
