/**
 * The page in a frame on pages of others: draws the view of its address, says how high it is, and follows the host's light and dark.
 *
 * A bundle of its own. It keeps nothing (no cookie, no storage, no service worker) and works without an origin, as in a
 * frame with `sandbox="allow-scripts"`. Of messages it takes those of the page around it, and of these only the one about themes.
 */
import type { Lang, View } from "#core";
import { choiceOf, lists, type Theme, themeOf } from "./appearance";
import { Packs, Trouble } from "./core";
import { vector } from "./download";
import { failed } from "./failed";
import { Fit } from "./fit";
import { plain } from "./plain";
import { without } from "./store";
import { element } from "./tabular";
import { address } from "./url";

interface Texts {
  full: string;
  newer: string;
}

const TEXTS: Readonly<Record<Lang, Texts>> = {
  zh: {
    full: "对标 – 完整视图",
    newer: "数据已更新：打开",
  },
  en: {
    full: "duibiao – full view",
    newer: "Newer data: open",
  },
};

/** What stands in the address beside the view. */
const OWN = ["lang", "indicator", "data", "id"];

const html = document.documentElement;
const root = new URL(html.dataset["root"] ?? "../", location.href);
const folder = html.dataset["data"] ?? "data/";
const wanted = new URLSearchParams(location.search);
const lang: Lang = wanted.get("lang") === "en" ? "en" : "zh";
const indicator = wanted.get("indicator") ?? "";
const texts = TEXTS[lang];
const framed = parent !== window;
const fit = new Fit();
const system = lists();
/** What the page around the frame asked for last. */
let told: Theme | undefined;
/** Paper is white, whatever the screen shows. */
let printing = false;
let draw = (): void => {};
/** Whether there is a figure: what has none keeps the height that its host gave it. */
let drawn = false;

function part<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new Error(`${selector}: not on the page`);
  return found;
}

/** The query of the view alone. */
function query(): string {
  const view = new URLSearchParams(wanted);
  for (const name of OWN) view.delete(name);
  const text = view.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

/** The host's dark and light stand in for the system's; who needs contrast keeps it. */
function theme(): Theme {
  if (printing) return "light";
  const now = { dark: system.dark.matches, more: system.more.matches, forced: system.forced.matches };
  if (now.forced || told === undefined) return themeOf(choiceOf(wanted.get("theme")), now);
  return told === "light" || told === "dark" ? themeOf("system", { ...now, dark: told === "dark" }) : told;
}

/** Where the system forces its colours, the style sheet finds them by itself. */
function colour(): void {
  if (system.forced.matches) delete html.dataset["theme"];
  else html.dataset["theme"] = theme();
}

function recolour(): void {
  colour();
  draw();
}

/** A page that is no frame tells nobody. Who is around it is not known, and what is told is no secret. */
function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  const id = wanted.get("id") ?? indicator;
  if (framed && drawn && fit.tells(height)) parent.postMessage({ type: "duibiao:height", id, height }, "*");
}

function print(begins: boolean): void {
  printing = begins;
  recolour();
}

function listen(): void {
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (!framed || source !== parent || typeof data !== "object" || data === null) return;
    const { type, theme } = data as { type?: unknown; theme?: unknown };
    if (type !== "duibiao:theme" || typeof theme !== "string") return;
    const choice = choiceOf(theme);
    told = choice === "system" ? undefined : choice;
    recolour();
  });
  for (const list of Object.values(system)) list.addEventListener("change", recolour);
  let frame = 0;
  addEventListener("resize", () => (frame ||= requestAnimationFrame(() => ((frame = 0), draw()))));
  new ResizeObserver(tellHeight).observe(document.body);
}

/** Says in the language of the address what is there without the core, and leads to the explorer. */
function speak(): void {
  html.lang = lang === "en" ? "en" : "zh-CN";
  const full = part<HTMLAnchorElement>(".full");
  full.textContent = texts.full;
  full.href = address(root, { lang, indicator, query: query() }).href;
}

/** The address may name the data that its author saw; what is drawn is what the site has now. */
function compare(href: string): void {
  const seen = wanted.get("data");
  if (!seen || folder === `data/${seen}/`) return;
  const newer = part(".newer");
  newer.replaceChildren(element("a", { href, target: "_blank", rel: "noopener" }, texts.newer));
  newer.hidden = false;
}

/** Draws the figure into the frame as it is now; a frame that is not shown has no width, and is drawn when it has. */
function paint(packs: Packs, view: View): void {
  const { clientWidth: width, clientHeight: given } = html;
  if (width === 0) return;
  const rest = part(".foot").offsetHeight;
  const height = Math.max(200, fit.whole(width, framed ? given : 0, rest) - rest);
  const figure = packs.core.figure({ ...view, theme: theme() }, width, height, "full");
  part(".picture").replaceChildren(vector(figure));
  figure.free();
  drawn = true;
  tellHeight();
}

/** What does not change with the size: the title, the table, the way to the explorer. */
function tellWords(packs: Packs, view: View): void {
  const figure = packs.core.figure(view, 640, 400, "full");
  const words = figure.words();
  const shown = figure.view();
  figure.free();
  part("h1").textContent = document.title = words.title;
  part(".figures").replaceChildren(plain(words.table));
  // the theme was the host's wish, and of the frame alone
  const place = { lang, indicator: shown.indicator ?? indicator, query: packs.query(without(view, "theme")) };
  const { href } = address(root, place);
  part<HTMLAnchorElement>(".full").href = href;
  compare(href);
}

async function start(): Promise<void> {
  const packs = await Packs.open(root, folder, query());
  const view = packs.core.parse(lang, indicator, query());
  await packs.bring(view);
  tellWords(packs, view);
  draw = () => paint(packs, view);
  draw();
  html.dataset["ready"] = "";
}

function fail(reason: unknown): void {
  const box = part(".trouble");
  box.textContent = failed(lang, reason instanceof Trouble ? reason.cause : "blocked");
  box.hidden = false;
}

colour();
listen();
speak();
start().catch(fail);
