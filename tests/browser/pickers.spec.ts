/** The pickers: found by any way of writing, told why there is nothing, peers by the set; related indicators. */
import { expect, open, openSheet, pack, test, title, where, ZH, type Page } from "./open";

const CHOICES = {
  peers: {
    wenzhou: [
      { id: "leaders", name: "两大市", why: "省内最大的两市。", members: [{ id: "hangzhou", why: "省会" }, { id: "ningbo", why: "计划单列市" }] },
      { id: "neighbours", name: "邻市", why: "与温州接壤。", members: [{ id: "taizhou-zj", why: "北面接壤" }, { id: "lishui", why: "西面接壤" }] },
    ],
  },
  absent: { "disposable-income": { wenzhou: "温州只公布城镇和农村两项。", ningbo: "宁波没有公布。" } },
  related: { gdp: ["doctors"] },
  pinyin: { "doctors-per-1000": "mei qian ren zhi ye zhu li yi shi", doctors: "zhi ye zhu li yi shi shu" },
};

/** Opens the explorer with these choices, or without any. */
async function openWith(page: Page, path: string, choices: object = CHOICES): Promise<void> {
  await page.route(pack("choices-(zh|en)"), (route) => route.fulfill({ json: choices }));
  const come = page.waitForResponse(pack("choices-(zh|en)"));
  await open(page, path);
  await come;
}

for (const typed of ["杭", "hangzhou", "hz", "HangZhou"]) {
  test(`the city 杭州 is found by ${typed}`, async ({ page }) => {
    await openWith(page, ZH);
    const sheet = await openSheet(page, "home");
    await sheet.getByRole("combobox").fill(typed);
    await expect(sheet.getByRole("option", { name: "杭州" })).toBeVisible();
    await expect(sheet.getByRole("option", { name: "温州" })).toHaveCount(0);
  });
}

for (const typed of ["医师", "yishi", "ys", "licensed doctors"]) {
  test(`the doctors per 1,000 are found by ${typed}`, async ({ page }) => {
    await openWith(page, "zh/indicator/gdp/");
    const sheet = await openSheet(page, "indicator");
    await sheet.getByRole("combobox").fill(typed);
    await sheet.getByRole("option", { name: "每千人执业(助理)医师" }).click();
    await expect(title(page)).toContainText("医师");
  });
}

test("without the lazy file the pickers work and promise nothing", async ({ page }) => {
  await openWith(page, ZH, {});
  const sheet = await openSheet(page, "peers");
  await expect(sheet.locator(".preset")).toHaveCount(0);
  await expect(sheet.getByRole("option", { name: "嘉兴" })).toBeVisible();
  await page.keyboard.press("Escape");
  const list = await openSheet(page, "indicator");
  await list.getByRole("combobox").fill("ys");
  await expect(list.getByRole("option", { name: "每千人执业(助理)医师" })).toBeVisible();
});

test("a city and an indicator without data say so, and why", async ({ page }) => {
  await openWith(page, "zh/indicator/disposable-income/?home=hangzhou");
  let sheet = await openSheet(page, "home");
  await expect(sheet.getByRole("option", { name: /宁波/ })).toContainText("没有数据");
  await expect(sheet.getByRole("option", { name: /宁波/ })).toContainText("宁波没有公布。");
  await sheet.getByRole("option", { name: /温州/ }).click();
  sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("居民人均可支配收入");
  const option = sheet.getByRole("option", { name: /^居民人均可支配收入/ }).first();
  await expect(option).toContainText("没有温州的数据");
  await expect(option).toContainText("温州只公布城镇和农村两项。");
});

test("a set of peers says who and why, and is taken with one click", async ({ page }) => {
  await openWith(page, ZH);
  const sheet = await openSheet(page, "peers");
  const chosen = sheet.locator("[aria-pressed=true]");
  await expect(chosen).toHaveText("两大市");
  // the cities are in sight below the sets; why they are offered is a fold
  await expect(sheet.getByRole("option", { name: "嘉兴" })).toBeInViewport();
  const reasons = sheet.locator(".reasons");
  await reasons.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(reasons).toContainText("与温州接壤。");
  await expect(reasons.locator("dd", { hasText: "台州" })).toHaveText(/台州\s*北面接壤/);
  await sheet.getByRole("button", { name: "邻市" }).click();
  await expect(page.locator(".chip")).toHaveText([/台州/, /丽水/]);
  await expect(chosen).toHaveText("邻市");
  expect(where(page)).toBe(`${ZH}?peers=taizhou-zj,lishui`);
  await sheet.getByRole("option", { name: "丽水" }).click();
  await expect(chosen).toHaveCount(0);
});

test("on a phone the sheet of peers is left by a button at its foot", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWith(page, ZH);
  const sheet = await openSheet(page, "peers");
  await sheet.getByRole("button", { name: "完成" }).click();
  await expect(sheet).toBeHidden();
});

test("what was typed finds first what home has figures of, and Enter leads to one", async ({ page }) => {
  await openWith(page, ZH);
  const sheet = await openSheet(page, "indicator");
  await sheet.getByRole("combobox").fill("收入");
  await expect(sheet.locator(".option.active")).not.toHaveClass(/bare/);
  const bare = await sheet.locator(".option").evaluateAll((all) => all.map((one) => one.classList.contains("bare")));
  expect(bare).toContain(true);
  expect(bare.indexOf(true)).toBeGreaterThan(bare.lastIndexOf(false));
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("收入");
  await expect(page.locator(".state")).toHaveCount(0);
});

test("the served links to related indicators stay, keep home, and lead there without a new page", async ({ page }) => {
  await openWith(page, `${ZH}?home=ningbo`);
  const links = page.locator("dui-related a");
  const served = await page.evaluate(async () => {
    const text = await (await fetch(location.pathname)).text();
    const parsed = new DOMParser().parseFromString(text, "text/html");
    return [...parsed.querySelectorAll("dui-related a")].map((link) => link.textContent);
  });
  expect(served.length).toBeGreaterThan(2);
  await expect(links).toHaveText(served as string[]);
  await page.evaluate(() => (document.documentElement.dataset["same"] = ""));
  await links.first().click();
  await expect(title(page)).toContainText("医师");
  await expect(title(page)).toContainText("宁波");
  expect(where(page)).toContain("home=ningbo");
  expect(where(page)).not.toContain("doctors-per-1000");
  await expect(page.locator("html[data-same]")).toHaveCount(1);
});

test("home is marked as home in the head of the explorer", async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await openWith(page, ZH);
    const mark = page.locator("dui-home .caption");
    await expect(mark).toHaveText("本市");
    const box = await mark.boundingBox();
    expect(box && box.width > 20 && box.y < 200).toBe(true);
  }
});

test("paper gets the vector picture of the view, and the canvas comes back", async ({ page }) => {
  await openWith(page, `${ZH}?chart=trend-lines`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const picture = page.locator("dui-figure .picture.print > svg");
  await expect(picture).toBeVisible();
  await expect(page.locator("dui-figure canvas")).toBeHidden();
  await expect(page.locator(".pickers")).toBeHidden();
  expect(await picture.locator("path").count()).toBeGreaterThan(2);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("dui-figure svg")).toHaveCount(0);
  await expect(page.locator("dui-figure canvas")).toBeVisible();
});
