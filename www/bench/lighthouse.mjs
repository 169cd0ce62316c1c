// Lighthouse on the opening and an indicator page, and how soon the first picture comes on a slow line:
// `cargo xtask bench --only lighthouse`. It prints; nothing is asserted, for times differ from machine to machine.

import { createRequire } from "node:module";
import { createServer } from "node:net";
import { install, median } from "./common.mjs";

install("lighthouse");
const { default: lighthouse, desktopConfig } = await import("lighthouse");
const { throttling } = await import("lighthouse/core/config/constants.js");
const mobile = throttling.mobileSlow4G;
const require = createRequire(new URL("../package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const PAGES = ["zh/", "zh/indicator/doctors-per-1000/"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const VISITS = 5;
const RUNS = 3;
/** Fast 3G as Chrome's tools have it (1.6 Mbit/s less overhead, 562.5 ms), in bytes a second. */
const LINE = { offline: false, latency: 562.5, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const SLOWER = 4;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * How a page is measured. Lighthouse slows the processor 4 times, which makes a mid-tier phone of a fast desktop (an
 * index of 1500 to 2000); on a machine of 800 to 1500 its own table says 2 (docs/throttling.md, "Calibrating the CPU slowdown").
 */
const PRESETS = [
  { name: "mobile, CPU 4×", config: undefined, flags: {} },
  { name: "mobile, CPU 2×", config: undefined, flags: { throttling: { ...mobile, cpuSlowdownMultiplier: 2 } } },
  { name: "desktop", config: desktopConfig, flags: {} },
];

/** The four scores of a page, each the median of some runs, and what cost points in the last. */
async function scores(url, port, preset) {
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) {
    const flags = { port, onlyCategories: CATEGORIES, logLevel: "error", ...preset.flags };
    runs.push((await lighthouse(url, flags, preset.config)).lhr);
  }
  const score = (name) => Math.round(median(runs.map((lhr) => lhr.categories[name].score)) * 100);
  const line = CATEGORIES.map((name) => `${name} ${score(name)}`);
  const speed = median(runs.map((lhr) => lhr.environment.benchmarkIndex));
  console.log(`  ${preset.name.padEnd(14)} ${line.join("   ")}   (median of ${RUNS}; index of this machine: ${Math.round(speed)})`);
  const last = runs[runs.length - 1];
  for (const name of CATEGORIES) {
    for (const { id, weight } of last.categories[name].auditRefs) {
      const { score, title, displayValue } = last.audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`                 ${name}: ${id} (${title}) ${displayValue ?? ""}`);
    }
  }
}

/** Runs in the page: keeps the time of the first frame in which a picture has its place. */
function watch() {
  const seen = () => {
    const pictures = [...document.querySelectorAll("main svg")];
    if (pictures.some((picture) => picture.getBoundingClientRect().width > 0)) globalThis.duibiaoPicture ??= performance.now();
    else requestAnimationFrame(seen);
  };
  requestAnimationFrame(seen);
}

/** First paint, picture laid out in a frame, on an empty cache, a slow line and a slow machine. */
async function slow(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.duibiaoPicture !== undefined, undefined, { timeout: 60_000 });
  const found = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    picture: globalThis.duibiaoPicture,
  }));
  await context.close();
  return found;
}

const port = await freePort();
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", `--remote-debugging-port=${port}`];
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: flags });
for (const path of PAGES) {
  const url = new URL(path, process.env.DUIBIAO_URL).href;
  console.log(`\n/${path}`);
  for (const preset of PRESETS) await scores(url, port, preset);
  const visits = [];
  for (let i = 0; i < VISITS; i += 1) visits.push(await slow(browser, url));
  const [paint, picture] = ["paint", "picture"].map((name) => median(visits.map((visit) => visit[name])));
  console.log(`  Fast 3G, CPU ${SLOWER}× slower, median of ${VISITS}: first paint ${paint.toFixed(0)} ms, picture ${picture.toFixed(0)} ms (2500 at most)`);
}
await browser.close();
