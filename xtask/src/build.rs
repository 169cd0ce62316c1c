//! From sources to the finished site: wasm, bundle, native program, pages, package, in this order.
//!
//! The pages are drawn by the native program from the bundler's manifest; the package has the data of the pages.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::command::{self, Outcome, cargo};
use crate::place::{self, Module, Place};
use crate::task::Task;
use crate::tool;

/// The steps of `cargo xtask build`.
pub(crate) fn tasks() -> Vec<Task> {
    [PREPARE.as_slice(), &SITE].concat()
}

const PREPARE: [Task; 2] = [TARGET, PACKAGES];

/// The Rust side of the set-up.
pub(crate) const TARGET: Task = Task {
    name: "target",
    what: "looking for Rust's wasm32-unknown-unknown, to compile the core for browsers",
    run: tool::wasm_target,
};

/// The JavaScript side of the set-up.
pub(crate) const PACKAGES: Task = Task {
    name: "packages",
    what: "looking for Node and the npm packages of www/, to bundle the page",
    run: tool::npm_packages,
};

/// What makes the site, once the set-up is there.
pub(crate) const SITE: [Task; 7] = [
    Task {
        name: "wasm",
        what: "compiling for browsers: the core with the first charts and with all, and what writes PDF and Excel files",
        run: compile_wasm,
    },
    Task {
        name: "glue",
        what: "writing the JavaScript and types around each (wasm-bindgen)",
        run: write_glue,
    },
    Task {
        name: "shrink",
        what: "making each smaller (wasm-opt)",
        run: shrink_wasm,
    },
    Task {
        name: "bundle",
        what: "bundling the page's script and styles (esbuild)",
        run: bundle,
    },
    Task {
        name: "native",
        what: "compiling the command line program, which draws the pages",
        run: compile_native,
    },
    Task {
        name: "pages",
        what: "writing dist/: pages with their pictures, data, assets",
        run: write_pages,
    },
    Task {
        name: "package",
        what: "writing the npm package with the element for pages of others (esbuild)",
        run: write_package,
    },
];

fn compile_wasm(place: &Place) -> Outcome {
    place::make_folder(&place.web())?;
    // One after the other where they share a folder; the one in a folder of its own at the same time.
    std::thread::scope(|scope| {
        let by_profile = |profile: &'static str| {
            let mut own = Module::ALL
                .into_iter()
                .filter(move |m| m.profile() == profile);
            own.try_for_each(|m| compile_module(place, m))
        };
        let fast = scope.spawn(move || by_profile(Module::Gallery.profile()));
        let small = by_profile(Module::Core.profile());
        small.and(fast.join().expect("a step returns its errors"))
    })
}

/// Does the same for each module, at once: what makes one of it is mostly one thread.
fn for_each_module(task: impl Fn(Module) -> Outcome + Sync) -> Outcome {
    std::thread::scope(|scope| {
        let started = Module::ALL.map(|module| {
            let task = &task;
            scope.spawn(move || task(module))
        });
        let ended = started.map(|one| one.join().expect("a step returns its errors"));
        ended.into_iter().collect()
    })
}

fn compile_module(place: &Place, module: Module) -> Outcome {
    let mut cargo = cargo();
    let compile = cargo.args([
        "build",
        "--package",
        "duibiao",
        "--lib",
        "--profile",
        module.profile(),
    ]);
    let compile = compile.args([
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
    ]);
    let compile = compile.args(["--features", module.features()]);
    command::run(compile.current_dir(place.root()))?;
    copy(&place.compiled_wasm(module), &place.raw_wasm(module))
}

fn write_glue(place: &Place) -> Outcome {
    for_each_module(|m| glue_module(place, m))
}

fn glue_module(place: &Place, module: Module) -> Outcome {
    let raw = place.raw_wasm(module);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&raw)
        .out_name("duibiao")
        .typescript(true)
        // The page says itself where the module lies: the file's name carries its hash.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let written = bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(place.package(module)));
    written.map_err(|error| format!("{}: {error:#}", raw.display()))
}

