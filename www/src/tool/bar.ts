/**
 * The row below the figure: who alone is looked at, how the chart is drawn, and the tools: undo, redo, full screen, shortcuts.
 */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { View } from "#core";
import { Part } from "../part/part";
import { select } from "../part/select";
import { type Choice, withChoice } from "../store";
import type { Acts } from "./keys";
import { lookAtAll } from "./focus";
import { type Field, type Option, options, possible, VALUES } from "./options";
import type { Trail } from "./trail";
import { say, words } from "./words";

type Named = { id: string; name: string };

/** The signs of the tools, drawn in a square of 24. */
const SIGNS = {
  undo: svg`<path d="M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3"/>`,
  redo: svg`<path d="m15 5 5 5-5 5m5-5H10a5 5 0 0 0 0 10h3"/>`,
  full: svg`<path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5"/>`,
};

export class Bar extends Part {
  /** Given before it is defined, as the page is. */
  declare acts: Acts;
  declare trail: Trail;
  #focus: string | undefined;
  #begun = false;

  protected override render(): TemplateResult {
    const own = words(this.page.lang);
    const { trail, acts } = this;
    return html`<div class="drawn" role="group" aria-label=${own.tools}>${this.#only()}${this.#tiles()}${this.#options().map((option) => this.#option(option))}</div>
      ${this.page.panel === "table" ? nothing : html`<p class="cue"><span class="point">${own.point}</span><span class="tap">${own.tap}</span></p>`}
      <div class="aids">
        ${this.#tool("undo", own.undo, "Ctrl+Z", "Control+Z", acts.undo, !trail.canUndo)}
        ${this.#tool("redo", own.redo, "Ctrl+Shift+Z", "Control+Shift+Z", acts.redo, !trail.canRedo)}
        ${this.#tool("full", own.full, "f", "f", acts.full)}
        <button type="button" class="aid" data-tool="help" aria-label=${own.help} title="${own.help} (?)" aria-keyshortcuts="?" aria-haspopup="dialog" @click=${acts.help}>?</button></div>`;
  }

  protected override updated(): void {
    const { focus } = this.page.shown;
    if (this.#begun && focus !== this.#focus) say(focus === undefined ? words(this.page.lang).all : words(this.page.lang).only(this.#nameOf(focus)));
    this.#focus = focus;
    this.#begun = true;
  }

  #tool(id: keyof typeof SIGNS, label: string, keys: string, shortcut: string, does: () => void, off = false): TemplateResult {
    return html`<button type="button" class="aid" data-tool=${id} aria-label=${label} title="${label} (${keys})" aria-keyshortcuts=${shortcut}
      aria-disabled=${off ? "true" : nothing} @click=${does}><svg viewBox="0 0 24 24" aria-hidden="true">${SIGNS[id]}</svg></button>`;
  }

  /** How a chart is drawn is nothing to its table, whose columns sort by themselves. */
  #options(): readonly Option[] {
    return this.page.panel === "table" ? [] : options(this.page.shown);
  }

  /** Who alone is looked at. */
  #only(): TemplateResult | typeof nothing {
    const { focus } = this.page.shown;
    if (focus === undefined) return nothing;
    const [own, name] = [words(this.page.lang), this.#nameOf(focus)];
    return html`<button type="button" class="only" aria-label="${own.only(name)}: ${own.clear(name)}" @click=${() => lookAtAll(this.page)}>${own.only(name)} <span aria-hidden="true">×</span></button>`;
  }

  /** On a narrow screen the cities of a map are too small for their names; the style sheet shows this only there. */
  #tiles(): TemplateResult | typeof nothing {
    if (this.page.shown.chart !== "map") return nothing;
    return html`<button type="button" class="clearer" @click=${() => this.#set({ chart: "tile-grid" })}>${words(this.page.lang).tiles}</button>`;
  }

  #option(option: Option): TemplateResult {
    const own = words(this.page.lang);
    switch (option) {
      case "sort":
        return select(own.sort, named(own.sorts), this.#now("sort"), (id) => this.#take("sort", id));
      case "scale":
        return this.#segments("scale", own.scale, own.scalesOf);
      case "form":
        return this.#segments("form", own.form, own.forms);
      case "origin":
        return this.#segments("origin", own.origin, own.origins);
      case "by":
        return this.#segments("by", own.by, Object.fromEntries(Object.entries(own.bys).filter(([by]) => this.#repeats(by).includes(this.page.shown.of ?? ""))));
      case "scales":
        return this.#segments("scales", own.scales, own.scalesEach);
      case "base":
        return this.#base();
      case "of":
        return select(own.of, possible(this.page.catalogue.charts, this.#repeats(this.page.shown.by ?? "region")), this.page.shown.of, (id) => this.#set({ of: id as NonNullable<View["of"]> }));
      case "beside":
        return html`<dui-beside .page=${this.page}></dui-beside>`;
    }
  }

  /** What panels for cities or indicators can repeat: the core knows, once it is the one with every chart. */
  #repeats(by: string): string[] {
    const { figure } = this.page;
    return typeof figure.repeats === "function" ? figure.repeats(by) : [];
  }

  #segments(field: Field, label: string, names: Record<string, string>): TemplateResult {
    const id = `option-${field}`;
    return html`<span class="choice"><span class="caption" id=${id}>${label}</span><span class="segments" role="group" aria-labelledby=${id}>${named(names).map(
      (one) => html`<button type="button" data-value=${one.id} aria-pressed=${String(one.id === this.#now(field))} @click=${() => this.#take(field, one.id)}>${one.name}</button>`,
    )}</span></span>`;
  }

  #base(): TemplateResult {
    const { words: told, store } = this.page;
    const own = words(this.page.lang);
    const periods = told.periods.map((id, place) => ({ id, name: told.periodLabels[place] ?? id }));
    return select(own.base, [{ id: "", name: own.usual }, ...periods], store.view.base ?? "", (id) => this.#set({ base: id || undefined }));
  }

  #now(field: Field): string {
    return this.page.store.view[field] ?? this.page.shown[field] ?? VALUES[field][0] ?? "";
  }

  /** The default is left out of the view. */
  #take(field: Field, id: string): void {
    this.#set({ [field]: id === VALUES[field][0] ? undefined : id });
  }

  #set(choice: Choice): void {
    this.page.ask(withChoice(this.page.store.view, choice), "");
  }

  #nameOf(id: string): string {
    return this.page.catalogue.regions.find((region) => region.id === id)?.name ?? id;
  }
}

function named(names: Record<string, string>): Named[] {
  return Object.entries(names).map(([id, name]) => ({ id, name }));
}
