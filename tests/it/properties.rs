//! What holds for every input of a kind, tried on many.

use std::fmt::Write as _;

use duibiao::base::Size;
use duibiao::compare::{Benchmark, BenchmarkKind, Sort, gap, ranks};
use duibiao::data::{Direction, Lang, Period, builtin};
use duibiao::figure::{Answers, Frame, figure, undescribed};
use duibiao::paint::svg;
use duibiao::scale::{Bands, Fit, Scale, Wish};
use duibiao::scene::ThemeId;
use duibiao::tell::grouped;
use duibiao::text::{Face, Piece, joined, width, wrap};
use duibiao::view::{By, ChartId, Form, Origin, ScaleKind, Scales, View};
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::test_runner::RngSeed;

use super::fixture::Fixture;

/// So many cases, the same in every run unless `PROPTEST_RNG_SEED` says otherwise.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig::with_cases(cases);
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(20_230_001);
    }
    config.failure_persistence = None;
    config
}

/// A number as data have them, of any size.
fn number() -> impl Strategy<Value = f64> {
    (-1e6..1e6, -6..7_i32).prop_map(|(lead, power)| lead * duibiao::base::math::pow10(power))
}

fn fit() -> impl Strategy<Value = Fit> {
    prop::sample::select(vec![Fit::Around, Fit::AroundZero, Fit::FromZero])
}

fn direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![
        Direction::Higher,
        Direction::Lower,
        Direction::Neutral,
    ])
}

/// Small whole numbers, so that ties occur and sums are exact.
fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-20..20_i32).prop_map(f64::from), 2..15)
}

