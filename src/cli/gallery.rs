//! `duibiao gallery`: every chart in every theme, language and width, to look at.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::num::NonZero;
use std::path::Path;
use std::thread;

use duibiao::data::Dataset;
use duibiao::error::Error;
use duibiao::page::{Sample, matrix_page, samples};

use super::folder::{Folder, write};

/// Draws all pictures on the machine's cores, and writes the page that shows them.
pub(crate) fn gallery(out: &Path, data: Option<&Path>) -> Result<(), Error> {
    let data = Folder::open(data)?.load()?;
    let all = samples();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = all.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let shares = all.chunks(share);
        let running: Vec<_> = shares
            .map(|some| scope.spawn(|| draw(out, &data, some)))
            .collect();
        running.into_iter().try_for_each(|one| {
            one.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })?;
    write(&out.join("index.html"), matrix_page().as_bytes())?;
    println!("drew {} pictures into {}", all.len(), out.display());
    Ok(())
}

fn draw(out: &Path, data: &Dataset, some: &[Sample]) -> Result<(), Error> {
    for sample in some {
        write(&out.join(sample.file()), sample.draw(data).as_bytes())?;
    }
    Ok(())
}
