//! What each chart shows, in a line, and what the data must have for it.
//!
//! Names and ids are the view's; these words are only for those who choose among charts, so the page fetches them later.
//! Which indicators have what is needed is found in `src/survey/suit.rs`.

use serde::Serialize;

use crate::data::Lang;
use crate::view::ChartId;

/// A chart to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartChoice {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is about: `compare`, `time`, `structure`, `overview` or `place`.
    pub kind: &'static str,
    /// What it shows.
    pub what: &'static str,
    /// What the data must have for it.
    pub needs: &'static str,
}

/// What is said of one chart.
struct Told {
    id: &'static str,
    kind: &'static str,
    what: [&'static str; 2],
    needs: [&'static str; 2],
}

const fn told(
    id: &'static str,
    kind: &'static str,
    what: [&'static str; 2],
    needs: [&'static str; 2],
) -> Told {
    Told {
        id,
        kind,
        what,
        needs,
    }
}

pub(super) const COMPANY: [&str; 2] = ["要有别的城市的数", "It needs a figure of another city"];
pub(super) const YEARS: [&str; 2] = ["要有两期以上的数", "It needs figures of two periods"];
const SEVERAL: [&str; 2] = [
    "要有能并列的其他指标",
    "It needs other indicators to put beside it",
];
const PARTS: [&str; 2] = ["要有同一总数的各个部分", "It needs the parts of one whole"];
const PROVINCE: [&str; 2] = [
    "全省要有几个市有数，一两个市画不成图",
    "It needs figures of several of the province’s cities",
];

/// In the order of the issue; a chart that is not drawn yet may be here already.
const TOLD: [Told; 20] = [
    told(
        "rank-bars",
        "compare",
        [
            "各市从好到差排开，本市第几一眼看到",
            "All cities from best to worst: where home stands",
        ],
        ["要有这一期的数", "It needs a figure of the period"],
    ),
    told(
        "grouped-bars",
        "compare",
        [
            "几个年份或几个指标的柱子并排",
            "Bars of several years or indicators side by side",
        ],
        COMPANY,
    ),
    told(
        "gap-dumbbells",
        "compare",
        [
            "本市与每座城市之间隔着多远",
            "How far apart home and each city are",
        ],
        COMPANY,
    ),
    told(
        "gap-bars",
        "compare",
        [
            "差多少：以本市或基准为零，左右分开",
            "The difference alone, left and right of home or the benchmark",
        ],
        COMPANY,
    ),
    told(
        "bullet",
        "compare",
        [
            "目标定了多少，走到了哪里，赶不赶得上",
            "Targets, what was reached of them, and whether it is on track",
        ],
        ["要有目标数", "It needs a target"],
    ),
    told(
        "trend-lines",
        "time",
        [
            "本市和对比城市历年的走势",
            "Home and its peers over the years",
        ],
        YEARS,
    ),
    told(
        "indexed-lines",
        "time",
        [
            "以某一年为100，看谁走得快",
            "Everyone starts at 100: who moved faster",
        ],
        YEARS,
    ),
    told(
        "slopes",
        "time",
        [
            "只看头尾两年，谁升谁降",
            "Two years only: who rose and who fell",
        ],
        YEARS,
    ),
    told(
        "bump",
        "time",
        [
            "名次一年年怎么变",
            "How the ranks changed from year to year",
        ],
        YEARS,
    ),
    told(
        "stacked-bars",
        "structure",
        [
            "总数由哪些部分组成，各占多少",
            "What a whole is made of, and each part's share",
        ],
        PARTS,
    ),
    told(
        "pyramid",
        "structure",
        [
            "人口按年龄和性别，两次普查或两座城市对照",
            "Population by age and sex: two censuses, or two cities",
        ],
        [
            "只画人口：人口和年龄的指标才有",
            "It draws people by age and sex: for indicators of population and age",
        ],
    ),
    told(
        "scatter",
        "structure",
        [
            "两个指标之间有没有关系",
            "Whether two indicators go together",
        ],
        SEVERAL,
    ),
    told(
        "tree",
        "structure",
        [
            "一套规划或一个指标由什么组成",
            "What a plan, or an indicator, is made of",
        ],
        ["要有分层的结构", "It needs a structure of levels"],
    ),
    told(
        "scorecard",
        "overview",
        [
            "多个指标乘多座城市，好坏一张表看完",
            "Many indicators by many cities: good and bad in one table",
        ],
        SEVERAL,
    ),
    told(
        "profile-strips",
        "overview",
        [
            "每个指标一条，看本市在各市中间的位置",
            "A strip an indicator: where home is among all cities",
        ],
        SEVERAL,
    ),
    told(
        "radar",
        "overview",
        [
            "几个指标围成一圈，看长处和短处",
            "Several indicators in a ring: strong and weak sides",
        ],
        SEVERAL,
    ),
    told(
        "small-multiples",
        "overview",
        [
            "同一张图按城市或指标画成许多小图",
            "One chart repeated small, for each city or indicator",
        ],
        COMPANY,
    ),
    told(
        "fact-card",
        "overview",
        [
            "只有本市有的数：多少、来源怎么排",
            "A figure that only home has, and how its source ranks it",
        ],
        [
            "别的城市也有数，来源也没说名次，请看排名",
            "Other cities have figures, and no source tells a rank: see the ranking",
        ],
    ),
    told(
        "map",
        "place",
        ["在地图上看高低分布", "High and low on the map"],
        PROVINCE,
    ),
    told(
        "tile-grid",
        "place",
        [
            "每市一格的地图，小屏也看得清",
            "A map with a tile a city, clear on small screens",
        ],
        PROVINCE,
    ),
];

/// All charts in the order of the view's, with what there is to say of each.
///
/// ```
/// use duibiao::{data::Lang, survey::charts};
/// let first = &charts(Lang::En)[0];
/// assert_eq!((first.id, first.name, first.kind), ("rank-bars", "Ranking", "compare"));
/// ```
#[must_use]
pub fn charts(lang: Lang) -> Vec<ChartChoice> {
    let choice = |chart: ChartId| {
        let told = TOLD.iter().find(|t| t.id == chart.id());
        let text = |[zh, en]: [&'static str; 2]| lang.pick(zh, en);
        ChartChoice {
            id: chart.id(),
            name: chart.name(lang),
            kind: told.map_or("compare", |t| t.kind),
            what: told.map_or("", |t| text(t.what)),
            needs: told.map_or("", |t| text(t.needs)),
        }
    };
    ChartId::ALL.map(choice).into()
}

/// What the data must have for a chart.
pub(super) fn needs(chart: ChartId) -> Option<[&'static str; 2]> {
    let told = TOLD.iter().find(|t| t.id == chart.id());
    told.map(|t| t.needs)
}

#[cfg(test)]
mod tests {
    use super::{TOLD, charts};
    use crate::data::Lang;
    use crate::view::ChartId;

    #[test]
    fn every_chart_is_told_in_both_languages() {
        for lang in Lang::ALL {
            for chart in charts(lang) {
                assert!(
                    !chart.what.is_empty() && !chart.needs.is_empty(),
                    "{}",
                    chart.id
                );
            }
        }
    }

    #[test]
    fn no_chart_is_told_twice_and_each_has_a_known_kind() {
        let kinds = ["compare", "time", "structure", "overview", "place"];
        for (i, one) in TOLD.iter().enumerate() {
            assert!(kinds.contains(&one.kind), "{}", one.id);
            assert!(TOLD[..i].iter().all(|t| t.id != one.id), "{}", one.id);
        }
        assert!(ChartId::ALL.len() <= TOLD.len());
    }
}
