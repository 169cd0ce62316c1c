/** The search of the pickers: hanzi, English, pinyin, initials. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { initials, keys, matches, pinyinKeys } from "../src/search";

test("the initials of hanzi are those of their pinyin", () => {
  assert.equal(initials("温州杭州宁波嘉兴湖州绍兴金华衢州舟山丽水"), "wzhznbjxhzsxjhqzzsls");
  assert.equal(initials("每千人床位"), "mqrcw");
  assert.equal(initials("R&D 经费"), "R&D jf");
});

const DOCTORS = keys("每千人执业(助理)医师", "licensed (assistant) doctors per 1,000 residents", "doctors-per-1000");

test("an entry is found by any of its names", () => {
  for (const typed of ["医师", "Doctors", "mqr", "per 1,000", "doctors-per-1000", "licensed doctors", "执业助理"]) {
    assert.ok(matches(DOCTORS, typed), typed);
  }
});

test("every word must be found", () => {
  assert.ok(!matches(DOCTORS, "doctors beds"));
  assert.ok(!matches(DOCTORS, "床位"));
});

test("a city is found by hanzi, by pinyin written together and by initials", () => {
  const city = keys("杭州", "hangzhou", "hangzhou", "Hangzhou");
  for (const typed of ["杭", "hangzhou", "hz", "HZ", "hang zhou"]) assert.ok(matches(city, typed), typed);
  assert.ok(!matches(city, "nb"));
  // with the word for city as people write it, which alone is no name
  assert.ok(matches(city, "杭州市") && !matches(city, "宁波市") && !matches(city, "城市"));
});

test("spaced pinyin is found whole, in part, written together, and by initials of the right reading", () => {
  const found = pinyinKeys("mei qian ren zhi ye yi shi");
  for (const typed of ["yishi", "yi shi", "mqrzyys", "ys", "zhiye"]) assert.ok(matches(found, typed), typed);
  // 重 in 重症 is read zhong, where the order of hanzi may say chong
  assert.ok(matches(pinyinKeys("zhong zheng"), "zz"));
  assert.ok(!matches(found, "chuangwei"));
});
