/** Everything a pointer can do, a keyboard can do. */
import { canvas, equipped, expect, open, openSheet, test, title, type Page, where, ZH } from "./open";

/** What has the focus, by the part it is in and its role. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const part = element?.closest("nav.pages,dui-indicator,dui-home,dui-peers,dui-tabs,dui-periods,dui-figure,dui-bar,dui-downloads,dui-settings");
    return `${part?.localName ?? ""} ${element?.className || element?.getAttribute("role") || element?.localName || ""}`.trim();
  });
}

test("Tab reaches every control, in the order of the page", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  await expect(page.locator("[data-tool=help]")).toBeVisible();
  const order: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    order.push(await focused(page));
  }
  const wanted = [
    "skip",
    "brand",
    ...Array<string>(7).fill("nav a"),
    "dui-settings select",
    "language",
    // this is the first indicator: there is none before it
    "dui-indicator field",
    "dui-indicator step",
    "dui-home field",
    "dui-peers name",
    "dui-peers cross",
    "dui-peers name",
    "dui-peers cross",
    "dui-peers add",
    "dui-tabs tab",
    "dui-periods play",
    "dui-periods speed",
    "dui-periods listen",
    "dui-periods now",
    "dui-periods input",
    "dui-figure application",
    "dui-bar select",
    ...Array<string>(4).fill("dui-bar aid"),
    "dui-downloads button",
    "dui-downloads button",
    "dui-downloads button",
  ];
  expect(order.slice(0, wanted.length)).toEqual(wanted);
});

test("a picker is worked by keys alone", async ({ page }) => {
  await open(page, ZH);
  await page.locator("dui-home button.field").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".search")).toBeFocused();
  await page.keyboard.type("jinhua");
  await expect(page.locator(".option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("金华");
  await expect(page.locator("dui-home button.field")).toBeFocused();
});

test("arrow keys move through a list, Escape leaves it as it was", async ({ page }) => {
  await open(page, ZH);
  const before = await title(page).innerText();
  await page.locator("dui-indicator button.field").press("Enter");
  const box = page.locator(".search");
  await expect(box).toBeFocused();
  const active = await box.getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(box).not.toHaveAttribute("aria-activedescendant", active ?? "");
  await page.keyboard.press("Escape");
  await expect(page.locator("#dui-indicator-sheet")).toBeHidden();
  expect(await title(page).innerText()).toBe(before);
});

test("a sheet that is left by Escape or by a choice gives the focus back to its button", async ({ page }) => {
  await open(page, ZH);
  for (const [picker, key] of [["dui-indicator", "Escape"], ["dui-home", "Escape"], ["dui-peers", "Escape"], ["dui-indicator", "Enter"]] as const) {
    const button = page.locator(`${picker} [popovertarget]`);
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`#${picker}-sheet .search`)).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.locator(`#${picker}-sheet`)).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test("arrow keys move through the tabs", async ({ page }) => {
  await open(page, ZH);
  await page.locator("#tab-rank-bars").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#tab-trend-lines")).toBeFocused();
  await expect(page.locator("#tab-trend-lines")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(page.locator("#tab-table")).toBeFocused();
  await expect(page.locator("#records table")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#tab-rank-bars")).toBeFocused();
  await expect(canvas(page)).toBeVisible();
});

test("arrow keys read the figure city by city, beginning at home", async ({ page }) => {
  await open(page, ZH);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Tab");
  await expect(canvas(page)).toBeFocused();
  const name = page.locator(".tip b");
  await expect(name).toHaveText(/温州/);
  await page.keyboard.press("Home");
  const first = await name.innerText();
  await page.keyboard.press("ArrowDown");
  await expect(name).not.toHaveText(first);
  await page.keyboard.press("ArrowUp");
  await expect(name).toHaveText(first);
  await page.keyboard.press("Escape");
  await expect(page.locator(".tip")).toBeEmpty();
});

test("[ and ] lead through the indicators, and the new finding is announced", async ({ page }) => {
  await open(page, ZH);
  const [before, after] = await page.locator("dui-indicator .step").evaluateAll((all) => all.map((e) => e.getAttribute("aria-label")));
  expect(before).toMatch(/^上一个指标：./);
  expect(after).toMatch(/^下一个指标：./);
  const first = await title(page).innerText();
  await page.keyboard.press("]");
  await expect(title(page)).not.toHaveText(first);
  await expect(page.locator(".announcer")).toHaveText(await title(page).innerText());
  await expect(page.locator("dui-indicator .step").first()).toHaveAttribute("aria-label", "上一个指标：每千人执业(助理)医师");
  await page.keyboard.press("[");
  await expect(title(page)).toHaveText(first);
  expect(where(page)).toBe(ZH);
});

test("[ and ] are letters where one types", async ({ page }) => {
  await open(page, ZH);
  const first = await title(page).innerText();
  await openSheet(page, "home");
  await page.keyboard.type("[]");
  await expect(page.locator(".search")).toHaveValue("[]");
  await page.keyboard.press("Escape");
  expect(await title(page).innerText()).toBe(first);
  expect(where(page)).toBe(ZH);
});
