/** The dialog for sharing a view: what it gives to take along, by pointer, finger and keys. */
import { COLOURS, violations } from "./axe";
import { Host } from "./host";
import { EN, equipped, expect, type Locator, open, type Page, show, test, where, ZH } from "./open";

const button = (page: Page) => page.locator("dui-downloads .sharing");
const dialog = (page: Page) => page.locator("dialog.share");

/** Opens a page, and the dialog on it. */
async function opened(page: Page, path: string): Promise<Locator> {
  await open(page, path);
  await equipped(page);
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
  return dialog(page);
}

/** The text under a name. */
function field(page: Page, name: string): Locator {
  return dialog(page).getByRole("textbox", { name, exact: true });
}

/** The code for one kind of page. */
async function code(page: Page, kind: "frame" | "short" | "full" | "figure"): Promise<string> {
  await dialog(page).locator("#share-kind").selectOption(kind);
  return dialog(page).locator(".kind ~ .entry textarea").first().inputValue();
}

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("each text is copied as it stands, and the button says so", async ({ page }) => {
  const box = await opened(page, `${ZH}?home=ningbo&period=2020`);
  const take = async (name: string): Promise<void> => {
    const copy = box.getByRole("button", { name: `复制 ${name}`, exact: true });
    await copy.click();
    await expect(copy.locator("xpath=..").getByRole("status")).toHaveText("已复制");
    expect(await copied(page), name).toBe(await field(page, name).inputValue());
  };
  for (const name of ["链接", "图片地址", "GB/T 7714", "BibTeX"]) await take(name);
  const all = new Set<string>();
  for (const kind of ["框架", "组件（短）", "组件（全）", "图片"]) {
    await box.getByRole("combobox", { name: "方式" }).selectOption({ label: kind });
    await take("嵌入代码");
    all.add(await copied(page));
  }
  expect(all.size).toBe(4);
});

