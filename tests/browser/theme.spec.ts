/** Themes: followed, chosen, kept, there before the first paint; forced colours; and nothing that moves. */
import { violations } from "./axe";
import { canvas, EN, equipped, expect, INDICATOR, open, openSheet, ready, test, ZH, type Page } from "./open";

/** The ground of each theme, as in src/scene/theme.rs. */
const GROUNDS = {
  light: [255, 255, 255],
  dark: [20, 24, 29],
  contrast: [255, 255, 255],
  "contrast-dark": [0, 0, 0],
} as const;

/** Home's colour in each theme, as in src/scene/theme.rs. */
const HOMES = { light: "#c8321f", dark: "#ff6b52", contrast: "#b00000", "contrast-dark": "#ff7a5c" } as const;

type Theme = keyof typeof GROUNDS;

const THEMES = Object.keys(GROUNDS) as Theme[];

/** What the page and its live picture look like now. */
async function look(page: Page): Promise<{ ground: string; home: string; corner: number[]; hasHome: boolean }> {
  return canvas(page).evaluate((element) => {
    const style = getComputedStyle(document.documentElement);
    const home = style.getPropertyValue("--home").trim();
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(element as HTMLCanvasElement, 0, 0);
    const dots = copy?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(home.slice(i, i + 2), 16));
    let hasHome = false;
    for (let i = 0; i < dots.length && !hasHome; i += 4) hasHome = dots[i] === r && dots[i + 1] === g && dots[i + 2] === b;
    return { ground: style.backgroundColor, home, corner: [...dots.slice(0, 3)], hasHome };
  });
}

/** Waits until page and picture have this theme. */
async function expectTheme(page: Page, theme: Theme): Promise<void> {
  const ground = GROUNDS[theme];
  await expect
    .poll(() => look(page))
    .toEqual({ ground: `rgb(${ground.join(", ")})`, home: HOMES[theme], corner: [...ground], hasHome: true });
}

for (const lang of ["zh", "en"]) {
  for (const theme of THEMES) {
    test(`${theme} in ${lang} is chosen, kept for the next visit, and axe finds nothing`, async ({ page, context }) => {
      // a system that wants the opposite
      await page.emulateMedia({ colorScheme: theme.endsWith("dark") ? "light" : "dark" });
      await open(page, `${lang}/${INDICATOR}`);
      await page.locator("dui-settings select").selectOption(theme);
      await expectTheme(page, theme);
      expect(await violations(page)).toEqual([]);
      await page.reload();
      await ready(page);
      await expectTheme(page, theme);
      await expect(page.locator("dui-settings select")).toHaveValue(theme);
      expect(await context.cookies()).toEqual([]);
    });
  }
}

test("with high contrast nothing on the page is below 7 : 1, and links are underlined", async ({ page }) => {
  await open(page, `${ZH}?theme=contrast`);
  const style = (what: string, name: string, part?: string) =>
    page.locator(what).first().evaluate((e, [property, pseudo]) => getComputedStyle(e, pseudo).getPropertyValue(property ?? ""), [name, part] as const);
  // #333 on white is 12.6 : 1
  for (const quiet of [".subtitle", ".foot", ".details", ".caption"]) expect(await style(quiet, "color"), quiet).toBe("rgb(51, 51, 51)");
  await openSheet(page, "home");
  expect(await style(".search", "color", "::placeholder")).toBe("rgb(51, 51, 51)");
  await page.keyboard.press("Escape");
  for (const link of [".formats button", "summary", ".sources a"]) {
    expect(await style(link, "text-decoration-line"), link).toBe("underline");
  }
  await page.keyboard.press("Tab");
  expect(await style(":focus-visible", "outline-width")).toBe("3px");
});

test("the system is followed while the page is open, in colour and contrast", async ({ page }) => {
  await open(page, ZH);
  await expectTheme(page, "light");
  await page.emulateMedia({ contrast: "more" });
  await expectTheme(page, "contrast");
  await page.emulateMedia({ contrast: "more", colorScheme: "dark" });
  await expectTheme(page, "contrast-dark");
  await page.emulateMedia({ contrast: "no-preference", colorScheme: "dark" });
  await expectTheme(page, "dark");
});

test("a choice is taken back by following the system again", async ({ page }) => {
  await open(page, ZH);
  await page.locator("dui-settings select").selectOption("contrast-dark");
  await expectTheme(page, "contrast-dark");
  await page.locator("dui-settings select").selectOption("system");
  await expectTheme(page, "light");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a theme in the address holds, and is not kept", async ({ page }) => {
  await open(page, `${ZH}?theme=contrast`);
  await expectTheme(page, "contrast");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await open(page, EN);
  await expectTheme(page, "light");
});

