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

/** The one before and the one after, as far as there is one of which a city has a figure. */
export function beside(catalogue: Pick<Catalogue, "themes" | "indicators" | "regions">, id: string): { before?: Indicator | undefined; after?: Indicator | undefined } {
  const cities = new Set(catalogue.regions.map((region) => region.id));
  const all = shelf(catalogue).filter((one) => one.id === id || one.regions.some((region) => cities.has(region)));
  const here = all.findIndex((indicator) => indicator.id === id);
  return here < 0 ? {} : { before: all[here - 1], after: all[here + 1] };
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
