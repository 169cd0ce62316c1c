//! `duibiao render` and `duibiao table`: one view into one file.

use std::io::Write as _;
use std::path::Path;

use duibiao::base::Size;
use duibiao::error::{Error, Problem};
use duibiao::figure::{Frame, default_height, figure};

use super::flags::{ViewFlags, tell_notices};
use super::folder::{Folder, write};
use super::format::Format;

/// Draws a view.
pub(crate) fn render(
    flags: &ViewFlags,
    width: f64,
    height: Option<f64>,
    scale: f64,
    output: Option<&Path>,
) -> Result<(), Error> {
    let data = Folder::open(flags.data.as_deref())?.load()?;
    let view = flags.checked(&data)?;
    let height = height.unwrap_or_else(|| default_height(width, Frame::Full));
    let figure = figure(&data, &view, Size::new(width, height), Frame::Full);
    tell_notices(&data, &figure.comparison.notices, view.lang());
    let format = output.and_then(Format::of).unwrap_or_default();
    give(output, &format.bytes(&data, &figure, scale)?)
}

/// Writes the table of a view.
pub(crate) fn table(flags: &ViewFlags, output: Option<&Path>) -> Result<(), Error> {
    let data = Folder::open(flags.data.as_deref())?.load()?;
    let view = flags.checked(&data)?;
    let figure = figure(&data, &view, Size::new(960.0, 600.0), Frame::Full);
    tell_notices(&data, &figure.comparison.notices, view.lang());
    give(output, figure.csv(&data).as_bytes())
}

/// To the file, or to standard output.
fn give(output: Option<&Path>, bytes: &[u8]) -> Result<(), Error> {
    match output {
        Some(path) => write(path, bytes),
        None => std::io::stdout()
            .write_all(bytes)
            .map_err(|e| Problem::new("standard output", e.to_string()).into()),
    }
}
