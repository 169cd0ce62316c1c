//! The charts by name: their ids, what their tabs say, what their titles are about.
//!
//! What a chart looks like is in [`crate::chart`]; this is only how it is called.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::data::Lang;
#[cfg(feature = "gallery")]
use crate::data::Part;
use crate::tell::Finding;

/// One line a chart, in the order of the tabs: its name in code, its id in addresses, views and on the command line,
/// what its tab says in Chinese and English, what its title is about.
macro_rules! charts {
    ($($(#[$doc:meta])* $name:ident $id:literal $zh:literal $en:literal $finding:ident;)*) => {
        /// A chart by name.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "kebab-case")]
        pub enum ChartId {
            $($(#[$doc])* $name,)*
        }

        impl ChartId {
            /// All charts, in the order of the tabs.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$name,)*];

            const NAMES: &'static [(&'static str, &'static str, &'static str, Finding)] =
                &[$(($id, $zh, $en, Finding::$finding),)*];
        }
    };
}

charts! {
    /// All cities sorted, the benchmark as a rule.
    #[default]
    RankBars "rank-bars" "排名" "Ranking" Standing;
    /// Home and peers over time, the others as context.
    TrendLines "trend-lines" "走势" "Trend" Trend;
    /// Each city's distance to home.
    GapDumbbells "gap-dumbbells" "差距" "Gaps" Gaps;
    /// The distances themselves, diverging from home or the benchmark.
    GapBars "gap-bars" "差距条" "Gap bars" Gaps;
    /// The cities where they lie, shaded by value.
    Map "map" "地图" "Map" Place;
    /// The map's form for small screens: a tile a city.
    TileGrid "tile-grid" "方格地图" "Tile map" Standing;
    /// Population by age and sex, at two censuses, against a peer.
    Pyramid "pyramid" "人口金字塔" "Age pyramid" Ages;
}

impl ChartId {
    /// Its id in addresses, views and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// The chart with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }

    /// Its name on a tab.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let (_, zh, en, _) = self.names();
        lang.pick(zh, en)
    }

    /// What its title is about.
    #[must_use]
    pub fn finding(self) -> Finding {
        self.names().3
    }

    /// Whether the small core draws it, which every page loads; the others need the gallery core.
    #[must_use]
    pub fn is_first(self) -> bool {
        matches!(self, Self::RankBars | Self::TrendLines | Self::GapDumbbells)
    }

    /// What it alone needs beside the themes of its indicators.
    #[cfg(feature = "gallery")]
    #[must_use]
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Map => &[Part::Boundaries],
            Self::TileGrid => &[Part::Tiles],
            Self::Pyramid => &[Part::Pyramids],
            _ => &[],
        }
    }

    /// Amounts or shares, where a reader does not choose: cities of different size have pyramids of one size.
    #[must_use]
    pub fn form(self) -> Form {
        match self {
            Self::Pyramid => Form::Share,
            _ => Form::Absolute,
        }
    }

    fn names(self) -> (&'static str, &'static str, &'static str, Finding) {
        Self::NAMES[self as usize]
    }
}
