/**
 * The words of the dialog for taking figures along, in both languages.
 */
import type { Lang } from "#core";

const zh = {
  more: "更多…",
  title: "导出",
  close: "关闭",
  picture: "图片",
  documents: "文档",
  size: "大小",
  times: (n: number) => `${n}倍`,
  centimetres: (n: number) => `${n} 厘米宽，300 dpi(印刷)`,
  save: (name: string) => `下载${name}`,
  copy: "复制图片",
  copied: "已复制图片，可粘贴到文档",
  refused: "浏览器不让写入剪贴板，请改用下载。",
  saved: (name: string) => `已生成：${name}`,
  busy: "正在准备…",
  coming: (part: number) => `正在下载所需的程序：${part}%`,
  first: (size: string) => `首次使用时下载约 ${size}`,
  failed: (why: string) => `没有做成：${why}。请检查网络后再试。`,
  native: "图表可在文件里继续编辑",
  asPicture: (program: string) => `${program}没有这种图表，放矢量图或图片，旁附数据表`,
  kinds: {
    pdf: "PDF：矢量图，文字可选、可搜索",
    xlsx: "Excel：图表、数据、说明各一张表",
    pptx: "PowerPoint：图表、数据表、演讲备注",
    docx: "Word/WPS：图、编号题注、数据表、来源",
  },
  svg: "SVG：矢量图，可放进网页和排版软件",
  outlines: "文字转成轮廓(对方没有字体也不变样，但不能再选字)",
  png: "PNG：图片",
  report: "报告",
  reportWhy: "把几张图收在一起，一次导出成一个文件。",
  add: "把这张图放进报告",
  added: (n: number) => `已放进报告，共${n}张图`,
  remove: (title: string) => `从报告中移除：${title}`,
  removed: (n: number) => `已移除，还有${n}张图`,
  empty: "报告里还没有图。",
  whole: (n: number) => `整份报告(${n}张图)`,
  reportName: "对标报告",
};

const en: typeof zh = {
  more: "More…",
  title: "Export",
  close: "Close",
  picture: "Picture",
  documents: "Documents",
  size: "Size",
  times: (n: number) => `${n}×`,
  centimetres: (n: number) => `${n} cm wide, 300 dpi (print)`,
  save: (name: string) => `Download ${name}`,
  copy: "Copy picture",
  copied: "The picture is copied: paste it into a document",
  refused: "The browser does not let the clipboard be written; download it instead.",
  saved: (name: string) => `Made: ${name}`,
  busy: "Getting ready…",
  coming: (part: number) => `Fetching what writes it: ${part}%`,
  first: (size: string) => `fetches about ${size} the first time`,
  failed: (why: string) => `It was not made: ${why}. Check the network and try again.`,
  native: "the chart stays editable in the file",
  asPicture: (program: string) => `${program} has no such chart: a picture goes in, with the figures beside it`,
  kinds: {
    pdf: "PDF: vectors, text that can be selected and searched",
    xlsx: "Excel: a sheet each for chart, figures and notes",
    pptx: "PowerPoint: chart, table, speaker notes",
    docx: "Word/WPS: picture, numbered caption, table, sources",
  },
  svg: "SVG: vectors, for web pages and layout programs",
  outlines: "texts as outlines (the same where fonts are missing, but no longer selectable)",
  png: "PNG: picture",
  report: "Report",
  reportWhy: "Gather several figures and take them along in one file.",
  add: "Add this figure to the report",
  added: (n: number) => `Added to the report: ${n} in all`,
  remove: (title: string) => `Remove from the report: ${title}`,
  removed: (n: number) => `Removed: ${n} left`,
  empty: "No figure is in the report yet.",
  whole: (n: number) => `The whole report (${n})`,
  reportName: "duibiao report",
};

export type TakeWords = typeof zh;

/** The words of a language. */
export function takeWords(lang: Lang): TakeWords {
  return lang === "zh" ? zh : en;
}

/** A size as people say it: 620 KB, 1.9 MB. */
export function sized(bytes: number): string {
  return bytes < 995_000 ? `${Math.max(10, Math.round(bytes / 10_000) * 10)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
