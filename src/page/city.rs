//! The page of one city: its best and worst standings, what changed most, key figures, who it may be held against.
//!
//! The sentences come from [`crate::survey`]; this file only arranges them.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::{Site, lacks, path, scorecard, strip, switcher, told};
use crate::data::{Dataset, IndicatorId, Lang, RegionId};
use crate::survey::{Change, PeerChoice, Standing, Survey};

/// The figures that a city is introduced with, where the data have them.
const KEY: [&str; 8] = [
    "resident-population",
    "gdp",
    "gdp-per-head",
    "avg-wage",
    "share-65plus",
    "doctors-per-1000",
    "hospital-beds-per-1000",
    "rd-expenditure-of-gdp",
];
/// How many of each list.
const LIST: usize = 6;

/// One city: a document for `zh/city/<city>/`.
#[must_use]
pub fn city_page(site: &Site<'_>, survey: &Survey<'_>, lang: Lang) -> String {
    let (data, home) = (site.data, survey.home());
    let mut frame =
        Frame::new(site, Kind::City, lang, path::of(data, Kind::City, home)).at_home(home);
    let name = data.region(home).name.get(lang);
    let card = survey.scorecard(lang);
    frame.title = match card.good {
        0 => lang.pick(
            format!("{name}：哪里相对靠前，哪里靠后，变了什么"),
            format!("{name}: where it is placed best, where it lags, what changed"),
        ),
        _ => lang.pick(
            format!("{name}：强在哪里，弱在哪里，变了什么"),
            format!("{name}: where it leads, where it lags, what changed"),
        ),
    };
    let summary = scorecard::summary(&card, name, lang);
    frame.description = told(&frame.title, &summary, lang);
    let content = html! {
        main.paper.city #content {
            h1 { (name) }
            (switcher::switcher(&frame))
            p.lead { (summary) }
            (ways(&frame, name))
            (figures(&frame, survey))
            div.columns {
                (standings(&frame, survey, "best", lang.pick("名次最靠前", "Best standings"), lang.pick("只列比率和人均里居前一半的。", "Rates only, and only places in the first half."), &survey.best(LIST, lang)))
                (standings(&frame, survey, "worst", lang.pick("名次最靠后", "Worst standings"), lang.pick("只列比率和人均里居后一半的。", "Rates only, and only places in the last half."), &survey.worst(LIST, lang)))
            }
            (changes(&frame, &survey.changed(LIST, lang)))
            (peers(&frame, &survey.peer_choices(lang)))
            (lacks::section(&frame, survey, name))
        }
    };
    frame.document(&content)
}

/// The other pages about this city.
fn ways(frame: &Frame<'_>, name: &str) -> Markup {
    let (data, lang, home) = (frame.site.data, frame.lang, frame.home);
    let indicator = &data.indicator(data.defaults().indicator).id;
    html! {
        ul.ways {
            li { a href=(frame.to(&path::of(data, Kind::Opening, home))) {
                (lang.pick(format!("{name}的六个发现"), format!("Six findings about {name}")))
            } }
            li { a href=(frame.to(&path::of(data, Kind::Scorecard, home))) {
                (lang.pick("全部指标的记分卡", "Scorecard of all indicators"))
            } }
            li { a href=(frame.to(&frame.view_of(indicator))) {
                (lang.pick(format!("以{name}为本市逐项对比"), format!("Compare {name}, indicator by indicator")))
            } }
        }
    }
}

/// The key figures; of other data the first indicator of each theme.
fn key(data: &Dataset) -> Vec<IndicatorId> {
    let named: Vec<_> = KEY
        .iter()
        .filter_map(|id| data.indicator_named(id))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let first = |theme| {
        data.indicators()
            .find(|(_, i)| i.theme == theme)
            .map(|(id, _)| id)
    };
    data.themes()
        .filter_map(|(theme, _)| first(theme))
        .take(KEY.len())
        .collect()
}

fn figures(frame: &Frame<'_>, survey: &Survey<'_>) -> Markup {
    let lang = frame.lang;
    let all = key(frame.site.data)
        .into_iter()
        .map(|id| survey.standing(id, lang));
    let all: Vec<Standing> = all
        .filter(|s| s.place.is_some() && s.of * 2 > s.group)
        .collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="figures" {
                h2 #figures { (lang.pick("主要数字", "Key figures")) }
                dl.figures {
                    @for s in &all {
                        div {
                            dt { a href=(frame.to(&s.link.address)) { (s.short) } }
                            dd.value { (s.value) }
                            dd.aside {
                                (s.period)
                                @if let Some(place) = s.place { " · " (nth(place, s.of, s.tied, lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// 第8/11
fn nth(place: usize, of: usize, tied: bool, lang: Lang) -> String {
    let joint = if tied {
        lang.pick("并列", "joint ")
    } else {
        ""
    };
    lang.pick(
        format!("{joint}第{place}/{of}"),
        format!("{joint}{} of {of}", crate::tell::ordinal(place)),
    )
}

fn standings(
    frame: &Frame<'_>,
    survey: &Survey<'_>,
    id: &str,
    name: &str,
    hint: &str,
    all: &[Standing],
) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    html! {
        @if !all.is_empty() {
            section aria-labelledby=(id) {
                h2 #(id) { (name) }
                p.hint { (hint) }
                ol.standings {
                    @for s in all {
                        li {
                            a.tile href=(frame.to(&s.link.address)) {
                                span.say { (s.title) }
                                (strip::strip(data, &s.dots, survey.peers(), lang))
                                span.aside { (s.theme_name) " · " (s.direction_words) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn changes(frame: &Frame<'_>, all: &[Change]) -> Markup {
    let lang = frame.lang;
    html! {
        @if !all.is_empty() {
            section aria-labelledby="changes" {
                h2 #changes { (lang.pick("名次变化最大", "What changed most")) }
                p.hint { (lang.pick(
                    "说的是名次，不是数值；只比前后口径一致、各市都有数的两年，总量和增速不算。",
                    "Places, not amounts: between two years in which every city has a figure and nothing changed its meaning in between; totals and growth rates are left out.",
                )) }
                ul.changes {
                    @for c in all {
                        li {
                            a href=(frame.to(&c.link.address)) { (c.sentence) }
                            span.aside {
                                (c.value_before) " → " (c.value_now)
                                @if c.nominal { " · " (lang.pick("名义", "nominal")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn peers(frame: &Frame<'_>, sets: &[PeerChoice]) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let homes = path::homes(data);
    let name = |id: &str| -> Option<(RegionId, &str)> {
        let region = data.region_named(id)?;
        Some((region, data.region(region).name.get(lang)))
    };
    html! {
        @if !sets.is_empty() {
            section aria-labelledby="peers" {
                h2 #peers { (lang.pick("可以和谁比", "Cities to compare it with")) }
                dl.sets {
                    @for set in sets {
                        div {
                            dt { (set.name) }
                            dd.aside { (set.why) }
                            dd { ul.plain {
                                @for member in &set.members {
                                    @if let Some((region, name)) = name(&member.id) {
                                        li {
                                            @if homes.contains(&region) {
                                                a href=(frame.to(&path::of(data, Kind::City, region))) { (name) }
                                            } @else { (name) }
                                            @if !member.why.is_empty() { " " span.aside { (member.why) } }
                                        }
                                    }
                                }
                            } }
                        }
                    }
                }
            }
        }
    }
}
