// Times the page in Chromium: `cargo xtask bench` serves the finished site and runs this.
//
// Told are medians of several visits: when the first picture is painted, when the page answers,
// and how far the takeover moves anything (CLS). Redraws are timed by `peers.mjs`.

import { createRequire } from "node:module";
import { median } from "./common.mjs";

const require = createRequire(new URL("../package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const VISITS = 9;

/** Runs before the page's own script: keeps what the browser tells only once. */
function watch() {
  globalThis.duibiaoShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.duibiaoShift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready === undefined) return;
    globalThis.duibiaoReady = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
}

/** One visit with an empty cache. */
async function visit(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(process.env.DUIBIAO_URL);
  await page.locator("html[data-ready]").waitFor({ state: "attached", timeout: 15_000 });
  const seen = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    ready: globalThis.duibiaoReady,
    shift: globalThis.duibiaoShift,
  }));
  await context.close();
  return seen;
}

const browser = await chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
const visits = [];
for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser));
await browser.close();
console.log(`page, median of ${VISITS} visits with an empty cache`);
console.log(`  first picture   ${median(visits.map((v) => v.paint)).toFixed(0)} ms`);
console.log(`  page answers    ${median(visits.map((v) => v.ready)).toFixed(0)} ms`);
console.log(`  layout shift    ${Math.max(...visits.map((v) => v.shift)).toFixed(4)} (worst)`);
