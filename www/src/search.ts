/**
 * Finds what a reader types: hanzi, English, pinyin or the initials of the pinyin.
 *
 * It knows nothing of lists and pages.
 */
import { pinyin } from "./collate";

/** One hanzi for each first letter, the first of it in the order of pinyin. There is no i, u or v. */
const FIRST: readonly [string, string][] = [
  ["阿", "a"], ["八", "b"], ["嚓", "c"], ["哒", "d"], ["妸", "e"], ["发", "f"], ["旮", "g"], ["哈", "h"],
  ["讥", "j"], ["咔", "k"], ["垃", "l"], ["妈", "m"], ["拏", "n"], ["噢", "o"], ["妑", "p"], ["七", "q"],
  ["呥", "r"], ["仨", "s"], ["他", "t"], ["屲", "w"], ["夕", "x"], ["丫", "y"], ["帀", "z"],
];

/** The first letter of a hanzi's commonest reading; any other character as it stands. */
function initial(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  let letter = "";
  for (const [first, name] of FIRST) {
    if (pinyin().compare(character, first) < 0) break;
    letter = name;
  }
  return letter;
}

/** The initials of a text: 常住人口 → czrk. */
export function initials(text: string): string {
  return Array.from(text, initial).join("");
}

/** What is compared: lower case, without spaces and signs. */
export function written(text: string): string {
  return text.toLowerCase().replace(/[\s()（）,，.'’/-]+/g, "");
}

/** What is looked for: a city is one with and without its 市. */
function wanted(typed: string): string {
  return written(typed).replace(/(?<=..)市$/, "");
}

/** All that an entry can be found by, from its names. */
export function keys(...names: string[]): string {
  return names.flatMap((name) => [written(name), written(initials(name))]).join("\n");
}

/** The keys of a pinyin in spaced syllables: written together, and its initials, which know the right reading of each hanzi. */
export function pinyinKeys(pinyin: string): string {
  return keys(pinyin, pinyin.split(" ").map((syllable) => syllable.charAt(0)).join(""));
}

/** How near what was typed is to the keys: 0 for a whole name, 1 for the beginning of one, 2 for a part, 3 for none. */
export function nearness(found: string, typed: string): number {
  const own = wanted(typed);
  const names = found.split("\n");
  return names.includes(own) ? 0 : names.some((name) => name.startsWith(own)) ? 1 : found.includes(own) ? 2 : 3;
}

/** Whether every word that was typed is in the keys. */
export function matches(found: string, typed: string): boolean {
  return typed.split(/\s+/).every((word) => found.includes(wanted(word)));
}
