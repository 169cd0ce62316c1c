/**
 * Which periods a reader means: a typed time, a typed stretch, a range in an address, the next frame of playing.
 *
 * It knows the periods that have values, and no element.
 */

/** A stretch of periods by their positions; both ends belong to it. */
export interface Span {
  from: number;
  to: number;
}

/** What was typed: a position, and whether it is only the nearest; or nothing that can be read. */
export interface Found {
  at: number;
  exact: boolean;
}

/** The year of a period, with its part of the year behind the point. */
function when(period: string): number | undefined {
  const [, year, part, number] = /^(\d{4})(?:-?([HQM]?)(\d{1,2}))?/i.exec(period) ?? [];
  if (year === undefined) return undefined;
  if (number === undefined) return Number(year);
  const parts = { H: 2, Q: 4 }[part?.toUpperCase() ?? ""] ?? 12;
  return Number(year) + (Number(number) - 1) / parts;
}

/** The period that is typed, as it is written or said, or the nearest to its year; of equally near ones the earlier. */
export function typed(periods: readonly string[], names: readonly string[], text: string): Found | undefined {
  const asked = narrow(text).trim();
  if (asked === "") return undefined;
  const exact = [periods, names].map((all) => all.findIndex((one) => one.toLowerCase() === asked.toLowerCase())).find((at) => at >= 0);
  if (exact !== undefined) return { at: exact, exact: true };
  const wanted = when(asked.replace(/\s*年$/, ""));
  if (wanted === undefined || !/^\d{4}(?!\d)/.test(asked)) return undefined;
  let at = -1;
  let least = Infinity;
  for (const [i, period] of periods.entries()) {
    const away = Math.abs((when(period) ?? Infinity) - wanted);
    if (away < least) [at, least] = [i, away];
  }
  return at < 0 ? undefined : { at, exact: false };
}

/** Figures typed with a Chinese input method are wide. */
function narrow(text: string): string {
  return text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The two ends of a typed stretch (2012-2020, 2012..2020, 2012至2020), if it is one of whole years. */
export function ends(text: string): [string, string] | undefined {
  const [, from, to] = /^\s*(\d{4})\s*年?\s*(?:-|–|—|~|至|到|\.\.|to)\s*(\d{4})\s*年?\s*$/i.exec(narrow(text)) ?? [];
  return from !== undefined && to !== undefined ? [from, to] : undefined;
}

/** The positions of a range such as `2012..2020`; all periods where there is none or it names others. */
export function span(periods: readonly string[], range: string | undefined): Span {
  const [from, to] = (range ?? "").split("..").map((end) => periods.indexOf(end));
  const all = { from: 0, to: periods.length - 1 };
  if (from === undefined || to === undefined || from < 0 || to < 0 || from > to) return all;
  return { from, to };
}

/** A range as a view has it; none where it is everything. */
export function written(periods: readonly string[], { from, to }: Span): string | undefined {
  if (from === 0 && to === periods.length - 1) return undefined;
  return `${periods[from]}..${periods[to]}`;
}

/** The frames from a position to the last one; from the first where it is the last. */
export function frames(at: number, first: number, last: number): number[] {
  const begin = at >= last ? first : at + 1;
  return Array.from({ length: Math.max(0, last - begin + 1) }, (_, i) => begin + i);
}
