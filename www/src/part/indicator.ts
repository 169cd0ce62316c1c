/**
 * Picks the indicator, from a list by theme.
 */
import { html, type TemplateResult } from "lit";
import { keys } from "../search";
import { withIndicator } from "../store";
import { type Entry, Picker } from "./picker";

export class IndicatorPicker extends Picker {
  #names: { entry: Entry; regions: string[] }[] | undefined;

  protected override get purpose(): string {
    return this.labels.pickIndicator;
  }

  protected override entries(): Entry[] {
    this.#names ??= this.#listed();
    const home = this.page.shown.home;
    const name = this.page.catalogue.regions.find(({ id }) => id === home)?.name ?? home;
    return this.#names.map(({ entry, regions }) => (regions.includes(home) ? entry : { ...entry, note: this.labels.noData(name) }));
  }

  protected override isChosen(id: string): boolean {
    return id === this.page.shown.indicator;
  }

  protected override choose(id: string): void {
    this.page.ask(withIndicator(this.page.store.view, id), "");
  }

  protected override render(): TemplateResult {
    const chosen = this.page.catalogue.indicators.find(({ id }) => this.isChosen(id));
    return html`<button type="button" class="field" popovertarget=${this.sheetId} aria-haspopup="dialog">
        <span class="caption">${this.labels.indicator}</span>
        <span class="value">${chosen ? fitting(chosen) : this.page.shown.indicator}</span></button>${this.sheet()}`;
  }

  /** All indicators in the order of the themes, findable in both languages. */
  #listed(): { entry: Entry; regions: string[] }[] {
    const { catalogue, foreign } = this.page;
    const other = new Map([...foreign.indicators, ...foreign.themes].map(({ id, name }) => [id, name]));
    return catalogue.themes.flatMap((theme) =>
      catalogue.indicators
        .filter((indicator) => indicator.theme === theme.id)
        .map(({ id, name, short, regions }) => {
          const found = keys(name, short, id, other.get(id) ?? "", theme.name, other.get(theme.id) ?? "");
          return { entry: { id, label: name, group: theme.name, keys: found }, regions };
        }),
    );
  }
}

/** The name, or the short one where the name would be cut. */
function fitting({ name, short }: { name: string; short: string }): string {
  return name.length > 26 ? short : name;
}
