//! The module that writes PDF: pictures that another module drew, in fonts that the page brings.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Drawn;
use crate::paint::{Fonts, Sheet, pdf_of};
use crate::scene::{Item, Role, Scene};

/// Fonts that are read once for many files.
#[wasm_bindgen]
pub struct PdfFonts {
    fonts: Fonts,
}

#[wasm_bindgen]
impl PdfFonts {
    /// Takes the files of the regular and the bold font; throws with which of them is none.
    #[wasm_bindgen(constructor)]
    pub fn new(regular: Vec<u8>, bold: Vec<u8>) -> Result<PdfFonts, JsError> {
        let mut fonts = Self {
            fonts: Fonts::default(),
        };
        fonts.add(regular, bold)?;
        Ok(fonts)
    }

    /// Adds fonts for characters that those before lack; throws as the constructor does.
    pub fn add(&mut self, regular: Vec<u8>, bold: Vec<u8>) -> Result<(), JsError> {
        let added = self.fonts.add(regular, bold);
        added.map_err(|e| JsError::new(&e.to_string()))
    }
}

/// The PDF of pictures (`Figure.sheet`), a page each; throws with the character that the fonts lack.
#[wasm_bindgen]
pub fn pdf(sheets: Vec<String>, title: &str, fonts: &PdfFonts) -> Result<Vec<u8>, JsError> {
    let drawn = sheets.iter().map(|sheet| serde_json::from_str(sheet));
    let drawn: Result<Vec<Drawn>, _> = drawn.collect();
    let drawn = drawn.map_err(|e| JsError::new(&format!("picture for PDF: {e}")))?;
    let lang = drawn.first().map_or("", |d| d.lang.as_str());
    let scenes: Vec<Scene> = drawn.iter().map(scene).collect();
    let pages: Vec<Sheet<'_>> = scenes
        .iter()
        .zip(&drawn)
        .map(|(scene, drawn)| Sheet {
            scene,
            title: &drawn.title,
        })
        .collect();
    pdf_of(&pages, title, lang, &fonts.fonts).map_err(|e| JsError::new(&e.to_string()))
}

/// The SVG of a picture with its texts as outlines; throws with the character that the fonts lack.
#[wasm_bindgen]
pub fn outlined(svg: &str, sheet: &str, fonts: &PdfFonts) -> Result<String, JsError> {
    let drawn: Drawn = serde_json::from_str(sheet)
        .map_err(|e| JsError::new(&format!("picture for outlines: {e}")))?;
    crate::paint::outlined(svg, &scene(&drawn), &fonts.fonts)
        .map_err(|e| JsError::new(&e.to_string()))
}

fn scene(drawn: &Drawn) -> Scene {
    let mut scene = Scene::new(drawn.size, drawn.ground);
    scene.description.clone_from(&drawn.description);
    scene.items = drawn
        .shapes
        .iter()
        .map(|shape| Item {
            // a PDF has no classes
            role: Role::Text,
            tag: None,
            shape: shape.clone(),
        })
        .collect();
    scene
}
