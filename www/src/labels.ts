/**
 * The page's own words in both languages: names of controls and what they say.
 *
 * Everything about a figure (title, notices, units, sources) comes from the core.
 */
import type { Lang } from "#core";

const zh = {
  site: "对标",
  indicator: "指标",
  home: "本市",
  peers: "对比",
  scope: "口径",
  group: "在哪里排名",
  benchmark: "基准",
  benchmarks: { median: "其他城市的中位数", mean: "其他城市的平均", best: "最好的城市", none: "不画" },
  pickIndicator: "选择指标",
  pickHome: "选择本市",
  pickPeers: "选择对比城市",
  addPeer: "添加或更换对比城市",
  removePeer: (name: string) => `不再对比${name}`,
  search: "汉字、English、拼音或首字母",
  nothingFound: "没有找到。换个词,或用拼音首字母试试。",
  noData: (home: string) => `没有${home}的数据`,
  noDataHere: "没有数据",
  chart: "图的样式",
  table: "表格",
  period: "时间",
  figureKeys: "用方向键逐个查看各市的数。",
  appearance: "外观",
  appearances: { system: "跟随系统", light: "浅色", dark: "深色", contrast: "高对比", "contrast-dark": "高对比(黑底)" },
  download: "下载",
  more: (n: number) => `另有${n}条`,
  formula: "算法",
  scopeOf: "口径",
  licence: "许可",
  origin: "数据出处",
  covers: "用于",
  dated: "日期",
  records: {
    filter: "筛选行",
    find: "筛选：汉字、拼音或首字母",
    count: (n: number, of: number) => `${of}行中的${n}行`,
    nothing: "没有这样的行。换个词,或用拼音首字母试试。",
    clear: "清除筛选",
    copy: "复制表格",
    copied: (n: number) => `已复制${n}行,可粘贴到 Excel`,
    selected: "浏览器不让写入剪贴板;表格已选中,请按 Ctrl+C 复制。",
    sorted: (by: string, direction?: "ascending" | "descending") =>
      direction ? `按“${by}”${direction === "ascending" ? "升序" : "降序"}排列` : "恢复原来的顺序",
    home: "本市",
    close: "关闭",
  },
  retry: "再试一次",
  coreFailed: "交互功能没有启动。",
  coreStill: "下面的图和表是预先画好的,照样能看;要换城市和指标,请用新版浏览器打开,或允许本站运行 WebAssembly 后刷新。",
  dataFailed: "数据没有取到。",
  dataStill: "现在看到的仍是原来的图和表。请检查网络后再试一次;若仍不行,可能是网站上的文件坏了。",
};

const en: typeof zh = {
  site: "duibiao",
  indicator: "Indicator",
  home: "Home",
  peers: "Peers",
  scope: "Scope",
  group: "Ranked among",
  benchmark: "Benchmark",
  benchmarks: { median: "Median of the others", mean: "Mean of the others", best: "The best city", none: "None" },
  pickIndicator: "Choose an indicator",
  pickHome: "Choose the home city",
  pickPeers: "Choose the peers",
  addPeer: "Add or change peers",
  removePeer: (name: string) => `Stop comparing with ${name}`,
  search: "English, 汉字, pinyin or initials",
  nothingFound: "Nothing found. Try another word, or the initials of the pinyin.",
  noData: (home: string) => `no data for ${home}`,
  noDataHere: "no data",
  chart: "Kind of chart",
  table: "Table",
  period: "Time",
  figureKeys: "Use the arrow keys to read the cities one by one.",
  appearance: "Appearance",
  appearances: { system: "As the system", light: "Light", dark: "Dark", contrast: "High contrast", "contrast-dark": "High contrast, dark" },
  download: "Download",
  more: (n: number) => `${n} more`,
  formula: "Formula",
  scopeOf: "Scope",
  licence: "licence",
  origin: "figures from",
  covers: "used for",
  dated: "dated",
  records: {
    filter: "Filter the rows",
    find: "Filter: English, 汉字 or pinyin",
    count: (n: number, of: number) => `${n} of ${of} rows`,
    nothing: "No such row. Try another word, or the initials of the pinyin.",
    clear: "Clear the filter",
    copy: "Copy table",
    copied: (n: number) => `${n} rows copied, ready for Excel`,
    selected: "The browser refuses the clipboard. The table is selected: press Ctrl+C to copy it.",
    sorted: (by: string, direction?: "ascending" | "descending") =>
      direction ? `Sorted by “${by}”, ${direction}` : "Back in the first order",
    home: "home",
    close: "Close",
  },
  retry: "Try again",
  coreFailed: "The interactive part did not start.",
  coreStill:
    "The picture and the table below were drawn beforehand and stay readable. To change cities or indicators, open the page in a current browser, or let this site run WebAssembly and reload.",
  dataFailed: "The data could not be fetched.",
  dataStill:
    "What you see is still the picture and table from before. Check the connection and try again; if that doesn't help, the file on the site may be broken.",
};

export type Labels = typeof zh;

/** The words of a language. */
export function labels(lang: Lang): Labels {
  return lang === "zh" ? zh : en;
}
