//! `duibiao completions` and `duibiao man`: the command line about itself.
//!
//! Both are made from the same description as the help.

use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use duibiao::error::{Error, Problem};

use super::folder::{failed, give, make};

/// Prints what a shell needs to complete commands and flags.
pub(crate) fn completions(shell: Shell, mut program: Command) {
    clap_complete::generate(shell, &mut program, "duibiao", &mut std::io::stdout());
}

/// Prints the manual page of the program, or writes it and that of each command into a folder.
pub(crate) fn pages(program: Command, out: Option<&Path>) -> Result<(), Error> {
    let Some(folder) = out else {
        let mut page = Vec::new();
        let rendered = clap_mangen::Man::new(program).render(&mut page);
        rendered.map_err(|e| Problem::new("the manual page", e.to_string()))?;
        return give(None, &page);
    };
    make(folder)?;
    clap_mangen::generate_to(program, folder).map_err(|e| failed("write", folder, &e).into())
}
