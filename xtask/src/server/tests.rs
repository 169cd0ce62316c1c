//! The server against what browsers and the curious send it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use super::{Server, decode};

/// A small site of its own for each test, below the system's folder for such things.
fn site(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("duibiao-server-{}-{name}", std::process::id()));
    std::fs::create_dir_all(folder.join("dist/zh")).expect("a folder can be made");
    std::fs::write(folder.join("secret.txt"), "secret").expect("a file can be written");
    std::fs::write(folder.join("dist/index.html"), "entry").expect("a file can be written");
    std::fs::write(folder.join("dist/zh/index.html"), "中文").expect("a file can be written");
    std::fs::write(folder.join("dist/core.wasm"), "wasm").expect("a file can be written");
    folder
}

fn ask(server: &Server, request: &str) -> String {
    String::from_utf8(bytes(server, request, "")).expect("it is text")
}

/// The whole answer to a request with these lines in its head.
fn bytes(server: &Server, request: &str, head: &str) -> Vec<u8> {
    let address = server
        .url()
        .trim_start_matches("http://")
        .split('/')
        .next()
        .expect("an address");
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n{head}\r\n").expect("the server reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the server answers");
    answer
}

fn start(name: &str, base: &str) -> (PathBuf, Server) {
    let folder = site(name);
    let server = Server::start(&folder.join("dist"), 0, base).expect("a port is free");
    (folder, server)
}

#[test]
fn files_come_with_their_types_and_folders_by_their_index() {
    let (folder, server) = start("types", "/");
    assert!(ask(&server, "GET /").ends_with("\r\n\r\nentry"));
    assert!(ask(&server, "GET /core.wasm?v=1").contains("Content-Type: application/wasm\r\n"));
    assert!(ask(&server, "GET /zh/").ends_with("中文"));
    assert!(ask(&server, "GET /zh?a=b").contains("Location: /zh/?a=b\r\n"));
    assert!(ask(&server, "HEAD /").ends_with("\r\n\r\n"));
    assert!(ask(&server, "POST /").starts_with("HTTP/1.1 405"));
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn nothing_outside_the_folder_is_given() {
    let (folder, server) = start("outside", "/");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//../secret.txt",
        "/zh/../../secret.txt",
    ] {
        let answer = ask(&server, &format!("GET {path}"));
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn a_missing_page_is_the_sites_own() {
    let (folder, server) = start("missing", "/");
    assert!(ask(&server, "GET /x").ends_with("not found"));
    std::fs::write(folder.join("dist/404.html"), "own page").expect("a file can be written");
    let answer = ask(&server, "GET /x");
    assert!(
        answer.starts_with("HTTP/1.1 404") && answer.ends_with("own page"),
        "{answer}"
    );
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn what_names_its_content_is_kept_for_ever_and_nothing_else() {
    let (folder, server) = start("cache", "/");
    for path in ["assets", "data/0a1b2c3d", "data/all"] {
        std::fs::create_dir_all(folder.join("dist").join(path)).expect("a folder can be made");
        let file = folder.join("dist").join(path).join("x.json");
        std::fs::write(file, "{}").expect("a file can be written");
    }
    let lasting = |path: &str| {
        let answer = ask(&server, &format!("GET {path}"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        answer.contains("Cache-Control: public, max-age=31536000, immutable\r\n")
    };
    assert!(lasting("/assets/x.json") && lasting("/data/0a1b2c3d/x.json"));
    assert!(!lasting("/data/all/x.json") && !lasting("/zh/") && !lasting("/core.wasm"));
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn data_and_assets_are_let_into_frames_without_an_origin_and_pages_are_not() {
    let (folder, server) = start("shared", "/");
    for path in ["assets", "data/0a1b2c3d"] {
        std::fs::create_dir_all(folder.join("dist").join(path)).expect("a folder can be made");
        let file = folder.join("dist").join(path).join("x.json");
        std::fs::write(file, "{}").expect("a file can be written");
    }
    let script = folder.join("dist/duibiao-chart.js");
    std::fs::write(script, "begin();").expect("a file can be written");
    let shared = |path: &str| {
        let answer = ask(&server, &format!("GET {path}"));
        answer.contains("Access-Control-Allow-Origin: *\r\n")
    };
    assert!(shared("/assets/x.json") && shared("/data/0a1b2c3d/x.json"));
    assert!(shared("/duibiao-chart.js"), "a module on pages of others");
    assert!(!shared("/zh/") && !shared("/core.wasm") && !shared("/data"));
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn text_is_compressed_for_who_understands_it_and_anew_when_it_changes() {
    let (folder, server) = start("brotli", "/");
    let file = folder.join("dist/zh/index.html");
    for text in ["对标".repeat(500), "温州".repeat(700)] {
        std::fs::write(&file, &text).expect("a file can be written");
        assert!(ask(&server, "GET /zh/").ends_with(&text));
        let answer = bytes(&server, "GET /zh/", "Accept-Encoding: gzip, br\r\n");
        let end = answer
            .windows(4)
            .position(|w| w == b"\r\n\r\n")
            .expect("a head")
            + 4;
        let head = String::from_utf8_lossy(&answer[..end]);
        assert!(head.contains("Content-Encoding: br\r\n"), "{head}");
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &answer[end..], &mut plain).expect("it is brotli");
        assert_eq!(plain, text.as_bytes());
        assert!(answer.len() - end < text.len() / 10);
    }
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn the_shells_files_have_their_types() {
    let (folder, server) = start("shell", "/");
    for (name, kind) in [
        ("a.webmanifest", "application/manifest+json"),
        ("a.png", "image/png"),
        ("a.xml", "application/xml"),
        ("a.txt", "text/plain; charset=utf-8"),
    ] {
        std::fs::write(folder.join("dist").join(name), "x").expect("a file can be written");
        let answer = ask(&server, &format!("GET /{name}"));
        assert!(
            answer.contains(&format!("Content-Type: {kind}\r\n")),
            "{answer}"
        );
    }
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn below_a_base_only_the_base_answers() {
    let (folder, server) = start("base", "/some/path/");
    assert!(ask(&server, "GET /some/path/zh/").ends_with("中文"));
    assert!(ask(&server, "GET /some/path").contains("Location: /some/path/\r\n"));
    assert!(ask(&server, "GET /zh/").starts_with("HTTP/1.1 404"));
    std::fs::remove_dir_all(folder).expect("the folder is ours");
}

#[test]
fn percent_signs_are_undone_or_refused() {
    assert_eq!(decode("%E6%B8%A9").as_deref(), Some("温"));
    assert_eq!(decode("%ff"), None);
    assert_eq!(decode("%4"), None);
}
