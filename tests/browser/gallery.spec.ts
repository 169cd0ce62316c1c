/** Further charts and what can be done with any: menu, choices, focus, full screen, undo, shortcuts; by pointer, finger and keyboard alone. */
import { violations } from "./axe";
import { canvas, dots, EN, expect, open, openCharts, pack, pick, show, test, title, type Page, where, ZH } from "./open";

const more = (page: Page) => page.locator("#tab-more");
const bar = (page: Page) => page.locator("dui-bar .drawn");

/** The tools come after the page answers. */
async function equipped(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.locator("[data-tool=help]")).toBeVisible();
}

/** Where a city's mark is, in the figure. */
async function markOf(page: Page, city: number): Promise<{ x: number; y: number }> {
  // the rows of eleven cities share the plot
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("no figure");
  return { x: box.width * 0.15, y: box.height * (0.06 + 0.086 * (city - 0.5)) };
}

test("the menu of charts opens where it is asked for while its script still comes", async ({ page }) => {
  let come = (): void => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/tools-*.js", async (route) => (await held, route.continue()));
  await open(page, ZH);
  // what comes by itself and what is asked for wait for the same script
  await more(page).click();
  await more(page).click();
  come();
  await expect(page.getByRole("menu")).toBeVisible();
});

test("a further chart is chosen from the menu, bears the tab and keeps the question", async ({ page }) => {
  await equipped(page, `${ZH}?home=ningbo&period=2020`);
  const menu = await openCharts(page);
  await expect(menu.getByRole("group", { name: "比较" })).toBeVisible();
  await expect(menu.locator("[data-chart=gap-bars]")).toContainText("差多少");
  await menu.locator("[data-chart=gap-bars]").click();
  await expect(menu).toBeHidden();
  await expect(more(page)).toHaveText("差距条");
  await expect(more(page)).toHaveAttribute("aria-selected", "true");
  await expect(more(page)).toBeFocused();
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/?home=ningbo&chart=gap-bars&period=2020");
  await page.locator("#tab-rank-bars").click();
  await expect(more(page)).toHaveText("更多图表");
  await page.goBack();
  await expect(more(page)).toHaveText("差距条");
});

