/** The element's parts that need no browser: its attributes against the program's views, what `view` may be, colours, shapes, what a choice tells. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import init, { Draft, type View } from "#core";
import type { DuibiaoChart as Declared, Failure as DeclaredFailure, Picked as DeclaredPicked } from "../package/duibiao-chart";
import { DuibiaoChart, type Failure } from "../src/component/element";
import { COLOURS, colour, rules, THEMES } from "../src/component/look";
import { type Picked, picked } from "../src/component/picked";
import { declarations, pixels, ratioOf, shape } from "../src/component/shape";
import { asked, ATTRIBUTES, attribute, fields, FIELDS, merged, unread, Unreadable, written } from "../src/component/view";
import { pack, wanted } from "./site";

await init({ module_or_path: readFileSync(wanted("DUIBIAO_WASM")) });
const core = new Draft(pack("catalogue")).core();

/** What is written by hand for the package is what the element has: tsc holds it, in both directions. */
export const declared: [(one: Picked) => DeclaredPicked, (one: DeclaredPicked) => Picked, (one: Failure) => DeclaredFailure, (one: DeclaredFailure) => Failure, (one: DuibiaoChart) => Pick<Declared, "shown" | "words" | "focus">] = [(one) => one, (one) => one, (one) => one, (one) => one, (one) => one];

test("the attributes are the fields of a view, as the program's schema has them", () => {
  const schema = JSON.parse(execFileSync(wanted("DUIBIAO_BIN"), ["--json-schema", "view"], { encoding: "utf8" })) as { properties: object };
  const named = Object.keys(schema.properties).map(attribute).sort();
  assert.ok(named.length > 20);
  assert.deepEqual([...ATTRIBUTES].sort(), named);
  assert.deepEqual([...DuibiaoChart.observedAttributes].sort(), [...named, "data-src", "height", "ratio", "view", "width"].sort());
});

test("a field of two words is an attribute with a line between them", () => {
  assert.equal(attribute("someField"), "some-field");
});

test("each field is a property; three have other ways", () => {
  for (const field of Object.keys(FIELDS)) {
    const own = field === "focus" ? "focusRegion" : field;
    // every element has these two
    if (field !== "lang" && field !== "title") assert.ok(Object.hasOwn(DuibiaoChart.prototype, own), own);
  }
  for (const own of ["view", "dataSrc", "ratio", "width", "height"]) assert.ok(Object.hasOwn(DuibiaoChart.prototype, own), own);
});

test("what the small core does not read is known", () => {
  const names = (module: string): string[] => {
    const types = readFileSync(join(wanted("DUIBIAO_ROOT"), `target/web/pkg/${module}/duibiao.d.ts`), "utf8");
    const view = /export interface View \{([^}]*)\}/.exec(types)?.[1] ?? "";
    return [...view.matchAll(/^ {4}(\w+)\?:/gm)].map(([, name = ""]) => name);
  };
  const further = names("gallery").filter((name) => !names("core").includes(name));
  assert.ok(further.length > 3);
  // all that is asked is odd, so that what is not said to be is what the small core has no word for
  const odd = new Map(Object.keys(FIELDS).map((name) => [name, "?"]));
  const said = [unread(odd, {}, false), unread(odd, {}, true)];
  assert.deepEqual(said[1]?.filter((name) => !said[0]?.includes(name)).sort(), further.sort());
});

