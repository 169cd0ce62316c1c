/**
 * What the reader chose, as one view, and the rules by which a choice changes it.
 *
 * It holds only what was chosen, never what follows from it, and knows neither the page nor the core.
 */
import type { View } from "#core";

/** A view in which everything a choice looks at is filled in: what a figure says it shows. */
export type Shown = View & Required<Pick<View, "indicator" | "home" | "peers" | "chart">>;

/** Another indicator: the period, the range, the scope and the title belonged to the old one. */
export function withIndicator(view: View, indicator: string): View {
  return { ...without(view, "period", "range", "scope", "title"), indicator };
}

/** Another home. One that was a peer changes places with the old home, so that the two stay compared. */
export function withHome(view: View, shown: Shown, home: string): View {
  const next = { ...without(view, "title"), home };
  if (!shown.peers.includes(home)) return next;
  return { ...next, peers: shown.peers.map((peer) => (peer === home ? shown.home : peer)) };
}

/** One peer more, or one less when it was there; home can't be its own peer. */
export function withPeer(view: View, shown: Shown, peer: string): View {
  if (peer === shown.home) return view;
  const there = shown.peers.includes(peer);
  const peers = there ? shown.peers.filter((id) => id !== peer) : [...shown.peers, peer];
  return { ...without(view, "title"), peers };
}

/** A whole set of peers; home among them is left out. */
export function withPeers(view: View, shown: Shown, peers: readonly string[]): View {
  return { ...without(view, "title"), peers: peers.filter((id) => id !== shown.home) };
}

/** Whether two lists name the same regions, in any order. */
export function sameRegions(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** What can be chosen one by one; what is undefined is the default again. */
export type Choice = { [Field in keyof Omit<View, "indicator" | "home" | "peers" | "theme" | "title">]: View[Field] | undefined };

/** Another chart, period, scope, ranking group or benchmark, or how the picture is drawn. */
export function withChoice(view: View, choice: Choice): View {
  const all = Object.entries({ ...without(view, "title"), ...choice });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The view without some of its fields. */
export function without(view: View, ...fields: (keyof View)[]): View {
  return Object.fromEntries(Object.entries(view).filter(([field]) => !fields.includes(field as keyof View)));
}

/** Whether two views ask for the same. */
export function same(a: View, b: View): boolean {
  return canonical(a) === canonical(b);
}

function canonical(view: View): string {
  return JSON.stringify(Object.entries(view).filter(([, value]) => value !== undefined).sort());
}

/** Holds the view and tells who follows it that it changed. */
export class Store {
  #view: View;
  readonly #followers = new Set<(view: View) => void>();

  constructor(view: View) {
    this.#view = view;
  }

  get view(): View {
    return this.#view;
  }

  /** Takes another view; tells nobody when it asks for the same. */
  set(view: View): boolean {
    if (same(view, this.#view)) return false;
    this.#view = view;
    for (const follower of this.#followers) follower(view);
    return true;
  }

  /** Calls back at each change, until the answer is called. */
  follow(follower: (view: View) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
