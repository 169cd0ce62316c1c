/**
 * The script that pages of others load beside their frames, as `embed.js`: gives each frame the height that it asks for, and tells it light or dark.
 *
 * A classic script under a name that never changes, a few bytes. It touches no element but `iframe.duibiao`, writes no markup
 * and no style as text, and so runs under any policy that lets it load. To be loaded twice does no harm.
 */

/** What a frame says of itself. */
interface Told {
  type: "duibiao:height";
  id: string;
  height: number;
}

/** No figure is higher: what says so is something else. */
const MOST = 20_000;
const THEMES = ["light", "dark", "contrast", "contrast-dark"];
const dark = matchMedia("(prefers-color-scheme: dark)");

function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll<HTMLIFrameElement>("iframe.duibiao")];
}

function isTold(data: unknown): data is Told {
  if (typeof data !== "object" || data === null) return false;
  const { type, id, height } = data as Partial<Told>;
  return type === "duibiao:height" && typeof id === "string" && typeof height === "number" && height > 0 && height <= MOST;
}

/** The scheme that the page has chosen for itself, else the system's. */
function scheme(): string {
  const chosen = document.documentElement.dataset["theme"];
  return chosen !== undefined && THEMES.includes(chosen) ? chosen : dark.matches ? "dark" : "light";
}

/** A frame whose address names its theme keeps it. A sandboxed frame has no origin to name; a theme is no secret. */
function tell(frame: HTMLIFrameElement): void {
  if (/[?&]theme=/.test(frame.src)) return;
  frame.contentWindow?.postMessage({ type: "duibiao:theme", theme: scheme() }, "*");
}

function tellAll(): void {
  frames().forEach(tell);
}

/** A frame that has the height already is left as its page made it. */
function size({ source, data }: MessageEvent<unknown>): void {
  const frame = source && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !isTold(data)) return;
  const height = Math.ceil(data.height);
  if (frame.clientHeight !== height) frame.height = String(height);
}

function start(): void {
  addEventListener("message", size);
  // the load of a frame does not bubble, but is seen on its way down
  document.addEventListener("load", ({ target }) => target instanceof HTMLIFrameElement && target.matches(".duibiao") && tell(target), true);
  dark.addEventListener("change", tellAll);
  new MutationObserver(tellAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  tellAll();
}

const mark = Symbol.for("duibiao:host");
const world = window as unknown as Record<symbol, boolean | undefined>;
if (!world[mark]) start();
world[mark] = true;

export {};
