/**
 * Which indicators stand beside another: before and after it in the catalogue, and near it in meaning.
 */
import type { Catalogue } from "#core";

type Indicator = Catalogue["indicators"][number];
type Shelf = Pick<Catalogue, "themes" | "indicators">;

/** As many are offered below a figure. */
const OFFERED = 5;

/** All indicators in the order in which the themes list them. */
export function shelf({ themes, indicators }: Shelf): Indicator[] {
  return themes.flatMap(({ id }) => indicators.filter(({ theme }) => theme === id));
}

/** The one before and the one after, all round. */
export function beside(catalogue: Shelf, id: string): { before: Indicator; after: Indicator } | undefined {
  const all = shelf(catalogue);
  const here = all.findIndex((indicator) => indicator.id === id);
  const [before, after] = [all.at(here - 1), all[(here + 1) % all.length]];
  return here < 0 || all.length < 2 || !before || !after ? undefined : { before, after };
}

/** Those near an indicator: the ones that are named, then its neighbours in the theme, one after, one before, two after … */
export function near(catalogue: Shelf, id: string, named: readonly string[] = []): Indicator[] {
  const { indicators } = catalogue;
  const theme = indicators.find((indicator) => indicator.id === id)?.theme;
  const same = indicators.filter((indicator) => indicator.theme === theme);
  const here = same.findIndex((indicator) => indicator.id === id);
  const found = new Set(named.map((name) => indicators.find((indicator) => indicator.id === name)));
  for (let step = 1; step < same.length; step++) found.add(same[here + step]).add(here < step ? undefined : same[here - step]);
  return [...found].filter((indicator) => indicator !== undefined && indicator.id !== id) as Indicator[];
}

/** As many of them as a row has room for. */
export function row(catalogue: Shelf, id: string, named?: readonly string[]): Indicator[] {
  return near(catalogue, id, named).slice(0, OFFERED);
}
