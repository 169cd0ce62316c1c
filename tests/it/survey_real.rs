//! The survey of the bundled data: every home in both languages, and answers worked out by hand from the files of `data/`.

use std::collections::BTreeSet;

use duibiao::data::{Dataset, Lang, RegionId, Status, builtin};
use duibiao::survey::{LackKind, Survey, Verdict, choices, facts, suits};
use duibiao::view::{View, resolve};
use serde_json::Value;

fn homes(data: &Dataset) -> Vec<RegionId> {
    data.group(data.defaults().group).members.clone()
}

fn of<'a>(data: &'a Dataset, home: &str) -> Survey<'a> {
    Survey::of(data, data.region_named(home).unwrap())
}

#[test]
fn every_home_has_six_tiles_and_two_of_them_where_it_is_placed_best() {
    let data = builtin();
    for home in homes(&data) {
        let survey = Survey::of(&data, home);
        let name = &data.region(home).id;
        let card = survey.scorecard(Lang::Zh);
        let counted: BTreeSet<_> = card
            .sections
            .iter()
            .flat_map(|s| &s.rows)
            .filter(|r| r.counted)
            .map(|r| r.indicator.clone())
            .collect();
        // home's places in all that is counted and in which its figure is normal
        let mut places: Vec<(usize, _)> = data
            .indicators()
            .filter(|(_, i)| counted.contains(&i.id))
            .filter_map(|(id, i)| {
                let member = survey.answer(id).home();
                let status = member.reading?.status;
                let sound = status == Status::A || status == Status::P;
                Some((member.rank?.place, i.theme)).filter(|_| sound)
            })
            .collect();
        places.sort_unstable_by_key(|(place, _)| *place);
        let (first, theme) = places[0];
        let themes_first: BTreeSet<_> = places
            .iter()
            .filter(|p| p.0 == first)
            .map(|p| p.1)
            .collect();
        let second = if themes_first.len() > 1 {
            first
        } else {
            places.iter().find(|p| p.1 != theme).unwrap().0
        };
        let tiles = survey.findings(Lang::Zh).tiles;
        assert_eq!(tiles.len(), 6, "{name}");
        let themes: BTreeSet<_> = tiles.iter().map(|t| &t.theme).collect();
        assert_eq!(themes.len(), 6, "{name}: a theme twice");
        let all_counted = tiles.iter().all(|t| counted.contains(&t.indicator));
        assert!(all_counted, "{name}: a tile that the lead does not count");
        let mut best: Vec<_> = tiles.iter().filter(|t| t.best).map(|t| t.place).collect();
        best.sort_unstable();
        assert_eq!(best, [first, second], "{name}");
        if card.good == 0 {
            assert!(
                tiles.iter().all(|t| !t.good),
                "{name}: praise against the lead"
            );
        }
        let moving = tiles.iter().filter(|t| t.over_time).count();
        let moved = !survey.changed(1, Lang::Zh).is_empty();
        assert_eq!(moving, usize::from(moved), "{name}");
        for tile in &tiles {
            assert_eq!(
                (tile.dots.len(), tile.of),
                (11, 11),
                "{name}: {}",
                tile.indicator
            );
            assert_eq!(tile.dots.iter().filter(|d| d.role == "home").count(), 1);
            assert_eq!(tile.dots.iter().filter(|d| d.role == "peer").count(), 2);
            assert!(tile.sentence.chars().count() <= 48, "{}", tile.sentence);
        }
    }
}

#[test]
fn the_tiles_of_wenzhou_do_not_praise_what_the_lead_does_not_count() {
    let data = builtin();
    let survey = of(&data, "wenzhou");
    assert_eq!(survey.scorecard(Lang::Zh).good, 0);
    let tiles = survey.findings(Lang::Zh).tiles;
    for total in ["doctors", "rd-personnel"] {
        assert!(tiles.iter().all(|t| t.indicator != total), "{total}");
    }
}

/// Every text of a tree with the key it stands under.
fn texts<'a>(value: &'a Value, key: &'a str, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(all) => all.iter().for_each(|v| texts(v, key, found)),
        Value::Object(all) => all.iter().for_each(|(k, v)| texts(v, k, found)),
        _ => {}
    }
}

#[test]
fn nothing_is_empty_and_every_address_leads_somewhere() {
    let data = builtin();
    let may_be_empty = ["scope", "period", "url", "unit"];
    for home in homes(&data) {
        let survey = Survey::of(&data, home);
        for lang in Lang::ALL {
            let whole = serde_json::json!({
                "findings": survey.findings(lang), "best": survey.best(5, lang), "worst": survey.worst(5, lang),
                "changed": survey.changed(5, lang), "scorecard": survey.scorecard(lang),
                "gaps": survey.lacks(lang), "speech": survey.speech(lang), "peers": survey.peer_choices(lang),
            });
            let mut found = Vec::new();
            texts(&whole, "", &mut found);
            for (key, text) in found {
                let empty = text.trim().is_empty() && !may_be_empty.contains(&key);
                assert!(!empty, "{}: an empty {key}", data.region(home).id);
                assert!(!text.contains("  "), "{text}");
                if key == "address" {
                    leads_home(&data, home, lang, text);
                }
            }
        }
    }
}

