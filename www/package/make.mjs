// Writes the npm package with the element for pages of others into target/web/package/: module and classic script, cores,
// data, types, words and examples. It publishes nothing.
//
// `build.mjs --package` calls it once the site is there, for the data are those of dist/.

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const NAME = "duibiao-chart";
/** What goes in as it stands in this folder. */
const AS_IT_IS = ["README.md", "example.css", "example.js"];
/** Pages in which a comment says what an element holds. */
const EXAMPLES = ["example.html", "example-classic.html"];

/** The data of the built site: all packs but those that only its pickers need. */
async function packsOf(root) {
  const data = join(root, "dist/data");
  const found = await readdir(data, { withFileTypes: true }).catch(() => []);
  const folder = found.find((entry) => entry.isDirectory());
  if (folder === undefined) throw new Error("dist/data: holds no folder of data; run cargo xtask build, which makes it");
  const names = await readdir(join(data, folder.name));
  return { version: folder.name, files: names.filter((name) => !name.startsWith("choices-")).sort().map((name) => join(data, folder.name, name)) };
}

/** The types of the border that the element's own name, and those that these name in turn, as the glue has them. */
async function typesOf(glue, names) {
  const text = await readFile(glue, "utf8");
  const all = new Map([...text.matchAll(/^(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:interface (\w+) \{[^]*?^\}|type (\w+) = [^;]*;)/gm)].map((found) => [found[1] ?? found[2], found[0]]));
  const wanted = new Set(names);
  for (const name of wanted) {
    const own = all.get(name);
    if (own === undefined) throw new Error(`www/package/${NAME}.d.ts: the core has no type ${name}; write the one that it has now`);
    for (const [word] of own.replace(/\/\*[^]*?\*\//g, "").matchAll(/\b[A-Z]\w+/g)) if (all.has(word)) wanted.add(word);
  }
  return [...wanted].sort().map((name) => all.get(name)).join("\n\n");
}

export async function makePackage({ shared, wasmOf, glueOf, texts, root }) {
  const here = join(root, "www/package");
  const out = join(root, "target/web/package");
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, "data"), { recursive: true });
  const { version, files } = await packsOf(root);
  const fonts = Object.fromEntries([400, 700].map((weight) => [weight, join(root, `assets/fonts/latin-${weight}.woff2`)]));
  const letters = Object.fromEntries(Object.entries(fonts).map(([weight, file]) => [weight, basename(file)]));

  for (const file of files) await copyFile(file, join(out, "data", basename(file)));
  for (const file of Object.values(fonts)) await copyFile(file, join(out, basename(file)));
  for (const module of ["core", "gallery"]) await copyFile(wasmOf(module), join(out, `${module}.wasm`));
  for (const name of ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "assets/fonts/OFL.txt"]) await copyFile(join(root, name), join(out, basename(name)));
  await copyFile(join(root, "data/LICENCES.md"), join(out, "data/LICENCES.md"));
  for (const name of AS_IT_IS) await copyFile(join(here, name), join(out, name));

  const build = (options) => esbuild.build({ ...shared, minify: true, ...options });
  const entry = { [NAME]: "src/component/package.ts" };
  await build({ entryPoints: { gallery: glueOf("gallery") }, outdir: out });
  await build({ entryPoints: entry, outdir: out, define: texts({ CORE_FILE: "core.wasm", GALLERY_FILE: "gallery.wasm", GALLERY_SCRIPT: "gallery.js", CHART_FONTS: letters }) });
  await classic(build, { files: [wasmOf("gallery"), ...files, ...Object.values(fonts)], letters, shared, glueOf, texts, entry, root, out });

  const full = await filling(build, { files, wasm: wasmOf("gallery"), glue: glueOf("gallery"), shared, root });
  for (const name of EXAMPLES) await writeFile(join(out, name), (await readFile(join(here, name), "utf8")).replace(/<!-- in it: (\S+) -->/g, (_, view) => full(view)));

  const declared = await readFile(join(here, `${NAME}.d.ts`), "utf8");
  const [, names = ""] = /^import type \{ ([^}]*) \} from "#core";\nexport type [^\n]*\n/m.exec(declared) ?? [];
  const types = await typesOf(glueOf("gallery").replace(/\.js$/, ".d.ts"), names.split(", "));
  await writeFile(join(out, `${NAME}.d.ts`), declared.replace(/^import type [^\n]*\nexport type [^\n]*\n/m, () => `${types}\n`));
  await writeFile(join(out, "package.json"), await described(root, version));
  await report(out);
}

