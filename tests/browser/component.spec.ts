/** The element on pages of others: beside its files under a strict policy, from the site on another port, and in a page that is opened as a file. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "./axe";
import { Host, kept, NOTHING } from "./host";

const PACKAGE = join(__dirname, "../../target/web/package");
const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
const SHEET = `
  body { margin: 0 }
  .narrow { inline-size: 400px }
  .none { display: none }
  .own { --duibiao-home: rgb(1, 2, 3); --duibiao-ground: rgb(250, 240, 230); --duibiao-font: monospace; --duibiao-scale: 1.5 }
  .far { block-size: 5000px }`;
const DOCTORS = "lang=zh&amp;indicator=doctors-per-1000";
const MODULE = `<script type="module" src="duibiao-chart.js" async></script>`;

/** What the full code holds, as the example of the package has it. */
const WHOLE = /<svg slot="picture"[^]*<\/details>/.exec(readFileSync(join(PACKAGE, "example.html"), "utf8"))?.[0] ?? "";

type Chart = HTMLElement & { shown?: { home?: string; chart?: string; indicator?: string; focus?: string; theme?: string }; words?: { title: string }; [name: string]: unknown };

let host: Host;
let place = "";
let site = "";
const asked = new Set<string>();
const complaints: string[] = [];

test.beforeEach(async ({ page, baseURL }) => {
  site = new URL(baseURL ?? "").href;
  host = new Host(STRICT, SHEET, PACKAGE);
  place = await host.start();
  asked.clear();
  complaints.length = 0;
  page.on("request", (request) => asked.add(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});

test.afterEach(() => {
  host.stop();
  expect(complaints, "complaints in the console").toEqual([]);
});

const chart = (page: Page, n = 0): Locator => page.locator("duibiao-chart").nth(n);
const drawing = (page: Page, n = 0): Locator => chart(page, n).locator(".picture > svg");

/** Opens the host with this body. */
async function show(page: Page, body: string, head = MODULE): Promise<void> {
  host.body = body;
  host.head = head;
  await page.goto(place);
}

/** Listens from before the script on: the events of the first element, in their order. */
async function listen(page: Page): Promise<() => Promise<{ type: string; detail: Record<string, unknown> }[]>> {
  await page.addInitScript(() => {
    const all: unknown[] = [];
    Object.assign(globalThis, { told: all });
    for (const type of ["ready", "change", "select", "error"]) {
      document.addEventListener(type, (event) => {
        if (event.target === document.querySelector("duibiao-chart")) all.push({ type, detail: (event as CustomEvent).detail as unknown });
      }, { capture: true });
    }
  });
  return () => page.evaluate(() => (globalThis as unknown as { told: { type: string; detail: Record<string, unknown> }[] }).told);
}

/** How much of the host was moved, by what the browser itself measures. */
function moved(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((done) => {
    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0))).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(0), 500);
  }));
}

function set(page: Page, attributes: Record<string, string | null>, n = 0): Promise<void> {
  return chart(page, n).evaluate((one, all) => {
    for (const [name, value] of Object.entries(all)) value === null ? one.removeAttribute(name) : one.setAttribute(name, value);
  }, attributes);
}

function size(locator: Locator): Promise<{ width: number; height: number }> {
  return locator.evaluate((one) => ({ width: one.getBoundingClientRect().width, height: one.getBoundingClientRect().height }));
}

test("beside its files it draws under a strict policy, and asks its own host alone for no more than it shows", async ({ page }) => {
  await show(page, `<duibiao-chart view="${DOCTORS}" height="520"></duibiao-chart>`);
  await expect(drawing(page)).toBeVisible();
  await expect(drawing(page).locator("text").first()).toContainText("温州");
  await page.waitForLoadState("networkidle");
  const paths = [...asked].filter((url) => url.startsWith("http")).map((url) => url.replace(place, "")).sort();
  expect(paths).toEqual(["", "core.wasm", "data/catalogue.json", "data/hospital.json", "data/population.json", "duibiao-chart.js", "host.css", "latin-400.woff2", "latin-700.woff2"]);
});

