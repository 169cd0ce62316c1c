/**
 * The order of Chinese words, made when it is first asked for. It knows no table and no search.
 *
 * A collator by pinyin reads a table of all hanzi: tens of milliseconds on a phone, which no page may spend
 * before anybody sorts or searches.
 */

const made = new Map<boolean, Intl.Collator>();

/** The order by pinyin; with `numeric`, numbers in a text count as numbers. */
export function pinyin(numeric = false): Intl.Collator {
  const known = made.get(numeric);
  if (known) return known;
  const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin", { numeric });
  made.set(numeric, collator);
  return collator;
}