test("the link is this very view, as the address has it", async ({ page }) => {
  await open(page, EN);
  await equipped(page);
  await show(page, "trend-lines");
  await expect.poll(() => where(page)).toContain("chart=trend-lines");
  await button(page).click();
  await expect(field(page, "Link")).toHaveValue(page.url());
  await page.keyboard.press("Escape");
  await page.locator("#tab-table").click();
  await button(page).click();
  await expect(field(page, "Link")).toHaveValue(page.url());
  expect(page.url()).toMatch(/#table$/);
});

test("the frame of the embed code shows this very view, with the data of today", async ({ page, context }) => {
  await opened(page, `${EN}?home=ningbo&chart=map&period=2020`);
  const framed = await code(page, "frame");
  const root = page.url().replace(/en\/.*$/, "");
  expect(framed.split("\n")[1]).toBe(`<script src="${root}embed.js" async></script>`);
  const read = await page.evaluate((markup) => {
    const frame = new DOMParser().parseFromString(markup, "text/html").querySelector("iframe");
    return { src: frame?.src ?? "", title: frame?.title, kind: frame?.className };
  }, framed);
  expect(read.kind).toBe("duibiao");
  expect(read.title).toBe(await page.locator("h1#title").textContent());
  const version = await page.locator("html").getAttribute("data-data");
  expect(read.src).toBe(`${root}embed/?lang=en&indicator=doctors-per-1000&home=ningbo&chart=map&period=2020&data=${version?.split("/")[1]}`);
  const tab = await context.newPage();
  await tab.goto(read.src);
  await tab.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText(read.title ?? "");
  await expect(tab.locator(".newer")).toBeHidden();
  await expect(tab.getByRole("link", { name: "duibiao – full view" })).toHaveAttribute("href", page.url());
});

for (const kind of ["short", "full"] as const) {
  test(`the ${kind} code of the element draws this very view on a page of others, under its policy`, async ({ page, context, baseURL }) => {
    await opened(page, `${EN}?home=ningbo&chart=map&period=2020`);
    const pasted = await code(page, kind);
    const { origin } = new URL(baseURL ?? "");
    const host = new Host(`default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src ${origin} data:; style-src 'self'`, "");
    host.body = pasted;
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await tab.route("**/duibiao-chart.js", (route) => route.abort());
    const place = await host.start();
    await tab.goto(place);
    // before the script: the default view's picture, or this one with its table
    await expect(tab.getByRole("img", { name: kind === "short" ? /Wenzhou/ : /2020.*Ningbo|Ningbo.*2020/ })).toBeVisible();
    expect(await tab.locator("duibiao-chart table").count()).toBe(kind === "short" ? 0 : 1);
    await tab.unroute("**/duibiao-chart.js");
    complaints.length = 0;
    await tab.goto(place);
    const chart = tab.locator("duibiao-chart");
    await expect(chart.locator(".picture > svg [data-region=ningbo] path").first()).toBeAttached();
    expect(await chart.evaluate((one) => (one as unknown as { shown: object }).shown)).toMatchObject({ lang: "en", indicator: "doctors-per-1000", home: "ningbo", chart: "map", period: "2020" });
    expect(complaints).toEqual([]);
    host.stop();
  });
}

test("the picture at the fixed address is there, and is told apart from another view", async ({ page, request }) => {
  const box = await opened(page, ZH);
  const picture = await field(page, "图片地址").inputValue();
  expect(picture).toMatch(/\/charts\/zh\/doctors-per-1000\.svg$/);
  expect((await request.get(picture)).ok()).toBe(true);
  await expect(box.getByText("默认视图")).toHaveCount(0);
  const usual = await code(page, "figure");
  await page.keyboard.press("Escape");
  await show(page, "trend-lines");
  await button(page).click();
  await expect(box.getByText("默认视图")).toBeVisible();
  // its words are those of the picture, not of the view
  const other = await code(page, "figure");
  const words = (markup: string): Promise<(string | null | undefined)[]> => page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const image = parsed.querySelector("figure > a[href] > img");
    return [image?.getAttribute("src"), image?.getAttribute("alt"), image?.getAttribute("width"), parsed.querySelector("figcaption")?.textContent];
  }, markup);
  expect(await words(other)).toEqual(await words(usual));
  expect((await words(usual))[1]).toContain("温州");
});

test("a citation says who, what, which data, when and where", async ({ page }) => {
  await opened(page, ZH);
  const version = (await page.locator("html").getAttribute("data-data"))?.split("/")[1];
  const title = await page.locator("h1#title").textContent();
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  await expect(field(page, "GB/T 7714")).toHaveValue(`对标. ${title}：数据版本 ${version}[DS/OL]. [${today}]. ${page.url()}.`);
  await expect(field(page, "BibTeX")).toHaveValue(new RegExp(`^@misc\\{duibiao-doctors-per-1000-${version},\\n[^]*note = \\{数据版本 ${version}，引用日期 ${today}\\}`));
});

test("a server that says since when it has the data has its date in the citation", async ({ page }) => {
  await page.route("**/catalogue.json", (route) =>
    route.request().method() === "HEAD" ? route.fulfill({ headers: { "Last-Modified": "Fri, 20 Nov 2026 12:00:00 GMT" } }) : route.continue());
  await opened(page, ZH);
  await expect(field(page, "GB/T 7714")).toHaveValue(/\[DS\/OL\]\. \(2026-11-20\)\[/);
  await expect(field(page, "BibTeX")).toHaveValue(/year = \{2026\}/);
});

test("the code to scan is black on white in the dark, too, and named by the address", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const box = await opened(page, EN);
  const code = box.getByRole("img", { name: `QR code: ${page.url()}` });
  await expect(code).toBeVisible();
  await expect(code.locator("rect")).toHaveCSS("fill", "rgb(255, 255, 255)");
  await expect(code.locator("path")).toHaveCSS("fill", "rgb(0, 0, 0)");
});

test("where the clipboard is refused the text is selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  const box = await opened(page, ZH);
  await box.getByRole("button", { name: "复制 链接", exact: true }).click();
  await expect(box.getByRole("status").first()).toContainText("Ctrl+C");
  const link = field(page, "链接");
  await expect(link).toBeFocused();
  expect(await link.evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd))).toBe(await link.inputValue());
});