/** Opens a page whose own script never comes, so that what is seen is what came before it. */
async function unscripted(page: Page, path: string): Promise<string> {
  await page.route("**/app-*.js", (route) => route.abort());
  await page.goto(`./${path}`);
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test("what was chosen is there before the page's script is", async ({ page, watched }) => {
  await open(page, ZH);
  await page.locator("dui-settings select").selectOption("dark");
  expect(await unscripted(page, ZH)).toBe("rgb(20, 24, 29)");
  expect(await unscripted(page, `${ZH}?theme=contrast-dark`)).toBe("rgb(0, 0, 0)");
  // a theme that nobody knows leaves the choice alone
  expect(await unscripted(page, `${ZH}?theme=sepia`)).toBe("rgb(20, 24, 29)");
  // the scripts that were held back
  watched.complaints.length = 0;
});

test("the script before the first paint is small, and reads nothing else", async ({ page, request }) => {
  await page.goto(`./${ZH}`);
  const src = await page.locator("head script[src*='theme-']").getAttribute("src");
  const text = await (await request.get(new URL(src ?? "", page.url()).href)).text();
  expect(text.length).toBeLessThanOrEqual(400);
});

test("a browser that keeps nothing follows the system and complains of nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, ZH);
  await expectTheme(page, "dark");
  await page.locator("dui-settings select").selectOption("light");
  await expectTheme(page, "light");
});

/** A colour of the system as it comes out, and how many dots of the live picture have it. */
async function system(page: Page, name: string): Promise<{ color: number[]; dots: number }> {
  return canvas(page).evaluate((element, color) => {
    const picture = element as HTMLCanvasElement;
    // a canvas that is not on the page has no forced colours
    const probe = document.createElement("span");
    probe.style.setProperty("forced-color-adjust", "none");
    probe.style.color = color;
    document.body.append(probe);
    const [r, g, b] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
    probe.remove();
    const copy = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(picture, 0, 0);
    const all = copy?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
    let dots = 0;
    for (let i = 0; i < all.length; i += 4) if (all[i] === r && all[i + 1] === g && all[i + 2] === b) dots++;
    return { color: [r ?? 0, g ?? 0, b ?? 0], dots };
  }, name);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`where the system forces its colours, ${colorScheme}, pictures have them`, async ({ page, browser }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, ZH);
    await equipped(page);
    await page.locator("dui-settings select").selectOption(colorScheme === "dark" ? "light" : "dark");
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    // home's bar, the grey bars, the ground
    for (const [name, least] of [["Highlight", 2000], ["GrayText", 2000], ["Canvas", 100_000], ["LinkText", 2000]] as const) {
      await expect.poll(async () => (await system(page, name)).dots, name).toBeGreaterThan(least);
    }
    const highlight = `rgb(${(await system(page, "Highlight")).color.join(", ")})`;
    const text = `rgb(${(await system(page, "CanvasText")).color.join(", ")})`;
    const ground = `rgb(${(await system(page, "Canvas")).color.join(", ")})`;
    await page.emulateMedia({ colorScheme, forcedColors: "none" });
    await expectTheme(page, colorScheme === "dark" ? "light" : "dark");

    const context = await browser.newContext({ javaScriptEnabled: false, forcedColors: "active", colorScheme });
    const silent = await context.newPage();
    await silent.goto(`./${ZH}`);
    // some of a system's colours let a little through: what counts is which
    const fill = (what: string) =>
      silent.locator(`.picture.wide ${what}`).first().evaluate((e) => `rgb(${(getComputedStyle(e).fill.match(/\d+/g) ?? []).slice(0, 3).join(", ")})`);
    expect(await fill("rect.ground")).toBe(ground);
    expect(await fill("text.home")).toBe(highlight);
    expect(await fill("text.rest")).toBe(text);
    await context.close();
  });
}

test("who wants less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, ZH);
  await page.locator("dui-figure").evaluate((element) => element.setAttribute("aria-busy", "true"));
  const moving = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")].flatMap((e) => [undefined, "::before", "::after"].map((p) => getComputedStyle(e, p)));
    return all.filter((s) => s.transitionDuration.split(", ").some((d) => Number.parseFloat(d) > 0) || s.animationName !== "none").length;
  });
  expect(moving).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const lang of ["zh", "en"]) {
  test(`on the narrowest phone the head of the page in ${lang} is one line of big enough targets`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await open(page, `${lang}/${INDICATOR}`);
    const boxes = await Promise.all(
      [".brand", ".appearance", "a.language"].map((part) => page.locator(`.masthead ${part}`).boundingBox()),
    );
    let end = 0;
    for (const box of boxes) {
      if (box === null) throw new Error("a part of the masthead is not there");
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.width).toBeGreaterThanOrEqual(44);
      expect(box.x).toBeGreaterThanOrEqual(end);
      expect(box.y).toBe(boxes[0]?.y);
      end = box.x + box.width;
    }
    expect(end).toBeLessThanOrEqual(320);
    await page.locator(".appearance select").selectOption("contrast");
    await expectTheme(page, "contrast");
    await context.close();
  });
}
