/**
 * Where the figures come from, and the figures of other scopes that stand beside them without a rank.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "#core";
import type { Labels } from "../labels";
import { Part } from "./part";

type Source = Words["sources"][number];
type Other = Words["otherFigures"][number];

export class Sources extends Part {
  protected override render(): TemplateResult {
    return html`<ol>${this.page.words.sources.map((one) => html`<li>${source(one, this.labels)}</li>`)}</ol>`;
  }
}

/** A source with its tier and all that is known of it. */
export function source(one: Source, labels: Labels): TemplateResult {
  return html`<p class="source"><abbr class="tier" title=${one.tierMeaning}>${one.tier}</abbr> ${linked(one.title, one.url)}</p>
      <p class="details">${one.tierMeaning} · ${one.publisher}${part(labels.dated, one.date)}${part(labels.covers, one.covers)}${part(labels.origin, one.origin)}${part(labels.licence, one.licence)}</p>
      ${one.note ? html`<p class="details">${one.note}</p>` : nothing}`;
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
    <p class="details">${scope} · ${linked(source, url)}</p>${note ? html`<p class="details">${note}</p>` : nothing}</li>`;
}

/** Whether an address may become a link. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//.test(url);
}

/** A link only to a web address; anything else is text. */
function linked(text: string, url: string | undefined): TemplateResult | string {
  if (!url || !isWeb(url)) return text;
  return html`<a href=${url} rel="noopener noreferrer">${text}</a>`;
}

function part(name: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html` · ${name} ${text}` : nothing;
}
