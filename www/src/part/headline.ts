/**
 * The finding as a heading, and what it is about; it also tells a screen reader when they change.
 */
import { html, type TemplateResult } from "lit";
import type { Words } from "#core";
import { Part } from "./part";

type Pieces = Words["titlePieces"];

/** A comma belongs to the piece before it: no line begins with one. */
export function attached(pieces: Pieces): Pieces {
  const all: Pieces = [];
  for (const { text, keep } of pieces) {
    const comma = /^[,，]/.exec(text)?.[0] ?? "";
    const last = all.at(-1);
    if (last) all[all.length - 1] = { ...last, text: last.text + comma };
    all.push({ text: last ? text.slice(comma.length) : text, keep });
  }
  return all;
}

/** Whether a title takes more than four lines of a phone, a hanzi being as wide as two letters: it is set smaller there, as in the served page. */
export function isLong(title: string): boolean {
  return title.replace(/[^\0-\x7f]/g, "--").length > 125;
}

export class Headline extends Part {
  #told = "";
  /** On the opening the page has a title of its own, and this is the heading of a section in it. */
  readonly #inner = document.documentElement.dataset["page"] === "opening";

  /** What was served stays until there is something else to say: a title painted anew is the page's largest paint once more. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    if (this.hasUpdated) return true;
    const { title, subtitle } = this.page.words;
    if (this.textContent === title + subtitle) {
      this.#told = title;
      return false;
    }
    this.replaceChildren();
    return true;
  }

  protected override render(): TemplateResult {
    const { title: whole, titlePieces, subtitle } = this.page.words;
    const title = attached(titlePieces).map(({ text, keep }) => (keep ? html`<span class="keep">${text}</span>` : text));
    const name = isLong(whole) ? "title long" : "title";
    const heading = this.#inner
      ? html`<h3 class=${name} id="title">${title}</h3>`
      : html`<h1 class=${name} id="title">${title}</h1>`;
    return html`${heading}<p class="subtitle">${subtitle}</p>`;
  }

  protected override updated(): void {
    const { title } = this.page.words;
    const changed = this.#told !== "" && this.#told !== title;
    if (!this.#inner || changed) document.title = `${title} · ${this.labels.site}`;
    if (changed && !this.page.quiet) this.#announce(title);
    this.#told = title;
  }

  #announce(title: string): void {
    const status = document.querySelector("[role=status].announcer");
    if (status !== null) status.textContent = title;
  }
}
