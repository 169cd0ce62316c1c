/**
 * What every live part of the page shares: it is given the page, and renders into its own element when there are new words.
 *
 * A part is no island: its element is in the served page already, with what a reader without scripts sees.
 */
import { LitElement } from "lit";
import type { Labels } from "../labels";
import type { Page } from "../page";

export abstract class Part extends LitElement {
  declare page: Page;
  #leave: (() => void) | undefined;

  /** Takes the place of what was served, in the same elements and classes. */
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.page.follow(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected get labels(): Labels {
    return this.page.labels;
  }

  /** Hides the section around this part when it has nothing to say. */
  protected reveal(something: boolean): void {
    const section = this.closest<HTMLElement>("section");
    if (section !== null) section.hidden = !something;
  }
}
