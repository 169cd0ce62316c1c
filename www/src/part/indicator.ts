/**
 * Picks the indicator: from a list by theme, or the one before and the one after it, by button or by `[` and `]`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "#core";
import type { Choices } from "../choices";
import { beside, shelf } from "../related";
import { keys, pinyinKeys } from "../search";
import { withIndicator } from "../store";
import { type Entry, Picker } from "./picker";

type Indicator = Catalogue["indicators"][number];

/** Where a key means a letter. */
const WRITING = "input:not([type=range]), select, textarea, [contenteditable], :popover-open";

export class IndicatorPicker extends Picker {
  #listed: { entry: Entry; regions: string[] }[] | undefined;
  #with: Choices | undefined;
  readonly #press = (event: KeyboardEvent): void => this.#walk(event);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#press);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#press);
  }

  protected override get purpose(): string {
    return this.labels.pickIndicator;
  }

  protected override entries(): Entry[] {
    const { choices, shown, catalogue } = this.page;
    if (this.#with !== choices) this.#listed = undefined;
    this.#with = choices;
    this.#listed ??= this.#list();
    const { home } = shown;
    const note = this.labels.noData(catalogue.regions.find(({ id }) => id === home)?.name ?? home);
    return this.#listed.map(({ entry, regions }) =>
      regions.includes(home) ? entry : { ...entry, note, why: choices?.absent[entry.id]?.[home] });
  }

  protected override isChosen(id: string): boolean {
    return id === this.page.shown.indicator;
  }

  protected override choose(id: string): void {
    this.#go(id, "");
  }

  protected override render(): TemplateResult {
    const chosen = this.page.catalogue.indicators.find(({ id }) => this.isChosen(id));
    const near = beside(this.page.catalogue, this.page.shown.indicator);
    return html`<div class="walk">${this.#step("‹", "[", this.labels.previous, near.before)}
        <button type="button" class="field" popovertarget=${this.sheetId} aria-haspopup="dialog">
        <span class="caption">${this.labels.indicator}</span>
        <span class="value">${chosen ? fitting(chosen) : this.page.shown.indicator}</span></button>
        ${this.#step("›", "]", this.labels.next, near.after)}</div>${this.sheet()}`;
  }

  /** At either end the button stays in its place and can't be pressed. */
  #step(sign: string, key: string, label: (name: string) => string, to: Indicator | undefined): TemplateResult {
    const title = to ? `${to.name} (${key})` : nothing;
    return html`<button type="button" class="step" aria-label=${label(to?.name ?? this.labels.noneThere)} title=${title} aria-keyshortcuts=${key}
      ?disabled=${to === undefined} @click=${() => this.#to(to)}>${sign}</button>`;
  }

  #to(indicator: Indicator | undefined): void {
    if (indicator) this.#go(indicator.id, "walk");
  }

  #walk(event: KeyboardEvent): void {
    if ((event.key !== "[" && event.key !== "]") || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((event.target as Element).closest(WRITING) || document.querySelector(":popover-open")) return;
    const near = beside(this.page.catalogue, this.page.store.view.indicator ?? this.page.shown.indicator);
    this.#to(event.key === "[" ? near.before : near.after);
  }

  #go(id: string, kind: string): void {
    this.page.ask(withIndicator(this.page.store.view, id), kind);
  }

  /** All indicators in the order of the themes, findable in both languages. */
  #list(): { entry: Entry; regions: string[] }[] {
    const { catalogue, foreign, choices } = this.page;
    const themes = new Map(catalogue.themes.map(({ id, name }) => [id, name]));
    const other = new Map([...foreign.indicators, ...foreign.themes].map(({ id, name }) => [id, name]));
    return shelf(catalogue).map(({ id, name, short, theme, regions }) => {
      const group = themes.get(theme) ?? theme;
      const found = keys(name, short, id, other.get(id) ?? "");
      const spoken = pinyinKeys(choices?.pinyin[id] ?? "");
      return { entry: { id, label: name, group, keys: `${found}\n${spoken}`, under: keys(group, other.get(theme) ?? "") }, regions };
    });
  }
}

/** The name, or the short one where the name would be cut. */
function fitting({ name, short }: { name: string; short: string }): string {
  return name.length > 26 ? short : name;
}
