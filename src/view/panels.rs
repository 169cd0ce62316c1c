//! Which charts small multiples can repeat, by city and by indicator, and what is drawn where a panel would make no sense.
//!
//! It looks at names alone; what a panel looks like is in [`crate::chart`].

use super::{By, ChartId, View};
use crate::data::Lang;
use crate::error::{Notice, NoticeKind};

impl ChartId {
    /// Whether a panel of it a city, or an indicator, makes sense.
    ///
    /// ```
    /// use duibiao::view::{By, ChartId};
    /// assert!(ChartId::Bump.repeats(By::Region) && ChartId::Bump.repeats(By::Indicator));
    /// // a map shows all cities: a panel a city would be the same map each time
    /// assert!(!ChartId::Map.repeats(By::Region) && ChartId::Map.repeats(By::Indicator));
    /// ```
    #[must_use]
    pub fn repeats(self, by: By) -> bool {
        match self {
            Self::Scorecard | Self::Tree | Self::SmallMultiples => false,
            Self::Map | Self::TileGrid => by == By::Indicator,
            Self::StackedBars | Self::Pyramid | Self::Radar | Self::ProfileStrips => {
                by == By::Region
            }
            _ => true,
        }
    }

    /// Why a panel of it a city, or an indicator, makes no sense.
    fn unfit(self, by: By, lang: Lang) -> &'static str {
        match (self, by) {
            (Self::Map | Self::TileGrid, _) => lang.pick(
                "按城市分，每格都是同一张地图",
                "a panel a city would be the same map each time",
            ),
            (Self::Pyramid, By::Indicator) => lang.pick(
                "人口金字塔与指标无关，按指标分，每格都一样",
                "the pyramid is the population's, so a panel an indicator would be the same each time",
            ),
            (Self::StackedBars | Self::Radar | Self::ProfileStrips, By::Indicator) => lang.pick(
                "每格已含所有指标",
                "each panel has all the indicators already",
            ),
            _ => lang.pick(
                "它已含所有城市和指标，分不成小图",
                "it has all cities and indicators already and cannot be cut into panels",
            ),
        }
    }
}

impl View {
    /// What small multiples repeat and for what, and whether that is what was asked for.
    pub(super) fn panels(&self) -> (ChartId, By, bool) {
        let of = self.of.unwrap_or(ChartId::TrendLines);
        let by = self.by.unwrap_or_default();
        let fits = |by: &By| of.repeats(*by);
        if self.chart() != ChartId::SmallMultiples || fits(&by) {
            return (of, by, true);
        }
        match By::ALL.iter().map(|(_, by)| *by).find(fits) {
            Some(other) => (of, other, false),
            None => (ChartId::TrendLines, by, false),
        }
    }

    /// What a reader is told where a panel of what was asked for makes no sense.
    pub(super) fn unfit(&self, lang: Lang) -> Option<Notice> {
        let (of, by, fits) = self.panels();
        if fits {
            return None;
        }
        let asked = self.of.unwrap_or(of);
        let why = asked.unfit(self.by.unwrap_or_default(), lang);
        let shown = match (asked == of, by) {
            (true, By::Region) => lang.pick("改为按城市分", "drawn instead: a panel a city"),
            (true, By::Indicator) => {
                lang.pick("改为按指标分", "drawn instead: a panel an indicator")
            }
            (false, _) => lang.pick("改画走势", "drawn instead: trends"),
        };
        let notice = Notice::new(NoticeKind::NotRepeated).detail(asked.name(lang));
        Some(notice.nearest(lang.pick(format!("{why}，{shown}"), format!("{why}; {shown}"))))
    }

    /// Whether amounts or shares are shown unless a reader says otherwise.
    pub(super) fn own_form(&self) -> super::Form {
        self.drawn().form()
    }

    /// The chart that is drawn, once or in panels.
    pub(crate) fn drawn(&self) -> ChartId {
        match self.chart() {
            ChartId::SmallMultiples => self.panels().0,
            chart => chart,
        }
    }
}
