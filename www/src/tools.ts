/**
 * What comes after the page answers: each tool gives itself to the page. A bundle of its own, which the first view does not wait for.
 *
 * Only types are taken from the page's own modules: their values live in the other bundle.
 */
import type { Page } from "./page";

/** A tool: it looks for its place on the page and comes to life there. */
export type Tool = (page: Page) => void;

const TOOLS: readonly Tool[] = [];

/** Gives the page every tool. */
export function equip(page: Page): void {
  for (const tool of TOOLS) tool(page);
}
