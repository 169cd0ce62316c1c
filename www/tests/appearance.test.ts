/** Which theme a choice comes to, by what the system asks for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHOICES, choiceOf, standing, themeOf } from "../src/appearance";

const PLAIN = { dark: false, more: false, forced: false };

test("who chose nothing has what the system has, in light and contrast", () => {
  assert.equal(themeOf("system", PLAIN), "light");
  assert.equal(themeOf("system", { ...PLAIN, dark: true }), "dark");
  assert.equal(themeOf("system", { ...PLAIN, more: true }), "contrast");
  assert.equal(themeOf("system", { ...PLAIN, more: true, dark: true }), "contrast-dark");
});

test("a choice goes before the system", () => {
  const system = { dark: true, more: true, forced: false };
  for (const choice of CHOICES.filter((id) => id !== "system")) assert.equal(themeOf(choice, system), choice);
});

test("forced colours go before a choice, and want a picture of high contrast", () => {
  assert.equal(standing("light", { ...PLAIN, forced: true }), "system");
  assert.equal(themeOf("light", { dark: true, more: false, forced: true }), "contrast-dark");
  assert.equal(themeOf("dark", { ...PLAIN, forced: true }), "contrast");
});

test("what was kept and is no choice follows the system", () => {
  assert.equal(choiceOf("dark"), "dark");
  for (const kept of [null, "", "sepia", "<b>"]) assert.equal(choiceOf(kept), "system");
});
