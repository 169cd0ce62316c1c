/** Choosing: each control changes the figure and the address, the address restores the view, Back goes back. */
import { dots, expect, INDICATOR, open, openSheet, pick, ready, show, test, title, where, ZH } from "./open";

test("the first picture and the table are there without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`./${ZH}`);
  await expect(title(page)).toHaveText("2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人");
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await expect(page.locator(".picture.narrow svg")).toBeHidden();
  await page.locator(".records summary").click();
  await expect(page.locator(".records tbody tr.home")).toContainText("温州");
  await expect(page.locator(".records tbody tr")).toHaveCount(11);
  await expect(page.locator(".choices .hint")).toBeVisible();
  await context.close();
});

test("the picture is painted before any script has come", async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((go) => (release = go));
  await page.route("**/app-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`./${ZH}`, { waitUntil: "commit" });
  await expect(page.locator(".picture.wide svg")).toBeVisible();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  release();
  await ready(page);
});

test("the takeover keeps the served words and puts a canvas in the picture's place", async ({ page }) => {
  await page.goto(`./${ZH}`);
  const served = await page.locator("noscript").evaluate(() => document.title);
  await ready(page);
  expect(await page.title()).toBe(served);
  await expect(page.locator(".picture")).toHaveCount(0);
  await expect(page.locator("dui-figure canvas")).toBeVisible();
});

test("another home changes the figure, the words and the address", async ({ page }) => {
  await open(page, ZH);
  const before = await dots(page);
  await pick(page, "home", "lishui");
  await expect(title(page)).toContainText("丽水");
  expect(await dots(page)).not.toBe(before);
  expect(where(page)).toBe("zh/indicator/doctors-per-1000/?home=lishui");
  await expect(page.locator(".announcer")).toHaveText(await title(page).innerText());
});

test("a peer more and a peer less", async ({ page }) => {
  await open(page, ZH);
  const before = await dots(page);
  await pick(page, "peers", "jinhua");
  await expect(page.locator(".chip")).toHaveText([/杭州/, /宁波/, /金华/]);
  await expect.poll(() => dots(page)).not.toBe(before);
  expect(where(page)).toContain("peers=hangzhou,ningbo,jinhua");
  await page.locator(".chip", { hasText: "金华" }).locator(".cross").click();
  await expect(page.locator(".chip")).toHaveCount(2);
  await expect.poll(() => dots(page)).toBe(before);
  expect(where(page)).not.toContain("peers");
});

test("another indicator brings its data and goes into the path", async ({ page }) => {
  await open(page, `${ZH}?home=ningbo`);
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("dqsczz");
  await sheet.getByRole("option", { name: "地区生产总值", exact: true }).click();
  await expect(title(page)).toContainText("地区生产总值");
  await expect(title(page)).toContainText("宁波");
  expect(where(page)).toBe("zh/indicator/gdp/?home=ningbo");
});

test("the slider moves through the periods, as one entry of the history", async ({ page }) => {
  await open(page, ZH);
  const slider = page.getByRole("slider");
  await slider.focus();
  await slider.press("ArrowLeft");
  await expect(title(page)).toContainText("2022年");
  await slider.press("ArrowLeft");
  await expect(title(page)).toContainText("2021年");
  await expect(slider).toHaveAttribute("aria-valuetext", "2021年");
  expect(where(page)).toContain("period=2021");
  await page.goBack();
  await expect(title(page)).toContainText("2023年");
});

test("each chart is another picture of the same finding", async ({ page }) => {
  await open(page, ZH);
  const seen = new Set([await dots(page)]);
  for (const chart of ["trend-lines", "gap-dumbbells"]) {
    await show(page, chart);
    await expect(page.locator(chart === "trend-lines" ? "#tab-trend-lines" : "#tab-more")).toHaveAttribute("aria-selected", "true");
    expect(where(page)).toContain(`chart=${chart}`);
    await expect.poll(async () => seen.has(await dots(page))).toBe(false);
    seen.add(await dots(page));
  }
  expect(seen.size).toBe(3);
});

test("the table takes the figure's place and follows the view", async ({ page }) => {
  await open(page, ZH);
  await page.locator("#tab-table").click();
  await expect(page.locator("dui-figure")).toBeHidden();
  const table = page.locator("#records table");
  await expect(table).toBeVisible();
  await expect(table.locator("tr.home")).toContainText("温州");
  await pick(page, "home", "ningbo");
  await expect(table.locator("tr.home")).toContainText("宁波");
  await page.locator("#tab-rank-bars").click();
  await expect(page.locator("dui-figure canvas")).toBeVisible();
});

