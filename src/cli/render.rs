//! `duibiao render` and `duibiao table`: one view into one file.

use std::path::Path;

use duibiao::base::Size;
use duibiao::error::Error;
use duibiao::figure::{Frame, figure};

use super::flags::{PictureFlags, ViewFlags, tell_notices};
use super::folder::{Folder, give};
use super::format::Format;

/// Draws a view.
pub(crate) fn render(
    flags: &ViewFlags,
    picture: &PictureFlags,
    output: Option<&Path>,
) -> Result<(), Error> {
    let data = Folder::open(flags.data.as_deref())?.load()?;
    let view = flags.checked(&data)?;
    let figure = figure(&data, &view, picture.size(), Frame::Full);
    tell_notices(&data, &figure.comparison.notices, view.lang());
    let format = output.and_then(Format::of).unwrap_or_default();
    give(output, &format.bytes(&data, &figure, picture)?)
}

/// Writes the table of a view.
pub(crate) fn table(flags: &ViewFlags, output: Option<&Path>) -> Result<(), Error> {
    let data = Folder::open(flags.data.as_deref())?.load()?;
    let view = flags.checked(&data)?;
    let figure = figure(&data, &view, Size::new(960.0, 600.0), Frame::Full);
    tell_notices(&data, &figure.comparison.notices, view.lang());
    give(output, figure.csv(&data).as_bytes())
}
