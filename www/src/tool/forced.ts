/**
 * The live picture in the system's colours, where it forces them: each colour of the theme gives way to the one that the style sheet has in its place.
 *
 * The core paints as always and knows nothing of it: what it sets on the canvas is exchanged on the way.
 */

/** What a picture is painted in; the style sheet has each for the theme on the root, and where colours are forced for the system on the figure. */
const NAMES = ["text", "muted", "home", "peer-1", "peer-2", "peer-3", "peer-1-ink", "peer-2-ink", "peer-3-ink", "rest", "rest-line", "axis", "grid", "benchmark"];

/** Red, green, blue. */
export type Rgb = readonly [number, number, number];

/** A colour of the theme, and the system's in its place. */
export type Exchange = readonly [from: Rgb, to: Rgb];

/** The numbers of a colour in six digits, as the core writes it. */
export function rgb(hex: string): Rgb {
  const at = (i: number): number => Number.parseInt(hex.slice(i, i + 2), 16);
  return [at(1), at(3), at(5)];
}

/** What stands in the place of a colour: of one of the theme the system's, of a mixture with the ground the same mixture. */
export function exchanged(color: Rgb, ground: Exchange, others: readonly Exchange[]): Rgb {
  const same = [ground, ...others].find(([from]) => from.every((part, i) => part === color[i]));
  if (same) return same[1];
  let [best, least] = [ground[1], Infinity];
  for (const [from, to] of others) {
    const [way, gone] = [minus(from, ground[0]), minus(color, ground[0])];
    const part = Math.max(0, Math.min(1, times(way, gone) / times(way, way)));
    const off = minus(gone, mixed([0, 0, 0], way, part));
    if (times(off, off) >= least) continue;
    [best, least] = [mixed(ground[1], to, part), times(off, off)];
  }
  return best;
}

/** Keeps a canvas in the system's colours as long as they are forced. */
export function forced(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const [active, dark] = [matchMedia("(forced-colors: active)"), matchMedia("(prefers-color-scheme: dark)")];
  const change = (): void => {
    for (const style of ["fillStyle", "strokeStyle"] as const) delete (context as Partial<CanvasRenderingContext2D>)[style];
    if (active.matches) exchange(context);
    // the figure is painted anew as after a change of its size
    if (active.matches) dispatchEvent(new Event("resize"));
  };
  active.addEventListener("change", change);
  dark.addEventListener("change", change);
  if (active.matches) change();
}

/** Puts an exchange before what the context is told to paint in. */
function exchange(context: CanvasRenderingContext2D): void {
  const pair = (name: string): Exchange => [rgb(getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()), resolved(context.canvas, `var(--${name})`)];
  const [ground, others] = [pair("ground"), NAMES.map(pair)];
  const known = new Map<string, string>();
  const instead = (color: string): string => {
    const old = known.get(color);
    if (old !== undefined) return old;
    const now = `rgb(${exchanged(rgb(color), ground, others).map(Math.round).join(" ")})`;
    known.set(color, now);
    return now;
  };
  for (const style of ["fillStyle", "strokeStyle"] as const) {
    const own = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, style);
    if (own === undefined) continue;
    Object.defineProperty(context, style, {
      configurable: true,
      get: () => own.get?.call(context) as unknown,
      set: (color: unknown) => own.set?.call(context, typeof color === "string" ? instead(color) : color),
    });
  }
}

/** A colour as it comes out on this system, in numbers, and opaque: some of a system's let a little through. What is not written in numbers a dot tells. */
function resolved(canvas: HTMLCanvasElement, color: string): Rgb {
  const probe = document.createElement("span");
  probe.style.setProperty("forced-color-adjust", "none");
  probe.style.color = color;
  canvas.after(probe);
  const text = getComputedStyle(probe).color;
  probe.remove();
  const written = /^rgba?\((\d+), (\d+), (\d+)/.exec(text);
  if (written) return [Number(written[1]), Number(written[2]), Number(written[3])];
  const dot = new OffscreenCanvas(1, 1).getContext("2d");
  if (dot) dot.fillStyle = text;
  dot?.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = dot?.getImageData(0, 0, 1, 1).data ?? [];
  return [r, g, b];
}

function minus(a: Rgb, b: Rgb): Rgb {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function times(a: Rgb, b: Rgb): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function mixed(a: Rgb, b: Rgb, part: number): Rgb {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}
