/**
 * What there is to say about one figure of a table: a small card that goes away by itself.
 *
 * What it says the core knows; the scope is that of the whole comparison.
 */
import type { Figure } from "#core";
import type { Page } from "../page";
import { element, link } from "../tabular";

/** Whose figure it is, and what there is to say. */
export interface Told {
  name: string;
  lines: ReturnType<Figure["about"]>;
}

/** How far the card keeps from the figure and from the edges of the screen. */
const GAP = 4;

/** An empty card. */
export function card(): HTMLElement {
  return element("div", { class: "about", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "about" });
}

/** Fills the card and puts it beside the button that was pressed. */
export function open(box: HTMLElement, beside: HTMLElement, { name, lines }: Told, { words, labels }: Page): void {
  const { scope, indicator } = words;
  const all = scope ? [{ label: labels.scopeOf, value: scope, url: undefined }, ...lines] : lines;
  const close = element("button", { type: "button", class: "close" }, labels.records.close);
  close.addEventListener("click", () => box.hidePopover());
  box.replaceChildren(
    element("p", { class: "name", id: "about" }, element("b", {}, name), ` ${indicator}`),
    element("dl", {}, ...all.map(({ label, value, url }) =>
      element("div", {}, element("dt", {}, label), element("dd", {}, link(value, url))))),
    close,
  );
  box.showPopover();
  place(box, beside.getBoundingClientRect());
  box.focus();
}

/** Below the figure, or above where there is no room; always on the screen. */
function place(box: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const under = bottom + GAP + height <= innerHeight;
  const y = under ? bottom + GAP : Math.max(GAP, top - GAP - height);
  const x = Math.max(GAP, Math.min(left, innerWidth - GAP - width));
  box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}
