/**
 * The links that are about home, in head and foot: they lead to the pages of the home that the reader is with.
 *
 * It knows how addresses are made, and which homes have pages: `data-homes` of the document, the default one first.
 */

const PATH = /^(zh|en)\/(?:(home|scorecard|city|indicator|facts|data|methods|charts)\/(?:([^/?#]+)\/)?)?(\?[^#]*)?$/;

/** The same page about a home; what is no page of ours stays as it is. Paths are below the site's root. */
export function atHome(path: string, home: string, usual: string): string {
  const [, lang, kind = "home", id, query] = PATH.exec(path) ?? [];
  if (lang === undefined) return path;
  const own = `${encodeURIComponent(home)}/`;
  if (kind === "city") return `${lang}/city/${own}`;
  if (kind === "home") return home === usual ? `${lang}/` : `${lang}/home/${own}`;
  if (kind === "scorecard") return home === usual ? `${lang}/scorecard/` : `${lang}/scorecard/${own}`;
  const asked = new URLSearchParams(query);
  asked.delete("home");
  if (home !== usual) asked.set("home", home);
  const rest = asked.toString().replaceAll("%2C", ",");
  return `${lang}/${kind}/${id === undefined ? "" : `${id}/`}${rest && `?${rest}`}`;
}

/** Has these links lead to the pages of a home, where it has pages. */
export function lead(root: URL, home: string | null | undefined, links: string): void {
  const homes = document.documentElement.dataset["homes"]?.split(" ") ?? [];
  const usual = homes[0];
  if (!home || usual === undefined || !homes.includes(home)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) {
    const { href, hash } = link;
    if (href.startsWith(root.href) && hash === "") link.href = new URL(atHome(href.slice(root.href.length), home, usual), root).href;
  }
}

/** Goes to the page of the home that the address asks for, where this page is another home's own; whether it does. */
export function leave(root: URL): boolean {
  const { homes = "", page = "" } = document.documentElement.dataset;
  const asked = new URLSearchParams(location.search);
  const home = asked.get("home") ?? "";
  const all = homes.split(" ");
  const [here = ""] = location.href.slice(root.href.length).split(/[?#]/);
  const path = atHome(here, home, all[0] ?? "");
  if (!/^(open|score|city)/.test(page) || !all.includes(home) || path === here) return false;
  asked.delete("home");
  location.replace(new URL(`${path}?${asked}`.replace(/\?$/, ""), root));
  return true;
}

/** The links in head and foot but the one to the other language. */
export const WAYS = ".masthead a:not(.language), .colophon a";
