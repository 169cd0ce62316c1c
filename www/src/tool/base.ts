/**
 * The handle on the rule of an index's base period: dragged by pointer and finger, moved by keys, from one period to another.
 *
 * Where it stands and what it can be moved to the core says. It lies over the canvas, so no file has it.
 */
import type { Page } from "../page";
import { withChoice } from "../store";
import { words } from "./words";

/** A period that can be the base, with its place in CSS pixels. */
export interface Stop {
  period: string;
  x: number;
}

/** The stop nearest to a place. */
export function nearest(stops: readonly Stop[], x: number): Stop | undefined {
  const far = (stop: Stop): number => Math.abs(stop.x - x);
  return stops.reduce<Stop | undefined>((best, stop) => (best === undefined || far(stop) < far(best) ? stop : best), undefined);
}

/** Where a key leads from a stop; none where it means nothing. */
export function stepped(stops: readonly Stop[], from: number, key: string): Stop | undefined {
  const last = stops.length - 1;
  const to: Record<string, number> = {
    ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1,
    PageDown: from - 5, PageUp: from + 5, Home: 0, End: last,
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : stops[Math.max(0, Math.min(last, wanted))];
}

/** What is being dragged: the stops as they were at its begin, and the base to which Escape leads back. */
interface Drag {
  stops: readonly Stop[];
  before: string | undefined;
  /** From the rule to where it was taken hold of. */
  off: number;
}

export class BaseHandle {
  readonly #page: Page;
  readonly #handle = document.createElement("div");
  #drag: Drag | undefined;
  /** The base before the first key in a row. */
  #before: { base: string | undefined } | undefined;

  constructor(page: Page, canvas: HTMLCanvasElement) {
    this.#page = page;
    const handle = this.#handle;
    handle.className = "base-handle";
    handle.tabIndex = 0;
    handle.hidden = true;
    handle.role = "slider";
    handle.setAttribute("aria-orientation", "horizontal");
    handle.setAttribute("aria-label", words(page.lang).baseHandle);
    handle.title = words(page.lang).baseHandle;
    canvas.after(handle);
    handle.addEventListener("pointerdown", (event) => this.#take(event));
    handle.addEventListener("pointermove", (event) => this.#move(event));
    handle.addEventListener("pointerup", () => this.#let());
    handle.addEventListener("pointercancel", () => this.#back());
    handle.addEventListener("keydown", (event) => this.#key(event));
    handle.addEventListener("blur", () => (this.#before = undefined));
    // the figure is drawn in the next frame after it is asked for: then the rule has moved
    page.onDraw(() => requestAnimationFrame(() => this.#show()));
    new ResizeObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => this.#show()))).observe(canvas);
    page.follow(() => this.#show());
    this.#show();
  }

  /** The stops of the figure on the page, and where its rule stands; none where nothing can be dragged. */
  #read(): { stops: Stop[]; x: number } | undefined {
    const { figure, shown } = this.#page;
    if (shown.chart !== "indexed-lines" || typeof figure.base !== "function") return undefined;
    const { x, periods } = figure.base();
    return x === undefined || x === null || periods.length < 2 ? undefined : { stops: periods, x };
  }

  #show(): void {
    const read = this.#read();
    const handle = this.#handle;
    if (read === undefined) {
      if (this.#drag === undefined) handle.hidden = true;
      return;
    }
    handle.hidden = false;
    const { stops, x } = read;
    const now = nearest(stops, x);
    const at = now ? stops.indexOf(now) : 0;
    handle.style.translate = `${x}px 0`;
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", String(stops.length - 1));
    handle.setAttribute("aria-valuenow", String(at));
    handle.setAttribute("aria-valuetext", words(this.#page.lang).baseAt(this.#label(now?.period ?? "")));
  }

  #label(period: string): string {
    const { periods, periodLabels } = this.#page.words;
    return periodLabels[periods.indexOf(period)] ?? period;
  }

  #take(event: PointerEvent): void {
    const read = this.#read();
    if (event.button !== 0 || read === undefined) return;
    event.preventDefault();
    this.#handle.setPointerCapture(event.pointerId);
    this.#handle.focus({ preventScroll: true });
    this.#handle.toggleAttribute("data-held", true);
    this.#drag = { stops: read.stops, before: this.#page.store.view.base, off: event.clientX - this.#left - read.x };
  }

  #move(event: PointerEvent): void {
    if (this.#drag === undefined) return;
    const to = nearest(this.#drag.stops, event.clientX - this.#left - this.#drag.off);
    if (to) this.#try(to.period);
  }

  /** The address is written once, at the end: one step to undo. */
  #let(): void {
    const drag = this.#drag;
    this.#end();
    if (drag && drag.before !== this.#page.store.view.base) this.#page.keep("");
  }

  /** The base that was before. */
  #back(): void {
    const drag = this.#drag;
    this.#end();
    if (drag === undefined) return;
    this.#try(drag.before);
    this.#page.keep("");
  }

  #end(): void {
    this.#drag = undefined;
    this.#handle.toggleAttribute("data-held", false);
  }

  /** Keys in a row are one step, too; Escape takes them back. */
  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && (this.#drag || this.#before)) {
      event.preventDefault();
      if (this.#drag) return this.#back();
      const { base } = this.#before ?? {};
      this.#before = undefined;
      return this.#page.ask(withChoice(this.#page.store.view, { base }), "base");
    }
    const read = this.#read();
    if (read === undefined) return;
    const now = nearest(read.stops, read.x);
    const to = now && stepped(read.stops, read.stops.indexOf(now), event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.#before ??= { base: this.#page.store.view.base };
    if (to.period !== now?.period) this.#page.ask(withChoice(this.#page.store.view, { base: to.period }), "base");
  }

  #try(base: string | undefined): void {
    this.#page.try(withChoice(this.#page.store.view, { base }));
  }

  get #left(): number {
    return this.#handle.parentElement?.getBoundingClientRect().left ?? 0;
  }
}
