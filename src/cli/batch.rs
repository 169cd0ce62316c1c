//! `duibiao batch`: many views into many files, on all processors.
//!
//! A file's name says what is in it and ends with a mark of view, size and data: what was drawn before is not drawn again,
//! however the list has changed since. One broken view keeps no other from being drawn.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use duibiao::data::Dataset;
use duibiao::error::{Error, Problem};
use duibiao::figure::{Frame, figure};
use duibiao::view::View;
use indicatif::{ProgressBar, ProgressStyle};

use super::flags::{PictureFlags, tell_error};
use super::folder::{Folder, failed, make, mark};
use super::format::Format;
use super::known;

/// What is to be drawn, and how.
pub(crate) struct Order<'a> {
    pub(crate) views: &'a Path,
    pub(crate) out: &'a Path,
    pub(crate) formats: &'a [Format],
    pub(crate) picture: &'a PictureFlags,
    pub(crate) again: bool,
    pub(crate) data: Option<&'a Path>,
}

/// A view with the mark that its files end with.
struct Job {
    /// From 1 on, as a person counts.
    number: usize,
    view: View,
    mark: String,
}

/// What is wrong with a view, by its number.
type Failure = (usize, Error);

/// How it went.
#[derive(Default)]
struct Tally {
    drawn: usize,
    failed: Vec<Failure>,
}

impl Order<'_> {
    /// Draws what is not there yet; the exit code is 1 where a view could not be drawn.
    pub(crate) fn run(&self) -> Result<ExitCode, Error> {
        let folder = Folder::open(self.data)?;
        let data = folder.load()?;
        let (jobs, broken) = self.jobs(&folder)?;
        make(self.out)?;
        let there = self.there()?;
        let is_there = |job: &&Job| {
            let is = |f: &&Format| there.contains(&format!("{}.{}", job.mark, f.ending()));
            !self.again && self.formats.iter().all(|f| is(&f))
        };
        let (kept, wanted): (Vec<&Job>, Vec<&Job>) = jobs.iter().partition(is_there);
        let mut tally = self.draw(&data, &wanted);
        tally.failed.extend(broken);
        tally.failed.sort_by_key(|(number, _)| *number);
        for (_, error) in &tally.failed {
            tell_error(error);
        }
        let (drawn, kept, failed) = (tally.drawn, kept.len(), tally.failed.len());
        println!("{drawn} drawn, {kept} were there already, {failed} could not be drawn");
        Ok(match failed {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        })
    }

    /// The views of the file, each once, and those that are none.
    fn jobs(&self, folder: &Folder) -> Result<(Vec<Job>, Vec<Failure>), Error> {
        let bytes = std::fs::read(self.views).map_err(|e| failed("read", self.views, &e))?;
        let list: Vec<serde_json::Value> = serde_json::from_slice(&bytes).map_err(|e| {
            Problem::new(self.views.display().to_string(), e.to_string())
                .help("write a list of views: [{\"indicator\": \"gdp\", \"chart\": \"bump\"}, …]")
        })?;
        let of_data = mark(folder.files());
        let (mut jobs, mut broken, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (number, value) in (1..).zip(list) {
            match serde_json::from_value::<View>(value) {
                Ok(view) => {
                    let mark = self.mark(&view, &of_data);
                    if seen.insert(mark.clone()) {
                        jobs.push(Job { number, view, mark });
                    }
                }
                Err(e) => broken.push((
                    number,
                    Problem::new(self.place(number), e.to_string())
                        .help("the fields are those of an address, see the README")
                        .into(),
                )),
            }
        }
        Ok((jobs, broken))
    }

    /// Tells pictures apart that would have the same name.
    fn mark(&self, view: &View, data: &str) -> String {
        let view = serde_json::to_string(view).unwrap_or_default();
        let (size, picture) = (self.picture.size(), &self.picture);
        let (scale, cm, outlines) = (picture.scale, picture.cm, picture.outlines);
        let version = env!("CARGO_PKG_VERSION");
        let text = format!("{version} {data} {size:?} {scale} {cm:?} {outlines} {view}");
        mark([("", text.as_bytes())])
    }

    fn place(&self, number: usize) -> String {
        format!("{}: view {number}", self.views.display())
    }

    /// The ends of the names of what is there: mark and ending.
    fn there(&self) -> Result<BTreeSet<String>, Error> {
        let entries = std::fs::read_dir(self.out).map_err(|e| failed("read", self.out, &e))?;
        let names = entries.flatten().map(|e| e.file_name());
        let end = |name: &str| name.rsplit('-').next().map(str::to_owned);
        Ok(names.filter_map(|n| end(n.to_str()?)).collect())
    }

    fn draw(&self, data: &Dataset, wanted: &[&Job]) -> Tally {
        let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
        let bar = ProgressBar::new(wanted.len() as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}  {eta} left  {msg}") {
            bar.set_style(style);
        }
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..workers.min(wanted.len()) {
                scope.spawn(|| {
                    while let Some(job) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let done = self.one(data, job);
                        // nobody panics while holding it
                        let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
                        match done {
                            Ok(name) => {
                                tally.drawn += 1;
                                bar.set_message(name);
                            }
                            Err(error) => tally.failed.push((job.number, error)),
                        }
                        bar.inc(1);
                    }
                });
            }
        });
        bar.finish_and_clear();
        tally.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Draws one view into its files, and gives their name. A file is whole or not there: what is interrupted is drawn anew.
    fn one(&self, data: &Dataset, job: &Job) -> Result<String, Error> {
        let place = |field: &str| format!("{}: {field}", self.place(job.number));
        known::check(data, &job.view, &place)?;
        let figure = figure(data, &job.view, self.picture.size(), Frame::Full);
        let name = format!("{}-{}", figure.file_name(data), job.mark);
        for format in self.formats {
            let file = self.out.join(format!("{name}.{}", format.ending()));
            let half = self.out.join(format!(".{name}.{}.half", format.ending()));
            let bytes = format.bytes(data, &figure, self.picture)?;
            std::fs::write(&half, bytes).map_err(|e| failed("write", &half, &e))?;
            std::fs::rename(&half, &file).map_err(|e| failed("write", &file, &e))?;
        }
        Ok(name)
    }
}
