/** What is not as the reader asked is told in words, with a next step; the address is kept until the reader takes it. */
import { expect, INDICATOR, open, pack, test, title, where, ZH, type Page } from "./open";

const CHOICES = {
  peers: {},
  absent: { "disposable-income": { wenzhou: "温州只公布城镇和农村两项。" } },
  related: { "disposable-income": ["beds-per-1000", "average-wage", "gdp"] },
  pinyin: {},
};

test.beforeEach(async ({ page }) => {
  await page.route(pack("choices-(zh|en)"), (route) => route.fulfill({ json: CHOICES }));
});

function state(page: Page, kind: string) {
  return page.locator(`.state[data-kind=${kind}]`);
}

test("an ordinary view has nothing to tell", async ({ page }) => {
  await open(page, ZH);
  await expect(page.locator(".state")).toHaveCount(0);
});

const UNKNOWN: [string, string, string, string, string][] = [
  // field, what the address says, what it is called, what is offered, what the address says afterwards
  ["home", "home=hangzou", "本市“hangzou”", "知道了，就看杭州", "?home=hangzhou"],
  ["peer", "peers=ningbo,lishiu", "对比城市“lishiu”", "改用丽水", "?peers=ningbo,lishui"],
  ["group", "group=zhejiang-sout", "排名范围“zhejiang-sout”", "改用浙南", "?group=zhejiang-south"],
  ["chart", "chart=trend-line", "图“trend-line”", "改用走势", "?chart=trend-lines"],
  ["period", "period=2021x", "时间“2021x”", "改用2021年", "?period=2021"],
  ["theme", "theme=darc", "配色“darc”", "改用深色", "?theme=dark"],
  ["benchmark", "benchmark=meen", "基准“meen”", "改用其他城市的平均", "?benchmark=mean"],
  ["home that is near none", "home=xyzxyzxyz", "本市“xyzxyzxyz”", "知道了，就看温州", ""],
  ["peer that is near none", "peers=ningbo,xyzxyzxyz", "对比城市“xyzxyzxyz”", "去掉它", "?peers=ningbo"],
];

for (const [field, query, called, offered, after] of UNKNOWN) {
  test(`an unknown ${field} is named and kept, and the nearest is offered`, async ({ page }) => {
    await open(page, `${ZH}?${query}`);
    const told = state(page, "unknown");
    await expect(told).toContainText(called);
    expect(where(page)).toBe(`${ZH}?${query}`);
    await expect(page.locator("dui-notices li", { hasText: "改为显示" })).toHaveCount(0);
    await told.getByRole("button", { name: offered }).click();
    await expect(told).toHaveCount(0);
    expect(where(page)).toBe(`${ZH}${after}`);
  });
}

