/**
 * Walking through the marks of a figure by keys: along a line of one city, or from city to city.
 *
 * It knows only where marks are; what is drawn there it doesn't know.
 */
import type { Figure, Mark } from "#core";

/** Where a mark is, and whose. */
type Place = Pick<Mark, "region" | "x" | "y">;

/** Where the arrow keys lead: right and down. */
const ARROWS = new Map<string, readonly [number, number]>([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

/** Every mark of a figure, in reading order. */
export function marks(figure: Figure): Mark[] {
  return figure.marks().sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The mark that a key leads to; none for a key that leads nowhere. */
export function next<M extends Place>(all: readonly M[], here: Place | undefined, key: string): M | undefined {
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  const arrow = ARROWS.get(key);
  if (arrow === undefined) return undefined;
  if (here === undefined) return all[0];
  const line = all.filter(({ region }) => region === here.region);
  const [dx, dy] = arrow;
  // where each city has one mark, every arrow goes through the cities
  if (line.length < 2) return beside(all, here, dx + dy) ?? same(all, here);
  if (dx !== 0) return beside([...line].sort((a, b) => a.x - b.x), here, dx) ?? same(all, here);
  return beside(all.filter(({ x }) => Math.abs(x - here.x) < 1), here, dy) ?? same(all, here);
}

function beside<M extends Place>(row: readonly M[], here: Place, step: number): M | undefined {
  const at = row.findIndex((mark) => is(mark, here));
  return at < 0 ? undefined : row[at + step];
}

function same<M extends Place>(all: readonly M[], here: Place): M | undefined {
  return all.find((mark) => is(mark, here));
}

function is(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y && a.region === b.region;
}
