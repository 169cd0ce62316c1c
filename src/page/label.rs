//! The fixed words of the served page in both languages: headings and hints.
//!
//! What belongs to a figure comes from [`crate::tell`]; the names of the live controls are in the script.

use crate::data::Lang;

/// The fixed words of one language.
pub(super) struct Label {
    /// The language, as HTML names it.
    pub(super) tag: &'static str,
    pub(super) site: &'static str,
    pub(super) skip: &'static str,
    /// The way to the other pages.
    pub(super) menu: &'static str,
    pub(super) explorer: &'static str,
    pub(super) scorecard: &'static str,
    pub(super) city: &'static str,
    pub(super) facts: &'static str,
    pub(super) data: &'static str,
    pub(super) methods: &'static str,
    pub(super) charts: &'static str,
    /// The other language, in its own words.
    pub(super) other: &'static str,
    pub(super) without_script: &'static str,
    /// The same in a frame on another page, before a link to the site.
    pub(super) framed: &'static str,
    pub(super) controls: &'static str,
    pub(super) table: &'static str,
    pub(super) notices: &'static str,
    /// Before and after the number of what is folded.
    pub(super) more: (&'static str, &'static str),
    pub(super) definition: &'static str,
    pub(super) formula: &'static str,
    pub(super) scope: &'static str,
    pub(super) sources: &'static str,
    pub(super) others: &'static str,
    pub(super) others_hint: &'static str,
    /// Before the links to other indicators.
    pub(super) related: &'static str,
    pub(super) dated: &'static str,
    pub(super) covers: &'static str,
    pub(super) origin: &'static str,
    pub(super) licence: &'static str,
    pub(super) colophon: &'static str,
    /// The language and place, as cards on other sites name them.
    pub(super) locale: &'static str,
    /// What the site is for.
    pub(super) purpose: &'static str,
    /// The title until there is one.
    pub(super) opening: &'static str,
    /// The ways in the foot.
    pub(super) ways: &'static str,
    pub(super) version: &'static str,
    pub(super) data_licences: &'static str,
    pub(super) code_licence: &'static str,
    pub(super) missing: &'static str,
    pub(super) missing_why: &'static str,
    pub(super) to_opening: &'static str,
    pub(super) all_indicators: &'static str,
}

const ZH: Label = Label {
    tag: Lang::Zh.tag(),
    site: "对标",
    skip: "跳到正文",
    menu: "目录",
    explorer: "逐项对比",
    scorecard: "记分卡",
    city: "城市",
    facts: "产业事实",
    data: "数据",
    methods: "方法",
    charts: "图表",
    other: "English",
    without_script: "换城市、指标和年份需要 JavaScript；本页的图和表不需要。",
    framed: "这里的图要用 JavaScript 画；不用它，可以到网站上看：",
    controls: "选择",
    table: "表格",
    notices: "请注意",
    more: ("另有", "条"),
    definition: "指标说明",
    formula: "算法",
    scope: "口径",
    sources: "数据来源",
    others: "其他数字",
    others_hint: "口径或时间不同，只并列，不排名。",
    related: "相关指标",
    dated: "日期",
    covers: "用于",
    origin: "数据出处",
    licence: "许可",
    colophon: "数字出自上列来源，我们不估、不补；派生指标的算法见指标说明。",
    locale: "zh_CN",
    purpose: "一座城市和同类城市比：排在哪里，差多少，从什么时候起。每个数字都有出处。",
    opening: "正在打开……",
    ways: "各页",
    version: "数据版本",
    data_licences: "数据的来源与许可",
    code_licence: "代码：MIT 或 Apache-2.0",
    missing: "这一页不存在",
    missing_why: "地址可能抄漏了字，也可能这一页搬了家。下面各处都能接着看。",
    to_opening: "回到首页",
    all_indicators: "全部指标",
};

const EN: Label = Label {
    tag: Lang::En.tag(),
    site: "duibiao",
    skip: "Skip to the content",
    menu: "Menu",
    explorer: "Compare",
    scorecard: "Scorecard",
    city: "Cities",
    facts: "Industry facts",
    data: "Data",
    methods: "Methods",
    charts: "Charts",
    other: "中文",
    without_script: "Choosing cities, indicators and years needs JavaScript; the picture and the table on this page don't.",
    framed: "The chart here is drawn by JavaScript; without it, it can be seen on the site: ",
    controls: "Choices",
    table: "Table",
    notices: "Please note",
    more: ("", " more"),
    definition: "About the indicator",
    formula: "Formula",
    scope: "Scope",
    sources: "Sources",
    others: "Other figures",
    others_hint: "Their scope or period differs: they stand side by side, without a rank.",
    related: "Related",
    dated: "dated",
    covers: "used for",
    origin: "figures from",
    licence: "licence",
    colophon: "All figures are from the sources named above; nothing is filled in. How derived figures are computed stands beside them.",
    locale: "en_GB",
    purpose: "Compares a city with its peers: where it stands, by how much and since when. Every figure has its source.",
    opening: "Opening…",
    ways: "Pages",
    version: "Data version",
    data_licences: "Sources and licences of the data",
    code_licence: "Code: MIT or Apache-2.0",
    missing: "This page does not exist",
    missing_why: "The address may have lost a letter, or the page may have moved. The links below still work.",
    to_opening: "To the opening page",
    all_indicators: "All indicators",
};

/// The words of a language.
pub(super) fn of(lang: Lang) -> &'static Label {
    lang.pick(&ZH, &EN)
}
