/**
 * The view of an element: what its attributes say, over what its `view` says. Pure: texts in, a place for the core out.
 *
 * It knows which fields a view has and not what they mean: the core reads them as it reads an address.
 */
import type { Lang, View } from "#core";
import { decoded } from "../url";

/** How a property of the element gives a field; an attribute is always text. */
export type Kind = "text" | "list" | "number";

/** Every field of a view. A field of the core that is missing here does not compile, and a test holds the list to the program's own. */
export const FIELDS = {
  version: "number",
  lang: "text",
  indicator: "text",
  home: "text",
  peers: "list",
  group: "text",
  chart: "text",
  period: "text",
  range: "text",
  scope: "text",
  benchmark: "text",
  tolerance: "number",
  beside: "list",
  focus: "text",
  sort: "text",
  scale: "text",
  form: "text",
  origin: "text",
  base: "text",
  of: "text",
  by: "text",
  scales: "text",
  theme: "text",
  title: "text",
} as const satisfies Record<keyof View, Kind>;

export type Field = keyof typeof FIELDS;

/** What only the core with every chart reads. */
const FURTHER: ReadonlySet<string> = new Set(["beside", "scale", "form", "origin", "base", "of", "by", "scales"]);

/** What stands beside the view in the address of a frame. */
const OTHERS: ReadonlySet<string> = new Set(["data", "id"]);

const names = Object.keys(FIELDS) as Field[];

/** How a field is called as an attribute. */
export function attribute(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The attributes of the fields. */
export const ATTRIBUTES: readonly string[] = names.map(attribute);

/** What is asked of the core: as an address has it. */
export interface Asked {
  lang: Lang;
  indicator: string;
  /** With its question mark, or empty. */
  query: string;
}

/** A `view` that can't be read. */
export class Unreadable extends Error {}

type Fields = Map<string, string>;

const PATH = /(?:^|\/)(zh|en)\/(?:indicator\/([^/]+)\/?|home\/([^/]+)\/?)?(?:index\.html)?$/;

/** The fields that a text names: an address of the site, the query of one, or a view as JSON. */
export function fields(text: string): Fields {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) return fromJson(trimmed);
  const [path = ""] = trimmed.split(/[?#]/);
  return path.includes("/") && !path.includes("=") ? fromAddress(trimmed) : fromQuery(new URLSearchParams(trimmed));
}

function fromQuery(query: URLSearchParams): Fields {
  return new Map([...query].filter(([name]) => !OTHERS.has(name)));
}

function fromAddress(text: string): Fields {
  let url: URL;
  try {
    url = new URL(text, "https://site.invalid/");
  } catch {
    throw new Unreadable(`view: "${text}" is not an address; copy one from the page of a chart`);
  }
  const [, lang, indicator, home] = PATH.exec(url.pathname) ?? [];
  const said = fromQuery(url.searchParams);
  for (const [name, part] of [["lang", lang], ["indicator", indicator]] as const) if (part !== undefined) said.set(name, decoded(part));
  if (home !== undefined && !said.has("home")) said.set("home", decoded(home));
  return said;
}

function fromJson(text: string): Fields {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Unreadable("view: begins with { and is no JSON; give an address, its query, or a view as JSON");
  }
  const said = Object.entries(read as object).filter(([, value]) => value !== null);
  return new Map(said.map(([name, value]) => [name, word(name, value)]));
}

/** A value of JSON as an address has it. */
function word(name: string, value: unknown): string {
  if (!(name in FIELDS)) throw new Unreadable(`view: "${name}" is no field of a view; the fields are ${names.join(", ")}`);
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Unreadable(`view: ${name} is neither text nor number nor a list; write it as in the address`);
}

/** What holds: an attribute before the same field of the view. An empty one takes the field back; an empty scope is the main one. */
export function merged(view: string | null, own: (attribute: string) => string | null): Fields {
  const all = fields(view ?? "");
  for (const name of names) {
    const value = own(attribute(name));
    if (value === null) continue;
    if (value === "" && name !== "scope") all.delete(name);
    else all.set(name, value);
  }
  return all;
}

/** The fields as the core reads them, in the language of the page where none is named. */
export function asked(all: Fields, page: string): Asked {
  const lang = /^en\b/i.test(all.get("lang") ?? page) ? "en" : "zh";
  const rest = new URLSearchParams([...all].filter(([name]) => name !== "lang" && name !== "indicator"));
  const query = rest.toString().replaceAll("%2C", ",");
  return { lang, indicator: all.get("indicator") ?? "", query: query === "" ? "" : `?${query}` };
}

/** Of what was asked, the fields that the core could not read; of those that it does not know, none. */
export function unread(all: Fields, view: View, every: boolean): Field[] {
  return names.filter((name) => name !== "version" && (every || !FURTHER.has(name)) && all.get(name) && view[name] === undefined);
}

/** A view as the attribute has it. */
export function written(view: string | View | null): string | null {
  return typeof view === "object" && view !== null ? JSON.stringify(view) : view;
}
