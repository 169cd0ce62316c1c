/** From figures to notes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { beats, frequency } from "../src/tool/sound";

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
