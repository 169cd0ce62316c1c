//! The facts page: industry figures that cannot be ranked, side by side in their own scopes.
//!
//! It never sorts by value: home comes first, then the places in the order of the data.
//! Home's figures are in sight; every subject and every other place is a fold.

use maud::{Markup, html};

use super::data::several;
use super::frame::{Frame, Kind};
use super::{Site, path, words};
use crate::data::Lang;
use crate::survey::{Fact, Facts, Place, Subject, Survey};

/// As many figures stand in the line of their fold.
const IN_SIGHT: usize = 2;

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
    let all = themes(&facts.subjects);
    let home = &site.data.region(frame.home).id;
    let (homes, others): (Vec<_>, Vec<_>) = facts.places.iter().partition(|p| &p.id == home);
    let content = html! {
        main.paper.facts #content {
            h1 { (lang.pick("产业事实", "Industry facts")) }
            p.lead { (frame.description) }
            (jumps(&all, &homes, &others, lang))
            @for p in &homes { (of_place(p, true, lang)) }
            @for (theme, subjects) in &all {
                section aria-labelledby=(theme) {
                    h2 #(theme) { (subjects[0].theme_name) }
                    div.subjects { @for s in subjects { (subject(&frame, s)) } }
                }
            }
            @if !others.is_empty() {
                section aria-labelledby="places" {
                    h2 #places { (lang.pick("按地方看", "By place")) }
                    div.subjects { @for p in &others { (of_place(p, false, lang)) } }
                }
            }
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
        format!("{} of {} on {}. They count different things, at different times, or only one or two cities publish them: so they stand side by side without a rank. Ranks and shares are what the sources say.", several(count, "figure", "figures"), several(places, "place", "places"), several(subjects, "indicator", "indicators")),
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

/// The way to each theme, and to each place's own list.
fn jumps(
    themes: &[(&str, Vec<&Subject>)],
    homes: &[&Place],
    others: &[&Place],
    lang: Lang,
) -> Markup {
    html! {
        nav.contents aria-label=(lang.pick("主题", "Themes")) {
            span.caption { (lang.pick("主题：", "Themes: ")) }
            @for (theme, subjects) in themes { a href={ "#" (theme) } { (subjects[0].theme_name) } }
        }
        nav.contents aria-label=(lang.pick("地方", "Places")) {
            span.caption { (lang.pick("地方：", "Places: ")) }
            @for p in homes.iter().chain(others) { a href={ "#in-" (p.id) } { (p.name) } }
        }
    }
}

/// A subject, folded; a link to its place inside opens it.
fn subject(frame: &Frame<'_>, s: &Subject) -> Markup {
    let (lang, n) = (frame.lang, s.facts.len() + s.targets.len());
    let home = &frame.site.data.region(frame.home).id;
    let sorted = |facts: &[Fact]| {
        let mut own: Vec<Fact> = facts.to_vec();
        crate::base::sort_by_key(&mut own, |f| &f.region != home);
        own
    };
    let own = s.facts.iter().chain(&s.targets).find(|f| &f.region == home);
    html! {
        details.subject {
            summary {
                h3 { (s.name) }
                span.aside {
                    @if n <= IN_SIGHT {
                        @for (i, f) in s.facts.iter().chain(&s.targets).enumerate() {
                            @if i > 0 { (lang.pick("；", "; ")) }
                            @if f.region == *home { b { (f.place) } } @else { (f.place) }
                            " " (brief(f, lang))
                        }
                    } @else {
                        (numbered(n, lang))
                        @if let Some(own) = own { " · " b { (own.place) } }
                    }
                }
            }
            div #{ "f-" (s.indicator) } {
                p.aside {
                    a href=(frame.to(&s.link.address)) { (lang.pick("指标页", "The indicator’s page")) }
                    @if !s.reason.is_empty() { " · " (lang.pick("为什么不排名：", "Why there is no rank: ")) (s.reason) }
                }
                @if !s.facts.is_empty() { (list(&sorted(&s.facts), home, lang)) }
                @if !s.targets.is_empty() {
                    h4 { (lang.pick("目标", "Targets")) }
                    (list(&sorted(&s.targets), home, lang))
                }
            }
        }
    }
}

/// A figure in the line of its fold: when, and what.
fn brief(f: &Fact, lang: Lang) -> Markup {
    html! { (f.period) (lang.pick(" ", ": ")) (told(f, lang)) }
}

/// How many figures a fold holds.
fn numbered(n: usize, lang: Lang) -> String {
    lang.pick(format!("{n}个数"), several(n, "figure", "figures"))
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
            @if let Some(note) = f.note.as_ref().filter(|n| !f.scope.contains(n.trim_end_matches(['。', '.']))) { (note) " · " }
            (words::linked(&f.source.publisher, f.source.url.as_deref()))
            @if let Some(date) = &f.source.date { " · " (date) }
            " · " abbr title=(f.source.tier_meaning) { (f.source.tier) }
        }
    }
}

/// One place's figures: each leads to its subject.
fn of_place(p: &Place, open: bool, lang: Lang) -> Markup {
    let n = p.facts.len() + p.targets.len();
    html! {
        details.place open[open] {
            summary {
                (p.name)
                @if let Some(within) = &p.within { " " span.aside { (within) } }
                " " span.aside {
                    @if n <= IN_SIGHT && !open {
                        @for (i, f) in p.facts.iter().chain(&p.targets).enumerate() {
                            @if i > 0 { (lang.pick("；", "; ")) }
                            (f.name) " " (brief(f, lang))
                        }
                    } @else { (numbered(n, lang)) }
                }
            }
            ul.plain #{ "in-" (p.id) } {
                @for f in p.facts.iter().chain(&p.targets) {
                    li {
                        a href={ "#f-" (f.indicator) } { (f.name) } " " (f.period) " " (told(f, lang))
                    }
                }
            }
        }
    }
}
