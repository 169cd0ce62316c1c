/**
 * The slider over the periods that have values.
 */
import { html, nothing, type TemplateResult } from "lit";
import { withChoice } from "../store";
import { Part } from "./part";

export class Periods extends Part {
  protected override render(): TemplateResult | typeof nothing {
    const { periods, periodLabels } = this.page.words;
    this.hidden = periods.length < 2;
    if (this.hidden) return nothing;
    const here = Math.max(0, periods.indexOf(this.page.shown.period ?? ""));
    const label = periodLabels[here] ?? "";
    return html`<div class="slider"><output class="now">${label}</output>
      <span class="end" aria-hidden="true">${periodLabels[0]}</span>
      <input type="range" min="0" max=${periods.length - 1} step="1" .value=${String(here)} aria-valuetext=${label}
        aria-label=${this.labels.period} @input=${this.#slide} @change=${() => this.page.keep("period")}>
      <span class="end" aria-hidden="true">${periodLabels.at(-1)}</span></div>`;
  }

  #slide(event: Event): void {
    const period = this.page.words.periods[Number((event.target as HTMLInputElement).value)];
    if (period !== undefined) this.page.try(withChoice(this.page.store.view, { period }));
  }
}