fn leads_home(data: &Dataset, home: RegionId, lang: Lang, address: &str) {
    let path = address.strip_prefix("indicator/").expect(address);
    let (id, query) = path.split_once('/').expect(address);
    let view = View::parse(lang.id(), id, query.trim_start_matches('?'));
    let resolved = resolve(data, &view);
    assert_eq!(resolved.notices, [], "{address}");
    assert_eq!(resolved.question.home, home, "{address}");
    assert_eq!(
        resolved.question.peers,
        Survey::of(data, home).peers(),
        "{address}"
    );
}

#[test]
fn every_gap_that_the_readme_names_is_found_for_the_default_home() {
    let data = builtin();
    let gaps = of(&data, "wenzhou").lacks(Lang::Zh);
    assert!((8..=12).contains(&gaps.len()), "{}", gaps.len());
    let of = |id: &str| {
        let has = |g: &&duibiao::survey::Lack| g.indicators.iter().any(|i| i.id == id);
        gaps.iter()
            .find(has)
            .unwrap_or_else(|| panic!("no gap of {id}"))
    };
    let known = |id: &str| (of(id).kind, of(id).last.clone().unwrap_or_default());
    let none = String::new();
    assert_eq!(known("disposable-income").0, LackKind::Scattered);
    assert_eq!(
        known("disposable-income-q1q3").0,
        LackKind::Scattered,
        "what there is instead"
    );
    assert_eq!(
        known("share-60plus"),
        (LackKind::BetweenCensuses, "2020年".into())
    );
    assert_eq!(
        known("share-65plus"),
        (LackKind::BetweenCensuses, "2020年".into())
    );
    assert_eq!(known("rd-expenditure"), (LackKind::Stale, "2019年".into()));
    assert_eq!(
        known("health-expenditure"),
        (LackKind::Stale, "2018年".into())
    );
    assert_eq!(of("patents-granted").kind, LackKind::Short);
    assert!(of("patents-granted").missing.contains("2017年以前"));
    assert_eq!(
        known("life-expectancy"),
        (LackKind::Scattered, none.clone())
    );
    assert_eq!(known("beds-per-1000"), (LackKind::Scattered, none.clone()));
    assert_eq!(known("biopharma-output"), (LackKind::Scattered, none));
    assert_eq!(known("gdp").0, LackKind::NotCollected);
    assert!(gaps[0].home_lacks, "home's own gaps come first");
    assert!(
        !gaps
            .iter()
            .any(|g| g.indicators.iter().any(|i| i.id.starts_with("target-")))
    );
}

#[test]
fn the_figures_answer_the_speech_of_wenzhou() {
    let data = builtin();
    let spoken = of(&data, "wenzhou").speech(Lang::Zh).unwrap();
    assert!(spoken.own && spoken.source.tier == "B" || spoken.source.tier == "A");
    let [size, research, ecosystem] = &spoken.shortfalls[..] else {
        panic!("three shortfalls")
    };
    // nothing of the industry can be ranked; GDP is of something wider
    assert_eq!(size.verdict, Verdict::CannotSay);
    assert!(
        size.statements
            .iter()
            .all(|s| s.verdict == Verdict::CannotSay)
    );
    let place = &size.statements[1];
    assert!(
        place.sentence.contains("11市中没有一市有同期同口径的数字"),
        "{}",
        place.sentence
    );
    assert!(place.sentence.contains("杭州(") && place.sentence.contains("台州("));
    assert_eq!(place.facts[0].region, "wenzhou");
    assert_eq!(
        place.facts[0].reported.as_deref(),
        Some("来源称居浙江第6位，来源称占浙江2.2%")
    );
    // R&D of GDP 2019: Hangzhou 3.45, Shaoxing 2.65, Wenzhou 2.12, Taizhou 1.99: not behind Taizhou;
    // R&D personnel per 10,000: 144.7, 126.4, 88.3, Taizhou 89.5; inventions per 10,000: 25.54, 6.73, 3.87, Taizhou 4.35
    let behind: Vec<_> = research.measures.iter().map(|m| m.behind).collect();
    assert_eq!(behind, [Some(false), Some(true), Some(true)]);
    assert_eq!(research.verdict, Verdict::Supports);
    let places: Vec<_> = research.measures.iter().map(|m| m.standing.place).collect();
    assert_eq!(places, [Some(6), Some(7), Some(10)]);
    assert_eq!(ecosystem.verdict, Verdict::Supports);
    assert_eq!(ecosystem.statements[4].verdict, Verdict::CannotSay);
    assert!(spoken.shortfalls.iter().all(|s| !s.measures.is_empty()));
}

