/** Every kind of page stays where it is while its script, its fonts and its tools come: nothing jumps. */
import { expect, INDICATOR, reach, ready, test, type Page } from "./open";

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const PAGES = ["", "home/ningbo/", INDICATOR, "scorecard/", "city/lishui/", "data/", "methods/", "charts/", "facts/", "nowhere/",
  // months have long names
  "indicator/class3-device-approvals-month/"];

interface Shift {
  value: number;
  what: string[];
}

/** Notes every shift that the reader did not cause, with what moved. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    interface Entry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Element | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as unknown as Entry[]) {
        const what = sources.map(({ node }) => `${node?.nodeName ?? ""}.${node?.className ?? ""}`);
        if (!hadRecentInput) shifts.push({ value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** All shifts since the page began. */
function shifts(page: Page): Promise<Shift[]> {
  return page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
}

for (const [name, viewport] of Object.entries(SCREENS)) {
  for (const lang of ["zh", "en"]) {
    test(`on a ${name} no page in ${lang} moves while it comes to life`, async ({ page, watched }) => {
      test.setTimeout(60_000);
      await page.setViewportSize(viewport);
      await noteShifts(page);
      for (const path of PAGES) {
        await page.goto(`./${lang}/${path}`);
        await ready(page);
        if (path === "" || path.startsWith("home/")) await reach(page);
        await page.waitForTimeout(400);
        const seen = await shifts(page);
        const sum = seen.reduce((total, { value }) => total + value, 0);
        expect(sum, `${path} ${JSON.stringify(seen)}`).toBeLessThanOrEqual(0.02);
      }
      // the browser's own word about the address that leads nowhere
      watched.complaints = watched.complaints.filter((text) => !text.includes("404"));
    });
  }
}
