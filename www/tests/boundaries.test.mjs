/** The committed boundaries are what the script makes of their source, are small, and each border is one line. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { boundaries } from "../boundaries.mjs";

const root = process.env.DUIBIAO_ROOT ?? assert.fail("DUIBIAO_ROOT is not set; run cargo xtask test --only unit");
const text = (path) => readFileSync(join(root, path), "utf8");
const json = (path) => JSON.parse(text(path));
const committed = text("data/boundaries/zhejiang.json");
const { arcs, regions } = JSON.parse(committed);

test("the committed boundaries are what the script makes of the map", () => {
  const map = json("www/node_modules/echarts-4/map/json/province/zhejiang.json");
  assert.ok(boundaries(map, json("data/regions.json")) === committed, "run node boundaries.mjs in www/ and look at the map");
});

test("the boundaries are at most 40 KB after brotli", () => {
  assert.ok(brotliCompressSync(committed).length <= 40_000);
});

test("all eleven cities are there, and Zhoushan is islands", () => {
  assert.equal(Object.keys(regions).length, 11);
  assert.ok(regions.zhoushan.length > 20);
  // Dongtou lies off Wenzhou
  assert.ok(regions.wenzhou.length > 1);
});

/** The arcs that two regions have in common. */
function common(a, b) {
  const all = (id) => new Set(regions[id].flat().map((arc) => (arc < 0 ? -1 - arc : arc)));
  return [...all(a)].filter((arc) => all(b).has(arc));
}

test("neighbours share the line between them", () => {
  for (const [a, b] of [["wenzhou", "lishui"], ["wenzhou", "taizhou-zj"], ["hangzhou", "quzhou"], ["jinhua", "shaoxing"]]) {
    const points = common(a, b).reduce((sum, arc) => sum + arcs[arc].length / 2, 0);
    assert.ok(points > 40, `${a} and ${b} share ${points} points`);
  }
  assert.deepEqual(common("wenzhou", "huzhou"), []);
});