test("two elements share one core, and another chart brings the one with all for both", async ({ page }) => {
  await show(page, `<duibiao-chart view="${DOCTORS}" height="300"></duibiao-chart><duibiao-chart indicator="gdp" lang="en" chart="trend-lines" height="300"></duibiao-chart>`);
  for (const n of [0, 1]) await expect(drawing(page, n)).toBeVisible();
  expect([...asked].filter((url) => url.endsWith(".wasm"))).toEqual([`${place}core.wasm`]);
  const times = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm") || name.endsWith("catalogue.json")).length);
  expect(times).toBe(2);
  await set(page, { chart: "map" }, 1);
  await expect(drawing(page, 1).locator("[data-region=ningbo] path").first()).toBeAttached();
  await set(page, { home: "ningbo" });
  await expect(drawing(page).locator("text").first()).toContainText("宁波");
  expect([...asked].filter((url) => url.endsWith(".wasm"))).toEqual([`${place}core.wasm`, `${place}gallery.wasm`]);
});

test("from the site on another port it works as the code of the dialog has it, and asks nobody but the site", async ({ page, context }) => {
  const { origin } = new URL(site);
  host.stop();
  host = new Host(`default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src ${origin} data:; style-src 'self'; base-uri 'none'`, SHEET);
  place = await host.start();
  await show(page, `<script type="module" src="${site}duibiao-chart.js" async></script>
<duibiao-chart view="lang=en&amp;indicator=gdp&amp;home=ningbo&amp;chart=map" height="520">
  <img slot="picture" src="${site}charts/en/gdp.svg" alt="GDP" width="100%" height="520" align="top">
</duibiao-chart>`, "");
  await expect(drawing(page).locator("[data-region=ningbo] path").first()).toBeAttached();
  await expect(chart(page).locator("img")).toBeHidden();
  await page.waitForLoadState("networkidle");
  expect([...new Set([...asked].map((url) => new URL(url).origin))].filter((one) => one !== "null").sort()).toEqual([new URL(place).origin, origin].sort());
  // and nothing is kept
  expect(await kept(page.locator("html"))).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
});

test("a page that is opened as a file draws by the classic script, with the network cut", async ({ page, context }) => {
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(PACKAGE, "example-classic.html")).href);
  await expect(drawing(page)).toBeVisible();
  await expect(drawing(page).locator("text").first()).toContainText("温州");
  await page.locator("duibiao-chart").last().scrollIntoViewIfNeeded();
  await expect(drawing(page, 3).locator("[data-region=ningbo] path").first()).toBeAttached();
  expect(await page.evaluate(async () => [...(await document.fonts.load(`16px "Duibiao Sans"`))].length)).toBeGreaterThan(0);
  expect([...asked].filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
});

for (const [how, code, widths] of [
  ["the short code", `<img slot="picture" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 960 600' width='960' height='600'/%3E" alt="A figure" width="100%" height="520" align="top">`, [1280, 800, 320]],
  ["the full code", WHOLE, [1280, 800, 320]],
] as const) {
  for (const width of widths) {
    test(`${how} keeps its room free from before the script on, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      let come = (): void => {};
      host.odd.set("duibiao-chart.js", new Promise<void>((done) => (come = done)));
      host.head = MODULE;
      host.body = `<p>Before.</p><duibiao-chart view="${DOCTORS}" height="520">${code}</duibiao-chart><p class="after">After.</p>`;
      await page.goto(place, { waitUntil: "commit" });
      const after = page.locator(".after");
      await expect(after).toBeVisible();
      await page.waitForTimeout(300);
      const top = (await after.boundingBox())!.y;
      expect(top).toBeGreaterThan(520);
      come();
      await expect(drawing(page)).toBeVisible();
      expect((await after.boundingBox())!.y).toBe(top);
      expect(await moved(page)).toBe(0);
      expect((await size(drawing(page))).height).toBe(520);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    });
  }
}

test("a picture is known without its slot, and makes way for the figure in its own ratio", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await show(page, `<duibiao-chart view="${DOCTORS}"><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" alt="A figure" width="1000" height="500"></duibiao-chart>`);
  await expect(drawing(page)).toHaveAttribute("viewBox", "0 0 800 400");
  await expect(page.getByRole("img", { name: "A figure" })).toHaveCount(0);
});

test("before the script, and where there is none, picture and table are on the page", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  host.body = `<duibiao-chart view="${DOCTORS}" height="520">${WHOLE}</duibiao-chart>`;
  await page.goto(place);
  await expect(page.getByRole("img", { name: /温州/ })).toBeVisible();
  await page.locator("summary").click();
  await expect(page.getByRole("row", { name: /杭州/ })).toContainText("5.00");
  await context.close();
});