/// Measured on the small core, as sent with brotli: `-O3` makes the file smaller but what is sent
/// 8 % bigger than the compiler left it, and it is the inlining that does so; hence `-O2` without.
const SMALL: [&str; 8] = [
    "-O2",
    "--converge",
    "--always-inline-max-function-size",
    "0",
    "--flexible-inline-max-function-size",
    "0",
    "--one-caller-inline-max-function-size",
    "0",
];

/// What is made for speed was made so by the compiler: `-O3` draws no faster, sends 2 % more, and takes twice as long.
const FAST: [&str; 1] = ["-O1"];

/// What writes files is stripped only: `-O1` would save 1 % of what is sent and take half a minute, `-O2` make it 4 % more.
const PLAIN: [&str; 0] = [];

/// What goes for all.
const SHRINK: [&str; 9] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    // What rustc uses without being asked, and every browser since 2022 understands.
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

fn shrink_wasm(place: &Place) -> Outcome {
    for_each_module(|m| shrink_module(place, m))
}

fn shrink_module(place: &Place, module: Module) -> Outcome {
    let input = place.package(module).join("duibiao_bg.wasm");
    let output = place.wasm(module);
    let stamp = place.web().join(format!("{}.stamp", module.name()));
    let how = match module {
        Module::Core => SMALL.as_slice(),
        Module::Pdf | Module::Xlsx => PLAIN.as_slice(),
        Module::Gallery => FAST.as_slice(),
    };
    let state = fingerprint(&place::read_bytes(&input)?, how);
    if output.exists() && std::fs::read_to_string(&stamp).is_ok_and(|made| made == state) {
        println!(
            "      {}: nothing changed since the last time",
            module.name()
        );
        return Ok(());
    }
    let mut node = Command::new("node");
    node.arg(place.www().join("node_modules/binaryen/bin/wasm-opt"))
        .args(how)
        .args(SHRINK);
    command::run(node.arg(&input).arg("-o").arg(&output))?;
    place::write(&stamp, state)
}

/// Tells whether a wasm file and the way to shrink it are those of the last time.
fn fingerprint(wasm: &[u8], how: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    (wasm, how, SHRINK).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn bundle(place: &Place) -> Outcome {
    let mut node = Command::new("node");
    command::run(node.arg("build.mjs").current_dir(place.www()))
}

fn write_package(place: &Place) -> Outcome {
    let mut node = Command::new("node");
    command::run(
        node.args(["build.mjs", "--package"])
            .current_dir(place.www()),
    )
}

fn compile_native(place: &Place) -> Outcome {
    let how = match place.is_tested() {
        // beside the tests, which need it: nothing is compiled that they have not compiled already
        true => ["test", "--package", "duibiao", "--no-run", "--quiet"],
        false => [
            "build",
            "--package",
            "duibiao",
            "--bin=duibiao",
            "--release",
        ],
    };
    command::run(cargo().args(how).current_dir(place.root()))
}

fn write_pages(place: &Place) -> Outcome {
    let assets = place.dist().join("assets");
    place::empty_folder(&place.dist())?;
    copy_files(&place.web().join("assets"), &assets)?;
    // The fonts' licence asks to go where they go.
    copy(
        &place.root().join("assets/fonts/OFL.txt"),
        &assets.join("OFL.txt"),
    )?;
    let mut program = Command::new(place.program());
    let site = program
        .arg("site")
        .arg("--out")
        .arg(place.dist())
        .arg("--web")
        .arg(place.web());
    if let Some(base) = place.base_url() {
        site.arg("--base-url").arg(base);
    }
    command::run(site.current_dir(place.root()))
}

/// Copies the files of a folder that has no folder in it.
fn copy_files(from: &Path, to: &Path) -> Outcome {
    place::make_folder(to)?;
    let entries =
        std::fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries {
        let entry = entry.map_err(|error| format!("{}: {error}", from.display()))?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let copied = std::fs::copy(from, to);
    copied
        .map(drop)
        .map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}
