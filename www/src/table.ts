/**
 * A table as rows of texts and numbers: in which order it stands, what is found in it, and what of it is copied.
 *
 * Pure functions over a small model; where the table comes from and how it looks is not known here.
 */
import { pinyin } from "./collate";
import { keys, matches, written } from "./search";

export interface Column {
  /** Its name in code. */
  key: string;
  label: string;
  numeric: boolean;
}

export interface Cell {
  text: string;
  /** The figure before it was rounded, where it is known. */
  value?: number | undefined;
  /** Its place, where the cell shows it beside the figure; such cells are sorted by it. */
  rank?: number | undefined;
}

export interface Row {
  cells: readonly Cell[];
  /** All that the row is found by, see search.ts. */
  keys: string;
}

export type Direction = "ascending" | "descending";

/** By which column the rows stand; none is the order they came in. */
export interface Order {
  key: string;
  direction: Direction;
}

/** From so many rows on, a table can be filtered. */
export const LONG = 9;

/** What one more press of a head makes of the order: ascending, descending, as it came. */
export function pressed(order: Order | undefined, key: string): Order | undefined {
  if (order?.key !== key) return { key, direction: "ascending" };
  return order.direction === "ascending" ? { key, direction: "descending" } : undefined;
}

/** The number that a cell says: −1,234.5 in "−1,234.5人", 12 in "≥12". */
export function numberIn(text: string): number | undefined {
  const found = /[+-]?\d[\d,]*(\.\d+)?/.exec(text.replaceAll("−", "-"))?.[0];
  return found === undefined ? undefined : Number(found.replaceAll(",", ""));
}

/** The rows in an order. What is empty comes last either way, and equals stay as they came. */
export function sorted<R extends Row>(rows: readonly R[], columns: readonly Column[], order: Order | undefined): R[] {
  const at = columns.findIndex(({ key }) => key === order?.key);
  const column = columns[at];
  if (order === undefined || column === undefined) return [...rows];
  const sign = order.direction === "ascending" ? 1 : -1;
  const compare = column.numeric ? byNumber : byText;
  return [...rows].sort((a, b) => compare(a.cells[at], b.cells[at], sign));
}

function byNumber(a: Cell | undefined, b: Cell | undefined, sign: number): number {
  const [x, y] = [figure(a), figure(b)];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return sign * (x - y);
}

function byText(a: Cell | undefined, b: Cell | undefined, sign: number): number {
  const [x, y] = [a?.text ?? "", b?.text ?? ""];
  if (x === "" || y === "") return Number(x === "") - Number(y === "");
  // Numbers in a text count as numbers: 2009年 before 2010年, 9 before 10.
  return sign * pinyin(true).compare(x, y);
}

function figure(cell: Cell | undefined): number | undefined {
  return cell?.rank ?? cell?.value ?? numberIn(cell?.text ?? "");
}

/** Whether the numbers of a column can be held against each other: those that name the year they start from name the same. */
export function comparable(rows: readonly Row[], at: number): boolean {
  const years = rows.map(({ cells }) => /\((\d{4})\)$/.exec(cells[at]?.text ?? "")?.[1]);
  return new Set(years.filter(Boolean)).size < 2;
}

/** What a row is found by: its own name and its names elsewhere, also by their initials; and the words in its other cells. */
export function findable(name: string, others: string, words: readonly string[] = []): string {
  return [keys(name, others), ...words.map(written)].join("\n");
}

/** Whether what was typed finds the row; nothing typed finds all. */
export function finds(row: Row, typed: string): boolean {
  return matches(row.keys, typed);
}

/** A cell as a spreadsheet takes it: a number as a number, and nothing that would be run as a formula. */
export function plain(text: string, numeric: boolean): string {
  const line = text.replace(/\s+/g, " ").trim().replaceAll("−", "-");
  if (numeric) return harmless(line.replace(/(\d),(?=\d{3})/g, "$1"));
  return harmless(line);
}

/** Numbers may begin with a sign; anything else that begins like a formula gets an apostrophe in front. */
function harmless(text: string): string {
  return /^[=+\-@]/.test(text) && !/^[+-]\d/.test(text) ? `'${text}` : text;
}

/**
 * Heads, rows, an empty line, and what it is and where it comes from.
 * A column whose cells show a place beside the figure becomes two columns of bare numbers; `rank` heads the second.
 */
export function lines(columns: readonly Column[], rows: readonly Row[], notes: readonly string[], rank = ""): string[][] {
  const ranked = columns.map((_, i) => rows.some(({ cells }) => cells[i]?.rank !== undefined));
  const heads = columns.flatMap(({ label }, i) => (ranked[i] ? [plain(label, false), plain(`${label} ${rank}`, false)] : [plain(label, false)]));
  const body = rows.map(({ cells }) => cells.flatMap((cell, i) => {
    const text = plain(cell.text, columns[i]?.numeric ?? false);
    if (!ranked[i]) return [text];
    return [String(cell.value ?? text), String(cell.rank ?? "")];
  }));
  return [heads, ...body, [], ...notes.filter(Boolean).map((note) => [plain(note, false)])];
}

/** The same as text: a tab between cells. A spreadsheet takes a quote at the start for its own. */
export function tabbed(all: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text);
  return all.map((line) => line.map(cell).join("\t")).join("\r\n");
}
