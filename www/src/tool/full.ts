/**
 * The figure alone on the screen: its title, its plot, its source and whose view it is. The plot is drawn anew at the size it then has.
 *
 * Where a browser gives no full screen, the window is filled instead.
 */
import type { Page } from "../page";
import { words } from "./words";

export class Full {
  readonly #page: Page;
  readonly #section = document.querySelector<HTMLElement>(".comparison");
  readonly #banner = document.createElement("p");
  readonly #home = document.createElement("b");
  #back: Element | null = null;

  constructor(page: Page) {
    this.#page = page;
    const own = words(page.lang);
    const mark = document.createElement("span");
    mark.className = "ours";
    mark.textContent = own.home;
    const leave = document.createElement("button");
    leave.type = "button";
    leave.className = "close";
    leave.ariaLabel = own.leave;
    leave.textContent = "×";
    leave.addEventListener("click", () => this.leave());
    this.#banner.className = "banner";
    this.#banner.append(mark, this.#home, leave);
    document.addEventListener("fullscreenchange", () => {
      if (document.fullscreenElement === null) this.leave();
    });
    page.follow(() => this.#name());
  }

  get on(): boolean {
    return this.#section?.classList.contains("full") ?? false;
  }

  toggle(): void {
    if (this.on) this.leave();
    else this.#enter();
  }

  leave(): void {
    if (!this.on) return;
    this.#section?.classList.remove("full");
    this.#banner.remove();
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    if (this.#back instanceof HTMLElement) this.#back.focus();
  }

  #enter(): void {
    this.#back = document.activeElement;
    this.#page.show("chart");
    this.#name();
    this.#section?.classList.add("full");
    this.#section?.prepend(this.#banner);
    this.#section?.requestFullscreen?.().catch(() => {});
    this.#banner.querySelector("button")?.focus();
  }

  #name(): void {
    const { catalogue, shown } = this.#page;
    this.#home.textContent = catalogue.regions.find(({ id }) => id === shown.home)?.name ?? shown.home;
  }
}