test("an unknown indicator is named and kept, and the nearest is offered", async ({ page }) => {
  await open(page, ZH);
  await page.evaluate(() => {
    history.pushState(null, "", "../hospital-bed/");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  const told = state(page, "unknown");
  await expect(told).toContainText("指标“hospital-bed”");
  expect(where(page)).toBe("zh/indicator/hospital-bed/");
  await told.getByRole("button", { name: "知道了，就看医院床位数" }).click();
  await expect(told).toHaveCount(0);
  expect(where(page)).toBe("zh/indicator/hospital-beds/");
});

test("several unknown ids are told one by one, and each is mended alone", async ({ page }) => {
  await open(page, `en/${INDICATOR}?home=hangzou&peers=ningbo,lishiu`);
  await expect(state(page, "unknown")).toHaveCount(2);
  await page.getByRole("button", { name: "OK, keep Hangzhou" }).click();
  await expect(title(page)).toContainText("Hangzhou");
  await expect(state(page, "unknown")).toHaveCount(1);
  await expect(state(page, "unknown")).toContainText("lishiu");
  expect(where(page)).toBe(`en/${INDICATOR}?home=hangzhou&peers=ningbo,lishiu`);
});

test("a period without figures says what is shown instead, and leads to the latest that most have", async ({ page }) => {
  await open(page, `${ZH}?period=1998`);
  const told = state(page, "no-period");
  await expect(told).toContainText("1998");
  await expect(told).toContainText("现在显示的是2005年");
  // said once: not again among the notices
  await expect(page.locator("dui-notices")).not.toContainText("改为显示2005年");
  expect(where(page)).toBe(`${ZH}?period=1998`);
  await told.getByRole("button", { name: "最近一期" }).click();
  await expect(title(page)).toContainText("2023年");
  expect(where(page)).toBe(ZH);
  await expect(told).toHaveCount(0);
});

test("a home without figures says why, and offers the nearest indicator and a city", async ({ page }) => {
  await open(page, "zh/indicator/disposable-income/");
  const told = state(page, "no-home");
  await expect(told).toContainText("没有温州的“居民人均可支配收入”");
  await expect(told).toContainText("温州只公布城镇和农村两项。");
  await expect(told).not.toContainText("成都");
  await told.getByRole("button", { name: "改以杭州为本市" }).click();
  await expect(title(page)).toContainText("杭州");
  await expect(told).toHaveCount(0);
  await page.goBack();
  await told.getByRole("button", { name: /^看温州的/ }).click();
  await expect(told).toHaveCount(0);
  await expect(title(page)).toContainText("温州");
  await expect(title(page)).not.toContainText("没有");
});

test("a figure that only home has says so, and leads to one with company", async ({ page }) => {
  await open(page, "zh/indicator/gcp-institutions/?peers=");
  const told = state(page, "alone");
  await expect(told).toContainText("只有温州有这项数据");
  await told.getByRole("button", { name: /^看温州的/ }).click();
  await expect(told).toHaveCount(0);
  await expect(title(page)).toContainText("温州");
});

test("a trend of a single period is not offered, and its address leads to the ranking", async ({ page }) => {
  await open(page, "zh/indicator/disposable-income-q1q3/");
  const tab = page.locator("#tab-trend-lines");
  await expect(tab).toHaveAttribute("aria-disabled", "true");
  await expect(tab).toHaveAttribute("title", /只有.*一期/);
  await tab.click({ force: true });
  await page.locator("#tab-rank-bars").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab).toBeFocused();
  expect(where(page)).not.toContain("chart=");
  await open(page, "zh/indicator/disposable-income-q1q3/?chart=trend-lines");
  await state(page, "no-trend").getByRole("button").click();
  await expect(page.locator(".state")).toHaveCount(0);
  await expect(page.locator("#tab-rank-bars")).toHaveAttribute("aria-selected", "true");
  await open(page, ZH);
  await expect(tab).not.toHaveAttribute("aria-disabled");
});

test("without peers the city is still ranked, and nothing is told", async ({ page }) => {
  await open(page, `${ZH}?peers=`);
  await expect(page.locator(".state")).toHaveCount(0);
  await expect(title(page)).toContainText("第8位");
});

test("states take their room from the figure: nothing jumps when the page comes alive", async ({ page }) => {
  await page.addInitScript(() => {
    const box = globalThis as unknown as { shifts: number };
    box.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) box.shifts += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const [width, height] of [[1440, 900], [800, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    for (const path of ["zh/indicator/disposable-income/", `${ZH}?home=xyz&chart=bars&period=2033`]) {
      await open(page, path);
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts), `${width} ${path}`).toBeLessThanOrEqual(0.02);
    }
  }
});

test("a very long title wraps, is whole, and leaves the figure its room", async ({ page }) => {
  const long = "每千人执业医师与每千人医院床位的对比".repeat(8);
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page, `${ZH}?title=${encodeURIComponent(long)}`);
    await expect(title(page)).toHaveText(long);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const [head, figure] = [await title(page).boundingBox(), await page.locator("dui-figure canvas").boundingBox()];
    expect(head && figure && head.y + head.height <= figure.y && figure.height >= 260).toBe(true);
  }
});

test("long names of indicators at 320 px neither stick out nor hide the buttons beside them", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  for (const path of ["zh/indicator/target-top-medical-rehab-institutions/", "en/indicator/eye-valley-registered-tech-enterprises/"]) {
    await open(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    const last = await page.locator("dui-indicator .step").last().boundingBox();
    expect(last && last.x + last.width <= 320, path).toBe(true);
  }
});
