//! A static server for the finished site, on this machine only.
//!
//! It does what any static host does and no more: files with their types, folders by their
//! `index.html`, `404.html` for the rest, compressed, with the cache rules and the headers for frames of the README, so that
//! what is measured here is what a reader gets. It is not meant for the open network.

mod squeeze;

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::command::Outcome;
use squeeze::Squeezed;

/// A request's head is cut here: no browser sends more.
const LONGEST_HEAD: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// A running server; it ends with the program.
pub(crate) struct Server {
    url: String,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves a folder below a base path, on a port or (0) on any free one.
    pub(crate) fn start(folder: &Path, port: u16, base: &str) -> Outcome<Self> {
        let folder = folder.canonicalize().map_err(|error| {
            format!("{}: {error}; run cargo xtask build first", folder.display())
        })?;
        let listener = TcpListener::bind(("127.0.0.1", port))
            .map_err(|error| format!("port {port}: {error}; choose another with --port"))?;
        let address = listener
            .local_addr()
            .map_err(|error| format!("port {port}: {error}"))?;
        let site = Site {
            folder,
            base: base.to_owned(),
            squeezed: Arc::default(),
        };
        let thread = std::thread::spawn(move || accept(&listener, &site));
        Ok(Self {
            url: format!("http://{address}{base}"),
            thread,
        })
    }

    /// The address of the site's entry.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stays until the program is stopped.
    pub(crate) fn wait(self) {
        // The thread never ends by itself, and nobody could mend a panic in it.
        drop(self.thread.join());
    }
}

fn accept(listener: &TcpListener, site: &Site) {
    for stream in listener.incoming().flatten() {
        let site = site.clone();
        // A reader who closes the tab breaks the pipe: not our trouble.
        std::thread::spawn(move || drop(answer(stream, &site)));
    }
}

fn answer(mut stream: TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.try_clone()?).take(LONGEST_HEAD);
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut line = String::new();
    let mut brotli = false;
    while head.read_line(&mut line)? > 2 {
        brotli |= takes_brotli(&line);
        line.clear();
    }
    stream.write_all(&site.respond(request.trim_end(), brotli).bytes())
}

/// Whether a line of a request's head says that brotli is understood.
fn takes_brotli(line: &str) -> bool {
    let line = line.trim().to_ascii_lowercase();
    let list = line.strip_prefix("accept-encoding:").unwrap_or_default();
    list.split(',').any(|one| one.trim() == "br")
}

#[derive(Clone)]
struct Site {
    folder: PathBuf,
    base: String,
    squeezed: Arc<Squeezed>,
}

impl Site {
    /// Answers a request's first line.
    fn respond(&self, request: &str, brotli: bool) -> Response {
        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let mut response = match method {
            "GET" | "HEAD" => self.get(target, brotli),
            _ => Response::text(405, "only GET and HEAD"),
        };
        response.head_only = method == "HEAD";
        response
    }

    fn get(&self, target: &str, brotli: bool) -> Response {
        let (path, query) = target
            .split_once('?')
            .map_or((target, ""), |(path, query)| (path, query));
        let Some(file) = self.file(path) else {
            return self.not_found(brotli);
        };
        if !file.is_dir() {
            return self.whole(200, &file, brotli);
        }
        if !path.ends_with('/') {
            let query = if query.is_empty() {
                String::new()
            } else {
                format!("?{query}")
            };
            return Response::redirect(&format!("{path}/{query}"));
        }
        self.whole(200, &file.join("index.html"), brotli)
    }

    /// A file with its type and its cache rule, compressed where that is understood and helps.
    fn whole(&self, status: u16, file: &Path, brotli: bool) -> Response {
        let kind = media_type(file);
        let Ok(body) = std::fs::read(file) else {
            return Response::text(404, "not found");
        };
        let sent = brotli
            .then(|| self.squeezed.of(file, kind, &body))
            .flatten();
        Response {
            squeezed: sent.is_some(),
            lasting: file.strip_prefix(&self.folder).is_ok_and(is_lasting),
            shared: file.strip_prefix(&self.folder).is_ok_and(is_shared),
            ..Response::new(status, kind, sent.unwrap_or(body))
        }
    }

    /// The file that a path means; none when it is outside the base or would leave the folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let below = if path.len() + 1 == self.base.len() && self.base.starts_with(path) {
            "" // the base without its last slash: redirected like any folder
        } else {
            path.strip_prefix(&self.base)?
        };
        let below = decode(below)?;
        let mut file = self.folder.clone();
        for part in below.split('/').filter(|part| !part.is_empty()) {
            if part == "." || part == ".." || part.contains(['\\', ':', '\0']) {
                return None;
            }
            file.push(part);
        }
        // A link in the folder that leads out of it is refused as well.
        file.canonicalize()
            .ok()
            .filter(|file| file.starts_with(&self.folder))
    }

    fn not_found(&self, brotli: bool) -> Response {
        self.whole(404, &self.folder.join("404.html"), brotli)
    }
}

/// Whether a path from the site's root names its content: then a browser may keep the file for ever.
fn is_lasting(path: &Path) -> bool {
    let mut parts = path.iter().map(|part| part.to_str().unwrap_or_default());
    match (parts.next(), parts.next(), parts.next()) {
        (Some("assets"), Some(_), None) => true,
        (Some("data"), Some(version), Some(_)) => {
            version.len() == 8 && version.bytes().all(|b| b.is_ascii_hexdigit())
        }
        _ => false,
    }
}

/// Whether a path from the site's root is of what pages of others fetch: a frame with a sandbox has no origin, and a module is fetched
/// as if it were data, so all must be let in.
fn is_shared(path: &Path) -> bool {
    ["assets", "data", "duibiao-chart.js"]
        .iter()
        .any(|shared| path.starts_with(shared))
}

/// Undoes the percent signs of a path; none when the result is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'%' {
            let digits = path.get(at + 1..at + 3)?;
            decoded.push(u8::from_str_radix(digits, 16).ok()?);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).ok()
}

struct Response {
    status: u16,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
    head_only: bool,
    squeezed: bool,
    lasting: bool,
    shared: bool,
}

impl Response {
    fn new(status: u16, kind: &'static str, body: Vec<u8>) -> Self {
        Self {
            status,
            kind,
            location: None,
            body,
            head_only: false,
            squeezed: false,
            lasting: false,
            shared: false,
        }
    }

    fn text(status: u16, text: &str) -> Self {
        Self::new(
            status,
            "text/plain; charset=utf-8",
            text.as_bytes().to_vec(),
        )
    }

    fn redirect(location: &str) -> Self {
        Self {
            location: Some(location.to_owned()),
            ..Self::text(301, "moved")
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            404 => "Not Found",
            _ => "Method Not Allowed",
        };
        let mut head = format!(
            "HTTP/1.1 {} {reason}\r\nContent-Type: {}\r\n",
            self.status, self.kind
        );
        if let Some(location) = &self.location {
            let _ = write!(head, "Location: {location}\r\n");
        }
        let length = self.body.len();
        let cache = if self.lasting {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let _ = write!(
            head,
            "Content-Length: {length}\r\nCache-Control: {cache}\r\nVary: Accept-Encoding\r\n"
        );
        if self.squeezed {
            head += "Content-Encoding: br\r\n";
        }
        if self.shared {
            head += "Access-Control-Allow-Origin: *\r\n";
        }
        head += "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
        let mut bytes = head.into_bytes();
        if !self.head_only {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The type that a browser needs to be told: modules and wasm don't start without.
fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
