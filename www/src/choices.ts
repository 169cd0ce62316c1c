/**
 * What only the pickers need to know: peer groups with their reasons, why figures are missing, the pinyin of the indicators.
 *
 * It comes after the page answers. Without it the pickers work with what the catalogue has.
 */

/** A region in a peer group. */
export interface Member {
  id: string;
  /** Why it is in; may be empty. */
  why: string;
}

/** Peers that are offered together. */
export interface PeerGroup {
  id: string;
  name: string;
  why: string;
  members: Member[];
}

/** A chart to choose. */
export interface ChartChoice {
  id: string;
  name: string;
  /** What it is about. */
  kind: string;
  /** What it shows. */
  what: string;
  /** What the data must have for it. */
  needs: string;
}

export interface Choices {
  /** What is offered for a home. */
  peers: Record<string, PeerGroup[]>;
  /** Why a region has no figure in an indicator; no entry where it has one. */
  absent: Record<string, Record<string, string>>;
  /** The nearest indicators of each, nearest first. */
  related: Record<string, string[]>;
  /** The pinyin of the Chinese names, syllables separated by spaces. */
  pinyin: Record<string, string>;
  /** All charts. */
  charts: ChartChoice[];
  /** By indicator the charts that have something to show, from the default home. */
  suits: Record<string, string[]>;
}

/** The file of a language, fetched once; one that did not come is asked for again the next time. */
export class Extra {
  #file: URL;
  #running: Promise<Choices | undefined> | undefined;
  #here: Choices | undefined;

  constructor(file: URL) {
    this.#file = file;
  }

  /** What has come so far. */
  get here(): Choices | undefined {
    return this.#here;
  }

  /** Brings it; nothing when it can't be had. */
  bring(): Promise<Choices | undefined> {
    return (this.#running ??= this.#fetch());
  }

  async #fetch(): Promise<Choices | undefined> {
    try {
      const answer = await fetch(this.#file);
      if (answer.ok) this.#here = { peers: {}, absent: {}, related: {}, pinyin: {}, charts: [], suits: {}, ...(await answer.json()) };
    } catch {
      // the pickers do without
    }
    if (this.#here === undefined) this.#running = undefined;
    return this.#here;
  }
}
