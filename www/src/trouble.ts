/**
 * Tells the reader what the page lacks, why, what still works, and what to do.
 *
 * It needs neither the core nor Lit, for it speaks when those did not start.
 */
import { Trouble } from "./core";
import type { Labels } from "./labels";

/** What waits for the network to come back. */
let waiting: (() => void) | undefined;

addEventListener("online", () => {
  const retry = waiting;
  waiting = undefined;
  retry?.();
});

/** Shows a trouble in the page's own place for it, with what more there is to know, and a button when trying again may help. */
export function tell(reason: unknown, words: Labels, retry: () => void, more = ""): void {
  const box = document.querySelector<HTMLElement>(".trouble");
  if (box === null) return;
  const trouble = reason instanceof Trouble ? reason : new Trouble("core", "app", "blocked", reason);
  const data = trouble.kind === "data";
  const { cause } = trouble;
  const still = data ? words.dataStill : words.coreStill;
  const shut = button("×", () => box.toggleAttribute("hidden", true));
  shut.ariaLabel = words.close;
  shut.className = "close";
  box.replaceChildren(
    paragraph(data ? words.dataFailed : words.coreFailed, "what"),
    paragraph(`${words.causes[cause]}${words.gap}${still}${more && words.gap + more}`, "next"),
    paragraph(`${trouble.file}: ${trouble.message}`, "why"),
    button(words.retry, retry),
    shut,
  );
  box.dataset["cause"] = cause;
  box.hidden = false;
  waiting = cause === "offline" || cause === "unreachable" ? retry : undefined;
}

/** Takes the message away. */
export function untell(): void {
  const box = document.querySelector<HTMLElement>(".trouble");
  if (box === null || box.hidden) return;
  waiting = undefined;
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