fn wish(count: usize, finest: f64) -> Wish {
    Wish {
        count,
        divisor: 1.0,
        finest,
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_value_comes_back_from_its_pixel(a in number(), b in number(), v in number(), end in 10.0..2000.0) {
        let scale = Scale::linear((a.min(b), a.max(b)), (0.0, end));
        let (low, high) = scale.domain();
        let v = v.clamp(low, high);
        let back = scale.invert(scale.map(v));
        let size = (high - low).max(low.abs()).max(high.abs());
        prop_assert!((back - v).abs() <= size * 1e-12, "{v} came back as {back}");
    }

    #[test]
    fn ticks_ascend_inside_the_domain(a in number(), b in number(), count in 4..8_usize, fit in fit()) {
        let scale = Scale::nice((a.min(b), a.max(b)), (0.0, 500.0), wish(count, 0.0), fit);
        let (low, high) = scale.domain();
        let slack = (high - low) * 1e-9;
        prop_assert!(low < high);
        prop_assert!(scale.ticks().windows(2).all(|w| w[0] < w[1]), "{:?}", scale.ticks());
        for tick in scale.ticks() {
            prop_assert!((low - slack..=high + slack).contains(tick), "{tick} is outside {low}..{high}");
        }
    }

    #[test]
    fn the_values_lie_inside_the_domain(a in number(), b in number(), count in 4..8_usize, fit in fit()) {
        let (min, max) = (a.min(b), a.max(b));
        let scale = Scale::nice((min, max), (0.0, 500.0), wish(count, 0.0), fit);
        let (low, high) = scale.domain();
        let slack = (high - low) * 1e-6;
        prop_assert!(low - slack <= min && max <= high + slack, "{low}..{high}");
        if fit != Fit::Around {
            prop_assert!(low <= 0.0 && high >= 0.0);
        }
    }

    #[test]
    fn there_are_four_to_seven_ticks(a in number(), b in number(), count in 4..8_usize, fit in fit()) {
        // values closer than a millionth of their size are one value to a reader
        let (min, max) = (a.min(b), a.max(b));
        if max - min > max.abs().max(min.abs()) * 1e-6 {
            let scale = Scale::nice((min, max), (0.0, 500.0), wish(count, 0.0), fit);
            let n = scale.ticks().len();
            prop_assert!((4..=7).contains(&n), "{n} ticks of {min}..{max}: {:?}", scale.ticks());
        }
    }

    #[test]
    fn what_is_counted_has_whole_ticks(high in prop_oneof![1..12_u32, 1..100_000_u32], count in 4..8_usize) {
        let scale = Scale::nice((0.0, f64::from(high)), (0.0, 500.0), wish(count, 1.0), Fit::FromZero);
        prop_assert!(scale.ticks().iter().all(|t| t.fract() == 0.0), "{:?}", scale.ticks());
        prop_assert!(high < 6 || (4..=7).contains(&scale.ticks().len()), "{:?}", scale.ticks());
    }

    #[test]
    fn years_name_the_last_and_are_not_too_many(first in 1990..2020_i32, span in 1..40_i32, count in 2..9_usize) {
        let last = first + span;
        let scale = Scale::years((f64::from(first), f64::from(last)), (0.0, 500.0), count);
        prop_assert!(scale.ticks().len() <= count.max(2));
        prop_assert_eq!(scale.ticks().last().copied(), Some(f64::from(last)));
    }

    #[test]
    fn bands_fill_their_range_and_do_not_overlap(n in 1..60_usize, start in 0.0..100.0, extent in 10.0..2000.0, fill in 0.1..1.0) {
        let bands = Bands::over(n, (start, start + extent), fill);
        for i in 0..n {
            let (low, high) = (bands.center(i) - bands.thickness() / 2.0, bands.center(i) + bands.thickness() / 2.0);
            prop_assert!(low >= start - 1e-6 && high <= start + extent + 1e-6);
            prop_assert!(i == 0 || low >= bands.center(i - 1) + bands.thickness() / 2.0 - 1e-6);
        }
    }

    #[test]
    fn ranks_do_not_depend_on_the_order(values in values(), direction in direction(), turn in any::<prop::sample::Index>()) {
        let before = ranks(direction, &values);
        let turn = turn.index(values.len());
        let mut turned = values.clone();
        turned.rotate_left(turn);
        let mut after = ranks(direction, &turned);
        after.rotate_right(turn);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn ranks_do_not_depend_on_the_unit(values in values(), direction in direction(), scale in 1..50_i32, shift in -50..50_i32) {
        let other: Vec<f64> = values.iter().map(|v| v * f64::from(scale) + f64::from(shift)).collect();
        prop_assert_eq!(ranks(direction, &values), ranks(direction, &other));
    }

    #[test]
    fn a_place_is_one_more_than_the_number_of_better_ones(values in values()) {
        for (rank, v) in ranks(Direction::Higher, &values).into_iter().zip(&values) {
            prop_assert_eq!(rank.place, 1 + values.iter().filter(|o| *o > v).count());
            prop_assert_eq!(rank.tied, values.iter().filter(|o| *o == v).count() > 1);
            prop_assert_eq!(rank.of, values.len());
        }
    }

    #[test]
    fn the_gap_to_oneself_is_nothing(v in number()) {
        prop_assert_eq!(gap(v, v).absolute, 0.0);
        prop_assert_eq!(gap(v, v).relative, (v != 0.0).then_some(0.0));
    }

    #[test]
    fn a_gap_turned_round_changes_its_sign(a in number(), b in number()) {
        prop_assert_eq!(gap(a, b).absolute, -gap(b, a).absolute);
    }

    #[test]
    fn a_value_at_the_median_does_not_move_it(values in values(), direction in direction()) {
        let median = |v: &[f64]| Benchmark::over(BenchmarkKind::Median, direction, v).map(|b| b.value);
        let before = median(&values);
        let mut more = values;
        more.extend(before);
        prop_assert_eq!(before, median(&more));
    }

    #[test]
    fn a_benchmark_lies_between_the_least_and_the_most(values in values(), direction in direction()) {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for kind in [BenchmarkKind::Median, BenchmarkKind::Mean, BenchmarkKind::Best] {
            if let Some(b) = Benchmark::over(kind, direction, &values) {
                prop_assert!((low..=high).contains(&b.value), "{kind:?} {}", b.value);
            }
        }
    }
}

/// A stretch of either language, with marks, spaces and long words.
fn piece() -> impl Strategy<Value = Piece> {
    let text = prop_oneof![
        "[温州杭宁波每千人医师,。()“”%0-9]{0,12}",
        "[a-zA-Z ’,.()¥%−0-9-]{0,24}",
        any::<String>().prop_map(|s| s.chars().take(12).collect()),
    ];
    (text, any::<bool>()).prop_map(|(text, keep)| Piece { text, keep })
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn wrapping_loses_no_character(pieces in prop::collection::vec(piece(), 0..8), limit in 1.0..400.0) {
        let lines = wrap(&pieces, Face::regular(12.0), limit);
        let solid = |s: String| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(solid(lines.concat()), solid(joined(&pieces)));
        prop_assert!(lines.iter().all(|l| !l.is_empty()));
    }

    #[test]
    fn what_fits_on_one_line_stays_on_one(pieces in prop::collection::vec(piece(), 1..8)) {
        let face = Face::regular(12.0);
        let text = joined(&pieces);
        let lines = wrap(&pieces, face, width(&text, face) + 1.0);
        prop_assert!(lines.len() <= 1, "{lines:?}");
    }

    #[test]
    fn grouping_changes_no_digit(v in number(), decimals in 0..5_usize) {
        for lang in Lang::ALL {
            let text = grouped(v, decimals, lang);
            let plain: f64 = text.replace(',', "").replace('−', "-").parse().unwrap();
            let slack = 0.5 * duibiao::base::math::pow10(-i32::try_from(decimals).unwrap());
            prop_assert!((plain - v).abs() <= slack * 1.000_001 + v.abs() * 1e-15, "{v} became {text}");
        }
    }
}

/// Any text, hostile ones among them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("<script>alert(1)</script>".to_owned()),
        Just("\"><img src=x onerror=alert(1)>".to_owned()),
        Just("%2C&title=%00;a=b#c?d+e f".to_owned()),
        Just("javascript:alert(1)//\u{202e}\u{0}".to_owned()),
        "[a-z-]{1,12}",
    ]
    .prop_map(|s| s.chars().take(200).collect())
}