/** One script with all in it, for pages that are opened as files. Escaped, for such a page may have any encoding. */
async function classic(build, { files, letters, shared, glueOf, texts, entry, root, out }) {
  const held = {};
  for (const file of files) held[basename(file)] = gzipSync(await readFile(file), { level: 9 }).toString("base64");
  await build({
    entryPoints: entry,
    outdir: out,
    entryNames: "[name].classic",
    format: "iife",
    charset: "ascii",
    alias: { ...shared.alias, "#core": glueOf("gallery"), "#answer": join(root, "www/src/component/held.ts") },
    define: { ...texts({ CORE_FILE: "gallery.wasm", GALLERY_FILE: "gallery.wasm", GALLERY_SCRIPT: "", CHART_FONTS: letters, HELD_FILES: held }), "import.meta.url": JSON.stringify("held:/") },
  });
}

/** What stands in an element of a view, as the dialog for sharing gives it: the core runs here, too. */
async function filling(build, { files, wasm, glue, shared, root }) {
  const contents = `export { default as init, Draft } from "#core"; export { allInside } from "./tool/codes"; export { texts } from "./plain";`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: join(root, "www/src"), loader: "ts" }, write: false, platform: "node", alias: { ...shared.alias, "#core": glue } });
  const { init, Draft, allInside, texts } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  await init({ module_or_path: await readFile(wasm) });
  const packs = new Map(await Promise.all(files.map(async (file) => [basename(file, ".json"), await readFile(file)])));
  const core = new Draft(packs.get("catalogue")).core();
  return (view) => {
    const query = new URLSearchParams(view);
    const asked = core.parse(query.get("lang"), query.get("indicator"), view);
    for (const name of core.needs(asked)) core.addTheme(name, packs.get(name));
    const figure = core.figure(asked, 960, 600, "full");
    return allInside(figure.svg(), asked.lang === "en" ? "Data" : "数据表", texts(figure.words().table));
  };
}

async function described(root, data) {
  const cargo = await readFile(join(root, "Cargo.toml"), "utf8");
  const [, version] = /^version = "([^"]+)"/m.exec(cargo) ?? [];
  const types = `./${NAME}.d.ts`;
  const described = {
    name: "duibiao",
    version,
    description: "对标: a Chinese city compared with its peers, as a web component. <duibiao-chart view=\"…\">",
    keywords: ["web component", "custom element", "chart", "wasm", "china", "cities", "对标"],
    // the code is MIT OR Apache-2.0, the figures are others'
    license: "SEE LICENSE IN LICENSE",
    type: "module",
    main: `./${NAME}.js`,
    types,
    exports: {
      ".": { types, default: `./${NAME}.js` },
      "./classic": { types, default: `./${NAME}.classic.js` },
      "./data/*": "./data/*",
      "./package.json": "./package.json",
    },
    sideEffects: [`./${NAME}.js`, `./${NAME}.classic.js`],
    files: ["*.js", "*.d.ts", "*.wasm", "*.woff2", "*.css", "*.html", "data", "LICENSE-*", "OFL.txt"],
    duibiao: { data },
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** What each file of the element costs, as it is and as it is sent. */
async function report(out) {
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  for (const name of [`${NAME}.js`, "core.wasm", "gallery.js", "gallery.wasm", `${NAME}.classic.js`]) {
    const bytes = await readFile(join(out, name));
    console.log(`      package/${name}: ${kb(bytes.length)}, ${kb(brotliCompressSync(bytes).length)} as sent (brotli)`);
  }
}
