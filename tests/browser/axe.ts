/** Runs axe on a page; it asserts nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./open";

const AXE = readFileSync(join(__dirname, "../../www/node_modules/axe-core/axe.min.js"), "utf8");

/** The rules that ask about colours: all that another theme can break on a page that was tried whole. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds, one text a rule; all of its rules, or those that are named. */
export async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    // ways to each node that passed would take longer than the rules
    const result = await axe.run({ resultTypes: ["violations"], selectors: false, ...(only.length > 0 && { runOnly: only }) });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, rules);
}
