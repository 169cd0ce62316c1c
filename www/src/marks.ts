/**
 * Walking through the marks of a figure by keys: along a line of one city, or from city to city.
 *
 * It knows only where marks are; what is drawn there it doesn't know.
 */
import type { Figure, Hit } from "#core";

/** How far apart, in pixels, a figure is asked what is there. */
const STEP = 8;

/** Where the arrow keys lead: right and down. */
const ARROWS = new Map<string, readonly [number, number]>([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

/** Every mark of a figure, in reading order. */
export function marks(figure: Figure, width: number, height: number): Hit[] {
  const found = new Map<string, Hit>();
  for (let y = STEP / 2; y < height; y += STEP) {
    for (let x = STEP / 2; x < width; x += STEP) {
      const hit = figure.pick(x, y);
      if (hit) found.set(`${hit.region} ${hit.x} ${hit.y}`, hit);
    }
  }
  return [...found.values()].sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The mark that a key leads to; none for a key that leads nowhere. */
export function next(all: readonly Hit[], here: Hit | undefined, key: string): Hit | undefined {
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  const arrow = ARROWS.get(key);
  if (arrow === undefined) return undefined;
  if (here === undefined) return all[0];
  const line = all.filter(({ region }) => region === here.region);
  const [dx, dy] = arrow;
  // where each city has one mark, every arrow goes through the cities
  if (line.length < 2) return beside(all, here, dx + dy) ?? here;
  if (dx !== 0) return beside([...line].sort((a, b) => a.x - b.x), here, dx) ?? here;
  return beside(all.filter(({ x }) => Math.abs(x - here.x) < 1), here, dy) ?? here;
}

function beside(row: readonly Hit[], here: Hit, step: number): Hit | undefined {
  return row[row.findIndex(({ x, y, region }) => x === here.x && y === here.y && region === here.region) + step];
}
