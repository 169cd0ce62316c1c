//! `duibiao audit`: the visual measures over every picture that the data can give.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::path::Path;
use std::process::ExitCode;

use duibiao::audit::{Complaint, WIDTHS, audit as look};
use duibiao::data::{Dataset, IndicatorId, Lang, RegionId};
use duibiao::error::{Error, Problem};
use duibiao::view::ChartId;

use super::folder::Folder;

/// Prints every complaint; 1 when there is one.
pub(crate) fn audit(
    path: Option<&Path>,
    indicator: Option<&str>,
    home: Option<&str>,
    widths: &[f64],
) -> Result<ExitCode, Error> {
    let data = Folder::open(path)?.load()?;
    let work = work(&data, indicator, home)?;
    let widths = if widths.is_empty() { &WIDTHS } else { widths };
    let complaints = measured(&data, &work, widths);
    for complaint in &complaints {
        println!("{}: {}", complaint.picture, complaint.what);
    }
    let pictures = work.len() * ChartId::ALL.len() * Lang::ALL.len() * widths.len();
    println!("{pictures} pictures, {} complaints", complaints.len());
    Ok(ExitCode::from(u8::from(!complaints.is_empty())))
}

/// Every home of the default group with every indicator, or those that were named.
fn work(
    data: &Dataset,
    indicator: Option<&str>,
    home: Option<&str>,
) -> Result<Vec<(RegionId, IndicatorId)>, Error> {
    let homes = match home {
        Some(id) => vec![data.region_named(id).ok_or_else(|| unknown("--home", id))?],
        None => data.group(data.defaults().group).members.clone(),
    };
    let indicators = match indicator {
        Some(id) => vec![
            data.indicator_named(id)
                .ok_or_else(|| unknown("--indicator", id))?,
        ],
        None => data.indicators().map(|(id, _)| id).collect(),
    };
    let pairs = |h: RegionId| indicators.iter().map(move |i| (h, *i));
    Ok(homes.into_iter().flat_map(pairs).collect())
}

fn unknown(flag: &str, id: &str) -> Problem {
    Problem::new(flag, format!("unknown {id:?}")).help("see the ids in data/")
}

/// Shares the work among the machine's cores.
fn measured(data: &Dataset, work: &[(RegionId, IndicatorId)], widths: &[f64]) -> Vec<Complaint> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = work.len().div_ceil(cores).max(1);
    let mut complaints: Vec<Complaint> = std::thread::scope(|scope| {
        let parts: Vec<_> = work
            .chunks(share)
            .map(|part| {
                scope.spawn(move || {
                    let each = |(home, indicator): &(RegionId, IndicatorId)| {
                        look(data, *home, *indicator, &ChartId::ALL, widths)
                    };
                    part.iter().flat_map(each).collect::<Vec<_>>()
                })
            })
            .collect();
        // a panic there is a panic here: it must not pass as no complaint
        parts
            .into_iter()
            .flat_map(|p| p.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    });
    complaints.sort();
    complaints
}
