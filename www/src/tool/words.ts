/**
 * The words of the tools in both languages; they travel with the tools.
 */
import type { Lang } from "#core";

const zh = {
  charts: "更多图表",
  kinds: { compare: "比较", time: "时间", structure: "关系与结构", overview: "全貌", place: "地点" } as Record<string, string>,
  not: "这个指标画不了",
  tools: "画法与工具",
  sort: "排序",
  sorts: { value: "按数值", gap: "按差距", name: "按名称", code: "按代码" },
  scale: "刻度",
  scalesOf: { linear: "等差", log: "对数" },
  form: "画成",
  forms: { absolute: "数量", share: "占比" },
  origin: "以谁为零",
  origins: { home: "本市", benchmark: "基准" },
  base: "起点",
  baseHandle: "指数的起点：左右拖动，或用方向键",
  baseAt: (period: string) => `${period} = 100`,
  of: "重复",
  by: "分图",
  bys: { region: "按城市", indicator: "按指标" },
  scales: "各图刻度",
  scalesEach: { shared: "共用", free: "各自" },
  beside: "并列指标",
  besides: (n: number) => `${n}项`,
  pickBeside: "选择并列的指标",
  usual: "默认",
  tiles: "小屏上，方格图更清楚：改看方格图",
  only: (name: string) => `只看${name}`,
  all: "各市都看",
  clear: (name: string) => `不再只看${name}`,
  undo: "撤销",
  redo: "重做",
  undone: "已撤销一步",
  redone: "已重做一步",
  full: "全屏",
  leave: "退出全屏",
  home: "本市",
  help: "快捷键",
  close: "关闭",
  single: "启用单键快捷键",
  singleWhy: "用语音输入时，可以关掉，免得误触。",
  key: "键",
  does: "做什么",
  keys: {
    previous: "上一个、下一个指标",
    help: "显示这张表",
    full: "全屏，再按退出",
    undo: "撤销",
    redo: "重做",
    escape: "关闭；不再只看一市；退出全屏",
    arrows: "在图上：逐个查看",
    ends: "在图上：第一个、最后一个",
    enter: "在图上：只看这座城市，再按恢复",
    tabs: "在图表标签上：换一种图；打开更多图表",
  },
};

const en: typeof zh = {
  charts: "More charts",
  kinds: { compare: "Compare", time: "Time", structure: "Relation and structure", overview: "Overview", place: "Place" },
  not: "Not for this indicator",
  tools: "Drawing and tools",
  sort: "Sort",
  sorts: { value: "by value", gap: "by gap", name: "by name", code: "by code" },
  scale: "Scale",
  scalesOf: { linear: "linear", log: "log" },
  form: "Show",
  forms: { absolute: "amounts", share: "shares" },
  origin: "Zero is",
  origins: { home: "home", benchmark: "benchmark" },
  base: "Start",
  baseHandle: "Base of the index: drag it, or use the arrow keys",
  baseAt: (period: string) => `${period} = 100`,
  of: "Repeat",
  by: "A panel for",
  bys: { region: "a city", indicator: "an indicator" },
  scales: "Scales",
  scalesEach: { shared: "shared", free: "free" },
  beside: "Further indicators",
  besides: (n: number) => (n === 0 ? "none" : String(n)),
  pickBeside: "Choose the indicators beside it",
  usual: "default",
  tiles: "On a small screen the tile grid is clearer: show it",
  only: (name: string) => `Only ${name}`,
  all: "All cities again",
  clear: (name: string) => `Look at all again, not only at ${name}`,
  undo: "Undo",
  redo: "Redo",
  undone: "One step undone",
  redone: "One step done again",
  full: "Full screen",
  leave: "Leave full screen",
  home: "Home",
  help: "Shortcuts",
  close: "Close",
  single: "Single-key shortcuts",
  singleWhy: "Switch them off if you dictate and they get in the way.",
  key: "Key",
  does: "What it does",
  keys: {
    previous: "Previous and next indicator",
    help: "Show this list",
    full: "Full screen, and back",
    undo: "Undo",
    redo: "Redo",
    escape: "Close; look at all cities again; leave full screen",
    arrows: "In the figure: read one by one",
    ends: "In the figure: the first, the last",
    enter: "In the figure: look at this city alone, and back",
    tabs: "On the chart tabs: another chart; open more charts",
  },
};

export type ToolWords = typeof zh;

/** The words of a language. */
export function words(lang: Lang): ToolWords {
  return lang === "zh" ? zh : en;
}

/** Tells a screen reader. */
export function say(text: string): void {
  const status = document.querySelector("[role=status].announcer");
  if (status !== null) status.textContent = text;
}
