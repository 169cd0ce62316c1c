/**
 * A list to choose from, with a search: a button that opens a sheet. The combobox pattern of the ARIA practices.
 *
 * What is chosen from, and what a choice does, is the business of the pickers that build on it.
 */
import { html, nothing, type TemplateResult } from "lit";
import { best, type Entry, groups } from "../listed";
import { matches } from "../search";
import { Part } from "./part";

export type { Entry };

export abstract class Picker extends Part {
  static override properties = {
    typed: { state: true },
    active: { state: true },
    open: { state: true },
  };
  declare protected typed: string;
  declare protected active: number;
  declare protected open: boolean;
  protected readonly many: boolean = false;

  constructor() {
    super();
    this.typed = "";
    this.active = 0;
    this.open = false;
  }

  /** What the sheet is called. */
  protected abstract get purpose(): string;
  protected abstract entries(): Entry[];
  protected abstract isChosen(id: string): boolean;
  protected abstract choose(id: string): void;

  /** What is offered before the entries, as long as nothing is searched. */
  protected offers(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What else can be set in the sheet. */
  protected more(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected get sheetId(): string {
    return `${this.localName}-sheet`;
  }

  /** The sheet; its list is made only while it is open. */
  protected sheet(): TemplateResult {
    return html`<div class="sheet" id=${this.sheetId} popover role="dialog" aria-label=${this.purpose}
      @beforetoggle=${this.#toggle} @toggle=${this.#settle}>${this.open ? this.#inside() : nothing}</div>`;
  }

  #inside(): TemplateResult {
    const found = this.#found();
    const active = found[this.active];
    const offers = this.typed.trim() === "" ? this.offers() : nothing;
    return html`<div class="top"><input class="search" type="search" role="combobox" autocomplete="off" spellcheck="false"
        aria-expanded="true" aria-autocomplete="list" aria-controls=${this.#listId}
        aria-activedescendant=${active ? this.#idOf(active) : nothing}
        aria-label=${this.purpose} placeholder=${this.labels.search}
        .value=${this.typed} @input=${this.#type} @keydown=${this.#key}>
        <button type="button" class="close" aria-label=${this.labels.close} @click=${this.#shut}>×</button></div>
      <div class=${offers === nothing ? "reach" : "reach mixed"}>${offers}<div class="options" role="listbox" id=${this.#listId} aria-label=${this.purpose}
        aria-multiselectable=${this.many ? "true" : nothing}>${groups(found, this.typed.trim() !== "").map((group) => this.#group(group, found))}</div></div>
      <p class="none" role="status">${found.length === 0 ? this.labels.nothingFound : ""}</p>${this.more()}
      ${this.many ? html`<button type="button" class="done" @click=${this.#shut}>${this.labels.done}</button>` : nothing}`;
  }

  #group([name, entries]: [string, Entry[]], found: Entry[]): TemplateResult {
    const options = entries.map((entry) => this.#option(entry, found.indexOf(entry)));
    if (name === "") return html`${options}`;
    return html`<div role="group" aria-label=${name}><p class="group" aria-hidden="true">${name}</p>${options}</div>`;
  }

  #option(entry: Entry, place: number): TemplateResult {
    const state = `option${place === this.active ? " active" : ""}${entry.note ? " bare" : ""}`;
    return html`<div class=${state} role="option" id=${this.#idOf(entry)} aria-selected=${String(this.isChosen(entry.id))}
      @click=${() => this.#take(entry)} @pointermove=${() => this.#point(place)}>
      <span class="name">${entry.label}</span>${entry.note ? html` <span class="note">${entry.note}</span>` : nothing}${entry.why
        ? html` <span class="why">${entry.why}</span>` : nothing}</div>`;
  }

  get #listId(): string {
    return `${this.localName}-list`;
  }

  #idOf(entry: Entry): string {
    return `${this.localName}-${entry.id}`;
  }

  #found(): Entry[] {
    const [all, typed] = [this.entries(), this.typed.trim()];
    return typed === "" ? all : best(all.filter((entry) => matches(`${entry.keys}\n${entry.under ?? ""}`, typed)), typed);
  }

  #take(entry: Entry): void {
    this.choose(entry.id);
    if (!this.many) this.#shut();
    this.requestUpdate();
  }

  #point(place: number): void {
    this.active = place;
  }

  #type(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.active = 0;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = this.#found();
    const last = found.length - 1;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + 8, PageUp: this.active - 8 }[event.key];
    if (to !== undefined) {
      this.active = Math.max(0, Math.min(last, to));
      void this.updateComplete.then(() => this.querySelector(".active")?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter") {
      const entry = found[this.active];
      if (entry) this.#take(entry);
    } else return;
    event.preventDefault();
  }

  #element(): HTMLElement | null {
    return this.querySelector<HTMLElement>(".sheet");
  }

  #shut(): void {
    this.#element()?.hidePopover();
  }

  #toggle(event: ToggleEvent): void {
    const opens = event.newState === "open";
    visualViewport?.[opens ? "addEventListener" : "removeEventListener"]("resize", this.#keep);
    if (!opens) return;
    this.open = true;
    void this.page.bringChoices();
    this.typed = "";
    this.active = Math.max(0, this.entries().findIndex((entry) => this.isChosen(entry.id)));
    this.#place(event.target as HTMLElement);
  }

  /** On a wide screen the sheet hangs below its field; on a narrow one the style sheet puts it at the foot. */
  #place(sheet: HTMLElement): void {
    const field = this.getBoundingClientRect();
    const left = Math.max(16, Math.min(field.left, innerWidth - 16 - 360));
    sheet.style.setProperty("--left", `${left}px`);
    sheet.style.setProperty("--top", `${field.bottom + 4}px`);
    this.#keep();
  }

  /** What the keyboard of a phone covers is not in reach: the sheet stands on it. */
  readonly #keep = (): void => {
    const seen = visualViewport;
    if (seen === null || seen.scale !== 1) return;
    const style = this.#element()?.style;
    style?.setProperty("--covered", `${Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop))}px`);
    style?.setProperty("--seen", `${Math.round(seen.height)}px`);
  };

  /**
   * A finger would get the keyboard in the way of the list: only a pointer gets the search field at once.
   * The inside goes only when the sheet is closed: the browser gives the focus back as long as it is still in there.
   */
  async #settle(event: ToggleEvent): Promise<void> {
    this.open = event.newState === "open";
    if (!this.open) return;
    await this.updateComplete;
    if (!matchMedia("(pointer: coarse)").matches) this.querySelector<HTMLElement>(".search")?.focus();
    this.querySelector(".reach:not(.mixed) .active")?.scrollIntoView({ block: "center" });
  }
}
