// uPlot, lines and points; its legend, which is its tooltip, stays on while hovering is measured.
import uPlot from "uplot";

export async function make({ kind, stage, width, height, rows, years, points }) {
  const line = { stroke: "#9aa1ab", points: { show: false } };
  const scatter = kind === "scatter";
  const sorted = scatter ? [...points].sort((a, b) => a[0] - b[0]) : [];
  const data = scatter ? [sorted.map((p) => p[0]), sorted.map((p) => p[1])] : [years, ...rows];
  const dots = { stroke: "#9aa1ab", paths: () => null, points: { show: true, size: 6, space: 0, fill: "#9aa1ab" } };
  const series = [{}, ...(scatter ? [dots] : rows.map(() => line))];
  const plot = new uPlot({ width, height, series, legend: { show: false }, scales: { x: { time: false } } }, data, stage);
  return {
    redraw() {
      plot.setData(data);
      // it draws in a microtask; asking for a redraw now keeps the work inside the measured time
      plot.redraw(true, true);
    },
    target: () => plot.over,
  };
}
