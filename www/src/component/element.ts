/**
 * `<duibiao-chart>`: one figure on a page of others. Its attributes are a view; it draws the core's SVG into its shadow, and tells what happens by events.
 *
 * It keeps nothing, asks no origin but the script's own or that of `data-src`, writes no markup and no style as text, and
 * leaves what stands in it (a picture, a table) on the page until it has drawn, and after it failed.
 */
import type { Figure, Hit, Lang, Mark, View, Words } from "#core";
import { choiceOf, lists, type Theme, themeOf } from "../appearance";
import { type Cause, type Packs, Trouble } from "../core";
import { vector } from "../download";
import { failed } from "../failed";
import { plain } from "../plain";
import { same, without } from "../store";
import { element } from "../tabular";
import { folder, letters, packs } from "./cores";
import { baseSheet, themeSheet } from "./look";
import { type Picked, picked } from "./picked";
import { Reading } from "./reading";
import { declarations, shape } from "./shape";
import { asked, ATTRIBUTES, attribute, type Field, FIELDS, fields, merged, unread, Unreadable, written } from "./view";
import { chartWords } from "./words";

/** What `error` tells. */
export interface Failure {
  /** The file that did not come, or the attribute that could not be read. */
  file: string;
  cause: Cause | "unread";
  message: string;
}

/** Beside those of the view. */
const OWN = ["view", "data-src", "ratio", "width", "height"];

/** What is drawn: the answer, and all that must be known to draw it again in another size. */
interface Answer {
  packs: Packs;
  view: View;
  words: Words;
  /** What could not be read, as a sentence, or empty. */
  unread: string;
}

