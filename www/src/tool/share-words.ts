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
  frame: "嵌入代码",
  frameWhy: "图随网站的数据更新，和嵌入时不同就会说明。",
  figure: "给不许用框架的网页",
  otherWhy: "固定地址上的图是这个指标的默认视图，不是现在看到的这张。要现在这张，请用上面的代码，或下载图片。",
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
  frame: "Embed code",
  frameWhy: "The chart follows the site's data, and says so when they are no longer those of today.",
  figure: "For pages that allow no frames",
  otherWhy: "The picture at the fixed address is the default view of this indicator, not the one you see now. For this one use the code above, or download it.",
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
