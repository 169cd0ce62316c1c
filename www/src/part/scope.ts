/**
 * Picks the scope (口径), where the figures of an indicator have more than one.
 */
import { html, nothing, type TemplateResult } from "lit";
import { withChoice } from "../store";
import { Part } from "./part";
import { select } from "./select";

export class ScopePicker extends Part {
  protected override render(): TemplateResult | typeof nothing {
    const { scopes } = this.page.words;
    this.hidden = scopes.length < 2;
    if (this.hidden) return nothing;
    const set = (scope: string): void => this.page.ask(withChoice(this.page.store.view, { scope }), "");
    return html`<div class="field">${select(this.labels.scope, scopes, this.page.shown.scope, set)}</div>`;
  }
}