test("the table in the element follows the figure; where there is none, the element has one for who does not see it", async ({ page }) => {
  await show(page, `<duibiao-chart view="${DOCTORS}" height="400"><table class="mine"><tbody><tr><td>old</td></tr></tbody></table></duibiao-chart><duibiao-chart indicator="gdp" height="400"></duibiao-chart>`);
  await expect(chart(page).locator("table.mine").getByRole("row", { name: /杭州/ })).toContainText("5.00");
  expect(await page.locator("table").count()).toBe(2);
  await set(page, { lang: "en", period: "2015" });
  await expect(chart(page).locator("table.mine caption")).toContainText("2015");
  await expect(chart(page, 1).getByRole("table")).toHaveCount(1);
});

for (const [attributes, box] of [
  [`height="333"`, { width: 800, height: 333 }],
  [`ratio="8/5"`, { width: 800, height: 500 }],
  [`width="600" height="400"`, { width: 600, height: 400 }],
  [`width="1600" height="800"`, { width: 800, height: 400 }],
  ["", { width: 800, height: 500 }],
] as const) {
  test(`with ${attributes || "no attributes"} it is ${box.width} × ${box.height}, and the figure fills it`, async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 900 });
    await show(page, `<duibiao-chart view="${DOCTORS}" ${attributes}></duibiao-chart>`);
    await expect(drawing(page)).toBeVisible();
    expect(await size(drawing(page))).toEqual(box);
    expect(await drawing(page).getAttribute("viewBox")).toBe(`0 0 ${box.width} ${box.height}`);
  });
}

test("it is drawn anew when its width changes, once a frame, and first when it is near the screen", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await show(page, `<duibiao-chart view="${DOCTORS}" ratio="8/5"></duibiao-chart><div class="far"></div><duibiao-chart indicator="gdp" ratio="8/5"></duibiao-chart>`);
  await expect(drawing(page)).toHaveAttribute("viewBox", "0 0 800 500");
  await page.setViewportSize({ width: 480, height: 600 });
  await expect(drawing(page)).toHaveAttribute("viewBox", "0 0 480 390");
  await page.waitForTimeout(300);
  await expect(drawing(page, 1)).toHaveCount(0);
  await chart(page, 1).scrollIntoViewIfNeeded();
  await expect(drawing(page, 1)).toBeVisible();
  const drawn = await chart(page).evaluate(async (one) => {
    let times = 0;
    new MutationObserver((all) => (times += all.filter(({ addedNodes }) => [...addedNodes].some(({ nodeName }) => nodeName === "svg")).length)).observe(one.shadowRoot!.querySelector(".picture")!, { childList: true });
    for (const home of ["ningbo", "hangzhou", "jiaxing"]) one.setAttribute("home", home);
    one.setAttribute("period", "2015");
    await new Promise((done) => one.addEventListener("change", done, { once: true }));
    await new Promise((done) => setTimeout(done, 300));
    return times;
  });
  expect(drawn).toBe(1);
});

test("an element that is not shown is drawn when it is, and one that is moved is drawn where it stands", async ({ page }) => {
  await show(page, `<div class="none"><duibiao-chart view="${DOCTORS}" ratio="8/5"></duibiao-chart></div><div class="narrow"></div>`);
  await page.waitForTimeout(300);
  await expect(drawing(page)).toHaveCount(0);
  await page.evaluate(() => document.querySelector(".none")!.classList.remove("none"));
  await expect(drawing(page)).toBeVisible();
  await page.evaluate(() => document.querySelector(".narrow")!.append(document.querySelector("duibiao-chart")!));
  await expect(drawing(page)).toHaveAttribute("viewBox", "0 0 400 532");
});

