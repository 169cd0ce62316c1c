/**
 * The dialog for taking figures along: pictures in any size, documents, and a report of several figures in one file.
 *
 * It makes no file itself: what does comes when a file is first asked for.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Fine, Held, Kind } from "../documents";
import { once } from "../document/module";
import { save, SIZE, svg } from "../download";
import { Part } from "../part/part";
import { takeWords, sized, type TakeWords } from "./take-words";
import { version } from "./version";

type Documents = typeof import("../documents");

/** What makes files, brought when the first is asked for. */
const made = once(() => import(new URL(DOCUMENTS_SCRIPT, import.meta.url).href) as Promise<Documents>);

/** The charts that the office programs have, too. */
const NATIVE: ReadonlySet<string> = new Set(["rank-bars", "gap-bars", "trend-lines", "indexed-lines", "slopes", "scatter", "grouped-bars", "stacked-bars"]);

const KINDS: readonly (readonly [Kind, string])[] = [["pdf", "PDF"], ["xlsx", "Excel"], ["pptx", "PowerPoint"], ["docx", "Word"]];

const TIMES: readonly number[] = [1, 2, 3, 4];

/** Widths of pictures in print: half a page, a page, a slide. */
const CENTIMETRES: readonly number[] = [8, 16, 25];

export class Take extends Part {
  static override properties = { told: { state: true }, busy: { state: true }, held: { state: true }, whole: { state: true }, fine: { state: true }, outlines: { state: true }, asked: { state: true } };
  /** What happened last. */
  declare told: string;
  declare busy: boolean;
  /** The figures of the report. */
  declare held: readonly Held[];
  /** Whether documents are made of the report. */
  declare whole: boolean;
  /** Which size a picture of dots has. */
  declare fine: string;
  /** Whether the texts of a vector picture are outlines. */
  declare outlines: boolean;
  /** Whether the dialog was ever asked for: it is empty until then. */
  declare asked: boolean;

  constructor() {
    super();
    this.told = "";
    this.busy = false;
    this.held = [];
    this.whole = false;
    this.fine = "times-2";
    this.outlines = false;
    this.asked = false;
  }

