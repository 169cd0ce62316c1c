/**
 * The bar over the figure that is about time: play, speed, a typed period, and for charts of a stretch two handles.
 *
 * For the other charts the slider of the first view stays; it is only given company.
 */
import { html, nothing, render, type TemplateResult } from "lit";
import type { View } from "#core";
import type { Page } from "../page";
import type { Announcer } from "./announce";
import { EASE, type Ease } from "./ease";
import { Listener } from "./listen";
import { ends, frames, type Span, span, typed, written } from "./span";
import { toolWords } from "./spoken";

/** Charts that are about a stretch of time. */
export const STRETCHED: ReadonlySet<string> = new Set(["trend-lines", "indexed-lines", "slopes", "bump"]);

const SPEEDS = [0.5, 1, 2];
/** How long a period is shown at the usual speed, in milliseconds. */
const FRAME = 1000;

export class TimeBar {
  readonly #page: Page;
  readonly #room: HTMLElement;
  readonly #bar = document.createElement("dui-time");
  readonly #announcer: Announcer;
  readonly #ease: Ease;
  readonly #listener: Listener;
  readonly #words;
  #speed = 1;
  #said = "";
  #playing: { timer: number; view: View; at: Span } | undefined;

  constructor(page: Page, room: HTMLElement, announcer: Announcer, ease: Ease) {
    [this.#page, this.#room, this.#announcer, this.#ease] = [page, room, announcer, ease];
    this.#words = toolWords(page.lang);
    this.#listener = new Listener(page);
    room.prepend(this.#bar);
    page.follow(() => this.#show());
    page.store.follow((view) => {
      if (this.#playing && view !== this.#playing.view) this.#stop();
      this.#said = "";
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#stop());
    this.#show();
  }

  get #stretched(): boolean {
    const { chart, of } = this.#page.shown;
    return STRETCHED.has(chart === "small-multiples" && of ? of : chart);
  }

  /** Where the view is: a stretch, or one period as both of its ends. */
  get #at(): Span {
    const { shown, words, store } = this.#page;
    if (this.#playing) return this.#playing.at;
    if (this.#stretched) return span(words.periods, store.view.range ?? shown.range);
    const here = Math.max(0, words.periods.indexOf(shown.period ?? ""));
    return { from: here, to: here };
  }

  #show(): void {
    const { periods } = this.#page.words;
    this.#room.toggleAttribute("data-stretch", this.#stretched);
    render(periods.length < 2 ? nothing : this.#content(), this.#bar, { host: this });
  }

  #content(): TemplateResult {
    const words = this.#words;
    const playing = this.#playing !== undefined;
    const at = this.#at;
    return html`<button type="button" class="play" aria-label=${playing ? words.pause : words.play} title=${playing ? words.pause : words.play}
        data-playing=${String(playing)} @click=${() => this.#toggle()} ></button>
      <select class="speed" aria-label=${words.speed} title=${words.speed} @change=${this.#pace}>${SPEEDS.map(
        (speed) => html`<option value=${speed} ?selected=${speed === this.#speed}>${words.times(speed)}</option>`)}</select>
      <button type="button" class="listen" aria-label=${words.listenName} title=${words.listenName} aria-haspopup="dialog"
        ?hidden=${!Listener.able} @click=${(event: Event) => this.#listener.open(event.currentTarget as HTMLElement)}>${words.listen}</button>
      <span class="typed"><input type="text" class="now" inputmode=${this.#stretched ? nothing : "numeric"} autocomplete="off" spellcheck="false" enterkeyhint="go"
        aria-label=${this.#stretched ? words.jumpRange : words.jump} title=${this.#stretched ? words.jumpRange : words.jump} .value=${this.#label(at)}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} @keydown=${this.#enter} @change=${this.#take}>
      <output class="said" role="status">${this.#said}</output></span>
      ${this.#stretched ? this.#handles(at) : nothing}`;
  }

  #label({ from, to }: Span): string {
    const { periodLabels, periods } = this.#page.words;
    if (!this.#stretched) return periodLabels[to] ?? "";
    return `${periods[from] ?? ""}–${periods[to] ?? ""}`;
  }

  /** Two sliders of the browser over one track: each is a slider to a screen reader. */
  #handles(at: Span): TemplateResult {
    const { periods, periodLabels } = this.#page.words;
    const last = periods.length - 1;
    const handle = (end: keyof Span, name: string): TemplateResult => html`<input type="range" class=${end} min="0" max=${last} step="1"
      .value=${String(at[end])} aria-valuetext=${periodLabels[at[end]] ?? ""} aria-label=${name}
      @input=${(event: Event) => this.#slide(end, event)} @change=${() => this.#page.keep("range")}>`;
    return html`<span class="end" aria-hidden="true">${periodLabels[0]}</span>
      <span class="stretch"><span class="bar"><span class="part" .style=${`inset-inline:${(100 * at.from) / last}% ${100 - (100 * at.to) / last}%`}></span></span>
      ${handle("from", this.#words.from)}${handle("to", this.#words.to)}</span>
      <span class="end" aria-hidden="true">${periodLabels[last]}</span>`;
  }

  /** The ends keep one period between them: a line needs two. */
  #slide(end: keyof Span, event: Event): void {
    const input = event.target as HTMLInputElement;
    const at = { ...this.#at };
    const wanted = Number(input.value);
    at[end] = end === "from" ? Math.min(wanted, at.to - 1) : Math.max(wanted, at.from + 1);
    input.value = String(at[end]);
    this.#page.try(this.#view(at));
    this.#show();
  }

  /** The view at a stretch or period; a stretch is about its last period. */
  #view(at: Span): View {
    const { periods } = this.#page.words;
    const { title: _, range: __, period: ___, ...view } = this.#page.store.view;
    const period = periods[at.to];
    if (!this.#stretched) return { ...view, ...(this.#page.store.view.range ? { range: this.#page.store.view.range } : {}), ...(period ? { period } : {}) };
    const range = written(periods, at);
    return { ...view, ...(range ? { range } : {}), ...(period && at.to < periods.length - 1 ? { period } : {}) };
  }

  #pace(event: Event): void {
    this.#speed = Number((event.target as HTMLSelectElement).value);
  }

  #toggle(): void {
    if (this.#playing) this.#stop();
    else void this.#play();
  }

  async #play(): Promise<void> {
    const { periods } = this.#page.words;
    const last = periods.length - 1;
    const at = this.#at;
    const first = this.#stretched ? at.from + 1 : 0;
    const way = frames(at.to, first, last);
    const playing = { timer: 0, view: this.#page.store.view, at };
    this.#playing = playing;
    this.#announcer.hold();
    this.#show();
    // the core with every chart knows the way from one picture to the next; without it they follow each other at once
    await this.#page.widen();
    if (this.#playing !== playing) return;
    const next = (): void => {
      const to = way.shift();
      if (to === undefined) return this.#stop();
      playing.at = { from: this.#stretched ? at.from : to, to };
      playing.view = this.#frame(playing.at);
      playing.timer = window.setTimeout(next, FRAME / this.#speed);
    };
    next();
  }

  /** Shows a period on its way from the one before. The view that came of it. */
  #frame(at: Span): View {
    this.#ease.next(Math.min(EASE, (0.8 * FRAME) / this.#speed));
    const before = this.#playing;
    this.#playing = undefined;
    this.#page.try(this.#view(at));
    this.#playing = before;
    this.#show();
    return this.#page.store.view;
  }

  /** The address is written once, at the end. */
  #stop(): void {
    if (this.#playing === undefined) return;
    clearTimeout(this.#playing.timer);
    this.#playing = undefined;
    this.#page.keep("period");
    this.#announcer.release(false);
    this.#show();
  }

  #enter(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if (event.key === "Enter") input.dispatchEvent(new Event("change"));
    if (event.key === "Escape") input.value = input.defaultValue;
  }

  /** What was typed: a period, the nearest one with a word, or a stretch. */
  #take(event: Event): void {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    if (text === this.#label(this.#at)) return;
    const { periods, periodLabels } = this.#page.words;
    const find = (one: string) => typed(periods, periodLabels, one);
    const both = this.#stretched ? ends(text)?.map(find) : undefined;
    const [a, b] = both ?? [undefined, find(text)];
    if (b === undefined || (both && a === undefined)) {
      this.#tell(this.#words.notRead(text), input);
      return;
    }
    const at = this.#meant(a?.at, b.at);
    this.#stop();
    this.#ease.next();
    if (this.#page.try(this.#view(at))) this.#page.keep("");
    const near = b.exact && a?.exact !== false;
    this.#tell(near ? "" : this.#words.nearest(text, this.#stretched ? this.#label(at) : periodLabels[b.at] ?? ""), input);
  }

  /** A stretch keeps one period between its ends; a single time is its last. */
  #meant(from: number | undefined, to: number): Span {
    if (!this.#stretched) return { from: to, to };
    const last = this.#page.words.periods.length - 1;
    const first = Math.min(from ?? this.#at.from, to, last - 1);
    return { from: first, to: Math.max(to, first + 1) };
  }

  #tell(said: string, input: HTMLInputElement): void {
    this.#said = said;
    this.#show();
    input.value = this.#label(this.#at);
    if (document.activeElement === input) input.select();
  }
}
