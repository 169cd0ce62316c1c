/**
 * The page for lost addresses: keeps the language of the address, names what it asked for, and offers what is near.
 *
 * The address itself stays, so that the reader can see and mend it.
 */
import type { Lang } from "#core";
import { nearest } from "./nearest";
import { decoded } from "./url";

/** What an address below the site's root asked for. */
export interface Asked {
  lang: Lang;
  kind: "indicator" | "city" | "home" | "scorecard";
  id: string;
}

/** What is read of the catalogue. */
export interface Known {
  regions: { id: string; name: Record<Lang, string> }[];
  peerGroups: { defaults: { group: string }; groups: { id: string; members: string[] }[] };
  catalogue: { indicators: { id: string; name: Record<Lang, string>; aliases?: string[] }[] };
}

/** A page to go to instead. */
export interface Offer {
  name: string;
  path: string;
}

const WORDS = {
  zh: {
    unknown: { indicator: "没有这个指标：", city: "没有这个城市：", home: "没有这个城市：", scorecard: "没有这个城市：" },
    near: "您要找的也许是：",
    none: { indicator: "没有名字相近的指标，可以从下面的全部指标里找。", city: "没有名字相近的城市。" },
    offline: "现在没有网络，这一页没有保存在本机。",
  },
  en: {
    unknown: { indicator: "No such indicator: ", city: "No such city: ", home: "No such city: ", scorecard: "No such city: " },
    near: "Perhaps you meant:",
    none: { indicator: "No indicator has a name like it; all of them are listed below.", city: "No city has a name like it." },
    offline: "There is no network, and this page was not kept on your device.",
  },
};

/** The language of an address below the root; Chinese where it names none. */
export function language(path: string): Lang {
  return /^en(\/|$)/.test(path) ? "en" : "zh";
}

/** What the address asked for, where it has the form of one of our pages. */
export function asked(path: string): Asked | undefined {
  const [, kind, id] = /^(?:zh|en)\/(indicator|city|home|scorecard)\/([^/]+)(?:\/(?:index\.html)?)?$/.exec(path) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return { lang: language(path), kind: kind as Asked["kind"], id: decoded(id) };
}

/** What may have been meant, best first; an old name leads to its indicator alone. */
export function offers(known: Known, { lang, kind, id }: Asked): Offer[] {
  const { groups, defaults } = known.peerGroups;
  const members = groups.find((group) => group.id === defaults.group)?.members ?? [];
  const renamed = known.catalogue.indicators.find(({ aliases }) => aliases?.includes(id));
  const pool = kind === "indicator" ? known.catalogue.indicators : known.regions.filter((region) => members.includes(region.id));
  const ids = kind === "indicator" && renamed ? [renamed.id] : nearest(id, pool.map((one) => one.id));
  return ids.map((found) => ({
    name: pool.find((one) => one.id === found)?.name[lang] ?? found,
    path: `${lang}/${kind}/${encodeURIComponent(found)}/`,
  }));
}

/** The path of the address below the root. */
function below(root: URL): string {
  return location.pathname.startsWith(root.pathname) ? location.pathname.slice(root.pathname.length) : "";
}

/** Has the style sheet keep what is in the address's language, and the rest of the script speak it, too. */
export function speak(root: URL): void {
  const lang = language(below(root));
  document.documentElement.dataset["tongue"] = lang;
  const heading = document.querySelector(`.lost[data-lang="${lang}"] h1`);
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = `${heading?.textContent ?? ""} · ${lang === "zh" ? "对标" : "duibiao"}`;
}

/** Names what the address asked for, and offers what is near. */
export async function find(root: URL, folder: string): Promise<void> {
  const path = below(root);
  const lang = language(path);
  const box = document.querySelector<HTMLElement>(`.lost[data-lang="${lang}"] .nearest`);
  const wanted = asked(path);
  if (!navigator.onLine) box?.append(paragraph(WORDS[lang].offline));
  else if (wanted && box) box.append(paragraph(WORDS[lang].unknown[wanted.kind], wanted.id), ...(await list(root, folder, wanted)));
}

/** The offers as links; without the catalogue the page still has its lists. */
async function list(root: URL, folder: string, wanted: Asked): Promise<HTMLElement[]> {
  const answer = await fetch(new URL(`${folder}catalogue.json`, root)).catch(() => undefined);
  const known = answer?.ok ? ((await answer.json().catch(() => undefined)) as Known | undefined) : undefined;
  const found = known ? offers(known, wanted) : [];
  const { near, none } = WORDS[wanted.lang];
  if (known && found.length === 0) return [paragraph(wanted.kind === "indicator" ? none.indicator : none.city)];
  if (found.length === 0) return [];
  const items = document.createElement("ul");
  for (const { name, path } of found) {
    const link = document.createElement("a");
    link.href = new URL(path, root).href;
    link.textContent = name;
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
  }
  return [paragraph(near), items];
}

/** A paragraph, with the reader's own letters set off. */
function paragraph(words: string, quoted?: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = words;
  if (quoted !== undefined) {
    const code = document.createElement("code");
    code.textContent = quoted;
    element.append(code);
  }
  return element;
}
