//! An indicator page as schema.org's `Dataset`, for search engines.
//!
//! It names as creators whose figures these are, never this site, and claims no licence for the whole:
//! each source keeps its own terms. A block of data in a page is not run, but it must not end early either.

use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

use super::{Page, Site};
use crate::data::Period;
use crate::tell::SourceCard;

/// What search engines may know of a page. What needs a whole address is there only with one.
pub(super) fn dataset(site: &Site<'_>, page: &Page<'_>, path: &str) -> Value {
    let (data, words) = (site.data, &page.words);
    let comparison = &page.wide.comparison;
    let indicator = data.indicator(comparison.question.indicator);
    let lang = page.lang();
    let places = comparison.members.iter();
    let places = places.map(|m| data.region(m.region).name.get(lang));
    let mut record = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": words.indicator,
        "description": described(page),
        "inLanguage": page.label.tag,
        "isAccessibleForFree": true,
        "version": site.version,
        "spatialCoverage": places.map(|name| json!({ "@type": "Place", "name": name })).collect::<Vec<_>>(),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": words.indicator,
            "unitText": data.unit(indicator.unit).name.get(lang),
        },
    });
    if let Some(record) = record.as_object_mut() {
        add(record, "temporalCoverage", stretch(&comparison.periods));
        add(record, "measurementTechnique", words.formula.clone());
        origins(record, &words.sources);
        if let Some(base) = site.base {
            addresses(record, base, path);
        }
    }
    record
}

/// The definition and the finding: one of them alone may be shorter than search engines take.
fn described(page: &Page<'_>) -> String {
    let (definition, finding) = (&page.words.definition, &page.words.title);
    let gap = page.lang().pick("", " ");
    format!("{definition}{gap}{finding}")
}

fn add(record: &mut Map<String, Value>, key: &str, value: Option<String>) {
    if let Some(value) = value {
        record.insert(key.to_owned(), value.into());
    }
}

/// Whose figures these are, who published them, and where they were read.
fn origins(record: &mut Map<String, Value>, sources: &[SourceCard]) {
    if sources.is_empty() {
        return;
    }
    let whose = sources
        .iter()
        .map(|s| s.origin.as_ref().unwrap_or(&s.publisher));
    record.insert("creator".into(), organizations(whose));
    record.insert(
        "publisher".into(),
        organizations(sources.iter().map(|s| &s.publisher)),
    );
    let works = sources.iter().map(work).collect::<Vec<_>>();
    record.insert("isBasedOn".into(), works.into());
}

fn organizations<'a>(names: impl Iterator<Item = &'a String>) -> Value {
    let mut seen: Vec<&String> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    let each = seen
        .into_iter()
        .map(|name| json!({ "@type": "Organization", "name": name }));
    each.collect::<Vec<_>>().into()
}

/// A source with its terms in our words: most state no licence, and none is claimed for them.
fn work(source: &SourceCard) -> Value {
    let mut work = json!({
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": { "@type": "Organization", "name": source.publisher },
        "usageInfo": { "@type": "CreativeWork", "text": source.licence },
    });
    let web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    if let Some(work) = work.as_object_mut() {
        add(work, "url", source.url.as_ref().filter(web).cloned());
    }
    work
}

fn addresses(record: &mut Map<String, Value>, base: &str, path: &str) {
    record.insert("url".into(), format!("{base}{path}").into());
    let files = [("csv", "text/csv"), ("json", "application/json")].map(|(ending, kind)| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": kind,
            "contentUrl": format!("{base}data/duibiao.{ending}"),
        })
    });
    record.insert("distribution".into(), files.to_vec().into());
}

/// The stretch of time in the form of ISO 8601.
fn stretch(periods: &[Period]) -> Option<String> {
    let from = periods
        .iter()
        .min_by_key(|p| (p.first_year(), p.first_month()))?;
    let to = periods.iter().max()?;
    let whole = from.first_month() == 1 && to.last_month() == 12;
    Some(if whole {
        format!("{:04}/{:04}", from.first_year(), to.year())
    } else {
        format!(
            "{:04}-{:02}/{:04}-{:02}",
            from.first_year(),
            from.first_month(),
            to.year(),
            to.last_month()
        )
    })
}

/// The block in the page. What could end it, or a line of it, is written as an escape of JSON.
pub(super) fn block(record: &Value) -> Markup {
    let mut text = String::new();
    for c in record.to_string().chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            c => text.push(c),
        }
    }
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

#[cfg(test)]
mod tests {
    use super::{block, stretch};
    use crate::data::Period;
    use serde_json::{Value, json};

    #[test]
    fn a_hostile_name_cannot_end_the_block() {
        let name = "</script><script>alert(1)</script><!-- & \u{2028}\"\\";
        let block = block(&json!({ "name": name })).into_string();
        let inner = block
            .strip_prefix("<script type=\"application/ld+json\">")
            .and_then(|b| b.strip_suffix("</script>"))
            .expect("one block");
        assert!(!inner.contains(['<', '>', '&', '\u{2028}']), "{inner}");
        let read: Value = serde_json::from_str(inner).expect("it is JSON still");
        assert_eq!(read["name"], name);
    }

    #[test]
    fn stretches_are_years_or_months() {
        let of = |texts: &[&str]| {
            let periods: Vec<Period> = texts.iter().map(|t| t.parse().expect("a period")).collect();
            stretch(&periods)
        };
        assert_eq!(of(&["2005", "2023", "2010"]).as_deref(), Some("2005/2023"));
        assert_eq!(of(&["2020", "2024-Q1"]).as_deref(), Some("2020-01/2024-03"));
        assert_eq!(of(&[]), None);
    }
}
