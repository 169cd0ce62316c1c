/** From figures to notes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { beats, frequency, together } from "../src/tool/sound";

test("the lowest figure is 220 Hz, the highest two octaves above, and equal steps are equal intervals", () => {
  assert.equal(frequency(0), 220);
  assert.equal(frequency(0.5), 440);
  assert.equal(frequency(1), 880);
  assert.ok(Math.abs(frequency(0.75) / frequency(0.25) - 2) < 1e-9);
  assert.deepEqual([frequency(-1), frequency(2)], [220, 880]);
});

const at = (region: string, x: number, y: number) => ({ region, x, y });

test("a beat is a period in which anybody has a figure; who has none is silent", () => {
  // pixels go down: 100 is the lowest figure of the two, 20 the highest
  const marks = [at("w", 0, 100), at("h", 0, 60), at("other", 10, 5), at("w", 20, 80), at("h", 30, 20)];
  assert.deepEqual(beats(marks, "w", "h"), [
    { x: 0, home: 0, other: 0.5 },
    { x: 10, home: undefined, other: undefined },
    { x: 20, home: 0.25, other: undefined },
    { x: 30, home: undefined, other: 1 },
  ]);
});

test("periods before the first and after the last figure of both are left out", () => {
  const marks = [at("other", 0, 5), at("w", 10, 7), at("other", 20, 5)];
  assert.deepEqual(beats(marks, "w", "h"), [{ x: 10, home: 0.5, other: undefined }]);
  assert.deepEqual(beats([at("other", 0, 5)], "w", "h"), []);
});

test("several cities are heard as their middle height, where all of them have a figure", () => {
  const marks = [at("a", 0, 100), at("b", 0, 40), at("c", 0, 10), at("a", 10, 60), at("w", 20, 5)];
  assert.deepEqual(together(marks, "~", new Set(["a", "b"]), "mean", 2), [{ region: "~", x: 0, y: 70 }]);
  assert.deepEqual(together(marks, "~", new Set(["a", "b"]), "mean", 1), [
    { region: "~", x: 0, y: 70 },
    { region: "~", x: 10, y: 60 },
  ]);
});

test("the median of the others is the height of the one in the middle, or between the two in the middle", () => {
  const marks = [at("a", 0, 100), at("b", 0, 40), at("c", 0, 10), at("a", 10, 60), at("b", 10, 50), at("c", 10, 20), at("d", 10, 0)];
  assert.deepEqual(together(marks, "~", new Set(["a", "b", "c", "d"]), "median", 2), [
    { region: "~", x: 0, y: 40 },
    { region: "~", x: 10, y: 35 },
  ]);
});
