/**
 * Reads the figure out: a tip where one points, for all cities of a moment where the figure is about time; and, by keys, mark by mark.
 *
 * What is under the pointer live figure and core say; what a key leads to model.ts does.
 */
import { html, nothing, render, type TemplateResult } from "lit";
import type { Hit, Mark } from "#core";
import type { Page } from "../page";
import type { LiveFigure } from "../part/figure";
import type { Announcer } from "./announce";
import type { Ease } from "./ease";
import { entry, moment, nearest, type Place, step } from "./model";
import { beside, clear } from "./place";
import { row, type Row, rows, sentence } from "./row";
import { toolWords } from "./spoken";

/** So many cities have room in a tip. */
const ROOM = 7;

export class Reader {
  readonly #page: Page;
  readonly #figure: LiveFigure;
  readonly #canvas: HTMLCanvasElement;
  readonly #layer = document.createElement("div");
  readonly #said = document.createElement("p");
  readonly #announcer: Announcer;
  readonly #ease: Ease;
  readonly #words;
  #marks: Mark[] | undefined;
  /** Where the reader of keys is. */
  #here: Mark | undefined;
  #pointer: { x: number; y: number } | undefined;
  #turning = false;
  #shown: Hit | undefined;

  constructor(page: Page, figure: LiveFigure, canvas: HTMLCanvasElement, announcer: Announcer, ease: Ease) {
    [this.#page, this.#figure, this.#canvas, this.#announcer, this.#ease] = [page, figure, canvas, announcer, ease];
    this.#words = toolWords(page.lang);
    this.#layer.className = "reading";
    this.#said.className = "unseen";
    this.#said.id = "read";
    this.#said.role = "status";
    canvas.before(this.#layer);
    figure.append(this.#said);
    this.#describe();
    this.#listen();
    render(this.#content(undefined, []), this.#layer);
    figure.reader = (hit) => this.#tell(hit);
  }

  /** What a screen reader says of the figure as a whole. */
  #describe(): void {
    const entry = document.createElement("p");
    entry.className = "unseen";
    entry.id = "entry";
    this.#figure.append(entry);
    this.#canvas.setAttribute("aria-roledescription", this.#words.kind);
    this.#canvas.setAttribute("aria-describedby", "entry description");
    const count = (): void => {
      entry.textContent = this.#words.entry(new Set(this.#all().map(({ region }) => region)).size);
    };
    this.#page.follow(count);
    count();
  }

  #listen(): void {
    const canvas = this.#canvas;
    const point = (event: MouseEvent): void => {
      this.#pointer = { x: event.offsetX, y: event.offsetY };
      this.#here = undefined;
    };
    canvas.addEventListener("pointermove", point, { capture: true });
    canvas.addEventListener("click", (event) => event.isTrusted && point(event), { capture: true });
    // after the figure has looked for what is right under the pointer
    for (const kind of ["pointermove", "click"] as const) canvas.addEventListener(kind, () => this.#widely());
    // before the figure itself, which would redraw in between
    canvas.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    canvas.addEventListener("focus", () => this.#enter());
    canvas.addEventListener("blur", () => (this.#here = undefined));
    // whoever points has no focus here, but may want to see what is below the tip
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#shown && event.target !== canvas) this.#figure.hit = undefined;
    });
    this.#page.onDraw(() => (this.#marks = undefined));
    this.#page.follow(() => (this.#marks = undefined));
  }

  /** Where the figure is about time, every point of it is at one: that of the nearest mark. */
  #widely(): void {
    const at = this.#pointer;
    if (this.#figure.hit !== undefined || at === undefined) return;
    const all = this.#all();
    const near = nearest(all, at);
    if (near === undefined || moment(all, near).length < 2) return;
    const { region, x, y } = this.#shown ?? {};
    const same = region === near.region && x === near.x && y === near.y;
    this.#figure.hit = same ? this.#shown : this.#page.figure.hit(near.index);
  }

  #all(): Mark[] {
    return (this.#marks ??= this.#page.figure.marks());
  }

  #enter(): void {
    if (!this.#canvas.matches(":focus-visible")) return;
    this.#read(entry(this.#all(), this.#page.shown.home));
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && this.#here) return this.#press(this.#here, event);
    if (event.key === "Escape") this.#here = undefined;
    const from = this.#here ?? entry(this.#all(), this.#page.shown.home);
    const to = from && step(this.#all(), from, event.key);
    if (from === undefined || to === undefined) return;
    event.preventDefault();
    if (this.#here === undefined) this.#read(from);
    else if ("turn" in to) this.#turn(to.turn, from);
    else this.#read(to.mark);
  }

  /** As a click on the mark. */
  #press({ x, y }: Mark, event: KeyboardEvent): void {
    event.preventDefault();
    const { left, top } = this.#canvas.getBoundingClientRect();
    this.#canvas.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: left + x, clientY: top + y, detail: 0 }));
  }

  /** Another period of the view, where the figure has only one. */
  #turn(by: 1 | -1, from: Mark): void {
    const { words, shown, store } = this.#page;
    const at = words.periods.indexOf(shown.period ?? "");
    const period = words.periods[at + by];
    this.#here = from;
    if (at < 0 || period === undefined) return this.#say(by < 0 ? this.#words.first : this.#words.last);
    this.#announcer.hold();
    this.#turning = true;
    this.#ease.next();
    const { title: _, ...view } = store.view;
    this.#page.ask({ ...view, period }, "period");
  }

  #read(mark: Mark | undefined): void {
    this.#here = mark;
    this.#pointer = undefined;
    const hit = mark && this.#page.figure.hit(mark.index);
    this.#figure.hit = hit;
    if (hit) this.#say(sentence(hit, this.#words));
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }

  /** The figure changed under whoever reads by keys: the same city again. */
  #again(): void {
    const here = this.#here;
    if (here === undefined) return;
    this.#marks = undefined;
    const again = this.#all().find(({ region, indicator }) => region === here.region && indicator === here.indicator);
    this.#read(again);
    this.#here ??= here;
    if (again === undefined) this.#say(`${this.#name(here)}${this.#words.comma}${this.#words.missing}`);
    if (this.#turning) setTimeout(() => this.#announcer.release(true), 50);
    this.#turning = false;
  }

  #name({ region }: Place): string {
    return this.#page.catalogue.regions.find(({ id }) => id === region)?.name ?? region;
  }

  #tell(hit: Hit | undefined): void {
    if (hit === undefined && this.#here && document.activeElement === this.#canvas) return queueMicrotask(() => this.#again());
    if (hit === this.#shown) return;
    this.#shown = hit;
    const all = hit ? this.#all() : [];
    const mark = hit && all.find(({ region, x, y }) => region === hit.region && x === hit.x && y === hit.y);
    const then = mark ? moment(all, mark) : [];
    render(this.#content(hit, then), this.#layer);
    if (hit) this.#place(hit, then.length > 1);
  }

  #content(hit: Hit | undefined, then: readonly Mark[]): TemplateResult {
    const several = then.length > 1;
    return html`${several ? html`<span class="moment"></span>` : nothing}${hit ? html`<span class="ring"></span>` : nothing}
      <div class="tip">${hit ? (several ? this.#moment(hit, then) : this.#one(hit)) : nothing}</div>`;
  }

  /** One city, as it was told before. */
  #one(hit: Hit): TemplateResult {
    return html`<b>${hit.name}</b><dl>${this.#told(hit).map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  /** Several sources are told as one: the first, and how many they are. */
  #told({ lines }: Hit): { label: string; value: string }[] {
    const { labels } = this.#page;
    const sources = lines.filter(({ label }) => label === labels.source);
    const first = sources[0];
    const others = lines.filter(({ label }) => label !== labels.source);
    if (first === undefined) return others;
    return [...others, { label: labels.source, value: sources.length > 1 ? labels.andMore(first.value, sources.length) : first.value }];
  }

  /** Everyone at one time. */
  #moment(hit: Hit, then: readonly Mark[]): TemplateResult {
    const { home, peers } = this.#page.shown;
    const hits = then.flatMap((mark) => this.#page.figure.hit(mark.index) ?? []);
    const all = hits.map((one) => row(one, this.#words));
    const { shown, left } = rows(all, new Set([home, ...peers, hit.region]), ROOM);
    const words = this.#words;
    const gap = all.find((one) => one.gap !== undefined)?.gap;
    const source = this.#told(hit).at(-1);
    const look = (one: Row): string => [one.region === home ? "home" : peers.includes(one.region) ? `peer-${Math.min(3, peers.indexOf(one.region) + 1)}` : "", one.region === hit.region ? "at" : ""].join(" ").trim();
    return html`<b>${all[0]?.when}</b><table><thead><tr><th>${words.city}</th><th>${words.value}</th><th>${words.rank}</th>${gap ? html`<th>${gap.label}</th>` : nothing}</tr></thead>
      <tbody>${shown.map((one) => html`<tr class=${look(one) || nothing}><th>${one.name}</th><td>${one.value}${one.mark ? html` <small>${one.mark}</small>` : nothing}</td><td>${one.rank}</td>${gap ? html`<td>${one.gap?.value}</td>` : nothing}</tr>`)}</tbody></table>
      ${left > 0 ? html`<p>${words.others(left)}</p>` : nothing}
      ${source?.label === this.#page.labels.source ? html`<dl><div><dt>${source.label}</dt><dd>${source.value}</dd></div></dl>` : nothing}`;
  }

  /** Puts the rule at its time and the tip where it covers neither its mark nor, where there is room, other rows. */
  #place(hit: Hit, several: boolean): void {
    const [ring, rule, box] = [".ring", ".moment", ".tip"].map((name) => this.#layer.querySelector<HTMLElement>(name));
    if (!ring || !box) return;
    ring.style.translate = `${hit.x}px ${hit.y}px`;
    if (rule) rule.style.translate = `${hit.x}px 0`;
    // for a finger the style sheet puts it below the figure
    if (matchMedia("(pointer: coarse)").matches) return box.scrollIntoView({ block: "nearest" });
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const room = { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
    const free = several ? undefined : clear(hit, this.#all(), size, room);
    const [left, top] = free ?? beside(this.#pointer ?? hit, size, room);
    box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }
}
