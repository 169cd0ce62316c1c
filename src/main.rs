//! The program `duibiao`: pictures, tables and pages from city data, on the command line.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
