/**
 * The list of cities that the home picker and the peer picker share.
 *
 * It chooses nothing itself.
 */
import { keys } from "../search";
import { type Entry, Picker } from "./picker";

export abstract class CityPicker extends Picker {
  #cities: Entry[] | undefined;

  protected override entries(): Entry[] {
    this.#cities ??= this.#listed();
    const here = this.page.catalogue.indicators.find(({ id }) => id === this.page.shown.indicator);
    const has = (id: string): boolean => here === undefined || here.regions.includes(id);
    const why = this.page.choices?.absent[this.page.shown.indicator] ?? {};
    return this.#cities.map((entry) => (has(entry.id) ? entry : { ...entry, note: this.labels.noDataHere, why: why[entry.id] }));
  }

  protected nameOf(id: string): string {
    return this.page.catalogue.regions.find((region) => region.id === id)?.name ?? id;
  }

  #listed(): Entry[] {
    const other = new Map(this.page.foreign.regions.map(({ id, name }) => [id, name]));
    return this.page.catalogue.regions.map(({ id, name, pinyin }) => ({
      id,
      label: name,
      keys: keys(name, id, pinyin, other.get(id) ?? ""),
    }));
  }
}
