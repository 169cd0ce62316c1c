/**
 * Figures as PowerPoint slides: a native chart that can be edited where PowerPoint has one, the picture where not; then the table.
 *
 * A bundle of its own: it carries PptxGenJS.
 */
import type { DocAxis, DocCells, DocChart, DocSeries, Document } from "#core";
import PptxGenJS from "pptxgenjs";
import type { Held } from "./held";
import { dress, isDrawn } from "./looks";
import { HOME, shares, tabled, written } from "./tabled";
import { words } from "./words";

type Slide = ReturnType<PptxGenJS["addSlide"]>;
type Options = PptxGenJS.IChartOpts;

/** One of the series as PptxGenJS takes it; a gap is null, which its types do not know. */
interface Series {
  name: string;
  labels: string[];
  values: (number | null)[];
}

/** Where things stand on a slide of 13.33 × 7.5 inches. */
const [LEFT, WIDTH, TOP, HEIGHT] = [0.5, 12.33, 1.45, 5.2];

/** As many rows of a table fit on a slide. */
const ROWS = 16;

const INK = "1C2126";
const PALE = "5B6670";

/** The slides of figures; `made` says of what site and data they are. */
export async function slides(all: readonly Held[], title: string, made: string): Promise<Blob> {
  const show = new PptxGenJS();
  show.layout = "LAYOUT_WIDE";
  show.title = title;
  show.author = "duibiao";
  for (const held of all) {
    draw(show, held, made);
    tables(show, held.document);
  }
  const charts = all.flatMap(({ document: { chart: own } }) => own ?? []);
  return dress((await show.write({ outputType: "arraybuffer" })) as ArrayBuffer, charts);
}

function draw(show: PptxGenJS, { document: own, svg }: Held, made: string): void {
  const slide = show.addSlide();
  heading(slide, own.title, own);
  slide.addText([own.subtitle, ...signs(own)].join(" · "), { x: LEFT, y: 1.05, w: WIDTH, h: 0.35, fontSize: 14, color: PALE, margin: 0 });
  const place = { x: LEFT, y: TOP, w: WIDTH, h: HEIGHT, altText: `${own.title} ${own.subtitle}` };
  if (own.chart) chart(show, slide, own, own.chart, place);
  else slide.addImage({ data: `data:image/svg+xml;base64,${base64(svg)}`, ...place, w: (HEIGHT * 16) / 9, x: LEFT + (WIDTH - (HEIGHT * 16) / 9) / 2 });
  slide.addText(own.foot, { x: LEFT, y: 6.75, w: WIDTH, h: 0.45, fontSize: 11, color: PALE, margin: 0, valign: "top" });
  const why = own.chart ? [] : [words(own.lang).picture];
  slide.addNotes([own.title, ...own.remarks, ...why, own.foot, made].filter((line) => line !== "").join("\n"));
}

/** What greys, gaps and dots mean, where a chart has them; a column is never hollow here, and its doubt stands in the table. */
function signs({ chart: own, lang }: Document): string[] {
  if (!own) return [];
  const { others, doubtful, broken } = words(lang);
  const unlisted = own.legend && own.series.some(({ listed }) => !listed);
  const unsure = isDrawn(own.kind) && own.series.some(({ line, points }) => line?.dash === "dots" || points.some(({ hollow }) => hollow));
  return [...(unlisted ? [others] : []), ...(isBroken(own) ? [broken] : []), ...(unsure ? [doubtful] : [])];
}

/** Whether somebody's line is in pieces that do not touch, or is left out between two dots. */
function isBroken({ kind, series }: DocChart): boolean {
  if (kind === "slopes") return series.some(({ line }) => line === undefined);
  if (kind !== "lines") return false;
  return series.some((one, i) => {
    const before = series[i - 1];
    return before?.name.left === one.name.left && before.values.bottom !== one.values.top;
  });
}

