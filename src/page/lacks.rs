//! "What nobody publishes": the lacks that the data leave, numbered, as a list to take to a bureau of statistics.
//!
//! It is plain text in order: the print style sheet gives it a page of its own, and it copies as it stands.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::path;
use crate::survey::{Lack, LackKind, Survey};

/// The section; nothing when there are no lacks.
pub(super) fn section(frame: &Frame<'_>, survey: &Survey<'_>, name: &str) -> Markup {
    let lang = frame.lang;
    let lacks = survey.lacks(lang);
    let of = |kind: fn(&&Lack) -> bool| lacks.iter().filter(kind).collect::<Vec<_>>();
    let missing = of(|g| g.kind != LackKind::NotCollected);
    let uncollected = of(|g| g.kind == LackKind::NotCollected);
    let each = path::of(frame.site.data, Kind::Data, frame.home);
    html! {
        @if !lacks.is_empty() {
            section.gaps aria-labelledby="gaps" {
                h2 #gaps { (lang.pick("没人公布的数", "What nobody publishes")) }
                p.lead { (lang.pick(
                    format!("一份可以带去统计局的清单：缺什么，现有什么，可以要什么。{name}自己缺的排在前面。"),
                    format!("A list to take to the bureau of statistics: what is missing, what there is, what to ask for. What {name} itself lacks comes first."),
                )) }
                p.hint { (lang.pick(
                    "按规则从本站的数据得出：我们没有找到；公布了而没人找过的，也会在这里。",
                    "Drawn by rule from the data of this site: we have not found these figures; what is published and was never looked for is listed, too.",
                )) }
                @if !missing.is_empty() { ol.asked { @for lack in &missing { li { (asked(frame, lack)) } } } }
                @if !uncollected.is_empty() {
                    h3 { (lang.pick("已公布，但还没收进来", "Published, but not collected here")) }
                    ul.asked { @for lack in &uncollected { li { (asked(frame, lack)) } } }
                }
                p.aside {
                    (lang.pick("打印本页，这份清单单独成页。", "When this page is printed, the list gets its own sheets. "))
                    a href={ (frame.to(&each)) "#gaps" } { (lang.pick("逐个缺失的数", "Every missing figure")) }
                }
            }
        }
    }
}

/// What is missing in a line; what to do about it is folded.
fn asked(frame: &Frame<'_>, lack: &Lack) -> Markup {
    let lang = frame.lang;
    html! {
        details {
            summary { (lack.missing) }
            @if !lack.there_is.is_empty() {
                p { span.caption { (lang.pick("现有：", "There is: ")) } (lack.there_is) }
            }
            p { span.caption { (lang.pick("可以要：", "Ask for: ")) } (lack.request) }
            @if !lack.indicators.is_empty() {
                p.aside { (lang.pick("指标：", "Indicators: ")) (lacking(frame, lack)) }
            }
        }
    }
}

fn lacking(frame: &Frame<'_>, lack: &Lack) -> Markup {
    html! {
        @for (i, lacking) in lack.indicators.iter().enumerate() {
            @if i > 0 { (frame.lang.pick("、", ", ")) }
            a href=(frame.to(&lacking.link.address)) { (lacking.name) }
        }
    }
}
