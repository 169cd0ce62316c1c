/** What the service worker decides, worked out by hand. */
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { belongs, type Edition, shell, stale, wish } from "../src/edition";

const scope = "https://a.example/sub/";
const edition: Edition = {
  version: "0000000a",
  first: ["", "404.html", "favicon.svg", "zh/indicator/-/", "assets/app-A.js", "assets/app-A.css", "data/0000aaaa/catalogue.json", "zh/"],
  rest: ["data/0000aaaa/economy.json", "zh/city/wenzhou/"],
  later: ["assets/pdf-1.wasm"],
};

test("an address of a folder is a page, whatever its query", () => {
  assert.deepEqual(wish(edition, scope, `${scope}zh/?home=ningbo#records`, true), { kind: "page", path: "zh/" });
  assert.deepEqual(wish(edition, scope, `${scope}zh/city/lishui/index.html`, true), { kind: "page", path: "zh/city/lishui/" });
  assert.deepEqual(wish(edition, scope, scope, true), { kind: "page", path: "" });
});

test("the worker stays out of what is not of this site, and of downloads and redirects", () => {
  assert.equal(wish(edition, scope, "https://a.example/other/", true), undefined);
  assert.equal(wish(edition, scope, `${scope}zh`, true), undefined);
  assert.equal(wish(edition, scope, `${scope}data/duibiao.csv`, false), undefined);
  assert.equal(wish(edition, scope, `${scope}sw.js`, false), undefined);
});

test("a file with a lasting name is one of any build", () => {
  assert.deepEqual(wish(edition, scope, `${scope}assets/app-B.js`, false), { kind: "file", path: "assets/app-B.js" });
  assert.deepEqual(wish(edition, scope, `${scope}data/0000bbbb/x.json`, false), { kind: "file", path: "data/0000bbbb/x.json" });
  assert.deepEqual(wish(edition, scope, `${scope}favicon.svg`, false), { kind: "file", path: "favicon.svg" });
});

test("only an indicator's page can be stood in for, in its own language", () => {
  assert.equal(shell("en/indicator/gdp/"), "en/indicator/-/");
  assert.equal(shell("zh/indicator/没有的/"), "zh/indicator/-/");
  for (const path of ["", "zh/", "zh/city/wenzhou/", "en/indicator/", "fr/indicator/gdp/"]) assert.equal(shell(path), undefined, path);
});

test("a page of another build is told by its script, its styles or its data", () => {
  const page = (script: string, style: string, data: string) =>
    `<html data-data="data/${data}/"><link href="../assets/${style}"><script src="../assets/${script}"></script>`;
  assert.equal(belongs(edition, page("app-A.js", "app-A.css", "0000aaaa")), true);
  assert.equal(belongs(edition, page("app-B.js", "app-A.css", "0000aaaa")), false);
  assert.equal(belongs(edition, page("app-A.js", "app-B.css", "0000aaaa")), false);
  assert.equal(belongs(edition, page("app-A.js", "app-A.css", "0000bbbb")), false);
});

test("the build before stays for pages that are open; older ones and those of other sites are not confused", () => {
  const names = ["other", `duibiao ${scope} 1`, `duibiao https://a.example/ 1`, `duibiao ${scope} 2`, `duibiao ${scope} 3`];
  assert.deepEqual(stale(names, scope, "3"), [`duibiao ${scope} 1`]);
  assert.deepEqual(stale([`duibiao ${scope} 3`], scope, "3"), []);
});
