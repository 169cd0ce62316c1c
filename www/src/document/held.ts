/**
 * What is kept of a figure for documents: its words and numbers, and its picture in each form that a document takes.
 *
 * It is made when the figure is on the page and holds nothing of the core, so that several wait for one report.
 */
import type { Document } from "#core";
import { dots, SIZE } from "../download";
import type { Page } from "../page";

/** The size of a picture in a document, in CSS pixels. */
export const PICTURE = { width: 960, height: 540 } as const;

/** How many dots a CSS pixel has in the picture of dots. */
const DENSITY = 3;

export interface Held {
  /** A file name without ending. */
  name: string;
  document: Document;
  /** The whole figure for PDF, as the core writes it. */
  sheet: string;
  /** The picture alone, without title and foot. */
  svg: string;
  png: Uint8Array<ArrayBuffer>;
}

/** Keeps the figure that is on the page; the core with every chart must be there. */
export async function hold(page: Page): Promise<Held> {
  const { shown } = page;
  const whole = page.full(SIZE.width, SIZE.height);
  const picture = page.plot(PICTURE.width, PICTURE.height, { theme: "light", chart: shown.chart });
  try {
    const png = await dots(picture, PICTURE, DENSITY);
    if (png === undefined) throw new Error("the browser makes no PNG");
    return {
      name: whole.fileName(),
      document: whole.document(),
      sheet: whole.sheet(),
      svg: picture.svg(),
      png: new Uint8Array(await png.arrayBuffer()),
    };
  } finally {
    whole.free();
    picture.free();
  }
}
