/**
 * Where the files of core and data come from in the classic script: out of itself, for a page that is opened as a file may fetch none.
 *
 * It stands in the place of `answer.ts`. What `data-src` names is fetched all the same.
 */
import { answered as fetched, Failed } from "../answer";

export { Failed };

/** The address below which the script holds its files; `build.mjs` writes it in the place of its own. */
const HELD = "held:";

/** A file by its name, pressed by gzip, in base64. */
declare const HELD_FILES: Readonly<Record<string, string>>;

/** Answers from what the script holds. */
export function answered(file: URL, again: boolean): Promise<Response> {
  if (file.protocol !== HELD) return fetched(file, again);
  const text = HELD_FILES[file.pathname.replace(/^.*\//, "")];
  if (text === undefined) return Promise.reject(new Failed(`${file.href}: not in the script`));
  const pressed = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
  const type = file.pathname.endsWith(".wasm") ? "application/wasm" : "application/json";
  return Promise.resolve(new Response(pressed.stream().pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } }));
}
