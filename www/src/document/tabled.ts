/**
 * The table of a document as it fits a page: without the sources, which the notes have, and with columns as wide as what they hold.
 */
import type { DocCell, DocColumn, DocRow, Document } from "#core";

/** The colour of home, as `RRGGBB`. */
export const HOME = "C8321F";

/** What a cell says, with the letters for what is not normal about its figure. */
export function written({ text, mark }: DocCell): string {
  return mark === "" || text === "" ? text : `${text} ${mark}`;
}

/** The table of a page. */
export type Tabled = Pick<Document, "columns" | "rows">;

/** A table without the column of sources. */
export function tabled({ columns, rows }: Tabled): Tabled {
  const kept = columns.map(({ key }) => key !== "source");
  const keep = <T>(all: readonly T[]): T[] => all.filter((_, i) => kept[i]);
  return { columns: keep(columns), rows: rows.map((row) => ({ ...row, cells: keep(row.cells) })) };
}

/** How many places a text takes: a hanzi two. */
function places(text: string): number {
  let all = 0;
  for (const sign of text) all += sign.charCodeAt(0) > 0x7f ? 2 : 1;
  return all;
}

/** What a column is at least and at most worth, in places. */
const [LEAST, MOST] = [5, 24];

/** Which part of the width each column takes; a long head is wrapped. */
export function shares(columns: readonly DocColumn[], rows: readonly DocRow[]): number[] {
  const widths = columns.map(({ label }, i) => {
    const cells = rows.map(({ cells }) => places(cells[i]?.text ?? "") + (cells[i]?.mark ? 2 : 0));
    return Math.min(Math.max(LEAST, places(label) / 2, ...cells), MOST) + 1;
  });
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
}
