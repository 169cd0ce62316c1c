//! What a visitor meets first: where home stands, what a speech said of it, what nobody publishes, and then the tool.
//!
//! The findings are chosen by [`crate::survey`], never by hand; the tool is the explorer of [`super::body`].

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::{Page, Site, body, lacks, path, scorecard, speech, strip, switcher};
use crate::data::{Dataset, Lang, RegionId};
use crate::survey::{Findings, Survey, Tile};
use crate::tell;
use crate::view::View;

/// The opening of a home: a document for `zh/` or `zh/home/<city>/`, and with `./` as the way to the root for the root itself.
#[must_use]
pub fn opening_page(
    site: &Site<'_>,
    survey: &Survey<'_>,
    lang: Lang,
    root: Option<&str>,
) -> String {
    let (data, home) = (site.data, survey.home());
    let mut frame = Frame::new(
        site,
        Kind::Opening,
        lang,
        path::of(data, Kind::Opening, home),
    )
    .at_home(home);
    if let Some(root) = root {
        root.clone_into(&mut frame.root);
    }
    let name = data.region(home).name.get(lang);
    let card = survey.scorecard(lang);
    frame.title = headline(data, survey, card.good > 0, lang);
    frame.description = scorecard::summary(&card, name, lang);
    let content = html! {
        main.opening #content {
            (hero(&frame))
            (findings(&frame, survey))
            (speech::section(&frame, survey))
            (lacks::section(&frame, survey, name))
            (tool(&frame))
        }
    };
    frame.document(&content)
}

/// What this is, said for its home; that it leads anywhere only where it does.
fn headline(data: &Dataset, survey: &Survey<'_>, leads: bool, lang: Lang) -> String {
    let group = data.group(data.defaults().group);
    let name = |r: &RegionId| data.region(*r).name.get(lang);
    let home = name(&survey.home());
    let peers: Vec<&str> = survey.peers().iter().map(name).collect();
    let (n, noun, whole) = (
        group.members.len(),
        group.noun.get(lang),
        group.name.get(lang),
    );
    match (lang, peers.is_empty()) {
        (Lang::Zh, true) => format!("{home}在{whole}{n}{noun}里排第几，差在哪里，从什么时候起"),
        (Lang::Zh, false) => format!(
            "{home}对标{}和{whole}{n}{noun}：{}，{}",
            peers.join("、"),
            if leads {
                "强在哪里"
            } else {
                "哪里相对靠前"
            },
            if leads {
                "差在哪里"
            } else {
                "哪里靠后"
            }
        ),
        (Lang::En, true) => format!("Where {home} stands among the {n} {noun} of {whole}"),
        (Lang::En, false) => format!(
            "{home} against {} and all {n} {noun} of {whole}: where it {}, where it lags",
            peers.join(" and "),
            if leads { "leads" } else { "is placed best" }
        ),
    }
}

fn hero(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let indicators = data.indicators().count();
    let card = path::of(data, Kind::Scorecard, frame.home);
    html! {
        header.hero {
            h1 { (frame.title) }
            (switcher::switcher(frame))
            p.lead {
                b { (frame.description) } " "
                a href=(frame.to(&card)) { (lang.pick("看记分卡", "See the scorecard")) }
            }
            p.hint { (lang.pick(
                format!("共{indicators}项指标，每个数都有出处；没人公布的数，就说没有。"),
                format!("{indicators} indicators in all, every figure with its source; what nobody publishes is said to be missing."),
            )) " " a.to-tool href="#tool" { (lang.pick("自己比一比 ↓", "Compare for yourself ↓")) } }
        }
    }
}

fn findings(frame: &Frame<'_>, survey: &Survey<'_>) -> Markup {
    let lang = frame.lang;
    let Findings { rule, tiles } = survey.findings(lang);
    let name = frame.site.data.region(frame.home).name.get(lang);
    html! {
        @if !tiles.is_empty() {
            section.findings aria-labelledby="findings" {
                h2.unseen #findings { (lang.pick(format!("{name}的发现"), format!("Findings about {name}"))) }
                ul.tiles { @for t in &tiles { li { (tile(frame, survey, t)) } } }
                details.rule {
                    summary { (lang.pick("这几项是怎么选的", "How these were chosen")) }
                    p { (rule) }
                }
            }
        }
    }
}

/// A finding: one link to its view.
fn tile(frame: &Frame<'_>, survey: &Survey<'_>, t: &Tile) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let period = data
        .indicator_named(&t.indicator)
        .and_then(|id| survey.answer(id).period)
        .map(|p| tell::period(p, lang));
    html! {
        a.tile href=(frame.to(&t.link.address)) {
            span.say { (t.sentence) }
            (strip::strip(data, &t.dots, survey.peers(), lang))
            span.aside {
                @if t.best { b { (lang.pick("本市名次靠前的", "One of its best places")) } " · " }
                (t.theme) " · " (t.name)
                @if let Some(period) = period { " · " (period) }
                " · " (t.direction_words)
            }
        }
    }
}

/// The explorer, below all that is said: it starts by itself, but nothing of it is asked for first.
fn tool(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let defaults = data.defaults();
    let view = View {
        lang: Some(lang),
        home: (frame.home != defaults.home).then(|| data.region(frame.home).id.clone()),
        ..View::default()
    };
    html! {
        section.tool aria-labelledby="tool" {
            h2 #tool { (lang.pick("自己比一比", "Compare for yourself")) }
            div.desk { (body::desk(&Page::new(data, &view, &frame.root), body::Level::Inner)) }
        }
    }
}
