/**
 * The known id that an unknown one was most likely meant to be. The core does the same for the cities that it shows.
 */

/** The one with the smallest edit distance, when that is at most a third of the letters (and at least one is allowed). */
export function nearest(asked: string, known: readonly string[]): string | undefined {
  let [found, least]: [string | undefined, number] = [undefined, Math.max(1, Math.floor(asked.length / 3)) + 1];
  for (const id of known) {
    const away = distance(asked, id);
    if (away < least) [found, least] = [id, away];
  }
  return found;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const other = (row[j] ?? 0) + Number(letter !== b[j]);
      next.push(Math.min(other, (next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
