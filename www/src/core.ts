/**
 * Starts the core and brings it the data files that a view needs.
 *
 * What can't be brought is told as a Trouble that names the file and the reason; nothing here touches the page.
 */
import init, { Core } from "#core";
import type { View } from "#core";

/** Something that the page lacks: which file, and why. */
export class Trouble extends Error {
  readonly kind: "core" | "data";
  readonly file: string;

  constructor(kind: "core" | "data", file: string, reason: unknown) {
    super(reason instanceof Error ? reason.message : String(reason));
    this.kind = kind;
    this.file = file;
  }
}

/** Where the packs of exactly this page's data lie, from the site's root. */
const FOLDER = globalThis.document?.documentElement.dataset["data"] ?? "data/";

/** The bytes of a data file; a failed answer is a Trouble, not an empty file. */
async function bytes(root: URL, name: string): Promise<Uint8Array> {
  const file = `${FOLDER}${name}.json`;
  try {
    const answer = await fetch(new URL(file, root));
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (reason) {
    throw new Trouble("data", file, reason);
  }
}

async function start(): Promise<void> {
  try {
    await init({ module_or_path: new URL(CORE_FILE, import.meta.url) });
  } catch (reason) {
    throw new Trouble("core", CORE_FILE, reason);
  }
}

/** The running core and the themes it has been given. */
export class Packs {
  readonly core: Core;
  readonly #root: URL;
  readonly #brought = new Map<string, Promise<void>>();

  private constructor(core: Core, root: URL) {
    this.core = core;
    this.#root = root;
  }

  /** Loads the core and the catalogue at once. */
  static async open(root: URL): Promise<Packs> {
    const [, catalogue] = await Promise.all([start(), bytes(root, "catalogue")]);
    try {
      return new Packs(new Core(catalogue), root);
    } catch (reason) {
      throw new Trouble("data", `${FOLDER}catalogue.json`, reason);
    }
  }

  /** The themes that a view still needs. */
  missing(view: View): string[] {
    return this.core.needs(view);
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
    const pack = await bytes(this.#root, name);
    try {
      this.core.addTheme(name, pack);
    } catch (reason) {
      throw new Trouble("data", `${FOLDER}${name}.json`, reason);
    }
  }
}
