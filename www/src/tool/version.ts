/**
 * The version of the data that the page shows: their folder is named by what is in it.
 */

/** The name of the folder of the data; empty where the page names none. */
export function version(): string {
  return /([^/]+)\/$/.exec(document.documentElement.dataset["data"] ?? "")?.[1] ?? "";
}
