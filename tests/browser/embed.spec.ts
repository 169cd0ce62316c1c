/** Figures in frames on pages of others: a host of its own, whose policy allows nothing inline. */
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { violations } from "./axe";
import { Host, kept, NOTHING } from "./host";

const SHEET = `body { margin: 0 } iframe { display: block } .by-ratio { width: 100%; height: auto; aspect-ratio: 8 / 5 }`;
const DOCTORS = "lang=zh&indicator=doctors-per-1000";
const GDP = "lang=en&indicator=gdp&chart=trend-lines&home=ningbo";

let host: Host;
let place = "";
let site = "";
const asked = new Set<string>();
const complaints: string[] = [];

test.beforeEach(async ({ page, baseURL }) => {
  site = new URL(baseURL ?? "").href;
  const { origin } = new URL(site);
  host = new Host(`default-src 'none'; script-src ${origin}; style-src 'self'; img-src data:; frame-src ${origin}; base-uri 'none'`, SHEET);
  place = await host.start();
  asked.clear();
  complaints.length = 0;
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});

test.afterEach(() => {
  host.stop();
  expect(complaints, "complaints in the console").toEqual([]);
  const known = [place, site].map((address) => new URL(address).origin);
  expect([...asked].filter((origin) => !known.includes(origin) && origin !== "null"), "requests to other hosts").toEqual([]);
});

/** The two lines that are pasted, with other attributes. */
function code(query: string, more = ""): string {
  return `<iframe class="duibiao" src="${site}embed/?${query.replaceAll("&", "&amp;")}" title="A figure" ${more}></iframe><script src="${site}embed.js" async></script>`;
}

/** Opens the host with this body, and waits until each of its figures is drawn. */
async function show(page: Page, ...parts: string[]): Promise<FrameLocator[]> {
  host.body = parts.join("<p>Text of the host.</p>");
  await page.goto(place);
  const frames = parts.map((_, i) => page.frameLocator("iframe.duibiao").nth(i));
  for (const frame of frames) await frame.locator("html[data-ready]").waitFor({ state: "attached" });
  return frames;
}

/** The heights of the frames, and of what is in them. */
async function heights(page: Page): Promise<{ frame: number; content: number }[]> {
  const frames = await page.locator("iframe.duibiao").all();
  return Promise.all(frames.map(async (frame) => ({
    frame: await frame.evaluate((one) => one.clientHeight),
    content: await frame.contentFrame().locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height)),
  })));
}

/** Every frame is as high as what is in it. */
async function fits(page: Page): Promise<number[]> {
  await expect.poll(async () => (await heights(page)).every(({ frame, content }) => frame === content), { message: "a frame as high as its content" }).toBe(true);
  return (await heights(page)).map(({ frame }) => frame);
}

/** How much of the host was moved, by what the browser itself measures. */
function moved(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((done) => {
    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0))).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(0), 500);
  }));
}

test("two frames each get the height of their own figure, and another one when their width changes", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 1400 });
  const [first, second] = await show(page, code(DOCTORS, `width="100%"`), code(GDP, `width="500"`));
  await expect(first!.getByRole("heading", { level: 1 })).toContainText("温州");
  await expect(second!.getByRole("heading", { level: 1 })).toContainText("Ningbo");
  const [wide, narrow] = await fits(page);
  expect(wide).toBeGreaterThan(560);
  expect(wide).toBeLessThan(620);
  expect(narrow).not.toBe(wide);
  await page.setViewportSize({ width: 700, height: 1400 });
  await expect.poll(async () => (await fits(page))[0]).toBeLessThan(500);
  await page.setViewportSize({ width: 320, height: 1400 });
  await expect.poll(async () => (await fits(page))[0]).toBeGreaterThan(570);
  expect((await fits(page))[1]).toBe(narrow);
  expect(await first!.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
});

for (const [how, more] of [["a width and a height", `width="720" height="520"`], ["its whole width and a height", `width="100%" height="520"`], ["a ratio", `class="duibiao by-ratio"`]] as const) {
  test(`a frame with ${how} moves nothing of its host`, async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 900 });
    await show(page, code(DOCTORS, more).replace(more.startsWith("class") ? `class="duibiao" ` : "\0", ""), code(GDP, `width="720" height="520"`));
    await fits(page);
    expect(await moved(page)).toBe(0);
  });
}

