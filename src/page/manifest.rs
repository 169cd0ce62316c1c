//! What an installed copy of the site is called and looks like: one manifest a language, and the sizes of its icons.
//!
//! The icons themselves are drawn by [`crate::paint`] from one picture.

use serde_json::json;

use super::label;
use crate::data::Lang;
use crate::scene::{Theme, ThemeId};

/// An icon as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Its name, at the site's root.
    pub file: &'static str,
    /// Its width and height in pixels.
    pub size: u32,
    /// Whether the system may cut it to a shape: then it is opaque to its edges, and what it shows keeps away from them.
    pub cut: bool,
}

/// The icon that Apple's systems ask for.
pub const TOUCH_ICON: Icon = Icon {
    file: "apple-touch-icon.png",
    size: 180,
    cut: true,
};

/// Every icon that is drawn, beside `favicon.svg`.
pub const ICONS: [Icon; 4] = [
    Icon {
        file: "icon-192.png",
        size: 192,
        cut: false,
    },
    Icon {
        file: "icon-512.png",
        size: 512,
        cut: false,
    },
    Icon {
        file: "icon-maskable-512.png",
        size: 512,
        cut: true,
    },
    TOUCH_ICON,
];

/// The manifest of a language, for `zh/manifest.webmanifest`: its addresses begin at the language's folder.
///
/// ```
/// use duibiao::data::Lang;
/// let manifest = duibiao::page::manifest(Lang::Zh);
/// assert!(manifest.contains(r#""name":"对标""#) && manifest.contains(r#""start_url":"./""#));
/// ```
#[must_use]
pub fn manifest(lang: Lang) -> String {
    let label = label::of(lang);
    let theme = Theme::named(ThemeId::Light);
    let icons = ICONS.iter().filter(|i| **i != TOUCH_ICON).map(|icon| {
        json!({
            "src": format!("../{}", icon.file),
            "sizes": format!("{0}x{0}", icon.size),
            "type": "image/png",
            "purpose": if icon.cut { "maskable" } else { "any" },
        })
    });
    json!({
        "name": label.site,
        "short_name": label.site,
        "description": label.purpose,
        "lang": label.tag,
        "dir": "ltr",
        "start_url": "./",
        "scope": "../",
        "display": "standalone",
        "background_color": theme.ground.to_string(),
        "theme_color": theme.ground.to_string(),
        "icons": icons.collect::<Vec<_>>(),
    })
    .to_string()
}
