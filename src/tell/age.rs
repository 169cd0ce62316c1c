//! What is said of a population by age and sex: its title, description, table, sources and tooltips.
//!
//! The indicator of the view is not spoken of: a pyramid is about the population.

use super::notice::notice;
use super::number::{grouped, percent};
use super::period::period;
use super::phrase::chinese_marks;
use super::source::{SourceCard, card, whose};
use super::table::{Cell, Column, Row, Table, column, source_column};
use super::tip::{TipLine, line};
use crate::compare::{Ages, Band, Comparison, Member};
use crate::data::{Dataset, Lang, Period, RegionId, SourceId};
use crate::error::{Notice, NoticeKind};
use crate::text::Piece;

/// The three parts of a population that are always told: children, those of working age, the old.
pub(crate) const PARTS: [(u32, Option<u32>); 3] = [(0, Some(14)), (15, Some(64)), (65, None)];

/// 45–49岁 · 85岁及以上 · 85 and over
pub(crate) fn ages(from: u32, to: Option<u32>, lang: Lang) -> String {
    match to {
        Some(to) => lang.pick(format!("{from}–{to}岁"), format!("{from}–{to}")),
        None => lang.pick(format!("{from}岁及以上"), format!("{from} and over")),
    }
}

/// A share of a population with two decimals, as censuses give it.
pub(crate) fn share(ratio: f64, lang: Lang) -> String {
    format!("{}%", grouped(ratio * 100.0, 2, lang))
}

