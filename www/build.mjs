// Bundles the site: src/main.ts, src/site.ts, src/embed.ts, their styles and the core into target/web/, under names that
// carry a hash of their content, so that a host may let browsers keep them for ever.
//
//   node build.mjs             the page
//   node build.mjs --package   the npm package with the element for pages of others, once dist/ is there
//   node build.mjs --tests     the tests of tests/, for Node
//
// `cargo xtask build` runs the first after it has written the core's glue to target/web/pkg/, and the second at its end.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import { makePackage } from "./package/make.mjs";

const www = fileURLToPath(new URL(".", import.meta.url));
const web = join(www, "../target/web");
const assets = join(web, "assets");
/** The wasm modules with the glue around each: what every page with a figure loads, the same with every chart, what writes PDF and Excel files. */
const MODULES = ["core", "gallery", "pdf", "xlsx"];
const wasmOf = (module) => join(web, `${module}.wasm`);
const glueOf = (module) => join(web, "pkg", module, "duibiao.js");

const shared = {
  absWorkingDir: www,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // The type checker knows the same name from tsconfig.json.
  alias: { "#core": glueOf("core"), "#answer": join(www, "src/answer.ts") },
};

/** The fonts that go into PDF files: regular and bold. */
const fontsOf = (kind) => [400, 700].map((weight) => join(www, `../assets/fonts/${kind}-${weight}.otf`));

/** Copies a module to the name that carries its hash, and gives that name. */
function copyModule(module) {
  return copyHashed(wasmOf(module), `${module}.wasm`);
}

/** Copies a file among the assets under a name that carries its hash, and gives that name. */
async function copyHashed(file, name) {
  const hash = createHash("sha256").update(await readFile(file)).digest("hex").slice(0, 8);
  const hashed = name.replace(/(?=\.[^.]+$)/, `-${hash}`);
  await copyFile(file, join(assets, hashed));
  return hashed;
}

/** The one output that an entry point was bundled into. */
function outputOf(metafile, entry) {
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint === entry) return path;
  }
  throw new Error(`www/${entry}: esbuild wrote nothing for it`);
}

/** A path of an output as the site knows it. */
function fromRoot(path) {
  return `assets/${basename(path)}`;
}

async function bundlePage() {
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const cores = await bundleCores();
  const before = new Set(await readdir(assets));
  const documents = await bundleDocuments();
  const later = (await readdir(assets)).filter((name) => !before.has(name)).sort();
  const share = await bundleAlone("share", "src/share.ts");
  const tools = await bundleAlone("tools", "src/tools.ts", { define: { ...documents, SHARE_SCRIPT: JSON.stringify(share) } });
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: { app: "src/main.ts", site: "src/site.ts" },
    outdir: assets,
    entryNames: "[name]-[hash]",
    minify: true,
    metafile: true,
    define: { ...cores, TOOLS_SCRIPT: JSON.stringify(tools) },
  });
  const styles = await esbuild.build({
    ...shared,
    entryPoints: { app: "styles/app.css", embed: "styles/embed.css" },
    outdir: assets,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "file" },
    minify: true,
    metafile: true,
  });
  // The one that runs before the first paint is no module, for modules run after it.
  const theme = await bundleAlone("theme", "src/theme.ts", { format: "iife" });
  const embed = await bundleAlone("embed", "src/embed.ts", { define: cores });
  const chart = await bundleAlone("chart", "src/component/module.ts", { define: { ...cores, ...lettersOf(styles.metafile) } });
  await writeManifest(JSON.parse(cores.CORE_FILE), metafile, { theme, embed }, styles.metafile, [...later, chart]);
  // Names that must not change: their places are not among the assets, and `duibiao site` writes them there.
  // Pages of others load the second, whatever browsers those are for.
  await esbuild.build({ ...shared, entryPoints: { worker: "src/worker.ts" }, outdir: web, format: "iife", minify: true });
  await esbuild.build({ ...shared, entryPoints: { host: "src/host.ts" }, outdir: web, format: "iife", target: "es2017", minify: true });
  // `duibiao site` adds where the data are.
  await writeFile(join(web, "chart.js"), `import { begin } from "./${fromRoot(chart)}";\n`);
}

/** The letters of the element, by weight. */
function lettersOf(styles) {
  const named = Object.keys(styles.outputs).flatMap((path) => {
    const name = basename(path);
    const [, weight] = /^latin-(\d+)-.*\.woff2$/.exec(name) ?? [];
    return weight ? [[weight, name]] : [];
  });
  return texts({ CHART_FONTS: Object.fromEntries(named) });
}

/** The two modules, and the glue of the gallery as a script of its own, which only a reader of its charts loads. Gives their names. */
async function bundleCores() {
  const [core, gallery] = [await copyModule("core"), await copyModule("gallery")];
  const glue = await bundleAlone("gallery", relative(www, glueOf("gallery")));
  return texts({ CORE_FILE: core, GALLERY_FILE: gallery, GALLERY_SCRIPT: glue });
}

