/** The pages that are read: a way from a finding to its view, another home, the scorecard's fold, axe, no sideways scroll. */
import { COLOURS, violations } from "./axe";
import { expect, open, pick, reach, ready, test } from "./open";

const PAGES = ["", "home/hangzhou/", "scorecard/", "city/lishui/", "facts/", "data/", "methods/", "charts/"];

test("hero and the first findings are in sight", async ({ page }) => {
  for (const [width, height, tiles] of [[1440, 900, 3], [390, 844, 1]] as const) {
    await page.setViewportSize({ width, height });
    for (const lang of ["zh", "en"]) {
      await page.goto(`./${lang}/`);
      await expect(page.locator("h1")).toBeInViewport({ ratio: 1 });
      for (let i = 0; i < tiles; i++) await expect(page.locator(".tile").nth(i)).toBeInViewport({ ratio: 1 });
    }
  }
});

test("a tile opens the view that it speaks of", async ({ page }) => {
  await open(page, "zh/");
  const tile = page.locator(".tile").first();
  const href = await tile.evaluate((a) => (a as HTMLAnchorElement).href);
  const value = /[\d,.]+(?=[^\d,.]*，居)/.exec((await tile.locator(".say").textContent()) ?? "")?.[0] ?? "?";
  await tile.click();
  await ready(page);
  expect(page.url()).toBe(href);
  await expect(page.locator("h1#title")).toContainText(value);
});

test("choosing another home in the tool goes to that home's opening, and back", async ({ page }) => {
  await open(page, "zh/");
  await reach(page);
  await pick(page, "home", "ningbo");
  await page.waitForURL(/\/zh\/home\/ningbo\/$/);
  await reach(page);
  await expect(page.locator("h1")).toContainText("宁波");
  await expect(page.locator("#title")).toContainText("宁波");
  await pick(page, "home", "wenzhou");
  await page.waitForURL(/\/zh\/$/);
  await expect(page.locator("h1")).toContainText("温州");
});

test("an opening, a scorecard and a city's page that an address asks for another home are that home's", async ({ page }) => {
  for (const [asked, there] of [
    ["zh/?home=hangzhou", "zh/home/hangzhou/"],
    ["zh/home/hangzhou/?home=wenzhou&peers=ningbo", "zh/?peers=ningbo"],
    ["en/scorecard/?home=ningbo", "en/scorecard/ningbo/"],
    ["zh/city/lishui/?home=quzhou", "zh/city/quzhou/"],
  ] as const) {
    await page.goto(`./${asked}`);
    await page.waitForURL((url) => url.href.endsWith(`/${there}`));
  }
  // a home without pages of its own, and one that nobody knows, change nothing here
  await page.goto("./zh/scorecard/?home=shanghai");
  await ready(page);
  expect(page.url()).toContain("zh/scorecard/?home=shanghai");
});

test("the opening has one h1 and its own name after the takeover", async ({ page }) => {
  await page.goto("./zh/");
  const name = await page.title();
  await reach(page);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("h3#title")).toBeVisible();
  expect(await page.title()).toBe(name);
});

test("homes are links without a script, a sheet on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./zh/scorecard/");
  await expect(page.locator("#homes")).toBeHidden();
  await page.locator("[popovertarget=homes]:not(.close)").click();
  // a sheet at the foot of the screen, within reach of the thumb
  const sheet = await page.locator("#homes").boundingBox();
  expect(Math.round((sheet?.y ?? 0) + (sheet?.height ?? 0))).toBe(844);
  await page.locator("#homes a", { hasText: "台州" }).click();
  await page.waitForURL(/\/zh\/scorecard\/taizhou-zj\/$/);
  await expect(page.locator("h1")).toContainText("台州");
  const ways = await page.locator("nav.pages a").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  expect(ways.filter((href) => href.includes("taizhou-zj"))).toHaveLength(7);
});

