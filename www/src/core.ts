/**
 * Starts the core and brings it the data files that a view needs.
 *
 * What can't be brought is told as a Trouble that names the file and the reason; nothing here touches the page.
 */
import init, { Core } from "#core";
import type { View } from "#core";
import { pause } from "./pause";

/** Why something could not be had. */
export type Cause = "offline" | "unreachable" | "missing" | "broken" | "blocked";

/** Something that the page lacks: which file, and why. */
export class Trouble extends Error {
  readonly kind: "core" | "data";
  readonly file: string;
  override readonly cause: Cause;

  constructor(kind: "core" | "data", file: string, cause: Cause, reason: unknown) {
    super(reason instanceof Error ? reason.message : String(reason));
    this.kind = kind;
    this.file = file;
    this.cause = cause;
  }
}

/** A failed answer. */
class Failed extends Error {}

/** Fetches a file; one that failed before is not taken from the browser's store again. */
async function answered(file: URL, again: boolean): Promise<Response> {
  const answer = await fetch(file, again ? { cache: "reload" } : {});
  if (!answer.ok) throw new Failed(`HTTP ${answer.status}`);
  return answer;
}

/** What is wrong when a file does not come. */
function cause(reason: unknown): Cause {
  if (reason instanceof Failed) return "missing";
  return navigator.onLine ? "unreachable" : "offline";
}

async function start(): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new Trouble("core", CORE_FILE, "blocked", "WebAssembly");
  let answer: Response;
  try {
    answer = await answered(new URL(CORE_FILE, import.meta.url), false);
  } catch (reason) {
    throw new Trouble("core", CORE_FILE, cause(reason), reason);
  }
  try {
    await init({ module_or_path: answer });
  } catch (reason) {
    throw new Trouble("core", CORE_FILE, "blocked", reason);
  }
}

/** The running core and the themes it has been given. */
export class Packs {
  readonly core: Core;
  readonly #folder: Folder;
  readonly #brought = new Map<string, Promise<void>>();
  readonly #here = new Set<string>();

  private constructor(core: Core, folder: Folder) {
    this.core = core;
    this.#folder = folder;
  }

  /** Loads the core and the catalogue at once, from a folder below the site's root such as `data/`. */
  static async open(root: URL, data: string): Promise<Packs> {
    const folder = new Folder(root, data);
    const [, catalogue] = await Promise.all([start(), folder.bytes("catalogue")]);
    await pause();
    return new Packs(folder.read("catalogue", () => new Core(catalogue)), folder);
  }

  /** The themes that a view still needs. */
  missing(view: View): string[] {
    return this.core.needs(view);
  }

  /** The themes that are here. */
  get here(): ReadonlySet<string> {
    return this.#here;
  }

  /** Brings all that a view needs. */
  async bring(view: View): Promise<void> {
    await Promise.all(this.missing(view).map((name) => this.#theme(name)));
  }

  /** Brings one theme, once; one that failed is tried again when it is asked for again. */
  #theme(name: string): Promise<void> {
    const running = this.#brought.get(name) ?? this.#fetch(name);
    this.#brought.set(name, running);
    running.catch(() => this.#brought.delete(name));
    return running;
  }

  async #fetch(name: string): Promise<void> {
    const pack = await this.#folder.bytes(name);
    await pause();
    this.#folder.read(name, () => this.core.addTheme(name, pack));
    this.#here.add(name);
  }
}

/** The folder of the data files. */
class Folder {
  readonly #root: URL;
  readonly #path: string;
  readonly #failed = new Set<string>();

  constructor(root: URL, path: string) {
    this.#root = root;
    this.#path = path;
  }

  /** The bytes of a data file; a failed answer is a Trouble, not an empty file. */
  async bytes(name: string): Promise<Uint8Array> {
    try {
      const answer = await answered(new URL(this.#file(name), this.#root), this.#failed.has(name));
      return new Uint8Array(await answer.arrayBuffer());
    } catch (reason) {
      throw this.#trouble(name, cause(reason), reason);
    }
  }

  /** Reads what came; what can't be read is broken, or was cut off on the way. */
  read<T>(name: string, read: () => T): T {
    try {
      return read();
    } catch (reason) {
      throw this.#trouble(name, "broken", reason);
    }
  }

  #trouble(name: string, cause: Cause, reason: unknown): Trouble {
    this.#failed.add(name);
    return new Trouble("data", this.#file(name), cause, reason);
  }

  #file(name: string): string {
    return `${this.#path}${name}.json`;
  }
}
