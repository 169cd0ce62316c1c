/**
 * What a reader must be told beside the figure: notices, the definition, the one-line source.
 */
import { html, nothing, type TemplateResult } from "lit";
import { Part } from "./part";

export class Notices extends Part {
  protected override render(): TemplateResult {
    const { notices } = this.page.words;
    this.reveal(notices.length > 0);
    return html`<ul>${notices.map((notice) => html`<li>${notice}</li>`)}</ul>`;
  }
}

export class Definition extends Part {
  protected override render(): TemplateResult {
    const { indicator, definition, formula, scope } = this.page.words;
    return html`<h3>${indicator}</h3><p>${definition}</p>${line(this.labels.formula, formula)}${line(this.labels.scopeOf, scope)}`;
  }
}

export class Foot extends Part {
  protected override render(): TemplateResult {
    return html`${this.page.words.foot}`;
  }
}

function line(name: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<p class="line"><b>${name}</b> ${text}</p>` : nothing;
}
