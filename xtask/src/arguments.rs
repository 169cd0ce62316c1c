//! What was asked for on the command line.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value, ValueExt};

/// Printed for `cargo xtask`, `cargo xtask help` and after a wrong argument.
pub(crate) const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve   build the site and serve it at http://127.0.0.1:8080
            --port N       another port (0: any free one)
            --base /PATH/  serve it below a path, as many hosts do
            --no-build     serve dist/ as it is
  build   write the finished static site into dist/
            --base-url URL where it will stand: adds the sitemap, share pictures and
                           what else needs a whole address
  test    everything CI checks
            --only STEP    a single step of it (an unknown STEP lists them)
  golden  write the golden pictures anew; look at their diff before committing
  shots   contact sheets into target/shots/, and the screenshots of the README into docs/
            --no-build     of dist/ as it is
  bench   times, native and in a browser
            --no-build     of dist/ as it is
            --only NAME    one of: native, page, peers, batch, lighthouse";

/// A command of `cargo xtask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve,
    Build,
    Test,
    Golden,
    Shots,
    Bench,
}

impl Command {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "help" => Self::Help,
            "serve" => Self::Serve,
            "build" => Self::Build,
            "test" => Self::Test,
            "golden" => Self::Golden,
            "shots" => Self::Shots,
            "bench" => Self::Bench,
            _ => return None,
        })
    }

    /// Whether the site is built before the command starts. (`test` builds it among its steps.)
    pub(crate) fn needs_site(self) -> bool {
        matches!(self, Self::Serve | Self::Build | Self::Shots | Self::Bench)
    }
}

/// The command and its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) command: Command,
    pub(crate) port: u16,
    pub(crate) base: String,
    pub(crate) base_url: Option<String>,
    pub(crate) build: bool,
    pub(crate) only: Option<String>,
}

impl Arguments {
    /// Reads the arguments of this process.
    pub(crate) fn from_env() -> Result<Self, String> {
        Self::parse(std::env::args_os().skip(1)).map_err(|error| error.to_string())
    }

    fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut found = Self {
            command: Command::Help,
            port: 8080,
            base: "/".to_owned(),
            base_url: None,
            build: true,
            only: None,
        };
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Value(name) => found.command = named(&name.string()?)?,
                Short('h') | Long("help") => found.command = Command::Help,
                Long("port") => found.port = parser.value()?.parse()?,
                Long("base") => found.base = base(&parser.value()?.string()?)?,
                Long("base-url") => found.base_url = Some(parser.value()?.string()?),
                Long("no-build") => found.build = false,
                Long("only") => found.only = Some(parser.value()?.string()?),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(found)
    }
}

fn named(name: &str) -> Result<Command, lexopt::Error> {
    Command::named(name).ok_or_else(|| format!("\"{name}\" is not a command").into())
}

/// A base path begins and ends with a slash, so that joining a name to it is never wrong.
fn base(path: &str) -> Result<String, lexopt::Error> {
    if path.starts_with('/') && path.ends_with('/') {
        return Ok(path.to_owned());
    }
    Err(format!("--base: \"{path}\" must begin and end with a slash, like /some/path/").into())
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Command};

    fn parse(line: &str) -> Result<Arguments, String> {
        let words = line.split_whitespace().map(Into::into);
        Arguments::parse(words).map_err(|error| error.to_string())
    }

    #[test]
    fn serve_takes_a_port_and_a_base() {
        let found = parse("serve --port 0 --base /a/b/ --no-build").expect("it is right");
        assert_eq!(found.command, Command::Serve);
        assert_eq!(
            (found.port, found.base.as_str(), found.build),
            (0, "/a/b/", false)
        );
    }

    #[test]
    fn build_hands_the_address_on_as_it_is() {
        let found = parse("build --base-url https://a.example/b/").expect("it is right");
        assert_eq!(found.command, Command::Build);
        assert_eq!(found.base_url.as_deref(), Some("https://a.example/b/"));
        assert_eq!(parse("build").expect("it is right").base_url, None);
    }

    #[test]
    fn nothing_asks_for_help() {
        assert_eq!(parse("").expect("it is right").command, Command::Help);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(
            parse("sevre").expect_err("no such command"),
            "\"sevre\" is not a command"
        );
        assert!(
            parse("serve --base a")
                .expect_err("no slash")
                .contains("must begin and end")
        );
        assert!(parse("serve --bse /").is_err());
    }
}
