// How many charts a second become SVG files: `cargo xtask bench --only batch`.
//
// The ranking and the trend of every indicator, drawn by `duibiao batch` as a user runs it (start, data and files counted),
// by ECharts' server rendering and by vl-convert (Vega-Lite) from the same numbers, without titles, ranks or sources. It prints.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, median } from "./common.mjs";

install("echarts");
const echarts = await import("echarts");
const { csvParseRows } = await import("d3");
const duibiao = process.env.DUIBIAO_BIN;
const root = fileURLToPath(new URL("../../", import.meta.url));
const [width, height] = [960, 600];
const ROUNDS = 3;
/** vl-convert takes so long that it draws each so-manieth chart. */
const EACH = 8;

const number = (text) => (/^-?[\d,]+(\.\d+)?$/.test(text ?? "") ? Number(text.replaceAll(",", "")) : null);

/** The numbers of a table: bars with their names, or lines over periods. */
function chart(table) {
  const [head, ...rest] = csvParseRows(table.replace("\ufeff", ""));
  const body = rest.slice(0, rest.findIndex((row) => row.length < 3));
  const city = head.indexOf("City");
  if (city >= 0) return { kind: "bar", names: body.map((row) => row[city]), values: body.map((row) => number(row[city + 1])) };
  const last = head.findIndex((name) => name === "Remarks" || name === "Source");
  const names = head.slice(1, last);
  const lines = names.map((_, i) => body.map((row) => number(row[i + 1])).reverse());
  return { kind: "line", names, periods: body.map((row) => row[0]).reverse(), lines };
}

function ofECharts({ kind, names, values, periods, lines }) {
  const bar = {
    xAxis: { type: "value" },
    yAxis: { type: "category", data: names, inverse: true },
    series: [{ type: "bar", data: values, label: { show: true, position: "right" } }],
  };
  const line = () => ({
    xAxis: { type: "category", data: periods },
    yAxis: { type: "value" },
    series: lines.map((data, i) => ({ type: "line", name: names[i], data, showSymbol: false, endLabel: { show: true, formatter: "{a}" } })),
  });
  return { animation: false, ...(kind === "bar" ? bar : line()) };
}

function ofVegaLite({ kind, names, values, periods, lines }) {
  const data = kind === "bar"
    ? names.map((name, i) => ({ name, value: values[i] }))
    : lines.flatMap((all, i) => all.map((value, n) => ({ name: names[i], period: periods[n], value })));
  const bar = { mark: "bar", encoding: { x: { field: "value", type: "quantitative" }, y: { field: "name", type: "nominal", sort: null } } };
  const line = {
    mark: "line",
    encoding: {
      x: { field: "period", type: "ordinal" },
      y: { field: "value", type: "quantitative" },
      color: { field: "name", type: "nominal" },
    },
  };
  return { width, height, data: { values: data }, ...(kind === "bar" ? bar : line) };
}

/** Charts a second, the median of some rounds. */
async function rate(count, draw) {
  const times = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const before = performance.now();
    await draw(i);
    times.push(performance.now() - before);
  }
  return (count / median(times)) * 1000;
}

/** Draws by vl-convert in Python: prints how long the drawing took, without its start. */
const PYTHON = `
import json, sys, time
import vl_convert
specs = json.load(open(sys.argv[1]))
vl_convert.vegalite_to_svg(specs[0])
start = time.perf_counter()
for spec in specs: vl_convert.vegalite_to_svg(spec)
print(time.perf_counter() - start)
`;

const folder = await mkdtemp(join(tmpdir(), "duibiao-"));
const batch = (out, format) => execFileSync(duibiao, ["batch", join(folder, "views.json"), "-o", out, "--format", format], { cwd: root });
try {
  const { indicators } = JSON.parse(await readFile(join(root, "data/indicators.json"), "utf8"));
  const views = indicators.flatMap(({ id }) => ["rank-bars", "trend-lines"].map((kind) => ({ indicator: id, chart: kind, lang: "en" })));
  await writeFile(join(folder, "views.json"), JSON.stringify(views));
  await mkdir(join(folder, "csv"));
  batch(join(folder, "csv"), "csv");
  const tables = await Promise.all((await readdir(join(folder, "csv"))).map((name) => readFile(join(folder, "csv", name), "utf8")));
  const charts = tables.map(chart).filter(({ names, lines }) => names.length > 0 && (lines === undefined || lines[0].length > 0));
  const own = await rate(views.length, (i) => batch(join(folder, `svg-${i}`), "svg"));
  const theirs = await rate(charts.length, () => {
    for (const one of charts) {
      const made = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
      made.setOption(ofECharts(one));
      made.renderToSVGString();
      made.dispose();
    }
  });
  console.log(`${views.length} charts as SVG (ranking and trend of every indicator), charts a second, median of ${ROUNDS}`);
  console.log(`  duibiao batch               ${own.toFixed(0)}`);
  console.log(`  ECharts ${echarts.version}, server side  ${theirs.toFixed(0)}   (${(own / theirs).toFixed(0)} times as many)`);
  const some = charts.filter((_, i) => i % EACH === 0);
  await writeFile(join(folder, "specs.json"), JSON.stringify(some.map(ofVegaLite)));
  const python = spawnSync("python3", ["-c", PYTHON, join(folder, "specs.json")], { encoding: "utf8" });
  if (python.status === 0) {
    const vega = some.length / Number(python.stdout);
    console.log(`  vl-convert (Vega-Lite)      ${vega.toFixed(1)}   (${(own / vega).toFixed(0)} times as many; each ${EACH}th chart)`);
  } else {
    console.log("  vl-convert: not measured; pip install vl-convert-python");
  }
} finally {
  await rm(folder, { recursive: true });
}