#[test]
fn another_home_hears_whose_speech_it_is() {
    let data = builtin();
    let spoken = of(&data, "hangzhou").speech(Lang::Zh).unwrap();
    assert!(!spoken.own && spoken.city == "wenzhou");
    assert!(
        spoken.intro.contains("没有关于杭州的这类发言"),
        "{}",
        spoken.intro
    );
    assert!(spoken.shortfalls.iter().all(|s| s.names_home));
    // Hangzhou is first in R&D of GDP and in inventions, second to Ningbo, whom the speech does not name there, in personnel
    assert_eq!(spoken.shortfalls[1].verdict, Verdict::Contradicts);
    let jinhua = of(&data, "jinhua").speech(Lang::Zh).unwrap();
    assert!(jinhua.shortfalls.iter().all(|s| !s.names_home));
    // research: of the three figures worked out above Wenzhou is behind in two
    let wenzhou = of(&data, "wenzhou").speech(Lang::Zh).unwrap();
    let research = &wenzhou.shortfalls[1].sentence;
    assert!(research.contains("3项里温州有2项落后于"), "{research}");
    // no sentence without a name where names are due
    for home in homes(&data) {
        for lang in Lang::ALL {
            for field in Survey::of(&data, home).speech(lang).unwrap().shortfalls {
                for hole in ["和放", "beside .", "于，", "于。", "behind  "] {
                    assert!(!field.sentence.contains(hole), "{}", field.sentence);
                }
            }
        }
    }
}

#[test]
fn peers_of_wenzhou_are_those_that_the_rules_name() {
    let data = builtin();
    let sets = of(&data, "wenzhou").peer_choices(Lang::Zh);
    let ids: Vec<(&str, Vec<&str>)> = sets
        .iter()
        .map(|s| {
            (
                s.id.as_str(),
                s.members.iter().map(|m| m.id.as_str()).collect(),
            )
        })
        .collect();
    assert_eq!(ids[0].1.len(), 10);
    assert_eq!(ids[1], ("leading", vec!["hangzhou", "ningbo"]));
    assert_eq!(ids[2], ("neighbours", vec!["taizhou-zj", "lishui"]));
    // residents of 2024 against 985.2: 0.992, 1.281, 0.732, 0.683; Jiaxing has 0.569
    assert_eq!(
        ids[3],
        (
            "similar-population",
            vec!["ningbo", "hangzhou", "jinhua", "taizhou-zj"]
        )
    );
    assert_eq!(
        sets[3].members[0].why,
        "2024年常住人口977.7万人，是温州的0.99倍"
    );
    // GDP per head of 2023 as a ratio: 1.034, 1.040, 0.938 (1.066), 0.869 (1.151); Huzhou has 1.305
    assert_eq!(
        ids[4],
        (
            "similar-gdp-per-head",
            vec!["quzhou", "taizhou-zj", "jinhua", "lishui"]
        )
    );
}

#[test]
fn every_home_has_every_set_and_is_in_none_of_its_own() {
    let data = builtin();
    for home in homes(&data) {
        let id = &data.region(home).id;
        let sets = Survey::of(&data, home).peer_choices(Lang::En);
        assert_eq!(sets.len(), 5, "{id}");
        for set in sets {
            assert!(
                !set.members.is_empty() && set.members.iter().all(|m| m.id != *id),
                "{id}"
            );
            assert!(
                set.members.iter().all(|m| !m.why.is_empty()),
                "{id}: {}",
                set.id
            );
        }
    }
    let zhoushan = of(&data, "zhoushan").peer_choices(Lang::En);
    let [only] = &zhoushan[2].members[..] else {
        panic!("an island city has one neighbour, across the water")
    };
    assert_eq!(
        (only.id.as_str(), only.why.as_str()),
        ("ningbo", "meets Zhoushan across the water")
    );
}

#[test]
fn a_chart_suits_an_indicator_where_something_is_drawn() {
    let data = builtin();
    let suits = suits(&data);
    assert_eq!(suits.len(), data.indicators().count());
    // every city has doctors, over many years
    for chart in ["rank-bars", "trend-lines", "gap-bars"] {
        assert!(suits["doctors-per-1000"].contains(&chart), "{chart}");
    }
    // a trend of a single period is none, and a gap needs another city
    for (id, charts) in &suits {
        let one = data.indicator_named(id).unwrap();
        let coverage = data.coverage(one).unwrap();
        if coverage.from == coverage.to {
            assert!(!charts.contains(&"trend-lines"), "{id}");
        }
        if coverage.regions.len() < 2 {
            assert!(!charts.contains(&"gap-bars"), "{id}");
        }
    }
}

