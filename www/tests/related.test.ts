/** The indicators before, after and near another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue } from "#core";
import { beside, near, row, shelf } from "../src/related";

const one = (id: string, theme: string) => ({ id, theme, name: id, short: id, from: "", to: "", regions: ["here"] });

/** The data list them mixed; the themes put them in order: a1 a2 a3 b1 b2. */
const SHELF: Pick<Catalogue, "themes" | "indicators" | "regions"> = {
  regions: [{ id: "here", name: "Here" }] as Catalogue["regions"],
  themes: [{ id: "a", name: "A" }, { id: "b", name: "B" }],
  indicators: [one("a1", "a"), one("b1", "b"), one("a2", "a"), one("b2", "b"), one("a3", "a")],
};

const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

test("the themes give the order", () => {
  assert.deepEqual(ids(shelf(SHELF)), ["a1", "a2", "a3", "b1", "b2"]);
});

test("before and after go on from theme to theme, end at the ends, and pass over what no city has", () => {
  const at = (id: string) => {
    const found = beside(SHELF, id);
    return [found.before?.id, found.after?.id];
  };
  assert.deepEqual(at("a3"), ["a2", "b1"]);
  assert.deepEqual(at("a1"), [undefined, "a2"]);
  assert.deepEqual(at("b2"), ["b1", undefined]);
  assert.deepEqual(at("none"), [undefined, undefined]);
  const bare = { ...SHELF, indicators: SHELF.indicators.map((each) => (each.id === "a2" ? { ...each, regions: ["elsewhere"] } : each)) };
  assert.equal(beside(bare, "a1").after?.id, "a3");
  assert.equal(beside(bare, "a2").after?.id, "a3");
});

test("the named come first, then the theme, one after, one before", () => {
  assert.deepEqual(ids(near(SHELF, "a2")), ["a3", "a1"]);
  assert.deepEqual(ids(near(SHELF, "a2", ["b2", "a1", "a2", "gone"])), ["b2", "a1", "a3"]);
  assert.deepEqual(ids(near(SHELF, "a1")), ["a2", "a3"]);
});

test("a row has five at most", () => {
  const many = Array.from({ length: 12 }, (_, place) => one(`m${place}`, "a"));
  assert.deepEqual(ids(row({ themes: SHELF.themes, indicators: many }, "m6")), ["m7", "m5", "m8", "m4", "m9"]);
});
