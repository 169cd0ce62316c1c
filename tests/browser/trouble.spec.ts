/** What a reader sees when something does not come: the picture and the table stay, and a message says why. */
import { test as plain } from "@playwright/test";
import { dots, EN, expect, open, openSheet, pack, ready, title, ZH } from "./open";

plain("wasm that is refused", async ({ page }) => {
  await page.route("**/core-*.wasm", (route) => route.abort());
  await page.goto(`./${ZH}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("交互功能没有启动");
  await expect(message).toContainText(".wasm");
  await expect(message).toContainText("照样能看");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await page.locator(".records summary").click();
  await expect(page.locator(".records tr.home")).toBeVisible();
  await expect(page.locator("html[data-ready]")).toHaveCount(0);
});

/** A gate to the network answers with a page of its own; a line breaks in the middle. */
for (const [what, body] of [["a page of others", "<!DOCTYPE html><p>log in"], ["cut off", "\0asm\x01\0\0\0\x01\x85"]] as const) {
  plain(`wasm that is ${what} is said to be broken, not forbidden, and what the address chose not to be applied`, async ({ page }) => {
    await page.route("**/core-*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from(body, "latin1") }));
    await page.goto(`./${ZH}?home=hangzhou`);
    const message = page.getByRole("alert");
    await expect(message).toContainText("文件坏了，或没有取全");
    await expect(message).toContainText("网址里选的没有用上");
    await page.goto(`./${ZH}`);
    await expect(message).toContainText("文件坏了，或没有取全");
    await expect(message).not.toContainText("网址里选的");
  });
}

plain("tools that do not come say nothing of the address, which was followed", async ({ page }) => {
  await page.route("**/tools-*.js", (route) => route.abort());
  await open(page, `${ZH}?home=hangzhou`);
  await expect(title(page)).toContainText("杭州");
  await page.locator("#tab-more").click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("tools-");
  await expect(message).not.toContainText("网址里选的");
});

plain("a browser without WebAssembly", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(`./${EN}`);
  await expect(page.getByRole("alert")).toContainText("did not start");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});

plain("a catalogue that is broken", async ({ page }) => {
  await page.route(pack("catalogue"), (route) => route.fulfill({ body: "{\"regions\": [" }));
  await page.goto(`./${ZH}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("数据没有取到");
  await expect(message).toContainText("catalogue.json");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});

plain("a data file that is missing is named, and trying again helps when it is back", async ({ page }) => {
  await page.route(pack("hospital"), (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`./${ZH}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("hospital.json");
  await expect(message).toContainText("404");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await page.unroute(pack("hospital"));
  await message.getByRole("button", { name: "再试一次" }).click();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(message).toBeHidden();
});

plain("a later data file that is broken leaves the figure that was there", async ({ page }) => {
  await open(page, ZH);
  const before = await title(page).innerText();
  await page.route(pack("economy"), (route) => route.fulfill({ body: "not json" }));
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("地区生产总值");
  await sheet.getByRole("option", { name: "地区生产总值", exact: true }).click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("economy.json");
  expect(await title(page).innerText()).toBe(before);
  await page.unroute(pack("economy"));
  await message.getByRole("button", { name: "再试一次" }).click();
  await expect(title(page)).toContainText("地区生产总值");
  await expect(message).toBeHidden();
});

plain("until a data file has come the page is that of the old view in all its parts; Back is a way out", async ({ page }) => {
  await open(page, "zh/indicator/gdp/");
  const before = { title: await title(page).innerText(), dots: await dots(page), picked: await page.locator("dui-indicator .value").innerText() };
  await page.route(pack("hospital"), (route) => route.fulfill({ status: 503, body: "" }));
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("医院床位数");
  await sheet.getByRole("option", { name: "医院床位数", exact: true }).click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("hospital.json");
  await page.evaluate(() => dispatchEvent(new Event("resize")));
  await page.waitForTimeout(200);
  await expect(page.locator(".state")).toHaveCount(0);
  expect(await title(page).innerText()).toBe(before.title);
  expect(await page.locator("dui-indicator .value").innerText()).toBe(before.picked);
  expect(await dots(page) === before.dots, "the picture is the old one").toBe(true);
  await page.goBack();
  await expect(message).toBeHidden();
  expect(await title(page).innerText()).toBe(before.title);
});

plain("a message can be put away, and the page stays readable", async ({ page }) => {
  await page.route(pack("hospital"), (route) => route.abort());
  await page.goto(`./${ZH}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("hospital.json");
  await message.getByRole("button", { name: "关闭" }).click();
  await expect(message).toBeHidden();
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});

plain("a file that ends in the middle is told as broken, and is asked for again", async ({ page }) => {
  let cut = true;
  await page.route(pack("hospital"), async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({ status: 200, contentType: "application/json", body: cut ? body.slice(0, body.length / 2) : body });
  });
  await page.goto(`./${EN}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("only in part");
  await expect(message).toContainText("hospital.json");
  cut = false;
  await message.getByRole("button", { name: "Try again" }).click();
  await ready(page);
  await expect(message).toBeHidden();
});

plain("offline says so, names what can still be chosen, and goes on by itself when the network is back", async ({ page, context }) => {
  await open(page, ZH);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await context.setOffline(true);
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("地区生产总值");
  await sheet.getByRole("option", { name: "地区生产总值", exact: true }).click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("没有网络");
  await expect(message).toContainText("卫生资源");
  await expect(title(page)).toContainText("医师");
  await context.setOffline(false);
  await expect(title(page)).toContainText("地区生产总值");
  await expect(message).toBeHidden();
});

plain("a data file that the browser can't reach is no fault of the browser", async ({ page }) => {
  await open(page, ZH);
  await page.route(pack("economy"), (route) => route.abort());
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("地区生产总值");
  await sheet.getByRole("option", { name: "地区生产总值", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("连不上网站");
});

plain("WebAssembly that a policy forbids is named, with what to do", async ({ page }) => {
  await page.addInitScript(() => {
    const { CompileError } = WebAssembly;
    const refuse = () => Promise.reject(new CompileError("blocked by the policy"));
    const Module = function () {
      throw new CompileError("blocked by the policy");
    };
    Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse, Module });
  });
  await page.goto(`./${EN}`);
  const message = page.getByRole("alert");
  await expect(message).toContainText("did not run WebAssembly");
  await expect(message.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.locator(".picture.wide svg")).toBeVisible();
});
