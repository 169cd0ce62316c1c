//! No text of any figure has a flaw: every home × indicator × chart × language is read.

use duibiao::base::Size;
use duibiao::data::{Dataset, Lang, builtin};
use duibiao::figure::{Frame, figure};
use duibiao::tell::Words;
use duibiao::text::has_glyph;
use duibiao::view::{ChartId, View};

/// What is written by people and quoted: definitions and notes.
fn quoted(w: &Words) -> impl Iterator<Item = &str> {
    let scopes = w.other_figures.iter().map(|o| &o.scope);
    let all = [&w.definition]
        .into_iter()
        .chain(&w.scope)
        .chain(&w.notices);
    all.chain(scopes).map(String::as_str)
}

/// What the program itself says in sentences and cells.
fn made(w: &Words) -> impl Iterator<Item = &str> {
    let alone = [&w.title, &w.subtitle, &w.description, &w.indicator, &w.foot];
    let cells = w.table.rows.iter().flat_map(|r| &r.cells);
    let cells = cells.map(|c| &c.text);
    let heads = w.table.columns.iter().map(|c| &c.label);
    alone
        .into_iter()
        .chain(&w.formula)
        .chain(cells)
        .chain(heads)
        .chain(&w.period_labels)
        .chain(w.other_figures.iter().flat_map(|o| [&o.value, &o.period]))
        .map(String::as_str)
}

/// A number of five digits or more before 万, which a reader would have to count.
fn too_many_wan(text: &str) -> bool {
    text.match_indices('万').any(|(at, _)| {
        let before: String = text[..at]
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || ",.".contains(*c))
            .filter(|c| *c != ',')
            .collect();
        let number: String = before.chars().rev().collect();
        number
            .trim_matches('.')
            .parse()
            .is_ok_and(|n: f64| n >= 10_000.0)
    })
}

fn flaw(text: &str) -> Option<String> {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .find(|w| ["NaN", "inf", "None", "undefined", "null"].contains(w));
    if let Some(word) = word {
        return Some(format!("says {word}"));
    }
    let double = ["  ", ",,", ", ,", "，，", "。。", "..", ",。", ";;", "()"];
    if let Some(pair) = double.iter().find(|d| text.contains(**d)) {
        return Some(format!("has {pair:?}"));
    }
    if text != text.trim() {
        return Some("begins or ends with a space".to_owned());
    }
    let strange = text.chars().find(|c| !has_glyph(*c));
    strange.map(|c| format!("has no glyph for {c:?}"))
}

#[test]
fn five_digits_before_wan_are_found() {
    assert!(too_many_wan("共10,000万元") && too_many_wan("12345.6万"));
    assert!(!too_many_wan("9,999万元") && !too_many_wan("每10万人") && !too_many_wan("万"));
}

/// Every home × indicator × chart × language.
#[test]
fn no_text_of_any_figure_has_a_flaw() {
    let data = builtin();
    let homes = &data.group(data.defaults().group).members;
    let mut flaws: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = homes
            .iter()
            .map(|home| scope.spawn(|| flaws_of(&data, &data.region(*home).id)))
            .collect();
        workers
            .into_iter()
            .flat_map(|w| w.join().unwrap())
            .collect()
    });
    flaws.sort();
    flaws.dedup();
    let first: Vec<_> = flaws.iter().take(20).collect();
    assert!(flaws.is_empty(), "{} flaws: {first:#?}", flaws.len());
}

fn flaws_of(data: &Dataset, home: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    for (_, indicator) in data.indicators() {
        for chart in ChartId::ALL {
            for lang in Lang::ALL {
                let view = View {
                    home: Some(home.to_owned()),
                    indicator: Some(indicator.id.clone()),
                    chart: Some(chart),
                    lang: Some(lang),
                    ..View::default()
                };
                let figure = figure(data, &view, Size::new(320.0, 528.0), Frame::Plot);
                let words = figure.words(data);
                let name = data.region(figure.comparison.question.home).name.get(lang);
                if !words.title.contains(name) {
                    flaws.push(format!("{:?} does not name {name}", words.title));
                }
                // the page keeps such a piece whole and drops the spaces at its ends
                let pieces = words.title_pieces.iter();
                let spaced = pieces.filter(|p| p.keep && p.text.trim() != p.text);
                flaws.extend(spaced.map(|p| format!("{:?} is kept with its space", p.text)));
                let mut notices = words.notices.clone();
                notices.sort();
                let twice = notices.windows(2).filter(|w| w[0] == w[1]);
                flaws.extend(twice.map(|w| format!("{:?} is told twice", w[0])));
                let all = made(&words).chain(quoted(&words));
                for text in all.filter(|t| !t.is_empty()) {
                    flaws.extend(flaw(text).map(|flaw| format!("{text:?} {flaw}")));
                }
                let counted = made(&words).filter(|t| lang == Lang::Zh && too_many_wan(t));
                flaws.extend(counted.map(|t| format!("{t:?} counts 10,000 and more 万")));
            }
        }
    }
    flaws
}
