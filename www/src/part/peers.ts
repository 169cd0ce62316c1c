/**
 * Picks the peers, and among whom and against what home is measured.
 */
import { html, type nothing, type TemplateResult } from "lit";
import { type Choice, withChoice, withPeer, withPeers } from "../store";
import { CityPicker } from "./city";
import type { Entry } from "./picker";
import { select } from "./select";
import { sets } from "./sets";

/** As many chips are shown at most; of more peers only as many as there are colours, and how many there are besides. */
const CHIPS = 4;
const COLOURED = 3;

const BENCHMARKS = ["median", "mean", "best", "none"] as const;

export class PeerPicker extends CityPicker {
  protected override readonly many = true;
  /** As many chips have room in their row. */
  #room = CHIPS;
  #width = 0;
  #names = "";
  readonly #watch = new ResizeObserver(([entry]) => this.#resized(Math.round(entry?.contentRect.width ?? 0)));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  protected override get purpose(): string {
    return this.labels.pickPeers;
  }

  protected override entries(): Entry[] {
    return super.entries().filter(({ id }) => id !== this.page.shown.home);
  }

  protected override isChosen(id: string): boolean {
    return this.page.shown.peers.includes(id);
  }

  protected override choose(id: string): void {
    this.page.ask(withPeer(this.page.store.view, this.page.shown, id), "peers");
  }

  protected override render(): TemplateResult {
    const { peers } = this.page.shown;
    const names = peers.join();
    if (names !== this.#names) this.#room = CHIPS;
    this.#names = names;
    const shown = peers.slice(0, Math.min(this.#room, peers.length > CHIPS ? COLOURED : CHIPS));
    const more = peers.length - shown.length;
    return html`<div class="field"><span class="caption">${this.labels.peers}</span>
        <span class="chips">${shown.map((id, place) => this.#chip(id, place))}${more > 0 ? html`<span class="besides">${this.labels.besides(more)}</span>` : ""}
        <button type="button" class="add" popovertarget=${this.sheetId} aria-haspopup="dialog"
          aria-label=${more > 0 ? `${this.labels.addPeer} (${this.labels.besides(more)})` : this.labels.addPeer}>+${more > 0 ? html`<span class="count">${more}</span>` : ""}</button></span></div>${this.sheet()}`;
  }

  /** What has no room in the row is counted instead; the sheet has it. Before the browser paints. */
  protected override updated(): void {
    const row = this.querySelector(".chips");
    const chips = row?.querySelectorAll(".chip").length ?? 0;
    if (row === null || chips < 2 || row.scrollWidth <= row.clientWidth + 1) return;
    this.#room = chips - 1;
    this.requestUpdate();
  }

  #resized(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#room = CHIPS;
    this.requestUpdate();
  }

  protected override offers(): TemplateResult | typeof nothing {
    const { choices, shown, store } = this.page;
    const take = (peers: string[]): void => this.page.ask(withPeers(store.view, shown, peers), "peers");
    const offered = choices?.peers[shown.home] ?? [];
    return sets({ offered, peers: shown.peers, home: shown.home, labels: this.labels, nameOf: (id) => this.nameOf(id), take });
  }

  protected override more(): TemplateResult {
    const { group, benchmark } = this.page.shown;
    const marks = BENCHMARKS.map((id) => ({ id, name: this.labels.benchmarks[id] }));
    return html`<div class="more">
      ${select(this.labels.group, this.page.catalogue.groups, group, (id) => this.#set({ group: id }))}
      ${select(this.labels.benchmark, marks, benchmark, (id) => this.#set({ benchmark: id as (typeof BENCHMARKS)[number] }))}</div>`;
  }

  /** Its name has the peer looked at, the others fade; the cross beside it takes the peer away. From the fourth on the colours come again, as in the figure. */
  #chip(id: string, place: number): TemplateResult {
    const name = this.nameOf(id);
    return html`<span class="chip peer-${(place % COLOURED) + 1}"><button type="button" class="name" aria-pressed=${String(this.page.shown.focus === id)}
      @click=${() => this.#focus(id)}>${name}</button><button type="button" class="cross"
      aria-label=${this.labels.removePeer(name)} @click=${() => this.choose(id)}>×</button></span>`;
  }

  #focus(id: string): void {
    this.#set({ focus: this.page.shown.focus === id ? undefined : id });
  }

  #set(choice: Choice): void {
    this.page.ask(withChoice(this.page.store.view, choice), "");
  }
}
