// Documents as the page makes them: PDF and Excel with the bytes of the command line, slides and papers looked into.
//
// `cargo xtask test` says where the optimised modules, the program and the repository are.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync, strFromU8 } from "fflate";
import { Draft, initSync } from "#core";
import type { Document, View } from "#core";
import { initSync as startPdf, outlined, pdf, PdfFonts } from "#pdf";
import { Book, initSync as startXlsx } from "#xlsx";
import type { Held } from "../src/document/held";
import { dressed } from "../src/document/looks";
import { paper } from "../src/document/paper";
import { crc32, dotsOf, withDensity } from "../src/document/png";
import { slides } from "../src/document/slides";
import { sized } from "../src/tool/take-words";
import { pack, wanted } from "./site";

const built = (module: string): Uint8Array => readFileSync(join(wanted("DUIBIAO_ROOT"), `target/web/${module}.wasm`));
const font = (weight: number, kind = "native"): Uint8Array => readFileSync(join(wanted("DUIBIAO_ROOT"), `assets/fonts/${kind}-${weight}.otf`));

initSync({ module: readFileSync(wanted("DUIBIAO_WASM")) });
startPdf({ module: built("pdf") });
startXlsx({ module: built("xlsx") });
const core = new Draft(pack("catalogue")).core();

/** A picture of one dot, for what needs one. */
const DOT = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));

function held(view: View): Held {
  for (const name of core.needs(view)) core.addTheme(name, pack(name));
  const figure = core.figure(view, 960, 600, "full");
  try {
    return { name: figure.fileName(), document: figure.document(), sheet: figure.sheet(), svg: figure.svg(), png: DOT as Uint8Array<ArrayBuffer> };
  } finally {
    figure.free();
  }
}

