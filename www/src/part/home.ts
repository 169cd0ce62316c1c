/**
 * Picks home: the city from which everything is seen.
 */
import { html, type TemplateResult } from "lit";
import { withHome } from "../store";
import { CityPicker } from "./city";

export class HomePicker extends CityPicker {
  protected override get purpose(): string {
    return this.labels.pickHome;
  }

  protected override isChosen(id: string): boolean {
    return id === this.page.shown.home;
  }

  /** On the opening all that is said is about home: another one has a page of its own. */
  protected override choose(id: string): void {
    if (document.documentElement.dataset["page"] === "opening") {
      this.page.address.open(id, this.page.catalogue.defaults.home);
      return;
    }
    this.page.ask(withHome(this.page.store.view, this.page.shown, id), "");
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="field" popovertarget=${this.sheetId} aria-haspopup="dialog">
        <span class="caption">${this.labels.home}</span>
        <span class="value home">${this.nameOf(this.page.shown.home)}</span></button>${this.sheet()}`;
  }
}
