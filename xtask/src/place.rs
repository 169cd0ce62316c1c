//! Where things lie in the repository.

use std::path::{Path, PathBuf};

use crate::command::{self, Outcome};

/// The repository's folders that the tasks use.
pub(crate) struct Place {
    root: PathBuf,
    target: PathBuf,
    base_url: Option<String>,
    /// Whether the tests' own build of the program does.
    tested: bool,
}

impl Place {
    /// Finds the repository as cargo names it to what it runs (or as it was when this was compiled),
    /// and asks cargo for its target folder.
    pub(crate) fn find() -> Outcome<Self> {
        let own = std::env::var_os("CARGO_MANIFEST_DIR");
        let own = own.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own
            .parent()
            .ok_or("xtask: has no folder above it")?
            .to_owned();
        let mut cargo = command::cargo();
        let question = cargo.args(["metadata", "--no-deps", "--format-version", "1"]);
        let answer = command::output(question.current_dir(&root))?;
        let answer: serde_json::Value =
            serde_json::from_str(&answer).map_err(|error| format!("cargo metadata: {error}"))?;
        let target = answer["target_directory"].as_str();
        let target = target
            .ok_or("cargo metadata: names no target_directory")?
            .into();
        Ok(Self {
            root,
            target,
            base_url: None,
            tested: false,
        })
    }

    /// The same with the program that the tests have compiled: it draws the same pages, and needs no build of its own.
    pub(crate) fn tested(self) -> Self {
        Self {
            tested: true,
            ..self
        }
    }

    /// Whether the program is the tests' own.
    pub(crate) fn is_tested(&self) -> bool {
        self.tested
    }

    /// The same, for a site that will stand at this address.
    pub(crate) fn at(self, base_url: Option<String>) -> Self {
        Self { base_url, ..self }
    }

    /// Where the site will stand, if that is known.
    pub(crate) fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The page's sources and npm packages.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the page is bundled from and into: always here, as `tsconfig.json` names it too.
    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("target/web")
    }

    /// The glue that wasm-bindgen writes around a module.
    pub(crate) fn package(&self, module: Module) -> PathBuf {
        self.web().join("pkg").join(module.name())
    }

    /// The wasm file that readers get.
    pub(crate) fn wasm(&self, module: Module) -> PathBuf {
        self.web().join(format!("{}.wasm", module.name()))
    }

    /// A wasm module as the compiler left it.
    pub(crate) fn raw_wasm(&self, module: Module) -> PathBuf {
        self.web().join(format!("{}.raw.wasm", module.name()))
    }

    /// Where the compiler leaves a module.
    pub(crate) fn compiled_wasm(&self, module: Module) -> PathBuf {
        let folder = self.target.join("wasm32-unknown-unknown");
        folder.join(module.profile()).join("duibiao.wasm")
    }

    /// The command line program.
    pub(crate) fn program(&self) -> PathBuf {
        self.target
            .join(if self.tested { "debug" } else { "release" })
            .join(format!("duibiao{}", std::env::consts::EXE_SUFFIX))
    }
}

/// A wasm module of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Module {
    /// What every page with a figure loads: the first charts.
    Core,
    /// The same with every chart, loaded in its place when one of the others is asked for.
    Gallery,
    /// What writes PDF files, loaded when a reader first asks for one.
    Pdf,
    /// The same for Excel files.
    Xlsx,
}

impl Module {
    /// All modules.
    pub(crate) const ALL: [Self; 4] = [Self::Core, Self::Gallery, Self::Pdf, Self::Xlsx];

    /// Its name among the files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Gallery => "gallery",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    /// The profile in `Cargo.toml` that it is built with: small, or fast.
    pub(crate) fn profile(self) -> &'static str {
        match self {
            Self::Core | Self::Pdf | Self::Xlsx => "wasm",
            Self::Gallery => "wasm-gallery",
        }
    }

    /// The features of the library that it is built with.
    pub(crate) fn features(self) -> &'static str {
        match self {
            Self::Core => "web",
            Self::Gallery => "web,gallery",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Reads a text file; the message names it.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads a file; the message names it.
pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file; the message names it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes a folder and those above it; the message names it.
pub(crate) fn make_folder(path: &Path) -> Outcome {
    std::fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Empties a folder, so that nothing of an earlier build stays in it.
pub(crate) fn empty_folder(path: &Path) -> Outcome {
    if path.exists() {
        std::fs::remove_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    make_folder(path)
}
