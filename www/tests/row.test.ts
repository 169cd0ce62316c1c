/** What the core says of a mark, for a list and for the ear. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Hit } from "#core";
import { place, row, rows, sentence } from "../src/tool/row";
import { toolWords } from "../src/tool/spoken";

const [zh, en] = [toolWords("zh"), toolWords("en")];

function hit(name: string, ...lines: [string, string][]): Hit {
  return { region: name, name, x: 0, y: 0, lines: lines.map(([label, value]) => ({ label, value, url: undefined })) };
}

test("a place of a list is short, whatever stands around it", () => {
  assert.deepEqual(["居全省11市第8位", "居全省11市并列第5位", "与另1市并列全省11市末位", "居全省11市中有数据的9市由高到低第2位"].map((one) => place(one, zh)),
    ["第8", "并列第5", "并列末位", "第2"]);
  assert.deepEqual(["8th of Zhejiang’s 11 cities", "joint 2nd of the 9 of Zhejiang’s 11 cities that have a figure", "joint last of Zhejiang’s 11 cities, with 1 other", "highest of Zhejiang’s 11 cities", "3rd highest of Zhejiang’s 11 cities"].map((one) => place(one, en)),
    ["8th", "joint 2nd", "joint last", "1st", "3rd"]);
});

test("a sentence has the indicator where there are several, and no source", () => {
  const one = hit("杭州", ["指标", "医师数"], ["2023年", "5.01人"], ["位次", "居全省11市第1位"], ["温州减该市", "−1.21人"], ["来源", "年鉴"]);
  assert.equal(sentence(one, zh), "杭州，医师数，2023年，5.01人，居全省11市第1位，温州减该市：−1.21人。");
  const doubted = hit("舟山", ["2016年", "5.44人"], ["位次", "居全省11市第1位"], ["状态", "可靠性低"]);
  assert.equal(sentence(doubted, zh), "舟山，2016年，5.44人，可靠性低，居全省11市第1位。");
  assert.equal(row(doubted, zh).mark, "可靠性低");
  assert.equal(sentence(hit("Lishui", ["Value", "no comparable figure"]), en), "Lishui, Value, no comparable figure.");
});

test("who must be in a list is, whatever its room; the others from the top", () => {
  const all = ["a", "b", "c", "d", "e"].map((name) => row(hit(name, ["2023", "1"]), en));
  const { shown, left } = rows(all, new Set(["e"]), 3);
  assert.deepEqual([shown.map(({ region }) => region), left], [["a", "b", "e"], 2]);
});
