//! What the page loads to show figures: the dataset, and views answered.
//!
//! Files that are not made of text or dots come from the modules beside this one.

use std::rc::Rc;

use js_sys::Error as JsError;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

use crate::base::{Point, Size, sort};
use crate::data::{self, Dataset, Lang, add_theme};
#[cfg(feature = "gallery")]
use crate::data::{Part, add_part};
use crate::figure::{self, Frame, Hit};
#[cfg(feature = "gallery")]
use crate::office::{Document, document};
use crate::paint;
use crate::tell::{Words, capital};
#[cfg(feature = "gallery")]
use crate::view::By;
use crate::view::{ChartId, View};

/// An id with its name.
#[derive(Serialize, Tsify)]
pub struct Named {
    id: String,
    name: String,
}

/// An indicator in a picker.
#[derive(Serialize, Tsify)]
pub struct IndicatorEntry {
    id: String,
    name: String,
    short: String,
    theme: String,
    from: String,
    to: String,
    /// The regions that have a value.
    regions: Vec<String>,
}

/// A region in a picker.
#[derive(Serialize, Tsify)]
pub struct RegionEntry {
    id: String,
    name: String,
    pinyin: String,
}

/// What the pickers offer.
#[derive(Serialize, Tsify)]
pub struct Catalogue {
    themes: Vec<Named>,
    indicators: Vec<IndicatorEntry>,
    regions: Vec<RegionEntry>,
    groups: Vec<Named>,
    charts: Vec<Named>,
    defaults: View,
}

/// A period of an index with its place, in CSS pixels.
#[cfg(feature = "gallery")]
#[derive(Serialize, Tsify)]
pub struct BasePeriod {
    period: String,
    x: f64,
}

/// Where the base period of an index stands; none where nothing can be dragged.
#[cfg(feature = "gallery")]
#[derive(Serialize, Tsify)]
pub struct Base {
    x: Option<f64>,
    periods: Vec<BasePeriod>,
}

/// A catalogue that is read and not yet put together: two pieces of work, and between them a page can answer its reader.
#[wasm_bindgen]
pub struct Draft {
    draft: data::Draft,
}

#[wasm_bindgen]
impl Draft {
    /// Reads the catalogue; throws with the place of every defect.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Draft, JsError> {
        let draft = data::Draft::of(bytes).map_err(|e| JsError::new(&e.to_string()))?;
        Ok(Self { draft })
    }

    /// Puts it together; throws with the place of every defect.
    pub fn core(self) -> Result<Core, JsError> {
        let data = self.draft.data();
        let data = data.map_err(|e| JsError::new(&e.to_string()))?;
        Ok(Core {
            data: Rc::new(data),
            #[cfg(feature = "gallery")]
            answers: figure::Answers::default(),
        })
    }
}

/// The dataset, as far as it is loaded.
#[wasm_bindgen]
pub struct Core {
    data: Rc<Dataset>,
    #[cfg(feature = "gallery")]
    answers: figure::Answers,
}

/// The border takes what serde-wasm-bindgen makes of it; a failure there is a defect of this program.
fn object<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsError> {
    value
        .into_ts()
        .map_err(|e| JsError::new(&format!("words for the page: {e}")))
}

fn read(view: &Ts<View>) -> Result<View, JsError> {
    view.to_rust()
        .map_err(|e| JsError::new(&format!("view: {e}")))
}

