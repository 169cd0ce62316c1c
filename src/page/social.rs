//! The tags that need a whole address: the one address of a page, its languages, and its card on other sites.
//!
//! Without a base address there are none: search engines take no relative `hreflang`, and the masthead links the other language anyway.

use maud::{Markup, html};

use super::frame::Frame;
use super::label;
use crate::base::Size;
use crate::data::Lang;
use crate::figure::{Figure, Frame as Shown, figure};
use crate::view::View;

/// The size that other sites show a card's picture in.
const CARD: Size = Size::new(800.0, 420.0);
/// Pixels of the file for each of the picture's: its letters are large enough in a thumbnail.
const RATIO: f64 = 1.5;

/// A view as the picture of a card: the figure, and how many pixels for each of its own.
///
/// ```
/// use duibiao::{page::share_picture, view::View};
/// let (figure, ratio) = share_picture(&duibiao::data::builtin(), &View::default());
/// assert_eq!((figure.scene.size.w * ratio, figure.scene.size.h * ratio), (1200.0, 630.0));
/// ```
#[must_use]
pub fn share_picture(data: &crate::data::Dataset, view: &View) -> (Figure, f64) {
    (figure(data, view, CARD, Shown::Full), RATIO)
}

/// Where the picture of an indicator's default view lies, from the site's root.
#[must_use]
pub fn share_path(lang: Lang, indicator: &str) -> String {
    format!("{}.png", fixed(lang, indicator))
}

/// Where the same lies as vectors, for pages of others that show it by its address.
#[must_use]
pub fn vector_path(lang: Lang, indicator: &str) -> String {
    format!("{}.svg", fixed(lang, indicator))
}

fn fixed(lang: Lang, indicator: &str) -> String {
    format!("charts/{}/{indicator}", lang.id())
}

/// What other sites and search engines need; nothing without a base address.
pub(super) fn tags(frame: &Frame<'_>) -> Markup {
    html! { @if let Some(base) = frame.site.base { (absolute(frame, base)) } }
}

fn absolute(frame: &Frame<'_>, base: &str) -> Markup {
    let address = |lang: Lang| format!("{base}{}/{}", lang.id(), frame.path);
    let label = frame.label();
    let other = frame.lang.pick(Lang::En, Lang::Zh);
    let (picture, alt) = picture(frame);
    let picture = format!("{base}{picture}");
    html! {
        link rel="canonical" href=(address(frame.lang));
        @for lang in Lang::ALL {
            link rel="alternate" hreflang=(label::of(lang).tag) href=(address(lang));
        }
        link rel="alternate" hreflang="x-default" href=(address(Lang::Zh));
        meta property="og:type" content="website";
        meta property="og:site_name" content=(label.site);
        meta property="og:title" content=(frame.title);
        meta property="og:description" content=(frame.description);
        meta property="og:url" content=(address(frame.lang));
        meta property="og:locale" content=(label.locale);
        meta property="og:locale:alternate" content=(label::of(other).locale);
        meta property="og:image" content=(picture);
        meta property="og:image:type" content="image/png";
        meta property="og:image:width" content=(CARD.w * RATIO);
        meta property="og:image:height" content=(CARD.h * RATIO);
        meta property="og:image:alt" content=(alt);
        meta name="twitter:card" content="summary_large_image";
        meta name="twitter:title" content=(frame.title);
        meta name="twitter:description" content=(frame.description);
        meta name="twitter:image" content=(picture);
        meta name="twitter:image:alt" content=(alt);
    }
}

/// The picture of the page's own view, or of the default one, with what it shows in words.
fn picture(frame: &Frame<'_>) -> (String, String) {
    let (data, lang) = (frame.site.data, frame.lang);
    if let Some(indicator) = &frame.pictured {
        return (share_path(lang, indicator), frame.description.clone());
    }
    let view = View {
        lang: Some(lang),
        ..View::default()
    };
    let indicator = &data.indicator(data.defaults().indicator).id;
    let (figure, _) = share_picture(data, &view);
    (share_path(lang, indicator), figure.scene.description)
}
