/**
 * A series as sound: which note each figure is, and when. Pure, but for the last function, which plays.
 *
 * Heights come from the picture, so that a logarithmic scale is heard as one.
 */
import type { Mark } from "#core";

/** The lowest note, and how many octaves a figure can be above it. */
const LOW = 220;
const OCTAVES = 2;
/** How long a period sounds, in seconds, and the click that begins it. */
export const BEAT = 0.4;
const CLICK = 0.03;

/** The note of a height between 0 (lowest figure) and 1 (highest), in hertz: equal steps of the scale are equal intervals. */
export function frequency(height: number): number {
  return LOW * 2 ** (OCTAVES * Math.max(0, Math.min(1, height)));
}

/** One period: the heights of home and of the other; none where there is no figure. */
export interface Beat {
  /** Where it stands, for telling its name. */
  x: number;
  home: number | undefined;
  other: number | undefined;
}

export type Spot = Pick<Mark, "region" | "x" | "y">;

/** The moments of marks, from left to right. */
function moments(marks: readonly Spot[]): number[] {
  return [...marks].sort((a, b) => a.x - b.x).map(({ x }) => x).filter((x, i, all) => i === 0 || x - (all[i - 1] ?? 0) >= 1);
}

/** Several cities as one more: the middle of their heights (mean), or that of the one in the middle (median), in moments in which so many have a figure. */
export function together(marks: readonly Spot[], region: string, cities: ReadonlySet<string>, how: "mean" | "median", least: number): Spot[] {
  return moments(marks).flatMap((x) => {
    const ys = marks.filter((one) => cities.has(one.region) && Math.abs(one.x - x) < 1).map(({ y }) => y).sort((a, b) => a - b);
    if (ys.length < Math.max(1, least)) return [];
    const half = (ys.length - 1) / 2;
    const middle = how === "mean" ? ys : [ys[Math.floor(half)] ?? 0, ys[Math.ceil(half)] ?? 0];
    return [{ region, x, y: middle.reduce((sum, y) => sum + y, 0) / middle.length }];
  });
}

/** The periods in which anybody has a figure, with those of two cities between the lowest and the highest of both. */
export function beats(marks: readonly Spot[], home: string, other: string): Beat[] {
  const own = marks.filter(({ region }) => region === home || region === other);
  const [top, bottom] = [Math.min(...own.map(({ y }) => y)), Math.max(...own.map(({ y }) => y))];
  const height = (region: string, x: number): number | undefined => {
    const mark = own.find((one) => one.region === region && Math.abs(one.x - x) < 1);
    if (mark === undefined) return undefined;
    return bottom === top ? 0.5 : (bottom - mark.y) / (bottom - top);
  };
  const all = moments(marks).map((x) => ({ x, home: height(home, x), other: height(other, x) }));
  const heard = (beat: Beat): boolean => beat.home !== undefined || beat.other !== undefined;
  while (all.length > 0 && !heard(all.at(-1) as Beat)) all.pop();
  return all.slice(Math.max(0, all.findIndex(heard)));
}

/** Plays the beats from left to right; home on the left and soft, the other on the right and sharp. Gives how long it takes. */
export function play(context: AudioContext, all: readonly Beat[]): number {
  const begin = context.currentTime + 0.1;
  for (const [i, beat] of all.entries()) {
    const at = begin + i * BEAT;
    tone(context, "square", 1600, 0, 0.04, at, CLICK);
    if (beat.home !== undefined) tone(context, "sine", frequency(beat.home), -0.7, 0.3, at + CLICK, BEAT - 2 * CLICK);
    if (beat.other !== undefined) tone(context, "sawtooth", frequency(beat.other), 0.7, 0.09, at + CLICK, BEAT - 2 * CLICK);
  }
  return 0.1 + all.length * BEAT;
}

function tone(context: AudioContext, type: OscillatorType, hertz: number, side: number, loudness: number, at: number, length: number): void {
  const [source, gain, panner] = [context.createOscillator(), context.createGain(), context.createStereoPanner()];
  source.type = type;
  source.frequency.value = hertz;
  panner.pan.value = side;
  // without a ramp it would crack
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.01);
  gain.gain.setValueAtTime(loudness, at + length - 0.01);
  gain.gain.linearRampToValueAtTime(0, at + length);
  source.connect(gain).connect(panner).connect(context.destination);
  source.start(at);
  source.stop(at + length);
}
