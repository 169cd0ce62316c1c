/**
 * The views that were, and those that were taken back: a list of its own beside the browser's history.
 *
 * A step that replaces an entry of the history replaces one here, too; it knows no page.
 */
import type { View } from "#core";
import { same } from "../store";
import type { Step } from "../url";

/** So many steps can be taken back. */
const LENGTH = 200;

export class Trail {
  #past: View[] = [];
  #now: View;
  #future: View[] = [];

  constructor(view: View) {
    this.#now = view;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Notes another view. */
  note(view: View, step: Step): void {
    if (step === "push" || this.#past.length === 0) this.#past = [...this.#past, this.#now].slice(-LENGTH);
    this.#now = view;
    // a step that was taken back on its way is none
    const before = this.#past.at(-1);
    if (step === "replace" && before !== undefined && same(before, view)) this.#past.pop();
    this.#future = [];
  }

  /** The view before; none at the start. */
  undo(): View | undefined {
    const before = this.#past.pop();
    if (before === undefined) return undefined;
    this.#future.push(this.#now);
    return (this.#now = before);
  }

  /** The view that was taken back last. */
  redo(): View | undefined {
    const after = this.#future.pop();
    if (after === undefined) return undefined;
    this.#past.push(this.#now);
    return (this.#now = after);
  }
}