/** Where there is no document, as on a server, the class is there and does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;
const system = typeof matchMedia === "function" ? lists() : undefined;

export class DuibiaoChart extends Base {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, ...OWN];

  readonly #head = element("div", { class: "head", part: "head", hidden: "" });
  readonly #foot = element("div", { class: "foot", part: "foot", hidden: "" });
  readonly #picture = element("div", { class: "picture", part: "picture" }, element("slot", { name: "picture" }));
  readonly #described = element("p", { class: "unseen", id: "described" });
  readonly #table = element("div", { class: "unseen" });
  readonly #trouble = element("p", { class: "trouble", part: "trouble", role: "status", hidden: "" });
  readonly #box = element("div", { class: "box", part: "box", title: "" }, this.#head, this.#picture, this.#described, this.#foot, this.#trouble);
  readonly #titled = element("slot", { name: "title" });
  readonly #footed = element("slot", { name: "foot" });
  readonly #sheet = new CSSStyleSheet();
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #reading = new Reading(this.#picture, () => this.#now(), (hit, marks) => this.#choose(hit, marks));
  readonly #sizes = new ResizeObserver(() => this.#resize());
  readonly #sight = new IntersectionObserver((seen) => this.#see(seen), { rootMargin: "600px 0px" });
  #leave = new AbortController();
  #near = false;
  #frame = 0;
  #turn = 0;
  #answer: Answer | undefined;
  /** What was drawn last; it stays when what is asked for next does not come. */
  #last: Answer | undefined;
  #figure: Figure | undefined;
  #scale = 1;
  #words: Words | undefined;
  #shown: View | undefined;
  /** The last view that was told by an event. */
  #told: View | undefined;
  #printing = false;
  #failed = false;

  constructor() {
    super();
    this.#sheet.insertRule(".box {}");
    this.#root.append(this.#titled, this.#box, this.#footed, element("slot"), this.#table);
    this.#root.adoptedStyleSheets = [baseSheet(), themeSheet("light"), this.#sheet];
  }

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const light = this.querySelector(":scope > img, :scope > svg, :scope > picture");
    if (light !== null && this.querySelector(":scope > [slot=picture]") === null) light.slot = "picture";
    for (const list of Object.values(system ?? {})) list.addEventListener("change", () => this.#redraw(), { signal });
    for (const slot of [this.#titled, this.#footed]) slot.addEventListener("slotchange", () => this.#redraw(), { signal });
    addEventListener("beforeprint", () => this.#print(true), { signal });
    addEventListener("afterprint", () => this.#print(false), { signal });
    addEventListener("online", () => this.#failed && this.#ask(), { signal });
    const scheme = new MutationObserver(() => this.#redraw());
    scheme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    signal.addEventListener("abort", () => scheme.disconnect());
    this.#fit();
    this.#sizes.observe(this.#picture);
    this.#sight.observe(this);
    this.#ask();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#sizes.disconnect();
    this.#sight.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#turn += 1;
    this.#near = false;
    this.#free();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (OWN.includes(name) && name !== "view" && name !== "data-src") this.#fit();
    else this.#ask();
  }

  /** The chart itself has the focus. */
  override focus(options?: FocusOptions): void {
    this.#picture.focus(options);
  }

  /** The view with every field filled by what is shown; undefined until something is. */
  get shown(): View | undefined {
    return this.#shown;
  }

  /** The words of what is shown: title, notices, source, table; undefined until something is. */
  get words(): Words | undefined {
    return this.#words;
  }

  #see(seen: readonly IntersectionObserverEntry[]): void {
    if (this.#near || !seen.some(({ isIntersecting }) => isIntersecting)) return;
    this.#near = true;
    this.#ask();
  }

  /** Another view, or other data: once a frame, however much was set in it. */
  #ask(): void {
    this.#answer = undefined;
    this.#redraw();
  }

  #redraw(): void {
    if (!this.isConnected) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      void this.#draw();
    });
  }

  #resize(): void {
    this.#fit();
    // what did not come is not asked for again by every change of the size
    if (!this.#failed) this.#redraw();
    else if (this.#last !== undefined && this.#picture.clientWidth > 0) this.#paint(this.#last);
  }

  /** Keeps the room free that the figure will have. */
  #fit(): void {
    const light = this.querySelector(":scope > [slot=picture]");
    const [rule] = this.#sheet.cssRules;
    const picture = light?.matches("a, picture, figure") ? light.querySelector("img, svg") : light;
    const wanted = declarations(shape((name) => this.getAttribute(name), picture ? (name) => picture.getAttribute(name) : undefined), this.clientWidth, this.#enlarged());
    const { style } = rule as CSSStyleRule;
    for (const name of ["inline-size", "block-size", "min-block-size", "aspect-ratio"]) {
      const value = wanted[name] ?? "";
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
  }

  /** How much larger letters and lines are than the core draws them. */
  #enlarged(): number {
    const scale = Number(getComputedStyle(this).getPropertyValue("--duibiao-scale"));
    return scale > 0 && scale < 10 ? scale : 1;
  }

  async #draw(): Promise<void> {
    if (!this.#near || this.#picture.clientWidth === 0) return;
    const turn = (this.#turn += 1);
    try {
      const answer = this.#answer ?? (await this.#fetch());
      if (turn !== this.#turn || !this.isConnected) return;
      this.#answer = answer;
      this.#failed = false;
      this.#say(answer.unread);
      this.#paint(answer);
      this.#tell(answer);
    } catch (reason) {
      if (turn === this.#turn && this.isConnected) this.#fail(reason);
    }
  }

  async #fetch(): Promise<Answer> {
    const said = merged(this.getAttribute("view"), (name) => this.getAttribute(name));
    const { lang, indicator, query } = asked(said, this.#pageLang());
    const brought = await packs(folder(this.getAttribute("data-src")), query);
    const wanted = { chart: said.get("chart"), scale: said.get("scale") };
    if (!brought.knows(wanted)) await brought.widen();
    const view = brought.core.parse(lang, indicator, query);
    await brought.bring(view);
    const names = unread(said, view, brought.knows({ chart: "map" }));
    for (const name of names) this.#complain({ file: attribute(name), cause: "unread", message: `${attribute(name)}: "${said.get(name)}" is not known; the README lists what can be there` });
    const figure = brought.core.figure(view, 640, 400, "plot");
    const words = figure.words();
    figure.free();
    return { packs: brought, view, words, unread: names.map((name) => chartWords(lang).unread(attribute(name), said.get(name) ?? "")).join(" ") };
  }

  #pageLang(): string {
    return this.closest("[lang]")?.getAttribute("lang") ?? "zh";
  }

  get #lang(): Lang {
    return (this.#answer ?? this.#last)?.view.lang ?? (/^en\b/i.test(this.getAttribute("lang") ?? this.#pageLang()) ? "en" : "zh");
  }

  /** What the view names, else what the page has chosen, else the system; who needs contrast keeps it, and paper is white. */
  #theme(named: Theme | undefined): Theme {
    const now = { dark: !!system?.dark.matches, more: !!system?.more.matches, forced: !!system?.forced.matches };
    if (this.#printing) return "light";
    if (named !== undefined) return themeOf(named, now);
    const page = choiceOf(document.documentElement.dataset["theme"] ?? null);
    return page === "light" || page === "dark" ? themeOf("system", { ...now, dark: page === "dark" }) : themeOf(page, now);
  }

  #paint(answer: Answer): void {
    const { packs: { core }, view, words } = answer;
    this.#last = answer;
    const theme = this.#theme(view.theme);
    const bare = this.#replaced(this.#titled) || this.#replaced(this.#footed);
    this.#surround(words, bare);
    const scale = this.#enlarged();
    const { clientWidth: width, clientHeight: height } = this.#picture;
    const figure = core.figure({ ...view, theme }, width / scale, height / scale, bare ? "plot" : "full");
    const drawing = vector(figure);
    for (const [name, length] of [["width", width], ["height", height]] as const) drawing.setAttribute(name, String(length));
    for (const name of ["role", "aria-label", "font-family"]) drawing.removeAttribute(name);
    drawing.setAttribute("aria-hidden", "true");
    this.#free();
    [this.#figure, this.#scale, this.#words, this.#shown] = [figure, scale, words, figure.view()];
    this.#picture.querySelector("svg")?.remove();
    this.#picture.prepend(drawing);
    this.#box.classList.add("drawn");
    this.#root.adoptedStyleSheets = [baseSheet(), themeSheet(theme), this.#sheet];
    this.#speak(words);
    this.#reading.renew();
    letters();
  }

  #replaced(slot: HTMLSlotElement): boolean {
    return slot.assignedNodes().length > 0;
  }

  /**
   * Where the page has its own title or its own foot, the rest stands around the picture and not in it: the other one, and
   * in any case what the numbers are counted in and what must be told of them.
   */
  #surround({ title, subtitle, notices, foot }: Words, bare: boolean): void {
    this.#head.hidden = this.#foot.hidden = !bare;
    if (!bare) return;
    const head = this.#replaced(this.#titled) ? [] : [element("p", { class: "title", part: "title" }, title)];
    this.#head.replaceChildren(...head, element("p", { class: "subtitle", part: "subtitle" }, subtitle));
    const open = this.#foot.querySelector("details")?.open === true;
    const summary = element("summary", {}, chartWords(this.#lang).notices(notices.length));
    const told = element("details", open ? { open: "" } : {}, summary, element("ul", {}, ...notices.map((notice) => element("li", {}, notice))));
    const source = this.#replaced(this.#footed) || foot === "" ? [] : [element("p", {}, foot)];
    this.#foot.replaceChildren(...(notices.length > 0 ? [told] : []), ...source);
    this.#foot.hidden = this.#foot.childElementCount === 0;
  }

  /** The same in words: for who does not see the picture, and in the table that the page has in the element. */
  #speak(words: Words): void {
    const own = chartWords(this.#lang);
    const picture = this.#picture;
    for (const [name, value] of Object.entries({ role: "application", tabindex: "0", "aria-roledescription": own.kind, "aria-label": words.title, "aria-describedby": "described", lang: this.#lang })) picture.setAttribute(name, value);
    this.#described.textContent = `${words.description} ${own.keys}`;
    const light = this.querySelector("table");
    const table = plain(words.table);
    if (light === null) this.#table.replaceChildren(table);
    else light.replaceChildren(...table.childNodes);
    this.#table.hidden = light !== null;
  }

  #tell({ view, packs: { core } }: Answer): void {
    const before = this.#told;
    if (before !== undefined && same(before, view)) return;
    this.#told = view;
    const shown = this.#figure?.view() ?? core.parse("zh", "", "");
    const detail = view.theme === undefined ? without(shown, "theme") : shown;
    this.dispatchEvent(new CustomEvent(before === undefined ? "ready" : "change", { detail }));
  }

  #now(): { figure: Figure; home: string; words: ReturnType<typeof chartWords>; scale: number } | undefined {
    if (this.#figure === undefined) return undefined;
    return { figure: this.#figure, home: this.#shown?.home ?? "", words: chartWords(this.#lang), scale: this.#scale };
  }

  /** The city that was chosen is looked at, unless the page says no; once more, and all are again. */
  #choose(hit: Hit, marks: readonly Mark[]): void {
    if (this.#shown === undefined || this.#words === undefined) return;
    if (this.#last?.view.focus === hit.region) return reflect(this, "focus", fields(this.getAttribute("view") ?? "").has("focus") ? "" : null);
    const detail: Picked = picked(hit, marks, this.#shown, this.#words);
    if (this.dispatchEvent(new CustomEvent("select", { detail, cancelable: true }))) this.setAttribute("focus", hit.region);
  }

  #print(begins: boolean): void {
    this.#printing = begins;
    if (this.#last !== undefined && this.#figure !== undefined) this.#paint(this.#last);
  }

  /** What stood there stays; why there is nothing else is said below it. */
  #fail(reason: unknown): void {
    this.#failed = true;
    const odd = reason instanceof Unreadable;
    this.#say(odd ? chartWords(this.#lang).unreadable : failed(this.#lang, reason instanceof Trouble ? reason.cause : "blocked"));
    const message = reason instanceof Error ? reason.message : String(reason);
    this.#complain(reason instanceof Trouble ? { file: reason.file, cause: reason.cause, message } : { file: odd ? "view" : "", cause: odd ? "unread" : "blocked", message });
  }

  #complain(detail: Failure): void {
    this.dispatchEvent(new CustomEvent("error", { detail }));
  }

  #say(sentence: string): void {
    this.#trouble.textContent = sentence;
    this.#trouble.hidden = sentence === "";
  }

  #free(): void {
    this.#figure?.free();
    this.#figure = undefined;
  }
}

/** Sets or takes away an attribute; a view may be given as an object. */
function reflect(chart: DuibiaoChart, name: string, value: string | number | readonly string[] | View | null | undefined): void {
  const text = Array.isArray(value) ? value.join(",") : name === "view" ? written(value as string | View | null) : value;
  if (text === null || text === undefined) chart.removeAttribute(name);
  else chart.setAttribute(name, String(text));
}

/** The properties that mirror attributes. `lang` and `title` every element has; `focus` is what it does, so the city is `focusRegion`. */
function mirror(): void {
  const property = (name: string, from: string, read: (text: string) => unknown): void => {
    Object.defineProperty(DuibiaoChart.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: DuibiaoChart) {
        const text = this.getAttribute(from);
        return text === null ? null : read(text);
      },
      set(this: DuibiaoChart, value: string | null) {
        reflect(this, from, value);
      },
    });
  };
  const reads = { text: (text: string) => text, number: Number, list: (text: string) => text.split(",").filter((id) => id !== "") };
  for (const [field, kind] of Object.entries(FIELDS) as [Field, keyof typeof reads][]) {
    if (field === "lang" || field === "title") continue;
    property(field === "focus" ? "focusRegion" : field, attribute(field), reads[kind]);
  }
  property("view", "view", reads.text);
  property("dataSrc", "data-src", reads.text);
  property("ratio", "ratio", reads.text);
  property("width", "width", reads.number);
  property("height", "height", reads.number);
}

mirror();
