//! The colours that roles have, in each theme.
//!
//! Light and dark are designed each for itself; a test holds their contrast.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::base::Color;

/// A theme by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ThemeId {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near-black.
    Dark,
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
    rest: Color::hex(0xAE_B4_BC),
    rest_line: Color::hex(0x9A_A1_AB),
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
    rest: Color::hex(0x56_5E_69),
    rest_line: Color::hex(0x6E_77_83),
    benchmark: Color::hex(0xC9_CF_D7),
};

impl Theme {
    /// The theme of this name.
    #[must_use]
    pub fn named(id: ThemeId) -> &'static Self {
        match id {
            ThemeId::Light => &LIGHT,
            ThemeId::Dark => &DARK,
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

    #[test]
    fn contrasts_hold_in_every_theme() {
        for id in [ThemeId::Light, ThemeId::Dark] {
            let t = Theme::named(id);
            for text in [t.text, t.muted] {
                assert!(text.contrast(t.ground) >= 4.5, "{id:?} text {text}");
            }
            // home and peers are also written in their colour
            assert!(t.home.contrast(t.ground) >= 4.5, "{id:?} home");
            for ink in t.peer_inks {
                assert!(ink.contrast(t.ground) >= 4.5, "{id:?} ink {ink}");
            }
            for peer in t.peers {
                assert!(peer.contrast(t.ground) >= 3.0, "{id:?} peer {peer}");
            }
            let grid = t.grid.contrast(t.ground);
            assert!((1.1..=1.5).contains(&grid), "{id:?} grid {grid}");
        }
    }
}
