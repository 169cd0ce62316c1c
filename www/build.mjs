// Bundles the site: src/main.ts, src/site.ts, src/embed.ts, their styles and the core into target/web/, under names that
// carry a hash of their content, so that a host may let browsers keep them for ever.
//
//   node build.mjs           the page
//   node build.mjs --tests   the tests of tests/, for Node
//
// `cargo xtask build` runs this after it has written the core's glue to target/web/pkg/.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const www = fileURLToPath(new URL(".", import.meta.url));
const web = join(www, "../target/web");
const assets = join(web, "assets");
/** The two wasm modules with the glue around each: what every page with a figure loads, and the same with every chart. */
const MODULES = ["core", "gallery"];
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
  alias: { "#core": glueOf("core") },
};

/** Copies a module to the name that carries its hash, and gives that name. */
async function copyModule(module) {
  const hash = createHash("sha256").update(await readFile(wasmOf(module))).digest("hex").slice(0, 8);
  const name = `${module}-${hash}.wasm`;
  await copyFile(wasmOf(module), join(assets, name));
  return name;
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
  const share = await bundleAlone("share", "src/share.ts");
  const tools = await bundleAlone("tools", "src/tools.ts", { define: { SHARE_SCRIPT: JSON.stringify(share) } });
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
  await writeManifest(JSON.parse(cores.CORE_FILE), metafile, { theme, embed }, styles.metafile);
  // Names that must not change: their places are not among the assets, and `duibiao site` writes them there.
  // Pages of others load the second, whatever browsers those are for.
  await esbuild.build({ ...shared, entryPoints: { worker: "src/worker.ts" }, outdir: web, format: "iife", minify: true });
  await esbuild.build({ ...shared, entryPoints: { host: "src/host.ts" }, outdir: web, format: "iife", target: "es2017", minify: true });
}

/** The two modules, and the glue of the gallery as a script of its own, which only a reader of its charts loads. Gives their names. */
async function bundleCores() {
  const [core, gallery] = [await copyModule("core"), await copyModule("gallery")];
  const glue = await bundleAlone("gallery", relative(www, glueOf("gallery")));
  const names = { CORE_FILE: core, GALLERY_FILE: gallery, GALLERY_SCRIPT: glue };
  return Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)]));
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

/** Tells the program that writes the pages what the files are called. */
async function writeManifest(wasm, script, alone, styles) {
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
    alias: { "#core": glueOf("gallery") },
    define: { CORE_FILE: '"core.wasm"', GALLERY_FILE: '"gallery.wasm"', GALLERY_SCRIPT: '"gallery.js"', TOOLS_SCRIPT: '"tools.js"', SHARE_SCRIPT: '"share.js"' },
  });
}

for (const file of MODULES.flatMap((module) => [glueOf(module), wasmOf(module)])) {
  if (!existsSync(file)) {
    console.error(`${relative(join(www, ".."), file)}: not found; run cargo xtask build, which makes it`);
    process.exit(1);
  }
}
await (process.argv.includes("--tests") ? bundleTests() : bundlePage());
