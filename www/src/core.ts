/**
 * Starts the core and brings it the data files that a view needs, and the core with every chart when one of those is asked for.
 *
 * What can't be brought is told as a Trouble that names the file and the reason; nothing here touches the page.
 */
import init, { Draft } from "#core";
import type { Core, View } from "#core";
import { answered, Failed } from "#answer";
import { pause } from "./pause";
import { withChoice } from "./store";

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

/** What is wrong when a file does not come. */
function cause(reason: unknown): Cause {
  if (reason instanceof Failed) return "missing";
  return navigator.onLine ? "unreachable" : "offline";
}

/** The script around a wasm module. */
type Glue = Pick<typeof import("#core"), "default" | "Draft">;

/** The charts that the small core knows; a test compares them with its own. */
export const FIRST: ReadonlySet<string> = new Set(["rank-bars", "trend-lines"]);

/** What of a view says which core draws it. */
interface Drawn {
  chart?: string | null | undefined;
  scale?: string | null | undefined;
}

/** What an address asks for. */
export function asked(query: string): Drawn {
  const wanted = new URLSearchParams(query);
  return { chart: wanted.get("chart"), scale: wanted.get("scale") };
}

/** Whether only the core with every chart draws it: no chart named is the first, and only that core knows logarithms. */
function isFurther({ chart, scale }: Drawn): boolean {
  return (!!chart && !FIRST.has(chart)) || scale === "log";
}

/** Starts the small core, or the one with every chart; gives what reads a catalogue. */
async function start(every: boolean, again = false): Promise<typeof Draft> {
  const file = every ? GALLERY_FILE : CORE_FILE;
  let answer: Response;
  let glue: Glue = { default: init, Draft };
  try {
    const fetched = answered(new URL(file, import.meta.url), again);
    // it is waited for below; a glue that fails first would leave its failure to nobody
    fetched.catch(() => {});
    // a script that holds its core holds the glue of that one, and no other
    if (every && GALLERY_SCRIPT !== "") glue = (await import(new URL(GALLERY_SCRIPT, import.meta.url).href)) as Glue;
    answer = await fetched;
  } catch (reason) {
    throw new Trouble("core", file, cause(reason), reason);
  }
  try {
    await glue.default({ module_or_path: answer });
  } catch (reason) {
    throw new Trouble("core", file, compiles() ? "broken" : "blocked", reason);
  }
  return glue.Draft;
}

/** Whether this browser runs WebAssembly here at all: it is asked with the smallest module there is. */
function compiles(): boolean {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
}

/** The running core and the themes it has been given. */
export class Packs {
  #core: Core;
  #widening: Promise<void> | undefined;
  #failed = false;
  /** Whether the core is the one with every chart. */
  #every = false;
  readonly #folder: Folder;
  readonly #brought = new Map<string, Promise<void>>();
  readonly #here = new Set<string>();

  private constructor(core: Core, folder: Folder) {
    this.#core = core;
    this.#folder = folder;
  }

  /** Loads the core and the catalogue at once, from a folder below the site's root such as `data/`; every chart's core where an address asks for more. */
  static async open(root: URL, data: string, query: string): Promise<Packs> {
    const folder = new Folder(root, data);
    const every = isFurther(asked(query));
    const [Made, catalogue] = await Promise.all([start(every), folder.bytes("catalogue")]);
    const packs = new Packs(await folder.core(Made, catalogue), folder);
    packs.#every = every;
    return packs;
  }

  /** The core. It is another one after a chart of the gallery was asked for: ask again each time. */
  get core(): Core {
    return this.#core;
  }

  /** Whether the core that is here draws what a view asks for. */
  knows(view: Drawn): boolean {
    return this.#every || !isFurther(view);
  }

  /** The query of a view's address; a chart that the core does not know yet is left out. */
  query(view: View): string {
    return this.core.query(this.knows(view) ? view : withChoice(view, { chart: undefined }));
  }

  /** Whether a view can't be drawn before something more is brought. */
  lacks(view: View): boolean {
    return !this.knows(view) || this.core.needs(view).length > 0;
  }

  /** The themes that are here. */
  get here(): ReadonlySet<string> {
    return this.#here;
  }

  /** Brings all that a view needs. */
  async bring(view: View): Promise<void> {
    if (!this.knows(view)) await this.widen();
    await Promise.all(this.core.needs(view).map((name) => this.#theme(name)));
  }

  /** Brings the core with every chart, once; what failed is tried again when it is asked for again. */
  widen(): Promise<void> {
    if (this.#every) return Promise.resolve();
    return (this.#widening ??= this.#widen());
  }

  /** Puts the core with every chart in the small one's place, with the same data. */
  async #widen(): Promise<void> {
    try {
      const [Made, catalogue] = await Promise.all([start(true, this.#failed), this.#folder.bytes("catalogue")]);
      const core = await this.#folder.core(Made, catalogue);
      const given = new Set<string>();
      // a theme that comes meanwhile goes to the small core, and so to this one, too
      for (let name = this.#without(given); name !== undefined; name = this.#without(given)) {
        const pack = await this.#folder.bytes(name);
        this.#folder.read(name, () => core.addTheme(name, pack));
        given.add(name);
      }
      this.#core = core;
      this.#every = true;
    } catch (reason) {
      this.#failed = true;
      this.#widening = undefined;
      throw reason;
    }
  }

  /** A theme that is here and was not given yet. */
  #without(given: ReadonlySet<string>): string | undefined {
    return [...this.#here].find((name) => !given.has(name));
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

  /** A core of the catalogue, in two pieces of work. */
  async core(Made: typeof Draft, catalogue: Uint8Array): Promise<Core> {
    await pause();
    const draft = this.read("catalogue", () => new Made(catalogue));
    await pause();
    return this.read("catalogue", () => draft.core());
  }

  #trouble(name: string, cause: Cause, reason: unknown): Trouble {
    this.#failed.add(name);
    return new Trouble("data", this.#file(name), cause, reason);
  }

  #file(name: string): string {
    return `${this.#path}${name}.json`;
  }
}