test("a frame by ratio goes on having its ratio", async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 900 });
  await show(page, code(DOCTORS).replace(`class="duibiao"`, `class="duibiao by-ratio"`));
  expect(await fits(page)).toEqual([600]);
  await page.setViewportSize({ width: 720, height: 900 });
  await expect.poll(async () => (await fits(page))[0]).toBe(450);
});

test("a frame follows the system, then what its host says, unless its address names a theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const [free, bound] = await show(page, code(DOCTORS), code(`${GDP}&theme=light`));
  const ground = (frame: FrameLocator): Promise<string | null> => frame.locator("svg > rect").first().getAttribute("fill");
  const dark = await ground(free!);
  expect(dark).not.toBe("#ffffff");
  await expect(free!.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await ground(bound!)).toBe("#ffffff");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
  await expect(free!.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await ground(free!)).toBe("#ffffff");
  await page.evaluate(() => document.documentElement.removeAttribute("data-theme"));
  await expect(free!.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect(free!.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await bound!.locator("html").getAttribute("data-theme")).toBe("light");
});

test("who needs contrast keeps it in a dark host", async ({ page }) => {
  await page.emulateMedia({ contrast: "more" });
  const [frame] = await show(page, code(DOCTORS));
  await expect(frame!.locator("html")).toHaveAttribute("data-theme", "contrast");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await expect(frame!.locator("html")).toHaveAttribute("data-theme", "contrast-dark");
});

test("on paper a figure is light, and dark again on the screen after it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const [frame] = await show(page, code(DOCTORS));
  const ground = frame!.locator("svg > rect").first();
  const dark = await ground.getAttribute("fill");
  await frame!.locator("html").evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(ground).toHaveAttribute("fill", "#ffffff");
  await frame!.locator("html").evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(ground).toHaveAttribute("fill", dark ?? "");
});

test("in a sandbox that gives it no origin a frame works all the same, with every chart", async ({ page }) => {
  const [first, second] = await show(page, code(DOCTORS, `sandbox="allow-scripts" width="100%"`), code("lang=zh&indicator=gdp-per-head&chart=map", `sandbox="allow-scripts" width="100%"`));
  await expect(first!.locator("svg[role=img]")).toBeVisible();
  await expect(second!.locator("svg [data-region=ningbo] path").first()).toBeAttached();
  expect(await first!.locator("html").evaluate(() => origin)).toBe("null");
  await fits(page);
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await expect(first!.locator("html")).toHaveAttribute("data-theme", "dark");
  // the letters came, too: fonts are only had with a word from the server
  expect(await first!.locator("html").evaluate(async () => [...(await document.fonts.load(`16px "Duibiao Sans"`))].length)).toBeGreaterThan(0);
});

test("nothing is kept: no cookie, no storage, no worker", async ({ page, context }) => {
  const [frame] = await show(page, code(DOCTORS, `width="100%"`));
  expect(await kept(frame!.locator("html"))).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
  // nor does its script know how
  const own = await frame!.locator("script[src*=embed]").getAttribute("src");
  const script = await (await page.request.get(new URL(own ?? "", `${site}embed/`).href)).text();
  expect(script).not.toMatch(/localStorage|sessionStorage|indexedDB|serviceWorker|\.cookie/);
});

test("a frame takes messages of its host alone, and of the form that is agreed", async ({ page }) => {
  const [frame] = await show(page, code(DOCTORS));
  const html = frame!.locator("html");
  await expect(html).toHaveAttribute("data-theme", "light");
  await html.evaluate(() => window.postMessage({ type: "duibiao:theme", theme: "dark" }, "*"));
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe")!;
    for (const data of [null, "dark", 7, { theme: "dark" }, { type: "duibiao:theme" }, { type: "duibiao:theme", theme: { dark: true } }]) contentWindow?.postMessage(data, "*");
  });
  await page.waitForTimeout(200);
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("the host's script gives a height only to the frame that asks for it, and only a sensible one", async ({ page }) => {
  const [, second] = await show(page, code(DOCTORS, `width="100%"`), code(GDP, `width="100%"`));
  const before = await fits(page);
  const say = (data: unknown): Promise<void> => second!.locator("html").evaluate((_, one) => parent.postMessage(one, "*"), data);
  for (const data of [null, "x", { type: "duibiao:height" }, { type: "duibiao:height", id: "a", height: "900" }, { type: "duibiao:height", id: "a", height: -1 }, { type: "duibiao:height", id: "a", height: 1e9 }, { type: "other", id: "a", height: 300 }]) await say(data);
  await page.evaluate(() => postMessage({ type: "duibiao:height", id: "a", height: 300 }, "*"));
  await page.waitForTimeout(200);
  expect(await page.locator("iframe").evaluateAll((all) => all.map(({ clientHeight }) => clientHeight))).toEqual(before);
  await say({ type: "duibiao:height", id: "a", height: 777 });
  await expect.poll(() => page.locator("iframe").evaluateAll((all) => all.map(({ clientHeight }) => clientHeight))).toEqual([before[0], 777]);
});

