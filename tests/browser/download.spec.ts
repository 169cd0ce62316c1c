/** The files that a reader takes along hold what they say. */
import { readFile } from "node:fs/promises";
import { EN, expect, open, test, type Page, ZH } from "./open";

async function download(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.locator("dui-downloads").getByRole("button", { name: format }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("the SVG is a whole picture with its title and source", async ({ page }) => {
  await open(page, ZH);
  const { name, bytes } = await download(page, "SVG");
  expect(name).toMatch(/\.svg$/);
  const text = bytes.toString("utf8");
  const wrong = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    return parsed.querySelector("parsererror")?.textContent ?? (parsed.documentElement.localName === "svg" ? "" : "no svg");
  }, text);
  expect(wrong).toBe("");
  expect(text).toContain("温州");
  expect(text).not.toMatch(/\sstyle=|<script/);
});

test("the PNG has two dots a pixel", async ({ page }) => {
  await open(page, `${EN}?chart=trend-lines`);
  const { name, bytes } = await download(page, "PNG");
  expect(name).toMatch(/\.png$/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1200]);
});

test("the CSV begins with the mark of UTF-8 and has a row a city", async ({ page }) => {
  await open(page, ZH);
  const { name, bytes } = await download(page, "CSV");
  expect(name).toMatch(/\.csv$/);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.subarray(3, 6)).not.toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = bytes.toString("utf8").split("\r\n");
  expect(lines.some((line) => line.startsWith("8,温州,3.8"))).toBe(true);
});
