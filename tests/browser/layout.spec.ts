/** How it stands on the screen: nothing sticks out, the figure is in sight, the dark is dark. */
import { canvas, EN, expect, INDICATOR, open, reach, ready, show, test, title, type Page, ZH } from "./open";

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

for (const [name, viewport] of Object.entries(SCREENS)) {
  for (const lang of ["zh", "en"]) {
    test(`on a ${name} in ${lang} title and figure are in sight, and the controls above are few`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await open(page, `${lang}/${INDICATOR}`);
      const head = await title(page).boundingBox();
      const figure = await canvas(page).boundingBox();
      if (!head || !figure) throw new Error("no title or no figure");
      expect(head.y).toBeGreaterThanOrEqual(0);
      expect(figure.y + figure.height).toBeLessThanOrEqual(viewport.height);
      const above = await page.evaluate(() => {
        const figureTop = document.querySelector("dui-figure")?.getBoundingClientRect().top ?? 0;
        const controls = [...document.querySelectorAll(".pickers, dui-tabs, dui-periods")].map((e) => e.getBoundingClientRect());
        const left = document.querySelector("dui-figure")?.getBoundingClientRect().right ?? 0;
        const rows = new Map(controls.filter((c) => c.top < figureTop && c.left < left).map((c) => [Math.round(c.top), c.height]));
        return [...rows.values()].reduce((sum, height) => sum + height, 0);
      });
      expect(above).toBeLessThanOrEqual(0.2 * viewport.height);
    });
  }
}

for (const path of [ZH, `${EN}?peers=hangzhou,ningbo,shaoxing,taizhou-zj&home=jinhua`]) {
  test(`${path} does not scroll sideways at any width`, async ({ page }) => {
    test.setTimeout(60_000);
    for (const width of [320, 390, 639, 640, 1024, 1200, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, path);
      for (const tab of ["table", "gap-dumbbells"]) {
        await show(page, tab);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, `${width} px, ${tab}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("the served picture and the live one have the same place", async ({ page, browser }) => {
  await open(page, ZH);
  const context = await browser.newContext({ viewport: SCREENS.desk });
  const silent = await context.newPage();
  await silent.route("**/app-*.js", (route) => route.abort());
  await silent.goto(`./${ZH}`);
  const served = await silent.locator(".picture.wide svg").boundingBox();
  await context.close();
  expect(await canvas(page).boundingBox()).toEqual(served);
});

test("the canvas has a dot for each dot of the screen", async ({ browser }) => {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: SCREENS.phone });
  const page = await context.newPage();
  await open(page, ZH);
  const [shown, dots] = await canvas(page).evaluate((element) => {
    const { clientWidth, width } = element as HTMLCanvasElement;
    return [clientWidth, width];
  });
  expect(dots).toBe(2 * (shown ?? 0));
  await context.close();
});

test("between whole dots the ground goes up to the edge", async ({ browser }) => {
  // as many Windows laptops have it; a width of 869 then ends in half a dot
  const context = await browser.newContext({ deviceScaleFactor: 1.5, viewport: SCREENS.desk });
  const page = await context.newPage();
  await open(page, ZH);
  const parts = await canvas(page).evaluate((element) => ((element as HTMLCanvasElement).width / 1.5) % 1);
  expect(parts, "the width is of whole dots: the test says nothing").not.toBe(0);
  const ground = await dot(page);
  for (const [across, down] of [[1, 0], [0, 1], [1, 1]] as const) expect(await dot(page, across, down)).toEqual(ground);
  await context.close();
});

test("a narrower window redraws the figure in its other shape", async ({ page }) => {
  await open(page, ZH);
  await page.setViewportSize(SCREENS.phone);
  await expect.poll(async () => {
    const box = await canvas(page).boundingBox();
    return box ? Math.round((box.width / box.height) * 100) : 0;
  }).toBe(75);
  await expect.poll(() => canvas(page).evaluate((e) => (e as HTMLCanvasElement).width)).toBe(358);
});

/** The colour of a dot of the figure: the first, or the last across and down. */
function dot(page: Page, across: 0 | 1 = 0, down: 0 | 1 = 0): Promise<number[]> {
  return canvas(page).evaluate((element, [right, bottom]) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    context?.drawImage(element as HTMLCanvasElement, -right * (width - 1), -bottom * (height - 1));
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, [across, down] as const);
}

test("dark follows the system, and the reader's choice goes before it and is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, ZH);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground()).toBe("rgb(20, 24, 29)");
  expect(await dot(page)).toEqual([20, 24, 29, 255]);
  await page.locator("dui-settings select").selectOption("light");
  expect(await ground()).toBe("rgb(255, 255, 255)");
  await expect.poll(() => dot(page)).toEqual([255, 255, 255, 255]);
  await page.reload();
  await ready(page);
  expect(await ground()).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("dui-settings select").selectOption("system");
  expect(await ground()).toBe("rgb(255, 255, 255)");
});

test("a theme in the address holds until the reader chooses", async ({ page }) => {
  await open(page, `${ZH}?theme=dark`);
  expect(await dot(page)).toEqual([20, 24, 29, 255]);
  await page.locator("dui-settings select").selectOption("light");
  await expect.poll(() => dot(page)).toEqual([255, 255, 255, 255]);
  expect(page.url()).not.toContain("theme");
});

test("the served picture is dark where the system is", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`./${ZH}`);
  const fill = (role: string) =>
    page.locator(`.picture.wide rect.${role}, .picture.wide path.${role}`).first().evaluate((e) => getComputedStyle(e).fill);
  expect(await fill("home")).toBe("rgb(255, 107, 82)");
  expect(await fill("rest")).toBe("rgb(98, 106, 117)");
  await context.close();
});

test("the site works from a sub-path", async ({ page }) => {
  const root = process.env["DUIBIAO_SUBPATH_URL"];
  const missing: string[] = [];
  page.on("response", (answer) => answer.status() >= 400 && missing.push(answer.url()));
  for (const path of ["", "zh/", "en/indicator/hospital-beds/?home=ningbo"]) {
    await page.goto(new URL(path, root).href);
    await ready(page);
    if (!path.includes("indicator")) await reach(page);
    await expect(canvas(page)).toBeVisible();
  }
  await page.locator("a.brand").click();
  await ready(page);
  expect(page.url()).toBe(new URL("en/home/ningbo/", root).href);
  expect(missing).toEqual([]);
});
