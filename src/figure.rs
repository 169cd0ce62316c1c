//! A view answered: the comparison, the picture and the words, together.
//!
//! This is the whole way from a [`View`] to something to look at; the page, the command line and the tests all take it.

#[cfg(feature = "gallery")]
use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;

use crate::base::{Point, Size};
use crate::chart::{self, Options};
use crate::compare::Comparison;
#[cfg(feature = "gallery")]
use crate::compare::Question;
use crate::data::Dataset;
#[cfg(feature = "gallery")]
use crate::data::{Period, RegionId};
#[cfg(feature = "gallery")]
use crate::error::Notice;
use crate::scene::{Scene, Spot, Theme};
use crate::tell::{self, TipLine, Words};
#[cfg(feature = "gallery")]
use crate::view::ChartId;
use crate::view::{Resolved, Settings, View, resolve};

pub use crate::chart::{Frame, default_height};

/// The answer to a view.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The view with every field filled by what is shown.
    pub view: View,
    /// The numbers.
    pub comparison: Rc<Comparison>,
    /// The picture.
    pub scene: Scene,
}

/// Where something is drawn that can be asked about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Mark {
    /// The region's id.
    pub region: String,
    /// Where it is drawn, in CSS pixels.
    pub x: f64,
    /// Where it is drawn, in CSS pixels.
    pub y: f64,
    /// Its position, for [`Figure::hit`].
    pub index: u32,
    /// The period that it is about.
    #[cfg(feature = "gallery")]
    pub period: String,
    /// Which indicator it is about: 0 is the one that is compared, then those beside it.
    #[cfg(feature = "gallery")]
    pub indicator: u16,
}

/// What is under the pointer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Hit {
    /// The region's id.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Where it is drawn, in CSS pixels.
    pub x: f64,
    /// Where it is drawn, in CSS pixels.
    pub y: f64,
    /// What there is to say.
    pub lines: Vec<TipLine>,
}

/// Answers a view with a picture of this size.
///
/// ```
/// use duibiao::{base::Size, figure::{figure, Frame}, view::View};
/// let data = duibiao::data::builtin();
/// let figure = figure(&data, &View::default(), Size::new(960.0, 600.0), Frame::Full);
/// assert_eq!(figure.words(&data).title, "2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人");
/// ```
#[must_use]
pub fn figure(data: &Dataset, view: &View, size: Size, frame: Frame) -> Figure {
    let mut figure = undescribed(data, view, size, frame);
    figure.scene.description = figure.description(data);
    figure
}

/// The same without its text alternative: for a canvas that is drawn anew many times a second, beside which the page has the words.
#[must_use]
pub fn undescribed(data: &Dataset, view: &View, size: Size, frame: Frame) -> Figure {
    let resolved = resolve(data, view);
    let comparison = answered(data, &resolved);
    drawn(data, view, size, frame, resolved.settings, comparison)
}

/// The comparison of a question, with what had to be replaced to ask it.
fn answered(data: &Dataset, resolved: &Resolved) -> Rc<Comparison> {
    let mut comparison = Comparison::of(data, &resolved.question);
    let replaced = resolved.notices.iter().cloned();
    comparison.notices.splice(0..0, replaced);
    Rc::new(comparison)
}

fn drawn(
    data: &Dataset,
    view: &View,
    size: Size,
    frame: Frame,
    settings: Settings,
    comparison: Rc<Comparison>,
) -> Figure {
    let options = Options {
        chart: view.chart(),
        lang: view.lang(),
        theme: Theme::named(view.theme()),
        size,
        frame,
        title: view.title.as_deref(),
        settings,
    };
    Figure {
        view: view.completed(data, &comparison),
        scene: chart::draw(data, &comparison, &options),
        comparison,
    }
}

/// The last answer, for who draws one question many times: in another size or theme, with another city in view, as another chart.
///
/// It holds for one dataset: who adds figures to it [forgets](Self::forget) what was answered before.
#[cfg(feature = "gallery")]
#[derive(Debug, Default)]
pub struct Answers {
    last: RefCell<Option<Answer>>,
}

/// An answer, and what it answers: the question, and what had to be replaced to ask it.
#[cfg(feature = "gallery")]
#[derive(Debug)]
struct Answer {
    question: Question,
    replaced: Vec<Notice>,
    comparison: Rc<Comparison>,
}

#[cfg(feature = "gallery")]
impl Answers {
    /// The same as [`undescribed`]; the same question is not answered twice in a row.
    ///
    /// ```
    /// use duibiao::{base::Size, figure::{Answers, Frame, undescribed}, view::View};
    /// let data = duibiao::data::builtin();
    /// let (answers, view) = (Answers::default(), View::default());
    /// for size in [Size::new(960.0, 600.0), Size::new(320.0, 400.0)] {
    ///     let (kept, fresh) = (answers.undescribed(&data, &view, size, Frame::Plot), undescribed(&data, &view, size, Frame::Plot));
    ///     assert_eq!(kept.scene, fresh.scene);
    /// }
    /// ```
    #[must_use]
    pub fn undescribed(&self, data: &Dataset, view: &View, size: Size, frame: Frame) -> Figure {
        let resolved = resolve(data, view);
        let settings = resolved.settings;
        let mut last = self.last.borrow_mut();
        let known = last
            .as_ref()
            .filter(|a| a.question == resolved.question && a.replaced == resolved.notices);
        let comparison = match known {
            Some(answer) => Rc::clone(&answer.comparison),
            None => {
                let comparison = answered(data, &resolved);
                *last = Some(Answer {
                    question: resolved.question,
                    replaced: resolved.notices,
                    comparison: Rc::clone(&comparison),
                });
                comparison
            }
        };
        drawn(data, view, size, frame, settings, comparison)
    }

