/** With a finger: targets that it can hit, a tap that tells, a tap elsewhere that ends it. */
import { canvas, expect, INDICATOR, open, openSheet, test, title, ZH } from "./open";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const TARGETS = "a.brand, a.language, select, .field:is(button), .chip, .cross, .add, [role=tab], input[type=range], .formats button, .step, dui-related a";

for (const lang of ["zh", "en"]) {
  test(`every control in ${lang} is at least 44 px high`, async ({ page }) => {
    await open(page, `${lang}/${INDICATOR}`);
    const small = await page.locator(TARGETS).evaluateAll((all) =>
      all.map((e) => ({ name: e.textContent, height: e.getBoundingClientRect().height })).filter(({ height }) => height < 44),
    );
    expect(small).toEqual([]);
  });
}

/** Links within a sentence are as high as its lines: between two of them there is text. */
for (const path of ["scorecard/", "city/wenzhou/", "facts/", "data/"]) {
  test(`in ${path} a link that is pressed by itself is at least 44 px high`, async ({ page }) => {
    await page.goto(`./zh/${path}`);
    const links = page.locator(".plain > li > a, .changes > li > a, dt > a, .tabular th > a, .tabular td.word > a");
    const all = await links.evaluateAll((all) => all.map((e) => ({ name: e.textContent, height: Math.max(0, ...[...e.getClientRects()].map(({ height }) => height)) })));
    const shown = all.filter(({ height }) => height > 0);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ height }) => height < 44)).toEqual([]);
  });
}

test("a tap on a mark tells what it is, a tap outside closes it", async ({ page }) => {
  await open(page, ZH);
  await canvas(page).tap({ position: { x: 150, y: 240 } });
  await expect(page.locator(".tip b")).toHaveText(/./);
  await page.locator(".subtitle").tap();
  await expect(page.locator(".tip")).toBeEmpty();
});

test("a picker is a sheet at the foot of the screen, and the keyboard stays away until it is asked for", async ({ page }) => {
  await open(page, ZH);
  const sheet = await openSheet(page, "peers");
  const box = await sheet.boundingBox();
  expect(box && [box.x, Math.round(box.width), Math.round(box.y + box.height)]).toEqual([0, 390, 844]);
  await expect(sheet.locator(".search")).not.toBeFocused();
  const options = sheet.locator(".option");
  expect((await options.first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await options.filter({ hasText: "嘉兴" }).tap();
  // two have room beside home, the third is counted in the button of the sheet
  await expect(page.locator(".chip")).toHaveCount(2);
  await expect(page.locator("dui-peers .add")).toHaveText("+1");
});

test("a sheet is closed by its button and by a tap outside", async ({ page }) => {
  await open(page, ZH);
  let sheet = await openSheet(page, "home");
  const close = sheet.getByRole("button", { name: "关闭" });
  expect((await close.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await close.tap();
  await expect(sheet).toBeHidden();
  sheet = await openSheet(page, "home");
  await page.touchscreen.tap(200, 40);
  await expect(sheet).toBeHidden();
  await expect(title(page)).toContainText("温州");
});

test("a sheet stands on the keyboard, not behind it", async ({ page }) => {
  await open(page, ZH);
  const sheet = await openSheet(page, "indicator");
  // what a browser does when its keyboard covers 300 px
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, "height", { configurable: true, get: () => innerHeight - 300 });
    visualViewport?.dispatchEvent(new Event("resize"));
  });
  const box = await sheet.boundingBox();
  expect(box && Math.round(box.y + box.height)).toBe(844 - 300);
  expect(box?.y).toBeGreaterThanOrEqual(0);
});

test("the slider is moved by a thumb", async ({ page }) => {
  await open(page, ZH);
  const box = await page.getByRole("slider").boundingBox();
  if (!box) throw new Error("no slider");
  expect(box.height).toBeGreaterThanOrEqual(44);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect(title(page)).toContainText("2014年");
});

for (const width of [320, 360, 412, 430]) {
  test(`at ${width} px nothing sticks out sideways, whatever is long`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const path of [
      "zh/indicator/premature-mortality-major-ncd/?home=hangzhou&peers=ningbo,jiaxing,huzhou,shaoxing,jinhua",
      "en/indicator/talents-provincial-biopharma/?home=taizhou-zj&title=" + "a-very-long-title-without-spaces".repeat(5),
    ]) {
      await open(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
  });
}

test("what a tap tells stands below the figure, with one line of sources at most", async ({ page }) => {
  await open(page, ZH);
  await canvas(page).tap({ position: { x: 150, y: 240 } });
  await expect(page.locator(".tip b")).toHaveText(/./);
  const [tip, figure] = [await page.locator(".tip").boundingBox(), await canvas(page).boundingBox()];
  expect(tip && figure && tip.y >= figure.y + figure.height - 1).toBe(true);
  expect(tip && tip.y + tip.height).toBeLessThanOrEqual(845);
  expect(await page.locator(".tip dt", { hasText: /^来源$/ }).count()).toBeLessThanOrEqual(1);
});

for (const [lang, words] of [["zh", "方格图"], ["en", "tile grid"]] as const) {
  test(`a map on a phone offers the tile grid in ${lang}`, async ({ page }) => {
    await open(page, `${lang}/${INDICATOR}?chart=map`);
    const offer = page.locator("dui-bar .clearer");
    await expect(offer).toContainText(words);
    expect((await offer.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await offer.tap();
    await expect.poll(() => page.url()).toContain("chart=tile-grid");
    await expect(offer).toHaveCount(0);
    await open(page, `${lang}/${INDICATOR}?chart=map`);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect(offer).toBeHidden();
  });
}
