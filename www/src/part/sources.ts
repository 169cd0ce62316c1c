/**
 * Where the figures come from, and the figures of other scopes that stand beside them without a rank.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "#core";
import { Part } from "./part";

type Source = Words["sources"][number];
type Other = Words["otherFigures"][number];

export class Sources extends Part {
  protected override render(): TemplateResult {
    return html`<ol>${this.page.words.sources.map((source) => this.#source(source))}</ol>`;
  }

  #source(source: Source): TemplateResult {
    const { labels } = this;
    return html`<li><p class="source"><abbr class="tier" title=${source.tierMeaning}>${source.tier}</abbr> ${linked(source.title, source.url)}</p>
      <p class="details">${source.tierMeaning} · ${source.publisher}${part(labels.dated, source.date)}${part(labels.covers, source.covers)}${part(labels.origin, source.origin)}${part(labels.licence, source.licence)}</p>
      ${source.note ? html`<p class="details">${source.note}</p>` : nothing}</li>`;
  }
}

export class Others extends Part {
  protected override render(): TemplateResult {
    const figures = this.page.words.otherFigures;
    this.reveal(figures.length > 0);
    return html`<ul>${figures.map(other)}</ul>`;
  }
}

function other({ region, period, value, scope, source, url, note }: Other): TemplateResult {
  return html`<li><p><b>${region}</b> ${period} ${value}</p>
    <p class="details">${scope ? `${scope} · ` : ""}${linked(source, url)}</p>${note ? html`<p class="details">${note}</p>` : nothing}</li>`;
}

/** A link only to a web address; anything else is text. */
function linked(text: string, url: string | undefined): TemplateResult | string {
  if (!url || !/^https?:\/\//.test(url)) return text;
  return html`<a href=${url} rel="noopener noreferrer">${text}</a>`;
}

function part(name: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html` · ${name} ${text}` : nothing;
}
