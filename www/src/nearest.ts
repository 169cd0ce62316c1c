/**
 * Which of the known ids an unknown one probably meant. It knows no page and no data.
 */

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one text of the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1)];
      if (swapped) ways.push(before[j - 2]! + 1);
      row.push(Math.min(...ways));
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}

/** The nearest ids, best first: those that contain it or are contained in it, then those a few letters away. */
export function nearest(asked: string, ids: readonly string[], most = 5): string[] {
  const wanted = asked.toLowerCase();
  if (wanted === "") return [];
  const rated = ids.map((id) => ({ id, far: far(wanted, id) }));
  const near = rated.filter(({ id, far: n }) => n <= Math.max(2, Math.min(wanted.length, id.length) / 3));
  // sorting is stable: equals stay in the order of the data
  return near.sort((a, b) => a.far - b.far).slice(0, most).map(({ id }) => id);
}

/** A part of an id is nearer than a misspelt one. */
function far(wanted: string, id: string): number {
  const whole = distance(wanted, id);
  const part = wanted.length >= 3 && (id.includes(wanted) || wanted.includes(id));
  return part ? Math.min(whole, 1.5) : whole;
}
