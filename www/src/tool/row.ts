/**
 * What the core says of a mark, as a row of a list or as a sentence to be heard.
 *
 * The core's words stay as they are; only what is too long for a column becomes a place.
 */
import type { Hit } from "#core";
import type { ToolWords } from "./spoken";

type Line = Hit["lines"][number];

/** One city of a moment. */
export interface Row {
  region: string;
  name: string;
  when: string;
  value: string;
  rank: string;
  gap: Line | undefined;
  /** What sets the figure apart, as that it is of low reliability. */
  mark: string;
}

/** The lines of a tip by what they are. The period comes first, behind the indicator where there are several. */
function parts({ lines }: Hit, words: ToolWords): { indicator: Line | undefined; figure: Line | undefined; rank: Line | undefined; gap: Line | undefined; mark: string } {
  const indicator = lines[0]?.label === words.indicator ? lines[0] : undefined;
  const rest = indicator ? lines.slice(1) : lines;
  const rank = rest.find(({ label }) => label === words.rank);
  const gap = rest.find(({ label }) => /减该市$| minus this$/.test(label));
  const mark = rest.find(({ label }) => label === words.status)?.value ?? "";
  return { indicator, figure: rest[0], rank, gap, mark };
}

/** A place without its surroundings: 居全省11市第8位 is 第8. */
export function place(phrase: string, words: ToolWords): string {
  const number = /第(\d+)位/.exec(phrase)?.[1] ?? /(\d+(?:st|nd|rd|th))/.exec(phrase)?.[1];
  if (number === undefined) return /并列|joint last/.test(phrase) ? words.lastJoint : /highest/.test(phrase) ? words.place("1st") : "";
  return /并列|joint/.test(phrase) ? words.joint(number) : words.place(number);
}

export function row(hit: Hit, words: ToolWords): Row {
  const { figure, rank, gap, mark } = parts(hit, words);
  return { mark, region: hit.region, name: hit.name, when: figure?.label ?? "", value: figure?.value ?? "", rank: rank ? place(rank.value, words) : "", gap };
}

/** As many rows as have room, in their order: who must be there, then from the top; and how many are left out. */
export function rows(all: readonly Row[], must: ReadonlySet<string>, room: number): { shown: Row[]; left: number } {
  let free = room - all.filter(({ region }) => must.has(region)).length;
  const shown = all.filter(({ region }) => must.has(region) || free-- > 0);
  return { shown, left: all.length - shown.length };
}

/** Name, indicator, period, value, rank, gap to home: for the ear. */
export function sentence(hit: Hit, words: ToolWords): string {
  const { indicator, figure, rank, gap, mark } = parts(hit, words);
  const said = [hit.name, indicator?.value, figure?.label, figure?.value, mark, rank?.value, gap && `${gap.label}${words.colon}${gap.value}`];
  return said.filter(Boolean).join(words.comma) + words.stop;
}
