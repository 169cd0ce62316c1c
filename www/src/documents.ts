/**
 * Figures as documents: what the dialog for taking a figure along calls. A bundle of its own, which comes when the dialog is first used.
 *
 * Each kind of file is written by a script or a module that comes when it is first asked for.
 */
import { dots } from "./download";
import type { Page } from "./page";
import { hold, type Held } from "./document/held";
import { beside, once, type Told } from "./document/module";
import { outlined, pdf } from "./document/pdf";
import { dotsOf, withDensity } from "./document/png";
import { words } from "./document/words";
import { workbook } from "./document/workbook";

export { hold, type Held };

/** The kinds of files that hold one figure or several. */
export type Kind = "pdf" | "xlsx" | "pptx" | "docx";

/** Where a document comes from. */
export interface Origin {
  site: string;
  data: string;
}

const slides = once(() => import(beside(SLIDES_SCRIPT).href) as Promise<typeof import("./document/slides")>);
const paper = once(() => import(beside(PAPER_SCRIPT).href) as Promise<typeof import("./document/paper")>);

/** The file of figures; `told` hears how much of what writes it has come. */
export async function written(kind: Kind, all: readonly Held[], title: string, { site, data }: Origin, told: Told): Promise<Blob> {
  const made = words(all[0]?.document.lang ?? "zh").made(site, data);
  switch (kind) {
    case "pdf":
      return pdf(all, title, told);
    case "xlsx":
      return workbook(all, told);
    case "pptx":
      return (await slides(told)).slides(all, title, made);
    case "docx":
      return (await paper(told)).paper(all, title, made);
  }
}

/** The figure as SVG whose texts are outlines. */
export async function outlines(page: Page, size: { width: number; height: number }, told: Told): Promise<Blob> {
  const figure = page.full(size.width, size.height);
  try {
    return await outlined(figure.svg(), figure.sheet(), told);
  } finally {
    figure.free();
  }
}

/** The size of a picture of dots: so many times its size on the screen, or so many centimetres in print. */
export type Fine = { times: number } | { centimetres: number };

/** The dots an inch of print. */
const PRINT = 300;

/** The whole figure as a picture of dots. */
export async function picture(page: Page, fine: Fine, size: { width: number; height: number }): Promise<Blob | undefined> {
  const figure = page.full(size.width, size.height);
  try {
    if ("times" in fine) return await dots(figure, size, fine.times);
    const png = await dots(figure, size, dotsOf(fine.centimetres, PRINT) / size.width);
    if (png === undefined) return undefined;
    return new Blob([withDensity(new Uint8Array(await png.arrayBuffer()), PRINT)], { type: "image/png" });
  } finally {
    figure.free();
  }
}
