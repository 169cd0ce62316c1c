/** A visitor's way from a finding on the opening to a picture taken along: by pointer, by touch, by keyboard alone. */
import { readFileSync } from "node:fs";
import type { Download } from "@playwright/test";
import { expect, ready, test, title, type Page } from "./open";

/** The first eight bytes of every PNG. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What was downloaded is a picture of some size, named after what it shows. */
async function isPicture(download: Download, home: string): Promise<void> {
  expect(download.suggestedFilename()).toMatch(new RegExp(`${home}.*\\.png$`));
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 8)]).toEqual(PNG);
  expect(bytes.readUInt32BE(16)).toBe(1920);
}

/** The finding of the first tile, as it is said there. */
async function finding(page: Page): Promise<string> {
  return (await page.locator("a.tile .say").first().textContent()) ?? "";
}

/** Presses Tab until the focus is on what is wanted; a visitor would give up after so many. */
async function tabTo(page: Page, wanted: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return;
  }
  throw new Error(`${wanted}: not reached by ${most} presses of Tab`);
}

for (const [lang, home] of [["zh", "温州"], ["en", "Wenzhou"]] as const) {
  test(`by pointer, in ${lang}`, async ({ page }) => {
    await page.goto(`./${lang}/`);
    const said = await finding(page);
    await page.locator("a.tile").first().click();
    await ready(page);
    expect(said).toContain(home);
    await expect(title(page)).toContainText(home);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PNG" }).click()]);
    await isPicture(download, home);
  });

  test(`by touch, in ${lang}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await page.goto(`./${lang}/`);
    await page.locator("a.tile").first().tap();
    await ready(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PNG" }).tap()]);
    await isPicture(download, home);
    await context.close();
  });

  test(`by keyboard alone, in ${lang}`, async ({ page }) => {
    await page.goto(`./${lang}/`);
    await tabTo(page, "a.tile");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/indicator\//);
    await ready(page);
    await tabTo(page, "dui-downloads button:nth-of-type(2)");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await isPicture(download, home);
  });
}
