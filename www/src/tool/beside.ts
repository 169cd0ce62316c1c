/**
 * Picks the indicators beside the first, for charts of several.
 */
import { html, nothing, type TemplateResult } from "lit";
import { type Entry, Picker } from "../part/picker";
import { shelf } from "../related";
import { keys, pinyinKeys } from "../search";
import { withChoice } from "../store";
import { words } from "./words";

export class BesidePicker extends Picker {
  protected override readonly many = true;

  protected override get purpose(): string {
    return words(this.page.lang).pickBeside;
  }

  protected override entries(): Entry[] {
    const { catalogue, foreign, choices, shown } = this.page;
    const themes = new Map(catalogue.themes.map(({ id, name }) => [id, name]));
    const other = new Map(foreign.indicators.map(({ id, name }) => [id, name]));
    const listed = shelf(catalogue).filter(({ id }) => id !== shown.indicator);
    return listed.map(({ id, name, short, theme, regions }) => {
      const found = `${keys(name, short, id, other.get(id) ?? "")}\n${pinyinKeys(choices?.pinyin[id] ?? "")}`;
      const entry = { id, label: name, group: themes.get(theme) ?? theme, keys: found };
      return regions.includes(shown.home) ? entry : { ...entry, note: this.labels.noDataHere };
    });
  }

  protected override isChosen(id: string): boolean {
    return this.#chosen.includes(id);
  }

  protected override choose(id: string): void {
    const beside = this.isChosen(id) ? this.#chosen.filter((one) => one !== id) : [...this.#chosen, id];
    this.page.ask(withChoice(this.page.store.view, { beside }), "beside");
  }

  get #chosen(): readonly string[] {
    return this.page.store.view.beside ?? this.page.shown.beside ?? [];
  }

  protected override render(): TemplateResult {
    const own = words(this.page.lang);
    return html`<button type="button" class="field" popovertarget=${this.sheetId} aria-haspopup="dialog">
      <span class="caption">${own.beside}</span> <span class="value">${own.besides(this.#chosen.length)}</span></button>${this.sheet()}`;
  }

  /** Back to those that the chart takes by itself. */
  protected override more(): TemplateResult | typeof nothing {
    const { view } = this.page.store;
    if (view.beside === undefined) return nothing;
    const reset = (): void => this.page.ask(withChoice(view, { beside: undefined }), "");
    return html`<div class="more"><button type="button" class="preset" @click=${reset}>${words(this.page.lang).usual}</button></div>`;
  }
}