const VIEW: readonly (readonly [string, Record<string, string>])[] = [
  ["", {}],
  ["lang=en&indicator=gdp&home=ningbo&peers=hangzhou,wenzhou", { lang: "en", indicator: "gdp", home: "ningbo", peers: "hangzhou,wenzhou" }],
  ["?home=ningbo&title=a/b", { home: "ningbo", title: "a/b" }],
  ["https://city.example/some/path/zh/indicator/hospital-beds/?home=ningbo&chart=map#table", { lang: "zh", indicator: "hospital-beds", home: "ningbo", chart: "map" }],
  ["/en/indicator/gdp", { lang: "en", indicator: "gdp" }],
  ["en/indicator/gdp/index.html?period=2020", { lang: "en", indicator: "gdp", period: "2020" }],
  ["../zh/home/ningbo/", { lang: "zh", home: "ningbo" }],
  ["https://city.example/embed/?lang=en&indicator=gdp&data=3ecda3e4&id=mine", { lang: "en", indicator: "gdp" }],
  [`{"indicator": "gdp", "peers": ["hangzhou", "ningbo"], "tolerance": 2, "focus": null}`, { indicator: "gdp", peers: "hangzhou,ningbo", tolerance: "2" }],
];

for (const [text, all] of VIEW) test(`a view as ${text.slice(0, 40) || "nothing"} is read`, () => assert.deepEqual(Object.fromEntries(fields(text)), all));

for (const [text, message] of [
  [`{"colour": "red"}`, /"colour" is no field of a view; the fields are version, lang, indicator/],
  [`{"indicator"`, /begins with \{ and is no JSON/],
  [`{"indicator": {"id": 1}}`, /indicator is neither text nor number/],
  ["http://[/", /is not an address/],
] as const) test(`a view as ${text} is refused, with what to do`, () => assert.throws(() => fields(text), (error) => error instanceof Unreadable && message.test(error.message)));

test("an attribute goes before the view, an empty one takes the field back, and an empty scope is the main one", () => {
  const own = new Map([["home", "wenzhou"], ["chart", ""], ["scope", ""]]);
  const all = merged("lang=en&indicator=gdp&home=ningbo&chart=map&scope=x", (name) => own.get(name) ?? null);
  assert.deepEqual(asked(all, "zh"), { lang: "en", indicator: "gdp", query: "?home=wenzhou&scope=" });
});

test("the language is that of the view, else of the page", () => {
  for (const [said, page, lang] of [["en", "zh", "en"], ["zh-CN", "en", "zh"], [null, "en-GB", "en"], [null, "de", "zh"]] as const) {
    assert.equal(asked(merged(null, (name) => (name === "lang" ? said : null)), page).lang, lang);
  }
});

test("what the core can't read is named, and what it reads is not", () => {
  const of = (query: string): string[] => unread(fields(query), core.parse("zh", "gdp", query), true);
  assert.deepEqual(of("?chart=pie&tolerance=two&home=nowhere&benchmark=best"), ["chart", "tolerance"]);
  assert.deepEqual(of("?chart=map&sort=name&peers=hangzhou"), []);
});

test("a view given as an object is an attribute that is read as the same", () => {
  const view: View = { indicator: "gdp", peers: ["hangzhou"], chart: "map", title: `"><b>` };
  const text = written(view) ?? "";
  const { lang, indicator, query } = asked(fields(text), "zh");
  const { lang: _, ...read } = core.parse(lang, indicator, query);
  assert.deepEqual(read, view);
  assert.equal(written(null), null);
  assert.equal(written("home=ningbo"), "home=ningbo");
});

test("the colours are those of the style sheet, which a test holds to the core's", () => {
  const tokens = readFileSync(join(wanted("DUIBIAO_ROOT"), "www/styles/tokens.css"), "utf8");
  for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
    const from = theme === "light" ? 0 : tokens.indexOf(`:root[data-theme="${theme}"]`);
    assert.ok(from >= 0, theme);
    for (const name of COLOURS) assert.equal(colour(theme, name), new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens.slice(from))?.[1], `${theme} ${name}`);
  }
});