test("head and foot keep the home that was chosen, through every kind of page", async ({ page }) => {
  const ways = async (): Promise<string[]> => {
    const links = page.locator(".masthead a:not(.language), .colophon nav a");
    return links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href.replace(/^.*?(?=zh\/)/, "")));
  };
  const of = (home: string): string[] => {
    const all = ["indicator/doctors-per-1000/", "scorecard/", "city/", "facts/", "data/", "methods/", "charts/"];
    const at = all.map((path) => `zh/${path}${/scorecard|city/.test(path) ? `${home}/` : `?home=${home}`}`);
    return [`zh/home/${home}/`, ...at, ...at];
  };
  await open(page, "zh/indicator/gdp/?home=lishui");
  expect(await ways()).toEqual(of("lishui"));
  await pick(page, "home", "ningbo");
  await expect.poll(ways).toEqual(of("ningbo"));
  await page.locator(".colophon nav a", { hasText: "数据" }).click();
  await page.waitForURL(/\/data\/\?home=ningbo$/);
  await ready(page);
  expect(await ways()).toEqual(of("ningbo"));
  expect(await page.locator("a.language").evaluate((a) => (a as HTMLAnchorElement).href)).toMatch(/\/en\/data\/\?home=ningbo$/);
  await page.locator(".colophon nav a", { hasText: "城市" }).click();
  await page.waitForURL(/\/city\/ningbo\/$/);
  expect(await ways()).toEqual(of("ningbo"));
  await page.locator(".colophon nav a", { hasText: "逐项对比" }).click();
  await ready(page);
  await expect(page.locator("h1#title")).toContainText("宁波");
  // a home without pages leaves the links as they are, and the default home has the short addresses
  await pick(page, "home", "wenzhou");
  await expect.poll(ways).toContain("zh/scorecard/");
});

test("the scorecard shows home and its peers, and all cities when asked", async ({ page }) => {
  await page.goto("./zh/scorecard/");
  const heads = page.locator("table.grid").first().locator("thead th:visible");
  await expect(heads).toHaveText(["指标", "时间", "温州", "杭州", "宁波"]);
  await page.locator("#all-cities").check();
  await expect(heads).toHaveCount(13);
});

test("on a phone the scorecard has home and its peers in sight, row under row", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./en/scorecard/");
  const rows = page.locator("table.grid").first().locator("tbody tr");
  const boxes = await rows.evaluateAll((all) => all.map((row) => {
    const seen = [...(row as HTMLTableRowElement).cells].map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0);
    return { cells: seen.length, right: Math.max(...seen.map(({ right }) => right)), top: Math.min(...seen.map(({ top }) => top)), bottom: Math.max(...seen.map(({ bottom }) => bottom)) };
  }));
  for (const [i, { cells, right, top }] of boxes.entries()) {
    expect(cells).toBe(5);
    expect(right).toBeLessThanOrEqual(390);
    if (i > 0) expect(top - (boxes[i - 1]?.bottom ?? 0)).toBeGreaterThan(8);
  }
});

test("why a cell of the scorecard is empty can be read without pointing", async ({ page }) => {
  await page.goto("./zh/scorecard/");
  const fold = page.locator(".absences").first();
  await fold.locator("summary").click();
  await expect(fold.locator("li").first()).toContainText("杭州");
});

test("a link to a subject of the facts opens it, and missing figures are found by city", async ({ page }) => {
  await page.goto("./zh/facts/");
  const link = page.locator(".place[open] a").first();
  const id = (await link.getAttribute("href"))?.slice(1) ?? "";
  await expect(page.locator(`[id="${id}"]`)).toBeHidden();
  await link.click();
  await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await page.goto("./zh/data/");
  const table = page.locator("section[aria-labelledby=gaps]");
  for (const typed of ["嘉兴", "jiaxing", "jx"]) {
    await table.locator("input[type=search]").fill(typed);
    await expect(table.locator("tbody tr:visible").first(), typed).toContainText("嘉兴");
  }
});

const THEMES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  contrast: { colorScheme: "light", contrast: "more" },
  "contrast-dark": { colorScheme: "dark", contrast: "more" },
} as const;

for (const lang of ["zh", "en"]) {
  // a test a page, so that the workers share them
  for (const path of [...PAGES, "nowhere/"]) {
    test(`axe finds nothing in any theme, ${lang}/${path}`, async ({ page, watched }) => {
      await page.goto(`./${lang}/${path}`);
      await ready(page);
      await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>("details.sources-table").forEach((fold) => (fold.open = true)));
      for (const [theme, media] of Object.entries(THEMES)) {
        await page.emulateMedia({ contrast: "no-preference", ...media });
        expect(await violations(page, theme === "light" ? [] : COLOURS), theme).toEqual([]);
      }
      // the browser's own word about the address that leads nowhere
      watched.complaints = watched.complaints.filter((text) => !text.includes("404"));
    });
  }

  test(`nothing scrolls sideways, ${lang}`, async ({ page }) => {
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of PAGES) {
        await page.goto(`./${lang}/${path}`);
        await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));

        await page.locator("main details").evaluateAll((folds) => folds.forEach((d) => ((d as HTMLDetailsElement).open = true)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      }
    }
  });
}
