//! The facts page: industry figures that cannot be ranked, side by side in their own scopes.
//!
//! It never sorts by value: home comes first, then the places in the order of the data.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::{Site, path, words};
use crate::data::Lang;
use crate::survey::{Fact, Facts, Place, Subject, Survey};

/// What each place says of itself: a document for `zh/facts/`.
#[must_use]
pub fn facts_page(site: &Site<'_>, survey: &Survey<'_>, lang: Lang) -> String {
    let place = path::of(site.data, Kind::Facts, survey.home());
    let mut frame = Frame::new(site, Kind::Facts, lang, place);
    let facts = survey.facts(lang);
    frame.title = lang
        .pick(
            "产业事实：不能排名的数",
            "Industry facts: figures that cannot be ranked",
        )
        .to_owned();
    frame.description = lead(&facts, lang);
    let content = html! {
        main.paper.facts #content {
            h1 { (lang.pick("产业事实", "Industry facts")) }
            p.lead { (frame.description) }
            @if !facts.places.is_empty() { (places(&facts.places, lang)) }
            @for (theme, subjects) in themes(&facts.subjects) {
                section aria-labelledby=(theme) {
                    h2 #(theme) { (subjects[0].theme_name) }
                    @for s in subjects { (subject(&frame, s)) }
                }
            }
            @for p in &facts.places { (of_place(p, lang)) }
        }
    };
    frame.document(&content)
}

fn lead(facts: &Facts, lang: Lang) -> String {
    let count: usize = facts
        .places
        .iter()
        .map(|p| p.facts.len() + p.targets.len())
        .sum();
    let (places, subjects) = (facts.places.len(), facts.subjects.len());
    lang.pick(
        format!("{places}个地方关于{subjects}项指标的{count}个数。它们口径不同、时间不同，或者只有一两个市公布，所以只并列，不排名；名次和占比都是来源自己说的。"),
        format!("{count} figures of {places} places on {subjects} indicators. They count different things, at different times, or only one or two cities publish them: so they stand side by side without a rank. Ranks and shares are what the sources say."),
    )
}

/// The subjects of each theme, in the order they come.
fn themes(subjects: &[Subject]) -> Vec<(&str, Vec<&Subject>)> {
    let mut all: Vec<(&str, Vec<&Subject>)> = Vec::new();
    for s in subjects {
        match all.iter_mut().find(|(id, _)| *id == s.theme) {
            Some((_, own)) => own.push(s),
            None => all.push((&s.theme, vec![s])),
        }
    }
    all
}

/// The way to each place's own list.
fn places(all: &[Place], lang: Lang) -> Markup {
    html! {
        details.places {
            summary { (lang.pick(format!("按地方看({})", all.len()), format!("By place ({})", all.len()))) }
            ul.links {
                @for p in all {
                    li { a href={ "#in-" (p.id) } { (p.name) } " " span.aside { (p.facts.len() + p.targets.len()) } }
                }
            }
        }
    }
}

fn subject(frame: &Frame<'_>, s: &Subject) -> Markup {
    let lang = frame.lang;
    let home = &frame.site.data.region(frame.home).id;
    let sorted = |facts: &[Fact]| {
        let mut own: Vec<Fact> = facts.to_vec();
        crate::base::sort_by_key(&mut own, |f| &f.region != home);
        own
    };
    html! {
        article.subject {
            h3 #{ "f-" (s.indicator) } { a href=(frame.to(&s.link.address)) { (s.name) } }
            @if !s.reason.is_empty() {
                p.aside { (lang.pick("为什么不排名：", "Why there is no rank: ")) (s.reason) }
            }
            @if !s.facts.is_empty() { (list(&sorted(&s.facts), home, lang)) }
            @if !s.targets.is_empty() {
                h4 { (lang.pick("目标", "Targets")) }
                (list(&sorted(&s.targets), home, lang))
            }
        }
    }
}

fn list(facts: &[Fact], home: &str, lang: Lang) -> Markup {
    html! {
        ul.records-list {
            @for f in facts {
                li.home[f.region == home] {
                    p { b { (f.place) } " " (f.period) " " (told(f, lang)) }
                    (about(f, lang))
                }
            }
        }
    }
}

/// The value and what the source reports of its standing.
fn told(f: &Fact, lang: Lang) -> Markup {
    let comma = lang.pick("，", ", ");
    html! {
        @if let Some(value) = &f.value { span.figure { (value) } }
        @if let Some(reported) = &f.reported {
            @if f.value.is_some() { (comma) }
            (reported)
        }
        @if let Some(status) = &f.status { " (" (status) ")" }
    }
}

/// Scope, note and source of a figure.
fn about(f: &Fact, lang: Lang) -> Markup {
    html! {
        p.aside {
            @if !f.scope.is_empty() { (lang.pick("口径：", "scope: ")) (f.scope) " · " }
            @if let Some(note) = &f.note { (note) " · " }
            (words::linked(&f.source.publisher, f.source.url.as_deref()))
            @if let Some(date) = &f.source.date { " · " (date) }
            " · " abbr title=(f.source.tier_meaning) { (f.source.tier) }
        }
    }
}

/// One place's figures, folded: each leads to its subject.
fn of_place(p: &Place, lang: Lang) -> Markup {
    let n = p.facts.len() + p.targets.len();
    html! {
        details.place #{ "in-" (p.id) } {
            summary {
                (p.name)
                @if let Some(within) = &p.within { " " span.aside { (within) } }
                " " span.aside { (lang.pick(format!("{n}个数"), format!("{n} figures"))) }
            }
            ul.plain {
                @for f in p.facts.iter().chain(&p.targets) {
                    li {
                        a href={ "#f-" (f.indicator) } { (f.name) } " " (f.period) " " (told(f, lang))
                    }
                }
            }
        }
    }
}
