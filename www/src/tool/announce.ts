/**
 * Tells a screen reader what a choice led to: once, when the figure has come to rest, in one sentence.
 *
 * What is read inside the figure reader.ts tells.
 */
import type { Page } from "../page";
import { toolWords } from "./spoken";

/** How long a figure must rest until it is told, in milliseconds. */
const REST = 350;

/** What a reader would want to hear of. */
interface Known {
  key: string;
  title: string;
  chart: string;
  peers: readonly string[];
}

export class Announcer {
  readonly #page: Page;
  readonly #region = document.querySelector("[role=status].announcer");
  #last: Known;
  #timer = 0;
  #held = false;

  constructor(page: Page) {
    this.#page = page;
    this.#last = this.#now();
    page.quiet = true;
    page.follow(() => this.#check());
  }

  /** What happens until `release` is told by somebody else, or by its end alone. */
  hold(): void {
    this.#held = true;
    clearTimeout(this.#timer);
  }

  /** The end of it; told unless somebody else did. */
  release(told: boolean): void {
    this.#held = false;
    if (told) this.#last = this.#now();
    else this.#check();
  }

  #now(): Known {
    const { shown, words } = this.#page;
    const { indicator, home, peers, group, chart, period, range, scope, benchmark } = shown;
    return { key: JSON.stringify([indicator, home, peers, group, chart, period, range, scope, benchmark]), title: words.title, chart, peers };
  }

  #check(): void {
    if (this.#held || this.#page.busy || this.#now().key === this.#last.key) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#tell(), REST);
  }

  #tell(): void {
    const now = this.#now();
    if (this.#held || now.key === this.#last.key) return;
    if (this.#region !== null) this.#region.textContent = this.#sentence(now, this.#last);
    this.#last = now;
  }

  /** The finding; before it what the finding does not say. */
  #sentence(now: Known, before: Known): string {
    const { catalogue, lang } = this.#page;
    const words = toolWords(lang);
    const chart = catalogue.charts.find(({ id }) => id === now.chart)?.name;
    if (now.chart !== before.chart && chart) return `${chart}${words.colon}${now.title}`;
    if (now.title !== before.title || now.peers.join() === before.peers.join()) return now.title;
    const names = now.peers.map((peer) => catalogue.regions.find(({ id }) => id === peer)?.name ?? peer);
    return `${words.peers}${words.colon}${names.join(this.#page.labels.comma) || words.none}${this.#page.labels.stop}${this.#page.labels.gap}${now.title}`;
  }
}
