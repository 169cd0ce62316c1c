/**
 * The choice of light and dark, and the way to the other language.
 */
import { html, type TemplateResult } from "lit";
import type { Choice } from "../appearance";
import { Part } from "./part";
import { select } from "./select";

const CHOICES: readonly Choice[] = ["system", "light", "dark"];

export class Settings extends Part {
  protected override render(): TemplateResult {
    const options = CHOICES.map((id) => ({ id, name: this.labels.appearances[id] }));
    return html`${select(this.labels.appearance, options, this.page.appearance.choice, (id) => this.page.appear(id as Choice))}`;
  }

  /** The links of the head of the page are relative to the address it was served at: they follow the view. */
  protected override updated(): void {
    const { page } = this;
    const other = page.lang === "zh" ? "en" : "zh";
    const link = document.querySelector<HTMLAnchorElement>("a.language");
    if (link !== null) link.href = page.address.of(page.store.view, other).href;
  }
}
