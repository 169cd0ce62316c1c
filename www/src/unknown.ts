/**
 * What the address names and nobody knows: each id as it stands there, and the nearest that there is.
 *
 * The core shows something else in its place; which, the figure's view says.
 */
import type { View } from "#core";
import { nearest } from "./near";
import type { Facts, State } from "./state";

/** Longest part of an unknown id that is repeated to the reader. */
const REPEATED = 40;

const PERIOD = /^\d{4}(-H[12]|-Q[1-4]|(-(0[1-9]|1[0-2]))?(\/\d{4}(-(0[1-9]|1[0-2]))?)?)$/;

type Field = "indicator" | "home" | "group" | "chart" | "period" | "scope" | "benchmark" | "theme";

interface Named {
  id: string;
  name: string;
}

/** Whether this is written as a period, whether or not there are figures of it. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** A state for each unknown id, in the order of the controls. */
export function unknown(facts: Facts): State[] {
  const { asked, view, shown, catalogue, words, labels } = facts;
  const query = new URLSearchParams(asked.query);
  const periods = words.periods.map((id, place) => ({ id, name: words.periodLabels[place] ?? id }));
  const look = (field: Field, id: string | null, known: readonly Named[], right: boolean): State[] =>
    id && !right ? [told(facts, field, id, known, shown[field])] : [];
  const named = (field: Field, known: readonly Named[]): State[] => look(field, query.get(field), known, shown[field] === query.get(field));
  // what the core can't read it leaves out of the view
  const read = (field: Field, known: readonly Named[]): State[] => look(field, query.get(field), known, view[field] !== undefined);
  return [
    ...look("indicator", asked.indicator, catalogue.indicators, catalogue.indicators.some(({ id }) => id === asked.indicator)),
    ...named("home", catalogue.regions),
    ...peers(facts),
    ...named("group", catalogue.groups),
    ...read("chart", catalogue.charts),
    ...look("period", query.get("period"), periods, isPeriod(query.get("period") ?? "")),
    ...named("scope", words.scopes),
    ...read("benchmark", list(labels.benchmarks)),
    ...read("theme", list(labels.appearances).filter(({ id }) => id !== "system")),
  ];
}

/** What is said of one id; the button takes what is shown already, or puts the nearest, or else what is shown, into the address. */
function told({ view, labels }: Facts, field: Field, id: string, known: readonly Named[], now: string | undefined): State {
  const instead = nearest(id, known.map((one) => one.id)) ?? now ?? "";
  const name = known.find((one) => one.id === instead)?.name ?? instead;
  const label = instead === now ? labels.accept(name) : labels.instead(name);
  return state(id, labels.unknown(labels.fields[field], cut(id)), label, { ...view, [field]: instead });
}

/** The unknown among the peers: each is replaced by the nearest city, or left out. */
function peers({ view, shown, catalogue, labels }: Facts): State[] {
  const asked = view.peers ?? [];
  const cities = catalogue.regions.filter(({ id }) => id !== shown.home);
  const strange = asked.filter((id) => !shown.peers.includes(id) && id !== shown.home && !catalogue.regions.some((one) => one.id === id));
  return strange.map((id) => {
    const meant = cities.find((one) => one.id === nearest(id, cities.map((city) => city.id)));
    const rest = asked.flatMap((peer) => (peer !== id ? [peer] : meant ? [meant.id] : []));
    const label = meant ? labels.instead(meant.name) : labels.leaveOut;
    return state(id, labels.unknown(labels.fields.peers, cut(id)), label, { ...view, peers: [...new Set(rest)] });
  });
}

function state(id: string, what: string, label: string, view: View): State {
  return { kind: "unknown", id, what, ways: [{ label, view }] };
}

function list(labels: Record<string, string>): Named[] {
  return Object.entries(labels).map(([id, name]) => ({ id, name }));
}

function cut(id: string): string {
  return id.length > REPEATED ? `${id.slice(0, REPEATED)}…` : id;
}