test("the menu works by the keyboard alone", async ({ page }) => {
  await equipped(page, EN);
  await page.locator("#tab-trend-lines").focus();
  await page.keyboard.press("ArrowRight");
  await expect(more(page)).toBeFocused();
  await expect(page.getByRole("menu")).toBeHidden();
  await page.keyboard.press("Enter");
  const items = page.getByRole("menuitemradio");
  await expect(items.first()).toBeFocused();
  await expect(more(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("End");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(more(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.first()).toBeFocused();
  await page.keyboard.type("g");
  await page.keyboard.press("Enter");
  await expect(more(page)).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => where(page)).toContain("chart=gap-");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#tab-table")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await expect(more(page)).toHaveAttribute("aria-selected", "true");
  await expect(canvas(page)).toBeVisible();
});

test("a chart that has nothing to show is last, says why and can't be chosen", async ({ page }) => {
  await page.route(pack("choices-zh"), async (route) => {
    const answer = await route.fetch();
    const choices = (await answer.json()) as { suits: Record<string, string[]> };
    choices.suits["doctors-per-1000"] = ["rank-bars", "trend-lines", "gap-bars"];
    await route.fulfill({ json: choices });
  });
  await equipped(page, ZH);
  const menu = await openCharts(page);
  const last = menu.getByRole("menuitemradio").last();
  await expect(menu.getByRole("group", { name: "这个指标画不了" })).toBeVisible();
  await expect(last).toHaveAttribute("aria-disabled", "true");
  await last.dispatchEvent("click");
  await expect(menu).toBeVisible();
  expect(where(page)).not.toContain("chart");
});

test("pointing at the tab brings the core with every chart, but not where bytes are saved", async ({ page }) => {
  for (const saving of [true, false]) {
    await page.addInitScript((value) => Object.defineProperty(navigator, "connection", { value: { saveData: value }, configurable: true }), saving);
    let asked = 0;
    await page.route("**/gallery-*.wasm", (route) => (asked++, route.continue()));
    await equipped(page, ZH);
    await more(page).hover();
    if (saving) await page.waitForTimeout(500);
    else await expect.poll(() => asked).toBe(1);
    expect(asked).toBe(saving ? 0 : 1);
    await page.unrouteAll({ behavior: "wait" });
  }
});

test("an unknown chart is told, and the nearest of all is offered", async ({ page }) => {
  await open(page, `${ZH}?chart=gap-bar`);
  const state = page.locator("dui-state");
  await expect(state).toContainText("gap-bar");
  await state.getByRole("button").first().click();
  await expect(more(page)).toHaveText("差距条");
  await expect.poll(() => where(page)).toContain("chart=gap-bars");
});

test("sorting stands in the address and orders the table, too; the default does not", async ({ page }) => {
  await equipped(page, ZH);
  const before = await dots(page);
  await bar(page).getByRole("combobox", { name: "排序" }).selectOption("name");
  await expect.poll(() => dots(page)).not.toBe(before);
  expect(where(page)).toContain("sort=name");
  await page.locator("#tab-table").click();
  const names = page.locator("#records tbody th");
  await expect(names.first()).toContainText("杭州");
  await expect(names.nth(1)).toContainText("湖州");
  await page.locator("#tab-rank-bars").click();
  await bar(page).getByRole("combobox", { name: "排序" }).selectOption("value");
  await expect.poll(() => where(page)).not.toContain("sort");
});

test("a choice is a pair of buttons, for the charts that have it alone", async ({ page }) => {
  await equipped(page, `${ZH}?chart=gap-bars`);
  const origin = bar(page).getByRole("group", { name: "以谁为零" });
  await expect(origin.getByRole("button", { name: "本市" })).toHaveAttribute("aria-pressed", "true");
  const before = await dots(page);
  await origin.getByRole("button", { name: "基准" }).click();
  await expect.poll(() => dots(page)).not.toBe(before);
  expect(where(page)).toContain("origin=benchmark");
  await show(page, "rank-bars");
  await expect(origin).toHaveCount(0);
});

test("a click on a city has it looked at, again or Esc brings all back", async ({ page }) => {
  await equipped(page, ZH);
  const before = await dots(page);
  await canvas(page).click({ position: await markOf(page, 2) });
  await expect(page.locator(".only")).toContainText("只看嘉兴");
  expect(where(page)).toContain("focus=jiaxing");
  await expect.poll(() => dots(page)).not.toBe(before);
  await expect(page.locator(".announcer")).toHaveText("只看嘉兴");
  await canvas(page).click({ position: await markOf(page, 2) });
  await expect(page.locator(".only")).toHaveCount(0);
  await canvas(page).click({ position: await markOf(page, 3) });
  await expect(page.locator(".only")).toBeVisible();
  await page.mouse.move(2, 2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator(".only")).toHaveCount(0);
  expect(where(page)).not.toContain("focus");
});

test("a city is looked at from the keyboard, and the place is kept", async ({ page }) => {
  await equipped(page, EN);
  await page.locator("#tab-rank-bars").focus();
  await canvas(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".only")).toContainText("Only Jiaxing");
  await expect(page.locator(".tip b")).toHaveText("Jiaxing");
  await page.keyboard.press("Enter");
  await expect(page.locator(".only")).toHaveCount(0);
});

test("the name of a peer has it looked at, its chip ends that", async ({ page }) => {
  await equipped(page, ZH);
  await page.getByRole("button", { name: "杭州", exact: true }).click();
  await expect(page.locator(".only")).toContainText("只看杭州");
  await expect(page.getByRole("button", { name: "杭州", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.locator(".only").click();
  await expect(page.locator(".only")).toHaveCount(0);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the first tap tells, the second has the city looked at", async ({ page }) => {
    await equipped(page, ZH);
    await canvas(page).tap({ position: await markOf(page, 2) });
    await expect(page.locator(".tip b")).toHaveText("嘉兴");
    await expect(page.locator(".only")).toHaveCount(0);
    await canvas(page).tap({ position: await markOf(page, 2) });
    await expect(page.locator(".only")).toContainText("只看嘉兴");
  });

  test("the menu is a sheet at the foot of the screen", async ({ page }) => {
    await equipped(page, ZH);
    await more(page).tap();
    const sheet = await page.locator("#charts").boundingBox();
    expect(Math.round((sheet?.y ?? 0) + (sheet?.height ?? 0))).toBe(844);
    for (const item of await page.getByRole("menuitemradio").all()) expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.locator("[data-chart=gap-dumbbells]").tap();
    await expect(more(page)).toHaveText("差距");
  });
});

test("undo and redo go through the views, by button and by keys", async ({ page }) => {
  await equipped(page, ZH);
  const undo = page.getByRole("button", { name: "撤销" });
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await pick(page, "home", "ningbo");
  await expect(title(page)).toContainText("宁波");
  await show(page, "trend-lines");
  await expect.poll(() => where(page)).toContain("chart=trend-lines");
  await undo.click();
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/?home=ningbo");
  await page.keyboard.press("Control+z");
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/?home=ningbo");
  // the way back of the browser is one of the steps, too
  await page.goBack();
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/");
  await page.keyboard.press("Control+z");
  await expect.poll(() => where(page)).toBe("zh/indicator/doctors-per-1000/?home=ningbo");
});

test("f fills the screen with the figure, Esc leaves", async ({ page }) => {
  await equipped(page, ZH);
  const before = await canvas(page).boundingBox();
  await page.keyboard.press("f");
  await expect(page.locator(".banner")).toContainText("温州");
  await expect(page.locator(".foot")).toBeVisible();
  await expect(title(page)).toBeVisible();
  await expect.poll(async () => (await canvas(page).boundingBox())?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 1.2);
  await expect.poll(() => canvas(page).evaluate((e) => (e as HTMLCanvasElement).width)).toBeGreaterThan((before?.width ?? 0) * 1.2);
  const foot = await page.locator(".foot").boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(900);
  await page.keyboard.press("Escape");
  await expect(page.locator(".banner")).toHaveCount(0);
  await page.getByRole("button", { name: "全屏" }).click();
  await page.getByRole("button", { name: "退出全屏" }).click();
  await expect(page.locator(".banner")).toHaveCount(0);
  await expect.poll(async () => (await canvas(page).boundingBox())?.width).toBe(before?.width);
});

test("? lists the shortcuts; single keys can be switched off and are none while one writes", async ({ page }) => {
  await equipped(page, EN);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Shortcuts" });
  await expect(list).toContainText("Undo");
  await page.keyboard.press("f");
  await expect(page.locator(".banner")).toHaveCount(0);
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  const address = page.url();
  for (const key of ["?", "f", "]"]) await page.keyboard.press(key);
  await expect(list).toBeHidden();
  await expect(page.locator(".banner")).toHaveCount(0);
  expect(page.url()).toBe(address);
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await list.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("]");
  await expect.poll(() => page.url()).not.toBe(address);
  await page.locator("dui-indicator [popovertarget]").click();
  await page.keyboard.type("f?");
  await expect(page.getByRole("combobox", { name: "Choose an indicator" })).toHaveValue("f?");
  await expect(page.locator(".banner")).toHaveCount(0);
});

test("every chart has its example on the page of charts, which leads to it", async ({ page }) => {
  await open(page, "en/charts/");
  const examples = page.locator(".example");
  expect(await examples.count()).toBeGreaterThanOrEqual(4);
  for (const example of await examples.all()) await expect(example.locator("svg.figure")).toBeVisible();
  await page.locator("#gap-bars h3 a").click();
  await expect(more(page)).toHaveText("Gap bars");
});

for (const path of [ZH, EN]) {
  test(`axe finds nothing in the menu, the list, the row and full screen of ${path}`, async ({ page }) => {
    await equipped(page, `${path}?chart=gap-bars&focus=jiaxing`);
    expect(await violations(page)).toEqual([]);
    await openCharts(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("[data-tool=help]").click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    await expect(page.locator(".banner")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("indicators beside the first are picked from a list, stand in the address and can be the default again", async ({ page }) => {
  await equipped(page, "zh/indicator/gdp/?chart=scatter");
  const field = page.locator("dui-beside > button");
  await expect(field).toContainText("2项");
  await field.click();
  const sheet = page.locator("#dui-beside-sheet");
  await sheet.getByRole("combobox").fill("hospital beds");
  await page.keyboard.press("Enter");
  await expect(field).toContainText("3项");
  await expect.poll(() => where(page)).toContain("beside=");
  await sheet.getByRole("combobox").fill("");
  await sheet.getByRole("button", { name: "默认" }).click();
  await expect(field).toContainText("2项");
  await expect.poll(() => where(page)).not.toContain("beside");
  await page.keyboard.press("Escape");
});

test("a logarithmic scale is drawn and stands in the address", async ({ page }) => {
  await equipped(page, "zh/indicator/gdp/?chart=trend-lines");
  const before = await dots(page);
  await bar(page).getByRole("button", { name: "对数" }).click();
  await expect.poll(() => dots(page)).not.toBe(before);
  await expect.poll(() => where(page)).toContain("scale=log");
});

test("charts that would say nothing of the indicator are told with their reason", async ({ page }) => {
  await equipped(page, "en/indicator/gdp/");
  const menu = await openCharts(page);
  const not = menu.getByRole("group", { name: "Not for this indicator" });
  await expect(not.locator("[data-chart=pyramid]")).toContainText("for indicators of population and age");
  await expect(not.locator("[data-chart=fact-card]")).toContainText("see the ranking");
  await expect(menu.getByRole("group", { name: "Place" }).locator("[data-chart=map]")).toBeVisible();
  await page.keyboard.press("Escape");
  await equipped(page, "zh/indicator/biopharma-revenue/");
  await openCharts(page);
  await expect(page.getByRole("group", { name: "这个指标画不了" }).locator("[data-chart=map]")).toContainText("全省要有几个市有数");
});