function heading(slide: Slide, text: string, { lang }: Document): void {
  slide.addText(text, { x: LEFT, y: 0.3, w: WIDTH, h: 0.75, fontSize: 22, bold: true, color: INK, margin: 0, valign: "top", fit: "shrink", lang: lang === "zh" ? "zh-CN" : "en" });
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let raw = "";
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return btoa(raw);
}

/** The figures on slides of their own, home in its colour; the sources stand at the foot. */
function tables(show: PptxGenJS, own: Document): void {
  const { columns, rows } = tabled(own);
  const numeric = columns.map((column) => column.numeric);
  const head = columns.map(({ label }, i) => ({ text: label, options: { bold: true, align: align(numeric[i]) } }));
  for (let first = 0; first < rows.length; first += ROWS) {
    const slide = show.addSlide();
    heading(slide, own.title, own);
    const body = rows.slice(first, first + ROWS).map(({ home, cells }) =>
      cells.map((cell, i) => ({
        text: written(cell),
        options: { align: align(numeric[i]), ...(home ? { bold: true, color: HOME } : {}) },
      })),
    );
    slide.addTable([head, ...body], { x: LEFT, y: 1.15, w: WIDTH, colW: shares(columns, rows).map((share) => share * WIDTH), fontSize: columns.length > 8 ? 9 : 11, color: INK, border: { type: "solid", pt: 0.5, color: "D5DADF" }, margin: 0.04 });
    const said = [...own.legend, own.foot].join(" · ");
    slide.addText(said, { x: LEFT, y: 6.85, w: WIDTH, h: 0.4, fontSize: 10, color: PALE, margin: 0, valign: "top" });
  }
}

function align(numeric: boolean | undefined): "right" | "left" {
  return numeric ? "right" : "left";
}

/** The cells of a range, row by row; the head's are its labels. */
export function texts({ columns, rows }: Document, { top, bottom, left, right }: DocCells): string[] {
  if (top === undefined || bottom === undefined) return columns.slice(left, right + 1).map(({ label }) => label);
  return rows.slice(top, bottom + 1).flatMap(({ cells }) => cells.slice(left, right + 1).map(({ text }) => text));
}

export function numbers({ rows }: Document, { top, bottom, left, right }: DocCells): (number | null)[] {
  if (top === undefined || bottom === undefined) return [];
  return rows.slice(top, bottom + 1).flatMap(({ cells }) => cells.slice(left, right + 1).map(({ value }) => value ?? null));
}

/** The number format of the first of these cells that is a number, without the letters that belong to one of them. */
function format({ rows }: Document, { top, left }: DocCells): string {
  const cells = rows.slice(top ?? 0).map((row) => row.cells[left]);
  const found = cells.find((cell) => cell?.value !== undefined && cell.mark === "") ?? cells.find((cell) => cell?.value !== undefined);
  return (found?.format ?? "General").replace(/".*"/, "");
}

