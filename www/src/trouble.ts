/**
 * Tells the reader what the page lacks, why, and what to do.
 *
 * It needs neither the core nor Lit, for it speaks when those did not start.
 */
import { Trouble } from "./core";
import type { Labels } from "./labels";

/** Shows a trouble in the page's own place for it, with a button when trying again may help. */
export function tell(reason: unknown, words: Labels, retry?: () => void): void {
  const box = document.querySelector<HTMLElement>(".trouble");
  if (box === null) return;
  const trouble = reason instanceof Trouble ? reason : new Trouble("core", "app", reason);
  const data = trouble.kind === "data";
  box.replaceChildren(
    paragraph(data ? words.dataFailed : words.coreFailed, "what"),
    paragraph(data ? words.dataStill : words.coreStill, "next"),
    paragraph(`${trouble.file}: ${trouble.message}`, "why"),
  );
  if (retry) box.append(button(words.retry, retry));
  box.hidden = false;
}

/** Takes the message away. */
export function untell(): void {
  const box = document.querySelector<HTMLElement>(".trouble");
  if (box === null || box.hidden) return;
  box.hidden = true;
  box.replaceChildren();
}

function paragraph(text: string, name: string): HTMLElement {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

function button(text: string, act: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
}
