/** Where the links of head and foot lead, by the home the reader is with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atHome } from "../src/homes";

const CASES: [path: string, lishui: string, usual: string][] = [
  ["zh/", "zh/home/lishui/", "zh/"],
  ["en/home/ningbo/", "en/home/lishui/", "en/"],
  ["zh/scorecard/", "zh/scorecard/lishui/", "zh/scorecard/"],
  ["zh/scorecard/ningbo/", "zh/scorecard/lishui/", "zh/scorecard/"],
  ["zh/city/wenzhou/", "zh/city/lishui/", "zh/city/wenzhou/"],
  ["zh/indicator/gdp/", "zh/indicator/gdp/?home=lishui", "zh/indicator/gdp/"],
  ["en/indicator/gdp/?home=ningbo&peers=a,b", "en/indicator/gdp/?peers=a,b&home=lishui", "en/indicator/gdp/?peers=a,b"],
  ["zh/data/", "zh/data/?home=lishui", "zh/data/"],
  ["zh/charts/", "zh/charts/?home=lishui", "zh/charts/"],
  ["zh/facts/?home=ningbo", "zh/facts/?home=lishui", "zh/facts/"],
];

test("a link leads to the same page of another home, and back", () => {
  for (const [path, lishui, usual] of CASES) {
    assert.equal(atHome(path, "lishui", "wenzhou"), lishui);
    assert.equal(atHome(path, "wenzhou", "wenzhou"), usual);
    assert.equal(atHome(lishui, "wenzhou", "wenzhou"), usual);
  }
});

test("what is no page about a home stays", () => {
  for (const path of ["data/LICENCES.md", "zh/elsewhere/", "zh/city/a/b/", ""]) assert.equal(atHome(path, "lishui", "wenzhou"), path);
});