test("an address restores its view", async ({ page }) => {
  await open(page, "zh/indicator/hospital-beds/?home=ningbo&peers=wenzhou,jinhua&chart=trend-lines&period=2019");
  await expect(title(page)).toContainText("宁波");
  await expect(page.locator(".value.home")).toHaveText("宁波");
  await expect(page.locator(".chip")).toHaveText([/温州/, /金华/]);
  await expect(page.locator("#tab-trend-lines")).toHaveAttribute("aria-selected", "true");
  const first = await dots(page);
  const address = page.url();
  await page.reload();
  await ready(page);
  expect(await dots(page)).toBe(first);
  expect(page.url()).toBe(address);
});

test("Back and Forward walk through the views", async ({ page }) => {
  await open(page, ZH);
  const start = await dots(page);
  await pick(page, "home", "ningbo");
  await expect(title(page)).toContainText("宁波");
  await page.locator("#tab-trend-lines").click();
  await expect(page.locator("#tab-trend-lines")).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(page.locator("#tab-rank-bars")).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(title(page)).toContainText("温州");
  await expect.poll(() => dots(page)).toBe(start);
  expect(where(page)).toBe(ZH);
  await page.goForward();
  await expect(title(page)).toContainText("宁波");
});

test("the way to the other language keeps the view", async ({ page }) => {
  await open(page, ZH);
  await pick(page, "home", "lishui");
  await expect(title(page)).toContainText("丽水");
  await page.locator("a.language").click();
  await ready(page);
  expect(where(page)).toBe("en/indicator/doctors-per-1000/?home=lishui");
  await expect(title(page)).toContainText("Lishui");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("pointing at a mark says what it is, with its source", async ({ page }) => {
  await open(page, ZH);
  const box = (await page.locator("dui-figure canvas").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  const tip = page.locator(".tip");
  await expect(tip.locator("b")).toHaveText(/./);
  expect(await tip.locator("dt").count()).toBeGreaterThan(1);
  await page.mouse.move(2, 2);
  await expect(tip).toBeEmpty();
});

test("an open table is in the address: it can be linked, kept on reload, and left by Back", async ({ page }) => {
  await open(page, `${ZH}#table`);
  await expect(page.locator("#records table")).toBeVisible();
  await expect(page.locator("#tab-table")).toHaveAttribute("aria-selected", "true");
  await page.locator("#tab-rank-bars").click();
  await expect(page.locator("dui-figure canvas")).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  await page.locator("#tab-table").click();
  expect(new URL(page.url()).hash).toBe("#table");
  await page.goBack();
  await expect(page.locator("dui-figure canvas")).toBeVisible();
  await page.goForward();
  await expect(page.locator("#records table")).toBeVisible();
  // another choice keeps the table open, and the address says so
  await page.locator(".chip .cross").first().click();
  await expect.poll(() => page.url()).toMatch(/peers=.*#table$/);
  // one step out of the table into another chart, one step back
  await page.locator("#tab-trend-lines").click();
  await expect.poll(() => page.url()).toMatch(/chart=trend-lines$/);
  await page.goBack();
  await expect(page.locator("#records table")).toBeVisible();
});

test("in a narrow window the finding keeps to the page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, "en/indicator/gdp/?chart=trend-lines");
  const { inside, all } = await title(page).evaluate((one) => ({ inside: one.clientWidth, all: one.scrollWidth }));
  expect(all).toBeLessThanOrEqual(inside);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("peers without room in the row are counted, and the sheet has them", async ({ page }) => {
  for (const width of [320, 390, 800, 1440]) {
    for (const lang of ["zh", "en"]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, `${lang}/${INDICATOR}?peers=ningbo,hangzhou,jiaxing,lishui,jinhua`);
      const row = page.locator("dui-peers .chips");
      const { inside, all } = await row.evaluate((one) => ({ inside: one.clientWidth, all: one.scrollWidth }));
      expect(all, `${width} ${lang}`).toBeLessThanOrEqual(inside + 1);
      const shown = await row.locator(".chip").count();
      expect(shown).toBeGreaterThan(0);
      await expect(row.locator(".besides")).toContainText(String(5 - shown));
      await expect(row.locator(".add")).toHaveAccessibleName(new RegExp(String(5 - shown)));
    }
  }
  const sheet = await openSheet(page, "peers");
  await expect(sheet.locator("[role=option][aria-selected=true]")).toHaveCount(5);
});

test("a peer is taken away by its cross alone; with the fourth the colours begin again, as in the figure", async ({ page }) => {
  await open(page, `${ZH}?peers=ningbo,hangzhou,jiaxing,lishui`);
  await page.locator(".chip").first().click({ position: { x: 8, y: 20 } });
  await expect(page.locator(".chip")).toHaveCount(4);
  await expect(page.locator(".chip").nth(3)).toHaveClass("chip peer-1");
  await page.getByRole("button", { name: "不再对比宁波" }).click();
  await expect(page.locator(".chip")).toHaveCount(3);
});
