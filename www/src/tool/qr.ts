/**
 * An address as a QR code, drawn with elements: black on white in any theme, for cameras need that.
 *
 * Which squares are black `uqr` says: MIT, kept by unjs, no dependencies, the smallest of those that are kept
 * (3.6 KB with brotli; `qr` has 5.5, `qrcode-generator` 6.8). It makes rows of booleans; what is drawn is ours.
 */
import { encode } from "uqr";

/** The white around a code by which cameras find it, in its own squares. */
export const QUIET = 4;

const SVG = "http://www.w3.org/2000/svg";

/** Rows of squares, black ones true, with the white around them; nothing where a text is too long for a code. */
export function squares(text: string): boolean[][] | undefined {
  // a longer text gets a coarser code where it is made less forgiving
  for (const ecc of ["M", "L"] as const) {
    try {
      const { data, version } = encode(text, { ecc, border: QUIET });
      if (version <= 20 || ecc === "L") return data;
    } catch {
      // it holds no more than 2,953 bytes
    }
  }
  return undefined;
}

/** The black squares as one path: a rectangle for each run in a row. */
export function path(rows: readonly (readonly boolean[])[]): string {
  let all = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end += 1;
      all += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  });
  return all;
}

/** The code of a text, with the text as its label. */
export function qr(text: string, label: string): SVGElement | undefined {
  const rows = squares(text);
  if (rows === undefined) return undefined;
  const size = String(rows.length);
  const code = drawn("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  code.append(drawn("rect", { width: size, height: size, fill: "#fff" }), drawn("path", { d: path(rows), fill: "#000" }));
  return code;
}

function drawn(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