  get #own(): TakeWords {
    return takeWords(this.page.lang);
  }

  protected override render(): TemplateResult {
    const own = this.#own;
    return html`<button type="button" class="taking" aria-haspopup="dialog" @click=${this.#show}>${own.more}</button>
      <dialog class="take" aria-labelledby="take-title" @click=${this.#outside}>${this.asked ? this.#inside(own) : nothing}</dialog>`;
  }

  #inside(own: TakeWords): TemplateResult {
    return html`<div class="inside">
      <div class="top"><h2 id="take-title">${own.title}</h2>
        <button type="button" class="close" aria-label=${own.close} @click=${this.#shut}>×</button></div>
      ${this.#pictures(own)}${this.#report(own)}${this.#papers(own)}
      <p class="told" role="status">${this.told}</p></div>`;
  }

  #pictures(own: TakeWords): TemplateResult {
    const sizes = [...TIMES.map((n) => [`times-${n}`, own.times(n)] as const), ...CENTIMETRES.map((n) => [`centimetres-${n}`, own.centimetres(n)] as const)];
    return html`<section><h3>${own.picture}</h3><ul class="kinds">
      <li><span class="kind">${own.svg}
        <label class="outlines"><input type="checkbox" .checked=${this.outlines} @change=${(event: Event) => (this.outlines = (event.target as HTMLInputElement).checked)}> ${own.outlines}</label></span>
        ${this.#button("SVG", () => this.#picture("svg"))}</li>
      <li><span class="kind">${own.png}
        <label><span class="unseen">${own.size}</span><select @change=${(event: Event) => (this.fine = (event.target as HTMLSelectElement).value)}>${sizes.map(
          ([id, name]) => html`<option value=${id} ?selected=${id === this.fine}>${name}</option>`,
        )}</select></label></span>
        ${this.#button("PNG", () => this.#picture("png"))}</li>
      <li><span class="kind"></span><button type="button" ?disabled=${this.busy} @click=${() => void this.#run(() => this.#copy())}>${own.copy}</button></li>
    </ul></section>`;
  }

  #report(own: TakeWords): TemplateResult {
    const { held } = this;
    return html`<section><h3>${own.report}</h3><p class="hint">${held.length === 0 ? own.reportWhy : ""}</p>
      <ol class="held">${held.map(
        (one, i) => html`<li><span>${one.document.title}</span> <button type="button" class="close" aria-label=${own.remove(one.document.title)} @click=${() => this.#remove(i)}>×</button></li>`,
      )}</ol>
      <button type="button" class="gather" ?disabled=${this.busy} @click=${() => void this.#run(() => this.#add())}>${own.add}</button></section>`;
  }

  #papers(own: TakeWords): TemplateResult {
    const chart = this.page.shown.chart;
    const native = NATIVE.has(chart ?? "");
    const choice = html`<label class="whole"><input type="checkbox" .checked=${this.whole} @change=${(event: Event) => (this.whole = (event.target as HTMLInputElement).checked)}> ${own.whole(this.held.length)}</label>`;
    return html`<section><h3>${own.documents}</h3>${this.held.length > 0 ? choice : nothing}<ul class="kinds">${KINDS.map(([kind, name]) => {
      const office = kind === "xlsx" || kind === "pptx";
      const said = [office && !this.#reports ? (native ? own.native : own.asPicture(name)) : "", own.first(sized(SENT[kind]))];
      return html`<li><span class="kind">${own.kinds[kind]}<small>${said.filter((text) => text !== "").join(this.page.lang === "zh" ? "；" : "; ")}</small></span>${this.#button(name, () => this.#document(kind))}</li>`;
    })}</ul></section>`;
  }

  get #reports(): boolean {
    return this.whole && this.held.length > 0;
  }

  #button(name: string, make: () => Promise<void>): TemplateResult {
    return html`<button type="button" ?disabled=${this.busy} aria-label=${this.#own.save(name)} @click=${() => void this.#run(make)}>${name}</button>`;
  }

  /** One at a time; what fails is told. */
  async #run(make: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.told = this.#own.busy;
    try {
      await make();
    } catch (reason) {
      this.told = this.#own.failed(reason instanceof Error ? reason.message : String(reason));
    } finally {
      this.busy = false;
    }
  }

  /** What makes files; a core with every chart knows what they hold. */
  async #ready(): Promise<Documents> {
    const [documents, came] = await Promise.all([made(this.#coming), this.page.widen()]);
    if (!came) throw new Error("gallery.wasm");
    return documents;
  }

  async #picture(kind: "svg" | "png"): Promise<void> {
    const figure = this.page.full(SIZE.width, SIZE.height);
    const name = `${figure.fileName()}.${kind}`;
    try {
      const file = kind === "png" ? await this.#dots() : this.outlines ? await this.#outlined() : svg(figure);
      if (file === undefined) throw new Error("PNG");
      this.#give(file, name);
    } finally {
      figure.free();
    }
  }

  async #outlined(): Promise<Blob> {
    const { outlines } = await this.#ready();
    return outlines(this.page, SIZE, this.#coming);
  }

  /** Tells how much of what is needed has come. */
  #coming = (part: number): void => {
    this.told = this.#own.coming(Math.round(part * 100));
  };

  async #dots(): Promise<Blob | undefined> {
    const { picture } = await this.#ready();
    const [unit, n] = this.fine.split("-") as [string, string];
    const fine: Fine = unit === "times" ? { times: Number(n) } : { centimetres: Number(n) };
    return picture(this.page, fine, SIZE);
  }

  async #copy(): Promise<void> {
    const own = this.#own;
    try {
      // the promise is handed over: Safari writes only what was begun by the press
      const picture = this.#ready().then(async (documents) => (await documents.picture(this.page, { times: 2 }, SIZE)) ?? Promise.reject(new Error("PNG")));
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      this.told = own.copied;
    } catch {
      this.told = own.refused;
    }
  }

  async #add(): Promise<void> {
    const { hold } = await this.#ready();
    this.held = [...this.held, await hold(this.page)];
    this.whole = true;
    this.told = this.#own.added(this.held.length);
  }

  #remove(place: number): void {
    this.held = this.held.filter((_, i) => i !== place);
    this.told = this.#own.removed(this.held.length);
    this.querySelector<HTMLElement>(".gather")?.focus();
  }

  async #document(kind: Kind): Promise<void> {
    const own = this.#own;
    const { hold, written } = await this.#ready();
    const all = this.#reports ? this.held : [await hold(this.page)];
    const [first] = all as [Held, ...Held[]];
    const title = all.length > 1 ? own.reportName : first.document.title;
    const origin = { site: location.href, data: version() };
    const file = await written(kind, all, title, origin, this.#coming);
    this.#give(file, `${all.length > 1 ? own.reportName : first.name}.${kind}`);
  }

  #give(file: Blob, name: string): void {
    save(file, name);
    this.told = this.#own.saved(name);
  }

  async #show(): Promise<void> {
    this.told = "";
    this.asked = true;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  #shut(): void {
    this.querySelector("dialog")?.close();
  }

  #outside(event: Event): void {
    if (event.target instanceof HTMLDialogElement) this.#shut();
  }
}
