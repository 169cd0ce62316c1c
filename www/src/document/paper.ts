/**
 * Figures as a Word document: each a picture with a numbered caption, its source, its table, and what must be known.
 *
 * A bundle of its own: it carries docx. The captions' numbers are fields, so that Word and WPS number them anew among other figures.
 */
import {
  AlignmentType, BorderStyle, Document as Paper, ExternalHyperlink, HeadingLevel, ImageRun, Packer, Paragraph, ShadingType, SimpleField,
  Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
} from "docx";
import type { DocNote, Document, Lang } from "#core";
import { type Held, PICTURE } from "./held";
import { HOME, shares, tabled, written } from "./tabled";
import { words } from "./words";

/** As wide as a picture is on A4 with margins of an inch, in pixels of Word. */
const WIDE = 600;

/** The width of text on A4 with margins of an inch, in twentieths of a point. */
const TEXT = 9026;

/** Chinese in the fonts of official papers; Latin beside them. */
const FONTS = { ascii: "Arial", hAnsi: "Arial", eastAsia: "Microsoft YaHei", cs: "Arial" };

/** The document of figures; `made` says of what site and data they are. */
export async function paper(all: readonly Held[], title: string, made: string): Promise<Blob> {
  const lang = all[0]?.document.lang ?? "zh";
  const several = all.length > 1 ? [new Paragraph({ text: title, heading: HeadingLevel.TITLE })] : [];
  const parts = all.flatMap((held, i) => section(held, i + 1));
  const end = new Paragraph({ children: [new TextRun({ text: made, size: 16, color: "5B6670" })], spacing: { before: 300 } });
  const document = new Paper({
    title,
    creator: "duibiao",
    styles: {
      default: {
        document: { run: { font: FONTS, size: 21, language: { value: lang === "zh" ? "zh-CN" : "en-US", eastAsia: "zh-CN" } } },
        heading2: { run: { font: FONTS, size: 28, bold: true, color: "1C2126" }, paragraph: { spacing: { before: 240, after: 120 }, keepNext: true } },
        title: { run: { font: FONTS, size: 36, bold: true, color: "1C2126" } },
      },
      paragraphStyles: [{ id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", quickFormat: true, run: { size: 20, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 60 } } }],
    },
    sections: [{ children: [...several, ...parts, end] }],
  });
  return Packer.toBlob(document);
}

function section({ document: own, svg, png }: Held, number: number): (Paragraph | Table)[] {
  const [width, height] = [WIDE, (WIDE * PICTURE.height) / PICTURE.width];
  const described = { title: own.title, description: `${own.title} ${own.subtitle}`, name: `${number}` };
  const fallback = { type: "png" as const, data: png };
  const picture = new ImageRun({ type: "svg", data: new TextEncoder().encode(svg), transformation: { width, height }, fallback, altText: described });
  return [
    new Paragraph({ text: own.title, heading: HeadingLevel.HEADING_2 }),
    new Paragraph({ children: [picture], alignment: AlignmentType.CENTER, keepNext: true }),
    new Paragraph({ style: "Caption", keepNext: true, children: caption(own, number) }),
    small(own.foot, AlignmentType.CENTER),
    ...own.remarks.map((remark) => small(remark, AlignmentType.LEFT)),
    table(own),
    ...notes(own),
  ];
}

/** The number is a field: Word counts it among the document's other figures, and shows this one until then. */
function caption({ lang, subtitle }: Document, number: number): (TextRun | SimpleField)[] {
  const label = words(lang).figure;
  return [new TextRun(`${label} `), new SimpleField(`SEQ ${label} \\* ARABIC`, `${number}`), new TextRun(` ${subtitle}`)];
}

function small(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, size: 17, color: "5B6670" })], spacing: { after: 40 } });
}

function table(own: Document): Table {
  const { columns, rows } = tabled(own);
  const line = { style: BorderStyle.SINGLE, size: 4, color: "D5DADF" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const size = columns.length > 7 ? 15 : 18;
  const cell = (text: string, numeric: boolean, run: { bold?: boolean; color?: string }, shaded = false): TableCell =>
    new TableCell({
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: "EEF1F4", color: "auto" } } : {}),
      children: [new Paragraph({ alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text, size, ...run })] })],
    });
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ label, numeric }) => cell(label, numeric, { bold: true }, true)) });
  const body = rows.map(({ home, cells }) => {
    const run = home ? { bold: true, color: HOME } : {};
    return new TableRow({ cantSplit: true, children: cells.map((own, i) => cell(written(own), columns[i]?.numeric ?? false, run)) });
  });
  return new Table({ rows: [head, ...body], width: { size: TEXT, type: WidthType.DXA }, columnWidths: shares(columns, rows).map((share) => Math.round(share * TEXT)), layout: TableLayoutType.FIXED, borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none } });
}

/** What must be known, each with what it is about; finding, figure and notices stand above. */
function notes({ notes, remarks, lang }: Document): Paragraph[] {
  const all = notes.filter(({ text }) => !remarks.includes(text));
  return [new Paragraph({ children: [new TextRun({ text: words(lang).notes, bold: true, size: 18 })], spacing: { before: 120, after: 40 }, keepNext: true }), ...all.slice(2).map((note) => line(note, lang))];
}

function line({ label, text, url }: DocNote, lang: Lang): Paragraph {
  const colon = lang === "zh" ? "：" : ": ";
  const head = label === "" ? [] : [new TextRun({ text: `${label}${colon}`, bold: true, size: 17 })];
  const said = new TextRun({ text, size: 17, ...(url ? { style: "Hyperlink" } : {}) });
  return new Paragraph({ children: [...head, url ? new ExternalHyperlink({ link: url, children: [said] }) : said], spacing: { after: 30 } });
}
