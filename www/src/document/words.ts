/**
 * The words of documents in both languages; they travel with what writes them.
 */
import type { Lang } from "#core";

const zh = {
  picture: "PowerPoint没有这种图表，所以这里是矢量图片；数据在下一页。",
  home: "本市",
  others: "灰色为其他城市",
  broken: "断开处：口径有变，前后不可比",
  doubtful: "点线和空心点：估计、可靠性低，或中间年份无数据",
  figure: "图",
  notes: "说明",
  data: "数据",
  made: (site: string, data: string) => `由对标制作：${site} · 数据版本 ${data}`,
};

const en: typeof zh = {
  picture: "PowerPoint has no such chart, so this is a vector picture; the figures are on the next slide.",
  home: "home",
  others: "grey: other cities",
  broken: "gaps: redefined, not comparable across",
  doubtful: "dotted or hollow: estimates, low reliability, or no figures in between",
  figure: "Figure",
  notes: "Notes",
  data: "Data",
  made: (site: string, data: string) => `Made with duibiao: ${site} · data version ${data}`,
};

export type DocumentWords = typeof zh;

/** The words of a language. */
export function words(lang: Lang): DocumentWords {
  return lang === "zh" ? zh : en;
}
