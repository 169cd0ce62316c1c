// This project beside its peers, in one run, in one Chromium and on the same data: `cargo xtask bench --only peers`.
//
// Told are medians, and how many times this project's each is: bytes to load (minified, brotli), first picture and first
// tooltip on an empty cache, full redraws, pointer moves, memory. Nothing is asserted: times differ from machine to machine.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { packs, pairs, values } from "./fixture.mjs";
import { measure } from "./measure.mjs";
import { install, median } from "./common.mjs";

const require = createRequire(new URL("../package.json", import.meta.url));
const { chromium } = require("@playwright/test");
const esbuild = require("esbuild");

const here = fileURLToPath(new URL(".", import.meta.url));
const web = fileURLToPath(new URL("../../target/web", import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--enable-precise-memory-info", "--js-flags=--expose-gc"];
/** Drawn with the same data by each: ours first, to which the others are compared. */
const PEERS = ["duibiao", "by-hand", "uplot", "chartjs", "plot", "echarts", "vega-lite"];
const NAMES = { duibiao: "duibiao", "by-hand": "d3 by hand", uplot: "uPlot", chartjs: "Chart.js", plot: "Observable Plot", echarts: "ECharts", "vega-lite": "Vega-Lite" };
const FIRST_YEAR = 2004;
/** What is drawn how often; what takes seconds in the slowest is drawn less. */
const CASES = [
  { key: "small", what: "redraw 11 × 19 lines", kind: "lines", regions: 11, years: 19, rounds: 41 },
  { key: "middle", what: "redraw 337 × 20 lines", kind: "lines", regions: 337, years: 20, rounds: 21, hover: "hover 337 × 20" },
  { key: "scatter", what: "redraw 3,000 dots", kind: "scatter", regions: 3000, years: 1, rounds: 15, hover: "hover 3,000 dots" },
  { key: "large", what: "redraw 3,000 × 60 lines", kind: "lines", regions: 3000, years: 60, rounds: 3, moves: 6, hover: "hover 3,000 × 60" },
];
const VISITS = 5;

install("vega-lite");

/** A peer's script, minified, as a page would load it. */
async function bundle(peer) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: here,
    entryPoints: [`peer/${peer}.mjs`],
    bundle: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    write: false,
    logLevel: "error",
    // where the libraries ask whether they run in Node
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "#gallery": join(web, "pkg/gallery/duibiao.js") },
  });
  return outputFiles[0].contents;
}

const sent = (bytes) => brotliCompressSync(bytes).length;

async function serve(page, script, wasm) {
  const answers = {
    "index.html": ["text/html", '<!doctype html><meta charset="utf-8"><title>bench</title><div id="stage"></div><div id="tip"></div>'],
    "peer.js": ["text/javascript", Buffer.from(script)],
    "gallery.wasm": ["application/wasm", wasm],
  };
  await page.route("**/bench/**", (route) => {
    const [contentType, body] = answers[new URL(route.request().url()).pathname.split("/").at(-1)] ?? [];
    return body === undefined ? route.abort() : route.fulfill({ contentType, body });
  });
}

/** What a case is drawn from. */
function input({ kind, regions, years, rounds, hover, moves = 40 }) {
  const rows = values(regions, years);
  const second = values(regions, years, 11);
  const dots = kind === "scatter";
  return {
    kind,
    rows,
    years: rows[0].map((_, i) => FIRST_YEAR + i),
    points: dots ? pairs(second, rows) : [],
    packs: packs(rows, FIRST_YEAR, dots ? second : undefined),
    rounds,
    moves: hover ? moves : 0,
  };
}

/** One page, one peer, one case. */
async function run(browser, { script, wasm }, given) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 760 } });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await serve(page, script, wasm);
  await page.goto(new URL("bench/index.html", process.env.DUIBIAO_URL).href);
  try {
    return await page.evaluate(measure, given);
  } catch (error) {
    return { failed: wrong[0] ?? String(error.message).split("\n")[0] };
  } finally {
    await context.close();
  }
}

/** One line of the table: every peer's number, and how many times ours it is. */
function line(what, unit, found) {
  const own = found[0];
  const cells = found.map((n, i) => (n === undefined ? "–" : `${n >= 100 ? n.toFixed(0) : n.toFixed(n >= 10 ? 1 : 2)}${i > 0 && own > 0 ? ` (${(n / own).toFixed(1)}×)` : ""}`));
  console.log(`| ${what}, ${unit} | ${cells.join(" | ")} |`);
}

const wasm = await readFile(join(web, "gallery.wasm"));
const scripts = await Promise.all(PEERS.map(bundle));
const bytes = PEERS.map((peer, i) => (sent(scripts[i]) + (peer === "duibiao" ? sent(wasm) : 0)) / 1000);
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
const each = async (given) => {
  const found = [];
  for (const script of scripts) found.push(await run(browser, { script, wasm }, given));
  return found;
};
console.log(`\n| | ${PEERS.map((peer) => NAMES[peer]).join(" | ")} |\n|---|${PEERS.map(() => "--:").join("|")}|`);
line("bytes to load", "KB brotli", bytes);
const visits = [];
for (let i = 0; i < VISITS; i += 1) visits.push(await each({ ...input(CASES[0]), rounds: 1, moves: 1 }));
line("first picture (11 × 19)", "ms", PEERS.map((_, i) => median(visits.map((visit) => visit[i].first))));
line("first tooltip (11 × 19)", "ms", PEERS.map((_, i) => median(visits.map((visit) => visit[i].told))));
for (const one of CASES) {
  const found = await each(input(one));
  for (const [i, { failed }] of found.entries()) if (failed) console.log(`  ${NAMES[PEERS[i]]} failed: ${failed}`);
  line(one.what, "ms of script", found.map((f) => f.redraw));
  if (one.hover) line(one.hover, "ms a move", found.map((f) => f.hover));
  if (one.key === "middle") line("memory after 337 × 20", "MB", found.map((f) => f.memory));
}
await browser.close();
