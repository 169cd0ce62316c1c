// The npm package with the element: what is in it, what it says of itself, what its files cost. It must have been written by build.mjs --package.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gunzipSync } from "node:zlib";

const root = process.env.DUIBIAO_ROOT ?? assert.fail("DUIBIAO_ROOT is not set; run cargo xtask test --only unit");
const folder = join(root, "target/web/package");
const read = (name) => readFileSync(join(folder, name));
const text = (name) => read(name).toString("utf8");
const described = JSON.parse(text("package.json"));

/** The data of the site but what only its pickers need. */
const packs = (() => {
  const data = join(root, "dist/data");
  const version = readdirSync(data, { withFileTypes: true }).find((entry) => entry.isDirectory()).name;
  return readdirSync(join(data, version)).filter((name) => !name.startsWith("choices-")).map((name) => [name, readFileSync(join(data, version, name))]);
})();

test("npm packs what is needed and nothing else", () => {
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"], { cwd: folder, encoding: "utf8" }));
  const expected = [
    "LICENSE", "LICENSE-APACHE", "LICENSE-MIT", "OFL.txt", "README.md", "package.json",
    "core.wasm", "gallery.wasm", "gallery.js", "latin-400.woff2", "latin-700.woff2",
    "duibiao-chart.js", "duibiao-chart.classic.js", "duibiao-chart.d.ts",
    "example.html", "example-classic.html", "example.css", "example.js",
    "data/LICENCES.md", ...packs.map(([name]) => `data/${name}`),
  ];
  assert.deepEqual(files.map(({ path }) => path).sort(), expected.sort());
  for (const { path, size } of files) assert.ok(size > 0, `${path} is empty`);
});

test("it runs nothing when it is installed, needs nothing else, and names files that are there", () => {
  for (const field of ["scripts", "dependencies", "peerDependencies", "optionalDependencies", "bin"]) assert.ok(!(field in described), field);
  assert.equal(described.name, "duibiao");
  const [, version] = /^version = "([^"]+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  assert.equal(described.version, version);
  const named = [described.main, described.types, ...described.sideEffects, ...Object.values(described.exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)))];
  for (const name of named) if (!name.includes("*")) assert.ok(read(name).length > 0, name);
});

test("its data are those of the site, as files and in the classic script", () => {
  assert.ok(packs.length > 10);
  const classic = text("duibiao-chart.classic.js");
  for (const [name, bytes] of packs) {
    assert.ok(read(`data/${name}`).equals(bytes), name);
    const [, held] = new RegExp(`"${name.replace(".", "\\.")}":"([A-Za-z0-9+/=]+)"`).exec(classic) ?? assert.fail(`${name} is not in the classic script`);
    assert.ok(gunzipSync(Buffer.from(held, "base64")).equals(bytes), name);
  }
});

test("what a page downloads is within its budget, and the README says what it is", () => {
  const readme = text("README.md");
  const sent = (name) => brotliCompressSync(read(name)).length;
  const limits = [["duibiao-chart.js", sent("duibiao-chart.js"), 14_500], ["gallery.js", sent("gallery.js"), 5_000], ["duibiao-chart.classic.js", read("duibiao-chart.classic.js").length, 1_200_000]];
  for (const [name, size, limit] of limits) assert.ok(size <= limit, `${name} is ${size} bytes, ${limit} are allowed`);
  for (const limit of ["14.5", "1.2"]) assert.ok(readme.includes(`≤ ${limit} `), `the README names no ${limit}`);
});

test("the classic script is one file in letters that any encoding has, without module syntax", () => {
  const classic = text("duibiao-chart.classic.js");
  assert.match(classic, /^[\x00-\x7f]*$/);
  assert.doesNotMatch(classic, /import\.meta|^(?:import|export)\b|[;}]export\{/m);
  assert.doesNotThrow(() => new Function(classic));
});

test("neither script evaluates text, writes markup, or keeps anything", () => {
  for (const name of ["duibiao-chart.js", "duibiao-chart.classic.js", "gallery.js"]) {
    assert.doesNotMatch(text(name), /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|indexedDB|serviceWorker|\.cookie/, name);
  }
});

test("where there is no document the module loads and does nothing", async () => {
  const { DuibiaoChart } = await import(pathToFileURL(join(folder, "duibiao-chart.js")).href);
  assert.equal(typeof DuibiaoChart, "function");
  assert.ok(DuibiaoChart.observedAttributes.includes("view"));
});

test("the types are whole: each name that they use is declared, and tsc takes them", () => {
  const types = text("duibiao-chart.d.ts");
  assert.doesNotMatch(types, /#core/);
  for (const name of ["View", "Lang", "Words", "ChartId", "BenchmarkKind", "ThemeId", "Picked", "Failure", "DuibiaoChart"]) assert.match(types, new RegExp(`export (?:declare class|interface|type) ${name}\\b`), name);
  const tsc = join(root, "www/node_modules/typescript/bin/tsc");
  execFileSync("node", [tsc, "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--ignoreConfig", join(folder, "duibiao-chart.d.ts")], { stdio: "pipe" });
});

test("the examples have the picture and the table in their element, nothing inline, and no other address", () => {
  for (const name of ["example.html", "example-classic.html"]) {
    const page = text(name);
    assert.match(page, /<duibiao-chart class="first"[^>]*>\s*<svg slot="picture" [^>]*aria-label="[^"]+"/, name);
    assert.match(page, /<details><summary>数据表<\/summary>\s*<table>/, name);
    assert.doesNotMatch(page, /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|https?:\/\/(?!www\.w3\.org)/, name);
  }
});

test("the README names every attribute, event and custom property", () => {
  const readme = text("README.md");
  const schema = JSON.parse(execFileSync(process.env.DUIBIAO_BIN, ["--json-schema", "view"], { encoding: "utf8" }));
  const properties = [...readFileSync(join(root, "www/src/component/look.ts"), "utf8").matchAll(/--duibiao-[a-z]+(?!-?\$)\b/g)].map(([name]) => name);
  const names = [...Object.keys(schema.properties), "view", "data-src", "ratio", "width", "height", "ready", "change", "select", "error", ...properties, "--duibiao-scale", "--duibiao-home", "--duibiao-peer-1", "--duibiao-rest-line"];
  for (const name of names) assert.equal(readme.split(`\`${name}\``).length > 2, true, `${name} stands in each language`);
});
