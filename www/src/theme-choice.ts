/**
 * The list of themes in the head of a page: a native list under a small sign.
 *
 * It needs neither Lit nor the core, so that the pages without a live figure have the same one.
 */
import { CHOICES, choiceOf, type Choice } from "./appearance";

/** What it is called in the reader's language. */
export interface ThemeNames {
  appearance: string;
  appearances: Readonly<Record<Choice, string>>;
}

/** The list, showing this choice; `choose` gets what the reader picks. */
export function themeChoice(names: ThemeNames, choice: Choice, choose: (choice: Choice) => void): HTMLElement {
  const label = element("label", "appearance");
  const caption = element("span", "caption");
  const select = element("select", "");
  label.title = caption.textContent = names.appearance;
  select.append(...CHOICES.map((id) => new Option(names.appearances[id], id)));
  select.value = choice;
  select.addEventListener("change", () => choose(choiceOf(select.value)));
  label.append(caption, select);
  return label;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, kind: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (kind !== "") made.className = kind;
  return made;
}
