//! What a picture is about. What is said of it is in [`super::sentence`] and its siblings.

/// What a title is about: each chart answers one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Where home stands.
    Standing,
    /// What happened over time.
    Trend,
    /// How far home is from others.
    Gaps,
    /// What is reached of targets.
    Targets,
    /// Of what parts something is made.
    Structure,
    /// Several indicators or years beside each other.
    Several,
    /// Where home stands, on a map.
    Place,
    /// How old the population is.
    Ages,
    /// Single figures in their own scopes.
    Facts,
    /// What something is made of or computed from.
    Tree,
    /// What changed from one period to another.
    Slope,
    /// How places changed over time.
    Places,
    /// What happened since a period that is called 100.
    Index,
    /// How two indicators go together.
    Relation,
    /// Where home stands in several indicators.
    Profile,
}

impl Finding {
    /// Whether it is about values of several periods.
    pub(super) fn is_over_time(self) -> bool {
        #[cfg(feature = "gallery")]
        if matches!(self, Self::Slope | Self::Index) {
            return true;
        }
        self == Self::Trend
    }
}
