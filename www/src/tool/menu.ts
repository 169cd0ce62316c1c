/**
 * The menu of further charts, below its tab or at the foot of a phone. The menu pattern of the ARIA practices.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "#core";
import type { ChartChoice } from "../choices";
import { withChoice } from "../store";
import { Part } from "../part/part";
import { type Offer, offers } from "./offer";
import { words } from "./words";

export class ChartMenu extends Part {
  static override properties = { open: { state: true } };
  declare protected open: boolean;
  #tab: HTMLElement | undefined;

  constructor() {
    super();
    this.open = false;
  }

  /** Opens it at a tab; it may be asked for in the moment in which it comes, before it has been rendered. */
  async show(tab: HTMLElement): Promise<void> {
    this.#tab = tab;
    void this.page.bringChoices();
    await this.updateComplete;
    const { left, bottom } = tab.getBoundingClientRect();
    const sheet = this.#sheet();
    sheet?.style.setProperty("--left", `${Math.max(16, Math.min(left, innerWidth - 16 - 640))}px`);
    sheet?.style.setProperty("--top", `${bottom + 4}px`);
    sheet?.showPopover();
  }

  protected override render(): TemplateResult {
    return html`<div class="sheet charts" id="charts" popover @toggle=${this.#toggle} @keydown=${this.#key}>${this.open ? this.#inside() : nothing}</div>`;
  }

  #inside(): TemplateResult {
    const { catalogue, choices, shown, lang } = this.page;
    const own = words(lang);
    return html`<div class="top"><p class="group" aria-hidden="true">${own.charts}</p>
        <button type="button" class="close" tabindex="-1" aria-label=${own.close} @click=${this.#shut}>×</button></div>
      <div class="kinds" role="menu" aria-label=${own.charts}>${offers(choices, catalogue, shown.indicator).map((offer) => this.#group(offer))}</div>`;
  }

  #group({ kind, charts }: Offer): TemplateResult {
    const own = words(this.page.lang);
    const name = kind === "" ? own.not : own.kinds[kind] ?? kind;
    return html`<div class="kind" role="group" aria-label=${name}><p class="group" aria-hidden="true">${name}</p>${charts.map((one) => this.#item(one, kind !== ""))}</div>`;
  }

  #item({ id, name, what, needs }: ChartChoice, suits: boolean): TemplateResult {
    const { shown, catalogue } = this.page;
    // what suits was found out for the default home: from another it is only a hint
    const never = !suits && shown.home === catalogue.defaults.home;
    return html`<button type="button" class="chart${suits ? "" : " bare"}" role="menuitemradio" data-chart=${id} tabindex="-1"
      aria-checked=${String(id === shown.chart)} aria-disabled=${never ? "true" : nothing}
      @click=${() => never || this.#take(id)}><b>${name}</b> <span class="why">${suits ? what : needs}</span></button>`;
  }

  #take(id: string): void {
    this.#shut();
    this.page.ask(withChoice(this.page.store.view, { chart: id as NonNullable<View["chart"]> }), "", "chart");
  }

  #sheet(): HTMLElement | null {
    return this.querySelector<HTMLElement>(".sheet");
  }

  /** The tab has the focus again, whatever had opened it. */
  #shut(): void {
    this.#sheet()?.hidePopover();
    this.#tab?.focus();
  }

  async #toggle(event: ToggleEvent): Promise<void> {
    this.open = event.newState === "open";
    this.#tab?.setAttribute("aria-expanded", String(this.open));
    if (!this.open) return;
    await this.updateComplete;
    const items = this.#items();
    (items.find((one) => one.ariaChecked === "true") ?? items[0])?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=menuitemradio]")];
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Tab" || event.key === "Escape") {
      if (event.key === "Escape") event.preventDefault();
      return this.#shut();
    }
    const items = this.#items();
    const here = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? this.#typed(items, here, event) : items.at(to % items.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }

  /** A letter leads to the next chart whose name begins with it. */
  #typed(items: HTMLElement[], here: number, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): HTMLElement | undefined {
    if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return undefined;
    const round = [...items.slice(here + 1), ...items.slice(0, here + 1)];
    return round.find((one) => one.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
  }
}