#[test]
fn the_choices_have_a_name_in_pinyin_and_related_indicators_for_everything() {
    let data = builtin();
    let choices = choices(&data, Lang::Zh);
    let n = data.indicators().count();
    assert_eq!(
        (
            choices.pinyin.len(),
            choices.related.len(),
            choices.peers.len()
        ),
        (n, n, 11)
    );
    for (id, syllables) in &choices.pinyin {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
        assert!(
            !syllables.is_empty() && syllables.chars().all(plain),
            "{id}: {syllables}"
        );
    }
    assert_eq!(
        choices.related["doctors-per-1000"][..3],
        ["doctors", "hospital-beds-per-1000", "hospitals-per-100000"]
    );
    assert!(
        choices
            .related
            .iter()
            .all(|(id, all)| !all.is_empty() && all.len() <= 6 && !all.contains(id))
    );
    assert!(
        !choices.absent.contains_key("doctors"),
        "all eleven have it"
    );
    assert_eq!(
        choices.absent["biopharma-output"]["wenzhou"],
        "出处只给了名次或占比"
    );
    assert_eq!(choices.absent["biopharma-output"]["lishui"], "没有找到数字");
    assert!(choices.absent["biopharma-output"]["taizhou-zj"].starts_with("口径不同("));
}

#[test]
fn a_scorecard_has_every_indicator_of_every_city() {
    let data = builtin();
    let card = of(&data, "taizhou-zj").scorecard(Lang::En);
    let rows: Vec<_> = card.sections.iter().flat_map(|s| &s.rows).collect();
    assert_eq!(rows.len(), data.indicators().count());
    assert!(
        rows.iter()
            .all(|r| r.cells.len() == 11 && card.cities.len() == 11)
    );
    let first: Vec<_> = card.cities.iter().take(3).map(|c| c.id.as_str()).collect();
    assert_eq!(first, ["taizhou-zj", "hangzhou", "ningbo"]);
    assert!(rows.iter().all(|r| (r.ranked == 11) == r.reason.is_none()));
    let cells = rows.iter().flat_map(|r| &r.cells);
    assert!(
        cells
            .into_iter()
            .all(|c| c.value.is_some() != c.absent.is_some())
    );
}

#[test]
fn a_scorecard_counts_the_same_whoever_is_home() {
    let data = builtin();
    let counted = |home: RegionId| -> Vec<String> {
        let card = Survey::of(&data, home).scorecard(Lang::En);
        let rows = card.sections.iter().flat_map(|s| &s.rows);
        let counted: Vec<String> = rows
            .filter(|r| r.counted)
            .map(|r| r.indicator.clone())
            .collect();
        assert_eq!(card.ranked, counted.len());
        let (good, poor) = (card.good, card.poor);
        assert!(good + poor <= card.ranked);
        counted
    };
    let base = counted(data.defaults().home);
    for home in homes(&data) {
        assert_eq!(counted(home), base, "{}", data.region(home).id);
    }
    let has = |id: &str| base.iter().any(|b| b == id);
    assert!(has("gdp-per-head") && has("doctors-per-1000"));
    // one month; published, older or on another basis; totals; some cities only
    for id in [
        "class3-device-approvals-month",
        "gdp-per-capita",
        "gdp-per-capita-hukou",
        "gdp",
        "doctors",
        "beds-per-1000",
        "rd-intensity",
    ] {
        assert!(!has(id), "{id}");
    }
}

#[test]
fn the_facts_hold_the_industry_and_nothing_that_is_ranked() {
    let data = builtin();
    let facts = facts(&data, Lang::Zh);
    let output = facts
        .subjects
        .iter()
        .find(|s| s.indicator == "biopharma-output")
        .unwrap();
    // fifteen lines in the file, one of them a target
    assert_eq!((output.facts.len(), output.targets.len()), (14, 1));
    assert!(!facts.subjects.iter().any(|s| s.indicator == "doctors"));
    let by_place: usize = facts
        .places
        .iter()
        .map(|p| p.facts.len() + p.targets.len())
        .sum();
    let by_subject: usize = facts
        .subjects
        .iter()
        .map(|s| s.facts.len() + s.targets.len())
        .sum();
    assert_eq!(by_place, by_subject);
    let all = facts
        .subjects
        .iter()
        .flat_map(|s| s.facts.iter().chain(&s.targets));
    for fact in all {
        assert!(
            fact.value.is_some() || fact.reported.is_some(),
            "{}",
            fact.indicator
        );
        assert!(!fact.source.title.is_empty() && !fact.source.publisher.is_empty());
    }
}
