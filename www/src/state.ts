/**
 * When a figure is not quite what the reader asked for, or can't say much: what it is, why, and what to do next.
 *
 * It knows the address, what the figure shows and the catalogue; it touches no element.
 */
import type { Catalogue, View, Words } from "#core";
import type { Choices } from "./choices";
import type { Labels } from "./labels";
import { near } from "./related";
import { type Shown, withChoice, withHome, withIndicator, without } from "./store";
import { isPeriod, unknown } from "./unknown";

/** A way out: what its button says, and the view that it leads to. */
export interface Way {
  label: string;
  view: View;
}

/** Something to be told beside the figure. */
export interface State {
  /** For the style sheet and tests. */
  kind: "unknown" | "no-period" | "no-home" | "no-trend" | "alone";
  /** The unknown id, as the address has it. */
  id?: string;
  /** How a notice of the core ends that says the same. */
  same?: string;
  what: string;
  why?: string | undefined;
  /** Whether the reason is still on its way: its room is kept. */
  waits?: boolean;
  ways: Way[];
}

/** What a state is made from. */
export interface Facts {
  /** What the address asks for: the indicator of its path and its query. */
  asked: { indicator: string; query: string };
  /** What was read from it. */
  view: View;
  /** What the figure shows. */
  shown: Shown;
  words: Pick<Words, "periods" | "periodLabels" | "scopes" | "have">;
  catalogue: Catalogue;
  choices?: Choices | undefined;
  /** The cities that can be offered as home; without it all that the catalogue lists. */
  homes?: readonly string[] | undefined;
  labels: Labels;
}

/** All states of a figure: first what the address names wrongly, then what is missing. */
export function states(facts: Facts): State[] {
  const gap = period(facts) ?? home(facts) ?? trend(facts) ?? alone(facts);
  return [...unknown(facts), ...(gap ? [gap] : [])];
}

/** A period that nobody has a figure of, or home has none. */
function period({ asked, view, shown, words, catalogue, labels }: Facts): State | undefined {
  const wanted = new URLSearchParams(asked.query).get("period");
  const now = words.periodLabels[words.periods.indexOf(shown.period ?? "")] ?? "";
  if (!wanted || now === "") return undefined;
  const ways = [{ label: labels.latestCommon, view: without(view, "period") }];
  if (isPeriod(wanted) && wanted !== shown.period) {
    return { kind: "no-period", what: labels.noPeriod(wanted, now), same: labels.shownInstead(now), ways };
  }
  if (shown.chart === "trend-lines" || words.have.includes(shown.home) || !has(catalogue, shown.indicator, shown.home)) return undefined;
  return { kind: "no-period", what: labels.homeNotThen(nameOf(catalogue, shown.home), now), ways };
}

/** Home has no figure in this indicator. */
function home(facts: Facts): State | undefined {
  const { view, shown, words, catalogue, choices, labels } = facts;
  if (words.have.includes(shown.home) || (shown.chart === "trend-lines" && has(catalogue, shown.indicator, shown.home))) return undefined;
  const here = catalogue.indicators.find(({ id }) => id === shown.indicator);
  const name = nameOf(catalogue, shown.home);
  const ways = toOther(facts, ({ regions }) => regions.includes(shown.home));
  const cities = facts.homes ?? catalogue.regions.map(({ id }) => id);
  const city = [...shown.peers, ...cities].find((id) => id !== shown.home && cities.includes(id) && has(catalogue, shown.indicator, id));
  if (city) ways.push({ label: labels.makeHome(nameOf(catalogue, city)), view: withHome(view, shown, city) });
  return { kind: "no-home", what: labels.noHome(name, here?.name ?? shown.indicator), why: sentence(choices?.absent[shown.indicator]?.[shown.home], labels), waits: choices === undefined, ways };
}

/** A reason as a sentence of its own. */
function sentence(reason: string | undefined, { stop }: Labels): string | undefined {
  if (!reason) return undefined;
  const whole = /[.。!?！？]$/.test(reason) ? reason : reason + stop;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** A trend of a single period is a row of points. */
function trend({ view, shown, words, catalogue, labels }: Facts): State | undefined {
  if (shown.chart !== "trend-lines" || words.periods.length !== 1) return undefined;
  const ranking = catalogue.charts.find(({ id }) => id === "rank-bars")?.name ?? "";
  const ways = [{ label: labels.see(ranking), view: withChoice(view, { chart: "rank-bars" }) }];
  return { kind: "no-trend", what: labels.onePeriod(words.periodLabels[0] ?? ""), ways };
}

/** Nobody but home has a figure: there is nothing to compare. */
function alone(facts: Facts): State | undefined {
  const { view, shown, words, catalogue, labels } = facts;
  // these have what the others have in scopes of their own
  if (shown.chart === "fact-card" || shown.chart === "bullet") return undefined;
  if (words.have.length !== 1 || words.have[0] !== shown.home) return undefined;
  const name = nameOf(catalogue, shown.home);
  const trend = words.periods.length > 1 && shown.chart !== "trend-lines";
  const ways: Way[] = trend ? [{ label: labels.seeTrend(name), view: withChoice(view, { chart: "trend-lines" }) }] : [];
  const cities = catalogue.regions.map(({ id }) => id);
  const company = toOther(facts, ({ regions }) => regions.includes(shown.home) && regions.filter((id) => cities.includes(id)).length > 1);
  return { kind: "alone", what: labels.alone(name), ways: [...ways, ...company] };
}

/** The way to the nearest indicator that will do; none when none does. */
function toOther({ view, shown, catalogue, choices, labels }: Facts, does: (one: Catalogue["indicators"][number]) => boolean): Way[] {
  const found = near(catalogue, shown.indicator, choices?.related[shown.indicator]).find(does);
  if (found === undefined) return [];
  return [{ label: labels.seeOther(nameOf(catalogue, shown.home), found.short), view: withIndicator(view, found.id) }];
}

function has({ indicators }: Catalogue, indicator: string, region: string): boolean {
  return indicators.find(({ id }) => id === indicator)?.regions.includes(region) ?? false;
}

function nameOf({ regions }: Catalogue, id: string): string {
  return regions.find((region) => region.id === id)?.name ?? id;
}
