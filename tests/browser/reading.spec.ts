/** Reading the figure: a tip where one points, the walk by keys with words for the ear, and what is told when the view changes. */
import { canvas, EN, equipped, expect, open, type Page, pick, test, title, where, ZH } from "./open";

const TREND = `${ZH}?chart=trend-lines`;

function said(page: Page) {
  return page.locator("#read");
}

/** Goes into the figure by keys. */
async function enter(page: Page): Promise<void> {
  await page.getByRole("slider").last().focus();
  await page.keyboard.press("Tab");
  await expect(canvas(page)).toBeFocused();
}

test("over a trend, one list tells home, peers and the first others of the moment, with a rule", async ({ page }) => {
  await open(page, TREND);
  await equipped(page);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("no figure");
  // the middle of the years, far above all lines
  await page.mouse.move(box.x + box.width * 0.48, box.y + 30);
  const tip = page.locator(".tip");
  await expect(tip.locator("tbody tr")).toHaveCount(7);
  await expect(tip.locator("tbody tr.home")).toContainText("温州");
  await expect(tip.locator("tbody tr.peer-1")).toContainText("杭州");
  await expect(page.locator(".moment")).toBeVisible();
  await expect(tip.locator("dt")).toHaveText("来源");
  const values = await tip.locator("tbody td:nth-child(2)").allInnerTexts();
  const numbers = values.map((value) => Number.parseFloat(value));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const places = (await tip.locator("tbody td:nth-child(3)").allInnerTexts()).map((place) => Number(/^第(\d+)$/.exec(place)?.[1]));
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  expect(places).toContain(1);
  await expect(tip).toContainText("另有4市");
  expect(await tip.locator("tr.home td").nth(2).innerText()).toBe("");
  await page.keyboard.press("Escape");
  await expect(tip).toBeEmpty();
});

test("a tip stands inside the figure and never on its own mark", async ({ page }) => {
  for (const path of [ZH, TREND]) {
    await open(page, path);
    await equipped(page);
    const box = await canvas(page).boundingBox();
    if (!box) throw new Error("no figure");
    for (const [x, y] of [[0.1, 0.1], [0.9, 0.12], [0.5, 0.5], [0.1, 0.9], [0.88, 0.9]] as const) {
      await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
      const tip = page.locator(".tip:has(*)");
      if ((await tip.count()) === 0) continue;
      const here = await tip.boundingBox();
      const ring = await page.locator(".ring").boundingBox();
      if (!here || !ring) continue;
      expect(here.x >= box.x - 1 && here.x + here.width <= box.x + box.width + 1, `${path} ${x} ${y}`).toBe(true);
      expect(here.y >= box.y - 1 && here.y + here.height <= box.y + box.height + 1, `${path} ${x} ${y}`).toBe(true);
    }
  }
});

test("the figure says what it is and how to walk through it", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  const figure = canvas(page);
  await expect(figure).toHaveAttribute("aria-roledescription", "图");
  await expect(figure).toHaveAccessibleName(await title(page).innerText());
  await expect(figure).toHaveAccessibleDescription(/^图，11市，用方向键浏览/);
  const height = () => page.locator("#entry").evaluate((one) => one.getBoundingClientRect().height);
  expect(await height()).toBe(1);
  await enter(page);
  expect(await height()).toBeGreaterThan(16);
});

test("by keys: city after city, then period after period, each with a sentence; Tab leaves", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  await enter(page);
  await expect(said(page)).toHaveText("温州，2023年，3.80人，居全省11市第8位。");
  await page.keyboard.press("ArrowUp");
  await expect(said(page)).toHaveText(/^宁波，2023年，3\.91人，居全省11市第7位，温州减该市：/);
  await expect(page.locator(".ring")).toBeVisible();
  await page.keyboard.press("Home");
  await expect(said(page)).toHaveText(/^杭州，.*第1位/);
  await page.keyboard.press("ArrowLeft");
  await expect(said(page)).toHaveText(/^杭州，2022年，4\.64人，居全省11市第1位/);
  await expect(title(page)).toContainText("2022年");
  expect(where(page)).toContain("period=2022");
  await page.waitForTimeout(600);
  // one told it: the walk
  await expect(page.locator(".announcer")).toHaveText("");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(said(page)).toHaveText("已是最近一期");
  await page.keyboard.press("Tab");
  await expect(canvas(page)).not.toBeFocused();
  await expect(page.locator(".tip")).toBeEmpty();
});

test("in a trend the arrows go along the years of a city and across the cities of a year", async ({ page }) => {
  await open(page, `${EN}?chart=trend-lines`);
  await equipped(page);
  await enter(page);
  await expect(said(page)).toHaveText("Wenzhou, 2023, 3.80, 8th of Zhejiang’s 11 cities.");
  await page.keyboard.press("ArrowLeft");
  await expect(said(page)).toHaveText(/^Wenzhou, 2022, /);
  await page.keyboard.press("ArrowUp");
  await expect(said(page)).toHaveText(/^(?!Wenzhou)\w+, 2022, .*Wenzhou minus this: −/);
  await page.keyboard.press("Home");
  await expect(said(page)).toHaveText(/, 2005, /);
});

test("charts of the gallery are walked the same way", async ({ page }) => {
  for (const chart of ["gap-dumbbells", "gap-bars"]) {
    await open(page, `${ZH}?chart=${chart}`);
    await equipped(page);
    await enter(page);
    const first = await said(page).innerText();
    await page.keyboard.press("ArrowDown");
    await expect(said(page)).not.toHaveText(first);
    await expect(said(page)).toHaveText(/，2023年，/);
  }
});

test("a change is told once, as a sentence, when the figure has come to rest", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const region = document.querySelector(".announcer");
    if (region) new MutationObserver(() => told.push(region.textContent ?? "")).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  const slider = page.getByRole("slider");
  await slider.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
  await expect.poll(told).toHaveLength(1);
  await page.waitForTimeout(600);
  expect(await told()).toEqual([await title(page).innerText()]);
  await page.locator("#tab-trend-lines").click();
  await expect.poll(told).toHaveLength(2);
  expect((await told())[1]).toBe(`走势：${await title(page).innerText()}`);
  await pick(page, "peers", "jinhua");
  await expect.poll(told).toHaveLength(3);
  expect((await told())[2]).toBe(`对比：杭州、宁波、金华。${await title(page).innerText()}`);
});

test("with a finger, a tap tells the whole moment below the figure", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: "block" });
  const page = await context.newPage();
  await open(page, TREND);
  await equipped(page);
  await canvas(page).tap({ position: { x: 180, y: 200 } });
  await expect(page.locator(".tip tbody tr")).toHaveCount(7);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.locator(".subtitle").tap();
  await expect(page.locator(".tip")).toBeEmpty();
  await context.close();
});