/** Bundles a script of its own, so that what is loaded first does not wait for it. Gives its name. */
async function bundleAlone(name, entry, more = {}) {
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: { [name]: entry },
    outdir: assets,
    entryNames: "[name]-[hash]",
    minify: true,
    metafile: true,
    ...more,
  });
  return basename(outputOf(metafile, entry));
}

/** What writes documents, each kind in a script or module that comes when it is first asked for. Gives what the scripts must know of them. */
async function bundleDocuments() {
  const wasm = async (module) => weighed(await copyModule(module));
  const glue = (module) => bundleAlone(module, relative(www, glueOf(module)));
  const fonts = (kind) => Promise.all(fontsOf(kind).map(async (font) => weighed(await copyHashed(font, basename(font)))));
  const PDF = { script: await glue("pdf"), wasm: await wasm("pdf"), fonts: await fonts("native"), extra: await fonts("extra") };
  const XLSX = { script: await glue("xlsx"), wasm: await wasm("xlsx") };
  const SLIDES_SCRIPT = await bundleAlone("slides", "src/document/slides.ts");
  const PAPER_SCRIPT = await bundleAlone("paper", "src/document/paper.ts");
  const [slides, paper] = await Promise.all([weighed(SLIDES_SCRIPT), weighed(PAPER_SCRIPT)]);
  const DOCUMENTS_SCRIPT = await bundleAlone("documents", "src/documents.ts", { define: texts({ PDF, XLSX, SLIDES_SCRIPT, PAPER_SCRIPT }) });
  const sum = (files) => files.reduce((all, { sent }) => all + sent, 0);
  const SENT = { pdf: sum([PDF.wasm, ...PDF.fonts]), xlsx: XLSX.wasm.sent, pptx: slides.sent, docx: paper.sent };
  return texts({ DOCUMENTS_SCRIPT, SENT });
}

/** A file among the assets with its size, and about as it is sent. */
async function weighed(file) {
  const bytes = await readFile(join(assets, file));
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return { file, size: bytes.length, sent: brotliCompressSync(bytes, quick).length };
}

/** Values as esbuild writes them into a script. */
function texts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Tells the program that writes the pages what the files are called. */
async function writeManifest(wasm, script, alone, styles, later) {
  const style = outputOf(styles, "styles/app.css");
  const fonts = Object.keys(styles.outputs).filter((path) => path.endsWith(".woff2")).sort();
  const manifest = {
    script: fromRoot(outputOf(script, "src/main.ts")),
    site: fromRoot(outputOf(script, "src/site.ts")),
    style: fromRoot(style),
    theme: fromRoot(alone.theme),
    embed: fromRoot(alone.embed),
    embed_style: fromRoot(outputOf(styles, "styles/embed.css")),
    wasm: `assets/${wasm}`,
    fonts: fonts.map(fromRoot),
    later: later.map(fromRoot),
  };
  await writeFile(join(web, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  // For a page that carries its styles: links in it are from the site's root.
  const css = await readFile(join(www, style), "utf8");
  await writeFile(join(web, "app.css"), css.replaceAll('url("./', 'url("./assets/').replaceAll("url(./", "url(./assets/"));
}

/** Bundles each test into one file that Node runs. */
async function bundleTests() {
  const names = await readdir(join(www, "tests"));
  const out = join(web, "tests");
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await esbuild.build({
    ...shared,
    target: "node20",
    platform: "node",
    conditions: ["node"],
    entryPoints: names.filter((name) => /\.test\.(ts|mjs)$/.test(name)).map((name) => `tests/${name}`),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    sourcemap: "inline",
    // Every chart is tested: by the module that has them all.
    alias: { ...shared.alias, "#core": glueOf("gallery"), "#pdf": glueOf("pdf"), "#xlsx": glueOf("xlsx") },
    define: texts({ CHART_FONTS: {}, CORE_FILE: "core.wasm", GALLERY_FILE: "gallery.wasm", GALLERY_SCRIPT: "gallery.js", TOOLS_SCRIPT: "tools.js", SHARE_SCRIPT: "share.js", DOCUMENTS_SCRIPT: "documents.js", SENT: {} }),
  });
}

for (const file of MODULES.flatMap((module) => [glueOf(module), wasmOf(module)])) {
  if (!existsSync(file)) {
    console.error(`${relative(join(www, ".."), file)}: not found; run cargo xtask build, which makes it`);
    process.exit(1);
  }
}
if (process.argv.includes("--tests")) await bundleTests();
else if (process.argv.includes("--package")) await makePackage({ shared, wasmOf, glueOf, texts, root: join(www, "..") });
else await bundlePage();
