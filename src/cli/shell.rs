//! What stands around the pages of a site: icons, manifests, the page for lost addresses, the page for frames of others, sitemap, pictures for other sites, service worker.
//!
//! Each is made by the library; here it becomes a file, and what is left out is said.

#![expect(clippy::print_stdout, reason = "the command line speaks")]

use std::fs;
use std::path::Path;

use duibiao::data::Lang;
use duibiao::error::{Error, Problem};
use duibiao::page::{
    CHART, EMBED, Edition, HOST, ICONS, SHELL, Site, embed_page, manifest, missing_page, robots,
    root, share_path, share_picture, shell_page, sitemap,
};
use duibiao::paint::{icon, png};
use duibiao::view::View;

use super::folder::failed;
use super::output::Output;

/// The icon from which all others are drawn.
const ICON: &str = include_str!("../../assets/icon.svg");

/// Everything but the pages; it comes last, for it needs to know them.
pub(crate) fn shell(site: &Site<'_>, output: &mut Output<'_>, web: &Path) -> Result<(), Error> {
    icons(output)?;
    for lang in Lang::ALL {
        let id = lang.id();
        output.file(
            &format!("{id}/manifest.webmanifest"),
            manifest(lang).as_bytes(),
        )?;
        let empty = shell_page(site, lang);
        output.file(&format!("{id}/{SHELL}index.html"), empty.as_bytes())?;
    }
    output.file("404.html", missing_page(site).as_bytes())?;
    output.file("robots.txt", robots(site.base).as_bytes())?;
    embed(site, output, web)?;
    worker(site, output, web)?;
    match site.base {
        Some(base) => {
            let map = sitemap(base, output.pages());
            output.file("sitemap.xml", map.as_bytes())?;
            pictures(site, output)
        }
        None => {
            left_out();
            Ok(())
        }
    }
}

/// A line for each thing that needs the site's address.
fn left_out() {
    println!(
        "left out: canonical addresses, share tags and share pictures; give --base-url\n\
         left out: sitemap.xml and its line in robots.txt; give --base-url\n\
         assumed: 404.html stands at its host's root ({}); give --base-url if it does not",
        root(None)
    );
}

fn icons(output: &mut Output<'_>) -> Result<(), Error> {
    output.file("favicon.svg", ICON.as_bytes())?;
    for one in ICONS {
        output.file(one.file, &icon(ICON, one.size, one.cut)?)?;
    }
    Ok(())
}

/// What stands in pages of others: the page in the frame, the script beside it, and the one with the element.
///
/// It is no page of the site: neither in the sitemap nor kept beforehand for visits without a network.
fn embed(site: &Site<'_>, output: &mut Output<'_>, web: &Path) -> Result<(), Error> {
    output.file(&format!("{EMBED}index.html"), embed_page(site).as_bytes())?;
    if let Some(script) = made(web, "host.js", HOST, "frames") {
        output.file(HOST, script.as_bytes())?;
    }
    if let Some(script) = made(web, "chart.js", CHART, "figures without a frame") {
        let text = format!(
            "{script}begin(new URL(\"./{}\", import.meta.url));\n",
            site.folder()
        );
        output.file(CHART, text.as_bytes())?;
    }
    Ok(())
}

/// A script that the bundler made for pages of others; what is left out without it is said.
fn made(web: &Path, from: &str, name: &str, what: &str) -> Option<String> {
    let path = web.join(from);
    let script = fs::read_to_string(&path).ok();
    if script.is_none() {
        println!(
            "left out: {name}, for {what} on pages of others; {} is not there, run cargo xtask build",
            path.display()
        );
    }
    script
}

/// The service worker: which build this is, and then the script that the bundler made.
fn worker(site: &Site<'_>, output: &mut Output<'_>, web: &Path) -> Result<(), Error> {
    let path = web.join("worker.js");
    let Ok(script) = fs::read_to_string(&path) else {
        println!(
            "left out: sw.js, for visits without a network; {} is not there, run cargo xtask build",
            path.display()
        );
        return Ok(());
    };
    let assets = assets(web)?;
    let version = output.version(&[assets.join(" "), script.clone()]);
    let edition = Edition {
        version: &version,
        assets: &assets,
        later: &site.assets.later,
        packs: &output.below(&site.folder()),
        pages: output.pages(),
    };
    let text = format!("{}{script}", edition.line());
    output.file("sw.js", text.as_bytes())
}

/// The bundler's files, as paths from the site's root.
fn assets(web: &Path) -> Result<Vec<String>, Error> {
    let folder = web.join("assets");
    let read = |e| failed("read", &folder, &e);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).map_err(read)? {
        let name = entry.map_err(read)?.file_name();
        names.push(format!("assets/{}", name.to_string_lossy()));
    }
    names.sort();
    Ok(names)
}

/// A picture of each indicator's default view in each language, for cards on other sites; the cores share the work.
fn pictures(site: &Site<'_>, output: &mut Output<'_>) -> Result<(), Error> {
    let ids = site.data.indicators().map(|(_, i)| i.id.as_str());
    let work: Vec<(Lang, &str)> = ids
        .flat_map(|id| Lang::ALL.map(|lang| (lang, id)))
        .collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = work.len().div_ceil(cores).max(1);
    let drawn = std::thread::scope(|scope| {
        let parts: Vec<_> = work
            .chunks(share)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .map(|one| picture(site, *one))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        let mut drawn = Vec::new();
        for part in parts {
            // a panic there is a panic here: it must not pass as a picture left out
            drawn.extend(part.join().unwrap_or_else(|p| std::panic::resume_unwind(p)));
        }
        drawn
    });
    for ((lang, id), picture) in work.into_iter().zip(drawn) {
        match picture {
            Ok(bytes) => output.file(&share_path(lang, id), &bytes)?,
            // a character that the bundled fonts lack: the page is whole without its card
            Err(problem) => println!("left out: {}: {problem}", share_path(lang, id)),
        }
    }
    Ok(())
}

fn picture(site: &Site<'_>, (lang, indicator): (Lang, &str)) -> Result<Vec<u8>, Problem> {
    let view = View {
        lang: Some(lang),
        indicator: Some(indicator.to_owned()),
        ..View::default()
    };
    let (figure, ratio) = share_picture(site.data, &view);
    png(&figure.scene, ratio).map_err(|e| first(&e))
}

fn first(error: &Error) -> Problem {
    let mut problems = error.problems().iter().cloned();
    problems
        .next()
        .unwrap_or_else(|| Problem::new("picture", "could not be drawn"))
}
