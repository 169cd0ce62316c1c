/** The model of a table: order, filter, and what is copied. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, comparable, findable, finds, lines, numberIn, type Order, plain, pressed, type Row, sorted, tabbed } from "../src/table";

const COLUMNS: readonly Column[] = [
  { key: "city", label: "城市", numeric: false },
  { key: "doctors", label: "医师(人)", numeric: true },
];

function row(name: string, other: string, text: string, value?: number): Row {
  return { cells: [{ text: name }, { text, value }], keys: findable(name, other) };
}

const ROWS: readonly Row[] = [
  row("杭州", "Hangzhou", "5.0", 5.004),
  row("宁波", "Ningbo", "3.8", 3.804),
  row("温州", "Wenzhou", "3.8", 3.795),
  row("衢州", "Quzhou", ""),
  row("舟山", "Zhoushan", "−1,200"),
];

function names(order: Order | undefined): string {
  return sorted(ROWS, COLUMNS, order).map(({ cells }) => cells[0]?.text.slice(0, 1)).join("");
}

test("a head is pressed to ascend, to descend, and back", () => {
  const up = pressed(undefined, "doctors");
  assert.deepEqual(up, { key: "doctors", direction: "ascending" });
  const down = pressed(up, "doctors");
  assert.deepEqual(down, { key: "doctors", direction: "descending" });
  assert.equal(pressed(down, "doctors"), undefined);
  assert.deepEqual(pressed(down, "city"), { key: "city", direction: "ascending" });
});

test("indices of different years are not held against each other", () => {
  const from = (...texts: string[]) => texts.map((text) => row("城", "", text));
  assert.equal(comparable(from("158.6(2014)", "230.8 (2011)"), 1), false);
  assert.equal(comparable(from("158.6(2014)", "130.8(2014)", ""), 1), true);
  assert.equal(comparable(from("2,014", "3.8"), 1), true);
});

test("numbers stand by their value and not by their text, and what is empty comes last both ways", () => {
  assert.equal(names({ key: "doctors", direction: "ascending" }), "舟温宁杭衢");
  assert.equal(names({ key: "doctors", direction: "descending" }), "杭宁温舟衢");
});

test("Chinese names stand by their pinyin", () => {
  // hang, ning, qu, wen, zhou
  assert.equal(names({ key: "city", direction: "ascending" }), "杭宁衢温舟");
  assert.equal(names({ key: "city", direction: "descending" }), "舟温衢宁杭");
});

test("without an order, or with a column that is gone, the rows stay as they came", () => {
  assert.equal(names(undefined), "杭宁温衢舟");
  assert.equal(names({ key: "gone", direction: "ascending" }), "杭宁温衢舟");
});

test("equals stay as they came, in both directions", () => {
  const equal = [row("b", "", "1"), row("a", "", "1"), row("c", "", "1")];
  for (const direction of ["ascending", "descending"] as const) {
    const found = sorted(equal, COLUMNS, { key: "doctors", direction });
    assert.equal(found.map(({ cells }) => cells[0]?.text).join(""), "bac");
  }
});

test("a number is found in what surrounds it", () => {
  assert.equal(numberIn("−1,234.5人"), -1234.5);
  assert.equal(numberIn("≥12"), 12);
  assert.equal(numberIn("约3.4"), 3.4);
  assert.equal(numberIn("+5.2%(2015)"), 5.2);
  assert.equal(numberIn("无"), undefined);
  assert.equal(numberIn(""), undefined);
});

test("a row is found by hanzi, initials, pinyin and English", () => {
  const found = (typed: string): string => ROWS.filter((one) => finds(one, typed)).map(({ cells }) => cells[0]?.text).join(" ");
  for (const typed of ["杭", "hz", "hangzhou", "Hang"]) assert.equal(found(typed), "杭州", typed);
  assert.equal(found("州"), "杭州 温州 衢州");
  assert.equal(found("x"), "");
  assert.equal(found("").split(" ").length, 5);
});

test("a spreadsheet gets numbers as numbers", () => {
  assert.equal(plain("−1,234,567.8", true), "-1234567.8");
  assert.equal(plain("31.9%", true), "31.9%");
  assert.equal(plain("+2.1%", true), "+2.1%");
  assert.equal(plain("1,5", true), "1,5");
  assert.equal(plain("Hangzhou, 1,000 people", false), "Hangzhou, 1,000 people");
});

test("a spreadsheet gets no formula", () => {
  for (const text of ["=1+1", "@SUM(A1)", "-cmd", "+cmd"]) assert.equal(plain(text, false), `'${text}`);
  assert.equal(plain("-1.21", true), "-1.21");
  assert.equal(plain(" a\tb\r\nc ", false), "a b c");
});

test("heads come first, then rows, then what it is and where it comes from", () => {
  const all = lines(COLUMNS, [ROWS[0] as Row, ROWS[4] as Row], ["每千人医师，2023年", "", "来源：统计局"]);
  assert.equal(tabbed(all), "城市\t医师(人)\r\n杭州\t5.0\r\n舟山\t-1200\r\n\r\n每千人医师，2023年\r\n来源：统计局");
});

test("a quote at the start of a cell stays a quote", () => {
  assert.equal(tabbed([['"a" b', 'c "d"']]), '"""a"" b"\tc "d"');
});

test("a place beside a figure is sorted by, and copied as a column of its own", () => {
  const cell = (text: string, value?: number, rank?: number) => ({ text, value, rank });
  const rows: readonly Row[] = [
    { cells: [{ text: "医师(人)" }, cell("3.80人 8/11", 3.795, 8)], keys: "" },
    { cells: [{ text: "床位(张)" }, cell("1,234张 2/11", 1234, 2)], keys: "" },
    { cells: [{ text: "医院(个)" }, cell("– 未公布")], keys: "" },
  ];
  const columns: readonly Column[] = [{ key: "indicator", label: "指标", numeric: false }, { key: "wenzhou", label: "温州", numeric: true }];
  assert.deepEqual(lines(columns, rows, [], "名次"), [
    ["指标", "温州", "温州 名次"],
    ["医师(人)", "3.795", "8"],
    ["床位(张)", "1234", "2"],
    ["医院(个)", "– 未公布", ""],
    [],
  ]);
  const up = sorted(rows, columns, { key: "wenzhou", direction: "ascending" });
  assert.deepEqual(up.map(({ cells }) => cells[1]?.rank), [2, 8, undefined]);
});

test("a row is found by the words in its other cells, too", () => {
  const keys = findable("床位", "hospital beds 嘉兴 Jiaxing", ["嘉兴2008年", "来源里没有"]);
  for (const typed of ["嘉兴", "jx", "jiaxing", "2008", "没有"]) assert.ok(finds({ cells: [], keys }, typed), typed);
  assert.ok(!finds({ cells: [], keys }, "湖州"));
});
