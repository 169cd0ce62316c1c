// Chart.js with the parts that lines, points and a tooltip need.
import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, ScatterController, Tooltip } from "chart.js";

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, ScatterController, Tooltip);

export async function make({ kind, stage, canvas, rows, years, points }) {
  const datasets = () =>
    kind === "scatter"
      ? [{ data: points.map(([x, y]) => ({ x, y })), pointRadius: 3 }]
      : rows.map((data) => ({ data, pointRadius: 0 }));
  const chart = new Chart(canvas(stage), {
    type: kind === "scatter" ? "scatter" : "line",
    data: kind === "scatter" ? { datasets: datasets() } : { labels: years, datasets: datasets() },
    options: { animation: false, responsive: false, interaction: { mode: "nearest", intersect: false } },
  });
  return {
    redraw() {
      chart.data.datasets = datasets();
      chart.update("none");
    },
    target: () => chart.canvas,
  };
}
