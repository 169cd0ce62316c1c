// A smoke run of the finished site in Firefox, over WebDriver BiDi: `cargo xtask test --only firefox`.
//
// One reader's way through the pages, each step a sentence. What the page must be like in detail is held in
// Chromium by the specs beside this file; here only what another engine could do otherwise.

import assert from "node:assert/strict";
import { createRequire } from "node:module";

// The npm packages are those of the page.
const require = createRequire(new URL("../../www/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");

const site = process.env.DUIBIAO_URL;
const INDICATOR = "indicator/doctors-per-1000/";
/** A step that takes longer hangs. */
const PATIENCE = 10_000;

/** Nothing leaves this machine: whatever is not on it is sent to a port where nobody listens. */
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.allow_hijacking_localhost": false,
  "network.captive-portal-service.enabled": false,
  "intl.accept_languages": "zh-CN",
  // what a reader without a preference gets
  "ui.systemUsesDarkTheme": 0,
};

/** What the page complained of, and what it could not have or asked of others. */
const complaints = [];

function watch(page) {
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // who goes on to another page does not wait for what this one was fetching
    if (why !== "NS_BINDING_ABORTED") complaints.push(`${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  page.on("request", (request) => {
    if (request.url().startsWith("http") && !request.url().startsWith(site)) complaints.push(`${request.url()}: another host`);
  });
}

/** Asks the page until it answers with something true, and gives that. The policy forbids the polling of Puppeteer, which evaluates text. */
async function until(page, what, ask, ...given) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await page.evaluate(ask, ...given);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: did not come in ${PATIENCE / 1000} s at ${page.url()}, with ${await page.evaluate(() => [".tip", ".only", "#title", "#read"].map((s) => document.querySelector(s)?.textContent).join(" | "))}`);
    await new Promise((go) => setTimeout(go, 25));
  }
}

const has = (page, selector) => until(page, selector, (s) => document.querySelector(s) !== null, selector);
const gone = (page, selector) => until(page, `no ${selector}`, (s) => document.querySelector(s) === null, selector);
const says = (page, selector, words) =>
  until(page, `${selector} with "${words}"`, (s, w) => document.querySelector(s)?.textContent?.includes(w), selector, words);
const address = (page, part) => until(page, `address with ${part}`, (p) => decodeURIComponent(location.href).includes(p), part);
const title = (page) => page.evaluate(() => document.querySelector("#title")?.textContent ?? "");

/** Opens an address and waits until the page answers and its tools are here. */
async function open(page, path) {
  await page.goto(new URL(path, site).href);
  await has(page, "html[data-ready]");
  await has(page, "html[data-equipped]");
}

