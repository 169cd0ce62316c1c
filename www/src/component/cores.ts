/**
 * The cores that the elements of a page share: one for each folder of data, whoever asks first.
 *
 * It draws nothing. What can't be had is a Trouble, and is tried again when it is asked for again.
 */
import { answered } from "#answer";
import { Packs } from "../core";

/** Where the data are when an element does not say. */
let usual: URL | undefined;

/** Says where the data are that come with the script. */
export function settle(data: URL): void {
  usual = data;
}

const opened = new Map<string, Promise<Packs>>();

/** The folder that an element names, or the usual one. */
export function folder(named: string | null): URL {
  if (named !== null && named !== "") return new URL(named.replace(/\/*$/, "/"), document.baseURI);
  if (usual === undefined) throw new Error("data-src: names no folder, and the script knows none; name the one with catalogue.json");
  return usual;
}

/** The core with what a query's chart asks for. */
export async function packs(data: URL, query: string): Promise<Packs> {
  const known = opened.get(data.href);
  if (known !== undefined) return known;
  const opening = Packs.open(data, "", whole(query));
  opened.set(data.href, opening);
  opening.catch(() => opened.delete(data.href));
  return opening;
}

/** A script that holds its core holds the one with every chart, and starts it at once. */
function whole(query: string): string {
  return GALLERY_SCRIPT === "" ? "?chart=map" : query;
}

let lettered = false;

/** The letters that widths are measured in, once a page. Without them the system's stand in their place: nothing is lost that must be told. */
export function letters(): void {
  if (lettered || !("fonts" in document)) return;
  lettered = true;
  for (const [weight, file] of Object.entries(CHART_FONTS)) void letter(weight, new URL(file, import.meta.url)).catch(() => (lettered = false));
}

/** As bytes, so that a page needs no policy for fonts. */
async function letter(weight: string, file: URL): Promise<void> {
  const bytes = await (await answered(file, false)).arrayBuffer();
  document.fonts.add(await new FontFace("Duibiao Sans", bytes, { weight }).load());
}
