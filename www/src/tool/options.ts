/**
 * What can be chosen of how a chart is drawn: for each chart only what matters to it.
 *
 * One table; controls are made from it elsewhere.
 */
/** A choice among a few names. */
export type Field = "sort" | "scale" | "form" | "origin" | "by" | "scales";
/** A choice among what the figure has. */
export type Open = "base" | "of" | "beside";
export type Option = Field | Open;

/** The values of the fields, the default first. */
export const VALUES: Record<Field, readonly string[]> = {
  sort: ["value", "gap", "name", "code"],
  scale: ["linear", "log"],
  form: ["absolute", "share"],
  origin: ["home", "benchmark"],
  by: ["region", "indicator"],
  scales: ["shared", "free"],
};

const OPTIONS: Record<string, readonly Option[]> = {
  "rank-bars": ["sort"],
  "gap-dumbbells": ["sort"],
  "gap-bars": ["origin", "sort"],
  "stacked-bars": ["form"],
  pyramid: ["form"],
  "trend-lines": ["scale"],
  "indexed-lines": ["base", "scale"],
  scatter: ["beside", "scale"],
  "small-multiples": ["of", "by", "scales"],
  "grouped-bars": ["beside", "scale"],
  scorecard: ["beside"],
  "profile-strips": ["beside"],
  radar: ["beside"],
  bullet: ["beside"],
};

/** What matters to a chart; small multiples also have what the chart that they repeat has. */
export function options({ chart, of }: { chart?: string; of?: string }): readonly Option[] {
  const own = OPTIONS[chart ?? ""] ?? [];
  if (chart !== "small-multiples") return own;
  const inner = (OPTIONS[of ?? ""] ?? []).filter((option) => option !== "sort" && option !== "beside");
  return [...own, ...inner];
}

/** Of these, in their order, the charts or choices that the core says are possible. */
export function possible<T extends { id: string }>(all: readonly T[], ids: readonly string[]): T[] {
  return all.filter(({ id }) => ids.includes(id));
}
