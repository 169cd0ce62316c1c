/** On paper: light whatever the screen shows, everything that is read, nothing that is pressed, and within the sheet. */
import { expect, open, ready, test, ZH, type Page } from "./open";

/** What A4 leaves between its margins, in CSS pixels: 210 - 2 × 15 mm at 96 a 25.4 mm. */
const SHEET = { width: 680, height: 1000 };

/** Puts a page on the sheet. */
async function toPaper(page: Page): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });
}

/** What sticks out to the right, as markup. */
function beyond(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    const seen = [...document.querySelectorAll("body *:not(.unseen)")].filter((e) => e.checkVisibility());
    return seen.filter((e) => e.getBoundingClientRect().right > width + 1).map((e) => e.outerHTML.slice(0, 120));
  }, SHEET.width);
}

const READ = [".title", ".subtitle", ".stage", ".records table", ".definition", ".sources li", ".foot", ".colophon"];
const PRESSED = [".settings", ".choices", "dui-tabs", "dui-periods", "dui-downloads", "summary", ".skip", ".menu", "nav", ".switcher", ".tools"];

for (const lang of ["zh", "en"]) {
  for (const javaScriptEnabled of [true, false]) {
    test(`in ${lang}, ${javaScriptEnabled ? "live" : "without scripts"}, all that is read is on the sheet`, async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled, colorScheme: "dark" });
      const page = await context.newPage();
      await page.goto(`./${lang}/indicator/disposable-income/`);
      if (javaScriptEnabled) await ready(page);
      await toPaper(page);
      for (const part of READ) await expect(page.locator(part).first(), part).toBeVisible();
      for (const part of PRESSED) await expect(page.locator(`${part}:visible`), part).toHaveCount(0);
      expect(await beyond(page)).toEqual([]);
      const style = (what: string, name: string) =>
        page.locator(what).first().evaluate((e, property) => getComputedStyle(e).getPropertyValue(property), name);
      expect(await style("html", "background-color")).toBe("rgb(255, 255, 255)");
      expect(await style(".title", "color")).toBe("rgb(0, 0, 0)");
      expect(await style("thead", "display")).toBe("table-header-group");
      expect(await style("tr", "break-inside")).toBe("avoid");
      await context.close();
    });
  }
}

/** The pages that are read, with what must be on their sheets. */
const STATIC = { "": ".tile", "home/ningbo/": ".claim", "scorecard/": "table.grid", "city/lishui/": ".figures", "facts/": ".subject", "data/": "table", "methods/": ".formula", "charts/": ".example" };

for (const lang of ["zh", "en"]) {
  test(`in ${lang} the pages that are read are on the sheet, without their tools`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme: "dark" });
    for (const [path, content] of Object.entries(STATIC)) {
      await page.goto(`./${lang}/${path}`);
      await ready(page);
      // the widest that a reader can ask for
      if (path === "scorecard/") await page.locator("#all-cities").check();
      await toPaper(page);
      await expect(page.locator(content).first(), path).toBeVisible();
      // a summary that is the heading of what follows stays, as a heading
      const heads = page.locator(".facts summary, .asked summary");
      const marks = await heads.evaluateAll((all) => all.map((e) => getComputedStyle(e, "::before").content));
      expect(marks.filter((mark) => mark !== "none"), path).toEqual([]);
      const pressed = PRESSED.map((part) => (part === "summary" ? "summary:not(.facts summary, .asked summary)" : part));
      for (const part of [...pressed, ".fold"]) await expect(page.locator(`${part}:visible`), `${path} ${part}`).toHaveCount(0);
      expect(await beyond(page), path).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(ground, path).toBe("rgb(255, 255, 255)");
      await page.emulateMedia({ media: "screen" });
    }
  });
}

test("the served picture is on paper in its wide form and light colours", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`./${ZH}`);
  await toPaper(page);
  await expect(page.locator(".picture.wide")).toBeVisible();
  await expect(page.locator(".picture.narrow")).toBeHidden();
  const fill = await page.locator(".picture.wide rect.home").first().evaluate((e) => getComputedStyle(e).fill);
  expect(fill).toBe("rgb(200, 50, 31)");
  await context.close();
});

test("what is folded is unfolded", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`./${ZH}`);
  await toPaper(page);
  for (const folded of ["#records tbody tr", ".notices details li"]) {
    const last = page.locator(folded).last();
    const height = await last.evaluate((e) => (e.checkVisibility({ contentVisibilityAuto: true }) ? e.getBoundingClientRect().height : 0));
    expect(height, folded).toBeGreaterThan(8);
  }
  await context.close();
});

test("a picture made for printing takes the canvas's place", async ({ page }) => {
  await open(page, ZH);
  await page.locator("dui-figure").evaluate((figure) => {
    const picture = document.createElement("div");
    picture.className = "picture print";
    picture.append(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
    figure.append(picture);
  });
  await expect(page.locator(".picture.print")).toBeHidden();
  await toPaper(page);
  await expect(page.locator(".picture.print")).toBeVisible();
  await expect(page.locator("dui-figure canvas")).toBeHidden();
});

test("the table is printed though the figure is shown, and the figure though the table is", async ({ page }) => {
  await open(page, ZH);
  await page.locator("#tab-table").click();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await toPaper(page);
  const picture = page.locator(".stage .picture.print svg");
  await expect(picture).toBeVisible();
  expect((await picture.boundingBox())?.height).toBeGreaterThan(300);
  await expect(page.locator("#records table")).toBeVisible();
});

test("heads that sort a table are plain heads on paper", async ({ page }) => {
  await open(page, "zh/scorecard/");
  await toPaper(page);
  const mark = await page.locator("th .order").first().evaluate((e) => getComputedStyle(e, "::after").content);
  expect(mark).toBe("none");
});

test("the widest table, a trend with every city, is within the sheet", async ({ page }) => {
  await open(page, "en/indicator/resident-population/?chart=trend-lines&peers=hangzhou,ningbo,jiaxing,huzhou,shaoxing,jinhua");
  await toPaper(page);
  expect(await beyond(page)).toEqual([]);
});

test("where a source lies is written out", async ({ page }) => {
  await open(page, ZH);
  await toPaper(page);
  const link = page.locator(".sources a").first();
  const [href, written] = await link.evaluate((e) => [e.getAttribute("href"), getComputedStyle(e, "::after").content]);
  expect(written).toContain(href);
});
