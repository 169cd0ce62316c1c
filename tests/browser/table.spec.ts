/** The tables: sorted, filtered, copied, asked; live and as they are served, with the small script of the static pages. */
import { expect, INDICATOR, open, pack, test, ZH, type Locator, type Page } from "./open";

/** Opens the table of an indicator. */
async function openTable(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.locator("#tab-table").click();
  await expect(page.locator("#records table")).toBeVisible();
}

/** Opens the data page, which has no figure: its first table lists the indicators of health care. */
async function openStatic(page: Page, path: string): Promise<Locator> {
  await open(page, path);
  const fold = page.locator("details.theme").first();
  await fold.locator("summary").click();
  return fold;
}

/** The cities in their order. */
function cities(page: Page): Promise<string[]> {
  return page.locator(".records tbody tr:visible th").evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ""));
}

/** The figures of the named column in their order, as numbers. */
function figures(page: Page, key: string): Promise<number[]> {
  return page.locator(".records").evaluate((box, wanted) => {
    const heads = [...box.querySelectorAll<HTMLElement>("thead th")];
    const at = heads.findIndex((head) => head.dataset["key"] === wanted);
    const rows = [...box.querySelectorAll<HTMLTableRowElement>("tbody tr")];
    return rows.map((row) => Number(row.cells[at]?.dataset["value"]));
  }, key);
}

/** The clipboard, as text and as the cells of its table. */
async function clipboard(page: Page): Promise<{ text: string; cells: string[][] }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? "";
    const parsed = new DOMParser().parseFromString(await read("text/html"), "text/html");
    const cells = [...parsed.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
    return { text: await read("text/plain"), cells };
  });
}

test("a live table is sorted by pointer and by key", async ({ page }) => {
  await openTable(page, ZH);
  const first = await cities(page);
  const head = page.locator(".records th[data-key=value]");
  const button = head.getByRole("button");
  const descending = (a: number, b: number): number => b - a;
  await button.click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  const up = await figures(page, "value");
  expect(up).toEqual([...up].sort(descending).reverse());
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  expect(await figures(page, "value")).toEqual([...up].reverse());
  await expect(page.locator(".records .told")).toContainText("降序");
  await page.keyboard.press("Space");
  await expect(head).not.toHaveAttribute("aria-sort");
  expect(await cities(page)).toEqual(first);
  await expect(button).toBeFocused();
});

test("a live table is filtered by hanzi, initials, pinyin and English", async ({ page }) => {
  await openTable(page, ZH);
  const field = page.locator(".records input[type=search]");
  for (const typed of ["杭", "hz hang", "hangzhou"]) {
    await field.fill(typed);
    expect(await cities(page), typed).toEqual(["杭州"]);
    await expect(page.locator(".records .told")).toHaveText("11行中的1行");
  }
  await field.fill("hz");
  // 杭州 and 湖州 have the same initials
  expect((await cities(page)).sort()).toEqual(["杭州", "湖州"].sort());
  await field.fill("温江");
  expect(await cities(page)).toEqual([]);
  await page.locator(".records .nothing button").click();
  await expect(field).toBeFocused();
  expect((await cities(page)).length).toBe(11);
});

test("a live table is copied as a spreadsheet wants it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTable(page, "en/indicator/resident-population/");
  await page.locator(".records .copy").click();
  await expect(page.locator(".records .told")).toHaveText("11 rows copied, ready for Excel");
  const { text, cells } = await clipboard(page);
  const lines = text.split(/\r?\n/).map((line) => line.split("\t"));
  expect(lines[0]?.slice(0, 2)).toEqual(["Order", "City"]);
  expect(lines[1]?.slice(0, 2)).toEqual(["1", "Hangzhou"]);
  // home is named as home in the page, not in the copy
  expect(lines.slice(1, 12).map(([, city]) => city)).toContain("Wenzhou");
  for (const line of lines.slice(1, 12)) expect(line[2], line.join()).toMatch(/^\d+(\.\d+)?$/);
  expect(text).not.toContain("−");
  expect(lines[12]).toEqual([""]);
  expect(lines[14]?.[0]).toMatch(/^Source: /);
  expect(cells.slice(0, 12)).toEqual(lines.slice(0, 12));
});

