// Files for office programs, opened by one of them: LibreOffice makes PDF of them, and poppler reads that.
//
// `cargo xtask test --only office` finds LibreOffice or installs it. It is large, so the run of all tests does without; there this file says so.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Draft, initSync } from "#core";
import type { Document, View } from "#core";
import { Book, initSync as startXlsx } from "#xlsx";
import type { Held } from "../src/document/held";
import { paper } from "../src/document/paper";
import { slides } from "../src/document/slides";
import { pack, wanted } from "./site";

const soffice = process.env["DUIBIAO_SOFFICE"];
const skip = soffice === undefined && "no LibreOffice: `cargo xtask test --only office` opens the files with it";

const folder = mkdtempSync(join(tmpdir(), "duibiao-office-"));
after(() => rmSync(folder, { recursive: true }));

/** Figures of each kind that an office program draws, and one that goes in as a picture. */
const VIEWS: View[] = (["rank-bars", "trend-lines", "slopes", "scatter", "grouped-bars", "radar"] as const).map((chart) => ({ lang: "zh", chart }));

/** They are made once for all programs. */
let made: Held[] | undefined;
const all = (): Held[] => (made ??= make());

function make(): Held[] {
  initSync({ module: readFileSync(wanted("DUIBIAO_WASM")) });
  startXlsx({ module: readFileSync(join(wanted("DUIBIAO_ROOT"), "target/web/xlsx.wasm")) });
  const core = new Draft(pack("catalogue")).core();
  return VIEWS.map((view) => {
    for (const name of core.needs(view)) core.addTheme(name, pack(name));
    const figure = core.figure(view, 960, 600, "full");
    const file = join(folder, `${view.chart}.png`);
    execFileSync(wanted("DUIBIAO_BIN"), ["render", "--chart", view.chart ?? "", "--data", join(wanted("DUIBIAO_ROOT"), "data"), "-o", file]);
    const png = new Uint8Array(readFileSync(file));
    const picture = core.figure({ ...view, theme: "light" }, 960, 540, "plot");
    const held = { name: figure.fileName(), document: figure.document(), sheet: figure.sheet(), svg: picture.svg(), png };
    figure.free();
    picture.free();
    return held;
  });
}

/** Opens a file with LibreOffice and gives where the PDF is that it makes of it. */
function opened(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync(soffice ?? "", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file], { stdio: "pipe" });
  return file.replace(/\w+$/, "pdf");
}

/** A text without the spaces that depend on the program. */
const bare = (text: string): string => text.replaceAll(/\s/g, "");

/** Its pages as texts, without the spaces that depend on how lines are broken. */
function pages(pdf: string): string[] {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1).map(bare);
}

/** The first page that says what a figure finds, and what it is about: two charts of the same figures find the same. */
const pageOf = (found: string[], { title, subtitle }: Document): number =>
  found.findIndex((text) => text.includes(bare(title)) && text.includes(bare(subtitle)));

/** How many dots of a page have home's red or nearly: what the program drew, not what the file says. */
function reds(pdf: string, page: number): number {
  const ppm = execFileSync("pdftoppm", ["-r", "100", "-f", String(page), "-l", String(page), pdf], { maxBuffer: 1e8 });
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1"));
  assert.ok(head, "pdftoppm wrote no picture");
  const dots = ppm.subarray(head[0].length);
  let found = 0;
  for (let i = 0; i + 2 < dots.length; i += 3) {
    const [r, g, b] = [dots[i] ?? 0, dots[i + 1] ?? 0, dots[i + 2] ?? 0];
    if (r > 170 && g < 110 && b < 100) found += 1;
  }
  return found;
}

test("LibreOffice shows each slide's chart, title and source", { skip }, async () => {
  const held = all();
  const pdf = opened("slides.pptx", new Uint8Array(await (await slides(held, "报告", "由对标制作")).arrayBuffer()));
  const found = pages(pdf);
  for (const { document } of held) {
    const page = pageOf(found, document);
    assert.ok(page >= 0, `${document.title}: on no slide`);
    assert.ok(found[page]?.includes(bare(document.foot).slice(0, 30)), `${document.title}: no source`);
    assert.ok(reds(pdf, page + 1) > 30, `${document.title}: home is not in the picture`);
    assert.ok(found.filter((text) => text.includes(bare(document.title))).length > 1, `${document.title}: no slide with its table`);
  }
});

test("LibreOffice shows each sheet's chart, and its figures", { skip }, () => {
  const held = all();
  const book = new Book();
  for (const { document, png } of held) book.add(document, document.chart ? undefined : png);
  const pdf = opened("book.xlsx", book.bytes());
  const found = pages(pdf);
  for (const { document } of held) {
    const page = pageOf(found, document);
    assert.ok(page >= 0, `${document.title}: on no sheet`);
    assert.ok(reds(pdf, page + 1) > 30, `${document.title}: home is not in the picture`);
  }
  assert.ok(found.some((text) => text.includes("3.80")), "home's figure is on no sheet");
});

test("LibreOffice shows the paper's pictures, captions and tables", { skip }, async () => {
  const held = all().filter(({ document }) => document.columns.length < 10);
  const pdf = opened("paper.docx", new Uint8Array(await (await paper(held, "报告", "由对标制作")).arrayBuffer()));
  const text = pages(pdf).join("");
  held.forEach(({ document }, i) => assert.ok(text.includes(bare(`图${i + 1}${document.subtitle}`)) && text.includes(bare(document.title)), `${document.title}: no caption`));
  assert.ok(text.includes("由对标制作"));
});
