//! The colours that roles have, in each theme.
//!
//! Each is designed for itself, none is another inverted; a test holds their contrast.

use super::Role;
use crate::base::{Color, named};

named! {
    /// A theme by name.
    ThemeId {
        /// Dark on white.
        #[default]
        Light "light",
        /// Light on near-black.
        Dark "dark",
        /// Black on white, for readers who want more contrast.
        Contrast "contrast",
        /// White on black, for those of them whom a white ground dazzles.
        ContrastDark "contrast-dark",
    }
}

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What everything stands on.
    pub ground: Color,
    /// Full-strength text.
    pub text: Color,
    /// Text that stands back.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// Axis lines.
    pub axis: Color,
    /// Home.
    pub home: Color,
    /// The peers.
    pub peers: [Color; 3],
    /// Text about the peers: as the peers, dark enough (or light enough) to read.
    pub peer_inks: [Color; 3],
    /// Areas of the other cities.
    pub rest: Color,
    /// Lines of the other cities, darker than their areas.
    pub rest_line: Color,
    /// The benchmark.
    pub benchmark: Color,
}

const LIGHT: Theme = Theme {
    ground: Color::hex(0xFF_FF_FF),
    text: Color::hex(0x1C_21_28),
    muted: Color::hex(0x5B_63_6E),
    grid: Color::hex(0xE4_E7_EB),
    axis: Color::hex(0x8A_92_9C),
    home: Color::hex(0xC8_32_1F),
    peers: [
        Color::hex(0x1D_4E_89),
        Color::hex(0x2F_8F_BF),
        Color::hex(0x8F_4F_D6),
    ],
    peer_inks: [
        Color::hex(0x1D_4E_89),
        Color::hex(0x1B_6E_99),
        Color::hex(0x8F_4F_D6),
    ],
    rest: Color::hex(0x8C_92_9B),
    rest_line: Color::hex(0x7E_85_90),
    benchmark: Color::hex(0x3D_44_4D),
};

const DARK: Theme = Theme {
    ground: Color::hex(0x14_18_1D),
    text: Color::hex(0xEC_EF_F3),
    muted: Color::hex(0xA7_AF_BA),
    grid: Color::hex(0x2A_30_38),
    axis: Color::hex(0x7C_85_90),
    home: Color::hex(0xFF_6B_52),
    peers: [
        Color::hex(0x55_90_F0),
        Color::hex(0x5A_C8_C0),
        Color::hex(0xB7_A4_E6),
    ],
    peer_inks: [
        Color::hex(0x55_90_F0),
        Color::hex(0x5A_C8_C0),
        Color::hex(0xB7_A4_E6),
    ],
    rest: Color::hex(0x62_6A_75),
    rest_line: Color::hex(0x74_7D_89),
    benchmark: Color::hex(0xC9_CF_D7),
};

const CONTRAST: Theme = Theme {
    ground: Color::hex(0xFF_FF_FF),
    text: Color::hex(0x00_00_00),
    muted: Color::hex(0x33_33_33),
    grid: Color::hex(0x94_94_94),
    axis: Color::hex(0x00_00_00),
    home: Color::hex(0xB0_00_00),
    peers: [
        Color::hex(0x00_30_8F),
        Color::hex(0x00_7A_99),
        Color::hex(0x74_22_C8),
    ],
    peer_inks: [
        Color::hex(0x00_30_8F),
        Color::hex(0x00_5F_78),
        Color::hex(0x74_22_C8),
    ],
    rest: Color::hex(0x70_70_70),
    rest_line: Color::hex(0x66_66_66),
    benchmark: Color::hex(0x00_00_00),
};

const CONTRAST_DARK: Theme = Theme {
    ground: Color::hex(0x00_00_00),
    text: Color::hex(0xFF_FF_FF),
    muted: Color::hex(0xD0_D0_D0),
    grid: Color::hex(0x5E_5E_5E),
    axis: Color::hex(0xFF_FF_FF),
    home: Color::hex(0xFF_7A_5C),
    peers: [
        Color::hex(0x6F_A8_FF),
        Color::hex(0x5F_E0_D0),
        Color::hex(0xE0_C0_FF),
    ],
    peer_inks: [
        Color::hex(0x6F_A8_FF),
        Color::hex(0x5F_E0_D0),
        Color::hex(0xE0_C0_FF),
    ],
    rest: Color::hex(0x7C_7C_7C),
    rest_line: Color::hex(0x8C_8C_8C),
    benchmark: Color::hex(0xFF_FF_FF),
};

impl Theme {
    /// The theme of this name.
    #[must_use]
    pub fn named(id: ThemeId) -> &'static Self {
        match id {
            ThemeId::Light => &LIGHT,
            ThemeId::Dark => &DARK,
            ThemeId::Contrast => &CONTRAST,
            ThemeId::ContrastDark => &CONTRAST_DARK,
        }
    }

    /// The colour of areas, dots and bars of a role.
    #[must_use]
    pub fn color(&self, role: Role) -> Color {
        match role {
            Role::Home => self.home,
            Role::Peer(n) => self.peers[usize::from(n).min(2)],
            Role::Rest => self.rest,
            Role::Grid => self.grid,
            Role::Axis => self.axis,
            Role::Text => self.text,
            Role::Muted => self.muted,
            Role::Benchmark => self.benchmark,
            Role::Ground => self.ground,
        }
    }

    /// The colour of lines of a role.
    #[must_use]
    pub fn line(&self, role: Role) -> Color {
        match role {
            Role::Rest => self.rest_line,
            other => self.color(other),
        }
    }

    /// The colour of text about a role: coloured for home and peers, else muted.
    #[must_use]
    pub fn ink(&self, role: Role) -> Color {
        match role {
            Role::Home => self.home,
            Role::Peer(n) => self.peer_inks[usize::from(n).min(2)],
            _ => self.muted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Theme, ThemeId};

    /// The least contrasts with the ground: of text, of marks; and those that a grid line may have.
    type Least = (f64, f64, std::ops::RangeInclusive<f64>);

    /// WCAG 2.2 asks for 4.5 and 3, and for 7 at its highest level. A faint grid is enough for most readers;
    /// who asks for more contrast must see it, too, and yet less than any mark.
    fn least(id: ThemeId) -> Least {
        match id {
            ThemeId::Light | ThemeId::Dark => (4.5, 3.0, 1.1..=1.5),
            ThemeId::Contrast | ThemeId::ContrastDark => (7.0, 4.5, 3.0..=4.0),
        }
    }

    #[test]
    fn contrasts_hold_in_every_theme() {
        for (name, id) in ThemeId::ALL {
            let t = Theme::named(id);
            let (text, mark, grid) = least(id);
            // home and peers are also written in their colour, the benchmark in its
            let inks = [t.text, t.muted, t.home, t.benchmark];
            for ink in inks.into_iter().chain(t.peer_inks) {
                assert!(ink.contrast(t.ground) >= text, "{name} text {ink}");
            }
            // the other cities stand back by having no hue, not by being hard to see
            for found in t.peers.into_iter().chain([t.rest, t.rest_line, t.axis]) {
                assert!(found.contrast(t.ground) >= mark, "{name} mark {found}");
                assert!(
                    found.contrast(t.ground) > t.grid.contrast(t.ground),
                    "{name} {found} and the grid"
                );
            }
            let found = t.grid.contrast(t.ground);
            assert!(grid.contains(&found), "{name} grid {found}");
        }
    }
}
