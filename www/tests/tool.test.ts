/** What the tools do without a page: the trail of views, the choices of each chart, the menu's groups, the keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue } from "#core";
import type { Choices } from "../src/choices";
import { withChoice } from "../src/store";
import { act } from "../src/tool/keys";
import { offers } from "../src/tool/offer";
import { nearest, stepped } from "../src/tool/base";
import { options, possible } from "../src/tool/options";
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

test("only what the core says is possible is offered, in its order", () => {
  const charts = ["rank-bars", "small-multiples", "bump"].map((id) => ({ id, name: id }));
  assert.deepEqual(possible(charts, ["bump", "rank-bars"]).map(({ id }) => id), ["rank-bars", "bump"]);
});

test("the base of an index goes to the nearest period, and by keys to the next", () => {
  const stops = [{ period: "2010", x: 0 }, { period: "2015", x: 100 }, { period: "2020", x: 200 }];
  assert.equal(nearest(stops, 49)?.period, "2010");
  assert.equal(nearest(stops, 51)?.period, "2015");
  assert.equal(nearest(stops, 900)?.period, "2020");
  assert.equal(nearest([], 0), undefined);
  assert.equal(stepped(stops, 1, "ArrowRight")?.period, "2020");
  assert.equal(stepped(stops, 2, "ArrowRight")?.period, "2020");
  assert.equal(stepped(stops, 0, "ArrowLeft")?.period, "2010");
  assert.equal(stepped(stops, 1, "Home")?.period, "2010");
  assert.equal(stepped(stops, 1, "End")?.period, "2020");
  assert.equal(stepped(stops, 1, "a"), undefined);
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
