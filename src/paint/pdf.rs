//! A scene as PDF: one page of its size, vectors, text that can be selected and searched, the bundled fonts cut down to what it uses.
//!
//! It is tagged for screen readers (PDF/UA-1): the page is one figure with the scene's description. It holds no date, so that
//! the same scene gives the same bytes.

use super::fonts::{Finder, Fonts};
use crate::base::{Color, Point, Rect, snap};
use crate::error::{Error, Problem};
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::text::{self, Face};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point as Place, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineJoin, Stroke as Line, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

/// A CSS pixel is three quarters of a point.
const POINTS: f64 = 0.75;

/// How far from its ends the handles of a quarter of a circle lie, in radii.
const KAPPA: f64 = 0.552_284_75;

/// A page: a scene and what it is called in the list of pages.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What is drawn; the page is as large.
    pub scene: &'a Scene,
    /// Its title.
    pub title: &'a str,
}

/// The PDF of a scene in the bundled fonts; `title` and `lang` (a BCP 47 tag) go into its metadata.
///
/// ```
/// use duibiao::{base::{Color, Size}, paint::pdf, scene::Scene};
/// let mut scene = Scene::new(Size::new(80.0, 40.0), Color::hex(0xFFFFFF));
/// scene.description = "Nothing at all.".to_owned();
/// let bytes = pdf(&scene, "Nothing", "en").unwrap();
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// assert_eq!(bytes, pdf(&scene, "Nothing", "en").unwrap());
/// ```
///
/// # Errors
/// A character that the bundled fonts lack is named; what else the writer refuses is told as it tells it.
#[cfg(not(target_arch = "wasm32"))]
pub fn pdf(scene: &Scene, title: &str, lang: &str) -> Result<Vec<u8>, Error> {
    pdf_of(&[Sheet { scene, title }], title, lang, Fonts::bundled())
}

/// The PDF of several scenes, a page each, in these fonts.
///
/// # Errors
/// As [`pdf`](super::pdf()); without a page there is no file.
pub fn pdf_of(
    sheets: &[Sheet<'_>],
    title: &str,
    lang: &str,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    if sheets.is_empty() {
        return Err(Problem::new("PDF", "has no page")
            .help("give it a figure")
            .into());
    }
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|e| wrong(format!("{e:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    for sheet in sheets {
        fonts.missing_glyph(sheet.scene)?;
        let drawn = page(&mut document, sheet.scene, fonts)?;
        let mut group = TagGroup::new(Tag::Figure(Some(sheet.scene.description.clone())));
        group.push(drawn);
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(sheets));
    document.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .language(lang.to_owned())
            .creator(format!("duibiao {}", env!("CARGO_PKG_VERSION"))),
    );
    document
        .finish()
        .map_err(|e| wrong(format!("{e:?}")).into())
}

fn wrong(what: String) -> Problem {
    Problem::new("PDF", what)
}

fn page(document: &mut Document, scene: &Scene, fonts: &Fonts) -> Result<Identifier, Error> {
    let (w, h) = (scene.size.w * POINTS, scene.size.h * POINTS);
    let page = PageSettings::from_wh(short(w), short(h))
        .ok_or_else(|| wrong(format!("cannot be {w} by {h} points")).help("choose another size"))?;
    let mut page = document.start_page_with(page);
    let mut surface = page.surface();
    let figure = surface.start_tagged(ContentTag::Other);
    let scale = short(POINTS);
    surface.push_transform(&Transform::from_scale(scale, scale));
    let mut brush = Brush {
        surface: &mut surface,
        fonts,
    };
    let all = Rect::new(0.0, 0.0, scene.size.w, scene.size.h);
    brush.path(rounded(all, 0.0), Some(scene.ground), None);
    for item in &scene.items {
        brush.shape(&item.shape)?;
    }
    surface.pop();
    surface.end_tagged();
    surface.finish();
    page.finish();
    Ok(figure)
}

/// The way to each page: readers with many files open show it.
fn outline(sheets: &[Sheet<'_>]) -> Outline {
    let mut outline = Outline::new();
    for (i, sheet) in sheets.iter().enumerate() {
        let top = XyzDestination::new(i, Place::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(sheet.title.to_owned(), top));
    }
    outline
}

struct Brush<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'a Fonts,
}

impl Brush<'_, '_> {
    fn shape(&mut self, shape: &Shape) -> Result<(), Error> {
        match shape {
            Shape::Rect {
                rect,
                radius,
                fill,
                stroke,
            } => self.path(rounded(*rect, *radius), *fill, *stroke),
            Shape::Path {
                points,
                closed,
                fill,
                stroke,
            } => self.path(through(points, *closed), *fill, *stroke),
            Shape::Circle {
                center,
                radius,
                fill,
                stroke,
            } => {
                let r = *radius;
                let around = Rect::new(center.x - r, center.y - r, 2.0 * r, 2.0 * r);
                self.path(rounded(around, r), *fill, *stroke);
            }
            Shape::Text {
                at,
                anchor,
                face,
                fill,
                text,
            } => return self.text(*at, *anchor, *face, *fill, text),
        }
        Ok(())
    }

    fn path(&mut self, path: Option<Path>, fill: Option<Color>, stroke: Option<Stroke>) {
        // a path of no point draws nothing
        let Some(path) = path else { return };
        self.surface.set_fill(fill.map(filled));
        self.surface.set_stroke(stroke.map(lined));
        self.surface.draw_path(&path);
    }

    fn text(
        &mut self,
        at: Point,
        anchor: Anchor,
        face: Face,
        fill: Color,
        text: &str,
    ) -> Result<(), Error> {
        let mut x = anchor.left(snap(at.x), text::width(text, face));
        self.surface.set_fill(Some(filled(fill)));
        self.surface.set_stroke(None);
        let finder = self.fonts.finder(face.bold);
        for (place, run) in runs(text, &finder) {
            let unread = || wrong("a font cannot be read".to_owned()).help("build again");
            let font = finder.font(place).ok_or_else(unread)?;
            self.surface.draw_glyphs(
                Place::from_xy(short(x), short(snap(at.y))),
                &glyphs(run, face, &finder),
                font.clone(),
                run,
                short(face.size),
                false,
            );
            x += text::width(run, face);
        }
        Ok(())
    }
}

/// A text in stretches of one font each: rarer hanzi are in another.
fn runs<'t>(text: &'t str, finder: &Finder<'_>) -> Vec<(usize, &'t str)> {
    let place = |c: char| finder.find(c).map_or(0, |(place, _)| place);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (start, c) in text.char_indices() {
        let own = place(c);
        if runs.last().is_none_or(|(last, _)| *last != own) {
            runs.push((own, start));
        }
    }
    let ends = runs.iter().skip(1).map(|(_, start)| *start);
    let ends = ends.chain([text.len()]);
    runs.iter()
        .zip(ends)
        .map(|((place, start), end)| (*place, &text[*start..end]))
        .collect()
}

