/**
 * A table of the core as plain markup: for who does not see the picture beside it. No tools, no links.
 */
import type { Words } from "#core";
import { element } from "./tabular";

type Table = Words["table"];
type Cell = Table["rows"][number]["cells"][number];

/** A table as texts alone. */
export interface Texts {
  caption: string;
  heads: string[];
  rows: string[][];
  /** The column that names the rows: the first of words. */
  naming: number;
}

/** What stands in the cells. */
export function texts({ caption, columns, rows, legend }: Table): Texts {
  const meanings = new Map(legend.map(({ label, value }) => [label, value]));
  const naming = columns.findIndex(({ numeric }) => !numeric);
  const said = (cells: readonly Cell[]): string[] => cells.map((cell, i) => (i === naming ? cell.text : saying(cell, meanings)));
  return { caption, heads: columns.map(({ label }) => label), rows: rows.map(({ cells }) => said(cells)), naming };
}

/** The table as elements. */
export function plain(table: Table): HTMLElement {
  const { caption, heads, rows, naming } = texts(table);
  const head = element("tr", {}, ...heads.map((label) => element("th", { scope: "col" }, label)));
  const body = rows.map((cells) => element("tr", {}, ...cells.map((text, i) => (i === naming ? element("th", { scope: "row" }, text) : element("td", {}, text)))));
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
}

/** A figure with what its letter means, or the names of sources. */
function saying({ text, mark, links }: Cell, meanings: ReadonlyMap<string, string>): string {
  if (links.length > 0) return links.map(({ value }) => value).join("; ");
  const meaning = meanings.get(mark);
  return meaning === undefined ? text : `${text} (${meaning})`;
}
