/**
 * The words of the dialog for sharing in both languages; they travel with it.
 */
import type { Lang } from "#core";

const zh = {
  site: "对标",
  share: "分享",
  close: "关闭",
  link: "链接",
  qr: (address: string) => `二维码：${address}`,
  noQr: "这个地址太长，画不成二维码。",
  embed: "嵌入网页",
  code: "嵌入代码",
  kind: "方式",
  kinds: { frame: "框架", short: "组件（短）", full: "组件（全）", figure: "图片" },
  whys: {
    frame: "图随网站的数据更新，和嵌入时不同就会说明。",
    short: "图直接画在网页里，不用框架，随网站的数据更新；脚本运行前先显示图片。",
    full: "图直接画在网页里，代码里还带着这张图和数据表：脚本不运行也看得到，搜索引擎也读得到。",
    figure: "给不许用框架和脚本的网页：一张静止的图片。",
  },
  table: "数据表",
  otherWhy: "固定地址上的图是这个指标的默认视图，不是现在看到的这张。要现在这张，请用框架或组件的代码，或下载图片。",
  picture: "图片地址",
  cite: "引用",
  gbt: "GB/T 7714",
  bibtex: "BibTeX",
  copy: "复制",
  copied: "已复制",
  refused: "浏览器不让写入剪贴板；文字已选中，请按 Ctrl+C 复制。",
};

const en: typeof zh = {
  site: "duibiao",
  share: "Share",
  close: "Close",
  link: "Link",
  qr: (address: string) => `QR code: ${address}`,
  noQr: "This address is too long for a QR code.",
  embed: "On a page of yours",
  code: "Embed code",
  kind: "As",
  kinds: { frame: "a frame", short: "an element, short", full: "an element, full", figure: "a picture" },
  whys: {
    frame: "The chart follows the site's data, and says so when they are no longer those of today.",
    short: "The chart stands in the page itself, without a frame, and follows the site's data. Until the script has run there is a picture.",
    full: "The chart stands in the page itself. This very picture and its table are in the code, so they are there without the script, and search engines read them.",
    figure: "For pages that allow neither frames nor scripts: a picture that stands still.",
  },
  table: "Data",
  otherWhy: "The picture at the fixed address is the default view of this indicator, not the one you see now. For this one use a frame or an element, or download it.",
  picture: "Address of the picture",
  cite: "Cite",
  gbt: "GB/T 7714",
  bibtex: "BibTeX",
  copy: "Copy",
  copied: "Copied",
  refused: "The browser refuses the clipboard. The text is selected: press Ctrl+C to copy it.",
};

export type ShareWords = typeof zh;

/** The words of a language. */
export function shareWords(lang: Lang): ShareWords {
  return lang === "zh" ? zh : en;
}
