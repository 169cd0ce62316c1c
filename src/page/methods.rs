//! The methods page: how each number is computed, with a real example that is computed when the page is written.
//!
//! The examples are about the default home and indicator wherever these have one; [`super::worked`] makes them.

use maud::{Markup, html};

use super::frame::{Frame, Kind};
use super::worked::Worked;
use super::{Site, path};
use crate::data::Lang;

/// One thing that is computed.
pub(super) struct Method {
    /// Its anchor.
    pub(super) id: &'static str,
    /// What it is called, in both languages.
    pub(super) name: [&'static str; 2],
    /// What it is.
    pub(super) what: [&'static str; 2],
    /// How it is computed, as it can be read aloud.
    pub(super) formula: Option<[&'static str; 2]>,
    /// The same with today's numbers.
    pub(super) example: Option<Markup>,
}

/// Each formula with its numbers filled in: a document for `zh/methods/`.
#[must_use]
pub fn methods_page(site: &Site<'_>, lang: Lang) -> String {
    let place = path::of(site.data, Kind::Methods, site.data.defaults().home);
    let mut frame = Frame::new(site, Kind::Methods, lang, place);
    frame.title = lang
        .pick("方法：每个数怎么算", "Methods: how each number is computed")
        .to_owned();
    lead(lang).clone_into(&mut frame.description);
    let methods = methods(&Worked::new(&frame));
    let content = html! {
        main.paper #content {
            h1 { (lang.pick("方法", "Methods")) }
            p.lead { (lead(lang)) }
            nav.contents aria-label=(lang.pick("本页内容", "On this page")) {
                @for m in &methods { a href={ "#" (m.id) } { (pick(m.name, lang)) } }
            }
            div.methods { @for m in &methods { (section(m, lang)) } }
        }
    };
    frame.document(&content)
}

fn pick([zh, en]: [&'static str; 2], lang: Lang) -> &'static str {
    lang.pick(zh, en)
}

fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "名次、差距、增长和人均都由公布的数直接算出，不估、不补、不加权。下面每条算法都用现有数据算了一遍，点开可以看到那张图。",
        "Ranks, gaps, growth and figures per head follow from published figures alone: nothing is estimated, filled in or weighted. Each rule below is worked through with the present data; a link leads to the view.",
    )
}

fn section(m: &Method, lang: Lang) -> Markup {
    html! {
        section aria-labelledby=(m.id) {
            h2 #(m.id) { (pick(m.name, lang)) }
            p { (pick(m.what, lang)) }
            @if let Some(formula) = m.formula { p.formula { (pick(formula, lang)) } }
            @if let Some(example) = &m.example {
                p.worked { b { (lang.pick("例：", "Example: ")) } (example) }
            }
        }
    }
}

fn methods(worked: &Worked<'_>) -> Vec<Method> {
    let mut all = standing(worked);
    all.extend(over_time(worked));
    all.extend(rules(worked));
    all
}

/// Where home stands.
fn standing(worked: &Worked<'_>) -> Vec<Method> {
    vec![
        Method {
            id: "rank",
            name: ["名次", "Rank"],
            what: [
                "同一指标、同一时间、同一口径里有数的城市从好到差排；数相同的并列，取靠前的名次，后面跳过，如1、2、2、4。总写成“几个里第几”。",
                "Cities with a figure for the same indicator, period and scope are ordered from best to worst. Equal values share the better place and the next is skipped: 1, 2, 2, 4. A rank always says of how many.",
            ],
            formula: Some([
                "名次 = 1 + 比它好的城市数",
                "rank = 1 + number of cities that are better",
            ]),
            example: worked.rank(),
        },
        Method {
            id: "direction",
            name: ["哪头算好", "Which end is better"],
            what: [
                "每个指标事先写明越高越好、越低越好，还是无所谓好坏。无所谓好坏的(如面积、人口)只排先后，不说领先落后，也不进记分卡的统计。",
                "Each indicator states beforehand whether more or less is better, or neither. Where neither is (area, population) there is an order but no better or worse, and it does not count in the scorecard.",
            ],
            formula: None,
            example: worked.directions(),
        },
        Method {
            id: "gap",
            name: ["差距", "Gap"],
            what: [
                "本市减去对方，带单位；百分数的差用百分点。",
                "Home minus the other, in the unit; percentages differ by percentage points.",
            ],
            formula: Some(["差距 = 本市 − 对方", "gap = home − other"]),
            example: worked.gap(),
        },
        Method {
            id: "relative-gap",
            name: ["相对差距", "Relative gap"],
            what: [
                "本市是对方的多少再减一；对方为零或两数一正一负时不算。",
                "Home divided by the other, less one; not computed where the other is zero or the signs differ.",
            ],
            formula: Some([
                "相对差距 = 本市 ÷ 对方 − 1",
                "relative gap = home ÷ other − 1",
            ]),
            example: worked.relative_gap(),
        },
        Method {
            id: "benchmark",
            name: ["中位数", "Benchmark"],
            what: [
                "比较的基准是其他城市的中位数，不含本市：含了就等于一部分在和自己比。",
                "Home is held against the median of the other cities. Home is left out, or it would partly be measured against itself.",
            ],
            formula: Some([
                "基准 = 其他城市的中位数",
                "benchmark = median of the other cities",
            ]),
            example: worked.benchmark(),
        },
        Method {
            id: "share",
            name: ["占比", "Share"],
            what: [
                "只对可以相加的指标，而且各市的数在同一时间都齐全时才算。",
                "Only for indicators that add up, and only where every city has a figure for the same period.",
            ],
            formula: Some(["占比 = 本市 ÷ 各市之和", "share = home ÷ sum of all cities"]),
            example: worked.share(),
        },
    ]
}

/// What changed.
fn over_time(worked: &Worked<'_>) -> Vec<Method> {
    vec![
        Method {
            id: "change",
            name: ["比上年", "Change on the year before"],
            what: [
                "这一年减去上一年，或除以上一年再减一。中间有口径变动就不算。",
                "This year minus the year before, or divided by it less one. Not computed across a break.",
            ],
            formula: Some(["变化 = 本年 − 上年", "change = this year − year before"]),
            example: worked.change(),
        },
        Method {
            id: "growth",
            name: ["年均增长", "Growth a year"],
            what: [
                "从口径一致的头一年到这一年的复合年均增长率。按当年价格计的金额，增长是名义的，含涨价。",
                "The compound annual growth rate from the first comparable year to this one. Amounts at current prices grow nominally: price rises are in it.",
            ],
            formula: Some([
                "年均增长 = (末年 ÷ 首年)^(1 ÷ 年数) − 1",
                "growth = (end ÷ start)^(1 ÷ years) − 1",
            ]),
            example: worked.growth(),
        },
        Method {
            id: "index",
            name: ["指数", "Index"],
            what: [
                "以某一年为100，看其后的快慢；口径变动的另一边没有指数。",
                "The base year is 100, so that paces can be compared; there is no index on the other side of a break.",
            ],
            formula: Some([
                "指数 = 本年 ÷ 基年 × 100",
                "index = this year ÷ base year × 100",
            ]),
            example: worked.index(),
        },
        Method {
            id: "lag",
            name: ["落后几年", "Lag"],
            what: [
                "对方上一次不比本市现在好，是在几年前。只数整年，年份之间不内插；数据开始得更晚时写“超过”。",
                "How many years ago the other was last no better than home is now. Whole years, nothing interpolated; where the data begin later it says “more than”.",
            ],
            formula: Some([
                "落后年数 = 今年 − 对方上一次不比本市现在好的那年",
                "lag = this year − last year in which the other was no better than home is now",
            ]),
            example: worked.lag(),
        },
    ]
}

/// What is compared with what.
fn rules(worked: &Worked<'_>) -> Vec<Method> {
    vec![
        Method {
            id: "per-head",
            name: ["派生指标", "Derived indicators"],
            what: [
                "人均和比率由两个公布的数相除，同一城市、同一年。结果不比原来的数更可靠：原数是估计，结果也标估计；原数的口径变动，结果也断开。",
                "Figures per head and ratios divide two published figures of the same city and year. The result is no surer than its inputs: it takes their estimates, their bounds and their breaks.",
            ],
            formula: Some([
                "派生 = 分子 ÷ 分母 × 每多少",
                "derived = numerator ÷ denominator × per",
            ]),
            example: worked.derived(),
        },
        Method {
            id: "break",
            name: ["口径变动", "Breaks"],
            what: [
                "数的意思变了的地方记为变动，写明原因。变动前后不算变化、增长、指数和落后年数，也不连线。变动由人逐条记录，程序不猜。",
                "Where a series changes its meaning, the break is recorded with its reason. No change, growth, index or lag is computed across it, and no line drawn. Breaks are recorded by hand; the program guesses none.",
            ],
            formula: None,
            example: worked.broken(),
        },
        Method {
            id: "scope",
            name: ["口径", "Scope"],
            what: [
                "数的范围不同就不放在一起排。默认用本市有数、且同口径城市最多的那个口径；其他口径的数并列在旁，不排名。",
                "Figures that count different things are never ranked together. The scope used is the one in which home has a figure and most cities have one too; others stand beside, without a rank.",
            ],
            formula: None,
            example: worked.scope(),
        },
        Method {
            id: "period",
            name: ["用哪一年", "Which period"],
            what: [
                "默认用本市有数、且有数的城市最多的那一期，几期一样多就用最近的，而不是最新的一期：三个市的名次不如十一个市的说明问题。",
                "The period shown first is the one in which home and most cities have a figure, the latest of equals; not simply the latest: a rank among three says less than one among eleven.",
            ],
            formula: None,
            example: worked.period(),
        },
        Method {
            id: "tolerance",
            name: ["容许相差几年", "Tolerance"],
            what: [
                "默认不同年份不放在一起比。读者可以允许相差一两年，这时每个借用的年份都标在城市旁边。",
                "Different years are not compared unless the reader allows it. Then a missing value may come from a year or two away, and that year stands beside the city.",
            ],
            formula: None,
            example: None,
        },
    ]
}
