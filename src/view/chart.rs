//! The charts by name: their ids, what their tabs say, what their titles are about.
//!
//! What a chart looks like is in [`crate::chart`]; this is only how it is called.

use serde::{Deserialize, Serialize};

use super::By;
use crate::data::Lang;
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
    /// Indicators by cities: value and place in each cell, shaded by standing.
    Scorecard "scorecard" "记分卡" "Scorecard" Profile;
    /// Home among all cities, a strip an indicator.
    ProfileStrips "profile-strips" "剖面" "Profile" Profile;
    /// Home and peers on several indicators at once.
    Radar "radar" "雷达图" "Radar" Profile;
    /// A small chart a city or an indicator.
    SmallMultiples "small-multiples" "小图" "Small multiples" Trend;
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

    /// The same where small multiples repeat a chart: by city what that chart is about, by indicator all of them.
    #[must_use]
    pub fn finding_of(self, of: Self, by: By) -> Finding {
        #[cfg(feature = "gallery")]
        if self == Self::SmallMultiples {
            return match by {
                By::Indicator => Finding::Profile,
                By::Region if of == self => self.finding(),
                By::Region => of.finding(),
            };
        }
        let _ = (of, by);
        self.finding()
    }

    /// Whether the small core draws it, which every page loads; the others need the gallery core.
    #[must_use]
    pub fn is_first(self) -> bool {
        matches!(self, Self::RankBars | Self::TrendLines | Self::GapDumbbells)
    }

    fn names(self) -> (&'static str, &'static str, &'static str, Finding) {
        Self::NAMES[self as usize]
    }
}
