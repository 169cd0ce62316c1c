//! The module that writes Excel files: of what another module says they hold.

use js_sys::Error as JsError;
use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::office::{Document, excel};

/// A workbook that is being put together.
#[wasm_bindgen]
#[derive(Default)]
pub struct Book {
    parts: Vec<(Document, Option<Vec<u8>>)>,
}

#[wasm_bindgen]
impl Book {
    /// An empty one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document (`Figure.document`); `picture` is the PNG for one without a chart.
    pub fn add(&mut self, document: Ts<Document>, picture: Option<Vec<u8>>) -> Result<(), JsError> {
        let document = document
            .to_rust()
            .map_err(|e| JsError::new(&format!("document: {e}")))?;
        self.parts.push((document, picture));
        Ok(())
    }

    /// The file; throws with what the writer refuses.
    pub fn bytes(&self) -> Result<Vec<u8>, JsError> {
        let parts = self.parts.iter();
        let parts: Vec<_> = parts.map(|(d, p)| (d, p.as_deref())).collect();
        excel(&parts).map_err(|e| JsError::new(&e.to_string()))
    }
}
