/**
 * How high the box of an element is, before anything is drawn: as its attributes say, else as the picture in its light DOM, else as suits its width.
 *
 * Arithmetic and attributes; it measures nothing.
 */
import { natural } from "../fit";

/** A fixed height, a ratio, or neither: then the width decides. */
export interface Shape {
  height?: number;
  ratio?: number;
  /** No wider than this. */
  width?: number;
}

/** A length in pixels; no other unit, no share of something. */
export function pixels(text: string | null | undefined): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(text ?? "");
  const number = Number(found?.[1]);
  return number > 0 ? number : undefined;
}

/** A ratio as `8/5`, `8:5` or `1.6`. */
export function ratioOf(text: string | null): number | undefined {
  const [, across, down = "1"] = /^\s*(\d+(?:\.\d+)?)(?:\s*[/:]\s*(\d+(?:\.\d+)?))?\s*$/.exec(text ?? "") ?? [];
  const ratio = Number(across) / Number(down);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
}

type Attributes = (name: string) => string | null;

/** What the attributes of an element say, or of the picture in it. */
export function shape(own: Attributes, picture: Attributes | undefined): Shape {
  const ratio = ratioOf(own("ratio"));
  const [width, height] = [pixels(own("width")), pixels(own("height"))];
  if (width !== undefined && height !== undefined) return { width, ratio: width / height };
  if (ratio !== undefined) return width === undefined ? { ratio } : { ratio, width };
  if (height !== undefined) return { height };
  const other = picture === undefined ? {} : pictured(picture);
  return width === undefined ? other : { ...other, width };
}

/** The shape that a picture keeps free: one whose width is a share of something has a fixed height. */
function pictured(picture: Attributes): Shape {
  const [width, height] = [pixels(picture("width")), pixels(picture("height"))];
  if (width !== undefined && height !== undefined) return { ratio: width / height };
  if (height !== undefined) return { height };
  const [, , across, down] = (picture("viewBox") ?? "").trim().split(/[\s,]+/).map(Number);
  return across && down ? { ratio: across / down } : {};
}

/** From this width on a figure of any ratio can be read; below it needs so much of the height that suits, and on a phone all of it. */
const [READABLE, LEAST, PHONE] = [640, 0.8, 480];

/** The shape as declarations of a style sheet, in a column so wide; letters `scale` times as large need as much more room. */
export function declarations({ height, ratio, width }: Shape, column: number, scale: number): Record<string, string> {
  const inline: Record<string, string> = width === undefined ? {} : { "inline-size": `${width}px` };
  if (height !== undefined) return { ...inline, "block-size": `${height}px` };
  const across = Math.min(column, width ?? column) / scale;
  const suits = Math.round(natural(across) * scale);
  if (ratio === undefined) return { ...inline, "min-block-size": `${suits}px` };
  // a page that is as narrow as a phone gets a figure that stands, whatever the ratio is elsewhere
  const least: Record<string, string> = across < READABLE ? { "min-block-size": `${Math.round(suits * (across < PHONE ? 1 : LEAST))}px` } : {};
  return { ...inline, ...least, "aspect-ratio": String(ratio) };
}
