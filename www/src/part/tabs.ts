/**
 * Chooses among the charts and the table, by the tabs pattern of the ARIA practices.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "#core";
import { FIRST } from "../core";
import { withChoice } from "../store";
import { Part } from "./part";

const TABLE = "table";
const TREND = "trend-lines";
/** The tab of all further charts: it opens a menu, and bears the name of the one that is shown. */
const MORE = "more";

export class Tabs extends Part {
  protected override render(): TemplateResult {
    const { charts } = this.page.catalogue;
    const further = charts.find(({ id }) => this.#isFurther && id === this.page.shown.chart)?.name;
    const tabs = [...charts.filter(({ id }) => FIRST.has(id)), { id: MORE, name: further ?? this.labels.moreCharts }, { id: TABLE, name: this.labels.table }];
    const { periods, periodLabels } = this.page.words;
    const why = periods.length === 1 ? this.labels.onePeriod(periodLabels[0] ?? "") : undefined;
    return html`<div class="tablist" role="tablist" aria-label=${this.labels.chart} @keydown=${this.#key}>${tabs.map(
      ({ id, name }) => html`<button type="button" role="tab" id="tab-${id}" data-tab=${id} data-name=${name}
        aria-disabled=${why && id === TREND ? "true" : nothing} title=${(id === TREND && why) || nothing} aria-selected=${String(id === this.#chosen)} tabindex=${id === this.#chosen ? 0 : -1}
        aria-controls=${id === TABLE ? "records" : "figure"} aria-haspopup=${id === MORE ? "menu" : nothing}
        @pointerenter=${() => this.#near(id)} @focus=${() => this.#near(id)} @click=${() => this.#choose(id, true)}>${name}</button>`,
    )}</div>`;
  }

  protected override updated(): void {
    const table = this.page.panel === "table";
    const figure = document.getElementById("figure");
    const records = document.getElementById("records");
    for (const [panel, hidden] of [[figure, table], [records, !table]] as const) {
      panel?.toggleAttribute("hidden", hidden);
      panel?.setAttribute("role", "tabpanel");
    }
    records?.classList.add("live");
    records?.querySelector("details")?.setAttribute("open", "");
    figure?.setAttribute("aria-labelledby", `tab-${this.#tab}`);
    records?.setAttribute("aria-labelledby", `tab-${TABLE}`);
  }

  get #chosen(): string {
    return this.page.panel === "table" ? TABLE : this.#tab;
  }

  get #isFurther(): boolean {
    return !FIRST.has(this.page.shown.chart);
  }

  /** The tab of the chart. */
  get #tab(): string {
    return this.#isFurther ? MORE : this.page.shown.chart;
  }

  #near(id: string): void {
    if (id === MORE) this.page.prefetch();
  }

  #choose(id: string, pressed = false): void {
    if (id === MORE) {
      if (this.page.panel === "table" && this.#isFurther) return this.page.show("chart");
      const tab = this.querySelector<HTMLElement>("#tab-more");
      if (pressed && tab) this.page.onMore(tab);
      return;
    }
    // a trend needs two periods; its tab says so
    if (id === TREND && this.page.words.periods.length === 1) return;
    if (id === TABLE) return this.page.show("table");
    this.page.ask(withChoice(this.page.store.view, { chart: id as NonNullable<View["chart"]> }), "chart", "chart");
  }

  #key(event: KeyboardEvent): void {
    const tabs = [...this.querySelectorAll<HTMLElement>("[role=tab]")];
    const here = tabs.indexOf(event.target as HTMLElement);
    if (event.key === "ArrowDown" && tabs[here]?.dataset["tab"] === MORE) {
      event.preventDefault();
      return this.#choose(MORE, true);
    }
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    this.#choose(next.dataset["tab"] ?? TABLE);
  }
}