test("its events tell the view, filled, when it is there and when it changes", async ({ page }) => {
  const told = await listen(page);
  await show(page, `<duibiao-chart view="${DOCTORS}" height="400"></duibiao-chart>`);
  await expect.poll(async () => (await told()).length).toBe(1);
  expect((await told())[0]).toEqual({ type: "ready", detail: expect.objectContaining({ lang: "zh", indicator: "doctors-per-1000", home: "wenzhou", chart: "rank-bars", period: "2023" }) });
  await chart(page).evaluate((one) => {
    const chart = one as Chart;
    chart["peers"] = ["ningbo"];
    chart["chart"] = "trend-lines";
    chart["view"] = { indicator: "gdp", home: "hangzhou" };
  });
  await expect.poll(async () => (await told()).length).toBe(2);
  expect((await told())[1]).toEqual({ type: "change", detail: expect.objectContaining({ indicator: "gdp", home: "hangzhou", chart: "trend-lines", peers: ["ningbo"] }) });
  await expect(chart(page)).toHaveAttribute("peers", "ningbo");
  expect(await chart(page).evaluate((one) => [(one as Chart).shown?.home, (one as Chart)["peers"], (one as Chart)["group"]])).toEqual(["hangzhou", ["ningbo"], null]);
  // another size or another theme of the system is no other view
  await page.setViewportSize({ width: 500, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(400);
  expect((await told()).length).toBe(2);
});

test("a click chooses a city: it is told with its figure, the others fade, and once more brings them back", async ({ page }) => {
  const told = await listen(page);
  await page.setViewportSize({ width: 800, height: 900 });
  await show(page, `<duibiao-chart view="${DOCTORS}" height="500"></duibiao-chart>`);
  const bar = drawing(page).locator("[data-region=hangzhou] rect, rect.peer-1").first();
  await bar.hover();
  await expect(chart(page).locator(".tip")).toContainText("杭州");
  await expect(chart(page).locator(".tip")).toContainText("5.00人");
  await bar.click();
  await expect(chart(page)).toHaveAttribute("focus", "hangzhou");
  await expect.poll(async () => (await told()).map(({ type }) => type)).toEqual(["ready", "select", "change"]);
  expect((await told())[1]?.detail).toEqual({ region: "hangzhou", name: "杭州", indicator: "doctors-per-1000", period: "2023", value: expect.closeTo(5.004, 3), text: "5.00人" });
  expect((await told())[2]?.detail).toMatchObject({ focus: "hangzhou" });
  await drawing(page).locator("rect.peer-1").first().click();
  await expect.poll(async () => (await told()).length).toBe(4);
  expect(await chart(page).getAttribute("focus")).toBeNull();
  // the page may say no
  await chart(page).evaluate((one) => one.addEventListener("select", (event) => event.preventDefault()));
  await drawing(page).locator("rect.peer-1").first().click();
  await expect.poll(async () => (await told()).length).toBe(5);
  await page.waitForTimeout(200);
  expect(await chart(page).getAttribute("focus")).toBeNull();
  await page.mouse.move(400, 880);
  await expect(chart(page).locator(".tip")).toBeHidden();
});

test("by keys it is read mark by mark, from home on, and Enter chooses", async ({ page }) => {
  await show(page, `<a href="#x">Before</a><duibiao-chart view="${DOCTORS}" height="500"></duibiao-chart>`);
  await expect(drawing(page)).toBeVisible();
  await page.getByRole("link").focus();
  await page.keyboard.press("Tab");
  const figure = page.getByRole("application", { name: /温州每千人/ });
  await expect(figure).toBeFocused();
  await expect(figure).toHaveAccessibleDescription(/各市.*方向键/);
  const said = chart(page).locator("p[role=status].unseen");
  await expect(said).toHaveText(/^温州，2023年 3\.80人/);
  await page.keyboard.press("ArrowUp");
  await expect(said).toHaveText(/^宁波/);
  await page.keyboard.press("Enter");
  await expect(chart(page)).toHaveAttribute("focus", "ningbo");
  await expect(figure).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(chart(page).locator(".tip")).toBeHidden();
});

test("it follows the system's colours, the page's, and before both its own theme; who needs contrast has it", async ({ page }) => {
  const ground = (n: number): Promise<string> => drawing(page, n).locator("rect.ground").first().evaluate((one) => getComputedStyle(one).fill);
  await page.emulateMedia({ colorScheme: "dark" });
  await show(page, `<duibiao-chart view="${DOCTORS}" height="300"></duibiao-chart><duibiao-chart view="${DOCTORS}" theme="light" class="own" height="300"></duibiao-chart>`);
  for (const n of [0, 1]) await expect(drawing(page, n)).toBeVisible();
  expect(await ground(0)).toBe("rgb(20, 24, 29)");
  expect(await ground(1)).toBe("rgb(250, 240, 230)");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
  await expect.poll(() => ground(0)).toBe("rgb(255, 255, 255)");
  await page.evaluate(() => document.documentElement.removeAttribute("data-theme"));
  await expect.poll(() => ground(0)).toBe("rgb(20, 24, 29)");
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await expect.poll(() => ground(0)).toBe("rgb(255, 255, 255)");
  await expect(drawing(page).locator("text.home").first()).toHaveAttribute("fill", "#b00000");
  // neither the page's colours nor its theme
  await expect.poll(() => ground(1)).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "none", contrast: "more" });
  await expect.poll(() => ground(0)).toBe("rgb(0, 0, 0)");
});

