//! The command line: the only place with arguments, files and printed lines.
//!
//! It computes nothing: it makes a view of its flags and hands it to the library.
//! Exit codes: 0 fine, 1 bad input with a message, 2 wrong usage.

mod audit;
mod batch;
mod check;
mod flags;
mod folder;
mod format;
mod gallery;
mod known;
mod manual;
mod output;
mod render;
mod schema;
mod shell;
mod site;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};
use duibiao::data::MakeSchema;
use duibiao::error::Error;

use flags::{PictureFlags, ViewFlags};

/// Compares one city with its peers: where it stands, by how much and since when (对标).
#[derive(Parser)]
#[command(name = "duibiao", version, about, max_term_width = 100)]
#[command(arg_required_else_help = true, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Print the JSON Schema of a view, a list of views or a data file, and nothing else.
    #[arg(long, value_name = "WHAT", value_parser = schema::named)]
    json_schema: Option<MakeSchema>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Draw a chart into an SVG or PNG file, write its table as CSV, or all of it as HTML.
    Render {
        #[command(flatten)]
        view: ViewFlags,
        #[command(flatten)]
        picture: PictureFlags,
        /// The file to write, .svg, .png, .pdf, .csv, .xlsx or .html; without it SVG goes to standard output.
        #[arg(short, long, value_parser = flags::output)]
        output: Option<PathBuf>,
    },
    /// Draw many charts at once; what is there already is not drawn again.
    Batch {
        /// A JSON file with a list of views, in the form that an address and a saved view have.
        views: PathBuf,
        /// The folder to write into.
        #[arg(short, long, default_value = "out")]
        out: PathBuf,
        /// What to write of each view.
        #[arg(long, value_delimiter = ',', default_value = "svg", value_parser = flags::format)]
        format: Vec<format::Format>,
        #[command(flatten)]
        picture: PictureFlags,
        /// Draw also what is there already.
        #[arg(long)]
        again: bool,
        /// The data folder; without it ./data, else the built-in data.
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Write the comparison as CSV.
    Table {
        #[command(flatten)]
        view: ViewFlags,
        /// The file to write; without it the table goes to standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Check a data folder and count what is in it.
    Check {
        /// The folder; without it ./data, else the built-in data.
        folder: Option<PathBuf>,
    },
    /// Measure the pictures of every home, indicator, chart and language.
    Audit {
        /// The data folder; without it ./data, else the built-in data.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Only this indicator.
        #[arg(long)]
        indicator: Option<String>,
        /// Only this home.
        #[arg(long)]
        home: Option<String>,
        /// The widths to look at.
        #[arg(long, value_delimiter = ',', value_parser = flags::pixels)]
        width: Vec<f64>,
    },
    /// Draw every chart in every theme, language and width, and a page that shows them.
    Gallery {
        /// The folder to write into.
        #[arg(short, long, default_value = "target/gallery")]
        out: PathBuf,
        /// The data folder; without it ./data, else the built-in data.
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Write the pages and data packs of the site around what the bundler made.
    Site {
        /// The folder to write into.
        #[arg(short, long, default_value = "dist")]
        out: PathBuf,
        /// The folder with what the bundler made.
        #[arg(long, default_value = "target/web")]
        web: PathBuf,
        /// The data folder; without it ./data, else the built-in data.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Where the site will stand, such as https://example.org/cities/; without it, what needs a whole address is left out.
        #[arg(long, value_parser = flags::base_url)]
        base_url: Option<String>,
    },
    /// Print what completes the commands and flags in a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or write that of each command into a folder.
    Man {
        /// The folder to write into.
        #[arg(short, long)]
        out: Option<PathBuf>,
    },
}

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    // wrong usage prints itself and ends with 2
    let arguments = Arguments::parse();
    if let Some(make) = arguments.json_schema {
        schema::print(make);
    }
    match arguments.command.map_or(Ok(ExitCode::SUCCESS), run) {
        Ok(code) => code,
        Err(error) => {
            flags::tell_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Render {
            view,
            picture,
            output,
        } => render::render(&view, &picture, output.as_deref())?,
        Command::Batch {
            views,
            out,
            format,
            picture,
            again,
            data,
        } => {
            let order = batch::Order {
                views: &views,
                out: &out,
                formats: &format,
                picture: &picture,
                again,
                data: data.as_deref(),
            };
            return order.run();
        }
        Command::Completions { shell } => manual::completions(shell, Arguments::command()),
        Command::Man { out } => manual::pages(Arguments::command(), out.as_deref())?,
        Command::Table { view, output } => render::table(&view, output.as_deref())?,
        Command::Check { folder } => check::check(folder.as_deref())?,
        Command::Audit {
            data,
            indicator,
            home,
            width,
        } => {
            return audit::audit(
                data.as_deref(),
                indicator.as_deref(),
                home.as_deref(),
                &width,
            );
        }
        Command::Gallery { out, data } => gallery::gallery(&out, data.as_deref())?,
        Command::Site {
            out,
            web,
            data,
            base_url,
        } => site::site(&out, &web, data.as_deref(), base_url.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}
