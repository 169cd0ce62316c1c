//! The served page of one view: a whole HTML document that can be read before, and without, any script.
//!
//! It writes no file and knows no address but the way to the site's root: the command line writes what it returns.
//! Every text is escaped by the template; only a picture, which [`crate::paint`] escaped itself, goes in as it is.
//! The script takes over the elements named `dui-…`, so what they hold here has the form that it gives them there.

mod body;
mod head;
mod label;
mod words;

use serde::Deserialize;

use crate::base::Size;
use crate::data::{Dataset, Lang};
use crate::figure::{Figure, Frame, figure};
use crate::view::View;
use label::Label;

/// The picture for a container of at least 640 px.
const WIDE: Size = Size::new(960.0, 600.0);
/// The picture for a narrower one.
const NARROW: Size = Size::new(360.0, 480.0);

/// What the bundler made, as paths from the site's root: the file `manifest.json`.
///
/// ```
/// let json = r#"{"script":"assets/app.js","style":"assets/app.css","wasm":"assets/core.wasm","fonts":[]}"#;
/// let assets: duibiao::page::Assets = serde_json::from_str(json).unwrap();
/// assert_eq!(assets.script, "assets/app.js");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Assets {
    /// The page's script.
    pub script: String,
    /// The page's style sheet.
    pub style: String,
    /// The core.
    pub wasm: String,
    /// The Latin fonts.
    pub fonts: Vec<String>,
}

/// All that the parts of a page are made from.
struct Page<'a> {
    data: &'a Dataset,
    assets: &'a Assets,
    /// The way to the site's root: `./`, `../` or `../../../`.
    root: &'a str,
    lang: Lang,
    label: &'static Label,
    indicator: String,
    wide: Figure,
    narrow: Figure,
}

/// The document of one view; `root` is the way from its address to the site's root, such as `../../../`.
#[must_use]
pub fn indicator_page(data: &Dataset, view: &View, assets: &Assets, root: &str) -> String {
    let wide = figure(data, view, WIDE, Frame::Plot);
    let lang = wide.view.lang.unwrap_or_default();
    let page = Page {
        data,
        assets,
        root,
        lang,
        label: label::of(lang),
        indicator: wide.view.indicator.clone().unwrap_or_default(),
        narrow: figure(data, view, NARROW, Frame::Plot),
        wide,
    };
    maud::html! {
        (maud::DOCTYPE)
        html lang=(page.label.tag) data-root=(root) {
            (head::head(&page))
            (body::body(&page))
        }
    }
    .into_string()
}
