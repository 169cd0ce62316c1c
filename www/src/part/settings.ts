/**
 * The choice of the theme, and the way to the other language.
 */
import { html, type TemplateResult } from "lit";
import { themeChoice } from "../theme-choice";
import { Part } from "./part";

export class Settings extends Part {
  #choice: HTMLElement | undefined;

  protected override render(): TemplateResult {
    const { page, labels } = this;
    this.#choice ??= themeChoice(labels, page.appearance.choice, (choice) => page.appear(choice));
    return html`${this.#choice}`;
  }

  /** The links of the head of the page are relative to the address it was served at: they follow the view. */
  protected override updated(): void {
    const { page } = this;
    if (document.documentElement.dataset["page"] === "opening") return;
    const other = page.lang === "zh" ? "en" : "zh";
    const link = document.querySelector<HTMLAnchorElement>("a.language");
    if (link !== null) link.href = page.address.of(page.store.view, other).href;
  }
}
