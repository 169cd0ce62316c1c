/** What is told of a view that is not quite answered, and where the ways out lead. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue, View } from "#core";
import { labels } from "../src/labels";
import { type Facts, type State, states } from "../src/state";
import type { Shown } from "../src/store";

const REGIONS = ["wenzhou", "hangzhou", "ningbo", "lishui"].map((id) => ({ id, name: id.toUpperCase(), pinyin: id }));
const indicator = (id: string, ...regions: string[]) => ({ id, name: id, short: `short ${id}`, theme: "t", from: "", to: "", regions });

const CATALOGUE: Catalogue = {
  themes: [{ id: "t", name: "T" }],
  indicators: [indicator("beds", "hangzhou", "ningbo"), indicator("doctors", "wenzhou", "hangzhou", "ningbo", "lishui"), indicator("trials", "wenzhou")],
  regions: REGIONS,
  groups: [{ id: "all", name: "All" }, { id: "south", name: "South" }],
  charts: [{ id: "rank-bars", name: "Ranking" }, { id: "trend-lines", name: "Trend" }],
  defaults: {},
};

const SHOWN: Shown = { indicator: "doctors", home: "wenzhou", peers: ["hangzhou"], group: "all", chart: "rank-bars", period: "2023", scope: "", benchmark: "median" };

/** Facts of a view as it is shown; the query of its address is written as it was read. */
function facts(query: string, view: View, shown: Partial<Shown> = {}, rest: Partial<Facts> = {}): Facts {
  return {
    asked: { indicator: "", query },
    view,
    shown: { ...SHOWN, ...shown },
    words: { periods: ["2021", "2022", "2023"], periodLabels: ["2021年", "2022年", "2023年"], scopes: [], have: ["wenzhou", "hangzhou", "ningbo", "lishui"] },
    catalogue: CATALOGUE,
    labels: labels("en"),
    ...rest,
  };
}

const brief = (all: State[]): string[] => all.map(({ kind, ways }) => `${kind}: ${ways.map(({ label }) => label).join(" | ")}`);

test("nothing is told of a view that is answered", () => {
  assert.deepEqual(states(facts("", {})), []);
  assert.deepEqual(states(facts("?home=wenzhou&peers=hangzhou&period=2023", { home: "wenzhou", peers: ["hangzhou"], period: "2023" })), []);
});

test("an unknown home is named, and the way out changes nothing else", () => {
  const [told, ...others] = states(facts("?home=hangzou&benchmark=mean", { home: "hangzou", benchmark: "mean" }, { home: "hangzhou", peers: [], benchmark: "mean" }));
  assert.equal(told?.what, "The address names an unknown home: “hangzou”.");
  assert.deepEqual(told?.ways, [{ label: "OK, keep HANGZHOU", view: { home: "hangzhou", benchmark: "mean" } }]);
  assert.deepEqual(others, []);
});

test("a region that is known but in no group is not called unknown", () => {
  assert.deepEqual(states(facts("?home=some-park&peers=china", { home: "some-park", peers: ["china"] }, { home: "some-park", peers: ["china"] },
    { words: { periods: ["2023"], periodLabels: ["2023"], scopes: [], have: ["some-park", "china"] } })), []);
});

test("what the core could not read is named, too", () => {
  const all = states(facts("?chart=trend-line&theme=darc&benchmark=xyz", {}));
  assert.deepEqual(brief(all), ["unknown: Use Trend instead", "unknown: OK, keep Median of the others", "unknown: Use Dark instead"]);
  assert.deepEqual(all[0]?.ways[0]?.view, { chart: "trend-lines" });
});

test("each unknown peer is mended alone", () => {
  const view: View = { peers: ["ningbo", "lishiu", "xyzxyz", "wenzhou"] };
  const all = states(facts("?peers=ningbo,lishiu,xyzxyz,wenzhou", view, { peers: ["ningbo", "lishui"] }));
  assert.deepEqual(brief(all), ["unknown: Use LISHUI instead", "unknown: Leave it out"]);
  assert.deepEqual(all[0]?.ways[0]?.view.peers, ["ningbo", "lishui", "xyzxyz", "wenzhou"]);
  assert.deepEqual(all[1]?.ways[0]?.view.peers, ["ningbo", "lishiu", "wenzhou"]);
});

test("an endless id is cut when it is repeated", () => {
  const [told] = states(facts(`?home=${"x".repeat(500)}`, { home: "x".repeat(500) }));
  assert.ok((told?.what.length ?? 0) < 100);
});

