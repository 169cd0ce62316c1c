//! The served page of one view: a whole HTML document that can be read before, and without, any script.
//!
//! It writes no file and knows no address but the way to the site's root: the command line writes what it returns.
//! Every text is escaped by the template; only a picture, which [`crate::paint`] escaped itself, goes in as it is.
//! The script takes over the elements named `dui-…`, so what they hold here has the form that it gives them there.

mod body;
mod head;
mod label;
mod related;
mod words;

use serde::Deserialize;

use crate::base::Size;
use crate::data::{Dataset, Lang};
use crate::figure::{Figure, Frame, figure};
use crate::tell::Words;
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
    words: Words,
    wide: Figure,
    narrow: Figure,
}

/// The document of one view; `root` is the way from its address to the site's root, such as `../../../`.
#[must_use]
pub fn indicator_page(data: &Dataset, view: &View, assets: &Assets, root: &str) -> String {
    let wide = figure(data, view, WIDE, Frame::Plot);
    let lang = wide.view.lang();
    let page = Page {
        data,
        assets,
        root,
        lang,
        label: label::of(lang),
        indicator: wide.view.indicator.clone().unwrap_or_default(),
        words: wide.words(data),
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

#[cfg(test)]
mod tests {
    use super::{Assets, indicator_page};
    use crate::data::{Lang, builtin};
    use crate::scene::{Theme, ThemeId};
    use crate::view::View;

    fn served(view: &View) -> String {
        let assets = Assets {
            script: "assets/app.js".into(),
            style: "assets/app.css".into(),
            wasm: "assets/core.wasm".into(),
            fonts: vec!["assets/a.woff2".into()],
        };
        indicator_page(&builtin(), view, &assets, "../../../")
    }

    /// The text of the first element that opens like this, without its marks.
    fn text(page: &str, opening: &str) -> String {
        let start = page.find(opening).expect("the element is there") + opening.len();
        let inner = page[start..].split("</h1>").next().expect("it is closed");
        inner
            .replace("<span class=\"keep\">", "")
            .replace("</span>", "")
    }

    #[test]
    fn the_heading_is_the_finding() {
        let page = served(&View::default());
        assert_eq!(
            text(&page, "<h1 class=\"title\" id=\"title\">"),
            "2023年温州每千人执业(助理)医师3.80人,居全省11市第8位,比杭州少1.21人"
        );
        assert!(page.contains("<span class=\"keep\">3.80人</span>"));
    }

    #[test]
    fn everything_is_relative_and_nothing_is_inline() {
        let page = served(&View::default());
        assert!(page.contains("href=\"../../../data/hospital.json\""));
        assert!(page.contains("href=\"../../../en/indicator/doctors-per-1000/\""));
        assert!(!page.contains(" style=") && !page.contains("<style"));
        assert_eq!(page.matches("<script").count(), 1);
        let from_root = |link: &&str| link.starts_with('/');
        let own = page.split("href=\"").skip(1).find(from_root);
        assert_eq!(own, None, "a link from the host's root");
    }

    #[test]
    fn hostile_text_stays_text() {
        let view = View {
            lang: Some(Lang::En),
            title: Some("<img src=x onerror=alert(1)>\"'&".into()),
            home: Some("<script>alert(2)</script>".into()),
            ..View::default()
        };
        let page = served(&view);
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
        assert!(!page.contains("<img") && !page.contains("<script>"));
    }

    #[test]
    fn the_style_sheet_has_the_colours_of_the_figures() {
        let tokens = include_str!("../../www/styles/tokens.css");
        // the dark values stand twice, see there
        for (id, times) in [(ThemeId::Light, 1), (ThemeId::Dark, 2)] {
            let theme = Theme::named(id);
            let [first, second, third] = theme.peers;
            let [first_ink, second_ink, third_ink] = theme.peer_inks;
            for (name, color) in [
                ("ground", theme.ground),
                ("text", theme.text),
                ("muted", theme.muted),
                ("grid", theme.grid),
                ("axis", theme.axis),
                ("home", theme.home),
                ("peer-1", first),
                ("peer-2", second),
                ("peer-3", third),
                ("peer-1-ink", first_ink),
                ("peer-2-ink", second_ink),
                ("peer-3-ink", third_ink),
                ("rest", theme.rest),
                ("rest-line", theme.rest_line),
                ("benchmark", theme.benchmark),
            ] {
                let line = format!("--{name}: {color};");
                assert_eq!(tokens.matches(&line).count(), times, "{id:?} {line}");
            }
        }
        let strong = format!("[fill=\"{}\"]", Theme::named(ThemeId::Light).text);
        assert!(include_str!("../../www/styles/figure.css").contains(&strong));
    }

    #[test]
    fn both_pictures_and_the_table_are_served() {
        let page = served(&View::default());
        assert!(
            page.contains("viewBox=\"0 0 960 600\"") && page.contains("viewBox=\"0 0 360 480\"")
        );
        assert_eq!(page.matches("<tr class=").count(), 11);
        assert!(page.contains("<tr class=\"home\">"));
    }
}
