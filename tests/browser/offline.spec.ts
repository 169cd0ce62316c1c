/** Visits without a network, and a new version while somebody reads: two builds on a server that changes between them. */
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

test.use({ serviceWorkers: "allow" });
// A worker keeps a whole edition before it answers, and on a slow machine that takes its time.
test.describe.configure({ mode: "default", timeout: 120_000 });
const LONG = { timeout: 60_000 };

const REPOSITORY = join(__dirname, "../..");
const BASE = "/some/path/";
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** A plain host below a path, whose folder can be changed under it. */
class Host {
  folder = "";
  readonly #server: Server = createServer((request, answer) => {
    const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
    const file = join(this.folder, path.startsWith(BASE) ? path.slice(BASE.length) : "-", path.endsWith("/") ? "index.html" : "");
    const found = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    const body = readFileSync(found ? file : join(this.folder, "404.html"));
    answer.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/html", "Cache-Control": "no-cache" });
    answer.end(body);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${BASE}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Builds the site of a data folder with the assets of the finished one. */
function build(folder: string, data: string): void {
  const program = process.env["DUIBIAO_BIN"] ?? join(REPOSITORY, "target/release/duibiao");
  const base = `https://example.org${BASE}`;
  cpSync(join(REPOSITORY, "dist/assets"), join(folder, "assets"), { recursive: true });
  const flags = ["site", "--out", folder, "--web", join(REPOSITORY, "target/web"), "--data", data, "--base-url", base];
  execFileSync(program, flags, { stdio: "pipe" });
}

const host = new Host();
let root = "";
let place = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = mkdtempSync(join(tmpdir(), "duibiao-offline-"));
  const data = join(place, "data");
  cpSync(join(REPOSITORY, "data"), data, { recursive: true });
  build(join(place, "a"), data);
  // one figure of the default view is another one in the second build
  const file = join(data, "indicators.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("每千人执业", "每一千人执业"));
  build(join(place, "b"), data);
  host.folder = join(place, "a");
  root = await host.start();
});

test.afterAll(() => {
  host.stop();
  rmSync(place, { recursive: true, force: true });
});

test.beforeEach(() => {
  host.folder = join(place, "a");
});

/** Waits until the worker has kept its build and answers for the page. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, LONG);
}

/** Waits until a second edition is kept whole beside the one that answers. */
async function waiting(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null, undefined, LONG);
}

async function ready(page: Page): Promise<void> {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

async function visit(context: BrowserContext, path = "zh/"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(root + path);
  await ready(page);
  await kept(page);
  return page;
}

/** The folder of the data that a page belongs to. */
function folder(page: Page): Promise<string | null> {
  return page.locator("html").getAttribute("data-data");
}

test("without a network the opening, an indicator that was never visited and the other language are there, and say so", async ({ context }) => {
  const page = await visit(context);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await expect(page.locator(".news")).toContainText("现在没有网络");
  await expect(page.locator("#title")).toContainText("每千人执业");
  await page.goto(`${root}zh/indicator/gdp/?home=ningbo`);
  await ready(page);
  await expect(page.locator("#title")).toContainText("宁波");
  await expect(page.locator("#title")).toContainText("地区生产总值");
  await page.goto(`${root}en/indicator/gdp/`);
  await ready(page);
  await expect(page.locator("#title")).toContainText("GDP");
  await expect(page.locator(".news")).toContainText("There is no network");
});

test("every kept page opens without a network", async ({ context }) => {
  const page = await visit(context);
  const worker = readFileSync(join(place, "a/sw.js"), "utf8");
  const { first, rest } = JSON.parse(/^self\.edition=(.*);\n/.exec(worker)?.[1] ?? "{}") as Record<string, string[]>;
  const pages = [...(first ?? []), ...(rest ?? [])].filter((path) => /^zh\/[^/]+\/$/.test(path));
  await context.setOffline(true);
  for (const path of ["zh/", ...pages]) {
    await page.goto(root + path);
    await expect(page.locator("main#content")).toBeVisible();
    await expect(page.locator(".news")).toContainText("现在没有网络");
  }
});

test("the empty explorer never shows another indicator's picture", async ({ context }) => {
  const page = await visit(context);
  await context.setOffline(true);
  await page.route("**/core-*.wasm", (route) => route.abort());
  await page.goto(`${root}zh/indicator/hospital-beds/`, { waitUntil: "commit" });
  const seen = await page.locator("body").innerText();
  expect(seen).not.toContain("执业(助理)医师3.80");
});

test("a page that was visited is kept, one that does not exist is lost and says that there is no network", async ({ context }) => {
  const page = await visit(context, "zh/indicator/gdp/");
  await page.reload();
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".picture.wide svg").or(page.locator("dui-figure canvas")).first()).toBeAttached();
  await page.goto(`${root}en/no/such/`);
  await expect(page.locator(".lost[data-lang=en] .nearest")).toContainText("There is no network");
  await expect(page.locator(".lost[data-lang=zh]")).toBeHidden();
});

