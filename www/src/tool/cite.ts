/**
 * A view as an entry of a bibliography: after GB/T 7714 and for BibTeX, with the version of the data that it rests on.
 *
 * Pure: texts in, text out; what day it is, the caller knows.
 */
import type { Lang } from "#core";

/** What is cited. */
export interface Cited {
  lang: Lang;
  /** Who answers for it: the site. */
  author: string;
  /** The finding. */
  title: string;
  indicator: string;
  url: string;
  /** The name of exactly these data. */
  version: string;
  /** The day on which it was read, as 2026-11-29. */
  read: string;
  /** The day on which the site got these data, where its server says so. */
  updated?: string | undefined;
}

/** An electronic resource after GB/T 7714: 责任者. 题名[DS/OL]. (更新日期)[引用日期]. 地址. */
export function gbt({ lang, author, title, url, version, read, updated }: Cited): string {
  const of = lang === "zh" ? `：数据版本 ${version}` : `: data version ${version}`;
  return `${author}. ${line(title)}${of}[DS/OL]. ${updated === undefined ? "" : `(${updated})`}[${read}]. ${url}.`;
}

/** An entry for BibTeX. Its title is kept as it is written; an address is read letter by letter, so it is not escaped as text is. */
export function bibtex({ lang, author, title, indicator, url, version, read, updated }: Cited): string {
  const fields = {
    author: `{${escaped(author)}}`,
    title: `{${escaped(title)}}`,
    year: (updated ?? read).slice(0, 4),
    howpublished: `\\url{${plainAddress(url)}}`,
    note: lang === "zh" ? `数据版本 ${escaped(version)}，引用日期 ${read}` : `Data version ${escaped(version)}, accessed ${read}`,
  };
  const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}},`);
  return `@misc{${key(indicator, version)},\n${lines.join("\n")}\n}`;
}

/** Braces that BibTeX counts would have to come in pairs, so they have names, too. */
const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** Text as TeX sets it letter by letter. */
export function escaped(text: string): string {
  return line(text).replace(/[\\{}~^<>|#$%&_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

/** On one line: a title that somebody wrote may have others. */
function line(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** An address without what would end it early: the signs have other spellings in addresses. */
function plainAddress(url: string): string {
  return url.replace(/[\\{}\s^|<>"`]/g, (sign) => encodeURIComponent(sign));
}

/** What an entry is called: ASCII letters, digits and hyphens, which every program takes. */
function key(indicator: string, version: string): string {
  return `duibiao-${indicator}-${version}`.replace(/[^A-Za-z0-9-]+/g, "-");
}
