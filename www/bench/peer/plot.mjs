// Observable Plot: SVG, with its pointer tip.
import { dot, lineY, plot, pointer, tip } from "@observablehq/plot";

export async function make({ kind, stage, width, height, rows, years, points }) {
  const flat = rows.flatMap((row, r) => row.map((value, i) => ({ year: years[i], value, r })));
  const marks = () =>
    kind === "scatter"
      ? [dot(points, { x: "0", y: "1", r: 3 }), tip(points, pointer({ x: "0", y: "1" }))]
      : [lineY(flat, { x: "year", y: "value", z: "r" }), tip(flat, pointer({ x: "year", y: "value" }))];
  return {
    redraw() {
      stage.replaceChildren(plot({ width, height, marks: marks() }));
    },
    target: () => stage.querySelector("svg"),
  };
}
