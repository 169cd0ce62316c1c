//! Colours that readers can tell apart, and that are the same in the picture and on the page.
//!
//! Contrast with the ground is held beside the themes themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use duibiao::base::{Color, math};
use duibiao::scene::{Theme, ThemeId};

/// How readers see who lack one kind of cone, on linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "full colour vision",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The least distance of two colours in CIELAB (1976); about 2 can just be seen side by side.
const APART: f64 = 15.0;

/// The same for large areas that touch, where less is enough.
const STEP: f64 = 8.0;

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 {
        return c / 12.92;
    }
    math::pow((c + 0.055) / 1.055, 2.4)
}

/// CIELAB of a colour as it is seen, under D65.
fn seen(color: Color, sight: &[[f64; 3]; 3]) -> [f64; 3] {
    let rgb = [color.r, color.g, color.b].map(linear);
    let product = |row: &[f64; 3]| row.iter().zip(rgb).map(|(m, c)| m * c).sum::<f64>();
    let [r, g, b] = [0, 1, 2].map(|i| product(&sight[i]).clamp(0.0, 1.0));
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83;
    let [fx, fy, fz] = [x, y, z].map(|t| {
        if t > 0.008_856 {
            math::pow(t, 1.0 / 3.0)
        } else {
            7.787 * t + 16.0 / 116.0
        }
    });
    [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
}

fn distance(a: Color, b: Color, sight: &[[f64; 3]; 3]) -> f64 {
    let (a, b) = (seen(a, sight), seen(b, sight));
    let squares: f64 = a.iter().zip(b).map(|(p, q)| (p - q) * (p - q)).sum();
    squares.sqrt()
}

#[test]
fn distances_are_those_of_the_textbook() {
    let [(_, full), .., (_, tritan)] = &SIGHTS;
    let (white, black) = (Color::hex(0xFF_FF_FF), Color::hex(0));
    assert!((distance(white, black, full) - 100.0).abs() < 0.1);
    assert!(distance(white, white, full) < 1e-9);
    // blue and green are what they confuse
    let (blue, green) = (Color::hex(0x00_70_C0), Color::hex(0x00_80_70));
    assert!(distance(blue, green, tritan) < distance(blue, green, full) / 2.0);
}

#[test]
fn home_peers_and_the_rest_are_told_apart_whatever_cones_a_reader_has() {
    for (_, id) in ThemeId::ALL {
        let t = Theme::named(id);
        let [p1, p2, p3] = t.peers;
        let told = [
            ("home", t.home),
            ("peer 1", p1),
            ("peer 2", p2),
            ("peer 3", p3),
        ];
        let context = [
            ("rest", t.rest),
            ("line of the rest", t.rest_line),
            ("ground", t.ground),
        ];
        for (i, (a, color)) in told.iter().enumerate() {
            for (b, other) in told[i + 1..].iter().chain(&context) {
                for (sight, matrix) in &SIGHTS {
                    let d = distance(*color, *other, matrix);
                    assert!(
                        d >= APART,
                        "{id:?}: {a} and {b} are {d:.1} apart in {sight}"
                    );
                }
            }
        }
    }
}

/// The colours that a style sheet names, one map a block, in the order of the file.
fn blocks(css: &str) -> Vec<BTreeMap<String, String>> {
    let named = |block: &str| {
        let lines = block.lines().map(|l| l.trim().trim_end_matches(';'));
        lines
            .filter_map(|l| l.strip_prefix("--")?.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    };
    let opened = css.split(" color-scheme: ").skip(1);
    opened
        .map(|rest| named(rest.split('}').next().unwrap_or(rest)))
        .collect()
}

/// The themes in the order of tokens.css: each but the light one for a system that asks for it, and for a reader.
const ON_THE_PAGE: [ThemeId; 7] = [
    ThemeId::Light,
    ThemeId::Dark,
    ThemeId::Dark,
    ThemeId::Contrast,
    ThemeId::Contrast,
    ThemeId::ContrastDark,
    ThemeId::ContrastDark,
];

/// The blocks of tokens.css, each with its theme.
fn tokens() -> Vec<(ThemeId, BTreeMap<String, String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/styles/tokens.css");
    let found = blocks(&fs::read_to_string(path).unwrap());
    assert_eq!(found.len(), ON_THE_PAGE.len(), "blocks of tokens.css");
    ON_THE_PAGE.into_iter().zip(found).collect()
}

/// A colour as a style sheet writes it, in three or six digits.
fn color(text: &str) -> Color {
    let digits: String = match text.strip_prefix('#').unwrap() {
        short if short.len() == 3 => short.chars().flat_map(|c| [c, c]).collect(),
        long => long.to_owned(),
    };
    assert_eq!(digits.len(), 6, "{text}");
    Color::hex(u32::from_str_radix(&digits, 16).unwrap())
}

/// The page re-colours an inlined picture: its tokens are the theme's colours, or the picture would change when the script takes over.
#[test]
fn the_page_has_the_colours_of_the_picture() {
    for (id, block) in tokens() {
        let t = Theme::named(id);
        let expected = [
            ("ground", t.ground),
            ("text", t.text),
            ("muted", t.muted),
            ("home", t.home),
            ("peer-1", t.peers[0]),
            ("peer-2", t.peers[1]),
            ("peer-3", t.peers[2]),
            ("peer-1-ink", t.peer_inks[0]),
            ("peer-2-ink", t.peer_inks[1]),
            ("peer-3-ink", t.peer_inks[2]),
            ("rest", t.rest),
            ("rest-line", t.rest_line),
            ("axis", t.axis),
            ("grid", t.grid),
            ("benchmark", t.benchmark),
        ];
        for (name, color) in expected {
            let value = block.get(name).map(String::as_str);
            assert_eq!(value, Some(color.to_string().as_str()), "{id:?}: --{name}");
        }
    }
}

/// A theme stands twice in the style sheet; a change of one place alone would be seen by few.
#[test]
fn a_theme_is_the_same_whether_it_is_chosen_or_followed() {
    let all = tokens();
    for (id, block) in &all {
        let other = all.iter().rev().find(|(other, _)| other == id).unwrap();
        let (here, there): (Vec<_>, Vec<_>) = (block.iter().collect(), other.1.iter().collect());
        assert_eq!(here, there, "{id:?}");
    }
}

/// The page's own colours are no part of a figure, and are read all the same.
#[test]
fn text_and_lines_of_the_page_stand_out_in_every_theme() {
    for (id, block) in tokens() {
        let high = matches!(id, ThemeId::Contrast | ThemeId::ContrastDark);
        let of = |name: &str| color(&block[name]);
        let (least, rim) = if high { (7.0, 7.0) } else { (4.5, 3.0) };
        for ground in ["ground", "raised", "hover"] {
            for ink in ["text", "muted", "link"] {
                let found = of(ink).contrast(of(ground));
                assert!(found >= least, "{id:?}: {ink} on {ground}: {found:.2}");
            }
        }
        assert!(of("focus").contrast(of("ground")) >= rim, "{id:?}: focus");
        if high {
            assert!(of("line").contrast(of("ground")) >= 7.0, "{id:?}: line");
        }
    }
}

#[test]
fn the_steps_of_a_standing_are_told_apart_and_carry_text() {
    for (id, block) in tokens() {
        let steps = [1, 2, 3, 4].map(|n| color(&block[&format!("stand-{n}")]));
        let high = matches!(id, ThemeId::Contrast | ThemeId::ContrastDark);
        for (i, step) in steps.iter().enumerate() {
            let found = color(&block["text"]).contrast(*step);
            assert!(found >= 4.5, "{id:?}: text on step {}: {found:.2}", i + 1);
            // with high contrast the edges tell them apart
            for other in steps[i + 1..].iter().filter(|_| !high) {
                for (sight, matrix) in &SIGHTS {
                    let d = distance(*step, *other, matrix);
                    assert!(
                        d >= STEP,
                        "{id:?}: {step} and {other} are {d:.1} in {sight}"
                    );
                }
            }
        }
        assert_eq!(block["stand-edge"] != "transparent", high, "{id:?}");
    }
}