#[wasm_bindgen]
impl Core {
    /// Adds the figures of a theme, or what only one chart needs; throws with the place of every defect, and then is as before.
    #[wasm_bindgen(js_name = addTheme)]
    pub fn add_theme(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsError> {
        #[cfg(feature = "gallery")]
        self.answers.forget();
        #[cfg(feature = "gallery")]
        if let Some(part) = Part::named(name) {
            return add_part(Rc::make_mut(&mut self.data), part, bytes)
                .map_err(|e| JsError::new(&e.to_string()));
        }
        let file = format!("{name}.json");
        add_theme(Rc::make_mut(&mut self.data), &file, bytes)
            .map_err(|e| JsError::new(&e.to_string()))
    }

    /// The packs that must be added before a view can be drawn: of themes, and of what only its chart needs.
    pub fn needs(&self, view: Ts<View>) -> Result<Vec<String>, JsError> {
        let view = read(&view)?;
        let themes = crate::view::needs(&self.data, &view);
        let themes = themes.into_iter().filter(|t| !self.data.is_loaded(*t));
        let themes = themes.map(|t| self.data.theme(t).id.clone());
        #[cfg(feature = "gallery")]
        let themes = {
            let parts = crate::view::parts(&view).iter();
            let parts = parts.filter(|p| !self.data.has_part(**p));
            themes.chain(parts.map(|p| p.id().to_owned()))
        };
        Ok(themes.collect())
    }

    /// What the pickers offer.
    pub fn catalogue(&self, lang: Ts<Lang>) -> Result<Ts<Catalogue>, JsError> {
        let lang = lang.to_rust().unwrap_or_default();
        object(&catalogue(&self.data, lang))
    }

    /// The view of an address.
    pub fn parse(&self, lang: &str, indicator: &str, query: &str) -> Result<Ts<View>, JsError> {
        object(&View::parse(lang, indicator, query))
    }

    /// The query of a view's address: only what differs from the defaults.
    pub fn query(&self, view: Ts<View>) -> Result<String, JsError> {
        Ok(read(&view)?.shortened(&self.data).query())
    }

    /// Answers a view.
    pub fn figure(
        &self,
        view: Ts<View>,
        width: f64,
        height: f64,
        frame: Ts<Frame>,
    ) -> Result<Figure, JsError> {
        let view = read(&view)?;
        let frame = frame.to_rust().unwrap_or_default();
        let size = Size::new(width, height);
        #[cfg(not(feature = "gallery"))]
        let figure = figure::undescribed(&self.data, &view, size, frame);
        #[cfg(feature = "gallery")]
        let figure = self.answers.undescribed(&self.data, &view, size, frame);
        Ok(Figure {
            data: Rc::clone(&self.data),
            figure,
        })
    }
}

/// A view answered, ready to be painted.
#[wasm_bindgen]
pub struct Figure {
    /// Shared, so that themes added later do not pull the ground from under it.
    data: Rc<Dataset>,
    figure: figure::Figure,
}

#[wasm_bindgen]
impl Figure {
    /// The view with every field filled by what is shown.
    pub fn view(&self) -> Result<Ts<View>, JsError> {
        object(&self.figure.view)
    }

    /// Where the rule of an index's base period stands, and where each period: for dragging it from one to another.
    #[cfg(feature = "gallery")]
    pub fn base(&self) -> Result<Ts<Base>, JsError> {
        let layout = &self.figure.scene.layout;
        let period = |(period, x): &(String, f64)| BasePeriod {
            period: period.clone(),
            x: *x,
        };
        object(&Base {
            x: layout.base,
            periods: layout.periods.iter().map(period).collect(),
        })
    }

    /// The charts that small multiples can repeat, by city (`region`) or by indicator.
    #[cfg(feature = "gallery")]
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn repeats(&self, by: &str) -> Result<JsValue, JsError> {
        let by = By::ALL.into_iter().find(|(id, _)| *id == by);
        let by = by.map_or_else(By::default, |(_, by)| by);
        let all = ChartId::ALL.into_iter().filter(|c| c.repeats(by));
        let ids: Vec<&str> = all.map(ChartId::id).collect();
        serde_wasm_bindgen::to_value(&ids)
            .map_err(|e| JsError::new(&format!("charts for the page: {e}")))
    }

    /// Paints it on a canvas, `ratio` device pixels for each CSS pixel.
    pub fn paint(&self, context: &CanvasRenderingContext2d, ratio: f64) {
        paint::canvas(&self.figure.scene, context, ratio);
    }

    /// Paints it on its way from another one: `t` goes from 0 to 1.
    #[cfg(feature = "gallery")]
    #[wasm_bindgen(js_name = paintFrom)]
    pub fn paint_from(
        &self,
        from: &Figure,
        t: f64,
        context: &CanvasRenderingContext2d,
        ratio: f64,
    ) {
        let scene = self.figure.coming_from(&from.figure, t);
        paint::canvas(&scene, context, ratio);
    }

    /// The words that go with it.
    pub fn words(&self) -> Result<Ts<Words>, JsError> {
        object(&self.figure.words(&self.data))
    }

    /// What is under a point, in CSS pixels.
    pub fn pick(&self, x: f64, y: f64) -> Result<Option<Ts<Hit>>, JsError> {
        let hit = self.figure.pick(&self.data, Point::new(x, y));
        hit.map(|h| object(&h)).transpose()
    }

