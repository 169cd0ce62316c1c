//! "The speech said, the data show": each shortfall beside what the figures say to it.
//!
//! The verdicts come from [`crate::survey`]; here they are words with a sign, never a colour alone.

use maud::{Markup, html};

use super::frame::Frame;
use super::words;
use crate::data::Lang;
use crate::survey::{Evidence, Fact, Judged, Measure, Spoken, Survey, Verdict};
use crate::tell;

/// The section; nothing when the data have no speech.
pub(super) fn section(frame: &Frame<'_>, survey: &Survey<'_>) -> Markup {
    let lang = frame.lang;
    let Some(spoken) = survey.speech(lang) else {
        return Markup::default();
    };
    html! {
        section.speech aria-labelledby="speech" {
            h2 #speech { (lang.pick("发言怎么说，数据怎么看", "The speech said, the data show")) }
            p.lead { (spoken.intro) }
            (source(&spoken, lang))
            @for shortfall in &spoken.shortfalls { (judged(frame, shortfall, spoken.own)) }
        }
    }
}

fn source(spoken: &Spoken, lang: Lang) -> Markup {
    let s = &spoken.source;
    html! {
        p.aside {
            (lang.pick("发言出处：", "Source of the speech: "))
            (words::linked(&s.title, s.url.as_deref())) " · " (s.publisher)
            @if let Some(date) = &s.date { " · " (date) }
            " · " (s.tier) " " (s.tier_meaning)
        }
    }
}

fn judged(frame: &Frame<'_>, j: &Judged, own: bool) -> Markup {
    let lang = frame.lang;
    let id = format!("said-{}", j.id);
    html! {
        article.claim aria-labelledby=(id) {
            h3 #(id) { (j.name) }
            div.said {
                h4 { (lang.pick("发言怎么说", "The speech said")) }
                p { (j.says) }
            }
            div.shown {
                h4 { (lang.pick("数据怎么看", "The data show")) }
                p.verdict { (pointed(j)) " " (j.sentence) }
                @if !j.measures.is_empty() {
                    ul.plain { @for m in &j.measures { li { (measure(frame, m)) } } }
                }
                @if !j.caveat.is_empty() { p.aside { (j.caveat) } }
            }
            @if !j.statements.is_empty() { (statements(frame, j, own)) }
        }
    }
}

/// Which way a field's figures point: a tick or a cross only where a statement of it is settled too.
fn pointed(j: &Judged) -> Markup {
    let settled = |e: &Evidence| e.verdict != Verdict::CannotSay;
    if j.verdict == Verdict::CannotSay || j.statements.iter().any(settled) {
        return verdict(j.verdict, &j.verdict_word);
    }
    html! { b.open { span.sign aria-hidden="true" { "→" } " " (j.verdict_word) } }
}

/// The word of a verdict with its sign.
fn verdict(v: Verdict, word: &str) -> Markup {
    let (class, sign) = match v {
        Verdict::Supports => ("supports", "✓"),
        Verdict::Contradicts => ("contradicts", "✗"),
        Verdict::CannotSay => ("open", "?"),
    };
    html! { b class=(class) { span.sign aria-hidden="true" { (sign) } " " (word) } }
}

/// A comparable figure: name, value, place, and how far the leaders are.
fn measure(frame: &Frame<'_>, m: &Measure) -> Markup {
    let (s, lang) = (&m.standing, frame.lang);
    html! {
        a href=(frame.to(&s.link.address)) { (s.name) } " "
        (s.period) " " b { (s.value) }
        @if let Some(rank) = &s.rank { (lang.pick("，", ", ")) (rank) }
        @if !m.leaders.is_empty() {
            " "
            span.aside {
                @for (i, l) in m.leaders.iter().enumerate() {
                    @if i > 0 { (lang.pick("，", ", ")) }
                    (lang.pick(format!("比{} {}", l.name, l.words), format!("{} against {}", l.words, l.name)))
                }
            }
        }
    }
}

/// The single statements, each with its own verdict.
fn statements(frame: &Frame<'_>, j: &Judged, own: bool) -> Markup {
    let (lang, n) = (frame.lang, j.statements.len());
    let count = |v| j.statements.iter().filter(|e| e.verdict == v).count();
    let tally = [
        (
            count(Verdict::Supports),
            lang.pick("句数据支持", " supported"),
        ),
        (
            count(Verdict::Contradicts),
            lang.pick("句不支持", " contradicted"),
        ),
        (
            count(Verdict::CannotSay),
            lang.pick("句数据说不了", " that the figures cannot settle"),
        ),
    ];
    let tally: Vec<String> = tally
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| format!("{n}{word}"))
        .collect();
    let whose = if own {
        ""
    } else {
        lang.pick("发言原来的", " of the speech")
    };
    let name = lang.pick(
        format!("逐句对照{whose}{n}句话：{}", tally.join("，")),
        format!(
            "The {n} statements{whose}, one by one: {}",
            tally.join(", ")
        ),
    );
    html! {
        details.statements {
            summary { (name) }
            ol { @for e in &j.statements { li { (evidence(frame, e)) } } }
        }
    }
}

/// A statement beside what can be said to it.
fn evidence(frame: &Frame<'_>, e: &Evidence) -> Markup {
    html! {
        p.stated { (e.says) }
        div.answer {
            p { (verdict(e.verdict, &e.verdict_word)) " " (e.sentence) }
            @if !e.facts.is_empty() {
                ul.plain { @for f in &e.facts { li.aside { (cited(f, frame.lang)) } } }
            }
            @if !e.links.is_empty() { (views(frame, e)) }
        }
    }
}

/// A figure with its scope and source.
fn cited(f: &Fact, lang: Lang) -> Markup {
    html! {
        (f.place) " " (f.period) " " (f.name)
        @if let Some(value) = &f.value { " " (value) }
        @if let Some(reported) = &f.reported { (lang.pick("，", ", ")) (reported) }
        @if !f.scope.is_empty() { (lang.pick("，口径：", ", scope: ")) (f.scope) }
        " · " (words::linked(&f.source.publisher, f.source.url.as_deref())) " · " (f.source.tier)
    }
}

fn views(frame: &Frame<'_>, e: &Evidence) -> Markup {
    let lang = frame.lang;
    html! {
        p.aside {
            (lang.pick("看图：", "Views: "))
            @for (i, link) in e.links.iter().enumerate() {
                @if i > 0 { (lang.pick("、", ", ")) }
                a href=(frame.to(&link.address)) { (name(frame, link.view.indicator.as_deref())) }
            }
        }
    }
}

fn name(frame: &Frame<'_>, id: Option<&str>) -> String {
    let data = frame.site.data;
    let found = id.and_then(|id| data.indicator_named(id));
    found.map_or_else(String::new, |i| {
        tell::capital(data.indicator(i).name.get(frame.lang))
    })
}
