//! Short phrases that sentences, tables and labels share: a bounded amount, a marked number, a rank.
//!
//! Whole sentences are made of them in [`super::sentence`].

use super::amount;
use crate::compare::{Comparison, Rank, Reading, Role};
use crate::data::{Bound, Dataset, Direction, Indicator, Kind, Lang, Period, Status};

/// An amount with what must be said of it: 超3,000家, about 47,000, 35.54亿元(估计).
#[must_use]
pub fn bounded(data: &Dataset, indicator: &Indicator, lang: Lang, reading: &Reading) -> String {
    let value = match reading.bound {
        Bound::Exact => amount(indicator, data.unit(indicator.unit), lang, reading.value),
        // a rough figure has no decimals that its source does not give
        _ => super::words::exact(data, indicator, reading.value, lang),
    };
    let text = match (lang, reading.bound) {
        (_, Bound::Exact) => value,
        (Lang::Zh, Bound::About) => format!("约{value}"),
        (Lang::Zh, Bound::AtLeast) => format!("至少{value}"),
        (Lang::Zh, Bound::AtMost) => format!("至多{value}"),
        (Lang::En, Bound::About) => format!("about {value}"),
        (Lang::En, Bound::AtLeast) => format!("at least {value}"),
        (Lang::En, Bound::AtMost) => format!("at most {value}"),
    };
    match reading.status {
        Status::E => lang.pick(format!("{text}(估计)"), format!("{text} (estimate)")),
        Status::P => lang.pick(format!("{text}(初步)"), format!("{text} (provisional)")),
        Status::U => lang.pick(
            format!("{text}(可靠性低)"),
            format!("{text} (low reliability)"),
        ),
        _ => text,
    }
}

/// A bare number with the sign of what it is: `≥500`, `约47,000`, `35.54(估计)`, `1000(目标)`.
#[must_use]
pub fn marked(number: &str, reading: &Reading, lang: Lang) -> String {
    let bound = match reading.bound {
        Bound::Exact => "",
        Bound::About => lang.pick("约", "~"),
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
    };
    let word = match (reading.kind, reading.status) {
        (Kind::Target, _) => Some(lang.pick("目标", "target")),
        (Kind::Actual, Status::A) => None,
        (Kind::Actual, status) => Some(super::table::status(status, lang)),
    };
    match word {
        Some(word) => lang.pick(
            format!("{bound}{number}({word})"),
            format!("{bound}{number} ({word})"),
        ),
        None => format!("{bound}{number}"),
    }
}

/// 居全省11市第8位 · 8th of Zhejiang’s 11 cities
///
/// Where not everyone has a value the words say among how many, and a neutral indicator has an order but no ranking.
/// A place among doubtful figures is no firmer than they are: the words name the cities whose figures have low reliability.
#[must_use]
pub fn rank_phrase(data: &Dataset, c: &Comparison, rank: Rank, lang: Lang) -> String {
    rank_phrase_at(data, c, rank, c.period, lang)
}

/// The same of a place in another period than the one that is compared.
pub(super) fn rank_phrase_at(
    data: &Dataset,
    c: &Comparison,
    rank: Rank,
    when: Option<Period>,
    lang: Lang,
) -> String {
    let mut text = place_phrase(data, c, rank, lang);
    let status = |i: usize| {
        let reading = match when {
            Some(p) if when != c.period => c.series[i].at(p),
            _ => c.members[i].reading.as_ref(),
        };
        reading.map(|r| r.status)
    };
    let doubtful: Vec<&str> = (0..c.members.len())
        .filter(|i| c.members[*i].in_group && c.members[*i].role != Role::Home)
        .filter(|i| status(*i) == Some(Status::U))
        .map(|i| data.region(c.members[i].region).name.get(lang))
        .collect();
    if !doubtful.is_empty() {
        let names = doubtful.join(lang.pick("、", ", "));
        text += &lang.pick(
            format!("({names}的数可靠性低)"),
            format!(" (low reliability: {names})"),
        );
    }
    text
}

fn place_phrase(data: &Dataset, c: &Comparison, rank: Rank, lang: Lang) -> String {
    let group = data.group(c.question.group);
    let (name, noun) = (group.name.get(lang), group.noun.get(lang));
    let (n, of) = (rank.of, c.group_size);
    let neutral = data.indicator(c.question.indicator).direction == Direction::Neutral;
    let place = rank.place;
    match lang {
        Lang::Zh => {
            let among = if n == of {
                format!("{name}{n}{noun}")
            } else {
                format!("{name}{of}{noun}中有数据的{n}{noun}")
            };
            let order = if neutral { "由高到低" } else { "" };
            // "tied 5th of 11" hides that nobody is behind
            if rank.tied && rank.last {
                return format!("与另{}{noun}并列{among}末位", rank.sharing);
            }
            let tied = if rank.tied { "并列" } else { "" };
            format!("居{among}{order}{tied}第{place}位")
        }
        Lang::En => {
            let among = if n == of {
                format!("of {name}’s {n} {noun}")
            } else {
                format!("of the {n} of {name}’s {of} {noun} that have a figure")
            };
            if rank.tied && rank.last {
                let n = rank.sharing;
                let others = if n == 1 { "other" } else { "others" };
                return format!("joint last {among}, with {n} {others}");
            }
            let tied = if rank.tied { "joint " } else { "" };
            match (neutral, place) {
                (false, _) => format!("{tied}{} {among}", ordinal(place)),
                (true, 1) => format!("{tied}highest {among}"),
                (true, _) => format!("{tied}{} highest {among}", ordinal(place)),
            }
        }
    }
}

/// A text from the data in Chinese with full-width commas, colons and semicolons; numbers keep theirs.
///
/// The program's own words have them already.
pub(crate) fn chinese_marks(text: String, lang: Lang) -> String {
    if lang == Lang::En {
        return text;
    }
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: Option<usize>| {
        i.and_then(|i| chars.get(i))
            .is_some_and(char::is_ascii_digit)
    };
    let wide = |(i, c): (usize, &char)| match c {
        ',' | ':' if digit(i.checked_sub(1)) && digit(Some(i + 1)) => *c,
        ':' if chars.get(i + 1) == Some(&'/') => *c,
        ',' => '，',
        ':' => '：',
        ';' => '；',
        other => *other,
    };
    chars.iter().enumerate().map(wide).collect()
}

/// 1st, 2nd, 3rd, 4th, 11th …
pub(crate) fn ordinal(n: usize) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals_follow_english() {
        let all: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            all,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st",
                "111th"
            ]
        );
    }
}
