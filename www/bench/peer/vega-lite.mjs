// Vega-Lite on canvas, compiled anew as a page with another question does, with its nearest-point tooltip.
import { parse, View } from "vega";
import { compile } from "vega-lite";

export async function make({ kind, stage, width, height, rows, years, points }) {
  const values = kind === "scatter" ? points.map(([x, y]) => ({ x, y })) : rows.flatMap((row, r) => row.map((y, i) => ({ x: years[i], y, r })));
  const spec = () => ({
    width: width - 80,
    height: height - 60,
    data: { values },
    mark: kind === "scatter" ? { type: "point", tooltip: true } : { type: "line", tooltip: true },
    encoding: {
      x: { field: "x", type: "quantitative", scale: { zero: false } },
      y: { field: "y", type: "quantitative", scale: { zero: false } },
      ...(kind === "scatter" ? {} : { detail: { field: "r", type: "nominal" } }),
    },
  });
  return {
    async redraw() {
      stage.replaceChildren();
      await new View(parse(compile(spec()).spec), { renderer: "canvas", container: stage, hover: true }).runAsync();
    },
    target: () => stage.querySelector("canvas"),
  };
}
