/** How high a page in a frame is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Fit, natural } from "../src/fit";

test("a figure stands on a phone, lies in a column of text, and goes over from one to the other", () => {
  assert.deepEqual([320, 640, 960].map(natural), [576, 400, 600]);
  assert.equal(natural(300), 540);
  for (let width = 321; width <= 640; width += 1) assert.ok(natural(width) <= natural(width - 1), String(width));
});

test("a frame that is near enough to what suits is filled as it is", () => {
  assert.equal(new Fit().whole(720, 520, 28), 520);
  assert.equal(new Fit().whole(320, 520, 44), 520);
  assert.equal(new Fit().whole(960, 520, 28), 520);
});

test("any other frame is told what suits: the browser's own height, one that is much too low or too high", () => {
  for (const given of [0, 150, 300, 900]) assert.equal(new Fit().whole(720, given, 28), 478, String(given));
});

test("who took a height once is told the exact one from then on", () => {
  const fit = new Fit();
  assert.equal(fit.whole(720, 150, 28), 478);
  assert.ok(fit.tells(478));
  assert.equal(fit.whole(720, 478, 28), 478);
  assert.equal(fit.whole(640, 478, 28), 428);
});

test("who has a ratio of its own is followed, whatever it was told", () => {
  const fit = new Fit();
  for (const [width, height] of [[960, 600], [720, 450], [720, 450], [960, 600]] as const) {
    assert.equal(fit.whole(width, height, 28), height);
    fit.tells(height);
  }
});

test("a height is told once", () => {
  const fit = new Fit();
  assert.deepEqual([500, 500, 501, 500].map((height) => fit.tells(height)), [true, false, true, true]);
});
