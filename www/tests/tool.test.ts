/** What the tools do without a page: the trail of views, the choices of each chart, the menu's groups, the keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue } from "#core";
import type { Choices } from "../src/choices";
import { withChoice } from "../src/store";
import { act } from "../src/tool/keys";
import { offers } from "../src/tool/offer";
import { options, repeatable } from "../src/tool/options";
import { Trail } from "../src/tool/trail";

test("undo goes back step by step, redo forward, and a new step ends the forward way", () => {
  const [a, b, c, d] = [{ indicator: "a" }, { indicator: "b" }, { indicator: "c" }, { indicator: "d" }];
  const trail = new Trail(a);
  assert.equal(trail.undo(), undefined);
  trail.note(b, "push");
  trail.note(c, "push");
  assert.equal(trail.undo(), b);
  assert.equal(trail.undo(), a);
  assert.equal(trail.canUndo, false);
  assert.equal(trail.redo(), b);
  trail.note(d, "push");
  assert.equal(trail.canRedo, false);
  assert.equal(trail.undo(), b);
});

test("steps that are one entry of the history are one step to undo", () => {
  const [a, b, c] = [{ period: "2023" }, { period: "2022" }, { period: "2021" }];
  const trail = new Trail(a);
  trail.note(b, "push");
  trail.note(c, "replace");
  assert.equal(trail.undo(), a);
  assert.equal(trail.redo(), c);
});

test("a chart has the choices that matter to it", () => {
  assert.deepEqual(options({ chart: "rank-bars" }), ["sort"]);
  assert.deepEqual(options({ chart: "gap-bars" }), ["origin", "sort"]);
  assert.deepEqual(options({ chart: "bump" }), []);
  assert.deepEqual(options({ chart: "small-multiples", of: "trend-lines" }), ["of", "by", "scales", "scale"]);
  assert.deepEqual(options({ chart: "small-multiples", of: "rank-bars" }), ["of", "by", "scales"]);
});

test("small multiples do not repeat themselves", () => {
  const charts = ["rank-bars", "small-multiples"].map((id) => ({ id, name: id }));
  assert.deepEqual(repeatable(charts), [{ id: "rank-bars", name: "rank-bars" }]);
});

test("a default that is chosen leaves the view", () => {
  assert.deepEqual(withChoice({ sort: "name", title: "x" }, { sort: undefined }), {});
});

const CHARTS = [
  ["rank-bars", "compare"], ["bump", "time"], ["gap-bars", "compare"], ["map", "place"],
].map(([id = "", kind = ""]) => ({ id, name: id, kind, what: "", needs: "" }));

test("the menu has groups in their order, and last what has nothing to show", () => {
  const choices = { charts: CHARTS, suits: { gdp: ["rank-bars", "bump", "map"] } } as unknown as Choices;
  const groups = offers(choices, { charts: [] } as unknown as Catalogue, "gdp");
  assert.deepEqual(groups.map(({ kind, charts }) => [kind, ...charts.map(({ id }) => id)]), [["time", "bump"], ["place", "map"], ["", "gap-bars"]]);
});

test("without the choices the menu has what the catalogue has", () => {
  const catalogue = { charts: CHARTS } as unknown as Catalogue;
  assert.deepEqual(offers(undefined, catalogue, "gdp").map(({ charts }) => charts.map(({ id }) => id)), [["bump", "gap-bars", "map"]]);
});

test("keys mean what they say, and nothing with another modifier", () => {
  const press = (key: string, mods: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
    act({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...mods });
  assert.equal(press("f"), "full");
  assert.equal(press("f", { ctrlKey: true }), undefined);
  assert.equal(press("?", { shiftKey: true }), "help");
  assert.equal(press("z", { ctrlKey: true }), "undo");
  assert.equal(press("Z", { metaKey: true, shiftKey: true }), "redo");
  assert.equal(press("y", { ctrlKey: true }), "redo");
  assert.equal(press("z", { ctrlKey: true, altKey: true }), undefined);
  assert.equal(press("Escape"), "escape");
  assert.equal(press("a"), undefined);
});
