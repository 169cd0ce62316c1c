/**
 * From one picture to the next in a moment instead of at once, by the core with every chart; places move, words never lie.
 *
 * It is asked for each time, by who changes the period; whoever wants no movement gets none.
 */
import type { Figure } from "#core";
import type { Page } from "../page";

/** How long a picture is on its way, in milliseconds. */
export const EASE = 400;

/** A way that is not at its end. */
interface Way {
  from: Figure;
  frame: number;
}

/** Slow, fast, slow. */
export function eased(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

export class Ease {
  #wanted = 0;
  #way: Way | undefined;

  constructor(page: Page) {
    page.ease = (to, from, context, ratio) => this.#paint(to, from, context, ratio);
  }

  /** The next picture comes gradually. */
  next(milliseconds = EASE): void {
    this.#wanted = milliseconds;
  }

  #paint(to: Figure, from: Figure, context: CanvasRenderingContext2D, ratio: number): void {
    this.#end();
    const length = this.#wanted;
    this.#wanted = 0;
    // a figure of another core can't be compared with this one, and the small core knows no way
    const able = to.constructor === from.constructor && typeof to.paintFrom === "function";
    if (length === 0 || !able || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      to.paint(context, ratio);
      return from.free();
    }
    const begin = performance.now();
    const way: Way = { from, frame: 0 };
    this.#way = way;
    const step = (now: number): void => {
      const t = Math.max(0, (now - begin) / length);
      if (t >= 1) {
        to.paint(context, ratio);
        return this.#end();
      }
      to.paintFrom(from, eased(t), context, ratio);
      way.frame = requestAnimationFrame(step);
    };
    step(begin);
  }

  #end(): void {
    if (this.#way === undefined) return;
    cancelAnimationFrame(this.#way.frame);
    this.#way.from.free();
    this.#way = undefined;
  }
}
