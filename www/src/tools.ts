/**
 * What comes after the page answers: each tool gives itself to the page. A bundle of its own, which the first view does not wait for.
 *
 * Nothing that the page holds is taken from its modules: what a tool uses of them is a copy, without state of its own.
 */
import type { Page } from "./page";
import { desk } from "./tool/index";

/** A tool: it looks for its place on the page and comes to life there. */
export type Tool = (page: Page) => void;

const TOOLS: readonly Tool[] = [desk];

/** Gives the page every tool. */
export function equip(page: Page): void {
  for (const tool of TOOLS) tool(page);
}
