/**
 * The charts of the menu in their groups: what suits the indicator first, what has nothing to show of it last.
 *
 * Pure functions over what the catalogue and the choices say; no element is known here.
 */
import type { Catalogue } from "#core";
import type { ChartChoice, Choices } from "../choices";
import { FIRST } from "../core";

/** What is chosen from. */
export interface Offer {
  /** Empty for those that have nothing to show. */
  kind: string;
  charts: ChartChoice[];
}

const KINDS = ["compare", "time", "structure", "overview", "place"];

/** All charts but the first, which have tabs of their own. */
export function offers(choices: Choices | undefined, catalogue: Catalogue, indicator: string): Offer[] {
  const plain = catalogue.charts.map(({ id, name }) => ({ id, name, kind: "compare", what: "", needs: "" }));
  const all = choices !== undefined && choices.charts.length > 0 ? choices.charts : plain;
  const suits = choices?.suits[indicator];
  const further = all.filter(({ id }) => !FIRST.has(id));
  const good = further.filter(({ id }) => suits === undefined || suits.includes(id));
  const groups = KINDS.map((kind) => ({ kind, charts: good.filter((one) => one.kind === kind) }));
  const bad = { kind: "", charts: further.filter((one) => !good.includes(one)) };
  return [...groups, bad].filter(({ charts }) => charts.length > 0);
}
