//! Lists the files of `data/` for the program to bundle, so that a new theme needs no second list.

#![allow(
    clippy::disallowed_methods,
    reason = "this runs while building, on a machine with files"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("data");
    let mut list = String::from("&[\n");
    for name in names(&root)? {
        let path = root.join(&name);
        let _ = writeln!(list, "({name:?}, include_bytes!({path:?}).as_slice()),");
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("builtin.rs");
    fs::write(out, list)
}

/// The JSON files of the folder, of `boundaries/` and of `observations/`, in the order of their names.
fn names(root: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for (folder, prefix) in [
        (root.to_path_buf(), ""),
        (root.join("boundaries"), "boundaries/"),
        (root.join("observations"), "observations/"),
    ] {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|e| e == "json") {
                names.push(format!("{prefix}{name}"));
            }
        }
    }
    names.sort();
    Ok(names)
}
