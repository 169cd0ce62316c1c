/** axe finds nothing, in either language and theme, with the sheets shut and open. */
import { violations } from "./axe";
import { expect, INDICATOR, open, openSheet, test } from "./open";

for (const lang of ["zh", "en"]) {
  for (const theme of ["light", "dark", "contrast", "contrast-dark"]) {
    test(`in ${lang}, ${theme}`, async ({ page }) => {
      const contrast = theme.startsWith("contrast") ? "more" : "no-preference";
      await page.emulateMedia({ colorScheme: theme.endsWith("dark") ? "dark" : "light", contrast });
      await open(page, `${lang}/${INDICATOR}`);
      expect(await violations(page)).toEqual([]);
      await page.locator("#tab-table").click();
      await expect(page.locator("#records table")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    for (const picker of ["indicator", "peers"] as const) {
      test(`in ${lang}, ${theme}, with the sheet of ${picker}`, async ({ page }) => {
        const contrast = theme.startsWith("contrast") ? "more" : "no-preference";
        await page.emulateMedia({ colorScheme: theme.endsWith("dark") ? "dark" : "light", contrast });
        await open(page, `${lang}/${INDICATOR}`);
        await openSheet(page, picker);
        expect(await violations(page)).toEqual([]);
      });
    }
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
