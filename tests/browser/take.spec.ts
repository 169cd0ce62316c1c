/** The dialog for taking figures along: each kind of file, the report of several figures, and what is told. */
import { readFile } from "node:fs/promises";
import { COLOURS, violations } from "./axe";
import { EN, equipped, expect, type Locator, open, type Page, show, test, ZH } from "./open";

/** Opens the dialog. */
async function take(page: Page): Promise<Locator> {
  await equipped(page);
  await page.locator("dui-take .taking").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Presses a button of the dialog and gives the file that comes. */
async function file(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("each kind of document is made in the page, by what comes when it is first asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
  await open(page, ZH);
  const dialog = await take(page);
  expect(asked.filter((name) => /^(pdf|xlsx|slides|paper|documents|native)-/.test(name)), "nothing of it comes before").toEqual([]);
  const pdf = await file(page, "下载PDF");
  expect(pdf.name).toMatch(/温州.*\.pdf$/);
  expect(pdf.bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
  await expect(dialog.getByRole("status")).toContainText(pdf.name);
  expect(asked.some((name) => name.startsWith("xlsx-"))).toBe(false);
  for (const [name, ending] of [["下载Excel", "xlsx"], ["下载PowerPoint", "pptx"], ["下载Word", "docx"]] as const) {
    const { name: called, bytes } = await file(page, name);
    expect(called).toMatch(new RegExp(`温州.*\\.${ending}$`));
    expect(bytes.subarray(0, 2).toString(), called).toBe("PK");
  }
});

test("a picture has the size that is asked for, and one for print says so", async ({ page }) => {
  await open(page, `${EN}?chart=trend-lines`);
  const dialog = await take(page);
  await dialog.getByRole("combobox").selectOption("times-3");
  const thrice = await file(page, "Download PNG");
  expect([thrice.bytes.readUInt32BE(16), thrice.bytes.readUInt32BE(20)]).toEqual([2880, 1800]);
  await dialog.getByRole("combobox").selectOption("centimetres-16");
  const print = await file(page, "Download PNG");
  // 16 cm at 300 dots an inch
  expect(print.bytes.readUInt32BE(16)).toBe(1890);
  expect(print.bytes.subarray(37, 41).toString()).toBe("pHYs");
  const plain = await file(page, "Download SVG");
  expect(plain.bytes.toString()).toContain("<text");
  await dialog.getByRole("checkbox").check();
  const outlines = await file(page, "Download SVG");
  expect(outlines.bytes.toString()).not.toContain("<text");
});

test("several figures make one report", async ({ page }) => {
  await open(page, ZH);
  let dialog = await take(page);
  await dialog.getByRole("button", { name: "把这张图放进报告" }).click();
  await expect(dialog.getByRole("status")).toHaveText("已放进报告，共1张图");
  await page.keyboard.press("Escape");
  await show(page, "radar");
  dialog = await take(page);
  await expect(dialog.locator(".held li")).toHaveCount(1);
  await dialog.getByRole("button", { name: "把这张图放进报告" }).click();
  await expect(dialog.locator(".held li")).toHaveCount(2);
  const { name, bytes } = await file(page, "下载PDF");
  expect(name).toBe("对标报告.pdf");
  expect(bytes.toString("latin1").match(/\/Type ?\/Page\b/g)?.length).toBe(2);
  await dialog.locator(".held li").first().getByRole("button").click();
  await expect(dialog.locator(".held li")).toHaveCount(1);
  await expect(dialog.getByRole("button", { name: "把这张图放进报告" })).toBeFocused();
});

test("what can't be had is told, and tried again", async ({ page, watched }) => {
  await open(page, ZH);
  const dialog = await take(page);
  await page.route(/\/xlsx-.*\.wasm$/, (route) => route.abort());
  await dialog.getByRole("button", { name: "下载Excel" }).click();
  await expect(dialog.getByRole("status")).toContainText("没有做成");
  await page.unroute(/\/xlsx-.*\.wasm$/);
  expect((await file(page, "下载Excel")).bytes.subarray(0, 2).toString()).toBe("PK");
  watched.complaints = watched.complaints.filter((text) => !text.includes("ERR_FAILED"));
});

test("by keys alone the dialog opens, takes a file and gives the focus back", async ({ page }) => {
  await open(page, ZH);
  await equipped(page);
  await page.locator("dui-take .taking").focus();
  await page.keyboard.press("Enter");
  const coming = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "下载SVG" }).focus();
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/\.svg$/);
  await page.keyboard.press("Escape");
  await expect(page.locator("dui-take .taking")).toBeFocused();
});

for (const lang of ["zh", "en"] as const) {
  test(`the dialog fits 320 px and axe finds nothing in it, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, lang === "zh" ? ZH : EN);
    const dialog = await take(page);
    await dialog.locator(".gather").click();
    await expect(dialog.locator(".held li")).toHaveCount(1);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, colorScheme === "light" ? [] : COLOURS), colorScheme).toEqual([]);
    }
  });
}
