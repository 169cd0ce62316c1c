/**
 * The keys that mean something everywhere on the page, and the list of all keys that mean something anywhere.
 *
 * Keys of a single character can be switched off (WCAG 2.1.4); none of them is taken while one is writing.
 */
import { html, type TemplateResult } from "lit";
import { Part } from "../part/part";
import { type ToolWords, words } from "./words";

/** Where a key means a letter. */
const WRITING = "input:not([type=range], [type=checkbox], [type=radio]), select, textarea, [contenteditable], :popover-open";

/** Single characters that are taken everywhere; those of other parts of the page, too. */
const SINGLE: readonly string[] = ["[", "]", "f", "?"];

/** Where the choice is kept. */
const STORED = "duibiao-keys";

/** A key, or several, and what they do. */
export interface Shortcut {
  keys: readonly string[];
  does: keyof ToolWords["keys"];
}

/** Every shortcut of the page. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["?"], does: "help" },
  { keys: ["[", "]"], does: "previous" },
  { keys: ["f"], does: "full" },
  { keys: ["Ctrl+Z"], does: "undo" },
  { keys: ["Ctrl+Shift+Z", "Ctrl+Y"], does: "redo" },
  { keys: ["Esc"], does: "escape" },
  { keys: ["←", "↑", "→", "↓"], does: "arrows" },
  { keys: ["Home", "End"], does: "ends" },
  { keys: ["Enter"], does: "enter" },
  { keys: ["←", "→", "↓"], does: "tabs" },
];

/** What keys do. */
export interface Acts {
  help(): void;
  full(): void;
  undo(): void;
  redo(): void;
  /** Whether there was something to leave. */
  escape(): boolean;
}

/** What a key does everywhere. */
export function act({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): keyof Acts | undefined {
  const letter = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (letter === "z") return shiftKey ? "redo" : "undo";
    return letter === "y" && !shiftKey ? "redo" : undefined;
  }
  if (key === "?") return "help";
  if (key === "Escape") return "escape";
  return letter === "f" && !shiftKey ? "full" : undefined;
}

/** Whether single keys are taken. */
export function single(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
  } catch {
    // then it holds for this page
  }
}

/** Listens for keys; `on` says whether single ones are taken. */
export function listen(acts: Acts, on: () => boolean): void {
  addEventListener("keydown", (event) => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (bare && SINGLE.includes(event.key) && !on()) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("keydown", (event) => {
    const does = act(event);
    if (does === undefined || event.isComposing || event.defaultPrevented) return;
    const target = event.target as Element;
    if (target.closest(WRITING) || document.querySelector("dialog[open], :popover-open")) return;
    // the first press closes what is told of a mark
    if (does === "escape" ? document.querySelector(".ring") === null && acts.escape() : (acts[does](), true)) event.preventDefault();
  });
}

/** The list of shortcuts. */
export class Help extends Part {
  static override properties = { on: { state: true } };
  declare on: boolean;

  constructor() {
    super();
    this.on = single();
  }

  show(): void {
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    const own = words(this.page.lang);
    return html`<dialog class="help" aria-labelledby="help-title" @click=${this.#outside}><div class="inside">
      <div class="top"><h2 id="help-title">${own.help}</h2>
        <button type="button" class="close" aria-label=${own.close} @click=${this.#shut}>×</button></div>
      <table><thead class="unseen"><tr><th scope="col">${own.key}</th><th scope="col">${own.does}</th></tr></thead><tbody>${SHORTCUTS.map(
        ({ keys, does }) => html`<tr><th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th><td>${own.keys[does]}</td></tr>`,
      )}</tbody></table>
      <label class="switch"><input type="checkbox" .checked=${this.on} @change=${this.#switch}> ${own.single}</label>
      <p class="hint">${own.singleWhy}</p></div></dialog>`;
  }

  #switch(event: Event): void {
    this.on = (event.target as HTMLInputElement).checked;
    keep(this.on);
  }

  #shut(): void {
    this.querySelector("dialog")?.close();
  }

  #outside(event: Event): void {
    if (event.target instanceof HTMLDialogElement) this.#shut();
  }
}
