// The same question gives the same bytes in a browser and on the command line: every indicator, chart and language.
//
// `cargo xtask test` says where the optimised core, the program and the repository are.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Draft, initSync } from "#core";
import type { View } from "#core";
import { pack, wanted } from "./site";

const LANGS = ["zh", "en"] as const;
const WIDE = { width: 960, height: 600 };
const NARROW = { width: 360, height: 640 };

/** The charts of every page, which are compared at every indicator; the others at every seventh, each at other ones. */
const FIRST = ["rank-bars", "trend-lines", "gap-dumbbells"];

initSync({ module: readFileSync(wanted("DUIBIAO_WASM")) });
const core = new Draft(pack("catalogue")).core();
const { charts, indicators } = core.catalogue("zh");

/** The figure's SVG and table as a page makes them. */
function inBrowser(view: View, { width, height }: typeof WIDE): { svg: string; csv: string } {
  for (const name of core.needs(view)) core.addTheme(name, pack(name));
  const figure = core.figure(view, width, height, "full");
  try {
    return { svg: figure.svg(), csv: figure.csv() };
  } finally {
    figure.free();
  }
}

/** What the program prints for a command and a view. */
function printed(command: "render" | "table", view: View, size: readonly string[] = []): string {
  const flags = (["lang", "indicator", "home", "chart", "theme"] as const).flatMap((name) => {
    const value = view[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  const peers = view.peers === undefined ? [] : ["--peers", view.peers.join(",")];
  const args = [command, ...flags, ...peers, "--data", join(wanted("DUIBIAO_ROOT"), "data"), ...size];
  const { status, stdout, stderr } = spawnSync(wanted("DUIBIAO_BIN"), args, { encoding: "utf8" });
  assert.equal(status, 0, `duibiao ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function compare(view: View, size: typeof WIDE): void {
  const name = JSON.stringify({ ...view, ...size });
  const { svg, csv } = inBrowser(view, size);
  const native = printed("render", view, ["--width", `${size.width}`, "--height", `${size.height}`]);
  // assert.equal would print both pictures
  assert.ok(svg.trimEnd() === native.trimEnd(), `${name}: ${difference(svg, native)}`);
  const table = printed("table", view);
  assert.ok(csv.trimEnd() === table.trimEnd(), `${name}: ${difference(csv, table)}`);
}

/** Compares many views at once: the program starts once for all of them, and a view is drawn alone only to say how it differs. */
function compareAll(views: readonly View[], size: typeof WIDE): void {
  const folder = mkdtempSync(join(tmpdir(), "duibiao-parity-"));
  try {
    writeFileSync(join(folder, "views.json"), JSON.stringify(views));
    const data = join(wanted("DUIBIAO_ROOT"), "data");
    const flags = ["--format", "svg,csv", "--width", `${size.width}`, "--height", `${size.height}`, "--data", data];
    const { status, stderr } = spawnSync(wanted("DUIBIAO_BIN"), ["batch", "views.json", ...flags], { encoding: "utf8", cwd: folder });
    assert.equal(status, 0, `duibiao batch: ${stderr}`);
    const out = join(folder, "out");
    const native = new Set(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8").trimEnd()));
    for (const view of views) {
      const { svg, csv } = inBrowser(view, size);
      if (native.has(svg.trimEnd()) && native.has(csv.trimEnd())) continue;
      compare(view, size);
      assert.fail(`${JSON.stringify(view)}: drawn in a batch it is another than drawn alone`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first line in which two texts differ. */
function difference(browser: string, native: string): string {
  const [a, b] = [browser.split("\n"), native.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `line ${at + 1} differs\n  browser: ${a[at]}\n  native:  ${b[at]}`;
}

test("there are charts and indicators to compare", () => assert.ok(charts.length > 0 && indicators.length > 0));

for (const [at, { id }] of charts.entries()) {
  const chart = id as View["chart"] & string;
  test(`${chart} of its indicators is the same in both languages`, () => {
    const some = FIRST.includes(chart) ? indicators : indicators.filter((_, i) => i % 7 === at % 7);
    compareAll(some.flatMap(({ id }) => LANGS.map((lang) => ({ lang, indicator: id, chart }))), WIDE);
  });

  test(`${chart} is the same narrow, dark, and for another home`, () => {
    const view: View = { lang: "zh", indicator: "gdp", chart };
    compare(view, NARROW);
    compare({ ...view, theme: "dark" }, WIDE);
    compare({ ...view, home: "quzhou", peers: ["lishui", "jinhua"] }, NARROW);
  });
}