test("a static table is sorted, filtered and cleared", async ({ page }) => {
  const box = await openStatic(page, "zh/data/");
  const names = () => box.locator("tbody tr:visible th").allTextContents();
  const first = await names();
  expect(first.length).toBeGreaterThan(9);
  const head = box.locator("th[data-key=figures]");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  // computed indicators have no count of their own and come last
  const counts = (await box.locator("tbody td:last-child").allTextContents()).map(Number);
  const numbers = counts.filter((count) => !Number.isNaN(count));
  expect(counts.slice(numbers.length).every(Number.isNaN)).toBe(true);
  expect(numbers.length).toBeGreaterThan(2);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Space");
  await expect(head).not.toHaveAttribute("aria-sort");
  expect(await names()).toEqual(first);

  const field = box.locator("input[type=search]");
  await field.fill("每千人医院");
  expect(await names()).toEqual(["每千人医院床位"]);
  await expect(box.locator(".told")).toHaveText(`${first.length}行中的1行`);
  await field.fill("hospital beds per 1,000");
  expect(await names()).toEqual(["每千人医院床位"]);
  await field.fill("温江");
  expect(await names()).toEqual([]);
  await box.locator(".nothing button").click();
  await expect(field).toBeFocused();
  expect(await names()).toEqual(first);
});

test("a static table is copied as a spreadsheet wants it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const box = await openStatic(page, "en/data/");
  const rows = await box.locator("tbody tr").count();
  await box.locator(".copy").click();
  await expect(box.locator(".told")).toHaveText(`${rows} rows copied, ready for Excel`);
  const { text, cells } = await clipboard(page);
  const lines = text.split(/\r?\n/).map((line) => line.split("\t"));
  expect(lines[0]?.slice(0, 2)).toEqual(["Indicator", "Unit"]);
  expect(cells.slice(0, rows + 1)).toEqual(lines.slice(0, rows + 1));
});

test("home is marked by more than colour, each row says its source, and its status where it is not normal", async ({ page }) => {
  await openTable(page, ZH);
  const home = page.locator(".records tbody tr.home");
  await expect(home.locator("th")).toContainText("温州本市");
  await expect(page.locator(".records .tag")).toHaveCount(1);
  expect(await home.locator("td").first().evaluate((cell) => getComputedStyle(cell).fontWeight)).toBe("700");
  const heads = await page.locator(".records thead th").allTextContents();
  expect(heads.at(-1)).toBe("来源");
  expect(heads).not.toContain("说明");
  for (const row of await page.locator(".records tbody tr").all()) {
    await expect(row.locator("td").last()).not.toBeEmpty();
  }
  await expect(home.locator("td").last().locator("a").first()).toHaveAttribute("href", /^https?:/);
  // 衢州 has no figure of 2015, and says so
  await openTable(page, "zh/indicator/disposable-income/?home=hangzhou");
  await expect(page.locator(".records thead th").nth(-2)).toHaveText("说明");
  await expect(page.locator(".records tr", { hasText: "衢州" })).toContainText("无数据");
  await expect(page.locator(".records tbody")).not.toContainText("正常");
});

test("indices of different years are not sorted by", async ({ page }) => {
  await openTable(page, ZH);
  const index = page.locator(".records th[data-key=index]");
  const years = await page.locator(".records tbody").evaluate((body) => new Set(body.textContent?.match(/\d\(\d{4}\)/g)?.map((text) => text.slice(2))).size);
  expect(years).toBeGreaterThan(1);
  await expect(index.getByRole("button")).toHaveCount(0);
  await expect(index).toHaveAttribute("title", /起点年不同/);
  await expect(page.locator(".records th[data-key=value]").getByRole("button")).toHaveCount(1);
  // all of the doctors start in 2005
  await openTable(page, "zh/indicator/doctors/");
  await expect(index.getByRole("button")).toHaveCount(1);
});

