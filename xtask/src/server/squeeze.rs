//! Files as brotli, each compressed once for each time it was written. It knows no request.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

/// What hosts use for files that they compress when they are asked for.
const QUALITY: i32 = 5;

/// The compressed files so far, with the time at which each was written.
#[derive(Default)]
pub(super) struct Squeezed {
    files: Mutex<BTreeMap<PathBuf, (SystemTime, Vec<u8>)>>,
}

impl Squeezed {
    /// The compressed form of a file; none where it would not help or its time is unknown.
    pub(super) fn of(&self, file: &Path, kind: &str, body: &[u8]) -> Option<Vec<u8>> {
        if !is_text(kind) || body.len() < 256 {
            return None;
        }
        let written = std::fs::metadata(file).and_then(|m| m.modified()).ok()?;
        // a thread that ended badly leaves at worst one file less
        let mut files = self
            .files
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((time, sent)) = files.get(file)
            && *time == written
        {
            return Some(sent.clone());
        }
        let sent = brotli(body)?;
        files.insert(file.to_owned(), (written, sent.clone()));
        Some(sent)
    }
}

/// Whether a type is not compressed already.
fn is_text(kind: &str) -> bool {
    let other = [
        "application/json",
        "application/manifest+json",
        "application/wasm",
        "application/xml",
        "image/svg+xml",
    ];
    kind.starts_with("text/") || other.contains(&kind)
}

fn brotli(body: &[u8]) -> Option<Vec<u8>> {
    let mut sent = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut { body }, &mut sent, &parameters).ok()?;
    Some(sent)
}
