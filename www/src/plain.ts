/**
 * A table of the core as plain markup: for who does not see the picture beside it. No tools, no links.
 */
import type { Words } from "#core";
import { element } from "./tabular";

type Table = Words["table"];
type Cell = Table["rows"][number]["cells"][number];

/** The table; the first column of words names the rows. */
export function plain({ caption, columns, rows, legend }: Table): HTMLElement {
  const naming = columns.findIndex(({ numeric }) => !numeric);
  const meanings = new Map(legend.map(({ label, value }) => [label, value]));
  const heads = columns.map(({ label }) => element("th", { scope: "col" }, label));
  const body = rows.map(({ cells }) =>
    element("tr", {}, ...cells.map((cell, i) => (i === naming ? element("th", { scope: "row" }, cell.text) : element("td", {}, said(cell, meanings))))),
  );
  return element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...body));
}

/** A figure with what its letter means, or the names of sources. */
function said({ text, mark, links }: Cell, meanings: ReadonlyMap<string, string>): string {
  if (links.length > 0) return links.map(({ value }) => value).join("; ");
  const meaning = meanings.get(mark);
  return meaning === undefined ? text : `${text} (${meaning})`;
}
