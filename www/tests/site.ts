/**
 * Where the tests find the finished site and what was built: `cargo xtask test` says it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What `cargo xtask test` says. */
export function wanted(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; run cargo xtask test --only unit`);
  return value;
}

/** A data file of the finished site; their folder is named by their content. */
export function pack(name: string): Uint8Array {
  const data = join(wanted("DUIBIAO_ROOT"), "dist/data");
  const folder = readdirSync(data, { withFileTypes: true }).find((entry) => entry.isDirectory());
  return readFileSync(join(data, folder?.name ?? "", `${name}.json`));
}
