/**
 * The button beside the downloads by which a view is shared; its dialog comes when it is first asked for.
 */
import type { Page } from "../page";
import { element } from "../tabular";
import { say, words } from "./words";

/** Puts the button where the downloads are. */
export function offerShare(page: Page): void {
  const own = words(page.lang);
  const button = element("button", { type: "button", class: "sharing", "aria-haspopup": "dialog" }, own.share);
  button.addEventListener("click", () => void open(page, button));
  document.querySelector("dui-downloads")?.append(button);
}

let coming = false;

/** Where the dialog can't be had, the button says so, and can be pressed again. */
async function open(page: Page, button: HTMLElement): Promise<void> {
  if (coming) return;
  const own = words(page.lang);
  coming = true;
  try {
    const dialog: typeof import("../share") = await import(new URL(SHARE_SCRIPT, import.meta.url).href);
    button.textContent = own.share;
    dialog.share(page, button);
  } catch {
    button.textContent = own.shareAgain;
    say(own.shareFailed);
  } finally {
    coming = false;
  }
}