/** How many colours the live picture has, and all its dots as text. */
async function picture(page) {
  await has(page, "dui-figure canvas");
  return page.evaluate(() => {
    const canvas = document.querySelector("dui-figure canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return { colours: new Set(new Uint32Array(data.buffer)).size, dots: canvas.toDataURL() };
  });
}

/** Waits until another picture is painted, and gives it. */
async function repainted(page, before) {
  await until(page, "another picture", (dots) => document.querySelector("dui-figure canvas")?.toDataURL() !== dots, before.dots);
  return picture(page);
}

/** Waits until nothing slides any more, and gives the picture. */
async function still(page) {
  await until(page, "a picture at rest", async () => {
    const dots = () => document.querySelector("dui-figure canvas")?.toDataURL();
    const before = dots();
    for (let i = 0; i < 4; i++) await new Promise((go) => requestAnimationFrame(go));
    return before !== undefined && before === dots();
  });
  return picture(page);
}

async function drawn(page) {
  const { colours } = await picture(page);
  assert.ok(colours > 5, `the picture has ${colours} colours: it is blank`);
}

/** Where the mark of a city is in a ranking of eleven. */
async function mark(page, city) {
  const canvas = await page.$("dui-figure canvas");
  await canvas.scrollIntoView();
  const box = await canvas.boundingBox();
  return { x: box.x + box.width * 0.15, y: box.y + box.height * (0.06 + 0.086 * (city - 0.5)) };
}

/** The reader's way, a sentence a step. */
const STEPS = {
  "the opening is there, and its tool draws when the reader comes near": async (page) => {
    await page.goto(new URL("zh/", site).href);
    await has(page, "html[data-ready]");
    assert.match(await page.title(), /温州/);
    const tool = await page.$(".tool");
    await tool.scrollIntoView();
    await drawn(page);
  },
  "a tile of the opening leads to its view": async (page) => {
    const tile = await page.$("a.tile");
    await tile.scrollIntoView();
    const href = await tile.evaluate((a) => a.href);
    await Promise.all([page.waitForNavigation(), tile.click()]);
    await has(page, "html[data-ready]");
    assert.equal(page.url(), href);
    await drawn(page);
  },
  "the page of an indicator answers in English": async (page) => {
    await open(page, `en/${INDICATOR}`);
    await drawn(page);
    assert.match(await title(page), /Wenzhou/);
  },
  "a chart of the gallery comes with its own core, and the ranking comes back": async (page) => {
    const ranking = await still(page);
    await page.click("#tab-more");
    await has(page, "[role=menu] [data-chart=gap-bars]");
    await page.click("[data-chart=gap-bars]");
    await address(page, "chart=gap-bars");
    await repainted(page, ranking);
    await drawn(page);
    await page.click("#tab-rank-bars");
    await until(page, "the ranking as it was", (dots) => document.querySelector("dui-figure canvas")?.toDataURL() === dots, ranking.dots);
  },
  "another home is searched for and chosen": async (page) => {
    const before = await still(page);
    await page.click("dui-home [popovertarget]");
    await has(page, "#dui-home-sheet:popover-open");
    await page.keyboard.type("lishui");
    await until(page, "one entry", () => document.querySelectorAll("#dui-home-sheet .option").length === 1);
    await page.keyboard.press("Enter");
    await says(page, "#title", "Lishui");
    await address(page, "home=lishui");
    await repainted(page, before);
  },
  "Back brings the home before": async (page) => {
    await page.goBack();
    await says(page, "#title", "Wenzhou");
    await gone(page, "#dui-home-sheet:popover-open");
  },
  "pointing at a city tells its figure": async (page) => {
    await still(page);
    const { x, y } = await mark(page, 1);
    await page.mouse.move(x, y);
    await says(page, ".tip", "Hangzhou");
    await says(page, ".tip", "−1.21");
  },
  "a click on a city looks at it alone, Escape brings all back": async (page) => {
    const { x, y } = await mark(page, 2);
    await page.mouse.click(x, y);
    await address(page, "focus=jiaxing");
    await says(page, ".only", "Only Jiaxing");
    await page.mouse.move(2, 2);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await gone(page, ".only");
  },
  "the slider goes a year back": async (page) => {
    const before = await still(page);
    await page.focus("dui-periods input[type=range]");
    await page.keyboard.press("ArrowLeft");
    await says(page, "#title", "2022");
    await address(page, "period=2022");
    await repainted(page, before);
  },
  "the table is sorted, up and down": async (page) => {
    await page.click("#tab-table");
    const head = "#records th[data-key=value]";
    await has(page, `${head} button`);
    const figures = () =>
      page.evaluate(() => {
        const at = document.querySelector("#records th[data-key=value]").cellIndex;
        return [...document.querySelectorAll("#records tbody tr")].map((row) => Number(row.cells[at].dataset.value));
      });
    await page.click(`${head} button`);
    await has(page, `${head}[aria-sort=ascending]`);
    const up = await figures();
    assert.equal(up.length, 11);
    assert.deepEqual(up, up.toSorted((a, b) => a - b));
    await page.keyboard.press("Enter");
    await has(page, `${head}[aria-sort=descending]`);
    assert.deepEqual(await figures(), up.toReversed());
    await page.click("#tab-rank-bars");
    await has(page, "dui-figure canvas");
  },
  "page and picture take the dark theme": async (page) => {
    const before = await still(page);
    await page.select("dui-settings select", "dark");
    await until(page, "a dark ground", () => getComputedStyle(document.documentElement).backgroundColor === "rgb(20, 24, 29)");
    await repainted(page, before);
    const corner = () => [...document.querySelector("dui-figure canvas").getContext("2d").getImageData(0, 0, 1, 1).data.slice(0, 3)];
    assert.deepEqual(await page.evaluate(corner), [20, 24, 29]);
    await page.select("dui-settings select", "light");
    await until(page, "a white ground", () => getComputedStyle(document.documentElement).backgroundColor === "rgb(255, 255, 255)");
  },
  "the arrow keys walk from city to city, with words": async (page) => {
    await still(page);
    // by Tab, as only whoever comes by keys is read to
    await page.focus("dui-periods input[type=range]");
    await page.keyboard.press("Tab");
    await says(page, "#read", "Wenzhou");
    await page.keyboard.press("Home");
    await says(page, "#read", "Hangzhou");
    await page.keyboard.press("ArrowDown");
    await says(page, "#read", "Zhoushan");
    await page.keyboard.press("Tab");
    await until(page, "another focus", () => document.activeElement?.localName !== "canvas");
  },
  "? lists the shortcuts, Escape closes the list": async (page) => {
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("?");
    await says(page, "dialog[open]", "Undo");
    await page.keyboard.press("Escape");
    await gone(page, "dialog[open]");
  },
  "a full address is restored and left as it is": async (page) => {
    const full = `zh/${INDICATOR}?home=ningbo&chart=gap-bars&peers=hangzhou,jinhua&period=2020&sort=name&focus=jinhua&origin=benchmark`;
    await open(page, full);
    await drawn(page);
    await says(page, "#title", "宁波");
    await says(page, "#tab-more", "差距条");
    await says(page, ".only", "只看金华");
    assert.equal(decodeURIComponent(page.url()), new URL(full, site).href);
    const before = await still(page);
    await page.reload();
    await has(page, "html[data-equipped]");
    const after = await still(page);
    assert.equal(after.dots, before.dots);
  },
};

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  headless: true,
  defaultViewport: { width: 1440, height: 900 },
  extraPrefsFirefox: PREFERENCES,
});
let failed = false;
try {
  const page = await browser.newPage();
  // BiDi tells nothing of what a policy refused
  await page.evaluateOnNewDocument(() =>
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`)),
  );
  watch(page);
  for (const [name, step] of Object.entries(STEPS)) {
    const start = Date.now();
    await step(page);
    assert.deepEqual(complaints, [], "complaints of the page");
    console.log(`  ok  ${name} (${Date.now() - start} ms)`);
  }
} catch (error) {
  failed = true;
  console.error(error);
  if (complaints.length > 0) console.error("complaints:", complaints);
} finally {
  await browser.close();
}
process.exitCode = failed ? 1 : 0;
