/**
 * Links to the indicators near the one shown. They keep home and peers, and change the view without a new page.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "#core";
import { row } from "../related";
import { withIndicator } from "../store";
import { Part } from "./part";

type Indicator = Catalogue["indicators"][number];

export class Related extends Part {
  /** What was served, and for which indicator: these links stay as they are. */
  #served: string[] = [];
  #first: string | undefined;

  protected override createRenderRoot(): HTMLElement {
    this.#served = [...this.querySelectorAll<HTMLElement>("[data-id]")].map((link) => link.dataset["id"] ?? "");
    return super.createRenderRoot();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { catalogue, choices, shown } = this.page;
    this.#first ??= this.page.address.read().indicator || catalogue.defaults.indicator;
    const named = shown.indicator === this.#first ? this.#served : choices?.related[shown.indicator];
    const near = row(catalogue, shown.indicator, named);
    if (near.length === 0) return nothing;
    return html`<span class="caption" id="related">${this.labels.related}</span>
      <ul aria-labelledby="related">${near.map((one) => html`<li>${this.#link(one)}</li>`)}</ul>`;
  }

  #link({ id, short }: Indicator): TemplateResult {
    const view = withIndicator(this.page.store.view, id);
    const follow = (event: MouseEvent): void => {
      // a new tab or window is the browser's business
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.page.ask(view, "");
      document.getElementById("title")?.scrollIntoView({ block: "nearest" });
    };
    return html`<a href=${this.page.address.of(view).href} data-id=${id} @click=${follow}>${short}</a>`;
  }
}
