//! One figure as one file that stands by itself: to be opened anywhere, printed, or pasted into a document.
//!
//! It has no script and asks nobody for anything; so it is not alive, and not a page of the site.

use maud::{DOCTYPE, Markup, html};

use super::label::{self, Label};
use super::{body, head, words};
use crate::data::Dataset;
use crate::figure::{Figure, Frame, figure};
use crate::tell::Words;

/// What such a file may do: use its own styles.
const POLICY: &str = "default-src 'none'; style-src data:; base-uri 'none'; form-action 'none'";

/// Its styles; they go with it as the address of a style sheet, for a strict policy has no styles between the markup.
const STYLES: &str = "\
:root { color-scheme: light }
body { max-width: 960px; margin: 32px auto; padding: 0 16px; font: 16px/1.6 'Duibiao Sans', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: black; background: white }
h1 { margin: 0; font-size: 28px; line-height: 1.3 }
h2 { margin: 32px 0 8px; font-size: 18px }
h3, p, ul, ol { margin-block: 4px }
figure { margin: 16px 0; break-inside: avoid }
figure svg { display: block; max-width: 100%; height: auto }
.subtitle, .foot, .details, .legend, .origin { color: dimgray; font-size: 14px }
@media (min-width: 640px) { .keep { white-space: nowrap } }
.wide { overflow-x: auto }
table { border-collapse: collapse; min-width: 760px; font-size: 14px }
td.word:last-child { min-width: 224px }
caption { text-align: start; font-weight: bold; padding-block: 8px }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid lightgray; text-align: start; vertical-align: top }
.number { text-align: end; font-variant-numeric: tabular-nums }
tr { break-inside: avoid }
tbody th { font-weight: inherit }
tr.home { font-weight: bold }
.tag { margin-inline-start: 8px; padding: 0 4px; border: 1px solid; border-radius: 4px; font-size: 12px }
abbr { text-decoration: none; margin-inline-start: 4px }
@media print { body { margin: 0; max-width: none } table { min-width: 0; font-size: 11px } td.word:last-child { min-width: 96px; font-size: 8px; line-height: 1.2 } th, td { padding: 2px 6px 2px 0 } table:has(th:nth-child(12)) :is(td, th).word:last-child { display: none } a { color: inherit } }
@page { size: A4; margin: 16mm }
";

/// The file of a figure: the finding, the picture as large as the figure's, the table, what must be known of it, and the sources.
///
/// The picture is drawn without the title and the notices that a picture by itself carries: they stand beside it as text.
///
/// ```
/// use duibiao::{base::Size, data::builtin, figure::{Frame, figure}, page::report, view::View};
/// let data = builtin();
/// let shown = figure(&data, &View::default(), Size::new(960.0, 600.0), Frame::Full);
/// let file = report(&data, &shown);
/// assert!(file.starts_with("<!DOCTYPE html><html lang=\"zh-CN\">"));
/// assert!(!file.contains("<script"));
/// ```
#[must_use]
pub fn report(data: &Dataset, shown: &Figure) -> String {
    let (label, words) = (label::of(shown.view.lang()), shown.words(data));
    let picture = figure(data, &shown.view, shown.scene.size, Frame::Plot);
    let folio = html! {
        h1 { (words::title(&words)) }
        p.subtitle { (words.subtitle) }
        figure { (body::picture(&picture)) figcaption.foot { (words.foot) } }
        div.wide { (words::table(&words, &picture.view, data)) }
        (about(&words, label))
    };
    document(&words, label, &folio)
}

/// What must be known of the figure, and where it comes from.
fn about(words: &Words, label: &Label) -> Markup {
    html! {
        @if !words.notices.is_empty() {
            h2 { (label.notices) }
            (words::list(&words.notices))
        }
        h2 { (label.definition) }
        (words::definition(words, label))
        @if !words.other_figures.is_empty() {
            h2 { (label.others) }
            p { (label.others_hint) }
            (words::others(&words.other_figures))
        }
        h2 { (label.sources) }
        (words::sources(&words.sources, label))
    }
}

fn document(words: &Words, label: &Label, folio: &Markup) -> String {
    let styles = format!(
        "data:text/css,{}",
        STYLES.replace('%', "%25").replace('\n', "%0A")
    );
    html! {
        (DOCTYPE)
        html lang=(label.tag) {
            head {
                (head::basics(POLICY, &words.title, &words.description, label))
                link rel="stylesheet" href=(styles);
            }
            body { (folio) }
        }
    }
    .into_string()
}