/** What the program writes for a view into a file with this ending. */
function written(view: View, ending: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "duibiao-documents-"));
  try {
    const file = join(folder, `figure.${ending}`);
    const flags = (["lang", "indicator", "chart"] as const).flatMap((name) => (view[name] === undefined ? [] : [`--${name}`, view[name]]));
    const args = ["render", ...flags, "--width", "960", "--height", "600", "--data", join(wanted("DUIBIAO_ROOT"), "data"), "-o", file];
    const { status, stderr } = spawnSync(wanted("DUIBIAO_BIN"), args, { encoding: "utf8" });
    assert.equal(status, 0, `duibiao ${args.join(" ")}: ${stderr}`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const VIEWS: View[] = [
  { lang: "zh", chart: "rank-bars" },
  { lang: "en", chart: "trend-lines" },
  { lang: "zh", chart: "stacked-bars", indicator: "primary-share" },
];

test("a PDF made in the page has the bytes of the program's", () => {
  const fonts = new PdfFonts(font(400), font(700));
  for (const view of VIEWS) {
    const one = held(view);
    const bytes = pdf([one.sheet], one.document.title, fonts);
    assert.ok(Buffer.from(bytes).equals(written(view, "pdf")), JSON.stringify(view));
  }
});

test("a PDF of several figures has a page each, and a hanzi without a glyph is named", () => {
  const fonts = new PdfFonts(font(400), font(700));
  const bytes = Buffer.from(pdf(VIEWS.map((view) => held(view).sheet), "several", fonts)).toString("latin1");
  assert.equal(bytes.match(/\/Type ?\/Page\b/g)?.length, 3);
  assert.throws(() => pdf([held({ lang: "zh", title: "龘" }).sheet], "none", fonts), /龘/);
  // in the second level of GB 2312
  const rare = held({ lang: "zh", title: "饕餮" });
  assert.throws(() => pdf([rare.sheet], "rare", fonts), /饕/);
  fonts.add(font(400, "extra"), font(700, "extra"));
  assert.ok(pdf([rare.sheet], "rare", fonts).length > 0);
  const outlines = outlined(rare.svg, rare.sheet, fonts);
  assert.ok(!outlines.includes("<text") && outlines.includes('aria-label="饕餮"'));
  assert.throws(() => new PdfFonts(new Uint8Array(9), font(700)), /the regular font/);
});

test("a workbook made in the page has the bytes of the program's", () => {
  for (const view of VIEWS) {
    const book = new Book();
    const { document } = held(view);
    assert.ok(document.chart, JSON.stringify(view));
    book.add(document, undefined);
    assert.ok(Buffer.from(book.bytes()).equals(written(view, "xlsx")), JSON.stringify(view));
    book.free();
  }
});

test("a workbook of several figures keeps them apart", () => {
  const book = new Book();
  for (const view of [VIEWS[0], { lang: "zh", chart: "radar" } as View]) {
    const { document, png } = held(view as View);
    book.add(document, document.chart ? undefined : png);
  }
  const parts = unzipSync(book.bytes());
  const names = [...strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()).matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ["图1", "数据1", "说明1", "图2", "数据2", "说明2"]);
  assert.ok(parts["xl/charts/chart1.xml"] && parts["xl/media/image1.png"], Object.keys(parts).join(" "));
});

/** The parts of a file of an office program as texts. */
async function parts(blob: Blob): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The only chart among them; PptxGenJS counts on from presentation to presentation. */
function drawn(files: Record<string, string>): string {
  const charts = Object.entries(files).filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  assert.equal(charts.length, 1, Object.keys(files).join(" "));
  return charts[0]?.[1] ?? "";
}

const NATIVE = { "rank-bars": "c:barChart", "gap-bars": "c:barChart", "trend-lines": "c:lineChart", slopes: "c:lineChart", scatter: "c:scatterChart", "grouped-bars": "c:barChart" } as const;

test("on slides a chart is a chart, with title, source and notes", async () => {
  for (const [chart, sign] of Object.entries(NATIVE)) {
    const one = held({ lang: "zh", chart: chart as View["chart"] & string });
    const files = await parts(await slides([one], "标题", "由对标制作"));
    const drawing = drawn(files);
    assert.ok(drawing.includes(`<${sign}>`), `${chart}: ${drawing.slice(0, 300)}`);
    assert.ok(files["ppt/slides/slide1.xml"]?.includes(one.document.title), chart);
    assert.ok(files["ppt/slides/slide1.xml"]?.includes("来源："), chart);
    assert.ok(files["ppt/notesSlides/notesSlide1.xml"]?.includes("由对标制作"), chart);
    assert.ok(files["ppt/slides/slide2.xml"]?.includes("温州"), `${chart}: no table`);
  }
});

test("on slides what PowerPoint has no chart for is a vector picture, and the notes say so", async () => {
  const files = await parts(await slides([held({ lang: "zh", chart: "radar" })], "", ""));
  assert.equal(Object.keys(files).filter((name) => name.includes("charts/chart")).length, 0);
  assert.ok(Object.keys(files).some((name) => /media\/.*\.svg$/.test(name)), Object.keys(files).join(" "));
  assert.ok(files["ppt/notesSlides/notesSlide1.xml"]?.includes("PowerPoint没有这种图表"));
});

/** The series of the only chart among the parts. */
const seriesOf = (drawing: string): string[] => [...drawing.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([text]) => text);
/** The line of a series: its dash, or that there is none. */
const lineOf = (series: string): string => {
  const own = /<c:spPr>.*?<a:ln\b(.*?)<\/a:ln>/s.exec(series)?.[1] ?? "";
  return own.includes("<a:noFill/>") ? "none" : (/prstDash val="(\w+)"/.exec(own)?.[1] ?? "?");
};
const valuesOf = (series: string): string[] => [...(/<c:val>.*<\/c:val>/s.exec(series)?.[0] ?? "").matchAll(/<c:v>([\d.]+)<\/c:v>/g)].map(([, value]) => value ?? "");

/** Zhejiang's cities have breaks in their doctors, and doubtful figures. */
test("no line on a slide crosses a break, and each has its look", async () => {
  const one = held({ lang: "zh", chart: "trend-lines" });
  const { series } = one.document.chart as NonNullable<Document["chart"]>;
  const files = await parts(await slides([one], "", ""));
  const all = seriesOf(drawn(files));
  assert.equal(all.length, series.length);
  for (const [i, own] of series.entries()) {
    const text = all[i] ?? "";
    // a piece has the values of its own rows alone
    const { top = 0, bottom = 0, left } = own.values;
    const values = one.document.rows.slice(top, bottom + 1).flatMap(({ cells }) => cells[left]?.value ?? []);
    assert.deepEqual(valuesOf(text).map(Number), values, `series ${i}`);
    assert.equal(lineOf(text), { solid: "solid", dashes: "dash", dots: "sysDot" }[own.line?.dash ?? "solid"], `series ${i}`);
    assert.equal(text.includes(`<a:ln w="${(own.line?.width ?? 0) * 12_700}"`), true, `series ${i}: width`);
  }
  assert.ok(all.some((text) => lineOf(text) === "sysDot"), "the example has no doubtful figure");
  // home and two peers, once each, are in the legend
  const gone = drawn(files).match(/<c:legendEntry>/g)?.length;
  assert.equal(gone, all.length - 3);
  assert.ok(files["ppt/slides/slide1.xml"]?.includes("灰色为其他城市 · 断开处：口径有变，前后不可比 · 点线和空心点"));
});

test("no slope on a slide crosses a break", async () => {
  const one = held({ lang: "zh", chart: "slopes" });
  const { series } = one.document.chart as NonNullable<Document["chart"]>;
  const broken = series.filter(({ line }) => line === undefined);
  assert.ok(broken.length > 0, "the example has no break");
  const all = seriesOf(drawn(await parts(await slides([one], "", ""))));
  assert.equal(all.length, series.length);
  assert.equal(all.filter((text) => lineOf(text) === "none").length, broken.length);
  for (const text of all) assert.match(text, /<c:symbol val="circle"\/>/);
});

test("names on a slide's scatter stand on different sides of their dots", async () => {
  const one = held({ lang: "zh", chart: "scatter" });
  const { series } = one.document.chart as NonNullable<Document["chart"]>;
  const all = seriesOf(drawn(await parts(await slides([one], "", ""))));
  const sides = all.map((text) => /dLblPos val="(\w)"/.exec(text)?.[1]);
  assert.deepEqual(sides, series.map(({ word }) => word?.side.charAt(0).replace("a", "t")));
  assert.ok(new Set(sides).size > 1, sides.join(" "));
});

test("a column is never hollow on a slide, and no slide says that one is", async () => {
  const one = held({ lang: "zh", chart: "grouped-bars" });
  const { series } = one.document.chart as NonNullable<Document["chart"]>;
  for (const own of series) own.points = [{ color: own.color, hollow: true, labelled: false }];
  const files = await parts(await slides([one], "", ""));
  const slide = files["ppt/slides/slide1.xml"] ?? "";
  assert.ok(slide.includes("灰色为其他城市") && !slide.includes("空心点"));
  // home and two peers are in the legend
  assert.equal(drawn(files).match(/<c:legendEntry>/g)?.length, series.length - 3);
});

test("a presentation that is not as expected is an error", () => {
  assert.throws(() => dressed("<c:ser></c:ser>", { kind: "lines", series: [], ground: "FFFFFF" }), /slides: 1 series in a chart, 0 expected/);
});

test("a paper numbers its figures by fields, and has their tables and sources", async () => {
  const files = await parts(await paper([held({ lang: "zh" }), held({ lang: "zh", chart: "radar" })], "报告", "由对标制作"));
  const body = files["word/document.xml"] ?? "";
  assert.deepEqual([...body.matchAll(/SEQ 图 [^"]*"[^>]*>.*?<w:t[^>]*>(\d+)</gs)].map(([, n]) => n), ["1", "2"]);
  assert.ok(!body.includes("国家统计局《中国城市统计年鉴》(转引)；浙江省统计局(转引)</w:t></w:r></w:p></w:tc>"), "sources in the table");
  assert.equal(body.match(/<w:tbl>/g)?.length, 2);
  assert.ok(body.includes("来源：") && body.includes("由对标制作") && body.includes('w:val="C8321F"'));
  assert.ok(Object.keys(files).some((name) => /media\/.*\.svg$/.test(name)) && Object.keys(files).some((name) => /media\/.*\.png$/.test(name)));
  assert.ok(/descr="[^"]*温州/.test(body), "a picture has no words");
});

test("a picture says how many dots an inch it has", () => {
  // the check value of the catalogue of parametrised CRC algorithms (CRC-32/ISO-HDLC)
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  const png = withDensity(DOT, 300);
  assert.equal(strFromU8(png.subarray(37, 41)), "pHYs");
  const view = new DataView(png.buffer);
  // 300 / 0.0254
  assert.deepEqual([view.getUint32(33), view.getUint32(41), view.getUint32(45), png[49]], [9, 11811, 11811, 1]);
  assert.equal(view.getUint32(50), crc32(png.subarray(37, 50)));
  assert.deepEqual(png.subarray(54), DOT.subarray(33));
  assert.equal(dotsOf(2.54, 300), 300);
});

test("sizes are said as people say them", () => {
  assert.deepEqual([1_000, 224_000, 994_000, 1_851_000].map(sized), ["10 KB", "220 KB", "990 KB", "1.9 MB"]);
});
