/**
 * Where a view stands in the address bar: the language and the indicator in the path, the rest in the query.
 *
 * It doesn't know what the query means (the core reads and writes it) and never touches the page.
 */
import type { Lang, View } from "#core";

/** An address of this site, cut into what the core reads. */
export interface Place {
  lang: Lang;
  /** Empty on `/`, `/zh/` and `/zh/home/<city>/`: the default indicator. */
  indicator: string;
  /** With its question mark, or empty. */
  query: string;
}

/** How the history keeps a change: as a new entry, or in the place of the present one. */
export type Step = "push" | "replace";

const PATH = /^(?:(zh|en)\/)?(?:indicator\/([^/]*)\/?|home\/([^/]*)\/?)?(?:index\.html)?$/;

/** Reads an address below the site's root; what is no path of ours is the default view. */
export function place(root: URL, here: URL, otherwise: Lang): Place {
  const path = here.pathname.startsWith(root.pathname) ? here.pathname.slice(root.pathname.length) : "";
  const [, lang, indicator, home] = PATH.exec(path) ?? [];
  return {
    lang: lang === "zh" || lang === "en" ? lang : otherwise,
    indicator: decoded(indicator ?? ""),
    query: home === undefined ? here.search : withHome(here.search, decoded(home)),
  };
}

/** The query of a page that is about a home by its path; one that the query names comes first. */
function withHome(query: string, home: string): string {
  const asked = new URLSearchParams(query);
  if (!asked.has("home")) asked.set("home", home);
  return `?${asked.toString().replaceAll("%2C", ",")}`;
}

/** The address of the opening that is about a home; the default home's is the shortest. */
export function opening(root: URL, lang: Lang, home: string, defaultHome: string | undefined): URL {
  return new URL(home === defaultHome ? `${lang}/` : `${lang}/home/${encodeURIComponent(home)}/`, root);
}

/** The address of a place; every character of an id stays inside its path segment. */
export function address(root: URL, { lang, indicator, query }: Place): URL {
  const path = indicator === "" ? `${lang}/` : `${lang}/indicator/${encodeURIComponent(indicator)}/`;
  return new URL(path + query, root);
}

/** A path segment as it was meant; a broken escape stays as it stands. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What an address ends with where the table is shown. */
const TABLE = "#table";

/** The address bar and the history behind it. */
export class Address {
  readonly #root: URL;
  readonly #lang: Lang;
  readonly #query: (view: View) => string;
  readonly #window: Window;

  constructor(root: URL, lang: Lang, query: (view: View) => string, win: Window) {
    this.#root = root;
    this.#lang = lang;
    this.#query = query;
    this.#window = win;
  }

  /** What the address bar says now. */
  read(): Place {
    return place(this.#root, new URL(this.#window.location.href), this.#lang);
  }

  /** The address of a view, in this language or another. */
  of(view: View, lang: Lang = this.#lang): URL {
    const indicator = view.indicator ?? "";
    return address(this.#root, { lang, indicator, query: this.#query(view) });
  }

  /** Goes to the opening of another home. */
  open(home: string, defaultHome: string | undefined): void {
    this.#window.location.assign(opening(this.#root, this.#lang, home, defaultHome));
  }

  /** Whether the address asks for the table. */
  get table(): boolean {
    return this.#window.location.hash === TABLE;
  }

  /** Writes whether the table is shown, and leaves all else as it stands. */
  mark(table: boolean): void {
    const { pathname, search } = this.#window.location;
    this.#write(pathname + search + (table ? TABLE : ""), "push");
  }

  /** Writes a view into the address bar. */
  show(view: View, step: Step, table = false): void {
    const href = this.of(view).href + (table ? TABLE : "");
    if (href !== this.#window.location.href) this.#write(href, step);
  }

  /** A browser that refuses (too many in a row) loses only the entry. */
  #write(href: string, step: Step): void {
    try {
      if (step === "push") this.#window.history.pushState(null, "", href);
      else this.#window.history.replaceState(null, "", href);
    } catch {
      // the picture is right, only the address is behind
    }
  }

  /** Calls back when the reader goes back or forward. */
  onTravel(callback: (place: Place) => void): void {
    this.#window.addEventListener("popstate", () => callback(this.read()));
  }
}