test("a period is either none at all or one without figures", () => {
  assert.deepEqual(brief(states(facts("?period=2021x", { period: "2021x" }))), ["unknown: Use 2021年 instead"]);
  const [none] = states(facts("?period=1998", { period: "1998", home: "wenzhou" }, { period: "2021" }));
  assert.deepEqual([none?.kind, none?.ways[0]?.view], ["no-period", { home: "wenzhou" }]);
  assert.match(none?.what ?? "", /1998.*2021年/);
  assert.ok("There are no figures for 1998; shown instead: 2021年".endsWith(none?.same ?? "-"));
  for (const text of ["2024-Q1", "2018-H1", "2024-08", "2016/2023", "2020-01/2020-09"]) {
    assert.equal(states(facts(`?period=${text}`, { period: text }))[0]?.kind, "no-period", text);
  }
  for (const text of ["2024-13", "2024-Q5", "24", "2024-00"]) assert.equal(states(facts(`?period=${text}`, { period: text }))[0]?.kind, "unknown", text);
});

test("a period in which only home has nothing leads to one in which it has", () => {
  const words = { periods: ["2021", "2023"], periodLabels: ["2021", "2023"], scopes: [], have: ["hangzhou", "ningbo"] };
  const [told] = states(facts("?period=2021", { period: "2021" }, { period: "2021" }, { words }));
  assert.deepEqual([told?.kind, told?.what, told?.ways[0]?.view], ["no-period", "WENZHOU has no figure for 2021.", {}]);
  // a trend shows the years in which it has
  assert.deepEqual(states(facts("?period=2021", { period: "2021" }, { period: "2021", chart: "trend-lines" }, { words })), []);
});

test("a home without figures: why, the nearest indicator that has it, a peer that has figures", () => {
  const words = { periods: ["2023"], periodLabels: ["2023"], scopes: [], have: ["hangzhou", "ningbo"] };
  const choices = { peers: {}, absent: { beds: { wenzhou: "never published" } }, related: { beds: ["nothing", "trials"] }, pinyin: {}, charts: [], suits: {} };
  const [told] = states(facts("", { indicator: "beds" }, { indicator: "beds", peers: ["lishui", "ningbo"] }, { words, choices }));
  assert.equal(told?.why, "Never published.", "a sentence after a sentence");
  assert.deepEqual(told?.ways.map(({ view }) => view), [{ indicator: "trials" }, { indicator: "beds", home: "ningbo", peers: ["lishui", "wenzhou"] }]);
  // without the lazy file: no reason, and the neighbour in the theme
  const [bare] = states(facts("", { indicator: "beds" }, { indicator: "beds", peers: [] }, { words }));
  assert.equal(bare?.why, undefined);
  assert.deepEqual(bare?.ways.map(({ view }) => view), [{ indicator: "doctors" }, { indicator: "beds", home: "hangzhou" }]);
});

test("only cities with pages are offered as home", () => {
  const words = { periods: ["2023"], periodLabels: ["2023"], scopes: [], have: ["hangzhou", "ningbo"] };
  const offered = (homes: string[]) => states(facts("", { indicator: "beds" }, { indicator: "beds", peers: ["hangzhou"] }, { words, homes }))[0]?.ways.map(({ view }) => view.home);
  assert.deepEqual(offered(["wenzhou", "ningbo"]), [undefined, "ningbo"]);
  assert.deepEqual(offered(["wenzhou"]), [undefined]);
});

test("a trend of one period leads to the ranking", () => {
  const words = { periods: ["2020-01/2020-09"], periodLabels: ["Jan–Sep 2020"], scopes: [], have: ["wenzhou", "hangzhou"] };
  const [told, ...others] = states(facts("?chart=trend-lines", { chart: "trend-lines" }, { chart: "trend-lines", period: "2020-01/2020-09" }, { words }));
  assert.deepEqual([told?.kind, told?.what], ["no-trend", "There is a single period (Jan–Sep 2020), so there is no trend to draw."]);
  assert.deepEqual([told?.ways, others], [[{ label: "See: Ranking", view: { chart: "rank-bars" } }], []]);
  const two = { ...words, periods: ["2020", "2021"], periodLabels: ["2020", "2021"] };
  assert.deepEqual(states(facts("", {}, { chart: "trend-lines" }, { words: two })), []);
});

test("only home has a figure: its years, and the nearest indicator with company", () => {
  const words = { periods: ["2021", "2023"], periodLabels: ["2021", "2023"], scopes: [], have: ["wenzhou"] };
  const [told] = states(facts("", { indicator: "trials" }, { indicator: "trials", peers: [] }, { words }));
  assert.deepEqual(told?.ways.map(({ view }) => view), [{ indicator: "trials", chart: "trend-lines" }, { indicator: "doctors" }]);
  assert.equal(told?.kind, "alone");
});
