// The shortest canvas code with d3's scales that draws the same lines and dots, without names, ranks or collision of labels.
import { extent, scaleLinear } from "d3";

const MARGIN = { top: 10, right: 20, bottom: 30, left: 50 };

function axes(context, x, y, width, height) {
  context.font = "12px sans-serif";
  context.fillStyle = "#5b636e";
  context.strokeStyle = "#e4e7eb";
  for (const tick of y.ticks(6)) {
    context.beginPath();
    context.moveTo(MARGIN.left, y(tick));
    context.lineTo(width - MARGIN.right, y(tick));
    context.stroke();
    context.fillText(String(tick), 4, y(tick) + 4);
  }
  for (const tick of x.ticks(8)) context.fillText(String(tick), x(tick) - 12, height - 8);
}

export async function make({ kind, stage, canvas, width, height, rows, years, points, tip }) {
  const context = canvas(stage).getContext("2d");
  const range = [
    [MARGIN.left, width - MARGIN.right],
    [height - MARGIN.bottom, MARGIN.top],
  ];
  let x, y;
  const lines = () => {
    x = scaleLinear([years[0], years.at(-1)], range[0]);
    y = scaleLinear(extent(rows.flat()), range[1]).nice();
    context.clearRect(0, 0, width, height);
    axes(context, x, y, width, height);
    context.strokeStyle = "#9aa1ab";
    for (const row of rows) {
      context.beginPath();
      row.forEach((v, i) => (i === 0 ? context.moveTo(x(years[i]), y(v)) : context.lineTo(x(years[i]), y(v))));
      context.stroke();
    }
  };
  const dots = () => {
    x = scaleLinear(extent(points, (p) => p[0]), range[0]).nice();
    y = scaleLinear(extent(points, (p) => p[1]), range[1]).nice();
    context.clearRect(0, 0, width, height);
    axes(context, x, y, width, height);
    context.fillStyle = "#9aa1ab";
    for (const [a, b] of points) {
      context.beginPath();
      context.arc(x(a), y(b), 3, 0, 2 * Math.PI);
      context.fill();
    }
  };
  return {
    redraw: kind === "scatter" ? dots : lines,
    // the nearest value of the nearest year, by looking at all
    hover(px, py) {
      if (kind === "scatter") {
        let best = Infinity;
        let found;
        for (const p of points) {
          const d = (x(p[0]) - px) ** 2 + (y(p[1]) - py) ** 2;
          if (d < best) [best, found] = [d, p];
        }
        tip.textContent = String(found);
        return;
      }
      const i = Math.max(0, Math.min(years.length - 1, Math.round(x.invert(px)) - years[0]));
      let best = 0;
      for (let r = 1; r < rows.length; r += 1) if (Math.abs(y(rows[r][i]) - py) < Math.abs(y(rows[best][i]) - py)) best = r;
      tip.textContent = `${best} ${years[i]}: ${rows[best][i]}`;
    },
  };
}
