/**
 * The dialog for sharing a view: its link and QR code, codes for pages of others, its picture's address, and how to cite it.
 *
 * A bundle of its own, loaded when somebody asks for it. What the texts say is made by pure functions in `tool/`.
 */
import type { View } from "#core";
import { SIZE } from "./download";
import type { Page } from "./page";
import { texts } from "./plain";
import { without } from "./store";
import { element } from "./tabular";
import { bibtex, type Cited, gbt } from "./tool/cite";
import { allInside, chartCode, embedAddress, frameCode, pictureAddress, pictureCode, pictureInside, viewText } from "./tool/codes";
import { qr } from "./tool/qr";
import { type ShareWords, shareWords } from "./tool/share-words";
import { version } from "./tool/version";

/** The ways onto pages of others, in the order in which they are offered. */
const KINDS = ["frame", "short", "full", "figure"] as const;

type Codes = Record<(typeof KINDS)[number], string>;

/** What is shared, as texts. */
interface Shared {
  link: string;
  codes: Codes;
  picture: string;
  cited: Cited;
  /** Whether the picture at the fixed address is the one on the page. */
  usual: boolean;
}

/** The site's root; the address bar may have become deeper than the served page. */
function rootOf(page: Page): URL {
  return new URL("../../../", page.address.of({ indicator: "-" }));
}

/** What an indicator's picture at its fixed address shows, in words. */
function usually(page: Page, indicator: string): { alt: string; caption: string } {
  const chosen = Object.keys({ ...page.store.view, ...page.shown }).map((field) => [field, undefined]);
  const figure = page.plot(960, 600, { ...Object.fromEntries(chosen), lang: page.lang, indicator });
  const { title, description, foot } = figure.words();
  figure.free();
  return { alt: description, caption: foot === "" ? title : title + page.labels.stop + page.labels.gap + foot };
}

/** The figure as a file has it, light unless the view names another theme. */
function onPaper(page: Page): string {
  const figure = page.full(SIZE.width, SIZE.height, { theme: page.store.view.theme ?? "light" });
  const svg = figure.svg();
  figure.free();
  return svg;
}

function shared(page: Page, own: ShareWords): Shared {
  const { lang, shown, words } = page;
  const { indicator } = shown;
  const view: View = { ...page.store.view, indicator };
  const root = rootOf(page);
  const address = page.address.of(view);
  const link = address.href + (page.panel === "table" ? "#table" : "");
  const picture = pictureAddress(root, lang, indicator);
  const framed = { lang, indicator, query: address.search, version: version() };
  const usual = usually(page, indicator);
  const chart = (inside: string): string => chartCode(root, viewText(framed), inside);
  const codes: Codes = {
    frame: frameCode(root, embedAddress(root, framed), words.title),
    short: chart(pictureInside({ src: picture, alt: usual.alt })),
    full: chart(allInside(onPaper(page), own.table, texts(words.table))),
    figure: pictureCode({ href: link, src: picture, ...usual }),
  };
  return {
    link,
    picture,
    codes,
    cited: { lang, author: own.site, title: words.title, indicator, url: link, version: version(), read: day(new Date()) },
    usual: page.address.of(without(view, "theme")).search === "",
  };
}

/** A day as 2026-11-29, where the reader is. */
function day(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day on which the site got these data, as its server tells; not every server does. */
async function updated(root: URL): Promise<string | undefined> {
  try {
    const answer = await fetch(new URL(`data/${version()}/catalogue.json`, root), { method: "HEAD" });
    const date = new Date(answer.headers.get("Last-Modified") ?? "");
    return answer.ok && !Number.isNaN(date.getTime()) ? day(date) : undefined;
  } catch {
    return undefined;
  }
}

let entries = 0;

/** A text to take along: its name, itself, and a button that copies it. */
function entry(name: string, value: string, own: ShareWords, rows: number): { box: HTMLElement; field: HTMLTextAreaElement } {
  const id = `share-${(entries += 1)}`;
  const field = element("textarea", { id, readonly: "", rows: String(rows), spellcheck: "false", autocapitalize: "off" });
  field.value = value;
  const copy = element("button", { type: "button", "aria-label": `${own.copy} ${name}` }, own.copy);
  const said = element("span", { class: "said", role: "status" });
  copy.addEventListener("click", () => void take(field, said, own));
  const head = element("div", { class: "head" }, element("label", { for: id }, name), said, copy);
  return { box: element("div", { class: "entry" }, head, field), field };
}

/** Copies, and says so; where the browser refuses, selects. */
async function take(field: HTMLTextAreaElement, said: HTMLElement, own: ShareWords): Promise<void> {
  said.textContent = "";
  said.className = "said";
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = own.copied;
  } catch {
    field.focus();
    field.select();
    said.className = "said long";
    said.textContent = own.refused;
  }
}

function section(name: string, ...content: Node[]): HTMLElement {
  return element("section", {}, element("h3", {}, name), ...content);
}

function hint(text: string): HTMLElement {
  return element("p", { class: "hint" }, text);
}

/** One code at a time, and a choice of which: each for another kind of page. */
function embedding(codes: Codes, own: ShareWords): Node[] {
  const { box, field } = entry(own.code, codes.frame, own, 4);
  const kind = element("select", { id: "share-kind" }, ...KINDS.map((one) => element("option", { value: one }, own.kinds[one])));
  const why = hint(own.whys.frame);
  kind.addEventListener("change", () => {
    const now = kind.value as keyof Codes;
    field.value = codes[now];
    why.textContent = own.whys[now];
  });
  return [element("div", { class: "kind" }, element("label", { for: "share-kind" }, own.kind), kind), why, box];
}

function content(page: Page, own: ShareWords): Node[] {
  const { link, codes, picture, cited, usual } = shared(page, own);
  const [citing, entered] = [entry(own.gbt, gbt(cited), own, 3), entry(own.bibtex, bibtex(cited), own, 7)];
  void updated(rootOf(page)).then((date) => {
    if (date === undefined) return;
    citing.field.value = gbt({ ...cited, updated: date });
    entered.field.value = bibtex({ ...cited, updated: date });
  });
  const other = usual ? [] : [hint(own.otherWhy)];
  return [
    element("div", { class: "first" }, entry(own.link, link, own, 3).box, qr(link, own.qr(link)) ?? hint(own.noQr)),
    section(own.embed, ...embedding(codes, own), entry(own.picture, picture, own, 2).box, ...other),
    section(own.cite, citing.box, entered.box),
  ];
}

/** Opens the dialog for what is on the page now; when it is closed, its button has the focus again. */
export function share(page: Page, button: HTMLElement): void {
  const own = shareWords(page.lang);
  const shut = element("button", { type: "button", class: "close", "aria-label": own.close }, "×");
  const top = element("div", { class: "top" }, element("h2", { id: "share-title" }, own.share), shut);
  const dialog = element("dialog", { class: "share", "aria-labelledby": "share-title" });
  dialog.append(element("div", { class: "inside" }, top, ...content(page, own)));
  shut.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  dialog.querySelector(".head button")?.toggleAttribute("autofocus", true);
  document.body.append(dialog);
  dialog.showModal();
}
