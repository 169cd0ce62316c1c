/**
 * The figure as something to walk through: city, indicator, period. Pure: it knows marks, no element.
 *
 * Where the core says of what period and indicator a mark is, it goes by that; else by where marks stand.
 */
import type { Mark } from "#core";

/** A mark as far as walking goes; the small core names neither period nor indicator. */
export type Place = Pick<Mark, "region" | "x" | "y" | "index"> & Partial<Pick<Mark, "period" | "indicator">>;

/** Where a key leads: to a mark, or one period of the view further or back. */
export type Step<M> = { mark: M } | { turn: 1 | -1 };

const SAME = 1;

/** The cities that one walks through, from top to bottom: of one moment where a city has several. */
export function cities<M extends Place>(all: readonly M[], here: Place): M[] {
  const same = all.filter(({ indicator }) => indicator === here.indicator);
  const then = line(all, here).length < 2 ? same : same.filter((mark) => together(mark, here));
  return then.sort(down);
}

/** Whether two marks are about the same time. */
function together(mark: Place, here: Place): boolean {
  return mark.period === undefined ? Math.abs(mark.x - here.x) < SAME : mark.period === here.period;
}

/** Marks of the same city and indicator, from left to right: its periods. */
export function line<M extends Place>(all: readonly M[], here: Place): M[] {
  return all.filter((mark) => mark.region === here.region && mark.indicator === here.indicator).sort(along);
}

/** Marks of the same city and period under other indicators. */
function across<M extends Place>(all: readonly M[], here: Place): M[] {
  return all.filter((mark) => mark.region === here.region && mark.indicator !== undefined && mark.period === here.period).sort((a, b) => (a.indicator ?? 0) - (b.indicator ?? 0));
}

function down(a: Place, b: Place): number {
  return a.y - b.y || a.x - b.x;
}

/** By time where it is known: in a figure of trails it is not from left to right. */
function along(a: Place, b: Place): number {
  if (a.period !== undefined && b.period !== undefined && a.period !== b.period) return a.period < b.period ? -1 : 1;
  return a.x - b.x || a.y - b.y;
}

/** Where a key leads from a mark; nowhere for another key. At an end one stays. */
export function step<M extends Place>(all: readonly M[], here: M, key: string): Step<M> | undefined {
  const periods = line(all, here);
  const indicators = across(all, here);
  const row = indicators.length > 1 ? indicators : periods;
  switch (key) {
    case "ArrowUp": return { mark: beside(cities(all, here), here, -1) };
    case "ArrowDown": return { mark: beside(cities(all, here), here, 1) };
    case "ArrowLeft": return row.length > 1 ? { mark: beside(row, here, -1) } : { turn: -1 };
    case "ArrowRight": return row.length > 1 ? { mark: beside(row, here, 1) } : { turn: 1 };
    case "PageUp": return periods.length > 1 ? { mark: beside(periods, here, -1) } : { turn: -1 };
    case "PageDown": return periods.length > 1 ? { mark: beside(periods, here, 1) } : { turn: 1 };
    case "Home": return { mark: end(row.length > 1 ? row : cities(all, here), 0) ?? here };
    case "End": return { mark: end(row.length > 1 ? row : cities(all, here), -1) ?? here };
    default: return undefined;
  }
}

function beside<M extends Place>(row: readonly M[], here: M, by: number): M {
  const at = row.findIndex(({ index }) => index === here.index);
  return row[at + by] ?? here;
}

function end<M>(row: readonly M[], at: number): M | undefined {
  return row.at(at);
}

/** The marks that stand at the same time in a figure whose x is time; none in any other. */
export function moment<M extends Place>(all: readonly M[], here: Place): M[] {
  const mine = line(all, here);
  if (mine.length < 2) return [];
  const then = all.filter((mark) => mark.indicator === here.indicator && together(mark, here));
  if (then.some(({ x }) => Math.abs(x - here.x) >= SAME)) return [];
  // each city once, and time goes to the right
  const ordered = mine.every((mark, i) => i === 0 || mark.x > (mine[i - 1]?.x ?? 0));
  const once = new Set(then.map(({ region }) => region)).size === then.length;
  return ordered && once ? then.sort(down) : [];
}

/** Where the reading begins: home's latest mark of what is compared, else the first of all. */
export function entry<M extends Place>(all: readonly M[], home: string): M | undefined {
  const own = all.filter(({ region, indicator }) => region === home && !indicator);
  return own.sort(along).at(-1) ?? [...all].sort(down)[0];
}

/** How far beside the first and the last period one still points at them, in pixels. */
const EDGE = 24;

/** The mark nearest to a point: first in time, then in height; none where one points beside all of them. */
export function nearest<M extends Place>(all: readonly M[], { x, y }: { x: number; y: number }): M | undefined {
  const near = [...all].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x) || Math.abs(a.y - y) - Math.abs(b.y - y))[0];
  const outside = all.every((mark) => mark.x < x - EDGE) || all.every((mark) => mark.x > x + EDGE);
  return outside ? undefined : near;
}
