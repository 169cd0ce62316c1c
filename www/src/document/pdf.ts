/**
 * Figures as PDF, a page each, and SVG with outlines for texts: by a wasm module of its own and in fonts that travel with it.
 *
 * Rarer hanzi, which a reader may have typed, are in fonts that come when they are needed.
 */
import type * as Glue from "#pdf";
import type { Held } from "./held";
import { beside, fetchAll, once, type Sized, type Told } from "./module";

interface Pdf {
  glue: typeof Glue;
  fonts: Glue.PdfFonts;
}

/** The bytes of a regular and a bold font. */
async function pair(answers: readonly Response[]): Promise<[Uint8Array, Uint8Array]> {
  const files = answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer()));
  return (await Promise.all(files)) as [Uint8Array, Uint8Array];
}

const ready = once(async (told): Promise<Pdf> => {
  const [glue, answers] = await Promise.all([
    import(beside(PDF.script).href) as Promise<typeof Glue>,
    fetchAll([PDF.wasm, ...PDF.fonts], told),
  ]);
  const [wasm, ...fonts] = answers as [Response, Response, Response];
  const files = pair(fonts);
  await glue.default({ module_or_path: wasm });
  return { glue, fonts: new glue.PdfFonts(...(await files)) };
});

/** Brings the fonts with rarer hanzi. */
const widened = once(async (told): Promise<void> => {
  const { fonts } = await ready(told);
  fonts.add(...(await pair(await fetchAll(PDF.extra as readonly Sized[], told))));
});

/** Does something with the fonts, once more with the further ones where the usual ones lack a character; what these lack, too, is an error that names it. */
async function drawn<T>(told: Told, draw: (pdf: Pdf) => T): Promise<T> {
  const own = await ready(told);
  try {
    return draw(own);
  } catch {
    await widened(told);
    return draw(own);
  }
}

/** The file; a character without a glyph is an error that names it. */
export async function pdf(all: readonly Held[], title: string, told: Told): Promise<Blob> {
  const sheets = all.map(({ sheet }) => sheet);
  const bytes = await drawn(told, ({ glue, fonts }) => glue.pdf(sheets, title, fonts));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/pdf" });
}

/** A figure as SVG with its texts as outlines. */
export async function outlined(svg: string, sheet: string, told: Told): Promise<Blob> {
  const text = await drawn(told, ({ glue, fonts }) => glue.outlined(svg, sheet, fonts));
  return new Blob([text], { type: "image/svg+xml" });
}
