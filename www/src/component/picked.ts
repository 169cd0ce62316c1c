/**
 * What was pointed at or chosen in a figure, as values for the page around it. Pure: it knows tables and marks, no element.
 */
import type { Hit, Mark, Table, View, Words } from "#core";

/** What is told of a city that was chosen. */
export interface Picked {
  /** The city's id. */
  region: string;
  /** Its name in the language of the figure. */
  name: string;
  /** The indicator's id. */
  indicator: string;
  /** The period, as addresses have it; empty where the figure has none. */
  period: string;
  /** The figure, not rounded; undefined where the table has no number for it. */
  value: number | undefined;
  /** The same as it is shown, with its unit. */
  text: string;
}

/** A mark of the core; the small one names neither period nor indicator. */
type Place = Pick<Mark, "region" | "x" | "y"> & Partial<Mark>;

export function picked(hit: Hit, marks: readonly Place[], shown: View, { table }: Words): Picked {
  const mark = marks.find(({ region, x, y }) => region === hit.region && x === hit.x && y === hit.y);
  const indicator = [shown.indicator ?? "", ...(shown.beside ?? [])][mark?.indicator ?? 0] ?? "";
  const [first, second] = hit.lines;
  // where there are several indicators, the first line names which
  const figure = (shown.beside?.length ?? 0) > 0 && mark?.indicator !== undefined && !/\d/.test(first?.label ?? "") ? second : first;
  const period = mark?.period || named(table, figure?.label) || (shown.period ?? "");
  return { region: hit.region, name: hit.name, indicator, period, value: mark?.indicator ? undefined : valued(table, hit.region, period), text: figure?.value ?? "" };
}

/** The period that the table calls by this name. */
function named({ rows }: Table, label: string | undefined): string | undefined {
  return rows.find(({ period, cells }) => period !== "" && cells[0]?.text === label)?.period;
}

/** The number of a city: in its column where rows are periods, else in the column of values. */
export function valued({ columns, rows }: Table, region: string, period: string): number | undefined {
  const at = columns.findIndex(({ key }) => key === region);
  if (at >= 0) return rows.find((row) => row.period === period)?.cells[at]?.value;
  const value = columns.findIndex(({ key }) => key === "value");
  return rows.find((row) => row.region === region && (row.period === "" || row.period === period))?.cells[value]?.value;
}
