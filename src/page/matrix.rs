//! The matrix for those who work on charts: every chart in every theme, language and width, as one page of picture files.
//!
//! It belongs to no site and has no script; the command line draws and writes what it names.

use maud::{DOCTYPE, html};

use super::charts::view_of;
use crate::base::Size;
use crate::data::{Dataset, Lang};
use crate::figure::{Frame, default_height, figure};
use crate::paint;
use crate::scene::ThemeId;
use crate::view::{ChartId, View};

/// The widths of the pictures.
const WIDTHS: [f64; 3] = [320.0, 960.0, 1920.0];

/// One picture of the matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    chart: ChartId,
    theme: (&'static str, ThemeId),
    lang: Lang,
    width: f64,
}

/// All pictures, chart by chart.
///
/// ```
/// let all = duibiao::page::samples();
/// assert_eq!(all.len() % 24, 0); // four themes, two languages, three widths
/// assert_eq!(all[0].file(), "rank-bars/light-zh-320.svg");
/// ```
#[must_use]
pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for chart in ChartId::ALL {
        for theme in ThemeId::ALL {
            for lang in Lang::ALL {
                let of = |width| Sample {
                    chart,
                    theme,
                    lang,
                    width,
                };
                all.extend(WIDTHS.map(of));
            }
        }
    }
    all
}

impl Sample {
    /// Where it lies beside the page.
    #[must_use]
    pub fn file(&self) -> String {
        let (chart, lang) = (self.chart.id(), self.lang.id());
        format!("{chart}/{}-{lang}-{}.svg", self.theme.0, self.width)
    }

    fn height(&self) -> f64 {
        default_height(self.width, Frame::Full)
    }

    /// The picture itself.
    #[must_use]
    pub fn draw(&self, data: &Dataset) -> String {
        let view = View {
            theme: Some(self.theme.1),
            ..view_of(data, self.chart, self.lang)
        };
        let size = Size::new(self.width, self.height());
        paint::svg(&figure(data, &view, size, Frame::Full).scene)
    }
}

/// The page that shows them all; pictures are fetched as one comes near them.
#[must_use]
pub fn matrix_page() -> String {
    let all = samples();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { "duibiao: every chart" }
            }
            body {
                h1 { "Every chart" }
                p { "Each chart at its example, in every theme, language and width." }
                ul { @for chart in ChartId::ALL { li { a href={ "#" (chart.id()) } { (chart.id()) } } } }
                @for chart in ChartId::ALL {
                    h2 #(chart.id()) { (chart.id()) " · " (chart.name(Lang::Zh)) " · " (chart.name(Lang::En)) }
                    @for sample in all.iter().filter(|s| s.chart == chart) {
                        img loading="lazy" width=(sample.width) height=(sample.height()) src=(sample.file()) alt=(sample.file());
                        " "
                    }
                }
            }
        }
    }
    .into_string()
}
