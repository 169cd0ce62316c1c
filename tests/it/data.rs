//! The bundled data: they load, they are as many as the files hold, and the packs for the page say the same as the folder.

use std::collections::BTreeSet;

use duibiao::base::Size;
use duibiao::compare::{Comparison, Question};
use duibiao::data::{
    BUILTIN, Dataset, Pack, Part, Period, Status, add_part, add_theme, builtin, load_catalogue,
    pack,
};
use duibiao::figure::{Frame, figure};
use duibiao::paint::svg;
use duibiao::view::{ChartId, View};
use serde_json::Value;

use super::fixture::about;

/// What the files hold, counted without the loader.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) regions: usize,
    pub(crate) indicators: usize,
    pub(crate) computed: usize,
    pub(crate) sources: usize,
    pub(crate) observations: usize,
    pub(crate) missing: usize,
    pub(crate) breaks: usize,
    pub(crate) pyramid_cells: usize,
}

fn tree(name: &str) -> Value {
    let (_, bytes) = BUILTIN.iter().find(|(n, _)| *n == name).unwrap();
    serde_json::from_slice(bytes).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn values(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_object().into_iter().flat_map(|o| o.values())
}

/// Counts in the bundled files by plain JSON.
pub(crate) fn counted() -> Counts {
    let indicators = tree("indicators.json");
    let mut counts = Counts {
        regions: list(&tree("regions.json")["regions"]).len(),
        indicators: list(&indicators["indicators"]).len(),
        computed: list(&indicators["indicators"])
            .iter()
            .filter(|i| i.get("derived").is_some())
            .count(),
        sources: list(&tree("sources.json")["sources"]).len(),
        ..Counts::default()
    };
    for (name, _) in BUILTIN {
        if name.starts_with("observations/") {
            count_figures(&tree(name), &mut counts);
        }
    }
    counts
}

fn count_figures(file: &Value, counts: &mut Counts) {
    counts.breaks += list(&file["breaks"]).len();
    for series in values(&file["series"]) {
        for table in list(&series["tables"]) {
            for cell in values(&table["values"]).flat_map(list) {
                if cell.is_null() {
                    counts.missing += 1;
                } else {
                    counts.observations += 1;
                }
            }
        }
        for fact in list(&series["facts"]) {
            let says = ["value", "rank", "share"];
            if says
                .iter()
                .any(|k| fact.get(k).is_some_and(|v| !v.is_null()))
            {
                counts.observations += 1;
            } else {
                counts.missing += 1;
            }
        }
    }
    for sexes in list(&file["pyramids"])
        .iter()
        .flat_map(|p| values(&p["values"]))
    {
        counts.pyramid_cells += values(sexes).map(|row| list(row).len()).sum::<usize>();
    }
}

#[test]
fn the_bundled_data_are_as_many_as_their_files_hold() {
    let data = builtin();
    let all = || data.indicators().flat_map(|(id, _)| data.observations(id));
    let says = |o: &&duibiao::data::Observation| o.value.is_some() || o.reported.is_some();
    let loaded = Counts {
        regions: data.regions().count(),
        indicators: data.indicators().count(),
        computed: data
            .indicators()
            .filter(|(_, i)| i.formula.is_some())
            .count(),
        sources: data.sources().len(),
        observations: all().filter(says).count(),
        missing: all().filter(|o| !says(o)).count(),
        breaks: data.indicators().map(|(id, _)| data.breaks(id).len()).sum(),
        pyramid_cells: data
            .pyramids()
            .iter()
            .flat_map(|p| &p.rows)
            .map(|(_, men, women)| men.len() + women.len())
            .sum(),
    };
    assert_eq!(loaded, counted());
}

#[test]
fn all_eleven_cities_and_the_sentences_indicators_are_there() {
    let data = builtin();
    let group = data.group(data.defaults().group);
    assert_eq!(group.members.len(), 11);
    for id in [
        "doctors-per-1000",
        "hospital-beds-per-1000",
        "gdp-per-head",
        "health-expenditure-per-head",
        "invention-patents-per-10000",
    ] {
        assert!(data.indicator_named(id).is_some(), "{id}");
    }
}

#[test]
fn the_two_cities_called_taizhou_are_told_apart_by_code() {
    let data = builtin();
    let code = |id: &str| {
        let region = data.region_named(id).map(|r| data.region(r));
        region.and_then(|r| r.code.clone())
    };
    assert_eq!(code("taizhou-zj").as_deref(), Some("331000"));
    assert_eq!(code("taizhou-js").as_deref(), Some("321200"));
}

#[test]
fn every_absent_value_has_a_status_that_says_why() {
    let data = builtin();
    for (id, indicator) in data.indicators() {
        for o in data.observations(id).iter().filter(|o| o.value.is_none()) {
            let explained = o.status.is_absent() || o.reported.is_some();
            assert!(explained, "{} {}", indicator.id, o.period);
        }
        let present = data.observations(id).iter().filter(|o| o.value.is_some());
        for o in present {
            assert!(!o.status.is_absent(), "{} {}", indicator.id, o.period);
        }
    }
}

/// `suspicious` values are kept as published and marked, never corrected.
#[test]
fn odd_values_are_kept_and_marked() {
    let data = builtin();
    let marked = data
        .indicators()
        .flat_map(|(id, _)| data.observations(id))
        .filter(|o| o.status == Status::U && o.value.is_some())
        .count();
    assert!(marked >= 10, "{marked} values have status U");
}

#[test]
fn pyramids_add_up_to_the_census() {
    let data = builtin();
    let census = data.indicator_named("census-population").unwrap();
    for pyramid in data.pyramids() {
        for (region, men, women) in &pyramid.rows {
            let people: u32 = men.iter().chain(women).sum();
            let counted = data
                .of(census, *region)
                .iter()
                .find(|o| o.period == pyramid.period)
                .and_then(|o| o.value);
            assert_eq!(
                Some(f64::from(people)),
                counted,
                "{}",
                data.region(*region).id
            );
        }
    }
}

fn packs() -> Vec<Pack> {
    pack(BUILTIN).unwrap()
}

/// The catalogue with these themes' packs, one after the other.
fn packed(packs: &[Pack], wanted: impl Fn(&str) -> bool) -> Dataset {
    let mut data = load_catalogue(&packs[0].1).unwrap();
    for (name, bytes) in &packs[1..] {
        let id = name.trim_end_matches(".json");
        match Part::named(id) {
            Some(part) => add_part(&mut data, part, bytes).unwrap(),
            None if wanted(id) => add_theme(&mut data, name, bytes).unwrap(),
            None => {}
        }
    }
    data
}

#[test]
fn the_catalogue_comes_first_and_then_a_pack_a_theme_and_a_part() {
    let packs = packs();
    assert_eq!(packs[0].0, "catalogue.json");
    let themes: BTreeSet<String> = packs[1..]
        .iter()
        .map(|(name, _)| name.trim_end_matches(".json").to_owned())
        .collect();
    let mut known: BTreeSet<String> = builtin().themes().map(|(_, t)| t.id.clone()).collect();
    known.extend(Part::ALL.map(|part| part.id().to_owned()));
    assert_eq!(themes, known);
}

/// Handles of sources and notes count in the order of loading, so what a reader gets is compared: pictures, words and tables.
#[test]
fn the_packs_give_the_same_pictures_words_and_tables_as_the_folder() {
    let folder = builtin();
    let packed = packed(&packs(), |_| true);
    for (_, indicator) in folder.indicators() {
        let view = View {
            indicator: Some(indicator.id.clone()),
            ..View::default()
        };
        let size = Size::new(960.0, 600.0);
        let (a, b) = (
            figure(&folder, &view, size, Frame::Full),
            figure(&packed, &view, size, Frame::Full),
        );
        assert_eq!(svg(&a.scene), svg(&b.scene), "{}", indicator.id);
        assert_eq!(a.words(&folder), b.words(&packed), "{}", indicator.id);
    }
}

#[test]
fn the_packs_in_the_folders_order_give_the_same_comparisons() {
    let folder = builtin();
    let packed = packed(&packs(), |_| true);
    for id in [
        "doctors-per-1000",
        "gdp",
        "hospital-beds",
        "biopharma-output",
    ] {
        let (a, b) = (about(&folder, id), about(&packed, id));
        assert_eq!(a, b);
        let mut a = Comparison::of(&folder, &a);
        let mut b = Comparison::of(&packed, &b);
        // a notice names its note by number, and packs bring notes in another order
        a.notices.clear();
        b.notices.clear();
        for series in a.series.iter_mut().chain(&mut b.series) {
            for change in &mut series.breaks {
                change.note = folder.breaks(folder.indicator_named("gdp").unwrap())[0].note;
            }
        }
        assert_eq!(a, b, "{id}");
    }
}

#[test]
fn the_order_of_the_packs_does_not_matter() {
    let mut packs = packs();
    let before = packed(&packs, |_| true);
    packs[1..].reverse();
    let after = packed(&packs, |_| true);
    let view = View::default();
    let size = Size::new(640.0, 400.0);
    let (a, b) = (
        figure(&before, &view, size, Frame::Full),
        figure(&after, &view, size, Frame::Full),
    );
    assert_eq!(svg(&a.scene), svg(&b.scene));
    assert_eq!(a.words(&before), b.words(&after));
}

#[test]
fn an_indicator_needs_no_other_packs_than_it_says() {
    let folder = builtin();
    let packs = packs();
    for id in [
        "doctors-per-1000",
        "gdp-per-head",
        "old-age-dependency",
        "doctors",
    ] {
        let indicator = folder.indicator_named(id).unwrap();
        let own = folder.needs(indicator);
        for chart in ChartId::ALL {
            let view = View {
                indicator: Some(id.to_owned()),
                chart: Some(chart),
                ..View::default()
            };
            let needs = duibiao::view::needs(&folder, &view);
            assert!(own.iter().all(|t| needs.contains(t)), "{id}");
            let needs: Vec<&str> = needs
                .into_iter()
                .map(|t| folder.theme(t).id.as_str())
                .collect();
            let few = packed(&packs, |theme| needs.contains(&theme));
            let size = Size::new(960.0, 600.0);
            let a = figure(&folder, &view, size, Frame::Full);
            let b = figure(&few, &view, size, Frame::Full);
            assert_eq!(svg(&a.scene), svg(&b.scene), "{id} with {needs:?}");
            assert_eq!(a.words(&folder), b.words(&few), "{id} with {needs:?}");
        }
    }
}

#[test]
fn the_default_view_needs_two_packs() {
    let data = load_catalogue(&packs()[0].1).unwrap();
    let needs = data.needs(data.defaults().indicator);
    let names: Vec<&str> = needs.iter().map(|t| data.theme(*t).id.as_str()).collect();
    assert_eq!(names, ["hospital", "population"]);
    assert!(needs.iter().all(|t| !data.is_loaded(*t)));
}

#[test]
fn the_catalogue_alone_knows_what_every_indicator_covers() {
    let folder = builtin();
    let catalogue = load_catalogue(&packs()[0].1).unwrap();
    for (id, indicator) in folder.indicators() {
        assert_eq!(
            catalogue.coverage(id),
            folder.coverage(id),
            "{}",
            indicator.id
        );
    }
    let doctors = folder.indicator_named("doctors").unwrap();
    let covered = folder.coverage(doctors).unwrap();
    let years = (covered.from, covered.to, covered.regions.len());
    assert_eq!(years, (Period::of_year(2005), Period::of_year(2023), 11));
}

#[test]
fn a_pack_that_does_not_fit_leaves_the_data_as_they_were() {
    let packs = packs();
    let mut data = packed(&packs, |theme| theme == "hospital" || theme == "population");
    let view = View::default();
    let size = Size::new(640.0, 400.0);
    let before = svg(&figure(&data, &view, size, Frame::Full).scene);
    let (name, bytes) = packs
        .iter()
        .find(|(name, _)| name == "economy.json")
        .unwrap();
    let broken =
        String::from_utf8(bytes.clone())
            .unwrap()
            .replacen("\"hangzhou\":", "\"hangzhuo\":", 1);
    let error = add_theme(&mut data, name, broken.as_bytes()).unwrap_err();
    assert!(
        error.to_string().contains("did you mean \"hangzhou\"?"),
        "{error}"
    );
    assert_eq!(svg(&figure(&data, &view, size, Frame::Full).scene), before);
    let economy = data.theme_named("economy").unwrap();
    assert!(!data.is_loaded(economy));
    add_theme(&mut data, name, bytes).unwrap();
    assert!(data.is_loaded(economy));
}

#[test]
fn a_question_asked_twice_has_one_answer() {
    let data = builtin();
    for (id, _) in data.indicators() {
        let question = Question::about(&data, id);
        assert_eq!(
            Comparison::of(&data, &question),
            Comparison::of(&data, &question)
        );
    }
}
