//! A scene as SVG text, one item a line, groups named by what they are about.
//!
//! No `style` attribute, no script, no id: a strict content security policy lets it stand inside a page, twice if need be.

use std::fmt::Write as _;

use super::FONTS;
use crate::base::{FINE, snap};
use crate::base::{Point, Rect};
use crate::scene::{Anchor, Item, Scene, Shape, Stroke};
use crate::text::Face;

/// The SVG of a scene.
///
/// ```
/// use duibiao::{base::{Color, Size}, paint::svg, scene::Scene};
/// let scene = Scene::new(Size::new(8.0, 4.0), Color::hex(0xFFFFFF));
/// assert!(svg(&scene).starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\""));
/// ```
#[must_use]
pub fn svg(scene: &Scene) -> String {
    let (w, h) = (Number(scene.size.w), Number(scene.size.h));
    let mut out = String::with_capacity(scene.items.len() * 120 + 1024);
    let label = Escaped(&scene.description);
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" class=\"figure\" role=\"img\" aria-label=\"{label}\" font-family=\"{FONTS}\">\n"
        ),
    );
    let ground = scene.ground;
    put(
        &mut out,
        format_args!("<rect class=\"ground\" width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>\n"),
    );
    for same in scene.items.chunk_by(|a, b| a.tag == b.tag) {
        let tag = same[0].tag.and_then(|t| scene.tags.get(t as usize));
        if let Some(tag) = tag {
            let (region, period) = (Escaped(&tag.region), Escaped(&tag.period));
            put(
                &mut out,
                format_args!("<g data-region=\"{region}\" data-period=\"{period}\">\n"),
            );
        }
        for one in same {
            item(&mut out, one);
        }
        if tag.is_some() {
            out.push_str("</g>\n");
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

fn item(out: &mut String, item: &Item) {
    let class = item.role.class();
    match &item.shape {
        Shape::Rect {
            rect,
            radius,
            fill,
            stroke,
        } => {
            let Rect { x, y, w, h } = *rect;
            put(
                out,
                format_args!(
                    "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                    Number(x),
                    Number(y),
                    Number(w),
                    Number(h)
                ),
            );
            if *radius > 0.0 {
                put(out, format_args!(" rx=\"{}\"", Number(*radius)));
            }
            paint(out, *fill, *stroke);
        }
        Shape::Path {
            points,
            closed,
            fill,
            stroke,
        } => {
            put(out, format_args!("<path class=\"{class}\" d=\""));
            path(out, points, *closed);
            out.push('"');
            paint(out, *fill, *stroke);
        }
        Shape::Circle {
            center,
            radius,
            fill,
            stroke,
        } => {
            let (x, y, r) = (Number(center.x), Number(center.y), Number(*radius));
            put(
                out,
                format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\""),
            );
            paint(out, *fill, *stroke);
        }
        Shape::Text {
            at,
            anchor,
            face,
            fill,
            text,
        } => text_line(out, class, *at, *anchor, *face, &fill.to_string(), text),
    }
}

fn text_line(
    out: &mut String,
    class: &str,
    at: Point,
    anchor: Anchor,
    face: Face,
    fill: &str,
    text: &str,
) {
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if face.bold {
        " font-weight=\"700\""
    } else {
        ""
    };
    put(
        out,
        format_args!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{fill}\">{}</text>\n",
            Number(at.x),
            Number(at.y),
            Number(face.size),
            Escaped(text)
        ),
    );
}

fn path(out: &mut String, points: &[Point], closed: bool) {
    for (i, p) in points.iter().enumerate() {
        let letter = if i == 0 { 'M' } else { 'L' };
        put(out, format_args!("{letter}{} {}", Number(p.x), Number(p.y)));
    }
    if closed {
        out.push('Z');
    }
}

fn paint(out: &mut String, fill: Option<crate::base::Color>, stroke: Option<Stroke>) {
    match fill {
        Some(color) => put(out, format_args!(" fill=\"{color}\"")),
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(stroke) = stroke {
        let width = Number(stroke.width);
        put(
            out,
            format_args!(" stroke=\"{}\" stroke-width=\"{width}\"", stroke.color),
        );
        if let Some((dash, gap)) = stroke.dash {
            let (dash, gap) = (Number(dash), Number(gap));
            put(out, format_args!(" stroke-dasharray=\"{dash} {gap}\""));
        }
    }
    out.push_str("/>\n");
}

/// A length on the grid of sixteenths, without trailing zeros.
struct Number(f64);

impl std::fmt::Display for Number {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a figure is smaller than 2^59 px"
    )]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sixteenths = (snap(self.0) * FINE) as i64;
        let (whole, rest) = (sixteenths.abs() / 16, sixteenths.abs() % 16);
        let sign = if sixteenths < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        // n sixteenths are n × 625 ten-thousandths
        let mut fraction = rest * 625;
        let mut digits = 4;
        while fraction % 10 == 0 {
            fraction /= 10;
            digits -= 1;
        }
        write!(f, "{sign}{whole}.{fraction:0digits$}")
    }
}

/// Text that cannot leave its element or attribute.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML 1.0 has no place for control characters and these two
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Escaped, Number};

    #[test]
    fn hostile_text_stays_text() {
        let text = Escaped("</text><script>alert('x')</script>\u{0}&\"").to_string();
        assert_eq!(
            text,
            "&lt;/text&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;&quot;"
        );
    }

    #[test]
    fn numbers_lie_on_sixteenths() {
        let all = [1.0, 0.062_5, 1.03, -0.001, -2.5, 10.125].map(|n| Number(n).to_string());
        assert_eq!(all, ["1", "0.0625", "1", "0", "-2.5", "10.125"]);
    }
}
