/** The system's colours in the place of a theme's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Exchange, exchanged, rgb } from "../src/tool/forced";

const GROUND: Exchange = [[255, 255, 255], [0, 0, 0]];
const TEXT: Exchange = [[0, 0, 0], [255, 255, 0]];
const HOME: Exchange = [[176, 0, 0], [0, 255, 255]];

test("a colour of the theme gives way to the system's", () => {
  assert.deepEqual(rgb("#b00000"), [176, 0, 0]);
  assert.deepEqual(exchanged(rgb("#b00000"), GROUND, [TEXT, HOME]), [0, 255, 255]);
  assert.deepEqual(exchanged(rgb("#ffffff"), GROUND, [TEXT, HOME]), [0, 0, 0]);
});

test("a mixture with the ground stays the same mixture", () => {
  // half of the text: half of yellow on black
  const grey = exchanged([127.5, 127.5, 127.5], GROUND, [TEXT, HOME]);
  assert.deepEqual(grey, [127.5, 127.5, 0]);
  // a fifth of home's red
  const faint = exchanged([255 - 79 / 5, 255 - 51, 255 - 51], GROUND, [TEXT, HOME]);
  assert.deepEqual(faint.map(Math.round), [0, 51, 51]);
});