test("by keys alone: it opens, copies, and gives the focus back when Escape closes it", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  await page.locator("dui-take .taking").focus();
  await page.keyboard.press("Tab");
  await expect(button(page)).toBeFocused();
  await page.keyboard.press("Enter");
  const copy = dialog(page).getByRole("button", { name: "复制 链接", exact: true });
  await expect(copy).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("status").first()).toHaveText("已复制");
  expect(await copied(page)).toBe(page.url());
  await page.keyboard.press("Tab");
  await expect(field(page, "链接")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
});

test("it closes by its button and by a click beside it", async ({ page }) => {
  const box = await opened(page, EN);
  await box.getByRole("button", { name: "Close" }).click();
  await expect(box).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await button(page).click();
  await expect(box).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(box).toHaveCount(0);
});

for (const theme of ["light", "dark", "contrast", "contrast-dark"]) {
  test(`axe finds nothing in the dialog, ${theme}`, async ({ page }) => {
    await opened(page, `${theme === "light" ? ZH : EN}?chart=trend-lines&theme=${theme}`);
    expect(await violations(page, theme === "light" ? [] : COLOURS)).toEqual([]);
  });
}

for (const path of [ZH, EN]) {
  test(`on the narrowest phone everything of ${path} is within reach and large enough`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, serviceWorkers: "block", ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    const box = await opened(page, `${path}?home=ningbo&peers=hangzhou,wenzhou,shaoxing&chart=trend-lines`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    for (const one of [button(page), ...(await box.getByRole("button").all())]) {
      const { width = 0, height = 0 } = (await one.boundingBox()) ?? {};
      expect(Math.min(width, height), await one.textContent() ?? "").toBeGreaterThanOrEqual(44);
    }
    await box.getByRole("img").scrollIntoViewIfNeeded();
    const code = await box.getByRole("img").boundingBox();
    expect(code!.x).toBeGreaterThanOrEqual(0);
    expect(code!.x + code!.width).toBeLessThanOrEqual(320);
    await context.close();
  });
}

test("where the dialog can't be had the button says so, and works when it can", async ({ page, watched }) => {
  await page.route("**/share-*.js", (route) => route.abort());
  await open(page, ZH);
  await equipped(page);
  await button(page).click();
  await expect(button(page)).toHaveText("分享：再试一次");
  await page.unroute("**/share-*.js");
  watched.complaints.length = 0;
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
  await expect(button(page)).toHaveText("分享");
});

test("a hostile title stays text in every code", async ({ page }) => {
  const hostile = `"><img src=x onerror="document.documentElement.dataset.hacked=''">}`;
  const box = await opened(page, `${ZH}?title=${encodeURIComponent(hostile)}`);
  await expect(page.locator("html[data-hacked]")).toHaveCount(0);
  await expect(box.locator("img, iframe, script")).toHaveCount(0);
  const parsed = async (kind: "frame" | "short" | "full" | "figure") => page.evaluate((markup) => {
    const { body } = new DOMParser().parseFromString(markup, "text/html");
    const view = new URLSearchParams(body.querySelector("duibiao-chart")?.getAttribute("view") ?? "");
    return { frame: body.querySelector("iframe")?.title, view: view.get("title"), odd: body.querySelectorAll("img[src=x], [onerror], [style]").length, drawn: body.querySelector("svg")?.textContent };
  }, await code(page, kind));
  expect(await parsed("frame")).toMatchObject({ frame: hostile, odd: 0 });
  expect(await parsed("short")).toMatchObject({ view: hostile, odd: 0 });
  expect(await parsed("full")).toMatchObject({ view: hostile, odd: 0, drawn: expect.stringContaining("onerror") });
  expect(await parsed("figure")).toMatchObject({ odd: 0 });
  await expect(field(page, "BibTeX")).toHaveValue(/\\textbraceright\{\}\}\},\n/);
});
