//! `duibiao check`: whether a data folder is whole, and how much is in it.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::path::Path;

use duibiao::error::Error;

use super::folder::Folder;

/// Loads a folder and counts.
pub(crate) fn check(path: Option<&Path>) -> Result<(), Error> {
    let data = Folder::open(path)?.load()?;
    let all = || data.indicators().flat_map(|(id, _)| data.observations(id));
    let recorded = all()
        .filter(|o| o.value.is_some() || o.reported.is_some())
        .count();
    let breaks: usize = data.indicators().map(|(id, _)| data.breaks(id).len()).sum();
    let derived = data
        .indicators()
        .filter(|(_, i)| i.formula.is_some())
        .count();
    let cells: usize = data
        .pyramids()
        .iter()
        .flat_map(|p| &p.rows)
        .map(|(_, m, f)| m.len() + f.len())
        .sum();
    println!("regions       {:>6}", data.regions().count());
    println!(
        "indicators    {:>6}  ({derived} computed)",
        data.indicators().count()
    );
    println!("sources       {:>6}", data.sources().len());
    println!(
        "observations  {recorded:>6}  (and {} missing, each with its reason)",
        all().count() - recorded
    );
    println!("breaks        {breaks:>6}");
    println!("pyramid cells {cells:>6}");
    println!("peer sets     {:>6}", data.peer_sets().len());
    println!("structures    {:>6}", data.trees().len());
    let statements = data.speech().map(|s| &s.shortfalls);
    let statements = statements.map_or(0, |all| all.iter().map(|s| s.statements.len()).sum());
    println!("claims        {statements:>6}");
    Ok(())
}