test("colours, letters and their size are the page's where it says so", async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 900 });
  await show(page, `<duibiao-chart view="${DOCTORS}" ratio="8/5" class="own"></duibiao-chart>`);
  await expect(drawing(page)).toHaveAttribute("viewBox", "0 0 640 400");
  expect(await size(drawing(page))).toEqual({ width: 960, height: 600 });
  const home = drawing(page).locator("rect.home").first();
  await expect(home).toHaveCSS("fill", "rgb(1, 2, 3)");
  await expect(drawing(page).locator("rect.peer-1").first()).toHaveCSS("fill", "rgb(29, 78, 137)");
  await expect(drawing(page).locator("text.home").first()).toHaveCSS("font-family", "monospace");
  // what is pointed at is still what is under the pointer
  await home.hover();
  await expect(chart(page).locator(".tip")).toContainText("温州");
});

test("on paper it is light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await show(page, `<duibiao-chart view="${DOCTORS}" height="300"></duibiao-chart>`);
  const ground = drawing(page).locator("rect.ground").first();
  await expect(ground).toHaveAttribute("fill", "#14181d");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(ground).toHaveAttribute("fill", "#ffffff");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(ground).toHaveAttribute("fill", "#14181d");
});

test("a title and a foot of the page stand in the place of the figure's; units and notices stay", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await show(page, `<duibiao-chart view="${DOCTORS}" height="500"><h2 slot="title">My title</h2></duibiao-chart><duibiao-chart view="${DOCTORS}" height="500"><p slot="foot">My foot</p></duibiao-chart>`);
  for (const n of [0, 1]) await expect(drawing(page, n)).toBeVisible();
  await expect(page.getByRole("heading", { name: "My title" })).toBeVisible();
  const [title, source] = [/居全省11市第8位/, /来源：国家统计局/];
  for (const n of [0, 1]) {
    expect(await drawing(page, n).locator("text").allTextContents().then((all) => all.join())).not.toMatch(/居全省|来源/);
    await expect(chart(page, n).locator(".subtitle")).toContainText("单位：人");
    await expect(chart(page, n).locator("summary")).toHaveText("7条说明");
    expect((await size(chart(page, n).locator(".box"))).height).toBe(500);
  }
  await expect(chart(page, 0).locator(".title")).toHaveCount(0);
  await expect(chart(page, 0).locator(".foot")).toContainText(source);
  await expect(chart(page, 1).locator(".title")).toHaveText(title);
  await expect(chart(page, 1).locator(".foot")).not.toContainText(source);
  // and in the picture again when the page takes its own away
  await page.evaluate(() => document.querySelector("h2")!.remove());
  await expect(drawing(page).locator("text").first()).toHaveText(title);
});