    /// Forgets the answer: the data are others now.
    pub fn forget(&self) {
        self.last.replace(None);
    }
}

impl Figure {
    /// What the picture is about.
    fn finding(&self) -> tell::Finding {
        let chart = self.view.chart();
        #[cfg(feature = "gallery")]
        if let (Some(of), Some(by)) = (self.view.of, self.view.by) {
            return chart.finding_of(of, by);
        }
        chart.finding()
    }

    /// The text alternative of the picture.
    #[must_use]
    pub fn description(&self, data: &Dataset) -> String {
        let (c, lang) = (&self.comparison, self.view.lang());
        let finding = self.finding();
        let title = self.view.title.clone();
        let title = title.unwrap_or_else(|| tell::title(data, c, finding, lang));
        tell::describe(data, c, finding, &title, lang)
    }

    /// The words that go with the picture.
    #[must_use]
    pub fn words(&self, data: &Dataset) -> Words {
        let finding = self.finding();
        let own = self.view.title.as_deref();
        Words::of(data, &self.comparison, finding, own, self.view.lang())
    }

    /// Everything of the picture that can be asked about.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        (0..)
            .zip(&self.scene.spots)
            .filter_map(|(index, spot)| {
                let tag = self.scene.tags.get(spot.tag as usize)?;
                Some(Mark {
                    region: tag.region.to_string(),
                    x: spot.anchor.x,
                    y: spot.anchor.y,
                    index,
                    #[cfg(feature = "gallery")]
                    period: tag.period.to_string(),
                    #[cfg(feature = "gallery")]
                    indicator: tag.indicator,
                })
            })
            .collect()
    }

    /// What there is to say about one of the [`Figure::marks`].
    #[must_use]
    pub fn hit(&self, data: &Dataset, index: u32) -> Option<Hit> {
        self.told(data, self.scene.spots.get(index as usize)?)
    }

    /// What is under a point of the picture.
    #[must_use]
    pub fn pick(&self, data: &Dataset, at: Point) -> Option<Hit> {
        self.told(data, self.scene.pick(at)?)
    }

    /// All about the figure of a region; without a period the one that is compared.
    #[must_use]
    pub fn about(&self, data: &Dataset, region: &str, period: &str) -> Vec<TipLine> {
        let Some(region) = data.region_named(region) else {
            return Vec::new();
        };
        let (when, lang) = (period.parse().ok(), self.view.lang());
        #[cfg(feature = "gallery")]
        if self.view.drawn() == ChartId::Pyramid {
            return tell::age_tip(data, region, when, 0, lang);
        }
        tell::tip(data, &self.comparison, region, when, lang, true)
    }

    fn told(&self, data: &Dataset, spot: &Spot) -> Option<Hit> {
        let tag = self.scene.tags.get(spot.tag as usize)?;
        let region = data.region_named(&tag.region)?;
        let lang = self.view.lang();
        let when = tag.period.parse().ok();
        #[cfg(not(feature = "gallery"))]
        let lines = tell::tip(data, &self.comparison, region, when, lang, false);
        #[cfg(feature = "gallery")]
        let lines = self.tip_beside(data, region, when, tag.indicator);
        Some(Hit {
            region: tag.region.to_string(),
            name: data.region(region).name.get(lang).to_owned(),
            x: spot.anchor.x,
            y: spot.anchor.y,
            lines,
        })
    }

    /// What there is to say of a figure, and of which of several indicators it is.
    #[cfg(feature = "gallery")]
    fn tip_beside(
        &self,
        data: &Dataset,
        region: RegionId,
        when: Option<Period>,
        indicator: u16,
    ) -> Vec<TipLine> {
        let (all, lang) = (&self.comparison, self.view.lang());
        let place = usize::from(indicator).checked_sub(1);
        let c = place.and_then(|i| all.beside.get(i)).unwrap_or(all);
        if self.view.drawn() == ChartId::Pyramid {
            return tell::age_tip(data, region, when, indicator, lang);
        }
        if let Some(own) = tell::own_tip(data, c, self.finding(), region, when, lang) {
            return own;
        }
        let mut lines = tell::tip(data, c, region, when, lang, false);
        if !all.beside.is_empty() {
            let name = data.indicator(c.question.indicator).name.get(lang);
            let name = TipLine::new(lang.pick("指标", "Indicator"), tell::capital(name));
            lines.insert(0, name);
        }
        lines
    }

    /// The picture at `t` of the way from another one, from 0 to 1.
    #[cfg(feature = "gallery")]
    #[must_use]
    pub fn coming_from(&self, from: &Self, t: f64) -> Scene {
        crate::scene::between(&from.scene, &self.scene, t)
    }

    /// The table as CSV.
    #[must_use]
    pub fn csv(&self, data: &Dataset) -> String {
        let words = self.words(data);
        tell::csv(&words.table, &words.title, &words.foot)
    }

    /// A file name without ending that says what is in the picture.
    #[must_use]
    pub fn file_name(&self, data: &Dataset) -> String {
        let lang = self.view.lang();
        let indicator = data.indicator(self.comparison.question.indicator);
        let home = data.region(self.comparison.question.home).name.get(lang);
        let chart = self.view.chart().name(lang);
        let period = self.view.period.as_deref().unwrap_or_default();
        let name = format!("{home}-{}-{chart}-{period}", indicator.short().get(lang));
        let name: String = name
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || !c.is_ascii() || "-.()".contains(c) {
                    c
                } else {
                    '-'
                }
            })
            .collect();
        name.trim_matches('-').to_owned()
    }
}
