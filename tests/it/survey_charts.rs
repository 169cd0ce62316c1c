//! Which charts are offered for which indicator of the bundled data.

use duibiao::data::builtin;
use duibiao::survey::suits;

/// Eleven cities have doctors; biopharma revenue is counted otherwise wherever else there is a figure; 80 and older is about age, land is not.
#[test]
fn a_chart_is_offered_only_where_it_says_something() {
    let suits = suits(&builtin());
    let offered = |indicator: &str, chart: &str| suits[indicator].contains(&chart);
    for (indicator, pyramid, card, map) in [
        ("doctors-per-1000", false, false, true),
        ("gdp", false, false, true),
        ("biopharma-revenue", false, true, false),
        ("domestic-drug-approvals", false, true, false),
        // others have figures, too, but a source says that home is seventh
        ("biopharma-enterprises", false, true, false),
        ("share-80plus", true, false, true),
        ("resident-population", true, false, true),
        ("area-km2", false, false, true),
    ] {
        assert_eq!(
            offered(indicator, "pyramid"),
            pyramid,
            "{indicator}: pyramid"
        );
        assert_eq!(offered(indicator, "fact-card"), card, "{indicator}: card");
        assert_eq!(offered(indicator, "map"), map, "{indicator}: map");
        assert_eq!(offered(indicator, "tile-grid"), map, "{indicator}: tiles");
    }
}