/// A glyph a character, as wide as the layout took it for: the fonts have neither ligatures nor kerning.
fn glyphs(text: &str, face: Face, finder: &Finder<'_>) -> Vec<KrillaGlyph> {
    let glyph = |c: char| finder.find(c).map(|(_, glyph)| glyph);
    let one = Face { size: 1.0, ..face };
    let mut glyphs = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let id = glyph(c).unwrap_or_default();
        let advance = short(text::width(&text[start..end], one));
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(id),
            advance,
            0.0,
            0.0,
            0.0,
            start..end,
            None,
        ));
    }
    glyphs
}

fn filled(color: Color) -> Fill {
    Fill {
        paint: rgb::Color::new(color.r, color.g, color.b).into(),
        opacity: opacity(color),
        rule: FillRule::NonZero,
    }
}

fn lined(stroke: Stroke) -> Line {
    let Color { r, g, b, .. } = stroke.color;
    Line {
        paint: rgb::Color::new(r, g, b).into(),
        width: short(stroke.width),
        line_join: LineJoin::Round,
        opacity: opacity(stroke.color),
        dash: stroke.dash.map(|(dash, gap)| StrokeDash {
            array: vec![short(dash), short(gap)],
            offset: 0.0,
        }),
        ..Line::default()
    }
}

fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn through(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (i, p) in points.iter().enumerate() {
        let (x, y) = (short(snap(p.x)), short(snap(p.y)));
        if i == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A rectangle with round corners; a circle is one that is nothing but corners.
fn rounded(rect: Rect, radius: f64) -> Option<Path> {
    let r = radius.min(rect.w / 2.0).min(rect.h / 2.0);
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    // how near to the corner a handle lies
    let k = r * (1.0 - KAPPA);
    let mut path = PathBuilder::new();
    let at = |x: f64, y: f64| (short(x), short(y));
    let corners = [
        (
            (right - r, top),
            (right - k, top),
            (right, top + k),
            (right, top + r),
        ),
        (
            (right, bottom - r),
            (right, bottom - k),
            (right - k, bottom),
            (right - r, bottom),
        ),
        (
            (left + r, bottom),
            (left + k, bottom),
            (left, bottom - k),
            (left, bottom - r),
        ),
        (
            (left, top + r),
            (left, top + k),
            (left + k, top),
            (left + r, top),
        ),
    ];
    let start = at(left + r, top);
    path.move_to(start.0, start.1);
    for (from, a, b, to) in corners {
        let [from, a, b, to] = [from, a, b, to].map(|(x, y)| at(x, y));
        path.line_to(from.0, from.1);
        if r > 0.0 {
            path.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
        }
    }
    path.close();
    path.finish()
}

/// As the writer takes numbers.
#[expect(
    clippy::cast_possible_truncation,
    reason = "half a figure's width in f32 is finer than any printer"
)]
fn short(n: f64) -> f32 {
    n as f32
}
