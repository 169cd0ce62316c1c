/** With a finger: targets that it can hit, a tap that tells, a tap elsewhere that ends it. */
import { canvas, expect, open, openSheet, test } from "./open";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const TARGETS = "a.brand, a.language, select, .field:is(button), .chip, .add, [role=tab], input[type=range], .formats button";

for (const lang of ["zh", "en"]) {
  test(`every control in ${lang} is at least 44 px high`, async ({ page }) => {
    await open(page, `${lang}/`);
    const small = await page.locator(TARGETS).evaluateAll((all) =>
      all.map((e) => ({ name: e.textContent, height: e.getBoundingClientRect().height })).filter(({ height }) => height < 44),
    );
    expect(small).toEqual([]);
  });
}

test("a tap on a mark tells what it is, a tap outside closes it", async ({ page }) => {
  await open(page, "zh/");
  await canvas(page).tap({ position: { x: 150, y: 240 } });
  await expect(page.locator(".tip b")).toHaveText(/./);
  await page.locator(".subtitle").tap();
  await expect(page.locator(".tip")).toBeEmpty();
});

test("a picker is a sheet at the foot of the screen, and the keyboard stays away until it is asked for", async ({ page }) => {
  await open(page, "zh/");
  const sheet = await openSheet(page, "peers");
  const box = await sheet.boundingBox();
  expect(box && [box.x, Math.round(box.width), Math.round(box.y + box.height)]).toEqual([0, 390, 844]);
  await expect(sheet.locator(".search")).not.toBeFocused();
  const options = sheet.locator(".option");
  expect((await options.first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await options.filter({ hasText: "嘉兴" }).tap();
  await expect(page.locator(".chip")).toHaveCount(3);
});
