/** docs/ACCESSIBILITY.md names evidence: every file in it is there, and every test named after a file is in it. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = process.env.DUIBIAO_ROOT ?? assert.fail("DUIBIAO_ROOT is not set; run cargo xtask test --only unit");
const audit = readFileSync(join(root, "docs/ACCESSIBILITY.md"), "utf8");

test("every file and every test that the audit names is there", () => {
  let file = "";
  let named = 0;
  for (const [, path, title] of audit.matchAll(/`([\w./-]+\.\w+)`|"([^"\n]+)"/g)) {
    if (path !== undefined) {
      assert.ok(existsSync(join(root, path)), path);
      file = path;
    } else if (title !== undefined) {
      assert.ok(readFileSync(join(root, file), "utf8").includes(title), `${file}: ${title}`);
      named += 1;
    }
  }
  assert.ok(named > 20);
});

test("the table of verdicts has each critical heuristic, and each has its chapter", () => {
  const rows = [...audit.matchAll(/^\| (?:Perceivable|Operable|Understandable|Compromising|Assistive|Flexible) \| ([^|]+) \|/gm)].map(([, name]) => name.trim());
  assert.equal(rows.length, 14);
  for (const name of rows) assert.ok(audit.includes(`\n### ${name}\n`), name);
});