/// An id in a list: anything but the comma that separates them.
fn listed() -> impl Strategy<Value = String> {
    text()
        .prop_map(|t| t.replace(',', ";"))
        .prop_filter("an id is not empty", |t| !t.is_empty())
}

fn view() -> impl Strategy<Value = View> {
    let maybe = || prop::option::of(text());
    let ids = (
        prop::option::of(text().prop_filter("a path has an id", |t| !t.is_empty())),
        maybe(),
        prop::option::of(prop::collection::vec(listed(), 0..4)),
        maybe(),
    );
    let times = (
        maybe(),
        maybe(),
        maybe(),
        prop::option::of(any::<u8>()),
        maybe(),
    );
    let choices = (
        prop::sample::select(Lang::ALL.to_vec()),
        prop::option::of(prop::sample::select(ChartId::ALL.to_vec())),
        prop::option::of(prop::sample::select(vec![
            BenchmarkKind::Median,
            BenchmarkKind::Mean,
            BenchmarkKind::Best,
            BenchmarkKind::Target,
            BenchmarkKind::None,
        ])),
        prop::option::of(prop::sample::select(vec![ThemeId::Light, ThemeId::Dark])),
    );
    let settings = (
        prop::option::of(prop::collection::vec(listed(), 0..4)),
        maybe(),
        any_of(Sort::ALL),
        any_of(ScaleKind::ALL),
        any_of(Form::ALL),
        any_of(Origin::ALL),
        maybe(),
        prop::option::of(prop::sample::select(ChartId::ALL.to_vec())),
        (any_of(By::ALL), any_of(Scales::ALL)),
    );
    (ids, times, choices, settings).prop_map(|(ids, times, choices, settings)| View {
        version: None,
        lang: Some(choices.0),
        indicator: ids.0,
        home: ids.1,
        peers: ids.2,
        group: ids.3,
        chart: choices.1,
        period: times.0,
        range: times.1,
        scope: times.2,
        benchmark: choices.2,
        tolerance: times.3,
        theme: choices.3,
        title: times.4,
        beside: settings.0,
        focus: settings.1,
        sort: settings.2,
        scale: settings.3,
        form: settings.4,
        origin: settings.5,
        base: settings.6,
        of: settings.7,
        by: settings.8.0,
        scales: settings.8.1,
    })
}