test("a figure tells about itself, and the focus comes back to it", async ({ page }) => {
  await openTable(page, ZH);
  const figure = page.locator(".records tr.home td.number[data-value] .ask");
  const card = page.locator(".records .about");
  await figure.focus();
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  await expect(card).toContainText("温州");
  await expect(card).toContainText("2023年");
  await expect(card).toContainText("状态");
  await expect(card.locator("dt").last()).toHaveText(/^来源 [ABC]$/);
  await expect(card.locator("dd a").first()).toHaveAttribute("href", /^https?:/);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(figure).toBeFocused();
  await figure.click();
  await expect(card).toBeVisible();
  await page.locator(".masthead").click({ position: { x: 300, y: 5 } });
  await expect(card).toBeHidden();
});

test("what comes late takes the focus from no figure", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(pack("choices-(zh|en)"), async (route) => {
    await held;
    await route.continue();
  });
  const come = page.waitForResponse(pack("choices-(zh|en)"));
  await openTable(page, ZH);
  const figure = page.locator(".records tr.home td.number[data-value] .ask");
  await figure.focus();
  release();
  await (await come).finished();
  await page.waitForTimeout(300);
  await expect(figure).toBeFocused();
});

test("the arrow keys go from figure to figure, and one figure is in the order of the tab key", async ({ page }) => {
  await openTable(page, ZH);
  const chosen = page.locator(".records .ask[tabindex='0']");
  await expect(chosen).toHaveCount(1);
  await chosen.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".records tr.home td.number[data-value] .ask")).toBeFocused();
  const row = () => page.evaluate(() => document.activeElement?.closest("tr")?.rowIndex ?? 0);
  const before = await row();
  await page.keyboard.press("ArrowUp");
  expect(await row()).toBe(before - 1);
  await expect(chosen).toHaveCount(1);
});

test("in the table of a trend, marks are explained and each figure knows its year", async ({ page }) => {
  await open(page, `${ZH}?chart=trend-lines`);
  await page.locator("#tab-table").click();
  await expect(page.locator(".records thead th.home")).toContainText("温州本市");
  const marks = await page.locator(".records td .mark").allTextContents();
  const letters = await page.locator(".records .legend b").allTextContents();
  for (const mark of marks) expect(letters.some((letter) => mark.includes(letter)), mark).toBe(true);
  const row = page.locator(".records tbody tr", { hasText: "2015年" });
  await row.locator(".ask").first().click();
  await expect(page.locator(".records .about dt").first()).toHaveText("2015年");
});

test("at 320 px the page does not scroll sideways, the names stay, and a line says that there is more", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const lang of ["zh", "en"]) {
    await openTable(page, `${lang}/${INDICATOR}`);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    const scroll = page.locator(".records .scroll");
    await expect(scroll).toHaveClass(/beyond/);
    await scroll.evaluate((element) => element.scrollTo({ left: 400 }));
    await expect(scroll).toHaveClass(/before/);
    const [name, room] = [await page.locator(".records tr.home th").boundingBox(), await scroll.boundingBox()];
    expect(Math.abs((name?.x ?? 0) - (room?.x ?? 0))).toBeLessThanOrEqual(1);
  }
});

test("without the clipboard the table is selected", async ({ page }) => {
  const box = await openStatic(page, "zh/data/");
  await page.evaluate(() => {
    const refused = () => Promise.reject(new Error("refused"));
    Object.defineProperty(navigator, "clipboard", { value: { write: refused, writeText: refused } });
  });
  await box.locator(".copy").click();
  await expect(box.locator(".told")).toContainText("Ctrl+C");
  expect(await page.evaluate(() => String(getSelection()))).toContain("每千人医院床位");
});

test("the small script keeps the choice of light and dark", async ({ page }) => {
  await open(page, "zh/scorecard/");
  await page.locator("dui-settings select").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html[data-ready]")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("dui-settings select")).toHaveValue("dark");
});
