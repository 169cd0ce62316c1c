// Pictures for a person to look at: `cargo xtask shots`.
//
// Every chart in each language, theme and width goes on one contact sheet a chart, in target/shots/;
// the README's screenshots go into docs/. Nothing is compared: the eye is the judge.

import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// The npm packages are those of the page.
const require = createRequire(new URL("../../www/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "target/shots");
const site = process.env.DUIBIAO_URL;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

const CHARTS = ["rank-bars", "trend-lines", "gap-dumbbells"];
const LANGUAGES = ["zh", "en"];
const THEMES = ["light", "dark", "contrast", "contrast-dark"];
const SCREENS = [
  { width: 320, height: 900, shown: 320 },
  { width: 1280, height: 900, shown: 800 },
  { width: 1920, height: 1080, shown: 960 },
];

/** A page of the site in a window of its own, when it answers; whatever it complains of is told. */
async function open(browser, path, { width, height, theme = "light", lang = "zh", ratio = 1 }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme.endsWith("dark") ? "dark" : "light",
    contrast: theme.startsWith("contrast") ? "more" : "no-preference",
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    deviceScaleFactor: ratio,
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${path}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && console.error(`${path}: ${message.text()}`));
  await page.goto(new URL(path, site).href);
  await page.locator("html[data-ready]").waitFor({ state: "attached", timeout: 15_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { context, page };
}

/** One chart on every screen: gives the files, row by row. */
async function shoot(browser, chart) {
  const rows = [];
  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      const row = { name: `${chart} · ${lang} · ${theme}`, shots: [] };
      for (const screen of SCREENS) {
        const file = join(out, `${chart}-${lang}-${theme}-${screen.width}.png`);
        const { context, page } = await open(browser, `${lang}/?chart=${chart}`, { ...screen, theme, lang });
        await page.screenshot({ path: file });
        await context.close();
        row.shots.push({ file, ...screen });
      }
      rows.push(row);
    }
  }
  return rows;
}

/** Puts the rows of a chart on one sheet. */
async function sheet(browser, chart, rows) {
  const page = await browser.newPage({ viewport: { width: 2140, height: 900 } });
  const parts = await Promise.all(rows.map(rowHtml));
  await page.setContent(
    `<style>body{margin:12px;background:#888;font:20px sans-serif}div{display:flex;gap:12px;align-items:start}img{display:block}</style>${parts.join("")}`,
  );
  const file = join(out, `${chart}.png`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  console.log(file);
}

async function rowHtml({ name, shots }) {
  const images = shots.map(async ({ file, shown }) => {
    const data = (await readFile(file)).toString("base64");
    return `<img width="${shown}" src="data:image/png;base64,${data}">`;
  });
  return `<h2>${name}</h2><div>${(await Promise.all(images)).join("")}</div>`;
}

/** The picture that the README of a language opens with. */
async function screenshot(browser, lang) {
  const { context, page } = await open(browser, `${lang}/`, { width: 1280, height: 800, lang, ratio: 1.5 });
  const file = join(root, `docs/screenshot-${lang}.png`);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await mkdir(join(root, "docs"), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
try {
  for (const chart of CHARTS) await sheet(browser, chart, await shoot(browser, chart));
  for (const lang of LANGUAGES) await screenshot(browser, lang);
} finally {
  await browser.close();
}
