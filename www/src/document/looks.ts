/**
 * The look of each series on a slide: PptxGenJS gives all lines of a chart one width and all dots one fill, and lists all of them.
 *
 * It changes the parts of a finished presentation and knows what PptxGenJS writes; a part that is otherwise is an error, not left.
 */
import type { DocDash, DocKind, DocSeries, DocSide } from "#core";
import JSZip from "jszip";

/** English Metric Units in a point. */
const EMU = 12_700;

const DASHES: Readonly<Record<DocDash, string>> = { solid: "solid", dashes: "dash", dots: "sysDot" };
const SIDES: Readonly<Record<DocSide, string>> = { above: "t", right: "r", below: "b", left: "l" };

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/;

/** The series of a chart in the order in which they were given to PptxGenJS, with the colour behind them. */
export interface Looks {
  kind: DocKind;
  series: readonly DocSeries[];
  ground: string;
}

/** Gives the charts of a presentation, in their order, the looks of their series. */
export async function dress(file: ArrayBuffer, charts: readonly Looks[]): Promise<Blob> {
  const zip = await JSZip.loadAsync(file);
  const number = (name: string): number => Number(CHART.exec(name)?.[1]);
  const names = Object.keys(zip.files).filter((name) => CHART.test(name)).sort((a, b) => number(a) - number(b));
  if (names.length !== charts.length) throw new Error(`slides: ${names.length} charts in the file, ${charts.length} expected; PptxGenJS may have changed`);
  for (const [i, name] of names.entries()) {
    const looks = charts[i];
    const xml = await zip.file(name)?.async("string");
    if (looks && xml !== undefined) zip.file(name, dressed(xml, looks));
  }
  const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return zip.generateAsync({ type: "blob", mimeType: type, compression: "DEFLATE" });
}

/** Whether a chart's marks are lines and dots, which PptxGenJS makes all alike; areas it can tell apart. */
export function isDrawn(kind: DocKind): boolean {
  return kind === "lines" || kind === "slopes" || kind === "scatter";
}

/** A chart's part with the looks of its series. */
export function dressed(xml: string, { kind, series, ground }: Looks): string {
  let n = 0;
  const done = xml.replaceAll(/<c:ser>.*?<\/c:ser>/gs, (text) => {
    const own = series[n++];
    return own && isDrawn(kind) ? one(text, own, ground) : text;
  });
  if (n !== series.length) throw new Error(`slides: ${n} series in a chart, ${series.length} expected; PptxGenJS may have changed`);
  const gone = series.flatMap(({ listed }, i) => (listed ? [] : `<c:legendEntry><c:idx val="${i}"/><c:delete val="1"/></c:legendEntry>`));
  return done.replace(/<c:legendPos [^>]*>/, (text) => text + gone.join(""));
}

function one(text: string, own: DocSeries, ground: string): string {
  return text
    .replace(/(<c:spPr>.*?)<a:ln\b.*?<\/a:ln>/s, (_, before: string) => before + line(own))
    .replace(/<c:marker>.*?<\/c:marker>/s, marker(own, ground))
    .replaceAll(/<c:dLblPos [^>]*>/g, (found) => (own.word ? `<c:dLblPos val="${SIDES[own.word.side]}"/>` : found));
}

function line({ line: own }: DocSeries): string {
  if (own === undefined) return "<a:ln><a:noFill/></a:ln>";
  return `<a:ln w="${Math.round(own.width * EMU)}" cap="flat">${fill(own.color)}<a:prstDash val="${DASHES[own.dash]}"/><a:round/></a:ln>`;
}

/** A dot; an outline where the figure is no plain observation. */
function marker({ dot, color, points }: DocSeries, ground: string): string {
  if (dot === undefined) return '<c:marker><c:symbol val="none"/></c:marker>';
  const hollow = points.some((point) => point.hollow);
  const outline = hollow ? `<a:ln w="${1.5 * EMU}">${fill(color)}<a:prstDash val="sysDash"/></a:ln>` : `<a:ln>${fill(ground)}</a:ln>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="${dot}"/><c:spPr>${fill(hollow ? ground : color)}${outline}</c:spPr></c:marker>`;
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}
