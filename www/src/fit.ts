/**
 * How high the page in a frame is: as it suits its width, or as the page around the frame has it.
 *
 * Arithmetic of pixels; no element is known here.
 */

/** From this width on a figure lies, below it stands; the core's own rule (src/chart/frame.rs). */
const LYING = { width: 640, ratio: 0.625 } as const;
/** The narrowest phone, and how high a figure with its title and foot is there. */
const STANDING = { width: 320, ratio: 1.8 } as const;

/** A frame whose height is this much of what suits, or up to that much, is filled as it is: nothing around it moves. */
const [LEAST, MOST] = [0.8, 1.4];

/** The height that suits a figure of this width; between a phone and a column of text it goes over from one shape to the other. */
export function natural(width: number): number {
  if (width >= LYING.width) return Math.round(width * LYING.ratio);
  if (width <= STANDING.width) return Math.round(width * STANDING.ratio);
  const [high, low] = [STANDING.width * STANDING.ratio, LYING.width * LYING.ratio];
  return Math.round(high + ((low - high) * (width - STANDING.width)) / (LYING.width - STANDING.width));
}

/** What is known of the frame, from one size of it to the next. */
export class Fit {
  #given: number | undefined;
  #told: number | undefined;
  /** Whether the page around took a height that it was told. */
  #follows = false;

  /** The height of everything in a frame of this width and height, of which `rest` is not the figure. */
  whole(width: number, given: number, rest: number): number {
    const suits = natural(width) + rest;
    if (this.#given !== undefined && given !== this.#given && given === this.#told) this.#follows = true;
    this.#given = given;
    if (this.#follows || given < suits * LEAST || given > suits * MOST) return suits;
    return given;
  }

  /** Whether this height is news; it is then told. */
  tells(height: number): boolean {
    if (height === this.#told) return false;
    this.#told = height;
    return true;
  }
}
