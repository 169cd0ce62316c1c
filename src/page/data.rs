//! The data page: what there is, what is missing, whose it is, and all of it to take away.
//!
//! Its tables are made in [`super::holdings`]; the files that it offers by [`crate::export`].

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::{Site, holdings, path};
use crate::data::{Dataset, Lang, Tier};
use crate::export::{COLUMNS, FORMAT};
use crate::tell::{self, grouped, period};

/// The files with all data, as they were written: their sizes stand beside the links.
#[derive(Clone, Copy, Debug, Default)]
pub struct Downloads {
    /// Bytes of `data/duibiao.csv`.
    pub csv: usize,
    /// Bytes of `data/duibiao.json`.
    pub json: usize,
}

/// All that is known and where from: a document for `zh/data/`.
#[must_use]
pub fn data_page(site: &Site<'_>, lang: Lang, downloads: Downloads) -> String {
    let place = path::of(site.data, Kind::Data, site.data.defaults().home);
    let mut frame = Frame::new(site, Kind::Data, lang, place);
    frame.title = lang
        .pick("数据：来源、缺口与下载", "Data: sources, gaps, downloads")
        .to_owned();
    frame.description = summary(site.data, lang);
    let sections = sections(&frame);
    let content = html! {
        main.paper #content {
            h1 { (lang.pick("数据", "Data")) }
            p.lead { (summary(site.data, lang)) }
            (offer(&frame, downloads))
            nav.contents aria-label=(lang.pick("本页内容", "On this page")) {
                @for (id, name, _) in &sections { a href={ "#" (id) } { (name) } }
            }
            @for (id, name, body) in &sections {
                section aria-labelledby=(id) { h2 #(id) { (name) } (body) }
            }
        }
    };
    frame.document(&content)
}

/// The sections that have something to say: id, heading, content.
fn sections(frame: &Frame<'_>) -> Vec<(&'static str, String, Markup)> {
    let (data, lang) = (frame.site.data, frame.lang);
    let (gaps, breaks) = (holdings::gaps(frame), holdings::breaks(frame));
    let named = |name: &str, n: usize| lang.pick(format!("{name}({n})"), format!("{name} ({n})"));
    let mut all = vec![
        (
            "tiers",
            lang.pick("来源分三级", "Three tiers of sources").to_owned(),
            tiers(data, lang),
        ),
        (
            "coverage",
            lang.pick("每项指标有哪些数", "What each indicator covers")
                .to_owned(),
            holdings::coverage(frame),
        ),
    ];
    if let Some((n, table)) = gaps {
        all.push((
            "gaps",
            named(lang.pick("缺的数", "Figures that are missing"), n),
            table,
        ));
    }
    if let Some((n, table)) = breaks {
        all.push((
            "breaks",
            named(lang.pick("口径变动", "Breaks in series"), n),
            table,
        ));
    }
    all.push((
        "sources",
        named(lang.pick("全部来源", "All sources"), data.sources().len()),
        holdings::sources(frame),
    ));
    all.push((
        "licences",
        lang.pick("许可", "Licences").to_owned(),
        licences(frame),
    ));
    all.push((
        "form",
        lang.pick("文件格式", "Form of the files").to_owned(),
        form(lang),
    ));
    all
}

/// How much there is, in one sentence.
fn summary(data: &Dataset, lang: Lang) -> String {
    let all = || data.indicators().flat_map(|(id, _)| data.observations(id));
    let figures = all()
        .filter(|o| o.value.is_some() || o.reported.is_some())
        .count();
    let latest = holdings::latest(data).map_or(String::new(), |p| period(p, lang));
    let count = |n: usize| grouped(holdings::real(n), 0, lang);
    let (indicators, sources) = (data.indicators().count(), data.sources().len());
    let figures = count(figures);
    lang.pick(
        format!("{indicators}项指标，{figures}个数，{sources}个来源，数据到{latest}。每个数都写明出处；没有的数就空着；我们不估、不补，来源自己的估计都有标注。"),
        format!("{indicators} indicators, {figures} figures, {sources} sources, up to {latest}. Every figure names its source; what is missing stays missing. We estimate nothing; estimates by sources are marked."),
    )
}

/// The files to take away.
fn offer(frame: &Frame<'_>, sizes: Downloads) -> Markup {
    let lang = frame.lang;
    let size = |bytes: usize| format!("{} KB", grouped(holdings::real(bytes) / 1000.0, 0, lang));
    let files = [
        (
            "duibiao.csv",
            "CSV",
            size(sizes.csv),
            lang.pick(
                "一行一个数，Excel 可直接打开",
                "one line a figure, opens in Excel",
            ),
        ),
        (
            "duibiao.json",
            "JSON",
            size(sizes.json),
            lang.pick(
                "含指标说明、来源、口径变动和人口金字塔",
                "with definitions, sources, breaks and population pyramids",
            ),
        ),
    ];
    html! {
        ul.offer {
            @for (name, kind, size, what) in files {
                li {
                    a href=(frame.at(&format!("data/{name}"))) download=(name) {
                        (lang.pick("下载全部数据 ", "Download all data as ")) (kind)
                    }
                    " " span.aside { (size) " · " (what) }
                }
            }
        }
    }
}

