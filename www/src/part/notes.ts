/**
 * What a reader must be told beside the figure: notices, the definition, the one-line source.
 */
import { html, nothing, type TemplateResult } from "lit";
import { Part } from "./part";

/** As many notices are in sight; the others are folded. */
const IN_SIGHT = 4;

export class Notices extends Part {
  protected override render(): TemplateResult {
    const { notices } = this.page.words;
    this.reveal(notices.length > 0);
    const folded = notices.slice(IN_SIGHT);
    return html`${list(notices.slice(0, IN_SIGHT))}${folded.length > 0
      ? html`<details><summary>${this.labels.more(folded.length)}</summary>${list(folded)}</details>`
      : nothing}`;
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

function list(notices: readonly string[]): TemplateResult {
  return html`<ul>${notices.map((notice) => html`<li>${notice}</li>`)}</ul>`;
}
