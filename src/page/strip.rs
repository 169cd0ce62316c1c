//! The rank strip: everyone of a group as a dot, the first at the left, home large and named with its place.
//!
//! Places are written in percent of the strip's width, so that it fits any column and its text keeps its size.

use maud::{Markup, html};

use crate::data::{Dataset, Lang, RegionId};
use crate::survey::Dot;
use crate::text::{Face, width};

/// Where the first and the last dot stand, in percent of the width.
const ENDS: (f64, f64) = (4.0, 96.0);
/// The narrowest strip whose names must not touch, in pixels.
const NARROW: f64 = 250.0;
/// The height of the dots' line, and between lines of names, in pixels.
const MIDDLE: usize = 30;
const LINE: usize = 16;

/// A name below the dots: whose, where, on which line.
struct Name<'a> {
    text: &'a str,
    hue: usize,
    x: f64,
    line: usize,
}

/// The dots of a standing, best first; empty when nobody is ranked.
pub(super) fn strip(data: &Dataset, dots: &[Dot], peers: &[RegionId], lang: Lang) -> Markup {
    if dots.len() < 2 {
        return Markup::default();
    }
    let names = names(data, dots, peers);
    let lines = names.iter().map(|n| n.line + 1).max().unwrap_or(0);
    let height = MIDDLE + 10 + LINE * lines;
    let y = MIDDLE.to_string();
    html! {
        span.strip {
            span.end aria-hidden="true" { (end(1, lang)) }
            svg role="img" width="100%" height=(height) aria-label=(described(dots, lang)) {
                line.track x1={ (ENDS.0) "%" } x2={ (ENDS.1) "%" } y1=(y) y2=(y) {}
                @for (i, dot) in dots.iter().enumerate() {
                    @if dot.role != "home" { (circle(data, dot, peers, x(i, dots.len()))) }
                }
                @for (i, dot) in dots.iter().enumerate() {
                    @if dot.role == "home" {
                        (circle(data, dot, peers, x(i, dots.len())))
                        text.home x={ (x(i, dots.len())) "%" } y=(MIDDLE - 15) text-anchor="middle" {
                            (dot.name) " " (placed(dot, lang))
                        }
                    }
                }
                @for name in &names {
                    text class={ "peer-" (name.hue) } x={ (name.x) "%" } y=(MIDDLE + 10 + LINE * (name.line + 1) - 4) text-anchor="middle" {
                        (name.text)
                    }
                }
            }
            span.end aria-hidden="true" { (end(dots.len(), lang)) }
        }
    }
}

fn circle(data: &Dataset, dot: &Dot, peers: &[RegionId], x: f64) -> Markup {
    let (class, radius) = match (dot.role, hue(data, dot, peers)) {
        ("home", _) => ("home".to_owned(), 8),
        (_, Some(hue)) => (format!("peer-{hue}"), 6),
        _ => ("rest".to_owned(), 4),
    };
    html! { circle class=(class) cx={ (x) "%" } cy=(MIDDLE) r=(radius) {} }
}

/// A peer's hue by its place among the peers, as in the figures.
fn hue(data: &Dataset, dot: &Dot, peers: &[RegionId]) -> Option<usize> {
    let at = peers
        .iter()
        .position(|p| data.region(*p).id == dot.region)?;
    (at < 3).then_some(at + 1)
}

/// The peers' names, each on the first line where it touches none before it.
fn names<'a>(data: &Dataset, dots: &'a [Dot], peers: &[RegionId]) -> Vec<Name<'a>> {
    let mut names: Vec<Name<'a>> = Vec::new();
    for (i, dot) in dots.iter().enumerate() {
        let Some(hue) = hue(data, dot, peers) else {
            continue;
        };
        let x = x(i, dots.len());
        let touches = |line: usize| {
            names.iter().any(|n| {
                let room = (x - n.x) / 100.0 * NARROW;
                n.line == line && room < (wide(n.text) + wide(&dot.name)) / 2.0 + 6.0
            })
        };
        let line = (0..3).find(|line| !touches(*line)).unwrap_or(2);
        names.push(Name {
            text: &dot.name,
            hue,
            x,
            line,
        });
    }
    names
}

fn wide(text: &str) -> f64 {
    width(text, Face::regular(12.0))
}

/// Equal places stand side by side, so that every dot is seen.
fn x(i: usize, of: usize) -> f64 {
    let real = |n: usize| f64::from(u32::try_from(n).unwrap_or(0));
    let x = ENDS.0 + (ENDS.1 - ENDS.0) * real(i) / real(of - 1);
    (x * 100.0).round() / 100.0
}

fn end(place: usize, lang: Lang) -> String {
    lang.pick(format!("第{place}"), crate::tell::ordinal(place))
}

/// 第8 · 并列第5
fn placed(dot: &Dot, lang: Lang) -> String {
    let place = end(dot.place, lang);
    if dot.tied {
        return lang.pick(format!("并列{place}"), format!("joint {place}"));
    }
    place
}

fn described(dots: &[Dot], lang: Lang) -> String {
    let names: Vec<&str> = dots.iter().map(|d| d.name.as_str()).collect();
    let n = dots.len();
    let home = dots.iter().find(|d| d.role == "home");
    let home = home.map(|d| {
        lang.pick(
            format!("；{}{}", d.name, placed(d, lang)),
            format!("; {} is {}", d.name, placed(d, lang)),
        )
    });
    lang.pick(
        format!(
            "从第1到第{n}：{}{}",
            names.join("、"),
            home.clone().unwrap_or_default()
        ),
        format!(
            "From 1st to {}: {}{}",
            crate::tell::ordinal(n),
            names.join(", "),
            home.unwrap_or_default()
        ),
    )
}