function chart(show: PptxGenJS, slide: Slide, own: Document, { kind, series, legend, x, y, grid }: DocChart, place: object): void {
  const first = series[0];
  if (first === undefined) return;
  const faces = { catAxisLabelFontSize: 12, valAxisLabelFontSize: 12, dataLabelFontSize: 12, legendFontSize: 12, catAxisLabelColor: INK, valAxisLabelColor: PALE, dataLabelColor: INK };
  const common: Options = { ...place, ...faces, showLegend: legend, legendPos: kind === "stacked" ? "t" : "r", showTitle: false, displayBlanksAs: "gap", lang: own.lang === "zh" ? "zh-CN" : "en-US" };
  const bounds: Options = { ...(y.max === undefined ? {} : { valAxisMaxVal: y.max }), valAxisHidden: y.hidden, valGridLine: { style: y.hidden || kind === "stacked" ? "none" : "solid", color: grid, size: 0.75 } };
  const numbered: Options = { dataLabelFormatCode: format(own, first.values), valAxisLabelFormatCode: format(own, first.values) };
  switch (kind) {
    case "bars":
    case "stacked":
      return void slide.addChart(show.ChartType.bar, series.map((one) => bar(own, one)) as never, {
        ...common, ...bounds, ...numbered,
        barDir: "bar", barGrouping: kind === "stacked" ? "stacked" : "clustered", barGapWidthPct: 40,
        // the first at the top; the types know only one of the two directions
        catAxisOrientation: "maxMin" as "minMax", showValue: true, catGridLine: { style: "none" },
        catAxisLabelPos: "low", chartColors: kind === "bars" ? first.points.map(({ color }) => color) : series.map(({ color }) => color),
      });
    case "columns":
      return void slide.addChart(show.ChartType.bar, series.map((one) => bar(own, one)) as never, { ...common, ...bounds, ...numbered, barDir: "col", chartColors: series.map(({ color }) => color) });
    case "lines":
    case "slopes": {
      const lines = series.map((one) => (kind === "lines" ? overTime(own, one) : bar(own, one)));
      // a piece has no values but its own: between these a line goes on, as where nobody has a figure
      return void slide.addChart(show.ChartType.line, lines as never, { ...common, ...bounds, ...numbered, displayBlanksAs: "span", chartColors: series.map(({ color }) => color), catLabelFormatCode: "0", catGridLine: { style: "none" } });
    }
    case "scatter": {
      const across = series.map((one) => numbers(own, one.categories)[0] ?? null);
      const dots = series.map((one, i) => ({ name: texts(own, one.name)[0] ?? "", values: across.map((_, k) => (k === i ? (numbers(own, one.values)[0] ?? null) : null)), labels: across.map((_, k) => (k === i ? (one.word?.text ?? " ") : " ")) }));
      return void slide.addChart(show.ChartType.scatter, [{ name: x.name, values: across }, ...dots] as never, {
        ...common, ...bounds, ...reach(x, y), valAxisLabelFormatCode: format(own, first.values), catLabelFormatCode: format(own, first.categories), chartColors: series.map(({ color }) => color), lineSize: 0, lineDataSymbolSize: 9, lineDataSymbolLineColor: "FFFFFF",
        showLabel: true, dataLabelFormatScatter: "custom", dataLabelPosition: "t", showCatAxisTitle: true, catAxisTitle: x.name, showValAxisTitle: true, valAxisTitle: y.name, catAxisTitleFontSize: 12, valAxisTitleFontSize: 12,
      });
    }
  }
}

/** Where the axes of a scatter begin and end. */
function reach(x: DocAxis, y: DocAxis): Options {
  if (x.min === undefined || x.max === undefined || y.min === undefined || y.max === undefined) return {};
  return { catAxisMinVal: x.min, catAxisMaxVal: x.max, valAxisMinVal: y.min, valAxisMaxVal: y.max };
}

/** A series over categories; what is not normal about a figure stands beside its name, and which is home. */
function bar(own: Document, one: DocSeries): Series {
  const { top, left, right } = one.values;
  const marks = one.categories.top === undefined ? [] : own.rows.slice(top ?? 0).map((row) => row.cells.slice(left, right + 1).map(({ mark }) => mark).join(""));
  const labels = texts(own, one.categories).map((text, i) => {
    const mark = own.chart?.kind === "columns" ? "" : (marks[i] ?? "");
    const home = own.chart?.kind === "stacked" && own.rows[(top ?? 0) + i]?.home;
    return [text, home ? `(${words(own.lang).home})` : "", mark && ` ${mark}`].join("");
  });
  return { name: texts(own, one.name)[0] ?? "", labels, values: numbers(own, one.values) };
}

/** One of the series over all years: only its own rows have values, so no line crosses a break. */
function overTime(own: Document, one: DocSeries): Series {
  const { top = 0, bottom = 0, left } = one.values;
  const inside = (i: number): boolean => i >= top && i <= bottom;
  return {
    name: texts(own, one.name)[0] ?? "",
    labels: own.rows.map(({ cells }) => cells[0]?.text ?? ""),
    values: own.rows.map(({ cells }, i) => (inside(i) ? (cells[left]?.value ?? null) : null)),
  };
}
