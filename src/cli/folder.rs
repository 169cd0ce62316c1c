//! Reading a data folder and writing files, with errors that name the path.
//!
//! What the bytes mean is [`duibiao::data`]'s business.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use duibiao::data::{BUILTIN, Dataset, load};
use duibiao::error::{Error, Problem};

/// The files of a data folder, in the order of their names.
pub(crate) struct Folder {
    files: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// The folder that was named, else `./data` when it holds regions.json, else the built-in data.
    pub(crate) fn open(named: Option<&Path>) -> Result<Self, Error> {
        let here = Path::new("data");
        match named {
            Some(path) => Self::read(path),
            None if here.join("regions.json").is_file() => Self::read(here),
            None => Ok(Self {
                files: BUILTIN
                    .iter()
                    .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
                    .collect(),
            }),
        }
    }

    /// What the data's licences say: the named folder's own file, else the bundled one.
    pub(crate) fn licences(named: Option<&Path>) -> Result<Vec<u8>, Error> {
        let own = named.map(|path| path.join("LICENCES.md"));
        match own.filter(|file| file.is_file()) {
            Some(file) => Ok(fs::read(&file).map_err(|e| failed("read", &file, &e))?),
            None if named.is_some() => Ok(b"No LICENCES.md in this data folder.\n".to_vec()),
            None => Ok(include_bytes!("../../data/LICENCES.md").to_vec()),
        }
    }

    fn read(path: &Path) -> Result<Self, Error> {
        let mut files = Vec::new();
        for (folder, prefix) in [
            (path.to_owned(), ""),
            (path.join("boundaries"), "boundaries/"),
            (path.join("observations"), "observations/"),
        ] {
            if prefix == "boundaries/" && !folder.is_dir() {
                continue;
            }
            let found = json(&folder).map_err(|e| {
                failed("read", &folder, &e)
                    .help("name a data folder; its form is in data/README.md")
            })?;
            for name in found {
                let file = folder.join(&name);
                let bytes = fs::read(&file).map_err(|e| failed("read", &file, &e))?;
                files.push((format!("{prefix}{name}"), bytes));
            }
        }
        Ok(Self { files })
    }

    /// The files as the loader takes them.
    pub(crate) fn files(&self) -> Vec<(&str, &[u8])> {
        self.files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect()
    }

    /// The data.
    pub(crate) fn load(&self) -> Result<Dataset, Error> {
        load(&self.files())
    }
}

/// The names of the JSON files of a folder, sorted.
fn json(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        if path.extension().is_some_and(|e| e == "json")
            && let Some(name) = path.file_name().and_then(|n| n.to_str())
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// A name for exactly these files: others have another one.
pub(crate) fn mark<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = crc32fast::Hasher::new();
    for (name, bytes) in files {
        hash.update(name.as_bytes());
        hash.update(bytes);
    }
    format!("{:08x}", hash.finalize())
}

/// Makes a folder and those above it.
pub(crate) fn make(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|e| failed("create", folder, &e).into())
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        make(folder)?;
    }
    fs::write(path, bytes).map_err(|e| failed("write", path, &e).into())
}

/// Writes to the file, or to standard output.
pub(crate) fn give(output: Option<&Path>, bytes: &[u8]) -> Result<(), Error> {
    match output {
        Some(path) => write(path, bytes),
        None => io::stdout()
            .write_all(bytes)
            .map_err(|e| Problem::new("standard output", e.to_string()).into()),
    }
}

/// What could not be done with a path.
pub(crate) fn failed(what: &str, path: &Path, error: &io::Error) -> Problem {
    Problem::new(
        path.display().to_string(),
        format!("cannot {what}: {error}"),
    )
}
