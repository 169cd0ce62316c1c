/** What axe finds on a page, as one line a rule. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./open";

const AXE = readFileSync(join(__dirname, "../../www/node_modules/axe-core/axe.min.js"), "utf8");

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await axe.run();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}
