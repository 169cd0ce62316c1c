/**
 * Where a tip stands: pure arithmetic of boxes, in the pixels of the figure.
 */

export interface At {
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

/** How far a tip stands from the pointer or a mark. */
const GAP = 16;
/** As much room a value written at the end of a bar takes. */
const VALUE = 96;

function within(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Beside a point: to the right, to the left, above, below; inside the figure. */
export function beside({ x, y }: At, box: Box, room: Box): [number, number] {
  const middle = within(0, y - box.height / 2, Math.max(0, room.height - box.height));
  if (x + GAP + box.width <= room.width) return [x + GAP, middle];
  if (x - GAP - box.width >= 0) return [x - GAP - box.width, middle];
  const centre = within(0, x - box.width / 2, Math.max(0, room.width - box.width));
  return [centre, y - GAP - box.height >= 0 ? y - GAP - box.height : y + GAP];
}

/** Where no mark, nor the value beside it, is covered: right of all rows that it reaches over, first downwards, then centred, then upwards. */
export function clear(here: At, marks: readonly At[], box: Box, room: Box): [number, number] | undefined {
  for (const share of [0.15, 0.5, 0.85]) {
    const top = here.y - share * box.height;
    if (top < 0 || top + box.height > room.height) continue;
    const reached = marks.filter(({ y }) => y > top - GAP && y < top + box.height + GAP);
    const left = Math.max(here.x, ...reached.map(({ x }) => x)) + VALUE;
    if (left + box.width <= room.width) return [left, top];
  }
  return undefined;
}
