/** In which order a searched list stands, and under which headings. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { best, type Entry, groups } from "../src/listed";
import { keys, nearness } from "../src/search";

const entry = (label: string, group: string, note?: string): Entry => ({ id: label, label, group, keys: keys(label), under: keys(group), ...(note ? { note } : {}) });

test("a whole name is nearer than its beginning, and that than a part", () => {
  const found = keys("Income per head", "income");
  assert.deepEqual(["income", "Income p", "per head", "wage"].map((typed) => nearness(found, typed)), [0, 1, 2, 3]);
});

test("first what has data, of that first what is named so; the rest as it came", () => {
  const found = [
    entry("disposable income", "living", "no data"),
    entry("rural income", "living"),
    entry("income tax", "budget"),
    entry("income", "budget", "no data"),
    entry("urban income", "living"),
  ];
  assert.deepEqual(best(found, "income").map(({ id }) => id), ["income tax", "rural income", "urban income", "income", "disposable income"]);
});

test("what is found by its heading alone comes after what is named so", () => {
  const found = [entry("average wage", "income"), entry("disposable income", "income")];
  assert.deepEqual(best(found, "income").map(({ id }) => id), ["disposable income", "average wage"]);
});

test("the list is drawn in the order in which the arrow keys go through it", () => {
  const found = [entry("b income", "x"), entry("income a", "y"), entry("c income", "x", "no data"), entry("income d", "x")];
  const order = best(found, "income");
  assert.deepEqual(groups(order, true).flatMap(([, entries]) => entries), order);
  assert.deepEqual(groups(order, true).map(([name]) => name), ["y", "x", "x"]);
});

test("without a search all entries of a theme stay together", () => {
  const all = [entry("a", "x", "no data"), entry("b", "x"), entry("c", "y")];
  assert.deepEqual(groups(all, false).map(([name, entries]) => [name, entries.length]), [["x", 2], ["y", 1]]);
});
