//! The fixed words of the served page in both languages: headings and hints.
//!
//! What belongs to a figure comes from [`crate::tell`]; the names of the live controls are in the script.

use crate::data::Lang;

/// The fixed words of one language.
pub(super) struct Label {
    /// The language, as HTML names it.
    pub(super) tag: &'static str,
    pub(super) site: &'static str,
    pub(super) tagline: &'static str,
    pub(super) skip: &'static str,
    /// The other language, in its own words.
    pub(super) other: &'static str,
    pub(super) without_script: &'static str,
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
}

const ZH: Label = Label {
    tag: "zh-CN",
    site: "对标",
    tagline: "一座城市与同类城市,逐项比一比",
    skip: "跳到图",
    other: "English",
    without_script: "换城市、指标和年份需要 JavaScript;下面的图和表不需要。",
    controls: "选择",
    table: "表格",
    notices: "请注意",
    more: ("另有", "条"),
    definition: "指标说明",
    formula: "算法",
    scope: "口径",
    sources: "数据来源",
    others: "其他数字",
    others_hint: "口径或时间不同,只并列,不排名。",
    related: "相关指标",
    dated: "日期",
    covers: "用于",
    origin: "数据出处",
    licence: "许可",
    colophon: "数字出自上列来源,未作估补;派生指标的算法在指标说明中。",
};

const EN: Label = Label {
    tag: "en",
    site: "duibiao",
    tagline: "One city and its peers, measured figure by figure",
    skip: "Skip to the chart",
    other: "中文",
    without_script: "Choosing cities, indicators and years needs JavaScript; the picture and the table below don't.",
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
};

/// The words of a language.
pub(super) fn of(lang: Lang) -> &'static Label {
    lang.pick(&ZH, &EN)
}
