/**
 * The element's own words in both languages; what it says of a figure comes from the core.
 */
import type { Lang } from "#core";

const zh = {
  /** What a screen reader calls the figure. */
  kind: "图",
  keys: "用方向键逐个读数，回车选中，Esc 关闭。",
  notices: (n: number) => `${n}条说明`,
  unread: (name: string, value: string) => `${name}：看不懂“${value}”，按默认的画。`,
  unreadable: "view 写得不对，图画不出来。",
  source: "来源",
  andMore: (first: string, n: number) => `${first}等${n}处`,
  comma: "，",
  stop: "。",
};

const en: typeof zh = {
  kind: "chart",
  keys: "Arrow keys read it mark by mark, Enter selects, Escape closes.",
  notices: (n: number) => (n === 1 ? "1 notice" : `${n} notices`),
  unread: (name: string, value: string) => `${name}: “${value}” is not known, so the default is drawn.`,
  unreadable: "The view can't be read, so there is no chart.",
  source: "Source",
  andMore: (first: string, n: number) => `${first} and ${n - 1} more`,
  comma: ", ",
  stop: ".",
};

export type ChartWords = typeof zh;

/** The words of a language. */
export function chartWords(lang: Lang): ChartWords {
  return lang === "en" ? en : zh;
}
