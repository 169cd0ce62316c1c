// The browser tests. `cargo xtask test` serves the site and says where and which Chromium;
// run by themselves (npx playwright test --config tests/browser, from www/) they serve dist/ as it is.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const PORT = 4173;
const SUBPATH = "/some/path/";
const url = process.env["DUIBIAO_URL"];
const alone = url === undefined;

/** Chromium as `cargo xtask` looks for it. */
function chromium(): string {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env["CHROME"] ?? files.find((file) => existsSync(file));
  if (found === undefined) throw new Error("no Chromium was found; install it or set CHROME to its program");
  return found;
}

/** The server of `cargo xtask serve`, for a run without `cargo xtask test`. */
function server(port: number, base: string) {
  return {
    command: `cargo xtask serve --no-build --port ${port} --base ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    cwd: join(__dirname, "../.."),
    timeout: 120_000,
  };
}

const servers = alone ? [server(PORT, "/"), server(PORT + 1, SUBPATH)] : [];
// The tests of the sub-path find its address here in both cases.
process.env["DUIBIAO_SUBPATH_URL"] ??= servers[1]?.url;

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  // A test that needs a second try is wrong.
  retries: 0,
  // Five times what the slowest takes on a machine at rest: only what hangs is cut.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A page keeps one processor busy; left alone, half of them would stay idle.
  workers: "100%",
  reporter: [["list"]],
  webServer: servers,
  use: {
    baseURL: url ?? `http://127.0.0.1:${PORT}/`,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    // A worker answers before the routes of a test do; offline.spec.ts lets it.
    serviceWorkers: "block",
    // A trace costs a third of the time, so it is made when asked for: TRACE=1 cargo xtask test --only browser
    trace: process.env["TRACE"] === undefined ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