for (const [what, file, cause] of [["core", "core.wasm", "missing"], ["catalogue", "catalogue.json", "missing"], ["theme", "data/hospital.json", "missing"]] as const) {
  test(`where the ${what} can't be had, what stands there stays, and it says why`, async ({ page }) => {
    const told = await listen(page);
    host.odd.set(file, 404);
    await show(page, `<duibiao-chart view="${DOCTORS}" height="520">${WHOLE}</duibiao-chart>`);
    await expect(chart(page).getByText("网站上缺文件，图没有取到。")).toBeVisible();
    await expect(page.getByRole("img", { name: /温州/ })).toBeVisible();
    await page.locator("summary").click();
    await expect(page.getByRole("row", { name: /杭州/ })).toContainText("5.00");
    expect(await told()).toEqual([{ type: "error", detail: { file: expect.stringContaining(file.replace("data/", "")), cause, message: "HTTP 404" } }]);
    expect(complaints.splice(0).every((text) => text.includes("404"))).toBe(true);
    // it comes when it can be had and is asked for again
    host.odd.clear();
    await set(page, { home: "ningbo" });
    await expect(drawing(page)).toBeVisible();
    await expect(chart(page).locator(".trouble")).toBeHidden();
  });
}

test("what can't be read is told, and drawn by default or not at all", async ({ page }) => {
  const told = await listen(page);
  await show(page, `<duibiao-chart view="${DOCTORS}" chart="pie" height="400"></duibiao-chart>`);
  await expect(chart(page).getByText("chart：看不懂“pie”，按默认的画。")).toBeVisible();
  await expect(drawing(page)).toBeVisible();
  expect((await told())[0]).toEqual({ type: "error", detail: { file: "chart", cause: "unread", message: expect.stringContaining(`"pie" is not known`) } });
  await set(page, { chart: "rank-bars" });
  await expect(chart(page).locator(".trouble")).toBeHidden();
  // the sentence covers nothing of the figure, whose source stands at its end
  await set(page, { chart: "pie" });
  await expect(chart(page).locator(".trouble")).toBeVisible();
  await expect.poll(async () => (await size(drawing(page))).height + (await size(chart(page).locator(".trouble"))).height).toBe(400);
  await set(page, { view: `{"colour": "red"}`, lang: "en" });
  await expect(chart(page).locator(".trouble")).toBeVisible();
  await expect.poll(async () => (await told()).at(-1)?.detail).toMatchObject({ file: "view", cause: "unread", message: expect.stringContaining(`"colour" is no field of a view`) });
});

test("markup in an attribute stays text", async ({ page }) => {
  const hostile = `<img src=x onerror="document.documentElement.dataset.hacked=''">`;
  await show(page, `<duibiao-chart view="${DOCTORS}" height="400"></duibiao-chart>`);
  await set(page, { title: hostile, home: hostile, chart: hostile });
  await expect(drawing(page).getByText(hostile).first()).toBeAttached();
  await expect(chart(page).locator(".trouble")).toContainText(hostile);
  await expect(page.locator("html[data-hacked]")).toHaveCount(0);
  await expect(chart(page).locator("img")).toHaveCount(0);
});

test("other data are taken from where they are named", async ({ page }) => {
  await show(page, `<duibiao-chart view="${DOCTORS}" data-src="elsewhere" height="400"></duibiao-chart>`);
  await expect(chart(page).locator(".trouble")).toBeVisible();
  expect([...asked]).toContain(`${place}elsewhere/catalogue.json`);
  expect(complaints.splice(0).every((text) => text.includes("404"))).toBe(true);
  await set(page, { "data-src": "data" });
  await expect(drawing(page)).toBeVisible();
});

test("axe finds nothing, light and dark, on the example and beside text of the page", async ({ page }) => {
  await page.goto(`${place}example.html`);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const one of await page.locator("duibiao-chart").all()) {
      await one.scrollIntoViewIfNeeded();
      await expect(one.locator(".picture > svg")).toBeVisible();
    }
    expect(await violations(page)).toEqual([]);
  }
});
