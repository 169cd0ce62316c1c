/** The walk through a figure, and where a tip stands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { entry, moment, nearest, type Place, step } from "../src/tool/model";
import { beside, clear } from "../src/tool/place";

type Spot = Place & { index: number };

/** With period and indicator, as the core with every chart tells them. */
function spots(...all: [region: string, x: number, y: number, period?: string | undefined, indicator?: number][]): Spot[] {
  return all.map(([region, x, y, period, indicator], index) => ({ region, x, y, index, ...(period ? { period, indicator: indicator ?? 0 } : {}) }));
}

function to(all: Spot[], from: number, key: string): number | string | undefined {
  const found = step(all, all[from] as Spot, key);
  if (found === undefined) return undefined;
  return "mark" in found ? found.mark.index : `turn ${found.turn}`;
}

test("where each city has one mark, up and down go through the cities, left and right turn the period", () => {
  const bars = spots(["h", 90, 10], ["n", 70, 30], ["w", 60, 50]);
  assert.deepEqual(["ArrowUp", "ArrowDown", "Home", "End", "ArrowLeft", "ArrowRight", "PageDown", "x"].map((key) => to(bars, 1, key)),
    [0, 2, 0, 2, "turn -1", "turn 1", "turn 1", undefined]);
  assert.equal(to(bars, 2, "ArrowDown"), 2);
});

test("in lines, left and right go along the years of a city, up and down across a year; without or with named periods", () => {
  for (const year of [undefined, "2022"]) {
    const lines = spots(["h", 10, 10, year], ["w", 10, 40, year], ["h", 90, 50, year && "2023"], ["w", 90, 44, year && "2023"]);
    assert.deepEqual(["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "End"].map((key) => to(lines, 0, key)), [2, 0, 1, 0, 2]);
    assert.equal(to(lines, 2, "ArrowUp"), 3);
  }
});

test("in a figure of several indicators left and right go through these, Page keys through the periods", () => {
  const cells = spots(["h", 10, 10, "2023", 0], ["h", 30, 10, "2023", 1], ["w", 10, 20, "2023", 0], ["w", 30, 20, "2023", 1]);
  assert.deepEqual(["ArrowRight", "ArrowDown", "PageUp", "End"].map((key) => to(cells, 0, key)), [1, 2, "turn -1", 1]);
  assert.equal(to(cells, 3, "ArrowUp"), 1);
});

test("the reading begins at home's latest figure", () => {
  const lines = spots(["w", 10, 40, "2022"], ["h", 90, 12, "2023"], ["w", 90, 44, "2023"], ["w", 20, 1, "2024", 1]);
  assert.equal(entry(lines, "w")?.index, 2);
  assert.equal(entry(lines, "nobody")?.index, 3);
});

test("a moment is all cities of a time, from the top; only where time goes to the right", () => {
  const lines = spots(["w", 10, 40, "2022"], ["h", 10, 12, "2022"], ["w", 90, 44, "2023"], ["h", 90, 9, "2023"]);
  assert.deepEqual(moment(lines, lines[0] as Spot).map(({ index }) => index), [1, 0]);
  const trail = spots(["w", 10, 40, "2022"], ["h", 30, 12, "2022"], ["w", 5, 44, "2023"], ["h", 90, 9, "2023"]);
  assert.deepEqual(moment(trail, trail[0] as Spot), []);
  assert.deepEqual(moment(spots(["w", 10, 40], ["h", 10, 50]), { region: "w", x: 10, y: 40, index: 0 }), []);
});

test("the nearest is first nearest in time; far beside the figure there is none", () => {
  const lines = spots(["w", 10, 40], ["h", 10, 12], ["w", 90, 44]);
  assert.equal(nearest(lines, { x: 20, y: 0 })?.index, 1);
  assert.equal(nearest(lines, { x: 80, y: 0 })?.index, 2);
  assert.equal(nearest(lines, { x: 200, y: 0 }), undefined);
});

test("a tip stands beside the pointer and flips at the edges", () => {
  const [box, room] = [{ width: 100, height: 40 }, { width: 400, height: 300 }];
  assert.deepEqual(beside({ x: 50, y: 100 }, box, room), [66, 80]);
  assert.deepEqual(beside({ x: 350, y: 5 }, box, room), [234, 0]);
  assert.deepEqual(beside({ x: 60, y: 100 }, { width: 120, height: 40 }, { width: 130, height: 300 }), [0, 44]);
});

test("a tip of a row stands where no row ends, or nowhere special", () => {
  const rows = [{ x: 300, y: 20 }, { x: 100, y: 60 }, { x: 80, y: 100 }, { x: 60, y: 140 }];
  const box = { width: 150, height: 60 };
  // from the second row downwards: 100 + 96 px for the value
  assert.deepEqual(clear({ x: 100, y: 60 }, rows, box, { width: 400, height: 200 }), [196, 51]);
  assert.equal(clear({ x: 300, y: 20 }, rows, box, { width: 400, height: 200 }), undefined);
});