test("a figure tells its height once for each size", async ({ page }) => {
  host.body = "";
  await page.goto(place);
  const told = await page.evaluate(async (src) => {
    const all: unknown[] = [];
    addEventListener("message", ({ data }) => all.push(data));
    const frame = Object.assign(document.createElement("iframe"), { src, width: "700", height: "300" });
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 4000));
    frame.width = "690";
    await new Promise((done) => setTimeout(done, 1000));
    return all;
  }, `${site}embed/?${DOCTORS}&id=mine`);
  expect(told).toEqual([{ type: "duibiao:height", id: "mine", height: expect.any(Number) }, { type: "duibiao:height", id: "mine", height: expect.any(Number) }]);
});

test("the way to the full view leads to this very view, in a tab of its own", async ({ page, context }) => {
  const [frame] = await show(page, code(`${GDP}&period=2015&theme=dark&data=00000000`));
  const full = frame!.getByRole("link", { name: "duibiao – full view" });
  await expect(full).toHaveAttribute("href", `${site}en/indicator/gdp/?home=ningbo&chart=trend-lines&period=2015`);
  const [tab] = await Promise.all([context.waitForEvent("page"), full.click()]);
  await tab.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(tab.locator("h1#title")).toContainText("Ningbo");
  expect(page.url()).toBe(place);
});

test("an address that names other data says that there are newer ones, and draws them", async ({ page }) => {
  const now = ((await (await page.request.get(`${site}embed/`)).text()).match(/data-data="data\/(\w+)\//) ?? [])[1];
  const [old, fresh] = await show(page, code(`${DOCTORS}&data=00000000`), code(`${GDP}&data=${now}`));
  await expect(old!.getByRole("link", { name: "数据已更新：打开" })).toHaveAttribute("href", `${site}zh/indicator/doctors-per-1000/`);
  await expect(old!.locator("svg[role=img]")).toBeVisible();
  await expect(fresh!.locator(".newer")).toBeHidden();
});

test("what the figure shows is a table for who does not see it, and axe finds nothing", async ({ page }) => {
  for (const query of [DOCTORS, `${GDP}&theme=dark`]) {
    await page.goto(`${site}embed/?${query}&data=00000000`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const table = page.getByRole("table");
    await expect(table.getByRole("row").nth(1)).toContainText(/\d/);
    await expect(table.getByRole("rowheader").first()).toHaveText(/./);
    expect(await violations(page)).toEqual([]);
  }
});

test("markup in the address stays text, and what nobody knows is told in the picture", async ({ page }) => {
  const hostile = `<img src=x onerror="document.documentElement.dataset.hacked=''">`;
  for (const name of ["title", "home", "peers", "lang", "indicator", "data", "id", "theme"]) {
    await page.goto(`${site}embed/?${DOCTORS}&${name}=${encodeURIComponent(hostile)}`.replace(name === "indicator" ? /indicator=doctors-per-1000&/ : /\0/, ""));
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await expect(page.locator("html[data-hacked], img")).toHaveCount(0);
    await expect(page.locator("svg[role=img]")).toBeVisible();
  }
});

test("a figure that does not come says why and leaves the way to the site", async ({ page }) => {
  await page.route("**/hospital.json", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site}embed/?${DOCTORS}&home=ningbo`);
  await expect(page.getByRole("alert")).toHaveText("网站上缺文件，图没有取到。");
  await expect(page.getByRole("link")).toHaveAttribute("href", `${site}zh/indicator/doctors-per-1000/?home=ningbo`);
  expect(complaints.join()).toContain("404");
  complaints.length = 0;
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("a frame is a link to the site", async ({ page }) => {
    await page.goto(`${site}embed/?${DOCTORS}`);
    await expect(page.locator("noscript p").last()).toContainText("drawn by JavaScript");
    for (const link of await page.locator("a").all()) await expect(link).toHaveAttribute("href", "../");
    await expect(page.locator("noscript a").first()).toBeVisible();
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  });
});
