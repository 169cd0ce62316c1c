/**
 * Why there is no chart, in one sentence, where a figure stands on pages of others. The explorer has words of its own.
 */
import type { Lang } from "#core";
import type { Cause } from "./core";

const TEXTS: Readonly<Record<Lang, Readonly<Record<Cause, string>>>> = {
  zh: {
    offline: "现在没有网络，图没有取到。",
    unreachable: "连不上网站，图没有取到。",
    missing: "网站上缺文件，图没有取到。",
    broken: "文件没有取全，图画不出来。",
    blocked: "浏览器没有让 WebAssembly 运行，图画不出来。",
  },
  en: {
    offline: "There is no network now, so there is no chart.",
    unreachable: "The site can't be reached, so there is no chart.",
    missing: "The site lacks a file, so there is no chart.",
    broken: "A file came only in part, so there is no chart.",
    blocked: "The browser did not run WebAssembly, so there is no chart.",
  },
};

/** The sentence of a cause. */
export function failed(lang: Lang, cause: Cause): string {
  return TEXTS[lang][cause];
}
