// What runs in the page of the bench: one peer draws one case, and is timed. It is handed to the page as text: no imports here.

export async function measure({ kind, rows, years, points, packs, rounds, moves }) {
  const [width, height] = [1040, 650];
  const MANY = 50;
  const stage = document.getElementById("stage");
  const tip = document.getElementById("tip");
  stage.style.cssText = `width:${width}px;height:${height}px`;
  const canvas = (parent) => {
    const element = parent.appendChild(document.createElement("canvas"));
    [element.width, element.height] = [width, height];
    return element;
  };
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const start = performance.now();
  const { make } = await import("/bench/peer.js");
  const made = await make({ kind, stage, canvas, width, height, rows, years, points, packs, tip });
  const times = [];
  let first;
  for (let i = 0; i < rounds; i += 1) {
    const before = performance.now();
    await made.redraw();
    times.push(performance.now() - before);
    first ??= (await frame(), performance.now() - start);
    await frame();
  }
  /** A pointer move as the browser sends it; what it does at once and in its next frame is counted. */
  const move = async (x, y) => {
    if (made.hover) {
      // far shorter than what the clock tells apart: many at once, all over the picture
      const before = performance.now();
      for (let i = 0; i < MANY; i += 1) made.hover((x + i * 17) % width, (y + i * 29) % height);
      return (performance.now() - before) / MANY;
    }
    const target = made.target();
    const { left, top } = target.getBoundingClientRect();
    const at = { bubbles: true, clientX: left + x, clientY: top + y, pointerType: "mouse" };
    const before = performance.now();
    for (const type of ["pointerenter", "pointermove"]) target.dispatchEvent(new PointerEvent(type, at));
    for (const type of ["mouseenter", "mouseover", "mousemove"]) target.dispatchEvent(new MouseEvent(type, at));
    let spent = performance.now() - before;
    // what is put off to the next frame runs before a callback that is asked for now
    const began = await new Promise((done) => requestAnimationFrame(done));
    spent += Math.max(0, performance.now() - began);
    return spent;
  };
  const hovers = [];
  let told;
  for (let i = 0; i < moves; i += 1) {
    hovers.push(await move(80 + ((i * 37) % (width - 160)), 60 + ((i * 53) % (height - 120))));
    told ??= performance.now() - start;
  }
  globalThis.gc?.();
  const heap = performance.memory?.usedJSHeapSize ?? Number.NaN;
  const memory = (heap + (made.memory?.() ?? 0)) / 1e6;
  return { first, told, redraw: middle(times), hover: hovers.length > 0 ? middle(hovers) : undefined, memory };
}
