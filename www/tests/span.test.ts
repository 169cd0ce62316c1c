/** Which periods a typed time, a typed stretch and an address mean. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, frames, span, typed, written } from "../src/tool/span";

const YEARS = ["2005", "2010", "2014", "2020"];
const NAMES = YEARS.map((year) => `${year}年`);

test("a period is found as it is written or said, in wide figures, too", () => {
  for (const text of ["2014", " 2014年 ", "２０１４"]) assert.deepEqual(typed(YEARS, NAMES, text), { at: 2, exact: true });
  assert.deepEqual(typed(["2023", "2024-H1"], ["2023", "first half of 2024"], "First half of 2024"), { at: 1, exact: true });
});

test("what has no figure leads to the nearest, of equally near ones to the earlier", () => {
  assert.deepEqual(typed(YEARS, NAMES, "2019"), { at: 3, exact: false });
  assert.deepEqual(typed(YEARS, NAMES, "2012"), { at: 1, exact: false });
  assert.deepEqual(typed(YEARS, NAMES, "1949"), { at: 0, exact: false });
  // the half begins in January, the third quarter in July
  assert.deepEqual(typed(["2023-H1", "2023-Q3"], ["", ""], "2023-08"), { at: 1, exact: false });
});

test("what is no time is none", () => {
  for (const text of ["", "last year", "20", "20234"]) assert.equal(typed(YEARS, NAMES, text), undefined);
});

test("a stretch is typed with any sign between its years", () => {
  for (const text of ["2012-2020", "2012–2020", "2012..2020", "2012 至 2020年", "2012 to 2020"]) assert.deepEqual(ends(text), ["2012", "2020"], text);
  for (const text of ["2012", "12-20", "2012-2020-2022"]) assert.equal(ends(text), undefined, text);
});

test("a range is read and written by positions; the whole is not written", () => {
  assert.deepEqual(span(YEARS, "2010..2014"), { from: 1, to: 2 });
  for (const text of [undefined, "2011..2014", "2014..2010", "x"]) assert.deepEqual(span(YEARS, text), { from: 0, to: 3 });
  assert.equal(written(YEARS, { from: 1, to: 2 }), "2010..2014");
  assert.equal(written(YEARS, { from: 0, to: 3 }), undefined);
});

test("playing goes on from where one is, and begins anew at the end", () => {
  assert.deepEqual(frames(1, 0, 3), [2, 3]);
  assert.deepEqual(frames(3, 0, 3), [0, 1, 2, 3]);
  assert.deepEqual(frames(3, 2, 3), [2, 3]);
});
