/**
 * What there is to say about one figure of a table: a small card that goes away by itself.
 *
 * What it says the core knows; the scope is that of the whole comparison.
 */
import { html, nothing, render } from "lit";
import type { About } from "#core";
import type { Page } from "../page";
import { element } from "../tabular";
import { source } from "./sources";

/** How far the card keeps from the figure and from the edges of the screen. */
const GAP = 4;

/** An empty card. */
export function card(): HTMLElement {
  return element("div", { class: "about", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "about" });
}

/** Fills the card and puts it beside the button that was pressed. */
export function open(box: HTMLElement, beside: HTMLElement, about: About, { words, labels }: Page): void {
  const { scope } = words;
  render(
    html`<p class="name" id="about"><b>${about.name}</b> ${words.indicator}</p>
      <dl>${about.lines.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
        ${scope ? html`<div><dt>${labels.scopeOf}</dt><dd>${scope}</dd></div>` : nothing}</dl>
      <p class="name">${labels.records.sources}</p>
      <ul>${about.sources.map((one) => html`<li>${source(one, labels)}</li>`)}</ul>
      <button type="button" class="close" @click=${() => box.hidePopover()}>${labels.records.close}</button>`,
    box,
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
