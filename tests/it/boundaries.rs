//! Boundaries, tiles and pyramids: what the bundled files hold, what is refused, and that their packs bring the same.

use duibiao::data::{Dataset, Part, add_part, builtin, load_catalogue, pack};
use serde_json::json;

use super::fixture::{Fixture, borrowed};

const FILE: &str = "boundaries/testshire.json";

/// Two squares of one degree beside each other; arc 1 is their common side, going south.
fn squares() -> Fixture {
    let mut f = Fixture::whole();
    f.write(FILE, json!({
        "source": "ledger", "per": 10,
        "arcs": [[1200, 300, -10, 0, 0, -10, 10, 0], [1200, 300, 0, -10], [1200, 300, 10, 0, 0, -10, -10, 0]],
        "regions": {"testville": [[0, -2]], "alphaton": [[2, -2]]},
    }).to_string().as_bytes());
    f.write(
        "tiles.json",
        br#"{"tiles": {"testville": [0, 0], "alphaton": [1, 0]}}"#,
    );
    f
}

#[test]
fn lines_are_read_in_degrees_and_rings_name_them() {
    // the fixture writes regions in the order of their ids
    let data = squares().data();
    let [read] = data.boundaries() else {
        panic!("one file")
    };
    let first = &read.arcs[0];
    assert_eq!(
        first.iter().map(|p| (p.x, p.y)).collect::<Vec<_>>(),
        [(120.0, 30.0), (119.0, 30.0), (119.0, 29.0), (120.0, 29.0)]
    );
    assert_eq!(read.shapes[1].1, [vec![(0, false), (1, true)]]);
    assert_eq!(data.source(read.source).id, "ledger");
    assert_eq!(data.tiles()[1].1, (1, 0));
}

#[track_caller]
fn refused(file: &str, changed: &serde_json::Value, message: &str) {
    let mut f = squares();
    f.write(file, changed.to_string().as_bytes());
    let problems = f.problems();
    assert!(
        problems.iter().any(|p| p == message),
        "no {message:?} in {problems:#?}"
    );
}

#[test]
fn wrong_boundaries_are_refused_with_their_place() {
    let arcs = json!([[1200, 300, -10, 0, 0, -10, 10, 0], [1200, 300, 0, -10]]);
    let with = |arcs: &serde_json::Value, regions| json!({"source": "ledger", "per": 10, "arcs": arcs, "regions": regions});
    refused(
        FILE,
        &with(&arcs, json!({"testvile": [[0, -2]]})),
        "boundaries/testshire.json: regions.testvile: unknown region \"testvile\"; did you mean \"testville\"?",
    );
    let ring = "these arcs make no ring; name arcs that follow each other and come back: n, or −1 − n for one that is gone along backwards";
    for wrong in [
        json!([[0, 1]]),
        json!([[0]]),
        json!([[]]),
        json!([[7]]),
        json!([[0, -9]]),
        json!([[0.5]]),
    ] {
        refused(
            FILE,
            &with(&arcs, json!({"testville": wrong})),
            &format!("boundaries/testshire.json: regions.testville[0]: {ring}"),
        );
    }
    let line = "this is no line on the globe; give two points or more as whole steps: the first point, then distances";
    for wrong in [
        json!([[1200, 300]]),
        json!([[1200, 300, 1]]),
        json!([[1200, 300, 0.5, 1]]),
        json!([[1200, 300, 601, 0]]),
    ] {
        refused(
            FILE,
            &with(&wrong, json!({})),
            &format!("boundaries/testshire.json: arcs[0]: {line}"),
        );
    }
    refused(
        FILE,
        &json!({"source": "nobody", "per": 10, "arcs": [], "regions": {}}),
        "boundaries/testshire.json: source: unknown source \"nobody\"; add it, or correct the id",
    );
    refused(
        FILE,
        &json!({"source": "ledger", "per": 0, "arcs": [], "regions": {}}),
        "boundaries/testshire.json: per: 0 steps in a degree; give how many there are",
    );
}

