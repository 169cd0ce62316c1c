/**
 * What the browser tests share: a page that is watched for complaints and foreign requests, and how to wait for it.
 *
 * It asserts nothing about any view.
 */
import { test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect, type Locator, type Page };

/** The page of an indicator, on which the figure is alive; below the folder of a language. */
export const INDICATOR = "indicator/doctors-per-1000/";
export const ZH = `zh/${INDICATOR}`;
export const EN = `en/${INDICATOR}`;

/** What a page complained of, and what it asked of others. */
export interface Watch {
  complaints: string[];
  foreign: string[];
}

/** Watches a page from its first request on. */
export function watch(page: Page): Watch {
  const seen: Watch = { complaints: [], foreign: [] };
  page.on("console", (message) => {
    // Playwright itself says so where a test blocks the worker
    if (message.text().startsWith("Service Worker registration blocked")) return;
    // the core that a page preloads is not the one that an address of a further chart takes
    if (/core-\w+\.wasm was preloaded .* but not used/.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning") seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(page.url() === "about:blank" ? request.url() : page.url()).host) {
      seen.foreign.push(request.url());
    }
  });
  return seen;
}

/** Every test fails that makes the page complain or ask somebody else. */
export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ page }, use) => {
      const seen = watch(page);
      await use(seen);
      expect(seen.complaints, "complaints in the console").toEqual([]);
      expect(seen.foreign, "requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

/** The address of a data file, whatever folder it lies in. */
export function pack(name: string): RegExp {
  return new RegExp(`/data/(?:[^?]*/)?${name}\\.json$`);
}

/** Waits until the page answers. */
export async function ready(page: Page): Promise<void> {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** Waits until what comes after the page answers is here: time, reading, listening. */
export async function equipped(page: Page): Promise<void> {
  await page.locator("html[data-equipped]").waitFor({ state: "attached" });
}

/** Opens an address of the site and waits until it answers. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(`./${path}`);
  await ready(page);
}

/** Goes down the opening to its tool, which comes to life when the reader comes near. */
export async function reach(page: Page): Promise<void> {
  await ready(page);
  await page.locator(".tool").scrollIntoViewIfNeeded();
  await expect(canvas(page)).toBeVisible();
}

/** The live picture. */
export function canvas(page: Page): Locator {
  return page.locator("dui-figure canvas");
}

/** All dots of the live picture, as text. */
export function dots(page: Page): Promise<string> {
  return canvas(page).evaluate((element) => (element as HTMLCanvasElement).toDataURL());
}

/** The finding. */
export function title(page: Page): Locator {
  return page.locator("h1#title");
}

/** Opens the sheet of a picker. */
export async function openSheet(page: Page, picker: "indicator" | "home" | "peers"): Promise<Locator> {
  await page.locator(`dui-${picker} [popovertarget]`).click();
  const sheet = page.locator(`#dui-${picker}-sheet`);
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Chooses an entry by its id. */
export async function pick(page: Page, picker: "indicator" | "home" | "peers", id: string): Promise<void> {
  const sheet = await openSheet(page, picker);
  await sheet.locator(`[id="dui-${picker}-${id}"]`).click();
  if (picker === "peers") await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

/** Opens the menu of further charts. */
export async function openCharts(page: Page): Promise<Locator> {
  await page.locator("#tab-more").click();
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  return menu;
}

/** Chooses a chart by its tab, or out of the menu. */
export async function show(page: Page, chart: string): Promise<void> {
  const tab = page.locator(`#tab-${chart}`);
  if ((await tab.count()) > 0) await tab.click();
  else await (await openCharts(page)).locator(`[data-chart=${chart}]`).click();
}

/** Path and query of the address, below the site's root. */
export function where(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname.replace(/^.*?\/(?=zh|en)/, "") + search);
}
