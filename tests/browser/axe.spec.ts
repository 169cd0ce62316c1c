/** axe finds nothing, in either language and theme, with the sheets shut and open. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, INDICATOR, open, openSheet, test, type Page } from "./open";

const AXE = readFileSync(join(__dirname, "../../www/node_modules/axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await axe.run();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}

for (const lang of ["zh", "en"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`in ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, `${lang}/${INDICATOR}`);
      expect(await violations(page)).toEqual([]);
      await page.locator("#tab-table").click();
      await expect(page.locator("#records table")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      for (const picker of ["indicator", "peers"] as const) {
        await openSheet(page, picker);
        expect(await violations(page), picker).toEqual([]);
        await page.keyboard.press("Escape");
      }
    });
  }

  test(`in ${lang} on a phone, without scripts`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.route("**/app-*.js", (route) => route.abort());
    await page.goto(`./${lang}/${INDICATOR}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}
