/** Walking through the marks of a figure by keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure, Mark } from "#core";
import { marks, next } from "../src/marks";

const at = (region: string, x: number, y: number): Mark => ({ region, x, y, index: 0, period: "2023", indicator: 0 });

const BARS = [at("hangzhou", 90, 10), at("ningbo", 70, 30), at("wenzhou", 60, 50)];
const LINES = [at("hangzhou", 10, 10), at("hangzhou", 90, 12), at("wenzhou", 10, 40), at("wenzhou", 90, 44)];

test("every mark is found once, from the top down", () => {
  const figure = { marks: () => [...BARS].reverse() } as unknown as Figure;
  assert.deepEqual(marks(figure), BARS);
});

test("where each city has one mark, every arrow goes through the cities", () => {
  assert.equal(next(BARS, BARS[0], "ArrowDown"), BARS[1]);
  assert.equal(next(BARS, BARS[0], "ArrowRight"), BARS[1]);
  assert.equal(next(BARS, BARS[2], "ArrowUp"), BARS[1]);
});

test("on lines, left and right go along the city, up and down to another", () => {
  assert.equal(next(LINES, LINES[0], "ArrowRight"), LINES[1]);
  assert.equal(next(LINES, LINES[1], "ArrowDown"), LINES[3]);
  assert.equal(next(LINES, LINES[3], "ArrowLeft"), LINES[2]);
});

test("at the end one stays, Home and End go there, other keys do nothing", () => {
  assert.equal(next(BARS, BARS[2], "ArrowDown"), BARS[2]);
  assert.equal(next(LINES, LINES[0], "ArrowUp"), LINES[0]);
  assert.equal(next(BARS, BARS[1], "Home"), BARS[0]);
  assert.equal(next(BARS, undefined, "End"), BARS[2]);
  assert.equal(next(BARS, undefined, "ArrowUp"), BARS[0]);
  assert.equal(next(BARS, BARS[1], "a"), undefined);
});
