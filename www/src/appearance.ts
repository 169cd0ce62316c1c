/**
 * Light, dark, high contrast, or as the system has it; kept for the next visit where the browser allows it (no cookie).
 *
 * It sets `data-theme` on the root element; the colours themselves are in the style sheets and in the core.
 * `theme.ts` has set it before the first paint already, from the same place.
 */
import type { ThemeId } from "#core";

/** What is to be drawn. */
export type Theme = ThemeId;

/** What the reader chose. */
export type Choice = "system" | Theme;

/** All choices, in the order in which they are offered. */
export const CHOICES: readonly Choice[] = ["system", "light", "dark", "contrast", "contrast-dark"];

/** What the system asks for. */
export interface System {
  dark: boolean;
  /** More contrast. */
  more: boolean;
  /** Its own colours for everything. */
  forced: boolean;
}

const KEY = "duibiao-theme";

const QUERIES: Readonly<Record<keyof System, string>> = {
  dark: "(prefers-color-scheme: dark)",
  more: "(prefers-contrast: more)",
  forced: "(forced-colors: active)",
};

/** The choice that a kept text names; anything else follows the system. */
export function choiceOf(text: string | null): Choice {
  return CHOICES.find((choice) => choice === text) ?? "system";
}

/** What holds of a reader's choice: where the system forces its colours, nothing. */
export function standing(choice: Choice, { forced }: System): Choice {
  return forced ? "system" : choice;
}

/** What a choice comes to on a system. Forced colours are high contrast to a picture, which they do not reach. */
export function themeOf(choice: Choice, system: System): Theme {
  const holds = standing(choice, system);
  if (holds !== "system") return holds;
  if (system.more || system.forced) return system.dark ? "contrast-dark" : "contrast";
  return system.dark ? "dark" : "light";
}

export class Appearance {
  #choice: Choice = stored();
  readonly #lists = lists();
  readonly #followers = new Set<() => void>();

  constructor() {
    this.#apply();
    for (const list of Object.values(this.#lists)) list.addEventListener("change", () => this.#apply());
  }

  get choice(): Choice {
    return this.#choice;
  }

  get theme(): Theme {
    return themeOf(this.#choice, this.#system);
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

  get #system(): System {
    const { dark, more, forced } = this.#lists;
    return { dark: dark.matches, more: more.matches, forced: forced.matches };
  }

  #apply(): void {
    const root = document.documentElement;
    const choice = standing(this.#choice, this.#system);
    if (choice === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = choice;
    for (const follower of this.#followers) follower();
  }
}

/** What the system asks for, to be read and followed. */
export function lists(): Record<keyof System, MediaQueryList> {
  const { dark, more, forced } = QUERIES;
  return { dark: matchMedia(dark), more: matchMedia(more), forced: matchMedia(forced) };
}

/** What was kept; a browser that refuses to keep anything follows the system. */
function stored(): Choice {
  try {
    return choiceOf(localStorage.getItem(KEY));
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
