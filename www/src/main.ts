/**
 * Starts the page: the core, the view of the address, the takeover of what was served. It decides nothing.
 */
import { Appearance, choiceOf } from "./appearance";
import { Extra } from "./choices";
import { Packs, Trouble } from "./core";
import { lead, leave, WAYS } from "./homes";
import { labels } from "./labels";
import { keepOffline } from "./offline";
import { Page } from "./page";
import { takeOver } from "./part/index";
import { near, painted, pause } from "./pause";
import { themeChoice } from "./theme-choice";
import { tell, untell } from "./trouble";
import { Address, place } from "./url";

const html = document.documentElement;
const lang = html.lang.startsWith("en") ? "en" : "zh";
const words = labels(lang);
const root = new URL(html.dataset["root"] ?? "./", location.href);
const data = html.dataset["data"] ?? "data/";
const appearance = new Appearance();
/** On the opening the explorer stands at the end: it starts when the reader comes near. */
const opening = html.dataset["page"] === "opening";

/** Later addresses are deeper or shallower than the served one: what was relative to it is made absolute. */
function anchorLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (!link.getAttribute("href")?.startsWith("#")) link.href = new URL(link.href).href;
  }
}

/** The fonts of the canvas; a picture in another font is better than none. */
async function fonts(): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, 2000));
  const all = ["400 16px", "700 16px"].map((face) => document.fonts.load(`${face} "Duibiao Sans"`, "0a"));
  await Promise.race([Promise.allSettled(all), late]);
}

/** What only the live picture needs is fetched when the served one is there. */
function fetchNow(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[media='not all']")) link.media = "all";
}

async function open(): Promise<Page> {
  await painted();
  fetchNow();
  const ready = fonts();
  const { indicator, query } = place(root, new URL(location.href), lang);
  const packs = await Packs.open(root, data, query);
  await pause();
  const view = packs.core.parse(lang, indicator, query);
  await packs.bring(view);
  await ready;
  await pause();
  if (view.theme && !opening) appearance.lend(view.theme);
  const address = new Address(root, lang, (asked) => packs.query(asked), window);
  const extra = new Extra(new URL(`${data}choices-${lang}.json`, root));
  await pause();
  return new Page({ packs, extra, address, appearance, lang, view, homes: html.dataset["homes"]?.split(" ") });
}

/** Why home has no figure is told as soon as that is seen; a slow line does not hold up the rest. */
async function reasons(page: Page): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, 1500));
  if (page.lacksHome) await Promise.race([page.bringChoices(), late]);
}

/** The opening is read without the core; only the theme is chosen there at once. */
function greet(): void {
  const asked = choiceOf(new URLSearchParams(location.search).get("theme"));
  if (asked !== "system") appearance.lend(asked);
  const room = document.querySelector("dui-settings");
  room?.replaceChildren(themeChoice(words, appearance.choice, (choice) => appearance.choose(choice)));
  html.dataset["ready"] = "";
}

async function start(): Promise<void> {
  if (opening) {
    greet();
    await near(document.querySelector(".tool"), "600px");
  }
  const page = await open();
  await reasons(page);
  await page.warm();
  page.onTrouble = (reason) => tell(reason, words, () => void page.settle(), page.usable && words.usable(page.usable));
  page.onRelief = untell;
  page.onMore = (tab) => void equip(page, tab);
  const led = (): void => lead(root, page.shown.home, WAYS);
  page.follow(led);
  await takeOver(page);
  led();
  html.dataset["ready"] = "";
  whenIdle(() => void page.bringChoices());
  whenIdle(() => void equip(page));
}

let equipping: Promise<void> | undefined;

async function bring(page: Page): Promise<void> {
  const tools: typeof import("./tools") = await import(new URL(TOOLS_SCRIPT, import.meta.url).href);
  await tools.equip(page);
}

/** Brings what a reader can do without; where it can't be had, the page is whole without it, and who asked for it is told. */
async function equip(page: Page, tab?: HTMLElement): Promise<void> {
  equipping ??= bring(page);
  try {
    await equipping;
    if (tab) page.onMore(tab);
  } catch (reason) {
    equipping = undefined;
    if (tab) tell(new Trouble("core", TOOLS_SCRIPT, navigator.onLine ? "unreachable" : "offline", reason), words, () => void equip(page, tab));
  }
}

/** After all that is more urgent; not every browser says when that is. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 500);
}

anchorLinks();
lead(root, new URLSearchParams(location.search).get("home"), WAYS);
// nothing is drawn, so what is seen is what was served for the page
if (!leave(root)) start().catch((reason: unknown) => tell(reason, words, () => location.reload(), location.search && words.notAsked));
keepOffline(root, lang);
