/** Nothing from an address or a view becomes markup, and nothing runs or loads that the policy does not name. */
import { expect, open, ready, test, title, type Page, ZH } from "./open";

const HOSTILE = "<img src=x onerror=\"document.documentElement.dataset.hacked=''\">";

async function unharmed(page: Page): Promise<void> {
  await expect(page.locator("html[data-hacked]")).toHaveCount(0);
  await expect(page.locator("main img, main script, main iframe")).toHaveCount(0);
}

test("the policy allows the page's own files and nothing inline", async ({ page, request }) => {
  await open(page, ZH);
  const policy = (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
  const rules = new Map(policy.split(";").map((rule) => [rule.trim().split(" ")[0], rule.trim().split(" ").slice(1).join(" ")]));
  expect(rules.get("default-src")).toBe("'none'");
  expect(rules.get("script-src")).toBe("'self' 'wasm-unsafe-eval'");
  expect(rules.get("style-src")).toBe("'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("http");
  const served = await (await request.get(`./${ZH}`)).text();
  expect(served).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)(?! type="application\/ld\+json")|\son[a-z]+=/);
});

test("a script in the page would not run", async ({ page, watched }) => {
  await open(page, ZH);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.hacked = ''";
    document.body.append(script);
  });
  await expect(page.locator("html[data-hacked]")).toHaveCount(0);
  expect(watched.complaints.join()).toContain("Content Security Policy");
  watched.complaints.length = 0;
});

for (const field of ["title", "home", "peers", "chart", "period", "range", "scope", "group", "benchmark", "theme"]) {
  test(`hostile ${field} in the address stays text`, async ({ page }) => {
    await open(page, `${ZH}?${field}=${encodeURIComponent(HOSTILE)}`);
    await unharmed(page);
    if (field === "title") await expect(title(page)).toHaveText(HOSTILE);
  });
}

test("an indicator that is markup stays text", async ({ page }) => {
  await open(page, ZH);
  await page.evaluate((path) => {
    history.pushState(null, "", path);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `../../../zh/indicator/${encodeURIComponent(HOSTILE)}/`);
  await expect(page.locator("dui-state")).toContainText("onerror");
  await unharmed(page);
});

test("a view of hostile text stays text in every part of the page", async ({ page }) => {
  await open(page, ZH);
  await page.evaluate(async (text) => {
    interface Asking extends Element {
      page: { ask(view: object, kind: string): void };
    }
    const view = { title: text, home: text, peers: [text], group: text, period: text, scope: text, range: text };
    document.querySelector<Asking>("dui-figure")?.page.ask(view, "");
  }, HOSTILE);
  await expect(title(page)).toHaveText(HOSTILE);
  await page.locator("#tab-table").click();
  await unharmed(page);
});

test("a hostile title survives every chart, the table and the other language as text", async ({ page }) => {
  await open(page, `${ZH}?title=${encodeURIComponent(HOSTILE)}&chart=trend-lines`);
  await expect(page).toHaveTitle(new RegExp("^<img src=x"));
  await expect(page.locator("dui-figure canvas")).toBeVisible();
  await page.locator("a.language").click();
  await ready(page);
  await expect(title(page)).toHaveText(HOSTILE);
  await unharmed(page);
});

test("links to sources lead to web addresses and give no handle on the page", async ({ page }) => {
  await open(page, ZH);
  const links = page.locator("dui-sources a");
  expect(await links.count()).toBeGreaterThan(0);
  for (const link of await links.all()) {
    expect(await link.getAttribute("href")).toMatch(/^https?:\/\//);
    expect(await link.getAttribute("rel")).toContain("noopener");
  }
});