#[test]
fn wrong_tiles_are_refused_with_their_place() {
    refused(
        "tiles.json",
        &json!({"tiles": {"testville": [0, 0], "alphaton": [0, 0]}}),
        "tiles.json: tiles.testville: another tile stands here; give each its own place",
    );
    refused(
        "tiles.json",
        &json!({"tiles": {"testville": [0]}}),
        "tiles.json: tiles.testville: this is no place for a region; write [column, row], both from 0",
    );
}

/// A dataset as the page has it: the catalogue and the parts, no theme.
fn from_packs(packs: &[(String, Vec<u8>)]) -> Dataset {
    let named = |id: &str| &packs.iter().find(|(n, _)| n == id).expect("a pack").1;
    let mut data = load_catalogue(named("catalogue.json")).unwrap();
    for part in Part::ALL {
        assert!(!data.has_part(part));
        add_part(&mut data, part, named(&format!("{}.json", part.id()))).unwrap();
        assert!(data.has_part(part));
    }
    data
}

#[test]
fn packs_bring_what_the_folder_has() {
    let files: Vec<_> = duibiao::data::BUILTIN.to_vec();
    let (whole, page) = (builtin(), from_packs(&pack(&files).unwrap()));
    assert_eq!(page.boundaries()[0].shapes, whole.boundaries()[0].shapes);
    assert_eq!(page.boundaries()[0].arcs, whole.boundaries()[0].arcs);
    assert_eq!(page.tiles(), whole.tiles());
    let sums = |d: &Dataset| -> Vec<u32> {
        let all = d.pyramids().iter().flat_map(|p| &p.rows);
        all.map(|(_, m, f)| m.iter().chain(f).sum()).collect()
    };
    assert_eq!((sums(&page), sums(&page).len()), (sums(&whole), 22));
    let title = |d: &Dataset| d.source(d.pyramids()[1].source).title.clone();
    assert_eq!(title(&page), title(&whole));
}

#[test]
fn a_folder_without_boundaries_has_empty_packs() {
    let files = Fixture::whole().files();
    let data = from_packs(&pack(&borrowed(&files)).unwrap());
    assert!(data.boundaries().is_empty() && data.tiles().is_empty() && data.pyramids().is_empty());
}

#[test]
fn a_pack_that_does_not_fit_changes_nothing() {
    let files = squares().files();
    let packs = pack(&borrowed(&files)).unwrap();
    let mut data = load_catalogue(&packs[0].1).unwrap();
    let wrong = br#"{"boundaries": [{"source": "x", "per": 1, "arcs": [], "regions": {}}]}"#;
    let error = add_part(&mut data, Part::Boundaries, wrong).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("boundaries.json: source: unknown source \"x\"")
    );
    assert!(data.boundaries().is_empty() && !data.has_part(Part::Boundaries));
}

#[test]
fn all_eleven_cities_have_a_boundary_and_a_tile_of_their_own() {
    let data = builtin();
    let group = &data.group(data.defaults().group).members;
    assert_eq!(group.len(), 11);
    for city in group {
        assert!(data.boundaries()[0].shapes.iter().any(|(r, _)| r == city));
        assert!(data.tiles().iter().any(|(r, _)| r == city));
    }
    // Hangzhou's lake of a thousand islands lies far west of Zhoushan's sea
    let east = |id: &str| {
        let city = data.region_named(id);
        let b = &data.boundaries()[0];
        let rings = &b.shapes.iter().find(|(r, _)| Some(*r) == city).unwrap().1;
        let points = rings.iter().flatten().flat_map(|(arc, _)| &b.arcs[*arc]);
        points.map(|p| p.x).fold(f64::INFINITY, f64::min)
    };
    assert!((118.0..119.0).contains(&east("hangzhou")) && east("zhoushan") > 121.4);
}
