/** Entries of bibliographies: their form, and that nothing in a title breaks it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bibtex, type Cited, escaped, gbt } from "../src/tool/cite";

const CITED: Cited = {
  lang: "zh",
  author: "对标",
  title: "2023年温州每千人执业(助理)医师3.80人,居全省11市第8位",
  indicator: "doctors-per-1000",
  url: "https://city.example/zh/indicator/doctors-per-1000/?peers=hangzhou,ningbo",
  version: "3ecda3e4",
  read: "2026-11-29",
};

test("GB/T 7714: who, what, which data, of what kind, read when, where", () => {
  assert.equal(
    gbt(CITED),
    "对标. 2023年温州每千人执业(助理)医师3.80人,居全省11市第8位：数据版本 3ecda3e4[DS/OL]. [2026-11-29]. https://city.example/zh/indicator/doctors-per-1000/?peers=hangzhou,ningbo.",
  );
  assert.ok(gbt({ ...CITED, updated: "2026-11-20" }).includes("[DS/OL]. (2026-11-20)[2026-11-29]. https://"));
  assert.ok(gbt({ ...CITED, lang: "en", author: "duibiao", title: "A\n finding" }).startsWith("duibiao. A finding: data version 3ecda3e4[DS/OL]."));
});

test("BibTeX: an entry with the version of the data in its note", () => {
  assert.equal(
    bibtex({ ...CITED, updated: "2025-12-31" }),
    `@misc{duibiao-doctors-per-1000-3ecda3e4,
  author = {{对标}},
  title = {{2023年温州每千人执业(助理)医师3.80人,居全省11市第8位}},
  year = {2025},
  howpublished = {\\url{https://city.example/zh/indicator/doctors-per-1000/?peers=hangzhou,ningbo}},
  note = {数据版本 3ecda3e4，引用日期 2026-11-29},
}`,
  );
  assert.ok(bibtex({ ...CITED, lang: "en" }).includes("note = {Data version 3ecda3e4, accessed 2026-11-29}"));
  assert.ok(bibtex(CITED).includes("year = {2026}"));
});

test("every sign that means something to TeX is written as text", () => {
  assert.equal(escaped("R&D 5% #1 $2 a_b"), "R\\&D 5\\% \\#1 \\$2 a\\_b");
  assert.equal(escaped("\\ ~ ^ < > |"), "\\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\textless{} \\textgreater{} \\textbar{}");
  assert.equal(escaped("a\r\n\tb "), "a b");
});

/** How deep the braces are at the end of a text, as BibTeX counts them: also after a backslash; never below 0. */
function depth(text: string): number {
  let now = 0;
  for (const sign of text) {
    now += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    assert.ok(now >= 0, text);
  }
  return now;
}

test("whatever is in a title or an address, the braces come in pairs", () => {
  for (const text of ["}", "{", "{{{", "\\}", "}},\n@misc{x", "a{b}c", "\\", "\"%"]) {
    const entry = bibtex({ ...CITED, title: text, url: `https://city.example/?title=${text}`, indicator: text, version: text });
    assert.equal(depth(entry), 0, entry);
    assert.match(entry, /^@misc\{duibiao-[A-Za-z0-9-]*,\n/);
    assert.equal(entry.split("\n").length, 7, entry);
  }
});
