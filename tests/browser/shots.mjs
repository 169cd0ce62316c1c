// Pictures for a person to look at: `cargo xtask shots`.
//
// Every page in each language, theme and width goes on one contact sheet a page, in target/shots/;
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

const LANGUAGES = ["zh", "en"];
const THEMES = ["light", "dark", "contrast", "contrast-dark"];
const SCREENS = [
  { width: 320, height: 844, shown: 240 },
  { width: 390, height: 844, shown: 290 },
  { width: 1280, height: 900, shown: 640 },
  { width: 1920, height: 1080, shown: 900 },
];

/** Every page, by the name of its sheet; the explorer once a chart and once as a table. */
const PAGES = {
  opening: "",
  "opening-other-home": "home/lishui/",
  "rank-bars": "indicator/doctors-per-1000/",
  "trend-lines": "indicator/doctors-per-1000/?chart=trend-lines",
  "gap-dumbbells": "indicator/doctors-per-1000/?chart=gap-dumbbells",
  table: "indicator/doctors-per-1000/#table",
  "one-figure": "indicator/biopharma-revenue/",
  scorecard: "scorecard/",
  city: "city/wenzhou/",
  data: "data/",
  methods: "methods/",
  charts: "charts/",
  facts: "facts/",
  missing: "indicator/hospitl-beds/",
  take: "indicator/doctors-per-1000/#take",
  share: "indicator/doctors-per-1000/#share",
  // no folder a language: the address says it
  embed: "../embed/?indicator=doctors-per-1000",
};

/** What is pressed where a path ends with its name. */
const PRESSED = { table: "#tab-table", take: "dui-take .taking", share: ".sharing" };

/** No sheet is higher: what is further down looks like what is above. */
const HIGHEST = 3000;

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
  const [address, panel] = path.split("#");
  const url = new URL(address, site);
  if (address.includes("embed/")) url.searchParams.set("lang", lang);
  await page.goto(url.href);
  const there = address.includes("embed/") ? "body svg" : "html[data-ready]";
  await page.locator(there).first().waitFor({ state: "attached", timeout: 15_000 });
  if (panel) await page.locator(PRESSED[panel]).click();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { context, page };
}

/** One page on every screen: gives the files, row by row. */
async function shoot(browser, name) {
  const rows = [];
  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      const row = { name: `${name} · ${lang} · ${theme}`, shots: [] };
      for (const screen of SCREENS) {
        const file = join(out, `${name}-${lang}-${theme}-${screen.width}.png`);
        const { context, page } = await open(browser, `${lang}/${PAGES[name]}`, { ...screen, theme, lang });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: screen.width, height: Math.min(height, HIGHEST) } });
        await context.close();
        row.shots.push({ file, ...screen });
      }
      rows.push(row);
    }
  }
  return rows;
}

/** Puts the rows of a page on one sheet. */
async function sheet(browser, name, rows) {
  const page = await browser.newPage({ viewport: { width: 2140, height: 900 } });
  const parts = await Promise.all(rows.map(rowHtml));
  await page.setContent(
    `<style>body{margin:12px;background:#888;font:20px sans-serif}div{display:flex;gap:12px;align-items:start}img{display:block}</style>${parts.join("")}`,
  );
  const file = join(out, `${name}.png`);
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
  const { context, page } = await open(browser, `${lang}/indicator/doctors-per-1000/`, { width: 1280, height: 800, lang, ratio: 1.5 });
  const file = join(root, `docs/screenshot-${lang}.png`);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await mkdir(join(root, "docs"), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
/** Sheets that were named, as in `node shots.mjs opening table`; all of them otherwise. */
const named = process.argv.slice(2);
try {
  for (const name of Object.keys(PAGES).filter((page) => named.length === 0 || named.includes(page))) {
    await sheet(browser, name, await shoot(browser, name));
  }
  for (const lang of LANGUAGES) await screenshot(browser, lang);
} finally {
  await browser.close();
}
