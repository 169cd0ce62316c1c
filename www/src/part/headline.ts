/**
 * The finding as a heading, and what it is about; it also tells a screen reader when they change.
 */
import { html, type TemplateResult } from "lit";
import { Part } from "./part";

export class Headline extends Part {
  #told = "";

  protected override render(): TemplateResult {
    const { titlePieces, subtitle } = this.page.words;
    return html`<h1 class="title" id="title">${titlePieces.map(({ text, keep }) =>
      keep ? html`<span class="keep">${text}</span>` : text)}</h1><p class="subtitle">${subtitle}</p>`;
  }

  protected override updated(): void {
    const { title } = this.page.words;
    document.title = `${title} · ${this.labels.site}`;
    if (this.#told !== "" && this.#told !== title) this.#announce(title);
    this.#told = title;
  }

  #announce(title: string): void {
    const status = document.querySelector("[role=status].announcer");
    if (status !== null) status.textContent = title;
  }
}
