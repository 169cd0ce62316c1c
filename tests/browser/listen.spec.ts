/** Listening: nothing sounds by itself, a button opens a small dialog, keys suffice, and Escape ends it. */
import { equipped, expect, open, type Page, test, ZH } from "./open";

/** What was asked of the browser's sounds. */
interface Sounds {
  contexts: number;
  closed: number;
  tones: { hertz: number; at: number }[];
}

async function watchSounds(page: Page): Promise<() => Promise<Sounds>> {
  await page.addInitScript(() => {
    const sounds: Sounds = { contexts: 0, closed: 0, tones: [] };
    Object.assign(window, { sounds });
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        sounds.contexts += 1;
      }

      override close(): Promise<void> {
        sounds.closed += 1;
        return super.close();
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at = 0) {
      sounds.tones.push({ hertz: this.frequency.value, at });
      start.call(this, at);
    };
  });
  return () => page.evaluate(() => (window as unknown as { sounds: Sounds }).sounds);
}

test("home and a peer are heard over the years, by keys alone", async ({ page }) => {
  const sounds = await watchSounds(page);
  await open(page, ZH);
  await equipped(page);
  expect((await sounds()).contexts).toBe(0);
  await page.locator("dui-time .listen").focus();
  await page.keyboard.press("Enter");
  const box = page.getByRole("dialog", { name: "听本市与另一市的走势" });
  await expect(box).toBeVisible();
  await expect(box.getByRole("combobox")).toBeFocused();
  await expect(box.getByRole("combobox")).toHaveValue("hangzhou");
  expect((await sounds()).contexts).toBe(0);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(box.locator(".said")).toHaveText("正在播放：左边温州，右边杭州，2005年至2023年。音越高，数越大；没有声音，就是没有数据。");
  const { contexts, tones } = await sounds();
  expect(contexts).toBe(1);
  // a click at each of 19 years; home's and the peer's notes, from 220 to 880 Hz
  expect(tones.filter(({ hertz }) => hertz === 1600)).toHaveLength(19);
  const notes = tones.map(({ hertz }) => hertz).filter((hertz) => hertz !== 1600);
  expect(Math.min(...notes)).toBeCloseTo(220, 0);
  expect(Math.max(...notes)).toBeCloseTo(880, 0);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  expect((await sounds()).closed).toBe(1);
  await expect(page.locator("dui-time .listen")).toBeFocused();
});

test("the button stops it, and another city can be chosen", async ({ page }) => {
  const sounds = await watchSounds(page);
  await open(page, ZH);
  await equipped(page);
  await page.locator("dui-time .listen").click();
  const box = page.getByRole("dialog", { name: "听本市与另一市的走势" });
  await box.getByRole("combobox").selectOption("lishui");
  await box.getByRole("button", { name: "开始" }).click();
  await expect(box.locator(".said")).toContainText("右边丽水");
  await box.getByRole("button", { name: "停止" }).click();
  expect((await sounds()).closed).toBe(1);
  await box.getByRole("button", { name: "关闭" }).click();
  await expect(box).toBeHidden();
});

test("what several cities are together is heard as one more", async ({ page }) => {
  const sounds = await watchSounds(page);
  await open(page, ZH);
  await equipped(page);
  await page.locator("dui-time .listen").click();
  const box = page.getByRole("dialog", { name: "听本市与另一市的走势" });
  await box.getByRole("combobox").selectOption({ label: "对比城市的平均" });
  await box.getByRole("button", { name: "开始" }).click();
  await expect(box.locator(".said")).toContainText("右边对比城市的平均，2005年至2023年");
  // a click, home and the average, for each of 19 years
  await expect.poll(async () => (await sounds()).tones.length).toBe(3 * 19);
  await box.getByRole("combobox").selectOption({ label: "其他各市的中位数" });
  await page.keyboard.press("Escape");
});
