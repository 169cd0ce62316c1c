//! PDF files, read by something else than what wrote them: poppler's tools tell their text, their fonts, their tags, and draw them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Figure, Frame, figure};
use duibiao::paint::{pdf, png, svg, svg_outlined};
use duibiao::view::{ChartId, View, example};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::cli::Folder;
use super::crowd::{self, texts};

/// What a tool of poppler prints about a file.
fn poppler(tool: &str, flags: &[&str], file: &Path, rest: &[&str]) -> Vec<u8> {
    let ran = Command::new(tool).args(flags).arg(file).args(rest).output();
    let ran = ran.unwrap_or_else(|e| {
        panic!(
            "{tool} cannot be run ({e}): install poppler (on Debian: apt-get install poppler-utils)"
        )
    });
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{tool}: {said}");
    ran.stdout
}

fn told(tool: &str, flags: &[&str], file: &Path, rest: &[&str]) -> String {
    String::from_utf8(poppler(tool, flags, file, rest)).unwrap()
}

fn drawn(data: &Dataset, chart: ChartId, lang: Lang, width: f64) -> Figure {
    let view = View {
        lang: Some(lang),
        ..example(data, chart)
    };
    crowd::drawn(data, &view, width)
}

fn written(data: &Dataset, folder: &Folder, figure: &Figure) -> PathBuf {
    let lang = figure.view.lang();
    let bytes = pdf(&figure.scene, &figure.words(data).title, lang.tag()).unwrap();
    let file = folder
        .0
        .join(format!("{}-{}.pdf", figure.view.chart().id(), lang.id()));
    fs::write(&file, bytes).unwrap();
    file
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whoever selects, searches or copies gets the words of the picture; whoever has no such font sees them.
#[test]
fn every_chart_has_its_texts_and_brings_its_fonts() {
    let (data, folder) = (builtin(), Folder::new());
    for chart in ChartId::ALL {
        for lang in Lang::ALL {
            let figure = drawn(&data, chart, lang, 960.0);
            let file = written(&data, &folder, &figure);
            let text = without_space(&told("pdftotext", &["-raw"], &file, &["-"]));
            for one in texts(&figure.scene) {
                let one = without_space(&one);
                assert!(
                    text.contains(&one),
                    "{}: {one:?} is not in {text}",
                    file.display()
                );
            }
            let fonts = told("pdffonts", &[], &file, &[]);
            let fonts: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(!fonts.is_empty(), "{}: no fonts", file.display());
            for font in fonts {
                let embedded = font.contains("DuibiaoSans-") && font.contains(" yes yes yes ");
                assert!(embedded, "{}: {font}", file.display());
            }
        }
    }
}

/// Mean lightness of each square of 8 by 8 dots: what anti-aliasing does differently is not seen in it.
fn squares(w: usize, h: usize, light: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut means = Vec::new();
    for top in (0..h / 8).map(|y| y * 8) {
        for left in (0..w / 8).map(|x| x * 8) {
            let all = (0..64).map(|i| light(left + i % 8, top + i / 8));
            means.push(all.sum::<f64>() / 64.0);
        }
    }
    means
}

/// The squares of a picture as `pdftoppm` writes it: a head of three words and the dots, three bytes each.
fn of_ppm(bytes: &[u8]) -> (usize, usize, Vec<f64>) {
    let head: Vec<&[u8]> = bytes.splitn(4, u8::is_ascii_whitespace).collect();
    let number = |i: usize| {
        std::str::from_utf8(head[i])
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    assert_eq!(head[0], b"P6");
    let (w, h) = (number(1), number(2));
    let dots = &bytes[bytes.len() - 3 * w * h..];
    let light = |x: usize, y: usize| {
        let at = 3 * (y * w + x);
        dots[at..at + 3].iter().map(|b| f64::from(*b)).sum::<f64>() / 3.0
    };
    (w, h, squares(w, h, light))
}

fn of_png(bytes: &[u8]) -> (usize, usize, Vec<f64>) {
    let pixels = Pixmap::decode_png(bytes).unwrap();
    let (w, h) = (pixels.width() as usize, pixels.height() as usize);
    let light = |x: usize, y: usize| {
        let p = pixels.pixels()[y * w + x];
        [p.red(), p.green(), p.blue()]
            .map(f64::from)
            .iter()
            .sum::<f64>()
            / 3.0
    };
    (w, h, squares(w, h, light))
}

/// Two programs that know nothing of each other draw the same: poppler from the PDF, resvg from the SVG.
#[test]
fn every_chart_looks_as_its_picture() {
    let (data, folder) = (builtin(), Folder::new());
    for chart in ChartId::ALL {
        let figure = drawn(&data, chart, Lang::Zh, 960.0);
        let file = written(&data, &folder, &figure);
        let (w, h, theirs) = of_ppm(&poppler("pdftoppm", &["-r", "96"], &file, &[]));
        let (own_w, own_h, own) = of_png(&png(&figure.scene, 1.0).unwrap());
        assert_eq!((w, h), (own_w, own_h), "{chart:?}");
        let differences = theirs.iter().zip(&own).map(|(a, b)| (a - b).abs());
        let largest = differences.fold(0.0, f64::max);
        assert!(
            largest < 40.0,
            "{chart:?}: a square differs by {largest} of 255"
        );
    }
}

#[test]
fn it_is_tagged_as_one_figure_in_its_language() {
    let (data, folder) = (builtin(), Folder::new());
    let figure = drawn(&data, ChartId::RankBars, Lang::En, 640.0);
    let file = written(&data, &folder, &figure);
    let about = told("pdfinfo", &[], &file, &[]);
    assert!(about.contains("Tagged:          yes"), "{about}");
    assert!(about.contains("Page size:       480 x "), "{about}");
    let title = figure.words(&data).title;
    assert!(about.contains(&title), "{about}");
    let tree = told("pdfinfo", &["-struct"], &file, &[]);
    let kinds: BTreeSet<&str> = tree
        .lines()
        .map(|l| l.trim().split(' ').next().unwrap())
        .collect();
    assert!(kinds.contains("Figure"), "{tree}");
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let data = builtin();
    let view = View {
        title: Some("龘".to_owned()),
        ..View::default()
    };
    let figure = figure(&data, &view, Size::new(640.0, 480.0), Frame::Full);
    let error = pdf(&figure.scene, "龘", "zh-CN").unwrap_err().to_string();
    assert!(error.contains("no glyph for '龘' (U+9F98)"), "{error}");
    // the same fonts, the same lack
    assert_eq!(png(&figure.scene, 1.0).unwrap_err().to_string(), error);
}

#[test]
fn the_command_line_writes_it() {
    let folder = Folder::new();
    folder.run(&["render", "-o", "chart.PDF"]).fine();
    let bytes = fs::read(folder.0.join("chart.PDF")).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    fs::write(folder.0.join("views.json"), "[{}]").unwrap();
    let flags = ["batch", "views.json", "--format", "pdf", "-o", "out"];
    folder.run(&flags).fine();
    let one = fs::read_dir(folder.0.join("out")).unwrap().next().unwrap();
    assert_eq!(fs::read(one.unwrap().path()).unwrap(), bytes);
}

/// 饕餮 is in the second level of GB 2312: another font than the usual characters' draws it, in PDF and in PNG.
#[test]
fn rarer_hanzi_are_drawn_by_a_font_of_their_own() {
    let (data, folder) = (builtin(), Folder::new());
    let view = View {
        title: Some("温州的饕餮与医师".to_owned()),
        ..View::default()
    };
    let figure = figure(&data, &view, Size::new(640.0, 480.0), Frame::Full);
    let file = written(&data, &folder, &figure);
    let text = without_space(&told("pdftotext", &["-raw"], &file, &["-"]));
    assert!(text.contains("温州的饕餮与医师"), "{text}");
    let fonts = told("pdffonts", &[], &file, &[]);
    let bold = fonts.lines().filter(|l| l.contains("DuibiaoSans-Bold"));
    assert_eq!(bold.count(), 2, "{fonts}");
    let (_, _, theirs) = of_ppm(&poppler("pdftoppm", &["-r", "96"], &file, &[]));
    let (_, _, own) = of_png(&png(&figure.scene, 1.0).unwrap());
    let differences = theirs.iter().zip(&own).map(|(a, b)| (a - b).abs());
    assert!(differences.fold(0.0, f64::max) < 40.0);
}

/// Drawn without any font, the outlines look like the texts.
#[test]
fn texts_as_outlines_look_as_texts() {
    let data = builtin();
    for chart in [ChartId::RankBars, ChartId::Scatter, ChartId::Pyramid] {
        let figure = drawn(&data, chart, Lang::Zh, 960.0);
        let outlines = svg_outlined(&figure.scene).unwrap();
        assert!(!outlines.contains("<text"), "{chart:?}");
        let count = svg(&figure.scene).matches("<text").count();
        assert_eq!(
            outlines.matches("role=\"img\" aria-label").count(),
            count + 1
        );
        let tree = Tree::from_str(&outlines, &Options::default()).unwrap();
        let (w, h) = (figure.scene.size.w as u32, figure.scene.size.h as u32);
        let mut pixels = Pixmap::new(w, h).unwrap();
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        let (_, _, theirs) = of_png(&pixels.encode_png().unwrap());
        let (_, _, own) = of_png(&png(&figure.scene, 1.0).unwrap());
        let differences = theirs.iter().zip(&own).map(|(a, b)| (a - b).abs());
        let largest = differences.fold(0.0, f64::max);
        assert!(largest < 25.0, "{chart:?}: {largest}");
    }
}
