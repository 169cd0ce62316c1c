// The schemas that the program prints, tried with a validator that knows nothing of it (ajv).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const need = (name) => process.env[name] ?? assert.fail(`${name} is not set; run cargo xtask test --only unit`);
const [root, program] = [need("DUIBIAO_ROOT"), need("DUIBIAO_BIN")];
const { Ajv2020 } = createRequire(join(root, "www/package.json"))("ajv/dist/2020.js");

/** Whether something fits a schema. */
function fits(name) {
  const schema = JSON.parse(execFileSync(program, ["--json-schema", name], { encoding: "utf8" }));
  return new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
}

const read = (file) => JSON.parse(readFileSync(join(root, "data", file), "utf8"));
const observations = readdirSync(join(root, "data/observations")).map((file) => `observations/${file}`);

for (const [name, files] of [
  ["regions", ["regions.json"]],
  ["peer-groups", ["peer-groups.json"]],
  ["indicators", ["indicators.json"]],
  ["sources", ["sources.json"]],
  ["observations", observations],
]) {
  test(`the bundled data fit the schema ${name}, and what is odd does not`, () => {
    const check = fits(name);
    assert.ok(files.length > 0);
    for (const file of files) {
      const data = read(file);
      assert.ok(check(data), `${file}: ${JSON.stringify(check.errors?.slice(0, 3))}`);
      assert.ok(!check({ ...data, colour: "red" }), `${file} with a colour`);
    }
    assert.ok(!check({}), "nothing at all");
  });
}

test("a view fits its schema as the program reads it", () => {
  const [view, views] = [fits("view"), fits("views")];
  const good = { indicator: "gdp", chart: "bump", peers: ["hangzhou"], lang: "en", tolerance: 2 };
  assert.ok(view(good) && view({}) && views([good, {}]), JSON.stringify(view.errors));
  for (const bad of [{ chart: "pie" }, { peers: "hangzhou" }, { colour: "red" }, { lang: "de" }, []]) {
    assert.ok(!view(bad), JSON.stringify(bad));
  }
});