test("every colour of a picture but what is mixed of two has a rule, and with high contrast the page has no say", () => {
  for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
    const view = core.parse("zh", "doctors-per-1000", `?theme=${theme}`);
    for (const name of core.needs(view)) core.addTheme(name, pack(name));
    const svg = core.figure(view, 960, 600, "full").svg();
    const used = new Set([...svg.matchAll(/ (?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, found]) => found));
    assert.ok(used.size > 5);
    for (const one of used) assert.ok(rules(theme).includes(`[fill="${one}"]`), `${theme}: ${one}`);
    assert.equal(rules(theme).includes("--duibiao-"), !theme.startsWith("contrast"));
  }
});

test("lengths and ratios are read, and nothing else", () => {
  assert.deepEqual(["960", "960px", " 12.5 ", "100%", "0", "-3", "", null].map(pixels), [960, 960, 12.5, ...Array<undefined>(5).fill(undefined)]);
  assert.deepEqual(["8/5", "8 : 5", "1.6", "1", "0", "5/0", "wide", null].map(ratioOf), [1.6, 1.6, 1.6, 1, ...Array<undefined>(4).fill(undefined)]);
});

test("the shape is what the attributes say, else what the picture keeps free, else what suits the width", () => {
  const of = (own: Record<string, string>, picture?: Record<string, string>) => shape((name) => own[name] ?? null, picture && ((name) => picture[name] ?? null));
  assert.deepEqual(of({ width: "960", height: "600" }), { width: 960, ratio: 1.6 });
  assert.deepEqual(of({ height: "520" }, { width: "960", height: "600" }), { height: 520 });
  assert.deepEqual(of({ ratio: "4/3" }, { height: "520" }), { ratio: 4 / 3 });
  assert.deepEqual(of({}, { width: "960", height: "600" }), { ratio: 1.6 });
  assert.deepEqual(of({}, { width: "100%", height: "520", viewBox: "0 0 960 600" }), { height: 520 });
  assert.deepEqual(of({}, { viewBox: "0 0 960 600" }), { ratio: 1.6 });
  assert.deepEqual(of({ width: "300" }), { width: 300 });
  assert.deepEqual(declarations({}, 320, 1), { "min-block-size": "576px" });
  assert.deepEqual(declarations({}, 640, 2), { "min-block-size": "1152px" });
  assert.deepEqual(declarations({ width: 800 }, 320, 1), { "inline-size": "800px", "min-block-size": "576px" });
  assert.deepEqual(declarations({ height: 520 }, 320, 1), { "block-size": "520px" });
  assert.deepEqual(declarations({ ratio: 1.6 }, 640, 1), { "aspect-ratio": "1.6" });
  // as narrow as a phone it stands, or nothing could be read
  assert.deepEqual(declarations({ ratio: 1.6 }, 480, 1), { "aspect-ratio": "1.6", "min-block-size": "390px" });
});

test("a chosen city is told with its figure of the period that was pointed at", () => {
  const tell = (query: string, region: string, at: number) => {
    const view = core.parse("zh", "doctors-per-1000", query);
    for (const name of core.needs(view)) core.addTheme(name, pack(name));
    const figure = core.figure(view, 960, 600, "full");
    const marks = figure.marks();
    const mark = marks.filter((one) => one.region === region).at(at);
    const hit = figure.hit(mark?.index ?? -1);
    assert.ok(hit);
    const bare = marks.map(({ region, x, y }) => ({ region, x, y }));
    return [marks, bare].map((all) => picked(hit, all, figure.view(), figure.words()));
  };
  const [full, bare] = tell("", "hangzhou", 0);
  assert.deepEqual(full, bare);
  assert.equal(full?.value?.toFixed(2), "5.00");
  assert.deepEqual({ ...full, value: 0 }, { region: "hangzhou", name: "杭州", indicator: "doctors-per-1000", period: "2023", value: 0, text: "5.00人" });
  // the small core does not say of which period a mark is: the table knows by its name
  for (const told of tell("?chart=trend-lines", "wenzhou", 0)) {
    assert.notEqual(told.period, "2023");
    assert.equal(`${told.value?.toFixed(2)}人`, told.text);
  }
});
