/**
 * Fetches what writes a kind of file, once, and tells how much of it has come.
 *
 * What failed is tried again when it is asked for again.
 */

/** Tells which part has come: 0 to 1. */
export type Told = (part: number) => void;

/** A file beside the script. */
export function beside(name: string): URL {
  return new URL(name, import.meta.url);
}

/** A file with its size as it is unpacked, as the build wrote it. */
export interface Sized {
  file: string;
  size: number;
}

/** The answer for a file, which tells how much of it has come as it is read. */
async function counted({ file }: Sized, come: (bytes: number) => void): Promise<Response> {
  const answer = await fetch(beside(file));
  if (!answer.ok || answer.body === null) throw new Error(`${file}: HTTP ${answer.status}`);
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, to) {
      come(chunk.length);
      to.enqueue(chunk);
    },
  });
  const type = answer.headers.get("Content-Type") ?? "";
  return new Response(answer.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

/** Fetches files at once; `told` hears how much of all has come. */
export function fetchAll(files: readonly Sized[], told: Told): Promise<Response[]> {
  const all = files.reduce((sum, { size }) => sum + size, 0);
  let here = 0;
  const come = (bytes: number): void => told(Math.min((here += bytes) / all, 1));
  return Promise.all(files.map((file) => counted(file, come)));
}

/** Keeps what was made once; what failed is made anew. */
export function once<T>(make: (told: Told) => Promise<T>): (told: Told) => Promise<T> {
  let made: Promise<T> | undefined;
  return (told) => {
    made ??= make(told);
    made.catch(() => (made = undefined));
    return made;
  };
}
