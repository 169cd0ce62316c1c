/**
 * Takes the figure along: vector picture, picture of dots, table.
 */
import { html, type TemplateResult } from "lit";
import type { Figure } from "#core";
import { csv, png, save, SIZE, svg } from "../download";
import { Part } from "./part";

type Make = (figure: Figure) => Blob | Promise<Blob | undefined>;

const FORMATS: readonly (readonly [string, Make])[] = [["SVG", svg], ["PNG", png], ["CSV", csv]];

export class Downloads extends Part {
  protected override render(): TemplateResult {
    return html`<span class="caption" id="downloads">${this.labels.download}</span>
      <span class="formats" role="group" aria-labelledby="downloads">${FORMATS.map(
        ([name, make]) => html`<button type="button" @click=${() => void this.#save(name, make)}>${name}</button>`,
      )}</span>`;
  }

  async #save(name: string, make: Make): Promise<void> {
    const figure = this.page.full(SIZE.width, SIZE.height);
    try {
      const file = await make(figure);
      // a browser that can't make the picture of dots gives the vector one
      save(file ?? svg(figure), `${figure.fileName()}.${file ? name.toLowerCase() : "svg"}`);
    } finally {
      figure.free();
    }
  }
}