/// One of the choices that have names, or none.
fn any_of<T: Copy + std::fmt::Debug, const N: usize>(
    known: [(&'static str, T); N],
) -> impl Strategy<Value = Option<T>> {
    prop::option::of((0..N).prop_map(move |i| known[i].1))
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn a_view_comes_back_from_its_address(view in view()) {
        let lang = view.lang().id();
        let indicator = view.indicator.clone().unwrap_or_default();
        let query = view.query();
        prop_assert!(query.is_ascii() && !query.contains([' ', '<', '>', '"', '#']), "{query}");
        prop_assert_eq!(View::parse(lang, &indicator, &query), view);
    }

    #[test]
    fn a_view_comes_back_from_its_json(view in view()) {
        let json = serde_json::to_string(&view).unwrap();
        prop_assert_eq!(serde_json::from_str::<View>(&json).unwrap(), view);
    }

    #[test]
    fn a_period_comes_back_from_its_text(
        year in 0..10_000_i32, month in 1..=12_i32, quarter in 1..=4_i32, half in 1..=2_i32, form in 0..4_i32, length in 1..40_i32,
    ) {
        let mut text = format!("{year:04}");
        let _ = match form {
            0 => write!(text, "-{month:02}"),
            1 => write!(text, "-Q{quarter}"),
            2 => write!(text, "-H{half}"),
            _ if year + length < 10_000 => write!(text, "/{:04}", year + length),
            _ => Ok(()),
        };
        let period: Period = text.parse().unwrap();
        prop_assert_eq!(period.to_string(), text);
    }

    #[test]
    fn months_from_to_come_back_as_the_same_stretch(start in 0..119_000_i32, length in 2..60_i32) {
        let written = |m: i32| format!("{:04}-{:02}", m / 12, m % 12 + 1);
        let text = format!("{}/{}", written(start), written(start + length - 1));
        let period: Period = text.parse().unwrap();
        prop_assert_eq!(period.months(), length);
        prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
    }

    #[test]
    fn what_is_no_period_does_not_panic(text in any::<String>()) {
        let _ = text.parse::<Period>();
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn every_address_gives_a_picture(view in view(), query in any::<String>(), width in 200.0..2000.0, height in 200.0..1500.0) {
        let data = Fixture::whole().data();
        for view in [view, View::parse("en", "", &query)] {
            let figure = figure(&data, &view, Size::new(width, height), Frame::Full);
            let picture = svg(&figure.scene);
            prop_assert!(roxmltree::Document::parse(&picture).is_ok(), "{picture}");
        }
    }
}

#[test]
fn an_answer_that_is_kept_draws_what_a_fresh_one_draws() {
    let (data, answers) = (builtin(), Answers::default());
    let indicator = "doctors-per-1000";
    for query in [
        "",
        "focus=huzhou",
        "period=2010",
        "period=2010&theme=dark",
        "chart=bump",
        "chart=bump&home=nowhere",
        "chart=bump&home=somewhere",
        "chart=scatter&beside=beds-per-1000-residents",
        "peers=jiaxing&sort=name",
    ] {
        for width in [960.0, 320.0] {
            let view = View::parse("zh", indicator, query);
            let size = Size::new(width, 500.0);
            let kept = answers.undescribed(&data, &view, size, Frame::Plot);
            let fresh = undescribed(&data, &view, size, Frame::Plot);
            assert_eq!(kept.scene, fresh.scene, "{query} at {width}");
            assert_eq!(kept.comparison, fresh.comparison, "{query} at {width}");
            assert_eq!(kept.view, fresh.view, "{query} at {width}");
        }
    }
}
