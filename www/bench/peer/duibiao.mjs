// This project, as its page uses it: the core answers a view, the figure paints itself, names, ranks and hit-testing included.
import start, { Draft } from "#gallery";

const bytes = (text) => new TextEncoder().encode(text);

export async function make({ kind, stage, canvas, width, height, packs, tip }) {
  const { memory } = await start({ module_or_path: "/bench/gallery.wasm" });
  const core = new Draft(bytes(packs.catalogue)).core();
  core.addTheme("fixture", bytes(packs.theme));
  const context = canvas(stage).getContext("2d");
  const view = kind === "scatter" ? { chart: "scatter", indicator: "fixture", beside: ["second"], lang: "en" } : { chart: "trend-lines", lang: "en" };
  let figure;
  return {
    redraw() {
      figure?.free();
      figure = core.figure(view, width, height, "plot");
      figure.paint(context, 1);
    },
    hover(x, y) {
      const hit = figure.pick(x, y);
      tip.textContent = hit === undefined ? "" : [hit.name, ...hit.lines.map((l) => `${l.label} ${l.value}`)].join("\n");
    },
    memory: () => memory.buffer.byteLength,
  };
}
