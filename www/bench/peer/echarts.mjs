// ECharts with the parts that lines, points and a tooltip need.
import { LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

export async function make({ kind, stage, width, height, rows, years, points }) {
  const chart = init(stage, null, { width, height });
  const scatter = kind === "scatter";
  const option = () => ({
    animation: false,
    tooltip: { trigger: scatter ? "item" : "axis" },
    xAxis: scatter ? { type: "value", scale: true } : { type: "category", data: years },
    yAxis: { type: "value", scale: true },
    series: scatter
      ? [{ type: "scatter", data: points, symbolSize: 6 }]
      : rows.map((data) => ({ type: "line", data, showSymbol: false })),
  });
  return {
    redraw() {
      chart.setOption(option(), { notMerge: true, lazyUpdate: false });
      chart.getZr().refreshImmediately();
    },
    target: () => stage.querySelector("canvas"),
  };
}
