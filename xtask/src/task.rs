//! A step with a name and a reason, and running several.

use std::time::Instant;

use crate::command::Outcome;
use crate::place::Place;

/// One step of a command.
#[derive(Clone, Copy)]
pub(crate) struct Task {
    /// The word for `--only`.
    pub(crate) name: &'static str,
    /// What is done, and why: shown before it starts.
    pub(crate) what: &'static str,
    pub(crate) run: fn(&Place) -> Outcome,
}

/// Runs tasks in order and stops at the first that fails.
pub(crate) fn run_all(place: &Place, tasks: &[Task]) -> Outcome {
    let total = tasks.len();
    for (index, task) in tasks.iter().enumerate() {
        println!("[{}/{total}] {}: {}", index + 1, task.name, task.what);
        let start = now();
        (task.run)(place).map_err(|message| format!("{}: {message}", task.name))?;
        let seconds = start.elapsed().as_secs_f64();
        if seconds >= 1.0 {
            println!("      {} took {seconds:.1} s", task.name);
        }
    }
    Ok(())
}

/// The clock, for telling a person how long a step took.
#[expect(clippy::disallowed_methods, reason = "only figures may have no clock")]
fn now() -> Instant {
    Instant::now()
}
