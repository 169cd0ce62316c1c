/** Addresses: what is read from them and written into them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { address, Address, opening, place } from "../src/url";

const ROOT = new URL("https://city.example/some/path/");
const at = (path: string): URL => new URL(path, ROOT);

test("a path is language and indicator", () => {
  assert.deepEqual(place(ROOT, at("en/indicator/hospital-beds/?home=ningbo"), "zh"), {
    lang: "en",
    indicator: "hospital-beds",
    query: "?home=ningbo",
  });
});

test("a path without an indicator is the default view of its language", () => {
  for (const path of ["", "index.html", "zh/", "zh/index.html"]) {
    assert.deepEqual(place(ROOT, at(path), "zh"), { lang: "zh", indicator: "", query: "" }, path);
  }
  assert.equal(place(ROOT, at("en/"), "zh").lang, "en");
});

test("the opening of a home is the default view of that home, unless the query names another", () => {
  assert.deepEqual(place(ROOT, at("zh/home/taizhou-zj/"), "en"), { lang: "zh", indicator: "", query: "?home=taizhou-zj" });
  assert.equal(place(ROOT, at("zh/home/lishui/?peers=hangzhou,ningbo"), "zh").query, "?peers=hangzhou,ningbo&home=lishui");
  assert.equal(place(ROOT, at("zh/home/lishui/?home=jinhua"), "zh").query, "?home=jinhua");
});

test("the default home's opening has the shortest address", () => {
  assert.equal(opening(ROOT, "zh", "wenzhou", "wenzhou").href, at("zh/").href);
  assert.equal(opening(ROOT, "en", "a/b", "wenzhou").href, at("en/home/a%2Fb/").href);
});

test("a path that is none of ours is the default view", () => {
  for (const path of ["fr/indicator/gdp/", "zh/other/gdp/", "../elsewhere/zh/"]) {
    assert.deepEqual(place(ROOT, at(path), "en"), { lang: "en", indicator: "", query: "" }, path);
  }
});

test("an id with any characters stays one segment, there and back", () => {
  for (const indicator of ["gdp", "<img src=x onerror=alert(1)>", "a/b?c#d", "../..", "每千人医师", "100%"]) {
    const there = address(ROOT, { lang: "zh", indicator, query: "?chart=trend-lines" });
    assert.equal(there.origin + there.pathname.slice(0, 11), "https://city.example/some/path/");
    assert.deepEqual(place(ROOT, there, "en"), { lang: "zh", indicator, query: "?chart=trend-lines" }, there.href);
  }
});

test("a broken escape is kept as it stands", () => {
  assert.equal(place(ROOT, at("zh/indicator/%E0%A4%A/"), "zh").indicator, "%E0%A4%A");
});

/** A window that only remembers. */
function remembering(path: string) {
  const log: string[] = [];
  const location = { href: at(path).href };
  const write = (step: string) => (_: unknown, __: string, href: string) => {
    log.push(`${step} ${href.slice(ROOT.href.length)}`);
    location.href = href;
  };
  const history = { pushState: write("push"), replaceState: write("replace") };
  return { log, history, win: { location, history, addEventListener: () => {} } as unknown as Window };
}

test("a view is shown once, as a new entry or in the place of the last", () => {
  const { log, win } = remembering("zh/");
  const bar = new Address(ROOT, "zh", ({ home }) => (home ? `?home=${home}` : ""), win);
  bar.show({ indicator: "gdp" }, "push");
  bar.show({ indicator: "gdp" }, "push");
  bar.show({ indicator: "gdp", home: "ningbo" }, "replace");
  assert.deepEqual(log, ["push zh/indicator/gdp/", "replace zh/indicator/gdp/?home=ningbo"]);
  assert.deepEqual(bar.read(), { lang: "zh", indicator: "gdp", query: "?home=ningbo" });
  assert.equal(bar.of({ indicator: "gdp" }, "en").pathname, "/some/path/en/indicator/gdp/");
});

test("a browser that refuses a new entry breaks nothing", () => {
  const { history, win } = remembering("zh/");
  history.pushState = () => {
    throw new Error("too many calls");
  };
  new Address(ROOT, "zh", () => "", win).show({ indicator: "gdp" }, "push");
});
