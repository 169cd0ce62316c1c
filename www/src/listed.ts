/**
 * The entries of a list that is searched: in which order they stand, and under which headings.
 *
 * Pure; the list itself is the business of the pickers.
 */
import { nearness } from "./search";

/** An entry of the list. */
export interface Entry {
  id: string;
  label: string;
  /** What it is listed under. */
  group?: string;
  /** A remark, such as that there are no data. */
  note?: string;
  /** Why, in a sentence. */
  why?: string | undefined;
  /** What it is found by. */
  keys: string;
  /** What its heading is found by, and it with that. */
  under?: string;
}

/** What was found, as it stands in the list: first what has data, of that first what is named so, under headings. */
export function best(found: Entry[], typed: string): Entry[] {
  const rate = (entry: Entry): number => nearness(entry.keys, typed) + (entry.note ? 4 : 0);
  const rated = found.map((entry) => ({ entry, rate: rate(entry) }));
  // sorting is stable: equals stay in the order of the data
  const sorted = rated.sort((a, b) => a.rate - b.rate).map(({ entry }) => entry);
  return groups(sorted, true).flatMap(([, entries]) => entries);
}

/** Entries under their headings, in the order in which they come; where they are ranked, what has no data has headings of its own. */
export function groups(entries: Entry[], ranked: boolean): [string, Entry[]][] {
  const found = new Map<string, [string, Entry[]]>();
  for (const entry of entries) {
    const name = entry.group ?? "";
    const key = ranked && entry.note ? `\n${name}` : name;
    const there = found.get(key);
    if (there) there[1].push(entry);
    else found.set(key, [name, [entry]]);
  }
  return [...found.values()];
}
