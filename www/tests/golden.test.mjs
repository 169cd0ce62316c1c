/** Every golden is drawn in wasm byte by byte as natively; `parity.test.ts` compares every indicator with the program. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Draft, initSync } from "#core";

const need = (name) => process.env[name] ?? assert.fail(`${name} is not set; run cargo xtask test --only unit`);
const root = need("DUIBIAO_ROOT");
const data = join(root, "dist/data");
// beside the licences and the downloads, one folder: the packs, named by their content
const packs = join(data, readdirSync(data, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? "");
const golden = (name) => join(root, "tests/golden", name);

initSync({ module: readFileSync(need("DUIBIAO_WASM")) });
const core = new Draft(readFileSync(join(packs, "catalogue.json"))).core();
// what the pickers load later is no pack
const themes = readdirSync(packs).filter((name) => name.endsWith(".json") && !/^(catalogue\.|choices-)/.test(name));
for (const file of themes) {
  core.addTheme(file.replace(".json", ""), readFileSync(join(packs, file)));
}

/** What wasm makes of a view. */
function answered(view, width, height, frame) {
  const figure = core.figure(view, width, height, frame);
  const { title, subtitle } = figure.words();
  const answer = { svg: figure.svg(), csv: figure.csv(), title, subtitle };
  figure.free();
  return answer;
}

/** What the native program prints for the same view; far from any ./data, so that it takes its own. */
function native(command, view, size = []) {
  // what the command line calls otherwise; lists are separated by commas
  const flags = Object.entries(view).map(([name, value]) => [{ period: "year", scale: "axis" }[name] ?? name, value]);
  const given = flags.map(([name, value]) => `--${name}=${value}`);
  return execFileSync(need("DUIBIAO_BIN"), [command, ...given, ...size], { encoding: "utf8", cwd: tmpdir(), stdio: "pipe" });
}

/** Says where two texts part, for a whole picture is too much to read. */
function same(found, expected, what) {
  if (found === expected) return;
  const [a, b] = [found.split("\n"), expected.split("\n")];
  const line = a.findIndex((text, i) => text !== b[i]);
  assert.fail(`${what}: line ${line + 1}\n  wasm:     ${a[line]}\n  expected: ${b[line]}`);
}

const views = JSON.parse(readFileSync(golden("views.json"), "utf8"));

for (const { name, view, width, height, frame } of views) {
  test(`${name} is drawn in wasm byte by byte as its golden`, () => {
    same(answered(view, width, height, frame).svg, readFileSync(golden(`${name}.svg`), "utf8"), `${name}.svg`);
  });

  test(`${name} has the same table, title and picture as from the command line`, () => {
    const { svg, csv, title } = answered(view, width, height, "full");
    const table = native("table", view);
    same(csv, table, `${name}.csv`);
    assert.ok(table.replaceAll('""', '"').includes(title.replaceAll("−", "-")) || table.replaceAll('""', '"').includes(title), `${title} is not in the table`);
    same(svg, native("render", view, [`--width=${width}`, `--height=${height}`]), `${name}.svg`);
  });
}

test("a view that wasm completes gives the same picture again", () => {
  for (const { view, width, height, frame } of views) {
    const figure = core.figure(view, width, height, frame);
    const complete = figure.view();
    // each indicator beside has its own latest period unless one is asked for: the one filled in is the first's
    if (view.period === undefined && complete.beside.length > 0) delete complete.period;
    same(answered(complete, width, height, frame).svg, figure.svg(), JSON.stringify(complete));
    const address = core.parse(complete.lang, complete.indicator, core.query(complete));
    same(answered(address, width, height, frame).svg, figure.svg(), core.query(complete));
    figure.free();
  }
});

test("the default view needs nothing in its address", () => {
  const figure = core.figure({}, 960, 600, "full");
  assert.equal(core.query(figure.view()), "");
  figure.free();
});

test("before its themes are there the core says which, and then nothing more", () => {
  const bare = new Draft(readFileSync(join(packs, "catalogue.json"))).core();
  const needs = bare.needs({ indicator: "doctors-per-1000" });
  assert.deepEqual(needs, ["hospital", "population"]);
  for (const theme of needs) bare.addTheme(theme, readFileSync(join(packs, `${theme}.json`)));
  assert.deepEqual(bare.needs({ indicator: "doctors-per-1000" }), []);
  const [first] = views;
  const figure = bare.figure(first.view, first.width, first.height, first.frame);
  same(figure.svg(), readFileSync(golden(`${first.name}.svg`), "utf8"), `${first.name} with two packs`);
  figure.free();
  bare.free();
});

test("a broken pack is refused with the place of the defect", () => {
  const bytes = readFileSync(join(packs, "hospital.json"), "utf8").replace('"wenzhou":[', '"wenzhuo":[');
  const bare = new Draft(readFileSync(join(packs, "catalogue.json"))).core();
  assert.throws(() => bare.addTheme("hospital", new TextEncoder().encode(bytes)), /hospital\.json: .*did you mean "wenzhou"\?/);
  assert.deepEqual(bare.needs({}), ["hospital", "population"]);
  assert.throws(() => new Draft(new TextEncoder().encode("{")), /catalogue\.json: /);
  bare.free();
});

test("unknown ids never throw; they are told", () => {
  const view = core.parse("en", "no-such-thing", "?home=nowhere&peers=x,hangzhuo&chart=pie&period=long&tolerance=many");
  const figure = core.figure(view, 640, 400, "plot");
  assert.ok(figure.words().notices.some((notice) => notice.includes("nowhere")));
  figure.free();
});