test("a new version waits, is announced, and comes whole when it is asked for", async ({ context }) => {
  const page = await visit(context);
  const old = await folder(page);
  host.folder = join(place, "b");
  await page.reload();
  await ready(page);
  await waiting(page);
  await expect(page.locator(".news")).toContainText("有新版本");
  expect(await folder(page)).toBe(old);
  await expect(page.locator("#title")).toContainText("每千人执业");
  // a page that was never visited is of the old version, too
  await page.goto(`${root}zh/indicator/gdp/`);
  await ready(page);
  expect(await folder(page)).toBe(old);
  await page.goto(`${root}zh/`);
  await ready(page);
  let loads = 0;
  page.on("load", () => (loads += 1));
  await page.locator(".news").getByRole("button", { name: "换到新版本" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-data", old ?? "");
  await ready(page);
  await expect(page.locator("#title")).toContainText("每一千人执业");
  await page.waitForTimeout(500);
  expect(loads, "one reload").toBe(1);
  await expect(page.locator(".news")).toBeEmpty();
  await page.goto(`${root}zh/indicator/gdp/`);
  await ready(page);
  expect(await folder(page)).not.toBe(old);
});

test("another window keeps its version until its reader takes the new one", async ({ context }) => {
  const [one, two] = [await visit(context), await visit(context)];
  const old = await folder(two);
  host.folder = join(place, "b");
  await one.reload();
  await waiting(one);
  await one.locator(".news").getByRole("button", { name: "换到新版本" }).click();
  await expect(one.locator("html")).not.toHaveAttribute("data-data", old ?? "");
  expect(await folder(two)).toBe(old);
  await expect(two.locator(".news")).toContainText("有新版本");
  // its own data are still there for it
  const status = await two.evaluate(async (file) => (await fetch(file)).status, `${root}${old}economy.json`);
  expect(status).toBe(200);
  await two.locator(".news").getByRole("button", { name: "换到新版本" }).click();
  await expect(two.locator("html")).not.toHaveAttribute("data-data", old ?? "");
});

/** The addresses of all that is kept. */
function names(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
    return found;
  });
}

test("who saves data keeps only what is visited", async ({ context }) => {
  cpSync(join(place, "a"), join(place, "frugal"), { recursive: true });
  const worker = join(place, "frugal/sw.js");
  const saves = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });\n';
  writeFileSync(worker, saves + readFileSync(worker, "utf8"));
  host.folder = join(place, "frugal");
  const page = await visit(context, "zh/facts/");
  expect((await names(page)).filter((name) => name.endsWith("/"))).toEqual([]);
  await page.reload();
  await ready(page);
  await expect.poll(async () => (await names(page)).filter((name) => name.endsWith("/"))).toEqual([`${root}zh/facts/`]);
  expect((await names(page)).filter((name) => name.includes("/core-"))).toEqual([]);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("main#content")).toBeVisible();
});

test("the core is kept beforehand, the pages of indicators are not", async ({ context }) => {
  const page = await visit(context);
  const all = await names(page);
  expect(all.some((name) => name.includes("/core-"))).toBe(true);
  expect(all.filter((name) => name.includes("/indicator/") && !name.includes("/-/"))).toEqual([]);
});
