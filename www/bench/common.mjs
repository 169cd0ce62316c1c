// What the benches share: their packages, and the middle of some times.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Installs the packages of this folder, unless the one that is named is there. */
export function install(name) {
  if (existsSync(join(here, "node_modules", name))) return;
  console.log(`installing ${name} and what else is measured (npm ci in www/bench)`);
  execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