    /// Everything that can be asked about, for walking through by keys.
    #[wasm_bindgen(unchecked_return_type = "Mark[]")]
    pub fn marks(&self) -> Result<JsValue, JsError> {
        serde_wasm_bindgen::to_value(&self.figure.marks())
            .map_err(|e| JsError::new(&format!("marks for the page: {e}")))
    }

    /// What there is to say about one of the marks.
    pub fn hit(&self, index: u32) -> Result<Option<Ts<Hit>>, JsError> {
        let hit = self.figure.hit(&self.data, index);
        hit.map(|h| object(&h)).transpose()
    }

    /// All about one figure of the table.
    #[wasm_bindgen(unchecked_return_type = "TipLine[]")]
    pub fn about(&self, region: &str, period: &str) -> Result<JsValue, JsError> {
        serde_wasm_bindgen::to_value(&self.figure.about(&self.data, region, period))
            .map_err(|e| JsError::new(&format!("a figure for the page: {e}")))
    }

    /// The table as CSV.
    pub fn csv(&self) -> String {
        self.figure.csv(&self.data)
    }

    /// A file name that says what is in it, without ending.
    #[wasm_bindgen(js_name = fileName)]
    pub fn file_name(&self) -> String {
        self.figure.file_name(&self.data)
    }

    /// What a document about it holds, for the modules that write office files.
    #[cfg(feature = "gallery")]
    pub fn document(&self) -> Result<Ts<Document>, JsError> {
        object(&document(&self.data, &self.figure))
    }

    /// The picture for the module that writes PDF, as JSON.
    #[cfg(feature = "gallery")]
    pub fn sheet(&self) -> Result<String, JsError> {
        let scene = &self.figure.scene;
        let words = self.figure.words(&self.data);
        let sheet = super::Drawn {
            title: words.title,
            description: words.description,
            lang: self.figure.view.lang().tag().to_owned(),
            size: scene.size,
            ground: scene.ground,
            shapes: scene.items.iter().map(|i| i.shape.clone()).collect(),
        };
        serde_json::to_string(&sheet).map_err(|e| JsError::new(&format!("picture for PDF: {e}")))
    }

    /// The picture as SVG.
    pub fn svg(&self) -> String {
        let mut scene = self.figure.scene.clone();
        scene.description = self.figure.description(&self.data);
        paint::svg(&scene)
    }
}

fn catalogue(data: &Dataset, lang: Lang) -> Catalogue {
    let defaults = data.defaults();
    let region = |r| data.region(r).id.clone();
    let mut cities: Vec<_> = data.groups().flat_map(|(_, g)| g.members.clone()).collect();
    sort(&mut cities, Ord::cmp);
    cities.dedup();
    Catalogue {
        themes: data
            .themes()
            .map(|(_, t)| named(&t.id, t.name.get(lang)))
            .collect(),
        indicators: data
            .indicators()
            .map(|(id, i)| {
                let coverage = data.coverage(id);
                let period = |p: Option<data::Period>| p.map(|p| p.to_string()).unwrap_or_default();
                IndicatorEntry {
                    id: i.id.clone(),
                    name: capital(i.name.get(lang)),
                    short: capital(i.short().get(lang)),
                    theme: data.theme(i.theme).id.clone(),
                    from: period(coverage.as_ref().map(|c| c.from)),
                    to: period(coverage.as_ref().map(|c| c.to)),
                    regions: coverage
                        .map(|c| c.regions.into_iter().map(region).collect())
                        .unwrap_or_default(),
                }
            })
            .collect(),
        regions: cities
            .into_iter()
            .map(|r| RegionEntry {
                id: region(r),
                name: data.region(r).name.get(lang).to_owned(),
                pinyin: data.region(r).name.en.to_ascii_lowercase(),
            })
            .collect(),
        groups: data
            .groups()
            .map(|(_, g)| named(&g.id, g.name.get(lang)))
            .collect(),
        charts: ChartId::ALL.map(|c| named(c.id(), c.name(lang))).into(),
        defaults: View {
            lang: Some(lang),
            indicator: Some(data.indicator(defaults.indicator).id.clone()),
            home: Some(region(defaults.home)),
            peers: Some(defaults.peers.iter().map(|p| region(*p)).collect()),
            group: Some(data.group(defaults.group).id.clone()),
            chart: Some(ChartId::default()),
            ..View::default()
        },
    }
}

fn named(id: &str, name: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}
