/**
 * Picks the peers, and among whom and against what home is measured.
 */
import { html, type nothing, type TemplateResult } from "lit";
import type { View } from "#core";
import { withChoice, withPeer, withPeers } from "../store";
import { CityPicker } from "./city";
import type { Entry } from "./picker";
import { select } from "./select";
import { sets } from "./sets";

/** As many chips are shown; of more peers only the coloured ones, and how many there are besides. */
const CHIPS = 4;
const COLOURED = 3;

const BENCHMARKS = ["median", "mean", "best", "none"] as const;

export class PeerPicker extends CityPicker {
  protected override readonly many = true;

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
    const shown = peers.length > CHIPS ? peers.slice(0, COLOURED) : peers;
    const more = peers.length - shown.length;
    return html`<div class="field"><span class="caption">${this.labels.peers}</span>
        <span class="chips">${shown.map((id, place) => this.#chip(id, place))}${more > 0 ? html`<span class="besides">${this.labels.besides(more)}</span>` : ""}
        <button type="button" class="add" popovertarget=${this.sheetId} aria-haspopup="dialog"
          aria-label=${this.labels.addPeer}>+</button></span></div>${this.sheet()}`;
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

  /** The name is only read; the cross beside it takes the peer away. From the fourth on the colours come again, as in the figure. */
  #chip(id: string, place: number): TemplateResult {
    const name = this.nameOf(id);
    return html`<span class="chip peer-${(place % COLOURED) + 1}">${name}<button type="button" class="cross"
      aria-label=${this.labels.removePeer(name)} @click=${() => this.choose(id)}>×</button></span>`;
  }

  #set(choice: Pick<View, "group" | "benchmark">): void {
    this.page.ask(withChoice(this.page.store.view, choice), "");
  }
}
