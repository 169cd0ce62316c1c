/** What docs/ACCESSIBILITY.md claims and only a browser shows: targets, forced colours, text that grows, and axe where the tools are at work. */
import { violations } from "./axe";
import { canvas, equipped, expect, INDICATOR, open, type Page, test, ZH } from "./open";

const TREND = `${ZH}?chart=trend-lines`;

/** Everything that a pointer can hit, with its size; links inside running text are as high as their line, which WCAG allows. */
function small(page: Page): Promise<{ what: string; width: number; height: number }[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("a[href], button, select, input, summary, [role=tab], [tabindex='0']");
    return [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[popover]:not(:popover-open)") && !one.classList.contains("skip"))
      .filter((one) => one.localName !== "a" || getComputedStyle(one).display !== "inline")
      .map((one) => ({ what: `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 20) ?? ""}`, ...one.getBoundingClientRect().toJSON() as DOMRect }))
      .filter(({ width, height }) => width > 0 && (width < 24 || height < 24))
      .map(({ what, width, height }) => ({ what, width, height }));
  });
}

for (const path of [ZH, TREND, `en/${INDICATOR}`, `en/${INDICATOR}?chart=gap-dumbbells`, `${ZH}#table`]) {
  test(`with a mouse, every target of ${path} is at least 24 px wide and high`, async ({ page }) => {
    await open(page, path);
    await equipped(page);
    expect(await small(page)).toEqual([]);
  });
}

test("axe finds nothing where a tip is open, a period was typed, and somebody listens", async ({ page }) => {
  await open(page, TREND);
  await equipped(page);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("no figure");
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await expect(page.locator(".tip tbody tr")).toHaveCount(7);
  expect(await violations(page)).toEqual([]);
  await page.mouse.move(2, 2);
  await page.locator("input.now").fill("1990");
  await page.locator("input.now").press("Enter");
  await expect(page.locator("dui-time .said")).toHaveText(/./);
  expect(await violations(page)).toEqual([]);
  await page.locator("dui-time .listen").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

/** The colour of one dot of the picture, as three numbers. */
function dot(page: Page, x: number, y: number): Promise<number[]> {
  return canvas(page).evaluate((element, at) => {
    const picture = element as HTMLCanvasElement;
    const context = picture.getContext("2d");
    return [...(context?.getImageData(at.x, at.y, 1, 1).data ?? [])].slice(0, 3);
  }, { x, y });
}

for (const scheme of ["light", "dark"] as const) {
  test.describe(`with forced colours on ${scheme}`, () => {
    test.use({ colorScheme: scheme, contextOptions: { forcedColors: "active" } });
    test("the picture has the system's ground, and controls keep their edges", async ({ page }) => {
      await open(page, TREND);
      await equipped(page);
      expect(await dot(page, 2, 2)).toEqual(scheme === "dark" ? [0, 0, 0] : [255, 255, 255]);
      const ground = scheme === "dark" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
      // the sign of the button is a background, which forced colours would take away
      const ink = await page.locator("dui-time .play").evaluate((one) => getComputedStyle(one, "::before").backgroundColor);
      expect(ink).not.toBe(ground);
      const handle = page.getByRole("slider").first();
      await handle.focus();
      await page.keyboard.press("ArrowRight");
      await expect(handle).toHaveAttribute("aria-valuetext", "2006年");
    });
  });
}

test("with text twice as large nothing is cut off or lost sideways", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of [ZH, TREND]) {
    await open(page, path);
    await equipped(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
});

test("at 320 px, where a page is read at four times its size, everything is there", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [ZH, TREND]) {
    await open(page, path);
    await equipped(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    await expect(page.locator("dui-time .play")).toBeVisible();
    await expect(page.locator("dui-time input.now")).toBeVisible();
  }
});

test("below the figure it says what pointing does, and tapping", async ({ page, browser }) => {
  await open(page, `en/${INDICATOR}`);
  const cue = page.locator("dui-bar .cue");
  await expect(cue).toBeVisible();
  expect(await cue.innerText()).toBe("Point to read, click to single out");
  await page.locator("#tab-table").click();
  await expect(cue).toHaveCount(0);
  const context = await browser.newContext({ viewport: { width: 600, height: 960 }, hasTouch: true, isMobile: true });
  const phone = await context.newPage();
  await open(phone, `en/${INDICATOR}`);
  await expect(phone.locator("dui-bar .cue .tap")).toBeVisible();
  expect(await phone.locator("dui-bar .cue").innerText()).toBe("Tap to read");
  await context.close();
});
