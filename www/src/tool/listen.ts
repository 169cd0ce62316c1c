/**
 * Home to be heard over the years beside another city, the average of the peers or the median of the others: a small dialog with a choice, a button,
 * and a word of what sounds. Nothing plays by itself.
 *
 * Which note a figure is sound.ts says.
 */
import { html, render, type TemplateResult } from "lit";
import { SIZE } from "../download";
import type { Page } from "../page";
import { type Beat, beats, play, type Spot, together } from "./sound";
import { toolWords } from "./spoken";

/** What is no city, but is heard like one. */
const [PEERS, MEDIAN] = ["~peers", "~median"];

export class Listener {
  /** Whether this browser can make sounds. */
  static readonly able = typeof AudioContext === "function" && typeof StereoPannerNode === "function";
  readonly #page: Page;
  readonly #box = document.createElement("div");
  readonly #words;
  #marks: Spot[] = [];
  #periods: { x: number; name: string }[] = [];
  #other = "";
  #context: AudioContext | undefined;
  #timer = 0;
  #said = "";

  constructor(page: Page) {
    this.#page = page;
    this.#words = toolWords(page.lang);
    Object.assign(this.#box, { className: "about listening", popover: "auto", role: "dialog", ariaLabel: this.#words.listenTo });
    this.#box.addEventListener("toggle", (event) => (event as ToggleEvent).newState === "closed" && this.#stop(""));
    document.querySelector("dui-periods")?.after(this.#box);
  }

  /** Opens the dialog beside its button. */
  open(button: HTMLElement): void {
    const figure = this.#page.plot(SIZE.width, SIZE.height, { chart: "trend-lines" });
    const marks = figure.marks();
    // the first line of a tip names its period
    this.#periods = marks.map(({ x, index }) => ({ x, name: figure.hit(index)?.lines[0]?.label ?? "" }));
    figure.free();
    this.#marks = [...marks, ...this.#together(marks)];
    this.#said = "";
    this.#show();
    this.#box.showPopover();
    const { left, bottom } = button.getBoundingClientRect();
    const x = Math.max(4, Math.min(left, innerWidth - 4 - this.#box.offsetWidth));
    this.#box.style.translate = `${Math.round(x)}px ${Math.round(Math.max(4, Math.min(bottom + 4, innerHeight - 4 - this.#box.offsetHeight)))}px`;
    this.#box.querySelector("select")?.focus();
  }

  #show(): void {
    render(this.#content(), this.#box);
  }

  /** The average of the peers, and the benchmark that holds unless another is chosen: the median of the others. */
  #together(marks: readonly Spot[]): Spot[] {
    const { shown, store } = this.#page;
    const others = new Set(marks.map(({ region }) => region).filter((id) => id !== shown.home));
    const peers = new Set(shown.peers);
    // the middle of two heights is no average on a logarithmic scale
    const mean = peers.size < 2 || store.view.scale === "log" ? [] : together(marks, PEERS, peers, "mean", peers.size);
    return [...mean, ...(others.size < 3 ? [] : together(marks, MEDIAN, others, "median", others.size / 2))];
  }

  /** Peers first, then what several are together, then who else has a figure. */
  get #others(): { id: string; name: string }[] {
    const { shown, catalogue } = this.#page;
    const here = new Set(this.#marks.map(({ region }) => region));
    const ids = [...shown.peers, PEERS, MEDIAN, ...catalogue.regions.map(({ id }) => id)].filter((id) => id !== shown.home && here.has(id));
    return [...new Set(ids)].map((id) => ({ id, name: this.#name(id) }));
  }

  #name(region: string): string {
    if (region === PEERS) return this.#words.average;
    if (region === MEDIAN) return this.#words.median;
    return this.#page.catalogue.regions.find(({ id }) => id === region)?.name ?? region;
  }

  #content(): TemplateResult {
    const [words, others] = [this.#words, this.#others];
    if (!others.some(({ id }) => id === this.#other)) this.#other = others[0]?.id ?? "";
    const playing = this.#context !== undefined;
    return html`<label>${words.against(this.#name(this.#page.shown.home))} <select @change=${(event: Event) => (this.#other = (event.target as HTMLSelectElement).value)}>${others.map(
        ({ id, name }) => html`<option value=${id} ?selected=${id === this.#other}>${name}</option>`)}</select></label>
      <p class="said" role="status">${this.#said}</p>
      <button type="button" class="sound" @click=${() => (playing ? this.#stop("") : this.#start())}>${playing ? words.stopSound : words.startSound}</button>
      <button type="button" class="close" @click=${() => this.#box.hidePopover()}>${this.#page.labels.close}</button>`;
  }

  #start(): void {
    const { shown } = this.#page;
    const all = beats(this.#marks, shown.home, this.#other);
    if (all.length === 0) return;
    const context = new AudioContext();
    this.#context = context;
    const seconds = play(context, all);
    const [from, to] = [this.#period(all[0]), this.#period(all.at(-1))];
    this.#said = this.#words.plays(this.#name(shown.home), this.#name(this.#other), from, to);
    this.#timer = window.setTimeout(() => this.#stop(this.#words.ended), 1000 * seconds);
    this.#show();
  }

  /** When a beat is, as the core calls it. */
  #period(beat: Beat | undefined): string {
    return this.#periods.find(({ x }) => beat && Math.abs(x - beat.x) < 1)?.name ?? "";
  }

  #stop(said: string): void {
    clearTimeout(this.#timer);
    void this.#context?.close();
    this.#context = undefined;
    this.#said = said;
    this.#show();
  }
}