/// The shares of the three parts: 0–14岁 15.28% · 15–64岁 73.01% · 65岁及以上 11.71%
pub(crate) fn parts(ages_of: &Ages, lang: Lang) -> String {
    let told = PARTS.iter().filter_map(|(from, to)| {
        let part = share(ages_of.share(*from, *to)?, lang);
        let colon = lang.pick("", ":");
        Some(format!("{}{colon} {part}", ages(*from, *to, lang)))
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// The first peer that was counted.
pub(crate) fn peer<'c>(data: &Dataset, c: &'c Comparison) -> Option<(&'c Member, Vec<Ages>)> {
    let counted = c.peers().into_iter().map(|m| (m, Ages::of(data, m.region)));
    counted.into_iter().find(|(_, ages)| !ages.is_empty())
}

/// Nobody was counted there.
pub(crate) fn none(data: &Dataset, region: RegionId, lang: Lang) -> String {
    let name = data.region(region).name.get(lang);
    lang.pick(
        format!("{name}没有分年龄和性别的人口数据"),
        format!("{name} has no figures of population by age and sex"),
    )
}

/// The title in ever shorter forms: the part of the old, its change since the census before, and the peer's.
pub(super) fn titles(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<Vec<Piece>> {
    let home = c.question.home;
    let name = data.region(home).name.get(lang);
    let all = Ages::of(data, home);
    let Some((now, old)) = all.last().and_then(|a| Some((a, a.share(65, None)?))) else {
        return vec![vec![Piece::flow(none(data, home, lang))]];
    };
    let when = period(now.period, lang);
    let part = share(old, lang);
    let mut title = match lang {
        Lang::Zh => vec![
            Piece::keep(when),
            Piece::keep(name),
            Piece::flow("人口中"),
            Piece::keep("65岁及以上"),
            Piece::keep(format!("占{part}")),
        ],
        Lang::En => vec![
            Piece::keep(part),
            Piece::flow(" of "),
            Piece::keep(format!("{name}’s")),
            Piece::flow(" people were 65 or older in "),
            Piece::keep(when),
        ],
    };
    let mut ladder = vec![title.clone()];
    let before = all
        .len()
        .checked_sub(2)
        .and_then(|i| Some((&all[i], all[i].share(65, None)?)));
    if let Some((before, was)) = before {
        title.extend(change(before.period, old - was, lang));
        ladder.push(title.clone());
    }
    if let Some((member, ages)) = peer(data, c)
        && let Some(last) = ages.last()
        && last.period == now.period
        && let Some(theirs) = last.share(65, None)
    {
        let name = data.region(member.region).name.get(lang);
        title.push(Piece::flow(lang.pick("，", "; ")));
        title.push(Piece::keep(name));
        title.push(Piece::keep(lang.pick(
            format!("为{}", share(theirs, lang)),
            format!(": {}", share(theirs, lang)),
        )));
        ladder.push(title);
    }
    ladder.reverse();
    ladder
}

fn change(since: Period, points: f64, lang: Lang) -> Vec<Piece> {
    let size = grouped((points * 100.0).abs(), 2, lang);
    let since = period(since, lang);
    let more = points >= 0.0;
    match lang {
        Lang::Zh => vec![
            Piece::flow("，"),
            Piece::flow("比"),
            Piece::keep(since),
            Piece::keep(format!("{}{size}个百分点", if more { "高" } else { "低" })),
        ],
        Lang::En => vec![
            Piece::flow(", "),
            Piece::keep(format!("{size} points")),
            Piece::flow(if more {
                " more than in "
            } else {
                " less than in "
            }),
            Piece::keep(since),
        ],
    }
}

/// The line under the title.
pub(super) fn subtitle(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    let what = lang.pick("分年龄和性别的人口", "Population by age and sex");
    let text = match &Ages::of(data, c.question.home)[..] {
        [] => what.to_owned(),
        [now] => format!("{what} · {}", period(now.period, lang)),
        [.., before, now] => {
            let (now, before) = (period(now.period, lang), period(before.period, lang));
            lang.pick(
                format!("{what} · {now}，轮廓线为{before}"),
                format!("{what} · {now}; outline: {before}"),
            )
        }
    };
    chinese_marks(text, lang)
}

/// Who is shown: home and the first peer that was counted.
fn shown(data: &Dataset, c: &Comparison) -> Vec<(RegionId, Vec<Ages>)> {
    let home = (c.question.home, Ages::of(data, c.question.home));
    let peer = peer(data, c).map(|(m, ages)| (m.region, ages));
    std::iter::once(home).chain(peer).collect()
}

/// The text alternative: the title and the three parts of each.
pub(super) fn describe(data: &Dataset, c: &Comparison, title: &str, lang: Lang) -> String {
    let mut sentences = vec![format!("{title}{}", lang.pick("。", "."))];
    for (region, all) in shown(data, c) {
        for ages in all.iter().rev() {
            let (name, when) = (
                data.region(region).name.get(lang),
                period(ages.period, lang),
            );
            let parts = parts(ages, lang).replace(" · ", lang.pick("、", ", "));
            sentences.push(lang.pick(
                format!("{name}{when}：{parts}。"),
                format!("{name}, {when}: {parts}."),
            ));
        }
    }
    chinese_marks(sentences.join(lang.pick("", " ")), lang)
}

/// A row for each of the shown, each time and each band.
pub(super) fn table(data: &Dataset, c: &Comparison, lang: Lang) -> Table {
    let mut rows = Vec::new();
    for (region, all) in shown(data, c) {
        for ages in all.iter().rev() {
            rows.extend(ages.bands.iter().map(|b| row(data, region, ages, b, lang)));
        }
    }
    let head =
        |key, zh: &str, en: &str, numeric| column(key, lang.pick(zh, en).to_owned(), numeric);
    let columns: Vec<Column> = vec![
        head("city", "城市", "City", false),
        head("period", "年份", "Year", false),
        head("age", "年龄", "Age", false),
        head("male", "男(人)", "Men", true),
        head("female", "女(人)", "Women", true),
        head("male-share", "男占总人口", "Men, share of all", true),
        head("female-share", "女占总人口", "Women, share of all", true),
        source_column(lang),
    ];
    Table {
        caption: subtitle(data, c, lang),
        columns,
        rows,
        legend: Vec::new(),
    }
}

fn row(data: &Dataset, region: RegionId, all: &Ages, b: &Band, lang: Lang) -> Row {
    let text = |text: String| Cell::from(text);
    let counted = |value: f64| Cell {
        value: Some(value),
        ..Cell::from(grouped(value, 0, lang))
    };
    let part = |value: f64| Cell::from(share(value / all.total(), lang));
    let region = data.region(region);
    Row {
        region: region.id.clone(),
        period: all.period.to_string(),
        cells: vec![
            text(region.name.get(lang).to_owned()),
            text(period(all.period, lang)),
            text(ages(b.from, b.to, lang)),
            counted(b.male),
            counted(b.female),
            part(b.male),
            part(b.female),
            origin(data, all.source, lang),
        ],
    }
}

fn origin(data: &Dataset, source: SourceId, lang: Lang) -> Cell {
    let link = TipLine {
        label: lang.pick("来源", "Source").to_owned(),
        value: whose(data, source, lang),
        url: data.source(source).url.clone(),
    };
    Cell {
        text: link.value.clone(),
        links: vec![link],
        ..Cell::default()
    }
}

fn used(data: &Dataset, c: &Comparison) -> Vec<SourceId> {
    let mut used = Vec::new();
    for ages in shown(data, c)
        .into_iter()
        .flat_map(|(_, all)| all.into_iter().rev())
    {
        if !used.contains(&ages.source) {
            used.push(ages.source);
        }
    }
    used
}

/// The one-line source.
pub(super) fn foot(data: &Dataset, c: &Comparison, lang: Lang) -> String {
    let mut names: Vec<String> = used(data, c)
        .into_iter()
        .map(|s| whose(data, s, lang))
        .collect();
    names.dedup();
    if names.is_empty() {
        return String::new();
    }
    let names = names.join(lang.pick("；", "; "));
    chinese_marks(format!("{}{names}", lang.pick("来源：", "Source: ")), lang)
}

/// The cards of the sources.
pub(super) fn cards(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<SourceCard> {
    let covers = lang.pick("分年龄和性别的人口", "Population by age and sex");
    let all = used(data, c).into_iter();
    all.map(|s| card(data, s, covers.to_owned(), lang))
        .collect()
}

/// What must be told: an unknown id, and who was not counted.
pub(super) fn notices(data: &Dataset, c: &Comparison, lang: Lang) -> Vec<String> {
    let replaced = |n: &&Notice| matches!(n.kind, NoticeKind::UnknownId | NoticeKind::NotRepeated);
    let replaced = c
        .notices
        .iter()
        .filter(replaced)
        .map(|n| notice(data, n, lang));
    let members = std::iter::once(c.home()).chain(c.peers());
    let absent = members.filter(|m| Ages::of(data, m.region).is_empty());
    let told = replaced.chain(absent.map(|m| none(data, m.region, lang)));
    told.map(|text| chinese_marks(text, lang)).collect()
}

/// What a tooltip says about a band of a region (from 1), or about its parts.
pub(crate) fn tip(
    data: &Dataset,
    region: RegionId,
    when: Option<Period>,
    place: u16,
    lang: Lang,
) -> Vec<TipLine> {
    let all = Ages::of(data, region);
    let ages_then = all
        .iter()
        .rev()
        .find(|a| when.is_none_or(|w| a.period == w));
    let Some(now) = ages_then else {
        return vec![line(
            lang.pick("人口", "Population"),
            none(data, region, lang),
        )];
    };
    let band = usize::from(place)
        .checked_sub(1)
        .and_then(|i| now.bands.get(i));
    let mut lines = vec![line(lang.pick("时间", "Year"), period(now.period, lang))];
    match band {
        Some(b) => {
            lines.push(line(lang.pick("年龄", "Age"), ages(b.from, b.to, lang)));
            for (label, value) in [
                (lang.pick("男", "Men"), b.male),
                (lang.pick("女", "Women"), b.female),
            ] {
                let count = grouped(value, 0, lang);
                let part = share(value / now.total(), lang);
                lines.push(line(
                    label,
                    lang.pick(format!("{count}人({part})"), format!("{count} ({part})")),
                ));
            }
        }
        None => lines.extend(PARTS.iter().filter_map(|(from, to)| {
            let part = percent(now.share(*from, *to)?, lang);
            Some(line(&ages(*from, *to, lang), part))
        })),
    }
    lines.extend(origin(data, now.source, lang).links);
    lines
}
