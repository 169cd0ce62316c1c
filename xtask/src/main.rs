//! `cargo xtask`: builds, serves and tests the whole project, and installs what that needs.
//!
//! Nothing is needed beforehand but Rust and Node; nothing is downloaded from anywhere but the
//! package registries and rustup. Every command is a list of [`task::Task`]s, each of which says
//! what it does and why before it does it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "these commands speak to a person"
)]

mod arguments;
mod browser;
mod budget;
mod build;
mod check;
mod command;
mod pictures;
mod place;
mod server;
mod task;
mod tool;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use command::Outcome;
use place::Place;

fn main() -> ExitCode {
    match Arguments::from_env() {
        Ok(arguments) => finish(run(&arguments), 1),
        Err(message) => finish(Err(format!("{message}\n\n{}", arguments::USAGE)), 2),
    }
}

/// Tells how it ended, on stderr when it failed.
fn finish(outcome: Outcome, code: u8) -> ExitCode {
    let Err(message) = outcome else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {message}");
    ExitCode::from(code)
}

fn run(arguments: &Arguments) -> Outcome {
    if arguments.command == Command::Help {
        println!("{}", arguments::USAGE);
        return Ok(());
    }
    let place = Place::find()?.at(arguments.base_url.clone());
    if arguments.build && arguments.command.needs_site() {
        task::run_all(&place, &build::tasks())?;
        budget::print(&place)?;
    }
    match arguments.command {
        Command::Serve => serve(&place, arguments),
        // a step alone takes what `cargo xtask build` has left
        Command::Test if arguments.only.is_some() => check::run(&place, arguments.only.as_deref()),
        Command::Test => check::run(&place.tested(), None),
        Command::Golden => check::renew_goldens(&place),
        Command::Shots => pictures::shots(&place),
        Command::Bench => pictures::bench(&place, arguments.only.as_deref()),
        Command::Build | Command::Help => Ok(()),
    }
}

/// Serves `dist/` until the person stops it.
fn serve(place: &Place, arguments: &Arguments) -> Outcome {
    let server = server::Server::start(&place.dist(), arguments.port, &arguments.base)?;
    println!("\nserving dist/ at {}   (stop with Ctrl-C)", server.url());
    server.wait();
    Ok(())
}
