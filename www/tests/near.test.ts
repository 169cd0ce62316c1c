/** What an unknown id was meant to be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../src/near";

test("a slip of the pen is understood", () => {
  assert.equal(nearest("guangzou", ["guangzhou", "hangzhou"]), "guangzhou");
  assert.equal(nearest("hangzou", ["wenzhou", "hangzhou"]), "hangzhou");
});

test("what is far from all is meant for none", () => {
  assert.equal(nearest("xyz", ["guangzhou"]), undefined);
  assert.equal(nearest("", []), undefined);
});

test("at most a third of the letters may differ, and one always", () => {
  assert.equal(nearest("ab", ["ac"]), "ac");
  assert.equal(nearest("ab", ["cd"]), undefined);
  // six letters allow two
  assert.equal(nearest("abcdef", ["abcdxy"]), "abcdxy");
  assert.equal(nearest("abcdef", ["abcxyz"]), undefined);
});
