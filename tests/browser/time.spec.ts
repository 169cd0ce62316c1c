/** The bar over time: a typed period, playing and its speed, two handles where the figure is about a stretch; by pointer and by keys. */
import { canvas, dots, equipped, expect, INDICATOR, open, test, title, where, ZH } from "./open";

const TREND = `${ZH}?chart=trend-lines`;

test("a typed period is shown; one that nobody has a figure of leads to the nearest, with a word", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  const box = page.getByRole("textbox", { name: "输入时间" });
  await box.fill("2019");
  await box.press("Enter");
  await expect(title(page)).toContainText("2019年");
  await expect(box).toHaveValue("2019年");
  expect(where(page)).toContain("period=2019");
  await box.fill("1999");
  await box.press("Enter");
  await expect(title(page)).toContainText("2005年");
  await expect(page.locator("dui-time .said")).toHaveText("没有1999，改看最近的2005年。");
  await box.fill("去年");
  await box.press("Enter");
  await expect(page.locator("dui-time .said")).toHaveText("看不懂“去年”，请输入年份，如 2019。");
  await expect(title(page)).toContainText("2005年");
});

test("playing goes from the first period to the last, once, and writes one address", async ({ page }) => {
  await open(page, `${ZH}?period=2020`);
  await equipped(page);
  await page.evaluate(() => {
    const { replaceState, pushState } = history;
    Object.assign(window, { written: 0 });
    const count = () => ((window as unknown as { written: number }).written += 1);
    history.replaceState = function (...all) { count(); replaceState.apply(this, all); };
    history.pushState = function (...all) { count(); pushState.apply(this, all); };
  });
  await page.getByLabel("播放速度").selectOption("2");
  await page.getByRole("button", { name: "播放", exact: true }).click();
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  await expect(title(page)).toContainText("2022年");
  await expect(title(page)).toContainText("2023年");
  await expect(page.getByRole("button", { name: "播放", exact: true })).toBeVisible();
  await expect(page.locator(".announcer")).toHaveText(await title(page).innerText());
  expect(await page.evaluate(() => (window as unknown as { written: number }).written)).toBe(1);
});

test("Space plays and pauses, Escape stops", async ({ page }) => {
  await open(page, `${ZH}?period=2010`);
  await equipped(page);
  await page.getByRole("button", { name: "播放", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(title(page)).toContainText("2011年");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "播放", exact: true })).toBeFocused();
  await expect.poll(() => where(page)).toMatch(/period=201\d/);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "播放", exact: true })).toBeVisible();
});

/** How many different pictures there are while one period gives way to the next. */
async function pictures(page: import("./open").Page): Promise<number> {
  await page.getByRole("button", { name: "播放", exact: true }).click();
  await expect(title(page)).toContainText("2012年");
  return canvas(page).evaluate(async (element) => {
    const seen = new Set<string>();
    const end = performance.now() + 1600;
    while (performance.now() < end) {
      await new Promise((done) => requestAnimationFrame(done));
      seen.add((element as HTMLCanvasElement).toDataURL());
    }
    return seen.size;
  });
}

test("from one period to the next the picture moves", async ({ page }) => {
  await open(page, `${ZH}?period=2010`);
  await equipped(page);
  expect(await pictures(page)).toBeGreaterThan(4);
});

test.describe("for who wants no movement", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("it steps", async ({ page }) => {
    await open(page, `${ZH}?period=2010`);
    await equipped(page);
    expect(await pictures(page)).toBeLessThanOrEqual(3);
  });
});

test("a trend has two handles, by keys; titles follow, and the address is written at the end", async ({ page }) => {
  await open(page, TREND);
  await equipped(page);
  await expect(page.getByRole("slider")).toHaveCount(2);
  const before = await dots(page);
  const [from, to] = [page.getByRole("slider", { name: "起始时间" }), page.getByRole("slider", { name: "截止时间" })];
  await from.focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await expect(from).toHaveAttribute("aria-valuetext", "2013年");
  await expect(page.locator(".subtitle")).toContainText("2013–2023年");
  await expect(title(page)).toContainText("2013–2023年");
  expect(where(page)).toContain("range=2013..2023");
  await to.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toContainText("2013–2022年");
  expect(where(page)).toContain("range=2013..2022");
  expect(await dots(page)).not.toBe(before);
  await page.keyboard.press("Home");
  await expect(to).toHaveAttribute("aria-valuetext", "2014年");
  await page.goBack();
  await expect(page.locator(".subtitle")).toContainText("2005–2023年");
});

test("a handle is dragged, and the address waits until it is let go", async ({ page }) => {
  await open(page, TREND);
  await equipped(page);
  const box = await page.locator("dui-time .stretch").boundingBox();
  if (!box) throw new Error("no stretch");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 12, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 8 });
  await expect(page.locator(".subtitle")).toContainText("2014–2023年");
  expect(where(page)).toBe(TREND);
  await page.mouse.up();
  await expect.poll(() => where(page)).toContain("range=2014..2023");
});

test("a typed stretch is taken as one", async ({ page }) => {
  await open(page, TREND);
  await equipped(page);
  const box = page.getByRole("textbox", { name: "输入时间或起止时间" });
  await expect(box).toHaveValue("2005–2023");
  await box.fill("2012至2020");
  await box.press("Enter");
  await expect(page.locator(".subtitle")).toContainText("2012–2020年");
  expect(where(page)).toContain("range=2012..2020");
});

test("with a finger, the bar's controls can be hit", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: "block" });
  const page = await context.newPage();
  for (const path of [ZH, TREND, `en/${INDICATOR}`]) {
    await open(page, path);
    await equipped(page);
    const small = await page.locator("dui-time :is(button, select, input)").evaluateAll((all) =>
      all.map((e) => ({ name: e.className, height: e.getBoundingClientRect().height })).filter(({ height }) => height < 44));
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await context.close();
});
