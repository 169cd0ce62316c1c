// Times a full redraw beside the peers, in one Chromium and one run: `cargo xtask bench`.
//
// Told are medians of the script's milliseconds for one full redraw, and ratios to this project's.
// By hand is the shortest canvas code that draws the same lines, without names, ranks or hit-testing.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packs, values } from "./fixture.mjs";

const require = createRequire(new URL("../package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const ROUNDS = 41;
const SIZES = [
  { name: "11 × 19", regions: 11, years: 19 },
  { name: "337 × 20", regions: 337, years: 20 },
];

/** Where each address of the bench page lies on the disk. */
const FILES = {
  "core.js": join(root, "target/web/pkg/core/duibiao.js"),
  "core.wasm": join(root, "target/web/core.wasm"),
  "echarts.js": join(here, "node_modules/echarts/dist/echarts.min.js"),
  "chart.js": join(here, "node_modules/chart.js/dist/chart.umd.js"),
  "uplot.js": join(here, "node_modules/uplot/dist/uPlot.iife.min.js"),
};

/** Runs in the page: draws the same series with one of the libraries again and again. */
async function measure({ who, rows, catalogue, theme, rounds }) {
  const [width, height] = [1040, 650];
  const years = rows[0].map((_, i) => 2004 + i);
  const stage = document.body.appendChild(document.createElement("div"));
  stage.style.cssText = `width:${width}px;height:${height}px`;
  const canvas = () => {
    const element = stage.appendChild(document.createElement("canvas"));
    [element.width, element.height] = [width, height];
    return element;
  };
  const script = (src) =>
    new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      Object.assign(tag, { src, onload: resolve, onerror: reject });
      document.head.append(tag);
    });
  const makers = {
    async duibiao() {
      const { default: start, Core } = await import("/bench/core.js");
      await start({ module_or_path: "/bench/core.wasm" });
      const bytes = (text) => new TextEncoder().encode(text);
      const core = new Core(bytes(catalogue));
      core.addTheme("fixture", bytes(theme));
      const context = canvas().getContext("2d");
      return () => {
        const figure = core.figure({ chart: "trend-lines", lang: "en" }, width, height, "plot");
        figure.paint(context, 1);
        figure.free();
      };
    },
    async "by hand"() {
      const context = canvas().getContext("2d");
      return () => {
        const all = rows.flat();
        const [low, high] = [0, Math.max(...all)];
        context.clearRect(0, 0, width, height);
        context.font = "12px sans-serif";
        for (let i = 0; i <= 5; i += 1) {
          const y = height - 30 - (i / 5) * (height - 50);
          context.strokeStyle = "#e4e7eb";
          context.beginPath();
          context.moveTo(50, y);
          context.lineTo(width - 20, y);
          context.stroke();
          context.fillText(String(Math.round(low + (i / 5) * (high - low))), 4, y);
        }
        context.strokeStyle = "#9aa1ab";
        for (const row of rows) {
          context.beginPath();
          row.forEach((v, i) => {
            const x = 50 + (i / (row.length - 1)) * (width - 70);
            const y = height - 30 - ((v - low) / (high - low)) * (height - 50);
            if (i === 0) context.moveTo(x, y);
            else context.lineTo(x, y);
          });
          context.stroke();
        }
      };
    },
    async ECharts() {
      await script("/bench/echarts.js");
      const chart = globalThis.echarts.init(stage, null, { width, height });
      const option = {
        animation: false,
        xAxis: { type: "category", data: years },
        yAxis: { type: "value" },
        series: rows.map((data) => ({ type: "line", data, showSymbol: false })),
      };
      return () => {
        chart.setOption(option, { notMerge: true, lazyUpdate: false });
        chart.getZr().refreshImmediately();
      };
    },
    async "Chart.js"() {
      await script("/bench/chart.js");
      const datasets = rows.map((data) => ({ data, pointRadius: 0 }));
      const chart = new globalThis.Chart(canvas(), {
        type: "line",
        data: { labels: years, datasets },
        options: { animation: false, responsive: false, plugins: { legend: { display: false } } },
      });
      return () => {
        chart.data.datasets = rows.map((data) => ({ data, pointRadius: 0 }));
        chart.update("none");
      };
    },
    async uPlot() {
      await script("/bench/uplot.js");
      const series = [{}, ...rows.map(() => ({ stroke: "#9aa1ab", points: { show: false } }))];
      const options = { width, height, series, legend: { show: false }, scales: { x: { time: false } } };
      const plot = new globalThis.uPlot(options, [years, ...rows], stage);
      return () => {
        plot.setData([years, ...rows]);
        // it draws in a microtask; asking for a redraw now keeps the work inside the measured time
        plot.redraw(true, true);
      };
    },
  };
  const redraw = await makers[who]();
  const times = [];
  for (let i = 0; i < rounds; i += 1) {
    const before = performance.now();
    redraw();
    await Promise.resolve();
    times.push(performance.now() - before);
    await new Promise((next) => requestAnimationFrame(next));
  }
  stage.remove();
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

async function serve(page) {
  await page.route("**/bench/**", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    if (name === "index.html") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" });
    const file = FILES[name];
    if (file === undefined) return route.abort();
    const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
    return route.fulfill({ contentType, body: await readFile(file) });
  });
}

if (!existsSync(join(here, "node_modules"))) {
  console.log("installing the peers (npm ci in www/bench)");
  execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
}
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
for (const { name, regions, years } of SIZES) {
  const rows = values(regions, years);
  const data = packs(rows, 2004);
  const found = [];
  for (const who of ["duibiao", "by hand", "uPlot", "Chart.js", "ECharts"]) {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`${who}: ${error.message}`));
    await serve(page);
    await page.goto(new URL("bench/index.html", process.env.DUIBIAO_URL).href);
    found.push({ who, time: await page.evaluate(measure, { who, rows, ...data, rounds: ROUNDS }) });
    await page.close();
  }
  const own = found[0].time;
  console.log(`\nfull redraw of ${name} lines, median of ${ROUNDS}, ms of script`);
  for (const { who, time } of found) {
    console.log(`  ${who.padEnd(10)} ${time.toFixed(2).padStart(8)}   ${(time / own).toFixed(1)}×`);
  }
}
await browser.close();
