/**
 * Light, dark, or as the system has it; kept for the next visit where the browser allows it.
 *
 * It sets `data-theme` on the root element; the colours themselves are in the style sheets and in the core.
 */

/** What the reader chose. */
export type Choice = "system" | "light" | "dark";

/** What is to be drawn. */
export type Theme = "light" | "dark";

const KEY = "duibiao-theme";

export class Appearance {
  #choice: Choice = "system";
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  readonly #followers = new Set<() => void>();

  constructor() {
    this.#choice = stored();
    this.#apply();
    this.#dark.addEventListener("change", () => this.#apply());
  }

  get choice(): Choice {
    return this.#choice;
  }

  get theme(): Theme {
    if (this.#choice !== "system") return this.#choice;
    return this.#dark.matches ? "dark" : "light";
  }

  /** Takes the reader's choice and keeps it. */
  choose(choice: Choice): void {
    this.#choice = choice;
    keep(choice);
    this.#apply();
  }

  /** Takes what an address asks for, without keeping it. */
  lend(theme: Theme): void {
    this.#choice = theme;
    this.#apply();
  }

  follow(follower: () => void): void {
    this.#followers.add(follower);
  }

  #apply(): void {
    const root = document.documentElement;
    if (this.#choice === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = this.#choice;
    for (const follower of this.#followers) follower();
  }
}

/** What was kept; a browser that refuses to keep anything follows the system. */
function stored(): Choice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function keep(choice: Choice): void {
  try {
    if (choice === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // private mode: the choice holds until the page is left
  }
}