fn tiers(data: &Dataset, lang: Lang) -> Markup {
    let figures = holdings::by_source(data);
    let count = |tier: Tier| {
        let own = || {
            data.sources()
                .iter()
                .zip(&figures)
                .filter(|(s, _)| s.tier == tier)
        };
        (own().count(), own().map(|(_, f)| f.figures).sum::<usize>())
    };
    html! {
        p { (lang.pick(
            "同一个数有几个来源时，用级别高的，理由写在该数旁边；其余的列在指标页“其他数字”里。",
            "Where several sources give the same figure, the higher tier is used and the reason stands beside it; the others are listed on the indicator’s page under “Other figures”.",
        )) }
        p { (adds_up(data, lang)) }
        dl.tiers {
            @for tier in [Tier::A, Tier::B, Tier::C] {
                @let (sources, figures) = count(tier);
                @let (n, figures) = (figures, grouped(holdings::real(figures), 0, lang));
                div {
                    dt { (tell::tier_letter(tier)) }
                    dd {
                        (tell::tier(tier, lang)) ": "
                        (lang.pick(format!("{sources}个来源，{figures}个数"), format!("{}, {}", several(sources, "source", "sources"), several(n, "figure", "figures"))))
                    }
                }
            }
        }
    }
}

/// What the tiers hold together: the figures of the indicators and those of the population pyramids; and how many rest on tier C.
fn adds_up(data: &Dataset, lang: Lang) -> String {
    let all = data.indicators().flat_map(|(id, _)| data.observations(id));
    let told = all.filter(|o| o.value.is_some() || o.reported.is_some());
    let tiers: Vec<Tier> = told.map(|o| data.source(o.source).tier).collect();
    let third = tiers.iter().filter(|t| **t == Tier::C).count();
    let carried = holdings::by_source(data);
    let total: usize = carried.iter().map(|c| c.figures).sum();
    let count = |n: usize| grouped(holdings::real(n), 0, lang);
    let (own, third) = (count(tiers.len()), count(third));
    let (ages, total) = (count(total - tiers.len()), count(total));
    lang.pick(
        format!("三级合计{total}个数：指标的{own}个，加上人口金字塔里分年龄、性别的{ages}个。指标的数里有{third}个出自C级来源。"),
        format!("The tiers together hold {total} figures: {own} of the indicators and {ages} by age and sex in the population pyramids. Of those of the indicators, {third} rest on tier C."),
    )
}

/// A number with its noun in English.
pub(super) fn several(n: usize, one: &str, more: &str) -> String {
    let number = grouped(holdings::real(n), 0, Lang::En);
    format!("{number} {}", if n == 1 { one } else { more })
}

/// Each licence with what it covers, the widest first.
fn licences(frame: &Frame<'_>) -> Markup {
    let (data, lang) = (frame.site.data, frame.lang);
    let rows = holdings::by_licence(data, lang);
    html! {
        p { (lang.pick(
            "这里只引用他人公布的单个数字，不给出任何人的数据库、文件或文字的使用权；程序的许可是 MIT 或 Apache-2.0，不包括数据。",
            "Only single published figures are cited; nobody’s database, file or text is licensed here. The program is under MIT or Apache-2.0, the data are not.",
        )) }
        ul.plain {
            @for (licence, sources, figures) in &rows {
                li { (licence) ": " (lang.pick(
                    format!("{sources}个来源，{figures}个数"),
                    format!("{}, {}", several(*sources, "source", "sources"), several(*figures, "figure", "figures")),
                )) }
            }
        }
        p { a href=(frame.at("data/LICENCES.md")) { (lang.pick("逐个来源的许可说明", "The terms, source by source")) } }
    }
}

/// How the two files are read.
fn form(lang: Lang) -> Markup {
    html! {
        p { (lang.pick(
            "CSV 是 UTF-8(带 BOM)，一行一个数；缺的数也占一行，值空着，原因写在 note 一栏。派生指标(如每千人医师)不在 CSV 里，算法写在 JSON 的 formula 里。",
            "The CSV is UTF-8 with a byte order mark, one line a figure; a missing figure has its line too, with an empty value and the reason under note. Derived indicators (doctors per 1,000, say) are not in the CSV; their formula is in the JSON.",
        )) }
        p { (lang.pick("CSV 各栏：", "Columns of the CSV: ")) }
        p.columns-list { @for name in COLUMNS { code { (name) } " " } }
        dl.codes {
            @for (code, what) in codes(lang) { div { dt { code { (code) } } dd { (what) } } }
        }
        p { (lang.pick(
            format!("JSON 是一个对象(format {FORMAT})：regions、groups、themes、indicators、sources、figures、breaks、pyramids。figures 里 kind、status、bound、scope 为常值(actual、A、exact、主要口径)时不写。"),
            format!("The JSON is one object (format {FORMAT}): regions, groups, themes, indicators, sources, figures, breaks, pyramids. In figures, kind, status, bound and scope are left out where they are as usual (actual, A, exact, main scope)."),
        )) }
    }
}

fn codes(lang: Lang) -> [(&'static str, &'static str); 4] {
    [
        ("kind", lang.pick("actual 实际值，target 目标", "actual: what was; target: what is to be")),
        ("status", lang.pick(
            "A 正常，P 初步，E 估计，D 定义不同，U 可靠性低；O 来源未给出，L 有此数但未收集到，M 不可能有",
            "A normal, P provisional, E estimate, D definition differs, U low reliability; O missing in the source, L exists but was not collected, M cannot exist",
        )),
        ("bound", lang.pick("exact 原数，about 约，at-least 至少，at-most 至多", "exact, about, at-least, at-most: how the source states it")),
        ("scope", lang.pick("口径；空着是主要口径", "what exactly was counted; empty is the main scope")),
    ]
}
