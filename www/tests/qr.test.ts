/** QR codes: their white, their corners, their path. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { path, QUIET, squares } from "../src/tool/qr";

test("a code has white around it and its three corners", () => {
  const rows = squares("https://city.example/");
  assert.ok(rows);
  const size = rows.length;
  assert.ok(rows.every((row) => row.length === size));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < QUIET; j += 1) assert.ok(![rows[j]?.[i], rows[size - 1 - j]?.[i], rows[i]?.[j], rows[i]?.[size - 1 - j]].includes(true));
  }
  for (const [x, y] of [[QUIET, QUIET], [size - QUIET - 7, QUIET], [QUIET, size - QUIET - 7]] as const) {
    const row = (dy: number): string => Array.from({ length: 7 }, (_, dx) => (rows[y + dy]?.[x + dx] ? "#" : ".")).join("");
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(row), ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]);
  }
});

test("a path has a rectangle for each run of black squares", () => {
  assert.equal(path([[false, true, true, false], [true, false, false, true]]), "M1 0h2v1h-2zM0 1h1v1h-1zM3 1h1v1h-1z");
});

test("a text that no code holds has none", () => {
  assert.ok(squares("a".repeat(2900)));
  assert.equal(squares("a".repeat(3000)), undefined);
});
