//! Running other programs: what is run is shown, and how it failed is told.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a task gives: nothing, or a sentence for the person.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Runs a program to its end with this terminal, and fails if it failed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let shown = show(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("{shown}: could not be started ({error})"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{shown}: failed with {status}"))
}

/// Runs a program and gives what it printed, without the white space around it.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let shown = show(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{shown}: could not be started ({error})"))?;
    if !output.status.success() {
        return Err(format!("{shown}: failed with {}", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The cargo that runs us, so that its toolchain is used for everything.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A command as a person would type it.
fn show(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name();
    let words = program.into_iter().chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let message = super::run(Command::new("no-such-program").arg("-x")).expect_err("not there");
        assert!(
            message.starts_with("no-such-program -x: could not be started"),
            "{message}"
        );
    }
}
