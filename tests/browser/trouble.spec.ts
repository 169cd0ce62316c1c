/** What a reader sees when something does not come: the picture and the table stay, and a message says why. */
import { test as plain } from "@playwright/test";
import { expect, open, openSheet, title } from "./open";

plain("wasm that is refused", async ({ page }) => {
  await page.route("**/core-*.wasm", (route) => route.abort());
  await page.goto("./zh/");
  const message = page.getByRole("alert");
  await expect(message).toContainText("交互功能没有启动");
  await expect(message).toContainText(".wasm");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await page.locator(".records summary").click();
  await expect(page.locator(".records tr.home")).toBeVisible();
  await expect(page.locator("html[data-ready]")).toHaveCount(0);
});

plain("a browser without WebAssembly", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("./en/");
  await expect(page.getByRole("alert")).toContainText("did not start");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});

plain("a catalogue that is broken", async ({ page }) => {
  await page.route("**/data/catalogue.json", (route) => route.fulfill({ body: "{\"regions\": [" }));
  await page.goto("./zh/");
  const message = page.getByRole("alert");
  await expect(message).toContainText("数据没有取到");
  await expect(message).toContainText("data/catalogue.json");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});

plain("a data file that is missing is named, and trying again helps when it is back", async ({ page }) => {
  await page.route("**/data/hospital.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("./zh/");
  const message = page.getByRole("alert");
  await expect(message).toContainText("data/hospital.json");
  await expect(message).toContainText("404");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await page.unroute("**/data/hospital.json");
  await message.getByRole("button").click();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(message).toBeHidden();
});

plain("a later data file that is broken leaves the figure that was there", async ({ page }) => {
  await open(page, "zh/");
  const before = await title(page).innerText();
  await page.route("**/data/economy.json", (route) => route.fulfill({ body: "not json" }));
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("地区生产总值");
  await sheet.getByRole("option", { name: "地区生产总值", exact: true }).click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("data/economy.json");
  expect(await title(page).innerText()).toBe(before);
  await page.unroute("**/data/economy.json");
  await message.getByRole("button").click();
  await expect(title(page)).toContainText("地区生产总值");
  await expect(message).toBeHidden();
});
