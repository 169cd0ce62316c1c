/** What a lost address is understood to mean. */
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { asked, type Known, language, offers } from "../src/missing";
import { distance, nearest } from "../src/nearest";

const name = (zh: string, en: string) => ({ zh, en });
const known: Known = {
  regions: [
    { id: "china", name: name("全国", "China") },
    { id: "wenzhou", name: name("温州", "Wenzhou") },
    { id: "taizhou-zj", name: name("台州", "Taizhou") },
    { id: "zhengzhou", name: name("郑州", "Zhengzhou") },
  ],
  peerGroups: { defaults: { group: "zj" }, groups: [{ id: "zj", members: ["wenzhou", "taizhou-zj"] }] },
  catalogue: {
    indicators: [
      { id: "hospital-beds", name: name("医院床位", "hospital beds"), aliases: ["beds"] },
      { id: "hospitals", name: name("医院数", "hospitals") },
      { id: "gdp", name: name("地区生产总值", "GDP") },
    ],
  },
};

test("letters put in, taken out, changed and swapped count one each", () => {
  assert.equal(distance("gdp", "gdp"), 0);
  assert.equal(distance("gdp", "gdpp"), 1);
  assert.equal(distance("gdp", "dp"), 1);
  assert.equal(distance("gdp", "gxp"), 1);
  assert.equal(distance("gdp", "gpd"), 1);
  assert.equal(distance("kitten", "sitting"), 3);
  assert.equal(distance("", "abc"), 3);
});

test("a misspelt id finds its own, a part finds the whole, nonsense finds nothing", () => {
  const ids = ["hospital-beds", "hospitals", "gdp", "gdp-per-head"];
  assert.equal(nearest("hospitl-beds", ids)[0], "hospital-beds");
  assert.deepEqual(nearest("GDP-per", ids).sort(), ["gdp", "gdp-per-head"]);
  assert.deepEqual(nearest("qqqqqqqq", ids), []);
  assert.deepEqual(nearest("", ids), []);
});

test("an address is read in either language, at every kind of page that names something", () => {
  assert.deepEqual(asked("zh/indicator/hospitl-beds/"), { lang: "zh", kind: "indicator", id: "hospitl-beds" });
  assert.deepEqual(asked("en/city/wenzou"), { lang: "en", kind: "city", id: "wenzou" });
  assert.deepEqual(asked("en/home/%E6%B8%A9/index.html"), { lang: "en", kind: "home", id: "温" });
  assert.deepEqual(asked("zh/scorecard/%/"), { lang: "zh", kind: "scorecard", id: "%" });
  for (const path of ["", "zh/", "zh/nothing/", "fr/city/x/", "zh/indicator/", "zh/indicator/a/b/"]) assert.equal(asked(path), undefined, path);
});

test("the language is the address's own, Chinese where it names none", () => {
  assert.equal(language("en/x"), "en");
  assert.equal(language("en"), "en");
  assert.equal(language("enough/"), "zh");
  assert.equal(language(""), "zh");
});

test("cities are offered from the group alone, and an old name leads to its indicator", () => {
  const ask = (kind: "city" | "indicator", id: string) => offers(known, { lang: "en", kind, id });
  assert.deepEqual(ask("city", "wenzou"), [{ name: "Wenzhou", path: "en/city/wenzhou/" }]);
  assert.deepEqual(ask("indicator", "beds"), [{ name: "hospital beds", path: "en/indicator/hospital-beds/" }]);
});
