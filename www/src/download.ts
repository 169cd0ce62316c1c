/**
 * Makes the files that a reader takes along: the figure with its title and foot, and the table.
 *
 * The core writes the SVG, the CSV and the picture; this only wraps them into files.
 */
import type { Figure } from "#core";

/** The size of a figure in a file, in CSS pixels. */
export const SIZE = { width: 960, height: 600 } as const;

/** How many dots a CSS pixel has in the PNG. */
export const DENSITY = 2;

/** The figure as a vector picture. */
export function svg(figure: Figure): Blob {
  return new Blob([figure.svg()], { type: "image/svg+xml" });
}

/** The figure as an element of this document. It is parsed as XML, so nothing in it can become HTML. */
export function vector(figure: Figure): Element {
  const parsed = new DOMParser().parseFromString(figure.svg(), "image/svg+xml");
  return document.adoptNode(parsed.documentElement);
}

/** The comparison as a table; the core begins it with the mark by which Excel knows UTF-8. */
export function csv(figure: Figure): Blob {
  return new Blob([figure.csv()], { type: "text/csv" });
}

/** The figure as a picture of dots, or nothing where the browser can't make one. */
export function png(figure: Figure): Promise<Blob | undefined> {
  return dots(figure, SIZE, DENSITY);
}

/** The same in any size and density. */
export async function dots(figure: Figure, { width, height }: { width: number; height: number }, density: number): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  figure.paint(context, density);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  return blob ?? undefined;
}

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
