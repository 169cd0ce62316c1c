//! What is asked: which indicator, of whom, against whom, when.
//!
//! It holds handles, so it cannot name what the dataset does not have. Reading it from a URL or a file is [`crate::view`]'s.

use super::BenchmarkKind;
use crate::base::named;
use crate::data::{Dataset, GroupId, IndicatorId, Period, RegionId, ScopeId};

/// One question to a dataset. `None` fields are chosen by the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is compared.
    pub indicator: IndicatorId,
    /// Who is compared.
    pub home: RegionId,
    /// With whom, in the reader's order; never the home itself.
    pub peers: Vec<RegionId>,
    /// Among whom it is ranked.
    pub group: GroupId,
    /// When; by default the latest period in which all have a value, else the latest with most.
    pub period: Option<Period>,
    /// The stretch that changes and trends are about; by default all.
    pub range: Option<(Period, Period)>,
    /// What exactly is counted; `Some(None)` is the main scope; by default the one in which home has most company.
    pub scope: Option<Option<ScopeId>>,
    /// What the benchmark is.
    pub benchmark: BenchmarkKind,
    /// How many years a missing value may be away; 0 never mixes years.
    pub tolerance: i32,
    /// Further indicators that are compared beside it, each as if it were asked for alone.
    pub beside: Vec<IndicatorId>,
    /// The period that an index calls 100; by default the first of the range.
    pub base: Option<Period>,
    /// In which order the regions stand.
    pub sort: Sort,
}

named! {
    /// In which order regions stand.
    Sort {
        /// Best first; of a neutral indicator the largest.
        #[default]
        Value "value",
        /// Nearest to home first, whichever way.
        Gap "gap",
        /// By name: the ids are the names in pinyin.
        Name "name",
        /// By official code.
        Code "code",
    }
}

impl Question {
    /// The question that the dataset's defaults ask about an indicator.
    #[must_use]
    pub fn about(data: &Dataset, indicator: IndicatorId) -> Self {
        let defaults = data.defaults();
        Self {
            indicator,
            home: defaults.home,
            peers: defaults.peers.clone(),
            group: defaults.group,
            period: None,
            range: None,
            scope: None,
            benchmark: BenchmarkKind::Median,
            tolerance: 0,
            beside: Vec::new(),
            base: None,
            sort: Sort::default(),
        }
    }
}

/// The peers of a home unless a reader chooses others: the default ones, with the default home in the place of home itself.
///
/// ```
/// let data = duibiao::data::builtin();
/// let [hangzhou, ningbo, wenzhou] = ["hangzhou", "ningbo", "wenzhou"].map(|id| data.region_named(id).unwrap());
/// assert_eq!(duibiao::compare::default_peers(&data, wenzhou), [hangzhou, ningbo]);
/// assert_eq!(duibiao::compare::default_peers(&data, ningbo), [hangzhou, wenzhou]);
/// ```
#[must_use]
pub fn default_peers(data: &Dataset, home: RegionId) -> Vec<RegionId> {
    let defaults = data.defaults();
    let other = |p: &RegionId| if *p == home { defaults.home } else { *p };
    let peers = defaults.peers.iter().map(other);
    peers.filter(|p| *p != home).collect()
}
