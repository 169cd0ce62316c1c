/** An address that leads nowhere: it is kept, what it names is named, and what is near is offered. */
import type { Page } from "@playwright/test";
import { expect, test, type Watch } from "./open";

/** Goes where nothing is; the browser's own word about the 404 is no complaint of the page. */
async function lost(page: Page, path: string, watched: Watch): Promise<void> {
  const answer = await page.goto(new URL(path, new URL("/", process.env["DUIBIAO_URL"] ?? "http://127.0.0.1:4173/")).href);
  expect(answer?.status()).toBe(404);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  watched.complaints = watched.complaints.filter((text) => !text.includes("404"));
}

test("an indicator that is misspelt is named, and its own is offered", async ({ page, watched }) => {
  await lost(page, "zh/indicator/hospitl-beds/?home=ningbo", watched);
  const box = page.locator(".lost[data-lang=zh] .nearest");
  await expect(box.locator("code")).toHaveText("hospitl-beds");
  expect(page.url()).toContain("zh/indicator/hospitl-beds/?home=ningbo");
  await expect(page.locator(".lost[data-lang=en]")).toBeHidden();
  await box.getByRole("link").first().click();
  await expect(page).toHaveURL(/zh\/indicator\/hospital-beds\/$/);
});

test("a city that is misspelt is offered in the address's language", async ({ page, watched }) => {
  await lost(page, "en/city/wenzou/", watched);
  await expect(page).toHaveTitle(/^This page does not exist/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator(".lost[data-lang=zh]")).toBeHidden();
  await page.getByRole("link", { name: "Wenzhou", exact: true }).click();
  await expect(page).toHaveURL(/en\/city\/wenzhou\/$/);
});

test("hostile letters in the address stay text", async ({ page, watched }) => {
  await lost(page, `zh/indicator/${encodeURIComponent('<img src=x onerror="document.title=1">')}/`, watched);
  await expect(page.locator(".nearest code")).toContainText("<img src=x");
  await expect(page.locator("main img")).toHaveCount(0);
});

test("every indicator can be reached by its theme", async ({ page, watched }) => {
  await lost(page, "nothing/at/all", watched);
  await page.locator(".lost[data-lang=zh] summary").filter({ hasText: "经济" }).click();
  await page.getByRole("link", { name: "地区生产总值", exact: true }).click();
  await expect(page).toHaveURL(/zh\/indicator\/gdp\/$/);
});
