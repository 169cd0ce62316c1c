/** The base of an index is moved in the picture: by pointer, finger and keys; one step to undo, Escape takes it back, no file has the handle. */
import { expect, open, type Page, test, where } from "./open";

const INDEX = "indicator/doctors-per-1000/?chart=indexed-lines&base=2015";

/** The handle, once the tools are there. */
async function handle(page: Page, lang = "zh") {
  await open(page, `${lang}/${INDEX}`);
  const slider = page.getByRole("slider", { name: lang === "zh" ? "指数的起点" : "Base of the index" });
  await expect(slider).toBeVisible();
  return slider;
}

/** The middle of what is taken hold of. */
async function middle(slider: Awaited<ReturnType<typeof handle>>): Promise<{ x: number; y: number }> {
  const box = await slider.boundingBox();
  if (!box) throw new Error("no handle");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("the handle is dragged from period to period, and one step takes it back", async ({ page }) => {
  const slider = await handle(page);
  await expect(slider).toHaveAttribute("aria-valuetext", "2015年 = 100");
  const box = await slider.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(24);
  const { x, y } = await middle(slider);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.move(x + 2000, y, { steps: 8 });
  // under the thumb the picture follows, the address waits
  await expect(slider).toHaveAttribute("aria-valuetext", "2023年 = 100");
  expect(where(page)).toContain("base=2015");
  await page.mouse.up();
  await expect.poll(() => where(page)).toContain("base=2023");
  await page.keyboard.press("Control+z");
  await expect.poll(() => where(page)).toContain("base=2015");
});

test("Escape leads a drag back to where it began", async ({ page }) => {
  const slider = await handle(page);
  const { x, y } = await middle(slider);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2000, y, { steps: 4 });
  await expect(slider).toHaveAttribute("aria-valuetext", "2023年 = 100");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(slider).toHaveAttribute("aria-valuetext", "2015年 = 100");
  expect(where(page)).toContain("base=2015");
});

test("keys move it, to the ends, too, and it speaks the page's language", async ({ page }) => {
  const slider = await handle(page, "en");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "2016 = 100");
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "2015 = 100");
  await page.keyboard.press("End");
  await expect(slider).toHaveAttribute("aria-valuetext", "2023 = 100");
  await expect(slider).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(slider).toHaveAttribute("aria-valuetext", "2015 = 100");
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the handle is wide enough and follows", async ({ page }) => {
    const slider = await handle(page);
    expect((await slider.boundingBox())?.width).toBeGreaterThanOrEqual(44);
    const { x, y } = await middle(slider);
    const touch = async (type: "touchStart" | "touchMove" | "touchEnd", at?: number): Promise<void> => {
      await session.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
    };
    const session = await page.context().newCDPSession(page);
    await touch("touchStart", x);
    for (const by of [10, 40, 90, 300]) await touch("touchMove", Math.min(x + by, 380));
    await touch("touchEnd");
    await expect(slider).toHaveAttribute("aria-valuetext", "2023年 = 100");
    await expect.poll(() => where(page)).toContain("base=2023");
  });
});

test("small multiples offer what the core says is possible", async ({ page }) => {
  await open(page, "zh/indicator/doctors-per-1000/?chart=small-multiples");
  const of = page.locator("dui-bar").getByLabel("重复");
  await expect(of.locator("option[value=bump]")).toHaveCount(1);
  await expect(of.locator("option[value=map]")).toHaveCount(0);
  await page.locator("dui-bar [data-value=indicator]").click();
  await expect(of.locator("option[value=map]")).toHaveCount(1);
  await expect(of.locator("option[value=radar]")).toHaveCount(0);
});
