/** Choices: what each does to the view, and who is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { same, sameRegions, type Shown, Store, withChoice, withHome, withIndicator, without, withPeer, withPeers } from "../src/store";

const SHOWN: Shown = { indicator: "gdp", home: "wenzhou", peers: ["hangzhou", "ningbo"], chart: "rank-bars" };

test("another indicator forgets what belonged to the old one, and nothing else", () => {
  const view = { home: "ningbo", period: "2015", range: "2005..2015", scope: "all", title: "mine", chart: "trend-lines" } as const;
  assert.deepEqual(withIndicator(view, "beds"), { home: "ningbo", chart: "trend-lines", indicator: "beds" });
});

test("a new home that was a peer changes places with the old one", () => {
  assert.deepEqual(withHome({}, SHOWN, "ningbo"), { home: "ningbo", peers: ["hangzhou", "wenzhou"] });
});

test("a new home that was no peer leaves the peers alone", () => {
  assert.deepEqual(withHome({ title: "mine" }, SHOWN, "lishui"), { home: "lishui" });
});

test("a peer is added at the end and taken away where it stands", () => {
  assert.deepEqual(withPeer({}, SHOWN, "lishui").peers, ["hangzhou", "ningbo", "lishui"]);
  assert.deepEqual(withPeer({}, SHOWN, "hangzhou").peers, ["ningbo"]);
});

test("home is no peer of its own", () => {
  const view = { period: "2019" };
  assert.equal(withPeer(view, SHOWN, "wenzhou"), view);
});

test("a choice drops a title that was written for another figure", () => {
  assert.deepEqual(withChoice({ title: "mine", home: "ningbo" }, { period: "2019" }), { home: "ningbo", period: "2019" });
});

test("views are the same whatever the order of their fields", () => {
  assert.ok(same({ home: "a", period: "2019" }, { period: "2019", home: "a" }));
  assert.ok(!same({ peers: ["a", "b"] }, { peers: ["b", "a"] }));
  assert.deepEqual(without({ home: "a", period: "2019" }, "home"), { period: "2019" });
});

test("who follows is told of each change, once, until it leaves", () => {
  const told: (string | undefined)[] = [];
  const store = new Store({});
  const leave = store.follow(({ home }) => told.push(home));
  assert.ok(store.set({ home: "ningbo" }));
  assert.ok(!store.set({ home: "ningbo" }));
  leave();
  store.set({ home: "lishui" });
  assert.deepEqual(told, ["ningbo"]);
  assert.equal(store.view.home, "lishui");
});

test("a whole set of peers takes the place of the old ones, without home", () => {
  assert.deepEqual(withPeers({ title: "mine", chart: "trend-lines" }, SHOWN, ["lishui", "wenzhou", "ningbo"]), { chart: "trend-lines", peers: ["lishui", "ningbo"] });
});

test("sets of regions are the same in any order", () => {
  assert.ok(sameRegions(["a", "b"], ["b", "a"]));
  assert.ok(!sameRegions(["a", "b"], ["a"]));
  assert.ok(!sameRegions(["a", "b"], ["a", "c"]));
});
