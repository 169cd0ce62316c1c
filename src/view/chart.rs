//! The charts by name: their ids, what their tabs say, what their titles are about.
//!
//! What a chart looks like is in [`crate::chart`]; this is only how it is called.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[cfg(feature = "gallery")]
use super::{By, Form};
use crate::base::place_of;
use crate::data::Lang;
#[cfg(feature = "gallery")]
use crate::data::Part;
use crate::tell::Finding;

type Names = (&'static str, &'static str, &'static str, Finding);

/// One line a chart, in the order of the tabs: its name in code, its id in addresses, views and on the command line,
/// what its tab says in Chinese and English, what its title is about.
///
/// The small core knows the first alone.
macro_rules! charts {
    (first { $($(#[$doc:meta])* $name:ident $id:literal $zh:literal $en:literal $finding:ident;)* }
     gallery { $($(#[$doc2:meta])* $name2:ident $id2:literal $zh2:literal $en2:literal $finding2:ident;)* }) => {
        /// A chart by name.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum ChartId {
            $($(#[$doc])* #[cfg_attr(target_arch = "wasm32", serde(rename = $id))] $name,)*
            $(
                $(#[$doc2])*
                #[cfg(feature = "gallery")]
                #[cfg_attr(target_arch = "wasm32", serde(rename = $id2))]
                $name2,
            )*
        }

        impl ChartId {
            /// All charts, in the order of the tabs.
            pub const ALL: [Self; Self::NAMES.len()] = [
                $(Self::$name,)*
                $(#[cfg(feature = "gallery")] Self::$name2,)*
            ];

            const NAMES: &'static [Names] = &[
                $(($id, $zh, $en, Finding::$finding),)*
                $(#[cfg(feature = "gallery")] ($id2, $zh2, $en2, Finding::$finding2),)*
            ];
        }
    };
}

charts! {
    first {
        /// All cities sorted, the benchmark as a rule.
        #[default]
        RankBars "rank-bars" "排名" "Ranking" Standing;
        /// Home and peers over time, the others as context.
        TrendLines "trend-lines" "走势" "Trend" Trend;
    }
    gallery {
        /// Each city's distance to home.
        GapDumbbells "gap-dumbbells" "差距" "Gaps" Gaps;
        /// The distances themselves, diverging from home or the benchmark.
        GapBars "gap-bars" "差距条" "Gap bars" Gaps;
        /// What is reached of each city's target.
        Bullet "bullet" "目标" "Targets" Targets;
        /// The parts of a whole for each city.
        StackedBars "stacked-bars" "构成" "Structure" Structure;
        /// Several indicators or years for each city.
        GroupedBars "grouped-bars" "分组" "Groups" Several;
        /// The cities where they lie, shaded by value.
        Map "map" "地图" "Map" Place;
        /// The map's form for small screens: a tile a city.
        TileGrid "tile-grid" "方格地图" "Tile map" Standing;
        /// Single figures, each in its own scope.
        FactCard "fact-card" "事实卡" "Facts" Facts;
        /// What something is made of or computed from.
        Tree "tree" "结构树" "Tree" Tree;
        /// Two periods, a line a city between them.
        Slopes "slopes" "斜率" "Slopes" Slope;
        /// Places over time.
        Bump "bump" "名次变化" "Rank over time" Places;
        /// Everyone over time as a percentage of one period.
        IndexedLines "indexed-lines" "指数" "Index" Index;
        /// Two indicators of one period, a third as area, the way over time as a trail.
        Scatter "scatter" "散点" "Scatter" Relation;
        /// Population by age and sex, at two censuses, against a peer.
        Pyramid "pyramid" "人口金字塔" "Age pyramid" Ages;
        /// Indicators by cities: value and place in each cell, shaded by standing.
        Scorecard "scorecard" "记分卡" "Scorecard" Profile;
        /// Home among all cities, a strip an indicator.
        ProfileStrips "profile-strips" "剖面" "Profile" Profile;
        /// Home and peers on several indicators at once.
        Radar "radar" "雷达图" "Radar" Profile;
        /// A small chart a city or an indicator.
        SmallMultiples "small-multiples" "小图" "Small multiples" Trend;
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for ChartId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ChartId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "enum": Self::ALL.map(Self::id)})
    }
}

impl Serialize for ChartId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for ChartId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let names = Self::ALL.map(Self::id);
        Ok(Self::ALL[place_of(from, &names)?])
    }
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

    /// What it is about where it repeats another chart: by city what that chart is about, by indicator all of them.
    #[cfg(feature = "gallery")]
    #[must_use]
    pub fn finding_of(self, of: Self, by: By) -> Finding {
        match (self, by) {
            (Self::SmallMultiples, By::Indicator) => Finding::Profile,
            (Self::SmallMultiples, By::Region) => of.finding(),
            _ => self.finding(),
        }
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

    /// Whether it shows amounts or shares unless a reader says otherwise.
    #[cfg(feature = "gallery")]
    #[must_use]
    pub fn form(self) -> Form {
        match self {
            Self::Pyramid | Self::StackedBars => Form::Share,
            _ => Form::Absolute,
        }
    }

    fn names(self) -> Names {
        Self::NAMES[self as usize]
    }
}
