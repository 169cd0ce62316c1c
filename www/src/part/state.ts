/**
 * What must be told above the figure: what the address names wrongly, what is missing, and the ways out.
 *
 * It takes its room from the figure, so that nothing else moves.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { State } from "../state";
import { Part } from "./part";

export class Told extends Part {
  protected override render(): TemplateResult | typeof nothing {
    const { states } = this.page;
    if (states.length === 0) return nothing;
    return html`<div class="states">${states.map((state) => this.#one(state))}</div>`;
  }

  #one({ kind, what, why, waits, ways }: State): TemplateResult {
    const reason = why || waits ? html` <span class=${waits ? "why waits" : "why"}>${why}</span>` : nothing;
    return html`<div class="state" data-kind=${kind}><p><span class="what">${what}</span>${reason}</p>
      <p class="ways">${ways.map(({ label, view }) =>
        html`<button type="button" @click=${() => this.page.mend(view)}>${label}</button>`)}</p></div>`;
  }
}
