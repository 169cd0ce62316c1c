/**
 * Where the files of core and data come from: over the network. A script that holds them has `component/held.ts` in the place of this.
 */

/** A failed answer. */
export class Failed extends Error {}

/** Fetches a file; one that failed before is not taken from the browser's store again. */
export async function answered(file: URL, again: boolean): Promise<Response> {
  const answer = await fetch(file, again ? { cache: "reload" } : {});
  if (!answer.ok) throw new Failed(`HTTP ${answer.status}`);
  return answer;
}
