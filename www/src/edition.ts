/**
 * What the service worker decides, apart from what it does: which file or page a request means, and whether a page is of its build.
 *
 * Pure: no cache, no network.
 */

/** One build of the site, as `duibiao site` writes it in front of the worker; paths are from the site's root. */
export interface Edition {
  version: string;
  /** Without these nothing is kept. */
  first: string[];
  /** Kept as far as they come and there is room. */
  rest: string[];
  /** Kept when they were used. */
  later: string[];
}

/** What a request means. */
export type Wish = { kind: "file" | "page"; path: string } | undefined;

/** A name that changes with its content: the same in every build. */
const LASTING = /^(?:assets\/|data\/[0-9a-f]{8}\/)/;

/** The caches of one site on a host that may have several. */
export function prefix(scope: string): string {
  return `duibiao ${scope} `;
}

/** What a request asks for below the worker's scope; undefined where the worker stays out of it. */
export function wish(edition: Edition, scope: string, url: string, navigates: boolean): Wish {
  if (!url.startsWith(scope)) return undefined;
  // the query is the view, which the script reads; the document is the same
  const path = (url.slice(scope.length).split(/[?#]/)[0] ?? "").replace(/(^|\/)index\.html$/, "$1");
  if (navigates) return path === "" || path.endsWith("/") ? { kind: "page", path } : undefined;
  return LASTING.test(path) || edition.first.includes(path) ? { kind: "file", path } : undefined;
}

/** The empty explorer that can stand in for a page; undefined where none can. */
export function shell(path: string): string | undefined {
  const [, lang] = /^(zh|en)\/indicator\/[^/]+\/$/.exec(path) ?? [];
  return lang && `${lang}/indicator/-/`;
}

/** Whether all that a page loads is of this build: else it is a page of another one, and must not be kept among these. */
export function belongs(edition: Edition, html: string): boolean {
  const assets = html.match(/assets\/[\w.-]+/g) ?? [];
  const data = html.match(/data\/[0-9a-f]{8}\//g) ?? [];
  const own = new Set([...edition.first, ...edition.rest, ...edition.later]);
  const folder = edition.first.find((path) => path.startsWith("data/"))?.replace(/[^/]*$/, "");
  return assets.every((name) => own.has(name)) && data.every((name) => name === folder);
}

/** The caches to delete: all of this site but the present build's and the newest before it, whose pages may still be open. */
export function stale(names: string[], scope: string, version: string): string[] {
  const start = prefix(scope);
  const others = names.filter((name) => name.startsWith(start) && name !== start + version);
  return others.slice(0, -1);
}
