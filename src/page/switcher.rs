//! Choosing another home on a page that is about one: a link to the same kind of page of each city.
//!
//! On a narrow screen it is a sheet behind a button, on a wide one a row with its name before it; neither needs a script.

use maud::{Markup, html};

use super::frame::Frame;
use super::path;

/// The links to this kind of page for every home.
pub(super) fn switcher(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let label = lang.pick("换一座城市", "Choose another city");
    let homes = path::homes(data);
    if homes.len() < 2 {
        return Markup::default();
    }
    html! {
        div.switcher {
            button type="button" popovertarget="homes" { (label) }
            nav.homes #homes popover aria-label=(label) {
                div.top {
                    p.name { (label) }
                    button.close type="button" popovertarget="homes" popovertargetaction="hide" {
                        span aria-hidden="true" { "×" }
                        span.unseen { (lang.pick("关闭", "Close")) }
                    }
                }
                @for home in homes {
                    @let here = home == frame.home;
                    a href=(frame.to(&path::of(data, frame.kind, home))) aria-current=[here.then_some("page")] {
                        (data.region(home).name.get(lang))
                    }
                }
            }
        }
    }
}
